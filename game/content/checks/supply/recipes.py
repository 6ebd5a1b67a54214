"""Recipes: none makes more than it takes, and no round of them keeps itself going."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.content.manuscript import Manuscript
from game.content.models.supply.goods import Goods
from game.content.models.supply.processes import Process, Processes
from game.content.numbers import OTHER, Numbers

GROUND = 1.0
"""t: what comes from the ground in a run that takes nothing."""
NEAR = 1e-9
"""t/t: what is made beyond what is taken by less comes of rounding."""
RUNS = 1e-6
"""Part of a round below which a recipe has no part in it."""

LOSS, STEP, TRIALS = 1e-6, 0.1, 500
"""Worth that a tonne run must lose; how far a worth is moved at once, and how often, in search of such worths."""


def check(manuscript: Manuscript, *, whole: bool) -> bool:
    """Report recipes that make nothing or too much, by-products without a host, and rounds without loss.

    Of what recipes are together nothing is said unless all names in them are declared, `whole`, and each is right by
    itself. Returns whether they are.
    """
    processes, goods = manuscript.get(Processes), manuscript.get(Goods)
    if processes is None:
        return False
    right = [_right(manuscript, name, process) for name, process in processes.processes.items()]
    if goods is None or not whole or not all(right) or not _known(processes, goods):
        return False
    _by_products(manuscript, goods, processes)
    _rounds(manuscript, goods, processes)
    return True


def _right(manuscript: Manuscript, name: str, process: Process) -> bool:
    """Whether a recipe names its goods and makes no more than it takes; what it does wrong is reported."""
    if not process.takes.fits or not process.makes.fits:
        return False  # told of all groups of numbers
    return _by_good(manuscript, name, process) and _mass(manuscript, name, process)


def _known(processes: Processes, goods: Goods) -> bool:
    """Whether recipes name no good that is not declared, of which it is told with all groups of numbers."""
    sides = [numbers.tree for process in processes.processes.values() for numbers in (process.takes, process.makes)]
    return all(name in goods.goods for tree in sides if isinstance(tree, dict) for name in tree)


def _by_good(manuscript: Manuscript, name: str, process: Process) -> bool:
    """Whether a recipe names its goods."""
    sides = {"takes": process.takes, "makes": process.makes}
    unnamed = [side for side, numbers in sides.items() if numbers.leaves and not _names_all(numbers)]
    for side in unnamed:
        what, hint = f"'{name}' does not say which good", f"write {side}: {{GOOD: 1}}"
        manuscript.report("rules", "processes", ("processes", name, side), what, hint, key=True)
    return not unnamed


def _names_all(numbers: Numbers) -> bool:
    return isinstance(numbers.tree, dict) and OTHER not in numbers.tree


def total(numbers: Numbers) -> float:
    """t/t of all goods of one side of a recipe."""
    return sum(leaf.value for leaf in numbers.leaves)


def _mass(manuscript: Manuscript, name: str, process: Process) -> bool:
    """Whether a recipe makes something, and no more than it takes."""
    taken, made = total(process.takes) + total(process.adds), total(process.makes)
    at = ("processes", name, "makes")
    if made <= 0.0:
        manuscript.report("rules", "processes", at, f"'{name}' makes nothing", "name a good that it makes", key=True)
    most = taken if process.takes.leaves else GROUND
    if made > most + NEAR:
        hint = "make less, take more, or say what is added that is no good here: adds: ..."
        what = f"'{name}' makes {made:.4g} t of {most:.4g} t"
        manuscript.report("rules", "processes", at, what, hint, key=True)
    return 0.0 < made <= most + NEAR


def _by_products(manuscript: Manuscript, goods: Goods, processes: Processes) -> None:
    """Report goods that are to come up beside another where no recipe makes both."""
    for name, good in goods.goods.items():
        if good.beside is None:
            continue
        both = [process for process in processes.processes.values() if _makes(process, name, good.beside)]
        if not both:
            what, hint = f"no process makes '{name}' beside '{good.beside}'", "name it in the recipe of its host"
            manuscript.report("rules", "goods", ("goods", name, "beside"), what, hint)


def _makes(process: Process, *names: str) -> bool:
    return all((process.makes.named(name) or 0.0) > 0.0 for name in names)


def _rounds(manuscript: Manuscript, goods: Goods, processes: Processes) -> None:
    """Report recipes that together, with what comes back at the end of use, need nothing from outside."""
    steps = [*_changes(goods, processes)]
    running = _kept_going(np.array([change for _, change in steps]).T) if steps else None
    if running is None:
        return
    names = [name for (name, _), part in zip(steps, running, strict=True) if part > RUNS and name]
    hint = "take more than comes out of a round"
    if names:
        what = f"{', '.join(names)}: they make as much as they take, so that they run for ever on nothing"
        manuscript.report("rules", "processes", ("processes", names[0]), what, hint, key=True)
    else:
        manuscript.report("rules", "goods", ("goods",), "goods that become each other without loss", hint, key=True)


def _changes(goods: Goods, processes: Processes) -> Iterator[tuple[str, list[float]]]:
    """What a tonne run adds to each good, by process that takes something; without a name the end of a good's use."""
    for name, process in processes.processes.items():
        if process.takes.leaves:
            yield name, [(process.makes.at(good) or 0.0) - (process.takes.at(good) or 0.0) for good in goods.goods]
    for name, good in goods.goods.items():
        if good.becomes is not None:
            scrap, part = good.becomes.good, good.becomes.returned.value
            yield "", [part * (each == scrap) - (each == name) for each in goods.goods]


Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def _kept_going(changes: Table) -> np.ndarray[tuple[int], np.dtype[np.float64]] | None:
    """How much each column of `changes` (good, process) runs in a mix that lowers no good; None where there is none."""
    if _loses(changes):
        return None
    from scipy.optimize import linprog  # half a second to import

    count = changes.shape[1]
    found = linprog(np.ones(count), A_ub=-changes, b_ub=np.zeros(len(changes)), A_eq=np.ones((1, count)), b_eq=[1.0])
    return np.asarray(found.x) if found.status == 0 else None


def _loses(changes: Table) -> bool:
    """Whether worths of the goods are found at which every process loses: then no mix of them keeps itself going.

    They are sought as a perceptron learns: the process that gains most makes what it makes a little cheaper and what
    it takes a little dearer. Where none are found in time, there may be some.
    """
    worth = np.ones(len(changes))
    for _ in range(TRIALS):
        gains = worth @ changes
        most = int(gains.argmax())
        if gains[most] < -LOSS:
            return True
        worth = np.maximum(worth - STEP * changes[:, most], 0.0)
    return False
