# SPDX-License-Identifier: GPL-2.0-or-later
"""Round steps, for axes and legends."""

from __future__ import annotations

import math
from typing import Sequence

STEPS = (1, 2, 2.5, 5, 10)
FINE_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def nice_step(least: float, steps: Sequence[float] = STEPS) -> float:
    """The next step up that people count in: one of `steps` times a power of ten; 1 for nothing.

    >>> nice_step(0.034), nice_step(11), nice_step(11, FINE_STEPS)
    (0.05, 20.0, 15.0)
    """
    if not least > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    step = next(step for step in steps if least <= step * power * (1 + 1e-9))
    return plain_decimal(step * power)


def plain_decimal(value: float) -> float:
    """The decimal number that is meant, without what binary arithmetic left on it.

    >>> plain_decimal(3 * 0.1)
    0.3
    """
    return float(f"{value:.12g}")
