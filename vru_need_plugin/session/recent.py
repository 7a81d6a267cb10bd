# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenario files opened last, kept in the user's settings."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

_KEY = "vru_need/recent_scenarios"
_KEPT = 8


def recent_files() -> list[Path]:
    """The files opened or saved last that still exist, newest first."""
    return [path for path in map(Path, _stored()) if path.is_file()]


def remember(path: Path) -> None:
    """Put a file at the head of the list."""
    text = str(path)
    QgsSettings().setValue(_KEY, [text, *(other for other in _stored() if other != text)][:_KEPT])


def _stored() -> list[str]:
    value = QgsSettings().value(_KEY, [])
    return [value] if isinstance(value, str) else list(value or [])
