"""Strict YAML with positions: what a rule file may hold, and where each thing in it stands.

Refused, with the reason: a key given twice, ``yes no on off`` as truth values, numbers with colons (base 60) or a
leading zero (octal), tabs, text that is not UTF-8, tags, merge keys, several documents, empty files, deep nesting.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from game.content.builder import DEEPEST, Builder
from game.content.files import DISK, Files
from game.content.findings import Finding, shown
from game.content.miswritten import UNSEEN
from game.content.source import Source

try:
    from yaml import CSafeLoader as _Parser
except ImportError:  # PyYAML without libyaml: slower, the same tree
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

LARGEST = 2_000_000
_KEPT = 64
"""Trees of texts; a rule set with its scenarios has about forty files."""

_BRACKET = re.compile(r"[\[\]{}]")
_STRUCTURAL = re.compile(rf"^[ ]*(?:- +)*(?:[\w.\"'-]+:)?[ ]*[{UNSEEN}]", re.MULTILINE)
"""A blank that looks like a space and is none where YAML needs one: before a line, or behind a key."""
_FAR_INDENT = re.compile(r"^ {" + str(8 * DEEPEST) + r"}", re.MULTILINE)
_COMPACT_NEST = re.compile(r"(?:[-?:][ \n]+){" + str(4 * DEEPEST) + r"}")


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


def read(path: Path, files: Files = DISK) -> Source:
    """The file at `path` of `files`; what is wrong with it stands in its `findings`, never in an exception."""
    source = Source(path)
    try:
        raw = files.read(path)
    except OSError as error:
        source.findings.append(Finding(shown(path), 1, 1, f"cannot be read ({error.strerror})"))
        return source
    parse(source, raw)
    return source


def parse(source: Source, raw: bytes) -> None:
    """Fill `source` from the bytes of its file."""
    # Line ends differ between checkouts on Windows and elsewhere; the rules in the file do not.
    source.digest = hashlib.sha256(raw.replace(b"\r\n", b"\n")).digest()
    text = _text(source, raw)
    if text is None:
        return
    source.text = text
    node = _tree(source, text)
    if node is None:
        return
    source.root = node
    data = Builder(source).build(node, 0)
    if isinstance(data, dict):
        source.data = data
    else:
        source.note(node.start_mark, "the file must be a map", "start with format: 1 and kind: ...")


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
        node = _composed(text)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        source.findings.append(Finding(shown(source.path), line, column, "a control character", "remove it"))
        return None
    except yaml.MarkedYAMLError as error:
        blank = _STRUCTURAL.search(text)
        if blank is not None:
            line, column = (
                text.count("\n", 0, blank.end() - 1) + 1,
                blank.end() - 1 - text.rfind("\n", 0, blank.end() - 1),
            )
            hint = "write a plain space"
            source.findings.append(Finding(shown(source.path), line, column, "a no-break space", hint))
            return None
        mark = error.problem_mark or error.context_mark
        source.note(mark, *_syntax(error, text, mark))
        return None
    if node is None:
        source.findings.append(Finding(shown(source.path), 1, 1, "empty file", "start with format: 1 and kind: ..."))
    return node


@lru_cache(maxsize=_KEPT)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text, in which nobody may write; kept, for one program reads the same files again and again: to
    list scenarios, to start a match, to open a save of it.

    Raises:
        yaml.YAMLError: when it is not YAML.
    """
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return node


@lru_cache(maxsize=_KEPT)
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
