# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock says when a scenario comes with a project, or goes with one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QObject

from ..session.kept import Kept
from ..session.project_link import ProjectLink
from ..translation import tr
from .messages import Messages


class ProjectWords(QObject):
    """Puts what a `ProjectLink` tells into the message bar.

    Parameters
    ----------
    link, messages
        Who tells, and where it is said.
    """

    def __init__(self, link: ProjectLink, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._messages = messages
        link.failed.connect(messages.error)
        link.differs.connect(self._tell_difference)
        link.closed.connect(self._offer_back)

    def _tell_difference(self, path: Path) -> None:
        text = tr(
            "The scenario was opened as this project keeps it. “{file}” holds another version: "
            "“Revert to saved” takes that one, “Save” replaces it."
        )
        self._messages.info(text.format(file=path.name))

    def _offer_back(self, kept: Kept) -> None:
        text = tr("“{title}” was closed with the project. Its last changes are not saved anywhere.")
        self._messages.warning(
            text.format(title=kept.scenario.title), tr("Bring it back"), partial(self._link.bring_back, kept)
        )
