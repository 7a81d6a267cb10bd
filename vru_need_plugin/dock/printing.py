# SPDX-License-Identifier: GPL-2.0-or-later
"""Sheets made from written scores: looked at, opened in QGIS's layout window, and exported."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Callable, Generator, Optional, Tuple

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QWidget

from ..core.feedback import Feedback
from ..core.messages import NeedError, mark
from ..layers.data_watch import DataWatch
from ..layers.look.parent_outlines import MANY
from ..layers.twins import twins
from ..report.subject import Subject
from ..scenario.codec import dumps
from ..session.outgoing import outgoing
from ..session.session import Session
from ..session.written import has_these_scores
from ..sheets.export import Export, Wish
from ..sheets.order import Order
from ..sheets.outline_layer import drop_unused
from ..sheets.page_picture import page_picture
from ..sheets.sheet import draft_sheet, make_sheet
from ..sheets.text_voice import voice_of_user
from ..translation import tr
from .messages import Messages
from .stoppable import stoppable
from .wait_cursor import waiting
from .writing import Writing

OpenLayout = Callable[[QgsPrintLayout], object]
"""Shows a layout in QGIS's layout window."""


class Printing(QObject):
    """Binds sheets to a layer that holds the current scores, never to the preview.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project that gets the layouts, and where the outcome is said.
    open_layout
        Shows a layout.
    writing
        Writes the scores on to the area layer where a sheet needs them there; waits while pages are
        written, so that all of them are of the same scores.
    """

    progressed = pyqtSignal(int, int)
    """Pages that are done, of how many; 0 of 0 once the export has ended, well or not."""

    def __init__(
        self,
        session: Session,
        project: QgsProject,
        messages: Messages,
        open_layout: OpenLayout,
        writing: Writing,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._project = project
        self._messages = messages
        self._open_layout = open_layout
        self._writing = writing
        self._export: Optional[Export] = None
        self._layout: Optional[QgsPrintLayout] = None
        self._steps: Optional[Generator[Tuple[int, int], None, None]] = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)
        self._watch = DataWatch(project, self)
        self._watch.changed.connect(self._stop_if_changed)
        session.resultChanged.connect(self.take_back_advice)

    def subject(self) -> Optional[Subject]:
        """The scores as they are; None where there are none to print, and why is said."""
        with self._messages.shown():
            scores = outgoing(self._session)
            if scores is not None:
                text = dumps(self._session.portable_scenario())
                return Subject(scores.job, scores.result, text)
        return None

    def written_layer(self) -> Optional[QgsVectorLayer]:
        """A layer of the project that holds the current scores; the area layer first."""
        session = self._session
        if not session.is_up_to_date:
            return None
        others = [one for one in self._project.mapLayers().values() if isinstance(one, QgsVectorLayer)]
        with waiting():
            for layer in dict.fromkeys((session.area_layer, *others)):
                if layer is not None and layer.isSpatial() and has_these_scores(layer, session):
                    return layer
        return None

    def open(self, order: Order) -> None:
        """Make the sheet a layout of the project and show it."""
        self._with_scores(lambda layer, subject: self._open(layer, subject, order))

    def picture(self, order: Order, width: int, show: Callable[[QImage], None]) -> None:
        """Show the first page, so many pixels wide; at once, or once the scores are written."""
        self._with_scores(lambda layer, subject: show(self._picture(layer, subject, order, width)))

    def export(self, order: Order, wish: Wish) -> None:
        """Write the sheet to a file, a page at each turn of the event loop."""
        self._with_scores(lambda layer, subject: self._start(layer, subject, order, wish))

    @property
    def is_exporting(self) -> bool:
        """Whether pages are being written."""
        return self._steps is not None

    def stop(self) -> None:
        """Stop the export; nothing is written then."""
        if self._steps is not None:
            self._end()
            self._messages.info(tr("Stopped. No file was written or changed."))

    def take_back_advice(self) -> None:
        """Scores were written, or are others: what was said of that no longer holds."""
        self._messages.take_back(_advice())

    def _with_scores(self, do: Callable[[QgsVectorLayer, Subject], None]) -> None:
        subject = self.subject()
        if subject is None:
            return
        layer = self.written_layer()
        areas = self._session.area_layer
        if layer is None and areas is not None and not areas.isSpatial():
            told = tr("The areas have no outlines, so there is no map to print.")
            self._messages.take_back(told)
            self._messages.warning(told)
            return
        if layer is None:
            self._advise(lambda: self._with_written_scores(do))
            return
        with self._messages.shown():
            do(layer, subject)

    def _advise(self, then: Callable[[], None]) -> None:
        """Say that the scores have to be written first, and offer to do so and go on."""
        self.take_back_advice()
        self._messages.warning(_advice(), tr("Write and go on…"), lambda: self._writing.on_to_layer(then))

    def _with_written_scores(self, do: Callable[[QgsVectorLayer, Subject], None]) -> None:
        """Go on if they were written: the user may have said no."""
        subject = self.subject()
        layer = None if subject is None else self.written_layer()
        if layer is not None and subject is not None:
            with self._messages.shown():
                do(layer, subject)

    def _watched(self, layer: QgsVectorLayer) -> AbstractContextManager[Feedback]:
        """Sheets are made on the main thread; of many areas that can be watched and stopped."""
        words = tr("Making the sheet of “{layer}”").format(layer=layer.name())
        return stoppable(words, layer.featureCount() > MANY, self._window, tr("Print map"))

    def _picture(self, layer: QgsVectorLayer, subject: Subject, order: Order, width: int) -> QImage:
        try:
            with self._watched(layer) as feedback:
                draft = draft_sheet(self._project, layer, subject, order, voice_of_user(), feedback)
                return page_picture(draft, width)
        finally:
            drop_unused(self._project)

    def _open(self, layer: QgsVectorLayer, subject: Subject, order: Order) -> None:
        with self._watched(layer) as feedback:
            layout = make_sheet(self._project, layer, subject, order, voice_of_user(), feedback)
        self._open_layout(layout)

    def _start(self, layer: QgsVectorLayer, subject: Subject, order: Order, wish: Wish) -> None:
        self.stop()
        wish.check()
        if self._writing.writer.is_writing:
            raise NeedError(mark("Scores are being written. Print when they are."))
        with self._watched(layer) as feedback:
            self._layout = draft_sheet(self._project, layer, subject, order, voice_of_user(), feedback)
        self._export = Export(self._layout, wish)
        self._steps = self._export.steps()
        self._writing.wait(True)
        self._watch.watch((layer, *twins(layer, self._project)))
        # A layer that is taken away takes its pages along.
        self._project.layersWillBeRemoved.connect(self._stop_if_removed)
        self.progressed.emit(0, self._layout.atlas().updateFeatures() if order.atlas else 1)
        self._timer.start()

    def _stop_if_removed(self, _ids: object) -> None:
        self.stop()

    def _stop_if_changed(self) -> None:
        """Some pages would show other data than others."""
        if self._steps is not None:
            self._end()
            self._messages.warning(
                tr("The layer was changed while it was printed. No file was written or changed. Print again.")
            )

    def _step(self) -> None:
        """Write one page."""
        if self._steps is None or self._export is None:
            return
        export = self._export
        try:
            done, every = next(self._steps)
        except StopIteration:
            self._end()
            drop_unused(self._project)
            self._tell(export)
        except NeedError as error:
            self._end()
            self._messages.error(error)
        except BaseException:
            self._end()  # before it is told as unforeseen: no further step is taken
            raise
        else:
            self.progressed.emit(done, every)

    def _end(self) -> None:
        self._timer.stop()
        self._watch.leave()
        self._writing.wait(False)
        if self._steps is not None:
            self._steps.close()
            self._project.layersWillBeRemoved.disconnect(self._stop_if_removed)
        self._steps = self._export = self._layout = None
        self.progressed.emit(0, 0)

    def _tell(self, export: Export) -> None:
        files = export.written
        if len(files) == 1:
            self._messages.success(tr("Printed to “{file}”.").format(file=files[0]))
        else:
            told = tr("Printed to {count} files in “{folder}”.")
            self._messages.success(told.format(count=len(files), folder=Path(files[0]).parent))

    def close(self) -> None:
        """Stop what runs; not used afterwards."""
        if self._steps is not None:
            self._end()


def _advice() -> str:
    return tr("Write the scores first: a printed map shows what is written in a layer, not the preview.")
