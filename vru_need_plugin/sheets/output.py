# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that are there whole, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import TracebackType
from typing import List, Optional, Type

from ..core.messages import NeedError, mark
from ..scenario.whole_file import new_folder_beside, put_whole


class Beside:
    """A folder beside the files to come, which take their places when all of them are complete.

    A context: left by an error, nothing has changed.

    Parameters
    ----------
    target
        The file, or the first of several that have names like it.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._folder: Optional[Path] = None
        self._made: List[Path] = []

    def __enter__(self) -> Beside:
        if not self._target.parent.is_dir():
            raise NeedError(mark("The folder “{folder}” does not exist."), folder=str(self._target.parent))
        try:
            self._folder = new_folder_beside(self._target)
        except OSError as error:
            raise unwritten(self._target, error) from error
        return self

    def path(self, name: str) -> Path:
        """Where a file of this name is to be written first."""
        made = Path(str(self._folder)) / name
        self._made.append(made)
        return made

    def put_in_place(self) -> List[Path]:
        """Let all that was written take its place, replacing what is there; where it is now."""
        placed = []
        for made in self._made:
            if not made.exists():
                continue  # a page that QGIS had nothing to draw on
            final = self._target.parent / made.name
            try:
                put_whole(made, final)
            except OSError as error:
                raise unwritten(final, error) from error
            placed.append(final)
        return placed

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def unwritten(path: Path, error: OSError) -> NeedError:
    """The error for a file that the system did not let be written."""
    return NeedError(
        mark("“{file}” could not be written: {reason}. It may be open in another program."),
        file=str(path),
        reason=error.strerror or str(error),
    )
