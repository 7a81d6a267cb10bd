# SPDX-License-Identifier: GPL-2.0-or-later
"""What a layer of the user's said of itself and looked like before scores were written on to it."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Tuple

from qgis.core import QgsVectorLayer

from ..core.messages import Message, mark
from .look.choice import forget_choice, keep_choice, kept_choice
from .open_layers import file_of
from .provenance import save_description


class DressBefore:
    """Metadata, style and aliases of a layer as they were, to be given back with the old values.

    Parameters
    ----------
    layer
        Before anything is written.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._metadata = layer.metadata().clone()
        self._renderer = layer.renderer().clone() if layer.renderer() is not None else None
        self._choice = kept_choice(layer)
        self._aliases = {field.name(): field.alias() for field in layer.fields()}
        self._beside = _metadata_file(layer)
        self._text: Optional[bytes] = None
        try:
            if self._beside is not None and self._beside.is_file():
                self._text = self._beside.read_bytes()
        except OSError:
            self._beside = None  # there is no text to put back: what the layer itself says is saved then

    def put_back(self, layer: QgsVectorLayer) -> Tuple[Message, ...]:
        """Let the layer, and what is saved with it, be as it was.

        Returns
        -------
        tuple of Message
            What to tell the user where the description saved with the data could not be put back;
            the layer in the project is as it was all the same.
        """
        layer.setMetadata(self._metadata)
        self._call_fields(layer)
        if self._choice is None:
            forget_choice(layer)
        else:
            keep_choice(layer, self._choice)
        if self._renderer is not None:
            layer.setRenderer(self._renderer.clone())
            layer.emitStyleChanged()
        layer.triggerRepaint()
        told = save_description(layer) if self._beside is None else _restore(self._beside, self._text)
        return () if told is None else (told,)

    def _call_fields(self, layer: QgsVectorLayer) -> None:
        for index, field in enumerate(layer.fields()):
            alias = self._aliases.get(field.name())
            if alias:
                layer.setFieldAlias(index, alias)
            elif alias is not None:
                layer.removeFieldAlias(index)


def _restore(beside: Path, text: Optional[bytes]) -> Optional[Message]:
    """Give a file its old text, or take it away where there was none; what to tell where that fails."""
    try:
        if text is not None:
            beside.write_bytes(text)
        else:
            beside.unlink(missing_ok=True)
    except OSError as error:
        return Message(
            mark("“{file}” could not be put back and still describes the scores: {reason}"),
            {"file": beside.name, "reason": error.strerror},
        )
    return None


def _metadata_file(layer: QgsVectorLayer) -> Optional[Path]:
    """The file beside that QGIS keeps the metadata in; None where the data themselves have them."""
    path, _ = file_of(layer)
    if path is None or layer.dataProvider().storageType() == "GPKG":
        return None
    return path.with_suffix(".qmd")
