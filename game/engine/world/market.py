"""Prices, and the choice between origins."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array, Ints


@dataclass(frozen=True)
class Market:
    """Prices and the choice between origins."""

    origin: Ints
    """(N,) origin to which an exporter belongs; origin 0 is the rival's."""
    preference: Array
    """(X, N, M, K) share of its imports that a buyer asks of each origin at equal prices; sums to 1 over X."""
    price_response: float
    """Exponent of relative delivered price in that choice."""
    start_price: Array
    """(Z, M, K) US$/kg."""
    marginal_cost: Array
    """(Z, M, K) US$/kg to which prices fall in glut."""
    cover_exponent: float
    """Elasticity of the price to wanted over actual cover."""
    adjust_months: float
    momentum: float
    """Part of last month's price change that traders expect again."""
    expectation_gain: float
    """Part of the way to the present price that the usual one goes in a month ..."""
    expectation_return: float
    """... and of the way back to the reference price of demand."""
    floor: float
    ceiling: float
    """Limits of the price as multiples of the marginal cost."""
    basket: Array
    """(M,) parts of a kilogram of the basket in whose price the market as a whole is told; sums to 1."""
    leakage: float
    """Part of a cut flow that finds another way at twice the inside price (smuggling, re-export)."""
    wedge_months: float
    """Time over which the zones converge when nothing holds them apart."""
    wariness_gain: float
    """Part of the way to full wariness that a buyer goes in a month in which all its shipments are cut."""
    wariness_decay: float
    """Part of the wariness that fades a month."""
    wariness_effect: float
    """Part of the rival's share of imports that a fully wary buyer moves to other origins."""
    wariness_repute: float = 0.0
    """Wariness of every buyer, beside its own, toward a rival without any reputation; none at an even standing."""
