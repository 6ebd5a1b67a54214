"""The page that says where the figures of a rule set come from, written from its files.

``python -m game.content.sources`` writes ``SOURCES.md`` into each rule set that has a ``documented.yaml``: the
documents, every statement of them with what carries it, then every figure of the rule set with its origin.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from game import places
from game.content.checks import documented, sources
from game.content.declared import figures
from game.content.findings import ContentError
from game.content.fitted import fitted
from game.content.library import Library, Reference
from game.content.manuscript import Manuscript, check_models, read_folder
from game.content.models.documented import Documented, Statement
from game.content.models.sources import Paper, Said, Sources
from game.content.origin import ASSUMED
from game.content.package import Figure

PAGE = "SOURCES.md"
WIDTH = 120

_HEAD = """\
# Where the figures come from

Written by `python -m game.content.sources` from `sources.yaml`, `documented.yaml` and the other files of this folder;
change those. A title in square brackets is ours: the document was seen as a copy, an excerpt or a quotation."""
_CARRYING = """\
One row for each statement, in our own words. What carries it is a figure or an entry of this rule set (`file.key`, with
its number where it is one) or of a scenario, or a fact: an outcome that no file may put in, and that a run through
history is held against."""
_OTHERS = """\
What figures and events rest on besides, in our own words. `unchecked` says what was put down from memory and not
checked against the document; `derived` is arithmetic on what the documents say."""
_FITTED = """\
Set or moved with an outcome in sight: what they make come out speaks for nothing. Of a table so many numbers were
moved; the years are those in which they lie, or that their reasons name. Scenarios may have more."""
_LEVELS = """\
What the files say of nations, mines, projects and markets, number by number. `high` means read in the publication or a
copy of its table, `medium` second-hand or inferred, `low` an order of magnitude."""
_ASSUMED = """\
Nobody measured these, or we found no measurement; each says why this value was taken."""


def page(folder: Path) -> str:
    """The page for the rule set in `folder`.

    Raises:
        ContentError: when ``documented.yaml`` or ``sources.yaml`` is absent or wrong, or another file of it is.
    """
    manuscript = Manuscript(rule_folder=folder)
    read_folder(manuscript, "rules", folder)
    check_models(manuscript, "rules")
    found = list(figures(manuscript))
    written, ledger = sources.read(manuscript, "rules"), documented.read(manuscript)
    if written is None or ledger is None or manuscript.failed():
        raise ContentError(manuscript.findings)
    library = Library((str(folder),))
    parts = (
        _documents(written, ledger),
        _fitted(manuscript),
        _ledger(written, ledger, manuscript),
        _others(written, ledger),
    )
    return "\n\n".join((*chain(*parts), *_figures(found, library))) + "\n"


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


def _documents(written: Sources, ledger: Documented) -> Iterator[str]:
    yield _HEAD
    yield "## The documents"
    yield _table(("key", "title", "by", "date"), (_paper(key, paper) for key, paper in written.documents.items()))
    yield "Of these, every statement of the following is accounted for:"
    yield _table(("key", "statements", "carried", "not used"), _counted(ledger))
    for remark in ledger.remarks:
        yield f"## {remark.title}"
        yield _wrapped(remark.text)


def _fitted(manuscript: Manuscript) -> Iterator[str]:
    """The numbers that were fitted, by the place at which they stand."""
    found = fitted(manuscript)
    yield "## Numbers that were fitted"
    yield f"{_FITTED}\n{sum(one.numbers for one in found)} numbers."
    rows = ((f"`{one.path}`", str(one.numbers), ", ".join(map(str, one.years))) for one in found)
    yield _table(("path", "numbers", "years"), rows)


def _paper(key: str, paper: Paper) -> tuple[str, ...]:
    title = f"[{paper.title}]({paper.url})" if paper.url else paper.title
    by = f"{paper.author}, {paper.publisher}" if paper.author else paper.publisher
    return key, f"{title}. {paper.note}" if paper.note else title, by, paper.date


def _ledger(written: Sources, ledger: Documented, manuscript: Manuscript) -> Iterator[str]:
    targets = documented.Targets(manuscript, ledger)
    yield "## What the documents say, and what became of it"
    yield _CARRYING
    head = ("id", "document", "statement", "value", "carried by, or not used because", "conflict")
    rows = (
        (name, *_said(written.statements[name]), _became(entry, targets), entry.conflict or "")
        for name, entry in ledger.statements.items()
    )
    yield _table(head, rows)
    if ledger.facts:
        yield "## The facts that a run through history is held against"
        yield _table(("fact", "what"), ledger.facts.items())


def _others(written: Sources, ledger: Documented) -> Iterator[str]:
    yield "## What other documents say"
    yield _OTHERS
    head = ("key", "documents", "statement", "value", "unchecked")
    rest = {key: said for key, said in written.statements.items() if key not in ledger.statements}
    yield _table(head, ((key, *_said(said), _checked(said)) for key, said in rest.items()))


def _said(said: Said) -> tuple[str, str, str]:
    """Documents, statement and value of a row."""
    where = f", {said.at}" if said.at else ""
    return f"{', '.join(said.document)}{where}", said.says, _value(said)


def _checked(said: Said) -> str:
    return "; ".join(text for text in (said.unchecked or "", "derived" if said.derived else "") if text)


def _counted(ledger: Documented) -> Iterator[tuple[str, ...]]:
    whole = Counter(name.rpartition("-")[0] for name in ledger.statements)
    carried = Counter(name.rpartition("-")[0] for name, entry in ledger.statements.items() if entry.carried_by)
    for key in ledger.documents:
        yield key, str(whole[key]), str(carried[key]), str(whole[key] - carried[key])
    yield "together", str(whole.total()), str(carried.total()), str(whole.total() - carried.total())


def _value(said: Said) -> str:
    """The number or numbers with their unit; empty where the statement has none."""
    if said.value is None:
        return ""
    numbers = said.value if isinstance(said.value, list) else [said.value]
    return f"{', '.join(map(_number, numbers))} {said.unit}"


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


def _figures(found: Sequence[Figure], library: Library) -> Iterator[str]:
    sourced = [figure for figure in found if figure.origin.confidence != ASSUMED]
    assumed = [figure for figure in found if figure.origin.confidence == ASSUMED]
    levels = Counter(figure.origin.confidence for figure in sourced)
    told = ", ".join(f"{levels[level]} {level}" for level in ("high", "medium", "low"))
    head: tuple[str, ...]
    yield "## Figures with a source"
    yield f"{_LEVELS}\n{len(sourced)} figures: {told}."
    head = ("path", "value", "unit", "source", "confidence", "note")
    yield _table(head, (_sourced(figure, library) for figure in sourced))
    yield "## Figures that are assumed"
    yield f"{_ASSUMED}\n{len(assumed)} figures."
    head = ("path", "value", "unit", "why", "note")
    yield _table(head, ((*_stated(figure), figure.origin.why, figure.origin.note) for figure in assumed))


def _sourced(figure: Figure, library: Library) -> tuple[str, ...]:
    origin = figure.origin
    cited = "; ".join(_named(reference) for reference in library.references(origin.cited))
    return (*_stated(figure), cited, origin.confidence, origin.note)


def _named(reference: Reference) -> str:
    """A key with who published the documents and when."""
    works = "; ".join(f"{work.publisher}, {work.date or 'undated'}" for work in reference.works)
    return f"{reference.key} ({works})"


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
