"""Links: a token of 128 bits opens a seat, the console or a screen; the room code opens the lobby alone."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

ROLES = ("console", "projector", "observer", "evaluator", "red")
"""Who has a link beside the seats."""
PAGES = {"seat": "play", "observer": "watch", "evaluator": "evaluate"}
"""Page of a role, where it is not called as the role is."""
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What no one mistakes for another on a projector."""
_CODE = 6


@dataclass(frozen=True)
class Audience:
    """Whom a connection speaks for: a role, and the seat where the role is one."""

    role: str
    seat: str = ""

    @property
    def key(self) -> str:
        """The name under which acts are written down."""
        return f"{self.role}:{self.seat}" if self.seat else self.role


@dataclass(frozen=True)
class Links:
    """All links of a session: token to audience, and the room code."""

    room: str
    tokens: Mapping[str, Audience]

    @classmethod
    def fresh(cls, seats: Iterable[str]) -> Links:
        """New links from the system's source of secrets."""
        audiences = [*(Audience("seat", seat) for seat in seats), *map(Audience, ROLES)]
        code = "".join(secrets.choice(_LETTERS) for _ in range(_CODE))
        return cls(code, {secrets.token_hex(16): audience for audience in audiences})

    @classmethod
    def kept(cls, facts: Mapping[str, object]) -> Links:
        """Links as `facts` gave them."""
        tokens = facts["tokens"]
        assert isinstance(tokens, dict)  # noqa: S101 - our own file
        return cls(str(facts["room"]), {token: Audience(*pair) for token, pair in tokens.items()})

    def facts(self) -> dict[str, object]:
        """What has to be kept to open the same doors again."""
        return {"room": self.room, "tokens": {token: (one.role, one.seat) for token, one in self.tokens.items()}}

    def whose(self, token: str) -> Audience | None:
        """Whom the token speaks for; every token is compared in the same time."""
        given = token.encode("utf-8", "replace")
        found = None
        for known, audience in self.tokens.items():
            if hmac.compare_digest(known.encode(), given):
                found = audience
        return found

    def is_room(self, code: str) -> bool:
        """Whether the code is that of the room, in large or small letters."""
        return hmac.compare_digest(self.room.encode(), code.strip().upper().encode("utf-8", "replace"))

    def token(self, audience: Audience) -> str:
        """The token of an audience."""
        return next(token for token, one in self.tokens.items() if one == audience)

    def rows(self) -> list[tuple[Audience, str]]:
        """Every link: whom it is for, and how it ends."""
        return [(one, _ending(one, token)) for token, one in self.tokens.items()]

    def having(self, token: str, audience: Audience) -> Links:
        """The links with one more for an audience."""
        return replace(self, tokens={**self.tokens, token: audience})

    def turned(self, to: Mapping[Audience, Audience]) -> Links:
        """The links, those of some audiences opening what others have opened."""
        return replace(self, tokens={token: to.get(one, one) for token, one in self.tokens.items()})

    def without(self, audience: Audience) -> Links:
        """The links without those of an audience."""
        return replace(self, tokens={token: one for token, one in self.tokens.items() if one != audience})

    def path(self, audience: Audience) -> str:
        """Page and token, as a link ends. The token stands behind ``#``, so that no request and no log has it."""
        return _ending(audience, self.token(audience))


def _ending(audience: Audience, token: str) -> str:
    return f"/{PAGES.get(audience.role, audience.role)}#{token}"
