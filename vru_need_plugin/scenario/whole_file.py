# SPDX-License-Identifier: GPL-2.0-or-later
"""Put a file in place of another as a whole, or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from .on_disk import names_to_disk
from .rights import keep_rights


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
    beside = target.with_name(f".vru_need_{secrets.token_hex(8)}.tmp")
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
