# SPDX-License-Identifier: GPL-2.0-or-later
"""Run by test_regexes.py as a process of its own: each pattern of ours on texts that make bad ones slow."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONG = 20_000
SECONDS = 60
"""Of a processor for all; what takes time by the square of a text needs as much for a few texts."""
SEARCHING = ("search", "sub", "finditer", "findall", "split")
SOURCES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "vru_need_plugin").rglob("*.py"))
QUOTE = '"'
PIECES = [
    "a", "A", "0", "9", " ", "_", "-", ".", ",", "\n", "\t", QUOTE, "<", "&", "é", "१", "\u202a", "id", "1,",
    ",1", "1.", "a ", " a", "_a", "E0", "[", "](", "name ", "\\", "/", "=r ", "2020-", "<c ", "<row ", "(a",
]  # fmt: skip
ENDS = ["", "x", "!", "0", "\n", " name", "name"]


def patterns():
    """Every compiled pattern of ours: where it is, and whether it searches or only matches."""
    sys.path.insert(0, str(ROOT))
    import vru_need_plugin

    found = {}
    for module in pkgutil.walk_packages(vru_need_plugin.__path__, "vru_need_plugin."):
        for name, thing in vars(importlib.import_module(module.name)).items():
            several = thing if isinstance(thing, (list, tuple)) else (thing,)
            for number, one in enumerate(several):
                one = one[0] if isinstance(one, tuple) and one else one
                one = one[-1] if isinstance(one, tuple) and one else one
                if isinstance(one, re.Pattern):
                    found.setdefault(one, (f"{module.name}.{name}[{number}]", searches(name)))
    return found


def searches(name):
    """Whether the pattern of this name is looked for anywhere in a text."""
    calls = set(re.findall(rf"\b{name}\.([a-z]+)\(", SOURCES))
    return not calls or bool(calls & set(SEARCHING))


def main() -> None:
    found = patterns()
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, resource.RLIM_INFINITY))
    for pattern, (place, is_searching) in found.items():
        began = time.process_time()
        for piece in PIECES:
            for end in ENDS:
                text = piece * (LONG // len(piece)) + end
                data = text.encode() if isinstance(pattern.pattern, bytes) else text
                if is_searching:
                    pattern.search(data)
                pattern.match(data)
                pattern.fullmatch(data)
        print(json.dumps([place, round(time.process_time() - began, 2)]), flush=True)


if __name__ == "__main__":
    main()
