"""The example at the top of each kind of file of a rule set of goods and processes can be read."""

from __future__ import annotations

import importlib
import textwrap
from pathlib import Path

import pytest

from game.content.models.supply.files import FILES
from game.content.reader import parse
from game.content.source import Source

SUPPLY = {kind: model for kind, model in FILES.items() if ".supply." in model.__module__}


@pytest.mark.parametrize("kind", SUPPLY)
def test_an_example_is_a_file_of_its_kind(kind: str) -> None:
    written = (importlib.import_module(SUPPLY[kind].__module__).__doc__ or "").partition("::\n\n")[2]
    lines = written.split("\n")
    end = next((at for at, line in enumerate(lines) if line and not line.startswith(" ")), len(lines))
    source = Source(Path(f"{kind}.yaml"))
    parse(source, textwrap.dedent("\n".join(lines[:end])).encode())
    assert not source.findings
    if kind != "market":  # of which the example shows a few numbers
        SUPPLY[kind].model_validate(source.data)
