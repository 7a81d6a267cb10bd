# SPDX-License-Identifier: GPL-2.0-or-later
"""The area layer in use: watched, so that its areas are read again when it changes."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.areas import AreaTable
from ..core.messages import NeedError
from ..layers.areas import read_areas
from ..layers.source_watch import SourceWatch
from ..scenario.document import Areas
from .area_source import layer_of


class AreaLayer(QObject):
    """Finds the layer that a scenario names, reads its areas, and says when both are stale.

    Parameters
    ----------
    project
        Where the layer is looked for and, if it is a file, added.

    Attributes
    ----------
    layer, areas
        None until read.
    """

    changed = pyqtSignal()
    """Areas came, went, or got another code, name or parent; said once the user pauses."""
    lost = pyqtSignal()
    """The layer was removed from the project."""

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._watch = SourceWatch(self)
        self._watch.areasChanged.connect(self.changed)
        self._watch.removed.connect(self._lose)
        self.layer: Optional[QgsVectorLayer] = None
        self.areas: Optional[AreaTable] = None

    def read(self, spec: Areas) -> None:
        """Read the areas that the scenario names; nothing where it names none yet.

        Raises
        ------
        NeedError
            The layer cannot be found, and none is followed any more; or its fields are not fit for use.
        """
        self.areas = None
        if not spec.source:
            self.forget()
            return
        try:
            layer = layer_of(spec.source, self._project)
        except NeedError:
            self.forget()
            raise
        fields = (spec.code_field, spec.name_field, spec.parent_code_field, spec.parent_name_field)
        self._watch.watch(layer, [name for name in fields if name])
        self.layer = layer
        if spec.code_field:
            self.areas = read_areas(layer, spec)

    def paused(self) -> AbstractContextManager[None]:
        """A context in which changes are our own, and not told."""
        return self._watch.paused()

    def forget(self) -> None:
        """Let go of the layer."""
        self._watch.leave()
        self.layer = self.areas = None

    def _lose(self) -> None:
        self.layer = self.areas = None
        self.lost.emit()
