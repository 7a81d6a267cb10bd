# SPDX-License-Identifier: GPL-2.0-or-later
"""The software that scores are made with."""

from __future__ import annotations

import platform
from configparser import ConfigParser
from importlib.metadata import PackageNotFoundError, version
from typing import Tuple

import numpy as np
from osgeo import gdal
from qgis.core import Qgis

from ..resource import root
from ..scenario.document import Scenario
from ..scoring.load import used_tables


def software(scenario: Scenario) -> Tuple[Tuple[str, str], ...]:
    """Names and versions of what has a part in a scenario's scores; pandas where a table is spread."""
    found = [
        ("VRU Need Score", plugin_version()),
        ("QGIS", Qgis.version()),
        ("GDAL", gdal.VersionInfo("RELEASE_NAME")),
        ("Python", platform.python_version()),
        ("numpy", np.__version__),
    ]
    if any(table.spread for table in used_tables(scenario)):
        found.append(("pandas", _installed("pandas")))
    return tuple(found)


def plugin_version() -> str:
    """The plugin's own version, from its metadata.txt."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(root() / "metadata.txt", encoding="utf-8")
    return metadata.get("general", "version", fallback="")


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
