# SPDX-License-Identifier: GPL-2.0-or-later
"""All measures of a scenario, sorted once; what a slider never changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from .column import BoolArray, IntArray, PreparedColumn


@dataclass(frozen=True)
class Prepared:
    """The measures in use, prepared, over one set of areas.

    Parameters
    ----------
    columns
        One prepared column a measure, in scenario order.
    areas
        How many areas there are.
    parent
        Shape (areas,): the number of each area's parent, -1 for none.
    """

    columns: Tuple[PreparedColumn, ...]
    areas: int
    parent: IntArray

    @cached_property
    def has_value(self) -> Tuple[BoolArray, ...]:
        """Of each measure, shape (areas,): whether the area has a value."""
        return tuple(column.at_areas(column.has_value, self.areas) for column in self.columns)

    @cached_property
    def available(self) -> IntArray:
        """Shape (areas,): how many measures have a value."""
        found = np.zeros(self.areas, dtype=np.int32)
        for has_value in self.has_value:
            found += has_value
        return found

    def weight_available(self, weights: NDArray[np.int64]) -> NDArray[np.int64]:
        """Shape (areas,): the sum of the weights of the measures that have a value.

        Parameters
        ----------
        weights
            Shape (measures,), in thousandths.
        """
        found = np.full(self.areas, int(weights.sum()), dtype=np.int64)
        for weight, has_value in zip(weights.tolist(), self.has_value):
            if not has_value.all():
                found -= weight * ~has_value
        return found
