"""``facts.yaml``: what a scenario that replays history is held against. A scenario may do without.

It changes nothing in a match: `check` and the back-test read it, `load` does not.

::

    format: 1
    kind: facts
    fit_until: 2016-12                # parts whose window ends later played no role in calibration
    fitted_error: {value: 0.1, unit: share, assumed: true, why: ...}    # optional: of fitted numbers, either way
    runs:                             # beside `base`, the scenario as it stands
      no_loan: {text: Nobody lends to the mine., without_orders: {island: [loan]}}
      idle: {text: The island waits and sees., doctrines: {island: status_quo}}
      no_controls: {text: The rival controls nothing., without_rules: [embargo], without_incidents: [boats]}
    facts:
      A01:
        group: documented             # stated in the documents of the rule set; external: by others
        what: The island buys less from the giant
        source: D3-03
        note: ...                     # optional: how a fact without numbers is read
        explanation: ...              # optional: why it fails, or passes only just
        given: ...                    # optional: what puts it in, where prices that stand still do not show it
        parts:                        # a fact passes when the measured value of every part lies in its range
          - label: mean 2018-20
            unit: share
            target: 0.58              # or [0.55, 0.6], where the source gives a band
            low: 0.53
            high: 0.63
            measure: {metric: "imports_from(island, giant)", over: imported(island), from: 2018-01, to: 2020-12}
      A21: {group: ..., what: ..., source: ..., waits_for: a cobalt rule set, parts: [{label: ..., ...}]}

A measure gives one number for each match. It looks at one of

- ``metric``: a figure month by month; with ``over`` as a part of another one, with ``base`` over its own mean in a
  window, with ``each: year`` year by year (mean of the months; with ``over`` the year's sum over the year's sum);
- ``metric`` with ``above`` or ``below``: whether it lies beyond that in a month;
- ``holds``: whether a condition holds in a month;
- ``figure``: a number of the rule set, ``file.key``.

in a window (``year``, or ``from`` and ``to``; the whole scenario where neither is given) and takes from it

- of a figure its ``mean`` (with ``over`` the sum over the sum), ``sum``, ``min``, ``max``, ``first`` or ``last``;
- of what is true or not ``ever`` (1 or 0), ``lasts`` (how long in all), ``start`` (the beginning of the first month, as
  a year with fractions), ``wait`` (from the start of the first month to that of the first month in which ``until``
  holds) or ``gap`` (from the end of its last month to the start of the first month in which ``until`` holds).

``lasts``, ``wait`` and ``gap`` come in the part's unit: days, months or years. What never happens has no value and lies
in no range; ``if_ever: true`` leaves such matches out. ``times`` multiplies the result, ``run`` names another run than
``base``, and ``against`` (with what is different there) compares with a second measure: ``as: ratio`` or
``as: difference``.

The measured value of a part is the median of the matches; of ``ever`` it is their share.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from game.content.figures import NumberField
from game.content.models.entry import Cited, Document, Id, Month, Record, When
from game.content.numbers import Numbers

Words = Annotated[str, StringConstraints(min_length=1)]
BASE = "base"
"""The run of the scenario as it stands."""

OF_FIGURES = ("mean", "sum", "min", "max", "first", "last")
OF_TRUTHS = ("ever", "lasts", "start", "wait", "gap")
Take = Literal["mean", "sum", "min", "max", "first", "last", "ever", "lasts", "start", "wait", "gap"]


def _band(raw: object) -> object:
    return [raw] if isinstance(raw, (int, float)) and not isinstance(raw, bool) else raw


Band = Annotated[
    list[float],
    Field(min_length=1, max_length=2),
    BeforeValidator(_band),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "array", "items": {"type": "number"}, "minItems": 1, "maxItems": 2},
            ]
        }
    ),
]
"""A number, or the ends of a band."""


class Window(Record):
    """Months from the first to the last, or a calendar year."""

    year: int | None = None
    from_: Month | None = Field(default=None, alias="from")
    to: Month | None = None


class Look(Window):
    """What is looked at; a field that is left out in ``against`` is as in the measure around it."""

    run: str | None = Field(default=None, description="One of the runs; base where it is left out.")
    metric: str | None = Field(default=None, description="A figure, as price(ndpr_oxide).")
    over: str | None = Field(default=None, description="Another figure, of which it is taken as a part.")
    base: Window | None = Field(default=None, description="Divide by the mean of this window.")
    above: float | None = None
    below: float | None = None
    holds: When | None = Field(default=None, description="A condition, in place of a figure.")
    until: When | None = Field(default=None, description="The condition that ends a wait or gap.")
    each: Literal["month", "year"] | None = None


class Against(Look):
    as_: Literal["ratio", "difference"] = Field(alias="as", description="How the two measures are compared.")


class Measure(Look):
    """How a number is taken from the months of a match."""

    figure: str | None = Field(default=None, description="A number of the rule set, as file.key.")
    take: Take = "mean"
    times: float = 1.0
    if_ever: bool = Field(default=False, description="Leave out matches in which it never happens.")
    against: Against | None = None


class Part(Record):
    """One number of a fact. `target` may be a band."""

    label: Words
    unit: Words
    target: Band
    low: float
    high: float
    measure: Measure | None = None
    note: Words | None = None


class Fact(Record):
    group: Literal["documented", "external"]
    what: Words
    source: Cited
    note: Words | None = Field(default=None, description="How the fact is read where its source gives no number.")
    explanation: Words | None = Field(default=None, description="Why it fails, or passes only just.")
    given: Words | None = Field(
        default=None, description="What of the files puts it in: it is an input and speaks for nothing."
    )
    waits_for: Words | None = Field(default=None, description="What is missing before this can be measured.")
    parts: Annotated[list[Part], Field(min_length=1)]


class Run(Record):
    """Another run beside the scenario as it stands."""

    text: Words
    doctrines: dict[str, str] = Field(default_factory=dict, description="Seat to the doctrine that leads it here.")
    without_orders: dict[str, list[str]] = Field(
        default_factory=dict, description="Seat to the rules of its doctrine whose orders it does not give here."
    )
    without_rules: list[str] = Field(default_factory=list, description="Rules of the rival that never fire.")
    without_incidents: list[str] = Field(default_factory=list, description="Incidents that never happen.")


class Facts(Document):
    kind: Literal["facts"]
    fit_until: Month = Field(description="Last month of the years that calibration may look at.")
    fitted_error: Annotated[Numbers, NumberField("share", low=0, high=1)] | None = Field(
        default=None, description="How far a fitted number may be off, as a share of it: bands move them so far."
    )
    runs: dict[Id, Run] = Field(default_factory=dict)
    facts: Annotated[dict[str, Fact], Field(min_length=1, description="By name: a capital letter, two digits.")]
