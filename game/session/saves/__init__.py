"""Saves: the log of a match on disk, written as it happens, read, listed, gone on with and recomputed."""

from game.session.saves.listing import (
    SUFFIX,
    SaveInfo,
    branch_path,
    describe,
    folder,
    latest,
    list_saves,
    make_room,
    new_path,
    unused,
)

__all__ = [
    "SUFFIX",
    "SaveInfo",
    "branch_path",
    "describe",
    "folder",
    "latest",
    "list_saves",
    "make_room",
    "new_path",
    "unused",
]
