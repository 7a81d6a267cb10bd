# SPDX-License-Identifier: GPL-2.0-or-later
"""Older scenarios brought up to the current schema, one step at a time."""

from __future__ import annotations

from typing import Any, Callable, Dict, Mapping

from ..core.messages import mark
from .document import SCHEMA
from .errors import Place

Step = Callable[[Dict[str, Any]], Dict[str, Any]]

STEPS: Mapping[int, Step] = {}
"""For each older schema, what makes a document of that schema one of the next."""


def migrate(
    document: Mapping[str, Any], place: Place, *, steps: Mapping[int, Step] = STEPS, current: int = SCHEMA
) -> Dict[str, Any]:
    """The document in the current schema; the one passed in is left as it is.

    A step gets a copy of its own and need not touch the key ``schema``.

    Raises
    ------
    ScenarioError
        No schema number, one that is no whole number from 1, or a newer one than this version
        of the plugin knows.
    """
    number = _schema(document, place, current)
    migrated = dict(document)
    for older in range(number, current):
        migrated = dict(steps[older](migrated))
    migrated["schema"] = current
    return migrated


def _schema(document: Mapping[str, Any], place: Place, current: int) -> int:
    if "schema" not in document:
        raise place.key("schema").error(
            mark("This key is missing. A scenario says which schema it is written in: “schema”: {current}."),
            current=current,
        )
    number = document["schema"]
    if (
        isinstance(number, bool)
        or not isinstance(number, (int, float))
        or number != number // 1
        or number < 1
    ):
        raise place.key("schema").error(
            mark("The schema must be a whole number from 1 to {current}."), current=current
        )
    if number > current:
        raise place.key("schema").error(
            mark(
                "This scenario is written in schema {number}; this version of the plugin knows schemas up to "
                "{current}. Update the plugin to open it."
            ),
            number=number,
            current=current,
        )
    return int(number)
