# SPDX-License-Identifier: GPL-2.0-or-later
"""The job as a plain geopandas script does it: read, join, score, write a new GeoPackage.

python job_geopandas.py FOLDER      prints seconds, and seconds of the processor's; imports and a
warm-up are not counted
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import geopandas
import pandas as pd

SCORED = "scored.gpkg"


def job(folder: Path, **engine: bool) -> None:
    areas = geopandas.read_file(folder / "areas.gpkg", **engine)
    table = pd.read_csv(folder / "table.csv").drop_duplicates("code").set_index("code")
    values = table.reindex(areas["code"]).reset_index(drop=True)
    lower = values.rank(method="min") - 1
    others = values.notna().sum() - 1
    flags = lower.ge(0.9 * others, axis=1)
    near = ~flags & lower.ge(lower.where(flags).min() - 0.05 * others, axis=1)
    areas["need_avail"] = values.notna().sum(axis=1)
    areas["need_count"] = flags.sum(axis=1)
    areas["need_score"] = areas["need_count"].where(areas["need_avail"] >= 0.75 * flags.shape[1])
    areas["need_high"] = areas["need_count"] + flags.shape[1] - areas["need_avail"]
    areas["need_near"] = near.sum(axis=1)
    areas["need_rank"] = areas["need_score"].rank(method="min", ascending=False)
    areas["need_prank"] = areas.groupby("parent")["need_score"].rank(method="min", ascending=False)
    names = flags.columns.to_numpy()
    areas["need_flags"] = [";".join(names[row]) for row in flags.to_numpy()]
    areas.to_file(folder / SCORED, driver="GPKG", **engine)


def main() -> None:
    folder = Path(sys.argv[1])
    engine = {"use_arrow": True} if "--arrow" in sys.argv else {}
    for _ in range(2):
        (folder / SCORED).unlink(missing_ok=True)
        start, busy = time.perf_counter(), time.process_time()
        job(folder, **engine)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
    print(seconds, busy)


if __name__ == "__main__":
    main()
