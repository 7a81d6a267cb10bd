# SPDX-License-Identifier: GPL-2.0-or-later
"""Table reports as one page that needs nothing else."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Iterator, Sequence

from ..core.messages import NOT_AN_INDEX, NeedError, mark
from ..scenario.whole_file import replace_whole
from ..scoring.road import Problem
from ..tables.report import TableReport
from ..translation import tr, translated
from .report_table import SIDES, said

_STYLE = """
body { font: 15px/1.5 sans-serif; color: #22313f; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 2em; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
th, td { border-bottom: 1px solid #d5dde5; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
th { color: #52616f; font-weight: 600; } td.number { text-align: right; }
footer { margin-top: 3em; color: #52616f; font-size: 0.9em; }
@media print { body { margin: 0; max-width: none; } }
"""


def report_html(title: str, reports: Sequence[TableReport], problems: Sequence[Problem]) -> str:
    """The page for a scenario of this title: what cannot be used first, then report by report."""
    heading = escape(tr("Tables of “{title}”").format(title=title))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html><head><meta charset="utf-8"><title>{heading}</title>',
            f"<style>{_STYLE}</style></head><body>",
            f"<h1>{heading}</h1>",
            *_problems(problems),
            *(line for report in reports for line in _table(report)),
            f"<footer>{escape(tr(NOT_AN_INDEX))}</footer>",
            "</body></html>\n",
        ]
    )


def write_html(path: Path, page: str) -> None:
    """Write the page, whole or not at all.

    Raises
    ------
    NeedError
        The file cannot be written.
    """
    try:
        replace_whole(path, page.encode("utf-8"))
    except OSError as error:
        raise NeedError(
            mark("“{file}” cannot be written: {reason}."), file=path, reason=error.strerror or error
        ) from error


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if not problems:
        return
    yield "<h2>" + escape(tr("Cannot be used")) + "</h2>"
    yield "<ul>"
    for problem in problems:
        yield f"<li>{escape(said(problem))}</li>"
    yield "</ul>"


def _table(report: TableReport) -> Iterator[str]:
    yield f"<h2>{escape(report.table)} <small>({escape(report.source)})</small></h2>"
    yield "<ul>"
    for line in report.lines():
        yield f"<li>{escape(translated(line))}</li>"
    yield "</ul>"
    rows = report.rows()
    if not rows:
        return
    headings = (
        tr("Found in"),
        tr("Key"),
        tr("Name"),
        tr("Row"),
        tr("What, or the likely cause"),
        tr("Detail"),
    )
    yield (
        "<table><thead><tr>"
        + "".join(f"<th>{escape(text)}</th>" for text in headings)
        + "</tr></thead><tbody>"
    )
    for found in rows:
        cells = (
            tr(SIDES[found.side.value]),
            found.key,
            found.name,
            "" if found.row is None else str(found.row),
            translated(found.cause),
            "" if found.detail is None else translated(found.detail),
        )
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table>"
