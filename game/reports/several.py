"""The report of several matches: one page that sets their teams side by side, and one table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.doctrines import load_match
from game.reports import results, side_by_side, spreadsheet
from game.reports.readers import WhichSeat
from game.reports.spreadsheet import USUAL, Signs
from game.reports.team import Team, teams_of
from game.session.faults import SaveError
from game.session.saves.loading import Way
from game.session.saves.naming import SUFFIX
from game.telling import _, told
from game.telling.grammar import listed


@dataclass(frozen=True)
class Compared:
    """What was written, and what a person should be told of it."""

    files: tuple[Path, ...]
    """None where nothing could be told."""
    warnings: tuple[str, ...]
    left_out: tuple[str, ...]
    """The saves that are not in it, each with why."""


def saves_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """`paths`, with the saves in a folder in its place, by name: not every shell writes them out."""
    return tuple(one for path in paths for one in (sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else (path,)))


def compare(
    paths: Sequence[Path],
    out: Path,
    *,
    seat: str = "",
    facilitator: bool = False,
    signs: Signs = USUAL,
    workbook: bool = False,
) -> Compared:
    """Write ``index.html``, ``results.csv`` and ``results_dictionary.csv`` into `out`.

    With `workbook` it writes ``results.xlsx`` too; `signs` are those of the CSV.

    A save that cannot be told of is left out, and said. `seat` and `facilitator` as for a single match.

    Raises:
        OSError: when the folder cannot be written.
    """
    teams, left = _read(paths, seat, facilitator)
    if not teams:
        return Compared((), (), left)
    out.mkdir(parents=True, exist_ok=True)
    page = out / "index.html"
    page.write_text(side_by_side.render(teams, left), encoding="utf-8", errors="replace")
    tables = {"results": results.results(teams), "results_dictionary": results.dictionary(teams)}
    files = spreadsheet.write(tables, out, signs, "results" if workbook else "")
    return Compared((page, *files), tuple(_warnings(teams, facilitator)), left)


def _read(paths: Sequence[Path], seat: str, facilitator: bool) -> tuple[tuple[Team, ...], tuple[str, ...]]:  # noqa: FBT001
    """The teams of all saves, and why others are left out."""
    teams: list[Team] = []
    left: list[str] = []
    seen: dict[bytes, Path] = {}
    for path in paths:
        try:
            digest = hashlib.sha256(path.read_bytes()).digest()
            if digest in seen:
                text = _("{file} is the same match as {other}: it counts once")
                left.append(text.format(file=path.name, other=seen[digest].name))
                continue
            seen[digest] = path
            teams += teams_of(load_match(path, way=Way.READ), path.stem, seat, facilitator=facilitator)
        except OSError as error:
            left.append(f"{path.name}: {(error.strerror or str(error)).lower()}")
        except WhichSeat as question:
            text = _("{file}: {question} Give --seat, or --facilitator for everything")
            left.append(text.format(file=path.name, question=question))
        except (SaveError, KeyError) as error:
            what = told(error)
            left.append(what if path.name in what else f"{path.name}: {what}")
    return tuple(teams), tuple(left)


def _warnings(teams: Sequence[Team], facilitator: bool) -> Iterator[str]:  # noqa: FBT001
    """What must be known before the page is shown to people who still play."""
    open_runs = listed(tuple(dict.fromkeys(team.run for team in teams if not team.finished)))
    if not open_runs:
        return
    if facilitator:
        text = _("not over: {runs}; this tells the seed and the script of each, and is not for players")
    else:
        text = _("not over: {runs}; told is what the seat of each may know so far, without the script and the seed")
    yield text.format(runs=open_runs)
    still = {team.scenario for team in teams if not team.finished}
    if not facilitator and any(team.finished and team.scenario in still for team in teams):
        yield _("others of the same scenario are over and told wholly: do not show this to who still plays")
