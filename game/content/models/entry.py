"""What every entry of a rule file is built from: strict records, with or without an origin, and plain identifiers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from game.content.calendar import MONTH_PATTERN
from game.content.origin import NOWHERE, Origin, read_origin

FORMAT = 1
"""Version of the format that this program reads."""


class Record(BaseModel):
    """A map with fixed keys. Unknown keys are findings."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


@dataclass(frozen=True)
class OneOrMore:
    """Marks a list of which a file may give the only item alone."""

    item: type

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda raw: [raw] if isinstance(raw, self.item) else raw, handler(source)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


Cited = Annotated[list[Annotated[str, StringConstraints(min_length=1)]], OneOrMore(str)]
"""One key of ``sources.yaml``, or several."""


class Sourced(Record):
    """A record that may state one origin for all the bare numbers in it (see `game.content.origin`)."""

    source: Cited | None = Field(default=None, description="Key of sources.yaml, or several: what the numbers rest on.")
    confidence: Literal["high", "medium", "low"] | None = Field(default=None, description="Confidence in the source.")
    assumed: bool = Field(default=False, description="True where nobody measured it; needs why.")
    why: str | None = Field(default=None, description="Why this value was assumed.")
    note: str | None = Field(default=None, description="Anything a reader should know about the numbers.")

    @property
    def origin(self) -> Origin:
        """What the entry rests on; `NOWHERE` where it states nothing."""
        return read_origin(self.__dict__)[0] or NOWHERE


class Document(Sourced):
    """A whole file. Its first two keys are the version of the format and the kind of the file."""

    format: Literal[1] = Field(description="Version of the file format.")


def _pick(raw: Any) -> str | list[str]:
    if isinstance(raw, str):
        return raw if raw == EVERYTHING else [raw]
    if isinstance(raw, list) and raw and all(isinstance(item, str) for item in raw):
        return raw
    raise PydanticCustomError("pick", "expected all, an identifier or a list of identifiers")


AFTERWARDS = "What became of it in history: told after a match, and never in play."

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""Identifier: small letters, digits and underscores."""

EVERYTHING = "all"
"""Stands in a pick for all that there is."""

Pick = Annotated[
    str | list[str],
    PlainValidator(_pick),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]
"""``all``, one identifier, or a list of identifiers."""


def _text_of_number(raw: Any) -> Any:
    return str(raw) if isinstance(raw, (int, float)) and not isinstance(raw, bool) else raw


Month = Annotated[str, StringConstraints(pattern=MONTH_PATTERN.pattern), BeforeValidator(_text_of_number)]
"""A month as ``YYYY-MM``; a year alone is refused for how it is written, not for being a number."""


def picked(pick: str | Iterable[str], everything: Iterable[str]) -> tuple[str, ...]:
    """The identifiers that `pick` stands for."""
    return tuple(everything) if pick == EVERYTHING else tuple(pick)


def _text_of_truth(raw: Any) -> Any:
    return str(raw).lower() if isinstance(raw, bool) else raw


When = Annotated[str, BeforeValidator(_text_of_truth)]
"""A condition; plain ``true`` holds always."""
