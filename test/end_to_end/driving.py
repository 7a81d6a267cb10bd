# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock worked and read from inside QGIS, as a person works and reads it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView, QWidget
from qgis.utils import iface

EDIT = Qt.ItemDataRole.EditRole
SHOWN = Qt.ItemDataRole.DisplayRole
AREA = int(Qt.ItemDataRole.UserRole) + 1

# Reading the widgets


def step(name, path):
    """What measures and results say now, and the scenario that they say it of."""
    dock().session.save(path)
    measures, results = view("measuresView").model(), view("resultsView").model()
    columns = {title: heading(measures, title) for title in ("Measure", "Cut-off", "Above")}
    return {
        "name": name,
        "scenario": str(path),
        "measures": [
            {
                "title": measures.index(row, columns["Measure"]).data(SHOWN),
                "cut_off": measures.index(row, columns["Cut-off"]).data(EDIT),
                "above": measures.index(row, columns["Above"]).data(EDIT),
            }
            for row in range(measures.rowCount())
        ],
        "areas": [
            {
                "area": results.index(row, 0).data(AREA),
                "rank": results.index(row, 0).data(EDIT),
                "name": results.index(row, 1).data(SHOWN),
                "parent": results.index(row, 2).data(SHOWN),
                "score": results.index(row, 3).data(EDIT),
                "above": results.index(row, columns_of(results)["above"]).data(EDIT),
                "near": results.index(row, columns_of(results)["near"]).data(EDIT),
                "data": results.index(row, columns_of(results)["data"]).data(EDIT),
                "above_on": results.index(row, columns_of(results)["above_on"]).data(SHOWN),
            }
            for row in range(results.rowCount())
        ],
    }


def columns_of(results):
    """Each column of the results by what its header's user role says of it."""
    role = Qt.ItemDataRole.UserRole
    return {results.headerData(c, Qt.Orientation.Horizontal, role): c for c in range(results.columnCount())}


def dock():
    return find_in(iface.mainWindow(), QDockWidget, "VruNeedDock")


def find_in(parent, kind, name):
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def find(kind, name):
    return find_in(dock(), kind, name)


def view(name):
    return find(QTreeView, name)


def heading(model, title):
    titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    return titles.index(title)


# Doing what people do


def click(table, row, column):
    at = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    pause(300)


def drop(path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    event = QDropEvent(
        QPointF(QPoint(20, 20)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dock().dropEvent(event)
    wait_for_work()


def tick(*titles, theme):
    """Search each column in the picker, tick it, and take them all as measures of a theme."""
    search, columns = find(QWidget, "columnSearch"), find(QWidget, "columnsView")
    for title in titles:
        search.setText(title)
        rows = [
            row for row in range(columns.model().rowCount()) if columns.model().index(row, 0).data() == title
        ]
        assert len(rows) == 1, (title, columns.model().rowCount())
        index = columns.model().index(rows[0], 0)
        assert columns.model().setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    find(QWidget, "newTheme").setCurrentText(theme)
    find(QWidget, "takeColumnsButton").click()
    pause(200)


def wait_for_work():
    """Until nothing is read, looked through or scored any more."""
    pause(50)
    wait_until(lambda: not dock().session.is_working)
    pause(50)


def wait_until_idle():
    """Until no task of QGIS is under way any more, ours or another's."""
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def wait_until(holds):
    """Until something is so; where it never is, QGIS is ended from outside (real_qgis.run)."""
    while not holds():
        pause(50)


def pause(milliseconds):
    """Let QGIS work for so long, and until all that was due by then is done, however slow the machine is.

    QTest.qWait looks at the clock alone: where one repaint takes as long as that, timers due are left undone.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which a loop within a loop leaves
