# SPDX-License-Identifier: GPL-2.0-or-later
"""Section 4: what holds for the whole score, the live preview, and what is written."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ..core.messages import NOT_AN_INDEX
from ..session import edits
from ..session.session import Session
from ..translation import tr
from . import look
from .missing_panel import MissingPanel
from .silenced import silenced
from .threshold_words import missing_text
from .wrapped import WrappedLabel


class MapSection(QWidget):
    """What the map shows, which fields are written, and what the score is not.

    Parameters
    ----------
    session
        The open scenario.
    """

    previewWanted = pyqtSignal(bool)
    """Whether the live preview is to be on the map."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.missing = MissingPanel(session, self)
        self.preview = self._check("previewCheck", tr("Show the live preview on the map"))
        self.flags = self._check("writeFlagsCheck", tr("Write a field for each measure"))
        self.themes = self._check("writeThemesCheck", tr("Write a field for each theme"))
        self.statement = WrappedLabel(1, 8, self)
        self.statement.setText(tr(NOT_AN_INDEX))
        self._describe()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.MARGIN, 2, look.MARGIN, look.GAP)
        layout.setSpacing(4)
        for widget in (self.missing, self.preview, self.flags, self.themes, self.statement):
            layout.addWidget(widget)
        self.preview.setChecked(True)
        self.preview.toggled.connect(self.previewWanted)
        self.flags.clicked.connect(lambda on: self._change(tr("Fields for measures"), write_flags=on))
        self.themes.clicked.connect(lambda on: self._change(tr("Fields for themes"), write_themes=on))
        session.scenarioChanged.connect(self._show)
        self._show()

    def _check(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(name)
        return box

    def _describe(self) -> None:
        self.preview.setToolTip(
            tr(
                "A temporary layer of our own that follows every change; your layer, its style and its edits "
                "stay untouched, and the preview is never saved"
            )
        )
        self.flags.setToolTip(
            tr("One field a measure with 1 above threshold, 0 not above, empty without data")
        )
        self.themes.setToolTip(tr("One field a theme with the score within it"))

    def add_panel(self, panel: QWidget) -> None:
        """Add a panel above the statement, which stays last."""
        self.layout().insertWidget(self.layout().count() - 1, panel)

    def untick_preview(self) -> None:
        """The preview was taken away on the map."""
        self.preview.setChecked(False)

    def _show(self) -> None:
        options = self._session.scenario.options
        with silenced(self.flags, self.themes):
            self.flags.setChecked(options.write_flags)
            self.themes.setChecked(options.write_themes)

    def _change(self, text: str, **changes: Any) -> None:
        self._session.edit(text, edits.with_options(self._session.scenario, **changes))

    def state(self) -> str:
        """The section in one line."""
        preview = tr("live preview on") if self.preview.isChecked() else tr("live preview off")
        rule = missing_text(self._session.scenario.options.missing)
        return tr("{preview}; missing figures: {rule}").format(rule=rule, preview=preview)
