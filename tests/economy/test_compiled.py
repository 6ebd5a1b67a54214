"""Machine code that is kept belongs to exactly the sources of which it was made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.economy import compiled
from game.economy.exact import exp


def test_an_edit_in_any_source_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "economy"
    shutil.copytree(Path(compiled.__file__).parent, room, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled, "__file__", str(room / "compiled.py"))
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    before = compiled.folder()
    assert before.parent == tmp_path
    phase = room / "phases" / "prices.py"
    phase.write_text(phase.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert compiled.folder() != before


@pytest.mark.slow
def test_a_function_stays_plain_beside_its_machine_code(fast: bool) -> None:
    assert fast
    assert compiled.twin(exp) is not exp
    assert compiled.twin(exp)(0.75) == exp(0.75)
