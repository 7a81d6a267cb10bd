# SPDX-License-Identifier: GPL-2.0-or-later
"""What must hold for any bytes whatever: a right answer, or an error in words.

Each target takes bytes and makes of them what the plugin would be given. It returns whether they
were taken, and raises where anything but a `NeedError` comes out or the answer contradicts itself.
"""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from functools import cache
from io import StringIO
from pathlib import Path

import numpy as np

from fuzz.mutated import spoilt
from oracle.keys import all_digits, plain_code, plain_name
from support.temporary import own_folder
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.document import KeyLevel, KeyMatch, Rolling, Table
from vru_need_plugin.tables import csv as csv_module
from vru_need_plugin.tables.cell_grid import find_cells
from vru_need_plugin.tables.guess import guess_table
from vru_need_plugin.tables.keys import normalise_code, normalise_name
from vru_need_plugin.tables.numbers import Markers, number, parse
from vru_need_plugin.tables.periods import is_period
from vru_need_plugin.tables.raw import RawTable
from vru_need_plugin.tables.tidy import Units, tidy

AREAS = ("E05000001", "E05000002", "E05000003", "E05000004", "01001")
NAMES = ("Abbey", "St. Katharine’s & Wapping", "Village", "City of Northam", "Café Road")
UNITS = (
    Units(KeyLevel.AREA, AREAS, NAMES, "wards"),
    Units(KeyLevel.PARENT, ("E09000001", "E09000002"), ("North", "South"), "wards"),
)
_PLAIN = Table("t", "t.csv", key_column="Code", key_level=KeyLevel.AREA)
ROOT = Path(__file__).resolve().parents[2]


@cache
def scratch() -> Path:
    """Where texts are put to be read; gone with the process."""
    return own_folder("vru-need-fuzz-")


def _text_file() -> Path:
    return scratch() / "t.csv"


def hold(what: bool, told: object = "") -> None:
    """A check that stays where Python is told to leave assertions out."""
    if not what:
        raise AssertionError(told)


# Table reading: bytes to cells, to a tidy table


def table_reading(data: bytes) -> bool:
    """The first byte chooses the encoding and the delimiter, or that they are to be found."""
    choice, content = (data[0], data[1:]) if data else (0, b"")
    spec = replace(
        _PLAIN,
        encoding=(None, None, None, "utf-8", "cp1252", "utf-16", "utf-7", "latin-1")[choice % 8],
        delimiter=(None, None, None, ",", ";", "\t", "|", " ")[choice // 8 % 8],
    )
    path = _text_file()
    path.write_bytes(content)
    try:
        raw = csv_module.read_csv(path, spec)
    except NeedError:
        return False
    _check_cells(raw, content, spec)
    for column in raw.columns[:3]:
        _check_numbers(list(column[:30]))
    return _make_tidy(raw)


def _check_cells(raw: RawTable, content: bytes, spec: Table) -> None:
    lengths = {len(column) for column in raw.columns}
    hold(len(lengths) == 1, lengths)
    rows = list(zip(*raw.columns))
    hold(all(isinstance(cell, str) for row in rows for cell in row))
    text, _encoding = csv_module.read_text(_text_file(), spec.encoding, spec.delimiter)
    grid = find_cells(text, raw.text.delimiter)
    if grid is not None:
        hold([list(column) for column in grid.columns] == [list(column) for column in raw.columns])
    written = StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    _text_file().write_text(written.getvalue(), encoding="utf-8", newline="")
    try:
        again = csv_module.read_csv(_text_file(), replace(_PLAIN, delimiter=",", encoding="utf-8"))
    except NeedError as error:  # a delimiter that is a control character may stand in a cell of its own
        hold("control character" in str(error) or "is empty" in str(error), error)
    else:
        hold([list(column) for column in again.columns] == [list(column) for column in raw.columns])


def _check_numbers(cells: list) -> None:
    for mark in ".,":
        parsed = parse(cells, mark, Markers())
        hold(len(parsed.values) == len(cells) and not np.isinf(parsed.values).any())
        for position, (cell, value) in enumerate(zip(cells, parsed.values)):
            told = number(cell, mark)
            if np.isnan(value):
                finite = told is not None and np.isfinite(told)
                hold(not finite or Markers().is_missing(cell), (cell, mark, told))
            else:
                hold(told == value, (cell, mark, told, value))
            hold((position in parsed.odd) == (told is None and not Markers().is_missing(cell)), cell)


def _make_tidy(raw: RawTable) -> bool:
    try:
        spec = guess_table(raw, UNITS, "t", "t.csv")
        units = next(units for units in UNITS if units.level is spec.key_level)
        table = tidy(raw, spec, units)
    except NeedError:
        return False
    hold(len(set(table.keys)) == len(table.keys) and "" not in table.keys, table.keys)
    hold(len(set(table.names)) == len(table.names), table.names)
    _check_places(table.unit_row, table.row_unit)
    for name in table.names[:8]:
        try:
            values = table.values(name)
        except NeedError:
            continue
        hold(values.shape == (len(table.keys),) and not np.isinf(values).any(), values)
    if any(map(is_period, table.names)):
        try:
            hold(table.select(Rolling("", 1))[-1] in table.names)
        except NeedError as error:  # years and months side by side
            hold("overlap" in str(error) or "same period" in str(error), error)
    table.report()
    hold(table.left_over == table.left_over)
    return True


def _check_places(unit_row: np.ndarray, row_unit: np.ndarray) -> None:
    """Each unit's row has that unit, and the reverse."""
    for unit, row in enumerate(unit_row):
        hold(row == -1 or row_unit[row] == unit, (unit_row, row_unit))
    for row, unit in enumerate(row_unit):
        hold(unit == -1 or unit_row[unit] == row, (unit_row, row_unit))


# Key matching


def key_matching(data: bytes) -> bool:
    """Lines of text: the first character says how they match, the first half are the table's keys."""
    text = data.decode("utf-8", "replace")
    match = KeyMatch.NAME if text[:1] in ("n", "N") else KeyMatch.CODE
    lines = [line.rstrip("\r") for line in text[1:].split("\n")][:40]
    keys, others = lines[: len(lines) // 2], lines[len(lines) // 2 :]
    normalise = normalise_name if match is KeyMatch.NAME else normalise_code
    for line in lines:
        folded = normalise(line)
        hold(normalise(folded) == folded, (line, folded))
        hold(normalise(f"  {line}\t") == folded, line)
        hold(normalise(line.upper()) == normalise(line.upper().lower().upper()), line)
    if not others:
        return False
    codes = tuple(f"{other}" for other in others)
    units = Units(KeyLevel.AREA, codes, codes, "wards")
    raw = RawTable("t.csv", [["Code", *keys], ["N", *map(str, range(len(keys)))]])
    try:
        table = tidy(raw, replace(_PLAIN, key_match=match), units)
    except NeedError:
        return False
    _check_places(table.unit_row, table.row_unit)
    _check_matches(table, keys, others, match)
    return True


def _check_matches(table: object, keys: list, others: list, match: KeyMatch) -> None:
    """Against the plain re-computation, where it reads a key as the plugin does."""
    plain = plain_name if match is KeyMatch.NAME else plain_code
    normalise = normalise_name if match is KeyMatch.NAME else normalise_code
    if not all(line.isascii() and line.isprintable() for line in [*keys, *others]):
        return
    if any(plain(line) != normalise(line) for line in [*keys, *others]):
        return  # "city of city of": the plugin takes off both
    theirs, ours = [plain(key) for key in keys], [plain(other) for other in others]
    digits = [key for key in [*theirs, *ours] if key]
    if match is KeyMatch.CODE and all_digits(digits):
        width = max(map(len, digits))
        theirs, ours = ([key and key.zfill(width) for key in side] for side in (theirs, ours))
    for unit, key in enumerate(ours):
        row = table.unit_row[unit]
        borne_once = ours.count(key) == 1
        expected = key != "" and key in theirs and borne_once
        hold((row >= 0) == expected, (key, theirs, ours))
        if expected:
            hold(table.values("N")[row] == theirs.index(key), key)


# The scenario codec


def scenario_codec(data: bytes) -> bool:
    """Bytes as the text of a scenario; those that begin with a 1 spoil a sound one."""
    try:
        text = json.dumps(spoilt(_sound(), data[1:])) if data[:1] == b"\1" else data.decode("utf-8")
    except (UnicodeDecodeError, RecursionError):
        return False
    try:
        scenario = codec.loads(text, source="s.json")
    except NeedError as error:
        str(error).encode("utf-8")  # it can be shown and logged
        hold(len(str(error)) < 5_000, len(str(error)))
        return False
    written = codec.dumps(scenario)
    written.encode("utf-8")
    hold(codec.loads(written) == scenario, written)
    hold(codec.dumps(codec.loads(written)) == written, written)
    hold(codec.loads(codec.dumps(scenario, ascii_only=True)) == scenario, written)
    json.loads(written, parse_constant=_no_constant)
    return True


@cache
def _sound() -> dict:
    """The sample with every sort of key."""
    sample = json.loads((ROOT / "resources" / "sample" / "scenario.json").read_text(encoding="utf-8"))
    sample["measures"] = sample["measures"][:3]
    known = {measure["id"] for measure in sample["measures"]}
    sample["profiles"] = [{"id": "p", "title": "P", "weights": dict.fromkeys(known, 2.5)}]
    sample["options"] = {"missing": "strict", "near_miss_band": 0.05, "focus": ["E09000001"]}
    sample["tables"][0].update(spread=["Type"], values=["N"], missing=["-999", -1], key_aliases={"a": "b"})
    return sample


def _no_constant(name: str) -> None:
    raise AssertionError(f"{name} in JSON")


TARGETS = {"table_reading": table_reading, "key_matching": key_matching, "scenario_codec": scenario_codec}
