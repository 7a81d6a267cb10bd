# SPDX-License-Identifier: GPL-2.0-or-later
"""The tool that runs a script in real QGIS under Xvfb, and the marks of the tests that use it."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from support.shared import ROOT


def _load(name: str) -> ModuleType:
    # tools/ is no package, and its names are not for the path of the tests.
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_tool = _load("real_qgis")
run = _tool.run
IN_REAL_QGIS = [
    pytest.mark.real_qgis,
    pytest.mark.slow,
    pytest.mark.skipif(not _tool.is_available(), reason="QGIS or xvfb-run is not installed"),
]
