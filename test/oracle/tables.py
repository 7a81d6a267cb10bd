# SPDX-License-Identifier: GPL-2.0-or-later
"""A scenario's table, from records of cells to one row of exact numbers a key."""

from __future__ import annotations

import csv
import io
from collections import Counter
from fractions import Fraction
from pathlib import Path

from . import figures, keys, periods


class TextColumn(Exception):
    """A column has cells, and no number among them."""


def read_records(path, encoding=None, delimiter=None):
    """Every record of a delimited file as a list of texts, blank records as empty lists."""
    data = Path(path).read_bytes()
    encodings = [encoding] if encoding else ["utf-8-sig", "cp1252", "latin-1"]
    for candidate in encodings:
        try:
            text = data.decode(candidate)
            break
        except UnicodeDecodeError:
            continue
    text = text.lstrip("\ufeff")
    if delimiter is None:
        delimiter = max(",;\t|", key=lambda mark: _regularity(text, mark))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _regularity(text, delimiter):
    """How many records have the commonest number of fields above one."""
    widths = Counter(len(record) for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return max((count for width, count in widths.items() if width > 1), default=0)


def column_names(header):
    """Names from header records: non-blank cells joined, repeats numbered."""
    width = max((len(record) for record in header), default=0)
    seen = Counter()
    names = []
    for position in range(width):
        cells = [record[position] if position < len(record) else "" for record in header]
        name = " | ".join(text for text in (keys.text_of(cell).strip() for cell in cells) if text)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


class Units:
    """The areas, or the parents: what the keys of a table of that level are matched with."""

    def __init__(self, codes, names):
        self.codes = codes
        self.names = names

    def keys(self, key_match):
        """The normalised key of each unit; None where it has none or shares it with another."""
        if key_match == "name":
            plain = [keys.plain_name(name) for name in self.names]
        else:
            plain = [keys.plain_code(code) for code in self.codes]
        counts = Counter(plain)
        return [key if key and counts[key] == 1 else None for key in plain]


class Tidy:
    """A table with one row a key, in order of first appearance.

    ``keys`` holds the rows' normalised keys, ``unit_row`` the row of each unit or None, ``columns``
    each column's exact numbers with None for what is missing.
    """

    def __init__(self, spec, records, units, names=None):
        self.spec = spec
        self._markers = tuple(spec.get("missing", ()))
        names, rows = self._split(records, names)
        key_at = names.index(spec["key_column"])
        self._set_keys([record[key_at] for record in rows], units)
        self._key_rows = [(key, record) for key, record in zip(self._row_keys(rows, key_at), rows) if key]
        self.keys = list(dict.fromkeys(key for key, _ in self._key_rows))
        row_of = {key: row for row, key in enumerate(self.keys)}
        self.unit_keys = [self._pad(key) if key else key for key in units.keys(self.key_match)]
        self.unit_row = [row_of.get(key) if key else None for key in self.unit_keys]
        self._decimal = spec.get("decimal") or figures.find_decimal(
            [[record[position] for record in rows] for position in range(len(names))], self._markers
        )
        self._cells = {}
        if spec.get("spread"):
            self._spread(names)
        else:
            self._take_first(names)
        self._numbers = {}

    @property
    def key_match(self):
        return self.spec.get("key_match", "code")

    @property
    def names(self):
        return list(self._cells)

    def _split(self, records, names):
        if names is None:
            skip = self.spec.get("skip_rows", 0)
            first = skip + self.spec.get("header_rows", 1)
            names, rows = column_names(records[skip:first]), records[first:]
        else:
            names, rows = column_names([names]), records
        width = len(names)
        return names, [(list(record) + [None] * width)[:width] for record in rows]

    def _set_keys(self, cells, units):
        """Settle whether the codes are all digits and to what length they are padded."""
        self._length = 0
        if self.key_match == "code":
            both = [keys.plain_code(value) for value in list(cells) + list(units.codes)]
            both = [key for key in both if key]
            if keys.all_digits(both):
                self._length = max(len(key) for key in both)
        aliases = self.spec.get("key_aliases", {})
        self._aliases = {self.normalise(key): self.normalise(alias) for key, alias in aliases.items()}

    def _pad(self, key):
        return key.zfill(self._length) if key and key.isascii() and key.isdigit() else key

    def normalise(self, value):
        """A key as the scenario or the table writes it, made comparable (aliases aside)."""
        if self.key_match == "name":
            return keys.plain_name(value)
        return self._pad(keys.plain_code(value))

    def _row_keys(self, rows, key_at):
        for record in rows:
            yield self.row_key(record[key_at])

    def row_key(self, value):
        """The key of the row that the table's own key stands for, its alias where it has one."""
        key = self.normalise(value)
        return self._aliases.get(key, key)

    def _take_first(self, names):
        first = {}
        for key, record in self._key_rows:
            first.setdefault(key, record)
        for position, name in enumerate(names):
            self._cells[name] = [first[key][position] for key in self.keys]

    def _spread(self, names):
        """One column for each combination of the spread columns' values and value column."""
        values = self.spec["values"]
        if values == "periods":
            values = [name for name in names if periods.when(name) is not None]
        at = {name: position for position, name in enumerate(names)}
        held, self._from = {}, {}
        for key, record in self._key_rows:
            category = [keys.text_of(record[at[name]]).strip() for name in self.spec["spread"]]
            for value in values:
                name = " | ".join(category if len(values) == 1 else [*category, value])
                held.setdefault(name, {}).setdefault(key, []).append(record[at[value]])
                self._from[name] = at[value]
        for name, cells in held.items():
            self._cells[name] = [self._aggregate(cells.get(key)) for key in self.keys]

    def _aggregate(self, cells):
        if cells is None:
            return 0 if self.spec.get("empty_means_zero", False) else None
        numbers = [number for number in self._read(cells) if number is not None]
        if not numbers:
            return None
        how = self.spec.get("aggregate", "sum")
        if how == "first":
            return Fraction(numbers[0])
        return Fraction(sum(numbers)) / (len(numbers) if how == "mean" else 1)

    def column(self, name):
        """The exact numbers of a column, None for what is missing."""
        if name not in self._numbers:
            cells = self._cells[name]
            if self.spec.get("spread"):
                self._numbers[name] = cells
                if not any(cells):
                    self._check_numbers(name, [record[self._from[name]] for _, record in self._key_rows])
            else:
                self._numbers[name] = self._read(cells)
                self._check_numbers(name, cells)
        return self._numbers[name]

    def _read(self, cells):
        return [figures.read_cell(cell, self._decimal, self._markers) for cell in cells]

    def _check_numbers(self, name, cells):
        """A column of text is refused."""
        if any(number is not None for number in self._read(cells)):
            return
        own = figures.numeric_markers(self._markers)
        for cell in cells:
            if figures.is_missing(cell, self._markers):
                continue
            if isinstance(cell, str) and figures.read_text(cell, self._decimal) in own:
                continue
            raise TextColumn(f"{name}: {cell!r}")

    def total(self, references):
        """The sum of columns, row by row: missing where any part is."""
        names = []
        for reference in references:
            if isinstance(reference, str):
                names.append(reference)
            else:
                names += periods.roll(
                    self.names, reference["starts"], reference["latest"], reference.get("skip", 0)
                )
        columns = [self.column(name) for name in names]
        totals = []
        for parts in zip(*columns):
            totals.append(None if None in parts else sum(parts))
        return totals
