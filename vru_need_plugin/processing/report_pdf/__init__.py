# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's page as a PDF, by what every QGIS has: Qt's rich text, SVG and PDF writer.

No browser is needed and none can be relied on. The page is read as the report room made it (`tree`),
brought into the form that Qt's rich text knows (`print_form`, `pictures`), laid out (`document`) and
painted page by page (`writer`).
"""
