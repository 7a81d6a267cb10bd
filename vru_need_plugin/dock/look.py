# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock's few colours and measures, on light and dark themes alike."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette

MARGIN = 8
GAP = 6
NARROW = 380
"""The width, in pixels, at which everything has to work."""

CHOSEN = QColor("#d98200")
ACCENT = QColor("#2f7ea8")
"""What is above threshold at the areas' own level."""
ACCENT_PALE = QColor("#8fc1d9")
"""The same, carried down from the parent's level."""
WARNING = QColor("#b3690f")
"""Text that asks for attention; amber, not alarm."""


def secondary(palette: QPalette) -> QColor:
    """The colour of text that comes second, between the text and what it stands on."""
    return mixed(palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window), 0.38)


def hairline(palette: QPalette) -> QColor:
    """The colour of thin lines and empty tracks."""
    return mixed(palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Base), 0.82)


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """`first` with a share of `second` in it."""
    keep = 1 - share
    return QColor.fromRgbF(
        first.redF() * keep + second.redF() * share,
        first.greenF() * keep + second.greenF() * share,
        first.blueF() * keep + second.blueF() * share,
    )


def smaller(font: QFont) -> QFont:
    """The font of notes and badges."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.88)
    else:
        small.setPixelSize(max(8, round(font.pixelSize() * 0.88)))
    return small


def bold(font: QFont) -> QFont:
    """The same font in bold."""
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


def band_height(font: QFont) -> int:
    """How high the band over the rows of a theme is."""
    return QFontMetrics(font).height() + 6


def badge_width(font: QFont, text: str) -> int:
    """How wide `paint_badge` will be."""
    return QFontMetrics(smaller(font)).horizontalAdvance(text) + 10


def paint_badge(painter: QPainter, right: float, middle: float, text: str, colour: QColor) -> None:
    """A small rounded mark with a letter or a word, ending at `right`."""
    painter.save()
    font = smaller(painter.font())
    width, height = badge_width(painter.font(), text), QFontMetrics(font).height()
    box = QRectF(right - width, middle - height / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    fill = QColor(colour)
    fill.setAlphaF(0.28)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.restore()
    painter.save()
    painter.setFont(font)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()
