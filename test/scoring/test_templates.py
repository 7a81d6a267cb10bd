# SPDX-License-Identifier: GPL-2.0-or-later
"""The London templates: what they promise, and their scores on the published files against plain pandas."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from osgeo import ogr

from support.shared import DATA, needs_data
from support.templates import LONDON_2011, LONDON_2018, on_published_data, read_area_table, template
from vru_need_plugin.core.threshold import Direction, Reference, Threshold, ThresholdKind, Ties
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario.codec import dumps
from vru_need_plugin.scenario.document import KeyLevel
from vru_need_plugin.scoring.load import load_tables, used_tables
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job

TOP_TENTH = Threshold(ThresholdKind.TOP_SHARE, 10, Ties.OUT)
BOTH = pytest.mark.parametrize("name", [LONDON_2011, LONDON_2018])


def scored(name):
    """The need fields of a template on the published files, one row an area, by area code."""
    scenario = on_published_data(template(name))
    areas = read_area_table(scenario.areas)
    job = prepare(scenario, areas, load_tables(used_tables(scenario), DATA, no_other_source))
    fields = need_fields(job, score_job(job))
    return pd.DataFrame({field.name: list(field.values) for field in fields}, index=list(areas.codes)), areas


def no_other_source(table, folder):
    raise AssertionError(f"{table.source} is a text file")


def top_tenth(values, low=False):
    """1 where the share of values less needy is at least 0.9, 0 where not, NaN where there is no value."""
    need = -values if low else values
    known = need.dropna()
    lower = known.rank(method="min") - 1
    # lower / (n - 1) >= 0.9, in whole numbers
    return (lower * 10 >= 9 * (len(known) - 1)).astype(float).reindex(values.index)


def check_against(flags, fields):
    """Compare flags worked out by hand with the fields written: flags, counts, scores and ranks."""
    for number, expected in enumerate(flags.values(), start=1):
        written = fields[f"need_f{number:02d}"].astype(float)
        assert written.to_dict() == pytest.approx(expected.to_dict(), nan_ok=True), number
    table = pd.DataFrame(flags)
    count, available = table.sum(axis=1), table.count(axis=1)
    assert (fields["need_count"] == count).all()
    assert (fields["need_avail"] == available).all()
    score = count.where(available >= math.ceil(0.75 * len(flags)))
    assert fields["need_score"].astype(float).to_dict() == pytest.approx(score.to_dict(), nan_ok=True)
    rank = score.rank(ascending=False, method="min")
    assert fields["need_rank"].astype(float).to_dict() == pytest.approx(rank.to_dict(), nan_ok=True)
    ids = pd.Series(list(flags), index=table.columns)
    assert all(
        text == ";".join(ids[row == 1])
        for text, (_, row) in zip(fields["need_flags"].fillna(""), table.iterrows())
    )


@needs_data
def test_london_2011_agrees_with_plain_pandas():
    fields, areas = scored(LONDON_2011)
    codes = list(areas.codes)
    atlas = pd.read_csv(
        DATA / "tables_ward/ward-atlas-data.csv", header=None, dtype=str, keep_default_na=False
    )
    titles = (atlas.iloc[0] + " | " + atlas.iloc[1]).tolist()
    atlas = atlas.iloc[2:].set_index(1).reindex(codes)

    def column(title):
        numbers = atlas[titles.index(title)].str.replace(",", "")
        return pd.to_numeric(numbers.replace({"n/a": None, "": None}))

    def rate(*columns):
        residents = column("Population and Age; Population Estimates and Projections; 2014 | 2014")
        return sum(column(title) for title in columns) * 1000 / residents

    def three_years(title):
        return rate(*(f"{title}; {year} | {year}" for year in (2012, 2013, 2014)))

    survey = pd.read_csv(DATA / "tables_borough/PAS_Dashboard_Borough.csv", decimal=",")
    survey = survey[survey["Date"] == "31/3/2015"].replace({"City of Westminster": "Westminster"})

    def attitude(question):
        by_borough = survey[survey["Measure"] == question].set_index("Borough")["Proportion"]
        assert len(by_borough) == 32
        flags = top_tenth(by_borough, low=True)
        return pd.Series([flags.get(name) for name in areas.parent_names], index=codes, dtype=float)

    poverty = "Children in Poverty; % of children aged under 16 in poverty; 2012 | 2012"
    absence = "Pupil Absence; Unauthorised Absence in All Schools (%); 2012 | 2012"
    gcse = "GCSE; Average GCSE capped point scores; 2014 | 2014"
    life = "Life Expectancy; Life expectancy at birth (all persons); 2009-2013 | 2009-2013"
    alone = "Lone parent not in employment %"
    alcohol = "Binge Drinking; Number of ambulance call outs for alcohol related illness; 2014 | 2014"
    flags = {
        "violence": top_tenth(rate("Crime; Violence against the person; 2014/15 | 2014/15")),
        "robbery": top_tenth(rate("Crime; Robbery; 2014/15 | 2014/15")),
        "sexual_offences": top_tenth(rate("Crime; Sexual offences; 2014/15 | 2014/15")),
        "criminal_damage": top_tenth(rate("Crime; Criminal Damage; 2014/15 | 2014/15")),
        "weapon_injuries": top_tenth(three_years("Ambulance; All weapon injuries")),
        "deliberate_fires": top_tenth(three_years("Fires; Deliberate Fires")),
        "good_job": attitude('"Good Job" local'),
        "listen": attitude("Listen to concerns"),
        "fair": attitude("Treat everyone fairly"),
        "relied_on": attitude("Relied on to be there"),
        "child_poverty": top_tenth(column(poverty)),
        "absence": top_tenth(column(absence)),
        "gcse": top_tenth(column(gcse), low=True),
        "life_expectancy": top_tenth(column(life), low=True),
        "lone_parents": top_tenth(
            column(f"Employment; Lone Parent Not in Employment - 2011 Census; {alone} | {alone}")
        ),
        "alcohol_call_outs": top_tenth(rate(alcohol)),
    }
    check_against(flags, fields)
    city = fields.loc["E09000001"]
    assert (city["need_avail"], city["need_count"] > 0) == (12, True)


@needs_data
def test_london_2018_agrees_with_plain_pandas():
    fields, areas = scored(LONDON_2018)
    codes = list(areas.codes)
    crime = pd.read_csv(DATA / "tables_ward/MPS Ward Level Crime (most recent 24 months) 2020-09_2022-08.csv")
    months = sorted(name for name in crime.columns if name.isdigit())
    wards = crime["WardCode"].unique()

    def months_of(group, chosen):
        sums = crime[crime["MajorText"] == group].groupby("WardCode")[chosen].sum().sum(axis=1)
        return sums.reindex(wards, fill_value=0).reindex(codes)

    def latest(group):
        return months_of(group, months[-12:])

    def change(group):
        return latest(group) - months_of(group, months[:12])

    def percent(group):
        before = months_of(group, months[:12])
        return (change(group) / before * 100).where(before >= 20)

    violence, damage = "Violence Against the Person", "Arson and Criminal Damage"
    imd = pd.read_csv(DATA / "tables_ward/English IMD - Ward 2020.csv").set_index("WD20CD").reindex(codes)
    green = pd.read_csv(DATA / "tables_ward/green_cover_ward_summary.csv").set_index("ward_code")[
        "percent_green"
    ]
    green = green.reindex(codes).where([code != "E05009297" for code in codes])
    flags = {
        "violence": top_tenth(latest(violence)),
        "violence_change": top_tenth(percent(violence)),
        "robbery": top_tenth(latest("Robbery")),
        "robbery_change": top_tenth(change("Robbery")),
        "weapons": top_tenth(latest("Possession of Weapons")),
        "weapons_change": top_tenth(change("Possession of Weapons")),
        "sexual_offences": top_tenth(latest("Sexual Offences")),
        "damage": top_tenth(latest(damage)),
        "damage_change": top_tenth(percent(damage)),
        "income": top_tenth(imd["Income_Score"]),
        "employment": top_tenth(imd["Employment_Score"]),
        "education": top_tenth(imd["Education_Score"]),
        "health": top_tenth(imd["Health_Score"]),
        "green_cover": top_tenth(green, low=True),
    }
    check_against(flags, fields)
    city = fields.loc["E05009297"]
    assert (city["need_avail"], city["need_count"]) == (0, 0)
    assert pd.isna(city["need_score"])


@BOTH
def test_a_template_is_all_top_tenth_ties_out_weight_one(name):
    for measure in template(name).enabled_measures:
        assert (measure.threshold, measure.weight) == (TOP_TENTH, 1)
        assert measure.reference is Reference.AREAS


def test_london_2011_has_the_measures_of_the_issue_in_three_themes():
    scenario = template(LONDON_2011)
    themes = [measure.theme for measure in scenario.enabled_measures]
    assert [themes.count(theme) for theme in ("Crime", "Public perceptions", "Public health")] == [6, 4, 6]
    low = {measure.id for measure in scenario.measures if measure.direction is Direction.LOW}
    assert low == {"good_job", "listen", "fair", "relied_on", "gcse", "life_expectancy"}
    for measure in scenario.measures:
        parents = scenario.table(measure.table).key_level is KeyLevel.PARENT
        assert parents == (measure.theme == "Public perceptions")
    assert "historic example" in scenario.title


@BOTH
def test_a_template_says_what_to_download_and_what_is_missing(name):
    scenario = template(name)
    assert all("download" in table.citation and table.as_of for table in scenario.tables)
    missing = ("mental health", "domestic abuse", "exclusions", "fear of crime", "knife-flagged")
    assert all(what in scenario.question for what in missing)
    guide = (resource().parent / "docs" / "templates.md").read_text(encoding="utf-8")
    for source in (scenario.areas.source, *(table.source for table in scenario.tables)):
        assert f"`{source}`" in guide


@BOTH
def test_a_template_brings_no_data_and_is_written_as_the_plugin_writes_it(name):
    text = resource("templates", f"{name}.json").read_text(encoding="utf-8")
    assert text == dumps(template(name))
    assert {path.suffix for path in resource("templates").iterdir()} == {".json"}


def test_counts_without_a_denominator_say_so():
    for measure in template(LONDON_2018).measures:
        if measure.theme == "Crime" and measure.unit == "offences":
            assert "not a rate" in measure.note


@needs_data
def test_the_layer_that_the_2018_template_names_has_its_fields():
    areas = template(LONDON_2018).areas
    dataset = ogr.Open(f"/vsizip/{DATA}/boundaries/London-wards-2018_mapinfo.zip/{areas.source}")
    layer = dataset.GetLayer()
    named = {areas.code_field, areas.name_field, areas.parent_code_field, areas.parent_name_field}
    assert named <= {field.GetName() for field in layer.schema}
    assert layer.GetFeatureCount() == 633
