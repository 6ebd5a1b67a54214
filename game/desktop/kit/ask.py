"""A question before something is lost or done for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.telling import _


class Ask(Dialog):
    """Asks `question`; where something would be lost, the bright answer is the one that changes nothing."""

    name = "ask"
    width = 460

    def __init__(
        self,
        app: Shell,
        title: str,
        question: str,
        yes: str,
        act: Callable[[], object],
        *,
        no: str = "",
        risky: bool = True,
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        super().__init__(app)
        self._title = title
        self.question = question
        self.yes = yes
        self.act = act
        self.no = no or _("Stay here")
        self.risky = risky
        self.other = other
        """Label and act of a second way on."""

    @property
    def title(self) -> str:
        return self._title

    def body(self, column: Column) -> None:
        column.paragraph(self.question)

    def buttons(self) -> Sequence[ButtonSpec]:
        other = self.other
        second = (ButtonSpec("other", other[0], lambda: self._do(other[1])),) if other else ()
        return (
            ButtonSpec(
                "close", self.no, self.back, "primary" if self.risky else "plain", tip=_("Nothing changes (Esc)")
            ),
            *second,
            ButtonSpec("yes", self.yes, lambda: self._do(self.act), "danger" if self.risky else "primary"),
        )

    def _do(self, act: Callable[[], object]) -> None:
        self.app.pop()
        act()
