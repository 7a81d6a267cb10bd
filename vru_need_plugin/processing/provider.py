# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider: what stands in the toolbox under VRU Need Score."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..resource import resource


class VruNeedProvider(QgsProcessingProvider):
    """Provider ``vruneed``."""

    def id(self) -> str:
        return "vruneed"

    def name(self) -> str:
        return "VRU Need Score"

    def icon(self) -> QIcon:
        return QIcon(str(resource("icon.svg")))

    def svgIconPath(self) -> str:
        return str(resource("icon.svg"))

    def loadAlgorithms(self) -> None:
        """Add a fresh instance of each algorithm; QGIS owns them."""
