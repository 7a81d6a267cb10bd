# SPDX-License-Identifier: GPL-2.0-or-later
"""The one type family of a sheet, and how much room a text takes in it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import List

from qgis.PyQt.QtGui import QFont, QFontInfo, QFontMetricsF

FAMILIES = ("Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
"""In the order of preference: sober, open shapes that stay legible at 7 points."""

MILLIMETRES = 25.4 / 72
"""Of a point."""

LINE = 1.4
"""From line to line at the most, in sizes of the letters."""

_PIXELS = 100
_LEAST_SPACING = 0.02
# Renderers break lines a little sooner or later than each other.
_CARE = 1.03


@lru_cache(maxsize=1)
def family() -> str:
    """The first family of the list that this machine has."""
    return next((name for name in FAMILIES if is_here(name)), QFont().family())


def is_here(name: str) -> bool:
    """Whether this machine has a family, not a stand-in for it."""
    return QFontInfo(QFont(name)).family().casefold() == name.casefold()


def apart(font: QFont) -> QFont:
    """The same letters, none joined into one: a search for "figures" is to find them in a PDF."""
    made = QFont(font)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _LEAST_SPACING)
    return made


def line_height(font: QFont) -> float:
    """From line to line, in millimetres."""
    metrics, size = _metrics(font.family(), font.bold()), font.pointSizeF() * MILLIMETRES
    return max(metrics.lineSpacing(), metrics.height()) / _PIXELS * size


def wrapped(text: str, font: QFont, width: float) -> List[str]:
    """A text in lines of at most `width` millimetres, broken between words, in need within them."""
    room = width / (font.pointSizeF() * MILLIMETRES) * _PIXELS / _CARE
    metrics = _metrics(font.family(), font.bold())
    lines: List[str] = []
    for paragraph in text.split("\n"):
        lines += _lines(paragraph, metrics, room)
    return lines


def _lines(paragraph: str, metrics: QFontMetricsF, room: float) -> List[str]:
    lines, line = [], ""
    for word in paragraph.split(" "):
        tried = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(tried) <= room:
            line = tried
            continue
        if line:
            lines.append(line)
        line = word
        while metrics.horizontalAdvance(line) > room and len(line) > 1:
            most = max(1, math.floor(len(line) * room / metrics.horizontalAdvance(line)))
            lines.append(line[:most])
            line = line[most:]
    return [*lines, line]


def height(text: str, font: QFont, width: float) -> float:
    """How high a wrapped text is, in millimetres."""
    return len(wrapped(text, font, width)) * line_height(font) if text else 0.0


@lru_cache(maxsize=16)
def _metrics(name: str, bold: bool) -> QFontMetricsF:
    font = QFont(name)
    font.setPixelSize(_PIXELS)
    font.setBold(bold)
    return QFontMetricsF(font)
