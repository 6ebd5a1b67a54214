"""Any order that the names of a world allow to be written down, sensible or not."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from game.engine.world import INSTRUMENTS, POSTURES, RELEASE_RULES, STANDARDS, World


def any_order(world: World) -> st.SearchStrategy[dict[str, Any]]:
    """Orders of every kind with identifiers of `world`."""
    names = world.names
    pair = {"agreement": st.sampled_from(names.agreements), "partner": st.sampled_from(names.nations)}
    kinds: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "fund_project": {
            "project": st.sampled_from(names.projects),
            "instrument": st.sampled_from(INSTRUMENTS),
            "public_share": st.floats(0.01, 1.0),
        },
        "set_stockpile": {
            "material": st.sampled_from(["all", *names.materials]),
            "target_days": st.floats(0, 365),
            "pace_days": st.floats(0, 60),
            "release": st.sampled_from(RELEASE_RULES),
        },
        "fund_research": {"line": st.sampled_from(names.lines), "rate": st.floats(0, 80)},
        "propose_agreement": pair,
        "leave_agreement": pair,
        "answer_agreement": {**pair, "accept": st.booleans()},
        "set_posture": {"posture": st.sampled_from(POSTURES)},
        "set_standard": {"standard": st.sampled_from(STANDARDS)},
        "set_trade_policy": {"import_tariff": st.floats(0, 1), "price_floor": st.floats(0, 60)},
    }
    return st.one_of(*(st.fixed_dictionaries({"kind": st.just(kind), **rest}) for kind, rest in kinds.items()))


def turns_of(world: World, most: int = 4) -> st.SearchStrategy[list[list[tuple[int, dict[str, Any]]]]]:
    """Turns of orders, each with the seat that gives it."""
    turn = st.lists(st.tuples(st.integers(0, world.seats - 1), any_order(world)), max_size=6)
    return st.lists(turn, min_size=1, max_size=most)
