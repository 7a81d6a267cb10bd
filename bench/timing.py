# SPDX-License-Identifier: GPL-2.0-or-later
"""Interleaved timing: the contenders take turns, so that a machine's moods fall on all alike."""

from __future__ import annotations

import gc
import statistics
import time
from typing import Callable, Mapping


def interleaved(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each contender over `rounds` turns, after one turn that is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(rounds + 1):
        for name, work in contenders.items():
            gc.collect(0)
            start = time.perf_counter()
            work()
            if turn:
                seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(runs) for name, runs in seconds.items()}


def row(what: str, ours: float, theirs: float, unit: str = "ms") -> str:
    """One line of a report: both medians and their ratio."""
    factor = {"ms": 1e3, "s": 1.0}[unit]
    times = f"{theirs / ours:.1f} times faster" if ours <= theirs else f"{ours / theirs:.1f} times slower"
    return (
        f"{what:<58} {ours * factor:9.3f} {unit}  {theirs * factor:9.3f} {unit}"
        f"  ratio {ours / theirs:7.4f}  ({times})"
    )
