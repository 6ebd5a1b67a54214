"""The debrief of a played match: what a reader finds in it, and that it stands alone."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.content.package import Package
from game.doctrines import load_match, open_match
from game.engine.metrics import METRICS
from game.reports.debrief import debrief
from game.reports.facts import gather
from game.session.interventions import Intervention
from game.session.lexicon import Lexicon
from game.session.match import Match
from game.telling import Teller
from game.telling.numbers import month
from tests.session.small_package import small_package

VOID = {"meta", "br", "img", "hr", "input", "link", "path", "use", "rect", "line"}


class Page(HTMLParser):
    """Collects the visible text, the references, and tags left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.references: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.references += [value or "" for name, value in attrs if name in {"src", "href", "xlink:href"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.references += [value or "" for name, value in attrs if name in {"src", "href", "xlink:href"}]

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_an_order_that_another_of_its_turn_replaces_is_not_carried_out(package: Package) -> None:
    seat = package.default_seat
    match = open_match(package, seed=1, people={seat: "Ann"})
    for tariff in (0.1, 0.2):
        assert match.add(seat, {"kind": "set_trade_policy", "import_tariff": tariff, "price_floor": 0.0}) is None
    match.seal(seat)
    match.resolve()
    name = match.lexicon.name("nations", seat)
    outcomes = [one.outcome for one in gather(match).decisions if one.seat == name]
    assert outcomes == ["replaced in the same turn", "carried out"]


@pytest.fixture(scope="module")
def played(package: Package, tmp_path_factory: pytest.TempPathFactory) -> tuple[Match, Path, Path]:
    """A match led by one person who gives a few orders, its log, and the folder of its debrief."""
    folder = tmp_path_factory.mktemp("debrief")
    log = folder / "class_7b.jsonl"
    match = open_match(package, seed=7, people={package.default_seat: "Ann <Lee>"}, log=log)
    seat = package.default_seat
    assert match.add(seat, {"kind": "set_posture", "posture": "protest"}) is None
    while not match.finished:
        match.seal(seat)
        match.resolve()
    debrief(log, folder / "out")
    return match, log, folder / "out"


@pytest.fixture(scope="module")
def page(played: tuple[Match, Path, Path]) -> Page:
    return Page((played[2] / "index.html").read_text(encoding="utf-8"))


def test_page_stands_alone(page: Page) -> None:
    outside = [reference for reference in page.references if not reference.startswith("#")]
    assert outside == []
    assert page.faults == []
    assert page.open == []


def test_page_tells_result_turns_decisions_and_rules(played: tuple[Match, Path, Path], page: Page) -> None:
    match = played[0]
    text = " ".join(" ".join(page.words).split())
    result = match.result(match.control.package.default_seat)
    assert Teller(Lexicon.of_control(match.control.package)).sentence(result.verdict) in text
    assert all(part.label in text for part in result.parts)
    assert all(f"Turn {turn + 1} ·" in text for turn in range(match.control.world.calendar.turns))
    assert "protest" in text
    others = [seat for seat in match.seats if seat != match.control.package.default_seat]
    for seat in others:
        doctrine = match.control.package.doctrine_names[match.doctrines[seat]].name
        assert f"{match.control.package.nations[seat].name} ({doctrine}) {match.result(seat).total:.0f} points" in text
    assert all(rule.name in text for rule in match.control.package.rules.values() if rule.played)
    assert match.control.state.digest() in text


def test_page_names_each_rule_that_fired_with_its_months(played: tuple[Match, Path, Path], page: Page) -> None:
    match = played[0]
    fired = [event for report in match.control.reports for event in report.events if event.kind == "rule_fired"]
    assert fired
    text = " ".join(page.words)
    assert all(month(match.control.world.calendar.label(event.month)) in text for event in fired)


def test_what_is_told_of_the_real_world_rests_on_documents(played: tuple[Match, Path, Path], page: Page) -> None:
    package = played[0].control.package
    text = " ".join(" ".join(page.words).split())
    world = text[text.index("Compare them with what happened") : text.index("Play the same seed again")]
    told = [*package.incidents.values(), *(rule for rule in package.rules.values() if rule.played)]
    guessed = [entry.text for entry in told if entry.origin.confidence == "assumed"]
    assert guessed
    assert not any(entry in world for entry in guessed)
    assert all(entry.text in world for entry in told if entry.origin.cited)


def test_a_match_of_several_people_is_told_once_and_by_name(package: Package) -> None:
    first, second = list(package.seat_doctrines)[:2]
    match = open_match(package, seed=7, people={first: "Ann", second: "Ben"})
    project = next(one for one in match.view(first).projects if one.choice.allowed)
    order = {"kind": "fund_project", "project": project.id, "instrument": "loan", "public_share": 0.5}
    assert match.add(first, order) is None
    match.seal(first)
    match.seal(second)
    match.resolve()
    lines = gather(match).turns[0].headlines
    texts = [(line.month, line.text) for line in lines]
    assert len(texts) == len(set(texts))
    assert f"{package.nations[first].name}'s finance" in {line.cause for line in lines}
    assert not any("your" in line.cause for line in lines)


def test_names_of_players_are_escaped(played: tuple[Match, Path, Path], page: Page) -> None:
    assert "Ann &lt;Lee&gt;" in (played[2] / "index.html").read_text(encoding="utf-8")
    assert "Ann <Lee>" in "".join(page.words)


@pytest.mark.slow
def test_the_same_log_gives_the_same_page(played: tuple[Match, Path, Path], tmp_path: Path) -> None:
    debrief(played[1], tmp_path)
    assert (tmp_path / "index.html").read_bytes() == (played[2] / "index.html").read_bytes()


def test_table_is_tidy_and_agrees_with_the_match(played: tuple[Match, Path, Path]) -> None:
    match, log, out = played
    with (out / "data.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    keys = [tuple(row[c] for c in ("month", "nation", "good", "stage", "variable")) for row in table]
    assert len(keys) == len(set(keys))
    assert {row["run"] for row in table} == {log.stem}
    seat = match.control.package.default_seat
    shares = [float(row["value"]) for row in table if (row["variable"], row["nation"]) == ("import_share", seat)]
    assert shares == list(match.control.history("import_share", seat).values)


def test_no_cell_of_the_tables_is_empty(played: tuple[Match, Path, Path]) -> None:
    for name in ("data.csv", "data_dictionary.csv"):
        with (played[2] / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert all(cell for row in rows for cell in row), name


def test_rows_are_dated_from_the_eve_of_the_match_to_its_last_month(played: tuple[Match, Path, Path]) -> None:
    match, _, out = played
    calendar = match.control.world.calendar
    with (out / "data.csv").open(encoding="utf-8", newline="") as file:
        basket = [(row["turn"], row["month"]) for row in csv.DictReader(file) if row["variable"] == "basket"]
    assert basket[0] == ("0", calendar.label(-1))
    assert basket[1] == ("1", calendar.label(0))
    assert basket[-1] == (str(calendar.turns), calendar.label(calendar.months - 1))


def test_dictionary_explains_every_column_and_variable(played: tuple[Match, Path, Path]) -> None:
    out = played[2]
    with (out / "data.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        variables = {re.sub(r"\[.*", "", row["variable"]) for row in reader}
        columns = set(reader.fieldnames or ())
    with (out / "data_dictionary.csv").open(encoding="utf-8", newline="") as file:
        entries = {(row["kind"], row["name"]): row for row in csv.DictReader(file)}
    assert {name for kind, name in entries if kind == "column"} == columns
    assert {name for kind, name in entries if kind == "variable"} == variables
    assert all(entries["variable", name]["unit"] == METRICS[name].unit for name in variables)


@pytest.mark.slow
def test_page_opens_in_a_browser(played: tuple[Match, Path, Path], tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    assert chromium, "Debian's chromium is needed: apt-get install chromium"
    command = [
        chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", (played[2] / "index.html").as_uri(),
    ]  # fmt: skip
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    assert played[0].control.state.digest() in shown
    assert shown.count("<svg") >= 3


def test_the_scores_of_four_seats_stand_two_by_two(played: tuple[Match, Path, Path]) -> None:
    """On the full width of the page; each with room for its table, which scrolls rather than runs out of its card."""
    style = (played[2] / "index.html").read_text(encoding="utf-8")
    found = re.search(r"max-width: (\d+)rem.*?minmax\(min\(100%, (\d+)rem\)", style, re.DOTALL)
    assert found is not None
    page, card = map(int, found.groups())
    assert (page - 3 + 1) // (card + 1) == 2
    assert "overflow-x: auto" in style


def test_what_was_done_by_hand_stands_in_its_turn_with_the_reason(tmp_path: Path) -> None:
    package = small_package()
    match = open_match(package, seed=1, people={"arden": "Ann"}, log=tmp_path / "a.chokepoint")
    match.intervene(Intervention("inject", "budget(arden) + 25", "a supplementary budget", "facilitator", "7"))
    match.intervene(Intervention("ruling", "", "the envoy argued well", "facilitator"))
    match.seal("arden")
    match.resolve()
    match.hand_over("arden", "careful")
    match.resolve()
    match.close()
    back = load_match(tmp_path / "a.chokepoint", turn=2, package=package, reason="a slip of the pen")
    facts = gather(back)
    told = [[f"{one.text} {one.cause}" for one in turn.headlines] for turn in facts.turns]
    assert told[0][:2] == [
        "Inject 7 (facilitator): budget(arden) + 25 reason: a supplementary budget",
        "Ruling (facilitator): without an effect on the model reason: the envoy argued well",
    ]
    assert "changes hands: Ann → the program" in told[1][0]
    assert "Ann in turns 1 to 1" in facts.seats[0].player
    assert "a slip of the pen" in facts.rewinds[0]
