# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole job, beside a plain geopandas script and beside QGIS's own chain of algorithms.

Method: each contender runs in a process of its own, which imports, does the job once to warm up
and then once more, timed from the first read to the last write; processes take turns; medians and
their ratio, of the clock and of the processor's time. 16 measures, top 10 %. The plugin writes its
fields on to the GeoPackage in place, the geopandas script writes a new one, as such scripts do;
their answers are compared, cell by cell. QGIS's chain runs at the smallest size only.

    make bench
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from inputs import make_inputs
from timing import row

BENCH = Path(__file__).resolve().parent
BUILD = BENCH.parent / "build"
SIZES = (650, 35_000, 200_000)
FIELDS = ("score", "rank", "prank", "count", "avail", "high", "near", "flags")
Contender = tuple[Any, ...]
"""Its Python, its script, and flags."""


class Seconds(NamedTuple):
    """What one job took."""

    clock: float
    processor: float


def run(python: Path | str, script: str, folder: Path, *flags: str) -> Seconds:
    """One timed job in a process of its own."""
    done = subprocess.run(
        [str(python), str(BENCH / script), str(folder), *flags], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{script} failed:\n{done.stderr}")
    return Seconds(*map(float, done.stdout.split()[-2:]))


def medians(contenders: dict[str, Contender], folder: Path, rounds: int) -> dict[str, Seconds]:
    """Median seconds of each contender, in turns."""
    runs: dict[str, list[Seconds]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, (python, script, *flags) in contenders.items():
            runs[name].append(run(python, script, folder, *flags))
    return {name: Seconds(*map(statistics.median, zip(*times))) for name, times in runs.items()}


def check_answers(folder: Path) -> None:
    """Stop where the plugin and the script, which have both just run, wrote other figures."""
    ours, theirs = (answers(folder / file) for file in ("work/areas.gpkg", "scored.gpkg"))
    wrong = [key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
    if wrong:
        raise SystemExit(
            f"The answers differ for {len(wrong)} areas, so their times mean nothing. First: {wrong[0]}, "
            f"{ours.get(wrong[0])} and {theirs.get(wrong[0])}."
        )


def answers(path: Path) -> dict[str, tuple[Any, ...]]:
    """The need fields that both write, by area."""
    columns = ", ".join(f"need_{field}" for field in FIELDS)
    with closing(sqlite3.connect(path)) as database:
        return {
            code: cells for code, *cells in database.execute(f"SELECT code, {columns} FROM {table(database)}")
        }


def table(database: sqlite3.Connection) -> str:
    """The name of a GeoPackage's only layer."""
    return str(database.execute("SELECT table_name FROM gpkg_contents").fetchone()[0])


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
        check_answers(folder)
        ours = found.pop("plugin")
        for name, theirs in found.items():
            print(row(f"{size} areas, against {name}", ours.clock, theirs.clock, "s"))
            print(row("    of the processor's time", ours.processor, theirs.processor, "s"), flush=True)


if __name__ == "__main__":
    main()
