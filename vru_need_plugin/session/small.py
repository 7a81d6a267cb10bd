# SPDX-License-Identifier: GPL-2.0-or-later
"""What is small enough to be done at once, in less than about half a second on an office computer."""

from __future__ import annotations

from pathlib import Path

from ..scenario.sources import Source
from ..scoring.load import TEXT_SUFFIXES

SMALL_TEXT, SMALL_FILE = 1_500_000, 150_000
"""Bytes up to which a text file, and any other, is looked at: read, and every column of it guessed."""
SMALL_TEXT_READ, SMALL_FILE_READ = 5_000_000, 400_000
"""Bytes up to which they are read. A workbook is packed, and its cells are taken one by one."""


def share_of_small(source: str, small_text: int, small_file: int) -> float:
    """How much of what is small a file is: above 1 it is long. A layer of the project is nothing."""
    parsed = Source.parse(source)
    if not parsed.file:
        return 0.0
    try:
        size = Path(parsed.file).stat().st_size
    except (OSError, ValueError):
        return 0.0
    return size / (small_text if parsed.suffix in TEXT_SUFFIXES else small_file)
