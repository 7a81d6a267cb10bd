# SPDX-License-Identifier: GPL-2.0-or-later
"""What `real_qgis.py` gives to QGIS's --code: runs the script once the window is there, then quits."""

from __future__ import annotations

import faulthandler
import importlib.util
import json
import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

_START = 1500  # milliseconds until QGIS's window has settled


def _main() -> Any:
    path = Path(os.environ["VRU_NEED_SCRIPT"])
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module.main(json.loads(os.environ["VRU_NEED_ARGUMENTS"]))


def _go() -> None:
    try:
        told = {"value": _main()}
        text = json.dumps(told)
    except BaseException:  # whatever it was, it has to reach the other side
        text = json.dumps({"error": traceback.format_exc()})
    Path(os.environ["VRU_NEED_RESULT"]).write_text(text, encoding="utf-8")
    QgsProject.instance().clear()
    iface.actionExit().trigger()
    # Where a modal box still stands in the way, the result is written all the same.
    QTimer.singleShot(5000, lambda: os._exit(0))


faulthandler.dump_traceback_later(float(os.environ["VRU_NEED_END"]) - time.time(), exit=True, file=2)
QTimer.singleShot(_START, _go)
