"""One quota by weight for several goods."""

from __future__ import annotations

from collections.abc import Mapping


def parts(quota: float, asked: Mapping[int, float], pull: Mapping[int, float], spare: float) -> dict[int, float]:
    """What each good gets of a quota: by what is asked of it and how it pulls, and nobody much more than was asked.

    Args:
        quota: t/month, of all goods.
        asked: t/month, by good.
        pull: weight of a tonne asked, by good.
        spare: of what is asked, the most that a good gets before the others get the rest.
    """
    left, given = quota, dict[int, float]()
    while len(given) < len(asked):
        weight = {g: asked[g] * pull[g] for g in asked if g not in given}
        total = sum(weight.values())
        full = [g for g in weight if left * weight[g] / total >= spare * asked[g]]
        some = {g: spare * asked[g] for g in full} or {g: left * weight[g] / total for g in weight}
        given |= some
        left = max(left - sum(some.values()), 0.0)
    return given
