# SPDX-License-Identifier: GPL-2.0-or-later
"""Putting a look on a layer, making it anew after its scores have changed, and keeping it."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...core.messages import NeedError, mark
from ...scenario.whole_file import replace_whole
from .choice import Choice, keep_choice, kept_choice
from .looks import Look, look_for

_SHOW_COUNT = "showFeatureCount"


def wear(
    layer: QgsVectorLayer, choice: Choice, prefix: str = "need_", project: Optional[QgsProject] = None
) -> Look:
    """Draw the layer by this choice, and remember the choice with it.

    Parameters
    ----------
    project
        Where the layer is in it, its layer tree says how many areas each class holds: QGIS counts
        them, so that the figures stay right when the scores change.

    Raises KeyError where the layer has no field for what was chosen.
    """
    look = look_for(layer, choice, prefix)
    if look.renderer is not None:
        layer.setRenderer(look.renderer.clone())
        keep_choice(layer, choice)
        _count_in_tree(layer, project)
        layer.triggerRepaint()
        layer.emitStyleChanged()
    return look


def wear_again(layer: QgsVectorLayer, prefix: str = "need_") -> bool:
    """Make the layer's look anew from its scores as they are now; False where it wears none of ours.

    For after scores were written: the classes of an earlier score need not hold the new ones.
    """
    choice = kept_choice(layer)
    if choice is None:
        return False
    try:
        look = look_for(layer, choice, prefix)
    except KeyError:  # what it was drawn by is no longer among the scores
        look = look_for(layer, Choice(medium=choice.medium, focus=choice.focus), prefix)
    if look.renderer is None:
        return False
    layer.setRenderer(look.renderer.clone())
    layer.triggerRepaint()
    layer.emitStyleChanged()
    return True


def save_as_qml(layer: QgsVectorLayer, path: Path) -> None:
    """Save the layer's style as a QML file, all or nothing; NeedError where it cannot be written.

    QGIS 3.22 itself reports success where it could not write one.
    """
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategories(_QML))
    try:
        replace_whole(path, document.toString(2).encode("utf-8"))
    except OSError as error:
        raise NeedError(
            mark("The style could not be saved in “{path}”: {reason}"),
            path=str(path),
            reason=error.strerror or str(error),
        ) from error


def _count_in_tree(layer: QgsVectorLayer, project: Optional[QgsProject]) -> None:
    node = None if project is None else project.layerTreeRoot().findLayer(layer.id())
    if node is not None:
        node.setCustomProperty(_SHOW_COUNT, 1)


# Not the user's forms, actions and field settings.
_QML = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.CustomProperties
    | QgsMapLayer.StyleCategory.Rendering
)
