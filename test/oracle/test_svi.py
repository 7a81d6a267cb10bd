# SPDX-License-Identifier: GPL-2.0-or-later
"""The re-computation itself, against CDC's published flags."""

from __future__ import annotations

import csv
from functools import cache

import pytest

from oracle import svi
from oracle.need import need
from support.shared import DATA, needs_data

pytestmark = needs_data


def published_rows(file):
    with open(DATA / "svi" / file, encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


@cache
def answered(file):
    return need(svi.scenario(file), published_rows(file), DATA / "svi")


@pytest.mark.parametrize("file", svi.FILES)
def test_every_published_flag_theme_and_total_is_reproduced(file):
    assert svi.disagreements(file, published_rows(file), answered(file).fields) == []


def test_the_comparison_would_see_a_difference():
    file = "2020svi_pa_co_cdc.csv"
    rows = published_rows(file)
    document = svi.scenario(file)
    document["measures"][3]["threshold"]["value"] = 12
    assert svi.disagreements(file, rows, need(document, rows, DATA / "svi").fields)


def test_counties_without_published_flags_are_the_two_known_ones():
    unflagged = {
        (file, row["LOCATION"])
        for file in svi.FILES
        for row in published_rows(file)
        if row["F_TOTAL"] in ("-999", "-999.0")
    }
    assert unflagged == {
        ("svi2018_us_county_min.csv", "Rio Arriba County, New Mexico"),
        ("svi2020_us_county_min.csv", "District of Columbia, District of Columbia"),
    }


def test_rio_arriba_lacks_three_measures_and_is_still_flagged_on_the_others():
    fields = answered("svi2018_us_county_min.csv").fields
    at = [row["FIPS"] for row in published_rows("svi2018_us_county_min.csv")].index("35039")
    assert fields["need_avail"][at] == 12
    assert fields["need_flags"][at] == "MINRTY;MOBILE"
