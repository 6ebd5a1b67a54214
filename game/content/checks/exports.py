"""What industry sells abroad, and the tariffs that fall on it."""

from __future__ import annotations

from game.content.checks.sums import NEAR
from game.content.findings import WARNING
from game.content.manuscript import Manuscript
from game.content.models.economy import Economy
from game.content.models.entry import picked
from game.content.models.incidents import Incidents, Tariff
from game.content.models.nations import Nations
from game.content.models.supply.sectors import Sectors


def check(manuscript: Manuscript) -> None:
    """Report sectors that export more than they make, and tariffs on goods that nobody sells there."""
    economy, sectors, nations = manuscript.get(Economy), manuscript.get(Sectors), manuscript.get(Nations)
    if not economy or not sectors or not nations:
        return
    if economy.exports:
        for seller in nations.nations:
            for sector in sectors.sectors:
                _whole(manuscript, economy, seller, sector, tuple(nations.nations))
    incidents = manuscript.get(Incidents, "scene") if not manuscript.failed() else None
    for name, incident in incidents.incidents.items() if incidents else ():
        for tariff in incident.tariff:
            if tariff.by in nations.nations and not _falls(economy, tariff, tuple(sectors.sectors), nations):
                what = f"the tariff of '{tariff.by}' falls on nothing: nobody named in it sells such goods there"
                hint = "write what is sold under exports in economy.yaml"
                manuscript.report(
                    "scene", "incidents", ("incidents", name, "tariff"), what, hint, key=True, severity=WARNING
                )


def _whole(manuscript: Manuscript, economy: Economy, seller: str, sector: str, nations: tuple[str, ...]) -> None:
    sold = sum(_share(economy, seller, sector, buyer) for buyer in nations)
    if sold > 1.0 + NEAR:
        what = f"{seller} exports {sold:.3g} of the output of {sector}, more than 1"
        manuscript.report("rules", "economy", ("exports", "share"), what, "name the buyers one by one", key=True)


def _share(economy: Economy, seller: str, sector: str, buyer: str) -> float:
    if not economy.exports or buyer == seller:
        return 0.0
    return economy.exports.share.at(seller, sector, buyer) or 0.0


def _falls(economy: Economy, tariff: Tariff, sectors: tuple[str, ...], nations: Nations) -> bool:
    """Whether anything that `tariff` names is sold to its buyer."""
    return any(
        _share(economy, seller, sector, tariff.by) > 0.0
        for seller in nations.nations
        if (tariff.against.at(seller) or 0.0) >= 0.0
        for sector in picked(tariff.sector, sectors)
    )
