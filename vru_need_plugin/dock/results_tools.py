# SPDX-License-Identifier: GPL-2.0-or-later
"""The line above the results: search, filters to fold out, columns, export; and what they leave."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ..session.session import Session
from ..session.words import parent_word
from ..translation import tr
from . import look
from .elided import ElidedLabel
from .numbers import whole
from .results_filters import ResultsFilters
from .results_model import ResultsModel
from .tips import tip
from .views import FlatView


class ResultsTools(QWidget):
    """Narrows the model, and says how much of it is left.

    Parameters
    ----------
    session, model, view
        The open scenario, and the results with the view that shows them.
    """

    def __init__(
        self, session: Session, model: ResultsModel, view: FlatView, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._view = view
        self.search = self._search_line()
        self.filters = ResultsFilters(session, self)
        self.filters.hide()
        self.filter_button = self._button(
            "resultsFilterButton", "/mActionFilter2.svg", tr("Filters and focus")
        )
        self.filter_button.setCheckable(True)
        self.columns_button = self._button("resultsColumnsButton", "/mActionOpenTable.svg", tr("Columns"))
        self.export_button = self._button("resultsExportButton", "/mActionSharingExport.svg", tr("Export"))
        self.status = ElidedLabel("", self)
        self.clear_button = QToolButton(self)
        self._set_up()
        self._lay_out()
        model.modelReset.connect(self._show_status)
        session.scenarioChanged.connect(self._show_status)
        session.scenarioChanged.connect(self._name_parent)
        session.areasChanged.connect(self._take_areas)
        self._take_areas()
        self._name_parent()

    def _search_line(self) -> QgsFilterLineEdit:
        search = QgsFilterLineEdit(self)
        search.setObjectName("resultsSearch")
        search.setShowSearchIcon(True)
        search.setAccessibleName(tr("Search the results"))
        search.textChanged.connect(self._model.set_search)
        return search

    def _button(self, name: str, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setAutoRaise(True)
        return button

    def _set_up(self) -> None:
        self.filter_button.toggled.connect(self.filters.setVisible)
        self.filters.changed.connect(lambda: self._model.set_filter(self.filters.filter()))
        self.columns_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        columns = QMenu(self)
        columns.aboutToShow.connect(lambda: self._view.fill_column_menu(columns))
        self.columns_button.setMenu(columns)
        self.status.setObjectName("resultsStatus")
        self.status.setFont(look.smaller(self.status.font()))
        self.clear_button.setObjectName("resultsClearButton")
        self.clear_button.setText(tr("Show all"))
        self.clear_button.setFont(look.smaller(self.clear_button.font()))
        self.clear_button.setToolTip(tr("Empty the search and every filter; the focus stays"))
        self.clear_button.setAutoRaise(True)
        self.clear_button.clicked.connect(lambda: self.show_all())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.search, 1)
        for button in (self.filter_button, self.columns_button, self.export_button):
            line.addWidget(button)
        told = QHBoxLayout()
        told.setSpacing(4)
        told.addWidget(self.status, 1)
        told.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.filters)
        layout.addLayout(told)

    def _take_areas(self) -> None:
        self.filters.show_parents(self._model.parents)
        self._show_status()

    # What is left

    @property
    def is_narrowing(self) -> bool:
        """Whether search or filters leave areas out; the focus is another matter."""
        return bool(self.search.text().strip()) or self.filters.is_narrowing

    def show_all(self) -> None:
        """Empty the search and the filters."""
        self.search.clear()
        self.filters.clear()

    def _name_parent(self) -> None:
        """Say what is searched in the users' own word for the parent."""
        word = parent_word(self._session.scenario.areas).casefold()
        self.search.setPlaceholderText(tr("Area, code, {parent} or measure").format(parent=word))
        told = tr(
            "Shows the areas whose name, code or {parent} holds every word. A word of a measure's title "
            "shows the areas above threshold on it."
        )
        self.search.setToolTip(tip(told.format(parent=word)))

    def _show_status(self) -> None:
        focus = self._in_focus()
        narrowing = self.is_narrowing
        told = [focus] if focus else []
        if focus or narrowing:
            told.append(
                tr("{shown} of {all} shown").format(
                    shown=whole(self._model.rowCount()), all=whole(self._model.area_count)
                )
            )
        self.status.setText(" · ".join(told))
        self.status.setVisible(bool(told))
        self.clear_button.setVisible(narrowing)

    def _in_focus(self) -> str:
        names = self._model.focus_names
        return tr("Focus: {parents}; all are scored").format(parents=", ".join(names)) if names else ""
