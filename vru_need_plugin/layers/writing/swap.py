# SPDX-License-Identifier: GPL-2.0-or-later
"""A file replaced by a complete new one: at any moment there is the old or the new, and never a part."""

from __future__ import annotations

import errno
import os
import time
from dataclasses import dataclass
from pathlib import Path

from ...core.messages import NeedError, mark
from ...scenario.on_disk import names_to_disk, to_disk
from ...scenario.rights import keep_rights

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


def behind_links(path: Path) -> Path:
    """The file itself, where its name is a link to it: it may have another folder, and be on another disk."""
    return Path(os.path.realpath(path)) if os.path.islink(path) else path


def stamp(path: Path) -> Stamp:
    """What a file's stamp is now."""
    found = path.stat()
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def swap(made: Path, target: Path, seen: Stamp) -> None:
    """Put a complete new file in the place of `target`, which still has to be as it was `seen`.

    Raises HeldOpenError where it is held open, NeedError where it has changed or cannot be replaced;
    `target` is as it was then.
    """
    target = behind_links(target)
    try:
        keep_rights(target, made)
        to_disk(made)
        if stamp(target) != seen:
            raise NeedError(
                mark("“{file}” was changed by another program in the meantime. Nothing was written."),
                file=target.name,
            )
        replace(made, target)
    except OSError as error:
        raise could_not_write(target, error) from error
    names_to_disk(target.parent)


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
    if error.errno == errno.ENOENT:
        return NeedError(
            mark(
                "“{file}” could not be written: it, or what was to become of it, was taken away meanwhile. "
                "Nothing was written."
            ),
            file=path.name,
        )
    return NeedError(
        mark("“{file}” could not be written, and is as it was before: {reason}"),
        file=path.name,
        reason=error.strerror,
    )
