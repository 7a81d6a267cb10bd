# SPDX-License-Identifier: GPL-2.0-or-later
"""What a scenario's source names: a file, one layer or sheet of a file, a layer of the project."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

PROJECT = "project:"
_LAYER = "|layername="


@dataclass(frozen=True)
class Source:
    """A source taken apart.

    Parameters
    ----------
    text
        The source as the scenario has it.
    file
        The file's path as written (relative to the scenario, or absolute); None for a layer of
        the project.
    layer
        The layer or sheet after ``|layername=``, where given.
    project_name
        The name after ``project:``; None for a file.
    """

    text: str
    file: Optional[str] = None
    layer: Optional[str] = None
    project_name: Optional[str] = None

    @classmethod
    def parse(cls, text: str) -> Source:
        """Take ``wards.gpkg|layername=wards``, ``project:Wards`` or a plain path apart."""
        if text.startswith(PROJECT):
            return cls(text, project_name=text[len(PROJECT) :].strip())
        file, found, layer = text.partition(_LAYER)
        return cls(text, file=file.strip(), layer=layer.strip() or None if found else None)

    @property
    def is_file(self) -> bool:
        """Whether the source is a file (or part of one)."""
        return self.file is not None

    @property
    def suffix(self) -> str:
        """The file's ending in lower case, with its dot; empty for a layer of the project."""
        return Path(self.file or "").suffix.lower()

    def resolve(self, folder: Path) -> Path:
        """The file's absolute path, where `folder` is the one that the scenario is in.

        Backslashes of a path written on Windows are understood everywhere. Raises ValueError
        for a layer of the project, which has no path.
        """
        if self.file is None:
            raise ValueError(self.text)
        native = self.file if os.sep == "\\" else self.file.replace("\\", "/")
        return Path(os.path.abspath(Path(folder) / native))

    def relative_to(self, folder: Path) -> str:
        """The source as a scenario saved in `folder` writes it: relative, with forward slashes.

        A file on another drive keeps its absolute path; a path that is relative is left as it is.
        """
        if self.file is None or not os.path.isabs(self.file):
            return self.text
        try:
            path = os.path.relpath(self.file, folder)
        except ValueError:
            path = self.file
        return path.replace(os.sep, "/") + (f"{_LAYER}{self.layer}" if self.layer else "")
