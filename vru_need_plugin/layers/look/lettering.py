# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters of labels on the map: dark ink with a light halo, in sizes of paper."""

from __future__ import annotations

from qgis.core import QgsPalLayerSettings, QgsTextBufferSettings, QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtGui import QColor, QFont

FONT = "sans-serif"
INK = QColor("#22313f")
QUIET = QColor("#52616f")
POINT = 0.3528
"""Millimetres."""

HALO = 0.1
"""Millimetres a point, so that it keeps letters of a wall's size readable too."""


def lettering(size: float, colour: QColor = INK, *, bold: bool = False) -> QgsTextFormat:
    """Letters of a size in points, with a halo that keeps them readable on every colour."""
    font = QFont(FONT)
    font.setBold(bold)
    letters = QgsTextFormat()
    letters.setFont(font)
    letters.setSize(size)
    letters.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    letters.setColor(colour)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(HALO * size)
    halo.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    halo.setColor(QColor(255, 255, 255, 215))
    letters.setBuffer(halo)
    return letters


def label_settings(expression: str, letters: QgsTextFormat, priority: int) -> QgsPalLayerSettings:
    """Labels within their area that give way to each other rather than collide.

    Parameters
    ----------
    expression
        The text; a QGIS expression, whose result is plain text whatever is in it.
    priority
        0 to 10, the highest placed first.
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.priority = priority
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(False)  # an area may lie under another's label; only labels give way
    settings.setObstacleSettings(obstacles)
    settings.setFormat(letters)
    return settings
