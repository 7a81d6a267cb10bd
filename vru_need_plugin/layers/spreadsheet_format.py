# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files are spreadsheets, whose header is among their cells."""

from __future__ import annotations

from pathlib import Path

SPREADSHEETS = (".xlsx", ".xlsm", ".ods", ".xls")


def is_spreadsheet(path: Path) -> bool:
    """Whether the file's name is a spreadsheet's."""
    return path.suffix.lower() in SPREADSHEETS
