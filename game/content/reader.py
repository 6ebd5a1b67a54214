"""Strict YAML with positions: what a rule file may hold, and where each thing in it stands.

Refused, with the reason: a key given twice, ``yes no on off`` as truth values, numbers with colons (base 60) or a
leading zero (octal), tabs, text that is not UTF-8, tags, merge keys, several documents, empty files, deep nesting.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from game.content.findings import ERROR, Finding, shown

try:
    from yaml import CSafeLoader as _Parser
except ImportError:  # PyYAML without libyaml: slower, the same tree
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

MERGE = "<<"
LARGEST = 2_000_000
DEEPEST = 24
MOST_NODES = 500_000
Steps = tuple[str | int, ...]

_TAG = "tag:yaml.org,2002:"
_PLAIN_NUMBER = re.compile(r"^[-+]?(0|[1-9][0-9_]*)$")
_LEADING_ZERO = re.compile(r"^[-+]?0[0-9]+$")
_BRACKET = re.compile(r"[\[\]{}]")
_FAR_INDENT = re.compile(r"^ {" + str(8 * DEEPEST) + r"}", re.MULTILINE)
_COMPACT_NEST = re.compile(r"(?:[-?:][ \n]+){" + str(4 * DEEPEST) + r"}")
_DECIMAL = re.compile(r"^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$")
"""What a person takes for a decimal number; YAML 1.1 reads some of these as text."""


class _Loader(_Parser):
    """Remembers what kind of scalar a text is: the same words come again and again in a rule file."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._seen: dict[tuple[Any, str, Any], str] = {}

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        if kind is not yaml.ScalarNode:
            return str(super().resolve(kind, value, implicit))  # type: ignore[no-untyped-call]
        key = (kind, value, implicit)
        tag = self._seen.get(key)
        if tag is None:
            tag = str(super().resolve(kind, value, implicit))  # type: ignore[no-untyped-call]
            self._seen[key] = tag
        return tag


@dataclass
class Source:
    """One file: its data as plain dicts, lists, text and numbers, and the positions of all of it.

    `overlays` are values put in by another file (a scenario's overrides): path here to the file and path there.
    """

    path: Path
    data: dict[str, Any] = field(default_factory=dict)
    root: yaml.Node | None = None
    digest: bytes = b""
    """SHA-256 of the file."""
    findings: list[Finding] = field(default_factory=list)
    overlays: dict[Steps, tuple[Source, Steps]] = field(default_factory=dict)

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


def read(path: Path) -> Source:
    """The file at `path`; what is wrong with it stands in its `findings`, never in an exception."""
    source = Source(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        source.findings.append(Finding(shown(path), 1, 1, f"cannot be read ({error.strerror})"))
        return source
    parse(source, raw)
    return source


def parse(source: Source, raw: bytes) -> None:
    """Fill `source` from the bytes of its file."""
    source.digest = hashlib.sha256(raw).digest()
    text = _text(source, raw)
    if text is None:
        return
    node = _tree(source, text)
    if node is None:
        return
    source.root = node
    data = _Builder(source).build(node, 0)
    if isinstance(data, dict):
        source.data = data
    else:
        _note(source, node.start_mark, "the file must be a map", "start with format: 1 and kind: ...")


def _text(source: Source, raw: bytes) -> str | None:
    if len(raw) > LARGEST:
        source.findings.append(Finding(shown(source.path), 1, 1, f"larger than {LARGEST // 1_000_000} MB"))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        source.findings.append(
            Finding(shown(source.path), line, column, "not UTF-8 text", "save the file with encoding UTF-8")
        )
        return None
    if not text.strip():
        source.findings.append(Finding(shown(source.path), 1, 1, "empty file", "start with format: 1 and kind: ..."))
        return None
    return text


def _tree(source: Source, text: str) -> yaml.Node | None:
    deep = _too_deep(text)
    if deep is not None:
        line = text.count("\n", 0, deep) + 1
        source.findings.append(Finding(shown(source.path), line, 1, f"nested deeper than {DEEPEST} levels"))
        return None
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        source.findings.append(Finding(shown(source.path), line, column, "a control character", "remove it"))
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        _note(source, mark, *_syntax(error, text, mark))
        return None
    if node is None:
        source.findings.append(Finding(shown(source.path), 1, 1, "empty file", "start with format: 1 and kind: ..."))
    return node


def _too_deep(text: str) -> int | None:
    """Where brackets or indentation go so deep that the C parser, which recurses, must not be let in."""
    for pattern in (_FAR_INDENT, _COMPACT_NEST):
        match = pattern.search(text)
        if match:
            return match.start()
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > 8 * DEEPEST:
            return match.start()
    return None


def _syntax(error: yaml.MarkedYAMLError, text: str, mark: Any) -> tuple[str, str]:
    """The parser's complaint in plain words."""
    problem = str(error.problem or "not YAML")
    lines = text.split("\n")
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    if "\t" in line:
        return "a tab", "indent with spaces"
    if "single document" in problem or "single document" in str(error.context):
        return "a second document", "remove the line ---"
    if "alias" in problem:
        return problem, "define the anchor before it is used"
    if "mapping values are not allowed" in problem:
        return "a colon where none can stand", "put text with a colon in quotes"
    if "could not find expected ':'" in problem:
        return "a key without a colon", "write key: value"
    if "did not find expected" in problem:
        return "the brackets or the indentation do not match", "compare with the line before"
    return problem, ""


def _note(source: Source, mark: Any, what: str, hint: str = "") -> None:
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    source.findings.append(Finding(shown(source.path), line, column, what, hint))


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Key node and value node of `step` in `node`; None where there is none."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key, value
    elif isinstance(node, yaml.SequenceNode) and str(step).isdigit() and int(step) < len(node.value):
        return node.value[int(step)], node.value[int(step)]
    return None, None


class _Builder:
    """Turns nodes into plain data and notes what is refused."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.left = MOST_NODES

    def build(self, node: yaml.Node, depth: int) -> Any:
        self.left -= 1
        if self.left == 0:
            self._refuse(node, "too large once its anchors are filled in")
        if self.left <= 0:
            return None
        if depth > DEEPEST:
            self._refuse(node, f"nested deeper than {DEEPEST} levels")
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if node.tag not in (_TAG + "map", _TAG + "seq"):
            self._refuse(node, f"tag {node.tag.replace(_TAG, '!!')} is not known here", "remove it")
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, depth + 1) for item in node.value]
        return self._map(node, depth)

    def _map(self, node: yaml.Node, depth: int) -> dict[Any, Any]:
        data: dict[Any, Any] = {}
        lines: dict[Any, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "a key must be a word")
                continue
            key = self._key(key_node)
            if key in data:
                self._refuse(key_node, f"key '{key}' given twice", f"first in line {lines[key]}")
            lines.setdefault(key, key_node.start_mark.line + 1)
            value = self.build(value_node, depth + 1)
            if key == MERGE and isinstance(value, dict):
                data = {**value, **data}
            else:
                data[key] = value
        return data

    def _key(self, node: yaml.ScalarNode) -> Any:
        if node.tag == _TAG + "merge":
            self._refuse(node, "merge key <<", "write the keys out")
            return MERGE
        if node.tag in (_TAG + "bool", _TAG + "null"):
            self._refuse(node, f"key {node.value} is not read as text", f'write "{node.value}" in quotes')
            return str(node.value)
        value = self._scalar(node)
        return value if isinstance(value, (str, int)) else str(node.value)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        tag, text = node.tag, str(node.value)
        if tag == _TAG + "str":
            if not node.style and _LEADING_ZERO.match(text):
                return self._integer(node, text)
            return float(text) if not node.style and _DECIMAL.match(text) else text
        if tag == _TAG + "int":
            return self._integer(node, text)
        if tag == _TAG + "float":
            return self._float(node, text)
        if tag == _TAG + "bool":
            if text not in ("true", "false"):
                self._refuse(node, f"{text} is read as a truth value", f'write true or false, or "{text}" in quotes')
            return text.lower() in ("true", "yes", "on")
        if tag == _TAG + "null":
            return None
        if tag in (_TAG + "timestamp", _TAG + "value"):
            return text
        self._refuse(node, f"tag {tag.replace(_TAG, '!!')} is not known here", "remove it")
        return text

    def _integer(self, node: yaml.ScalarNode, text: str) -> Any:
        if _PLAIN_NUMBER.match(text):
            return int(text)
        if ":" in text:
            self._refuse(node, f"{text} is read as a number to base 60", f'write "{text}" in quotes')
        else:
            plain = int(text, 0) if "x" in text or "b" in text else int(text)
            self._refuse(node, f"{text} is read as an octal, binary or hexadecimal number", f"write {plain}")
        return text

    def _float(self, node: yaml.ScalarNode, text: str) -> Any:
        if ":" in text:
            self._refuse(node, f"{text} is read as a number to base 60", f'write "{text}" in quotes')
            return text
        if text.lower().lstrip("+-") in (".inf", ".nan"):
            self._refuse(node, f"{text} is not a number that can be used", "leave it out where there is no limit")
            return 0.0
        return float(text.replace("_", ""))

    def _refuse(self, node: yaml.Node, what: str, hint: str = "") -> None:
        _note(self.source, node.start_mark, what, hint)
