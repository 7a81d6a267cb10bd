# SPDX-License-Identifier: GPL-2.0-or-later
"""What the report says of scores is true where a weight is 0, and where nothing has a score."""

from __future__ import annotations

from dataclasses import replace

from support.reports import SCENARIO, Page, report, subject


def test_0_says_no_more_than_it_means_where_a_weight_is_0() -> None:
    plain, weighed = (
        "no measure is above its threshold",
        "no measure with a weight above 0 is above its threshold",
    )
    told = Page(report(subject())).words()
    assert plain in told
    assert weighed not in told
    robbery, *others = SCENARIO.measures
    told = Page(report(subject(replace(SCENARIO, measures=(replace(robbery, weight=0), *others))))).words()
    assert weighed in told
    assert plain not in told


def test_without_a_score_no_ranks_are_told_of() -> None:
    page = Page(report(subject(columns={"robbery": [None] * 10, "income": [None] * 10})))
    assert "Among ranks" not in page.words("by-parent")
    assert "last column" not in page.words("by-parent")
    assert [row["With a score"] for row in page.rows("parents")] == ["0", "0", "0"]


def test_with_scores_the_first_tenth_is_counted() -> None:
    page = Page(report(subject()))
    assert [row["Among ranks 1 to 1"] for row in page.rows("parents")] == ["2", "0", "0"]
    assert "The last column counts wards" in page.words("by-parent")
