# SPDX-License-Identifier: GPL-2.0-or-later
"""How a layer is drawn on a sheet: the one seam between sheets and the looks of `layers`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsAbstractVectorLayerLabeling,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMapLayerStyle,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.bands import Bands, Method, paper_bands
from ..layers.classes import Classes, NeedClass, number, with_count
from ..layers.look.figures import Figure
from ..layers.look.focus import fade
from ..layers.look.labels import NameFields, key_labels
from ..layers.look.lettering import QUIET, label_settings, lettering
from ..layers.look.looks import heading_of
from ..layers.ramp import OUTLINE, PRINTED_OUTLINE
from ..layers.style import STATEMENT_KEY, class_renderer
from ..translation import tr
from .fonts import apart, family

_WRAP = 14
_HERE, _THERE = "#3a6b99", "#e1e3df"


@dataclass(frozen=True)
class ParentNames:
    """What parents are called, to find one's way by; they give way to all that stands on areas.

    Attributes
    ----------
    text
        The name, as an expression of an area.
    point
        Where it stands, as an expression; NULL for all areas of a parent but one.
    size
        In points.
    """

    text: str
    point: str
    size: float


@dataclass(frozen=True)
class Keys:
    """What stands on areas.

    Attributes
    ----------
    text, wanted
        A number or a name, and whether an area has one, as expressions.
    fields
        What the areas are called.
    names
        Whether its name stands below a number where there is room.
    size
        In points.
    """

    text: str
    wanted: str
    fields: NameFields
    names: bool
    size: float
    parents: Optional[ParentNames] = None


@dataclass(frozen=True, eq=False)
class Drawing:
    """What of a layer's scores a map shows.

    Attributes
    ----------
    figure, bands
        What is drawn, and which figures share a colour.
    field
        The figure, as an expression.
    values, areas
        The figures, one an area, for the legend to say how many areas are in each class, and the word
        for these; None where the map is about one parent of many.
    inside
        Whether an area is in the parent that the map is about, as an expression; all the others are
        faded. None for all areas in full.
    keys
        What stands on the areas; None for nothing.
    """

    figure: Figure
    bands: Bands
    field: str
    values: Optional[NDArray[np.float64]] = None
    inside: Optional[str] = None
    keys: Optional[Keys] = None
    areas: str = ""
    is_small: bool = False
    """Whether the map is so small that the lines between areas have to stand back."""

    @property
    def heading(self) -> str:
        """What the number is and what it is not, in a line."""
        return heading_of(self.figure)


def bands_of(values: NDArray[np.float64], figures: Sequence[Figure]) -> Bands:
    """One class for 0 and at most five above it, for figures that share a legend."""
    return paper_bands(values, all(figure.whole for figure in figures), Method.PRETTY)


def renderer(layer: QgsVectorLayer, drawing: Drawing) -> QgsCategorizedSymbolRenderer:
    """The colours of the figures."""
    classes = Classes(drawing.bands, drawing.figure.zero_is_none)
    shown, missing = classes.classes(), None
    if drawing.values is not None:
        shown = _counted(shown, drawing.bands.counts(drawing.values), drawing.areas)
        missing = int(np.isnan(drawing.values).sum())
    made = class_renderer(
        layer.geometryType(),
        classes.expression_of(drawing.field),
        shown,
        drawing.heading,
        areas=layer.featureCount(),
        without_data=missing,
        outline=OUTLINE if drawing.is_small else PRINTED_OUTLINE,
    )
    if drawing.inside is not None:
        fade(made, drawing.inside)
    return made


def _counted(classes: Sequence[NeedClass], counts: Sequence[int], areas: str) -> Tuple[NeedClass, ...]:
    """The classes with the numbers of their areas, the first in the legend saying what is counted."""
    told = []
    for need_class, count in zip(classes, counts):
        label = with_count(need_class.label, count)
        if need_class is classes[-1] and areas:
            template = tr("{label} ({areas}: {count})")
            label = template.format(label=need_class.label, count=number(count), areas=areas)
        told.append(replace(need_class, label=label))
    return tuple(told)


def style_of(layer: QgsVectorLayer, drawing: Drawing) -> str:
    """The style, as XML, in which a map of a layout draws the layer; the layer's own stays."""
    drawn = layer.clone()
    drawn.setRenderer(renderer(layer, drawing))
    drawn.setLabelsEnabled(drawing.keys is not None)
    if drawing.keys is not None:
        drawn.setLabeling(_labeling(drawing.keys))
    return _xml(drawn)


def position_style(layer: QgsVectorLayer, inside: str) -> str:
    """The style of a small map that only shows where a parent lies."""
    drawn = layer.clone()
    here = QgsRendererCategory(1, _plain(_HERE), "")
    there = QgsRendererCategory(0, _plain(_THERE), "")
    drawn.setRenderer(QgsCategorizedSymbolRenderer(f"if({inside}, 1, 0)", [here, there]))
    drawn.setLabelsEnabled(False)
    return _xml(drawn)


def lines_shown(layer: QgsVectorLayer, drawing: Drawing) -> List[int]:
    """The places, among the legend's lines, of the classes that are for readers."""
    categories = renderer(layer, drawing).categories()
    return [at for at, category in enumerate(categories) if category.value() != STATEMENT_KEY]


def _labeling(keys: Keys) -> QgsAbstractVectorLayerLabeling:
    made = key_labels(keys.fields, names=keys.names, size=keys.size, key=keys.text, wanted=keys.wanted)
    if keys.parents is not None:
        made.rootRule().appendChild(_parent_rule(keys.parents))
    for rule in made.rootRule().children():
        _letter(rule)
    return made


def _parent_rule(names: ParentNames) -> QgsRuleBasedLabeling.Rule:
    settings = label_settings(names.text, lettering(names.size, QUIET, bold=True), 2)
    settings.autoWrapLength = _WRAP
    settings.geometryGenerator = names.point
    settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
    settings.geometryGeneratorEnabled = True
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setFilterExpression(f"{names.point} IS NOT NULL")
    rule.setDescription("parents")
    return rule


def _letter(rule: QgsRuleBasedLabeling.Rule) -> None:
    """In the type family of the sheet."""
    settings = rule.settings()
    letters = settings.format()
    font = apart(letters.font())
    font.setFamily(family())
    letters.setFont(font)
    settings.setFormat(letters)
    rule.setSettings(settings)


def _plain(colour: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": colour, "outline_width": "0.1"})


def _xml(drawn: QgsVectorLayer) -> str:
    style = QgsMapLayerStyle()
    style.readFromLayer(drawn)
    return str(style.xmlData())
