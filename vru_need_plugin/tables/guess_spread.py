# SPDX-License-Identifier: GPL-2.0-or-later
"""How a table whose keys repeat is probably meant to be spread."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Sequence, Tuple

from ..scenario.document import PERIODS, Table
from .cells import texts
from .decimal_mark import looks_like_number
from .header import Body
from .keys import normalise_all
from .numbers import Markers
from .periods import is_period

_ROWS_PER_KEY = 1.5
_MOST_CATEGORIES = 200
_LOOKED_AT = 400


def guess_spread(body: Body, spec: Table) -> Table:
    """The description with ``spread`` and ``values`` where keys repeat; as it is where they do not.

    Categories are columns of few different words that the key does not settle (a ward settles its
    borough). With a column for each period, the first of them will do, and counts are added up;
    otherwise as many as make each key and category one row.
    """
    keys = normalise_all(body.cells(spec.key_column), spec.key_match)
    there = [row for row, key in enumerate(keys) if key]
    different = {keys[row] for row in there}
    if len(there) < _ROWS_PER_KEY * len(different):
        return spec
    columns = _other_columns(body, spec)
    periods = [name for name in columns if is_period(name)]
    categories = _categories(columns, keys, there, periods)
    if not categories:
        return spec
    spread = (categories[0],) if len(periods) > 1 else _enough(columns, keys, there, categories)
    return _spread_over(columns, spec, spread, there)


def category_columns(body: Body, spec: Table) -> Tuple[str, ...]:
    """The columns that a long table could be spread by, the one with fewest categories first."""
    keys = normalise_all(body.cells(spec.key_column), spec.key_match)
    there = [row for row, key in enumerate(keys) if key]
    if len(there) < _ROWS_PER_KEY * len({keys[row] for row in there}):
        return ()
    columns = _other_columns(body, spec)
    return tuple(_categories(columns, keys, there, [name for name in columns if is_period(name)]))


def spread_over(body: Body, spec: Table, spread: Tuple[str, ...]) -> Table:
    """The description with the table spread by these columns and its values found, if it has any."""
    keys = normalise_all(body.cells(spec.key_column), spec.key_match)
    there = [row for row, key in enumerate(keys) if key]
    return _spread_over(_other_columns(body, spec), spec, spread, there)


def _other_columns(body: Body, spec: Table) -> Dict[str, List[str]]:
    return {name: texts(column) for name, column in zip(body.names, body.columns) if name != spec.key_column}


def _spread_over(
    columns: Dict[str, List[str]], spec: Table, spread: Tuple[str, ...], there: Sequence[int]
) -> Table:
    periods = [name for name in columns if is_period(name)]
    if len(periods) > 1:
        counts = all(_whole_numbers(columns[name]) for name in periods[:_LOOKED_AT])
        return replace(spec, spread=spread, values=PERIODS, empty_means_zero=counts)
    values = tuple(name for name in columns if name not in spread and _is_value(columns, name, spread, there))
    return replace(spec, spread=spread, values=values) if values else spec


def _categories(
    columns: Dict[str, List[str]], keys: Sequence[str], there: Sequence[int], periods: Sequence[str]
) -> List[str]:
    """Columns of categories, the one with fewest first, periods last."""
    found = []
    for name, cells in columns.items():
        words = {cells[row] for row in there}
        if (
            name in periods
            or "" in words
            or not 1 < len(words) <= _MOST_CATEGORIES
            or _mostly_numbers(sorted(words))
        ):
            continue
        settled = len({(keys[row], cells[row]) for row in there}) == len({keys[row] for row in there})
        if not settled:
            found.append((all(map(is_period, words)), len(words), name))
    return [name for _, _, name in sorted(found, key=lambda item: item[:2])]


def _enough(
    columns: Dict[str, List[str]], keys: Sequence[str], there: Sequence[int], categories: Sequence[str]
) -> Tuple[str, ...]:
    """The first categories that leave one row for each key and category."""
    for count in range(1, len(categories) + 1):
        rows = {(keys[row], *(columns[name][row] for name in categories[:count])) for row in there}
        if len(rows) == len(there):
            return tuple(categories[:count])
    return tuple(categories)


def _is_value(columns: Dict[str, List[str]], name: str, spread: Sequence[str], there: Sequence[int]) -> bool:
    """Whether a column holds numbers that differ between the keys of one category."""
    cells = columns[name]
    if not _mostly_numbers([cells[row] for row in there[:_LOOKED_AT]]):
        return False
    groups = {tuple(columns[category][row] for category in spread) for row in there}
    return len({(*(columns[category][row] for category in spread), cells[row]) for row in there}) > len(
        groups
    )


def _mostly_numbers(cells: Sequence[str]) -> bool:
    markers = Markers()
    given = [cell for cell in cells if not markers.is_missing(cell)]
    return sum(looks_like_number(cell) for cell in given) * 2 > len(given)


def _whole_numbers(cells: Sequence[str]) -> bool:
    markers = Markers()
    return all(cell.isdecimal() or markers.is_missing(cell) for cell in cells[:_LOOKED_AT])
