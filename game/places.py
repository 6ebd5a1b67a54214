"""Where rule sets, scenarios and assets lie, in a wheel or in a checkout, and where the user's own files lie."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path

from game.marks import N_, Said

_PACKAGE = Path(__file__).parent
_PACKED = _PACKAGE / "data"
_EDITED = ("rules", "scenarios")
"""What people change in a clone that they installed from; assets belong to the code."""
HOME = "CHOKEPOINT_HOME"
_VARIABLE = re.compile(r"\$\{?\w+\}?|%\w+%")


class BadHome(ValueError):  # noqa: N818 - it is an answer to a person
    """``CHOKEPOINT_HOME`` names no folder that can be used. ``str()`` says why."""


def data(name: str) -> Path:
    """The folder ``rules``, ``scenarios`` or ``assets``.

    Who installed from a clone (``pip install .``) edits the rules and scenarios there: they are read in the clone for
    as long as it is where it was.
    """
    packed = _PACKED / name
    if not packed.is_dir():
        return _PACKAGE.parent / name
    clone = _installed_from() if name in _EDITED else None
    return clone / name if clone is not None and (clone / name).is_dir() else packed


def came_along(folder: Path) -> bool:
    """Whether `folder` lies in the program itself, a wheel or a checkout."""
    return folder.resolve().is_relative_to((_PACKED if _PACKED.is_dir() else _PACKAGE.parent).resolve())


def user() -> Path:
    """The user's own folder for saves, scenarios, rule sets, settings and crash reports; it need not exist yet.

    The environment variable ``CHOKEPOINT_HOME`` moves it: for a class on one machine, a stick, or a test.

    Raises:
        BadHome: when that is no path from the root, once ``~`` and variables are filled in.
    """
    chosen = os.environ.get(HOME)
    if chosen:
        return _filled_in(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("chokepoint", appauthor=False))


def _filled_in(chosen: str) -> Path:
    whole = os.path.expandvars(chosen)
    left = _VARIABLE.search(whole)
    if left:
        raise BadHome(
            Said(N_("{name} is {chosen}: there is no variable {left}"), name=HOME, chosen=chosen, left=left[0])
        )
    try:
        path = Path(whole).expanduser()
    except RuntimeError:  # nobody of that name
        path = Path(whole)
    if not path.is_absolute():
        text = N_(
            "{name} is {chosen}: write the whole path, from the root or from ~, so that it is the same everywhere"
        )
        raise BadHome(Said(text, name=HOME, chosen=chosen))
    return path


@cache
def _installed_from() -> Path | None:
    """The clone that this program was installed from, by what the installer noted; None where it was a wheel."""
    from importlib.metadata import PackageNotFoundError, distribution
    from urllib.parse import urlparse
    from urllib.request import url2pathname

    try:
        noted = json.loads(distribution("chokepoint").read_text("direct_url.json") or "{}")
        where = urlparse(str(noted.get("url", "")))
    except (PackageNotFoundError, ValueError, AttributeError):
        return None
    folder = noted.get("dir_info")
    if not isinstance(folder, dict) or folder.get("editable") or where.scheme != "file":
        return None
    return Path(url2pathname(where.path))
