from __future__ import annotations

import pytest
from game.engine.wiring import WIRING, name_of

from game.engine import step
from game.engine.fields import FIELDS
from tests.engine.trace import Seen, traced


@pytest.fixture(scope="module")
def seen() -> Seen:
    runs = [traced("embargo_2010"), traced("history_2008_2025")]
    return {
        phase: (set().union(*(run[phase][0] for run in runs)), set().union(*(run[phase][1] for run in runs)))
        for phase in runs[0]
    }


def test_every_phase_is_declared_in_the_order_of_the_month() -> None:
    assert list(WIRING) == [name_of(phase) for phase in step.PHASES]


def test_declarations_name_fields_of_the_state_in_order() -> None:
    for phase, wiring in WIRING.items():
        for names in (wiring.reads, wiring.changes):
            assert list(names) == sorted(set(names)), phase
            assert set(names) <= set(FIELDS), phase


@pytest.mark.slow
def test_phases_read_and_change_what_they_declare(seen: Seen) -> None:
    wrong = []
    for phase, (reads, changes) in seen.items():
        for kind, found in (("reads", reads), ("changes", changes)):
            declared = set(getattr(WIRING[phase], kind))
            wrong += [f'{phase}: add "{name}" to {kind}' for name in sorted(found - declared)]
            wrong += [f'{phase}: take "{name}" out of {kind}' for name in sorted(declared - found)]
    assert not wrong, "\n".join(["game/engine/wiring.py", *wrong])
