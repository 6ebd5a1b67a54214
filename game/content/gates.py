"""What every scenario is asked for, from ``rules/gates.yaml``."""

from __future__ import annotations

from dataclasses import dataclass

from game import places
from game.content import reader
from game.content.findings import ContentError
from game.content.manuscript import Manuscript, check_model
from game.content.models.gates import Gates

KIND = "gates"


@dataclass(frozen=True)
class Gate:
    """One thing that is asked of a scenario."""

    key: str
    asks: str
    at_least: float
    at_most: float
    """Bounds of what is measured, in `unit`; without end where none is given."""
    unit: str
    """``points``, ``share`` or ``number``."""
    open: str
    """Why it cannot be measured yet; empty where it is measured."""

    def holds(self, value: float) -> bool:
        """Whether what was measured is within the bounds."""
        return self.at_least <= value <= self.at_most


def load_gates() -> dict[str, Gate]:
    """The gates by key, in the order of the file.

    Raises:
        ContentError: when anything in the file is wrong.
    """
    manuscript = Manuscript()
    source = reader.read(places.data("rules") / f"{KIND}.yaml")
    manuscript.rules[KIND] = source
    manuscript.findings += source.findings
    check_model(manuscript, "rules", KIND, Gates)
    record = manuscript.get(Gates)
    if record is None:
        raise ContentError(manuscript.findings)
    return {
        key: Gate(
            key,
            gate.asks,
            -float("inf") if gate.at_least is None else gate.at_least,
            float("inf") if gate.at_most is None else gate.at_most,
            gate.unit,
            gate.open,
        )
        for key, gate in record.gates.items()
    }
