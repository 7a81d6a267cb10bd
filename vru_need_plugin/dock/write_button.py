# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the scores: on to the area layer with consent, or to a new layer."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional, Sequence

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QMenu, QToolButton, QWidget

from ..core.messages import Message
from ..core.output import OutputField
from ..core.result import Result
from ..layers.dress import Dress, dress_for
from ..layers.sources import open_layer
from ..layers.write import write_in_place, write_new
from ..layers.writing.plan import plan_write
from ..layers.writing.report import WriteReport
from ..scoring.outputs import need_fields
from ..session.session import Session
from ..translation import tr, translated
from .messages import Messages
from .numbers import whole
from .wait_cursor import waiting
from .write_consent import ask_to_write


class WriteButton(QToolButton):
    """The button with its menu: on to the area layer, or to a new GeoPackage.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project that a new layer is added to, and where the outcome is said.
    """

    written = pyqtSignal(QgsVectorLayer)
    """The layer that now holds the scores."""

    def __init__(
        self, session: Session, project: QgsProject, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._project = project
        self._messages = messages
        self.setObjectName("writeButton")
        self.setText(tr("Write scores"))
        self.setAccessibleName(tr("Write scores"))
        self.setIcon(QgsApplication.getThemeIcon("/mActionSaveEdits.svg"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.on_to_layer = self._action(menu, self.write_on_to_layer)
        self.to_new_layer = self._action(menu, self.choose_and_write)
        self.to_new_layer.setText(tr("To a new layer…"))
        self.setMenu(menu)
        for signal in (session.resultChanged, session.areasChanged):
            signal.connect(self._show)
        self._show()

    def _action(self, menu: QMenu, do: Callable[[], None]) -> QAction:
        action = menu.addAction("")
        action.triggered.connect(lambda _checked=False: do())
        return action

    def _show(self) -> None:
        layer = self._session.area_layer
        left_out = self._session.left_out
        ready = self._session.result is not None and layer is not None
        self.setEnabled(ready and left_out is None)
        if not ready:
            self.setToolTip(tr("There are no scores to write yet"))
        elif left_out is not None:
            self.setToolTip(translated(left_out))
        else:
            self.setToolTip(tr("Write the scores into a layer; the map above is only a preview"))
        name = layer.name() if layer is not None else ""
        self.on_to_layer.setText(tr("On to “{layer}”…").format(layer=name.replace("&", "&&")))

    def write_on_to_layer(self) -> None:
        """Write on to the area layer, once the user has agreed to what that changes."""
        session, layer = self._session, self._session.area_layer
        if session.job is None or session.result is None or session.areas is None or layer is None:
            return
        prefix = session.scenario.options.field_prefix
        fields = need_fields(session.job, session.result)
        with self._messages.shown():
            self._check_complete()
            consent = ask_to_write(layer, plan_write(layer, fields, prefix), self)
            if not consent.write:
                return
            with waiting(), session.writing():
                report = write_in_place(layer, fields, prefix, feature_ids=session.areas.feature_ids)
            worn = self._dress(fields, session.result)
            notes = worn.describe(layer, save=report.saved)
            renderer = worn.renderer(layer) if consent.style else None
            if renderer is not None:
                layer.setRenderer(renderer)
                layer.triggerRepaint()
                layer.emitStyleChanged()
            self._tell(layer, report, notes)

    def choose_and_write(self) -> None:
        """Ask for a file and write the areas with their scores to it."""
        path, _ = QFileDialog.getSaveFileName(self, tr("Write scores to a new layer"), "", _filter())
        if path:
            target = Path(path)
            self.write_to(target if target.suffix else target.with_suffix(".gpkg"))

    def write_to(self, path: Path) -> None:
        """Write the areas with their scores to a file, and add it to the project."""
        session, layer = self._session, self._session.area_layer
        if session.job is None or session.result is None or session.areas is None or layer is None:
            return
        prefix = session.scenario.options.field_prefix
        fields = need_fields(session.job, session.result)
        with self._messages.shown():
            self._check_complete()
            with waiting():
                report = write_new(layer, fields, prefix, path, feature_ids=session.areas.feature_ids)
            new = open_layer(report.source or str(path), path.parent, self._project)
            new.setName(tr("{title}: need score").format(title=session.scenario.title))
            notes = self._dress(fields, session.result).put_on(new)
            self._project.addMapLayer(new)
            self._tell(new, report, notes)

    def _check_complete(self) -> None:
        left_out = self._session.left_out
        if left_out is not None:
            raise left_out

    def _dress(self, fields: Sequence[OutputField], result: Result) -> Dress:
        """Names, style and description for a layer with these scores."""
        written = QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)
        return dress_for(self._session.portable_scenario(), fields, result, written)

    def _tell(self, layer: QgsVectorLayer, report: WriteReport, more: Sequence[Message]) -> None:
        told = tr("Wrote {fields} fields for {areas} areas to “{layer}”.").format(
            fields=len(report.fields), areas=whole(report.areas), layer=layer.name()
        )
        if not report.saved:
            told += " " + tr("The layer is being edited: save its edits to keep them.")
        notes = " ".join(translated(note) for note in (*report.notes, *more))
        self._messages.success(f"{told} {notes}".strip())
        self.written.emit(layer)


def _filter() -> str:
    return "GeoPackage (*.gpkg);;ESRI Shapefile (*.shp);;GeoJSON (*.geojson)"
