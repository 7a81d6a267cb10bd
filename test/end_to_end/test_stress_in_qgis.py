# SPDX-License-Identifier: GPL-2.0-or-later
"""In real QGIS: layers, files, project and plugin go while the dock is at work; nothing crashes or leaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.real_qgis import IN_REAL_QGIS, run
from support.small_town import SCORES, small_town

HERE = Path(__file__).resolve().parent


pytestmark = IN_REAL_QGIS
LIVE = "Live need score (not saved)"


@pytest.fixture(scope="module")
def told(tmp_path_factory, qgis_app):
    folder = tmp_path_factory.mktemp("stress")
    (folder / "other").mkdir()
    other = small_town(folder / "other")
    other.write_text(other.read_text().replace("Small town", "Other town"))
    figures = (folder / "other" / "figures.csv").read_text().replace("E05000001,10", "E05000001,0")
    (folder / "other" / "figures.csv").write_text(figures)
    arguments = [str(small_town(folder)), str(other), str(folder)]
    return run(HERE / "drive_stress.py", arguments)


def test_no_exception_ended_unseen(told):
    assert told["unseen"] == []


@pytest.mark.parametrize(
    ("blow", "words", "layers"),
    [
        ("removed", "was removed from the project", []),
        ("put_nowhere", "cannot be read", ["wards"]),
        ("file_gone", "does not exist", ["wards"]),
    ],
)
def test_without_areas_the_dock_says_why_and_shows_no_score(told, blow, words, layers):
    step = told["steps"][blow]
    assert step["scores"] is None
    assert step["rows"] == 0
    assert any(words in text for text in step["said"])
    assert step["layers"] == layers


def test_a_project_that_is_closed_takes_everything_along(told):
    step = told["steps"]["cleared"]
    assert (step["scores"], step["rows"], step["layers"]) == (None, 0, [])


@pytest.mark.parametrize("blow", ["reloaded", "disabled"])
def test_the_plugin_goes_in_the_midst_of_its_work(told, blow):
    step = told["steps"][blow]
    assert step["scores"] is None
    assert LIVE not in step["layers"]


def test_a_table_replaced_in_the_midst_is_the_one_that_is_scored(told):
    scores = told["steps"]["table_replaced"]["scores"]
    assert scores["E05000001"] != SCORES["E05000001"]
    assert set(scores) == set(SCORES)


def test_nothing_of_one_project_is_in_the_next(told):
    step = told["steps"]["another project"]
    assert step["scores"]["E05000003"] == 2  # its own figures, not those of the first
    assert step["layers"] == [LIVE, "wards"]
    assert told["steps"]["first in second"] == 0
    again = told["steps"]["the first again"]
    assert again["scores"] == SCORES
    assert again["layers"] == [LIVE, "wards"]
