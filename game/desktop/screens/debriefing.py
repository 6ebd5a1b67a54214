"""The debrief of a match that is over: written beside the saves, and opened where a browser is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.desktop.kit.ask import Ask
from game.desktop.kit.screen import Shell
from game.telling import _


def write_debrief(app: Shell, log: Path | None) -> None:
    """Write the debrief of the match in `log` and offer to open it; whatever hinders that is told."""
    from game.places import user
    from game.reports.debrief import debrief

    if log is None:
        app.tell(_("This match could not be written to disk, so there is nothing to make a debrief of."), "warn")
        return
    out = user() / "debriefs" / log.stem
    try:
        files = debrief(log, out).files
    except OSError as problem:
        told = _("The debrief could not be written: {problem}.").format(problem=problem.strerror or problem)
        app.tell(told, "bad")
        return
    _written(app, files, out)


def _written(app: Shell, files: Iterable[Path], out: Path) -> None:
    page = next((path for path in files if path.suffix == ".html"), None)
    if page is None:
        app.tell(_("Debrief saved in {path}").format(path=out), "good")
        return
    import webbrowser

    def browse() -> None:
        """A browser that does not open is no fault: the path was shown."""
        webbrowser.open(page.as_uri())

    words = _("It lies in {path}").format(path=out)
    app.push(Ask(app, _("Debrief saved"), words, _("Open in the browser"), browse, no=_("Close"), risky=False))
