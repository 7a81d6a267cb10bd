# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a new file is made: in a folder beside the old one, on the same disk, so that it can take its name.

A process that is killed leaves the folder behind. It does no harm, its name says whose it is, and
the next write to the file removes it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from ...core.messages import NeedError, mark
from .file_lock import FileLock, TakenError

PREFIX = ".vru_need_"
"""What the folder is called, before the name of the file that is made in it."""
NEW = "new"
"""In it, the folder of the new parts of a file that has several."""
OLD = "old"
"""In it, the folder that the old parts go to while the new ones take their places."""

_LOCK = "in_use"
_LONGEST_NAME = 255
_ARCHIVES = (".zip", ".kmz", ".xlsx", ".xlsm", ".ods", ".tar", ".tgz", ".gz")


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """A folder beside `target` to make its successor in; it is gone at the end.

    Raises NeedError where the folder cannot be made, another process is writing to the same file, or
    what has its name is none.
    """
    if not target.parent.is_dir():
        raise NeedError(mark("The folder “{folder}” does not exist."), folder=target.parent)
    _check_is_file(target)
    folder = target.parent / _named_after(target.name)
    try:
        folder.mkdir(exist_ok=True)
        lock = FileLock(folder / _LOCK)
    except TakenError as taken:
        raise NeedError(
            mark("Scores are being written to “{file}” already. Wait until that is done, then write again."),
            file=target.name,
        ) from taken
    except OSError as error:
        raise NeedError(
            mark("The folder “{folder}” cannot be written to: {reason}"),
            folder=target.parent,
            reason=error.strerror,
        ) from error
    try:
        _put_back(folder, target.parent)
        _clear(folder)
        yield folder
    finally:
        try:
            lock.close()
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _check_is_file(target: Path) -> None:
    """Raise NeedError where a folder, a device or a pipe has the name: that would wait, or be lost."""
    try:
        kind = stat.S_IFMT(target.stat().st_mode)
    except OSError:
        return  # nothing is there, or its folder says more
    except ValueError as error:
        raise NeedError(mark("“{file}” is no name for a file."), file=target.name) from error
    if kind != stat.S_IFREG:
        raise NeedError(
            mark(
                "“{file}” is there already and is no file but a folder, a device or a pipe. Choose another "
                "name."
            ),
            file=target.name,
        )


def _named_after(name: str) -> str:
    """The folder's name: that of the file, shortened where the two together would be too long.

    GDAL looks for an archive in a path, and would take a folder that is called like one for it.
    """
    if name.lower().endswith(_ARCHIVES):
        name = name.replace(".", "_")
    if len(os.fsencode(PREFIX + name)) <= _LONGEST_NAME:
        return PREFIX + name
    return PREFIX + hashlib.sha256(os.fsencode(name)).hexdigest()


def _put_back(workshop: Path, folder: Path) -> None:
    """Undo an exchange that a killed process has left half done: old parts aside, new ones waiting."""
    aside, waiting = workshop / OLD, workshop / NEW
    if aside.is_dir() and waiting.is_dir() and any(waiting.iterdir()):
        for part in aside.iterdir():
            os.replace(part, folder / part.name)


def _clear(folder: Path) -> None:
    """Remove what a process that was killed has left."""
    for left in folder.iterdir():
        if left.name == _LOCK:
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink()
