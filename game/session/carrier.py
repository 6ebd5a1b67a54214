"""The records of a seat as JSON, for a program that plays the seat from elsewhere, and back: equal by ``==``.

A record cites documents, which lie in files of the host. They go with it as far as its reader may know them (see
`content.library.Library.references`), each once, and the record at the other end is told of them as it would be here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar, get_type_hints

from game.content.library import ALWAYS, Evidence, Library, Reference, in_brackets
from game.content.origin import Origin
from game.content.package import NationText, RuleText, SiteText, Text
from game.session.codec import Codec, Differs, Shape
from game.session.face.build import DRAFTED
from game.session.lexicon import Entry
from game.session.views import View

Record = TypeVar("Record")
Shelf = dict[str, dict[str, Reference]]
"""Month of who reads and key to what the key stands for."""
_ENTRIES = (NationText, SiteText, Text, RuleText)


@dataclass(frozen=True)
class Sent(Library):
    """The documents that came with a record."""

    shelf: Shelf = field(default_factory=dict)

    def references(self, cited: Iterable[str], by: str = ALWAYS) -> tuple[Reference, ...]:
        known = self.shelf.get(by, {})
        return tuple(known.get(key) or Reference(key, ()) for key in cited)

    def mentioned(self, text: str) -> tuple[str, ...]:
        known = {key for shelf in self.shelf.values() for key, one in shelf.items() if one.works}
        return tuple(key for key in in_brackets(text) if key in known)


@cache
def _drafted() -> dict[str, Any]:
    """What of a view its draft changes, and of which type each is."""
    kinds = get_type_hints(View)
    return {name: kinds[name] for name in DRAFTED}


class Carrier:
    """Packs and unpacks records, one at a time."""

    def __init__(self) -> None:
        self._shelf: Shelf = {}
        self._sent = Sent()
        self._codec = Codec({Entry: _ENTRIES}, {})
        self._origin = self._codec.shape(Origin)
        self._codec = Codec({Entry: _ENTRIES}, {Evidence: Shape(self._put, self._take)})

    def pack(self, kind: type, record: Any) -> dict[str, Any]:
        """A record of the type `kind`, and what it cites.

        Raises:
            Differs: when it is of another type.
        """
        self._shelf = {}
        packed = self._codec.write(kind, record)
        return {"record": packed, "cited": self._codec.write(dict[str, dict[str, Reference]], self._shelf)}

    def unpack(self, kind: type[Record], data: Mapping[str, Any]) -> Record:
        """The record that was packed as `data`.

        Raises:
            Differs: when another version packed it.
        """
        self._sent = Sent(shelf=self._codec.read(dict[str, dict[str, Reference]], data.get("cited")))
        found: Record = self._codec.read(kind, data.get("record"))
        return found

    def pack_drafted(self, view: View) -> dict[str, Any]:
        """What of a view its draft changes, see `face.build.redraw`; it is half of it."""
        self._shelf = {}
        packed = {name: self._codec.write(kind, getattr(view, name)) for name, kind in _drafted().items()}
        return {"record": packed, "cited": self._codec.write(dict[str, dict[str, Reference]], self._shelf)}

    def unpack_drafted(self, view: View, data: Mapping[str, Any]) -> View:
        """`view`, of the same turn of the same seat, with the draft that was packed as `data`. Raises as `unpack`."""
        self._sent = Sent(shelf=self._codec.read(dict[str, dict[str, Reference]], data.get("cited")))
        parts, kinds = data.get("record"), _drafted()
        if not isinstance(parts, dict) or parts.keys() != kinds.keys():
            raise Differs("View")
        return replace(view, **{name: self._codec.read(kind, parts[name]) for name, kind in kinds.items()})

    def _put(self, evidence: Evidence) -> Any:
        cited = (*evidence.references, *evidence.mentioned.values())
        self._shelf.setdefault(evidence.by, {}).update((one.key, one) for one in cited)
        return {"origin": self._origin.write(evidence.origin), "by": evidence.by}

    def _take(self, data: Any) -> Evidence:
        return Evidence(self._origin.read(data["origin"]), self._sent, data["by"])
