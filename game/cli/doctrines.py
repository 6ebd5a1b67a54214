"""``chokepoint doctrines``: how those think that lead a seat when nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from game.content.package import Package
    from game.telling.doctrines import DoctrinePage

WIDTH = 78


def command(
    name: str = typer.Argument("", metavar="[NAME]", help="Identifier of a doctrine; all are listed without it."),
    scenario: str = typer.Option("", "--scenario", metavar="SCENARIO", help="Whose doctrines; else of all that come."),
    seat: str = typer.Option("", "--seat", metavar="SEAT", help="As whom it is told; else the scenario's usual seat."),
) -> None:
    """Tell how doctrines think: the idea of each, what it does when and why, and how it looks ahead."""
    if not name:
        for line in _list(scenario):
            typer.echo(line)
        return
    from game.cli.names import the_seat
    from game.telling.doctrines import page

    package = _with(scenario, name)
    led = the_seat(package, seat) if seat else package.default_seat
    for line in _lines(page(package, name, led), name, package, led):
        typer.echo(line)


def _packages(scenario: str) -> Iterator[Package]:
    """The scenario that is named, or all that come along."""
    from game.cli.names import open_package
    from game.content import list_scenarios

    return (open_package(each) for each in ([scenario] if scenario else [one.id for one in list_scenarios(own=False)]))


def _with(scenario: str, name: str) -> Package:
    """The first scenario that has the doctrine.

    Raises:
        Failure: when none has.
    """
    from game.cli.failures import unknown
    from game.marks import N_

    known: dict[str, None] = {}
    for package in _packages(scenario):
        if name in package.doctrine_names:
            return package
        known |= dict.fromkeys(package.doctrine_names)
    raise unknown(N_("doctrine"), name, known)


def _list(scenario: str) -> Iterator[str]:
    """Every doctrine once, with its idea, by the rule set."""
    import textwrap

    from game.telling import _
    from game.telling.doctrines import method

    told: set[tuple[str, str]] = set()
    for package in _packages(scenario):
        for name, words in package.doctrine_names.items():
            if (package.rule_set, name) in told:
                continue
            told.add((package.rule_set, name))
            yield f"{name}: {_(words.name)} ({package.rule_set})"
            for text in (_(words.text), method(package, name, package.default_seat)):
                yield textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _lines(page: DoctrinePage, name: str, package: Package, seat: str) -> Iterator[str]:
    import textwrap

    from game.telling import _

    where = _("{name} ({id}), as it leads {seat} in “{scenario}”")
    seated, title = _(package.nations[seat].name), _(package.title)
    yield textwrap.fill(where.format(name=page.name, id=name, seat=seated, scenario=title), WIDTH)
    yield ""
    yield textwrap.fill(page.text, WIDTH)
    if page.ahead:
        yield ""
        yield from (textwrap.fill(text, WIDTH) for text in page.ahead)
    for rule in page.rules:
        often = f" ({rule.how_often})" if rule.how_often else ""
        yield ""
        yield textwrap.fill(f"{rule.when}{often}:", WIDTH)
        yield textwrap.fill(f"{rule.order}.", WIDTH, initial_indent="  ", subsequent_indent="  ")
        yield textwrap.fill(f"“{rule.reason}.”", WIDTH, initial_indent="  ", subsequent_indent="  ")
