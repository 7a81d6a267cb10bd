# SPDX-License-Identifier: GPL-2.0-or-later
"""The match report of one table: what matched, what did not and why, and what mends it."""

from __future__ import annotations

from functools import partial
from typing import Iterable, List, Optional, Tuple

from qgis.PyQt.QtCore import QModelIndex
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..core.messages import NeedError
from ..scenario.document import Scenario, Table
from ..session import table_edits
from ..session.cures import Cure, Words
from ..session.match_groups import Line, Remedy
from ..session.match_look import MatchLook
from ..session.new_table import TableFinder
from ..session.pairs import Pair
from ..session.session import Session
from ..session.words import area_word, parent_word, plural
from ..tables.tidy import TidyTable
from ..translation import tr, translated
from . import look
from .match_model import MatchModel
from .numbers import whole
from .tips import tip
from .wrapped import WrappedLabel

_HEADLINES = 4
_LEAST_HEIGHT = 150
_FEW_LINES = 12


class MatchPanel(QWidget):
    """Shows the report of a table and offers cures; each is an edit of the scenario.

    Parameters
    ----------
    session, finder
        The open scenario, and what reads tables.
    """

    def __init__(self, session: Session, finder: TableFinder, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = finder
        self._table_id = ""
        self._shown: Tuple[object, ...] = ()
        self.model = MatchModel(self)
        self.headline = WrappedLabel(1, _HEADLINES, self)
        self.view = self._view()
        self.cure_buttons: List[QPushButton] = []
        self.pair_button = self._button("pairTickedButton", self._pair_ticked)
        self.line_button = self._button("matchLineButton", self._act_on_chosen)
        self.line_button.setAccessibleName(tr("Change the chosen rows"))
        self.pair_button.setAccessibleName(tr("Pair the ticked"))
        self.line_button.setToolTip(
            tr("Choose a row of the table and an area without a row to pair them, or what you did to undo it")
        )
        self.pair_button.setToolTip(tr("Take the ticked pairs as one area each; undone like any other edit"))
        self._cures = QVBoxLayout()
        self._lay_out()
        self.model.itemChanged.connect(lambda _item: self._enable())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        session.jobChanged.connect(self.refresh)
        session.problemsChanged.connect(self.refresh)

    def _view(self) -> QTreeView:
        view = QTreeView(self)
        view.setObjectName("matchView")
        view.setModel(self.model)
        view.setAccessibleName(tr("What did not match"))
        view.setToolTip(tr("Rows of the table without an area, and areas without a row, each with its cause"))
        view.setHeaderHidden(True)
        view.setUniformRowHeights(True)
        view.setIndentation(14)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setTabKeyNavigation(False)
        view.setMinimumHeight(_LEAST_HEIGHT)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        view.header().setStretchLastSection(True)
        return view

    def _button(self, name: str, do: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _lay_out(self) -> None:
        self._cures.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(look.GAP)
        line.addWidget(self.pair_button)
        line.addWidget(self.line_button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.headline)
        layout.addLayout(self._cures)
        layout.addWidget(self.view, 1)
        layout.addLayout(line)

    # What is shown

    def show_table(self, table_id: str) -> None:
        """Show the report of a table of the scenario; none for an empty id."""
        self._table_id = table_id
        self._shown = ()
        self.refresh()

    def refresh(self) -> None:
        """Show what became of the table; nothing is worked out while the panel is out of sight."""
        if not self.isVisible() or self._spec() is None:
            return
        spec, tidy, job = self._spec(), self._tidy(), self._session.job
        seen = (spec, tidy, self._session.problems.tables.get(self._table_id), self._not_numbers(tidy))
        if job is None or spec is None or seen == self._shown:
            return
        self._shown = seen
        try:
            self._finder.look_at_match(spec, self._words(), partial(self._show, seen), self._fail)
        except NeedError as error:
            self._fail(error)
        if self._session.errands.is_working:
            self.model.fill(())
            self.headline.setText(tr("Looking at what matches…"))

    def _fail(self, _error: Exception) -> None:
        """What is wrong is said elsewhere; a stopped look is taken again when the panel is next seen."""
        self._shown = ()

    def _show(self, seen: Tuple[object, ...], look_: MatchLook) -> None:
        """Show what was found, unless the table is read otherwise by now."""
        if seen != self._shown:
            return
        self.model.fill(look_.groups)
        self.headline.setText(self._told(self._tidy(), look_.other_year))
        self._offer(look_.cures)
        self._arrange()
        self._enable()

    def showEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        """Catch up on what happened out of sight."""
        super().showEvent(event)
        self.refresh()

    def _spec(self) -> Optional[Table]:
        return next((t for t in self._session.scenario.tables if t.id == self._table_id), None)

    def _tidy(self) -> Optional[TidyTable]:
        job = self._session.job
        return job.tables.get(self._table_id) if job is not None else None

    @staticmethod
    def _not_numbers(tidy: Optional[TidyTable]) -> int:
        return len(tidy.columns.not_numbers) if tidy is not None else 0

    def _words(self) -> Words:
        areas = self._session.scenario.areas
        return Words(plural(area_word(areas)), plural(parent_word(areas).casefold()))

    def _told(self, tidy: Optional[TidyTable], other_year: Tuple[int, int]) -> str:
        problem = self._session.problems.tables.get(self._table_id)
        if tidy is None:
            return translated(problem) if problem is not None else tr("The table is not read yet.")
        units = self._words().of(tidy.spec.key_level)
        told = tr("{matched} of {count} {units} have a row in the table.").format(
            matched=whole(tidy.matching.matched), count=whole(len(tidy.units)), units=units
        )
        in_table, in_layer = other_year
        if in_layer and not in_table:
            told += " " + tr(
                "{layer} codes of the layer are not in the table: they look like codes of another "
                "year’s {units}."
            ).format(layer=whole(in_layer), units=units)
        elif in_layer:
            told += " " + tr(
                "{table} codes of the table and {layer} of the layer miss each other: they look like "
                "codes of another year’s {units}."
            ).format(table=whole(in_table), layer=whole(in_layer), units=units)
        return told

    def _arrange(self) -> None:
        self.view.setColumnWidth(0, max(150, self.view.viewport().width() * 2 // 5))
        to_mend = (Remedy.PAIR, Remedy.SUCCESSOR)
        for row in range(self.model.rowCount()):
            self.view.setFirstColumnSpanned(row, QModelIndex(), True)
            index = self.model.index(row, 0)
            few = self.model.rowCount(index) <= _FEW_LINES
            self.view.setExpanded(index, few or self.model.remedy_at(index) in to_mend)
        self.view.setVisible(self.model.rowCount() > 0)

    # Cures

    def _offer(self, cures: Iterable[Cure]) -> None:
        for button in self.cure_buttons:
            self._cures.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self.cure_buttons = []
        for number, cure in enumerate(cures):
            button = self._button(f"cureButton{number}", partial(self._take, cure))
            button.setText(translated(cure.text))
            button.setToolTip(tip(translated(cure.why)))
            button.setAccessibleDescription(translated(cure.why))
            self._cures.addWidget(button)
            self.cure_buttons.append(button)

    def _take(self, cure: Cure) -> None:
        changed = table_edits.with_reading(self._session.scenario, cure.table)
        self._session.edit(translated(cure.text), changed)

    # Pairs

    def _enable(self) -> None:
        ticked = len(self.model.ticked())
        self.pair_button.setText(tr("Pair the ticked: {count}").format(count=ticked))
        self.pair_button.setVisible(ticked > 0)
        words = self._chosen_words()
        self.line_button.setText(words)
        self.line_button.setVisible(bool(words))

    def _pair_ticked(self) -> None:
        self._pair(self.model.ticked())

    def _pair(self, pairs: List[Pair]) -> None:
        text = tr("Pair a key") if len(pairs) == 1 else tr("Pair {count} keys").format(count=len(pairs))
        self._edit(text, table_edits.with_key_pairs(self._session.scenario, self._table_id, pairs))

    def _chosen(self, remedy: Remedy) -> List[Line]:
        rows = self.view.selectionModel().selectedRows()
        found = [self.model.line_at(row) for row in rows if self.model.remedy_at(row) is remedy]
        return [line for line in found if line is not None]

    def _chosen_pair(self) -> Optional[Pair]:
        """The pair that a chosen row of the table and a chosen area make."""
        table, layer = self._chosen(Remedy.TABLE_KEY), self._chosen(Remedy.UNIT_KEY)
        return Pair(table[0].key, layer[0].key, "") if len(table) == len(layer) == 1 else None

    def _chosen_words(self) -> str:
        if self._chosen(Remedy.UNPAIR):
            return tr("Take the pair apart")
        if self._chosen(Remedy.TAKE_BACK):
            return tr("Let it count again")
        return tr("Pair the two chosen") if self._chosen_pair() is not None else ""

    def _act_on_chosen(self) -> None:
        scenario, table_id = self._session.scenario, self._table_id
        apart, back, pair = self._chosen(Remedy.UNPAIR), self._chosen(Remedy.TAKE_BACK), self._chosen_pair()
        if apart:
            keys = [line.key for line in apart]
            self._edit(tr("Take pairs apart"), table_edits.without_key_pairs(scenario, table_id, keys))
        elif back:
            keys = [line.key for line in back]
            self._edit(tr("Let rows count again"), table_edits.without_excluded(scenario, table_id, keys))
        elif pair is not None:
            self._pair([pair])

    def _edit(self, text: str, scenario: Scenario) -> None:
        self._session.edit(text, scenario)
