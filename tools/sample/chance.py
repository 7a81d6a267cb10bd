# SPDX-License-Identifier: GPL-2.0-or-later
"""Chance that comes out the same on every machine: Python's generator, and nothing of a library's."""

from __future__ import annotations

import math
import random


def chance(*names: object) -> random.Random:
    """A generator of its own for what is named, so that a change elsewhere leaves it alone."""
    return random.Random("Marlbury " + " ".join(map(str, names)))


def normal(generator: random.Random) -> float:
    """About normal with mean 0 and deviation 1: twelve dice."""
    return sum(generator.random() for _ in range(12)) - 6


def poisson(generator: random.Random, mean: float) -> int:
    """How many times something happens that happens `mean` times on average."""
    count, product, limit = 0, generator.random(), math.exp(-mean)
    while product > limit:
        count += 1
        product *= generator.random()
    return count
