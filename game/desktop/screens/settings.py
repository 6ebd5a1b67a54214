"""The settings card. Every change shows at once and is kept."""

from __future__ import annotations

from dataclasses import replace

from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.inputs import Option, choice, slider, spoken, switch
from game.desktop.shortcuts import hint
from game.marks import N_
from game.telling import _, numbers

_THEMES = (
    Option("dark", N_("Dark"), N_("For a screen of your own")),
    Option("light", N_("Light"), N_("For projectors and bright rooms")),
)


class Settings(Dialog):
    """Text scale, theme, sound, motion, full screen."""

    name = "settings"
    width = 440

    @property
    def title(self) -> str:
        return _("Settings")

    def body(self, column: Column) -> None:
        app, now = self.app, self.app.prefs
        slider(
            column, "text", _("Text size"), now.text_scale, (0.8, 2.0, 0.1), numbers.write(now.text_scale, "share"),
            lambda value: app.apply(replace(app.prefs, text_scale=value)),
            tip=_("Ctrl + and Ctrl - do the same on every screen"),
        )  # fmt: skip
        column.skip(14)
        choice(
            column,
            "theme",
            _("Theme"),
            spoken(_THEMES),
            now.theme,
            lambda name: app.apply(replace(app.prefs, theme=name)),
        )
        column.skip(14)
        switch(column, "sound", _("Sound"), on=now.sound, change=lambda on: app.apply(replace(app.prefs, sound=on)))
        column.skip(4)
        slider(
            column, "volume", _("Volume"), now.volume, (0.0, 1.0, 0.1), numbers.write(now.volume, "share"),
            lambda value: app.apply(replace(app.prefs, volume=value)),
        )  # fmt: skip
        column.skip(14)
        switch(
            column, "motion", _("Reduced motion"), on=now.reduced_motion,
            change=lambda on: app.apply(replace(app.prefs, reduced_motion=on)),
            tip=_("Nothing on the screen moves by itself"),
        )  # fmt: skip
        column.skip(4)
        switch(
            column, "fullscreen", _("Full screen"), on=now.fullscreen,
            change=lambda on: app.apply(replace(app.prefs, fullscreen=on)),
            tip=hint(_("Full screen"), "fullscreen"),
        )  # fmt: skip
