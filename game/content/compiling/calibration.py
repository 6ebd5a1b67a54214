"""From ``calibration.yaml`` to `Calibration`. What cannot be compiled is reported where it stands, all at once."""

from __future__ import annotations

from game.content.calibration import Calibration, Parameter
from game.content.changes import spot
from game.content.compiling.frame import Frame
from game.content.compiling.looks import Report
from game.content.models import calibration as models
from game.content.models.facts import Facts
from game.content.origin import NOWHERE, read_origin
from game.content.words import closest


def compile_calibration(record: models.Calibration, frame: Frame, report: Report) -> Calibration:
    """The calibration of `record`, with the figures as they stand in the frame's files, before anything is fitted.

    Where anything was reported, what is returned is incomplete and must not be used.
    """
    facts = frame.manuscript.get(Facts, "scene")
    known = tuple(facts.facts) if facts else ()
    for fact in record.weights:
        if fact not in known:
            report(("weights", fact), f"no fact '{fact}'", closest(fact, known), key=True)
    parameters = [_parameter(path, entry, frame, report) for path, entry in record.parameters.items()]
    return Calibration(
        parameters=tuple(parameter for parameter in parameters if parameter is not None),
        weights={fact: entry.weight for fact, entry in record.weights.items()},
        draws=record.draws,
        seed=record.seed,
        pull=record.pull,
    )


def _parameter(path: str, record: models.Parameter, frame: Frame, report: Report) -> Parameter | None:
    at = ("parameters", path)
    origin, what, hint = read_origin(record.__dict__)
    if origin is None:
        what = what or f"missing source for the range of '{path}'"
        report(at, what, hint or 'add source: KEY and confidence: ..., or assumed: true and why: "..."', key=True)
    if record.low >= record.high:
        report((*at, "low"), f"low {record.low:g} is not below high {record.high:g}", "give a range")
    found, wrong = spot(frame.manuscript, path)
    if found is None:
        report(at, *wrong, key=True)
        return None
    if record.low < record.high and not record.low <= found.value <= record.high:
        what = f"'{path}' is {found.value:g}, outside its range {record.low:g} to {record.high:g}"
        report(at, what, "widen the range or change the figure", key=True)
    evidence = frame.manuscript.library.evidence(origin or NOWHERE)
    return Parameter(path, found.unit, found.value, record.low, record.high, evidence)
