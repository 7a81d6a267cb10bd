# SPDX-License-Identifier: GPL-2.0-or-later
"""What the format of an output asks for."""

from __future__ import annotations

from pathlib import PurePath

from qgis.core import QgsVectorFileWriter

from ..layers.plan import TEXT_CAPS


def text_cap(destination: str) -> int:
    """The longest text, in bytes, that a field of the output holds; 0 where there is no limit."""
    suffix = PurePath(destination).suffix.lstrip(".")
    return TEXT_CAPS.get(QgsVectorFileWriter.driverForExtension(suffix), 0) if suffix else 0
