# SPDX-License-Identifier: GPL-2.0-or-later
"""Need fields written on to a layer that exists."""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..core.feedback import Feedback, Silent, check
from ..core.messages import NeedError, mark
from ..core.output import OutputField
from .edit_route import write_through_edits
from .gpkg import write_gpkg
from .names import need_field_names
from .new_file import write_new
from .new_layer import memory_layer, set_aliases
from .plan import Plan, plan_write
from .report import WriteReport

__all__ = ["WriteReport", "memory_layer", "need_field_names", "write_in_place", "write_new"]


def write_in_place(
    layer: QgsVectorLayer,
    fields: Sequence[OutputField],
    prefix: str,
    feedback: Optional[Feedback] = None,
    feature_ids: Optional[Sequence[int]] = None,
) -> WriteReport:
    """Write need fields on to the layer itself, all or nothing.

    Fields of an earlier score are overwritten, those that this score does not have removed or,
    where the format cannot, emptied; nothing else is touched. A layer that is being edited gets
    one more undo step and is not saved; any other is saved.

    Parameters
    ----------
    fields
        What to write; one value an area.
    prefix
        The need fields' prefix, by which those of an earlier score are known.
    feature_ids
        Which feature each value belongs to (``AreaTable.feature_ids``); the layer's own order
        where left out.

    Raises NeedError, the layer being as before, where it cannot be written to or a name is taken;
    Cancelled where the user stops it.
    """
    feedback = feedback or Silent()
    plan = plan_write(layer, fields, prefix)
    ids = _ids(layer) if feature_ids is None else list(feature_ids)
    _check_rows(layer, plan, ids)
    check(feedback)
    removed = None if layer.isEditable() else write_gpkg(layer, plan, ids, feedback)
    if removed is None:
        _check_ids(layer, ids)
        removed = write_through_edits(layer, plan, ids, feedback)
    set_aliases(layer, plan.outputs)
    layer.triggerRepaint()
    feedback.setProgress(100)
    return WriteReport(
        areas=len(ids),
        fields=tuple(output.name for output in plan.outputs),
        removed=removed,
        emptied=tuple(name for name in plan.stale if name not in removed),
        notes=plan.notes,
        saved=not layer.isEditable(),
    )


def _ids(layer: QgsVectorLayer) -> List[int]:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
    return [feature.id() for feature in layer.getFeatures(request)]


def _check_rows(layer: QgsVectorLayer, plan: Plan, ids: Sequence[int]) -> None:
    for output in plan.outputs:
        if len(output.values) != len(ids):
            raise NeedError(
                mark("“{layer}” has {areas} areas now but {values} were scored. Score it again, then write."),
                layer=layer.name(),
                areas=len(ids),
                values=len(output.values),
            )


def _check_ids(layer: QgsVectorLayer, ids: Sequence[int]) -> None:
    gone = set(ids).difference(_ids(layer))
    if gone:
        raise NeedError(
            mark(
                "{count} of the areas scored are no longer in “{layer}”. Score it again, then write. "
                "Nothing was written."
            ),
            count=len(gone),
            layer=layer.name(),
        )
