# SPDX-License-Identifier: GPL-2.0-or-later
"""The score of a theme as a QGIS expression, worked out where the layer has no field for it."""

from __future__ import annotations

from typing import List

import numpy as np

from ..core.rules import THOUSAND
from ..core.suffixes import flag_suffix, theme_suffix
from ..core.threshold import MissingRule
from .expression_parts import column
from .expressions import Expressions


def theme_score(words: Expressions, number: int) -> str:
    """An area's score on the theme of this number, from 0.

    NULL where the area has no score, or no weight of the theme has a figure.
    """
    suffix = theme_suffix(number + 1)
    if words.is_written(suffix):
        return words.field(suffix)
    result = words.subject.result
    theme = result.themes[number]
    ours = [at for at, rule in enumerate(result.rules) if rule.theme == theme and rule.weight]
    if not ours:
        return "NULL"
    # In whole thousandths: summed as fractions, scores that tie come apart.
    points = " + ".join(f"if({words.is_above(at)}, {result.weights[at]}, 0)" for at in ours)
    available = _weight_available(words, ours)
    told = f"({points}) / {THOUSAND}.0"
    if result.settings.missing is MissingRule.RESCALE:
        told = f"({points}) * {result.weights[ours].sum()} / ({available} * {THOUSAND}.0)"
    return f"CASE WHEN {words.field('score')} IS NOT NULL AND {available} > 0 THEN {told} END"


def _weight_available(words: Expressions, measures: List[int]) -> str:
    """The weights of these measures that have a figure, in thousandths."""
    result, flags = words.subject.result, [flag_suffix(at + 1) for at in measures]
    if all(map(words.is_written, flags)):
        terms = (
            f"if({column(words.prefix + flag)} IS NULL, 0, {result.weights[at]})"
            for at, flag in zip(measures, flags)
        )
        return f"({' + '.join(terms)})"
    # Which figures are missing is in no field: the few areas that lack any are looked up.
    ours = np.zeros_like(result.weights)
    ours[measures] = result.weights[measures]
    found, every = result.prepared.weight_available(ours), int(ours.sum())
    lacking = {int(area): int(found[area]) for area in np.flatnonzero(found < every)}
    return f"coalesce({words.looked_up(lacking)}, {every})" if lacking else str(every)
