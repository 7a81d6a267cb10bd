# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a layer holds the scores as they are now."""

from __future__ import annotations

from typing import Any, Sequence

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsVectorLayer

from ..core.messages import NeedError
from ..core.output import FieldKind
from ..core.suffixes import ID_SEPARATOR
from ..layers.columns import read_columns
from ..layers.texts import as_texts
from ..scoring.outputs import need_fields
from .session import Session


def has_these_scores(layer: QgsVectorLayer, session: Session) -> bool:
    """Whether every need field of every area in the layer is that of the session's result.

    Scores alone would not do: they may be the same where other measures are above threshold.
    """
    areas, job, result = session.areas, session.job, session.result
    if areas is None or job is None or result is None:
        return False
    code, outputs = session.scenario.areas.code_field, need_fields(job, result)
    names = {field.name() for field in layer.fields()}
    if not {code, *(output.name for output in outputs)} <= names:
        return False
    try:
        columns = read_columns(layer, [code, *(output.name for output in outputs)], None).values
    except NeedError:
        return False
    row_of = {text: row for row, text in enumerate(as_texts(columns[code]))}
    if set(row_of) != set(areas.codes):
        return False
    rows = np.fromiter((row_of[text] for text in areas.codes), dtype=np.int64, count=len(areas))
    return all(_same(output.kind, columns[output.name], rows, output.values) for output in outputs)


def _same(kind: FieldKind, written: Sequence[Any], rows: NDArray[np.int64], wanted: Sequence[Any]) -> bool:
    """Whether the cells at these rows are as wanted, one after the other."""
    if kind is FieldKind.TEXT:
        return all(map(_same_text, (written[row] for row in rows.tolist()), wanted))
    return bool(np.array_equal(_numbers(written)[rows], _numbers(wanted), equal_nan=True))


def _numbers(cells: Sequence[Any]) -> NDArray[np.float64]:
    """Cells as numbers, NaN for what is none."""
    try:
        return np.asarray(cells, dtype=np.float64)
    except (TypeError, ValueError):
        return np.array([_number(cell) for cell in cells])


def _same_text(written: Any, wanted: Any) -> bool:
    """Whether a text is the same, or the beginning of it, up to a whole id, where the format caps texts."""
    text, whole = str(written or ""), str(wanted or "")
    return text == whole or (bool(text) and whole.startswith(text + ID_SEPARATOR))


def _number(cell: object) -> float:
    try:
        return float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return float("nan")
