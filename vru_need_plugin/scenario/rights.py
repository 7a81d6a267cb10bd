# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may read and change a file, kept when a new one takes its place."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path


def keep_rights(old: Path, new: Path) -> None:
    """Give a new file the group, owner, access list and mode of the one it replaces, as far as one may.

    Otherwise a colleague who could read the old one as one of its group could not read the new. Where
    the group cannot be kept, the file's new group may do no more than everybody.

    Raises OSError where others could do more with the new file than with the old.
    """
    found = os.stat(old)
    mode = stat.S_IMODE(found.st_mode)
    if not _keep_group(new, found):
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    _keep_attributes(old, new)
    try:
        os.chmod(new, mode)
    except OSError:  # a file system that has no modes, and shows the same for all
        if stat.S_IMODE(os.stat(new).st_mode) & ~mode:
            raise


def _keep_group(new: Path, found: os.stat_result) -> bool:
    """Whether the new file has the group of the old; and the owner, where one may give files away."""
    if not hasattr(os, "chown"):
        return True
    for owner in (found.st_uid, -1):
        with suppress(OSError):  # only root gives files away; to a group one has to belong
            os.chown(new, owner, found.st_gid)
            return True
    return os.stat(new).st_gid == found.st_gid


def _keep_attributes(old: Path, new: Path) -> None:
    """Copy what else the system keeps with the file, an access list among it."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):  # some file systems have none
        for name in os.listxattr(old):
            with suppress(OSError):
                os.setxattr(new, name, os.getxattr(old, name))
