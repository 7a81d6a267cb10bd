# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights of many measures at once; those that are locked stay as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Sequence

from ..core.messages import NeedError, mark
from ..core.rules import MOST_WEIGHT, THOUSAND, whole_weight
from ..scenario.document import Measure, Scenario


def equal_weights(scenario: Scenario) -> Scenario:
    """Every measure in use that is not locked has the weight 1."""
    return _with_weights(scenario, {measure.id: THOUSAND for measure in _free(scenario)})


def scaled_to(scenario: Scenario, total: float) -> Scenario:
    """The weights in use add up to `total`, exactly, in the same proportions to each other.

    Where all that may change are 0 they become equal.

    Raises
    ------
    NeedError
        Nothing may change, the locked ones alone come to more, or a weight would be too large.
    """
    free = _free(scenario)
    if not free:
        raise NeedError(mark("Every weight is locked. Unlock one, so that there is something to scale."))
    locked = sum(whole_weight(m.weight) for m in scenario.enabled_measures if m.locked)
    rest = whole_weight_of(total) - locked
    if rest < 0:
        raise NeedError(
            mark("The locked weights alone add up to {locked}, which is more than {total}."),
            locked=locked / THOUSAND,
            total=total,
        )
    shares = shared_out(rest, [whole_weight(measure.weight) for measure in free])
    if max(shares) > MOST_WEIGHT * THOUSAND:
        raise NeedError(
            mark("“{measure}” would weigh more than {most}, the most that a weight may be."),
            measure=free[shares.index(max(shares))].title,
            most=MOST_WEIGHT,
        )
    return _with_weights(scenario, dict(zip((measure.id for measure in free), shares)))


def whole_weight_of(total: float) -> int:
    """A sum of weights in thousandths."""
    return round(total * THOUSAND)


def shared_out(total: int, parts: Sequence[int]) -> List[int]:
    """Whole numbers in the proportions of `parts` that add up to `total`, the largest rests first."""
    weights = list(parts) if sum(parts) else [1] * len(parts)
    whole = sum(weights)
    shares = [total * part // whole for part in weights]
    by_rest = sorted(range(len(weights)), key=lambda place: -(total * weights[place] % whole))
    for place in by_rest[: total - sum(shares)]:
        shares[place] += 1
    return shares


def _free(scenario: Scenario) -> List[Measure]:
    return [measure for measure in scenario.enabled_measures if not measure.locked]


def _with_weights(scenario: Scenario, thousandths: Dict[str, int]) -> Scenario:
    return replace(
        scenario,
        measures=tuple(
            replace(m, weight=thousandths[m.id] / THOUSAND) if m.id in thousandths else m
            for m in scenario.measures
        ),
    )
