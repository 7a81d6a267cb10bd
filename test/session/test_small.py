# SPDX-License-Identifier: GPL-2.0-or-later
"""What is read at once: so many bytes of text, and far fewer of a workbook, which is packed."""

from __future__ import annotations

import json

import pytest

from support.small_town import small_town
from vru_need_plugin.session import raw_tables
from vru_need_plugin.session.small import share_of_small


@pytest.fixture
def sized(tmp_path):
    """A file of 200 bytes with a given name."""

    def make(name):
        (tmp_path / name).write_bytes(b"x" * 200)
        return str(tmp_path / name)

    return make


@pytest.mark.parametrize(
    ("name", "share"), [("a.csv", 0.2), ("a.TSV", 0.2), ("a.xlsx", 2.0), ("a.ods", 2.0), ("a.gpkg", 2.0)]
)
def test_a_workbook_weighs_more_than_a_text_of_its_size(sized, name, share):
    assert share_of_small(sized(name), 1000, 100) == share


def test_a_sheet_weighs_what_its_file_does(sized):
    assert share_of_small(f"{sized('a.xlsx')}|layername=Sheet 1", 1000, 100) == 2.0


@pytest.mark.parametrize("source", ["project:Tables", "/nowhere/a.csv", "/no\0where/a.csv", ""])
def test_what_is_no_file_weighs_nothing(source):
    assert share_of_small(source, 1000, 100) == 0.0


@pytest.mark.parametrize(("most", "is_small"), [(1_000, True), (10, False)])
def test_a_scenario_whose_tables_are_long_together_is_read_by_a_task(
    session, tmp_path, monkeypatch, qtbot, most, is_small
):
    town = small_town(tmp_path)
    monkeypatch.setattr(raw_tables, "SMALL_TEXT_READ", most)
    session.open(town)
    assert session.is_scoring is not is_small
    qtbot.waitUntil(lambda: not session.is_working)
    assert session.result is not None
    document = json.loads(town.read_text(encoding="utf-8"))
    assert len(document["tables"]) == len(session.job.tables)
