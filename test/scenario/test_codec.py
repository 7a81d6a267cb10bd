# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading and writing scenarios as text."""

from __future__ import annotations

import json

import pytest

from support.scenarios import as_json, scenario_document, with_value, without
from vru_need_plugin.core.threshold import Direction, MissingRule, Reference, Ties
from vru_need_plugin.scenario.codec import dumps, loads
from vru_need_plugin.scenario.document import Aggregate, KeyLevel, KeyMatch, Nature, Rolling, ValueKind
from vru_need_plugin.scenario.errors import ScenarioError


def refused(document, key):
    """The message with which a document is refused, at the key that must be at fault."""
    with pytest.raises(ScenarioError) as caught:
        loads(document if isinstance(document, str) else as_json(document), source="x.json")
    assert caught.value.key == key
    assert str(caught.value).startswith(f"x.json: {key}" if key else "x.json: ")
    return str(caught.value)


def test_every_default_of_the_contract():
    minimal = {
        "schema": 1,
        "title": "T",
        "areas": {"source": "a.gpkg", "code_field": "code"},
        "tables": [{"id": "t", "source": "t.csv", "key_column": "code", "key_level": "area"}],
        "measures": [
            {
                "id": "m",
                "title": "M",
                "theme": "Crime",
                "table": "t",
                "value": {"kind": "percent_change", "from": ["a"], "to": ["b"]},
                "threshold": {"kind": "top_share", "value": 10},
            }
        ],
    }
    scenario = loads(as_json(minimal))
    areas, table, measure, options = (
        scenario.areas,
        scenario.tables[0],
        scenario.measures[0],
        scenario.options,
    )
    assert (areas.name_field, areas.parent_code_field, areas.parent_name_field) == (None, None, None)
    assert (table.key_match, table.aggregate) == (KeyMatch.CODE, Aggregate.SUM)
    assert (table.key_aliases, table.include_keys, table.exclude_keys, table.missing) == ({}, (), (), ())
    assert (table.header_rows, table.skip_rows, table.empty_means_zero) == (1, 0, False)
    assert (table.encoding, table.delimiter, table.decimal) == (None, None, None)
    assert (table.spread, table.values, table.citation, table.as_of) == ((), (), None, None)
    assert (measure.direction, measure.weight, measure.reference) == (Direction.HIGH, 1, Reference.AREAS)
    assert (measure.enabled, measure.locked, measure.exclude_areas, measure.tags) == (True, False, (), ())
    assert (measure.unit, measure.nature, measure.period, measure.source, measure.note) == (None,) * 5
    assert measure.value.minimum_base == 20
    assert measure.threshold.ties is Ties.OUT
    assert (options.missing, options.min_coverage) == (MissingRule.AVAILABLE, 0.75)
    assert (options.near_miss_band, options.field_prefix, options.focus) == (0.05, "need_", ())
    assert (options.write_flags, options.write_themes) == (True, True)
    assert (scenario.question, scenario.author, scenario.date, scenario.profiles) == (None, None, None, ())
    assert json.loads(dumps(scenario)) == minimal


def test_every_key_of_the_contract_is_read():
    document = scenario_document()
    document.update(question="Where?", author="A", date="2026-01-31", options={})
    document["profiles"] = [{"id": "p", "title": "P", "weights": {"robbery": 2.5, "trust": 0}}]
    document["tables"][0].update(
        key_aliases={"1": "2"},
        include_keys=["a"],
        exclude_keys=["b"],
        skip_rows=3,
        encoding="cp1252",
        delimiter="\t",
        decimal=",",
        missing=["-999", -1, 2.5],
        citation="c",
        as_of="2020",
    )
    document["tables"][1].update(aggregate="mean", empty_means_zero=True)
    document["measures"][0].update(
        direction="low",
        weight=0.125,
        reference="within_parent",
        enabled=False,
        exclude_areas=["E1"],
        unit="u",
        nature="rate",
        period="2020",
        source="MPS",
        note="n",
        tags=["x", "y"],
        locked=True,
    )
    document["options"] = {
        "missing": "rescale",
        "min_coverage": 0,
        "near_miss_band": 0.0125,
        "field_prefix": "vru_",
        "write_flags": False,
        "write_themes": False,
        "focus": ["E09000004"],
    }
    scenario = loads(as_json(document))
    table, measure = scenario.tables[0], scenario.measures[0]
    assert table.missing == ("-999", "-1", "2.5")
    assert (table.delimiter, table.decimal, table.encoding) == ("\t", ",", "cp1252")
    assert scenario.tables[1].values == "periods"
    assert scenario.tables[2].key_level is KeyLevel.PARENT
    assert (measure.nature, measure.weight, measure.exclude_areas) == (Nature.RATE, 0.125, ("E1",))
    assert scenario.profiles[0].weights == {"robbery": 2.5, "trust": 0}
    assert scenario.options.near_miss_band == 0.0125
    assert loads(dumps(scenario)) == scenario


def test_from_and_to_are_columns():
    document = with_value(
        "measures[0].value",
        {"kind": "change", "from": [{"starts": "R | ", "latest": 12, "skip": 12}], "to": ["x"]},
    )
    value = loads(as_json(document)).measures[0].value
    assert value.kind is ValueKind.CHANGE
    assert value.from_columns == (Rolling("R | ", 12, 12),)
    assert value.to_columns == ("x",)


def test_keys_are_written_in_one_order_and_defaults_left_out():
    document = scenario_document()
    document["measures"][0].update(weight=1.0, enabled=True, direction="high")
    document["measures"][0]["threshold"]["ties"] = "out"
    shuffled = dict(reversed(list(document.items())))
    text = dumps(loads(as_json(shuffled)))
    assert text == dumps(loads(as_json(scenario_document())))
    assert list(json.loads(text)) == ["schema", "title", "areas", "tables", "measures", "options"]
    assert list(json.loads(text)["measures"][0]) == ["id", "title", "theme", "table", "value", "threshold"]
    assert text.endswith("}\n")
    assert '\n  "title"' in text


def test_ties_given_as_the_default_are_the_same_document_as_ties_left_out():
    given = with_value("measures[0].threshold.ties", "out")
    assert loads(as_json(given)) == loads(as_json(scenario_document()))


def test_letters_of_any_language_stay_letters():
    text = dumps(loads(as_json(with_value("title", "Žižkov “2026” ☃"))))
    assert "Žižkov “2026” ☃" in text


def test_whole_numbers_are_written_without_a_decimal_point():
    text = dumps(loads(as_json(with_value("measures[0].weight", 3.0))))
    assert '"weight": 3\n' in text
    count = with_value("measures[0].threshold", {"kind": "top_count", "value": 5.0})
    assert '"value": 5\n' in dumps(loads(as_json(count)))


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("wieght", ""),
        ("Title", "title"),
        ("areas.code_feild", "code_field"),
        ("tables[0].key_colum", "key_column"),
        ("measures[0].wieght", "weight"),
        ("measures[0].threshold.tie", "ties"),
        ("measures[0].value.column", "columns"),
        ("measures[0].value.columns[0].last", "latest"),
        ("options.prefix", "field_prefix"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_the_near_one(path, near):
    message = refused(with_value(path, 1), path)
    assert f"Did you mean “{near}”?" in message if near else "Keys known here" in message


@pytest.mark.parametrize(
    "path",
    [
        "title",
        "areas",
        "areas.source",
        "areas.code_field",
        "tables",
        "tables[1].id",
        "tables[1].source",
        "tables[1].key_column",
        "tables[1].key_level",
        "measures",
        "measures[2].id",
        "measures[2].title",
        "measures[2].theme",
        "measures[2].table",
        "measures[2].value",
        "measures[2].value.kind",
        "measures[2].value.columns",
        "measures[2].value.denominator",
        "measures[2].threshold",
        "measures[2].threshold.kind",
        "measures[2].threshold.value",
        "measures[0].value.columns[0].latest",
    ],
)
def test_a_required_key_that_is_missing(path):
    assert "missing" in refused(without(path), path)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", 3),
        ("title", None),
        ("areas", "wards.gpkg"),
        ("areas.code_field", ["a"]),
        ("tables", {}),
        ("tables[0]", "t.csv"),
        ("tables[0].header_rows", "2"),
        ("tables[0].header_rows", True),
        ("tables[0].header_rows", 1.5),
        ("tables[0].header_rows", 0),
        ("tables[0].skip_rows", -1),
        ("tables[0].key_level", "ward"),
        ("tables[0].key_level", True),
        ("tables[0].key_match", "Name"),
        ("tables[0].key_aliases", []),
        ("tables[0].include_keys", "E09"),
        ("tables[0].decimal", ";"),
        ("tables[0].delimiter", ",,"),
        ("tables[0].delimiter", ""),
        ("tables[0].delimiter", '"'),
        ("tables[0].encoding", "utf-9"),
        ("tables[0].encoding", "hex"),
        ("tables[0].encoding", "a\0b"),
        ("tables[0].missing", "n/a"),
        ("tables[1].values", "period"),
        ("tables[1].empty_means_zero", "yes"),
        ("tables[1].empty_means_zero", 1),
        ("tables[1].aggregate", "median"),
        ("measures[0].id", " "),
        ("measures[0].id", "a;b"),
        ("measures[0].weight", "2"),
        ("measures[0].weight", True),
        ("measures[0].weight", None),
        ("measures[0].weight", -0.001),
        ("measures[0].weight", 1000.001),
        ("measures[0].weight", 0.0001),
        ("measures[0].weight", 1.0005),
        ("measures[0].direction", "up"),
        ("measures[0].reference", "selection"),
        ("measures[0].enabled", 0),
        ("measures[0].nature", "percent"),
        ("measures[0].tags", "a"),
        ("measures[0].value", []),
        ("measures[0].value.kind", "mean"),
        ("measures[0].value.columns", []),
        ("measures[0].value.columns", "Robbery"),
        ("measures[0].value.columns[0].latest", 0),
        ("measures[0].value.columns[0].skip", -1),
        ("measures[2].value.per", 0),
        ("measures[0].threshold.kind", "top"),
        ("measures[0].threshold.value", 0),
        ("measures[0].threshold.value", 100),
        ("measures[0].threshold.value", 10.001),
        ("measures[0].threshold.value", "10"),
        ("measures[0].threshold.value", False),
        ("measures[0].threshold.ties", "split"),
        ("measures[1].threshold.value", 0),
        ("measures[1].threshold.value", 2.5),
        ("options", []),
        ("options.missing", "ignore"),
        ("options.min_coverage", 1.01),
        ("options.min_coverage", -0.1),
        ("options.near_miss_band", 0.00001),
        ("options.near_miss_band", 1.1),
        ("options.field_prefix", "needle"),
        ("options.field_prefix", "nöd_"),
        ("options.field_prefix", "1st_"),
        ("options.field_prefix", "a-b"),
        ("options.field_prefix", "need\n"),
        ("options.field_prefix", ""),
        ("options.write_flags", None),
        ("options.focus", "E09000004"),
    ],
)
def test_a_value_of_the_wrong_type_or_out_of_bounds(path, value):
    refused(with_value(path, value), path)


@pytest.mark.parametrize(
    "path", ["measures[0].weight", "measures[0].threshold.value", "options.min_coverage"]
)
@pytest.mark.parametrize("literal", ["1e999", "-1e999", "9" * 400, "9" * 5000])
def test_a_number_too_large_to_be_one(path, literal):
    text = as_json(with_value(path, "HERE")).replace('"HERE"', literal)
    assert "finite" in refused(text, path)


@pytest.mark.parametrize("literal", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("path", ["measures[0].weight", "measures[0].threshold.value", "schema", "title"])
def test_literals_that_json_does_not_have(literal, path):
    refused(as_json(with_value(path, "HERE")).replace('"HERE"', literal), path)


@pytest.mark.parametrize(
    ("threshold", "key"),
    [
        ({"kind": "mean_multiple", "value": 0}, "value"),
        ({"kind": "mean_multiple", "value": 1.5, "ties": "in"}, "ties"),
        ({"kind": "std_dev", "value": 1, "ties": "out"}, "ties"),
    ],
)
def test_thresholds_that_compare_with_a_figure(threshold, key):
    refused(with_value("measures[0].threshold", threshold), f"measures[0].threshold.{key}")


@pytest.mark.parametrize(
    "threshold",
    [
        {"kind": "value", "value": -3.25, "ties": "out"},
        {"kind": "std_dev", "value": -1},
        {"kind": "mean_multiple", "value": 1e-9},
        {"kind": "top_share", "value": 0.01},
        {"kind": "top_share", "value": 99.99},
        {"kind": "top_count", "value": 7000, "ties": "in"},
    ],
)
def test_thresholds_within_their_bounds(threshold):
    document = with_value("measures[0].threshold", threshold)
    assert json.loads(dumps(loads(as_json(document))))["measures"][0]["threshold"] == threshold


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ({"kind": "column", "columns": ["a", "b"]}, "columns"),
        ({"kind": "column", "columns": [{"starts": "a", "latest": 2}]}, "columns[0].latest"),
        ({"kind": "column", "columns": ["a"], "per": 1000}, "per"),
        ({"kind": "sum", "columns": ["a"], "denominator": ["b"]}, "denominator"),
        ({"kind": "change", "from": ["a"], "to": ["b"], "minimum_base": 5}, "minimum_base"),
        ({"kind": "change", "from": ["a"], "to": ["b"], "columns": ["a"]}, "columns"),
        ({"kind": "percent_change", "from": ["a"]}, "to"),
        ({"kind": "percent_change", "from": ["a"], "to": ["b"], "minimum_base": -1}, "minimum_base"),
        ({"kind": "sum", "columns": [3]}, "columns[0]"),
    ],
)
def test_a_value_takes_the_keys_of_its_kind(value, key):
    refused(with_value("measures[0].value", value), f"measures[0].value.{key}")


def test_one_rolling_period_is_one_column():
    value = {"kind": "column", "columns": [{"starts": "", "latest": 1}]}
    assert loads(as_json(with_value("measures[0].value", value))).measures[0].value.columns == (
        Rolling("", 1),
    )


def test_an_error_names_the_measure_by_its_id():
    assert "measures[1].weight (trust): " in refused(
        with_value("measures[1].weight", -1), "measures[1].weight"
    )


@pytest.mark.parametrize("text", ["", "{", "[1,]", '{"schema": 1,}', "schema: 1", "\x00", "{} {}"])
def test_text_that_is_not_json_is_refused_with_line_and_column(text):
    assert "line 1, column" in refused(text, "")


@pytest.mark.parametrize("text", ["[]", "3", '"x"', "null", "true"])
def test_json_that_is_no_object(text):
    assert "object" in refused(text, "")


def test_a_key_given_twice():
    text = as_json(scenario_document()).replace('"id": "atlas"', '"id": "a", "id": "atlas"')
    assert "“id” is given twice" in refused(text, "")


def test_nesting_without_end():
    assert "nested" in refused("[" * 100_000, "")


def test_half_a_character():
    refused(as_json(with_value("title", "HERE")).replace("HERE", "\\ud83d"), "title")


def test_a_zero_character():
    told = refused(as_json(with_value("title", "HERE")).replace("HERE", "a\\u0000b"), "title")
    assert "zero character" in told


def test_a_byte_order_mark_is_no_error():
    assert loads("\ufeff" + as_json(scenario_document())) == loads(as_json(scenario_document()))
