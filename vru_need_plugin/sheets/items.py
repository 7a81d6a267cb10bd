# SPDX-License-Identifier: GPL-2.0-or-later
"""The items of a layout by what a template calls them."""

from __future__ import annotations

from typing import Iterator, List, Optional, Type, TypeVar

from qgis.core import (
    QgsLayout,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
)
from qgis.PyQt.QtCore import QRectF

_Item = TypeVar("_Item", bound=QgsLayoutItem)
_Table = TypeVar("_Table", bound=QgsLayoutMultiFrame)

MAP = "vru_map"
INSET = "vru_inset"
THEMES = "vru_themes"
LEGEND = "vru_legend"
SCALE_BAR = "vru_scalebar"
NORTH = "vru_north"
MEASURES = "vru_measures"
RANKING = "vru_ranking"
LIST = "vru_list"
CONTINUED = "vru_continued"


def named(layout: QgsLayout, name: str, kind: Type[_Item]) -> List[_Item]:
    """The items of a kind that have this id, from the first page to the last."""
    found = [item for item in layout.items() if isinstance(item, kind) and item.id() == name]
    return sorted(found, key=lambda item: (item.page(), item.pos().y(), item.pos().x()))


def tables(layout: QgsLayout, name: str, kind: Type[_Table]) -> Iterator[tuple[_Table, QgsLayoutFrame]]:
    """The tables of a kind of which a frame has this id, with their first frame."""
    seen: List[QgsLayoutMultiFrame] = []
    for frame in named(layout, name, QgsLayoutFrame):
        table = frame.multiFrame()
        if isinstance(table, kind) and not any(table is other for other in seen):
            seen.append(table)
            yield table, frame


def labels(layout: QgsLayout) -> List[QgsLayoutItemLabel]:
    """All labels, from the first page to the last."""
    found = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    return sorted(found, key=lambda item: (item.page(), item.pos().y(), item.pos().x()))


def content(layout: QgsLayout) -> List[QgsLayoutItem]:
    """All items but the pages."""
    return [
        item
        for item in layout.items()
        if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)
    ]


def box(item: QgsLayoutItem) -> QRectF:
    """Where an item lies on its own page, in millimetres."""
    place = item.pagePos()
    return QRectF(place.x(), place.y(), item.rect().width(), item.rect().height())


def place(item: QgsLayoutItem, where: QRectF, page: Optional[int] = None) -> None:
    """Put an item somewhere on a page."""
    on = item.page() if page is None else page
    item.attemptResize(QgsLayoutSize(where.width(), where.height()))
    item.attemptMove(QgsLayoutPoint(where.x(), where.y()), True, False, max(0, on))
