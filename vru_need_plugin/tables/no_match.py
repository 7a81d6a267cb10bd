# SPDX-License-Identifier: GPL-2.0-or-later
"""The error for a table of which no key matches, with what may be wrong."""

from __future__ import annotations

from typing import Sequence

from ..core.gss import gss_kind, is_gss
from ..core.messages import Message, NeedError, mark
from ..scenario.document import KeyLevel, KeyMatch, Table
from .header import Body
from .key_columns import KeyColumn, key_columns
from .keys import normalise_code
from .matching import KeyIndex, Matching
from .near import quoted
from .units import Units

_EXAMPLES = 3
_MANY = 0.5


def check_any_match(body: Body, spec: Table, units: Units, index: KeyIndex, matching: Matching) -> None:
    """Raise where not one key of a table is one of the units.

    Raises
    ------
    NeedError
        It shows keys of both sides and says what may be wrong.
    """
    if matching.matched or not len(units):
        return
    if not index.keys:
        raise NeedError(
            mark("The key column “{column}” of the table “{table}” ({source}) is empty."),
            column=spec.key_column,
            table=spec.id,
            source=body.source,
        )
    wanted = [str(key) for key in units.matched_by(spec.key_match) if key]
    given = [index.spelling(key) for key in range(min(_EXAMPLES, len(index.keys)))]
    raise NeedError(
        mark(
            "No key of the table “{table}” ({source}) is in {layer}. The column “{column}” has {given}; "
            "the layer has {wanted}. {advice}"
        ),
        table=spec.id,
        source=body.source,
        layer=units.label,
        column=spec.key_column,
        given=quoted(given),
        wanted=quoted(wanted[:_EXAMPLES]),
        advice=_advice(body, spec, units, given, wanted),
    )


def _advice(body: Body, spec: Table, units: Units, given: Sequence[str], wanted: Sequence[str]) -> Message:
    for candidate in key_columns(body, (units, *units.others)):
        if _other_than(candidate, spec):
            return _use_instead(candidate)
    if spec.key_match is KeyMatch.CODE and _same_kind(given, wanted):
        return Message(mark("The codes are of the same kind: they may be of another year or another place."))
    return Message(mark("The key column, its level, or the layer may be another one."))


def _other_than(candidate: KeyColumn, spec: Table) -> bool:
    here = (spec.key_column.strip(), spec.key_level, spec.key_match)
    return (candidate.column, candidate.level, candidate.match) != here and candidate.share >= _MANY


def _use_instead(candidate: KeyColumn) -> Message:
    words = {"column": candidate.column, "matched": candidate.matched}
    if candidate.match is KeyMatch.NAME:
        if candidate.level is KeyLevel.AREA:
            return Message(mark("The column “{column}” matches {matched} areas by name."), words)
        return Message(mark("The column “{column}” matches {matched} parents by name."), words)
    if candidate.level is KeyLevel.AREA:
        return Message(mark("The column “{column}” matches {matched} areas by code."), words)
    return Message(mark("The column “{column}” matches {matched} parents by code."), words)


def _same_kind(given: Sequence[str], wanted: Sequence[str]) -> bool:
    one, other = normalise_code(given[0]), normalise_code(wanted[0]) if wanted else ""
    return is_gss(one) and is_gss(other) and gss_kind(one) == gss_kind(other)
