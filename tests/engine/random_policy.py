"""Random but legal policies: what players and the rival might do to a state, for property tests."""

from __future__ import annotations

import numpy as np

from game.engine.phases import project_finance
from game.engine.state import CARE, IN_FORCE, OPERATING, State
from game.engine.world import World


def disturb(world: World, state: State, rng: np.random.Generator) -> None:
    """Set policies, controls, contracts and standings of `state` at random, in place."""
    state.stockpile_target[: world.seats] = rng.uniform(0.0, 200.0, state.stockpile_target[: world.seats].shape)
    state.stockpile_target[:, ~world.stockpiles.goods] = 0.0
    state.stockpile_pace[:] = rng.uniform(0.0, 30.0, state.stockpile_pace.shape)
    state.release_rule[:] = rng.integers(0, 3, state.release_rule.shape)
    state.import_tariff[: world.seats] = rng.uniform(0.0, 1.0, state.import_tariff[: world.seats].shape)
    state.price_floor[: world.seats] = rng.choice([0.0, 30.0], state.price_floor[: world.seats].shape)
    state.posture[: world.seats] = rng.integers(0, 4, state.posture[: world.seats].shape)
    state.research_rate[: world.seats] = rng.uniform(0.0, 30.0, state.research_rate[: world.seats].shape)
    state.budget[:] = rng.choice([0.0, 1.0, 500.0], state.budget.shape)
    state.held("reserve", "NG")[: world.seats] = (
        rng.uniform(0.0, 400.0, state.reserve[: world.seats].shape) * world.stockpiles.goods[:, None]
    )
    state.offtake[: world.seats] = rng.uniform(0.0, 0.5, state.offtake[: world.seats].shape)
    state.held("stock", "NG")[...] *= rng.choice([0.0, 0.3, 1.0, 3.0], state.stock.shape)
    state.held("price", "ZG")[...] *= rng.uniform(0.5, 3.0, state.price.shape)
    state.tension[:] = rng.uniform(0.0, 1.0, state.tension.shape)
    state.held("fear", "NG")[:] = rng.uniform(0.0, 1.0, state.fear.shape)
    project_finance.set_floors(world, state)
    _agreements(world, state, rng)
    standing = rng.choice([OPERATING, CARE], state.site_status.shape)
    state.site_status[:] = np.where(state.site_status > 0, standing, state.site_status)
    _standards(world, state, rng)


def _standards(world: World, state: State, rng: np.random.Generator) -> None:
    state.standard[: world.seats] = rng.integers(-1, 2, state.standard[: world.seats].shape)
    for held in (state.project_standard, state.site_standard):
        held[:] = rng.integers(-1, 2, held.shape)
    state.project_terms[:] = state.project_standard != 0
    state.stake[:] = rng.choice([0.0, 0.0, 0.3], state.stake.shape)


def control(world: World, state: State, rng: np.random.Generator) -> None:
    """Set the rival's controls at random, as its rules would."""
    state.quota[:] = rng.choice([0.0, 10.0, 200.0, np.inf], state.quota.shape)
    state.export_tax[:] = rng.uniform(0.0, 0.5, state.export_tax.shape)
    state.licence[:] = rng.uniform(0.0, 1.0, state.licence.shape)
    state.embargo[:] = rng.choice([0.0, 0.5, 1.0], state.embargo.shape)
    state.flood[:] = rng.uniform(0.0, 0.5, state.flood.shape)
    for held in (state.licence, state.embargo):
        held[world.rival] = 1.0 if held is state.licence else 0.0


def _agreements(world: World, state: State, rng: np.random.Generator) -> None:
    signed = rng.random(state.agreement.shape) < 0.2
    signed &= world.agreements.allowed[..., None]
    state.agreement[:] = np.where(signed, IN_FORCE, 0)
    state.agreement_left[:] = np.where(signed, 12.0, 0.0)
