# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS asks before it ends whether the open scenario may go."""

from __future__ import annotations

from qgis.gui import QgsApplicationExitBlockerInterface

from ..session.project_link import ProjectLink
from .scenario_menu import ScenarioMenu


class ExitGuard(QgsApplicationExitBlockerInterface):
    """Keeps QGIS open where the user does not want to lose changes that are kept nowhere.

    Parameters
    ----------
    menu
        Who asks the user, and saves.
    link
        Who knows whether the saved project has the changes.
    """

    def __init__(self, menu: ScenarioMenu, link: ProjectLink) -> None:
        super().__init__()
        self._menu = menu
        self._link = link

    def allowExit(self) -> bool:  # noqa: N802 (QGIS's name)
        """Whether QGIS may end."""
        return self._link.keeps or self._menu.may_be_closed()
