# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures count every area once, in the state it has, and say in words what they show."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.reports import ENGLISH, NAMES, SCENARIO, Page, local, measure, report, subject, without_survey
from vru_need_plugin.core.outlines import Outlines
from vru_need_plugin.core.threshold import Direction
from vru_need_plugin.report.map_labels import Label, centre, centre_of_many, in_lines, placed
from vru_need_plugin.report.outcome import outcomes
from vru_need_plugin.report.paths import area_path, line_path


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(report(subject()))


def test_bars_of_each_measure_add_up_to_its_areas_or_parents(page: Page) -> None:
    for found in outcomes(subject()):
        counts = page.counts(f"spread-{found.number + 1}")
        assert counts.get("above", 0) == found.units_above
        assert counts.get("near", 0) == found.units_near
        assert sum(counts.values()) == found.units_data


@given(
    st.lists(
        st.one_of(st.none(), st.integers(0, 9), st.floats(-100, 100, width=16)), min_size=2, max_size=30
    ),
    st.booleans(),
)
def test_bars_add_up_whatever_the_values(values: list, low: bool) -> None:
    if not any(isinstance(value, (int, float)) for value in values):
        values = [1, *values]
    scenario = without_survey(
        measures=(measure("robbery", direction=SCENARIO.measures[int(low)].direction),),
        options=replace(SCENARIO.options, min_coverage=0),
    )
    names = [f"Area {number}" for number in range(len(values))]
    about = subject(scenario, names=names, parent_of=None, columns={"robbery": values}, outlines=False)
    page, found = Page(report(about)), outcomes(about)[0]
    counts = page.counts("spread-1")
    assert sum(counts.values()) == found.units_data
    assert counts.get("above", 0) == found.units_above
    assert sum(page.counts("scores").values()) == len(values)


def test_bars_of_the_scores_add_up_to_all_areas_those_without_a_score_apart(page: Page) -> None:
    counts = page.counts("scores")
    assert counts["no-data"] == 1
    assert sum(counts.values()) == len(NAMES)
    assert counts["class-0"] == 5


def test_the_cut_off_is_drawn_and_named(page: Page) -> None:
    lines = [found for found in page.all("line") if found.get("data-state") == "cut-off"]
    assert len(lines) == 3
    labels = ["".join(found.itertext()) for found in page.all("text")]
    assert "cut-off 9" in labels
    assert "cut-off 0.4" in labels


def test_needy_values_stand_on_the_needy_side_of_the_line(page: Page) -> None:
    """Where low is need, what is level with the cut-off is left of it."""
    picture = next(found for found in page.all("svg") if "spread-2" in (found.get("aria-labelledby") or ""))
    (line,) = (found for found in picture.iter() if found.get("data-state") == "cut-off")
    for bar in picture.iter():
        if bar.get("data-state") == "above":
            assert float(bar.get("x")) + float(bar.get("width")) <= float(line.get("x1")) + 0.5


@pytest.mark.parametrize("direction", list(Direction))
def test_what_the_outermost_bars_gather_is_counted_as_it_is_told(direction: Direction) -> None:
    values = [0, *([80] * 30), *range(60, 100), *([82] * 130), 5000]
    names = [f"Area {number}" for number in range(len(values))]
    scenario = without_survey(measures=(measure("robbery", direction=direction),))
    about = subject(scenario, names=names, parent_of=None, columns={"robbery": values}, outlines=False)
    told = dict(re.findall(r"gathers all (below|up to|from|over) (.*?)\.", report(about)))
    within = {
        "below": lambda value, edge: value < edge,
        "up to": lambda value, edge: value <= edge,
        "from": lambda value, edge: value >= edge,
        "over": lambda value, edge: value > edge,
    }
    assert set(told) == ({"below", "from"} if direction is Direction.HIGH else {"up to", "over"})
    for word, said in told.items():
        edge, count = re.findall(r"\d+", said)
        assert sum(within[word](value, int(edge)) for value in values) == int(count), word


def test_every_picture_that_is_no_ornament_has_a_title_and_a_description(page: Page) -> None:
    shown = [found for found in page.all("svg") if found.get("aria-hidden") != "true"]
    assert len(shown) == 5
    for found in shown:
        assert found.get("role") == "img"
        for name in found.get("aria-labelledby").split():
            assert "".join(page.by_id(name).itertext()).strip()
    description = "".join(page.by_id("spread-1-desc").itertext())
    assert "2 above threshold" in description
    assert "1 without data" in description


class TestMap:
    def test_areas_are_in_the_class_of_their_score_and_say_it(self, page: Page) -> None:
        picture = next(found for found in page.all("svg") if found.get("class") == "map")
        drawn = {}
        for group in picture.iter():
            if group.get("data-class") is not None:
                for path in group:
                    drawn["".join(path[0].itertext())] = int(group.get("data-class"))
        assert len(drawn) == len(NAMES)
        by_name = {re.sub("[\u2068\u2069]", "", told): number for told, number in drawn.items()}
        assert by_name["Ash, North: score 4, rank =1"] == max(by_name.values())
        assert by_name["Juniper, West: no data"] == -1
        assert by_name["Elm, South: score 0, rank =5"] == 0

    def test_no_data_is_hatched(self, page: Page) -> None:
        (hatched,) = (found for found in page.root.iter() if found.get("data-class") == "-1")
        assert hatched.get("fill") == "url(#map-no-data)"
        assert page.by_id("map-no-data") is not None

    def test_the_legend_counts_each_class(self, page: Page) -> None:
        words = page.words("in-short")
        assert "0: no measure above threshold (5)" in words
        assert "no data (1)" in words

    def test_without_outlines_the_page_says_so(self) -> None:
        page = Page(report(subject(outlines=False)))
        assert not [found for found in page.all("svg") if found.get("class") == "map"]
        assert "no map, as the areas come without outlines" in page.words("in-short")

    def test_places_in_focus_are_outlined(self) -> None:
        scenario = replace(SCENARIO, options=replace(SCENARIO.options, focus=("b2",)))
        lines = [
            sum(
                local(found) == "path" and found.get("fill") == "none"
                for found in Page(report(about)).root.iter()
            )
            for about in (subject(), subject(scenario))
        ]
        assert lines == [1, 2]


@given(
    st.lists(
        st.builds(
            Label,
            st.text("ab c", min_size=1, max_size=12).map(lambda text: (text,)),
            st.floats(0, 100),
            st.floats(0, 100),
            st.floats(1, 12),
            st.just("parent"),
        ),
        max_size=25,
    )
)
def test_labels_that_are_placed_do_not_touch(wanted: list) -> None:
    kept = placed(wanted, Outlines(100, 100, ()))
    assert not any(one.overlaps(other) for at, one in enumerate(kept) for other in kept[:at])


def test_long_names_are_in_two_lines() -> None:
    assert in_lines("Kingston upon Thames") == ("Kingston", "upon Thames")
    assert in_lines("Bexley") == ("Bexley",)


def test_centres() -> None:
    square = np.array([[0, 0], [2, 0], [2, 2], [0, 2]], dtype=np.int32)
    assert centre([square]) == (1, 1, 4)
    assert centre_of_many([[square], [square + 2], []]) == (2, 2, 8)
    assert centre([]) is None
    assert centre_of_many([]) is None


def test_paths_come_back_as_the_points_they_were_made_from() -> None:
    ring = np.array([[3, 4], [10, 4], [10, -2], [3, -1]], dtype=np.int32)
    assert area_path([ring]) == "M3 4l7 0 0-6-7 1z"
    assert line_path([ring[:2], ring[:1]]) == "M3 4l7 0"
    assert ENGLISH.whole(3) == "3"
