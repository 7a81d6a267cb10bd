# SPDX-License-Identifier: GPL-2.0-or-later
"""The staged plugin in ``qgis_process``, in a profile of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, Tuple

import pytest

from support.shared import ROOT

# Debian's wrapper of 3.22 is broken; the program itself is not.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")

needs_qgis_process = pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed")
"""Decorator for tests that start qgis_process."""


class Refused(Exception):
    """The algorithm ended with an error; the message is what it printed."""


class QgisProcess:
    """Runs algorithms on the plugin as it is zipped.

    Parameters
    ----------
    folder
        An empty folder for the staged plugin and the profile.
    """

    def __init__(self, folder: Path) -> None:
        self.plugin = folder / "plugins" / "vru_need_plugin"
        tool = [sys.executable, "-B", str(ROOT / "tools" / "stage.py"), str(folder / "plugins")]
        subprocess.run(tool, check=True, capture_output=True)
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
            "QGIS_PLUGINPATH": str(folder / "plugins"),
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(runtime),
        }
        self._call("plugins", "enable", "vru_need_plugin")

    def run(self, algorithm: str, **parameters: Any) -> Dict[str, Any]:
        """Run an algorithm and return its results.

        Raises
        ------
        Refused
            It ended with an error.
        """
        answer = self.log(algorithm, **parameters)
        return answer["results"]

    def log(self, algorithm: str, **parameters: Any) -> Dict[str, Any]:
        """Run an algorithm and return all that qgis_process says, as its JSON has it."""
        arguments = [f"{name}={value}" for name, value in parameters.items()]
        status, out, err = self._call("--json", "run", algorithm, "--", *arguments)
        if status != 0 or not out.strip():
            raise Refused(f"{out}\n{err}")
        return json.loads(out)

    def help(self, algorithm: str, language: str) -> str:
        """An algorithm's help as a user of this language sees it."""
        _, out, _ = self._call("help", algorithm, LANG=language, LC_ALL=language)
        return out

    def _call(self, *arguments: str, **environment: str) -> Tuple[int, str, str]:
        done = subprocess.run(
            [str(PROGRAM), *arguments],
            env={**self._environment, **environment},
            capture_output=True,
            text=True,
            timeout=300,
        )
        return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory: pytest.TempPathFactory) -> QgisProcess:
    """The staged plugin in qgis_process, set up once."""
    return QgisProcess(tmp_path_factory.mktemp("qgis-process"))
