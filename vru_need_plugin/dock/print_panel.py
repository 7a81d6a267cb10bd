# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel for printed maps: what to print, a look at it, and the ways out."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage, QPixmap
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..session.outgoing import withheld
from ..session.session import Session
from ..sheets.export import Wish, has_geo_pdf
from ..translation import tr
from . import look
from .print_choices import PrintChoices
from .printing import Printing
from .save_dialog import ask_where_to_save

_PICTURE, _ROOM = 340, 24
_SCREEN_DPI, _PAPER_DPI = 200, 300


class PrintPanel(QWidget):
    """Prints what is chosen in it.

    Parameters
    ----------
    session, printing
        The open scenario, and what makes sheets of it.
    """

    def __init__(self, session: Session, printing: Printing, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._printing = printing
        self.setObjectName("printPanel")
        self.choices = PrintChoices(session, self)
        self.preview_button = self._button("printPreview", tr("Preview"), "/mActionFilePrint.svg")
        self.open_button = self._button("printOpen", tr("Open"), "/mActionNewLayout.svg")
        self.export_button = self._export_button()
        self.picture = QLabel(self)
        self.progress = QProgressBar(self)
        self.stop_button = QPushButton(tr("Stop"), self)
        self._set_up()
        self._lay_out()
        session.taskBegun.connect(self._show_awaited)
        session.resultChanged.connect(self._show)
        self.choices.changed.connect(self._forget_picture)
        printing.progressed.connect(self._show_progress)
        self._show()

    def _button(self, name: str, words: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleName(words)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return button

    def _export_button(self) -> QToolButton:
        button = self._button("printExport", tr("Export"), "/mActionSaveAsPDF.svg")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for words, ending, split, geo in (
            (tr("PDF…"), ".pdf", False, False),
            (tr("PDF, a file for each page of the atlas…"), ".pdf", True, False),
            (tr("GeoPDF…"), ".pdf", True, True),
            (tr("PNG…"), ".png", False, False),
            (tr("SVG…"), ".svg", False, False),
        ):
            if geo and not has_geo_pdf():
                continue
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _checked=False, ending=ending, split=split, geo=geo: self.choose_and_export(
                    ending, split=split, geo=geo
                )
            )
        button.setMenu(menu)
        return button

    def _set_up(self) -> None:
        self.preview_button.setToolTip(tr("Show the first page here"))
        self.open_button.setToolTip(tr("Make it a layout of the project and open it, to be changed by hand"))
        self.export_button.setToolTip(tr("Write it to files, the pages of an atlas one after the other"))
        self.preview_button.clicked.connect(lambda _checked=False: self.show_picture())
        self.open_button.clicked.connect(lambda _checked=False: self.open())
        self.picture.setObjectName("printPicture")
        self.picture.setAccessibleName(tr("The first page"))
        self.picture.setFrameShape(QFrame.Shape.StyledPanel)
        # No width of its own to insist on: the dock may be made narrower.
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.picture.hide()
        self.progress.setObjectName("printProgress")
        self.progress.setAccessibleName(tr("Pages printed"))
        self.progress.setFormat(tr("page %v of %m"))
        self.stop_button.setObjectName("printStop")
        self.stop_button.setToolTip(tr("Stop between two pages; no file is written or changed then"))
        self.stop_button.clicked.connect(lambda _checked=False: self._printing.stop())
        for widget in (self.progress, self.stop_button):
            widget.hide()

    def _lay_out(self) -> None:
        heading = QLabel(tr("Printed map"), self)
        heading.setFont(look.bold(heading.font()))
        buttons, running = QHBoxLayout(), QHBoxLayout()
        for line in (buttons, running):
            line.setSpacing(look.GAP)
        for button in (self.preview_button, self.open_button, self.export_button):
            buttons.addWidget(button, 1)
        running.addWidget(self.progress, 1)
        running.addWidget(self.stop_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.GAP, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(heading)
        layout.addWidget(self.choices)
        layout.addLayout(buttons)
        layout.addLayout(running)
        layout.addWidget(self.picture)

    def _show(self) -> None:
        self._enable()
        self._forget_picture()

    def _show_awaited(self) -> None:
        """Other scores are being worked out, or something else is done beside the window."""
        if self._session.is_scoring:
            self._show()

    def _enable(self) -> None:
        has_scores = self._session.result is not None and withheld(self._session) is None
        for button in (self.preview_button, self.open_button, self.export_button):
            button.setEnabled(has_scores and not self._printing.is_exporting)

    def _forget_picture(self) -> None:
        """What was shown is no longer what would be printed."""
        self.picture.clear()
        self.picture.hide()

    # What is done

    def open(self) -> None:
        """Make the sheet and open it in the layout window."""
        subject = self._printing.subject()
        if subject is not None:
            self._printing.open(self.choices.order(subject))

    def show_picture(self) -> None:
        """Show the first page."""
        subject = self._printing.subject()
        if subject is None:
            return
        ratio = self.devicePixelRatioF()
        width = max(200, min(_PICTURE, self.width() - _ROOM))

        def show(picture: QImage) -> None:
            if not picture.isNull():
                picture.setDevicePixelRatio(ratio)
                self.picture.setPixmap(QPixmap.fromImage(picture))
                self.picture.show()

        self._printing.picture(self.choices.order(subject), round(width * ratio), show)

    def choose_and_export(self, ending: str, *, split: bool = False, geo: bool = False) -> None:
        """Ask for a file and export to it."""
        kind = f"{ending[1:].upper()} (*{ending})"
        path = ask_where_to_save(self, tr("Export the printed map"), "", kind)
        if path is not None:
            self.export_to(path, split=split, geo=geo)

    def export_to(self, path: Path, *, split: bool = False, geo: bool = False) -> None:
        """Export to a file whose ending says the format."""
        subject = self._printing.subject()
        if subject is None:
            return
        order = self.choices.order(subject)
        dpi = _SCREEN_DPI if path.suffix.lower() == ".png" else _PAPER_DPI
        self._printing.export(order, Wish(path, dpi, split, geo, order.title, order.author))

    def _show_progress(self, done: int, every: int) -> None:
        self.progress.setVisible(every > 0)
        self.stop_button.setVisible(every > 0)
        if every:
            self.progress.setRange(0, every)
            self.progress.setValue(done)
        self._enable()
