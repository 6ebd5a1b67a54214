"""Turns the nodes of a YAML file into plain data and notes what is refused."""

from __future__ import annotations

import re
from typing import Any

import yaml

from game.content.source import Source

MERGE = "<<"
DEEPEST = 24
MOST_NODES = 500_000

_TAG = "tag:yaml.org,2002:"
_PLAIN_NUMBER = re.compile(r"^[-+]?(0|[1-9][0-9_]*)$")
_LEADING_ZERO = re.compile(r"^[-+]?0[0-9]+$")
_DECIMAL = re.compile(r"^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$")
"""What a person takes for a decimal number; YAML 1.1 reads some of these as text."""


class Builder:
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
        self.source.note(node.start_mark, what, hint)
