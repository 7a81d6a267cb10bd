# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that fit: smaller letters within bounds, and what is left over goes on to a further page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Optional

from qgis.core import QgsLayoutItemLabel, QgsPrintLayout
from qgis.PyQt.QtGui import QFont

from .expression_parts import literal
from .fonts import height, wrapped
from .items import labels

LEAST = 7.0
"""Points; smaller letters are none that a meeting can read."""
_SHRINK = 0.72
"""How much smaller than the template has it a text may become."""
_STEP = 0.25
_ALONE = re.compile(r"\s*\[%\s*@(vru_\w+)\s*%\]\s*")


@dataclass(frozen=True)
class LeftOver:
    """A text that was cut, to be printed in full on a further page."""

    variable: str
    text: str


def fit_labels(layout: QgsPrintLayout, more: str, least: float = LEAST) -> List[LeftOver]:
    """Make every label of ours fit its box.

    Parameters
    ----------
    more
        What stands at the end of a text that goes on elsewhere.
    least
        The smallest letters, in points.

    Returns
    -------
    list of LeftOver
        The texts that did not fit in the smallest letters allowed; their labels show the beginning.
    """
    found = (_fit(item, more, least) for item in labels(layout) if "@vru_" in item.text())
    return [left for left in found if left is not None]


def fits(item: QgsLayoutItemLabel, text: Optional[str] = None) -> bool:
    """Whether a label's text has room in its box."""
    wide, high = _room(item)
    return height(item.currentText() if text is None else text, item.font(), wide) <= high + 0.05


def _room(item: QgsLayoutItemLabel) -> tuple[float, float]:
    return item.rect().width() - 2 * item.marginX(), item.rect().height() - 2 * item.marginY()


def _fit(item: QgsLayoutItemLabel, more: str, least: float) -> Optional[LeftOver]:
    size = item.font().pointSizeF()
    bound = max(min(size, least), size * _SHRINK)
    while not fits(item) and size - _STEP >= bound:
        size -= _STEP
        font = QFont(item.font())
        font.setPointSizeF(size)
        item.setFont(font)
    alone = _ALONE.fullmatch(item.text())
    if fits(item) or alone is None:
        return None
    whole = item.currentText()
    kept = _beginning(item, whole, f"… {more}")
    item.setText(f"[% left(@{alone.group(1)}, {len(kept)}) || {literal(f'… {more}')} %]")
    return LeftOver(alone.group(1), whole)


def _beginning(item: QgsLayoutItemLabel, whole: str, ending: str) -> str:
    """As many whole words as there is room for with the ending."""
    wide, _ = _room(item)
    low, high = 0, len(whole)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(item, whole[:middle] + ending):
            low = middle
        else:
            high = middle - 1
    kept = whole[:low]
    first_line = wrapped(kept, item.font(), wide)[0]
    return kept.rsplit(" ", 1)[0] if " " in kept and len(kept) > len(first_line) else kept
