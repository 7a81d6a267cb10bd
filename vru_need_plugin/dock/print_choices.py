# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sheet is to be: its template, what it is about, and its words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, List, Optional, Tuple

from qgis.PyQt.QtCore import QEvent, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from ..report.subject import Subject
from ..scoring.focus import focus_numbers
from ..session.session import Session
from ..session.words import parent_word, plural
from ..sheets import template as templates
from ..sheets.order import Labels, Order, order_for
from ..translation import tr
from . import look
from .silenced import silenced

_ALL, _ATLAS, _FOCUS = "all", "atlas", "focus"


class PrintChoices(QWidget):
    """The form; purpose and author are the scenario's own, the rest holds for the sheet.

    Parameters
    ----------
    session
        The open scenario.
    """

    changed = pyqtSignal()
    """Something else is to be printed."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.template = QComboBox(self)
        self.about = QComboBox(self)
        self.title = QLineEdit(self)
        self.purpose = QPlainTextEdit(self)
        self.author = QLineEdit(self)
        self.labels = QComboBox(self)
        self.top = QSpinBox(self)
        self._set_up()
        self._lay_out()
        self._fill_templates()
        for signal in (session.scenarioChanged, session.jobChanged):
            signal.connect(self._show)
        self._show()

    def _set_up(self) -> None:
        described = (
            (self.template, "printTemplate", tr("Layout template")),
            (self.about, "printAbout", tr("What the sheet is about")),
            (self.title, "printTitle", tr("Title of the sheet")),
            (self.purpose, "printPurpose", tr("The decision that the sheet is for; kept in the scenario")),
            (self.author, "printAuthor", tr("Who answers for it; kept in the scenario")),
            (self.labels, "printLabels", tr("What stands on the map")),
            (
                self.top,
                "printTop",
                tr("How many areas the ranking has at most; areas that tie stay together"),
            ),
        )
        for widget, name, words in described:
            widget.setObjectName(name)
            widget.setAccessibleName(words)
            widget.setToolTip(words)
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.purpose.setTabChangesFocus(True)
        self.purpose.setPlaceholderText(tr("Which decision is this sheet for?"))
        self.purpose.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 12)
        self.top.setRange(0, 999)
        self.top.setSpecialValueText(tr("as fits"))
        for words, kind in (
            (tr("numbers"), Labels.NUMBERS),
            (tr("names"), Labels.NAMES),
            (tr("nothing"), Labels.NONE),
        ):
            self.labels.addItem(words, kind)
        self.purpose.installEventFilter(self)
        self.author.editingFinished.connect(self._keep_words)
        self.title.textEdited.connect(lambda _text: self.changed.emit())
        self.top.valueChanged.connect(lambda _value: self.changed.emit())
        for box in (self.template, self.about, self.labels):
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.template.currentIndexChanged.connect(lambda _row: self._suit_about())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.GAP)
        grid.setVerticalSpacing(4)
        rows = (
            (tr("Template"), self.template),
            (tr("About"), self.about),
            (tr("Title"), self.title),
            (tr("Purpose"), self.purpose),
            (tr("Author"), self.author),
        )
        for row, (words, widget) in enumerate(rows):
            label = QLabel(words, self)
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1, 1, 3)
        grid.addWidget(QLabel(tr("On the map"), self), len(rows), 0)
        grid.addWidget(self.labels, len(rows), 1)
        grid.addWidget(QLabel(tr("Ranking"), self), len(rows), 2)
        grid.addWidget(self.top, len(rows), 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)

    def _fill_templates(self) -> None:
        for template in (*templates.shipped(), *templates.own()):
            self.template.addItem(template.name, template)

    # What is shown

    def _show(self) -> None:
        scenario = self._session.scenario
        with silenced(self.purpose, self.author):
            self.title.setPlaceholderText(scenario.title)
            if self.purpose.toPlainText().strip() != (scenario.question or ""):
                self.purpose.setPlainText(scenario.question or "")
            if self.author.text().strip() != (scenario.author or ""):
                self.author.setText(scenario.author or "")
                self.author.setCursorPosition(0)
        self._show_parents()

    def _show_parents(self) -> None:
        job = self._session.job
        names = job.parents.names if job is not None else ()
        word = parent_word(self._session.scenario.areas).casefold()
        rows: List[Tuple[str, Any]] = [(tr("all areas"), _ALL)]
        if names:
            rows.append((tr("every {parent}: a page for each (atlas)").format(parent=word), _ATLAS))
        if names and len(self._focus()) > 1:
            told = tr("the {count} {parents} in focus: a page for each (atlas)")
            rows.append((told.format(count=len(self._focus()), parents=plural(word)), _FOCUS))
        rows += [(names[at], at) for at in sorted(range(len(names)), key=lambda at: names[at])]
        if [self.about.itemText(row) for row in range(self.about.count())] == [text for text, _ in rows]:
            return
        before = self.about.currentText()
        with silenced(self.about):
            self.about.clear()
            for text, what in rows:
                self.about.addItem(text, what)
            self.about.setCurrentIndex(max(0, self.about.findText(before)))
        self._suit_about()

    def _suit_about(self) -> None:
        """A template for one parent is about one: the first in focus, or each."""
        template = self.template.currentData()
        if template is None or not template.is_of_a_parent or self.about.currentData() != _ALL:
            return
        focus = self._focus()
        self.about.setCurrentIndex(max(0, self.about.findData(focus[0] if len(focus) == 1 else _ATLAS)))

    def _focus(self) -> Tuple[int, ...]:
        job, codes = self._session.job, self._session.scenario.options.focus
        return tuple(focus_numbers(job.parents, codes)) if job is not None else ()

    # What is chosen

    def order(self, subject: Subject) -> Order:
        """The sheet as chosen."""
        self._keep_words()
        about, scenario = self.about.currentData(), self._session.scenario
        usual = order_for(subject, self.template.currentData() or templates.find(templates.DEFAULT))
        return replace(
            usual,
            title=self.title.text().strip() or scenario.title,
            purpose=self.purpose.toPlainText().strip(),
            author=self.author.text().strip(),
            parents=self._focus() if about == _FOCUS else (about,) if isinstance(about, int) else (),
            atlas=about in (_ATLAS, _FOCUS),
            top=self.top.value(),
            labels=self.labels.currentData(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The purpose is kept when the writing of it ends."""
        if watched is self.purpose and event.type() == QEvent.Type.FocusOut:
            self._keep_words()
        return super().eventFilter(watched, event)

    def _keep_words(self) -> None:
        """Purpose and author belong to the scenario, and are undone like any edit of it."""
        purpose, author = self.purpose.toPlainText().strip() or None, self.author.text().strip() or None
        scenario = self._session.scenario
        if (purpose, author) != (scenario.question or None, scenario.author or None):
            changed = replace(scenario, question=purpose, author=author)
            self._session.edit(tr("Purpose and author"), changed)
            self.changed.emit()
