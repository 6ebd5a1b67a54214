"""The flow of one material, as large as the window allows."""

from __future__ import annotations

from game.desktop.flow.columns import offered, present_chain
from game.desktop.flow.flow import ChainFlow
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.inputs import Option, choice
from game.desktop.kit.screen import Shell
from game.session.views import View
from game.telling import _


class ChainCard(Dialog):
    """A card with the flow; the material can be changed on it."""

    name = "chain"
    width = 1080

    def __init__(self, app: Shell, view: View, material: str) -> None:
        super().__init__(app)
        self.view = view
        self.material = material
        self.flow = ChainFlow(app.theme)

    @property
    def title(self) -> str:
        return _("Supply chain of {nation}").format(nation=_(self.view.seat_name))

    def body(self, column: Column) -> None:
        canvas = column.canvas
        options = [Option(key, name) for key, name in offered(self.view)]
        if len(options) > 1:
            choice(column, "chain:material", "", options, self.material, self._pick)
            column.skip(10)
        rect = column.take(max(canvas.theme.letter(260), canvas.rect.height * 55 // 100))
        self.flow.set_theme(canvas.theme)
        self.flow.draw(canvas.surface, rect, present_chain(self.view, self.material), pointer=canvas.pointer)
        canvas.image(rect, "chain")

    def _pick(self, material: str) -> None:
        self.material = material
