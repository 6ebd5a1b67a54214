"""A match inside a batch is bit for bit the match alone, and the same in another process."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from game.economy import machine
from game.engine import step
from game.engine.events import Events
from game.engine.fields import FIELDS
from game.engine.start import begin
from game.engine.state import RECORDS, State
from game.engine.world import World
from tests.engine.random_policy import disturb
from tests.examples import sparing
from tests.small_world import builders_world, seeds, small_world

WORLD = small_world()
BUILDERS = builders_world()
MONTHS = 40


def _play(state: State, months: int = MONTHS, *, watched: bool = False, world: World = WORLD) -> State:
    for _ in range(months):
        if state.month % world.calendar.turn_months == 0:
            step.begin_turn(world, state, Events(watched=False))
        step.step(world, state, Events(watched=watched))
    return state


def _differences(one: State, other: State) -> list[str]:
    fields = [name for name in FIELDS if not np.array_equal(getattr(one, name), getattr(other, name))]
    return fields + [name for name in RECORDS if getattr(one, name).tobytes() != getattr(other, name).tobytes()]


@sparing("width", [7, 256], 0)
@pytest.mark.parametrize("world", [WORLD, BUILDERS], ids=["plain", "builders"])
def test_a_match_in_a_batch_is_the_match_alone(width: int, world: World, rng: np.random.Generator) -> None:
    batch = begin(world, seeds(width))
    disturb(world, batch, rng)
    alone = {place: batch.pick(place) for place in (0, width // 2, width - 1)}
    _play(batch, world=world)
    for place, match in alone.items():
        assert _differences(_play(match, world=world), batch.pick(place)) == []


def test_plain_and_compiled_months_are_alike(rng: np.random.Generator, monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.wait()
    compiled = begin(BUILDERS, seeds(3))
    disturb(BUILDERS, compiled, rng)
    plain = compiled.copy()
    _play(compiled, world=BUILDERS)
    monkeypatch.setattr(machine, "ready", lambda: False)
    assert _differences(_play(plain, world=BUILDERS), compiled) == []


def test_being_watched_changes_nothing(rng: np.random.Generator) -> None:
    seen = begin(WORLD, seeds(2))
    disturb(WORLD, seen, rng)
    unseen = seen.copy()
    assert _differences(_play(seen, watched=True), _play(unseen)) == []


def test_a_copy_goes_its_own_way() -> None:
    state = _play(begin(WORLD, seeds(2)), 5)
    kept = state.copy()
    digest = kept.digest()
    _play(state, 5)
    assert kept.digest() == digest
    assert _differences(_play(kept, 5), state) == []


@pytest.mark.slow
def test_the_same_seed_gives_the_same_digest_in_another_process() -> None:
    program = (
        "from tests.engine.test_batch import WORLD, _play\n"
        "from game.engine.start import begin\n"
        "from tests.small_world import seeds\n"
        "print(_play(begin(WORLD, seeds(1, 11)), 24).digest())"
    )
    other = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == _play(begin(WORLD, seeds(1, 11)), 24).digest()
