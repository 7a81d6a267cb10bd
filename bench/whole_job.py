# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole job, beside a plain geopandas script and beside QGIS's own chain of algorithms.

Method: each contender runs in a process of its own, which imports, does the job once to warm up
and then once more, timed from the first read to the last write; processes take turns; medians and
their ratio. 16 measures, top 10 %. The plugin writes its fields on to the GeoPackage in place, the
geopandas script writes a new one, as such scripts do. QGIS's chain runs at the smallest size only.

    make bench
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from inputs import make_inputs
from timing import row

BENCH = Path(__file__).resolve().parent
BUILD = BENCH.parent / "build"
SIZES = (650, 35_000, 200_000)
Contender = tuple[Any, ...]
"""Its Python, its script, and flags."""


def seconds(python: Path | str, script: str, folder: Path, *flags: str) -> float:
    """One timed job in a process of its own."""
    done = subprocess.run(
        [str(python), str(BENCH / script), str(folder), *flags], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{script} failed:\n{done.stderr}")
    return float(done.stdout.split()[-1])


def medians(contenders: dict[str, Contender], folder: Path, rounds: int) -> dict[str, float]:
    """Median seconds of each contender, in turns."""
    runs: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, (python, script, *flags) in contenders.items():
            runs[name].append(seconds(python, script, folder, *flags))
    return {name: statistics.median(times) for name, times in runs.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    geopandas = BUILD / "bench-env/bin/python"
    for size in options.sizes:
        folder = BUILD / "bench" / str(size)
        make_inputs(size, folder)
        contenders = {
            "plugin": (sys.executable, "job_plugin.py"),
            "a plain geopandas script": (geopandas, "job_geopandas.py"),
            "geopandas through Arrow": (geopandas, "job_geopandas.py", "--arrow"),
        }
        if size <= SIZES[0]:
            contenders["QGIS's own chain"] = (sys.executable, "job_qgis_chain.py")
        found = medians(contenders, folder, options.rounds)
        for name in list(contenders)[1:]:
            print(row(f"{size} areas, against {name}", found["plugin"], found[name], "s"), flush=True)


if __name__ == "__main__":
    main()
