# SPDX-License-Identifier: GPL-2.0-or-later
"""Need scores from prepared columns: all of them, or only what a change touches."""

from __future__ import annotations

from typing import Sequence

from .apply import apply_threshold
from .prepared import Prepared
from .result import Result
from .rules import Rule, Settings
from .tally import in_unit, moved, tally


def score(prepared: Prepared, rules: Sequence[Rule], settings: Settings) -> Result:
    """Score every area from scratch.

    Parameters
    ----------
    prepared
        The columns of the measures in use.
    rules
        One a measure, in the same order.
    settings
        What holds for the whole score.

    Returns
    -------
    Result
        Equal to the last bit to what `rescore` reaches step by step.
    """
    cuts = tuple(apply_threshold(column, rule.threshold) for column, rule in zip(prepared.columns, rules))
    flags = tuple(column.at_areas(cut.flag, prepared.areas) for column, cut in zip(prepared.columns, cuts))
    sums = tally(flags, [rule.weight for rule in rules], prepared.areas)
    return Result(prepared, tuple(rules), settings, cuts, flags, sums)


def rescore(previous: Result, rules: Sequence[Rule]) -> Result:
    """Score again after a change of thresholds, weights or themes.

    A changed threshold costs one pass over its column, a changed weight one addition over the
    areas; all that did not change is taken over.

    Parameters
    ----------
    previous
        The scores before the change.
    rules
        One a measure, as many and in the same order as before.
    """
    prepared = previous.prepared
    cuts, flags = list(previous.cuts), list(previous.flags)
    sums = in_unit(previous.tally, [rule.weight for rule in rules])
    for number, (old, new) in enumerate(zip(previous.rules, rules)):
        if new is old:
            continue
        if new.threshold != old.threshold:
            column = prepared.columns[number]
            cuts[number] = apply_threshold(column, new.threshold)
            flags[number] = column.at_areas(cuts[number].flag, prepared.areas)
        sums = moved(sums, previous.flags[number], old.weight, flags[number], new.weight)
    return Result(prepared, tuple(rules), previous.settings, tuple(cuts), tuple(flags), sums)
