"""What the files of a manuscript declare, whatever is compiled of it: figures with their origin, and doctrines."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.manuscript import Manuscript
from game.content.models.doctrines import Doctrine, Doctrines
from game.content.numbers import FRAME
from game.content.package import Figure


def figures(manuscript: Manuscript) -> Iterable[Figure]:
    """Every number that has an origin, with the path at which it stands."""
    for part, kind in manuscript.records:
        for place in manuscript.survey(part, kind).places:
            for leaf in place.numbers.leaves:
                origin = leaf.origin or place.origin
                if origin is not None:
                    steps = [str(step) for step in place.path + leaf.path if step not in FRAME]
                    path = f"{kind}.yaml:{'.'.join(steps[1:] if steps[0] == kind else steps)}"
                    yield Figure(path, leaf.value, place.numbers.unit, origin, place.about)


def doctrine_records(manuscript: Manuscript) -> dict[str, Doctrine]:
    """The doctrines of the rule set and of the scenario."""
    own = manuscript.get(Doctrines, "scene")
    return {**manuscript.need(Doctrines).doctrines, **(own.doctrines if own else {})}
