"""What each kind of line of a log holds. Keys that a later program adds are passed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from game.marks import N_, Said
from game.session.faults import SaveBroken
from game.session.saves.log import Log
from game.session.seeds import SEEDS

_LONGEST_TURN = 120
_MOST_TURNS = 10_000

Count = Annotated[int, Field(ge=0)]
Month = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


class _Line(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", allow_inf_nan=False, defer_build=True)


class Parent(_Line):
    """The match that a branch left. ``digest`` is that of the state it left in."""

    file: str
    turn: Count
    digest: str
    reason: str = ""
    """Why it was left; empty where nobody said."""
    before: Parent | None = None
    """The match that this one had left itself."""


class Header(_Line):
    """What the match is, so that it can be played again from its orders."""

    type: Literal["header"]
    format: Annotated[int, Field(ge=1)]
    program: str
    numpy: str
    python: str
    rule_set: str
    rule_set_version: str
    hash: str
    scenario: str
    title: str
    seed: Annotated[int, Field(ge=0, lt=SEEDS)]
    seats: list[str]
    people: dict[str, str]
    doctrines: dict[str, str]
    created: str
    start: Month
    turn_months: Annotated[int, Field(ge=1, le=_LONGEST_TURN)]
    turns: Annotated[int, Field(ge=1, le=_MOST_TURNS)]
    series: list[list[str]]
    initial: list[float]
    parent: Parent | None
    changes: dict[str, float] = {}
    rival: str = ""
    red_cell: str = ""


class Content(_Line):
    """The files of scenario and rule set: a JSON object of path to text, compressed."""

    type: Literal["content"]
    files: str


class Written(_Line):
    """An intervention, see `session.interventions.Intervention`."""

    kind: Literal["inject", "override", "ruling"]
    effect: str
    reason: str
    by: str
    serial: str = ""


class HandedOver(_Line):
    """A seat that changed hands; `led` where a doctrine leads it from then on."""

    seat: str
    before: str
    to: str
    led: bool


class Act(_Line):
    """What a person did to the draft of their seat, in the turn that follows; or what a facilitator did to the match
    (``intervene``), or to a seat (``hand_over``).
    """

    type: Literal["act"]
    turn: Count
    seat: str = ""
    do: Literal["add", "undo", "clear", "seal", "unseal", "intervene", "hand_over"]
    order: dict[str, Any] | None = None
    intervention: Written | None = None
    handed: HandedOver | None = None


class Event(_Line):
    match: Literal[0]
    month: Count
    kind: str
    actor: Annotated[int, Field(ge=-1)]
    target: Annotated[int, Field(ge=-1)]
    item: Annotated[int, Field(ge=-1)]
    amount: float
    cause: str


class Refused(_Line):
    order: dict[str, Any] | None
    code: Count


class Turn(_Line):
    """A turn that was played. ``digest`` and ``snapshot`` are of the state after it."""

    type: Literal["turn"]
    turn: Count
    orders: dict[str, list[dict[str, Any]]]
    reasons: dict[str, list[str]]
    refused: dict[str, list[Refused]]
    leaders: dict[str, dict[str, list[int]]]
    events: list[Event]
    terms: dict[str, dict[str, float]] = {}
    months: list[list[float]]
    digest: str
    snapshot: str
    scores: dict[str, float] = {}
    rival: list[str] | None = None
    interventions: list[Written] = []
    by_hand: Count = 0
    handed: list[HandedOver] = []


class Part(_Line):
    key: str
    label: str
    metric: str
    measured: float
    unit: str
    aggregate: str
    points: float
    weight: float


class Result(_Line):
    total: float
    won: bool
    parts: list[Part]


class End(_Line):
    """How it ended for each seat."""

    type: Literal["end"]
    turn: Count
    results: dict[str, Result]


_MODELS: Mapping[str, type[_Line]] = {
    "header": Header,
    "content": Content,
    "act": Act,
    "turn": Turn,
    "end": End,
}


def require_sound(log: Log) -> None:
    """Check every line of `log` against its model, and the lines against each other.

    Raises:
        SaveBroken: naming the line and what in it is wrong.
    """
    head = log.header
    _require(log, 1, head, None)
    for number, content in _numbered(log):
        _require(log, number, content, _turns_before(log, number))
    width, months = len(head["series"]), head["turn_months"]
    if len(head["initial"]) != width:
        raise SaveBroken(log.path, 1, Said(N_("a row has another width than the list of series")), None)
    for turn, line in enumerate(log.turns):
        if len(line["months"]) != months or any(len(row) != width for row in line["months"]):
            what = Said(N_("the rows of the months are not as many or as wide as the header says"))
            raise SaveBroken(log.path, log.numbers[turn] + 1, what, turn)


def _numbered(log: Log) -> list[tuple[int, Mapping[str, Any]]]:
    """The lines that are not the header, each with its number in the file, from 1."""
    found = [(place + 1, turn) for place, turn in zip(log.numbers, log.turns, strict=True)]
    if log.content is not None:
        found.append((2, log.content))
    after = log.numbers[-1] + 2 if log.numbers else 2 + (log.content is not None)
    found += [(after + place, act) for place, act in enumerate(log.acts)]
    return found if log.end is None else [*found, (len(log.lines), log.end)]


def _turns_before(log: Log, number: int) -> int | None:
    return None if number == 2 and log.content is not None else sum(place + 1 < number for place in log.numbers)


def _require(log: Log, number: int, content: Mapping[str, Any], good: int | None) -> None:
    try:
        _MODELS[str(content["type"])].model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        what = Said(N_("{place} does not hold what it must ({problem})"), place=place, problem=first["msg"])
        raise SaveBroken(log.path, number, what, good) from error
