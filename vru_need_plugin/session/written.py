# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a layer holds the scores as they are now."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsVectorLayer

from ..core.messages import NeedError
from ..layers.columns import read_columns
from ..layers.texts import as_texts
from .session import Session


def has_these_scores(layer: QgsVectorLayer, session: Session) -> bool:
    """Whether every area's code and score in the layer are those of the session's result."""
    areas, result, scenario = session.areas, session.result, session.scenario
    code, score = scenario.areas.code_field, f"{scenario.options.field_prefix}score"
    names = [field.name() for field in layer.fields()]
    if areas is None or result is None or code not in names or score not in names:
        return False
    try:
        columns = read_columns(layer, [code, score], None)
    except NeedError:
        return False
    found = dict(zip(as_texts(columns.values[code]), columns.values[score]))
    if set(found) != set(areas.codes):
        return False
    written = np.array([_number(found[text]) for text in areas.codes])
    return bool(np.array_equal(written, result.score, equal_nan=True))


def _number(cell: object) -> float:
    try:
        return float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return float("nan")
