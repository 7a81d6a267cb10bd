# SPDX-License-Identifier: GPL-2.0-or-later
"""The button that writes the scores: its menu says where to; while it writes, it stops."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton, QWidget

from ..core.messages import NeedError
from ..layers.open_layers import file_of
from ..layers.writing.new_file import can_be_written
from ..layers.writing.plan import reason_against
from ..session.outgoing import withheld
from ..session.session import Session
from ..translation import tr, translated
from .messages import Messages
from .save_dialog import ask_where_to_save
from .tips import tip
from .writing import WAITS, Writing

_SHORT_NAME = 28


class WriteButton(QToolButton):
    """The button with its menu: on to the area layer, to a copy, to a table to join; and back.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project that a new layer is added to, and where the outcome is said.
    """

    def __init__(
        self, session: Session, project: QgsProject, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.writing = Writing(session, project, messages, self)
        self.written = self.writing.written
        self.setObjectName("writeButton")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.on_to_layer = self._action("", "writeOnToLayer", self.writing.on_to_layer)
        self.why_not = self._menu.addAction("")
        self.why_not.setObjectName("whyNotOnToLayer")
        self.why_not.setEnabled(False)
        self._menu.addSeparator()
        self.to_copy = self._action(tr("To a copy in a file…"), "writeCopy", self.choose_copy)
        self.to_memory = self._action(
            tr("To a temporary copy"), "writeTemporary", self.writing.temporary_copy
        )
        self.to_table = self._action(tr("To a table to join…"), "writeTable", self.choose_table)
        self._menu.addSeparator()
        self.undo = self._action("", "undoWrite", self.writing.undo)
        self.clicked.connect(self._stop)
        self._menu.aboutToShow.connect(self._show)
        changes = (session.taskBegun, session.resultChanged, session.areasChanged, self.writing.changed)
        for signal in changes:
            signal.connect(self._show)
        self.writing.copyWanted.connect(self.choose_copy)
        self._describe()
        self._show()

    def _action(self, text: str, name: str, do: Callable[[], None]) -> QAction:
        action = self._menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: do())
        return action

    def _describe(self) -> None:
        self.to_copy.setToolTip(
            tr("The areas with their own fields and the scores: GeoPackage, Shapefile, GeoJSON, FlatGeobuf")
        )
        self.to_memory.setToolTip(tr("A layer of this project that is gone when QGIS ends"))
        self.to_table.setToolTip(tr("Codes and scores without geometry: GeoPackage or CSV"))

    # What it shows

    def _show(self) -> None:
        writer = self.writing.writer
        if writer.is_writing:
            self.setText(tr("Stop writing ({percent} %)").format(percent=writer.percent))
            self.setAccessibleName(tr("Stop writing"))
            self.setToolTip(tr("Stop; everything stays as it was before"))
            self.setIcon(QgsApplication.getThemeIcon("/mActionStop.svg"))
            self.setEnabled(True)
            self.setMenu(None)
            return
        self.setText(tr("Write scores"))
        self.setAccessibleName(tr("Write scores"))
        self.setIcon(QgsApplication.getThemeIcon("/mActionSaveEdits.svg"))
        self.setMenu(self._menu)
        self._show_ready()
        self._show_layer()
        last = self.writing.last
        self.undo.setVisible(last is not None)
        if last is not None:
            self.undo.setText(tr("Undo writing on to “{layer}”").format(layer=_short(last.layer_name)))

    def _show_ready(self) -> None:
        reason = withheld(self._session)
        ready = self._session.result is not None and self._session.area_layer is not None
        if self.writing.is_waiting:
            reason = NeedError(WAITS)
        can_write = ready and reason is None
        self.undo.setEnabled(not self.writing.is_waiting)
        self.setEnabled(can_write or (self.writing.last is not None and not self.writing.is_waiting))
        for action in (self.on_to_layer, self.to_copy, self.to_memory, self.to_table):
            action.setEnabled(can_write)
        if not ready:
            self.setToolTip(tr("There are no scores to write yet"))
        elif reason is not None:
            self.setToolTip(tip(translated(reason)))
        else:
            self.setToolTip(tr("Write the scores into a layer; the map above is only a preview"))

    def _show_layer(self) -> None:
        layer = self._session.area_layer
        name = _short(layer.name()) if layer is not None else ""
        reason = reason_against(layer) if layer is not None else None
        self.on_to_layer.setVisible(reason is None)
        self.why_not.setVisible(reason is not None)
        self.on_to_layer.setText(tr("On to “{layer}”…").format(layer=name))
        if reason is not None:
            words = tr("Not on to “{layer}”: {reason}")
            self.why_not.setText(words.format(layer=name, reason=translated(reason)))

    def _stop(self) -> None:
        if self.writing.writer.is_writing:
            self.writing.writer.stop()

    # Where to

    def choose_copy(self) -> None:
        """Ask for a file and write the areas with their scores to it."""
        path = ask_where_to_save(
            self, tr("Write scores to a copy"), self._suggested(), _COPIES, can_be_written
        )
        if path is not None:
            self.writing.copy_to(path)

    def choose_table(self) -> None:
        """Ask for a file and write codes and scores to it."""
        path = ask_where_to_save(self, tr("Write scores to a table"), self._suggested(), _TABLES)
        if path is not None:
            self.writing.table_to(path)

    def _suggested(self) -> str:
        """A file beside the area layer's, which is not that of the layer itself."""
        layer = self._session.area_layer
        file = None if layer is None else file_of(layer)[0]
        if file is None:
            return ""
        return str(file.with_name(tr("{name} need score").format(name=file.stem)))


_COPIES = "GeoPackage (*.gpkg);;ESRI Shapefile (*.shp);;GeoJSON (*.geojson);;FlatGeobuf (*.fgb)"
_TABLES = "GeoPackage (*.gpkg);;CSV (*.csv)"


def _short(name: str) -> str:
    """A layer's name for a menu, which takes an ampersand for a key."""
    short = name if len(name) <= _SHORT_NAME else f"{name[: _SHORT_NAME - 1]}…"
    return short.replace("&", "&&")
