# SPDX-License-Identifier: GPL-2.0-or-later
"""An exchange of a file's old parts for new ones that was left half done, and how it is undone.

Before anything is moved, a note says which new parts there are and by what they are known. As long
as the note is there, the exchange is under way, and whoever comes next can undo it; removing the
note is what completes it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Dict, Iterable, List, Optional, Tuple

from ...core.messages import NeedError, mark
from ...scenario.on_disk import names_to_disk, to_disk
from ..wording import listed
from .swap import HeldOpenError, replace

NEW = "new"
"""In a workshop, the folder of the new parts."""
OLD = "old"
"""In it, the folder that the old parts go to while the new ones take their places."""
NOTE = "exchange.json"
"""In it, the note."""

# Some file systems keep the time of a change to two seconds only.
_CLOCK_NS = 2_000_000_000

Mark = Tuple[int, int]
"""By what a part is known wherever it is: its size, and when it was changed, in nanoseconds."""


class NotPutBackError(NeedError):
    """Parts that lie in the workshop could not be put back, and stay there."""


def begin(workshop: Path, parts: Iterable[Path]) -> None:
    """Note that these new parts are about to take their places; OSError where that cannot be."""
    note = workshop / NOTE
    note.write_text(json.dumps({part.name: _mark(part) for part in parts}), encoding="utf-8")
    to_disk(note)
    names_to_disk(workshop)


def complete(workshop: Path) -> None:
    """All new parts have their places, for good, and the old ones are no longer wanted."""
    names_to_disk(workshop.parent)
    replace(workshop / NOTE, workshop / OLD / NOTE)


def is_under_way(workshop: Path) -> bool:
    """Whether an exchange has begun and is neither complete nor undone."""
    return (workshop / NOTE).exists()


def put_back(workshop: Path, target: Path) -> None:
    """Undo an exchange, as far as it got; nothing where none is under way.

    Every part is tried by itself. What is in a place and is not one of ours stays there.

    Raises NotPutBackError where a part cannot be put back; it is in the workshop then.
    """
    if not is_under_way(workshop):
        return
    noted = _noted(workshop)
    if noted is None:
        left = [part.name for part in _old_parts(workshop)]
    else:
        left = _take_out(workshop, noted, target) + _put_in(workshop, target)
    if left:
        raise _not_put_back(workshop, left, target)
    (workshop / NOTE).unlink()


def _old_parts(workshop: Path) -> List[Path]:
    old = workshop / OLD
    return sorted(old.iterdir()) if old.is_dir() else []


def _take_out(workshop: Path, noted: Dict[str, Mark], target: Path) -> List[str]:
    """Take the new parts out of their places; the names of those that stay, of all that are ours."""
    left = []
    for name, known_by in noted.items():
        place, waiting = target.parent / name, workshop / NEW / name
        if not _is_of(name, target) or waiting.exists() or not _is_same(place, known_by):
            continue
        if not _moved(place, waiting):
            left.append(name)
    return left


def _put_in(workshop: Path, target: Path) -> List[str]:
    """Put the old parts in their places; the names of those for which that cannot be."""
    left = []
    for part in _old_parts(workshop):
        place = target.parent / part.name
        if not _is_of(part.name, target) or os.path.lexists(place) or not _moved(part, place):
            left.append(part.name)
    return left


def _moved(part: Path, place: Path) -> bool:
    try:
        replace(part, place)
    except (OSError, HeldOpenError):
        return False
    return True


def _is_of(name: str, target: Path) -> bool:
    """Whether a part of this name is one of the target's: a note may have come with somebody's data."""
    return name == os.path.basename(name) and name.startswith(f"{target.stem}.")


def _mark(part: Path) -> Mark:
    found = part.stat()
    return found.st_size, found.st_mtime_ns


def _is_same(place: Path, known_by: Mark) -> bool:
    if not place.is_file() or place.is_symlink():
        return False
    size, changed = _mark(place)
    return size == known_by[0] and abs(changed - known_by[1]) <= _CLOCK_NS


def _noted(workshop: Path) -> Optional[Dict[str, Mark]]:
    with suppress(OSError, ValueError, TypeError, AttributeError):
        noted = json.loads((workshop / NOTE).read_text(encoding="utf-8"))
        return {str(name): (int(size), int(changed)) for name, (size, changed) in noted.items()}
    return None


def _not_put_back(workshop: Path, parts: List[str], target: Path) -> NotPutBackError:
    return NotPutBackError(
        mark(
            "“{file}” could not be replaced, and not all of its parts could be put back: {parts}. The old "
            "ones are not lost, but lie in the folder “{folder}”. Close other programs that use the file and "
            "write once more, which puts them back first; or move them back yourself and remove the folder."
        ),
        file=target.name,
        parts=listed(sorted(set(parts))),
        folder=workshop,
    )
