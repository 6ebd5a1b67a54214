"""Lines of codes from an order sheet, read as the orders that they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.marks import N_, Said
from game.orders.registry import parse as as_order
from game.server import shown
from game.server.acts.paper import MOST
from game.server.line import Line
from game.server.lines import Lines
from game.server.table import Refused
from game.telling import told
from game.telling.code_line import Miscoded, parse


def codes(lines: Lines, _line: Line, message: Mapping[str, Any]) -> Mapping[str, Any]:
    """Each line of the text with its order and price, or why it cannot be given; it changes nothing."""
    seat = lines.sitting.table.seat_in(message)
    text = [one.strip() for one in str(message.get("text") or "").splitlines() if one.strip()]
    if len(text) > MOST:
        raise Refused("no_order", Said(N_("a sheet has at most {number} orders"), number=MOST))
    view, drafted = lines.view(seat), list(lines.sitting.table.match.drafts(seat))
    rows: list[dict[str, Any]] = []
    for written in text:
        try:
            order = parse(view, written, drafted)
            drafted.append(as_order(order))
        except Miscoded as error:
            rows.append({"line": written, "order": None, "text": told(error)})
            continue
        choice = shown.choice_of(view, lines.sitting.table.match.try_order(seat, order))
        text = choice["price_text"] if choice["allowed"] else choice["refusal"]
        rows.append({"line": written, "order": order if choice["allowed"] else None, "text": text})
    return {"type": "codes", "seat": seat, "rows": rows}
