# SPDX-License-Identifier: GPL-2.0-or-later
"""A lock that ends with the process that holds it."""

from __future__ import annotations

import os
import sys
import weakref
from pathlib import Path

# Nobody makes us open, or make, a file elsewhere.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class TakenError(Exception):
    """Another process that is alive holds the lock."""


class FileLock:
    """Holds a lock file for itself alone until it is closed, or the process ends in whatever way.

    Where the file system has no locks (some network shares), nobody is kept out.

    Attributes
    ----------
    is_held
        Whether others are kept out.

    Raises TakenError where another holds it, OSError where the file cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, _FLAGS, 0o600)
        self._end = weakref.finalize(self, os.close, self._handle)
        try:
            _lock(self._handle)
        except (BlockingIOError, PermissionError) as error:
            self._end()
            raise TakenError(str(path)) from error
        except OSError:
            self.is_held = False  # no locks here
        else:
            self.is_held = True

    def is_of(self, path: Path) -> bool:
        """Whether the file of this name is still the one that is locked, and not another or none."""
        if os.name == "nt":
            return True  # a file that is open keeps its name
        try:
            return os.path.samestat(os.fstat(self._handle), os.lstat(path))
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Let go; a second time does nothing."""
        self._end()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
