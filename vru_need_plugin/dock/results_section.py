# SPDX-License-Identifier: GPL-2.0-or-later
"""Section 3: the ranking, searched and sorted, and the chosen area explained."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMenu, QVBoxLayout, QWidget

from ..session.outgoing import outgoing
from ..session.session import Session
from ..translation import tr, translated
from . import look
from .area_explanation import AreaExplanation
from .bar_delegate import ScoreDelegate
from .chips_delegate import ChipsDelegate
from .comparison_table import MOST
from .copying import chosen_rows_as_text
from .export_menu import Exporter
from .messages import Messages
from .numbers import whole
from .result_column import ResultColumn
from .results_model import AREA_ROLE, ResultsModel
from .results_tools import ResultsTools
from .turning_splitter import TurningSplitter
from .views import FlatView

_WIDTHS = {
    ResultColumn.RANK: 5,
    ResultColumn.PARENT: 12,
    ResultColumn.SCORE: 11,
    ResultColumn.MADE_OF: 10,
    ResultColumn.ABOVE: 7,
    ResultColumn.NEAR: 11,
    ResultColumn.DATA: 10,
    ResultColumn.CHIPS: 44,
}
_WANTED = (
    ResultColumn.PARENT,
    ResultColumn.MADE_OF,
    ResultColumn.DATA,
    ResultColumn.ABOVE,
    ResultColumn.NEAR,
    ResultColumn.CHIPS,
)

_LEAST_EXPLANATION = 110  # pixels: the sentence, and the first of the measures


class ResultsSection(QWidget):
    """Search line, ranking and explanation.

    Parameters
    ----------
    session, messages
        The open scenario, and where the outcome of an export is said.
    """

    areaChosen = pyqtSignal(object)
    """The number of the area chosen, None for none."""
    areaClicked = pyqtSignal(int)
    """The number of the area clicked, to be shown on the map."""

    def __init__(self, session: Session, messages: Messages, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self.model = ResultsModel(session, self)
        self.view = self._view()
        self.tools = ResultsTools(session, self.model, self.view, self)
        self.search = self.tools.search
        self.exporter = Exporter(session, self.model, messages, self)
        self._offer_ways_out()
        self.explanation = AreaExplanation(session, self)
        self.explanation.setObjectName("areaExplanation")
        self.explanation.setMinimumHeight(_LEAST_EXPLANATION)
        self._area: Optional[int] = None
        self._code = ""  # the chosen area's, by which it is known again among other areas
        self._focus = session.scenario.options.focus
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        for chosen in (self.view.clicked, self.view.activated):  # by the mouse, by Enter
            chosen.connect(lambda index: self.areaClicked.emit(index.data(AREA_ROLE)))
        self.model.modelReset.connect(self._choose_again)
        session.areasChanged.connect(self._take_areas)
        for signal in (session.taskBegun, session.resultChanged):
            signal.connect(self._explain)
        session.scenarioChanged.connect(self._explain_focus)
        session.problemsChanged.connect(self._show_hint)
        session.scenarioChanged.connect(self._show_hint)
        self._show_hint()
        self._explain()

    def _view(self) -> FlatView:
        view = FlatView("resultsView", ResultColumn.AREA, _WIDTHS, _WANTED, 1, self)
        view.setModel(self.model)
        view.setItemDelegateForColumn(ResultColumn.SCORE, ScoreDelegate(view))
        view.setItemDelegateForColumn(ResultColumn.CHIPS, ChipsDelegate(view))
        view.setSelectionMode(FlatView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(FlatView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(tr("Results"))
        view.setToolTip(tr("The areas by rank; click one to see it on the map and why it has its score"))
        view.setMinimumHeight(92)
        view.header().setSortIndicator(ResultColumn.RANK, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        return view

    def _offer(self, position: QPoint) -> None:
        """The menu of the chosen rows."""
        areas = [index.data(AREA_ROLE) for index in self.view.selectionModel().selectedRows()]
        menu = QMenu(self)
        menu.addAction(tr("Copy"), self.copy).setEnabled(bool(areas))
        if len(areas) > 1:
            words = tr("Compare these {count} areas").format(count=len(areas))
            compare = menu.addAction(words, lambda: self.explanation.pin(tuple(areas)))
            compare.setEnabled(len(areas) <= MOST)
        elif areas:
            pinned = (*self.explanation.pinned, areas[0])
            pin = menu.addAction(tr("Pin to compare"), lambda: self.explanation.pin(pinned))
            pin.setEnabled(len(pinned) <= MOST and areas[0] not in self.explanation.pinned)
        menu.exec(self.view.viewport().mapToGlobal(position))
        menu.deleteLater()

    def _offer_ways_out(self) -> None:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self.exporter.fill(menu, self.copy))
        self.tools.export_button.setMenu(menu)
        copy = QAction(tr("Copy"), self.view)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(lambda _checked=False: self.copy())
        self.view.addAction(copy)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._offer)

    def copy(self) -> None:
        """Copy the chosen rows, to be pasted into a spreadsheet."""
        text = ""
        with self._messages.shown():
            outgoing(self._session)
            text = chosen_rows_as_text(self.view)
        if text:
            QGuiApplication.clipboard().setText(text)

    def _lay_out(self) -> None:
        splitter = TurningSplitter("resultsSplitter", self.view, self.explanation, (3, 2), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.MARGIN, 0, look.MARGIN, look.GAP)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.tools)
        layout.addWidget(splitter, 1)

    # The chosen area

    def choose_area(self, area: int) -> None:
        """Choose an area by its number, making it visible even where search or filters hide it."""
        if self.model.row_of(area) < 0:
            self.tools.show_all()
        row = self.model.row_of(area)
        if row >= 0:
            index = self.model.index(row, ResultColumn.AREA)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:  # out of focus: not in the list, explained all the same
            self.view.clearSelection()
            self._take(area)

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._take(current.data(AREA_ROLE))

    def _take(self, area: int) -> None:
        areas = self._session.areas
        self._area, self._code = area, areas.codes[area] if areas is not None else ""
        self._explain()
        self.areaChosen.emit(area)

    def _choose_again(self) -> None:
        """The rows are others: keep the chosen area's row chosen where it is still shown."""
        self._find_area()
        row = self.model.row_of(self._area) if self._area is not None else -1
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, ResultColumn.AREA))

    def _find_area(self) -> None:
        """Give the chosen area the number that it has among the areas now; none where it is not there."""
        areas = self._session.areas
        codes = areas.codes if areas is not None else ()
        is_there = self._area is not None and self._area < len(codes) and codes[self._area] == self._code
        if self._area is not None and not is_there:
            self._area = codes.index(self._code) if self._code in codes else None
            self.areaChosen.emit(self._area)

    def _take_areas(self) -> None:
        self._find_area()
        self._explain()

    def _explain(self) -> None:
        self.explanation.show_area(self._area)
        self.explanation.setVisible(self._session.result is not None)

    def _explain_focus(self) -> None:
        """The sentence begins with what is in focus."""
        if self._session.scenario.options.focus != self._focus:
            self._focus = self._session.scenario.options.focus
            self._explain()

    # In words

    def state(self) -> str:
        """The section in one line."""
        result = self._session.result
        if result is not None and self._session.is_scoring:
            return tr("scores are being worked out")
        if result is None:
            return tr("no scores yet")
        if not self._session.scenario.enabled_measures:
            return tr("no measure in use")
        if self._session.left_out is not None:
            return tr("not complete: a measure cannot be scored")
        scored = int(result.scored.sum())
        unscored = len(result.scored) - scored
        if unscored:
            return tr("{scored} ranked, {unscored} without data").format(
                scored=whole(scored), unscored=whole(unscored)
            )
        return tr("{scored} ranked").format(scored=whole(scored))

    def _show_hint(self) -> None:
        problems = self._session.problems
        fault = problems.areas or problems.whole
        if fault is not None:
            self.view.set_hint(translated(fault))
        elif self._session.areas is None:
            self.view.set_hint(tr("Choose the layer of areas under Data to begin."))
        else:
            self.view.set_hint(tr("No area is found. “Show all” empties the search and the filters."))
