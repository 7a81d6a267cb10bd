# SPDX-License-Identifier: GPL-2.0-or-later
"""The written method and results of a scenario: one page that needs nothing else. Pure; no QGIS, no Qt."""
