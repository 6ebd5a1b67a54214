"""What the screens of a match need to know of where it is played: at this window, or over a line to a host."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.desktop.client import Client

if TYPE_CHECKING:
    from game.reports.script import RuleFacts
    from game.session.match import Match


class LastLook(NamedTuple):
    """The words of the card before a seat ends its turn."""

    title: str
    text: str
    button: str


class Seating(ABC):
    """A match in the window, and who sits at it.

    Attributes:
        seats: those that are played at this window, at least one.
        clients: seat to what its screens ask.
    """

    seats: tuple[str, ...]
    clients: Mapping[str, Client]

    @property
    @abstractmethod
    def own(self) -> Match | None:
        """The match itself; None where another machine has it, which then keeps it, too."""

    @property
    @abstractmethod
    def shared(self) -> bool:
        """Whether several people share the screen."""

    @abstractmethod
    def note(self) -> str:
        """What stands beside the turn all the time, such as a clock; empty when nothing."""

    @abstractmethod
    def end_turn(self, client: Client) -> None:
        """Somebody wants to end their turn: ask first."""

    @abstractmethod
    def last_look(self, client: Client) -> LastLook:
        """What is asked then."""

    @abstractmethod
    def seal(self, seat: str) -> None:
        """`seat` has ended its turn."""

    @abstractmethod
    def open_menu(self) -> None:
        """Esc on the play screen."""

    @abstractmethod
    def save_copy(self) -> None:
        """Write a copy of the match."""

    @abstractmethod
    def rules(self) -> tuple[RuleFacts, ...]:
        """The rules of the rival, which are told after play."""

    @abstractmethod
    def leaving(self) -> str:
        """What would be lost by leaving the match now, as a sentence; empty when nothing."""
