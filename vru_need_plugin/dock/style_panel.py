# SPDX-License-Identifier: GPL-2.0-or-later
"""How the layer with the written scores is drawn: by what, in which classes, in which colours."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, Optional, Sequence, Tuple

from qgis.core import QgsApplication, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.bands import Method
from ..layers.look.choice import Choice, Focus, Medium, kept_choice
from ..layers.look.figures import Figure, Kind, figures_in
from ..layers.look.labels import NameFields, key_labels, top_labels
from ..layers.look.parent_outlines import keep_outlines, parent_outlines, style_outlines
from ..layers.look.wear import save_as_qml, wear
from ..layers.names import need_field_names
from ..layers.open_layers import file_of
from ..layers.ramp import Palette
from ..layers.stored_style import can_store, save_style
from ..scenario.place_words import parent_word
from ..session.session import Session
from ..translation import tr, translated
from . import look
from .elided import ElidedLabel
from .messages import Messages
from .silenced import silenced
from .wait_cursor import waiting

_NAMED = 10
"""Ranks whose areas are named on the map."""


class StylePanel(QWidget):
    """Draws a layer of the project that holds need fields; there only while there is one.

    Each choice is drawn at once, and kept with the layer in the project. Nothing is written into
    the layer's file before "Keep with the layer's file" says so.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project whose layers can be drawn, and where the outcome is said.
    """

    def __init__(
        self, session: Session, project: QgsProject, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("stylePanel")
        self._session = session
        self._project = project
        self._messages = messages
        self._figures: Sequence[Figure] = ()
        self.layer = self._combo("styleLayerCombo", tr("Which layer with written scores is drawn"))
        self.figure = self._combo("styleFigureCombo", tr("What the layer is drawn by"))
        self.classes = self._combo("styleClassesCombo", tr("How scores are divided into classes"))
        self.palette_ = self._combo("stylePaletteCombo", tr("The colours, from little need to much"))
        self.labels = self._combo("styleLabelsCombo", tr("What is written on the map"))
        self.more = QToolButton(self)
        self._fill()
        self._lay_out()
        for combo in (self.figure, self.classes, self.palette_, self.labels):
            combo.activated.connect(lambda _row: self.draw())
        self.layer.activated.connect(lambda _row: self._show_layer())
        # Later, since the project is not to be asked for layers while it adds and removes them.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh)
        project.layersAdded.connect(self._refresh_later)
        project.layersRemoved.connect(self._refresh_later)
        self.refresh()

    # Building

    def _combo(self, name: str, words: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setToolTip(words)
        combo.setAccessibleName(words)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return combo

    def _fill(self) -> None:
        for words, kept in _classes():
            self.classes.addItem(words, kept)
        for words, kept in _palettes():
            self.palette_.addItem(words, kept)
        for words, kept in _labels():
            self.labels.addItem(words, kept)
        menu = QMenu(self)
        self.outlines = self._action(menu, "", self.add_outlines)
        self.keep = self._action(menu, tr("Keep with the layer's file"), self.keep_style)
        self.export = self._action(menu, tr("Save as a QML file…"), self.choose_and_export)
        self.more.setMenu(menu)
        self.more.setObjectName("styleMoreButton")
        self.more.setText(tr("More"))
        self.more.setAccessibleName(tr("More about the style"))
        self.more.setToolTip(tr("Outlines, and where the style is kept"))
        self.more.setIcon(QgsApplication.getThemeIcon("/propertyicons/symbology.svg"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _action(self, menu: QMenu, words: str, do: Any) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: do())
        return action

    def _lay_out(self) -> None:
        heading = ElidedLabel(tr("Style of the written scores"), self)
        heading.setFont(look.bold(heading.font()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, look.GAP, 0, look.GAP)
        whole.setSpacing(4)
        for parts in (
            ((heading, 1), (self.more, 0)),
            ((self.layer, 1),),
            ((self.figure, 1), (self.classes, 1)),
            ((self.palette_, 1), (self.labels, 1)),
        ):
            line = QHBoxLayout()
            line.setSpacing(4)
            for widget, stretch in parts:
                line.addWidget(widget, stretch)
            whole.addLayout(line)

    # What there is to draw

    def _refresh_later(self, _layers: object) -> None:
        self._later.start()

    def refresh(self) -> None:
        """Look again for layers with need fields; called where scores were written."""
        chosen = self.chosen
        with silenced(self.layer):
            self.layer.clear()
            for found in self._scored():
                self.layer.addItem(found.name(), found.id())
            place = -1 if chosen is None else self.layer.findData(chosen.id())
            self.layer.setCurrentIndex(max(0, place))
        self.setVisible(self.layer.count() > 0)
        self._show_layer()

    def choose(self, layer: QgsMapLayer) -> None:
        """Show a layer that scores were just written to."""
        self.refresh()
        place = self.layer.findData(layer.id())
        if place >= 0:
            self.layer.setCurrentIndex(place)
            self._show_layer()

    @property
    def chosen(self) -> Optional[QgsVectorLayer]:
        """The layer that is drawn."""
        layer = self._project.mapLayer(self.layer.currentData() or "")
        return layer if isinstance(layer, QgsVectorLayer) else None

    @property
    def _prefix(self) -> str:
        return str(self._session.scenario.options.field_prefix)

    def _scored(self) -> List[QgsVectorLayer]:
        """The project's layers with shapes and a written score; the preview's is not written."""
        wanted = f"{self._prefix}score"
        return [
            layer
            for layer in self._project.mapLayers().values()
            if isinstance(layer, QgsVectorLayer)
            and layer.isSpatial()
            and layer.flags() & QgsMapLayer.LayerFlag.Identifiable
            and wanted in need_field_names(layer.fields(), self._prefix)
        ]

    def _show_layer(self) -> None:
        """Show by what the layer can be drawn, and how it is."""
        layer = self.chosen
        self._figures = () if layer is None else figures_in(layer, self._prefix)
        choice = Choice() if layer is None else kept_choice(layer) or Choice()
        with silenced(self.figure, self.classes, self.palette_):
            self.figure.clear()
            for figure in self._figures:
                self.figure.addItem(_told(figure), figure.suffix)
            self.figure.setCurrentIndex(max(0, self.figure.findData(choice.suffix)))
            self.classes.setCurrentIndex(max(0, self.classes.findData(_kept_classes(choice))))
            self.palette_.setCurrentIndex(max(0, self.palette_.findData(choice.palette.value)))
        self.classes.setEnabled(self._kind() is not Kind.MEASURE)
        self._show_outlines(layer)
        self.keep.setEnabled(layer is not None and can_store(layer))

    def _show_outlines(self, layer: Optional[QgsVectorLayer]) -> None:
        parent = translated(parent_word(self._session.scenario.areas))
        into = tr("Add outlines and names: {parent} (into the same GeoPackage)")
        beside = tr("Add outlines and names: {parent} (a temporary layer)")
        told = into if layer is not None and _geopackage(layer) is not None else beside
        self.outlines.setText(told.format(parent=parent.replace("&", "&&")))
        self.outlines.setEnabled(layer is not None and self._parent_field(layer) is not None)

    def _kind(self) -> Kind:
        chosen = self.figure.currentData()
        return next((figure.kind for figure in self._figures if figure.suffix == chosen), Kind.SCORE)

    # Drawing

    def draw(self) -> None:
        """Draw the layer as chosen."""
        layer = self.chosen
        if layer is None:
            return
        if self.figure.currentData() not in {figure.suffix for figure in figures_in(layer, self._prefix)}:
            self._show_layer()  # its fields are others than those shown
            return
        with self._messages.shown(), waiting():
            wear(layer, self.choice(layer), self._prefix, self._project)
            self._label(layer)
        self._show_layer()

    def choice(self, layer: QgsVectorLayer) -> Choice:
        """What is chosen; the scenario's focus with it, where the layer has parents."""
        medium, _, method = str(self.classes.currentData()).partition("/")
        focus = self._session.scenario.options.focus
        parent = self._parent_field(layer)
        return Choice(
            suffix=str(self.figure.currentData()),
            medium=Medium(medium),
            method=Method(method),
            palette=Palette(self.palette_.currentData()),
            focus=Focus(parent, tuple(focus)) if focus and parent is not None else None,
        )

    def _label(self, layer: QgsVectorLayer) -> None:
        wanted = self.labels.currentData()
        if wanted == "as it is":
            return
        spec = self._session.scenario.areas
        names = {field.name() for field in layer.fields()}
        if spec.code_field not in names:
            return
        fields = NameFields(
            spec.code_field,
            spec.name_field if spec.name_field in names else None,
            self._parent_field(layer),
            self._prefix,
        )
        focus = self.choice(layer).focus
        if wanted == "names":
            layer.setLabeling(top_labels(fields, _NAMED, focus))
        elif wanted == "numbers":
            layer.setLabeling(key_labels(fields, focus, most=_NAMED if focus is None else None))
        layer.setLabelsEnabled(wanted != "none")

    def _parent_field(self, layer: QgsVectorLayer) -> Optional[str]:
        field = self._session.scenario.areas.parent_code_field
        return field if field and layer.fields().indexFromName(field) >= 0 else None

    # Keeping

    def add_outlines(self) -> None:
        """Add a layer with the outlines and names of the parents above the layer."""
        layer = self.chosen
        parent = None if layer is None else self._parent_field(layer)
        if layer is None or parent is None:
            return
        name = self._session.scenario.areas.parent_name_field
        has_name = name is not None and layer.fields().indexFromName(name) >= 0
        with self._messages.shown():
            with waiting():
                outlines = parent_outlines(layer, parent, name if has_name else None)
                style_outlines(outlines, self.choice(layer).focus)
                file = _geopackage(layer)
                if file is not None:
                    outlines = keep_outlines(outlines, file)
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
        layer = self.chosen
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
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the style"), "", f"{tr('QGIS style')} (*.qml)")
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Save the style as a QML file."""
        layer = self.chosen
        if layer is not None:
            with self._messages.shown():
                save_as_qml(layer, path if path.suffix else path.with_suffix(".qml"))
                self._messages.success(tr("The style is saved in “{path}”.").format(path=str(path)))


def _told(figure: Figure) -> str:
    if figure.kind is Kind.SCORE:
        return tr("by the need score")
    if figure.kind is Kind.THEME:
        return tr("by theme: {theme}").format(theme=figure.title)
    return tr("by measure: {measure}").format(measure=figure.title)


def _geopackage(layer: QgsVectorLayer) -> Optional[Path]:
    """The GeoPackage that the layer is in; None for another kind of layer."""
    path, _ = file_of(layer)
    return path if path is not None and layer.dataProvider().storageType() == "GPKG" else None


def _kept_classes(choice: Choice) -> str:
    return f"{choice.medium.value}/{choice.method.value}"


def _classes() -> List[Tuple[str, str]]:
    """Ways to divide scores, with what they are kept by."""
    return [
        (tr("for the screen: a class each"), "screen/pretty"),
        (tr("for paper: round steps"), "paper/pretty"),
        (tr("for paper: equal steps"), "paper/equal"),
        (tr("for paper: natural breaks"), "paper/jenks"),
        (tr("for paper: as many areas each"), "paper/quantile"),
    ]


def _palettes() -> List[Tuple[str, str]]:
    return [
        (tr("yellow to blue"), Palette.SEA.value),
        (tr("sand to plum"), Palette.PLUM.value),
        (tr("grey, for photocopies"), Palette.GREY.value),
    ]


def _labels() -> List[Tuple[str, str]]:
    return [
        (tr("labels as they are"), "as it is"),
        (tr("no labels"), "none"),
        (tr("names of ranks 1 to {most}").format(most=_NAMED), "names"),
        (tr("numbers, names where they fit"), "numbers"),
    ]
