"""Saves: the log of a match on disk, written as it happens, read, listed, gone on with and recomputed."""

from game.session.saves.listing import SaveInfo, delete, describe, files, latest, list_saves, make_room, rename
from game.session.saves.naming import SUFFIX, branch_path, folder, new_path, unused

__all__ = [
    "SUFFIX",
    "SaveInfo",
    "branch_path",
    "delete",
    "describe",
    "files",
    "folder",
    "latest",
    "list_saves",
    "make_room",
    "new_path",
    "rename",
    "unused",
]
