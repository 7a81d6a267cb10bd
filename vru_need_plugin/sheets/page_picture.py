# SPDX-License-Identifier: GPL-2.0-or-later
"""A page as a picture on the screen."""

from __future__ import annotations

from qgis.core import QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

_INCH = 25.4


def page_picture(layout: QgsPrintLayout, width: int) -> QImage:
    """The first page, of an atlas that of its first parent, so many pixels wide."""
    atlas = layout.atlas()
    if atlas.enabled():
        atlas.beginRender()
        atlas.first()
    page = layout.pageCollection().page(0).rect()
    size = QSize(width, round(width * page.height() / page.width()))
    picture = QgsLayoutExporter(layout).renderPageToImage(0, size, width / (page.width() / _INCH))
    if atlas.enabled():
        atlas.endRender()
    return picture
