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
        What stands at the end of a text that goes on elsewhere, where no other label has it in full.
    least
        The smallest letters, in points.

    Returns
    -------
    list of LeftOver
        The texts that did not fit in the smallest letters allowed; their labels show the beginning.
    """
    ours = [item for item in labels(layout) if "@vru_" in item.text()]
    for item in ours:
        _shrink(item, least)
    alone = [(item, found.group(1)) for item in ours if (found := _ALONE.fullmatch(item.text()))]
    in_full = {variable for item, variable in alone if fits(item)}
    left: List[LeftOver] = []
    for item, variable in alone:
        if fits(item):
            continue
        whole = item.currentText()
        if variable in in_full:
            _cut(item, variable, "…")  # it stands elsewhere as it is
        else:
            _cut(item, variable, f"… {more}")
            left.append(LeftOver(variable, whole))
    return left


def fits(item: QgsLayoutItemLabel, text: Optional[str] = None) -> bool:
    """Whether a label's text has room in its box."""
    wide, high = _room(item)
    return height(item.currentText() if text is None else text, item.font(), wide) <= high + 0.05


def _room(item: QgsLayoutItemLabel) -> tuple[float, float]:
    return item.rect().width() - 2 * item.marginX(), item.rect().height() - 2 * item.marginY()


def _shrink(item: QgsLayoutItemLabel, least: float) -> None:
    size = item.font().pointSizeF()
    bound = max(min(size, least), size * _SHRINK)
    while not fits(item) and size - _STEP >= bound:
        size -= _STEP
        font = QFont(item.font())
        font.setPointSizeF(size)
        item.setFont(font)


def _cut(item: QgsLayoutItemLabel, variable: str, ending: str) -> None:
    kept = _beginning(item, item.currentText(), ending)
    item.setText(f"[% left(@{variable}, {len(kept)}) || {literal(ending)} %]")


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
