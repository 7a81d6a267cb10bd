# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables: their list, adding and removing, and the columns that become measures."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Sequence

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..session import edits
from ..session.new_table import TableFinder
from ..session.paths import short_name
from ..session.session import Session
from ..session.table_looks import Finds, FoundTable
from ..translation import tr
from . import look
from .files_wanted import file_filter
from .layers_menu import LayersMenu
from .messages import Messages
from .sheet_chooser import SheetChooser
from .table_card import Page, TableCard
from .tables_model import TABLE_ID_ROLE, TableColumn, TablesModel
from .tips import tip
from .views import FlatView

_LEAST_ROWS, _MOST_ROWS = 3, 7
_WIDTHS = {TableColumn.ROWS: 7, TableColumn.MATCHED: 11, TableColumn.STATUS: 16}


class TablesPanel(QWidget):
    """What is read, how much of it matched, and the way from a column to a measure.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project whose layers may be tables, and where errors are said.
    """

    def __init__(
        self, session: Session, project: QgsProject, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._project = project
        self._messages = messages
        self._finder = TableFinder(session, project)
        self.model = TablesModel(session, self)
        self.view = self._view()
        self.add_button = self._add_button()
        self.measures_button = self._button("addMeasuresButton", tr("Add measures…"), self._open_picker)
        self.remove_button = self._button("removeTableButton", "", self.remove_chosen)
        self.remove_button.setIcon(QgsApplication.getThemeIcon("/symbologyRemove.svg"))
        self.remove_button.setAccessibleName(tr("Remove the table"))
        self.card = TableCard(session, self._finder, messages, self)
        self.picker = self.card.picker
        self.sheets = SheetChooser(self._add_parts, self)
        self._describe()
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(self._enable)
        self.view.selectionModel().currentRowChanged.connect(self._follow_current)
        self.model.modelReset.connect(self._enable)
        session.areasChanged.connect(self._enable)
        self.view.clicked.connect(lambda index: self._open(index, Page.MATCH))
        self.view.activated.connect(lambda index: self._open(index, Page.MATCH))
        self._enable()

    def _view(self) -> FlatView:
        view = FlatView(
            "tablesView", TableColumn.TABLE, _WIDTHS, (TableColumn.STATUS, TableColumn.ROWS), 1, self
        )
        view.setModel(self.model)
        view.setAccessibleName(tr("Tables"))
        view.setToolTip(tr("The tables and how much of each matched; choose one to see more"))
        view.setEditTriggers(FlatView.EditTrigger.NoEditTriggers)
        return view

    def _button(self, name: str, text: str, do: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _add_button(self) -> QToolButton:
        """Files at a click, layers of the project from its menu."""
        button = QToolButton(self)
        button.setObjectName("addTablesButton")
        button.setText(tr("Add tables…"))
        button.setIcon(QgsApplication.getThemeIcon("/mActionAdd.svg"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setMenu(LayersMenu(self._session, self._project, self.choose_files, self.add_layer, button))
        button.clicked.connect(lambda _checked=False: self.choose_files())
        return button

    def _describe(self) -> None:
        self.add_button.setToolTip(
            tr("CSV, Excel, OpenDocument or GeoPackage; several at once, or dropped on to this panel")
        )
        self.measures_button.setToolTip(tr("Choose columns of the chosen table to be measures"))
        self.remove_button.setToolTip(tr("Take the chosen table out of the scenario; its file stays"))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(look.GAP)
        for button in (self.add_button, self.measures_button, self.remove_button):
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.view)
        layout.addLayout(line)
        layout.addWidget(self.sheets)
        layout.addWidget(self.card, 1)
        layout.addStretch(0)  # takes what height is over while no panel is open

    def _enable(self, *_rows: QModelIndex) -> None:
        chosen = self.view.currentIndex().isValid()
        has_areas = self._session.areas is not None
        self.add_button.setEnabled(has_areas)
        self.measures_button.setEnabled(chosen and has_areas)
        self.remove_button.setEnabled(chosen)
        self._fit_height()
        self.view.set_hint(
            tr("Add tables of figures, or drop files here: CSV, Excel, OpenDocument, GeoPackage.")
            if has_areas
            else tr("Choose the layer of areas first; tables are matched with it.")
        )

    def _fit_height(self) -> None:
        """As high as the tables need, within reason."""
        rows = min(_MOST_ROWS, max(_LEAST_ROWS, self.model.rowCount()))
        line = self.view.fontMetrics().height() + 5
        self.view.setFixedHeight(self.view.header().sizeHint().height() + rows * line + 4)

    # Adding

    def choose_files(self) -> None:
        """Ask for files and add them as tables."""
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Add tables"), self._folder(), file_filter())
        self.add_files([Path(path) for path in paths])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files as tables, each described as well as can be told, and offer their columns."""
        self.add_sources([str(path) for path in paths])

    def add_layer(self, name: str) -> None:
        """Add a layer of the project as a table."""
        self.add_sources([f"project:{name}"])

    def add_sources(self, sources: Sequence[str]) -> None:
        """Add files, parts of files and layers of the project as tables, once they have been looked at."""
        if self._session.areas is None:
            self._messages.info(tr("Choose the layer of areas first; tables are matched with it."))
        elif sources:
            with self._messages.shown():
                self._finder.find(sources, self._take, self._messages.failed)

    def _take(self, finds: Finds) -> None:
        """Add what was found; of files with several sheets or layers ask which."""
        for error in finds.errors:
            self._messages.error(error)
        self._add_all(finds.tables)
        if finds.parts:
            self.sheets.offer(finds.parts)

    def _add_all(self, found: Sequence[FoundTable]) -> None:
        added = self._finder.add(found)
        for table in added:
            changed = edits.with_added_table(self._session.scenario, table)
            self._session.edit(tr("Add {table}").format(table=short_name(table.source)), changed)
        if added:
            self.view.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))
            self.card.open_table(added[-1].id, Page.IMPORT)

    def _add_parts(self, sources: Sequence[str], looked_at: Sequence[FoundTable]) -> None:
        """Add the ticked parts of files; those that no area matched are looked at as they are."""
        self._add_all(looked_at)
        self.add_sources(sources)

    def _open(self, index: QModelIndex, page: Page) -> None:
        table_id = index.data(TABLE_ID_ROLE)
        if table_id and self._session.areas is not None and self.card.table_id != table_id:
            self.card.open_table(table_id, page)

    def _follow_current(self, current: QModelIndex) -> None:
        """Keep the open panel on the chosen table."""
        if current.isValid() and self._session.areas is not None:
            self.card.follow_table(current.data(TABLE_ID_ROLE))

    def _open_picker(self) -> None:
        self.card.open_table(self.view.currentIndex().data(TABLE_ID_ROLE), Page.IMPORT)

    # Removing

    def remove_chosen(self) -> None:
        """Take the chosen table out, asking first where measures go with it."""
        index = self.view.currentIndex()
        if not index.isValid():
            return
        table = self.model.table(index.row())
        measures = edits.measures_of_table(self._session.scenario, table.id)
        if measures and not self._agreed(short_name(table.source), [m.title for m in measures]):
            return
        text = tr("Remove {table}").format(table=short_name(table.source))
        self._session.edit(text, edits.without_table(self._session.scenario, table.id))

    def _agreed(self, table: str, measures: Sequence[str]) -> bool:
        question = (
            tr("“{measure}” takes its figures from “{table}” and goes with it.")
            if len(measures) == 1
            else tr("{count} measures take their figures from “{table}” and go with it.")
        ).format(count=len(measures), table=table, measure=measures[0])
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self, tr("Remove the table?"), tip(question), buttons.Yes | buttons.Cancel
        )
        return answer == buttons.Yes

    def _folder(self) -> str:
        path = self._session.path
        return str(path.parent) if path is not None else ""
