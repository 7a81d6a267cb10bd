# SPDX-License-Identifier: GPL-2.0-or-later
"""The staged plugin, set up once for all tests of this folder."""

from __future__ import annotations

from support.qgis_process import qgis_process

__all__ = ["qgis_process"]
