# SPDX-License-Identifier: GPL-2.0-or-later
"""What the scenario cannot find, each with a button that asks where it is; never a guess."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterable, List, Optional, Tuple

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QToolButton,
    QWidget,
)

from ..scenario.sources import PROJECT, Source
from ..session import missing
from ..session.area_source import source_of
from ..session.missing import AREAS, Lack, Missing
from ..session.paths import short_name
from ..session.session import Session
from ..translation import tr
from . import look
from .elided import ElidedLabel
from .messages import Messages
from .tips import tip


class MissingSources(QFrame):
    """Shown above the sections while something is missing.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project whose layers may be meant, and where errors are said.
    """

    listed = pyqtSignal()
    """The buttons are others."""

    def __init__(
        self, session: Session, project: QgsProject, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("missingSources")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._session = session
        self._project = project
        self._messages = messages
        self._missing: Tuple[Missing, ...] = ()
        self._rows: List[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(look.MARGIN, look.GAP, look.MARGIN, look.GAP)
        self._grid.setHorizontalSpacing(look.GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        heading = QLabel(tr("Not found. Where is it now?"), self)
        heading.setFont(look.bold(heading.font()))
        heading.setToolTip(tr("What needs these is not scored until they are located"))
        self._grid.addWidget(heading, 0, 0, 1, 2)
        session.problemsChanged.connect(self.refresh)
        session.scenarioChanged.connect(self._hide_if_sound)
        self.hide()

    @property
    def missing(self) -> Tuple[Missing, ...]:
        """What is listed."""
        return self._missing

    def refresh(self) -> None:
        """Look again at what is there."""
        found = missing.missing_sources(self._session, self._project) if self._session.problems else ()
        if found != self._missing:
            self._missing = found
            self._list()
        self.setVisible(bool(found))

    def _hide_if_sound(self) -> None:
        if not self._session.problems:
            self.refresh()

    def _list(self) -> None:
        for widget in self._rows:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows = []
        for row, one in enumerate(self._missing, start=1):
            words = ElidedLabel(_words(one), self)
            button = self._button(one)
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(button, row, 1)
            self._rows += [words, button]
        self.listed.emit()

    def _button(self, one: Missing) -> QToolButton:
        button = QToolButton(self)
        name = short_name(one.source.text)
        button.setObjectName(f"locateButton{one.part}")
        if one.lack is Lack.REMOVED:
            button.setText(tr("Add again"))
            button.setAccessibleName(tr("Add {name} to the project again").format(name=name))
            button.setToolTip(tr("Add the area layer to the project again and score it"))
            button.clicked.connect(lambda _checked=False: self._session.reload())
            return button
        button.setText(tr("Locate…"))
        button.setAccessibleName(tr("Locate {name}").format(name=name))
        button.setToolTip(tr("Say which file it is now, or which layer of the project"))
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._offer(menu, one))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _offer(self, menu: QMenu, one: Missing) -> None:
        menu.clear()
        menu.addAction(tr("A file…")).triggered.connect(lambda _checked=False: self.choose_file(one))
        layers = sorted(self._layers(one), key=lambda layer: layer.name().casefold())
        menu.addSection(tr("Layers of the project") if layers else tr("No layers in the project"))
        for layer in layers:
            action = menu.addAction(layer.name().replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, layer=layer: self.take_layer(one, layer))

    def _layers(self, one: Missing) -> List[QgsVectorLayer]:
        return [
            node.layer()
            for node in self._project.layerTreeRoot().findLayers()
            if isinstance(node.layer(), QgsVectorLayer)
            and node.layer().flags() & QgsVectorLayer.LayerFlag.Identifiable
            and (node.layer().isSpatial() or one.part != AREAS)
        ]

    # What the user says

    def choose_file(self, one: Missing) -> None:
        """Ask for the file."""
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Where is {name}?").format(name=short_name(one.source.text)), _near(one.source), ""
        )
        if path:
            self.take_file(one, Path(path))

    def take_file(self, one: Missing, path: Path) -> None:
        """Read a missing source from a file, and from beside it what else was moved, if told to."""
        layer = self._layer_in(path, one.source)
        if layer is None:
            return
        sources = {one.part: missing.in_file(path, layer)}
        others = missing.beside(one, path, self._missing)
        if others and self._agreed(others.values(), path.parent):
            sources.update(others)
        self._relink(one, sources)

    def take_layer(self, one: Missing, layer: QgsVectorLayer) -> None:
        """Take a layer of the project for a missing source."""
        source = source_of(layer) if one.part == AREAS else f"{PROJECT}{layer.name()}"
        self._relink(one, {one.part: source})

    def _relink(self, one: Missing, sources: Dict[str, str]) -> None:
        text = tr("Locate {name}").format(name=short_name(one.source.text))
        self._session.edit(text, missing.relinked(self._session.scenario, sources))

    def _layer_in(self, path: Path, before: Source) -> Optional[str]:
        """The layer or sheet of the file that is meant, empty for the file as such; None: nobody says."""
        sheets = missing.sheets_of(path) if before.layer or path.suffix.lower() in _OF_SEVERAL else ()
        if before.layer in sheets:
            return before.layer
        if len(sheets) <= 1:
            return sheets[0] if sheets and before.layer else ""
        name, is_chosen = QInputDialog.getItem(
            self, tr("Which one?"), tr("{file} holds several:").format(file=path.name), sheets, 0, False
        )
        return name if is_chosen else None

    def _agreed(self, sources: Iterable[str], folder: Path) -> bool:
        names = "\n".join(short_name(source) for source in sources)
        question = tr("Found near it too, under {folder}. Take them as well?").format(folder=folder)
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self, tr("Take the others too?"), tip(f"{question}\n\n{names}"), buttons.Yes | buttons.No
        )
        return answer == buttons.Yes


_OF_SEVERAL = (".gpkg", ".xlsx", ".xlsm", ".xls", ".ods", ".sqlite")


def _words(one: Missing) -> str:
    name = short_name(one.source.text)
    place = str(Path(one.source.file or "").parent)
    words = {
        Lack.FILE: tr("{name}: no such file in {place}"),
        Lack.SHEET: tr("{name}: the file has no such layer or sheet"),
        Lack.LAYER: tr("{name}: the project does not have just one layer of this name"),
        Lack.REMOVED: tr("{name}: removed from the project"),
    }[one.lack]
    return words.format(name=name, place=place)


def _near(source: Source) -> str:
    """The nearest folder to the old place that is still there."""
    folder = Path(source.file or "/").parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return str(folder)
