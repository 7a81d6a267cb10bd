# SPDX-License-Identifier: GPL-2.0-or-later
"""The job with QGIS's own chain: join attributes, one field calculator a measure, a sum, a rank.

python job_qgis_chain.py FOLDER      prints seconds, and seconds of the processor's; imports and a
warm-up are not counted
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append("/usr/share/qgis/python/plugins")

from processing.core.Processing import Processing  # noqa: E402
from qgis.analysis import QgsNativeAlgorithms  # noqa: E402
from qgis.core import QgsApplication, QgsVectorLayer  # noqa: E402

import processing  # noqa: E402
from inputs import LAYER, measure_names  # noqa: E402


def calculated(layer: object, name: str, formula: str, output: str = "TEMPORARY_OUTPUT") -> object:
    """One run of the field calculator."""
    settings = {"INPUT": layer, "FIELD_NAME": name, "FIELD_TYPE": 0, "FORMULA": formula, "OUTPUT": output}
    return processing.run("native:fieldcalculator", settings)["OUTPUT"]


def job(folder: Path, output: Path) -> None:
    areas = QgsVectorLayer(f"{folder / 'areas.gpkg'}|layername={LAYER}", "areas", "ogr")
    table = QgsVectorLayer(f"file://{folder / 'table.csv'}?delimiter=,&detectTypes=yes", "t", "delimitedtext")
    layer = processing.run(
        "native:joinattributestable",
        {"INPUT": areas, "FIELD": "code", "INPUT_2": table, "FIELD_2": "code", "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    for name in measure_names():
        lower = f'array_find(array_sort(array_agg("{name}", filter:="{name}" is not null)), "{name}")'
        formula = f'if("{name}" is null, null, {lower} >= 0.9 * (count("{name}") - 1))'
        layer = calculated(layer, f"f_{name}", formula)
    total = " + ".join(f'coalesce("f_{name}", 0)' for name in measure_names())
    layer = calculated(layer, "need_score", total)
    rank = (
        'array_length(array_agg("need_score"))'
        " - array_length(array_filter(array_agg(\"need_score\"), @element <= attribute('need_score'))) + 1"
    )
    calculated(layer, "need_rank", rank, str(output))


def main() -> None:
    folder = Path(sys.argv[1])
    application = QgsApplication([], False)
    application.initQgis()
    Processing.initialize()
    if QgsApplication.processingRegistry().providerById("native") is None:
        QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
    output = folder / "chain.gpkg"
    for _ in range(2):
        output.unlink(missing_ok=True)
        start, busy = time.perf_counter(), time.process_time()
        job(folder, output)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
    print(seconds, busy, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
