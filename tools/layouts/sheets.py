# SPDX-License-Identifier: GPL-2.0-or-later
"""The sheets: where everything stands on each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Dict

from layouts.paper import ACCENT, QUIET, Box, Paper


@dataclass(frozen=True)
class Grid:
    """Paper, its margins, and its sizes of letters: notes, body, headings, purpose and title."""

    width: float
    height: float
    margin: float
    note: float
    body: float
    heading: float
    purpose: float
    title: float

    @property
    def left(self) -> float:
        return self.margin

    @property
    def wide(self) -> float:
        return self.width - 2 * self.margin

    def lines(self, count: float, size: float) -> float:
        """The height of so many lines."""
        return round(count * size * 0.3528 * 1.42, 1)


A4 = Grid(210, 297, 14, 7, 7.5, 9.5, 9.5, 18)
A4_WIDE = Grid(297, 210, 13, 7, 7.5, 9.5, 9.5, 18)
A3 = Grid(297, 420, 17, 8, 8.5, 11, 11.5, 25)
A3_WIDE = Grid(420, 297, 16, 8, 8.5, 11, 11.5, 24)
A1_WIDE = Grid(841, 594, 31, 15, 16.5, 22, 22, 48)


def header(paper: Paper, grid: Grid, *, place: bool = False) -> float:
    """Kicker, title and purpose; where what follows may begin."""
    y, wide = grid.margin, grid.wide
    high = grid.lines(1, grid.body)
    paper.words("vru_kicker", Box(grid.left, y, wide * 0.5, high), grid.body, bold=True, colour=ACCENT)
    byline = Box(grid.left + wide * 0.5, y, wide * 0.5, high)
    paper.words("vru_byline", byline, grid.body, colour=QUIET, right=True)
    y += high + 0.8
    if place:
        high = grid.lines(1, grid.title)
        paper.words("vru_place", Box(grid.left, y, wide, high), grid.title, bold=True)
        y += high
        high = grid.lines(1, grid.heading + 1)
        paper.words("vru_title", Box(grid.left, y, wide, high), grid.heading + 1, bold=True, colour=QUIET)
        y += high + 0.4
        high = grid.lines(2, grid.body + 0.5)
        paper.words("vru_purpose", Box(grid.left, y, wide * 0.86, high), grid.body + 0.5)
    else:
        high = grid.lines(1.1, grid.title)
        paper.words("vru_title", Box(grid.left, y, wide, high), grid.title, bold=True)
        y += high + 0.6
        high = grid.lines(3 if grid.height > grid.width else 2, grid.purpose)
        paper.words("vru_purpose", Box(grid.left, y, wide * 0.92, high), grid.purpose)
    y += high + 1.6
    paper.rule(Box(grid.left, y, wide, 0.3))
    return y + 2.5 * grid.note / 7


def footer(paper: Paper, grid: Grid) -> float:
    """Statement, imprint and rights; where what is above has to end."""
    line, wide = grid.lines(1, grid.note), grid.wide
    statement = grid.lines(2 if wide < 200 * grid.note / 7 else 1.1, grid.note)
    y = grid.height - grid.margin * 0.8 - 2 * line - statement - 1.2
    paper.rule(Box(grid.left, y - 1.4, wide, 0.3))
    paper.words("vru_statement", Box(grid.left, y, wide, statement), grid.note, bold=True)
    y += statement + 0.4
    paper.words("vru_imprint", Box(grid.left, y, wide, line), grid.note, colour=QUIET)
    y += line + 0.3
    paper.words("vru_copyright", Box(grid.left, y, wide, line), grid.note, colour=QUIET)
    return grid.height - grid.margin * 0.8 - 2 * line - statement - 4.5


def heading(paper: Paper, grid: Grid, name: str, box: Box) -> float:
    """A heading; where what it is over may begin."""
    high = grid.lines(1, grid.heading)
    paper.words(name, Box(box.x, box.y, box.w, high), grid.heading, bold=True)
    return box.y + high + 0.6


def ranking(paper: Paper, grid: Grid, box: Box, *, size: float = 0) -> None:
    """The table of areas under its heading, with a note below."""
    note = grid.lines(1 if box.w > 100 * grid.note / 7 else 2, grid.note)
    top = heading(paper, grid, "vru_ranking_heading", box)
    paper.areas("vru_ranking", Box(box.x, top, box.w, box.bottom - top - note - 1), size or grid.body)
    paper.words("vru_ranking_note", Box(box.x, box.bottom - note, box.w, note), grid.note, colour=QUIET)


def reading(paper: Paper, grid: Grid, box: Box) -> None:
    """How to read the sheet, levels and coverage, one below the other."""
    top = heading(paper, grid, "vru_how_heading", box)
    paper.words("vru_reading", Box(box.x, top, box.w, box.bottom - top), grid.note)


def reading_aside(paper: Paper, grid: Grid, box: Box) -> None:
    """The same side by side."""
    top = heading(paper, grid, "vru_how_heading", box)
    gap = 5 * grid.note / 7
    half = (box.w - gap) / 2
    room = box.bottom - top
    paper.words("vru_how_to_read", Box(box.x, top, half, room), grid.note)
    x = box.x + half + gap
    paper.words("vru_levels", Box(x, top, half, room * 0.5), grid.note)
    paper.words("vru_coverage", Box(x, top + room * 0.5, half, room * 0.5), grid.note)


def map_with_bar(paper: Paper, grid: Grid, box: Box) -> None:
    """A map with scale bar and north arrow in its lower corners."""
    paper.map("vru_map", box)
    bar, arrow = grid.lines(2.4, grid.note), grid.lines(2.6, grid.note)
    paper.scale_bar(Box(box.x, box.bottom - bar - 2, 38 * grid.note / 7, bar), grid.note, on_map=True)
    paper.north(Box(box.right - arrow - 2, box.bottom - arrow - 2, arrow, arrow))


def measures_block(paper: Paper, grid: Grid, box: Box, size: float, *, source_lines: float = 3) -> None:
    """The table of measures under its heading, its note, and the sources below."""
    note, sources = grid.lines(1, grid.note), grid.lines(source_lines, grid.note)
    top = heading(paper, grid, "vru_measures_heading", box)
    paper.words("vru_measures_note", Box(box.x, top - 0.4, box.w, note), grid.note, colour=QUIET)
    top += note + 0.6
    paper.measures(Box(box.x, top, box.w, box.bottom - top - sources - 1.5), size)
    paper.words("vru_sources", Box(box.x, box.bottom - sources, box.w, sources), grid.note, colour=QUIET)


def back(paper: Paper, grid: Grid, *, reads: bool = False) -> None:
    """A page of its own for the measures, and for how to read the sheet where the front has no room."""
    paper.add_page(grid.width, grid.height)
    high = grid.lines(1, grid.note)
    left = grid.wide * 0.35 if reads else 0.0
    if reads:
        paper.words("vru_place", Box(grid.left, grid.margin, left, high), grid.note, bold=True)
    title = Box(grid.left + left, grid.margin, grid.wide - left, high)
    paper.words("vru_title", title, grid.note, bold=True, colour=QUIET, right=reads)
    purpose = Box(grid.left, grid.margin + high + 0.4, grid.wide, grid.lines(2, grid.note))
    paper.words("vru_purpose", purpose, grid.note, colour=QUIET)
    bottom = footer(paper, grid)
    top = purpose.bottom + 3
    if reads:
        lower = grid.lines(9, grid.note)
        reading_aside(paper, grid, Box(grid.left, bottom - lower, grid.wide, lower))
        bottom -= lower + 3
    box = Box(grid.left, top, grid.wide, bottom - top)
    measures_block(paper, grid, box, grid.note, source_lines=6 if reads else 8)


def portrait(grid: Grid) -> Callable[[Paper], None]:
    """Map over the whole width; below it legend and ranking; the measures on the back."""

    def draw(paper: Paper) -> None:
        paper.add_page(grid.width, grid.height)
        top, bottom = header(paper, grid), footer(paper, grid)
        gap = 6 * grid.note / 7
        room = bottom - top
        high = room * 0.505
        map_with_bar(paper, grid, Box(grid.left, top, grid.wide, high))
        y, rest = top + high + gap * 0.6, room - high - gap * 0.6
        column = grid.wide * 0.375
        legend = grid.lines(12, grid.note)
        paper.legend(Box(grid.left, y, column, legend), grid.note)
        reading(paper, grid, Box(grid.left, y + legend + gap * 0.4, column, rest - legend - gap * 0.4))
        x = grid.left + column + gap
        ranking(paper, grid, Box(x, y, grid.width - grid.margin - x, rest), size=grid.note)
        back(paper, grid)

    return draw


def tall_page(grid: Grid) -> Callable[[Paper], None]:
    """All on one tall page: map with legend and how to read beside it, then ranking and measures."""

    def draw(paper: Paper) -> None:
        paper.add_page(grid.width, grid.height)
        top, bottom = header(paper, grid), footer(paper, grid)
        gap = 6 * grid.note / 7
        small = replace(grid, note=7.5)
        table = grid.lines(30.5, small.note)
        measures_block(
            paper, small, Box(grid.left, bottom - table, grid.wide, table), small.note, source_lines=3
        )
        left = grid.wide * 0.66
        high = (bottom - table - gap - top) * 0.555
        map_with_bar(paper, grid, Box(grid.left, top, left, high))
        x = grid.left + left + gap
        wide = grid.width - grid.margin - x
        legend = grid.lines(12.5, grid.note)
        paper.legend(Box(x, top, wide, legend), grid.body)
        reading(paper, grid, Box(x, top + legend + gap * 0.6, wide, high - legend - gap * 0.6))
        y = top + high + gap * 0.6
        ranking(paper, grid, Box(grid.left, y, grid.wide, bottom - table - gap - y), size=grid.note)

    return draw


def landscape(grid: Grid) -> Callable[[Paper], None]:
    """Map at the left, ranking and legend at the right; the measures on the back."""

    def draw(paper: Paper) -> None:
        paper.add_page(grid.width, grid.height)
        top, bottom = header(paper, grid), footer(paper, grid)
        gap = 7 * grid.note / 7
        left = grid.wide * 0.55
        map_with_bar(paper, grid, Box(grid.left, top, left, bottom - top))
        x = grid.left + left + gap
        wide = grid.width - grid.margin - x
        lower = (bottom - top) * 0.42
        ranking(paper, grid, Box(x, top, wide, bottom - top - lower - gap * 0.6), size=grid.note)
        y = bottom - lower
        column = wide * 0.42
        paper.legend(Box(x, y, column, lower), grid.note)
        reading(paper, grid, Box(x + column + gap * 0.7, y, wide - column - gap * 0.7, lower))
        back(paper, grid)

    return draw


def one_page(grid: Grid) -> Callable[[Paper], None]:
    """All on one wide page: map, legend and how to read at the left, the two tables at the right."""

    def draw(paper: Paper) -> None:
        paper.add_page(grid.width, grid.height)
        top, bottom = header(paper, grid), footer(paper, grid)
        gap = 9 * grid.note / 8
        left = grid.wide * 0.53
        lower = grid.lines(14, grid.note)
        map_with_bar(paper, grid, Box(grid.left, top, left, bottom - top - lower - gap * 0.5))
        y, column = bottom - lower, left * 0.33
        paper.legend(Box(grid.left, y, column, lower), grid.body)
        x = grid.left + column + gap
        reading_aside(paper, grid, Box(x, y, grid.left + left - x, lower))
        x = grid.left + left + gap
        wide = grid.width - grid.margin - x
        small = replace(grid, note=grid.note * 7 / 8)
        table = grid.lines(36, small.note)
        ranking(paper, grid, Box(x, top, wide, bottom - top - table - gap * 0.7), size=grid.note * 7.5 / 8)
        measures_block(paper, small, Box(x, bottom - table, wide, table), small.note, source_lines=4)

    return draw


def map_and_ranking(grid: Grid) -> Callable[[Paper], None]:
    """Map and a long ranking side by side; the measures on the back."""

    def draw(paper: Paper) -> None:
        paper.add_page(grid.width, grid.height)
        top, bottom = header(paper, grid), footer(paper, grid)
        gap = 9.0
        left = grid.wide * 0.5
        lower = (bottom - top) * 0.27
        map_with_bar(paper, grid, Box(grid.left, top, left, bottom - top - lower - gap * 0.5))
        y, column = bottom - lower, left * 0.36
        paper.legend(Box(grid.left, y, column, lower), grid.body)
        x = grid.left + column + gap * 0.7
        reading(paper, grid, Box(x, y, grid.left + left - x, lower))
        x = grid.left + left + gap
        ranking(paper, grid, Box(x, top, grid.width - grid.margin - x, bottom - top))
        back(paper, grid)

    return draw


def themes(grid: Grid) -> Callable[[Paper], None]:
    """The need score at the left, with the first of the ranking; a small map for each theme at the right."""

    def draw(paper: Paper) -> None:
        paper.add_page(grid.width, grid.height)
        top, bottom = header(paper, grid), footer(paper, grid)
        gap = 8 * grid.note / 8
        left = grid.wide * 0.48
        high = (bottom - top) * 0.55
        map_with_bar(paper, grid, Box(grid.left, top, left, high))
        y = top + high + gap * 0.5
        column = left * 0.3
        paper.legend(Box(grid.left, y, column, bottom - y), grid.body)
        x = grid.left + column + gap * 0.7
        ranking(paper, grid, Box(x, y, grid.left + left - x, bottom - y), size=grid.note)
        x = grid.left + left + gap
        wide = grid.width - grid.margin - x
        lower = grid.lines(10.5, grid.note)
        paper.themes(Box(x, top, wide, bottom - top - lower - gap * 0.4), grid.note)
        reading_aside(paper, grid, Box(x, bottom - lower, wide, lower))
        back(paper, grid)

    return draw


def parent_heading(paper: Paper, grid: Grid, box: Box, size: float) -> float:
    """The heading of a list, and what holds for all that are on it."""
    top, high = heading(paper, grid, "vru_ranking_heading", box), grid.lines(2, size)
    paper.words("vru_parent_line", Box(box.x, top, box.w, high), size)
    return top + high + 1


def borough_portrait(grid: Grid) -> Callable[[Paper], None]:
    """One parent: map with numbers, where it lies, and below the list with the reasons; more on the back."""

    def draw(paper: Paper) -> None:
        paper.add_page(grid.width, grid.height)
        top, bottom = header(paper, grid, place=True), footer(paper, grid)
        gap = 5.0
        high = (bottom - top) * 0.335
        column = grid.wide * 0.27
        left = grid.wide - column - gap
        map_with_bar(paper, grid, Box(grid.left, top, left, high))
        x = grid.left + left + gap
        inset = column * 0.62
        paper.map("vru_inset", Box(x, top, column, inset))
        paper.legend(Box(x, top + inset + 2, column, high - inset - 2), grid.note)
        y = top + high + 2
        short = grid.lines(2, grid.note)
        table = bottom - y - short - 1.5
        start = parent_heading(paper, grid, Box(grid.left, y, grid.wide, table), grid.note)
        paper.areas("vru_list", Box(grid.left, start, grid.wide, y + table - start), 7)
        paper.words("vru_in_short", Box(grid.left, bottom - short, grid.wide, short), grid.note, colour=QUIET)
        back(paper, grid, reads=True)

    return draw


def borough_landscape(grid: Grid) -> Callable[[Paper], None]:
    """One parent on one page: map and list side by side, the measures below the map."""

    def draw(paper: Paper) -> None:
        paper.add_page(grid.width, grid.height)
        top, bottom = header(paper, grid, place=True), footer(paper, grid)
        gap = 7.0
        left = grid.wide * 0.47
        table = grid.lines(33, 7)
        high = bottom - top - table - 4
        column = left * 0.25
        map_with_bar(paper, replace(grid, note=7), Box(grid.left, top, left - column - 4, high))
        inset = column * 0.8
        x = grid.left + left - column
        paper.map("vru_inset", Box(x, top, column, inset))
        paper.legend(Box(x, top + inset + 3, column, high - inset - 3), grid.note)
        small = replace(grid, note=7)
        measures_block(paper, small, Box(grid.left, bottom - table, left, table), 7, source_lines=4)
        x = grid.left + left + gap
        wide = grid.width - grid.margin - x
        reads = grid.lines(7.6, grid.note)
        start = parent_heading(paper, grid, Box(x, top, wide, 10), 7.5)
        paper.areas("vru_list", Box(x, start, wide, bottom - reads - gap * 0.5 - start), 7.5)
        reading_aside(paper, grid, Box(x, bottom - reads, wide, reads))

    return draw


SHEETS: Dict[str, Callable[[Paper], None]] = {
    "a4-portrait": portrait(A4),
    "a4-landscape": landscape(A4_WIDE),
    "a3-portrait": tall_page(A3),
    "a3-landscape": one_page(A3_WIDE),
    "wall-a1-landscape": one_page(A1_WIDE),
    "map-and-ranking-a3-landscape": map_and_ranking(A3_WIDE),
    "themes-a4-landscape": themes(A4_WIDE),
    "themes-a3-landscape": themes(A3_WIDE),
    "borough-a4-portrait": borough_portrait(A4),
    "borough-a3-landscape": borough_landscape(A3_WIDE),
}
