# SPDX-License-Identifier: GPL-2.0-or-later
"""Thresholds, near misses, scores and ranks in exact arithmetic, one area at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

DEFAULT_TIES = {"top_share": "out", "top_count": "out", "value": "in"}


class Group:
    """A reference group: the finite values that rows are compared with.

    Parameters
    ----------
    values
        The group's values, the missing ones left out.
    low
        Whether a low value means need.
    threshold
        kind, number and ties as `Threshold`.
    """

    def __init__(self, values, low, threshold):
        self.values = values
        self.low = low
        self.threshold = threshold
        self.sorted = sorted(self.need(value) for value in values)
        self.n = len(values)
        self._lower = {}
        for place, u in enumerate(self.sorted):
            self._lower.setdefault(u, place)
        self._beyond = {}
        self.mean = Fraction(sum(values)) / self.n if values else None
        self.variance = None
        if threshold.kind == "std_dev" and self.n > 1:
            self.variance = sum((value - self.mean) ** 2 for value in values) / Fraction(self.n - 1)
        flagged = [value for value in values if self.flags(value)]
        self.flagged = len(flagged)
        self.least = min(flagged, key=self.need, default=None)
        self.first_flagged = min((self.lower(value) for value in flagged), default=None)

    def need(self, value):
        """u: the value, turned round where a low one means need."""
        return -value if self.low else value

    def lower(self, value):
        """How many of the group are less needy."""
        u = self.need(value)
        if u not in self._lower:
            self._lower[u] = bisect_left(self.sorted, u)
        return self._lower[u]

    def higher(self, value):
        """How many of the group are needier."""
        return self.n - bisect_right(self.sorted, self.need(value))

    def flags(self, value):
        """Whether a value is beyond the threshold."""
        if value not in self._beyond:
            self._beyond[value] = self._judge(value)
        return self._beyond[value]

    def _judge(self, value):
        kind, figure, include = self.threshold.kind, self.threshold.value, self.threshold.ties == "in"
        u = self.need(value)
        if kind == "value":
            line = self.need(figure)
            return u >= line if include else u > line
        if self.reason():
            return False
        if kind == "top_share":
            share = figure / 100
            if include:
                return self.higher(value) <= share * (self.n - 1)
            return self.lower(value) >= (1 - share) * (self.n - 1)
        if kind == "top_count":
            return self.higher(value) < figure if include else self.n - self.lower(value) <= figure
        if kind == "mean_multiple":
            line = figure * self.mean
            return value <= line if self.low else value >= line
        return self._beyond_deviation(u, figure)

    def _beyond_deviation(self, u, z):
        """u >= mean + z x sample standard deviation, by comparing squares."""
        distance = u - self.need(self.mean)
        squares = distance**2, z**2 * self.variance
        if z >= 0:
            return distance >= 0 and squares[0] >= squares[1]
        return distance >= 0 or squares[0] <= squares[1]

    def reason(self):
        """Why a kind that compares rows flags none, or None."""
        if self.threshold.kind == "value":
            return None
        if self.n < 2:
            return "too few"
        if self.sorted[0] == self.sorted[-1]:
            return "all equal"
        if self.threshold.kind == "mean_multiple" and self.mean <= 0:
            return "mean not above zero"
        return None

    def near(self, value, band):
        """Whether a value that is not flagged lies within the band of the cut."""
        if self.first_flagged is None or self.flags(value):
            return False
        return self.lower(value) >= self.first_flagged - band * (self.n - 1)

    def asked(self):
        """How many rows the threshold asks for, or None where it does not ask for a number."""
        if self.threshold.kind == "top_count":
            return int(self.threshold.value)
        if self.threshold.kind == "top_share":
            return int(self.threshold.value / 100 * (self.n - 1)) + 1
        return None

    def cut_off(self):
        """The value that the threshold comes to (a float for std_dev), None where none is flagged."""
        if self.flagged == 0:
            return None
        kind, figure = self.threshold.kind, self.threshold.value
        if kind == "value":
            return figure
        if kind == "mean_multiple":
            return figure * self.mean
        if kind == "std_dev":
            deviation = float(self.variance) ** 0.5
            return float(self.mean) + float(figure) * (-deviation if self.low else deviation)
        return self.least


@dataclass(frozen=True)
class Threshold:
    """A threshold with its number as a Fraction and its ties settled."""

    kind: str
    value: Fraction
    ties: Optional[str] = None


def total(flags, weights, missing):
    """The weighted sum of flags under a missing rule, None where there is none.

    Parameters
    ----------
    flags
        1, 0 or None for each measure.
    weights
        One Fraction for each measure.
    missing
        ``available``, ``rescale`` or ``strict``.
    """
    score = sum((weight for flag, weight in zip(flags, weights) if flag), Fraction(0))
    if missing == "strict" and None in flags:
        return None
    if missing == "rescale":
        with_value = sum(weight for flag, weight in zip(flags, weights) if flag is not None)
        if with_value == 0:
            return None
        return score * sum(weights) / with_value
    return score


def ranks(scores):
    """Competition ranks, 1 for the highest score; None where there is no score."""
    ordered = sorted(score for score in scores if score is not None)
    return [None if score is None else len(ordered) - bisect_right(ordered, score) + 1 for score in scores]
