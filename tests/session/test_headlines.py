"""What is news, and what stands in the record alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.engine.events import Event
from game.engine.messages import Name
from game.engine.world import News
from game.session.headlines import headlines
from game.session.lexicon import Lexicon
from game.session.views import Headline
from game.telling import Teller, numbers
from tests.session.scripts import play
from tests.session.small_package import small_package

PACKAGE = small_package()
TELLER = Teller(Lexicon.of_control(PACKAGE), "arden")


def told(headline: Headline) -> str:
    return TELLER.headline(headline).replace(numbers.BLANK, " ")


ARDEN = PACKAGE.world.names.index("nations", "arden")
RIVAL = PACKAGE.world.rival


@pytest.mark.parametrize(
    ("kind", "actor", "target"), [("control_bites", RIVAL, ARDEN), ("stockpile_released", ARDEN, -1)]
)
def test_a_few_tonnes_beside_the_need_are_no_news(kind: str, actor: int, target: int) -> None:
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    good = PACKAGE.world.names.goods.index("light_oxide")
    need = float(PACKAGE.world.supply.start["usual_use"][0, ARDEN, good])
    for part, minor in ((0.01, True), (0.5, False)):
        event = Event(0, 0, kind, actor, target, good, part * need, "market")
        (headline,) = headlines(PACKAGE, ARDEN, replace(report, events=(event,), refused={}, orders={}))
        assert headline.minor is minor


def test_a_small_project_is_news_for_who_has_a_part_in_it() -> None:
    """Here the project adds a quarter of what the sites of its stage can run."""
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    host = int(PACKAGE.world.sites.host[PACKAGE.world.projects.site[0]])
    for works, sponsor, minor in ((0.01, -1, False), (0.9, -1, True), (0.9, ARDEN, False)):
        package = replace(PACKAGE, world=replace(PACKAGE.world, news=News(0.1, 0.02, works)))
        event = Event(0, 0, "project_phase", sponsor, host, 0, 3.0, "market")
        (headline,) = headlines(package, ARDEN, replace(report, events=(event,), refused={}, orders={}))
        assert headline.minor is minor


def test_of_the_goods_of_one_material_the_first_speaks_for_all() -> None:
    """What is of no material speaks for itself."""
    world = PACKAGE.world
    names = ("ore", "light_oxide", "heavy_oxide", "magnet_alloy", "scrap")
    package = replace(PACKAGE, world=replace(world, goods=replace(world.goods, material=np.array([0, 0, 1, -1, -1]))))
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    events = tuple(
        Event(0, 0, "control_bites", RIVAL, ARDEN, world.names.goods.index(good), 900.0, "market") for good in names
    )
    lines = headlines(package, ARDEN, replace(report, events=events, refused={}, orders={}))
    assert [line.message.parts["item"] for line in lines] == [
        Name("goods", good) for good in ("ore", "heavy_oxide", "magnet_alloy", "scrap")
    ]


@pytest.mark.parametrize(
    ("tension", "demand", "budget", "tone"),
    [
        (0.2, 1.0, 0.0, "bad"),
        (0.0, 1.3, 0.0, "bad"),
        (0.0, 1.0, 50.0, "good"),
        (-0.2, 1.0, 0.0, "good"),
        (0.0, 1.0, 0.0, "plain"),
    ],
)
def test_an_incident_sounds_as_it_is_for_the_seat(tension: float, demand: float, budget: float, tone: str) -> None:
    incident = PACKAGE.world.incidents[0]
    nations = len(PACKAGE.world.names.nations)
    changed = replace(
        incident,
        tension=np.full(nations, tension),
        demand=np.full_like(incident.demand, demand),
        budget=np.full(nations, budget),
    )
    world = replace(PACKAGE.world, incidents=(changed, *PACKAGE.world.incidents[1:]))
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    event = Event(0, 0, "incident", -1, -1, 0, 0.0, "incident:collision")
    package = replace(PACKAGE, world=world)
    (headline,) = headlines(package, ARDEN, replace(report, events=(event,), refused={}, orders={}))
    assert headline.tone == tone


@pytest.mark.parametrize(
    ("kind", "change", "text", "tone"),
    [
        ("rule_fired", 0.1, "Dominion acts against Arden: Embargo", "rival"),
        ("rule_ended", 0.1, "Dominion lifts its measure against Arden: “Embargo” is over", "good"),
        ("rule_fired", -0.1, "Dominion: Embargo", "good"),
        ("rule_ended", -0.1, "Dominion: “Embargo” is over", "plain"),
    ],
)
def test_an_offer_of_the_rival_is_no_act_against_anyone(kind: str, change: float, text: str, tone: str) -> None:
    rules = PACKAGE.world.rival_rules
    position = PACKAGE.world.names.index("rules", "embargo")
    world = replace(
        PACKAGE.world,
        rival_rules=replace(
            rules, does={"tension": np.full((len(rules.when), len(PACKAGE.world.names.nations)), change)}
        ),
    )
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    event = Event(0, 0, kind, RIVAL, ARDEN, position, 0.0, "rule:embargo")
    package = replace(PACKAGE, world=world)
    (headline,) = headlines(package, ARDEN, replace(report, events=(event,), refused={}, orders={}))
    assert (told(headline), headline.tone) == (text, tone)


@pytest.mark.parametrize(
    ("kind", "text", "tone"),
    [
        ("export_tariff", "Boreas charges 25 % more on what it buys of Cars from Arden", "bad"),
        ("export_tariff_cut", "Boreas lowers its tariff on Cars from Arden to 25 %", "good"),
        ("export_tariff_over", "Boreas ends its tariff on Cars from Arden", "good"),
    ],
)
def test_a_foreign_tariff_in_words(kind: str, text: str, tone: str) -> None:
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    event = Event(0, 0, kind, PACKAGE.world.names.index("nations", "boreas"), ARDEN, 0, 0.25, "incident:collision")
    (headline,) = headlines(PACKAGE, ARDEN, replace(report, events=(event,), refused={}, orders={}))
    assert (told(headline), headline.tone, TELLER.cause(headline)) == (text, tone, "after: A collision at sea")


@pytest.mark.parametrize(
    ("kind", "text", "tone"),
    [
        ("offtake_grabbed", "Dominion secures 40 % of the output of Refinia Plant", "rival"),
        ("offtake_refused", "Refinia lets Dominion have nothing of Refinia Plant", "plain"),
    ],
)
def test_what_the_rival_secures_in_words(kind: str, text: str, tone: str) -> None:
    names = PACKAGE.world.names
    site, host = names.index("sites", "refinia_plant"), names.index("nations", "refinia")
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    event = Event(0, 0, kind, RIVAL, host, site, 0.4, "rule:squeeze")
    (headline,) = headlines(PACKAGE, ARDEN, replace(report, events=(event,), refused={}, orders={}))
    assert (told(headline), headline.tone, TELLER.cause(headline)) == (text, tone, "rule: Squeeze")


def test_an_offer_to_work_together_is_no_act_against_anyone() -> None:
    world, position = PACKAGE.world, PACKAGE.world.names.index("rules", "squeeze")
    offer = np.zeros((len(world.names.rules), len(world.names.nations), len(world.names.agreements)), dtype=bool)
    offer[position, ARDEN, 0] = True
    package = replace(PACKAGE, world=replace(world, rival_rules=replace(world.rival_rules, does={"offer": offer})))
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    event = Event(0, 0, "rule_fired", RIVAL, ARDEN, position, 0.0, "rule:squeeze")
    (headline,) = headlines(package, ARDEN, replace(report, events=(event,), refused={}, orders={}))
    assert (told(headline), headline.tone) == ("Dominion: Squeeze", "good")
