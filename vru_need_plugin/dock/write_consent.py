# SPDX-License-Identifier: GPL-2.0-or-later
"""The question before the user's own layer is changed."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QCheckBox, QMessageBox, QWidget

from ..layers.wording import listed
from ..layers.write import PreparedWrite
from ..translation import tr, translated


@dataclass(frozen=True)
class Consent:
    """What the user agreed to: writing, drawing the layer by its scores, or a copy instead."""

    write: bool
    style: bool
    copy: bool = False


def ask_to_write(layer: QgsVectorLayer, prepared: PreparedWrite, parent: QWidget) -> Consent:
    """Say what writing does to the layer, and ask whether to."""
    buttons = QMessageBox.StandardButton
    box = QMessageBox(parent)
    box.setObjectName("writeConsent")
    box.setWindowTitle(tr("Write scores"))
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(tr("Write the scores on to your layer “{layer}”?").format(layer=layer.name()))
    box.setInformativeText("\n".join(f"• {sentence}" for sentence in consequences(layer, prepared)))
    box.setStandardButtons(buttons.Yes | buttons.Cancel)
    box.button(buttons.Yes).setText(tr("Write"))
    box.setDefaultButton(buttons.Yes)
    copy = box.addButton(tr("To a copy…"), QMessageBox.ButtonRole.ActionRole)
    style = QCheckBox(tr("Draw the layer by its scores, in place of its present style"), box)
    style.setVisible(layer.isSpatial())
    box.setCheckBox(style)
    answer = box.exec()
    wants_copy = box.clickedButton() is copy
    box.deleteLater()
    return Consent(answer == buttons.Yes and not wants_copy, style.isChecked(), wants_copy)


def consequences(layer: QgsVectorLayer, prepared: PreparedWrite) -> list[str]:
    """What writing will do to a layer, one sentence each."""
    plan = prepared.plan
    overwritten = len(plan.outputs) - len(plan.added)
    told = []
    if plan.added:
        names = [output.name for output in plan.added]
        told.append(tr("{count} fields are added: {names}.").format(count=len(names), names=listed(names)))
    if overwritten:
        told.append(tr("{count} need fields of an earlier score are overwritten.").format(count=overwritten))
    if plan.stale and plan.removable:
        told.append(tr("{count} need fields of an earlier score are removed.").format(count=len(plan.stale)))
    elif plan.stale:
        told.append(tr("{count} need fields of an earlier score are emptied.").format(count=len(plan.stale)))
    told.append(tr("Everything else in the layer stays as it is."))
    told += [translated(note) for note in prepared.notes]
    if layer.isEditable():
        told.append(tr("The layer is being edited: this becomes one undo step, and you save it."))
    else:
        told.append(tr("The layer is saved at once. You can undo that until the layer is changed again."))
    return told
