# SPDX-License-Identifier: GPL-2.0-or-later
"""Files and their names on the disk for good, and not only on their way to it."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path


def to_disk(path: Path) -> None:
    """Wait until the file, or the folder's list of names, is on the disk.

    Raises OSError where that fails, but for file systems that know no such thing.
    """
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders
    # Windows asks for the right to write, other systems for none that a read-only file lacks.
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def names_to_disk(folder: Path) -> None:
    """See that the new names in a folder outlast a power cut, as far as its file system lets us.

    They are in their places already: nothing can be said against them any more.
    """
    with suppress(OSError):
        to_disk(folder)
