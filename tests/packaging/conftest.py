"""The wheel, built once and installed where nothing of the checkout can be seen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Installed:
    """A wheel file or a clone, and an environment that holds it and the libraries, but not the checkout."""

    wheel: Path
    scripts: Path
    folder: Path
    """An empty folder to run in."""

    def run(self, program: str, *words: str, code: int | tuple[int, ...] = 0) -> str:
        """Standard output of ``program words``, run outside the checkout; it must leave with `code`, or one of them."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment |= {"CHOKEPOINT_HOME": str(self.folder / "home"), "SDL_VIDEODRIVER": "dummy"}
        done = subprocess.run(
            [str(self.scripts / program), *words],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode in ((code,) if isinstance(code, int) else code), done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and install it, without the network: the libraries are those of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return _environment(folder, wheel, wheel)


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Installed]:
    """A clone, and an environment that was set up from it as the README says, without the network."""
    folder = tmp_path_factory.mktemp("clone")
    clone = folder / "chokepoint"
    names = ("game", "rules", "scenarios", "assets", "pyproject.toml", "README.md", "LICENSE")
    for path in (ROOT / name for name in names):
        if path.is_dir():
            shutil.copytree(path, clone / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(path, clone / path.name)
    return clone, _environment(folder, clone, clone)


def _environment(folder: Path, what: Path, wheel: Path) -> Installed:
    """A new environment in `folder` in which `what`, a wheel or a clone, is installed."""
    place = folder / "environment"
    venv.create(place, with_pip=False)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    # A path named in a .pth file is searched after the environment's own, and its own .pth files are not read: the
    # libraries are found there, an editable install of this checkout is not.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    install = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--no-deps", "--no-index"]
    # A clone is built by the libraries; what is installed beside them is none of this environment's business.
    alone = ("--no-build-isolation", "--ignore-installed")
    subprocess.run([*install, *alone, str(what)], check=True, capture_output=True)
    outside = folder / "outside"
    outside.mkdir()
    return Installed(wheel, scripts, outside)
