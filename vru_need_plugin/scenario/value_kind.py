# SPDX-License-Identifier: GPL-2.0-or-later
"""How a measure's value is written: each kind of value takes keys of its own."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Tuple

from ..core.messages import mark
from .document import ColumnRef, Rolling, Value, ValueKind
from .errors import Place
from .kinds import Choice, ListOf, Number, Text, Whole, in_json
from .record import Field, Record, check_keys, defaults_of, object_schema, read_object, write_object


class ColumnKind:
    """A column: its name, or the newest of the columns whose names go on with a period."""

    rolling = Record(
        Rolling,
        (
            Field("starts", Text(), "what the columns' names have before the period"),
            Field("latest", Whole(least=1), "how many periods to take, the newest first"),
            Field("skip", Whole(least=0), "how many of the newest periods to leave out before that"),
        ),
    )

    def read(self, raw: Any, place: Place) -> ColumnRef:
        if isinstance(raw, dict):
            return self.rolling.read(raw, place)
        if not isinstance(raw, str):
            raise place.error(
                mark("Expects a column name, or an object with “starts” and “latest”, not {got}."),
                got=in_json(raw),
            )
        return Text().read(raw, place)

    def write(self, value: ColumnRef) -> Any:
        return value if isinstance(value, str) else self.rolling.write(value)

    def schema(self) -> Dict[str, Any]:
        return {"anyOf": [Text().schema(), self.rolling.schema()]}


_SOME_COLUMNS = ListOf(ColumnKind(), least=1)
_COLUMNS = Field("columns", _SOME_COLUMNS, "the columns; several are added up")
_DENOMINATOR = Field("denominator", _SOME_COLUMNS, "the columns to divide by; several are added up")
_DENOMINATOR_TABLE = Field("denominator_table", Text(), "the table that the denominator is in")
_PER = Field("per", Number(above=0), "what the ratio is multiplied by, such as 1000")
_FROM = Field("from", _SOME_COLUMNS, "the columns of the earlier time", "from_columns")
_TO = Field("to", _SOME_COLUMNS, "the columns of the later time", "to_columns")
_MINIMUM_BASE = Field("minimum_base", Number(least=0), "a smaller earlier figure is not compared")

_KEYS: Mapping[ValueKind, Tuple[Field, ...]] = {
    ValueKind.COLUMN: (_COLUMNS,),
    ValueKind.SUM: (_COLUMNS,),
    ValueKind.RATIO: (_COLUMNS, _DENOMINATOR, _DENOMINATOR_TABLE, _PER),
    ValueKind.CHANGE: (_FROM, _TO),
    ValueKind.PERCENT_CHANGE: (_FROM, _TO, _MINIMUM_BASE),
}
_REQUIRED = ("columns", "denominator", "from", "to")
_ALL_KEYS = tuple(dict.fromkeys(field.key for fields in _KEYS.values() for field in fields))


class ValueRecord:
    """The object under a measure's ``value``."""

    kind = Field("kind", Choice(ValueKind), "how the value is worked out")

    def read(self, raw: Any, place: Place) -> Value:
        kind = _read_kind(raw, place)
        fields = _KEYS[kind]
        values = read_object(raw, place, fields, _required(fields), known=["kind"])
        value = Value(kind=kind, **values)
        if kind is ValueKind.COLUMN:
            _check_single(value.columns, place.key("columns"))
        return value

    def write(self, value: Value) -> Dict[str, Any]:
        written = write_object(value, _KEYS[value.kind], defaults_of(Value))
        return {"kind": value.kind.value, **written}

    def schema(self) -> Dict[str, Any]:
        return {"oneOf": [_kind_schema(kind, fields) for kind, fields in _KEYS.items()]}


def _read_kind(raw: Any, place: Place) -> ValueKind:
    if not isinstance(raw, dict):
        raise place.error(mark("Expects an object in curly brackets, not {got}."), got=in_json(raw))
    check_keys(raw, place, ["kind", *_ALL_KEYS], ["kind"])
    kind = ValueRecord.kind.kind.read(raw["kind"], place.key("kind"))
    for key in raw:
        if key != "kind" and key not in [field.key for field in _KEYS[kind]]:
            raise place.key(key).error(
                mark("A value of kind “{kind}” does not take this key."), kind=kind.value
            )
    return kind


def _required(fields: Tuple[Field, ...]) -> Tuple[str, ...]:
    return tuple(field.key for field in fields if field.key in _REQUIRED)


def _check_single(columns: Tuple[ColumnRef, ...], place: Place) -> None:
    if len(columns) != 1:
        raise place.error(
            mark("A value of kind “column” takes one column, not {count}. To add columns up, use “sum”."),
            count=len(columns),
        )
    only = columns[0]
    if isinstance(only, Rolling) and only.latest != 1:
        raise (
            place.item(0)
            .key("latest")
            .error(
                mark("A value of kind “column” takes one period, so this must be 1. To add up, use “sum”.")
            )
        )


def _kind_schema(kind: ValueKind, fields: Tuple[Field, ...]) -> Dict[str, Any]:
    described = object_schema(fields, ("kind", *_required(fields)))
    described["properties"] = {"kind": {"const": kind.value}, **described["properties"]}
    if kind is ValueKind.COLUMN:
        described["properties"]["columns"]["maxItems"] = 1
    return described
