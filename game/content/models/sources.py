"""``sources.yaml``: the documents that figures and events are taken from, and what each of them says.

A rule set has one; a scenario may have another for what it cites besides. It changes nothing in a match: `check` holds
every citation to it, and who asks where something comes from is told title and date.

::

    format: 1
    kind: sources
    documents:
      annual_2012: {title: Annual report 2012, publisher: The operator, date: 2013-03, url: "https://..."}
    statements:
      pit_capacity:
        document: annual_2012         # or a list
        says: The pit can dig 22,000 t a year.
        at: p. 14                     # optional
        value: 22000                  # optional: a number or a list, with unit
        unit: t/year
        unchecked: All of it.         # optional: what was put down from memory
        derived: true                 # optional: arithmetic on what the documents say

Other files cite by key, ``source: pit_capacity`` or ``source: [pit_capacity, annual_2012]``; a sentence cites in
square brackets, ``Half of what was planned [pit_capacity].``
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from game.content.models.entry import Cited, Document, Record

Words = Annotated[str, StringConstraints(min_length=1)]

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$")]
"""What a document or a statement is cited by."""

UNDATED = "undated"


def _text_of_year(raw: Any) -> Any:
    return str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw


Date = Annotated[
    str,
    BeforeValidator(_text_of_year),
    StringConstraints(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?|undated)$"),
    WithJsonSchema(
        {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^(\d{4}(-\d\d(-\d\d)?)?|undated)$"}]}
    ),
]
"""Year, month or day, as far as it is known: ``2010``, ``2010-09``, ``2010-09-07``, or ``undated``."""


class Paper(Record):
    """A document that a reader can look for. A title in square brackets is ours; the document's own is not on file."""

    title: Words
    author: Words | None = None
    publisher: Words = Field(description="Who published it, or where it was seen.")
    date: Date = Field(description="Year, month or day, or undated.")
    url: Words | None = Field(default=None, description="Where it, or the copy that was read, can be found.")
    note: Words | None = Field(default=None, description="What a reader should know about it.")


class Said(Record):
    """What a document says, in our own words."""

    document: Cited = Field(description="Key of a document, or several.")
    says: Words
    at: Words | None = Field(default=None, description="Page, table or section.")
    value: float | list[float] | None = None
    unit: str | None = None
    unchecked: Words | None = Field(default=None, description="What was put down from memory, not from the document.")
    derived: bool = Field(default=False, description="Whether it is arithmetic on what the documents say.")


class Sources(Document):
    kind: Literal["sources"]
    documents: dict[Key, Paper] = Field(default_factory=dict)
    statements: dict[Key, Said] = Field(default_factory=dict)
