# SPDX-License-Identifier: GPL-2.0-or-later
"""A file that a write replaced, kept and put back byte for byte."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Tuple

from qgis.core import QgsVectorLayer

from ...core.feedback import Feedback, check
from ...core.messages import Message
from .aside import Aside
from .half_done import NEW
from .route import Written, changed_since, refuse_edited, refuse_lost, show_source
from .swap import could_not_write, stamp, swap
from .workshop import workshop

QUICK_BYTES = 20_000_000
"""A file up to this size is copied, checked and put in place in about half a second."""

_KEPT = "before"


@dataclass(frozen=True)
class FileTakeBack:
    """The file as a write found it, and by what it is known that nobody has changed it since.

    Parameters
    ----------
    path, title
        The file that was written, and the layer's name.
    folder
        Where the old one is kept, as long as this is.
    digest
        Of the file as it was written.
    """

    path: Path
    title: str
    folder: Aside
    digest: bytes

    def prepare(self, layer: QgsVectorLayer) -> FileRestore:
        """The write that puts the old file back."""
        refuse_edited(layer)
        refuse_lost(self.folder.path / _KEPT, self.title)
        return FileRestore(self)


@dataclass(frozen=True)
class FileRestore:
    """The old file put back."""

    before: FileTakeBack
    needs_main_thread: bool = False
    notes: Tuple[Message, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it is likely to take over half a second."""
        return self._kept.stat().st_size > QUICK_BYTES

    @property
    def _kept(self) -> Path:
        return self.before.folder.path / _KEPT

    def run(self, feedback: Feedback) -> Written:
        """Put the old file back.

        Raises NeedError, nothing being changed, where the file is no longer as it was written.
        """
        path = self.before.path
        try:
            with workshop(path) as folder:
                seen = stamp(path)
                if digest_of(path) != self.before.digest:
                    raise changed_since(self.before.title)
                check(feedback)
                made = folder / NEW / path.name
                shutil.copyfile(self._kept, made)
                check(feedback)
                swap(made, path, seen)
        except OSError as error:
            raise could_not_write(path, error) from error
        return Written()

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its old columns."""
        show_source(layer)


def keep_file(path: Path, title: str, made: Path) -> Optional[FileTakeBack]:
    """Keep a file that is about to be replaced by `made`; None where there is no room to keep it.

    It takes at most half of what is left of the disk for temporary files.
    """
    try:
        folder = Aside()
        if 2 * path.stat().st_size > shutil.disk_usage(folder.path).free:
            return None
        shutil.copyfile(path, folder.path / _KEPT)
    except OSError:
        return None
    return FileTakeBack(path, title, folder, digest_of(made))


def digest_of(path: Path) -> bytes:
    """The SHA-256 of a file."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            found.update(block)
    return found.digest()
