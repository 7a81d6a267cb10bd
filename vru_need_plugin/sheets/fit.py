# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that fit: smaller letters within bounds, and what is left over goes on to a further page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsExpressionContextUtils, QgsLayoutItemLabel, QgsPrintLayout
from qgis.PyQt.QtGui import QFont

from .context import PREFIX, alone, set_text, text_of
from .fonts import height, wrapped
from .items import labels
from .page_texts import PageTexts

LEAST = 7.0
"""Points; smaller letters are none that a meeting can read."""
_SHRINK = 0.72
"""How much smaller than the template has it a text may become."""
_STEP = 0.25
_CUT = "cut_"
"""What the variables with beginnings of texts are called."""


@dataclass(frozen=True)
class LeftOver:
    """A text that was cut, to be printed in full on a further page.

    Attributes
    ----------
    variable, expression
        The variable that it is, and what shows it.
    texts
        What it says, on one page of an atlas or another: those that were cut.
    is_cut
        Whether it was cut on this page of an atlas, as an expression; None where it is the same on all.
    """

    variable: str
    expression: str
    texts: Tuple[str, ...]
    is_cut: Optional[str] = None


def fit_labels(layout: QgsPrintLayout, more: str, least: float = LEAST) -> List[LeftOver]:
    """Make every label of ours fit its box, on every page of an atlas.

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
    pages = PageTexts(layout)
    ours = [item for item in labels(layout) if "@vru_" in item.text()]
    long = [(item, _shrink(item, pages.of(item), least)) for item in ours]
    single = [(item, shown, texts) for item, texts in long if (shown := alone(item.text()))]
    left: List[LeftOver] = []
    for item, shown, texts in single:
        if not texts:
            continue
        others = [found for _, other, found in single if other == shown]
        nowhere = tuple(text for text in texts if all(text in found for found in others))
        endings = {text: f"… {more}" if text in nowhere else "…" for text in texts}
        is_cut = _cut(layout, item, shown[1], endings)
        if nowhere:
            left.append(LeftOver(*shown, nowhere, is_cut if "@atlas_" in shown[1] else None))
    return left


def fits(item: QgsLayoutItemLabel, text: Optional[str] = None) -> bool:
    """Whether a label's text has room in its box."""
    wide, high = _room(item)
    return height(item.currentText() if text is None else text, item.font(), wide) <= high + 0.05


def _room(item: QgsLayoutItemLabel) -> tuple[float, float]:
    return item.rect().width() - 2 * item.marginX(), item.rect().height() - 2 * item.marginY()


def _shrink(item: QgsLayoutItemLabel, texts: Sequence[str], least: float) -> List[str]:
    """Smaller letters until all texts fit; those that do not fit in the smallest."""
    size = item.font().pointSizeF()
    bound = max(min(size, least), size * _SHRINK)
    long = [text for text in texts if not fits(item, text)]
    while long and size - _STEP >= bound:
        size -= _STEP
        font = QFont(item.font())
        font.setPointSizeF(size)
        item.setFont(font)
        long = [text for text in long if not fits(item, text)]
    return long


def _cut(
    layout: QgsPrintLayout, item: QgsLayoutItemLabel, expression: str, endings: Mapping[str, str]
) -> str:
    """Let a label show the beginnings of texts, with these endings; whether it does, as an expression."""
    # Found by the whole text: one that is changed later is shown as it is then.
    beginnings = {text: _beginning(item, text, ending) for text, ending in endings.items()}
    name = _free_name(layout)
    set_text(layout, name, json.dumps(beginnings, ensure_ascii=False))
    beginning = f"map_get(json_to_map({text_of(name)}), {expression})"
    item.setText(f"[% coalesce({beginning}, {expression}) %]")
    return f"{beginning} IS NOT NULL"


def _free_name(layout: QgsPrintLayout) -> str:
    taken = set(QgsExpressionContextUtils.layoutScope(layout).variableNames())
    return next(name for at in range(1, len(taken) + 2) if PREFIX + (name := f"{_CUT}{at}") not in taken)


def _beginning(item: QgsLayoutItemLabel, whole: str, ending: str) -> str:
    """As many whole words as there is room for with the ending, and the ending."""
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
    if " " in kept and len(kept) > len(first_line):
        kept = kept.rsplit(" ", 1)[0]
    return kept + ending
