"""Projects that wait for staff say so, in the terminal and on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.cli.text import lists
from game.content.package import Package
from game.desktop import present
from game.doctrines import open_match
from game.engine.phases.project_chance import CONSTRUCTION
from game.session.views import ProjectView, View
from game.telling import Teller, numbers


@pytest.fixture
def one(view: View) -> ProjectView:
    """A project in its permitting."""
    return next(one for one in view.projects if one.phase == "permitting")


def test_a_list_marks_what_waits(view: View, one: ProjectView) -> None:
    sheet = lists.projects(replace(view, projects=(replace(one, waits=True),)))
    assert [row[6] for row in sheet.rows if row[0] == one.id] == [
        f"permitting {numbers.write(one.progress, 'share')}, waits"
    ]
    assert sheet.note.startswith("Waits: for trained staff")
    assert "Waits" not in lists.projects(replace(view, projects=(replace(one, waits=False),))).note


def test_a_project_in_full_names_the_host_that_lacks_staff(view: View, one: ProjectView) -> None:
    rows = lists.project(Teller.of(view), replace(one, waits=True)).rows
    host = view.lexicon.within("nations", one.nation)
    assert any(label == "Phase" and words.endswith(f"waits for staff in {host}") for label, words in rows)
    assert present.phase_text(Teller.of(view), replace(one, waits=True)) == "waits for staff"


def test_the_view_tells_which_projects_wait(package: Package) -> None:
    match = open_match(package, seed=1, people={package.default_seat: "Aki"})
    sites, projects = package.world.sites, package.world.projects
    host = int(sites.host[projects.site[0]])
    here = [place for place, site in enumerate(projects.site.tolist()) if sites.host[site] == host]
    assert not any(one.waits for one in match.view(package.default_seat).projects)
    match.control.state.project_phase[:] = CONSTRUCTION
    staff = int(package.world.economy.staff[host])
    waits = [one.waits for one in match.view(package.default_seat).projects]
    assert [waits[place] for place in here] == [False] * min(staff, len(here)) + [True] * max(0, len(here) - staff)
    assert any(waits)
