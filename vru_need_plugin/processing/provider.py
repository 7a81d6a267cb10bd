# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider: what stands in the toolbox under VRU Need Score."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..resource import resource
from .check_tables import CheckTables
from .need_map import NeedMap
from .need_report import NeedReport
from .score_areas import ScoreAreas
from .write_scores import WriteScores


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
        """Add an instance of each algorithm; QGIS owns them."""
        for algorithm in (ScoreAreas(), WriteScores(), CheckTables(), NeedMap(), NeedReport()):
            self.addAlgorithm(algorithm)
