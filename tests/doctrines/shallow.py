"""Doctrines that look ahead, less far and into fewer futures: for tests that ask whether they play, not how well."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.content.package import Doctrine, Package


def shallow(package: Package, futures: int = 4, months: int = 1) -> Package:
    """`package` whose doctrines look no further than that."""
    return replace(package, bind_doctrine=partial(_bind, package, futures, months))


def _bind(package: Package, futures: int, months: int, doctrine: str, seat: str) -> Doctrine:
    bound = package.bind_doctrine(doctrine, seat)
    return bound if bound.ahead is None else replace(bound, ahead=replace(bound.ahead, futures=futures, months=months))
