# SPDX-License-Identifier: GPL-2.0-or-later
"""A write that was saved through QGIS's edits taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Tuple

from qgis.core import QgsField, QgsVectorLayer

from ...core.feedback import Feedback
from ...core.messages import Message
from ...translation import tr
from .edits import Row, change_rows, one_undo_step, remove_fields, rows_of, saved_edits
from .route import Written, changed_since, refuse_edited


@dataclass(frozen=True)
class EditTakeBack:
    """The values that a write found in a layer, and those that it left there.

    Parameters
    ----------
    added
        Fields that the write added.
    removed
        Fields that it removed.
    old_names, old
        The fields that it changed or removed, and each feature's values in them before.
    new_names, new
        The fields that it wrote, and each feature's values in them after.
    """

    added: Tuple[str, ...]
    removed: Tuple[QgsField, ...]
    old_names: Tuple[str, ...]
    old: Mapping[int, Row]
    new_names: Tuple[str, ...]
    new: Mapping[int, Row]

    def prepare(self, layer: QgsVectorLayer) -> EditRestore:
        """The write that brings the old values back."""
        refuse_edited(layer)
        return EditRestore(layer, self)


@dataclass(frozen=True)
class EditRestore:
    """The undoing of an `EditBufferWrite`, through edits of its own; on the main thread."""

    layer: QgsVectorLayer
    before: EditTakeBack
    is_long: bool = False
    needs_main_thread: bool = True
    notes: Tuple[Message, ...] = ()

    def run(self, feedback: Feedback) -> Written:
        """Bring the old values and fields back.

        Raises NeedError, nothing being changed, where the need fields are no longer as they were
        written.
        """
        layer, before = self.layer, self.before
        present = {field.name() for field in layer.fields()}
        if not present.issuperset(before.new_names) or not present.isdisjoint(
            field.name() for field in before.removed
        ):
            raise changed_since(layer.name())
        now = rows_of(layer, before.new_names)
        if any(now[feature_id] != row for feature_id, row in before.new.items() if feature_id in now):
            raise changed_since(layer.name())
        back = [field.name() for field in before.removed]
        with saved_edits(layer, back), one_undo_step(layer, tr("Undo writing need scores")):
            for field in before.removed:
                layer.addAttribute(field)
            present_before = rows_of(layer, before.old_names)
            old = {feature_id: row for feature_id, row in before.old.items() if feature_id in now}
            change_rows(layer, before.old_names, old, present_before, feedback)
            remove_fields(layer, before.added)
        return Written(before.added)

    def finish(self, layer: QgsVectorLayer) -> None:
        """Nothing: the layer knows."""
