"""What is wrong with a rule file, where, and what would be right."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
    others: str = ""
    """Where the same was found besides, in words."""
    times: int = 1
    """How many findings it stands for."""

    def __str__(self) -> str:
        text = f"{self.file}:{self.line}:{self.column}: {self.what}"
        return f"{text}{', ' if self.hint else ''}{self.hint}{'; ' if self.others else ''}{self.others}"


class ContentError(Exception):
    """A rule set or scenario cannot be used. `findings` has every error that was found, in order of place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Finding, ...]]]:
        """As it travels from another process: by its findings, not by its text."""
        return type(self), (self.findings,)


def shown(path: Path) -> str:
    """`path` as a person would write it from where the program was started."""
    absolute = Path(os.path.normpath(Path.cwd() / path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


ALONE = 2
"""So many findings of one kind in a file are told one by one."""
LISTED = 8
"""As many other places as are named."""
_NAMED = re.compile(r"'[^']*'|[0-9][0-9.]*")
_QUOTED = re.compile(r"'([^']*)'")


def grouped(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in order of place, those of one file that differ in place and name alone as one."""
    kinds: dict[tuple[str, ...], list[Finding]] = {}
    for finding in sorted(findings):
        kind = (finding.file, _NAMED.sub("", finding.what), finding.hint, finding.severity)
        kinds.setdefault(kind, []).append(finding)
    return sorted(told for found in kinds.values() for told in ([_one(found)] if len(found) > ALONE else found))


def _one(found: Sequence[Finding]) -> Finding:
    first, *others = found
    own = set(_QUOTED.findall(first.what))
    listed = ", ".join(_elsewhere(finding, own) for finding in others[:LISTED])
    more = f" and {len(others) - LISTED} more" if len(others) > LISTED else ""
    return replace(first, others=f"also {listed}{more}", times=len(found))


def _elsewhere(finding: Finding, known: set[str]) -> str:
    """The line of a finding, behind the names in it that are not `known`."""
    names = [f"'{name}'" for name in _QUOTED.findall(finding.what) if name not in known]
    return " ".join([*names, f"in line {finding.line}"])
