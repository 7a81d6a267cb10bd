# SPDX-License-Identifier: GPL-2.0-or-later
"""London's published tables with all their dirt: each thing wrong with them is handled or reported."""

from __future__ import annotations

from collections import Counter
from functools import cache

import numpy as np
import pytest

from support.shared import DATA, needs_data
from support.tables import BY_NAME, areas, london, published, spec
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.scenario.document import Rolling
from vru_need_plugin.tables.causes import Cause
from vru_need_plugin.tables.csv import read_csv
from vru_need_plugin.tables.tidy import tidy

pytestmark = needs_data

ATLAS = "tables_ward/ward-atlas-data.csv"
PROFILES = "tables_ward/ward-profiles-excel-version.csv"
PROFILES_BOM = "tables_ward/ward-profiles-excel-version__utf8_bom.csv"
WELL_BEING = "tables_ward/london-ward-well-being-probability-scores.csv"
MPS_WARDS = "tables_ward/MPS Ward Level Crime (most recent 24 months) 2020-09_2022-08.csv"
IMD = "tables_ward/English IMD - Ward 2020.csv"
GREEN = "tables_ward/green_cover_ward_summary.csv"
PTAL = "tables_ward/Ward2014 AvPTAI2015.csv"
PAS = "tables_borough/PAS_Dashboard_Borough.csv"
BOROUGH_PROFILES = "tables_borough/london-borough-profiles.csv"
MPS_BOROUGHS = "tables_borough/MPS Borough Level Crime (most recent 24 months).csv"
MPS_HISTORY = "tables_borough/MPS Borough Level Crime (Historical).csv"
LOOKUP = "lookups/WD23_to_LAD23_UK.csv"
CITY = "E09000001"


@cache
def table_of(file, year, level, key_column, **keys):
    return published(file, london(year)[level], key_column, **keys)


def atlas(**keys):
    return table_of(ATLAS, 2011, 0, "New Code", header_rows=2, **keys)


def profiles(file=PROFILES):
    return table_of(file, 2011, 0, "New code")


def well_being():
    return table_of(WELL_BEING, 2011, 0, "New ward code")


def mps_wards(year=2018, spread=("MajorText",), zero=True):
    return table_of(MPS_WARDS, year, 0, "WardCode", spread=spread, values="periods", empty_means_zero=zero)


def pas():
    return table_of(
        PAS, 2011, 1, "Borough", key_match=BY_NAME, spread=("Measure", "Date"), values=("Proportion",)
    )


def mps_boroughs():
    return table_of(
        MPS_BOROUGHS, 2011, 1, "BoroughName", key_match=BY_NAME, spread=("MinorText",), values="periods"
    )


def at(table, key, name):
    return float(table.values(name)[table.keys.index(table.normalise(key))])


def causes(items):
    return Counter(item.cause for item in items)


# ward-atlas-data.csv


def test_atlas_is_comma_separated_although_its_header_is_full_of_semicolons():
    report = atlas().report()
    assert (report.delimiter, report.encoding) == (",", "utf-8")
    assert len(atlas().names) == 946
    assert (report.short_rows, report.long_rows) == ((), ())


def test_atlas_has_two_header_rows_the_first_blank_over_its_keys():
    assert atlas().names[:4] == ("Codes", "New Code", "Borough", "Names")
    assert atlas().names[8] == "Population and Age; Population Estimates and Projections; 2014 | 2014"
    assert atlas().report().header_rows == (1, 2)


def test_atlas_matches_every_ward_of_2011():
    assert atlas().report().all_matched


def test_atlas_totals_rows_are_reported_and_match_nothing():
    left = atlas().report().unmatched_keys
    assert causes(left) == {Cause.TOTAL: 3}
    assert [(item.key, item.name, item.row) for item in left] == [
        ("E12000007", "London", 628), ("E92000001", "England", 629), ("K04000001", "England and Wales", 630),
    ]  # fmt: skip


def test_atlas_totals_rows_are_totals_by_their_numbers_too():
    with pytest.raises(NeedError, match="“New Code” matches 625 areas by code"):
        published(ATLAS, london(2011)[0], "Codes", header_rows=2)


def test_atlas_has_its_missing_cells_missing():
    cells = Counter(cell.strip() for column in atlas().body.columns[4:] for cell in column)
    assert (cells["n/a"], cells[""]) == (1015, 145)
    missing = sum(int(np.isnan(atlas().values(name)).sum()) for name in atlas().names[4:])
    assert missing == 1015 + 145
    assert not [item for item in atlas().report().not_numbers if item.column not in ("Codes", "New Code")]


def test_atlas_has_two_cells_with_a_thousands_mark():
    name = next(name for name in atlas().names if "Numbers children (0-18) living in Out-of-work" in name)
    assert (at(atlas(), "E05000642", name), at(atlas(), "E05000648", name)) == (1500, 1645)


def test_atlas_has_a_decimal_point():
    assert (atlas().decimal, atlas().report().decimal_given) == (".", False)


def test_atlas_spells_a_period_2011_13():
    assert "Crime; Other Notifiable Offences; 2011/13 | 2011/13" in atlas().names
    starts = "Crime; Other Notifiable Offences; 2011/13 | "
    assert atlas().select(Rolling(starts, 1)) == (starts + "2011/13",)


def test_atlas_names_that_differ_from_the_layers_are_matched_or_explained():
    by_name = table_of(ATLAS, 2011, 0, "Names", header_rows=2, key_match=BY_NAME)
    report = by_name.report()
    unmatched = {item.name: item.meant for item in report.unmatched_units if item.cause is Cause.SPELLING}
    assert unmatched == {
        "St. Katharine's and Wapping": "St. Katherine's and Wapping",
        "Roehampton and Putney Heath": "Roehampton",
    }
    assert set(causes(report.unmatched_units)) == {Cause.SPELLING, Cause.AMBIGUOUS}


def test_atlas_figures_of_the_city_known_to_be_wrong_are_read_as_they_are():
    parts = [name for name in atlas().names if name.startswith("Crime; ") and name.endswith("(2014);")]
    assert sum(at(atlas(), CITY, name) for name in parts) == 26
    assert at(atlas(), CITY, "Crime; Total crime (numbers); 2014/15 | 2014/15") == 5318


def test_atlas_has_a_percentage_of_493():
    name = next(name for name in atlas().names if "2011 Census; Aged 16 to 24: % Unemployed" in name)
    assert round(float(np.nanmax(atlas().values(name)))) == 493


# ward-profiles-excel-version.csv


def test_profiles_are_latin_with_a_pound_sign_and_windows_line_ends():
    assert profiles().report().encoding == "cp1252"
    assert "Median House Price (£) - 2014" in profiles().names
    assert not any("\r" in cell for cell in profiles().body.columns[-1])


def test_profiles_twin_has_a_byte_order_mark_and_the_same_figures():
    twin = profiles(PROFILES_BOM)
    assert twin.report().encoding == "utf-8-sig"
    assert twin.names[0] == "Ward name"
    for name, other in list(zip(profiles().names, twin.names))[3:]:
        assert np.array_equal(profiles().values(name), twin.values(other), equal_nan=True)


def test_profiles_have_their_missing_cells_missing():
    assert sum(cell == "n/a" for column in profiles().body.columns for cell in column) == 54
    england = [np.isnan(at(profiles(), "E92000001", name)) for name in profiles().names[3:]]
    assert sum(england) > 0
    assert not [item for item in profiles().report().not_numbers if "code" not in item.column]


def test_profiles_have_the_city_as_ward_and_as_borough_and_the_first_row_counts():
    report = profiles().report()
    assert [(item.key, item.rows) for item in report.duplicates] == [(CITY, (2, 627))]
    assert report.all_matched


def test_profiles_have_boroughs_and_totals_among_their_wards():
    assert causes(profiles().report().unmatched_keys) == {Cause.OTHER_LEVEL: 32, Cause.TOTAL: 2}


def test_profiles_have_a_header_with_a_trailing_blank():
    assert "Female life expectancy -2009-13" in profiles().names
    assert at(profiles(), "E09000031", "Female life expectancy -2009-13 ") == 83.7


# london-ward-well-being-probability-scores.csv


def test_well_being_has_four_columns_of_one_name():
    name = "Subjective well-being average score, 2011/12 and 2012/13"
    assert {name, f"{name} (2)", f"{name} (3)", f"{name} (4)"} <= set(well_being().names)


def test_well_being_has_blank_rows_and_footnotes_that_are_left_out():
    report = well_being().report()
    assert (report.rows_read, report.blank_rows, report.matched) == (711, 52, 625)
    assert (report.short_rows, report.long_rows) == ((), ())


def test_well_being_has_boroughs_in_capitals_and_totals():
    left = well_being().report().unmatched_keys
    assert causes(left) == {Cause.OTHER_LEVEL: 32, Cause.TOTAL: 2}
    assert ("E09000002", "Barking and Dagenham", 630) in [(item.key, item.name, item.row) for item in left]
    assert "BARKING AND DAGENHAM" in well_being().body.cells("Ward")
    assert ("727", "England and Wales", Cause.TOTAL) in [(item.key, item.name, item.cause) for item in left]


def test_well_being_figures_do_not_suffer_from_its_footnotes():
    assert at(well_being(), CITY, "Life Expectancy 2005-2009") == 84.3
    columns = well_being().names[4:]
    assert all(np.isfinite(well_being().values(name)).any() for name in columns)


# MPS ward level crime


def test_mps_wards_are_spread_to_a_column_for_each_type_and_month():
    names = mps_wards().names
    assert "Robbery | 202208" in names
    latest = mps_wards().select(Rolling("Robbery | ", 12))
    assert (latest[0], latest[-1]) == ("Robbery | 202109", "Robbery | 202208")
    before = mps_wards().select(Rolling("Robbery | ", 12, 12))
    assert (before[0], before[-1]) == ("Robbery | 202009", "Robbery | 202108")


def test_mps_wards_without_a_row_for_a_type_have_none_of_it():
    for zero, missing in ((True, 0), (False, 11960)):
        table = mps_wards(spread=("MinorText",), zero=zero)
        cells = [table.values(name) for name in table.names if name.endswith("| 202208")]
        assert np.size(cells) == 34128
        assert int(np.isnan(cells).sum()) == missing


def test_mps_wards_count_every_offence_once():
    table = mps_wards()
    raw_total = sum(int(cell) for cell in table.body.cells("202208"))
    assert sum(table.values(name).sum() for name in table.names if name.endswith("| 202208")) == raw_total


def test_mps_wards_have_no_city_of_london():
    report = mps_wards().report()
    assert (report.matched, report.units) == (632, 633)
    assert [(item.key, item.cause) for item in report.unmatched_units] == [("E05009297", Cause.NO_ROW)]
    assert report.unmatched_keys == ()


def test_mps_wards_are_of_another_year_than_the_layer_of_2011():
    report = mps_wards(2011).report()
    assert report.matched == 483
    assert causes(report.unmatched_units) == {Cause.OTHER_YEAR: 141, Cause.NO_ROW: 1}
    assert causes(report.unmatched_keys) == {Cause.OTHER_YEAR: 149}
    assert [item.key for item in report.unmatched_units if item.cause is Cause.NO_ROW] == [CITY]


# MPS borough level crime


@pytest.mark.parametrize("file", [MPS_BOROUGHS, MPS_HISTORY])
def test_mps_boroughs_have_two_that_are_none(file):
    table = table_of(file, 2011, 1, "BoroughName", key_match=BY_NAME, spread=("MajorText",), values="periods")
    report = table.report()
    assert (len(table.keys), report.matched) == (34, 32)
    assert {item.key: item.cause for item in report.unmatched_keys} == {
        "Unknown": Cause.OUTSIDE,
        "London Heathrow and London City Airports": Cause.OUTSIDE,
    }
    assert [(item.key, item.cause) for item in report.unmatched_units] == [(CITY, Cause.NO_ROW)]


def test_mps_boroughs_have_types_in_capitals():
    assert "BURGLARY IN A DWELLING | 202303" in mps_boroughs().names


def test_mps_boroughs_change_the_category_of_burglary_and_leave_zeros_that_are_figures():
    old, new = "BURGLARY IN A DWELLING | ", "BURGLARY - RESIDENTIAL | "
    assert np.nansum(mps_boroughs().values(old + "202402")) == 2789
    assert np.nansum(mps_boroughs().values(old + "202403")) == 0
    assert np.nansum(mps_boroughs().values(new + "202403")) == 3208
    assert not np.isnan(mps_boroughs().values(old + "202403")).all()


# PAS_Dashboard_Borough.csv


def test_pas_has_decimal_commas_in_a_comma_separated_file():
    report = pas().report()
    assert (report.delimiter, report.decimal, report.decimal_given) == (",", ",", False)
    assert at(pas(), "Barking and Dagenham", '"Good Job" local | 31/12/2014') == 0.56


def test_pas_columns_are_named_with_quotation_marks_and_dates():
    assert len({name.split(" | ")[1] for name in pas().names}) == 37
    assert pas().select(Rolling('"Good Job" local | ', 2)) == (
        '"Good Job" local | 30/9/2023', '"Good Job" local | 31/12/2023',
    )  # fmt: skip


def test_pas_has_empty_columns_that_are_not_shown():
    plain = read_csv(DATA / PAS, spec())
    assert len(plain.columns) == 10
    assert "" not in pas().body.names


def test_pas_spells_richmond_in_two_ways_that_are_one_borough():
    assert [item.spellings for item in pas().report().spellings] == [
        ("Richmond upon Thames", "Richmond Upon Thames")
    ]
    values = [at(pas(), "Richmond upon Thames", f"Trust MPS | 31/12/{year}") for year in (2022, 2023)]
    assert np.isfinite(values).all()


def test_pas_calls_westminster_a_city():
    _, boroughs = london(2011)
    assert pas().unit_row[boroughs.names.index("Westminster")] >= 0


def test_pas_has_no_city_of_london():
    report = pas().report()
    assert (report.matched, report.units, len(pas().keys)) == (32, 33, 32)
    assert [(item.key, item.name, item.cause) for item in report.unmatched_units] == [
        (CITY, "City of London", Cause.NO_ROW)
    ]


def test_pas_asks_for_trust_on_32_of_37_dates_only():
    assert len(pas().select(Rolling("Trust MPS | ", 32))) == 32
    with pytest.raises(NeedError, match="32 periods"):
        pas().select(Rolling("Trust MPS | ", 33))


# london-borough-profiles.csv


def borough_profiles():
    return table_of(BOROUGH_PROFILES, 2011, 1, "Code")


def test_borough_profiles_are_latin_with_pound_signs():
    assert borough_profiles().report().encoding == "cp1252"
    text = "".join(cell for column in borough_profiles().raw.columns for cell in column)
    assert text.count("£") == 38
    name = "Modelled_Household_median_income_estimates_2012/13"
    assert at(borough_profiles(), CITY, name) == 63620


def test_borough_profiles_have_thousands_marks():
    assert at(borough_profiles(), "E12000007", "Inland_Area_(Hectares)") == 157215
    assert at(borough_profiles(), "E92000001", "Inland_Area_(Hectares)") == 13025967


def test_borough_profiles_have_points_for_missing():
    cells = [cell for column in borough_profiles().body.columns[4:] for cell in column]
    assert cells.count(".") == 127
    assert np.isnan(at(borough_profiles(), "E92000001", "GLA_Household_Estimate_2017"))


def test_borough_profiles_have_totals():
    report = borough_profiles().report()
    assert report.all_matched
    assert causes(report.unmatched_keys) == {Cause.TOTAL: 5}


def test_borough_profiles_have_columns_of_text_that_are_refused_as_measures():
    with pytest.raises(NeedError, match=r"“Political_control_in_council”.*is text.*“Lab”"):
        borough_profiles().values("Political_control_in_council")


# English IMD - Ward 2020.csv


def imd(year=2018):
    return table_of(IMD, year, 0, "WD20CD")


def test_imd_of_all_england_lists_what_is_outside_london_once():
    report = imd().report()
    assert (report.rows_read, report.matched, len(report.unmatched_keys)) == (7180, 632, 6548)
    assert causes(report.unmatched_keys) == {Cause.OUTSIDE: 6548}
    assert len(report.rows()) == 2
    assert len(report.lines()) == 6


def test_imd_against_the_layer_of_2011_is_of_another_year():
    report = imd(2011).report()
    assert report.matched == 483
    assert causes(report.unmatched_units) == {Cause.OTHER_YEAR: 141, Cause.NO_ROW: 1}


def test_imd_has_figures_with_exponents():
    assert at(imd(), "E05000142", "Health_Score") == 1.1954228728504065e-4
    assert imd().report().not_numbers == ()


@pytest.mark.parametrize(("name", "zeros"), [("Proportion", 558), ("Education_Proportion", 624)])
def test_imd_has_zeros_for_most_of_london(name, zeros):
    rows = imd().unit_row[imd().unit_row >= 0]
    assert int((imd().values(name)[rows] == 0).sum()) == zeros


# Ward2014 AvPTAI2015.csv, green cover and the lookup


def test_ptal_is_of_another_year_than_either_layer():
    report = table_of(PTAL, 2011, 0, "Ward Code").report()
    assert (report.matched, report.units) == (571, 625)
    assert causes(report.unmatched_units) == {Cause.OTHER_YEAR: 54}
    assert causes(report.unmatched_keys) == {Cause.OTHER_YEAR: 59}
    newer = table_of(PTAL, 2018, 0, "Ward Code").report()
    assert newer.matched == 542
    assert {item.key for item in newer.unmatched_keys if item.cause is not Cause.OTHER_YEAR} == {CITY}


def test_ptal_has_a_column_that_is_half_words_and_counts_them():
    table = table_of(PTAL, 2011, 0, "Ward Code")
    table.values("PTAL")
    found = table.report().not_numbers[0]
    assert (found.column, found.count, found.example, found.row) == ("PTAL", 218, "1a", 2)


def test_green_cover_has_every_ward_of_the_city_and_the_merged_layer_one():
    report = table_of(GREEN, 2018, 0, "ward_code").report()
    assert report.all_matched
    assert len(report.unmatched_keys) == 24
    assert len(report.rows()) == 1


def test_the_lookup_has_a_byte_order_mark_and_a_header_with_a_leading_blank():
    description = spec("WD23CD")
    table = tidy(read_csv(DATA / LOOKUP, description), description, areas("E05013038"))
    assert table.names[:2] == ("WD23CD", "WardName")
    assert table.report().encoding == "utf-8-sig"
    assert table.select(" WardName") == ("WardName",)


# Codes and names of the layers


def test_the_city_is_another_code_in_each_layer():
    assert CITY in london(2011)[0].keys
    assert "E05009297" in london(2018)[0].keys
    assert CITY not in london(2018)[0].keys


def test_ward_names_that_repeat_match_nothing_by_name_and_are_named():
    wards, _ = london(2011)
    by_name = table_of(PTAL, 2011, 0, "Ward Name", key_match=BY_NAME)
    ambiguous = [item for item in by_name.report().unmatched_units if item.cause is Cause.AMBIGUOUS]
    assert Counter(item.name for item in ambiguous)["Village"] == 3
    assert by_name.unit_row[[wards.keys.index(item.key) for item in ambiguous]].max() == -1


# svi


@pytest.mark.parametrize("year", [2018, 2020])
def test_svi_marks_missing_figures_with_minus_999(year):
    file = f"svi/svi{year}_us_county_min.csv"
    table = published(file, areas("01001", "35039"), "FIPS", missing=("-999",))
    assert table.unit_row.min() >= 0
    columns = [name for name in table.names if name.startswith(("EP_", "F_"))]
    assert all(np.nanmin(table.values(name)) >= 0 for name in columns)
    assert any(np.isnan(table.values(name)).any() for name in columns)
