# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be done with the layer that holds written scores: outlines, its style kept, its scenario."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton, QWidget

from ..layers.look.choice import Focus
from ..layers.look.parent_outlines import MANY, keep_outlines, parent_outlines, style_outlines
from ..layers.look.wear import save_as_qml
from ..layers.open_layers import file_of
from ..layers.provenance import scenario_in
from ..layers.stored_style import can_store, save_style
from ..scenario import codec
from ..scenario.place_words import parent_word
from ..session.session import Session
from ..translation import tr, translated
from .messages import Messages
from .save_dialog import ask_where_to_save
from .stoppable import stoppable


class StyleMenu(QToolButton):
    """A button with a menu about one layer, which `show_layer` says.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project that outlines are added to, and where the outcome is said.
    """

    def __init__(
        self, session: Session, project: QgsProject, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._project = project
        self._messages = messages
        self._id = ""
        menu = QMenu(self)
        self.outlines = self._action(menu, "", self.add_outlines)
        self.keep = self._action(menu, tr("Keep the style with the layer's file"), self.keep_style)
        self.export = self._action(menu, tr("Save the style as a QML file…"), self.choose_and_export)
        menu.addSeparator()
        self.scenario = self._action(
            menu, tr("Save the scenario that it was scored with…"), self.choose_and_save_scenario
        )
        self.setMenu(menu)
        self.setObjectName("styleMoreButton")
        self.setText(tr("More"))
        self.setAccessibleName(tr("More about the layer with the scores"))
        self.setToolTip(tr("Outlines, where the style is kept, and the scenario that the layer holds"))
        self.setIcon(QgsApplication.getThemeIcon("/propertyicons/symbology.svg"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _action(self, menu: QMenu, words: str, do: Callable[[], None]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: do())
        return action

    @property
    def _layer(self) -> Optional[QgsVectorLayer]:
        layer = self._project.mapLayer(self._id)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def show_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        """Be about this layer from now on; about none, nothing can be done."""
        self._id = "" if layer is None else layer.id()
        parent = translated(parent_word(self._session.scenario.areas))
        into = tr("Add outlines and names: {parent} (into the same GeoPackage)")
        beside = tr("Add outlines and names: {parent} (a temporary layer)")
        told = into if layer is not None and _geopackage(layer) is not None else beside
        self.outlines.setText(told.format(parent=parent.replace("&", "&&")))
        self.outlines.setEnabled(layer is not None and parent_field(self._session, layer) is not None)
        self.keep.setEnabled(layer is not None and can_store(layer))
        self.export.setEnabled(layer is not None)
        self.scenario.setEnabled(layer is not None and scenario_in(layer) is not None)

    def _focus(self, field: str) -> Optional[Focus]:
        codes = self._session.scenario.options.focus
        return Focus(field, tuple(codes)) if codes else None

    def add_outlines(self) -> None:
        """Add a layer with the outlines and names of the parents above the layer."""
        layer = self._layer
        parent = None if layer is None else parent_field(self._session, layer)
        if layer is None or parent is None:
            return
        name = self._session.scenario.areas.parent_name_field
        has_name = name is not None and layer.fields().indexFromName(name) >= 0
        with self._messages.shown():
            words = tr("Making outlines from “{layer}”").format(layer=layer.name())
            is_long = layer.featureCount() > MANY
            with stoppable(words, is_long, self.window(), tr("Add outlines")) as feedback:
                outlines = parent_outlines(layer, parent, name if has_name else None, feedback)
                style_outlines(outlines, self._focus(parent))
                file = _geopackage(layer)
                if file is not None:
                    outlines = keep_outlines(outlines, file, layer)
            self._project.addMapLayer(outlines, False)
            self._project.layerTreeRoot().insertLayer(0, outlines)
            told = (
                tr("Added “{layer}”, a temporary layer: make it permanent to keep it.")
                if file is None
                else tr("Added “{layer}”, kept in the same GeoPackage.")
            )
            self._messages.success(told.format(layer=outlines.name()))

    def keep_style(self) -> None:
        """Save the style in the layer's file as its default."""
        layer = self._layer
        if layer is None:
            return
        note = save_style(layer, self._session.scenario.title)
        if note is not None:
            self._messages.warning(translated(note))
        else:
            self._messages.success(
                tr("The style of “{layer}” is kept with its file.").format(layer=layer.name())
            )

    def choose_and_export(self) -> None:
        """Ask for a file and save the style as QML."""
        path = ask_where_to_save(self, tr("Save the style"), "", tr("QGIS style (*.qml)"))
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Save the style as a QML file."""
        layer = self._layer
        if layer is not None:
            with self._messages.shown():
                save_as_qml(layer, path)
                self._messages.success(tr("The style is saved in “{path}”.").format(path=str(path)))

    def choose_and_save_scenario(self) -> None:
        """Ask for a file and save the scenario that the layer says it was scored with."""
        path = ask_where_to_save(self, tr("Save the scenario"), "", f"{tr('Scenario')} (*.json)")
        if path is not None:
            self.save_scenario(path)

    def save_scenario(self, path: Path) -> None:
        """Save the scenario that the layer holds, to be opened like any other."""
        layer = self._layer
        scenario = None if layer is None else scenario_in(layer)
        if scenario is None:
            return
        with self._messages.shown():
            codec.save(scenario, path)
            self._messages.success(
                tr(
                    "The scenario is saved in “{path}”. Its tables are looked for from there: keep it beside "
                    "them, or say on opening where they are."
                ).format(path=str(path))
            )


def parent_field(session: Session, layer: QgsVectorLayer) -> Optional[str]:
    """The scenario's field of parent codes, where the layer has it."""
    field = session.scenario.areas.parent_code_field
    return field if field and layer.fields().indexFromName(field) >= 0 else None


def _geopackage(layer: QgsVectorLayer) -> Optional[Path]:
    """The GeoPackage that the layer is in; None for another kind of layer."""
    path, _ = file_of(layer)
    return path if path is not None and layer.dataProvider().storageType() == "GPKG" else None
