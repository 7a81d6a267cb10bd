# SPDX-License-Identifier: GPL-2.0-or-later
"""References from one part of a scenario to another."""

from __future__ import annotations

import pytest

from support.scenarios import as_json, scenario_document, with_value, without
from vru_need_plugin.scenario.codec import loads
from vru_need_plugin.scenario.errors import ScenarioError


def refused(document, key):
    with pytest.raises(ScenarioError) as caught:
        loads(as_json(document))
    assert caught.value.key == key
    return str(caught.value)


def test_a_measure_that_names_no_table():
    message = refused(with_value("measures[0].table", "crim"), "measures[0].table")
    assert "The tables are: crime, atlas, pas." in message


def test_a_document_without_tables():
    document = scenario_document()
    document.update(tables=[], measures=[])
    assert loads(as_json(document)).tables == ()
    document["measures"] = scenario_document()["measures"]
    refused(document, "measures[0].table")


def test_a_denominator_in_a_table_that_is_not_there():
    refused(
        with_value("measures[2].value.denominator_table", "census"), "measures[2].value.denominator_table"
    )


def test_a_denominator_of_another_level():
    message = refused(
        with_value("measures[2].value.denominator_table", "pas"), "measures[2].value.denominator_table"
    )
    assert "“pas” is keyed on the parent, “crime” on the area" in message


@pytest.mark.parametrize("part", ["tables", "measures"])
def test_ids_that_are_given_twice(part):
    document = scenario_document()
    document[part].append(document[part][0])
    assert "item 0" in refused(document, f"{part}[3].id")


def test_profiles_with_one_id():
    profile = {"id": "p", "title": "P", "weights": {}}
    refused(with_value("profiles", [profile, profile]), "profiles[1].id")


def test_profile_weights_for_a_measure_that_is_not_there():
    document = with_value("profiles", [{"id": "p", "title": "P", "weights": {"robery": 2}}])
    assert "The measures are: robbery, " in refused(document, "profiles[0].weights.robery")


@pytest.mark.parametrize("weight", [-1, 1000.5, 1.0001, "2", True])
def test_profile_weights_have_the_bounds_of_weights(weight):
    document = with_value("profiles", [{"id": "p", "title": "P", "weights": {"robbery": weight}}])
    refused(document, "profiles[0].weights.robbery")


def test_within_parent_needs_areas_with_a_parent():
    document = with_value("measures[0].reference", "within_parent")
    loads(as_json(document))
    document["areas"] = {"source": "w.gpkg", "code_field": "c"}
    document["tables"], document["options"] = document["tables"][:2], {}
    del document["measures"][1]
    refused(document, "measures[0].reference")


def test_within_parent_on_a_table_of_parents():
    refused(with_value("measures[1].reference", "within_parent"), "measures[1].reference")


@pytest.mark.parametrize(
    ("level", "match", "field", "key"),
    [
        ("area", "name", "name_field", "key_match"),
        ("parent", "code", "parent_code_field", "key_level"),
        ("parent", "name", "parent_name_field", "key_match"),
    ],
)
def test_keys_need_the_field_that_they_are_compared_with(level, match, field, key):
    document = without(f"areas.{field}")
    document["options"] = {}
    document["measures"] = []
    document["tables"] = [
        {"id": "t", "source": "t.csv", "key_column": "k", "key_level": level, "key_match": match}
    ]
    assert f"“{field}”" in refused(document, f"tables[0].{key}")


def test_focus_needs_parent_codes():
    document = without("areas.parent_code_field")
    refused(document, "options.focus")


def test_a_long_table_needs_both_spread_and_values():
    refused(without("tables[1].values"), "tables[1].values")
    refused(with_value("tables[1].values", []), "tables[1].values")
    refused(without("tables[1].spread"), "tables[1].spread")
