# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as people read and type them, in the user's locale."""

from __future__ import annotations

import math
from typing import Any, Optional

from qgis.PyQt.QtCore import QLocale

from ..core.messages import NeedError, mark
from ..session.words import plural
from ..translation import tr

_DIGITS = 4
_WHOLE_FROM = 1000
_PLAIN_DECIMALS = 6


def plain(value: float) -> str:
    """A number someone set, in full: 2, 0.5, 12.25; no zeros at the end."""
    text = QLocale().toString(float(value), "f", _PLAIN_DECIMALS)
    point = QLocale().decimalPoint()
    return text.rstrip("0").rstrip(point) if point in text else text


def figure(value: Optional[float]) -> str:
    """A figure of a measure, to four digits (whole from 1,000 on); empty for none."""
    if value is None or not math.isfinite(value):
        return ""
    return _rounded(value, _decimals(value))


def difference(one: float, other: float) -> str:
    """How far two figures lie apart, as who subtracts the one shown from the other finds it.

    It has the decimals of the one that is rounded the more; a difference too small for them is shown
    to four digits all the same: 0 is said of equals only.
    """
    size = abs(one - other)
    decimals = min((_decimals(value) for value in (one, other) if value != int(value)), default=0)
    return figure(size) if size < 10.0**-decimals else _rounded(size, decimals)


def _decimals(value: float) -> int:
    """How many decimals a figure is shown with."""
    if value == int(value) or abs(value) >= _WHOLE_FROM:
        return 0
    return max(0, _DIGITS - 1 - math.floor(math.log10(abs(value))))


def _rounded(value: float, decimals: int) -> str:
    return plain(round(value, decimals)) if decimals else QLocale().toString(round(value))


def whole(value: int) -> str:
    """A count, with thousands marks."""
    return QLocale().toString(int(value))


def counted(count: int, word: str) -> str:
    """So many of what the word says: 1 ward, 625 wards."""
    what = word if count == 1 else plural(word)
    return tr("{count} {what}").format(count=whole(count), what=what)


def number_typed(value: Any) -> float:
    """The number that someone gave to an editor: a number, or text in the user's locale.

    Raises
    ------
    NeedError
        It is no number.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    number, right = QLocale().toDouble(str(value).strip())
    if right:
        return number
    try:
        return float(str(value))
    except ValueError:
        raise NeedError(mark("“{text}” is not a number."), text=value) from None
