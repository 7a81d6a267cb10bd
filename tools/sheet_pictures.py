# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of the printed sheets for the docs: ``sheet_pictures.py [FOLDER]``.

Made from the synthetic sample, at the size of a thumbnail that can still be read.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SAMPLE = ROOT / "resources" / "sample" / "scenario.json"
SHEETS = (
    "a4-portrait",
    "a3-landscape",
    "map-and-ranking-a3-landscape",
    "themes-a3-landscape",
    "borough-a3-landscape",
    "borough-a4-portrait",
)
BOROUGH = "Harrowmere"
WIDTH, NARROW = 1100, 760  # pixels, of wide and of tall sheets
INCH = 25.4
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback  # noqa: E402
from qgis.PyQt.QtGui import QImage  # noqa: E402

from vru_need_plugin.processing.provider import VruNeedProvider  # noqa: E402


def pictures(folder: Path) -> list[Path]:
    """Draw the first page of each sheet; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name in SHEETS:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("vruneed:needmap")
        wide = 420 if "a3" in name else 210
        pixels = WIDTH if "landscape" in name else NARROW
        path = folder / f"sheet-{name}.png"
        asked = {
            "SCENARIO": str(SAMPLE),
            "TEMPLATE": name,
            "PARENTS": BOROUGH if name.startswith("borough") else "",
            "DPI": round(pixels / (wide / INCH)),
            "OUTPUT": str(path),
        }
        algorithm.run(asked, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
        for further in folder.glob(f"{path.stem} *.png"):
            further.unlink()
        # A few colours are enough, and make a third of the file.
        QImage(str(path)).convertToFormat(QImage.Format.Format_Indexed8).save(str(path))
        made.append(path)
    return made


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    provider = VruNeedProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    for picture in pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES):
        print(picture)
    sys.stdout.flush()
    os._exit(0)  # QGIS crashes at its exit over layouts that are still alive
