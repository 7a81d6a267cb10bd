# SPDX-License-Identifier: GPL-2.0-or-later
"""Zip the staged plugin: ``package.py FOLDER``; the same files make the same zip, byte for byte."""

from __future__ import annotations

import configparser
import sys
import zipfile
from pathlib import Path

NAME = "vru_need_plugin"
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def package(folder: Path) -> Path:
    """Zip `folder`/vru_need_plugin beside it, under the version in its metadata."""
    staged = folder / NAME
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(staged / "metadata.txt", encoding="utf-8")
    target = folder / f"{NAME}-{metadata['general']['version']}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in staged.rglob("*") if path.is_file()):
            if "__pycache__" in path.parts:
                continue
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return target


if __name__ == "__main__":
    print(package(Path(sys.argv[1])))
