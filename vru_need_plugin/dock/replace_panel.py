# SPDX-License-Identifier: GPL-2.0-or-later
"""A newer file in place of a table's: what it changes first, then the scenario on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..scenario.document import Table
from ..scenario.sources import Source
from ..session import edits
from ..session.new_table import TableFinder
from ..session.paths import short_name
from ..session.raw_tables import ReadCells
from ..session.session import Session
from ..session.table_changes import TableChanges
from ..translation import tr, translated
from . import look
from .files_wanted import file_filter
from .messages import Messages
from .tips import tip
from .wait_cursor import waiting
from .wrapped import WrappedLabel


class ReplacePanel(QWidget):
    """Takes a file, tells what is other in it, and waits to be told to use it.

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
        self._newer: Optional[Tuple[Table, ReadCells]] = None
        self.heading = WrappedLabel(2, 4, self)
        self.choose_button = QPushButton(tr("Choose the newer file…"), self)
        self.use_button = QPushButton(tr("Use this file"), self)
        self.list = QListWidget(self)
        self._set_up()
        self._lay_out()

    def _set_up(self) -> None:
        self.choose_button.setObjectName("chooseNewerButton")
        self.choose_button.setIcon(QgsApplication.getThemeIcon("/mActionFileOpen.svg"))
        self.choose_button.setToolTip(tr("Next quarter’s download of the same table"))
        self.choose_button.clicked.connect(lambda _checked=False: self.choose_file())
        self.use_button.setObjectName("useNewerButton")
        self.use_button.setToolTip(tr("Read this table from the newer file; undone like any edit"))
        self.use_button.clicked.connect(lambda _checked=False: self.use())
        self.list.setObjectName("changesView")
        self.list.setAccessibleName(tr("What the newer file changes"))
        self.list.setToolTip(tr("Nothing is changed before you say so"))
        self.list.setWordWrap(True)
        self.list.setTabKeyNavigation(False)
        self.list.setSpacing(2)
        self.list.setMinimumHeight(130)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(look.GAP)
        line.addWidget(self.choose_button)
        line.addWidget(self.use_button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.heading)
        layout.addWidget(self.list, 1)
        layout.addLayout(line)

    def show_table(self, table_id: str) -> None:
        """Begin with a table of the scenario; nothing for an empty id."""
        self._table_id = table_id
        self._forget()
        spec = self._spec()
        if spec is not None:
            self.heading.setText(
                tr("Now: {file}. Choose the newer download to see what it changes before it is used.").format(
                    file=short_name(spec.source)
                )
            )

    def _spec(self) -> Optional[Table]:
        return next((t for t in self._session.scenario.tables if t.id == self._table_id), None)

    def _forget(self) -> None:
        self._newer = None
        self.list.clear()
        self.list.hide()
        self.use_button.hide()

    def choose_file(self) -> None:
        """Ask for the newer file."""
        spec = self._spec()
        if spec is None:
            return
        source = Source.parse(spec.source)
        folder = str(Path(source.file).parent) if source.file else ""
        path, _ = QFileDialog.getOpenFileName(self, tr("The newer file"), folder, file_filter())
        if path:
            self.consider(Path(path))

    def consider(self, path: Path) -> None:
        """Tell what a file would change; nothing is changed yet."""
        spec = self._spec()
        if spec is None:
            return
        self._forget()
        layer = Source.parse(spec.source).layer
        newer = replace(spec, source=f"{path}|layername={layer}" if layer else str(path))
        with self._messages.shown():
            told = partial(self._tell, spec, newer)
            self._finder.compare(spec, newer, told, self._messages.failed)

    def _tell(self, before: Table, newer: Table, changes: TableChanges, cells: ReadCells) -> None:
        if self._spec() != before:
            return
        self._newer = newer, cells
        self.heading.setText(tr("What {file} changes:").format(file=short_name(newer.source)))
        for number, line in enumerate(self._lines(changes)):
            item = QListWidgetItem(line)
            item.setToolTip(tip(line))
            if number < len(changes.stranded):
                item.setForeground(look.WARNING)
            self.list.addItem(item)
        self.list.show()
        self.use_button.show()

    def _lines(self, changes: TableChanges) -> List[str]:
        return [translated(line) for line in changes.lines()]

    def use(self) -> None:
        """Put the scenario on the newer file; measures without their columns say so and stay."""
        spec = self._spec()
        if spec is None or self._newer is None:
            return
        newer, cells = self._newer
        text = tr("Replace the file of {table}").format(table=short_name(spec.source))
        with waiting():
            self._session.raw_tables.take(spec.id, cells)
            changed = edits.with_table(self._session.scenario, spec.id, source=newer.source)
            self._session.edit(text, changed)
        self.show_table(spec.id)
        self._name_stranded(spec.id)

    def _name_stranded(self, table_id: str) -> None:
        """Name the table's measures that have no figures now; those of other tables are another matter."""
        stranded, scenario = self._session.problems.measures, self._session.scenario
        titles = [m.title for m in edits.measures_of_table(scenario, table_id) if m.id in stranded]
        if titles:
            told = tr("Without figures in the newer file, so left out of the score: {titles}.")
            self._messages.warning(told.format(titles=", ".join(titles)))
