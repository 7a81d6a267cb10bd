# SPDX-License-Identifier: GPL-2.0-or-later
"""How need figures are drawn: calm, told apart by everyone, and never without saying what they are."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsWkbTypes

from ..translation import tr
from .classes import Classes, NeedClass, with_count
from .ramp import OUTLINE, Colour
from .symbols import DRAWN, class_symbol, invisible_symbol, no_data_symbol

STATEMENT_KEY = "statement"
"""The value, which no score has, of the class that carries the legend's statement."""

MANY_AREAS = 5000
"""From here on outlines would hide what they surround."""


def need_renderer(
    geometry: QgsWkbTypes.GeometryType,
    classes: Classes,
    prefix: str = "need_",
    *,
    is_count: bool,
    areas: int = 0,
) -> Optional[QgsCategorizedSymbolRenderer]:
    """A renderer for need scores on the screen, from classes that do not know the figures.

    Parameters
    ----------
    geometry
        What the layer draws.
    classes
        From `classes.need_classes`.
    prefix
        The need fields' prefix.
    is_count
        Whether a score is a number of measures, to be said so in the legend.
    areas
        How many there are, for outlines that do not drown them.

    Returns
    -------
    QgsCategorizedSymbolRenderer or None
        None for a layer without geometry.
    """
    return class_renderer(
        geometry,
        classes.expression(f"{prefix}score"),
        classes.classes(),
        legend_statement(is_count),
        areas=areas,
    )


def class_renderer(
    geometry: QgsWkbTypes.GeometryType,
    expression: str,
    classes: Sequence[NeedClass],
    heading: str,
    *,
    areas: int = 0,
    without_data: Optional[int] = None,
    outline: Colour = OUTLINE,
) -> Optional[QgsCategorizedSymbolRenderer]:
    """A renderer for classes whose number an expression gives; NULL is hatched as no data.

    A categorised renderer on the number of the class, one expression for each area, draws 35,000
    areas three times as fast as a rule for each class, and can show NULL, which a graduated one
    cannot.

    Parameters
    ----------
    expression
        Gives the index of an area's class; NULL for no data.
    classes
        Ascending; the legend has the highest first.
    heading
        The legend's first line: what the figure is, and what it is not. Evaluated by nobody:
        see `unevaluated`.
    areas
        How many areas the layer has.
    without_data
        How many areas have no figure, to be said in the legend.
    outline
        The colour of the lines between areas.

    Returns
    -------
    QgsCategorizedSymbolRenderer or None
        None for a layer without geometry.
    """
    if geometry not in DRAWN:
        return None
    edge = outline if areas < MANY_AREAS else None
    no_data = tr("No data")
    if without_data is not None:
        no_data = with_count(no_data, without_data)
    categories = [
        QgsRendererCategory(STATEMENT_KEY, invisible_symbol(geometry), unevaluated(heading)),
        *(
            QgsRendererCategory(
                need_class.index, class_symbol(geometry, need_class.colour, edge), need_class.label
            )
            for need_class in reversed(classes)
        ),
        QgsRendererCategory(None, no_data_symbol(geometry, edge), no_data),
    ]
    return QgsCategorizedSymbolRenderer(expression, categories)


def legend_statement(is_count: bool) -> str:
    """What the number is and what it is not, in a line."""
    if is_count:
        return tr("Need score: measures above threshold (not an index)")
    return tr("Need score: sum of the weights above threshold (not an index)")


def unevaluated(text: str) -> str:
    """The user's own words as QGIS shows them: what stands in ``[% %]`` it would evaluate.

    Wherever QGIS takes a text for a template: legend entries and titles, labels of a layout.

    >>> unevaluated("Change [%]")
    'Change [ %]'
    """
    return text.replace("[%", "[ %")
