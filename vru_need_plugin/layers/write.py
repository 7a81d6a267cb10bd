# SPDX-License-Identifier: GPL-2.0-or-later
"""Need fields written on to a layer that exists: checked, written, shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple, Union

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer

from ..core.feedback import Feedback, Silent, check
from ..core.messages import Message, NeedError, mark
from ..core.output import OutputField
from .look.wear import wear_again
from .names import need_field_names
from .open_layers import open_layers_of
from .twins import check_twins, show_twins
from .writing.let_go import let_go
from .writing.new_copy import prepare_new, write_new
from .writing.new_file import NewFile
from .writing.new_layer import memory_layer, set_aliases
from .writing.new_table import NewCsv, prepare_table
from .writing.plan import Plan, plan_write
from .writing.report import WriteReport
from .writing.route import Order, Write, Written, show_source
from .writing.routes import choose
from .writing.swap import HeldOpenError

__all__ = [
    "PreparedWrite",
    "WriteReport",
    "memory_layer",
    "need_field_names",
    "overwritten_layers",
    "prepare_new",
    "prepare_table",
    "prepare_write",
    "show_overwritten",
    "write_in_place",
    "write_new",
]


@dataclass(frozen=True)
class PreparedWrite:
    """A write on to a layer that was checked: `run` on any thread, `finish` on the main thread.

    Parameters
    ----------
    plan
        What it does to the layer.
    write
        The way that it takes.
    """

    plan: Plan
    write: Write

    @property
    def notes(self) -> Tuple[Message, ...]:
        """What the user should know before it runs."""
        return self.plan.notes + self.write.notes

    def run(self, feedback: Feedback) -> Written:
        """Write, all or nothing; see `Write.run`."""
        check(feedback)
        written = self.write.run(feedback)
        feedback.setProgress(100)
        return written

    def look_again(self, layer: QgsVectorLayer) -> None:
        """Let the layer see what its source holds after `run` has failed, which is what it held before."""
        self.write.finish(layer)

    def finish(self, layer: QgsVectorLayer, written: Written) -> WriteReport:
        """Let the layer see its new values, and say what was done."""
        self.write.finish(layer)
        outputs = self.plan.outputs
        set_aliases(layer, outputs)
        layer.triggerRepaint()
        return WriteReport(
            areas=len(outputs[0].values) if outputs else 0,
            fields=tuple(output.name for output in outputs),
            removed=written.removed,
            emptied=tuple(name for name in self.plan.stale if name not in written.removed),
            notes=self.plan.notes,
            saved=not layer.isEditable(),
            take_back=written.take_back,
        )


def prepare_write(
    layer: QgsVectorLayer,
    fields: Sequence[OutputField],
    prefix: str,
    feature_ids: Optional[Sequence[int]] = None,
    *,
    keep_old: bool = False,
) -> PreparedWrite:
    """Check that need fields can be written on to the layer, and make ready to; nothing is touched.

    Parameters
    ----------
    fields
        What to write; one value an area.
    prefix
        The need fields' prefix, by which those of an earlier score are known.
    feature_ids
        Which feature each value belongs to (``AreaTable.feature_ids``); the layer's own order
        where left out.
    keep_old
        Whether to keep the old values, so that the write can be taken back.

    Raises NeedError where the layer cannot be written to, is being edited under another name in the
    project, a name is taken, or its areas are no longer those that were scored.
    """
    plan = plan_write(layer, fields, prefix)
    if not layer.isEditable():
        check_twins(layer, QgsProject.instance())
    ids = _ids(layer) if feature_ids is None else list(feature_ids)
    _check_rows(layer, plan, ids)
    return PreparedWrite(plan, choose(layer, Order(plan, ids, keep_old)))


def write_in_place(
    layer: QgsVectorLayer,
    fields: Sequence[OutputField],
    prefix: str,
    feedback: Optional[Feedback] = None,
    feature_ids: Optional[Sequence[int]] = None,
) -> WriteReport:
    """Write need fields on to the layer itself, all or nothing, before this returns.

    Fields of an earlier score are overwritten, those that this score does not have removed or,
    where the format cannot, emptied; nothing else is touched. A layer that is being edited gets
    one more undo step and is not saved; any other is saved.

    Parameters
    ----------
    fields, prefix, feature_ids
        As for `prepare_write`.

    Raises NeedError, the layer being as before, where it cannot be written to or a name is taken;
    Cancelled where the user stops it.
    """
    prepared = prepare_write(layer, fields, prefix, feature_ids)
    feedback = feedback or Silent()
    try:
        try:
            written = prepared.run(feedback)
        except HeldOpenError:
            with let_go(layer, QgsProject.instance()):
                written = prepared.run(feedback)
    except BaseException:
        prepared.look_again(layer)
        raise
    report = prepared.finish(layer, written)
    show_twins(layer, QgsProject.instance())
    return report


def overwritten_layers(new: Union[NewFile, NewCsv], project: QgsProject) -> List[QgsVectorLayer]:
    """The layers that are open on what a new file is about to take the place of.

    Raises NeedError where one is being edited: its edits would not fit what comes.
    """
    name = new.name if isinstance(new, NewFile) else new.destination.stem
    found = open_layers_of(new.destination, name, project)
    for layer in found:
        if layer.isEditable():
            raise NeedError(
                mark(
                    "“{file}” is open in the project as “{layer}”, which is being edited. Save or drop those "
                    "edits first, or choose another file. Nothing was written."
                ),
                file=new.destination.name,
                layer=layer.name(),
            )
    return found


def show_overwritten(layers: Sequence[QgsVectorLayer], prefix: str) -> None:
    """Let layers see the file that has taken the place of theirs: other fields, other scores."""
    for layer in layers:
        if not layer.isEditable():
            show_source(layer)
            wear_again(layer, prefix)
            layer.triggerRepaint()


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
