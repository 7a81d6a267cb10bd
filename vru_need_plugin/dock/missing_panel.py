# SPDX-License-Identifier: GPL-2.0-or-later
"""What happens where figures are missing."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from ..core.threshold import MissingRule
from ..session import edits
from ..session.session import Session
from ..translation import tr
from . import look
from .silenced import silenced
from .threshold_words import missing_text


class MissingPanel(QWidget):
    """The missing rule and the least data that a score needs.

    Parameters
    ----------
    session
        The open scenario.
    """

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rule = QComboBox(self)
        self.coverage = QSpinBox(self)
        self._set_up()
        self._lay_out()
        session.scenarioChanged.connect(self._show)
        self._show()

    def _set_up(self) -> None:
        for rule in MissingRule:
            self.rule.addItem(missing_text(rule), rule)
        self.rule.setObjectName("missingCombo")
        self.rule.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.rule.setAccessibleName(tr("What a missing figure does to an area's score"))
        self.rule.setToolTip(
            tr(
                "Score the rest: a missing figure adds nothing. Scale up: the score is raised to what "
                "all measures would make. Give no score: an area with any figure missing has no score."
            )
        )
        self.coverage.setObjectName("coverageBox")
        self.coverage.setRange(0, 100)
        self.coverage.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.coverage.setSuffix(tr(" % of the measures"))
        self.coverage.setKeyboardTracking(False)
        self.coverage.setAccessibleName(tr("The share of measures that must have a figure"))
        self.coverage.setToolTip(tr("An area with figures for fewer of the measures gets no score"))
        self.rule.activated.connect(lambda _row: self._change(missing=self.rule.currentData()))
        self.coverage.valueChanged.connect(self._choose_coverage)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.GAP)
        grid.setVerticalSpacing(4)
        for row, (words, widget) in enumerate(
            ((tr("Missing figures"), self.rule), (tr("A score needs"), self.coverage))
        ):
            label = QLabel(words, self)
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)

    def _show(self) -> None:
        options = self._session.scenario.options
        with silenced(self.rule, self.coverage):
            self.rule.setCurrentIndex(self.rule.findData(options.missing))
            self.coverage.setValue(round(100 * options.min_coverage))
        self.coverage.setEnabled(options.missing is not MissingRule.STRICT)

    def _choose_coverage(self, per_cent: int) -> None:
        self._change(("coverage",), min_coverage=per_cent / 100)

    def _change(self, merge: Any = None, **changes: Any) -> None:
        changed = edits.with_options(self._session.scenario, **changes)
        self._session.edit(tr("Missing data"), changed, merge)
