# SPDX-License-Identifier: GPL-2.0-or-later
"""The scoring kernel beside pandas on the same work, and beside one pass over the memory.

Method: one process; contenders take turns; medians. pandas does the work in two ways: "redoing it"
works out the percent ranks, flags, sums and ranks anew, as a script does after a change; "from ready
percent ranks" is given them, as the kernel is given its sorted columns. All answers are compared
first. "One pass" sums the float matrix once.

    make bench-kernel
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from timing import interleaved, row  # noqa: E402
from vru_need_plugin.core.column import Column, prepare_column  # noqa: E402
from vru_need_plugin.core.prepared import Prepared  # noqa: E402
from vru_need_plugin.core.rules import Rule, Settings  # noqa: E402
from vru_need_plugin.core.score import rescore, score  # noqa: E402
from vru_need_plugin.core.threshold import Direction, Threshold, ThresholdKind  # noqa: E402


def made_up(areas: int, measures: int) -> np.ndarray:
    """Skewed figures with one decimal, ties and 1 % missing; shape (measures, areas)."""
    random = np.random.default_rng(2026)
    values = np.round(random.gamma(2, 10, (measures, areas)), 1)
    values[random.random(values.shape) < 0.01] = np.nan
    return values


def prepared_from(values: np.ndarray) -> Prepared:
    """The kernel's prepared form."""
    areas = values.shape[1]
    everyone, one_group = np.ones(areas, dtype=bool), np.zeros(areas, dtype=np.int32)
    columns = tuple(prepare_column(Column(column, Direction.HIGH, one_group, everyone)) for column in values)
    return Prepared(columns, areas, np.full(areas, -1, dtype=np.int32))


class Pandas:
    """The same score the pandas way, from ready-made percent ranks."""

    def __init__(self, values: np.ndarray, weights: list[float]) -> None:
        self.frame = pd.DataFrame(values.T.copy())
        self.weights = pd.Series(weights)
        self.ready = self.percent_ranks()

    def percent_ranks(self) -> pd.DataFrame:
        """Each value's percent rank in its column."""
        return (self.frame.rank(method="min") - 1) / (self.frame.notna().sum() - 1)

    def redo(self, shares: list[float]) -> pd.Series:
        """All of it anew."""
        return self.rank(self.percent_ranks(), shares)

    def from_ready(self, shares: list[float]) -> pd.Series:
        """From percent ranks worked out before."""
        return self.rank(self.ready, shares)

    def rank(self, percent: pd.DataFrame, shares: list[float]) -> pd.Series:
        """Flags, scores and competition ranks, for these top shares in per cent."""
        flags = percent.ge(pd.Series([1 - share / 100 for share in shares]), axis=1)
        scores = flags.mul(self.weights, axis=1).sum(axis=1)
        return scores.rank(method="min", ascending=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--areas", type=int, default=35_000)
    parser.add_argument("--measures", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=200)
    options = parser.parse_args()
    values = made_up(options.areas, options.measures)
    weights = [1 + (number % 4) / 2 for number in range(options.measures)]
    prepared, frame = prepared_from(values), Pandas(values, weights)
    share = Threshold(ThresholdKind.TOP_SHARE, 10)
    rules = tuple(Rule(share, int(weight * 1000), "all") for weight in weights)
    moved = (replace(rules[0], threshold=Threshold(ThresholdKind.TOP_SHARE, 12)), *rules[1:])
    heavier = (replace(rules[0], weight=rules[0].weight + 500), *rules[1:])
    base = score(prepared, rules, Settings())
    shares = [12.0, *[10.0] * (options.measures - 1)]
    if not np.array_equal(rescore(base, moved).rank, frame.redo(shares).to_numpy()):
        raise SystemExit("The two ways disagree; their times mean nothing.")
    medians = interleaved(
        {
            "full": lambda: score(prepared, rules, Settings()).rank,
            "threshold": lambda: rescore(base, moved).rank,
            "weight": lambda: rescore(base, heavier).rank,
            "weight, not ranked": lambda: rescore(base, heavier),
            "redo": lambda: frame.redo(shares),
            "ready": lambda: frame.from_ready(shares),
            "one pass": lambda: values.sum(),
            "prepare": lambda: prepared_from(values),
        },
        options.rounds,
    )
    print(f"{options.areas} areas x {options.measures} measures, medians of {options.rounds} turns")
    for what in ("full", "threshold", "weight", "weight, not ranked"):
        print(row(f"{what}, against pandas redoing it", medians[what], medians["redo"]))
        print(row(f"{what}, against pandas from ready percent ranks", medians[what], medians["ready"]))
    print(row("full, against one pass over the matrix", medians["full"], medians["one pass"]))
    print(row("preparing all columns once (before any of the above)", medians["prepare"], medians["redo"]))


if __name__ == "__main__":
    main()
