# SPDX-License-Identifier: GPL-2.0-or-later
"""Put a file in place of another as a whole, or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from .on_disk import names_to_disk, to_disk
from .rights import keep_rights

_PREFIX = ".vru_need_"


def replace_whole(path: Path, content: bytes) -> None:
    """Write a file so that at any moment it holds what it held before or all of `content`.

    A link is followed, and the file that it leads to keeps its permissions and group. The new file is made
    beside it under a name that nobody can foretell, and is on the disk before it takes its place.

    Raises
    ------
    OSError
        It cannot be written; what was there is there still, and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f"{_PREFIX}{secrets.token_hex(8)}.tmp")
    try:
        with open(beside, "xb") as file:
            if target.exists():
                keep_rights(target, beside)  # before there is anything in it to read
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):  # on a disk that is read-only, say, there is nothing to take away
            beside.unlink()
        raise
    names_to_disk(target.parent)


def private_mode(system: str = os.name) -> int:
    """The mode of a folder into which nobody else can put anything.

    Newer versions of Python take 0o700 on Windows (where `tempfile.mkdtemp` asks for it too) for a list
    of rights, which what is made in the folder would keep in its final place, where others are to read it.
    """
    return 0o777 if system == "nt" else 0o700


def new_folder_beside(path: Path) -> Path:
    """Make a folder in which a file can be made that then takes its place by `put_whole`.

    Whoever asks for it removes it. It is beside the file itself where its name is a link.

    Raises OSError where it cannot be made.
    """
    folder = Path(os.path.realpath(path)).with_name(f"{_PREFIX}{secrets.token_hex(8)}")
    folder.mkdir(private_mode())
    return folder


def put_whole(made: Path, path: Path) -> None:
    """Give a complete new file its place: at any moment there is what was there before or the new.

    A link is followed, and the file that it leads to keeps its permissions and group.

    Raises OSError where that cannot be; what was there is there still.
    """
    target = Path(os.path.realpath(path))
    if target.exists():
        keep_rights(target, made)
    to_disk(made)
    os.replace(made, target)
    names_to_disk(target.parent)
