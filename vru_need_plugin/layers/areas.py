# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas of a layer, read and checked."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Dict, List, Optional, Sequence

from qgis.core import QgsFeatureSource

from ..core.areas import AreaTable
from ..core.feedback import Feedback
from ..core.messages import Message, NeedError, mark
from ..scenario.document import Areas
from .columns import read_columns
from .guess import guess_fields
from .texts import as_texts
from .wording import listed, nearest_first

__all__ = ["guess_fields", "read_areas"]


def read_areas(layer: QgsFeatureSource, areas: Areas, feedback: Optional[Feedback] = None) -> AreaTable:
    """The areas of `layer`: codes, names and parents, without geometry, in layer order.

    A selection changes nothing; unsaved edits, joins and the layer's filter count.

    Parameters
    ----------
    layer
        A layer, read on the thread that it lives on, or another feature source.
    areas
        Which fields to read; its ``source`` is not looked at.

    Raises NeedError where a field is missing, the layer has no areas, an area has no code or two
    have the same one (blanks around and case aside); Cancelled where the user stops it.
    """
    source = layer.sourceName()
    named = {
        mark("code"): areas.code_field,
        mark("name"): areas.name_field,
        mark("parent code"): areas.parent_code_field,
        mark("parent name"): areas.parent_name_field,
    }
    if not areas.code_field:
        raise NeedError(
            mark(
                "The scenario names no code field (“areas.code_field” is blank). Choose the field of "
                "“{layer}” that holds the areas' codes."
            ),
            layer=source,
        )
    wanted = {what: field for what, field in named.items() if field}
    _check_fields(source, wanted, [field.name() for field in layer.fields()])
    columns = read_columns(layer, list(dict.fromkeys(wanted.values())), feedback)
    if not columns.feature_ids:
        raise NeedError(
            mark("The area layer “{layer}” has no areas. Check its filter, or choose another layer."),
            layer=source,
        )

    texts: Dict[str, Any] = {name: as_texts(cells) for name, cells in columns.values.items()}
    codes = texts[areas.code_field]
    _check_codes(source, areas.code_field, codes, columns.feature_ids)
    names = texts[areas.name_field] if areas.name_field else codes
    return AreaTable(
        source=source,
        codes=codes,
        names=[name or code for name, code in zip(names, codes)] if None in names else names,
        parent_codes=texts[areas.parent_code_field] if areas.parent_code_field else None,
        parent_names=texts[areas.parent_name_field] if areas.parent_name_field else None,
        feature_ids=columns.feature_ids,
    )


def _check_fields(source: str, wanted: Dict[str, str], present: List[str]) -> None:
    for what, field in wanted.items():
        if field not in present:
            raise NeedError(
                mark(
                    "The area layer “{layer}” has no field “{field}” for the {what}. Its fields are: {names}."
                ),
                layer=source,
                field=field,
                what=Message(what),
                names=listed(nearest_first(field, present), 12),
            )


def _check_codes(source: str, field: str, codes: Sequence[Optional[str]], ids: Sequence[int]) -> None:
    if None not in codes and len(set(map(str.casefold, filter(None, codes)))) == len(codes):
        return
    blank = [feature_id for feature_id, code in zip(ids, codes) if code is None]
    if blank:
        raise NeedError(
            mark(
                "{count} of the {all} areas of “{layer}” have no code in the field “{field}” "
                "(feature ids {ids}). Fill them in, filter them out, or choose another code field."
            ),
            count=len(blank),
            all=len(codes),
            layer=source,
            field=field,
            ids=listed(blank),
        )
    bearers: Dict[str, List[str]] = defaultdict(list)
    for code in codes:
        bearers[str(code).casefold()].append(str(code))
    repeated = [same for same in bearers.values() if len(same) > 1]
    raise NeedError(
        mark(
            "In the area layer “{layer}”, {count} codes of the field “{field}” are on more than one area: "
            "{codes}. Each area needs a code of its own; merge the parts of an area, or choose another "
            "code field."
        ),
        layer=source,
        count=len(repeated),
        field=field,
        codes=listed(f"{same[0]} ×{len(same)}" for same in repeated),
    )
