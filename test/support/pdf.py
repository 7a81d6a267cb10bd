# SPDX-License-Identifier: GPL-2.0-or-later
"""What a reader of a PDF sees: its words, its fonts, its pages as pictures."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Dict, List

import numpy as np
import pytest
from numpy.typing import NDArray
from qgis.PyQt.QtGui import QImage

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
"""Decorator for tests that read a PDF."""


def words(path: Path) -> str:
    """The text that a search would find, line ends as blanks."""
    return " ".join(_run("pdftotext", "-enc", "UTF-8", str(path), "-").split())


def page_texts(path: Path) -> List[str]:
    """The same of each page."""
    pages = _run("pdftotext", "-enc", "UTF-8", str(path), "-").split("\f")[:-1]
    return [" ".join(page.split()) for page in pages]


def info(path: Path) -> Dict[str, str]:
    """Title, author, pages ..."""
    pairs = (line.partition(":") for line in _run("pdfinfo", "-enc", "UTF-8", str(path)).splitlines())
    return {name: value.strip() for name, _, value in pairs}


def fonts(path: Path) -> List[Dict[str, str]]:
    """Of each font its name and whether it is embedded."""
    lines = _run("pdffonts", str(path)).splitlines()
    at = lines[0].index("emb")
    return [{"name": line.split()[0], "emb": line[at:].split()[0]} for line in lines[2:]]


def page(path: Path, number: int, folder: Path, resolution: int = 50) -> NDArray[np.uint8]:
    """A page, counted from 1, as a picture: shape (height, width, 3), red, green and blue."""
    target = folder / f"page-{number}"
    numbers = ["-f", str(number), "-l", str(number), "-singlefile"]
    _run("pdftoppm", "-r", str(resolution), "-png", *numbers, str(path), str(target))
    image = QImage(f"{target}.png").convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint8).reshape(image.height(), image.width(), 4)[:, :, 2::-1].copy()


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    assert not done.stderr.strip(), done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")
