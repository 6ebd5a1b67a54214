"""The map for who comes next names what there is."""

from __future__ import annotations

import re

from tests.packaging.conftest import ROOT

PAGE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(r"`((?:game|tests|rules|scenarios)/[\w./-]+)`", PAGE)
    assert len(named) > 20
    assert [path for path in named if not (ROOT / path).exists()] == []
