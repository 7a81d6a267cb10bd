# SPDX-License-Identifier: GPL-2.0-or-later
"""What GDAL has to say while it reads: heard, and not printed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator, List

from osgeo import gdal

from ..core.messages import NeedError, mark

# Warnings that something of the file is left out.
_LEFT_OUT = ("Limiting number of columns", "columns detected. Limiting to")


@contextmanager
def quiet() -> Iterator[None]:
    """Keep GDAL from printing errors that are told to the user in our own words."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


@contextmanager
def all_or_nothing(source: str) -> Iterator[None]:
    """Raise NeedError in the end where GDAL met an error inside, or left columns out.

    Drivers give what they have read up to a damaged place as if it were all there is.

    Parameters
    ----------
    source
        The file, for the message.
    """
    heard: List[str] = []

    def hear(kind: int, _number: int, text: str) -> None:
        if kind >= gdal.CE_Failure or any(words in text for words in _LEFT_OUT):
            heard.append(text)

    gdal.PushErrorHandler(hear)
    try:
        yield
    finally:
        gdal.PopErrorHandler()
    if heard:
        raise NeedError(
            mark(
                "The file “{file}” could not be read as a whole, and a part of it will not do: {reason}. It "
                "may be damaged. Open it in the program that it comes from, and save it anew."
            ),
            file=source,
            reason=heard[0].rstrip(". "),
        )
