# SPDX-License-Identifier: GPL-2.0-or-later
"""Need fields' values, ready to be written: plain Python, texts no longer than the format holds."""

from __future__ import annotations

from dataclasses import replace
from operator import ne
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from ...core.messages import Message, mark
from ...core.output import FieldKind, OutputField
from ...core.suffixes import ID_SEPARATOR
from ..fields import Cell, native

_PYTHON = {FieldKind.REAL: float, FieldKind.INTEGER: int, FieldKind.TEXT: str}


def ready(
    outputs: Sequence[OutputField], caps: Mapping[str, int]
) -> Tuple[Tuple[OutputField, ...], Tuple[Message, ...]]:
    """The fields with values that any provider takes, and a note for each field that had to be cut.

    Parameters
    ----------
    caps
        The longest text that a field holds, in bytes of UTF-8, by field name; absent or 0 means any.
    """
    fields: List[OutputField] = []
    notes: List[Message] = []
    for output in outputs:
        values = _natives(output)
        cap = caps.get(output.name, 0) if output.kind is FieldKind.TEXT else 0
        if cap:
            values, cut = _capped(values, cap)
            if cut:
                notes.append(_note(output.name, cut, cap))
        fields.append(replace(output, values=values))
    return tuple(fields), tuple(notes)


def _natives(output: OutputField) -> List[Cell]:
    """The values as plain Python; where they are that already, without looking at each."""
    values = list(output.values)
    plain = set(map(type, values)) <= {_PYTHON[output.kind], type(None)}
    has_nan = output.kind is FieldKind.REAL and any(map(ne, values, values))  # NaN differs from itself
    if plain and not has_nan:
        return values
    return [native(output.kind, value) for value in values]


def cut_at_whole_id(text: str, cap: int) -> str:
    """The ids of `text` from the left that fit into `cap` bytes."""
    if len(text.encode("utf-8")) <= cap:
        return text
    kept = text.encode("utf-8")[: cap + 1].decode("utf-8", "ignore")
    return kept.rpartition(ID_SEPARATOR)[0]


def _capped(values: List[Cell], cap: int) -> Tuple[List[Cell], int]:
    shorter: Dict[Optional[str], Optional[str]] = {
        text: cut_at_whole_id(text, cap) for text in {value for value in values if isinstance(value, str)}
    }
    cut = [shorter.get(value, value) if isinstance(value, str) else value for value in values]
    return list(cut), sum(before != after for before, after in zip(values, cut))


def _note(name: str, cut: int, cap: int) -> Message:
    return Message(
        mark(
            "“{field}” holds {cap} characters in this format: for {count} areas the list of measures was cut "
            "after a whole one. A GeoPackage has room for all."
        ),
        {"field": name, "cap": cap, "count": cut},
    )
