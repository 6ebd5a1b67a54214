"""Templates of pages: texts from the catalogue, figures from the one number writer."""

from __future__ import annotations

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from game.telling import _ as translated
from game.telling import language, numbers
from game.telling import ngettext as counted
from game.telling.measured import digits_of


def environment(package: str) -> Environment:
    """Where the templates in the folder of `package` are found, and after them those of reports, which pages share.

    A template says ``_("{file} explains it").format(file=...)`` as the program does. What is filled in is escaped,
    unless it is markup itself: an element may stand within a sentence.
    """
    found = Environment(
        loader=ChoiceLoader([PackageLoader(package, "."), PackageLoader("game.reports", ".")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    found.globals |= {
        "_": _,
        "ngettext": ngettext,
        "code": lambda text: Markup("<code>{}</code>").format(text),
        "digits_of": digits_of,
        "language": language,
        "month": numbers.month,
        "number": numbers.number,
        "write": numbers.write,
    }
    return found


def _(text: str) -> Markup:
    """`text` in the language spoken now, as markup into which texts are filled."""
    return escape(translated(text))


def ngettext(one: str, many: str, count: float) -> Markup:
    """The form of the text that goes with `count`, as markup."""
    return escape(counted(one, many, count))
