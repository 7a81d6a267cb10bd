# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: four sections in the order of the work, and two buttons."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, Qt, QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from ..core.messages import NeedError
from ..session.layers_in_use import LayersInUse
from ..session.project_link import ProjectLink
from ..session.session import Session
from ..translation import tr, translated
from . import look
from .busy_line import BusyLine
from .data_section import DataSection
from .drops import dropped_files, dropped_layers, dropped_sources
from .header_bar import HeaderBar
from .map_link import MapLink
from .map_section import MapSection
from .measures_section import MeasuresSection
from .messages import Messages
from .missing_sources import MissingSources
from .print_button import PrintButton
from .print_panel import PrintPanel
from .printing import OpenLayout, Printing
from .project_words import ProjectWords
from .results_section import ResultsSection
from .scenario_menu import ScenarioMenu
from .section import Section
from .style_panel import StylePanel
from .tab_order import order_tabs
from .write_button import WriteButton


class NeedDock(QgsDockWidget):
    """Puts the parts together and tells them of each other; the state is the session's.

    Parameters
    ----------
    session
        The open scenario.
    project, canvas, messages
        The project whose layers are used, the map, and where messages go.
    open_layout
        Shows a print layout.
    """

    def __init__(
        self,
        session: Session,
        project: QgsProject,
        canvas: QgsMapCanvas,
        messages: Messages,
        open_layout: OpenLayout,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(tr("VRU Need Score"), parent)
        self.setObjectName("VruNeedDock")
        self.setAcceptDrops(True)
        self.session = session
        self._messages = messages
        self._told: Optional[NeedError] = None
        self.scenario_menu = ScenarioMenu(session, messages, self)
        self.header = HeaderBar(session, self.scenario_menu, self)
        self.data = DataSection(session, project, messages, self)
        self.measures = MeasuresSection(session, messages, self)
        self.results = ResultsSection(session, messages, self)
        self.map = MapSection(session, self)
        self.style_panel = StylePanel(session, project, messages, self.map)
        self.map.add_panel(self.style_panel)
        self.write_button = WriteButton(session, project, messages, self)
        writing = self.write_button.writing
        self.printing = Printing(session, project, messages, open_layout, writing, self)
        self.print_panel = PrintPanel(session, self.printing, self)
        self.print_button = PrintButton(session, self.print_panel.open, self)
        self.map.add_panel(self.print_panel)
        self.map_link = MapLink(session, project, canvas, self)
        self.missing = MissingSources(session, project, messages, self)
        self.layers_in_use = LayersInUse(session, project, self)
        self.project_link = ProjectLink(session, project, self, self.scenario_menu.may_lead_to)
        ProjectWords(self.project_link, messages, self)
        self._sections = (
            (Section(tr("Data"), self.data, "dataSection", self), self.data, 0),
            (Section(tr("Measures"), self.measures, "measuresSection", self), self.measures, 5),
            (Section(tr("Results"), self.results, "resultsSection", self), self.results, 6),
            (Section(tr("Options and map"), self.map, "mapSection", self), self.map, 0),
        )
        self.busy = BusyLine(self)
        self._lay_out()
        self._wire()
        self._state_sections()
        self._fold_at_first()
        order_tabs(self.widget())

    # Building

    def _lay_out(self) -> None:
        sections = QWidget(self)
        stack = QVBoxLayout(sections)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        for section, _content, stretch in self._sections:
            stack.addWidget(section, stretch)
            section.toggled.connect(partial(_give_room, stack, section, stretch))
            section.aloneWanted.connect(partial(self._open_alone, section))
        stack.addStretch(0)
        scroll = QScrollArea(self)
        scroll.setObjectName("sectionsScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the control that has the focus
        scroll.setWidgetResizable(True)
        scroll.setWidget(sections)
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.busy)
        layout.addWidget(self.missing)
        layout.addWidget(scroll, 1)
        layout.addLayout(self._buttons())
        self.setWidget(whole)
        self._fit_print()

    def _fit_print(self) -> None:
        """QGIS opens a dock at its least width, and no control may lie beyond the edge.

        The frame aside, that is the width at which all is readable; in large print, what the widest
        line of controls takes, beside a scroll bar.
        """
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        widest = self.data.minimumSizeHint().width() + bar
        self.widget().setMinimumWidth(max(look.NARROW - 10, widest))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Larger print asks for a wider dock."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.widget() is not None:
            QTimer.singleShot(0, self._fit_print)  # once the controls have it, too

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(look.MARGIN, look.GAP, look.MARGIN, look.MARGIN)
        line.setSpacing(look.GAP)
        line.addWidget(self.write_button)
        line.addWidget(self.print_button)
        line.addStretch(1)
        return line

    def _wire(self) -> None:
        session = self.session
        for signal in (
            session.scenarioChanged,
            session.areasChanged,
            session.jobChanged,
            session.resultChanged,
            session.problemsChanged,
            session.taskBegun,
        ):
            signal.connect(self._state_sections)
        session.problemsChanged.connect(self._tell_problems)
        session.taskBegun.connect(self.busy.follow)
        self.write_button.writing.writer.taskBegun.connect(self.busy.follow)
        self.results.areaClicked.connect(self.map_link.show_area)
        self.results.areaChosen.connect(self.measures.panel.mark_area)
        self.map_link.areaPicked.connect(self.results.choose_area)
        self.map.previewWanted.connect(self.map_link.set_preview)
        self.map.previewWanted.connect(self._state_sections)
        self.missing.listed.connect(lambda: order_tabs(self.widget()))
        self.map_link.previewClosed.connect(self.map.untick_preview)
        self.scenario_menu.opened.connect(self._fold_at_first)
        self.data.tables.picker.taken.connect(self._open_the_work)
        self.write_button.written.connect(self.printing.take_back_advice)
        self.write_button.written.connect(self.style_panel.choose)
        self.visibilityChanged.connect(self._tell_links_if_hidden)

    def _tell_links_if_hidden(self, _is_in_front: bool) -> None:
        """Closed, the dock takes its preview along; behind another tab it does not."""
        self.map_link.set_shown(not self.isHidden())
        self.project_link.set_shown(not self.isHidden())

    # What the sections say

    def _state_sections(self, *_told: object) -> None:
        for section, content, _stretch in self._sections:
            section.set_state(content.state())

    def _tell_problems(self) -> None:
        """Say in the message bar, once, what keeps everything from being scored."""
        problems = self.session.problems
        error = problems.areas or problems.whole
        if error is not self._told and self._told is not None:
            self._messages.take_back(translated(self._told))
        if error is not None and error is not self._told:
            self._messages.error(error)
        self._told = error

    def _fold_at_first(self) -> None:
        """Open what there is to do: the data while there are none, the measures and results after."""
        has_scores = self.session.result is not None
        data, measures, results, map_ = (section for section, *_ in self._sections)
        data.set_open(not has_scores or bool(self.session.problems))
        measures.set_open(has_scores)
        results.set_open(has_scores)
        map_.set_open(False)

    def _open_the_work(self) -> None:
        """The first measures are there: let them and their ranking be seen; nothing is folded."""
        for section, content, _stretch in self._sections:
            if content in (self.measures, self.results):
                section.set_open(True)

    def _open_alone(self, wanted: Section) -> None:
        for section, *_ in self._sections:
            section.set_open(section is wanted)

    # What scripts and the plugin ask

    def open_scenario(self, path: Path) -> bool:
        """Open a scenario file, asking first where changes would be lost; whether it was opened."""
        return self.scenario_menu.open(Path(path))

    def discard(self) -> None:
        """Let go of all that is outside the dock, before it is deleted."""
        self.write_button.writing.close()
        self.printing.close()
        self.project_link.close()
        self.layers_in_use.close()
        self.map_link.discard()
        self.session.close()
        self._messages.clear()

    # Files dropped on to it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Take files, and layers from the layer tree."""
        data = event.mimeData()
        if dropped_files(data) or dropped_layers(data) or dropped_sources(data):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Add what is dropped as tables; a scenario file is opened."""
        event.acceptProposedAction()
        files = dropped_files(event.mimeData())
        scenarios = [path for path in files if path.suffix.lower() == ".json"]
        if scenarios:
            self.open_scenario(scenarios[0])
            return
        self._sections[0][0].set_open(True)
        layers = [f"project:{name}" for name in dropped_layers(event.mimeData())]
        sources = [*map(str, files), *layers, *dropped_sources(event.mimeData())]
        self.data.tables.add_sources(sources)


def _give_room(stack: QVBoxLayout, section: Section, stretch: int, is_open: bool) -> None:
    """Let an open section take its part of what height is left, and a folded one none of it."""
    stack.setStretchFactor(section, stretch if is_open else 0)
