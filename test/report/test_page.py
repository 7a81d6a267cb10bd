# SPDX-License-Identifier: GPL-2.0-or-later
"""The page is valid, needs nothing else, tells the figures that are written, and is the same every time."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from support.reports import (
    ENGLISH,
    NAMES,
    SCENARIO,
    Page,
    attributes,
    measure,
    report,
    subject,
    without_survey,
)
from vru_need_plugin.core.messages import NOT_AN_INDEX, Message
from vru_need_plugin.core.threshold import MissingRule
from vru_need_plugin.report.page import report_page
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.document import Profile
from vru_need_plugin.scoring.outputs import need_fields

BRACKETS = (
    "</title></style></textarea><script>alert('x')</script><img src=x onerror=alert(1)> & \"q\" {0} {name} %s"
)
ARABIC, FAMILY = "\u0645\u0639\u062f\u0644 \u0627\u0644\u0633\u0631\u0642\u0629", "\U0001f469\u200d\U0001f467"
HOSTILE = f"{BRACKETS} {ARABIC} {FAMILY} \u202eevil\u2069 \x00\x07\x85"
TITLE = '\u05d0\u05d1\u05d2 <b>"</b>'


def hostile():
    """A subject in which every word of the user's would like to be more than a word."""
    measures = tuple(
        replace(
            one,
            title=f"{HOSTILE}{number}",
            theme=TITLE,
            unit=HOSTILE,
            period=HOSTILE,
            source=HOSTILE,
            note=HOSTILE,
        )
        for number, one in enumerate(SCENARIO.measures)
    )
    scenario = replace(
        SCENARIO,
        title=HOSTILE,
        question=HOSTILE,
        author=HOSTILE,
        date=HOSTILE,
        measures=measures,
        tables=tuple(replace(table, citation=HOSTILE, as_of=HOSTILE) for table in SCENARIO.tables),
        options=replace(SCENARIO.options, focus=("b1", HOSTILE)),
        profiles=(Profile("p", HOSTILE, {"robbery": 2}),),
    )
    return subject(
        scenario,
        names=[f"{HOSTILE}{number}" for number in range(len(NAMES))],
        remarks=(Message("layer {layer}", {"layer": HOSTILE}),),
    )


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(report(subject()))


class TestHostileWords:
    @pytest.fixture(scope="class")
    def text(self) -> str:
        return report(hostile())

    @pytest.fixture(scope="class")
    def page(self, text: str) -> Page:
        return Page(text)

    def test_the_page_is_valid_and_no_word_became_an_element(self, page: Page) -> None:
        assert not page.all("script", "img", "textarea", "iframe", "object", "embed", "form", "link", "base")
        assert len(page.all("style")) == len(page.all("head")) == 1

    def test_no_word_became_an_attribute_that_does_something(self, page: Page) -> None:
        for element, name, value in attributes(page):
            assert not name.startswith("on"), element
            if name in ("href", "src"):
                assert value.startswith("#")

    def test_every_word_is_shown_as_it_is(self, page: Page) -> None:
        shown = page.words()
        told = BRACKETS
        assert shown.count(told) > 40
        assert FAMILY in shown
        assert page.root.find("head/title").text.startswith(told)

    def test_words_are_isolated_whichever_way_they_run(self, text: str, page: Page) -> None:
        isolated = [found for found in page.all("bdi") if "\u0645" in "".join(found.itertext())]
        assert len(isolated) > 40
        assert page.all("h1")[0].get("dir") == "auto"
        outside = re.sub(r"(?s)<(bdi|h1|title|pre|desc|text|tspan)\b.*?</\1>", "", text)
        assert "\u0645" not in outside

    def test_in_pictures_directions_cannot_leak(self, page: Page) -> None:
        for found in page.all("title", "desc"):
            told = "".join(found.itertext())
            if found.tag != "title" and "\u0645" in told:
                assert "\u202e" not in told
                assert told.count("\u2068") == told.count("\u2069") > 0

    def test_the_scenario_in_the_appendix_is_the_scenario(self, page: Page) -> None:
        # A zero character is in no scenario that was read: it is refused there.
        told = "".join(page.by_id("scenario").itertext()).replace("\\u0000", "")
        assert codec.loads(told) == codec.loads(codec.dumps(hostile().scenario).replace("\\u0000", ""))


class TestNothingElse:
    def test_no_script_and_no_address_of_anything_outside(self, page: Page) -> None:
        assert not page.all("script", "link", "img", "iframe")
        for _, name, value in attributes(page):
            assert name not in ("src", "srcset", "action", "onclick", "onload")
            if name == "href":
                assert value.startswith("#")
                page.by_id(value[1:])
            if "url(" in value:
                assert value.startswith("url(#")
        style = "".join(page.all("style")[0].itertext())
        assert "url(" not in style
        assert "@import" not in style

    def test_the_page_forbids_itself_anything_else(self, page: Page) -> None:
        policy = next(found for found in page.all("meta") if found.get("http-equiv"))
        assert policy.get("content").startswith("default-src 'none'")

    def test_ids_are_unique(self, page: Page) -> None:
        ids = [value for _, name, value in attributes(page) if name == "id"]
        assert len(ids) == len(set(ids))


def test_the_same_subject_makes_the_same_bytes() -> None:
    assert report(subject()).encode() == report(subject()).encode()


def test_the_date_is_the_scenarios_and_no_other_is_there() -> None:
    assert "2026-01-31" in Page(report(subject())).words()
    undated = Page(report(subject(replace(SCENARIO, date=None)))).words()
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b", undated)
    assert "its date" in undated


class TestFigures:
    def test_the_ranking_tells_what_the_need_fields_hold(self, page: Page) -> None:
        about = subject()
        fields = {field.name: list(field.values) for field in need_fields(about.job, about.result)}
        rows = page.rows("ranking full")
        assert len(rows) == len(NAMES)
        for row in rows:
            area = NAMES.index(row["Ward"].split()[0])
            rank, score = fields["need_rank"][area], fields["need_score"][area]
            assert row["Rank"].lstrip("=") == ("–" if rank is None else str(rank))
            assert row["Rank in borough"].lstrip("=") == str(fields["need_prank"][area] or "–")
            assert row["Score"] == ("no data" if score is None else f"{score:g}")
            assert row["Above"] == f"{fields['need_count'][area]} of 3"
            assert row["Data"] == f"{fields['need_avail'][area]} of 3"
            high = "–" if fields["need_avail"][area] == 3 else f"{fields['need_high'][area]:g}"
            assert row["Could be"] == high
            themes = [fields[f"need_t0{number}"][area] for number in (1, 2, 3)]
            assert [row[theme] for theme in ("Crime", "Health", "Views")] == [
                "–" if found is None else f"{found:g}" for found in themes
            ]
            above = [number for number in (1, 2, 3) if fields[f"need_f0{number}"][area] == 1]
            shown = re.sub(r"\(.*\)", "", row["Measures above threshold"]).split()
            assert [int(number) for number in shown] == above
            near = re.findall(r"\d+", "".join(re.findall(r"\(.*\)", row["Measures above threshold"])))
            assert len(near) == fields["need_near"][area]

    def test_joint_ranks_have_an_equals_sign(self, page: Page) -> None:
        ranks = [row["Rank"] for row in page.rows("ranking full")]
        assert ranks == ["=1", "=1", "=3", "=3", "=5", "=5", "=5", "=5", "=5", "–"]

    def test_both_parts_of_a_score_are_shown(self, page: Page) -> None:
        rows = {row["Ward"].split()[0]: row["Made of"] for row in page.rows("ranking full")}
        assert (rows["Ash"], rows["Cedar"], rows["Elm"]) == ("3 + 1", "0 + 1", "0 + 0")
        assert (rows["Ivy"], rows["Juniper"]) == ("0 + –", "– + –")  # no figure is not 0

    def test_parts_are_not_shown_where_there_is_one_level(self) -> None:
        assert "Made of" not in Page(report(subject(without_survey()))).rows("ranking full")[0]

    def test_measures_are_told_with_cut_off_unit_weight_and_level(self, page: Page) -> None:
        rows = page.rows("measures")
        assert rows[0]["Cut-off"] == "9 per 1,000"
        assert rows[0]["Weight"] == "2"
        assert (rows[1]["More need when"], rows[1]["Cut-off"]) == ("lower", "20")
        assert rows[2]["Measure"].endswith("borough level")
        assert (rows[2]["Compared with"], rows[2]["Above"], rows[2]["Data"]) == ("2 boroughs", "4", "8")

    def test_themes_have_their_share_of_the_highest_score(self, page: Page) -> None:
        shares = {row["Theme"]: row["Of the highest score"] for row in page.rows("themes")}
        assert shares == {"Crime": "50 %", "Health": "25 %", "Views": "25 %"}

    def test_boroughs_are_told_in_alphabetical_order(self, page: Page) -> None:
        rows = page.rows("parents")
        assert [row["Borough"] for row in rows] == ["North", "South", "West"]
        assert (rows[0]["Highest score"], rows[0]["Median score"], rows[2]["With a score"]) == (
            "4",
            "2.5",
            "1",
        )


class TestFocus:
    @pytest.fixture(scope="class")
    def page(self) -> Page:
        return Page(
            report(subject(replace(SCENARIO, options=replace(SCENARIO.options, focus=("b1", "b3", "b9")))))
        )

    def test_every_area_in_focus_has_its_place_and_its_reasons(self, page: Page) -> None:
        words = page.words("focus")
        assert "Ash: joint 1st of 4 in North, joint 1st of 9 in all" in words
        assert "Robbery: 9 per 1,000, cut-off 9" in words
        assert "Score 4 (3 ward-level + 1 borough-level); above threshold on 3 of 3, data for 3 of 3" in words

    def test_missing_figures_say_what_the_score_could_be(self, page: Page) -> None:
        words = page.words("focus")
        assert "Score 0, could be 1" in words
        assert "Juniper: no score, for want of data" in words

    def test_a_code_that_no_area_lies_in_is_named(self, page: Page) -> None:
        assert "no ward lies in them: b9" in page.words("focus")


class TestLimits:
    def test_what_is_missing_and_left_out_is_said(self, page: Page) -> None:
        words = page.words("limits")
        assert "Without a score for want of data (1): Juniper (data for 0 of 3)." in words
        assert "Trust (2)" in words
        assert "Known by borough only: Trust" in words
        assert "Counts, not rates: Robbery, Income, Trust" in words
        assert "the source of every measure" in words

    def test_the_statement_is_there_first_and_last(self, page: Page) -> None:
        header = next(found for found in page.all("header"))
        assert NOT_AN_INDEX in " ".join("".join(header.itertext()).split())
        assert page.words().endswith(NOT_AN_INDEX)

    def test_a_measure_that_puts_none_above_is_named_with_its_reason(self) -> None:
        page = Page(report(subject(columns={"robbery": [1] * 10, "income": [2] * 9 + [None]})))
        assert "Robbery: none is above threshold (all values are equal)" in page.words("limits")


class TestData:
    def test_tables_have_their_citation_date_and_what_matched(self, page: Page) -> None:
        words = page.words("data")
        assert "Figures of the town" in words
        assert "10 of 10 areas have a row in the table." in words
        assert "3 of 3 parents (boroughs, say) have a row in the table." in words

    def test_files_have_their_checksum_and_what_is_no_file_says_so(self, page: Page) -> None:
        rows = page.rows("files")
        assert rows[0] == {
            "What it is": "scenario", "File or layer": "town.json", "Bytes": "1,234", "SHA-256": "ab" * 32,
        }  # fmt: skip
        assert rows[1]["SHA-256"] == "not a file"

    def test_a_table_that_is_not_used_is_not_read_and_said_to_be_so(self) -> None:
        page = Page(report(subject(replace(SCENARIO, measures=SCENARIO.measures[:2]))))
        assert "no measure in use" in page.words("table-2")


class TestLargeAndSmall:
    def test_of_very_many_areas_the_ranking_has_the_first_and_says_so(self) -> None:
        count = 3000
        about = subject(
            without_survey(),
            names=[f"Ward {number}" for number in range(count)],
            parent_of=[f"b{number % 40}" for number in range(count)],
            columns={"robbery": range(count), "income": range(count)},
        )
        page = Page(report(about))
        assert len(page.rows("ranking full")) == 1000
        assert "The first 1,000 of 3,000 wards" in page.words("ranking")
        assert "Of each borough the first 10." in page.words("by-parent")
        assert len([found for found in page.all("li") if "Ward" in "".join(found.itertext())]) <= 400
        paths = next(found for found in page.root.iter() if found.get("data-class") == "0")
        assert len(list(paths)) == 1

    def test_areas_without_parents(self) -> None:
        page = Page(report(subject(without_survey(), parent_of=None)))
        assert "Borough" not in page.rows("ranking full")[0]
        assert not [found for found in page.root.iter() if found.get("id") == "by-parent"]

    def test_areas_some_of_which_have_no_parent(self) -> None:
        page = Page(report(subject(parent_of=[None, *["b1"] * 4, *["b2"] * 5])))
        assert "Without borough, so without a rank within one and borough-level figures: Ash." in page.words()

    def test_nothing_but_missing_figures(self) -> None:
        scenario = without_survey(measures=(measure("robbery"),))
        page = Page(report(subject(scenario, columns={"robbery": [None] * 9 + [1]})))
        assert page.rows("ranking full")[1]["Score"] == "no data"

    @pytest.mark.parametrize("rule", list(MissingRule))
    def test_every_rule_for_what_is_missing(self, rule: MissingRule) -> None:
        about = subject(replace(SCENARIO, options=replace(SCENARIO.options, missing=rule)))
        rows = Page(report(about)).rows("ranking full")
        ivy = next(row for row in rows if row["Ward"].startswith("Ivy"))
        assert ivy["Score"] == ("no data" if rule is MissingRule.STRICT else "0")

    def test_many_themes_share_a_column(self) -> None:
        measures = tuple(
            measure("robbery", theme=f"Theme {number}", title=f"M{number}") for number in range(6)
        )
        measures = tuple(replace(one, id=f"m{number}") for number, one in enumerate(measures))
        page = Page(report(subject(without_survey(measures=measures))))
        assert page.rows("ranking full")[0]["Themes"].startswith("Theme 0 1; Theme 1 1")


def test_every_word_of_ours_goes_through_the_translator() -> None:
    def shouted(words) -> str:
        return words if isinstance(words, str) else words.template.upper().format(**{
            name.upper(): shouted(value) if isinstance(value, Message) else value
            for name, value in words.values.items()
        })  # fmt: skip

    about = subject(replace(SCENARIO, options=replace(SCENARIO.options, focus=("b1",))))
    page = Page(report_page(about, replace(ENGLISH, say=shouted), "xx"))
    assert page.all("html")[0].get("lang") == "xx"
    for found in page.all("style", "pre", "bdi", "code", "small"):
        found.text = ""
        for inner in list(found):
            found.remove(inner)
    users = {"borough", "a", "the", "town", "which", "wards", "first", *(name.casefold() for name in NAMES)}
    lower = [word for word in re.findall(r"\b[a-z]{3,}\b", page.words()) if word not in users]
    assert lower == []
