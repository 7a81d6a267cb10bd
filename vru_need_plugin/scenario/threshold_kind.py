# SPDX-License-Identifier: GPL-2.0-or-later
"""How a measure's threshold is written; its bounds are the threshold's own."""

from __future__ import annotations

from typing import Any, Dict, Mapping

from ..core.messages import NeedError, mark
from ..core.threshold import Threshold, ThresholdKind, Ties
from .errors import Place
from .kinds import Choice, Number
from .record import Field, object_schema, read_object

_KIND = Field("kind", Choice(ThresholdKind), "how the threshold is worked out")
_VALUE = Field("value", Number(), "per cent, a number of areas, own units, x average, deviations")
_TIES = Field("ties", Choice(Ties), "whether areas level at the line are left out or included")
_BOUNDS: Mapping[ThresholdKind, Mapping[str, Any]] = {
    ThresholdKind.TOP_SHARE: {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 100},
    ThresholdKind.TOP_COUNT: {"type": "integer", "minimum": 1},
    ThresholdKind.VALUE: {"type": "number"},
    ThresholdKind.MEAN_MULTIPLE: {"type": "number", "exclusiveMinimum": 0},
    ThresholdKind.STD_DEV: {"type": "number"},
}


class ThresholdRecord:
    """The object under a measure's ``threshold``."""

    def read(self, raw: Any, place: Place) -> Threshold:
        values = read_object(raw, place, (_KIND, _VALUE, _TIES), ("kind", "value"))
        kind = values["kind"]
        if "ties" in values and not kind.takes_ties:
            raise place.key("ties").error(
                mark("A threshold of kind “{kind}” takes no ties. Leave this out."),
                kind=kind.value,
            )
        try:
            return Threshold(**values)
        except NeedError as error:
            raise place.key("value").wrapped(error.message) from error

    def write(self, value: Threshold) -> Dict[str, Any]:
        written = {"kind": _KIND.kind.write(value.kind), "value": _VALUE.kind.write(value.value)}
        if value.ties is not None and value.ties is not value.kind.default_ties:
            written["ties"] = _TIES.kind.write(value.ties)
        return written

    def schema(self) -> Dict[str, Any]:
        return {"oneOf": [_kind_schema(kind) for kind in ThresholdKind]}


def _kind_schema(kind: ThresholdKind) -> Dict[str, Any]:
    fields = (_KIND, _VALUE, _TIES) if kind.takes_ties else (_KIND, _VALUE)
    described = object_schema(fields, ("kind", "value"))
    described["properties"]["kind"] = {"const": kind.value}
    described["properties"]["value"] = {"description": _VALUE.meaning, **_BOUNDS[kind]}
    return described
