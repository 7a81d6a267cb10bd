# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a new file is made: in a folder beside the old one, on the same disk, so that it can take its name.

A process that is killed leaves the folder behind. It does no harm, its name says whose it is, and
the next write to the file removes it. Anybody may have put something else there under that name, or
a link: only what we make ourselves is entered, or removed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Iterator

from ...core.messages import NeedError, mark
from ...scenario.whole_file import private_mode
from .file_lock import FileLock, TakenError
from .half_done import NEW, NOTE, OLD, is_under_way, put_back
from .swap import behind_links

PREFIX = ".vru_need_"
"""What the folder is called, before the name of the file that is made in it."""

_LOCK = "in_use"
_TRIES = 5
_LONGEST_NAME = 255
_ARCHIVES = (".zip", ".kmz", ".xlsx", ".xlsm", ".ods", ".tar", ".tgz", ".gz")


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """A folder beside `target` to make its successor in, with an empty folder ``NEW``; gone at the end.

    Where `target` is a link it is beside the file itself, since only what is on its disk can take its name.
    It stays where it holds old parts of the file that could not be put back.

    Raises NeedError where the folder cannot be made or is not ours, another process is writing to the
    same file, what one that was killed has left half done cannot be undone, or what has the file's name
    is no file.
    """
    target = behind_links(target)
    if not target.parent.is_dir():
        raise NeedError(mark("The folder “{folder}” does not exist."), folder=target.parent)
    _check_is_file(target)
    folder = target.parent / _named_after(target.name)
    with _told(target):
        lock = _enter(folder, target)
    try:
        with _told(target):
            put_back(folder, target)
            _clear(folder)
            (folder / NEW).mkdir()
        yield folder
    finally:
        _leave(folder, lock)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """What is against the folder, in a sentence for the user."""
    try:
        yield
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


def _enter(folder: Path, target: Path) -> FileLock:
    """Make the folder, or take over what a process of ours has left; the lock on it.

    Raises TakenError, NeedError where it is not ours, OSError where it cannot be made.
    """
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):
            try:
                folder.mkdir(private_mode())
            except FileExistsError:
                _check_ours(folder, target)
            lock = FileLock(folder / _LOCK)
            if lock.is_of(folder / _LOCK):
                return lock
            lock.close()
        # Whoever was here before us has just taken it away.
    raise TakenError(str(folder))


def _check_ours(folder: Path, target: Path) -> None:
    """Raise NeedError where what has the folder's name is not a folder that we have made."""
    found = folder.lstat()
    links = [name for name in (_LOCK, NEW, OLD, NOTE) if (folder / name).is_symlink()]
    if not _is_folder(found) or links:
        raise NeedError(
            mark(
                "“{name}” in the folder “{folder}” is in the way, and is not what the writing of scores "
                "leaves there. Look what it is and move it away, then write again. Nothing was written."
            ),
            name=folder.name,
            folder=folder.parent,
        )
    if os.name != "nt" and found.st_uid not in (os.geteuid(), _owner_of_what_we_make(folder.parent)):
        raise NeedError(
            mark(
                "Another user is writing scores to “{file}”, or was and could not finish. Wait until that is "
                "done. If nobody is, look into “{folder}”, in which there may be old parts of the file, and "
                "move it away; then write again. Nothing was written."
            ),
            file=target.name,
            folder=folder,
        )


def _is_folder(found: os.stat_result) -> bool:
    """Whether it is a folder itself, and neither a link to one nor what Windows calls a junction."""
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return stat.S_ISDIR(found.st_mode) and getattr(found, "st_reparse_tag", 0) != junction


def _owner_of_what_we_make(folder: Path) -> int:
    """The number that a file server, which may know us by another one, gives to what we make there."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=folder) as made:
        return os.stat(made).st_uid


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


def _clear(folder: Path) -> None:
    """Remove what we make in it: of anything else we do not know whose it is."""
    for name in (NEW, OLD):
        shutil.rmtree(folder / name, ignore_errors=True)


def _leave(folder: Path, lock: FileLock) -> None:
    """Remove the folder as far as it is ours, unless old parts of the file are in it.

    Who comes just now, and opens the lock file, keeps the folder.
    """
    try:
        if is_under_way(folder):
            return
        _clear(folder)
        if os.name == "nt":  # which removes nothing that is open
            lock.close()
        with suppress(OSError):
            (folder / _LOCK).unlink()
    finally:
        lock.close()
    with suppress(OSError):  # only now: a file server keeps what is open under another name until then
        folder.rmdir()
