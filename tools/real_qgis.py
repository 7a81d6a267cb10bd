# SPDX-License-Identifier: GPL-2.0-or-later
"""Run a function inside real QGIS, on a screen that nobody sees, with the staged plugin on.

``real_qgis.py FILE ARGUMENT...`` runs ``main(arguments)`` of a Python file. From a program, call
`run`. QGIS itself always ends well, so what went wrong inside comes back through a file. Where it hangs,
it is ended and says at which line.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Sequence

ROOT = Path(__file__).resolve().parent.parent
INSIDE = ROOT / "tools" / "inside_qgis.py"
DUMPED = 10  # seconds that QGIS has to say where it hangs, before it is ended
SCREEN = "-screen 0 {width}x{height}x24"


class InsideError(Exception):
    """What `main` raised inside QGIS, or what QGIS said where it never got there."""


def is_available() -> bool:
    """Whether QGIS and xvfb-run are installed."""
    return shutil.which("qgis") is not None and shutil.which("xvfb-run") is not None


def run(
    script: Path,
    arguments: Sequence[str] = (),
    *,
    size: tuple[int, int] = (1600, 1000),
    seconds: int = 420,
) -> Any:
    """Run ``main(arguments)`` of a Python file inside QGIS and return what it returns (as JSON).

    Raises
    ------
    InsideError
        It raised, or did not end in time.
    """
    with tempfile.TemporaryDirectory(prefix="vru-need-qgis-") as name:
        folder = Path(name)
        result = folder / "result.json"
        done = _start(script, arguments, folder, result, size, seconds)
        if not result.exists():
            raise InsideError(f"QGIS ended without a result.\n{done}")
        told = json.loads(result.read_text(encoding="utf-8"))
    if "error" in told:
        raise InsideError(told["error"])
    return told["value"]


def _start(
    script: Path, arguments: Sequence[str], folder: Path, result: Path, size: tuple[int, int], seconds: int
) -> str:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        "QGIS_PLUGINPATH": str(_staged(folder)),
        "XDG_RUNTIME_DIR": str(_runtime(folder)),
        "VRU_NEED_SCRIPT": str(Path(script).resolve()),
        "VRU_NEED_ARGUMENTS": json.dumps(list(arguments)),
        "VRU_NEED_RESULT": str(result),
        "VRU_NEED_END": str(time.time() + seconds),
    }
    screen = SCREEN.format(width=size[0], height=size[1])
    # Screens are looked for from a number of our own on: two that start at once must not find the same.
    first = str(100 + os.getpid() % 5000)
    command = ["xvfb-run", "-a", "-n", first, "-s", screen, "qgis", "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(_profile(folder)), "--code", str(INSIDE)]
    # A session of its own, so that screen and QGIS can be ended with the wrapper that started them.
    with subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as started:
        late = ""
        try:
            said, _ = started.communicate(timeout=seconds + DUMPED)
        except subprocess.TimeoutExpired:
            late = f"It took more than {seconds} s.\n"
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
        if late:
            said, _ = started.communicate()
    return f"{late}{said}"


def _staged(folder: Path) -> Path:
    plugins = folder / "plugins"
    tool = [sys.executable, "-B", str(ROOT / "tools" / "stage.py"), str(plugins)]
    subprocess.run(tool, check=True, capture_output=True)
    return plugins


def _profile(folder: Path) -> Path:
    settings = folder / "profile" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        "[PythonPlugins]\nvru_need_plugin=true\n\n[qgis]\ncheckVersion=false\n\n"
        "[app]\nprojections\\unknownCrsBehavior=NoAction\n\n"
        "[locale]\nuserLocale=en_GB\noverrideFlag=true\n",
        encoding="utf-8",
    )
    return folder / "profile"


def _runtime(folder: Path) -> Path:
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    return runtime


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), sys.argv[2:]), indent=2, ensure_ascii=False))
