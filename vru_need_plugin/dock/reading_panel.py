# SPDX-License-Identifier: GPL-2.0-or-later
"""How a table is read: its first rows, with header, key, level and categories found and changeable."""

from __future__ import annotations

from typing import List, Optional, Tuple

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..scenario.document import Areas, KeyLevel, KeyMatch, Scenario, Table
from ..session import edits, table_edits
from ..session.new_table import TableFinder
from ..session.session import Session
from ..session.words import area_word, parent_word, plural
from ..tables.raw import RawTable
from ..translation import tr, translated
from . import look
from .markers_edit import MarkersEdit
from .messages import Messages
from .numbers import whole
from .raw_model import ROWS_SHOWN, RawModel
from .raw_view import RawView
from .silenced import silenced
from .wait_cursor import waiting
from .wrapped import WrappedLabel

_MOST_HEADER_ROWS = 6
_PROBLEM_LINES = 5


class ReadingPanel(QWidget):
    """A look at the raw table, and the four choices that its reading hangs on.

    Every choice is an edit of the scenario, so that the match is told at once and undo works.

    Parameters
    ----------
    session, finder, messages
        The open scenario, what reads tables, and where errors are said.
    """

    def __init__(
        self, session: Session, finder: TableFinder, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = finder
        self._messages = messages
        self._table_id = ""
        self._raw: Optional[RawTable] = None
        self._shown: Optional[Tuple[Table, Areas]] = None
        self.model = RawModel(self)
        self.view = RawView(self.model, self)
        self.first_row = self._spin("headerFirstBox", tr("First header row"))
        self.last_row = self._spin("headerLastBox", tr("Last header row"))
        self.key = self._combo("keyColumnCombo", tr("Key column"), tr("The column of codes or names"))
        self.level = self._combo("keyLevelCombo", tr("What the keys are"), tr("What one key stands for"))
        self.spread = self._combo(
            "spreadCombo",
            tr("Categories"),
            tr("The table has several rows for each key: one for each of these"),
        )
        self.missing = MarkersEdit(self)
        self._spread_label = QLabel(tr("A row each"), self)
        self.result = WrappedLabel(1, _PROBLEM_LINES, self)
        self.result.setObjectName("readingResult")
        self._lay_out()
        self._wire()

    def _spin(self, name: str, told: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setAccessibleName(told)
        box.setToolTip(told)
        box.setRange(1, ROWS_SHOWN * 4)
        box.setKeyboardTracking(False)
        return box

    def _combo(self, name: str, told: str, hint: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(told)
        combo.setToolTip(hint)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return combo

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(4)
        self._header_label = QLabel(tr("to"), self)
        for widget in (self.first_row, self._header_label, self.last_row):
            header.addWidget(widget)
        header.addSpacing(look.GAP)
        header.addWidget(self.missing, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.GAP)
        grid.setVerticalSpacing(4)
        key = QHBoxLayout()
        key.setSpacing(look.GAP)
        key.addWidget(self.key, 4)
        key.addWidget(self.level, 5)
        grid.addWidget(QLabel(tr("Header rows"), self), 0, 0)
        grid.addLayout(header, 0, 1)
        grid.addWidget(QLabel(tr("Key"), self), 1, 0)
        grid.addLayout(key, 1, 1)
        grid.addWidget(self._spread_label, 2, 0)
        grid.addWidget(self.spread, 2, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.view)
        layout.addLayout(grid)
        layout.addWidget(self.result)

    def _wire(self) -> None:
        self.first_row.valueChanged.connect(lambda _row: self._take_header())
        self.last_row.valueChanged.connect(lambda _row: self._take_header())
        self.key.activated.connect(lambda _row: self._take_key())
        self.level.activated.connect(lambda _row: self._take_key())
        self.spread.activated.connect(lambda _row: self._take_spread())
        self.missing.editingFinished.connect(self._take_missing)
        self.view.verticalHeader().sectionClicked.connect(self._take_header_row)
        self.view.horizontalHeader().sectionClicked.connect(self._take_key_place)
        self._session.scenarioChanged.connect(self.refresh)
        self._session.jobChanged.connect(self._tell)
        self._session.problemsChanged.connect(self._tell)

    # What is shown

    def show_table(self, table_id: str) -> None:
        """Show how a table of the scenario is read; nothing for an empty id."""
        self._table_id = table_id
        self._raw = None
        spec = self._spec()
        if spec is not None:
            with self._messages.shown(), waiting():
                self._raw = self._finder.raw(spec)
        self._show()
        if self.model.key_place >= 0:
            self.view.scrollTo(self.model.index(0, self.model.key_place))

    def refresh(self) -> None:
        """Follow edits made elsewhere, undo among them; those of measures are none of ours."""
        spec = self._spec()
        if spec is None or self._raw is None or self._shown == (spec, self._session.scenario.areas):
            return
        if self._shown is not None and self._shown[0].source != spec.source:
            self.show_table(spec.id)
        else:
            self._show()

    def _spec(self) -> Optional[Table]:
        return next((t for t in self._session.scenario.tables if t.id == self._table_id), None)

    def _show(self) -> None:
        spec = self._spec()
        self._shown = (spec, self._session.scenario.areas) if spec is not None else None
        self.model.show(self._raw, spec)
        if spec is None or self._raw is None:
            return
        with silenced(self.first_row, self.last_row, self.key, self.level, self.spread, self.missing):
            self.first_row.setValue(spec.skip_rows + 1)
            self.last_row.setMinimum(spec.skip_rows + 1)
            self.last_row.setMaximum(spec.skip_rows + _MOST_HEADER_ROWS)
            self.last_row.setValue(spec.skip_rows + spec.header_rows)
            self.key.clear()
            self.key.addItems(self.model.names())
            self.key.setCurrentIndex(self.model.key_place)
            self.missing.set_markers(spec.missing)
            self._show_levels(spec)
            self._show_spread(spec)
        for widget in (self.first_row, self.last_row):
            widget.setEnabled(self.model.has_header_rows)
        self._tell()

    def _show_levels(self, spec: Table) -> None:
        self.level.clear()
        for level, match in self._levels():
            self.level.addItem(self._level_words(level, match), (level.value, match.value))
        self.level.setCurrentIndex(self._levels().index((spec.key_level, spec.key_match)))

    def _levels(self) -> List[Tuple[KeyLevel, KeyMatch]]:
        return [(level, match) for level in KeyLevel for match in KeyMatch]

    def _level_words(self, level: KeyLevel, match: KeyMatch) -> str:
        by_code = match is KeyMatch.CODE
        text = tr("{units} by code") if by_code else tr("{units} by name")
        return text.format(units=self._units(level))

    def _units(self, level: KeyLevel) -> str:
        areas = self._session.scenario.areas
        return plural(area_word(areas) if level is KeyLevel.AREA else parent_word(areas).casefold())

    def _show_spread(self, spec: Table) -> None:
        """Offer categories where the table has several rows a key."""
        choices = table_edits.spread_choices(self._raw, spec) if self._raw is not None else []
        self.spread.clear()
        self.spread.addItem(tr("key: no categories"), ())
        for choice in choices:
            self.spread.addItem(tr("key and {columns}").format(columns=" + ".join(choice)), choice)
        self.spread.setCurrentIndex(choices.index(spec.spread) + 1 if spec.spread else 0)
        for widget in (self.spread, self._spread_label):
            widget.setVisible(bool(choices))

    def _tell(self) -> None:
        """Say how much matches."""
        spec = self._spec()
        if spec is None:
            return
        problem = self._session.problems.tables.get(spec.id)
        report = self._session.reports.get(spec.id)
        asks = problem is not None or (report is not None and 2 * report.matched < report.units)
        if problem is not None:
            text = translated(problem)
        elif report is not None:
            text = tr("{matched} of {count} {units} matched; {rows} rows, {keys} different keys").format(
                matched=whole(report.matched),
                count=whole(report.units),
                units=self._units(spec.key_level),
                rows=whole(report.rows_read),
                keys=whole(report.keys),
            )
        else:
            text = tr("Reading…")
        palette = self.palette()
        if asks:
            palette.setColor(palette.ColorRole.WindowText, look.WARNING)
        self.result.setPalette(palette)
        self.result.setText(text)

    # Choices

    def _take_header(self) -> None:
        first = self.first_row.value()
        self._set_header(first - 1, max(1, self.last_row.value() - first + 1))

    def _take_header_row(self, row: int) -> None:
        if self.model.has_header_rows:
            self._set_header(row, 1)

    def _set_header(self, skip_rows: int, header_rows: int) -> None:
        raw = self._raw
        if raw is None or raw.names is not None:
            return
        header_rows = min(header_rows, _MOST_HEADER_ROWS)
        scenario = self._session.scenario
        changed = table_edits.with_header(scenario, self._table_id, raw, skip_rows, header_rows)
        self._edit(tr("Header rows"), changed, "header")

    def _take_key_place(self, place: int) -> None:
        self.key.setCurrentIndex(place)
        self._take_key()

    def _take_key(self) -> None:
        level, match = self._levels()[self.level.currentIndex()]
        changed = table_edits.with_key(
            self._session.scenario, self._table_id, self.key.currentText(), level, match
        )
        self._edit(tr("Key of a table"), changed, "key")

    def _take_missing(self) -> None:
        markers = self.missing.markers()
        spec = self._spec()
        if spec is not None and markers != spec.missing:
            changed = edits.with_table(self._session.scenario, spec.id, missing=markers)
            self._edit(tr("Markers for missing"), changed, "missing")

    def _take_spread(self) -> None:
        raw, spread = self._raw, tuple(self.spread.currentData())
        if raw is not None:
            with self._messages.shown():
                changed = table_edits.with_spread(self._session.scenario, self._table_id, raw, spread)
                self._edit(tr("Categories of a table"), changed, "spread")

    def _edit(self, text: str, scenario: Scenario, what: str) -> None:
        with waiting():
            self._session.edit(text, scenario, (what, self._table_id))
