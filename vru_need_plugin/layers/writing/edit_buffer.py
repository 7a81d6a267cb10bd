# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing through QGIS's edit buffer: any format, one undo step, all or nothing."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Sequence, Tuple

from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer

from ...core.feedback import Feedback, check
from ...core.messages import Message, NeedError, mark
from ...translation import tr
from ..columns import plain
from ..fields import bare_field
from .plan import Plan
from .route import Order, Written, areas_gone

_ROWS_BETWEEN_CHECKS = 500


@dataclass(frozen=True)
class EditBufferWrite:
    """A write through the layer's edit buffer; it holds the layer, and stays on the main thread."""

    layer: QgsVectorLayer
    order: Order
    is_long: bool = False
    needs_main_thread: bool = True
    notes: Tuple[Message, ...] = ()

    def run(self, feedback: Feedback) -> Written:
        """Write, all or nothing."""
        _check_ids(self.layer, self.order.feature_ids)
        return Written(write_through_edits(self.layer, self.order.plan, self.order.feature_ids, feedback))

    def finish(self, layer: QgsVectorLayer) -> None:
        """Nothing: the layer knows."""


def edit_buffer(layer: QgsVectorLayer, order: Order) -> EditBufferWrite:
    """Write through QGIS's own edits: the way for a layer that is being edited, and for the rest."""
    return EditBufferWrite(layer, order)


def write_through_edits(
    layer: QgsVectorLayer, plan: Plan, feature_ids: Sequence[int], feedback: Feedback
) -> Tuple[str, ...]:
    """Write the plan's fields and return the stale ones that are gone from the layer.

    A layer that is being edited gets one more undo step and is not saved; any other is edited, saved and
    left as it was found.

    Raises NeedError, the layer being as before, where the layer or its file refuses; Cancelled
    where the user stops it.
    """
    if layer.isEditable():
        with _one_undo_step(layer):
            _change(layer, plan, feature_ids, feedback)
            return _remove(layer, plan.stale) if plan.removable else ()
    with _saved_edits(layer, [output.name for output in plan.added]), _one_undo_step(layer):
        _change(layer, plan, feature_ids, feedback)
    return _remove_saved(layer, plan.stale) if plan.removable and plan.stale else ()


def _change(layer: QgsVectorLayer, plan: Plan, feature_ids: Sequence[int], feedback: Feedback) -> None:
    for output in plan.added:
        if not layer.addAttribute(bare_field(output, layer.providerType(), cap=plan.text_cap)):
            raise NeedError(
                mark("The field “{field}” could not be added to “{layer}”. Nothing was written."),
                field=output.name,
                layer=layer.name(),
            )
    indexes = [layer.fields().indexFromName(output.name) for output in plan.outputs]
    stale = [layer.fields().indexFromName(name) for name in plan.stale]
    old = _old_values(layer, [*indexes, *stale])
    nothing: Tuple[Any, ...] = (None,) * len(indexes + stale)
    rows = zip(*(output.values for output in plan.outputs))
    for number, (feature_id, row) in enumerate(zip(feature_ids, rows)):
        if number % _ROWS_BETWEEN_CHECKS == 0:
            check(feedback)
            feedback.setProgress(100 * number / len(feature_ids))
        before = old.get(feature_id, nothing)
        after = (*row, *(None for _ in stale))
        changed = [place for place, value in enumerate(after) if value != before[place]]
        if not changed:
            continue
        places = [*indexes, *stale]
        # Old values (NULL, and not None) spare QGIS a look-up for each, with which undoing takes minutes.
        new_values = {places[place]: after[place] for place in changed}
        old_values = {places[place]: NULL if before[place] is None else before[place] for place in changed}
        if not layer.changeAttributeValues(feature_id, new_values, old_values, True):
            raise NeedError(
                mark("The values of feature {id} of “{layer}” could not be changed. Nothing was written."),
                id=feature_id,
                layer=layer.name(),
            )


def _old_values(layer: QgsVectorLayer, indexes: List[int]) -> Dict[int, Tuple[Any, ...]]:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(indexes)
    return {
        feature.id(): tuple(plain(feature[index]) for index in indexes)
        for feature in layer.getFeatures(request)
    }


def _remove(layer: QgsVectorLayer, names: Sequence[str]) -> Tuple[str, ...]:
    gone = []
    for name in names:
        if layer.deleteAttribute(layer.fields().indexFromName(name)):
            gone.append(name)
    return tuple(gone)


def _remove_saved(layer: QgsVectorLayer, names: Sequence[str]) -> Tuple[str, ...]:
    """Remove fields that are empty by now; where that fails they stay so."""
    if not layer.startEditing():
        return ()
    gone = _remove(layer, names)
    if layer.commitChanges():
        return gone
    layer.rollBack()
    return ()


@contextmanager
def _one_undo_step(layer: QgsVectorLayer) -> Iterator[None]:
    layer.beginEditCommand(tr("Write need scores"))
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()


@contextmanager
def _saved_edits(layer: QgsVectorLayer, added: Sequence[str]) -> Iterator[None]:
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
        mark("The scores could not be saved in “{layer}”, which is as it was before. QGIS says: {reasons}"),
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


def _check_ids(layer: QgsVectorLayer, ids: Sequence[int]) -> None:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
    gone = set(ids).difference(feature.id() for feature in layer.getFeatures(request))
    if gone:
        raise areas_gone(layer.name(), len(gone))
