# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that are there whole, or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Dict, List, Optional, Type

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
        """Let all that was written take its place, replacing what is there; where it is now.

        Where one cannot, the others are as they were before: a set of pages is never half new.
        """
        made = [path for path in self._made if path.exists()]  # a page that QGIS drew nothing on is none
        finals = [self._target.parent / path.name for path in made]
        aside: Dict[Path, Path] = {}
        placed: List[Path] = []
        final = self._target
        try:
            if len(made) > 1:  # one alone is replaced at a stroke
                old = Path(mkdtemp(prefix="old_", dir=self._folder))
                for final in filter(Path.is_file, finals):  # a folder of that name is not ours to move
                    _keep(final, old / final.name)
                    aside[final] = old / final.name
            for path, final in zip(made, finals):
                put_whole(path, final)
                placed.append(final)
        except OSError as error:
            self._put_back(aside, placed)
            raise unwritten(final, error) from error
        return placed

    def _put_back(self, aside: Dict[Path, Path], placed: List[Path]) -> None:
        try:
            for final in placed:
                if final in aside:
                    put_whole(aside[final], final)
                else:
                    final.unlink()
        except OSError as error:
            kept, self._folder = self._folder, None
            raise NeedError(
                mark(
                    "Not all files in “{folder}” could be replaced, and those that were there before could "
                    "not be put back: {reason}. They are in “{kept}”."
                ),
                folder=str(self._target.parent),
                reason=error.strerror or str(error),
                kept=", ".join(sorted({str(old.parent) for old in aside.values()})) or str(kept),
            ) from error

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def _keep(final: Path, old: Path) -> None:
    """Keep what a file holds under another name: a link where the disk has them, otherwise a copy."""
    target = os.path.realpath(final)
    try:
        os.link(target, old)
    except OSError:
        shutil.copy2(target, old)


def unwritten(path: Path, error: OSError) -> NeedError:
    """The error for a file that the system did not let be written."""
    return NeedError(
        mark("“{file}” could not be written: {reason}. It may be open in another program."),
        file=str(path),
        reason=error.strerror or str(error),
    )
