"""Turns the nodes of a YAML file into plain data and notes what is refused."""

from __future__ import annotations

import math
import re
from typing import Any

import yaml

from game.content import miswritten
from game.content.source import Source

MERGE = "<<"
DEEPEST = 24
MOST_NODES = 500_000
MOST_DIGITS = 18
"""Of a number: what a calculation can tell apart, and what fits into a whole number of the engine."""

_TAG = "tag:yaml.org,2002:"
_STR, _INT, _FLOAT, _BOOL, _NULL, _MERGED = (
    _TAG + name for name in ("str", "int", "float", "bool", "null", "merge")
)  # fmt: skip
_NESTED = (_TAG + "map", _TAG + "seq")
_RARE = (_TAG + "timestamp", _TAG + "value")
_PLAIN_NUMBER = re.compile(r"^[-+]?(0|[1-9][0-9_]*)$")
_THOUSANDS = re.compile(r"^[-+]?[1-9][0-9]{0,2}(_[0-9]{3})+(\.[0-9]*)?$")
_LEADING_ZERO = re.compile(r"^[-+]?0[0-9]+$")
_DECIMAL = re.compile(r"^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$")
"""What a person takes for a decimal number; YAML 1.1 reads some of these as text."""

_DIGITS = "write it in the digits 0 to 9"


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
        if node.tag not in _NESTED:
            self._refuse(node, f"tag {node.tag.replace(_TAG, '!!')} is not known here", "remove it")
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, depth + 1) for item in node.value]
        return self._map(node, depth)

    def _map(self, node: yaml.Node, depth: int) -> dict[Any, Any]:
        data: dict[Any, Any] = {}
        lines: dict[Any, int] = {}
        for before, (key_node, value_node) in zip((None, *node.value), node.value, strict=False):
            empty = value_node.value == ""
            if empty and before is not None and _continues(before[1], key_node, value_node):
                number = f"{before[1].value},{key_node.value}"
                self._refuse(before[1], f"{number} is read as two entries", f"write {number.replace(',', '.')}")
                continue
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "a key must be a word")
                continue
            key = self._key(key_node)
            if isinstance(key, str) and miswritten.unseen(key) is not None:
                key = miswritten.without(key)
                self._refuse(key_node, f"a no-break space in the key '{key}'", "write plain spaces, or none")
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
        if node.tag == _MERGED:
            self._refuse(node, "merge key <<", "write the keys out")
            return MERGE
        if node.tag in (_BOOL, _NULL):
            self._refuse(node, f"key {node.value} is not read as text", f'write "{node.value}" in quotes')
            return str(node.value)
        value = self._scalar(node)
        return value if isinstance(value, (str, int)) else str(node.value)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        tag, text = node.tag, str(node.value)
        if tag == _STR:
            if text[:1].isalpha():  # a word, as nearly all are: no number begins so
                return text
            if not node.style and _LEADING_ZERO.match(text):
                return self._integer(node, text)
            return self._float(node, text) if not node.style and _DECIMAL.match(text) else text
        if tag == _INT:
            return self._integer(node, text)
        if tag == _FLOAT:
            return self._float(node, text)
        if tag == _BOOL:
            if text not in ("true", "false"):
                self._refuse(node, f"{text} is read as a truth value", f'write true or false, or "{text}" in quotes')
            return text.lower() in ("true", "yes", "on")
        if tag == _NULL:
            return None
        if tag in _RARE:
            return text
        self._refuse(node, f"tag {tag.replace(_TAG, '!!')} is not known here", "remove it")
        return text

    def _integer(self, node: yaml.ScalarNode, text: str) -> Any:
        if self._odd(node, text):
            return 0
        if _PLAIN_NUMBER.match(text):
            return int(text)
        prefixed = "x" in text or "b" in text
        try:
            hint = f"write {int(text, 0 if prefixed else 10)}"
        except ValueError:
            hint = _DIGITS
        self._refuse(node, f"{text} is read as an octal, binary or hexadecimal number", hint)
        return text

    def _float(self, node: yaml.ScalarNode, text: str) -> Any:
        if text.lower().lstrip("+-") in (".inf", ".nan"):
            self._refuse(node, f"{text} is not a number that can be used", "leave it out where there is no limit")
            return 0.0
        if self._odd(node, text):
            return 0.0
        number = float(text.replace("_", ""))
        if not math.isfinite(number):
            self._refuse(node, f"{text} is larger than any number that can be used", "use a larger unit")
            return 0.0
        return number

    def _odd(self, node: yaml.ScalarNode, text: str) -> bool:
        """Whether a number is written in a way that Python refuses or people read otherwise; that is noted."""
        digits = sum(sign.isdigit() for sign in text) if len(text) > MOST_DIGITS else 0
        if digits > MOST_DIGITS:
            hint = f"write up to {MOST_DIGITS}, and large ones as 1.2e9"
            self._refuse(node, f"a number of {digits} digits", hint)
        elif ":" in text:
            self._refuse(node, f"{text} is read as a number to base 60", f'write "{text}" in quotes')
        elif "_" in text and not _THOUSANDS.match(text):
            plain = text.replace("_", "")
            hint = f"write {plain}" if _DECIMAL.match(plain) else _DIGITS
            self._refuse(node, f"{text} has a _ where no thousands end", hint)
        else:
            return False
        return True

    def _refuse(self, node: yaml.Node, what: str, hint: str = "") -> None:
        self.source.note(node.start_mark, what, hint)


def _continues(before: yaml.Node, key: yaml.Node, value: yaml.Node) -> bool:
    """Whether `key` is the rest of a number with a comma, in braces: ``{value: 24,5}``."""
    if not all(isinstance(node, yaml.ScalarNode) for node in (before, key, value)):
        return False
    digits = _PLAIN_NUMBER.match(before.value) and str(key.value).isdecimal() and not value.value
    return bool(digits) and key.start_mark.index == before.end_mark.index + 1
