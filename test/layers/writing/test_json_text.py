# SPDX-License-Identifier: GPL-2.0-or-later
"""Where members stand in the text of a JSON object is where Python's own reader finds them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.layers.writing.geojson_text import changed, json_value
from vru_need_plugin.layers.writing.json_text import OddTextError, parse_object

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=25,
)
_OBJECTS = st.dictionaries(st.text(max_size=6), _VALUES, max_size=6)
_WAYS = st.sampled_from([{}, {"indent": 2}, {"separators": (",", ":")}, {"separators": (" , ", " : ")}])


@given(_OBJECTS, _WAYS, st.booleans())
def test_each_member_is_found_with_its_value(wanted, way, plain):
    text = json.dumps(wanted, ensure_ascii=plain, **way)
    found = parse_object(text, 0)
    assert found.closing == len(text) - 1
    assert {one.name: json.loads(text[one.value_start : one.end]) for one in found.members} == wanted


@given(_OBJECTS, _WAYS, st.lists(st.sampled_from(["need_a", "need_b", "need_c"]), unique=True))
def test_changed_properties_have_the_new_values_and_all_the_others(own, way, without):
    before = {**own, "need_a": 1, "need_b": "x"}
    text = json.dumps({"properties": before}, **way)
    properties = parse_object(text, 0).members[0]
    new = {"need_a": 2.5, "need_d": None, "need_e": 'q"'}
    values = {name: json_value(value) for name, value in new.items()}
    gone = [name for name in without if name not in values]
    after = json.loads(changed(text, properties, values, gone))
    wanted = {**before, **new}
    assert after == {name: value for name, value in wanted.items() if name not in gone}
    assert list(after)[: len(own)] == list(own)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"a"}', '{"a":}', '{"a":1', '{"a":1,}', '{"a":[1,2}', '{"a" 1}', "{'a': 1}", '{"a":"b}'],
)
def test_what_is_no_object_is_odd(text):
    with pytest.raises(OddTextError):
        parse_object(text, 0)


@pytest.mark.parametrize("opening", ['{"a":', '{"a":[{"b":'])
def test_what_is_nested_without_end_is_odd_and_no_crash(opening):
    with pytest.raises(OddTextError, match="nested deeper"):
        parse_object(opening * 5_000, 0)


def test_an_array_of_arrays_ends_where_it_ends():
    text = '{"a": [[1], [2], "x"], "b": [[[1.0, 2]], []], "c": 3}'
    found = parse_object(text, 0).members
    assert [text[one.value_start : one.end] for one in found] == ['[[1], [2], "x"]', "[[[1.0, 2]], []]", "3"]
