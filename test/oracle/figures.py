# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as people type them, read as exact decimals.

A cell is a text, a number or None; a table's own missing markers are a tuple of texts. What is read
is an exact ``Fraction`` (or an ``int``), so that two figures are equal when their decimals are,
whatever binary floating point would make of them.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

MISSING = {"", "n/a", "na", ".", "..", "-", "x", ":", "*", "#n/a"}

LARGEST = Fraction(1.7976931348623157e308)


class BothMarks(Exception):
    """A table holds cells that need a decimal comma and cells that need a decimal point."""

    def __init__(self, comma_cell, point_cell):
        self.comma_cell = comma_cell
        self.point_cell = point_cell
        super().__init__(f"{comma_cell!r} and {point_cell!r}")


def _grammar(decimal, thousands):
    mark, comma = re.escape(decimal), re.escape(thousands)
    figure = rf"[1-9][0-9]{{0,2}}(?:{comma}[0-9]{{3}})+(?:{mark}[0-9]+)?|[0-9]+(?:{mark}[0-9]*)?|{mark}[0-9]+"
    return re.compile(rf"(?:[+-]?[£$€]?|[£$€][+-]?)\s*({figure})((?:[eE][+-]?[0-9]+)?)\s*%?")


GRAMMARS = {".": _grammar(".", ","), ",": _grammar(",", ".")}


def exact(number):
    """A number of the scenario or of a layer, exactly as its shortest decimal says."""
    if isinstance(number, (int, Fraction)):
        return Fraction(number)
    if isinstance(number, float):
        return Fraction(repr(number))
    if isinstance(number, Decimal):
        return Fraction(number)
    return Fraction(str(number))


def read_text(text, decimal="."):
    """The number that a text holds under a decimal mark, or None."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return int(text)
    match = GRAMMARS[decimal].fullmatch(text)
    if match is None:
        return None
    thousands = "," if decimal == "." else "."
    figure = match.group(1).replace(thousands, "").replace(decimal, ".")
    number = Fraction(Decimal(figure + match.group(2)))
    if "-" in text[: match.start(1)]:
        number = -number
    return number if abs(number) <= LARGEST else None


def read_cell(cell, decimal, own_markers):
    """The number in a cell, or None where it is missing or no number."""
    if is_missing(cell, own_markers):
        return None
    if isinstance(cell, str):
        number = read_text(cell, decimal)
    elif isinstance(cell, bool):
        return None
    elif isinstance(cell, float):
        number = exact(cell) if math.isfinite(cell) else None
    elif isinstance(cell, (int, Decimal)):
        number = exact(cell)
    else:
        return None
    if number is not None and number in numeric_markers(own_markers):
        return None
    return number


def is_missing(cell, own_markers):
    """Whether a cell says "nothing here"; a table's own numeric markers are `read_cell`'s."""
    if cell is None:
        return True
    if not isinstance(cell, str):
        return False
    folded = cell.strip().casefold()
    return folded in MISSING or any(folded == str(marker).strip().casefold() for marker in own_markers)


@cache
def numeric_markers(own_markers):
    """The table's own markers that are numbers, by value."""
    numbers = set()
    for marker in own_markers:
        for decimal in ".", ",":
            number = read_text(str(marker), decimal)
            if number is not None:
                numbers.add(number)
    return numbers


def find_decimal(columns, own_markers):
    """The decimal mark that a table's columns of cells show.

    Evidence is a cell that reads as a number under one mark only, in a column in which more than
    half of the cells that are not missing are numbers under one mark or the other.
    """
    own = numeric_markers(own_markers)
    comma_cell = point_cell = None
    for cells in columns:
        evidence = {",": None, ".": None}
        numbers = others = 0
        for cell in cells:
            if is_missing(cell, own_markers):
                continue
            if not isinstance(cell, str):
                numbers += 1
                continue
            if cell.isascii() and cell.isdigit():
                numbers += 1
                continue
            with_point, with_comma = read_text(cell, "."), read_text(cell, ",")
            if with_point in own or with_comma in own:
                continue
            if with_point is None and with_comma is None:
                others += 1
                continue
            numbers += 1
            if with_point is None and evidence[","] is None and "," in cell:
                evidence[","] = cell
            if with_comma is None and evidence["."] is None and "." in cell:
                evidence["."] = cell
        if numbers > others:
            comma_cell = evidence[","] if comma_cell is None else comma_cell
            point_cell = evidence["."] if point_cell is None else point_cell
    if comma_cell is not None and point_cell is not None:
        raise BothMarks(comma_cell, point_cell)
    return "," if comma_cell is not None else "."
