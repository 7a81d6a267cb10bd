# SPDX-License-Identifier: GPL-2.0-or-later
"""How the layer with the written scores is drawn: by what, in which classes, in which colours."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ..core.bands import Method
from ..layers.look.choice import Choice, Focus, Medium, kept_choice
from ..layers.look.figures import Figure, Kind, figures_in
from ..layers.look.labels import NameFields, key_labels, top_labels
from ..layers.look.wear import wear
from ..layers.names import need_field_names
from ..layers.ramp import Palette
from ..session.session import Session
from ..translation import tr
from . import look
from .elided import ElidedLabel
from .messages import Messages
from .silenced import silenced
from .style_menu import StyleMenu, parent_field
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
        self._shown: Tuple[str, ...] = ()
        self.layer = self._combo("styleLayerCombo", tr("Which layer with written scores is drawn"))
        self.figure = self._combo("styleFigureCombo", tr("What the layer is drawn by"))
        self.classes = self._combo("styleClassesCombo", tr("How scores are divided into classes"))
        self.palette_ = self._combo("stylePaletteCombo", tr("The colours, from little need to much"))
        self.labels = self._combo("styleLabelsCombo", tr("What is written on the map"))
        self.more = StyleMenu(session, project, messages, self)
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
        if self._shown != _state(self.chosen):
            self._show_layer()
        else:  # its scores are not read at every layer that comes or goes
            self.more.show_layer(self.chosen)

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
        self._shown = _state(layer)
        self._figures = self._figures_in(layer)
        choice = Choice() if layer is None else kept_choice(layer) or Choice()
        with silenced(self.figure, self.classes, self.palette_):
            self.figure.clear()
            for figure in self._figures:
                self.figure.addItem(_told(figure), figure.suffix)
            self.figure.setCurrentIndex(max(0, self.figure.findData(choice.suffix)))
            self.classes.setCurrentIndex(max(0, self.classes.findData(_kept_classes(choice))))
            self.palette_.setCurrentIndex(max(0, self.palette_.findData(choice.palette.value)))
        self.classes.setEnabled(self._kind() is not Kind.MEASURE)
        self.more.show_layer(layer)

    def _figures_in(self, layer: Optional[QgsVectorLayer]) -> Sequence[Figure]:
        """By what a layer can be drawn; none, and a message, where it cannot be read."""
        with self._messages.shown():
            return () if layer is None else figures_in(layer, self._prefix)
        return ()

    def _kind(self) -> Kind:
        chosen = self.figure.currentData()
        return next((figure.kind for figure in self._figures if figure.suffix == chosen), Kind.SCORE)

    # Drawing

    def draw(self) -> None:
        """Draw the layer as chosen."""
        layer = self.chosen
        if layer is None:
            return
        if self.figure.currentData() not in {figure.suffix for figure in self._figures_in(layer)}:
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
        parent = parent_field(self._session, layer)
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
            parent_field(self._session, layer),
            self._prefix,
        )
        focus = self.choice(layer).focus
        if wanted == "names":
            layer.setLabeling(top_labels(fields, _NAMED, focus))
        elif wanted == "numbers":
            layer.setLabeling(key_labels(fields, focus, most=_NAMED if focus is None else None))
        layer.setLabelsEnabled(wanted != "none")


def _state(layer: Optional[QgsVectorLayer]) -> Tuple[str, ...]:
    """Which layer it is, and its fields: what is shown of it follows from these."""
    return () if layer is None else (layer.id(), *layer.fields().names())


def _told(figure: Figure) -> str:
    if figure.kind is Kind.SCORE:
        return tr("by the need score")
    if figure.kind is Kind.THEME:
        return tr("by theme: {theme}").format(theme=figure.title)
    return tr("by measure: {measure}").format(measure=figure.title)


def _kept_classes(choice: Choice) -> str:
    return f"{choice.medium.value}/{choice.method.value}"


def _classes() -> List[Tuple[str, str]]:
    """Ways to divide scores, with what they are kept by."""
    return [
        (tr("screen: one class each"), "screen/pretty"),
        (tr("paper: round steps"), "paper/pretty"),
        (tr("paper: equal steps"), "paper/equal"),
        (tr("paper: natural breaks"), "paper/jenks"),
        (tr("paper: as many areas each"), "paper/quantile"),
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
