# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders for what a write keeps aside: copies of the user's data, which must not stay behind.

All of a process's are in one folder of its own among the temporary ones, which it holds a lock on.
They go with the objects that they are for, and the whole folder as the plugin is unloaded. Of a process
that was killed, the folder has lost its lock: the plugin removes it as it starts.
QGIS ends without running what Python has registered for the end, so that nothing is left to that alone.
"""

from __future__ import annotations

import atexit
import os
import shutil
import stat
import tempfile
import weakref
from functools import lru_cache
from pathlib import Path
from threading import Lock

from .file_lock import FileLock, TakenError

PREFIX = "vru_need_"
"""What the folder of a process is called, before some letters of its own."""

_LOCK = "in_use"
_TRIES = 3
_ONE_AT_A_TIME = Lock()


class Aside:
    """A folder, gone with this object at the latest.

    Attributes
    ----------
    path
        Where it is.

    Raises OSError where none can be made.
    """

    def __init__(self) -> None:
        with _ONE_AT_A_TIME:
            home = _home_of(os.getpid())
            if not home.path.is_dir():  # somebody tidied up
                remove_all()
                home = _home_of(os.getpid())
        self.path = Path(tempfile.mkdtemp(dir=home.path))
        self._end = weakref.finalize(self, _remove, self.path, os.getpid())

    def remove(self) -> None:
        """Remove it now; a second time does nothing."""
        self._end()


def remove_all() -> None:
    """Remove all that this process keeps aside: no write can be taken back by it any more."""
    if _home_of.cache_info().currsize:
        _home_of(os.getpid()).remove()
        _home_of.cache_clear()


def remove_of_the_dead() -> None:
    """Remove the folders of processes of ours that are no more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        lock_file = folder / _LOCK
        if not _is_ours(folder) or not lock_file.is_file():
            continue
        try:
            lock = FileLock(lock_file)
        except (TakenError, OSError):
            continue
        lock.close()
        if lock.is_held:
            shutil.rmtree(folder, ignore_errors=True)


class _Home:
    """The folder of this process, locked as long as it lives."""

    def __init__(self) -> None:
        self.path, self._lock = _locked_folder()
        self._process = os.getpid()
        atexit.register(self.remove)

    def remove(self) -> None:
        if os.getpid() != self._process:
            return  # a fork's copy of what is its parent's
        atexit.unregister(self.remove)
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)


@lru_cache(maxsize=1)
def _home_of(_process: int) -> _Home:
    """The folder of this process, made when first asked for; a fork gets one of its own."""
    return _Home()


def _locked_folder() -> tuple[Path, FileLock]:
    for _ in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        try:
            return folder, FileLock(folder / _LOCK)
        except TakenError:  # somebody took it for one that was left behind, between two steps of ours
            continue
    raise OSError(f"no folder of our own in {tempfile.gettempdir()}")


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder, and no link to one, of this user's: anybody may put things here."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    own = os.name == "nt" or found.st_uid == os.getuid()
    return own and stat.S_ISDIR(found.st_mode)


def _remove(folder: Path, process: int) -> None:
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)
