# SPDX-License-Identifier: GPL-2.0-or-later
"""What an edit in the measures' table makes of the scenario."""

from __future__ import annotations

from typing import Any, Callable, Dict, Optional, Tuple

from qgis.PyQt.QtCore import Qt

from ..core.messages import NeedError, mark
from ..core.rules import whole_weight
from ..core.threshold import Direction
from ..scenario.document import Measure, Scenario
from ..session import edits
from ..session.history import MergeKey
from ..translation import tr
from .measure_column import MeasureColumn
from .numbers import number_typed

Edit = Tuple[str, Scenario, MergeKey]
"""What `Session.edit` takes: the edit in words, the document after it, what it merges with."""


def edit_of(
    scenario: Scenario, measure: Measure, column: int, value: Any, role: int = int(Qt.ItemDataRole.EditRole)
) -> Optional[Edit]:
    """The edit that a value put into a cell means; None where the cell takes none.

    Raises
    ------
    NeedError
        The value is no number, or out of bounds.
    """
    if role == Qt.ItemDataRole.CheckStateRole and column == MeasureColumn.MEASURE:
        return _use(scenario, measure, Qt.CheckState(value) == Qt.CheckState.Checked)
    if role != Qt.ItemDataRole.EditRole or column not in _EDITS:
        return None
    return _EDITS[MeasureColumn(column)](scenario, measure, value)


def _use(scenario: Scenario, measure: Measure, used: bool) -> Edit:
    text = tr("Use {measure}") if used else tr("Leave out {measure}")
    return text.format(measure=measure.title), edits.with_measure(scenario, measure.id, enabled=used), None


def _title(scenario: Scenario, measure: Measure, value: Any) -> Edit:
    title = _words(value)
    return (
        tr("Rename {measure}").format(measure=measure.title),
        edits.with_measure(scenario, measure.id, title=title),
        None,
    )


def _theme(scenario: Scenario, measure: Measure, value: Any) -> Edit:
    return (
        tr("Theme of {measure}").format(measure=measure.title),
        edits.with_measure(scenario, measure.id, theme=_words(value)),
        None,
    )


def _direction(scenario: Scenario, measure: Measure, value: Any) -> Edit:
    try:
        direction = value if isinstance(value, Direction) else Direction(str(value))
    except ValueError:
        raise NeedError(
            mark("More need when “{value}”: it is either higher (high) or lower (low)."), value=value
        ) from None
    return (
        tr("Direction of {measure}").format(measure=measure.title),
        edits.with_measure(scenario, measure.id, direction=direction),
        None,
    )


def _threshold(scenario: Scenario, measure: Measure, value: Any) -> Edit:
    changed = edits.with_threshold_value(scenario, measure.id, number_typed(value))
    return tr("Threshold of {measure}").format(measure=measure.title), changed, ("threshold", measure.id)


def _weight(scenario: Scenario, measure: Measure, value: Any) -> Edit:
    weight = number_typed(value)
    whole_weight(weight)
    changed = edits.with_measure(scenario, measure.id, weight=weight)
    return tr("Weight of {measure}").format(measure=measure.title), changed, ("weight", measure.id)


def _words(value: Any) -> str:
    words = str(value or "").strip()
    if not words:
        raise NeedError(mark("A measure needs a title and a theme; neither can be left empty."))
    return words


_EDITS: Dict[MeasureColumn, Callable[[Scenario, Measure, Any], Edit]] = {
    MeasureColumn.MEASURE: _title,
    MeasureColumn.THEME: _theme,
    MeasureColumn.DIRECTION: _direction,
    MeasureColumn.THRESHOLD: _threshold,
    MeasureColumn.WEIGHT: _weight,
}
