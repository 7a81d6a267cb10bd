# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders for temporary files that go with the process that made them, also where it ends at once."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_made: list[tuple[int, Path]] = []


def own_folder(prefix: str) -> Path:
    """A new folder, there until this process ends."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    _made.append((os.getpid(), folder))
    return folder


@atexit.register
def remove_own_folders() -> None:
    """Remove them; to be called before ``os._exit``, which asks nobody."""
    for process, folder in _made:
        if process == os.getpid():
            shutil.rmtree(folder, ignore_errors=True)
    _made.clear()
