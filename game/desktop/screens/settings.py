"""The settings card. Every change shows at once and is kept."""

from __future__ import annotations

from dataclasses import replace

from game.desktop.kit import text
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.inputs import Option, choice, slider, switch
from game.desktop.shortcuts import hint

_THEMES = (
    Option("dark", "Dark", "For a screen of your own"),
    Option("light", "Light", "For projectors and bright rooms"),
)


class Settings(Dialog):
    """Text scale, theme, sound, motion, full screen."""

    name = "settings"
    title = "Settings"
    width = 440

    def body(self, column: Column) -> None:
        app, now = self.app, self.app.prefs
        slider(
            column, "text", "Text size", now.text_scale, (0.8, 2.0, 0.1), text.percent(now.text_scale),
            lambda value: app.apply(replace(app.prefs, text_scale=value)),
            tip="Ctrl + and Ctrl - do the same on every screen",
        )  # fmt: skip
        column.skip(14)
        choice(
            column, "theme", "Theme", _THEMES, now.theme, lambda name: app.apply(replace(app.prefs, theme=name))
        )  # fmt: skip
        column.skip(14)
        switch(column, "sound", "Sound", on=now.sound, change=lambda on: app.apply(replace(app.prefs, sound=on)))
        column.skip(4)
        slider(
            column, "volume", "Volume", now.volume, (0.0, 1.0, 0.1), text.percent(now.volume),
            lambda value: app.apply(replace(app.prefs, volume=value)),
        )  # fmt: skip
        column.skip(14)
        switch(
            column, "motion", "Reduced motion", on=now.reduced_motion,
            change=lambda on: app.apply(replace(app.prefs, reduced_motion=on)),
            tip="Nothing on the screen moves by itself",
        )  # fmt: skip
        column.skip(4)
        switch(
            column, "fullscreen", "Full screen", on=now.fullscreen,
            change=lambda on: app.apply(replace(app.prefs, fullscreen=on)),
            tip=hint("Full screen", "fullscreen"),
        )  # fmt: skip
