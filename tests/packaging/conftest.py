"""The wheel, built once and installed where nothing of the checkout can be seen."""

from __future__ import annotations

import os
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
    """The wheel file, and an environment that holds it and the libraries, but not the checkout."""

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
    place = folder / "environment"
    venv.create(place, with_pip=False)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    # A path named in a .pth file is searched after the environment's own, and its own .pth files are not read: the
    # libraries are found there, an editable install of this checkout is not.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    outside = folder / "outside"
    outside.mkdir()
    return Installed(wheel, scripts, outside)
