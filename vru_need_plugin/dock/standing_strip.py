# SPDX-License-Identifier: GPL-2.0-or-later
"""A strip that shows where an area stands on a measure, and where the line is."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPalette, QPen, QPolygonF

from ..scoring.explain import MeasureStanding
from . import look

HEIGHT = 15
_SHARP = 2  # drawn at twice its size, for screens of high density
_SIDE = 6
_TRACK = 6
_DOT = 4.5


def strip(one: MeasureStanding, width: int, palette: QPalette) -> QImage:
    """From least need at the left to greatest at the right.

    The part above threshold is shaded and begins with the cut-off; the area is a dot, a diamond
    where the figure is the parent's: dark above threshold, pale just below, grey otherwise. A
    dashed empty strip has no figure.
    """
    image = QImage(width * _SHARP, HEIGHT * _SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SHARP, _SHARP)
    track = QRectF(_SIDE, (HEIGHT - _TRACK) / 2, width - 2 * _SIDE, _TRACK)
    if one.value is None:
        painter.setPen(QPen(look.secondary(palette), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(track.left(), HEIGHT / 2), QPointF(track.right(), HEIGHT / 2))
    else:
        _paint_track(painter, one, track, palette)
        if one.place is not None:
            _paint_area(painter, one, QPointF(_at(track, one.place), HEIGHT / 2), palette)
    painter.end()
    return image


def _at(track: QRectF, place: float) -> float:
    return track.left() + track.width() * place


def _paint_track(painter: QPainter, one: MeasureStanding, track: QRectF, palette: QPalette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.hairline(palette))
    painter.drawRoundedRect(track, 2, 2)
    if one.cut_place is None:
        return
    line = _at(track, one.cut_place)
    # A hair to the left: who is at the line is above threshold.
    begin = line - 1.5
    shaded = QColor(look.ACCENT_PALE)
    shaded.setAlphaF(0.75)
    painter.setBrush(shaded)
    painter.drawRoundedRect(QRectF(begin, track.top(), max(2.0, track.right() - begin), track.height()), 2, 2)
    painter.setBrush(palette.color(QPalette.ColorRole.WindowText))
    painter.drawRect(QRectF(begin - 0.75, 1, 1.5, HEIGHT - 2))


def _paint_area(painter: QPainter, one: MeasureStanding, at: QPointF, palette: QPalette) -> None:
    grey = look.secondary(palette)
    fill = look.ACCENT if one.above else look.ACCENT_PALE if one.near else grey
    edge = palette.color(QPalette.ColorRole.Base) if one.above or not one.near else look.ACCENT
    painter.setPen(QPen(edge, 1))
    painter.setBrush(fill)
    if not one.parent_level:
        painter.drawEllipse(at, _DOT, _DOT)
        return
    size = _DOT + 1
    corners = ((0, -size), (size, 0), (0, size), (-size, 0))
    painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
