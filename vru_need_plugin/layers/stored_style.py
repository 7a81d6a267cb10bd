# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's style saved with its data, so that whoever opens the file sees what we made."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsVectorLayer

from ..core.messages import Message, mark

STYLE_NAME = "need_score"


def can_store(layer: QgsVectorLayer) -> bool:
    """Whether a style can be kept with the layer's data."""
    return layer.isValid() and layer.providerType() == "ogr"


def save_style(layer: QgsVectorLayer, description: str) -> Optional[Message]:
    """Save the layer's style, its fields' human names too, as the default of its file.

    For files that we have made: on the user's own it would replace the default style of theirs.

    Returns
    -------
    Message or None
        What to tell the user where it could not be saved.
    """
    if layer.providerType() == "memory":
        return None
    if layer.dataProvider().storageType() == "GPKG":
        return _save_in_database(layer, description)
    reason, done = layer.saveDefaultStyle()
    return None if done else _not_saved(layer, reason)


def _save_in_database(layer: QgsVectorLayer, description: str) -> Optional[Message]:
    # Under a name that exists QGIS 3.22 would open a box and wait for an answer.
    count, ids, names, _, error = layer.listStylesInDatabase()
    for style_id, name in zip(ids[:count] if count >= 0 else [], names):
        if name == STYLE_NAME:
            layer.deleteStyleFromDatabase(style_id)
    error = layer.saveStyleToDatabase(STYLE_NAME, description, True, "")
    return _not_saved(layer, error) if error else None


def _not_saved(layer: QgsVectorLayer, reason: str) -> Message:
    return Message(
        mark("The style of the scores could not be saved with “{layer}”: {reason}"),
        {"layer": layer.name(), "reason": reason},
    )
