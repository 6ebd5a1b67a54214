"""One file as it was read: its data and the positions of everything in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from game.content.findings import ERROR, Finding, shown

Steps = tuple[str | int, ...]


@dataclass
class Source:
    """One file: its data as plain dicts, lists, text and numbers, and the positions of all of it.

    `overlays` are values put in by another file (a scenario's overrides): path here to the file and path there.
    """

    path: Path
    data: dict[str, Any] = field(default_factory=dict)
    root: yaml.Node | None = None
    text: str = ""
    """The file as it was read."""
    digest: bytes = b""
    """SHA-256 of the file, whatever its line ends."""
    findings: list[Finding] = field(default_factory=list)
    overlays: dict[Steps, tuple[Source, Steps]] = field(default_factory=dict)

    def note(self, mark: Any, what: str, hint: str = "") -> None:
        """Add a finding at a mark of the parser."""
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        self.findings.append(Finding(shown(self.path), line, column, what, hint))

    def where(self, path: Steps, *, key: bool = False) -> tuple[Source, yaml.Node | None]:
        """The file and node at `path`: its value, or the key before it. The nearest one around it if it is absent."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.overlays:
                other, base = self.overlays[path[:length]]
                return other.where(base + path[length:], key=key)
        node, label = self.root, self.root
        for step in path:
            label, following = _child(node, step)
            if following is None:
                return self, node
            node = following
        return self, label if key else node

    def finding(
        self,
        path: Steps,
        what: str,
        hint: str = "",
        *,
        key: bool = False,
        offset: int | None = None,
        severity: str = ERROR,
    ) -> Finding:
        """A finding at `path`; `offset` counts characters into the text that stands there."""
        source, node = self.where(path, key=key)
        line, column = (node.start_mark.line, node.start_mark.column) if node is not None else (0, 0)
        if offset is not None and isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line:
            column += offset + (node.style in ("'", '"'))
        return Finding(shown(source.path), line + 1, column + 1, what, hint, severity)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Key node and value node of `step` in `node`; None where there is none.

    The only item of a list may stand alone: its place is that of the list.
    """
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key, value
        if step == 0:
            return node, node
    elif isinstance(node, yaml.SequenceNode) and str(step).isdigit() and int(step) < len(node.value):
        return node.value[int(step)], node.value[int(step)]
    return None, None
