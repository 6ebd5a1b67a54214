"""Where the files of a rule set or scenario are read from: the disk, or what a save carries in itself."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """A place that files are read from, by paths."""

    def read(self, path: Path) -> bytes:
        """The file at `path`. Raises OSError where it cannot be read."""

    def there(self, path: Path) -> bool:
        """Whether there is such a file."""

    def within(self, folder: Path, suffix: str) -> list[Path]:
        """The files of `folder` whose names end in `suffix`, in order."""

    def only(self, name: str) -> Files:
        """The place with no other files than those called `name`, for whoever may not get at the rest."""


@dataclass(frozen=True)
class Disk:
    """Files on disk."""

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def there(self, path: Path) -> bool:
        return path.is_file()

    def within(self, folder: Path, suffix: str) -> list[Path]:
        return sorted(folder.glob(f"*{suffix}"))

    def only(self, name: str) -> Files:
        del name  # who holds this object can read the disk without it
        return self


DISK = Disk()


@dataclass(frozen=True)
class Kept:
    """Files held in memory: `texts` by their path from the top, as ``rules/NAME/sites.yaml``."""

    texts: Mapping[str, str]

    def read(self, path: Path) -> bytes:
        try:
            return self.texts[path.as_posix()].encode()
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, "no such file", path.as_posix()) from None

    def there(self, path: Path) -> bool:
        return path.as_posix() in self.texts

    def within(self, folder: Path, suffix: str) -> list[Path]:
        beside = [path for path in map(Path, self.texts) if path.parent == folder]
        return sorted(path for path in beside if path.name.endswith(suffix))

    def only(self, name: str) -> Files:
        return Kept({path: text for path, text in self.texts.items() if Path(path).name == name})


@dataclass(frozen=True)
class Originals:
    """The files that a package was made of, ready to be carried along in a save.

    `read` holds their texts by path from the top; `beside` what lies beside them and is read when somebody looks.
    """

    read: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, Path] = field(default_factory=dict)
    files: Files = DISK

    def texts(self) -> dict[str, str]:
        """All texts by path; a file beside that cannot be read any more is left out."""
        return {**self.read, **{name: text for name, path in self.beside.items() if (text := self._text(path))}}

    def _text(self, path: Path) -> str:
        try:
            return self.files.read(path).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""
