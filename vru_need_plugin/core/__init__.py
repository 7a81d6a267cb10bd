# SPDX-License-Identifier: GPL-2.0-or-later
"""The method, on numpy arrays alone: no QGIS, no Qt, no pandas, no files, no translation."""
