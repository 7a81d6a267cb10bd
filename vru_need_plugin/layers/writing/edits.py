# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's edits of a layer, held together: one undo step, or one saving, or nothing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Dict, Iterator, List, Mapping, Sequence, Tuple

from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer

from ...core.feedback import Feedback, check
from ...core.messages import NeedError, mark
from ..columns import plain

_ROWS_BETWEEN_CHECKS = 500

Row = Tuple[Any, ...]


@contextmanager
def one_undo_step(layer: QgsVectorLayer, words: str) -> Iterator[None]:
    """One step on the layer's undo stack; none where anything is raised."""
    layer.beginEditCommand(words)
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()


@contextmanager
def saved_edits(layer: QgsVectorLayer, added: Sequence[str]) -> Iterator[None]:
    """Edits that are saved at the end, or taken back.

    Parameters
    ----------
    added
        The fields that the edits add.

    Raises NeedError, the layer being as before, where it cannot be edited or saved.
    """
    if not layer.startEditing():
        raise NeedError(
            mark(
                "The layer “{layer}” cannot be edited: its file may be read-only or in use. Make it "
                "writable, or write the scores to a new layer. Nothing was written."
            ),
            layer=layer.name(),
        )
    try:
        yield
    except BaseException:
        layer.rollBack()
        raise
    if layer.commitChanges():
        return
    reasons = "; ".join(layer.commitErrors())
    layer.rollBack()
    _take_back(layer, added)
    raise NeedError(
        mark("“{layer}” could not be saved, and is as it was before. QGIS says: {reasons}"),
        layer=layer.name(),
        reasons=reasons,
    )


def _take_back(layer: QgsVectorLayer, added: Sequence[str]) -> None:
    """Remove fields that a commit left behind: it saves fields first, then values, each on its own."""
    provider = layer.dataProvider()
    indexes = [provider.fields().indexFromName(name) for name in added]
    left = [index for index in indexes if index >= 0]
    if left:
        provider.deleteAttributes(left)
        layer.updateFields()


def rows_of(layer: QgsVectorLayer, names: Sequence[str]) -> Dict[int, Row]:
    """Each feature's values in these fields, as plain Python, by its id."""
    indexes = [layer.fields().indexFromName(name) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(indexes)
    return {
        feature.id(): tuple(plain(feature[index]) for index in indexes)
        for feature in layer.getFeatures(request)
    }


def change_rows(
    layer: QgsVectorLayer,
    names: Sequence[str],
    rows: Mapping[int, Row],
    before: Mapping[int, Row],
    feedback: Feedback,
) -> None:
    """Change values in these fields, where they are not what they were.

    Raises NeedError where the layer refuses one, Cancelled where the user stops it.
    """
    indexes = [layer.fields().indexFromName(name) for name in names]
    nothing: Row = (None,) * len(names)
    for number, (feature_id, after) in enumerate(rows.items()):
        if number % _ROWS_BETWEEN_CHECKS == 0:
            check(feedback)
            feedback.setProgress(100 * number / len(rows))
        old = before.get(feature_id, nothing)
        changed = [place for place, value in enumerate(after) if value != old[place]]
        if not changed:
            continue
        # Old values (NULL, and not None) spare QGIS a look-up for each, with which undoing takes minutes.
        new_values = {indexes[place]: after[place] for place in changed}
        old_values = {indexes[place]: NULL if old[place] is None else old[place] for place in changed}
        if not layer.changeAttributeValues(feature_id, new_values, old_values, True):
            raise NeedError(
                mark("The values of feature {id} of “{layer}” could not be changed. Nothing was written."),
                id=feature_id,
                layer=layer.name(),
            )


def remove_fields(layer: QgsVectorLayer, names: Sequence[str]) -> Tuple[str, ...]:
    """Remove fields as far as the layer lets go of them, and say which are gone."""
    gone: List[str] = []
    for name in names:
        if layer.deleteAttribute(layer.fields().indexFromName(name)):
            gone.append(name)
    return tuple(gone)
