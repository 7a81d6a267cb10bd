# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenario in the QGIS project: the same document as in a file, among the project's own properties."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Tuple

from qgis.core import Qgis, QgsProject

from ..scenario import codec
from ..scenario.document import Scenario
from ..scenario.servers import other_servers, server_of
from ..scenario.sources import Source
from ..translation import tr
from . import paths

_SCOPE = "vru_need"
_SCENARIO = "scenario"
_FILE = "file"
_LAST_KEPT = "\ufffe"
"""From this character on, a project's file keeps none."""


@dataclass(frozen=True)
class Kept:
    """What a project keeps.

    Attributes
    ----------
    scenario
        The document, its sources absolute.
    path
        The file that it was opened from or saved to last; None where it never was in one.
    """

    scenario: Scenario
    path: Optional[Path]

    def servers(self, folder: Optional[Path]) -> Tuple[str, ...]:
        """The other computers that opening it would lead to, its own file's among them.

        Parameters
        ----------
        folder
            That of the project, whose own computer is none of them; None while it has no file.
        """
        home = folder or Path("/")
        of_file = server_of(str(self.path or ""))
        found = (*other_servers(self.scenario, home), *(() if of_file is None else (of_file,)))
        return tuple(dict.fromkeys(server for server in found if server != server_of(str(home))))


def is_kept(project: QgsProject) -> bool:
    """Whether the project has a scenario."""
    return bool(_entry(project, _SCENARIO))


def read_kept(project: QgsProject, folder: Optional[Path] = None) -> Optional[Kept]:
    """The project's scenario; None where it has none.

    Parameters
    ----------
    folder
        The one that its paths are relative to, if not the project's own.

    Raises
    ------
    NeedError
        What the project keeps is no scenario, or one of a newer schema.
    """
    text = _entry(project, _SCENARIO)
    if not text:
        return None
    home = folder or folder_of(project) or Path("/")
    scenario = codec.loads(text, source=tr("the project"))
    file = _entry(project, _FILE)
    return Kept(paths.absolute(scenario, home), Source.parse(file).resolve(home) if file else None)


def write_kept(project: QgsProject, kept: Optional[Kept]) -> None:
    """Put a scenario among the project's properties, which its next save writes; None takes it out.

    Paths are relative to the project's file, unless there is none yet or the project is set to
    absolute paths.
    """
    if kept is None:
        for entry in (_SCENARIO, _FILE):
            project.removeEntry(_SCOPE, entry)
        return
    home = None if project.filePathStorage() == Qgis.FilePathType.Absolute else folder_of(project)
    scenario = kept.scenario if home is None else paths.relative(kept.scenario, home)
    file = str(kept.path or "")
    file = file if home is None else Source.parse(file).relative_to(home)
    # A project's file drops characters such as emoji without a word: the document is written without
    # them, and a path that would come back as another is left out.
    project.writeEntry(_SCOPE, _SCENARIO, codec.dumps(scenario, ascii_only=True))
    project.writeEntry(_SCOPE, _FILE, file if max(file, default="") < _LAST_KEPT else "")


def folder_of(project: QgsProject) -> Optional[Path]:
    """The folder of the project's file; None while it has none."""
    folder = project.absolutePath()
    return Path(folder) if folder else None


def _entry(project: QgsProject, name: str) -> str:
    return project.readEntry(_SCOPE, name)[0]
