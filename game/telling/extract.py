"""The template of the catalogue, for translators: every marked text of the program, and every text of the rule sets
and scenarios that come along, with the files where it stands.

Lines are left out, so that the template changes when a text does and not whenever the program moves.

``python -m game.telling.extract`` writes ``locale/chokepoint.pot``; a language is begun from it with
``pybabel init -i game/telling/locale/chokepoint.pot -d game/telling/locale -D chokepoint -l <code>`` and compiled with
``pybabel compile -d game/telling/locale -D chokepoint``.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from game import content
from game.telling.catalogue import DOMAIN, LOCALES
from game.telling.rule_texts import texts_of


def marked(file: IO[bytes], keywords: Mapping[str, object], tags: object, options: object) -> Iterator[_Found]:
    """Marked texts of a Python file, for Babel: line, mark, texts, comments. By the syntax tree: Babel's own reading by
    tokens finds what stands inside an f-string with Python 3.12, and not with 3.11.
    """
    del tags, options
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call):
            mark = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if mark in keywords:
                texts = tuple(one.value if isinstance(one, ast.Constant) else None for one in node.args)
                if texts:
                    yield node.lineno, mark, texts if len(texts) > 1 else texts[0], []


_Found = tuple[int, str, Any, list[str]]
_METHODS: list[tuple[str, Any]] = [("**.py", marked), ("**.j2", "jinja2.ext:babel_extract")]
_KEYWORDS = {"_": None, "N_": None, "NP_": (1, 2), "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
POT = LOCALES / f"{DOMAIN}.pot"


def catalogue(root: Path | None = None) -> Catalog:
    """All marked texts below `root`, the program itself unless said, in the order of files and lines."""
    root = root or Path(__file__).parents[1]
    found = Catalog(project="Chokepoint", fuzzy=False)
    for file, line, text, comments, context in extract_from_dir(root, _METHODS, keywords=_KEYWORDS):
        found.add(text, None, [(f"game/{file}", line)], auto_comments=comments, context=context)
    return found


def add_rules(found: Catalog) -> None:
    """Add the texts of the scenarios that come along and of their rule sets."""
    for scenario in content.list_scenarios(own=False):
        for place, text in texts_of(content.load(scenario.id)):
            found.add(text, None, [(place, 0)])


def template() -> str:
    """The text of the template file; it names no date, so that the same texts give the same file."""
    file = io.BytesIO()
    found = catalogue()
    add_rules(found)
    write_po(file, found, omit_header=True, sort_by_file=True, width=120, include_lineno=False)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return header + file.getvalue().decode("utf-8")


def main() -> None:
    """Write the template."""
    LOCALES.mkdir(exist_ok=True)
    POT.write_text(template(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
