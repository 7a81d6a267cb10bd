# SPDX-License-Identifier: GPL-2.0-or-later
"""Lay out the plugin as it is zipped: ``stage.py FOLDER`` makes FOLDER/vru_need_plugin."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import i18n

ROOT = Path(__file__).resolve().parent.parent
NAME = "vru_need_plugin"


def stage(folder: Path) -> Path:
    """Make the staged plugin anew in `folder` and return it."""
    staged = folder / NAME
    if staged.exists():
        shutil.rmtree(staged)
    for source in (ROOT / NAME).rglob("*.py"):
        _copy(source, staged / source.relative_to(ROOT / NAME))
    for source in (ROOT / "resources").rglob("*"):
        if source.is_file() and not any(part.startswith(".") for part in source.relative_to(ROOT).parts):
            _copy(source, staged / source.relative_to(ROOT))
    for name in ("metadata.txt", "LICENSE"):
        _copy(ROOT / name, staged / name)
    i18n.compile_to(staged / "i18n", i18n.ready())
    return staged


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


if __name__ == "__main__":
    print(stage(Path(sys.argv[1])))
