# SPDX-License-Identifier: GPL-2.0-or-later
"""What is taken out of the results: copied rows, the ranking, and the audit table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Callable, List, Sequence, Tuple

from qgis.PyQt.QtCore import QDateTime, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ..core.feedback import Feedback
from ..core.messages import NOT_AN_INDEX
from ..core.sheet import Sheet
from ..layers.export import write_sheet
from ..layers.source_files import check_not_source
from ..scoring.audit import SHORT_STATEMENT, audit_sheet
from ..scoring.ranking_sheet import ranking_sheet
from ..session.errands import Errand
from ..session.outgoing import outgoing
from ..session.session import Session
from ..session.words import area_word
from ..translation import tr
from .messages import Messages
from .numbers import counted, whole
from .results_model import ResultsModel
from .save_dialog import ask_where_to_save

QUICK_CELLS = {".xlsx": 30_000, ".csv": 150_000}
"""Tables with more cells are written by a task, with progress and cancel: it takes over half a second."""


class Exporter(QObject):
    """Writes the areas that the results show, in the order shown.

    Parameters
    ----------
    session, model, messages
        The open scenario, the results, and where the outcome is said.
    """

    done = pyqtSignal(str)
    """The file that was written."""

    def __init__(self, session: Session, model: ResultsModel, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._messages = messages
        self._window = parent

    def fill(self, menu: QMenu, copy: Callable[[], None]) -> None:
        """Put the ways out into a menu."""
        menu.clear()
        ready = self._session.result is not None and self._model.rowCount() > 0
        areas = counted(self._model.rowCount(), area_word(self._session.scenario.areas))
        copy_words = tr("Copy the chosen rows")
        for text, do in (
            (f"{copy_words}\t{_copy_keys()}", copy),
            (tr("Export the ranking of {areas}…").format(areas=areas), self.choose_ranking),
            (tr("Export the audit table of {areas}…").format(areas=areas), self.choose_audit),
        ):
            action = menu.addAction(text)
            action.setEnabled(ready)
            action.triggered.connect(lambda _checked=False, do=do: do())

    def choose_ranking(self) -> None:
        """Ask for a file and write the ranking to it."""
        self._choose(tr("Export the ranking"), self.export_ranking)

    def choose_audit(self) -> None:
        """Ask for a file and write the audit table to it."""
        self._choose(tr("Export the audit table"), self.export_audit)

    def _choose(self, title: str, export: Callable[[Path], None]) -> None:
        path = ask_where_to_save(self._window, title, "", "CSV (*.csv);;Excel (*.xlsx)")
        if path is not None:
            export(path)

    def export_ranking(self, path: Path) -> None:
        """Write the ranking of the areas shown."""
        self._export(ranking_sheet, tr("Ranking"), path)

    def export_audit(self, path: Path) -> None:
        """Write every figure behind the scores of the areas shown."""
        self._export(audit_sheet, tr("Audit"), path)

    def _export(self, make: Callable[..., Sheet], title: str, path: Path) -> None:
        with self._messages.shown():
            scores = outgoing(self._session)
            if scores is None:
                return
            shown = self._model.shown_areas.copy()
            self._write(make(scores.job, scores.result, shown, title, tr(SHORT_STATEMENT)), path)

    def _write(self, sheet: Sheet, path: Path) -> None:
        check_not_source(path, self._session.files_in_use())
        words = tr("Exporting {file}").format(file=path.name)
        self._session.errands.run(
            Errand(
                words,
                partial(_written, sheet, path, self._about()),
                lambda _path: self._tell(sheet, path),
                self._messages.failed,
                is_small=sheet.count * len(sheet.columns) <= QUICK_CELLS.get(path.suffix.lower(), 0),
            )
        )

    def _about(self) -> List[Tuple[str, str]]:
        scenario = self._session.scenario
        lines = [
            (tr("Scenario"), scenario.title),
            (tr("Question"), scenario.question or ""),
            (tr("Author"), scenario.author or ""),
            (tr("Exported"), QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)),
            (tr("Please note"), tr(NOT_AN_INDEX)),
        ]
        return [line for line in lines if line[1]]

    def _tell(self, sheet: Sheet, path: Path) -> None:
        told = tr("Wrote {rows} rows to “{file}”.").format(rows=whole(sheet.count), file=path.name)
        self._messages.success(told)
        self.done.emit(str(path))


def _copy_keys() -> str:
    keys = QKeySequence(QKeySequence.StandardKey.Copy)
    return str(keys.toString(QKeySequence.SequenceFormat.NativeText))


def _written(sheet: Sheet, path: Path, about: Sequence[Tuple[str, str]], feedback: Feedback) -> Path:
    write_sheet(sheet, path, about, feedback)
    return path
