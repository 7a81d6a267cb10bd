# SPDX-License-Identifier: GPL-2.0-or-later
"""What a layer of the user's said of itself and looked like before scores were written on to it."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsVectorLayer

from .look.choice import forget_choice, keep_choice, kept_choice
from .open_layers import file_of
from .provenance import save_description


class DressBefore:
    """Metadata and style of a layer as they were, to be given back with the old values.

    Parameters
    ----------
    layer
        Before anything is written.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._metadata = layer.metadata().clone()
        self._renderer = layer.renderer().clone() if layer.renderer() is not None else None
        self._choice = kept_choice(layer)
        self._beside = _metadata_file(layer)
        is_there = self._beside is not None and self._beside.is_file()
        self._text: Optional[bytes] = self._beside.read_bytes() if self._beside and is_there else None

    def put_back(self, layer: QgsVectorLayer) -> None:
        """Let the layer, and what is saved with it, be as it was."""
        layer.setMetadata(self._metadata)
        if self._choice is None:
            forget_choice(layer)
        else:
            keep_choice(layer, self._choice)
        if self._renderer is not None:
            layer.setRenderer(self._renderer.clone())
            layer.emitStyleChanged()
        layer.triggerRepaint()
        if self._beside is None:
            save_description(layer)
        elif self._text is not None:
            self._beside.write_bytes(self._text)
        else:
            self._beside.unlink(missing_ok=True)


def _metadata_file(layer: QgsVectorLayer) -> Optional[Path]:
    """The file beside that QGIS keeps the metadata in; None where the data themselves have them."""
    path, _ = file_of(layer)
    if path is None or layer.dataProvider().storageType() == "GPKG":
        return None
    return path.with_suffix(".qmd")
