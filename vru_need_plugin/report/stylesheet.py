# SPDX-License-Identifier: GPL-2.0-or-later
"""How the report looks, on a screen and on paper."""

from __future__ import annotations

import re
from string import Template

from .colours import ABOVE, INK, LINE, PAPER, QUIET, WASH
from .markup import Markup

_STYLE = Template("""
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: $ink; background: $paper; font: 16px/1.5 "Source Sans 3", "Segoe UI", Roboto,
  "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; counter-reset: part; }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0 0 .4em; font-weight: 600; overflow-wrap: anywhere; }
h1 { font-size: 2.1rem; letter-spacing: -.01em; }
h2 { font-size: 1.5rem; margin-top: 0; padding-top: .6rem; border-top: 3px solid $accent; }
section.part { counter-increment: part; margin-top: 3.2rem; }
section.part > h2::before { content: counter(part) ". "; color: $accent; }
h3 { font-size: 1.15rem; margin-top: 1.8rem; }
h4 { font-size: 1rem; margin-top: 1.2rem; }
h5 { font-size: .95rem; }
p, ul, ol, dl, table, figure { margin: 0 0 .9rem; }
p { max-width: 48rem; }
ul, ol { padding-inline-start: 1.3rem; }
li { margin-bottom: .2rem; }
a { color: $link; text-decoration-thickness: 1px; text-underline-offset: 2px; }
small { color: $quiet; font-size: .85em; font-weight: 400; }
.kicker { color: $accent; font-weight: 600; margin-bottom: .4rem; }
.question { font-size: 1.2rem; color: $ink; }
.note, .quiet, caption, figcaption { color: $quiet; font-size: .875rem; }
.statement { border-inline-start: 5px solid $accent; background: $wash; padding: .9rem 1.1rem; margin:
  1.4rem 0; }
.statement p:last-child { margin-bottom: 0; }
nav ol { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; padding: .7rem 0; list-style-position: inside;
  border-top: 1px solid $line; border-bottom: 1px solid $line; }
dl.facts { display: grid; gap: .25rem .9rem; align-content: start; }
dl.facts > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .9rem; }
dl.facts.wide { grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
dl.facts.wide > div { grid-template-columns: auto minmax(0, 1fr); }
dt { color: $quiet; font-size: .875rem; line-height: 1.7; }
dd { margin: 0; overflow-wrap: anywhere; }
.card { border: 1px solid $line; border-radius: 6px; padding: 1rem 1.2rem .4rem; margin: 0 0 1.1rem; }
.card h3, .card h4, .card h5 { margin-top: 0; }
.card table { font-size: .8rem; }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.8rem; font-size:
  .92rem; }
.measure dl.facts > div { grid-template-columns: 7rem minmax(0, 1fr); }
.badge { display: inline-block; background: $wash; border: 1px solid $line; border-radius: 1em; padding: 0
  .55em;
  font-size: .78em; color: $quiet; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { caption-side: bottom; text-align: start; padding-top: .5rem; }
th, td { padding: .32rem .55rem; text-align: start; vertical-align: top; border-bottom: 1px solid $line;
  overflow-wrap: break-word; }
thead th { color: $quiet; font-weight: 600; border-bottom: 2px solid $line; vertical-align: bottom;
  line-height: 1.25; }
tbody th { font-weight: 600; }
th.number, td.number { text-align: end; white-space: nowrap; }
thead th.number { white-space: normal; }
table.files code { font-size: .8em; overflow-wrap: anywhere; }
table.themes { max-width: 46rem; }
table.measures th:nth-child(2) { min-width: 11rem; }
table.measures th:nth-child(2), table.ranking td:first-of-type { font-weight: 600; }
table.measures td:nth-child(2) { font-weight: 600; }
table.measures td:nth-child(7) { min-width: 8.5rem; }
.measure > dl.facts { font-size: .92rem; }
svg.share { width: 100%; min-width: 6rem; height: .75rem; display: block; margin-top: .35rem; }
svg text { font-family: inherit; }
svg text[data-label] { paint-order: stroke; }
figure { margin-inline: 0; }
svg.chart, svg.map { display: block; width: 100%; height: auto; }
svg.map { max-height: 46rem; }
svg.swatch { width: .8em; height: .8em; margin-inline-end: .4em; vertical-align: -.05em; flex: none; }
.legend { display: block; margin-top: .4rem; }
.key { display: inline-block; margin-inline-end: 1.1rem; white-space: nowrap; }
figcaption .note { display: block; margin-top: .2rem; }
ul.plain, ul.keys, ul.ranked { list-style: none; padding: 0; }
ul.keys { columns: 3; column-gap: 1.6rem; font-size: .8rem; color: $quiet; }
ul.keys li { break-inside: avoid; }
ul.ranked { columns: 3; column-gap: 1.8rem; font-size: .85rem; font-variant-numeric: tabular-nums; }
ul.ranked li { display: grid; grid-template-columns: 2.2rem minmax(0, 1fr) auto; gap: .4rem; break-inside:
  avoid;
  border-bottom: 1px solid $wash; margin: 0; padding: .1rem 0; }
ul.ranked .rank { color: $quiet; text-align: end; }
ul.ranked .score { font-weight: 600; }
.parent { margin-bottom: 1.2rem; }
.focus { background: $wash; border-radius: 6px; padding: .9rem 1.2rem .3rem; margin-bottom: 1.1rem; }
.focus h3 { margin-top: 0; }
.landscape { overflow-x: auto; }
table.full { font-size: .8rem; }
pre { background: $wash; border: 1px solid $line; border-radius: 6px; padding: 1rem; font-size: .75rem;
  line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid $line; color: $quiet; font-size:
  .875rem; }
@media (max-width: 46rem) {
  .columns, ul.ranked, ul.keys { grid-template-columns: minmax(0, 1fr); columns: 1; }
  main { padding: 1.2rem .9rem; }
  table { display: block; overflow-x: auto; }
}
@page { size: A4; margin: 16mm 15mm 17mm;
  @bottom-left { content: "$statement"; font: 7.5pt sans-serif; color: $quiet; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt sans-serif; color: $quiet; } }
@page wide { size: A4 landscape; margin: 14mm 13mm 15mm; }
@media print {
  body { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 21pt; }
  h2 { font-size: 15pt; break-after: avoid; }
  h3, h4, h5 { break-after: avoid; }
  section.part { margin-top: 0; break-before: page; }
  section.part#in-short { break-before: auto; margin-top: 8mm; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  thead { display: table-header-group; }
  tr, figure, .statement, .together, .focus { break-inside: avoid; }
  .card.measure, .card.area { break-inside: avoid; }
  .card { padding: 3mm 3.5mm 1mm; }
  table { font-size: 8pt; }
  table.measures, .card table { font-size: 7pt; }
  .columns, .measure > dl.facts { font-size: 8.2pt; gap: 0 5mm; }
  table.measures td:nth-child(7) { min-width: 24mm; }
  dt, .note, .quiet, caption, figcaption { font-size: 7.8pt; }
  dl.facts > div { grid-template-columns: 28mm minmax(0, 1fr); gap: 2mm; }
  .measure dl.facts > div { grid-template-columns: 22mm minmax(0, 1fr); gap: 2mm; }
  svg.map { max-height: 138mm; }
  .together tr > * { padding-top: .8mm; padding-bottom: .8mm; }
  .landscape { page: wide; break-before: page; overflow: visible; }
  table.full { font-size: 7pt; }
  table.full td:last-child { min-width: 40mm; }
  table.full th, table.full td { padding: .7mm 1.2mm; }
  ul.ranked { font-size: 7.6pt; }
  ul.keys { font-size: 7pt; columns: 4; }
  .parent { break-inside: avoid-page; }
  pre { font-size: 6.8pt; border: 0; padding: 0; background: none; }
}
""")


def stylesheet(statement: str) -> Markup:
    """The style, with a line that stands at the foot of every printed page."""
    return Markup(
        _STYLE.substitute(
            ink=INK,
            quiet=QUIET,
            line=LINE,
            paper=PAPER,
            wash=WASH,
            accent=ABOVE,
            link="#1d5f85",
            statement=css_text(statement),
        )
    )


def css_text(text: str) -> str:
    """A text within quotation marks of a style; nothing in it can end them, nor the style."""
    return re.sub(r"[^A-Za-z0-9 ,.]", lambda found: f"\\{ord(found.group()):x} ", text)
