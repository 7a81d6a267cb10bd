# SPDX-License-Identifier: GPL-2.0-or-later
"""A lock that ends with the process that holds it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


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
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except (BlockingIOError, PermissionError) as error:
            os.close(self._handle)
            raise TakenError(str(path)) from error
        except OSError:
            self.is_held = False  # no locks here
        else:
            self.is_held = True

    def close(self) -> None:
        """Let go."""
        os.close(self._handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
