"""What orders about a mine or plant share: the site by its place, and whom the order concerns."""

from __future__ import annotations

from game.engine.world import World
from game.orders.kinds import Order


class OfSite(Order):
    """An order about one `site`."""

    site: str

    def subject(self, world: World) -> tuple[int, int]:
        site = self._site(world)
        return int(world.sites.host[site]), site

    def _site(self, world: World) -> int:
        return world.names.index("sites", self.site)
