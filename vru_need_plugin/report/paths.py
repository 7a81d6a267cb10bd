# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings and runs of grid points as SVG path data, as short as it goes."""

from __future__ import annotations

from typing import Iterable

import numpy as np

from ..core.outlines import Ring, thinned


def area_path(rings: Iterable[Ring]) -> str:
    """Closed rings; to be filled by the even-odd rule, so that holes are holes."""
    return "".join(f"{_run(thinned(ring))}z" for ring in rings)


def line_path(runs: Iterable[Ring]) -> str:
    """Open runs of points."""
    return "".join(_run(run) for run in runs if len(run) > 1)


def _run(points: Ring) -> str:
    """A move to the first point, then steps from point to point."""
    steps = np.diff(points, axis=0).tolist()
    x, y = points[0].tolist()
    return f"M{x} {y}l" + "".join(f"{_spaced(dx)}{_spaced(dy)}" for dx, dy in steps).lstrip()


def _spaced(number: int) -> str:
    """A number with the blank that must stand before it, if it must."""
    return str(number) if number < 0 else f" {number}"
