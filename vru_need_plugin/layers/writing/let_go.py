# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS made to let go of a file for a moment: Windows replaces none that anybody holds open."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, List, Tuple

from qgis.core import QgsDataProvider, QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..open_layers import file_of
from .aside import Aside


@contextmanager
def let_go(layer: QgsVectorLayer, project: QgsProject) -> Iterator[None]:
    """Have the layer, and others of the project on the same file, read a copy of it meanwhile.

    On the main thread. Nobody is told: the layers are back on their file before anything is drawn.
    """
    path, _ = file_of(layer)
    if path is None:
        yield
        return
    others = [other for other in project.mapLayers().values() if isinstance(other, QgsVectorLayer)]
    held = [one for one in {id(one): one for one in (layer, *others)}.values() if file_of(one)[0] == path]
    folder = Aside()
    before: List[Tuple[QgsVectorLayer, str]] = [(one, one.source()) for one in held]
    try:
        for part in path.parent.glob(f"{_literal(path.stem)}.*"):
            if part.is_file():
                shutil.copyfile(part, folder.path / part.name)
        for one, source in before:
            _point(one, _elsewhere(source, folder.path / path.name))
        yield
    finally:
        for one, source in before:
            _point(one, source)
        folder.remove()


def _literal(text: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)


def _elsewhere(source: str, path: Path) -> str:
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", source)
    parts["path"] = str(path)
    return str(registry.encodeUri("ogr", parts))


def _point(layer: QgsVectorLayer, source: str) -> None:
    was_blocked = layer.blockSignals(True)
    try:
        layer.setDataSource(source, layer.name(), "ogr", QgsDataProvider.ProviderOptions())
    finally:
        layer.blockSignals(was_blocked)
