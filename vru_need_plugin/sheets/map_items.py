# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps that a template keeps a place for, and what helps to read them."""

from __future__ import annotations

from typing import List, Optional

import numpy as np
from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
)

from ..core.messages import mark
from ..layers.look.figures import figures_of
from ..layers.look.labels import NameFields
from . import items
from .area_tables import Listed
from .context import Context
from .expression_parts import literal
from .furniture import fill_legend, fill_north, fill_scale_bar
from .map_style import Drawing, Keys, ParentNames, bands_of, lines_shown
from .maps import Maps
from .order import Labels
from .theme_maps import fill_themes, theme_drawings

_KEY_SIZE, _WALL_KEY_SIZE, _WALL = 7.0, 14.0, 500
_PARENT_SIZE, _MOST_PARENTS = 0.9, 60


def fill_maps(layout: QgsPrintLayout, context: Context, maps: Maps, listed: Listed) -> None:
    """Draw every map, and bind legends, scale bars and arrows to the first."""
    sheets = items.named(layout, items.MAP, QgsLayoutItemMap)
    main = score_drawing(context, _keys(layout, context, maps, listed))
    for item in sheets:
        maps.draw(item, main)
    for item in items.named(layout, items.INSET, QgsLayoutItemMap):
        if context.is_of_parents:
            maps.draw_position(item)
        else:
            layout.removeLayoutItem(item)
    themed = fill_themes(layout, context, maps)
    first: List[QgsLayoutItemMap] = [*sheets, *themed]
    if not first:
        return
    drawing = main if sheets else theme_drawings(context)[0]
    _furnish(layout, context, first[0], drawing, is_of_themes=not sheets)


def score_drawing(context: Context, keys: Optional[Keys] = None) -> Drawing:
    """The need score in the colours of paper."""
    figure = figures_of(context.subject.scenario)[0]
    values = context.subject.result.score
    return Drawing(
        figure,
        bands_of(values, [figure]),
        context.expressions.field("score"),
        None if context.is_of_parents else np.asarray(values),
        context.inside,
        keys,
        str(context.places.areas),
    )


def _keys(layout: QgsPrintLayout, context: Context, maps: Maps, listed: Listed) -> Optional[Keys]:
    if context.order.labels is Labels.NONE:
        return None
    words, areas = context.expressions, context.subject.scenario.areas
    size = layout.pageCollection().page(0).rect()
    is_name = context.order.labels is Labels.NAMES
    key_size = _WALL_KEY_SIZE if max(size.width(), size.height()) > _WALL else _KEY_SIZE
    return Keys(
        words.name if is_name else words.number,
        listed.test,
        NameFields(areas.code_field, areas.name_field, words.parent_field, words.prefix),
        listed.is_list and not is_name,
        key_size,
        _parent_names(context, maps, key_size * _PARENT_SIZE),
    )


def _parent_names(context: Context, maps: Maps, size: float) -> Optional[ParentNames]:
    """The names of the parents, on a map of all areas that has room for them."""
    parents = context.subject.job.parents
    if context.is_of_parents or not 1 < len(parents) <= _MOST_PARENTS:
        return None
    codes = context.subject.job.areas.codes
    places = []
    for parent, box in maps.boxes.items():
        middle = box.center()
        first = literal(str(codes[min(context.subject.areas_of_parent[parent])]).strip())
        places.append(f"{first}, make_point({middle.x():.6f}, {middle.y():.6f})")
    point = f"map_get(map({', '.join(places)}), trim(to_string({context.expressions.code})))"
    return ParentNames(context.expressions.parent_name, point, size)


def _furnish(
    layout: QgsPrintLayout,
    context: Context,
    sheet: QgsLayoutItemMap,
    drawing: Drawing,
    *,
    is_of_themes: bool,
) -> None:
    heading = drawing.heading
    if is_of_themes:
        heading = context.say.text(mark("Score of each theme: weights above threshold (not an index)"))
    lines = lines_shown(context.layer, drawing)
    for legend in items.named(layout, items.LEGEND, QgsLayoutItemLegend):
        fill_legend(legend, sheet, context.layer, heading, lines)
    for bar in items.named(layout, items.SCALE_BAR, QgsLayoutItemScaleBar):
        if not fill_scale_bar(bar, sheet, follows_atlas=context.order.atlas):
            layout.removeLayoutItem(bar)
    for arrow in items.named(layout, items.NORTH, QgsLayoutItemPicture):
        fill_north(arrow, sheet)
