# SPDX-License-Identifier: GPL-2.0-or-later
"""What a geopandas script does to add columns to a file: it writes the file anew.

python job_write_geopandas.py FILE VALUES.csv      prints seconds, and seconds of the
processor's, of the writing
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import geopandas
import pandas as pd


def main() -> None:
    source, values = Path(sys.argv[1]), pd.read_csv(sys.argv[2])
    areas = geopandas.read_file(source, use_arrow=True)
    whole = [name for name in values if name.startswith("need_f") and name != "need_flags"]
    whole += ["need_rank", "need_prank", "need_count", "need_avail", "need_near"]
    values = values.astype(dict.fromkeys(whole, "Int32"))
    target = source.with_name(f"new{source.suffix}")
    start, busy = time.perf_counter(), time.process_time()
    scored = geopandas.GeoDataFrame(pd.concat([areas, values], axis=1), geometry="geometry", crs=areas.crs)
    scored.to_file(target)
    print(time.perf_counter() - start, time.process_time() - busy)


if __name__ == "__main__":
    main()
