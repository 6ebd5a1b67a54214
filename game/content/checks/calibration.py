"""``calibration.yaml`` of a scenario: read, checked and compiled, apart from what a match needs."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from game.content import reader
from game.content.calibration import Calibration, Parameter
from game.content.changes import spot
from game.content.draft import Draft, check_model
from game.content.models.calibration import Calibration as Record
from game.content.models.calibration import Parameter as ParameterRecord
from game.content.origin import read_origin
from game.content.words import closest

KIND = "calibration"


def check(draft: Draft, facts: Collection[str]) -> Calibration | None:
    """Read the ``calibration.yaml`` of the draft's scenario, if it has one, and report what is wrong with it.

    `facts` are the names of those that weights may be given to. Returns what calibration needs; None where there is no
    such file, or anything is wrong with it.
    """
    path: Path | None = None if draft.folder is None else draft.folder / f"{KIND}.yaml"
    if path is None or not path.is_file():
        return None
    draft.scene[KIND] = reader.read(path)
    draft.findings += draft.scene[KIND].findings
    check_model(draft, "scene", KIND, Record)
    record = draft.get(Record, "scene")
    if record is None:
        return None
    for fact in record.weights:
        if fact not in facts:
            draft.report("scene", KIND, ("weights", fact), f"no fact '{fact}'", closest(fact, facts), key=True)
    parameters = [_parameter(draft, path, entry) for path, entry in record.parameters.items()]
    found = tuple(parameter for parameter in parameters if parameter is not None)
    if draft.failed():
        return None
    weights = {fact: entry.weight for fact, entry in record.weights.items()}
    return Calibration(found, weights, record.draws, record.first_seed, record.pull)


def _parameter(draft: Draft, path: str, record: ParameterRecord) -> Parameter | None:
    at = ("parameters", path)
    origin, what, hint = read_origin(record.__dict__)
    if origin is None:
        what = what or f"missing source for the range of '{path}'"
        hint = hint or 'add source: "..." and confidence: ..., or assumed: true and why: "..."'
        draft.report("scene", KIND, at, what, hint, key=True)
    if record.low >= record.high:
        what = f"low {record.low:g} is not below high {record.high:g}"
        draft.report("scene", KIND, (*at, "low"), what, "give a range")
    found, wrong = spot(draft, path)
    if found is None:
        draft.report("scene", KIND, at, *wrong, key=True)
        return None
    if record.low < record.high and not record.low <= found.value <= record.high:
        what = f"'{path}' is {found.value:g}, outside its range {record.low:g} to {record.high:g}"
        draft.report("scene", KIND, at, what, "widen the range or change the figure", key=True)
    return Parameter(path, found.unit, found.value, record.low, record.high, record.origin_text)
