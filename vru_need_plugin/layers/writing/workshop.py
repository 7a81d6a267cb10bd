# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a new file is made: in a folder beside the old one, on the same disk, so that it can take its name.

A process that is killed leaves the folder behind. It does no harm, its name says whose it is, and
the next write to the file removes it.
"""

from __future__ import annotations

import os
import shutil
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


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """A folder beside `target` to make its successor in; it is gone at the end.

    Raises NeedError where the folder cannot be made, or another process is writing to the same
    file.
    """
    if not target.parent.is_dir():
        raise NeedError(mark("The folder “{folder}” does not exist."), folder=target.parent)
    folder = target.parent / f"{PREFIX}{target.name}"
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
