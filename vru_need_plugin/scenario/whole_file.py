# SPDX-License-Identifier: GPL-2.0-or-later
"""Put a file in place of another as a whole, or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path


def replace_whole(path: Path, content: bytes) -> None:
    """Write a file so that at any moment it holds what it held before or all of `content`.

    A link is followed, and the file that it leads to keeps its permissions. The new file is made
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
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):  # on a disk that is read-only, say, there is nothing to take away
            beside.unlink()
        raise
