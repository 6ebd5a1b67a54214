"""Where something comes from, in words: title, publisher and date of the documents, or the reason for a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.content.library import Evidence, Reference, Work
from game.marks import N_
from game.telling.catalogue import _

_CONFIDENCES = {"high": N_("high"), "medium": N_("medium"), "low": N_("low"), "assumed": N_("assumed")}
_MENTION = re.compile(r"\[([\w-]+(?:, [\w-]+)*)\]")


def sources(evidence: Evidence) -> str:
    """The documents behind something, or the reason why it was assumed; no full stop at the end."""
    if evidence.assumed:
        return _("assumed: {reason}").format(reason=_reason(evidence))
    return documents(evidence.references)


def resting(figure: str, evidence: Evidence) -> str:
    """`figure`, as words, with what it rests on: a sentence, and what the documents say."""
    if evidence.assumed:
        return _("{figure}. Assumed: {reason}.").format(figure=figure, reason=_reason(evidence))
    text = _("{figure}. From {documents} (confidence: {confidence}).")
    told = text.format(figure=figure, documents=sources(evidence), confidence=confidence(evidence))
    return " ".join(part for part in (told, statements(evidence)) if part)


def confidence(evidence: Evidence) -> str:
    """How sure the source is."""
    level = evidence.origin.confidence
    return _(_CONFIDENCES.get(level, level)) if level else ""


def documents(references: Iterable[Reference]) -> str:
    """Each document once, with title, publisher and date; the key where there is none.

    Those whose title who reads may not know yet stand at the end, and that they have one is said.
    """
    known: dict[str, None] = {}
    later: dict[str, None] = {}
    for one in references:
        if not one.works:
            known[one.key] = None
        for paper in one.works:
            (known if paper.title else later)[work(paper)] = None
    told = (
        [_("documents whose titles are told later ({documents})").format(documents="; ".join(later))] if later else []
    )
    return "; ".join([*known, *told])


def work(paper: Work) -> str:
    """A document by title, author, publisher and date."""
    parts = (paper.title, paper.author, paper.publisher, paper.date or _("undated"))
    # Its own words stay as they are; a language may put them in its own quotation marks.
    return _("{document}").format(document=", ".join(part for part in parts if part))


def statements(evidence: Evidence) -> str:
    """What the documents say, as far as who reads may know it."""
    return " ".join(_statement(one) for one in evidence.references if one.says)


def sentence(text: str, evidence: Evidence) -> str:
    """A sentence of the rule set, with the documents that it cites in square brackets named by publisher and date."""

    def named(match: re.Match[str]) -> str:
        keys = match[1].split(", ")
        if not all(key in evidence.mentioned for key in keys):
            return match[0]
        return f"({'; '.join(_briefly(evidence.mentioned[key]) for key in keys)})"

    return _MENTION.sub(named, _(text)) if text else ""


def _reason(evidence: Evidence) -> str:
    if not evidence.origin.why:
        return _("the reason tells of later years, and is told after the match")
    return sentence(evidence.origin.why, evidence).rstrip(" .")


def _statement(one: Reference) -> str:
    remarks = []
    if one.unchecked:
        remarks.append(_("from memory, not checked: {what}").format(what=_lower(_(one.unchecked))))
    if one.derived:
        remarks.append(_("worked out from what the documents say"))
    return f"{_(one.says)} ({'; '.join(remarks)})" if remarks else _(one.says)


def _briefly(one: Reference) -> str:
    return "; ".join(f"{paper.publisher}, {paper.date or _('undated')}" for paper in one.works)


def _lower(text: str) -> str:
    """A short sentence as a part of another."""
    return (text[:1].lower() + text[1:]).rstrip(".")
