"""What is wrong with a rule file, where, and what would be right."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong. `line` and `column` count from 1; prints as ``file:line:column: what, hint``."""

    file: str
    line: int
    column: int
    what: str
    hint: str = ""
    severity: str = ERROR

    def __str__(self) -> str:
        text = f"{self.file}:{self.line}:{self.column}: {self.what}"
        return f"{text}, {self.hint}" if self.hint else text


class ContentError(Exception):
    """A rule set or scenario cannot be used. `findings` has everything that was found, in order of place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


def shown(path: Path) -> str:
    """`path` as a person would write it from where the program was started."""
    absolute = Path(os.path.normpath(Path.cwd() / path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()
