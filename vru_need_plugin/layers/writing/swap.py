# SPDX-License-Identifier: GPL-2.0-or-later
"""A file replaced by a complete new one: at any moment there is the old or the new, and never a part.

The new file is made in a folder beside the old one, on the same disk, and takes its name in one
step. A process that is killed leaves the folder behind; it does no harm, its name says whose it
is, and the next write to the file removes it.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from ...core.messages import NeedError, mark
from .file_lock import FileLock, TakenError

PREFIX = ".vru_need_"
"""What the folder is called, before the name of the file that is made in it."""

_LOCK = "in_use"

# An indexer or a virus scanner that has just seen the file lets go of it soon.
_TRIES = 5
_PAUSE_S = 0.2


class HeldOpenError(NeedError):
    """The file is held open, and cannot be replaced on Windows as long as it is."""


@dataclass(frozen=True)
class Stamp:
    """By what a file is known not to have changed meanwhile."""

    size: int
    modified_ns: int
    number: int


def stamp(path: Path) -> Stamp:
    """What a file's stamp is now."""
    found = path.stat()
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


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
        _clear(folder)
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)


def swap(made: Path, target: Path, seen: Stamp) -> None:
    """Put a complete new file in the place of `target`, which still has to be as it was `seen`.

    Raises HeldOpenError where it is held open, NeedError where it has changed or cannot be replaced;
    `target` is as it was then.
    """
    target = target.resolve()
    try:
        shutil.copymode(target, made)
        _to_disk(made)
        if stamp(target) != seen:
            raise NeedError(
                mark("“{file}” was changed by another program in the meantime. Nothing was written."),
                file=target.name,
            )
        replace(made, target)
        _to_disk(target.parent)
    except OSError as error:
        raise could_not_write(target, error) from error


def replace(made: Path, target: Path) -> None:
    """Give a file another's name, waiting a little where somebody just looks at that.

    Raises HeldOpenError where it stays held open, OSError where something else is in the way.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            os.replace(made, target)
            return
        except PermissionError as error:
            if not tries_left:
                raise HeldOpenError(
                    mark(
                        "“{file}” is open in another program, or may not be replaced. Close it there, then "
                        "write again. Nothing was changed."
                    ),
                    file=target.name,
                ) from error
            time.sleep(_PAUSE_S)


def could_not_write(path: Path, error: OSError) -> NeedError:
    """What the system says, in a sentence for the user."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NeedError(
            mark("The disk is full: “{file}” could not be written, and is as it was before."), file=path.name
        )
    return NeedError(
        mark("“{file}” could not be written, and is as it was before: {reason}"),
        file=path.name,
        reason=error.strerror,
    )


def _clear(folder: Path) -> None:
    """Remove what a process that was killed has left."""
    for left in folder.iterdir():
        if left.name == _LOCK:
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink()


def _to_disk(path: Path) -> None:
    """Wait until the file, or the folder's list of names, is on the disk and not only on its way."""
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
