# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables that are files well enough, and cannot give the figures that are asked of them."""

from __future__ import annotations

import sys

import pytest

from support.small_job import CRIME


def test_no_key_column(job, refused):
    job.table()["key_column"] = "Ward code"
    refused("Ward code", "crime.csv", "Code")


def test_a_key_column_in_another_header_row(job, refused):
    job.write("crime.csv", "Title of the table,,\n" + CRIME)
    refused("Code", "crime.csv")


def test_no_key_matches(job, refused):
    job.write("crime.csv", CRIME.replace("E05000", "E05999"))
    refused("crime.csv", "E05999001")


def test_no_name_matches(job, refused):
    job.write("trust.csv", "Borough,Trust\nEast,0.5\nWest,0.4\n")
    refused("trust.csv", "East")


def test_both_decimal_marks(job, refused):
    job.write("crime.csv", CRIME.replace("2,2,2.5", '2,2,"2,5"'))
    # the first cell of each kind, with its row in the file and its column
    refused("crime.csv", "2,5", "1.5", "Thefts", "2", "3")


@pytest.mark.parametrize(
    "value", [{"kind": "column", "columns": ["Note"]}, {"kind": "sum", "columns": ["Fires", "Note"]}]
)
def test_a_column_of_text(job, refused, value):
    job.measure()["value"] = value
    refused("crime.csv", "Note", "calm")


def test_a_table_of_text(job, refused):
    job.write("crime.csv", "Code,Fires\nE05000001,none\nE05000002,few\nE05000003,many\n")
    refused("crime.csv", "Fires", "none")


def test_a_column_that_is_not_there(job, refused):
    job.measure()["value"] = {"kind": "column", "columns": ["Fire"]}
    refused("crime.csv", "Fire", "Fires")


def test_a_denominator_that_is_not_there(job, refused):
    job.measure()["value"] = {"kind": "ratio", "columns": ["Fires"], "denominator": ["People"]}
    refused("crime.csv", "People", "fires")


def test_a_spread_column_that_is_not_there(job, refused):
    job.table().update(spread=["Type"], values=["Fires"])
    refused("crime.csv", "Type")


def test_a_value_column_that_is_not_there(job, refused):
    job.table().update(spread=["Note"], values=["Arson"])
    refused("crime.csv", "Arson")


@pytest.mark.parametrize("reference", [{"latest": 3}, {"latest": 2, "skip": 1}])
def test_a_period_that_is_not_there(job, refused, reference):
    job.measure()["value"] = {"kind": "sum", "columns": [{"starts": "", **reference}]}
    # what was found is said
    refused("crime.csv", "202101", "202102")


def test_no_periods_at_all(job, refused):
    job.measure()["value"] = {"kind": "sum", "columns": [{"starts": "Arson | ", "latest": 1}]}
    refused("crime.csv", "Arson | ")


def test_a_long_table_without_periods(job, refused):
    job.write("crime.csv", "Code,Type,Count\nE05000001,Robbery,1\n")
    job.table().update(spread=["Type"], values="periods")
    refused("crime.csv", "period")


def test_pandas_is_missing(job, refused, monkeypatch):
    for name in [name for name in sys.modules if name == "pandas" or name.startswith("pandas.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pandas", None)
    job.write("crime.csv", "Code,Type,Count\nE05000001,Robbery,1\nE05000002,Robbery,2\nE05000002,Arson,2\n")
    job.table().update(spread=["Type"], values=["Count"])
    job.measure()["value"] = {"kind": "column", "columns": ["Robbery"]}
    refused("pandas", "install")


def test_without_pandas_tables_that_need_no_spreading_are_scored(job, score_areas, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    job.score(score_areas)
    assert job.output.exists()
