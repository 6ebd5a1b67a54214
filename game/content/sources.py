"""The page that says where the figures of a rule set come from, written from its files.

``python -m game.content.sources`` writes ``SOURCES.md`` into each rule set that has a ``documented.yaml``: every
statement of the documents with what carries it, then every figure of the rule set with its origin.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from game import places
from game.content.checks import documented
from game.content.declared import figures
from game.content.draft import Draft, check_models, read_folder
from game.content.findings import ContentError
from game.content.models.documented import Documented, Statement
from game.content.origin import ASSUMED
from game.content.package import Figure

PAGE = "SOURCES.md"
WIDTH = 120

_HEAD = """\
# Where the figures come from

Written by `python -m game.content.sources` from `documented.yaml` and the other files of this folder; change those."""
_CARRYING = """\
One row for each statement, in our own words. What carries it is a figure or an entry of this rule set (`file.key`, with
its number where it is one) or of a scenario, or a fact: an outcome that no file may put in, and that a run through
history is held against."""
_LEVELS = """\
What the files say of nations, mines, projects and markets, number by number. `high` means read in the publication or a
copy of its table, `medium` second-hand or inferred, `low` an order of magnitude."""
_ASSUMED = """\
Nobody measured these, or we found no measurement; each says why this value was taken."""


def page(folder: Path) -> str:
    """The page for the rule set in `folder`.

    Raises:
        ContentError: when ``documented.yaml`` is absent or wrong, or another file of the rule set is.
    """
    draft = Draft(rule_folder=folder)
    read_folder(draft, "rules", folder)
    check_models(draft, "rules")
    found = list(figures(draft))
    record = documented.read(draft)
    if record is None or draft.failed():
        raise ContentError(draft.findings)
    return "\n\n".join((*_documents(record, documented.Targets(draft, record)), *_figures(found))) + "\n"


def rule_sets() -> list[Path]:
    """The rule sets that have such a page, in order of their names."""
    return sorted(path.parent for path in places.data("rules").glob(f"*/{documented.KIND}.yaml"))


def write() -> None:
    """Write all pages anew.

    Raises:
        ContentError: see `page`.
    """
    for folder in rule_sets():
        (folder / PAGE).write_text(page(folder), encoding="utf-8", newline="\n")


def _documents(record: Documented, targets: documented.Targets) -> Iterator[str]:
    yield _HEAD
    yield "## The documents"
    yield _table(("key", "document", "statements", "carried", "not used"), _counted(record))
    for remark in record.remarks:
        yield f"## {remark.title}"
        yield _wrapped(remark.text)
    if record.tables:
        yield "## The tables of figures"
        yield "Names that end in `.csv` are tables of the calibration data, named after what they hold."
        yield _table(("tables", "from"), record.tables.items())
    yield "## What the documents say, and what became of it"
    yield _CARRYING
    head = ("id", "document", "statement", "value", "carried by, or not used because", "conflict")
    yield _table(head, (_row(name, statement, targets) for name, statement in record.statements.items()))
    if record.facts:
        yield "## The facts that a run through history is held against"
        yield _table(("fact", "what"), record.facts.items())


def _counted(record: Documented) -> Iterator[tuple[str, ...]]:
    statements = record.statements.values()
    whole = Counter(statement.document for statement in statements)
    carried = Counter(statement.document for statement in statements if statement.carried_by)
    for key, title in record.documents.items():
        yield key, title, str(whole[key]), str(carried[key]), str(whole[key] - carried[key])
    sums = (len(statements), carried.total(), len(statements) - carried.total())
    yield ("", "together", *map(str, sums))


def _row(name: str, statement: Statement, targets: documented.Targets) -> tuple[str, ...]:
    became, conflict = _became(statement, targets), statement.conflict or ""
    return (name, statement.document, statement.says, _value(statement), became, conflict)


def _value(statement: Statement) -> str:
    """The number or numbers with their unit; empty where the statement has none."""
    if statement.value is None:
        return ""
    numbers = statement.value if isinstance(statement.value, list) else [statement.value]
    return f"{', '.join(map(_number, numbers))} {statement.unit}"


def _became(statement: Statement, targets: documented.Targets) -> str:
    """What carries the statement and what it leaves out, or why it is not used."""
    if statement.not_used:
        return f"not used, {statement.not_used.because}: {statement.not_used.why}"
    parts = [f"{_reference(written, targets)}: {how}" for written, how in (statement.carried_by or {}).items()]
    return "; ".join(parts) + (f". Not carried: {statement.lacks}" if statement.lacks else "")


def _reference(written: str, targets: documented.Targets) -> str:
    """A reference, with the number that stands there if it is one number."""
    if written.startswith(documented.FACT):
        return written
    node = targets.find(written).node
    value, unit = (node.get("value"), f" {node.get('unit', '')}") if isinstance(node, dict) else (node, "")
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return f"`{written}`"
    return f"`{written}` ({_number(value)}{unit.rstrip()})"


def _figures(found: Sequence[Figure]) -> Iterator[str]:
    sourced = [figure for figure in found if figure.confidence != ASSUMED]
    assumed = [figure for figure in found if figure.confidence == ASSUMED]
    levels = Counter(figure.confidence for figure in sourced)
    told = ", ".join(f"{levels[level]} {level}" for level in ("high", "medium", "low"))
    head: tuple[str, ...]
    yield "## Figures with a source"
    yield f"{_LEVELS}\n{len(sourced)} figures: {told}."
    head = ("path", "value", "unit", "source", "confidence", "note")
    yield _table(head, ((*_stated(figure), figure.source, figure.confidence, figure.note) for figure in sourced))
    yield "## Figures that are assumed"
    yield f"{_ASSUMED}\n{len(assumed)} figures."
    head = ("path", "value", "unit", "why", "note")
    yield _table(head, ((*_stated(figure), figure.source, figure.note) for figure in assumed))


def _stated(figure: Figure) -> tuple[str, str, str]:
    return f"`{figure.path.replace('.yaml:', '.', 1)}`", _number(figure.value), figure.unit


def _number(value: float) -> str:
    return format(value, ".10g")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_line(head), "|" + "---|" * len(head), *map(_line, rows)]
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"


def _wrapped(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    write()
