# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps the paths of a project's scenario right when the project is saved in another folder."""

from __future__ import annotations

from contextlib import suppress

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ..core.messages import NeedError
from .kept import folder_of, is_kept, read_kept, write_kept


class KeptPaths(QObject):
    """There from QGIS's start, since a project may be saved elsewhere before the dock is ever shown.

    Parameters
    ----------
    project
        The project that is saved.
    """

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self._folder = folder_of(project)
        project.readProject.connect(self._remember)
        project.projectSaved.connect(self._remember)
        project.writeProject.connect(self._rebase)

    def _remember(self, *_document: object) -> None:
        self._folder = folder_of(self._project)

    def _rebase(self, _document: object) -> None:
        if self._folder in (None, folder_of(self._project)) or not is_kept(self._project):
            return
        # What a newer version of ours has kept is not for this one to touch.
        with suppress(NeedError):
            write_kept(self._project, read_kept(self._project, self._folder))

    def close(self) -> None:
        """Let go of the project."""
        self._project.readProject.disconnect(self._remember)
        self._project.projectSaved.disconnect(self._remember)
        self._project.writeProject.disconnect(self._rebase)
