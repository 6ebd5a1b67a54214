"""What is wrong with an event list, where, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.marks import N_, Said


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong. `row` counts from 1 with the header, as a spreadsheet does; 0 is the file as a whole."""

    file: str
    row: int
    column: str
    what: str
    right: str = ""
    """What would be right."""

    def __str__(self) -> str:
        return str(self.told())

    def told(self) -> Said:
        """The finding as one text that can be told in any language."""
        what = _said(self.what)
        if self.right:
            what = Said(N_("{what}: {right}"), what=what, right=_said(self.right))
        if not self.row:
            return Said(N_("{file}: {what}"), file=self.file, what=what)
        if not self.column:
            return Said(N_("{file}, row {row}: {what}"), file=self.file, row=self.row, what=what)
        text = N_("{file}, row {row}, column {column}: {what}")
        return Said(text, file=self.file, row=self.row, column=self.column, what=what)


def _said(text: str) -> Said:
    """A marked text that has no parts is looked up like any other."""
    return text if isinstance(text, Said) else Said(text)


class EventListError(Exception):
    """An event list cannot be used; nothing of it was loaded. `findings` has all that was found, in order of place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings, key=lambda one: (one.file, one.row)))
        super().__init__("\n".join(map(str, self.findings)))
