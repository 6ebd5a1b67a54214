"""``chokepoint calibrate``: fit the free figures of a scenario to the early years of its facts, and report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.failures import USAGE, Failure

if TYPE_CHECKING:
    from game.lab.calibration.run import Calibrated


def command(
    scenario: str = typer.Argument(
        "", metavar="[SCENARIO]", help="Name of a scenario with a calibration, or its folder."
    ),
    draws: int = typer.Option(
        0, "--draws", metavar="N", min=0, max=256, help="Matches of a trial; 0: as its file says."
    ),
    evaluations: int = typer.Option(
        8, "--evaluations", metavar="N", min=1, max=1000, help="Steps of the fit, each with a trial for every figure."
    ),
    seed: int = typer.Option(
        -1, "--seed", metavar="N", min=-1, max=2**63 - 1, help="Seed of the trials; -1: as its file says."
    ),
    processes: int = typer.Option(
        1, "--processes", metavar="N", min=1, max=256, help="Processes that share the trials."
    ),
    json_file: str = typer.Option("", "--json", metavar="FILE", help="Write the report as JSON; - is the screen."),
    out: Path | None = typer.Option(None, "--out", metavar="DIR", help="Write the tornado picture into this folder."),
    write: Path | None = typer.Option(None, "--write", metavar="FILE", help="Write the fitted values as YAML."),
) -> None:
    """Fit figures to facts, within their ranges, and show what moved and what is still off; no rule file is changed."""
    done = _fitted(scenario, draws, evaluations, seed, processes)
    if json_file:
        from game.cli.output import write_json
        from game.lab.calibration.data import as_json

        write_json(as_json(done), json_file)
    if json_file != "-":
        from game.lab.calibration.table import lines

        for line in lines(done):
            typer.echo(line)
    if out is not None:
        from game.lab.calibration.tornado import draw

        out.mkdir(parents=True, exist_ok=True)
        draw(done.sensitivity, out / "tornado.png")
    if write is not None:
        from game.lab.calibration.data import fragment

        write.write_text(fragment(done), encoding="utf-8")


def _fitted(scenario: str, draws: int, steps: int, seed: int, processes: int) -> Calibrated:
    from game.cli.backtest import open_with_facts
    from game.cli.progress import progress
    from game.content import load_calibration
    from game.lab.calibration.run import calibrate
    from game.lab.runs.seeds import Draws

    package, _ = open_with_facts(scenario)
    found = load_calibration(package.folder)
    if found is None:
        raise Failure(f"{package.scenario} has no calibration.yaml: nothing says what may be moved", code=USAGE)
    calibration, facts = found
    drawn = Draws(calibration.seed if seed < 0 else seed, draws or calibration.draws)
    name, folder = package.scenario, package.folder
    with progress(f"{len(calibration.parameters)} figures", "trials") as tell:
        try:
            return calibrate(name, folder, calibration, facts, drawn, steps=steps, processes=processes, tell=tell)
        except ValueError as error:
            raise Failure(f"{name}: {error}", code=USAGE) from error
