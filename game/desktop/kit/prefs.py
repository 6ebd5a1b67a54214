"""What a person has set: text scale, theme, sound, motion, full screen. One small JSON file in the user's folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.desktop.kit.theme import PALETTES, TEXT_SCALES
from game.places import user
from game.telling import _


@dataclass(frozen=True)
class Prefs:
    """Settings. Frozen: a change is a new record, which the application then applies and writes."""

    text_scale: float = 1.0
    theme: str = "dark"
    sound: bool = True
    volume: float = 0.6
    """0-1."""
    reduced_motion: bool = False
    fullscreen: bool = False

    def sane(self) -> Prefs:
        """The same with every value inside its bounds."""
        low, high = TEXT_SCALES
        return replace(
            self,
            text_scale=min(max(round(self.text_scale, 2), low), high),
            theme=self.theme if self.theme in PALETTES else "dark",
            volume=min(max(self.volume, 0.0), 1.0),
        )


def path() -> Path:
    """The settings file."""
    return user() / "settings.json"


def load() -> tuple[Prefs, str]:
    """The settings, and a notice where the file could not be read (then they are the defaults)."""
    try:
        raw = json.loads(path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Prefs(), ""
    except (OSError, ValueError):
        return Prefs(), _("The settings in {path} could not be read. The defaults are used.").format(path=path())
    return _taken(raw)


def _taken(raw: Any) -> tuple[Prefs, str]:
    """What of `raw` can be used; the rest stays at its default and is named."""
    if not isinstance(raw, dict):
        return Prefs(), _("The settings in {path} are not a record. The defaults are used.").format(path=path())
    good: dict[str, Any] = {}
    bad: list[str] = []
    for entry in fields(Prefs):
        if entry.name not in raw:
            continue
        value, default = raw[entry.name], entry.default
        wanted = (int, float) if isinstance(default, float) else type(default)
        if isinstance(value, wanted) and not (isinstance(default, float) and isinstance(value, bool)):
            good[entry.name] = value
        else:
            bad.append(entry.name)
    told = _("Settings that could not be read were set back: {names}.").format(names=", ".join(bad))
    notice = told if bad else ""
    return Prefs(**good).sane(), notice


def save(prefs: Prefs) -> str:
    """Write the settings; returns a notice where that failed, else nothing."""
    target = path()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".partial")
        partial.write_text(json.dumps(asdict(prefs), indent=2) + "\n", encoding="utf-8")
        partial.replace(target)
    except OSError as problem:
        told = _("The settings could not be kept ({problem}). They hold until you quit.")
        return told.format(problem=problem.strerror or problem)
    return ""
