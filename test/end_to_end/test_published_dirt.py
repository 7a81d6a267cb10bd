# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong with the published files, one test for each thing: read rightly, or reported."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from osgeo import ogr

from support.shared import DATA, needs_data
from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.core.threshold import Reference, Threshold, ThresholdKind, Ties
from vru_need_plugin.scenario.document import (
    PERIODS,
    Areas,
    KeyLevel,
    KeyMatch,
    Measure,
    Options,
    Rolling,
    Scenario,
    Table,
    Value,
    ValueKind,
)
from vru_need_plugin.scoring.load import load_tables
from vru_need_plugin.scoring.road import prepare, score_job
from vru_need_plugin.tables.causes import Cause
from vru_need_plugin.tables.csv import read_csv
from vru_need_plugin.tables.tidy import Units, tidy

pytestmark = needs_data

WARDS_2011 = ("boundaries/London_Ward_CityMerged.shp", "GSS_CODE", "NAME", "LB_GSS_CD", "BOROUGH")
WARDS_2018 = (
    "boundaries/London_Ward_CityMerged_2018_simplified.gpkg",
    "GSS_CODE",
    "NAME",
    "LAGSSCODE",
    "DISTRICT",
)
ALL_WARDS_2018 = (
    f"/vsizip/{DATA}/boundaries/London-wards-2018_mapinfo.zip/London-wards-2018_Mapinfo/London_Ward.tab",
    "GSS_CODE",
    "NAME",
    "LAGSSCODE",
    "DISTRICT",
)

ATLAS = Table("atlas", "tables_ward/ward-atlas-data.csv", "New Code", KeyLevel.AREA, header_rows=2)
PROFILES = Table("profiles", "tables_ward/ward-profiles-excel-version.csv", "New code", KeyLevel.AREA)
PROFILES_BOM = Table(
    "profiles", "tables_ward/ward-profiles-excel-version__utf8_bom.csv", "New code", KeyLevel.AREA
)
WELLBEING = Table(
    "wellbeing",
    "tables_ward/london-ward-well-being-probability-scores.csv",
    "New ward code",
    KeyLevel.AREA,
)
CRIME = Table(
    "crime",
    "tables_ward/MPS Ward Level Crime (most recent 24 months) 2020-09_2022-08.csv",
    "WardCode",
    KeyLevel.AREA,
    spread=("MajorText", "MinorText"),
    values=PERIODS,
    empty_means_zero=True,
)
IMD = Table("imd", "tables_ward/English IMD - Ward 2020.csv", "WD20CD", KeyLevel.AREA)
TRANSPORT = Table("transport", "tables_ward/Ward2014 AvPTAI2015.csv", "Ward Code", KeyLevel.AREA)
PAS = Table(
    "pas",
    "tables_borough/PAS_Dashboard_Borough.csv",
    "Borough",
    KeyLevel.PARENT,
    KeyMatch.NAME,
    spread=("Measure", "Date"),
    values=("Proportion",),
)
BOROUGHS = Table("boroughs", "tables_borough/london-borough-profiles.csv", "Code", KeyLevel.PARENT)
BOROUGH_CRIME = Table(
    "borough_crime",
    "tables_borough/MPS Borough Level Crime (most recent 24 months).csv",
    "BoroughName",
    KeyLevel.PARENT,
    KeyMatch.NAME,
    spread=("MajorText", "MinorText"),
    values=PERIODS,
)


@cache
def area_table(layer):
    """The areas of a layer's file, read plainly."""
    path, *fields = layer
    opened = ogr.Open(path if path.startswith("/") else str(DATA / path))
    rows = [[feature[field] for field in fields] for feature in opened.GetLayer(0)]
    return AreaTable(path, *(list(column) for column in zip(*rows)))


@cache
def units_of(layer, level):
    areas = area_table(layer)
    if level is KeyLevel.AREA:
        return Units(level, tuple(areas.codes), tuple(areas.names), "wards")
    parents = dict(zip(areas.parent_codes, areas.parent_names))
    return Units(level, tuple(parents), tuple(parents.values()), "wards")


_TIDIED = {}


def tidied(spec, layer=WARDS_2011):
    """A table set against a layer, made once for all tests."""
    known = repr((spec, layer))
    if known not in _TIDIED:
        raw = read_csv(DATA / spec.source, spec)
        _TIDIED[known] = tidy(raw, spec, units_of(layer, spec.key_level))
    return _TIDIED[known]


def value(table, unit_key, column):
    """The figure of one area or parent."""
    at = list(table.units.matched_by(table.spec.key_match)).index(unit_key)
    return table.values(column)[table.unit_row[at]] if table.unit_row[at] >= 0 else None


def causes(table, cause):
    return {finding.key for finding in table.report().unmatched_keys if finding.cause is cause}


def job_of(tables, measures, layer=WARDS_2011, **options):
    scenario = Scenario("", Areas("", "code"), tuple(tables), tuple(measures), Options(**options))
    return prepare(scenario, area_table(layer), load_tables(tables, DATA, None))


def measure_on(table, *columns, kind=ThresholdKind.TOP_SHARE, figure=10, ties=None, **more):
    return Measure(
        id=more.pop("id", "m"),
        title="A measure",
        theme="A theme",
        table=table.id,
        value=Value(ValueKind.SUM, columns=columns),
        threshold=Threshold(kind, figure, ties),
        **more,
    )


class TestWardAtlas:
    def test_a_header_full_of_semicolons_is_still_one_of_commas(self):
        assert tidied(ATLAS).report().delimiter == ","

    def test_two_header_rows_the_first_blank_over_the_keys(self):
        table = tidied(ATLAS)
        assert table.names[:4] == ("Codes", "New Code", "Borough", "Names")
        assert "Crime; Robbery; 2014/15 | 2014/15" in table.names
        # a blank second header leaves the first alone
        assert "Size of dwellings (number of bedrooms); 3 bedrooms;" in table.names

    def test_a_period_spelled_2011_13_is_a_column_like_any_other(self):
        assert value(tidied(ATLAS), "E05000026", "Crime; Other Notifiable Offences; 2011/13 | 2011/13") == 29

    def test_every_ward_is_matched_and_the_three_totals_are_known_as_totals(self):
        report = tidied(ATLAS).report()
        assert (report.matched, report.units, report.rows_read) == (625, 625, 628)
        assert {(finding.key, finding.cause) for finding in report.unmatched_keys} == {
            ("E12000007", Cause.TOTAL),
            ("E92000001", Cause.TOTAL),
            ("K04000001", Cause.TOTAL),
        }

    def test_totals_rows_are_no_part_of_the_reference_group(self):
        population = "Population and Age; Population Estimates and Projections; 2014 | 2014"
        for reference in Reference.AREAS, Reference.TABLE:
            job = job_of([ATLAS], [measure_on(ATLAS, population, reference=reference)])
            (group,) = score_job(job).cuts[0].groups
            assert group.size == 625
            assert group.cutoff < 20_000

    def test_not_available_and_empty_cells_are_missing(self):
        table = tidied(ATLAS)
        figures = np.array([table.values(name) for name in table.names[4:]])
        # 1,015 n/a; of the 148 empty cells 3 are the totals' borough
        assert int(np.isnan(figures).sum()) == 1015 + 145
        assert table.report().not_numbers == ()

    def test_two_cells_have_a_thousands_mark(self):
        column = (
            "Out-of-Work Families; Numbers children (0-18) living in Out-of-work Benefit Claimant "
            "Households; 2010 | 2010"
        )
        assert value(tidied(ATLAS), "E05000642", column) == 1500
        assert value(tidied(ATLAS), "E05000648", column) == 1645
        assert tidied(ATLAS).decimal == "."

    def test_of_four_names_spelled_otherwise_those_with_an_ampersand_match(self):
        by_name = Table("atlas", ATLAS.source, "Names", KeyLevel.AREA, KeyMatch.NAME, header_rows=2)
        table = tidied(by_name)
        life = "Life Expectancy; Life expectancy at birth (all persons); 2009-2013 | 2009-2013"
        for name in "Ham, Petersham and Richmond Riverside", "St. Margarets and North Twickenham":
            assert value(table, name, life) > 75
        left = {finding.key: finding for finding in table.report().unmatched_keys}
        assert left["St. Katherine's and Wapping"].cause is Cause.SPELLING
        assert left["St. Katherine's and Wapping"].meant == "St. Katharine's and Wapping"
        # too little in common with "Roehampton and Putney Heath" to be taken for it; an alias joins them
        assert "Roehampton" in left
        aliased = replace(by_name, key_aliases={"Roehampton": "Roehampton and Putney Heath"})
        assert value(tidied(aliased), "Roehampton and Putney Heath", life) > 75

    def test_detailed_offences_of_the_city_do_not_add_up_and_can_be_taken_as_missing(self):
        table = tidied(ATLAS)
        detailed = [name for name in table.names if name.startswith("Crime; ") and "(2014)" in name]
        assert sum(value(table, "E09000001", name) for name in detailed) == 26
        column = detailed[0]
        wrong = measure_on(ATLAS, column, exclude_areas=("E09000001",))
        result = score_job(job_of([ATLAS], [wrong], min_coverage=0))
        at = area_table(WARDS_2011).codes.index("E09000001")
        assert result.flag(0)[at] == -1
        assert result.cuts[0].groups[0].size == 624

    def test_a_percentage_of_493_is_read_as_it_stands(self):
        column = (
            "Employment; Economic Activity (Percentages) - 2011 Census; Aged 16 to 24: % Unemployed | "
            "Aged 16 to 24: % Unemployed"
        )
        assert np.nanmax(tidied(ATLAS).values(column)) == 493.3333333

    @pytest.mark.parametrize(
        ("column", "level"),
        [
            (
                "Health and Disability; General Health - 2011 Census; % People with Bad or Very Bad Health | "
                "% People with Bad or Very Bad Health",
                69,
            ),
            ("Crime; Sexual offences; 2014/15 | 2014/15", 68),
            ("Crime; Burglary; 2014/15 | 2014/15", 67),
            ("Benefits claimants; DWP Working-age client group (rates); 2014 | 2014", 65),
        ],
    )
    def test_ties_at_the_line_and_the_number_asked_for_are_told_apart(self, column, level):
        both = [measure_on(ATLAS, column, ties=ties, id=ties.value) for ties in Ties]
        result = score_job(job_of([ATLAS], both))
        flagged = {ties: cut.groups[0].flagged for ties, cut in zip(Ties, result.cuts)}
        assert flagged[Ties.IN] == level
        assert flagged[Ties.OUT] < 63
        assert {cut.groups[0].asked for cut in result.cuts} == {63}

    def test_obesity_lacks_wards_and_they_are_missing_not_zero(self):
        table = tidied(ATLAS)
        names = [
            name
            for name in table.names
            if name.startswith("Childhood Obesity Prevalence") and name.endswith("% obese")
        ]
        matched = {name: np.isnan(table.values(name)[table.unit_row]).sum() for name in names}
        lacking = {count for count in matched.values() if count}
        assert min(lacking) >= 12
        assert max(lacking) <= 18


class TestWardProfiles:
    def test_one_pound_sign_makes_it_no_utf_8(self):
        report = tidied(PROFILES).report()
        assert report.encoding in ("cp1252", "latin-1")
        assert "Median House Price (£) - 2014" in tidied(PROFILES).names

    def test_the_twin_with_a_byte_order_mark_says_the_same(self):
        other = tidied(PROFILES_BOM)
        assert other.names[0] == "Ward name"
        assert "Median House Price (? - 2014" in other.names  # the sign did not survive the saving
        for name in ("Population - 2015", "Turnout at Mayoral election - 2012"):
            np.testing.assert_array_equal(
                other.values(name)[other.unit_row], tidied(PROFILES).values(name)[tidied(PROFILES).unit_row]
            )

    def test_a_blank_at_the_end_of_a_column_s_name_is_dropped(self):
        assert value(tidied(PROFILES), "E05000026", "Female life expectancy -2009-13") > 75

    def test_the_city_is_there_twice_and_the_first_row_counts(self):
        report = tidied(PROFILES).report()
        assert [(finding.key.upper(), finding.rows) for finding in report.duplicates] == [
            ("E09000001", (2, 627))
        ]
        assert report.matched == 625

    def test_boroughs_and_totals_among_the_wards_are_named_as_such(self):
        table = tidied(PROFILES)
        assert len(causes(table, Cause.OTHER_LEVEL)) == 32
        assert {"E12000007", "E92000001"} <= causes(table, Cause.TOTAL)

    def test_54_cells_are_not_available(self):
        table = tidied(PROFILES)
        cells = [cell.strip() for column in table.raw.columns for cell in column]
        assert cells.count("n/a") == 54
        assert table.report().not_numbers == ()


class TestWellBeing:
    def test_four_columns_of_one_header_are_numbered(self):
        name = "Subjective well-being average score, 2011/12 and 2012/13"
        table = tidied(WELLBEING)
        assert [column for column in table.names if column.startswith(name)] == [
            name,
            f"{name} (2)",
            f"{name} (3)",
            f"{name} (4)",
        ]

    def test_all_wards_match_and_nothing_else_does(self):
        report = tidied(WELLBEING).report()
        assert (report.matched, report.rows_read) == (625, 711)
        # the blank row under the header, the footnotes, the deviation and 50 blank rows have no code
        assert report.blank_rows == 711 - 625 - 32 - 2

    def test_boroughs_in_capitals_a_code_of_727_and_london_are_known(self):
        table = tidied(WELLBEING)
        assert len(causes(table, Cause.OTHER_LEVEL)) == 32
        assert causes(table, Cause.TOTAL) == {"E12000007", "727"}

    def test_footnotes_over_several_lines_are_one_cell_and_no_figures(self):
        table = tidied(WELLBEING)
        assert value(table, "E05000643", "Life Expectancy 2005-2009") == 84.5
        assert table.report().not_numbers == ()


class TestWardCrime:
    def test_a_pair_without_a_row_is_zero(self):
        table = tidied(CRIME, WARDS_2018)
        newest = [name for name in table.names if name.endswith(" | 202208")]
        assert len(newest) == 54
        figures = np.array([table.values(name) for name in newest])
        assert not np.isnan(figures).any()
        rows = {(r[0], r[1], r[3]) for r in zip(*table.raw.columns[:4])}
        assert figures.size - len(rows) + 1 == 11_960  # the header is one of the rows

    def test_the_city_has_no_row_and_is_missing_never_zero(self):
        job = job_of(
            [CRIME],
            [measure_on(CRIME, Rolling("Robbery | Robbery of Personal Property | ", 12))],
            WARDS_2018,
        )
        result = score_job(job)
        at = area_table(WARDS_2018).codes.index("E05009297")
        assert (result.available[at], result.flag(0)[at], result.rank[at]) == (0, -1, 0)
        assert np.isnan(result.score[at])
        assert result.cuts[0].groups[0].size == 632
        (missing,) = job.reports["crime"].unmatched_units
        assert (missing.key, missing.name, missing.cause) == ("E05009297", "Castle Baynard", Cause.NO_ROW)

    def test_on_wards_of_another_year_the_report_says_so(self):
        report = tidied(CRIME).report()
        assert (report.matched, report.units) == (483, 625)
        assert {finding.cause for finding in report.unmatched_keys} == {Cause.OTHER_YEAR}
        by_cause = {finding.key: finding.cause for finding in report.unmatched_units}
        assert by_cause.pop("E09000001") is Cause.NO_ROW
        assert set(by_cause.values()) == {Cause.OTHER_YEAR}


class TestBoroughCrime:
    def test_what_is_no_borough_is_reported(self):
        report = tidied(BOROUGH_CRIME).report()
        assert {finding.key for finding in report.unmatched_keys} == {
            "London Heathrow and London City Airports",
            "Unknown",
        }
        assert [finding.name for finding in report.unmatched_units] == ["City of London"]

    def test_types_stay_in_capitals(self):
        assert "ARSON AND CRIMINAL DAMAGE | ARSON | 202502" in tidied(BOROUGH_CRIME).names

    def test_a_category_that_ends_inside_the_window_shows_zeros(self):
        """Burglary was filed anew: its old kinds end in zeros, and the new one begins with them."""
        table = tidied(BOROUGH_CRIME)
        kinds = {name.rpartition(" | ")[0] for name in table.names if name.startswith("BURGLARY | ")}
        first = {kind: np.nansum(table.values(f"{kind} | 202303")) for kind in kinds}
        last = {kind: np.nansum(table.values(f"{kind} | 202502")) for kind in kinds}
        assert any(first[kind] > 0 and last[kind] == 0 for kind in kinds)
        assert any(first[kind] == 0 and last[kind] > 0 for kind in kinds)


class TestAttitudeSurvey:
    def test_decimal_commas_in_quotation_marks_between_commas(self):
        table = tidied(PAS)
        assert (table.decimal, table.report().delimiter) == (",", ",")
        assert value(table, "Barking and Dagenham", '"Good Job" local | 31/12/2014') == 0.56

    def test_four_empty_columns_do_no_harm(self):
        assert not any("column" in name for name in tidied(PAS).names)

    def test_richmond_is_one_borough_however_it_is_spelled(self):
        table = tidied(PAS)
        assert [finding.spellings for finding in table.report().spellings] == [
            ("Richmond upon Thames", "Richmond Upon Thames")
        ]
        for date in "31/12/2014", "31/12/2023":
            assert value(table, "Richmond upon Thames", f"Listen to concerns | {date}") > 0

    def test_the_city_of_westminster_is_westminster_and_the_city_of_london_is_not_there(self):
        table = tidied(PAS)
        report = table.report()
        assert (report.keys, report.matched) == (32, 32)
        assert [finding.name for finding in report.unmatched_units] == ["City of London"]
        assert value(table, "Westminster", "Listen to concerns | 31/3/2015") > 0
        assert value(table, "City of London", "Listen to concerns | 31/3/2015") is None

    def test_the_newest_dates_of_the_survey_roll(self):
        table = tidied(PAS)
        assert table.select(Rolling("Trust MPS | ", 2)) == (
            "Trust MPS | 30/9/2023",
            "Trust MPS | 31/12/2023",
        )

    def test_trust_is_there_on_32_of_the_37_dates_only(self):
        table = tidied(PAS)
        assert sum(name.startswith("Trust MPS | ") for name in table.names) == 32
        assert sum(name.startswith("Listen to concerns | ") for name in table.names) == 37


class TestBoroughProfiles:
    def test_pounds_thousands_and_points_for_missing(self):
        table = tidied(BOROUGHS)
        assert table.report().encoding in ("cp1252", "latin-1")
        assert value(table, "E09000001", "Modelled_Household_median_income_estimates_2012/13") == 63620
        cells = [str(cell).strip() for column in table.raw.columns[4:] for cell in column]
        assert cells.count(".") == 127
        assert "157,215" in cells

    def test_five_totals_are_reported(self):
        assert causes(tidied(BOROUGHS), Cause.TOTAL) == {
            "E13000001",
            "E13000002",
            "E12000007",
            "E92000001",
            "K02000001",
        }


class TestDeprivation:
    def test_all_of_england_lies_beside_a_layer_of_london(self):
        report = tidied(IMD, WARDS_2018).report()
        assert (report.keys, report.matched, report.units) == (7180, 632, 633)
        assert {finding.cause for finding in report.unmatched_keys} == {Cause.OUTSIDE}

    def test_figures_have_exponents(self):
        table = tidied(IMD, WARDS_2018)
        cells = [cell for column in table.raw.columns for cell in column if "e-" in cell.lower()]
        assert cells
        for name in table.names[1:]:
            table.values(name)
        assert table.report().not_numbers == ()

    @pytest.mark.parametrize(("column", "zeros"), [("Proportion", 558), ("Education_Proportion", 624)])
    def test_a_mass_of_zeros_is_flagged_only_where_ties_are_included(self, column, zeros):
        table = tidied(IMD, WARDS_2018)
        values = table.values(column)[table.unit_row[table.unit_row >= 0]]
        assert (values == 0).sum() == zeros
        both = [measure_on(IMD, column, figure=20, ties=ties, id=ties.value) for ties in Ties]
        result = score_job(job_of([IMD], both, WARDS_2018))
        flagged = {ties: cut.groups[0].flagged for ties, cut in zip(Ties, result.cuts)}
        assert flagged == {Ties.OUT: 632 - zeros, Ties.IN: 632}

    def test_the_table_as_reference_is_england(self):
        job = job_of([IMD], [measure_on(IMD, "Score", reference=Reference.TABLE)], WARDS_2018)
        assert score_job(job).cuts[0].groups[0].size == 7180


class TestWardYears:
    @pytest.mark.parametrize(
        ("layer", "matched", "units"), [(WARDS_2011, 571, 625), (ALL_WARDS_2018, 542, 657)]
    )
    def test_a_table_of_2014_fits_neither_layer_and_says_so(self, layer, matched, units):
        report = tidied(TRANSPORT, layer).report()
        assert (report.matched, report.units) == (matched, units)
        found = {finding.cause for finding in (*report.unmatched_keys, *report.unmatched_units)}
        assert Cause.OTHER_YEAR in found

    def test_the_merged_city_has_another_code_in_each_layer(self):
        cities = {
            layer: [
                (code, name)
                for code, name, parent in zip(areas.codes, areas.names, areas.parent_codes)
                if parent == "E09000001"
            ]
            for layer, areas in ((layer, area_table(layer)) for layer in (WARDS_2011, WARDS_2018))
        }
        assert cities[WARDS_2011] == [("E09000001", "City of London")]
        assert cities[WARDS_2018] == [("E05009297", "Castle Baynard")]
        # an alias brings a table of the one to a layer of the other
        aliased = Table(
            "profiles",
            PROFILES.source,
            "New code",
            KeyLevel.AREA,
            key_aliases={"E09000001": "E05009297"},
        )
        assert value(tidied(aliased, WARDS_2018), "E05009297", "Population - 2015") == value(
            tidied(PROFILES), "E09000001", "Population - 2015"
        )

    def test_the_lookup_has_a_byte_order_mark_and_a_blank_before_a_header(self):
        lookup = Table("lookup", "lookups/WD23_to_LAD23_UK.csv", "WD23CD", KeyLevel.AREA)
        table = tidied(lookup, WARDS_2018)
        assert table.names[:2] == ("WD23CD", "WardName")
        assert table.report().rows_read == 8441


class TestRepeatedNames:
    def test_names_that_several_wards_bear_match_nothing_and_are_reported(self):
        names = list(area_table(WARDS_2011).names)
        repeated = {name for name in names if names.count(name) > 1}
        assert len(repeated) == 20
        assert names.count("Village") == 3
        by_name = Table("atlas", ATLAS.source, "Names", KeyLevel.AREA, KeyMatch.NAME, header_rows=2)
        table = tidied(by_name)
        ambiguous = {
            finding.name or finding.key
            for finding in table.report().unmatched_units
            if finding.cause is Cause.AMBIGUOUS
        }
        assert repeated <= ambiguous
        for row, name in zip(table.unit_row, names):
            if name in repeated:
                assert row < 0


class TestSurveyOfCounties:
    def test_minus_999_is_missing_however_it_is_written(self):
        svi = Table("svi", "svi/svi2018_us_county_min.csv", "FIPS", KeyLevel.AREA, missing=("-999",))
        raw = read_csv(DATA / svi.source, svi)
        codes = tuple(raw.columns[0][1:])
        table = tidy(raw, svi, Units(KeyLevel.AREA, codes, codes, "counties"))
        at = codes.index("35039")
        for name in "EP_POV", "EP_UNEMP", "EP_PCI":
            assert np.isnan(table.values(name)[table.unit_row[at]])
        assert table.values("EP_NOHSDP")[table.unit_row[at]] == 13.8

    def test_a_lost_leading_zero_is_put_back(self):
        svi = Table("svi", "svi/svi2020_us_county_min.csv", "FIPS", KeyLevel.AREA)
        raw = read_csv(DATA / svi.source, svi)
        codes = tuple(str(int(code)) for code in raw.columns[0][1:])
        assert "1001" in codes
        report = tidy(raw, svi, Units(KeyLevel.AREA, codes, codes, "counties")).report()
        assert report.matched == len(codes)
