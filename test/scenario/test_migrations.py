# SPDX-License-Identifier: GPL-2.0-or-later
"""Schema numbers, and documents brought up to the current one."""

from __future__ import annotations

import pytest

from support.scenarios import as_json, scenario_document, with_value, without
from vru_need_plugin.scenario.codec import loads
from vru_need_plugin.scenario.document import SCHEMA
from vru_need_plugin.scenario.errors import Place, ScenarioError
from vru_need_plugin.scenario.migrations import STEPS, migrate


def test_each_older_schema_has_a_step():
    assert sorted(STEPS) == list(range(1, SCHEMA))


def test_a_newer_schema_is_a_clear_error():
    with pytest.raises(ScenarioError, match=r"written in schema 2.*Update the plugin") as caught:
        loads(as_json(with_value("schema", 2)), source="x.json")
    assert caught.value.key == "schema"


@pytest.mark.parametrize("number", ["1", True, False, None, 0, -1, 1.5, [1], 1e400, -1e400])
def test_a_schema_that_is_no_whole_number(number):
    text = as_json(with_value("schema", number)).replace("Infinity", "1e999")
    with pytest.raises(ScenarioError, match="schema: ") as caught:
        loads(text)
    assert caught.value.key == "schema"


def test_no_schema():
    with pytest.raises(ScenarioError, match="schema: This key is missing"):
        loads(as_json(without("schema")))


def test_a_newer_schema_is_said_before_its_unknown_keys():
    document = with_value("schema", 3)
    document["map"] = {}
    with pytest.raises(ScenarioError, match="schema 3"):
        loads(as_json(document))


def test_steps_are_taken_one_after_another_on_copies():
    steps = {
        1: lambda document: {"name": document["title"]},
        2: lambda document: {"names": [document.pop("name")]},
    }
    old = {"schema": 1, "title": "T"}
    assert migrate(old, Place(), steps=steps, current=3) == {"schema": 3, "names": ["T"]}
    assert migrate({"schema": 2, "name": "T"}, Place(), steps=steps, current=3) == {
        "schema": 3,
        "names": ["T"],
    }
    assert old == {"schema": 1, "title": "T"}


def test_the_current_schema_is_left_as_it_is():
    document = scenario_document()
    assert migrate(document, Place()) == document
