# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layer is scored, and which of its fields say what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Dict, Optional

from qgis.core import QgsApplication, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ..layers.areas import guess_fields
from ..scenario.document import Areas
from ..session import edits
from ..session.area_source import layer_of, source_of
from ..session.session import Session
from ..session.words import parent_word
from ..translation import tr
from . import look
from .messages import Messages
from .silenced import silenced

_FIELDS = ("code_field", "name_field", "parent_code_field", "parent_name_field")


class AreaPanel(QWidget):
    """The area layer, chosen from the project or a file, and four fields found by themselves.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project whose layers are offered, and where errors are said.
    """

    def __init__(
        self, session: Session, project: QgsProject, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._project = project
        self._messages = messages
        self._layers_are_going = False
        # Before the combo box, whose own model hears of removals too and then picks a neighbour.
        project.layersWillBeRemoved.connect(self._before_removal)
        self.layer_combo = self._layer_combo()
        project.layersRemoved.connect(self._after_removal)
        self.file_button = self._file_button()
        self.field_combos = {field: self._field_combo(field) for field in _FIELDS}
        self._parent_label = QLabel(self)
        self._parent_label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        session.scenarioChanged.connect(self._show)
        session.areasChanged.connect(self._show)
        self._show()

    def _layer_combo(self) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox(self)
        combo.setObjectName("areaLayerCombo")
        combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        combo.setAllowEmptyLayer(True, tr("Choose the layer of areas"))
        combo.setAccessibleName(tr("Area layer"))
        combo.setToolTip(tr("The polygon layer whose areas get a score: wards, for example"))
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        combo.layerChanged.connect(self._choose_layer)
        return combo

    def _file_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("areaFileButton")
        button.setIcon(QgsApplication.getThemeIcon("/mActionFileOpen.svg"))
        button.setAccessibleName(tr("Area layer from a file"))
        button.setToolTip(tr("Take the areas from a file that is not in the project yet"))
        button.clicked.connect(self._choose_file)
        return button

    def _field_combo(self, field: str) -> QgsFieldComboBox:
        combo = QgsFieldComboBox(self)
        combo.setObjectName({"code_field": "areaCodeCombo", "name_field": "areaNameCombo"}.get(field, field))
        combo.setAllowEmptyFieldName(True)
        combo.setAccessibleName(_field_words()[field])
        combo.setToolTip(_field_words()[field])
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        combo.fieldChanged.connect(lambda name: self._choose_field(field, name))
        return combo

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.GAP)
        grid.setVerticalSpacing(4)
        areas = QLabel(tr("Areas"), self)
        areas.setBuddy(self.layer_combo)
        own = QLabel(tr("Code, name"), self)
        own.setToolTip(tr("The fields with each area's own code and name"))
        self._parent_label.setToolTip(tr("The fields with the code and name of what the area lies in"))
        grid.addWidget(areas, 0, 0)
        grid.addWidget(self.layer_combo, 0, 1, 1, 2)
        grid.addWidget(self.file_button, 0, 3)
        for row, label in ((1, own), (2, self._parent_label)):
            grid.addWidget(label, row, 0)
            for column in (1, 2):
                span = 1 if column == 1 else 2
                field = _FIELDS[2 * (row - 1) + column - 1]
                grid.addWidget(self.field_combos[field], row, column, 1, span)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)

    # From the session to the widgets

    def _show(self) -> None:
        areas, layer = self._session.scenario.areas, self._session.area_layer
        self._parent_label.setText(parent_word(areas) if areas.parent_name_field else tr("Lies in"))
        if layer is not None and not layer.isSpatial():
            self.layer_combo.setFilters(
                QgsMapLayerProxyModel.Filter.PolygonLayer | QgsMapLayerProxyModel.Filter.NoGeometry
            )
        with silenced(self.layer_combo):
            self.layer_combo.setLayer(layer)
            if layer is None:
                self.layer_combo.setCurrentIndex(0)
        for field, combo in self.field_combos.items():
            with silenced(combo):
                combo.setLayer(layer)
                combo.setField(getattr(areas, field) or "")
            combo.setEnabled(layer is not None)

    # From the user to the session

    def _before_removal(self, _ids: list) -> None:
        self._layers_are_going = True

    def _after_removal(self, _ids: list) -> None:
        self._layers_are_going = False
        self._show()

    def _choose_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        if self._layers_are_going or layer is self._session.area_layer:
            return
        if layer is None:
            self._edit(Areas(source="", code_field=""))
            return
        with self._messages.shown():
            self._edit(replace(guess_fields(layer), source=source_of(layer)))

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Open the layer of areas"), "", _layer_filter())
        if path:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Take the areas from a file, adding it to the project."""
        with self._messages.shown():
            layer = layer_of(str(path), self._project)
            self._edit(replace(guess_fields(layer), source=source_of(layer)))

    def _choose_field(self, field: str, name: Optional[str]) -> None:
        areas = self._session.scenario.areas
        value = name or ("" if field == "code_field" else None)
        if value != getattr(areas, field):
            self._edit(replace(areas, **{field: value}))

    def _edit(self, areas: Areas) -> None:
        self._session.edit(tr("Area layer"), edits.with_areas(self._session.scenario, areas))


def _field_words() -> Dict[str, str]:
    return {
        "code_field": tr("The field with each area's own code"),
        "name_field": tr("The field with each area's name"),
        "parent_code_field": tr("The field with the code of what the area lies in, such as the borough"),
        "parent_name_field": tr("The field with the name of what the area lies in, such as the borough"),
    }


def _layer_filter() -> str:
    return (
        tr("Layers")
        + " (*.gpkg *.shp *.geojson *.json *.tab *.gml *.kml *.fgb *.sqlite *.csv);;"
        + tr("All files")
        + " (*)"
    )
