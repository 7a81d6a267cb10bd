# SPDX-License-Identifier: GPL-2.0-or-later
"""VRU Need Score: need scores from measures and thresholds, inside QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import VruNeedPlugin


def classFactory(iface: Optional[QgisInterface]) -> VruNeedPlugin:
    """Make the plugin; QGIS passes its interface, qgis_process None."""
    from .plugin import VruNeedPlugin

    return VruNeedPlugin(iface)
