"""Where something comes from, in words: title, publisher and date of the documents, or the reason for a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.content.library import Evidence, Reference, Work
from game.marks import N_
from game.session.labels import write
from game.session.views import Citation
from game.session.words import capital

CONFIDENCES = {"high": N_("high"), "medium": N_("medium"), "low": N_("low"), "assumed": N_("assumed")}
_MENTION = re.compile(r"\[([\w-]+(?:, [\w-]+)*)\]")


def sources(evidence: Evidence) -> str:
    """The documents behind something, or the reason why it was assumed; no full stop at the end."""
    if evidence.assumed:
        return N_("assumed: {reason}").format(reason=sentence(evidence.origin.why, evidence)).rstrip(" .")
    return documents(evidence.references)


def figure(citation: Citation) -> str:
    """A figure that another rests on, with what is behind it, as a sentence or two."""
    subject = capital(", ".join(map(str, citation.subject)))
    what = f"{subject}: {write(citation.figure.value, citation.figure.unit)}"
    if citation.more:
        what = N_("{figure}, and {number} more like it").format(figure=what, number=citation.more)
    origin, told = citation.evidence.origin, sources(citation.evidence)
    if citation.evidence.assumed:
        return N_("{figure}. {reason}.").format(figure=what, reason=capital(told))
    text = N_("{figure}. From {documents} (confidence: {confidence}).")
    parts = (text.format(figure=what, documents=told, confidence=origin.confidence), statements(citation.evidence))
    return " ".join(part for part in parts if part)


def documents(references: Iterable[Reference]) -> str:
    """Each document once, with title, publisher and date; the key where there is none."""
    named = (text for one in references for text in ([work(paper) for paper in one.works] or [one.key]))
    return "; ".join(dict.fromkeys(named))


def work(paper: Work) -> str:
    """A document by title, author, publisher and date."""
    parts = (paper.title, paper.author, paper.publisher, paper.date or N_("undated"))
    return ", ".join(part for part in parts if part)


def statements(evidence: Evidence) -> str:
    """What the documents say, as far as who reads may know it."""
    return " ".join(_statement(one) for one in evidence.references if one.says)


def _statement(one: Reference) -> str:
    remarks = []
    if one.unchecked:
        remarks.append(N_("from memory, not checked: {what}").format(what=_lower(one.unchecked)))
    if one.derived:
        remarks.append(N_("worked out from what the documents say"))
    return f"{one.says} ({'; '.join(remarks)})" if remarks else one.says


def sentence(text: str, evidence: Evidence) -> str:
    """A sentence of the rule set, with the documents that it cites in square brackets named by publisher and date."""

    def named(match: re.Match[str]) -> str:
        keys = match[1].split(", ")
        if not all(key in evidence.mentioned for key in keys):
            return match[0]
        return f"({'; '.join(_briefly(evidence.mentioned[key]) for key in keys)})"

    return _MENTION.sub(named, text)


def _briefly(one: Reference) -> str:
    return "; ".join(f"{paper.publisher}, {paper.date or N_('undated')}" for paper in one.works)


def _lower(text: str) -> str:
    """A short sentence as a part of another."""
    return (text[:1].lower() + text[1:]).rstrip(".")
