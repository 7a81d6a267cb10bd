# SPDX-License-Identifier: GPL-2.0-or-later
"""The composition root: what exists, and who knows whom."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .processing.provider import VruNeedProvider
from .resource import translation_file


class VruNeedPlugin:
    """The plugin as QGIS sees it.

    Parameters
    ----------
    iface
        QGIS's interface; None in qgis_process, where only Processing is there.
    """

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._translator = _installed_translator()
        self._provider: Optional[VruNeedProvider] = None

    def initProcessing(self) -> None:
        """Add the provider; all that qgis_process asks for."""
        self._provider = VruNeedProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add what the user sees."""
        self.initProcessing()

    def unload(self) -> None:
        """Take away what `initGui` added, in the reverse order."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None


def _installed_translator() -> Optional[QTranslator]:
    """The translator for the user's language, in force; None where there is no translation."""
    locale = QgsSettings().value("locale/userLocale", "", type=str) or QgsApplication.locale()
    path = translation_file(locale)
    translator = QTranslator()
    if path is None or not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
