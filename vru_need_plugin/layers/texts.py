# SPDX-License-Identifier: GPL-2.0-or-later
"""Codes and names as text."""

from __future__ import annotations

from typing import Any, List, Optional, Sequence


def as_texts(cells: Sequence[Any]) -> List[Optional[str]]:
    """Codes or names as text without blanks around, whole numbers without ``.0``; None where blank."""
    try:
        stripped: List[Optional[str]] = list(map(str.strip, cells))
    except TypeError:  # one of them is no text
        return [_as_text(cell) for cell in cells]
    return [text or None for text in stripped] if "" in stripped else stripped


def _as_text(cell: Any) -> Optional[str]:
    if isinstance(cell, str):
        return cell.strip() or None
    if isinstance(cell, float):
        if cell != cell:
            return None
        return str(int(cell)) if cell.is_integer() else repr(float(cell))
    return None if cell is None else str(cell).strip() or None
