# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing through QGIS's edit buffer: any format, one undo step, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Sequence, Tuple

from qgis.core import QgsField, QgsVectorLayer

from ...core.feedback import Feedback
from ...core.messages import Message, NeedError, mark
from ...translation import tr
from ..fields import bare_field
from .edit_undo import EditTakeBack
from .edits import Row, change_rows, one_undo_step, remove_fields, rows_of, saved_edits
from .postgis.transaction_group import in_transaction_group
from .route import Order, Written, areas_gone

# So many values take QGIS about half a second.
_QUICK_VALUES = 100_000


@dataclass(frozen=True)
class EditBufferWrite:
    """A write through the layer's edit buffer; it holds the layer, and stays on the main thread."""

    layer: QgsVectorLayer
    order: Order
    needs_main_thread: bool = True
    notes: Tuple[Message, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it is likely to take over half a second."""
        return len(self.order.feature_ids) * len(self.order.plan.outputs) > _QUICK_VALUES

    @property
    def _may_remove(self) -> bool:
        """Whether stale fields can go: not those of areas that a filter leaves out."""
        return self.order.plan.removable and not self.layer.subsetString()

    def run(self, feedback: Feedback) -> Written:
        """Write, all or nothing.

        A layer that is being edited gets one more undo step and is not saved; any other is edited,
        saved and left as it was found.

        Raises NeedError, the layer being as before, where the layer or its file refuses; Cancelled
        where the user stops it.
        """
        layer, plan = self.layer, self.order.plan
        names = [output.name for output in plan.outputs]
        there = [name for name in (*names, *plan.stale) if layer.fields().indexFromName(name) >= 0]
        before = rows_of(layer, there)
        gone = len(set(self.order.feature_ids).difference(before))
        if gone:
            raise areas_gone(layer.name(), gone)
        if layer.isEditable():
            with in_transaction_group(layer), one_undo_step(layer, tr("Write need scores")):
                self._change(there, before, feedback)
                return Written(remove_fields(layer, plan.stale) if self._may_remove else ())
        declared = [layer.fields().field(name) for name in plan.stale]
        added = [output.name for output in plan.added]
        with saved_edits(layer, added), one_undo_step(layer, tr("Write need scores")):
            self._change(there, before, feedback)
        removed = self._remove_saved() if self._may_remove and plan.stale else ()
        if not self.order.keep_old:
            return Written(removed)
        fields = tuple(QgsField(field) for field in declared if field.name() in removed)
        after = rows_of(layer, names)
        return Written(removed, EditTakeBack(tuple(added), fields, tuple(there), before, tuple(names), after))

    def _change(self, there: Sequence[str], before: Mapping[int, Row], feedback: Feedback) -> None:
        layer, plan = self.layer, self.order.plan
        for output in plan.added:
            if not layer.addAttribute(bare_field(output, layer.providerType(), cap=plan.text_cap)):
                raise NeedError(
                    mark("The field “{field}” could not be added to “{layer}”. Nothing was written."),
                    field=output.name,
                    layer=layer.name(),
                )
        # Fields that there are first, as in the rows from before; to those that are new nothing was known.
        values = {output.name: output.values for output in plan.outputs}
        names = [*there, *(output.name for output in plan.added)]
        empty = [None] * len(self.order.feature_ids)
        columns = (values.get(name, empty) for name in names)
        unknown = (None,) * len(plan.added)
        rows = dict(zip(self.order.feature_ids, zip(*columns)))
        old = {feature_id: (*before[feature_id], *unknown) for feature_id in rows}
        change_rows(layer, names, rows, old, feedback)

    def _remove_saved(self) -> Tuple[str, ...]:
        """Remove fields that are empty by now; where that fails they stay so."""
        layer = self.layer
        if not layer.startEditing():
            return ()
        gone = remove_fields(layer, self.order.plan.stale)
        if layer.commitChanges():
            return gone
        layer.rollBack()
        return ()

    def finish(self, layer: QgsVectorLayer) -> None:
        """Nothing: the layer knows."""


def edit_buffer(layer: QgsVectorLayer, order: Order) -> EditBufferWrite:
    """Write through QGIS's own edits: the way for a layer that is being edited, and for the rest."""
    return EditBufferWrite(layer, order)
