# SPDX-License-Identifier: GPL-2.0-or-later
"""Run by test_bombs.py as a process of its own: read each file within bounds, and print what came of it."""

from __future__ import annotations

import json
import os
import resource
import sys
from functools import partial
from pathlib import Path

MEMORY = 1_300_000_000
"""Bytes that may be asked for besides what Python, numpy and QGIS take up."""
SECONDS = 60
"""Of a processor for each file; a loop without end is ended."""


def read(path: Path) -> dict:
    from vru_need_plugin.core.messages import NeedError
    from vru_need_plugin.layers.raw_tables import read_source
    from vru_need_plugin.scenario import codec
    from vru_need_plugin.scenario.document import KeyLevel, Table
    from vru_need_plugin.scoring.load import load_table

    try:
        if path.suffix == ".json":
            codec.load(path)
            return {"read": None}
        table = Table("t", str(path), key_column="Code", key_level=KeyLevel.AREA)
        raw = load_table(table, path.parent, partial(read_source, project=None))
        return {"read": [len(raw.columns), raw.row_count]}
    except NeedError as error:
        return {"refused": str(error)}
    except BaseException as error:
        return {"crashed": repr(error)}


def used_now() -> int:
    """Bytes of address space."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def main() -> None:
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    import vru_need_plugin.layers.raw_tables  # noqa: F401 (what it takes up is no part of the measure)
    from support.bombs import READ, REFUSED

    folder = Path(sys.argv[1])
    most = used_now() + MEMORY
    for number, (what, (name, make, _)) in enumerate([*REFUSED.items(), *READ.items()]):
        path = folder / str(number) / name
        path.parent.mkdir()
        make(path)
        before = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
        seconds = int(before.ru_utime + before.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
        told = read(path)
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        after = resource.getrusage(resource.RUSAGE_SELF)
        told["megabytes"] = (after.ru_maxrss - before.ru_maxrss) // 1024
        told["seconds"] = round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1)
        print(json.dumps([what, told]), flush=True)
        path.unlink()
    os._exit(0)


if __name__ == "__main__":
    main()
