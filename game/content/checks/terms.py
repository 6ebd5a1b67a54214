"""What parties to an agreement may choose: bounds that are no bounds, and what is usual outside them."""

from __future__ import annotations

from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreement, Agreements

_USUAL = {"share": "offtake", "days": "days", "money": "cost", "years": "months"}
"""A term and the key of the kind that says what is usual."""
_MONTHS = 12.0


def check(manuscript: Manuscript) -> None:
    """Report terms whose least is more than their most, and usual values that nobody could propose."""
    document = manuscript.get(Agreements)
    for name, entry in document.agreements.items() if document else ():
        for term, key in _USUAL.items():
            if entry.terms is not None and getattr(entry.terms, term) is not None:
                _check(manuscript, name, entry, term, key)
        if entry.days.value and not entry.shares_stock:
            what = "days are pledged of a stockpile that is not shared"
            manuscript.report("rules", "agreements", ("agreements", name, "days"), what, "add shares_stock: true")


def _check(manuscript: Manuscript, name: str, entry: Agreement, term: str, key: str) -> None:
    bounds = getattr(entry.terms, term)
    least, most = bounds.at("0"), bounds.at("1")
    path = ("agreements", name, "terms", term)
    if least > most:
        what = f"the least, {least:g}, is more than the most, {most:g}"
        manuscript.report("rules", "agreements", path, what, "write the least first")
        return
    usual = getattr(entry, key).value / (_MONTHS if term == "years" else 1.0)
    if not least <= usual <= most:
        what = f"what is usual, {usual:g}, lies outside {least:g} to {most:g}"
        manuscript.report("rules", "agreements", path, what, f"write bounds around it, or another '{key}'")
