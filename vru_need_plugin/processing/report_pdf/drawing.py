# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures painted as lines and letters."""

from __future__ import annotations

import re
from typing import List

from qgis.PyQt.QtCore import QByteArray, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from qgis.PyQt.QtSvg import QSvgRenderer

from ...report.colours import NO_DATA
from .pictures import Hatched, Label, Picture
from .print_style import FONT

_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_HATCH = 1.2
"""Millimetres between the lines of hatching."""
_FINE = 100
"""Pixels of a letter before it is scaled to its size."""


def draw(painter: QPainter, picture: Picture, place: QRectF, millimetre: float) -> None:
    """Paint a picture at its place on the sheet.

    Parameters
    ----------
    millimetre
        How long one is, in the painter's units.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = place.width() / picture.width
    for shape in picture.hatched:
        _hatch(painter, shape, place, scale, millimetre)
    QSvgRenderer(QByteArray(picture.svg)).render(painter, place)
    for label in picture.labels:
        _letter(painter, label, place, scale)
    painter.restore()


def _letter(painter: QPainter, label: Label, place: QRectF, scale: float) -> None:
    """A line of text with its halo: an outline drawn first, since a PDF's letters have none."""
    font = QFont(FONT)
    font.setPixelSize(_FINE)
    font.setBold(label.is_bold)
    start = QPointF(-QFontMetricsF(font).horizontalAdvance(label.text) / 2, 0)
    halo = QPainterPath()
    halo.addText(start, font, label.text)
    painter.save()
    painter.translate(place.left() + label.x * scale, place.top() + label.y * scale)
    painter.scale(label.size * scale / _FINE, label.size * scale / _FINE)
    pen = QPen(QColor(label.halo), label.halo_width / label.size * _FINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(halo, pen)
    painter.setFont(font)
    painter.setPen(QColor(label.colour))
    painter.drawText(start, label.text)
    painter.restore()


def _hatch(painter: QPainter, shape: Hatched, place: QRectF, scale: float, millimetre: float) -> None:
    """Lines from lower left to upper right within a shape."""
    outline = QPainterPath()
    outline.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in _rings(shape, place, scale):
        outline.moveTo(ring[0])
        for point in ring[1:]:
            outline.lineTo(point)
        outline.closeSubpath()
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(NO_DATA), 0.22 * millimetre))
    box = outline.boundingRect()
    step = _HATCH * millimetre * 2**0.5
    start = box.left() + box.top() - (box.left() + box.top()) % step
    while start <= box.right() + box.bottom():
        painter.drawLine(QPointF(start - box.bottom(), box.bottom()), QPointF(start - box.top(), box.top()))
        start += step
    painter.restore()


def _rings(shape: Hatched, place: QRectF, scale: float) -> List[List[QPointF]]:
    """The shape's rings on the sheet: a move, then steps, closed."""
    rings = []
    for part in shape.path.split("M")[1:]:
        start, _, steps = part.partition("l")
        x, y = (float(number) for number in _NUMBERS.findall(start))
        moves = [float(number) for number in _NUMBERS.findall(steps)]
        points = [(x, y)]
        for dx, dy in zip(moves[::2], moves[1::2]):
            x, y = x + dx, y + dy
            points.append((x, y))
        rings.append(
            [
                QPointF(
                    place.left() + (px + shape.shift[0]) * scale, place.top() + (py + shape.shift[1]) * scale
                )
                for px, py in points
            ]
        )
    return rings
