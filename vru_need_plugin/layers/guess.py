# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields of a layer hold the code, the name and the parent of its areas.

Contents speak first (GSS codes, unique values, one value of a field for each of another), names
of fields second: London's own layers call the same thing GSS_CODE, LSOA11CD and WD20CD.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Dict, List, Optional, Sequence

from qgis.core import QgsField, QgsVectorLayer

from ..core.gss import is_gss
from ..scenario.document import Areas
from .columns import read_columns
from .fields import is_integer, is_text
from .texts import as_texts

_CODE_LIKE = re.compile(r"(?=.*\d)[A-Z0-9_.:-]{2,20}", re.IGNORECASE)

_CODE_NAMES = re.compile(r"(code|cd|gss|fips|geoid|ons|key|ref)\d*$|^(code|gss|fips|geoid|id)", re.IGNORECASE)
_ID_NAMES = re.compile(r"(^|_)(id|uid)$|id$", re.IGNORECASE)
_ROW_NUMBERS = re.compile(r"^(ogc_)?fid$|^objectid|^gid$|^pk$|^poly_?id$|^shape|^index$", re.IGNORECASE)
_NAME_NAMES = re.compile(r"name|nm\d*$|label|title|location|^ward$|^area$", re.IGNORECASE)
_PARENT_NAMES = re.compile(
    r"lad|(^|_)la([_\d]|gss|code|cd|nm|name|$)|lb_|borough|district|auth|utla|county|parent|council|(^|_)state|municip",
    re.IGNORECASE,
)

# A code that repeats now and then is still the code; read_areas then names the areas at fault.
_NEARLY_UNIQUE = 0.9

_FAMILY = re.compile(r"(code|cd|gss_cd|gss|nm|name|id)\d*$", re.IGNORECASE)


@dataclass(frozen=True)
class _Field:
    """A field with what its contents say."""

    name: str
    text: bool
    cells: Sequence[Optional[str]]
    distinct: int
    filled: float
    gss: float
    code_like: float

    @property
    def unique(self) -> float:
        """Distinct values for each area."""
        return self.distinct / max(1, len(self.cells))


def guess_fields(layer: QgsVectorLayer) -> Areas:
    """The layer's code, name, parent code and parent name fields, as far as they can be told.

    ``code_field`` is empty where no field will do. The source is ``project:`` and the layer's name.
    """
    fields = _look(layer)
    code = _best(fields, _code_points)
    others = [field for field in fields if field is not code]
    parent = _best(others, lambda field: _parent_points(field, code))
    others = [field for field in others if field is not parent]
    name = _best(others, lambda field: _name_points(field, code))
    others = [field for field in others if field is not name]
    parent_name = _best(others, lambda field: _parent_name_points(field, parent, name))
    return Areas(
        source=f"project:{layer.name()}",
        code_field=code.name if code else "",
        name_field=name.name if name else None,
        parent_code_field=parent.name if parent else None,
        parent_name_field=parent_name.name if parent_name else None,
    )


def _look(layer: QgsVectorLayer) -> List[_Field]:
    candidates = [field for field in layer.fields() if _may_be_key(field)]
    columns = read_columns(layer, [field.name() for field in candidates])
    return [_described(field, as_texts(columns.values[field.name()])) for field in candidates]


def _may_be_key(field: QgsField) -> bool:
    return is_text(field) or is_integer(field)


def _described(field: QgsField, cells: Sequence[Optional[str]]) -> _Field:
    filled = [cell for cell in cells if cell is not None]
    distinct = set(filled)
    share = 1 / max(1, len(distinct))
    return _Field(
        name=field.name(),
        text=is_text(field),
        cells=cells,
        distinct=len(distinct),
        filled=len(filled) / max(1, len(cells)),
        gss=sum(map(is_gss, distinct)) * share,
        code_like=sum(bool(_CODE_LIKE.fullmatch(cell)) for cell in distinct) * share,
    )


def _best(fields: Sequence[_Field], points: Callable[[_Field], float]) -> Optional[_Field]:
    """The field with most points, the first of equals; None where none has any."""
    scored = [(points(field), -index) for index, field in enumerate(fields)]
    top = max(scored, default=(0.0, 0))
    return fields[-top[1]] if top[0] > 0 else None


def _code_points(field: _Field) -> float:
    if field.unique < _NEARLY_UNIQUE:
        return 0
    points = 1 + 50 * field.gss + 10 * field.code_like + 5 * field.unique
    points += 20 * bool(_CODE_NAMES.search(field.name)) + 5 * bool(_ID_NAMES.search(field.name))
    points -= 40 * bool(_ROW_NUMBERS.search(field.name))
    return max(points, 0.5)


def _parent_points(field: _Field, code: Optional[_Field]) -> float:
    if field.filled < 0.5 or field.unique > 0.5 or field.distinct == 0 or code is None:
        return 0
    if field.gss < 0.95 and not (_PARENT_NAMES.search(field.name) and _CODE_NAMES.search(field.name)):
        return 0
    # Of several coarser areas the finest is meant, unless a name says which one.
    return 1 + 30 * bool(_PARENT_NAMES.search(field.name)) + 10 * field.gss + field.unique


def _name_points(field: _Field, code: Optional[_Field]) -> float:
    if not field.text or field.filled < 0.9 or field.gss > 0.5 or field.unique < 0.5 or code is None:
        return 0
    points = 20 * field.unique * (1 - field.code_like) + 20 * bool(_NAME_NAMES.search(field.name))
    points += 10 * (_family(field.name) == _family(code.name))
    return points if bool(_NAME_NAMES.search(field.name)) or field.code_like < 0.5 else 0


def _parent_name_points(field: _Field, parent: Optional[_Field], name: Optional[_Field]) -> float:
    if not field.text or field.filled < 0.5 or field.gss > 0.5 or field.unique > 0.5 or field.distinct == 0:
        return 0
    named = 20 * bool(_PARENT_NAMES.search(field.name)) + 10 * bool(_NAME_NAMES.search(field.name))
    if parent is None:
        return named if _PARENT_NAMES.search(field.name) and field.code_like < 0.5 else 0
    if not _one_for_each(parent, field) or field.distinct < _NEARLY_UNIQUE * parent.distinct:
        return 0
    return 1 + named + 15 * (_family(field.name) == _family(parent.name)) + 5 * (1 - field.code_like)


def _one_for_each(of: _Field, field: _Field) -> bool:
    """Whether `field` has one value for each value of `of`."""
    seen: Dict[Optional[str], Optional[str]] = {}
    return all(seen.setdefault(key, cell) == cell for key, cell in zip(of.cells, field.cells))


def _family(name: str) -> str:
    """What the fields of one sort of area share: LAD11CD and LAD11NM are both LAD11."""
    return _FAMILY.sub("", name).rstrip("_ ").casefold()
