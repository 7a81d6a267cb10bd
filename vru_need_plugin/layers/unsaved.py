# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of ours in the user's project that leave no trace in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator, Set

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtXml import QDomDocument, QDomElement

# What QGIS looks at before it asks at exit whether temporary layers may be lost.
_NOT_ASKED_ABOUT = "skipMemoryLayersCheck"


class Unsaved(QObject):
    """Keeps layers out of the project's file while they are in the project.

    The project writes its layer tree first and then each layer; both times it lets others have
    a look at the document, and there our layers are taken out again. (Removing them from the
    project before it is saved and adding them afterwards would blink, and saving may fail.)
    """

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: QgsProject | None = project
        self._ids: Set[str] = set()
        project.writeProject.connect(self._clean_tree)
        project.writeMapLayer.connect(self._clean_layer)

    def keep_out(self, layer: QgsMapLayer) -> None:
        """Keep this layer out of the file, and QGIS from asking about it at exit."""
        layer.setCustomProperty(_NOT_ASKED_ABOUT, 1)
        self._ids.add(layer.id())

    def forget(self, layer_id: str) -> None:
        """Stop looking out for a layer that is gone."""
        self._ids.discard(layer_id)

    def close(self) -> None:
        """Let go of the project; a second time does nothing."""
        project, self._project = self._project, None
        if project is not None:
            project.writeProject.disconnect(self._clean_tree)
            project.writeMapLayer.disconnect(self._clean_layer)

    @contextmanager
    def unnoticed(self) -> Iterator[None]:
        """Do something of ours to the project for which QGIS shall not ask the user to save it."""
        project = self._project
        if project is None or project.isDirty():
            yield
            return
        others = self._others(project)
        yield
        project.setDirty(False)
        # The map takes layers over once the event loop is back, and marks the project only then.
        QTimer.singleShot(0, lambda: self._unmark(project, others))

    def _unmark(self, project: QgsProject, others: Set[str]) -> None:
        """Take the mark back unless somebody else has added or removed a layer meanwhile."""
        if not sip.isdeleted(project) and self._others(project) == others:
            project.setDirty(False)

    def _others(self, project: QgsProject) -> Set[str]:
        return set(project.mapLayers()) - self._ids

    def _clean_tree(self, document: QDomDocument) -> None:
        if self._ids:
            self._clean(document.documentElement())

    def _clean(self, element: QDomElement) -> None:
        child = element.firstChildElement()
        while not child.isNull():
            following = child.nextSiblingElement()
            if self._is_ours(child):
                element.removeChild(child)
            else:
                self._clean(child)
            child = following

    def _is_ours(self, element: QDomElement) -> bool:
        """Whether an element of the project's file is about one of our layers."""
        if element.tagName() == "legendlayer":  # QGIS's window adds these, for very old versions
            file = element.firstChildElement("filegroup").firstChildElement("legendlayerfile")
            return bool(file.attribute("layerid") in self._ids)
        by_text = element.tagName() == "item" and element.text() in self._ids
        return by_text or element.attribute("id") in self._ids

    def _clean_layer(self, layer: QgsMapLayer, element: QDomElement, document: QDomDocument) -> None:
        if layer.id() in self._ids:
            element.clear()  # the project then has nothing to append
