# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs: what their format asks for, and taking back what was begun."""

from __future__ import annotations

from pathlib import Path, PurePath

from qgis.core import QgsProviderConnectionException, QgsProviderRegistry, QgsVectorFileWriter

from ..layers.writing.plan import TEXT_CAPS


def text_cap(destination: str) -> int:
    """The longest text, in bytes, that a field of the output holds; 0 where there is no limit."""
    suffix = PurePath(destination).suffix.lstrip(".")
    return TEXT_CAPS.get(QgsVectorFileWriter.driverForExtension(suffix), 0) if suffix else 0


def discard(destination: str) -> None:
    """Remove an output that was begun and not finished; its sink must be gone."""
    file, _, name = destination.partition("|layername=")
    path = Path(file)
    if not path.is_file():
        return
    if path.suffix.lower() == ".shp":
        QgsVectorFileWriter.deleteShapeFile(file)
    elif not name:
        path.unlink()
    else:
        _drop_table(file, name)


def _drop_table(file: str, name: str) -> None:
    metadata = QgsProviderRegistry.instance().providerMetadata("ogr")
    try:
        metadata.createConnection(file, {}).dropVectorTable("", name)
    except QgsProviderConnectionException:
        return  # no database of ours to take it from
