# SPDX-License-Identifier: GPL-2.0-or-later
"""The measures as a table to edit: one row a measure."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, List, Optional, Sequence, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QGuiApplication, QPalette

from ..core.messages import NeedError
from ..scenario.document import Measure, Scenario
from ..session import many_measures
from ..session.session import Session
from ..session.standing import MeasureOutcome
from ..translation import tr
from . import measure_cells, measure_edits
from .look import WARNING
from .measure_column import MeasureColumn
from .numbers import plain
from .tips import tip

MEASURE_ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The measure's id."""
BADGE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""The first letter of the parent's word, on a measure that is known at the parent's level only."""
BAND_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""What stands above a row: the theme that begins there and its share of the highest possible score."""

_MOVED = "application/x-vru-need-measures"
_EDITABLE = (
    MeasureColumn.MEASURE,
    MeasureColumn.THEME,
    MeasureColumn.DIRECTION,
    MeasureColumn.THRESHOLD,
    MeasureColumn.WEIGHT,
)
_FIGURES = (MeasureColumn.CUTOFF, MeasureColumn.ABOVE, MeasureColumn.DATA, MeasureColumn.WEIGHT)


class MeasuresModel(QAbstractTableModel):
    """A view of the session's measures; every edit goes to the session.

    An edit out of bounds changes nothing: `setData` is False and `refused` says why.
    """

    refused = pyqtSignal(object)
    """A `NeedError`: what was typed cannot be taken."""

    def __init__(self, session: Session, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._measures = session.scenario.measures
        self._bands = _bands(session.scenario)
        session.scenarioChanged.connect(self._take_scenario)
        self._outcomes = self._current_outcomes()
        session.resultChanged.connect(self._take_result)
        session.problemsChanged.connect(self._refresh)

    def measure(self, row: int) -> Measure:
        """The measure of a row."""
        return self._measures[row]

    def row_of(self, measure_id: str) -> int:
        """The row of a measure, -1 for none."""
        return next((row for row, m in enumerate(self._measures) if m.id == measure_id), -1)

    def _take_scenario(self) -> None:
        before, after = self._measures, self._session.scenario.measures
        bands, self._bands = self._bands, _bands(self._session.scenario)
        if [m.id for m in before] == [m.id for m in after]:
            self._measures = after
            self._refresh_rows(
                row
                for row, (old, new) in enumerate(zip(before, after))
                if old != new or bands.get(old.id) != self._bands.get(new.id)
            )
            return
        if len(before) == len(after) and {m.id for m in before} == {m.id for m in after}:
            self._reorder(after)
            return
        self.beginResetModel()
        self._measures = after
        self.endResetModel()

    def _reorder(self, after: Tuple[Measure, ...]) -> None:
        """Take the same measures in another order; whoever holds an index keeps the same measure."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self._measures[index.row()].id for index in old]
        self._measures = after
        self.changePersistentIndexList(
            old, [self.index(self.row_of(i), index.column()) for i, index in zip(ids, old)]
        )
        self.layoutChanged.emit()

    def _current_outcomes(self) -> List[Optional[MeasureOutcome]]:
        return [measure_cells.outcome(self._session, measure) for measure in self._measures]

    def _take_result(self) -> None:
        """Show what the measures come to; views take long over rows that are as they were."""
        before, self._outcomes = self._outcomes, self._current_outcomes()
        if len(before) != len(self._outcomes):
            self._refresh()
            return
        self._refresh_rows(row for row, (old, new) in enumerate(zip(before, self._outcomes)) if old != new)

    def _refresh_rows(self, rows: Iterable[int]) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(MeasureColumn) - 1))

    def _refresh(self) -> None:
        if self._measures:
            last = self.index(len(self._measures) - 1, len(MeasureColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """One row a measure."""
        return 0 if parent.isValid() else len(self._measures)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One a `MeasureColumn`."""
        return 0 if parent.isValid() else len(MeasureColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The columns' headings, each with a sentence on what it holds."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return measure_cells.heading(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return measure_cells.heading_tip(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        """The first column is ticked for use; the first five are edited in place."""
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        if index.column() == MeasureColumn.MEASURE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() in _EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """What a cell shows; the edit role has plain numbers and texts."""
        if not index.isValid():
            return None
        answer = _ROLES.get(role)
        return answer(self, self._measures[index.row()], index.column()) if answer else None

    def setData(self, index: QModelIndex, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Edit a measure; False, with `refused`, where the value cannot be taken."""
        if not index.isValid():
            return False
        measure = self._measures[index.row()]
        try:
            edit = measure_edits.edit_of(self._session.scenario, measure, index.column(), value, role)
        except NeedError as error:
            self.refused.emit(error)
            return False
        if edit is None:
            return False
        self._session.edit(*edit)
        return True

    # Moved by dragging

    def supportedDropActions(self) -> Qt.DropActions:  # noqa: N802 (Qt's name)
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> List[str]:  # noqa: N802
        """Our own only: measures are moved within their table."""
        return [_MOVED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """The measures that are dragged."""
        ids = dict.fromkeys(self._measures[index.row()].id for index in indexes)
        data = QMimeData()
        data.setData(_MOVED, "\n".join(ids).encode("utf-8"))
        return data

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: QModelIndex
    ) -> bool:
        """Put the measures in front of a row; False, because no row is to be taken away afterwards."""
        if data.hasFormat(_MOVED):
            ids = bytes(data.data(_MOVED)).decode("utf-8").split("\n")
            before = parent.row() if parent.isValid() else row if row >= 0 else len(self._measures)
            scenario = self._session.scenario
            self._session.edit(tr("Move measures"), many_measures.moved(scenario, ids, before))
        return False

    # What each role answers

    def _display(self, measure: Measure, column: int) -> str:
        return measure_cells.text(self._session, measure, column)

    def _edit(self, measure: Measure, column: int) -> Any:
        return measure_cells.edit_value(self._session, measure, column)

    def _tip(self, measure: Measure, column: int) -> str:
        return tip(measure_cells.tip(self._session, measure, column))

    def _check(self, measure: Measure, column: int) -> Any:
        if column != MeasureColumn.MEASURE:
            return None
        return Qt.CheckState.Checked if measure.enabled else Qt.CheckState.Unchecked

    def _aligned(self, _measure: Measure, column: int) -> Any:
        return _alignment(column)

    def _foreground(self, measure: Measure, column: int) -> Any:
        if not measure.enabled:
            palette = QGuiApplication.palette()
            return QBrush(palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
        if column == MeasureColumn.MEASURE and measure_cells.problem(self._session, measure):
            return QBrush(WARNING)
        return None

    def _id(self, measure: Measure, _column: int) -> str:
        return measure.id

    def _badge(self, measure: Measure, column: int) -> Optional[str]:
        return measure_cells.badge(self._session, measure) if column == MeasureColumn.MEASURE else None

    def _band(self, measure: Measure, column: int) -> Optional[Tuple[str, str]]:
        return self._bands.get(measure.id) if column == MeasureColumn.MEASURE else None

    def _icon(self, measure: Measure, column: int) -> Any:
        is_locked = column == MeasureColumn.WEIGHT and measure.locked
        return QgsApplication.getThemeIcon("/locked.svg") if is_locked else None

    def _described(self, measure: Measure, column: int) -> str:
        return tr("{heading}: {text}").format(
            heading=measure_cells.heading(column), text=self._display(measure, column)
        )


def _bands(scenario: Scenario) -> Dict[str, Tuple[str, str]]:
    """What stands above the measures that begin a theme, by id; nothing where there is one theme only.

    A theme's share is of all its measures, so it is said once, where the theme first begins.
    """
    shares = many_measures.theme_shares(scenario)
    bands: Dict[str, Tuple[str, str]] = {}
    above: Optional[str] = None
    for measure in scenario.measures if len(shares) > 1 else ():
        if measure.theme != above:
            share = plain(round(100 * shares[measure.theme], 1))
            is_more = any(measure.theme == theme for theme, _told in bands.values())
            told = tr("continued") if is_more else tr("{share} % of the score").format(share=share)
            bands[measure.id] = measure.theme, told
        above = measure.theme
    return bands


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


_ROLES: Dict[int, Callable[[MeasuresModel, Measure, int], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): MeasuresModel._display,
    int(Qt.ItemDataRole.EditRole): MeasuresModel._edit,
    int(Qt.ItemDataRole.ToolTipRole): MeasuresModel._tip,
    int(Qt.ItemDataRole.CheckStateRole): MeasuresModel._check,
    int(Qt.ItemDataRole.TextAlignmentRole): MeasuresModel._aligned,
    int(Qt.ItemDataRole.ForegroundRole): MeasuresModel._foreground,
    int(Qt.ItemDataRole.AccessibleDescriptionRole): MeasuresModel._described,
    MEASURE_ID_ROLE: MeasuresModel._id,
    int(Qt.ItemDataRole.DecorationRole): MeasuresModel._icon,
    BADGE_ROLE: MeasuresModel._badge,
    BAND_ROLE: MeasuresModel._band,
}
