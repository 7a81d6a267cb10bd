# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas' outlines for a small map: whole numbers on a grid, borders in common still in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple, TypeVar

import numpy as np
from numpy.typing import NDArray

IntegerType = TypeVar("IntegerType", np.int32, np.int64)

Ring = NDArray[np.int32]
"""Shape (points, 2): x and y of a closed ring, whose first point is not repeated at its end."""

GRID = 1200
"""Steps along the longer side: a seventh of a millimetre on a sheet of A4."""


@dataclass(frozen=True, eq=False)
class Outlines:
    """Outlines that fit a picture.

    Attributes
    ----------
    width, height
        The picture's size in steps; y runs downwards.
    rings
        The rings of each area, in layer order, islands and holes alike; none for an area without
        geometry.
    """

    width: int
    height: int
    rings: Tuple[Tuple[Ring, ...], ...]


def fit_outlines(
    rings: Sequence[Sequence[NDArray[np.float64]]], x_scale: float = 1.0, grid: int = GRID
) -> Optional[Outlines]:
    """Fit outlines on to a grid.

    Every point moves to the nearest grid point, so that what neighbours have in common stays in
    common; points that fall together become one. An area too small for the grid keeps one step.

    Parameters
    ----------
    rings
        Of each area its rings, shape (points, 2), in map units, y running upwards.
    x_scale
        What x is multiplied by: less than 1 where map units are degrees.

    Returns
    -------
    Outlines or None
        None where no area has a finite point.
    """
    scale = np.array([x_scale, 1.0])
    points = [ring * scale for area in rings for ring in area if len(ring) and np.isfinite(ring).all()]
    if not points:
        return None
    low = np.min([ring.min(axis=0) for ring in points], axis=0)
    high = np.max([ring.max(axis=0) for ring in points], axis=0)
    step = max(float((high - low).max()), 1e-12) / grid
    origin = np.array([low[0], high[1]])
    fitted = tuple(_fitted(area, scale, origin, step) for area in rings)
    width, height = np.ceil((high - low) / step).astype(int).tolist()
    return Outlines(max(1, width), max(1, height), fitted)


def _fitted(
    area: Sequence[NDArray[np.float64]], scale: NDArray[np.float64], origin: NDArray[np.float64], step: float
) -> Tuple[Ring, ...]:
    kept: List[Ring] = []
    first: Optional[Ring] = None
    for ring in area:
        if not len(ring) or not np.isfinite(ring).all():
            continue
        snapped = np.rint((ring * scale - origin) / step * (1, -1)).astype(np.int32)
        first = snapped if first is None else first
        distinct = snapped[(snapped != _following(snapped)).any(axis=1)]
        if len(distinct) >= 3:
            kept.append(distinct)
    if not kept and first is not None:
        corner = first[0]
        kept.append(corner + np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.int32))
    return tuple(kept)


def thinned(ring: Ring) -> Ring:
    """The ring without the points that lie on the straight line between their neighbours."""
    after = _following(ring) - ring
    before = np.concatenate([after[-1:], after[:-1]])
    bends = before[:, 0] * after[:, 1] != before[:, 1] * after[:, 0]
    return ring[bends] if np.count_nonzero(bends) >= 3 else ring


def _following(points: NDArray[IntegerType]) -> NDArray[IntegerType]:
    """The point after each, after the last the first; np.roll takes ten times as long on short rings."""
    return np.concatenate([points[1:], points[:1]])


def borders(outlines: Outlines, parent: NDArray[np.int32]) -> List[Ring]:
    """The lines between parents, and around all of them: open runs of points, each line once.

    Parameters
    ----------
    outlines
        As `fit_outlines` made them.
    parent
        Shape (areas,): the number of each area's parent.
    """
    every = [(ring, area) for area, rings in enumerate(outlines.rings) for ring in rings]
    if not every:
        return []
    keys = np.concatenate([_edge_keys(ring, outlines) for ring, _ in every])
    owners = np.concatenate([np.full(len(ring), parent[area], dtype=np.int64) for ring, area in every])
    drawn = _first_of_borders(keys, owners)
    runs: List[Ring] = []
    start = 0
    for ring, _ in every:
        runs += _runs(ring, drawn[start : start + len(ring)])
        start += len(ring)
    return runs


def _edge_keys(ring: Ring, outlines: Outlines) -> NDArray[np.int64]:
    """A number for each edge from a point to the next, the same in both directions."""
    columns = outlines.width + 3
    place = (ring[:, 1].astype(np.int64) + 1) * columns + ring[:, 0] + 1
    following = _following(place)
    places = columns * (outlines.height + 3)
    return np.minimum(place, following) * places + np.maximum(place, following)


def _first_of_borders(keys: NDArray[np.int64], owners: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which edges to draw: the first of each that has not the same parent on both sides."""
    _, first, which, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    least = np.full(len(first), np.iinfo(np.int64).max)
    most = np.full(len(first), np.iinfo(np.int64).min)
    np.minimum.at(least, which, owners)
    np.maximum.at(most, which, owners)
    drawn = np.zeros(len(keys), dtype=bool)
    drawn[first[(counts == 1) | (least != most)]] = True
    return drawn


def _runs(ring: Ring, drawn: NDArray[np.bool_]) -> List[Ring]:
    """The parts of a ring whose edges are drawn, as runs of points."""
    if not drawn.any():
        return []
    # Begin after an edge that is not drawn, so that no run is cut where the ring begins.
    turn = int(np.argmin(drawn)) if not drawn.all() else 0
    points, edges = np.roll(ring, -turn, axis=0), np.roll(drawn, -turn)
    closed = np.concatenate([points, points[:1]])
    changes = np.flatnonzero(np.diff(edges.astype(np.int8), prepend=0, append=0))
    return [closed[begin : end + 1] for begin, end in zip(changes[::2], changes[1::2])]
