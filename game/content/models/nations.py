"""``nations.yaml``: the nations, where they lie, and which map areas they cover.

::

    format: 1
    kind: nations
    nations:
      island: {name: Island, iso: [ISL], flag: world, lon: 138.0, lat: 36.0}
      eu:    {name: European Union, within: the European Union, iso: [DEU, FRA, EST], flag: eu, lon: 9.0, lat: 49.0}

Their order here is their order in tables, after the scenario's seats and the rival.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.content.models.entry import Document, Id, Record

Lon = Annotated[float, Field(ge=-180, le=180)]
Lat = Annotated[float, Field(ge=-90, le=90)]


class Nation(Record):
    """A nation, or a group of nations that acts as one."""

    name: str
    iso: list[Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]] = Field(
        description="ISO 3166-1 alpha-3 codes of the map areas it covers."
    )
    flag: str = Field(description="Name of a flag picture in the assets, usually the two-letter code.")
    lon: Lon
    lat: Lat
    within: str = Field(default="", description="The name within a sentence where it is another: the United States.")


class Nations(Document):
    kind: Literal["nations"]
    nations: dict[Id, Nation]
