"""``documented.yaml``: what became of the statements of certain documents. A rule set may do without.

It changes nothing in a match: `check` and the page of sources read it, `load` does not. What the documents say stands
in ``sources.yaml``; here every statement of the documents named must be accounted for.

::

    format: 1
    kind: documented
    documents: [D3]
    facts: {A09: Public finance of a project at most 0.75}       # what a historical run is held against
    statements:
      D3-11:                          # a key of sources.yaml: document and number, counted from 01 without a gap
        carried_by:                   # either this: a path of the rule set or of a scenario, or a fact; and how
          finance.max_public_share: the cap
          "scenario embargo_2010: doctrines.history.rules.red_hill_loan": the order
          fact A09: tests it
        lacks: ...                    # optional: what of the statement is not carried
        conflict: Usually 50 %.       # optional: what speaks against it
      D3-35:
        not_used: {because: background, why: Nothing hangs on the date.}    # or this
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.content.models.entry import Document, Record

Words = Annotated[str, StringConstraints(min_length=1)]

Because = Literal["superseded", "contradicted", "opinion", "other mineral", "waits", "not modelled", "background"]
"""Kinds of reason: ``waits`` for a scenario or rule set still to come, ``background`` has nothing to put in a model."""


class NotUsed(Record):
    """Why nothing carries a statement."""

    because: Because
    why: Words


class Statement(Record):
    """What became of a statement."""

    carried_by: dict[str, Words] | None = Field(default=None, description="Path or fact, and how it carries this.")
    lacks: Words | None = Field(default=None, description="What of the statement the model does not carry.")
    not_used: NotUsed | None = None
    conflict: Words | None = Field(default=None, description="What other documents or known facts say against it.")


class Remark(Record):
    """A paragraph of the page of sources."""

    title: Words
    text: Words


class Documented(Document):
    kind: Literal["documented"]
    documents: list[str] = Field(description="Keys of the documents whose statements are all accounted for.")
    remarks: list[Remark] = Field(default_factory=list)
    facts: dict[str, Words] = Field(default_factory=dict, description="What a historical run is held against.")
    statements: dict[str, Statement]
