# SPDX-License-Identifier: GPL-2.0-or-later
"""A file with all its parts put in the place of one that may be there."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path
from typing import List, Sequence

from ...core.messages import NeedError, mark
from ...scenario.on_disk import names_to_disk, to_disk
from ...scenario.rights import keep_rights
from .half_done import NEW, OLD, begin, complete, put_back
from .swap import behind_links, could_not_write, replace

# Parts of a Shapefile that would be wrong beside a new one.
_STALE_PARTS = (".qix", ".sbn", ".sbx", ".idm", ".ind", ".cpg", ".prj", ".qpj")

# How SQLite says so; Python 3.9 does not pass its number on.
_NO_DATABASE = "not a database"


def final_place(destination: Path) -> Path:
    """Where an output has to be put: where its name is a link, the file that it leads to.

    Raises NeedError where that file has another ending, and so would be of another format.
    """
    place = behind_links(destination)
    if place.suffix.casefold() != destination.suffix.casefold():
        raise NeedError(
            mark("“{file}” is a link to “{place}”, which has another ending. Choose another name."),
            file=destination.name,
            place=place,
        )
    return place


def put_in_place(workshop: Path, destination: Path) -> None:
    """Give all that is in the workshop's folder of new parts its place beside the destination.

    One file takes it in one step. Of several, the old ones are put aside first, and put back where
    anything goes wrong. A new part has the rights of the old.

    Raises NeedError, all being as it was, where a file is held open or cannot be replaced;
    NotPutBackError where old parts could not even be put back, which lie in the workshop then.
    """
    made = sorted((workshop / NEW).iterdir())
    try:
        for part in made:
            _make_ready(part, destination)
        if len(made) == 1 and not _stale(destination):
            _let_go_of_log(destination)
            replace(made[0], destination.parent / made[0].name)
            names_to_disk(destination.parent)
        else:
            _exchange(workshop, made, destination)
    except OSError as error:
        raise could_not_write(destination, error) from error


def _make_ready(part: Path, destination: Path) -> None:
    """Give a new part the rights of the one that it replaces, and see it on the disk.

    Raises OSError where that one is protected from being changed, or the disk is full.
    """
    old = destination.parent / part.name
    if old.exists() and not os.access(old, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(old))
    like = old if old.exists() else destination
    if like.exists():
        keep_rights(like, part)
    to_disk(part)


def _exchange(workshop: Path, made: Sequence[Path], destination: Path) -> None:
    aside = workshop / OLD
    aside.mkdir()
    try:
        begin(workshop, made)
        for old in [*(destination.parent / part.name for part in made), *_stale(destination)]:
            if old.exists():
                replace(old, aside / old.name)
        for part in made:
            replace(part, destination.parent / part.name)
        complete(workshop)
    except BaseException:
        put_back(workshop, destination)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _stale(destination: Path) -> List[Path]:
    """What is left of a Shapefile that had parts which the new one may not have."""
    if destination.suffix.lower() != ".shp":
        return []
    parts = (destination.with_suffix(suffix) for suffix in _STALE_PARTS)
    return [part for part in parts if part.exists()]


def _let_go_of_log(destination: Path) -> None:
    """Take a database's own log into it: left beside a new file, it would be taken for that one's.

    Raises NeedError where another program is at work with the database.
    """
    log = destination.with_name(f"{destination.name}-wal")
    if not log.exists():
        return
    connection = sqlite3.connect(str(destination), timeout=1)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        if _NO_DATABASE not in str(error):  # but one that is locked, and may need its log
            raise _in_use(destination) from error
        log.unlink()  # then this is no log of it
    finally:
        connection.close()
    if log.exists() and log.stat().st_size:
        raise _in_use(destination)


def _in_use(destination: Path) -> NeedError:
    return NeedError(
        mark("“{file}” is in use by another program. Close it there, or choose another name."),
        file=destination.name,
    )
