# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings out of well-known binary, without an object for each point."""

from __future__ import annotations

import struct
from typing import List, Tuple

import numpy as np
from numpy.typing import NDArray

Rings = List[NDArray[np.float64]]

_POLYGON, _MULTIPOLYGON = 3, 6
_HEADER, _COUNT = 5, 4


def rings_of(wkb: bytes) -> Rings:
    """The rings of a polygon or multipolygon, shape (points, 2) each; none for anything else.

    Z and M, in the ISO way that QGIS writes, are left out.
    """
    rings: Rings = []
    if len(wkb) >= _HEADER + _COUNT:
        _geometry(wkb, 0, rings)
    return rings


def _geometry(wkb: bytes, at: int, rings: Rings) -> int:
    """Take the geometry at a place, and return where it ends."""
    order = "<" if wkb[at] == 1 else ">"
    kind, count = struct.unpack_from(f"{order}II", wkb, at + 1)
    at += _HEADER + _COUNT
    shape, dimensions = _shape(kind)
    if shape == _MULTIPOLYGON:
        for _ in range(count):
            at = _geometry(wkb, at, rings)
    elif shape == _POLYGON:
        for _ in range(count):
            (points,) = struct.unpack_from(f"{order}I", wkb, at)
            at += _COUNT
            numbers = np.frombuffer(wkb, f"{order}f8", points * dimensions, at)
            rings.append(numbers.reshape(points, dimensions)[:, :2].astype(np.float64))
            at += 8 * points * dimensions
    return at


def _shape(kind: int) -> Tuple[int, int]:
    """The type without Z and M, and how many numbers a point has."""
    thousands, shape = divmod(kind, 1000)
    return shape, {0: 2, 1: 3, 2: 3, 3: 4}.get(thousands, 2)
