# SPDX-License-Identifier: GPL-2.0-or-later
"""How the printed page looks, in the part of CSS that Qt's rich text knows."""

from __future__ import annotations

from string import Template

from ...report.colours import ABOVE, INK, LINE, QUIET, WASH

FONT = "sans-serif"

TEXT_SIZE = 9.0
"""Points."""

FOOT_SIZE = 7.0

STYLE = Template("""
body { color: $ink; }
h1 { font-size: 20pt; font-weight: 600; margin-top: 0; margin-bottom: 8px; }
h2 { font-size: 14.5pt; font-weight: 600; margin-top: 18px; margin-bottom: 8px; color: $accent; }
h3 { font-size: 11.5pt; font-weight: 600; margin-top: 14px; margin-bottom: 5px; }
h4 { font-size: 9.5pt; font-weight: 600; margin-top: 12px; margin-bottom: 3px; }
h5 { font-size: 9pt; font-weight: 600; margin-top: 8px; margin-bottom: 3px; }
p { margin-top: 0; margin-bottom: 6px; }
li { margin-bottom: 2px; }
.kicker { color: $accent; font-weight: 600; }
.question { font-size: 11pt; }
.note { color: $quiet; font-size: 7.8pt; }
.item { margin-bottom: 2px; }
.small { color: $quiet; font-size: 7.4pt; }
.badge { color: $quiet; font-size: 7.4pt; background-color: $wash; }
.code { font-family: monospace; font-size: 6.4pt; }
pre { font-family: monospace; font-size: 6.8pt; white-space: pre-wrap; }
table { border-collapse: collapse; margin-bottom: 6px; }
td, th { padding: 1px 4px 1px 0; }
table.data td, table.data th { font-size: 7.6pt; border-bottom: 0.5px solid $line; padding: 2px 5px 2px 2px; }
table.full td, table.full th { font-size: 6.8pt; border-bottom: 0.5px solid $line; padding: 1px 4px 1px 2px; }
th { font-weight: 600; }
table.data thead th, table.full thead th { color: $quiet; }
table.facts td { font-size: 8.2pt; }
table.list td { font-size: 7.6pt; }
td.term, td.rank { color: $quiet; }
td.score { font-weight: 600; }
table.statement { margin-top: 8px; margin-bottom: 8px; }
table.statement td { background-color: $wash; border-left: 3px solid $accent; padding: 8px 10px 4px 10px; }
""").substitute(ink=INK, accent=ABOVE, quiet=QUIET, wash=WASH, line=LINE)
