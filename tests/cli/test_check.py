"""``chokepoint check --metrics``: the list of all that a rule may name has every name."""

from __future__ import annotations

import json
import re

from game.content.models.rival import Action
from game.content.vocabulary import DATES
from game.engine.metrics import METRICS
from game.orders import KINDS
from tests.cli.conftest import Run
from tests.content.broken import SALT


def test_the_list_has_every_name_with_its_meaning(run: Run) -> None:
    shown = run("check", "--metrics")
    assert shown.code == 0
    flat = " ".join(shown.out.split())
    for entry in METRICS.values():
        meaning = entry.meaning.format(
            rival="the rival", headline="goods of the headline stage", counted="goods of the counted stages"
        )
        assert re.search(rf"{re.escape(entry.form)} \[[^]]+\] {re.escape(meaning)}", flat), entry.name
    for name in DATES:
        assert f'{name}("2010-09")' in flat
    for name in Action.model_fields:
        assert re.search(rf"{name}: {{.+?}} [A-Z]", flat), name
    for kind in KINDS:
        assert re.search(rf"{{kind: {kind}(, .+?)?}} [A-Z]", flat), kind
    assert all(len(line) <= 100 for line in shown.out.splitlines())


def test_the_list_says_what_may_stand_for_a_parameter(run: Run) -> None:
    flat = " ".join(run("check", "--metrics").out.split())
    assert "embargo: {nations: [NATIONS|all], goods: [GOODS|all], share: 0 to 1}" in flat
    assert "{kind: set_posture, posture: engage|neutral|protest|retaliate}" in flat
    assert "posture(nation) [code: 0 engage, 1 neutral, 2 protest, 3 retaliate]" in flat
    assert "budget(nation) [US$ million; a seat knows it of itself alone]" in flat


def test_the_list_as_json_is_the_same(run: Run) -> None:
    groups = json.loads(run("check", "--metrics", "--json", "-").out)["groups"]
    names = {group["title"]: [item["name"] for item in group["items"]] for group in groups}
    assert names == {
        "Metrics": [*METRICS],
        "Dates": [*DATES],
        "Actions": [*Action.model_fields],
        "Orders": [*KINDS],
    }


def test_a_check_wants_a_folder(run: Run) -> None:
    refused = run("check")
    assert refused.code == 2
    assert "--metrics" in refused.err


def test_the_fitted_numbers_of_goods_and_processes_are_counted(run: Run) -> None:
    shown = run("check", str(SALT))
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "no findings",
        "3 fitted numbers, moved with an outcome in sight:",
        "  sites.pans.capacity (2)",
        "  sectors.tables.lasting",
    ]
