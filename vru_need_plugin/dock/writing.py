# SPDX-License-Identifier: GPL-2.0-or-later
"""What the write button does: on to the area layer with consent, to a copy, to a table, and back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Callable, Optional, Sequence, Union

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.messages import Message, NeedError, mark
from ..layers.dress_before import DressBefore
from ..layers.edit_lock import EditLock
from ..layers.source_files import check_not_source
from ..layers.sources import open_layer
from ..layers.write import (
    PreparedWrite,
    WriteReport,
    memory_layer,
    overwritten_layers,
    prepare_new,
    prepare_table,
    prepare_write,
    show_overwritten,
)
from ..layers.writing.new_file import NewFile
from ..layers.writing.new_table import NewCsv
from ..layers.writing.route import Written
from ..session.last_write import LastWrite
from ..session.layer_writer import LayerWriter
from ..session.scores import Scores, scores_of
from ..session.session import Session
from ..session.task import in_words
from ..session.writer import Writer, WriteWork
from ..translation import tr, translated
from .messages import Messages
from .numbers import whole
from .stoppable import stoppable
from .write_consent import ask_to_write

MANY_TO_COPY = 3_000
"""Areas from which a temporary copy takes so long that it can be watched and stopped."""
WAITS = mark("A map is being printed from written scores. Write when it is done, or stop it.")
"""Why nothing is written for now."""


class Writing(QObject):
    """Writes the session's scores, and takes the last write back.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project that new layers are added to, and where the outcome is said.
    window
        What questions are asked over.

    Attributes
    ----------
    last
        The last write on to a layer, where it can be taken back.
    is_waiting
        Whether nothing is written for now, since pages are being printed.
    """

    written = pyqtSignal(QgsVectorLayer)
    """The layer that now holds the scores."""
    changed = pyqtSignal()
    """Writing has begun, come further or ended, or there is another write to take back."""
    copyWanted = pyqtSignal()
    """The area layer is not to be written to, and the user wants a copy instead."""

    def __init__(self, session: Session, project: QgsProject, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._project = project
        self._messages = messages
        self._window = window
        self.writer = Writer(self)
        self.writer.changed.connect(self.changed)
        self.writer.told.connect(messages.info)
        watched = partial(stoppable, window=window)
        self._layers = LayerWriter(self.writer, session, project, watched, self._tell_gone)
        self.last: Optional[LastWrite] = None
        self.is_waiting = False
        self._offer = ""
        project.layersWillBeRemoved.connect(self._forget_layers)

    def wait(self, waits: bool) -> None:
        """Write nothing for now, or again: pages that are being printed are to be of the same scores."""
        if waits != self.is_waiting:
            self.is_waiting = waits
            self.changed.emit()

    def _check_free(self) -> None:
        if self.is_waiting:
            raise NeedError(WAITS)

    # On to the layer itself

    def on_to_layer(self, afterwards: Callable[[], None] = lambda: None) -> None:
        """Write on to the area layer, once the user has agreed to what that changes.

        Parameters
        ----------
        afterwards
            Called once the scores are written; not where the user says no, or it fails.
        """
        with self._messages.shown():
            self._check_free()
            scores = scores_of(self._session)
            if scores is None or self.writer.is_writing:
                return
            try:
                prepared = prepare_write(
                    scores.layer, scores.fields, scores.dress.prefix, scores.feature_ids, keep_old=True
                )
            except NeedError as error:
                self._messages.warning(translated(error), tr("Write a copy…"), self.copyWanted.emit)
                return
            consent = ask_to_write(scores.layer, prepared, self._window)
            if consent.copy:
                self.copyWanted.emit()
            elif consent.write and not scores.are_still_those_of(self._session):
                raise NeedError(
                    mark("The areas or scores changed while the question was open. Nothing was written.")
                )
            elif consent.write:
                self._write(scores, prepared, consent.style, afterwards)

    def _write(
        self,
        scores: Scores,
        prepared: PreparedWrite,
        restyle: bool,
        afterwards: Callable[[], None] = lambda: None,
    ) -> None:
        layer, before = scores.layer, DressBefore(scores.layer)

        def then(written: Written) -> None:
            report = prepared.finish(layer, written)
            notes = scores.dress.describe(layer, save=report.saved)
            if restyle:
                scores.dress.draw(layer)
            self._forget()
            if report.take_back is not None:
                self.last = LastWrite(layer.id(), layer.name(), report.take_back, before)
            self._tell(layer, report, notes)
            self.changed.emit()
            afterwards()

        words = tr("Writing scores on to “{layer}”").format(layer=layer.name())
        self._layers.run(words, layer, prepared.write, then, self._fail)

    # Back again

    def undo(self) -> None:
        """Take the last write back, unless the layer has been changed since."""
        last = self.last
        layer = None if last is None else self._project.mapLayer(last.layer_id)
        if last is None or layer is None or self.writer.is_writing:
            return
        with self._messages.shown():
            self._check_free()
            back = last.take_back.prepare(layer)

            def then(_written: Written) -> None:
                back.finish(layer)
                self._forget()
                self._tell_back(layer, last.before.put_back(layer))
                self.changed.emit()

            words = tr("Undoing the writing of scores on to “{layer}”").format(layer=layer.name())
            self._layers.run(words, layer, back, then, self._fail)

    def _forget_layers(self, layer_ids: Sequence[str]) -> None:
        if self.last is not None and self.last.layer_id in layer_ids:
            self._forget()
            self.changed.emit()

    def _forget(self) -> None:
        """There is nothing to take back any more, and no message offers to."""
        self.last = None
        self._messages.take_back(self._offer)

    # To new layers

    def copy_to(self, path: Path) -> None:
        """Write the areas with their scores to a file, and add it to the project."""
        self._make(
            lambda scores: prepare_new(
                scores.layer, scores.fields, scores.dress.prefix, path, scores.feature_ids
            )
        )

    def table_to(self, path: Path) -> None:
        """Write codes and scores to a file without geometry, and add it to the project."""
        key = self._session.scenario.areas.code_field
        self._make(lambda scores: prepare_table(key, scores.codes, scores.fields, path))

    def temporary_copy(self) -> None:
        """Put a layer with the areas and their scores into the project, kept in memory."""
        with self._messages.shown():
            scores = scores_of(self._session)
            if scores is None or self.writer.is_writing:
                return
            prefix, title = scores.dress.prefix, self._title()
            words = tr("Making a temporary copy of “{layer}”").format(layer=scores.layer.name())
            with stoppable(words, len(scores.codes) > MANY_TO_COPY, self._window) as feedback:
                made = memory_layer(scores.layer, scores.fields, prefix, title, feedback, scores.feature_ids)
            names = tuple(output.name for output in scores.fields)
            self._add(made, scores, WriteReport(len(scores.codes), names))

    def _make(self, prepare: Callable[[Scores], Union[NewFile, NewCsv]]) -> None:
        with self._messages.shown():
            scores = scores_of(self._session)
            if scores is None or self.writer.is_writing:
                return
            self._check_free()
            new = prepare(scores)
            check_not_source(new.destination, self._session.files_in_use(), new.put_into)
            open_on_it = [layer.id() for layer in overwritten_layers(new, self._project)]
            lock = EditLock(map(self._project.mapLayer, open_on_it if new.is_long else ()), self._project)

            def then(report: WriteReport) -> None:
                still_open = filter(None, map(self._project.mapLayer, open_on_it))
                show_overwritten(list(still_open), scores.dress.prefix)
                with self._messages.shown():
                    made = open_layer(str(report.source), new.destination.parent, self._project)
                    made.setName(self._title())
                    self._add(made, scores, report)

            words = tr("Writing scores to “{file}”").format(file=new.destination.name)
            with stoppable(words, False, self._window):
                self.writer.start(
                    WriteWork(words, new.run, then, self._fail, as_task=new.is_long, after=lock.release)
                )

    def _title(self) -> str:
        return tr("{title}: need score").format(title=self._session.scenario.title)

    def _add(self, made: QgsVectorLayer, scores: Scores, report: WriteReport) -> None:
        notes = scores.dress.put_on(made)
        self._project.addMapLayer(made)
        self._tell(made, report, notes)

    # What came of it

    def _tell(self, layer: QgsVectorLayer, report: WriteReport, more: Sequence[Message]) -> None:
        told = tr("Wrote {fields} fields for {areas} areas to “{layer}”.").format(
            fields=len(report.fields), areas=whole(report.areas), layer=layer.name()
        )
        if not report.saved:
            told += " " + tr("The layer is being edited: save its edits to keep them.")
        notes = " ".join(translated(note) for note in (*report.notes, *more))
        words = f"{told} {notes}".strip()
        if report.take_back is not None:
            self._offer = words
            self._messages.success(words, tr("Undo"), self.undo)
        else:
            self._messages.success(words)
        self.written.emit(layer)

    def _tell_back(self, layer: QgsVectorLayer, notes: Sequence[Message]) -> None:
        if not notes:
            told = tr("“{layer}” is as it was before the scores were written.")
            self._messages.success(told.format(layer=layer.name()))
            return
        told = tr("“{layer}” has the values again that it had before the scores were written.")
        self._messages.warning(" ".join([told.format(layer=layer.name()), *map(translated, notes)]))

    def _tell_gone(self, name: str) -> None:
        told = tr("“{layer}” has left the project meanwhile; the scores are in its file.")
        self._messages.info(told.format(layer=name))

    def _fail(self, error: Optional[Exception]) -> None:
        if error is None:
            self._messages.info(tr("Stopped. Nothing was changed."))
        else:
            words = mark("Writing stopped at an unforeseen error, and nothing was changed. The log has more.")
            self._messages.error(in_words(error, words))

    def close(self) -> None:
        """Stop what is being written, and let go of the project; once is enough."""
        if self.writer.is_closed:
            return
        self.writer.close()
        self.last = None
        self._project.layersWillBeRemoved.disconnect(self._forget_layers)
