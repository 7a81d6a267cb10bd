# SPDX-License-Identifier: GPL-2.0-or-later
"""Printed sheets: QGIS print layouts made from templates, filled, continued and exported; no widgets."""
