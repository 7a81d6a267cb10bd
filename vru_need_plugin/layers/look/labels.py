# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels of areas: the names of the first few, or a number on each with its name where there is room.

All of it is QGIS's own labelling engine: labels do not collide, and they stay right, and editable,
where the plugin is not installed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsLabeling,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsSimpleLineCallout,
)

from .choice import Focus
from .focus import in_focus
from .lettering import INK, POINT, label_settings, lettering

_LETTER = 0.56
"""Of a letter's height, how wide one is about."""
_LINE = 1.35
"""Of a letter's height, how far lines are apart."""
_WRAP = 13
"""Letters after which a name goes on below."""

NAME_SIZE = 7.0
KEY_SIZE = 8.0
"""Points."""


@dataclass(frozen=True)
class NameFields:
    """The fields that labels and keys are made from.

    Attributes
    ----------
    code, name
        The area's; its code stands for the name where there is none.
    parent
        The parent's code; None where areas have no parent.
    prefix
        What need fields begin with.
    """

    code: str
    name: Optional[str] = None
    parent: Optional[str] = None
    prefix: str = "need_"

    @property
    def label(self) -> str:
        """A QGIS expression for what an area is called."""
        code = QgsExpression.quotedColumnRef(self.code)
        return code if self.name is None else f"coalesce({QgsExpression.quotedColumnRef(self.name)}, {code})"


def top_labels(
    fields: NameFields, most: int, focus: Optional[Focus] = None, *, size: float = NAME_SIZE
) -> QgsRuleBasedLabeling:
    """The names of the areas with the ranks 1 to `most`; areas that tie are all named.

    Where areas lie close, a name may stand outside its area, with a line to it; one for which
    there is no place at all is left out. Where all have to be found, `key_labels` number them.

    Parameters
    ----------
    focus
        Ranks within each parent in focus count then, and no other area is named.
    """
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(_rule(_beside(fields.label, size, 8), _first(fields, most, focus), f"1–{most}"))
    return QgsRuleBasedLabeling(root)


def key_labels(
    fields: NameFields,
    focus: Optional[Focus] = None,
    *,
    most: Optional[int] = None,
    names: bool = True,
    size: float = KEY_SIZE,
    key: Optional[str] = None,
    wanted: Optional[str] = None,
) -> QgsRuleBasedLabeling:
    """A number on each area, from `key_expression`, and its name below where there is room.

    Every number is there: two touch only where nothing else can be done.

    Parameters
    ----------
    focus
        Only the areas of these parents are numbered, each parent's by themselves; without it, all
        are numbered in one.
    most
        Only the areas with the ranks 1 to `most` are.
    names
        Whether there are names at all.
    key, wanted
        In place of the number and of whether an area has one, as QGIS expressions.
    """
    key = key or key_expression(fields, within_parent=focus is not None)
    fits = _name_fits(fields.label, size)
    if wanted is None:
        wanted = "true" if focus is None else in_focus(focus)
        wanted = wanted if most is None else _first(fields, most, focus)
    root = QgsRuleBasedLabeling.Rule(None)
    if names:
        named = f"to_string({key}) || '\\n' || wordwrap({fields.label}, {_WRAP})"
        settings = label_settings(named, lettering(size), 9)
        root.appendChild(_rule(settings, f"{wanted} AND {fits}", "number and name"))
        wanted = f"{wanted} AND NOT {fits}"
    number = label_settings(f"to_string({key})", lettering(size, bold=True), 10)
    number.displayAll = True  # one that is left out would leave its line of the list without a place
    root.appendChild(_rule(number, wanted, "number"))
    return QgsRuleBasedLabeling(root)


def key_expression(fields: NameFields, *, within_parent: bool = True) -> str:
    """An area's number in the order of rank and then of name: no two share one.

    A QGIS expression, for labels and for the column of a table alike, so that both say the same. A
    table in the order of this expression is a ranking.

    Parameters
    ----------
    within_parent
        Whether each parent's areas are numbered by themselves.
    """
    code = QgsExpression.quotedColumnRef(fields.code)
    apart = fields.parent if within_parent else None
    group = "" if apart is None else f", group_by:={QgsExpression.quotedColumnRef(apart)}"
    rank = QgsExpression.quotedColumnRef(f"{fields.prefix}rank")
    order = f"lpad(to_string(coalesce({rank}, 999999999)), 9, '0') || {fields.label} || {code}"
    return f"array_find(array_agg({code}{group}, order_by:={order}), {code}) + 1"


def _first(fields: NameFields, most: int, focus: Optional[Focus]) -> str:
    """A QGIS expression: whether an area is among the first, of all or of its parent in focus."""
    rank = "rank" if focus is None or fields.parent is None else "prank"
    ranked = f"{QgsExpression.quotedColumnRef(fields.prefix + rank)} <= {int(most)}"
    return ranked if focus is None else f"{ranked} AND {in_focus(focus)}"


def _name_fits(label: str, size: float) -> str:
    """A QGIS expression: whether a name, wrapped, has room in its area at the scale of the map.

    The room is what lies in the area of a line from west to east through the point farthest from the borders.
    """
    unit = "if(@map_units = 'degrees', 111320 * cos(radians(y_min(@room))), 1)"
    # A reference system without an authority's code, as many a shapefile has, cannot be named.
    shape = "coalesce(transform($geometry, @layer_crs, @map_crs), $geometry)"
    middle = "pole_of_inaccessibility(@room, max(bounds_width(@room), bounds_height(@room)) / 20)"
    across = (
        "length(intersection(@room, make_line("
        "make_point(x_min(@room), y(@middle)), make_point(x_max(@room), y(@middle)))))"
    )
    lines = f"string_to_array(wordwrap({label}, {_WRAP}), '\\n')"
    longest = f"array_max(array_foreach({lines}, length(@element)))"
    letter = size * POINT
    wide = f"{longest} * {letter * _LETTER:.4f}"
    high = f"(array_length({lines}) + 1) * {letter * _LINE:.4f}"
    scale = f"(@map_scale / 1000 / {unit})"
    return (
        f"coalesce(with_variable('room', {shape}, with_variable('middle', {middle}, "
        f"{wide} * {scale} <= {across} AND "
        f"{high} * {scale} <= 2.2 * distance(@middle, boundary(@room)))), false)"
    )


def _beside(expression: str, size: float, priority: int) -> QgsPalLayerSettings:
    """A label in its area or, where it has no room there, outside with a line to it."""
    settings = label_settings(expression, lettering(size), priority)
    flag = QgsLabeling.PolygonPlacementFlag
    # The names moved in QGIS 3.36.
    flags = getattr(QgsLabeling, "PolygonPlacementFlags", None) or Qgis.LabelPolygonPlacementFlags
    settings.setPolygonPlacementFlags(
        flags(flag.AllowPlacementInsideOfPolygon | flag.AllowPlacementOutsideOfPolygon)
    )
    callout = QgsSimpleLineCallout()
    callout.setEnabled(True)
    callout.setMinimumLength(0.5)
    callout.setLineSymbol(QgsLineSymbol.createSimple({"line_color": INK.name(), "line_width": "0.2"}))
    settings.setCallout(callout)
    return settings


def _rule(settings: QgsPalLayerSettings, condition: str, words: str) -> QgsRuleBasedLabeling.Rule:
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setFilterExpression(condition)
    rule.setDescription(words)
    return rule
