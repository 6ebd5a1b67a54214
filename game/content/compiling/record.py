"""From ``record.yaml`` to `Curve`. What cannot be compiled is reported where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.compiling.frame import Frame
from game.content.compiling.looks import Looks, Report
from game.content.facts import whole_years
from game.content.models import facts, record
from game.content.numbers import Path
from game.content.origin import Origin
from game.content.record import Curve, Real


def compile_record(written: record.RealRecord, frame: Frame, report: Report) -> tuple[Curve, ...]:
    """The curves of `written`. Where anything was reported, what is returned is incomplete and must not be used."""
    return tuple(_curves(written, frame, report))


def _curves(written: record.RealRecord, frame: Frame, report: Report) -> Iterator[Curve]:
    looks, calendar = Looks(frame, (), report), frame.calendar
    for key, curve in written.curves.items():
        at: Path = ("curves", key)
        simulated = curve.simulated
        look = looks.look(
            (*at, "simulated"),
            facts.Look.model_construct(
                **{name: getattr(simulated, name) for name in type(simulated).model_fields if name != "times"}
            ),
        )
        if look is None:
            continue
        if look.by_year and not whole_years(look.span, calendar):
            report((*at, "simulated"), "no whole year in the window", "make it longer or leave each out", key=True)
        yield Curve(
            key=key,
            title=curve.title,
            unit=curve.unit,
            logarithmic=curve.scale == "log",
            look=look,
            times=simulated.times,
            real=tuple(
                _real(frame, report, (*at, "real", place), real, curve) for place, real in enumerate(curve.real)
            ),
        )


def _real(frame: Frame, report: Report, at: Path, real: record.Real, curve: record.Curve) -> Real:
    calendar = frame.calendar
    first, last = calendar.start // 12, (calendar.start + calendar.months - 1) // 12
    for year, value in real.by_year.items():
        if not first <= year <= last:
            report(
                (*at, "by_year", year), f"{year} is not in the scenario", f"it runs from {first} to {last}", key=True
            )
        elif curve.scale == "log" and value <= 0:
            report((*at, "by_year", year), f"{value:g} on a logarithmic scale", "write scale: linear")
    origin = Origin(tuple(real.source), real.confidence, "", real.note or "")
    return Real(real.label, real.by_year, frame.manuscript.library.evidence(origin))
