# SPDX-License-Identifier: GPL-2.0-or-later
"""How long the window does not answer while the dock writes: the longest gap between two beats of a timer.

python window.py SOURCE SCENARIO_FOLDER      SOURCE as QGIS opens it, "postgres:" before one of PostGIS.

The dock is opened on the scenario of the folder with the layer as its areas, and writes on to it as a
click does (the question is answered at once). Prints the seconds of the longest gap while it wrote,
those of all of it, and where the gap was.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
BENCH = Path(__file__).resolve().parent.parent
ROOT = BENCH.parent
sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer  # noqa: E402
from qgis.gui import QgsMapCanvas, QgsMessageBar  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, Qt, QTimer  # noqa: E402
from qgis.PyQt.QtWidgets import QMainWindow  # noqa: E402

from vru_need_plugin.dock import writing as dock_writing  # noqa: E402
from vru_need_plugin.dock.messages import Messages  # noqa: E402
from vru_need_plugin.dock.need_dock import NeedDock  # noqa: E402
from vru_need_plugin.dock.write_consent import Consent  # noqa: E402
from vru_need_plugin.layers.writing.aside import remove_all  # noqa: E402
from vru_need_plugin.session.session import Session  # noqa: E402

BEAT = 5  # milliseconds
PATIENCE = 120.0


class Window:
    """A window with the dock and the layer, as bench/dock.py has it."""

    def __init__(self, source: str, scenario: Path) -> None:
        project = QgsProject.instance()
        key, path = ("postgres", source[9:]) if source.startswith("postgres:") else ("ogr", source)
        self.layer = QgsVectorLayer(path, "areas under trial", key)
        project.addMapLayer(self.layer)
        self.window = QMainWindow()
        canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(canvas)
        bar = QgsMessageBar(self.window)
        self.session = Session(project)
        self.dock = NeedDock(self.session, project, canvas, Messages(bar), lambda _: None, self.window)
        self.bar = bar
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.window.resize(900, 1000)
        self.window.show()
        self.dock.open_scenario(scenario)
        run_until(lambda: self.session.result is not None and not self.session.is_working)
        run_for(0.5)

    def write(self) -> tuple[float, float, str]:
        """Seconds of the longest gap, and of the whole write; and in which part of it the gap was."""
        beats = [time.perf_counter()]
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: beats.append(time.perf_counter()))
        timer.start(BEAT)
        start = time.perf_counter()
        writing = self.dock.write_button.writing
        writing.on_to_layer()
        asked = time.perf_counter()
        beats.append(asked)
        ended: list[float] = []
        writing.writer.changed.connect(
            lambda: ended.append(time.perf_counter()) if not writing.writer.is_writing else None
        )
        run_until(lambda: not writing.writer.is_writing)
        run_for(0.2)
        done = time.perf_counter()
        if self.layer.fields().indexFromName("need_score") < 0:
            raise SystemExit(f"nothing was written: {[item.text() for item in self.bar.items()]}")
        gap, at = max((later - earlier, earlier) for earlier, later in zip(beats, beats[1:]))
        shown = ended[0] if ended else asked
        part = "at-the-click" if at < asked else "showing-it" if at + gap > shown else "writing"
        return gap, done - start - 0.2, part


def run_until(holds) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, BEAT)
        if time.monotonic() > end:
            raise SystemExit("waited in vain")


def run_for(seconds: float) -> None:
    end = time.monotonic() + seconds
    run_until(lambda: time.monotonic() > end)


def main() -> None:
    source, folder = sys.argv[1], Path(sys.argv[2]).resolve()
    document = json.loads((folder / "scenario.json").read_text(encoding="utf-8"))
    document["areas"]["source"] = "project:areas under trial"
    for table in document["tables"]:
        table["source"] = str(folder / table["source"])
    scenario = Path(sys.argv[3]) / "scenario.json"
    scenario.write_text(json.dumps(document), encoding="utf-8")
    dock_writing.ask_to_write = lambda *_: Consent(write=True, style=False)
    application = QgsApplication([], True)
    application.initQgis()
    print(*Window(source, scenario).write())
    sys.stdout.flush()
    remove_all()
    os._exit(0)  # QGIS that ends with layers open may crash


if __name__ == "__main__":
    main()
