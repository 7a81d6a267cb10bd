# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs writes on to a layer of the project: beside the window, nobody edits the layer meanwhile."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Callable, Optional

from qgis.core import QgsProject, QgsVectorLayer

from ..core.feedback import Feedback
from ..layers.writing.let_go import let_go
from ..layers.writing.route import Write, Written
from ..layers.writing.swap import HeldOpenError
from .session import Session
from .writer import Writer, WriteWork

Watched = Callable[[str, bool], AbstractContextManager[Feedback]]
"""How work on the main thread is watched: by its words, and whether it is long."""


class LayerWriter:
    """Between a writer and the layers that it writes on to.

    Parameters
    ----------
    writer
        Runs the work.
    session, project
        Which is not to take our own writing for the user's; where the layers are.
    watched
        Shows work on the main thread, and lets it be stopped.
    """

    def __init__(self, writer: Writer, session: Session, project: QgsProject, watched: Watched) -> None:
        self._writer = writer
        self._session = session
        self._project = project
        self._watched = watched

    def run(
        self,
        words: str,
        layer: QgsVectorLayer,
        write: Write,
        then: Callable[[Written], None],
        otherwise: Callable[[Optional[Exception]], None],
    ) -> None:
        """Run a write.

        Parameters
        ----------
        words
            What it is called while it runs.
        then
            Shows the layer its new values; not called where the layer has gone meanwhile.
        otherwise
            Is told what went wrong instead, the layer being as before; None where the user stopped it.
        """
        layer_id = layer.id()
        beside = write.is_long and not write.needs_main_thread
        locked = beside and not layer.readOnly() and layer.setReadOnly(True)

        def done(written: Written) -> None:
            if self._unlocked(layer_id, locked) is not None:
                with self._session.writing():
                    then(written)

        def failed(error: Optional[Exception]) -> None:
            there = self._unlocked(layer_id, locked)
            if there is None:
                otherwise(error)
            elif isinstance(error, HeldOpenError):
                self._run_letting_go(words, there, write, then, otherwise)
            else:
                self._fail(there, write, error, otherwise)

        if beside:
            self._writer.start(WriteWork(words, write.run, done, failed, as_task=True))
        else:
            with self._watched(words, write.is_long) as feedback, self._session.writing():
                self._writer.start(WriteWork(words, write.run, done, failed, feedback=feedback))

    def _unlocked(self, layer_id: str, locked: bool) -> Optional[QgsVectorLayer]:
        """The layer, free to be edited again; None where it is no longer in the project."""
        layer = self._project.mapLayer(layer_id)
        if layer is not None and locked:
            layer.setReadOnly(False)
        return layer

    def _run_letting_go(
        self,
        words: str,
        layer: QgsVectorLayer,
        write: Write,
        then: Callable[[Written], None],
        otherwise: Callable[[Optional[Exception]], None],
    ) -> None:
        """Once more where a file was held open, QGIS itself letting go of it."""

        def failed(error: Optional[Exception]) -> None:
            self._fail(layer, write, error, otherwise)

        def run(feedback: Feedback) -> Written:
            with let_go(layer, self._project):
                return write.run(feedback)

        with self._watched(words, write.is_long) as feedback, self._session.writing():
            self._writer.start(WriteWork(words, run, then, failed, feedback=feedback))

    def _fail(
        self,
        layer: QgsVectorLayer,
        write: Write,
        error: Optional[Exception],
        otherwise: Callable[[Optional[Exception]], None],
    ) -> None:
        with self._session.writing():
            write.finish(layer)  # shows what the source holds, which is what it held before
        otherwise(error)
