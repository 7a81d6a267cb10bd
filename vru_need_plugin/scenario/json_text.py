# SPDX-License-Identifier: GPL-2.0-or-later
"""Strict JSON: what Python's reader lets pass in silence is an error here."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Tuple, Union

from ..core.alike import shortened
from ..core.messages import Message, mark
from .errors import Place

# Longer than any number that a float holds; Python refuses to read much longer ones as integers.
_LONGEST_INTEGER = 308


class _Refused(Exception):
    """What the hooks below raise: they do not know the place."""

    def __init__(self, problem: Message) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse_json(text: str, place: Place) -> Any:
    """The JSON value in `text`; a byte order mark before it is allowed.

    Raises
    ------
    ScenarioError
        Not JSON (with line and column), a key given twice in one object, or nesting too deep to
        read.
    """
    try:
        return json.loads(
            text[1:] if text.startswith("\ufeff") else text,
            object_pairs_hook=_object,
            parse_constant=float,  # NaN and Infinity: refused where they stand, by the kind of the key
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        raise place.error(
            mark("Not valid JSON at line {line}, column {column}: {reason}."),
            line=error.lineno,
            column=error.colno,
            reason=error.msg,
        ) from error
    except _Refused as refused:
        raise place.wrapped(refused.problem) from refused
    except RecursionError as error:
        raise place.error(mark("Lists or objects are nested too deeply to be a scenario.")) from error


def _object(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    found: Dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Refused(
                Message(
                    mark("The key “{key}” is given twice in one object. Keep one of them."),
                    {"key": shortened(key)},
                )
            )
        found[key] = value
    return found


def _integer(digits: str) -> Union[int, float]:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else float(digits)
