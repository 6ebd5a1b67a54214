"""What ``python -m tests.perf --peers`` says where it cannot be run; the run itself checks the peers' figures."""

from __future__ import annotations

import pytest

from tests.perf import __main__ as perf
from tests.perf.peers import bench
from tests.perf.peers.written_out import written_out


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (set(), "Mesa and PySD must be installed for this: python -m pip install -e '.[peers]'"),
        ({"mesa"}, "PySD must be installed for this: python -m pip install -e '.[peers]'"),
        ({"mesa", "pysd"}, None),
    ],
)
def test_a_missing_library_is_named(there: set[str], said: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "find_spec", lambda name: object() if name in there else None)
    assert bench.missing() == said


def test_without_the_libraries_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "find_spec", lambda name: None)
    monkeypatch.setattr("sys.argv", ["perf", "--peers"])
    assert perf.main() == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1


def test_subscripts_are_written_out() -> None:
    text = """{UTF-8}
N: a, b ~~|
M <-> N ~~|
k[N]= 1, 2 ~ t ~ constants |
s[M]= SUM(k[N!] * w[M,N!]) + k[a] ~~|
w[M,N]= VMAX(k[N!]) * k[M] ~~|
"""
    assert written_out(text).splitlines() == [
        "{UTF-8}",
        "k a= 1 ~~|",
        "k b= 2 ~~|",
        "s a= (k a * w a a + k b * w a b) + k a ~~|",
        "s b= (k a * w b a + k b * w b b) + k a ~~|",
        "w a a= MAX(k a, k b) * k a ~~|",
        "w a b= MAX(k a, k b) * k a ~~|",
        "w b a= MAX(k a, k b) * k b ~~|",
        "w b b= MAX(k a, k b) * k b ~~|",
    ]
