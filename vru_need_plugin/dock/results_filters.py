# SPDX-License-Identifier: GPL-2.0-or-later
"""The controls that narrow the results: focus, parent, score, measure, and the first of every parent."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QSpinBox, QWidget

from ..scoring.focus import focus_numbers
from ..scoring.parents import Parents
from ..session import edits
from ..session.session import Session
from ..session.words import parent_word, plural
from ..translation import tr
from .results_filter import NO_FILTER, Filter
from .silenced import silenced
from .spin_boxes import NumberBox


class ResultsFilters(QWidget):
    """Two lines of controls that say themselves what they do; the focus is the scenario's.

    Parameters
    ----------
    session
        The open scenario.
    """

    changed = pyqtSignal()
    """Another filter is asked for; see `filter`."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._parents: Optional[Parents] = None
        self._is_showing_focus = False
        self.setObjectName("resultsFilters")
        self.focus = QgsCheckableComboBox(self)
        self.parent_choice = QComboBox(self)
        self.measure = QComboBox(self)
        self.least_score = _LeastScore(self)
        self.top = QSpinBox(self)
        self._set_up()
        self._lay_out()
        session.scenarioChanged.connect(self._take_scenario)
        self._take_scenario()

    def _set_up(self) -> None:
        for widget, name, words in (
            (self.focus, "focusCombo", tr("Focus: show these only; everything is scored all the same")),
            (self.parent_choice, "parentFilter", tr("Show the areas of one of them only")),
            (self.measure, "measureFilter", tr("Show the areas that are above threshold on a measure")),
            (self.least_score, "scoreFilter", tr("Show the areas with at least this score")),
            (self.top, "topFilter", tr("Show the first of every one; areas level with the last are shown")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(words)
            widget.setToolTip(words)
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.top.setRange(0, 999)
        # The combo box itself is silent about some of the ways to tick an item.
        self.focus.model().dataChanged.connect(lambda *_: self._edit_focus())
        self.parent_choice.currentIndexChanged.connect(self.changed)
        self.measure.currentIndexChanged.connect(self.changed)
        self.least_score.valueChanged.connect(self.changed)
        self.top.valueChanged.connect(self.changed)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.focus, 0, 0, 1, 3)
        grid.addWidget(self.parent_choice, 0, 3, 1, 3)
        grid.addWidget(self.measure, 1, 0, 1, 2)
        grid.addWidget(self.least_score, 1, 2, 1, 2)
        grid.addWidget(self.top, 1, 4, 1, 2)
        for column in range(6):
            grid.setColumnStretch(column, 1)

    # What is asked for

    def filter(self) -> Filter:
        """What the controls say."""
        return Filter(
            parent=self.parent_choice.currentData(),
            least_score=self.least_score.value() if self.least_score.value() > 0 else None,
            measure=self.measure.currentData(),
            top=self.top.value() or None,
        )

    def clear(self) -> None:
        """Show everything that is in focus."""
        with silenced(self.parent_choice, self.measure, self.least_score, self.top):
            self.parent_choice.setCurrentIndex(0)
            self.measure.setCurrentIndex(0)
            self.least_score.setValue(0)
            self.top.setValue(0)
        self.changed.emit()

    @property
    def is_narrowing(self) -> bool:
        """Whether any of the controls but the focus leaves areas out."""
        return self.filter() != NO_FILTER

    # From the session

    def show_parents(self, parents: Parents) -> None:
        """Offer the parents that there are."""
        self._parents = parents
        self._show_parents()
        self._show_focus()

    def _take_scenario(self) -> None:
        word = parent_word(self._session.scenario.areas).casefold()
        self.top.setSpecialValueText(tr("any place"))
        self.top.setPrefix(tr("first "))
        self.top.setSuffix(tr(" of each"))
        self._show_measures()
        if self._parents is not None:
            self.parent_choice.setItemText(0, tr("any {parent}").format(parent=word))
            self._show_focus()

    def _show_parents(self) -> None:
        parents, chosen = self._parents, self.parent_choice.currentText()
        if parents is None:
            return
        word = parent_word(self._session.scenario.areas).casefold()
        self._is_showing_focus = True
        with silenced(self.parent_choice):
            self.parent_choice.clear()
            self.parent_choice.addItem(tr("any {parent}").format(parent=word), None)
            self.focus.clear()
            for number in sorted(range(len(parents)), key=lambda n: parents.names[n].casefold()):
                self.parent_choice.addItem(parents.names[number], number)
                self.focus.addItemWithCheckState(
                    parents.names[number], Qt.CheckState.Unchecked, parents.codes[number]
                )
            self.parent_choice.setCurrentIndex(max(0, self.parent_choice.findText(chosen)))
        self._is_showing_focus = False
        for widget in (self.parent_choice, self.top):
            widget.setEnabled(len(parents) > 0)
        self.changed.emit()

    def _show_focus(self) -> None:
        if self._parents is None:
            return
        areas = self._session.scenario.areas
        word = plural(parent_word(areas).casefold())
        self.focus.setDefaultText(tr("focus: all {parents}").format(parents=word))
        self.focus.setEnabled(areas.parent_code_field is not None and len(self._parents) > 1)
        numbers = focus_numbers(self._parents, self._session.scenario.options.focus)
        chosen = {self._parents.codes[number] for number in numbers}
        self._is_showing_focus = True
        for row in range(self.focus.count()):
            state = Qt.CheckState.Checked if self.focus.itemData(row) in chosen else Qt.CheckState.Unchecked
            if self.focus.itemCheckState(row) != state:
                self.focus.setItemCheckState(row, state)
        self._is_showing_focus = False

    def _show_measures(self) -> None:
        chosen = self.measure.currentData()
        offered = [(tr("above on any"), None)]
        offered += [
            (tr("above on {measure}").format(measure=measure.title), measure.id)
            for measure in self._session.scenario.enabled_measures
        ]
        shown = [
            (self.measure.itemText(row), self.measure.itemData(row)) for row in range(self.measure.count())
        ]
        if offered == shown:
            return
        with silenced(self.measure):
            self.measure.clear()
            for text, measure_id in offered:
                self.measure.addItem(text, measure_id)
            self.measure.setCurrentIndex(max(0, self.measure.findData(chosen)))
        if self.measure.currentData() != chosen:
            self.changed.emit()

    # To the session

    def _edit_focus(self) -> None:
        if self._is_showing_focus:
            return
        codes = tuple(str(code) for code in self.focus.checkedItemsData())
        scenario = self._session.scenario
        names = ", ".join(self.focus.checkedItems())
        text = tr("Focus on {parents}").format(parents=names) if codes else tr("Focus on everything")
        if codes != scenario.options.focus:
            self._session.edit(text, edits.with_options(scenario, focus=codes), ("focus",))


class _LeastScore(NumberBox):
    """A least score; 0 is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDecimals(3)
        self.setRange(0, 1e6)
        self.setSpecialValueText(tr("any score"))
        self.setPrefix(tr("score from "))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
