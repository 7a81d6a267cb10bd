# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS made to let go of a file for a moment: Windows replaces none that anybody holds open."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, List, Tuple

from qgis.core import QgsDataProvider, QgsProject, QgsProviderRegistry, QgsVectorLayer

from ...core.messages import NeedError, mark
from ..open_layers import file_of, same_file
from .aside import Aside


@contextmanager
def let_go(layer: QgsVectorLayer, project: QgsProject) -> Iterator[None]:
    """Have the layer, and others of the project on the same file, read a copy of it meanwhile.

    On the main thread. Nobody is told: the layers are back on their file before anything is drawn.
    What is being drawn at this moment holds the file until it is done.

    Raises NeedError, the layers being as they were, where there is no room for the copy.
    """
    path, _ = file_of(layer)
    if path is None:
        yield
        return
    others = [other for other in project.mapLayers().values() if isinstance(other, QgsVectorLayer)]
    held = [one for one in {id(one): one for one in (layer, *others)}.values() if _is_on(one, path)]
    folder = _copy(path)
    before: List[Tuple[QgsVectorLayer, str]] = [(one, one.source()) for one in held]
    try:
        for one, source in before:
            _point(one, _elsewhere(source, folder.path / path.name))
        yield
    finally:
        for one, source in before:
            _point(one, source)
        folder.remove()


def _is_on(layer: QgsVectorLayer, path: Path) -> bool:
    own, _ = file_of(layer)
    return own is not None and same_file(own, path)


def _copy(path: Path) -> Aside:
    """A folder with a copy of the file and all its parts."""
    try:
        folder = Aside()
        for part in path.parent.glob(f"{_literal(path.stem)}.*"):
            if part.is_file():
                shutil.copyfile(part, folder.path / part.name)
    except OSError as error:
        raise NeedError(
            mark(
                "“{file}” is open in QGIS itself and can only be replaced while QGIS reads a copy, for which "
                "there is no room in the folder for temporary files, “{folder}”: {reason}. Make some, then "
                "write again. Nothing was written."
            ),
            file=path.name,
            folder=tempfile.gettempdir(),
            reason=error.strerror or error,
        ) from error
    return folder


def _literal(text: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)


def _elsewhere(source: str, path: Path) -> str:
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", source)
    parts["path"] = str(path.with_suffix(Path(parts["path"]).suffix))  # it may be another part of a Shapefile
    return str(registry.encodeUri("ogr", parts))


def _point(layer: QgsVectorLayer, source: str) -> None:
    """Have the layer read another file, and nobody hold the one that it has read so far."""
    was_blocked = layer.blockSignals(True)
    try:
        # What was read or drawn stays open for the next who asks; only this ends it.
        layer.dataProvider().reloadData()
        layer.setDataSource(source, layer.name(), "ogr", QgsDataProvider.ProviderOptions())
    finally:
        layer.blockSignals(was_blocked)
