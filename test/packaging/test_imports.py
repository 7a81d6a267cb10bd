# SPDX-License-Identifier: GPL-2.0-or-later
"""The method runs without QGIS, Qt or pandas: each room is imported with them blocked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support.shared import ROOT

QT_AND_QGIS = ("qgis", "PyQt5", "PyQt6", "sip", "osgeo")

BLOCKED_IMPORT = """
import importlib, pkgutil, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked!r}:
            raise ImportError("blocked: " + name)

sys.meta_path.insert(0, Blocker())
sys.path.insert(0, {root!r})
package = importlib.import_module("vru_need_plugin.{room}")
modules = list(pkgutil.walk_packages(package.__path__, package.__name__ + "."))
for module in modules:
    importlib.import_module(module.name)
print(1 + len(modules))
"""


def import_all_of(room: str, blocked: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    code = BLOCKED_IMPORT.format(blocked=blocked, root=str(ROOT), room=room)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("room", ["core", "scenario", "tables", "scoring", "report"])
def test_imports_without_qgis_and_qt(room: str) -> None:
    done = import_all_of(room, QT_AND_QGIS)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 1


@pytest.mark.parametrize("room", ["core", "scenario", "tables", "scoring", "report"])
def test_imports_without_pandas_which_only_its_use_needs(room: str) -> None:
    done = import_all_of(room, (*QT_AND_QGIS, "pandas"))
    assert done.returncode == 0, done.stderr


def test_scenario_needs_the_standard_library_only() -> None:
    done = import_all_of("scenario", (*QT_AND_QGIS, "pandas", "numpy", "jsonschema"))
    assert done.returncode == 0, done.stderr


def test_the_block_itself_blocks() -> None:
    done = import_all_of("layers", QT_AND_QGIS)
    room_is_empty = done.returncode == 0 and int(done.stdout) == 1
    assert room_is_empty or "blocked: qgis" in done.stderr
