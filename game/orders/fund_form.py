"""What a person fills in to finance a project."""

from __future__ import annotations

from typing import Any

from game.engine.messages import Amount
from game.marks import N_
from game.orders.form import Alternative, Face, Flag, Form, Given, OneOf, Pick, Scale, Way, constant, usual


def _one(face: Face, project: object) -> Any:
    return next(one for one in face.projects if one.id == project)


def _most(face: Face, given: Given) -> float:
    """The public share that is left for the seat."""
    most: float = face.briefing.public_share
    taken = _one(face, given["project"]).public_share if "project" in given else 0.0
    return max(most - taken, 0.0) if taken < most - 1e-9 else most


_PROJECT = Pick(
    name="project",
    label=N_("Project"),
    place=N_("PROJECT"),
    axis="projects",
    known=lambda face, given: [one.id for one in face.projects],
    fitting=lambda face, given: [one.id for one in face.projects if one.choice.allowed],
    beside=lambda face, project: Amount(_one(face, project).choice.price, "US$ million"),
)
_INSTRUMENT = OneOf(
    name="instrument",
    label=N_("Public money as"),
    place=N_("INSTRUMENT"),
    now=usual("loan"),
    offered=lambda face: face.briefing.instruments,
    alternatives=(
        Alternative(
            "equity",
            N_("Equity"),
            N_("equity"),
            N_("Buys a stake: the most offtake, the whole sum is spent at once"),
        ),
        Alternative("loan", N_("Loan"), N_("loan"), N_("Comes back if the project lives; buys a part of the offtake")),
        Alternative(
            "guarantee", N_("Debt guarantee"), N_("debt guarantee"), N_("Only sets a sum aside, and buys little")
        ),
        Alternative(
            "liability",
            N_("Liability guarantee"),
            N_("liability guarantee"),
            N_("Cheap: answers for the harm that a failure does to others"),
        ),
        Alternative(
            "grant",
            N_("Exploration grant"),
            N_("exploration grant"),
            N_("Before permits only: lowers the risk, buys next to nothing, never comes back"),
        ),
    ),
)
_PUBLIC_SHARE = Scale(
    name="public_share",
    label=N_("Public share"),
    place=N_("PERCENT"),
    tip=N_("Private money brings the rest"),
    unit="share",
    measure=N_("per cent of the cost"),
    low=lambda face, given: face.briefing.least_public_share,
    high=_most,
    step=constant(0.05),
    now=_most,
    worth=lambda face, given: Amount(_one(face, given["project"]).capex * given["public_share"], "US$ million"),
)

_TOGETHER = Flag(name="together", label=N_("With others"), place="")

FORM = Form(
    panel="projects",
    fields=(_PROJECT, _INSTRUMENT, _PUBLIC_SHARE, _TOGETHER),
    ways=(
        Way(
            word="fund",
            button=N_("Finance it"),
            text=N_("finance a project, by a loan unless said"),
            asks=("project",),
            may=("instrument", "public_share"),
            sets={"together": False},
        ),
        Way(
            word="cofund",
            button=N_("Only with others"),
            text=N_(
                "finance a part, on condition that others bring the rest in the same turn; else the money comes back"
            ),
            asks=("project",),
            may=("instrument", "public_share"),
            sets={"together": True},
        ),
    ),
)
