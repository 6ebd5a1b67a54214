"""What stands behind acts of the script: told once they have come about, in figures, to those who may know."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.content.package import Package
from game.engine.events import Event
from game.engine.messages import Amount, Message, Name
from game.session.lexicon import SECRET, Lexicon
from game.session.stories import known_to, story_of
from game.session.views import Story
from game.telling import Teller, numbers
from tests.session.scripts import BUSY, play
from tests.session.small_package import small_package

PACKAGE = small_package()
WORLD = PACKAGE.world
CONTROL = Lexicon.of_control(PACKAGE)
ARDEN, BOREAS = (WORLD.names.index("nations", name) for name in ("arden", "boreas"))


def incident_event(place: int = 0) -> Event:
    return Event(0, 3, "incident", -1, -1, place, 0.0, "")


def package_with(**changes: Any) -> Package:
    """The small package with its first incident changed."""
    incident = replace(WORLD.incidents[0], **changes)
    return replace(PACKAGE, world=replace(WORLD, incidents=(incident, *WORLD.incidents[1:])))


def told(story: Story, reader: str = "arden") -> list[str]:
    teller = Teller(CONTROL, reader)
    return [teller.tell(effect).replace(numbers.BLANK, " ") for effect in story.effects]


def test_a_rule_that_fired_tells_its_reason_and_its_source() -> None:
    event = Event(0, 3, "rule_fired", WORLD.rival, ARDEN, 0, 0.0, "")
    story = story_of(PACKAGE, ARDEN, event)
    assert story is not None
    rule = PACKAGE.rules[WORLD.names.rules[0]]
    assert (story.text, story.evidence.origin) == (rule.text, rule.origin)
    assert story.effects == rule.does


@pytest.mark.parametrize("kind", ["rule_ended", "shortage", "project_done"])
def test_what_is_no_act_of_the_script_has_no_story(kind: str) -> None:
    assert story_of(PACKAGE, ARDEN, Event(0, 3, kind, ARDEN, -1, 0, 0.0, "")) is None


def test_an_incident_tells_what_it_does_to_tension_and_industry() -> None:
    nations, sectors = len(WORLD.names.nations), len(WORLD.names.sectors)
    tension, demand = np.zeros(nations), np.ones((nations, sectors))
    tension[ARDEN], tension[BOREAS], demand[ARDEN, 0] = 0.4, -0.1, 0.8
    story = story_of(package_with(tension=tension, demand=demand, months=5), ARDEN, incident_event())
    assert story is not None
    sector = CONTROL.within("sectors", WORLD.names.sectors[0])
    assert told(story) == [
        "tension with Dominion up by 40 / 100: Arden",
        "tension with Dominion down by 10 / 100: Boreas",
        f"{sector} in Arden: 80 % of the usual need, 5 months long",
    ]


def test_what_is_the_same_everywhere_is_said_once() -> None:
    demand = np.full((len(WORLD.names.nations), len(WORLD.names.sectors)), 0.93)
    tension = np.zeros(len(WORLD.names.nations))
    story = story_of(package_with(tension=tension, demand=demand, months=12), ARDEN, incident_event())
    assert story is not None
    assert told(story) == ["all industry, everywhere: 93 % of the usual need, 12 months long"]


def test_money_is_told_to_its_owner_alone() -> None:
    budget = np.zeros(len(WORLD.names.nations))
    budget[ARDEN] = 900.0
    changed = package_with(budget=budget)
    own, other = (story_of(changed, seat, incident_event()) for seat in (ARDEN, BOREAS))
    assert own is not None
    assert other is not None
    assert Message("effect.budget", {"amount": Amount(900.0, "US$ million")}) in own.effects
    assert not any(effect.code == "effect.budget" for effect in other.effects)


def test_effects_on_what_nobody_speaks_of_yet_are_left_out() -> None:
    output = np.ones(len(WORLD.names.sites))
    output[0] = 0.5
    story = story_of(package_with(output=output, months=6), ARDEN, incident_event())
    assert story is not None
    all_but = {axis: CONTROL.ids(axis) for axis in SECRET} | {"sites": WORLD.names.sites[1:]}
    hidden = CONTROL.only(all_but)
    names = {part.id for effect in known_to(story, hidden, "2010-04").effects for part in _sites(effect)}
    assert names == set()
    assert {part.id for effect in known_to(story, CONTROL, "2010-04").effects for part in _sites(effect)} == {
        WORLD.names.sites[0]
    }


def _sites(effect: Message) -> tuple[Name, ...]:
    sites = effect.parts.get("sites", ())
    assert isinstance(sites, tuple)
    return tuple(part for part in sites if isinstance(part, Name))


def test_headlines_carry_stories_of_what_has_happened_and_of_nothing_else() -> None:
    match = play(PACKAGE, BUSY, seed=2)
    stories = [line for line in match.headlines("arden") if line.story is not None]
    assert stories
    assert {line.kind for line in stories} <= {"rule_fired", "incident"}
    fired = {part.id for line in stories for part in line.message.parts.values() if isinstance(part, Name)}
    assert fired & {*WORLD.names.rules, *(incident.key for incident in WORLD.incidents)}


def test_before_the_end_a_document_that_is_not_out_says_nothing() -> None:
    match = play(PACKAGE, BUSY, seed=2)
    story = next(line.story for line in match.headlines("arden") if line.story is not None)
    assert story.evidence.by == match.view("arden").month
