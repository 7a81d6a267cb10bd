# SPDX-License-Identifier: GPL-2.0-or-later
"""What a layer with need fields can be drawn by: the score, a theme's score, one measure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsVectorLayer

from ...core.rules import whole_weight
from ...core.scale import makeup_of
from ...core.suffixes import flag_suffix, theme_suffix
from ...core.threshold import MissingRule
from ...scenario.document import Scenario
from ...translation import tr
from ..columns import read_columns
from ..names import need_field_names
from ..provenance import scenario_in


class Kind(Enum):
    """What a figure is; kept by name."""

    SCORE = "score"
    THEME = "theme"
    MEASURE = "measure"


@dataclass(frozen=True)
class Figure:
    """A need field to draw a layer by.

    Attributes
    ----------
    kind, suffix
        What it is, and what its field is called after the prefix: score, t01, f03.
    title
        Its name for people: the theme's, the measure's.
    whole
        Whether its values are whole numbers.
    is_count
        Whether they are numbers of measures: every weight 1, and nothing made up for.
    zero_is_none
        Whether 0 says that no measure is above threshold: no weight is 0.
    """

    kind: Kind
    suffix: str
    title: str
    whole: bool = False
    is_count: bool = False
    zero_is_none: bool = False


def figures_in(layer: QgsVectorLayer, prefix: str = "need_") -> Tuple[Figure, ...]:
    """What a layer can be drawn by: those of its need fields that are scores or flags.

    The scenario that the layer says it was scored with tells what the figures are; where there is
    none, the fields' aliases and values do, and nothing is claimed that they do not show.

    Raises NeedError where the values have to be read and cannot be.
    """
    names = set(need_field_names(layer.fields(), prefix))
    scenario = scenario_in(layer)
    if scenario is not None and scenario.options.field_prefix == prefix:
        found = [figure for figure in figures_of(scenario) if f"{prefix}{figure.suffix}" in names]
        numbered = {name for name in names if _is_numbered(name[len(prefix) :])}
        if numbered == {f"{prefix}{figure.suffix}" for figure in found if figure.kind is not Kind.SCORE}:
            return tuple(found)
    return tuple(_told_by_fields(layer, prefix, names))


def figures_of(scenario: Scenario) -> Tuple[Figure, ...]:
    """All that a scenario's scores can be drawn by, whether or not its fields are written."""
    measures = [measure for measure in scenario.measures if measure.enabled]
    weights, missing = [whole_weight(measure.weight) for measure in measures], scenario.options.missing
    found = [_figure(Kind.SCORE, "score", tr("Need score"), weights, missing)]
    themes: Dict[str, List[int]] = {}
    for measure, weight in zip(measures, weights):
        themes.setdefault(measure.theme, []).append(weight)
    for number, (theme, parts) in enumerate(themes.items(), start=1):
        found.append(_figure(Kind.THEME, theme_suffix(number), theme, parts, missing))
    for number, measure in enumerate(measures, start=1):
        found.append(Figure(Kind.MEASURE, flag_suffix(number), measure.title, whole=True))
    return tuple(found)


def figure_for(layer: QgsVectorLayer, suffix: str = "score", prefix: str = "need_") -> Figure:
    """The figure of one need field; KeyError where the layer has no such field to draw by."""
    return {figure.suffix: figure for figure in figures_in(layer, prefix)}[suffix]


def values_of(layer: QgsVectorLayer, figure: Figure, prefix: str = "need_") -> NDArray[np.float64]:
    """A figure's values, one an area, in layer order; NaN where there is none."""
    name = f"{prefix}{figure.suffix}"
    return _numbers(read_columns(layer, [name]).values[name])


def _figure(kind: Kind, suffix: str, title: str, weights: Sequence[int], missing: MissingRule) -> Figure:
    makeup = makeup_of(weights, missing)
    return Figure(kind, suffix, title, makeup.whole, makeup.is_count, makeup.zero_is_none)


def _told_by_fields(layer: QgsVectorLayer, prefix: str, names: set[str]) -> List[Figure]:
    titles = {
        name[len(prefix) :]: layer.attributeAlias(layer.fields().indexFromName(name)) or name
        for name in sorted(names)
    }
    themes = [suffix for suffix in titles if _is_numbered(suffix) and suffix[0] == "t"]
    telling = [suffix for suffix in ("score", "count") if suffix in titles] + themes
    columns = read_columns(layer, [f"{prefix}{suffix}" for suffix in telling]).values
    values = {suffix: _numbers(columns[f"{prefix}{suffix}"]) for suffix in telling}
    found: List[Figure] = []
    if "score" in titles:
        found.append(_score_told_by_values(values["score"], values.get("count"), titles["score"]))
    found += [
        Figure(Kind.THEME, suffix, titles[suffix], whole=_all_whole(values[suffix])) for suffix in themes
    ]
    found += [
        Figure(Kind.MEASURE, suffix, title, whole=True)
        for suffix, title in titles.items()
        if _is_numbered(suffix) and suffix[0] == "f"
    ]
    return found


def _score_told_by_values(
    score: NDArray[np.float64], count: Optional[NDArray[np.float64]], title: str
) -> Figure:
    """Where every score is the number of measures above threshold, it is that number."""
    known = ~np.isnan(score)
    is_count = count is not None and bool(known.any()) and bool((score[known] == count[known]).all())
    return Figure(
        Kind.SCORE, "score", title, whole=_all_whole(score), is_count=is_count, zero_is_none=is_count
    )


def _all_whole(values: NDArray[np.float64]) -> bool:
    known = values[np.isfinite(values)]
    return bool(len(known)) and bool((known == np.floor(known)).all())


def _numbers(cells: Sequence[Any]) -> NDArray[np.float64]:
    """A column of numbers as numpy has it; NaN for None."""
    return np.array(cells, dtype=np.float64)


def _is_numbered(suffix: str) -> bool:
    return suffix[:1] in ("t", "f") and suffix[1:].isdigit()
