# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole files read into memory: ordinary ones, of a size that was agreed on."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..core.messages import Message, mark

# A pipe that nobody writes to is opened all the same, and then seen to be one.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotReadable(Exception):
    """A file that is not read.

    Attributes
    ----------
    problem
        What is wrong with it, a sentence without the file's name.
    """

    def __init__(self, problem: Message) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_plain(path: Path, most: int) -> bytes:
    """The content of a file of `most` bytes at the utmost.

    Devices and pipes, of which some never end and some never begin, are not read.

    Raises
    ------
    NotReadable
        The file is missing, a folder, a device or a pipe, too large, or not to be read.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError as error:
        raise NotReadable(Message(mark("There is no such file."))) from error
    except (OSError, ValueError) as error:
        raise _of(path, error) from error
    try:
        status = os.fstat(descriptor)
        check_plain(status.st_mode)
        check_size(status.st_size, most)
        with open(descriptor, "rb", closefd=False) as file:
            content = file.read(most + 1)
    except OSError as error:
        raise _of(path, error) from error
    finally:
        os.close(descriptor)
    check_size(len(content), most)  # it may have grown
    return content


def check_plain(mode: int) -> None:
    """Raise NotReadable for what is no ordinary file, given its mode."""
    if stat.S_ISDIR(mode):
        raise NotReadable(Message(mark("It is a folder, not a file.")))
    if not stat.S_ISREG(mode):
        raise NotReadable(Message(mark("It is a device or a pipe, not a file that holds data.")))


def check_size(size: int, most: int) -> None:
    """Raise NotReadable for a file of more than `most` bytes."""
    if size > most:
        raise NotReadable(
            Message(
                mark("It has {size} MB; at most {most} MB are read."),
                {"size": f"{size / 1e6:,.1f}", "most": f"{most / 1e6:,.0f}"},
            )
        )


def _of(path: Path, error: Exception) -> NotReadable:
    # Windows answers "permission denied" for a folder.
    if isinstance(error, OSError) and path.is_dir():
        return NotReadable(Message(mark("It is a folder, not a file.")))
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return NotReadable(Message(mark("It cannot be read: {reason}."), {"reason": reason}))
