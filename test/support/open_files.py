# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files this process has open, as Linux tells."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import List

import pytest

_HANDLES = Path("/proc/self/fd")

needs_linux = pytest.mark.skipif(not _HANDLES.is_dir(), reason="asks Linux who holds a file")


def open_files(folder: Path = Path("/")) -> List[str]:
    """The files in a folder, or below it, that are open."""
    found = []
    for handle in _HANDLES.iterdir():
        with suppress(OSError):
            found.append(os.readlink(handle))
    return [path for path in found if path.startswith(os.path.realpath(folder))]


def held_by_us(path: Path) -> bool:
    """Whether this process has the file open."""
    return os.path.realpath(path) in open_files()
