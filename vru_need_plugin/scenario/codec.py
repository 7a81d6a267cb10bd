# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenarios to and from JSON, as text and as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Union

from ..core.messages import NeedError, mark
from .check import check
from .document import SCHEMA, Scenario
from .errors import Place
from .fields import SCENARIO
from .json_text import parse_json
from .kinds import in_json
from .limits import LARGEST_SCENARIO
from .migrations import migrate
from .plain_file import NotReadable, read_plain
from .whole_file import replace_whole


def load(path: Union[str, Path]) -> Scenario:
    """Read a scenario file.

    Raises
    ------
    NeedError
        No such file, no ordinary one, one that is too large, or it cannot be read.
    ScenarioError
        The file is not UTF-8, or what `loads` raises.
    """
    place = Place(str(path))
    try:
        content = read_plain(Path(path), LARGEST_SCENARIO)
    except NotReadable as error:
        raise place.wrapped(error.problem) from error
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise place.error(
            mark("Not a text in UTF-8 (at byte {position}). Save the scenario as UTF-8."),
            position=error.start + 1,
        ) from error
    return loads(text, source=str(path))


def loads(text: str, source: str = "") -> Scenario:
    """The scenario that a JSON text holds, checked in full.

    Parameters
    ----------
    source
        What the text is known by in errors: a file, "the project".

    Raises
    ------
    ScenarioError
        Not JSON, a newer schema, a key that is unknown, missing or of the wrong type, a number
        out of bounds, parts that do not fit together; its ``key`` names the key at fault.
    """
    place = Place(source)
    raw = parse_json(text, place)
    if not isinstance(raw, dict):
        raise place.error(mark("A scenario is an object in curly brackets, not {got}."), got=in_json(raw))
    document = migrate(raw, place)
    del document["schema"]
    scenario = SCENARIO.read(document, place)
    check(scenario, place)
    return scenario


def dumps(scenario: Scenario, ascii_only: bool = False) -> str:
    r"""The scenario as JSON, always in the same key order, with what is left at its default left out.

    Parameters
    ----------
    ascii_only
        Write characters beyond ASCII as ``\\u`` escapes, for keepers that do not keep them all.
    """
    document = {"schema": SCHEMA, **SCENARIO.write(scenario)}
    return json.dumps(document, indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"


def save(scenario: Scenario, path: Union[str, Path]) -> None:
    """Write a scenario file, all or nothing: a file that is there stays whole until it is replaced.

    Raises
    ------
    NeedError
        The file cannot be written.
    """
    content = dumps(scenario).encode("utf-8")
    try:
        replace_whole(Path(path), content)
    except OSError as error:
        raise NeedError(
            mark("{path}: the scenario cannot be saved: {reason}. Save it in another folder."),
            path=str(path),
            reason=_reason(error),
        ) from error


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
