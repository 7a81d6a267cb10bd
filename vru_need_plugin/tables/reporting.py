# SPDX-License-Identifier: GPL-2.0-or-later
"""Draw up a table's report."""

from __future__ import annotations

from typing import Dict, Iterator, List, Sequence, Tuple

import numpy as np

from .causes import Mismatch
from .findings import Duplicate, NotThere, Side, Spellings, Unmatched
from .keys import normalise_all, normaliser
from .labels import row_labels
from .report import TableReport
from .tidy_cells import TidyCells


def make_report(
    table: TidyCells, left_table: Tuple[Unmatched, ...], left_layer: Tuple[Unmatched, ...]
) -> TableReport:
    """The report on a tidy table, with what its columns read so far had to say.

    Parameters
    ----------
    left_table, left_layer
        What `left_over` found.
    """
    raw, spec, index = table.raw, table.spec, table.index
    header = (raw.first_row + spec.skip_rows, table.body.first_row - 1)
    several = index.rows_by_key()
    return TableReport(
        table=spec.id,
        source=raw.source,
        level=table.units.level,
        rows_read=table.body.row_count,
        header_rows=header if raw.names is None else None,
        encoding=raw.text.encoding if raw.text else None,
        delimiter=raw.text.delimiter if raw.text else None,
        decimal=table.decimal,
        decimal_given=spec.decimal is not None,
        keys=len(index.keys),
        blank_rows=index.blank_rows,
        units=len(table.units),
        matched=table.matching.matched,
        unmatched_keys=left_table,
        unmatched_units=left_layer,
        spellings=_spellings(table, several),
        duplicates=() if spec.spread else _duplicates(table, several),
        not_numbers=tuple(table.columns.not_numbers),
        not_there=tuple(_not_there(table)),
        short_rows=_from_header(raw.text.short_rows, header[0]) if raw.text else (),
        long_rows=_from_header(raw.text.long_rows, header[0]) if raw.text else (),
    )


def _from_header(rows: Sequence[int], first: int) -> Tuple[int, ...]:
    """The rows without those that were skipped: titles are seldom as wide as the table."""
    return tuple(row for row in rows if row >= first)


def left_over(table: TidyCells) -> Tuple[Tuple[Unmatched, ...], Tuple[Unmatched, ...]]:
    """The keys that match nothing in the table, and in the layer, each with its likely cause."""
    matching, index, units = table.matching, table.index, table.units
    rows = np.flatnonzero(matching.row_unit < 0).tolist()
    missing = np.flatnonzero(matching.unit_row < 0).tolist()
    places = {index.keys[row]: int(index.first_row[row]) for row in rows}
    labels = row_labels(table.body, table.spec, places)
    mismatch = Mismatch(
        match=table.spec.key_match,
        table_keys=tuple(places),
        unit_keys=[matching.unit_keys[unit] for unit in missing],
        all_unit_keys=matching.unit_keys,
        other_keys=_other_keys(table),
        labels=labels,
        ambiguous=matching.ambiguous,
    )
    as_written = units.matched_by(table.spec.key_match)
    of_unit = {matching.unit_keys[unit]: str(as_written[unit]) for unit in missing}
    of_row = {key: index.spellings[place] for key, place in places.items()}
    left_table = tuple(
        Unmatched(
            of_row[item.key],
            labels.get(item.key, ""),
            item.cause,
            None if item.meant is None else of_unit[item.meant],
            table.body.row(places[item.key]),
        )
        for item in mismatch.explain_table()
    )
    left_layer = tuple(
        Unmatched(
            str(units.keys[unit]),
            str(units.names[unit]),
            item.cause,
            None if item.meant is None else of_row[item.meant],
        )
        for unit, item in zip(missing, mismatch.explain_units())
    )
    return left_table, left_layer


def _other_keys(table: TidyCells) -> set[str]:
    """Normalised keys of the other level's units."""
    match = table.spec.key_match
    fold = normaliser(match)
    return {fold(key) for other in table.units.others for key in other.matched_by(match)}


def _spellings(table: TidyCells, several: Dict[int, List[int]]) -> Tuple[Spellings, ...]:
    found = []
    for rows in several.values():
        spellings = dict.fromkeys(table.index.spellings[row] for row in rows)
        if len(spellings) > 1:
            found.append(Spellings(tuple(spellings), table.body.row(rows[0])))
    return tuple(found)


def _duplicates(table: TidyCells, several: Dict[int, List[int]]) -> Tuple[Duplicate, ...]:
    return tuple(
        Duplicate(table.index.spelling(key), tuple(table.body.row(row) for row in rows))
        for key, rows in several.items()
    )


def _not_there(table: TidyCells) -> Iterator[NotThere]:
    """What the scenario lists for the table in vain."""
    spec, rule = table.spec, table.rule
    for option, listed in (("include_keys", spec.include_keys), ("exclude_keys", spec.exclude_keys)):
        unknown = [key for key in listed if table.normalise(key) not in table.index.numbers]
        if unknown:
            yield NotThere(option, Side.TABLE, tuple(unknown))
    if not spec.key_aliases:
        return
    written = set(rule.padded(normalise_all(table.index.spellings, spec.key_match)))
    theirs = [key for key in spec.key_aliases if rule.unit_key(key) not in written]
    if theirs:
        yield NotThere("key_aliases", Side.TABLE, tuple(theirs))
    units = set(table.matching.unit_keys)
    ours = [meant for meant in spec.key_aliases.values() if rule.unit_key(meant) not in units]
    if ours:
        yield NotThere("key_aliases", Side.LAYER, tuple(ours))
