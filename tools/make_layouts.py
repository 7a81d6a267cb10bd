# SPDX-License-Identifier: GPL-2.0-or-later
"""Make the layout templates in resources/layouts: ``make_layouts.py [FOLDER]``.

The templates are plain QGIS layouts, to be opened, copied and changed in QGIS. This program keeps them alike:
one grid, one type family, the same names. Run it with the oldest QGIS that is to read them (3.22).
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "layouts"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # or Qt would write attributes in another order each time
sys.path.insert(0, str(ROOT / "tools"))

from layouts.paper import Paper  # noqa: E402
from layouts.sheets import SHEETS  # noqa: E402
from qgis.core import QgsApplication, QgsReadWriteContext  # noqa: E402

_UUID = re.compile(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}")


def steady(text: str) -> str:
    """The XML with QGIS's random ids counted through, so that the same sheet gives the same file."""
    found = {}

    def counted(match):
        return found.setdefault(match.group(), f"vru-{len(found) + 1}")

    return _UUID.sub(counted, text)


def write(folder: Path) -> list[Path]:
    """Write every template; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, draw in SHEETS.items():
        paper = Paper(name)
        draw(paper)
        path = folder / f"{name}.qpt"
        if not paper.layout.saveAsTemplate(str(path), QgsReadWriteContext()):
            raise SystemExit(f"{path} could not be written")
        path.write_text(steady(path.read_text(encoding="utf-8")), encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    for made in write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(made, made.stat().st_size)
    os._exit(0)  # QGIS crashes at its exit over layouts that are still alive
