# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS data without widgets: reading areas and tables, writing fields, style, provenance."""
