# SPDX-License-Identifier: GPL-2.0-or-later
"""What is set for several measures at once: use, weight and theme; thresholds are set below it."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..core.messages import NeedError
from ..core.rules import whole_weight
from ..session.many_measures import with_each
from ..session.session import Session
from ..translation import tr
from .elided import ElidedLabel
from .messages import Messages
from .silenced import silenced
from .spin_boxes import NumberBox


class ManyPanel(QWidget):
    """There only while more than one measure is chosen.

    Parameters
    ----------
    session, messages
        The open scenario, and where refused edits are said.
    """

    def __init__(self, session: Session, messages: Messages, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._ids: Tuple[str, ...] = ()
        self.setObjectName("manyMeasures")
        self.heading = ElidedLabel("", self)
        self.use = self._button("useManyButton", tr("Use"), tr("Use all that are chosen"))
        self.leave = self._button("leaveManyButton", tr("Leave out"), tr("Leave out all that are chosen"))
        self.weight = NumberBox(self)
        self.theme = QComboBox(self)
        self._set_up()
        self._lay_out()
        self.hide()

    def _button(self, name: str, text: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _set_up(self) -> None:
        self.use.clicked.connect(lambda: self._set_use(True))
        self.leave.clicked.connect(lambda: self._set_use(False))
        self.weight.setObjectName("manyWeightBox")
        self.weight.setPrefix(tr("weight "))
        self.weight.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.theme.setEditable(True)
        self.theme.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for widget, words in (
            (self.weight, tr("Weight of all that are chosen; locked ones too")),
            (self.theme, tr("Theme of all that are chosen; type a new one or choose")),
        ):
            widget.setToolTip(words)
            widget.setAccessibleName(words)
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.theme.setObjectName("manyThemeCombo")
        self.weight.valueChanged.connect(self._set_weight)
        self.theme.activated.connect(lambda _row: self._set_theme())
        self.theme.lineEdit().editingFinished.connect(self._set_theme)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        for widget, stretch in ((self.use, 0), (self.leave, 0), (self.weight, 3), (self.theme, 4)):
            line.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.heading)
        layout.addLayout(line)

    def show_measures(self, measure_ids: Sequence[str]) -> None:
        """Show these; hidden where they are fewer than two."""
        self._ids = tuple(measure_ids)
        self.setVisible(len(self._ids) > 1)
        chosen = [m for m in self._session.scenario.measures if m.id in self._ids]
        if len(chosen) < 2:
            return
        self.heading.setText(
            tr("{count} measures chosen: all get what is set below").format(count=len(chosen))
        )
        with silenced(self.weight, self.theme):
            self.weight.set_weight(chosen[0].weight)
            self.theme.clear()
            self.theme.addItems(list(dict.fromkeys(m.theme for m in self._session.scenario.measures)))
            self.theme.setCurrentText(chosen[0].theme)

    # To the session

    def _set_use(self, is_used: bool) -> None:
        self._edit(
            tr("Use {count} measures") if is_used else tr("Leave out {count} measures"), enabled=is_used
        )

    def _set_weight(self, weight: float) -> None:
        if not self.weight.is_edited:
            return
        try:
            whole_weight(weight)
        except NeedError as error:
            self._messages.error(error)
        else:
            self._edit(tr("Weight of {count} measures"), ("weight", *self._ids), weight=weight)

    def _set_theme(self) -> None:
        theme = self.theme.currentText().strip()
        chosen = [m.theme for m in self._session.scenario.measures if m.id in self._ids]
        # A theme shown of several is not one that was set for all.
        if theme and len(chosen) > 1 and (theme != chosen[0] or self.theme.lineEdit().isModified()):
            self._edit(tr("Theme of {count} measures"), theme=theme)

    def _edit(self, words: str, merge: Optional[Tuple[str, ...]] = None, **changes: Any) -> None:
        fields: Mapping[str, Any] = changes
        changed = with_each(self._session.scenario, self._ids, lambda _measure: fields)
        self._session.edit(words.format(count=len(self._ids)), changed, merge)
