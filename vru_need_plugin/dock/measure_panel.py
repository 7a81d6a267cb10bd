# SPDX-License-Identifier: GPL-2.0-or-later
"""The chosen measure: every way to set its threshold, and what it comes to."""

from __future__ import annotations

from typing import Any, Callable, Mapping, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..core.messages import NeedError
from ..core.threshold import Direction, Reference, Threshold, ThresholdKind, Ties
from ..scenario.document import Measure
from ..session import edits
from ..session.distribution import distribution
from ..session.many_measures import with_each
from ..session.session import Session
from ..session.standing import area_value, measure_number
from ..session.words import parent_word
from ..translation import tr
from . import measure_cells
from .distribution_picture import BINS, DistributionPicture
from .messages import Messages
from .numbers import whole
from .silenced import silenced
from .spin_boxes import NumberBox
from .threshold_kinds import of_kind
from .threshold_words import kind_text, need_when_text, reference_text, ties_text
from .wrapped import WrappedLabel

_LEAST_LINES, _MOST_LINES = 3, 8


class MeasurePanel(QWidget):
    """Shows one measure of the session, by id, and edits it there; several at once where several are chosen.

    Parameters
    ----------
    session, messages
        The open scenario, and where refused edits are said.
    """

    def __init__(self, session: Session, messages: Messages, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._measure_id = ""
        self._others: Tuple[str, ...] = ()
        self._area: Optional[int] = None
        self.picture = DistributionPicture(self)
        self.kind = _combo(self, "thresholdKindCombo", tr("How the threshold is worked out"))
        self.number = NumberBox(self)
        self.ties = _combo(
            self, "tiesCombo", tr("What happens to areas that are level with each other at the line")
        )
        self.direction = _combo(
            self, "directionCombo", tr("Whether there is more need when the figure is higher, or lower")
        )
        self.reference = _combo(
            self, "referenceCombo", tr("Compared with: the areas that the threshold is worked out over")
        )
        self.outcome = WrappedLabel(_LEAST_LINES, _MOST_LINES, self)
        self.whole_table = QToolButton(self)
        self._set_up()
        self._lay_out()
        for signal in (session.scenarioChanged, session.resultChanged, session.problemsChanged):
            signal.connect(self._show)
        session.taskBegun.connect(self._show)
        self._show()

    def _set_up(self) -> None:
        for kind in ThresholdKind:
            self.kind.addItem(kind_text(kind), kind)
        for ties in Ties:
            self.ties.addItem(ties_text(ties), ties)
        for direction in Direction:
            self.direction.addItem(need_when_text(direction), direction)
        self.number.setObjectName("thresholdBox")
        self.number.setAccessibleName(tr("Threshold"))
        self.number.setToolTip(tr("The threshold's number"))
        self.number.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.outcome.setObjectName("measureOutcome")
        self.whole_table.setObjectName("wholeTableButton")
        self.whole_table.setAccessibleName(tr("Compare with the whole table"))
        self.whole_table.setToolTip(
            tr("Work the threshold out over the whole table, so that it is the same for a part of its areas")
        )
        self.whole_table.clicked.connect(lambda _checked=False: self._set_reference(Reference.TABLE))
        self.picture.cutoffDragged.connect(self._drag)
        self.kind.activated.connect(self._choose_kind)
        self.number.valueChanged.connect(self._choose_number)
        self.ties.activated.connect(self._choose_ties)
        self.direction.activated.connect(self._choose_direction)
        self.reference.activated.connect(self._choose_reference)

    def _lay_out(self) -> None:
        upper = ((self.kind, 10), (self.number, 9), (self.ties, 13))
        lower = ((self.direction, 17), (self.reference, 14))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for row in (upper, lower):
            line = QHBoxLayout()
            line.setSpacing(4)
            for widget, stretch in row:
                line.addWidget(widget, stretch)
            layout.addLayout(line)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.outcome)
        layout.addWidget(self.whole_table, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(0)

    # From the session

    def show_measure(self, measure_id: str) -> None:
        """Show the measure of this id; nothing where there is none."""
        self._measure_id = measure_id
        self._show()

    def show_others(self, measure_ids: Sequence[str]) -> None:
        """Set what is set here for all these too; a line that is dragged is the shown measure's alone."""
        self._others = tuple(measure_ids)

    def mark_area(self, area: Optional[int]) -> None:
        """Mark an area's value in the picture."""
        self._area = area
        self._show()

    def _measure(self) -> Optional[Measure]:
        return next((m for m in self._session.scenario.measures if m.id == self._measure_id), None)

    def _show(self) -> None:
        measure = self._measure()
        self.setVisible(measure is not None)
        if measure is None:
            return
        with silenced(self.kind, self.number, self.ties, self.direction, self.reference):
            self._show_references(measure)
            self.kind.setCurrentIndex(self.kind.findData(measure.threshold.kind))
            self.number.set_threshold(measure.threshold)
            self.ties.setCurrentIndex(self.ties.findData(measure.threshold.ties))
            self.ties.setEnabled(measure.threshold.kind.takes_ties)
            self.direction.setCurrentIndex(self.direction.findData(measure.direction))
        self.outcome.setText(self._told(measure))
        self.picture.setAccessibleDescription(self.outcome.text())
        self._offer_whole_table(measure)
        self._show_picture(measure)

    def _offer_whole_table(self, measure: Measure) -> None:
        found = measure_cells.outcome(self._session, measure)
        wider = measure_cells.wider_table(self._session, measure, found) if found is not None else None
        self.whole_table.setVisible(wider is not None)
        if wider is not None:
            self.whole_table.setText(tr("Compare with all {count} of the table").format(count=whole(wider)))

    def _show_references(self, measure: Measure) -> None:
        parent = parent_word(self._session.scenario.areas)
        known = [Reference.AREAS, Reference.TABLE]
        if not measure_cells.is_parent_level(self._session, measure):
            known.append(Reference.WITHIN_PARENT)
        self.reference.clear()
        for reference in known:
            self.reference.addItem(reference_text(reference, parent), reference)
        self.reference.setCurrentIndex(self.reference.findData(measure.reference))

    def _show_picture(self, measure: Measure) -> None:
        job, result = self._session.job, self._session.result
        number = measure_number(job, measure.id)
        if job is None or result is None or number is None:
            self.picture.show_distribution(None, None)
            return
        area = self._area if self._session.fits_areas else None
        self.picture.show_distribution(distribution(result, number, BINS), area_value(result, number, area))

    def _told(self, measure: Measure) -> str:
        fault = measure_cells.problem(self._session, measure)
        found = measure_cells.outcome(self._session, measure)
        if fault:
            return fault
        if found is None:
            return tr("Not in use.") if not measure.enabled else ""
        lines = measure_cells.outcome_lines(self._session, measure, found)
        if self._session.is_scoring:
            lines = [tr("The scores are being worked out; from before the last change"), *lines]
        return ". ".join(line.rstrip(".") for line in lines) + "."

    # To the session

    def _choose_kind(self, _row: int) -> None:
        kind = self.kind.currentData()
        self._change_each(
            lambda m: {"threshold": of_kind(kind, m.threshold, measure_cells.outcome(self._session, m))}
        )

    def _choose_number(self, value: float) -> None:
        measure = self._measure()
        if measure is None or not self.number.is_edited:
            return
        try:
            threshold = Threshold(measure.threshold.kind, value, measure.threshold.ties)
        except NeedError as error:
            self._messages.error(error)
            self._show()
        else:
            merge = ("threshold", measure.id, *self._others)
            self._change_each(lambda _measure: {"threshold": threshold}, merge)

    def _drag(self, cutoff: float) -> None:
        measure = self._measure()
        if measure is not None:
            threshold = Threshold(ThresholdKind.VALUE, cutoff)
            changed = edits.with_measure(self._session.scenario, measure.id, threshold=threshold)
            words = tr("Threshold of {measure}").format(measure=measure.title)
            self._session.edit(words, changed, ("threshold", measure.id))

    def _choose_ties(self, _row: int) -> None:
        ties = self.ties.currentData()
        self._change_each(
            lambda m: (
                {"threshold": Threshold(m.threshold.kind, m.threshold.value, ties)}
                if m.threshold.kind.takes_ties
                else {}
            )
        )

    def _choose_direction(self, _row: int) -> None:
        direction = self.direction.currentData()
        self._change_each(lambda _measure: {"direction": direction})

    def _choose_reference(self, _row: int) -> None:
        self._set_reference(self.reference.currentData())

    def _set_reference(self, reference: Reference) -> None:
        def changes(measure: Measure) -> Mapping[str, Any]:
            is_parents = measure_cells.is_parent_level(self._session, measure)
            return {} if reference is Reference.WITHIN_PARENT and is_parents else {"reference": reference}

        self._change_each(changes)

    def _change_each(self, changes: Callable[[Measure], Mapping[str, Any]], merge: Any = None) -> None:
        """Edit the measure shown and those chosen with it, in one step."""
        measure = self._measure()
        if measure is None:
            return
        ids = {measure.id, *self._others}
        words = tr("Threshold of {measure}") if len(ids) == 1 else tr("Threshold of {count} measures")
        told = words.format(measure=measure.title, count=len(ids))
        self._session.edit(told, with_each(self._session.scenario, ids, changes), merge)


def _combo(parent: QWidget, name: str, words: str) -> QComboBox:
    combo = QComboBox(parent)
    combo.setObjectName(name)
    combo.setAccessibleName(words)
    combo.setToolTip(words)
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    combo.setMinimumContentsLength(6)
    return combo
