# SPDX-License-Identifier: GPL-2.0-or-later
"""Need fields of the plugin set beside those of the re-computation, cell by cell."""

from __future__ import annotations

from fractions import Fraction


def differences(expected, actual, *, blank_is_null=False):
    """Where two sets of need fields differ: (field, row, expected, actual), or a missing field.

    Figures are equal when the float nearest to the exact one is there, to the last bit.

    Parameters
    ----------
    expected
        The re-computation's fields: name to exact figures, whole numbers, texts and None.
    actual
        The plugin's: name to floats, whole numbers, texts and None.
    blank_is_null
        Whether the format that `actual` was read from makes NULL of an empty text.
    """
    if list(expected) != list(actual):
        return [("fields", None, list(expected), list(actual))]
    found = []
    for name, cells in expected.items():
        if len(cells) != len(actual[name]):
            found.append((name, None, len(cells), len(actual[name])))
            continue
        for row, (right, cell) in enumerate(zip(cells, actual[name])):
            if not _same(right, cell, blank_is_null):
                found.append((name, row, right, cell))
    return found


def _same(right, cell, blank_is_null):
    if right == "" and cell is None:
        return blank_is_null
    if right is None or cell is None:
        return right is None and cell is None
    if isinstance(right, Fraction):
        return float(right) == cell
    return right == cell
