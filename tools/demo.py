# SPDX-License-Identifier: GPL-2.0-or-later
"""Score a scenario without a screen: ``demo.py SCENARIO FOLDER``.

Writes the scored areas, the table report, the written report and the printed map to FOLDER, and prints the
table reports, the ten areas of greatest need and what a need score is not. It calls the algorithms that users
call.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "build" / "runtime"
RUNTIME.mkdir(mode=0o700, parents=True, exist_ok=True)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", str(RUNTIME))
sys.path.insert(0, str(ROOT))

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from vru_need_plugin.core.messages import NOT_AN_INDEX  # noqa: E402
from vru_need_plugin.scenario import codec  # noqa: E402
from vru_need_plugin.scenario.document import Scenario  # noqa: E402

SHOWN = 10
DPI = 150

# The picture has all of it on one page; the PDF has the measures on the back.
SHEETS = {"map.pdf": "a4-portrait", "map.png": "a3-landscape"}


class Printed(QgsProcessingFeedback):
    """Prints what an algorithm says; the table reports are part of it."""

    def pushInfo(self, info: str) -> None:
        print(info)

    def pushWarning(self, warning: str) -> None:
        print(f"Note: {warning}")


def run(name: str, parameters: dict[str, str], feedback: QgsProcessingFeedback) -> dict[str, object]:
    """Run an algorithm of ours and return its outputs."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"vruneed:{name}")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    outputs, _ = algorithm.run(parameters, context, feedback, {}, False)
    return outputs


def demo(path: Path, folder: Path) -> None:
    """Score, write, draw and print."""
    scenario = codec.load(path)
    print(f"{scenario.title}\n{scenario.question or ''}\n")
    run("checktables", {"SCENARIO": str(path), "OUTPUT_HTML": str(folder / "tables.html")}, Printed())
    scores = {"SCENARIO": str(path), "OUTPUT": str(folder / "scores.gpkg")}
    done = run("scoreareas", scores, QgsProcessingFeedback())
    layer = QgsVectorLayer(done["OUTPUT"], scenario.title, "ogr")
    print_greatest_need(layer, scenario, done["MEASURES"])
    for name, template in SHEETS.items():
        paper = {"SCENARIO": str(path), "OUTPUT": str(folder / name), "TEMPLATE": template, "DPI": DPI}
        run("needmap", paper, QgsProcessingFeedback())
    report = {"SCENARIO": str(path), "OUTPUT": str(folder / "report.html")}
    run("needreport", report, QgsProcessingFeedback())
    print(f"\n{NOT_AN_INDEX}\n")
    for written in sorted(folder.iterdir()):
        print(f"Written: {os.path.relpath(written)}")


def print_greatest_need(layer: QgsVectorLayer, scenario: Scenario, measures: int) -> None:
    """Print the areas of greatest need, joint ranks with an equals sign."""
    prefix, areas = scenario.options.field_prefix, scenario.areas
    scored = [area for area in layer.getFeatures() if area[f"{prefix}rank"]]
    scored.sort(key=lambda area: (area[f"{prefix}rank"], str(area[areas.name_field])))
    ranks = [area[f"{prefix}rank"] for area in scored]
    print(f"\nThe {SHOWN} areas of greatest need, of {len(scored)} with a score:\n")
    print("rank   area                          borough                  score  above  data for")
    for area, rank in zip(scored[:SHOWN], ranks):
        shown = f"={rank}" if ranks.count(rank) > 1 else str(rank)
        print(
            f"{shown:<6} {area[areas.name_field]:<29} {area[areas.parent_name_field]:<24} "
            f"{area[f'{prefix}score']:>5g}  {area[f'{prefix}count']:>5}  "
            f"{area[f'{prefix}avail']} of {measures}"
        )
    level = ranks[SHOWN:].count(ranks[SHOWN - 1])
    if level:
        print(f"       and {level} more level with the last of these")


def main(scenario: Path, folder: Path) -> None:
    """Start QGIS without a screen, run the demo, and leave tidily."""
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    from vru_need_plugin.processing.provider import VruNeedProvider

    provider = VruNeedProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    demo(scenario, folder)
    # QGIS crashes at its exit over layers that are still alive.
    QgsProject.instance().clear()
    gc.collect()
    QgsApplication.processingRegistry().removeProvider(provider)
    application.exitQgis()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
