# SPDX-License-Identifier: GPL-2.0-or-later
"""Bands of figures with their colours, and what the legend says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

from qgis.core import QgsExpression
from qgis.PyQt.QtCore import QLocale

from ..core.bands import Bands, screen_bands
from ..core.scale import Makeup
from ..translation import tr
from .ramp import NONE_ABOVE, Colour, Palette, ramp


@dataclass(frozen=True)
class NeedClass:
    """Figures that share a colour.

    Parameters
    ----------
    index
        The class's number, what `Classes.expression` gives for its figures; 0 for a figure of 0.
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
    """A classification: bands that are closed above, and 0 with a class of its own.

    Parameters
    ----------
    bands
        From `core.bands`.
    zero_is_none
        Whether a figure of 0 says that no measure is above threshold.
    palette
        The colours.
    """

    bands: Bands
    zero_is_none: bool
    palette: Palette = Palette.SEA

    @property
    def top(self) -> float:
        """The highest figure that has a class of its own."""
        return self.bands.top

    def classes(self, counts: Optional[Sequence[int]] = None) -> Tuple[NeedClass, ...]:
        """The classes from 0 up, with their legend and colours.

        Parameters
        ----------
        counts
            How many areas each class holds (`Bands.counts`), to be said in the legend.
        """
        colours: List[Colour] = [NONE_ABOVE, *ramp(self.bands.count, self.palette)]
        labels = [self._label(index) for index in range(len(colours))]
        if counts is not None:
            labels = [with_count(label, count) for label, count in zip(labels, counts)]
        return tuple(
            NeedClass(index, label, colour) for index, (label, colour) in enumerate(zip(labels, colours))
        )

    def expression(self, field: str) -> str:
        """The class's index as a QGIS expression of the figure in `field`; NULL where that is NULL.

        Half of what is left is ruled out by each comparison, so that many classes cost little more
        than few.
        """
        return self.expression_of(QgsExpression.quotedColumnRef(field))

    def expression_of(self, figure: str) -> str:
        """The same of a figure that is an expression itself."""
        return _halving(figure, (0.0, *self.bands.edges[:-1]), 0)

    def _label(self, index: int) -> str:
        if index == 0:
            return tr("0: no measure above threshold") if self.zero_is_none else number(0)
        low, high = self.bands.low(index), self.bands.high(index)
        last = self.bands.open_top and index == self.bands.count
        if not self.bands.whole:
            if last:
                return tr("over {low}").format(low=number(low))
            return tr("over {low} to {high}").format(low=number(low), high=number(high))
        if last:
            return tr("{low} or more").format(low=number(low + 1))
        return number(high) if low + 1 >= high else f"{number(low + 1)}–{number(high)}"


def with_count(label: str, count: int) -> str:
    """A legend's label that says how many areas it holds."""
    return tr("{label} ({count})").format(label=label, count=number(count))


def need_classes(
    top: float, makeup: Makeup, highest: Optional[float] = None, palette: Palette = Palette.SEA
) -> Classes:
    """Classes for scores up to `top` on the screen: one for each whole score.

    Parameters
    ----------
    top
        The highest score to show.
    makeup
        What sort of numbers the scores are.
    highest
        The highest score possible; where it is more than `top`, the last class says that it is
        open.
    """
    return Classes(screen_bands(top, makeup.whole, highest), makeup.zero_is_none, palette)


def _halving(name: str, floors: Sequence[float], first: int) -> str:
    """The expression that finds in which class a figure is.

    Parameters
    ----------
    floors
        What the figures of class `first` + 1, + 2 ... are above, ascending.
    first
        The class of a figure that is above none of them.
    """
    if not floors:
        # At the far end: nothing, which is neither above 0 nor not, stays nothing.
        return f"CASE WHEN {name} <= 0 THEN 0 END" if first == 0 else str(first)
    middle = len(floors) // 2
    above = _halving(name, floors[middle + 1 :], first + middle + 1)
    below = _halving(name, floors[:middle], first)
    return f"CASE WHEN {name} > {floors[middle]!r} THEN {above} ELSE {below} END"


def number(value: float) -> str:
    """A number as the user's locale writes it, without needless decimals."""
    locale = QLocale()
    if float(value).is_integer():
        return str(locale.toString(int(value)))
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return str(locale.toString(float(value), "f", decimals))
