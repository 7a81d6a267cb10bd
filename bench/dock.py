# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock at 35,000 areas and 50 measures: what a person waits for.

Method: the dock in a window of 900 x 1,400 pixels without a screen, 380 wide, data folded, measures
and results open, one measure and one area chosen. Each figure is from the change until everything
on the dock is up to date and painted (the event loop has run dry); medians. The preview is off
but for "with the live map", where its attributes are brought up to date too; the map's own
repaint is QGIS's and not in any figure. "Longest block" is the longest time in which the window
could not answer while the scenario was opened.

    make bench-dock
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication, QgsProject  # noqa: E402
from qgis.gui import QgsMapCanvas, QgsMessageBar  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QItemSelectionModel, Qt, QTimer  # noqa: E402
from qgis.PyQt.QtWidgets import QMainWindow, QTreeView  # noqa: E402

import inputs  # noqa: E402
from vru_need_plugin.dock.messages import Messages  # noqa: E402
from vru_need_plugin.dock.need_dock import NeedDock  # noqa: E402
from vru_need_plugin.session.session import Session  # noqa: E402

AREAS, MEASURES = 35_000, 50
EDIT = Qt.ItemDataRole.EditRole
HEARTBEAT = 5  # milliseconds


class Bench:
    """A window with the dock, and the figures taken of it."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(canvas)
        project = QgsProject.instance()
        self.session = Session(project)
        self.dock = NeedDock(
            self.session,
            project,
            canvas,
            Messages(QgsMessageBar(self.window)),
            lambda _layout: None,
            self.window,
        )
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.window.resize(900, 1400)
        self.window.show()
        self.window.resizeDocks([self.dock], [380], Qt.Orientation.Horizontal)
        settle()
        self.measures = self.dock.findChild(QTreeView, "measuresView")
        self.results = self.dock.findChild(QTreeView, "resultsView")

    def open(self, scenario: Path) -> tuple[float, float]:
        """Seconds until the scores are shown, and the longest that the window was blocked."""
        return self._watched(lambda: self.dock.open_scenario(scenario))

    def add_table(self, path: Path) -> tuple[float, float]:
        """Seconds until a file is a table with its columns on offer, and the longest block."""
        picker = self.dock.data.tables.picker
        watched = self._watched(lambda: self.dock.data.tables.add_files([path]))
        if picker.isHidden():
            raise SystemExit(f"{path} did not become a table")
        return watched

    def _watched(self, begin: Callable[[], object]) -> tuple[float, float]:
        """Begin something and wait for its end; its seconds, and the longest without an answer."""
        beats: list[float] = [time.perf_counter()]
        timer = QTimer()
        timer.timeout.connect(lambda: beats.append(time.perf_counter()))
        timer.start(HEARTBEAT)
        start = time.perf_counter()
        begin()
        beats.append(time.perf_counter())
        while self.session.result is None or self.session.is_working:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, HEARTBEAT)
        settle()
        done = time.perf_counter()
        timer.stop()
        beats.append(done)
        return done - start, max(later - earlier for earlier, later in zip(beats, beats[1:]))

    def choose(self) -> None:
        """A measure and an area to look at, as people have while they work."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        for view in (self.measures, self.results):
            view.selectionModel().setCurrentIndex(view.model().index(0, 0), flags)
        settle()

    def set_measure(self, title: str, value: float) -> None:
        model = self.measures.model()
        titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
        if not model.setData(model.index(0, titles.index(title)), value, EDIT):
            raise SystemExit(f"{title} {value} was refused")

    def sort(self, turn: int) -> None:
        order = Qt.SortOrder.DescendingOrder if turn % 2 else Qt.SortOrder.AscendingOrder
        self.results.header().setSortIndicator(1 + turn // 2 % 3, order)

    def undo_or_redo(self, turn: int) -> None:
        stack = self.session.undo_stack
        (stack.redo if turn % 2 else stack.undo)()


def settle() -> None:
    """Let the event loop run dry."""
    for _ in range(3):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, 0)
    QCoreApplication.processEvents()


def median(change: Callable[[int], None], rounds: int) -> float:
    """Median seconds of a change, each turn another one, after one that is not counted."""
    seconds = []
    for turn in range(rounds + 1):
        start = time.perf_counter()
        change(turn)
        settle()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[1:])


def figures(bench: Bench, rounds: int) -> dict[str, float]:
    text = "area 1234"
    search = bench.dock.results.search
    live = bench.dock.map.preview
    live.setChecked(False)
    settle()
    told = {
        "a threshold": median(lambda turn: bench.set_measure("Threshold", 5 + turn % 17), rounds),
        "a weight": median(lambda turn: bench.set_measure("Weight", 2 + turn % 5), rounds),
        "undo, redo": median(bench.undo_or_redo, rounds),
        "a search keystroke": median(lambda turn: search.setText(text[: turn % len(text) + 1]), rounds),
    }
    search.setText("")
    settle()
    told["a sort"] = median(bench.sort, rounds)
    bench.results.header().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    live.setChecked(True)
    settle()
    told["a threshold, with the live map"] = median(
        lambda turn: bench.set_measure("Threshold", 5 + turn % 17), rounds
    )
    told["a weight, with the live map"] = median(
        lambda turn: bench.set_measure("Weight", 2 + turn % 5), rounds
    )
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--areas", type=int, default=AREAS)
    parser.add_argument("--measures", type=int, default=MEASURES)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    inputs.MEASURES = options.measures
    folder = ROOT / "build" / "bench" / f"dock-{options.areas}x{options.measures}"
    inputs.make_inputs(options.areas, folder)
    application = QgsApplication([], True)
    application.initQgis()
    bench = Bench()
    opened, blocked = bench.open(folder / "scenario.json")
    areas = len(bench.session.areas or ())
    print(f"{areas:,} areas x {options.measures} measures, milliseconds")
    print(f"{'opening, first time':<34} {opened * 1000:9.1f}   longest block {blocked * 1000:.1f}")
    opened, blocked = bench.open(folder / "scenario.json")
    print(f"{'opening again':<34} {opened * 1000:9.1f}   longest block {blocked * 1000:.1f}")
    table = next(iter(folder.glob("*.csv")))
    added, blocked = bench.add_table(table)
    print(f"{'adding a table':<34} {added * 1000:9.1f}   longest block {blocked * 1000:.1f}")
    bench.session.undo_stack.undo()
    bench.choose()
    for what, seconds in figures(bench, options.rounds).items():
        print(f"{what:<34} {seconds * 1000:9.1f}")
    sys.stdout.flush()
    os._exit(0)  # QGIS that ends with layers open may crash


if __name__ == "__main__":
    main()
