# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights of all measures at once: equal, scaled to a sum, locked."""

from __future__ import annotations

from typing import Callable, Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget, QWidgetAction

from ..session import many_measures, weights
from ..session.session import Session
from ..translation import tr
from . import look
from .messages import Messages
from .spin_boxes import NumberBox

_USUAL_TOTAL = 100


class WeightsButton(QToolButton):
    """A button with what can be done to the weights.

    Parameters
    ----------
    session, messages
        The open scenario, and where it is said that weights cannot be scaled.
    chosen
        Gives the ids of the measures that are chosen.
    """

    def __init__(
        self,
        session: Session,
        messages: Messages,
        chosen: Callable[[], Sequence[str]],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._chosen = chosen
        self.setObjectName("weightsButton")
        self.setText(tr("Weights"))
        self.setToolTip(tr("Make weights equal, scale them to a sum, or lock some"))
        self.setAccessibleName(tr("Weights of all measures"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.total = NumberBox(self)
        menu = QMenu(self)
        self._fill(menu)
        menu.aboutToShow.connect(self._show)
        self.setMenu(menu)

    def _fill(self, menu: QMenu) -> None:
        self.equal = menu.addAction(tr("Equal weights, 1 each"), self.make_equal)
        scale = QWidgetAction(menu)
        scale.setDefaultWidget(self._scale_line(menu))
        menu.addAction(scale)
        menu.addSeparator()
        self.lock = menu.addAction("")
        self.lock.setCheckable(True)
        self.lock.triggered.connect(self.set_locked)

    def _scale_line(self, menu: QMenu) -> QWidget:
        holder = QWidget(menu)
        self.total.setParent(holder)
        self.total.setObjectName("weightsTotalBox")
        self.total.setDecimals(3)
        self.total.setRange(0, 1_000_000)
        self.total.setValue(_USUAL_TOTAL)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.total.setAccessibleName(tr("What the weights are to add up to"))
        button = QPushButton(tr("Scale"), holder)
        button.setObjectName("scaleWeightsButton")
        button.setToolTip(tr("Scale every weight that is not locked, in the same proportions"))
        button.clicked.connect(lambda: (menu.close(), self.scale()))
        line = QHBoxLayout(holder)
        line.setContentsMargins(look.MARGIN * 3, 2, look.MARGIN, 2)
        line.addWidget(QLabel(tr("Add up to"), holder))
        line.addWidget(self.total)
        line.addWidget(button)
        return holder

    def _show(self) -> None:
        scenario = self._session.scenario
        chosen = [m for m in scenario.measures if m.id in self._chosen()]
        self.equal.setEnabled(bool(scenario.enabled_measures))
        self.lock.setEnabled(bool(chosen))
        self.lock.setChecked(bool(chosen) and all(measure.locked for measure in chosen))
        title = chosen[0].title.replace("&", "&&") if len(chosen) == 1 else ""
        words = tr("Lock the weight of “{measure}”") if title else tr("Lock the {count} weights chosen")
        self.lock.setText(words.format(measure=title, count=len(chosen)))

    # To the session

    def make_equal(self) -> None:
        """Give every measure in use that is not locked the weight 1."""
        self._session.edit(tr("Equal weights"), weights.equal_weights(self._session.scenario))

    def scale(self) -> None:
        """Scale the weights that are not locked, so that all add up to the number in the box."""
        with self._messages.shown():
            scaled = weights.scaled_to(self._session.scenario, self.total.value())
            self._session.edit(tr("Scale weights"), scaled)

    def set_locked(self, is_locked: bool) -> None:
        """Lock or unlock the weights of the measures that are chosen."""
        changed = many_measures.with_each(
            self._session.scenario, self._chosen(), lambda _measure: {"locked": is_locked}
        )
        self._session.edit(tr("Lock weights") if is_locked else tr("Unlock weights"), changed)
