# SPDX-License-Identifier: GPL-2.0-or-later
"""Which scores share a colour, and what the legend says of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import QLocale

from ..translation import tr
from .ramp import NONE_ABOVE, Colour, ramp

# More shades than this nobody can match with a legend.
MOST_CLASSES = 17

_CLASSES_BY_VALUE = 7

# A score of 11 x 0.1 divided by 0.1 is a hair over 11 and belongs into the eleventh class.
_HAIR = "0.000000001"


@dataclass(frozen=True)
class NeedClass:
    """Scores that share a colour.

    Parameters
    ----------
    index
        The class's number, what `Classes.expression` gives for its scores; 0 for a score of 0.
    label
        The legend's text.
    colour
        Red, green, blue.
    """

    index: int
    label: str
    colour: Colour


@dataclass(frozen=True)
class Classes:
    """A classification of need scores; classes are closed above, and 0 has one of its own.

    Parameters
    ----------
    width
        How wide each class is; 1 gives every whole score a class.
    count
        How many classes there are above 0.
    is_count
        Whether the score is a number of measures, every weight being 1.
    open_top
        Whether scores above the last class may be there and share it.
    """

    width: float
    count: int
    is_count: bool
    open_top: bool = False

    @property
    def top(self) -> float:
        """The highest score that has a class of its own."""
        return self.width * self.count

    def classes(self) -> Tuple[NeedClass, ...]:
        """The classes from 0 up, with their legend and colours."""
        colours: List[Colour] = [NONE_ABOVE, *ramp(self.count)]
        return tuple(NeedClass(index, self._label(index), colour) for index, colour in enumerate(colours))

    def expression(self, field: str) -> str:
        """The class's index as a QGIS expression of the score in `field`; NULL where that is NULL."""
        name = '"' + field.replace('"', '""') + '"'
        return (
            f"CASE WHEN {name} > {self.top:.12g} THEN {self.count} "
            f"WHEN {name} > 0 THEN ceil({name} / {self.width:.12g} - {_HAIR}) ELSE {name} END"
        )

    def _label(self, index: int) -> str:
        if index == 0:
            return tr("0: no measure above threshold") if self.is_count else _number(0)
        low, high = self.width * (index - 1), self.width * index
        last = self.open_top and index == self.count
        if not self.is_count:
            if last:
                return tr("over {low}").format(low=_number(low))
            return tr("over {low} to {high}").format(low=_number(low), high=_number(high))
        if last:
            return tr("{low} or more").format(low=_number(low + 1))
        return _number(high) if self.width == 1 else f"{_number(low + 1)}–{_number(high)}"


def need_classes(top: float, is_count: bool, highest: Optional[float] = None) -> Classes:
    """Classes for scores up to `top`.

    Parameters
    ----------
    top
        The highest score to show.
    is_count
        Whether the score is a number of measures: every weight 1, and missing measures not made
        up for. One class for each whole score then, or for two, three ... where there are too many.
    highest
        The highest score possible; where it is more than `top`, the last class says that it is
        open.
    """
    if is_count:
        width = float(max(1, math.ceil(top / (MOST_CLASSES - 1))))
        count = max(1, math.ceil(top / width))
    else:
        width = _pretty(top / _CLASSES_BY_VALUE)
        count = max(1, math.ceil(top / width - 1e-9))
    return Classes(width, count, is_count, open_top=highest is not None and highest > width * count)


def _pretty(width: float) -> float:
    """The next width up that people count in: 1, 2, 2.5 or 5 times a power of ten."""
    if width <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(width))
    step = next(step for step in (1, 2, 2.5, 5, 10) if width <= step * power * (1 + 1e-9))
    return float(f"{step * power:.12g}")


def _number(value: float) -> str:
    """A number as the user's locale writes it, without needless decimals."""
    locale = QLocale()
    if float(value).is_integer():
        return str(locale.toString(int(value)))
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return str(locale.toString(float(value), "f", decimals))
