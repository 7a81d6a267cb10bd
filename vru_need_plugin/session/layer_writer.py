# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs writes on to a layer of the project: beside the window, nobody edits the layer meanwhile."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Callable, Optional

from qgis.core import QgsProject, QgsVectorLayer

from ..core.feedback import Feedback
from ..layers.edit_lock import EditLock
from ..layers.twins import show_twins, twins
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
    tell_gone
        Is told the name of a layer that was written to, and left the project meanwhile.
    """

    def __init__(
        self,
        writer: Writer,
        session: Session,
        project: QgsProject,
        watched: Watched,
        tell_gone: Callable[[str], None],
    ) -> None:
        self._writer = writer
        self._tell_gone = tell_gone
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
        layer_id, name = layer.id(), layer.name()
        beside = write.is_long and not write.needs_main_thread
        lock = EditLock((layer, *twins(layer, self._project)) if beside else (), self._project)

        def after() -> None:
            lock.release()
            there = self._project.mapLayer(layer_id)
            if self._writer.is_closed and there is not None:
                write.finish(there)

        def done(written: Written) -> None:
            if self._project.mapLayer(layer_id) is not layer:  # gone, or the project was opened again
                self._tell_gone(name)
                return
            with self._session.writing():
                then(written)
            show_twins(layer, self._project)

        def failed(error: Optional[Exception]) -> None:
            if self._project.mapLayer(layer_id) is not layer:
                otherwise(error)
            elif isinstance(error, HeldOpenError):
                self._run_letting_go(words, layer, write, then, otherwise)
            else:
                self._fail(layer, write, error, otherwise)

        if beside:
            self._writer.start(WriteWork(words, write.run, done, failed, as_task=True, after=after))
        else:
            with self._watched(words, write.is_long) as feedback, self._session.writing():
                self._writer.start(WriteWork(words, write.run, done, failed, feedback=feedback))

    def _run_letting_go(
        self,
        words: str,
        layer: QgsVectorLayer,
        write: Write,
        then: Callable[[Written], None],
        otherwise: Callable[[Optional[Exception]], None],
    ) -> None:
        """Once more where a file was held open, QGIS itself letting go of it."""

        def done(written: Written) -> None:
            then(written)
            show_twins(layer, self._project)

        def failed(error: Optional[Exception]) -> None:
            self._fail(layer, write, error, otherwise)

        def run(feedback: Feedback) -> Written:
            with let_go(layer, self._project):
                return write.run(feedback)

        with self._watched(words, write.is_long) as feedback, self._session.writing():
            self._writer.start(WriteWork(words, run, done, failed, feedback=feedback))

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
