"""The program ``chokepoint``: its commands, and what happens when one of them cannot be done.

Nothing heavy is imported here. Each command imports what it needs when it runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys

import typer

from game import __version__
from game.cli import (
    backtest,
    balance,
    calibrate,
    check,
    doctrines,
    events,
    host,
    join,
    new,
    play,
    rehearse,
    replay,
    report,
    scenarios,
    sheets,
    signals,
    simulate,
    streams,
    tournament,
)
from game.cli.failures import INTERRUPTED, explain

app = typer.Typer(
    name="chokepoint",
    help="A serious game about critical-mineral supply chains. Without a command it opens the title screen.",
    add_completion=False,
    rich_markup_mode=None,  # rich would take half of the time that --help may take
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("play", short_help="Play a scenario, in a window or in the terminal.")(play.command)
app.command("host", short_help="Host a match for a room of people.")(host.command)
app.add_typer(events.app, name="events", short_help="Check or begin an event list for an exercise.")
app.command("join", short_help="Join a hosted match with this program's window.")(join.command)
app.command("simulate", short_help="Let the program play every seat.")(simulate.command)
app.command("rehearse", short_help="Play a session beforehand, by the program.")(rehearse.command)
app.command("sheets", short_help="Write sheets of paper for a session.")(sheets.command)
app.command("calibrate", short_help="Fit free figures to the facts of a scenario.")(calibrate.command)
app.command("check", short_help="Check a rule set or a scenario.")(check.command)
app.command("replay", short_help="Print a match again, or recompute it.")(replay.command)
app.command("report", short_help="Write the debrief of a match.")(report.command)
app.command("backtest", short_help="Hold a replay of history against what is known.")(backtest.command)
app.command("balance", short_help="Measure what decides in a scenario.")(balance.command)
app.command("tournament", short_help="Let the doctrines play against each other.")(tournament.command)
app.command("doctrines", short_help="Tell how the program leads a seat.")(doctrines.command)
app.add_typer(new.app, name="new", short_help="Begin a scenario or a rule set of your own.")
app.command("scenarios", short_help="List what can be played.")(scenarios.command)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer hands the flag over by position
    if wanted:
        typer.echo(f"chokepoint {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def title(
    context: typer.Context,
    _show_version: bool = typer.Option(  # noqa: FBT001 - a flag of the command line
        False,  # noqa: FBT003
        "--version",
        callback=_version,
        is_eager=True,
        help="Print the version and leave.",
    ),
) -> None:
    """A serious game about critical-mineral supply chains. Without a command it opens the title screen."""
    if context.invoked_subcommand is None:
        play.open_window()


def main() -> None:
    """Run the program; every failure is one line on stderr and an exit code, never a traceback."""
    streams.prepare()
    signals.answer()
    os.environ["MPLBACKEND"] = "agg"  # pictures go into files: what is set for windows may not even exist
    sys.argv[1:] = _with_command(sys.argv[1:])
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        streams.say("stopped")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        streams.drop_output()
        sys.exit(1)
    except signals.Stopped:
        streams.drop_output()
        raise
    except Exception as error:  # noqa: BLE001 - the last place that can turn a fault into words
        from game.telling.crash import report_crash

        failure = explain(error)
        streams.say(str(failure) if failure else report_crash(error))
        streams.drop_output()
        sys.exit(failure.code if failure else 1)
    sys.exit(code if isinstance(code, int) else 0)


def _commands() -> set[str | None]:
    return {one.name for one in app.registered_commands} | {one.name for one in app.registered_groups}


def _with_command(words: list[str]) -> list[str]:
    """``chokepoint FILE``, as a file manager opens a save, goes on with it."""
    first = words[0] if words else ""
    if not first or first.startswith("-") or first in _commands():
        return words
    from game.session.saves.naming import SUFFIX

    is_file = os.path.isfile(first)  # noqa: PTH113 - what no disk would take as a path is no fault here
    return ["play", "--load", *words] if is_file or first.endswith(SUFFIX) else words


if __name__ == "__main__":
    main()
