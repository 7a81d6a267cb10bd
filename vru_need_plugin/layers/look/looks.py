# SPDX-License-Identifier: GPL-2.0-or-later
"""The renderer that a choice comes to for a layer and its figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsCategorizedSymbolRenderer, QgsExpression, QgsVectorLayer

from ...core.bands import Bands, Method, paper_bands, screen_bands
from ...translation import tr
from ..classes import Classes, NeedClass, with_count
from ..ramp import NONE_ABOVE, OUTLINE, PRINTED_OUTLINE, Palette, ramp
from ..style import class_renderer, legend_statement
from .choice import Choice, Medium
from .figures import Figure, Kind, figure_for, values_of
from .focus import fade_others

_ABOVE = 0.62
"""Where on the ramp the colour of what is above threshold is."""


@dataclass(frozen=True)
class Look:
    """How a layer is drawn, in a form for the map and in one for the legend.

    Attributes
    ----------
    figure
        What is drawn.
    heading
        What the figure is and what it is not, in a line.
    classes
        From low to high, with colours and, on paper, how many areas each holds.
    counts
        How many areas each of the classes holds, in the same order.
    without_data
        How many areas have no figure: they are hatched.
    renderer
        For the layer; None where it has no geometry. Each layer needs a clone of its own.
    """

    figure: Figure
    heading: str
    classes: Tuple[NeedClass, ...]
    counts: Tuple[int, ...]
    without_data: int
    renderer: Optional[QgsCategorizedSymbolRenderer]


def look_for(layer: QgsVectorLayer, choice: Choice, prefix: str = "need_") -> Look:
    """How the layer is drawn by this choice, as its need fields are now.

    Raises KeyError where the layer has no field for what was chosen.
    """
    figure = figure_for(layer, choice.suffix, prefix)
    return look_of(layer, figure, values_of(layer, figure, prefix), choice, prefix)


def look_of(
    layer: QgsVectorLayer,
    figure: Figure,
    values: NDArray[np.float64],
    choice: Choice,
    prefix: str = "need_",
    bands: Optional[Bands] = None,
) -> Look:
    """The same for figures that are at hand.

    Parameters
    ----------
    values
        One an area; NaN where there is none.
    bands
        Bands to use in place of the choice's own: several maps with one legend, or figures of a
        whole on a map of a part.
    """
    field = f"{prefix}{figure.suffix}"
    if figure.kind is Kind.MEASURE:
        plain, counts = _flag_classes(values, choice.palette)
        expression = QgsExpression.quotedColumnRef(field)
    else:
        bands = bands_for(values, figure, choice) if bands is None else bands
        classes = Classes(bands, figure.zero_is_none, choice.palette)
        plain, counts = classes.classes(), bands.counts(values)
        expression = classes.expression(field)
    without_data = int(np.isnan(values).sum())
    on_paper = choice.medium is Medium.PAPER
    shown = tuple(map(_counted, plain, counts)) if on_paper else plain
    heading = heading_of(figure)
    renderer = class_renderer(
        layer.geometryType(),
        expression,
        shown,
        heading,
        areas=len(values),
        without_data=without_data if on_paper else None,
        outline=PRINTED_OUTLINE if on_paper else OUTLINE,
    )
    if renderer is not None and choice.focus is not None:
        fade_others(renderer, choice.focus)
    return Look(figure, heading, shown, counts, without_data, renderer)


def bands_for(values: NDArray[np.float64], figure: Figure, choice: Choice) -> Bands:
    """The bands that a choice divides a score's or a theme's figures into."""
    if choice.medium is Medium.SCREEN and (figure.whole or choice.method is Method.PRETTY):
        return screen_bands(float(np.nanmax(values, initial=0.0)), figure.whole)
    return paper_bands(values, figure.whole, choice.method, choice.bands)


def heading_of(figure: Figure) -> str:
    """What a figure is and what it is not, in a line."""
    if figure.kind is Kind.SCORE:
        return legend_statement(figure.is_count)
    if figure.kind is Kind.MEASURE:
        return tr("{measure} (one measure of a need score)").format(measure=figure.title)
    if figure.is_count:
        return tr("{theme}: measures above threshold (part of a need score, not an index)").format(
            theme=figure.title
        )
    return tr("{theme}: sum of the weights above threshold (part of a need score, not an index)").format(
        theme=figure.title
    )


def _flag_classes(
    values: NDArray[np.float64], palette: Palette
) -> Tuple[Tuple[NeedClass, ...], Tuple[int, ...]]:
    shades = ramp(101, palette)
    classes = (
        NeedClass(0, tr("Not above threshold"), NONE_ABOVE),
        NeedClass(1, tr("Above threshold"), shades[round(100 * _ABOVE)]),
    )
    return classes, (int((values == 0).sum()), int((values == 1).sum()))


def _counted(need_class: NeedClass, count: int) -> NeedClass:
    return NeedClass(need_class.index, with_count(need_class.label, count), need_class.colour)
