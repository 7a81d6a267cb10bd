# SPDX-License-Identifier: GPL-2.0-or-later
"""The job as the plugin does it: scenario in, need fields written on to the GeoPackage in place.

python job_plugin.py FOLDER      prints seconds, and seconds of the processor's; imports and a
warm-up are not counted
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from qgis.core import QgsApplication, QgsProject  # noqa: E402

from vru_need_plugin.layers.areas import read_areas  # noqa: E402
from vru_need_plugin.layers.raw_tables import read_source  # noqa: E402
from vru_need_plugin.layers.sources import open_layer  # noqa: E402
from vru_need_plugin.layers.write import write_in_place  # noqa: E402
from vru_need_plugin.scenario import codec  # noqa: E402
from vru_need_plugin.scoring.load import load_tables, used_tables  # noqa: E402
from vru_need_plugin.scoring.outputs import need_fields  # noqa: E402
from vru_need_plugin.scoring.road import prepare, score_job  # noqa: E402


def job(folder: Path) -> None:
    project = QgsProject.instance()
    scenario = codec.load(folder / "scenario.json")
    layer = open_layer(scenario.areas.source, folder, project)
    areas = read_areas(layer, scenario.areas)
    raw = load_tables(used_tables(scenario), folder, partial(read_source, project=project))
    ready = prepare(scenario, areas, raw)
    fields = need_fields(ready, score_job(ready))
    write_in_place(layer, fields, scenario.options.field_prefix, feature_ids=areas.feature_ids)


def main() -> None:
    inputs = Path(sys.argv[1])
    work = inputs / "work"
    application = QgsApplication([], False)
    application.initQgis()
    for _ in range(2):
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        for name in ("areas.gpkg", "table.csv", "scenario.json"):
            shutil.copyfile(inputs / name, work / name)
        start, busy = time.perf_counter(), time.process_time()
        job(work)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
    print(seconds, busy, flush=True)
    # exitQgis() is not called: it can crash with layers alive, and there is nothing to save.
    os._exit(0)


if __name__ == "__main__":
    main()
