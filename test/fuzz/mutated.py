# SPDX-License-Identifier: GPL-2.0-or-later
"""A sound scenario spoilt in a few places that bytes choose, which goes deeper than noise."""

from __future__ import annotations

import copy
from typing import Any, Dict, List, Tuple

ODD: List[Any] = [
    None, True, False, 0, 1, -1, 2.5, 1e308, -1e308, 5e-324, 0.1234567, 10**20, 10**400, float("nan"),
    float("inf"), "", " ", "\0", "\ud800", "\u202e", "😀", "a" * 300, "periods", "project:", "|layername=",
    "E05000001", "crime", "need_", "utf-8", "idna", ",", ";", "=1+1", "<b>", "'; DROP TABLE x; --",
    "../../etc/passwd", "//server/share/a.csv", [], [[]], ["a"], ["a", "a"], {}, {"kind": "sum"}, {"": ""},
    {"starts": "", "latest": 1}, {"starts": "a", "latest": 10**30, "skip": 0},
]  # fmt: skip
KEYS = ["id", "kind", "value", "ties", "spread", "values", "decimal", "encoding", "delimiter", "missing",
        "latest", "per", "minimum_base", "weights", "focus", "field_prefix", "Title", "ID", ""]  # fmt: skip
Path = Tuple[Any, ...]


def spoilt(scenario: Dict[str, Any], data: bytes) -> Dict[str, Any]:
    """Each three bytes choose a place, what is done there, and with what."""
    document = copy.deepcopy(scenario)
    for at in range(0, len(data) - 2, 3):
        where, how, what = data[at : at + 3]
        paths = _paths(document)
        if not paths:
            break
        path = paths[where % len(paths)]
        parent = _at(document, path[:-1])
        _spoil(document, parent, path, how, what)
    return document


def _paths(value: Any, path: Path = ()) -> List[Path]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [path] if path else []
    for key, item in items:
        found += _paths(item, (*path, key))
    return found


def _at(document: Any, path: Path) -> Any:
    for key in path:
        document = document[key]
    return document


def _spoil(document: Any, parent: Any, path: Path, how: int, what: int) -> None:
    key = path[-1]
    odd = copy.deepcopy(ODD[what % len(ODD)])
    if how % 6 == 0 and key in parent if isinstance(parent, dict) else how % 6 == 0:
        del parent[key]
    elif how % 6 == 1 and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[key]))
    elif how % 6 == 2 and isinstance(parent, dict):
        parent[KEYS[what % len(KEYS)]] = odd
    elif how % 6 == 3:
        paths = _paths(document)
        parent[key] = copy.deepcopy(_at(document, paths[what % len(paths)]))
    else:
        parent[key] = odd
