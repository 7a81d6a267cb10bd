# SPDX-License-Identifier: GPL-2.0-or-later
"""A file replaced by a complete new one: at any moment there is the old or the new, and never a part."""

from __future__ import annotations

import errno
import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...core.messages import NeedError, mark

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


def swap(made: Path, target: Path, seen: Stamp) -> None:
    """Put a complete new file in the place of `target`, which still has to be as it was `seen`.

    Raises HeldOpenError where it is held open, NeedError where it has changed or cannot be replaced;
    `target` is as it was then.
    """
    target = target.resolve()
    try:
        _keep_rights(target, made)
        to_disk(made)
        if stamp(target) != seen:
            raise NeedError(
                mark("“{file}” was changed by another program in the meantime. Nothing was written."),
                file=target.name,
            )
        replace(made, target)
    except OSError as error:
        raise could_not_write(target, error) from error
    with suppress(OSError):  # it is in its place: nothing can be said against it now
        to_disk(target.parent)


def _keep_rights(target: Path, made: Path) -> None:
    """Give a new file the group, owner, access list and rights of the old one, as far as one may.

    Otherwise a colleague who could read the old one as one of its group could not read the new.
    """
    if hasattr(os, "chown"):
        found = target.stat()
        for owner in (found.st_uid, -1):
            with suppress(OSError):  # only root gives files away; to a group one has to belong
                os.chown(made, owner, found.st_gid)
                break
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # some file systems have none
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(made, name, os.getxattr(target, name))
    shutil.copymode(target, made)


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


def to_disk(path: Path) -> None:
    """Wait until the file, or the folder's list of names, is on the disk and not only on its way.

    Raises OSError where that fails, but for file systems that know no such thing.
    """
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
