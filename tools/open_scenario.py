# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by tools/qgis.sh: opens the dock on the scenario named in the environment."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QTimer
from qgis.utils import plugins


def _open() -> None:
    plugins["vru_need_plugin"].open_scenario(os.environ["VRU_NEED_SCENARIO"])


# Once the window is there.
QTimer.singleShot(500, _open)
