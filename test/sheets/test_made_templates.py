# SPDX-License-Identifier: GPL-2.0-or-later
"""The templates in the project are those that the program makes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from qgis.core import Qgis

from support.shared import ROOT

oldest = pytest.mark.skipif(Qgis.QGIS_VERSION_INT >= 32300, reason="templates are made with QGIS 3.22")


@oldest
def test_the_templates_are_up_to_date_with_the_program(tmp_path):
    tool = [sys.executable, "-B", str(ROOT / "tools" / "make_layouts.py"), str(tmp_path)]
    done = subprocess.run(tool, capture_output=True, text=True, timeout=300, check=False)
    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.qpt")}
    kept = {path.name: path.read_bytes() for path in (ROOT / "resources" / "layouts").glob("*.qpt")}
    assert made == kept, done.stderr
