# SPDX-License-Identifier: GPL-2.0-or-later
"""Places are the same whether values are counted, sorted or compared one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.core import places
from vru_need_plugin.core.places import by_counting, by_sorting, places_of

rows = st.lists(st.tuples(st.integers(-30, 30), st.booleans()), min_size=1, max_size=30)


def alike(one, other):
    return all(ours.tobytes() == theirs.tobytes() for ours, theirs in zip(one, other))


@given(rows, st.integers(0, 3))
def test_counting_and_sorting_agree_with_a_plain_loop(rows, decimals):
    whole = np.array([number for number, _ in rows], dtype=np.intp)
    values = whole / 10**decimals
    member = np.array([belongs for _, belongs in rows])
    members = sorted(value for value, belongs in zip(values.tolist(), member.tolist()) if belongs)
    found = by_sorting(values, member)
    assert found.lower.tolist() == [sum(other < value for other in members) for value in values.tolist()]
    assert found.upto.tolist() == [sum(other <= value for other in members) for value in values.tolist()]
    assert found.ascending.tolist() == members
    assert alike(by_counting(values, member, whole - whole.min()), found)


@pytest.mark.parametrize(
    ("what", "counted"),
    [
        ("one decimal", True),
        ("whole numbers", True),
        ("two decimals after a hundred of one", True),
        ("one value", True),
        ("many decimals", False),
        ("far apart", False),
        ("many decimals after a hundred of one", False),
    ],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_many_rows_are_counted_where_their_values_are_few(what, counted, sign, monkeypatch):
    random = np.random.default_rng(1)
    values = np.round(random.gamma(2, 10, 5_000), 1)
    values[:5] = 0
    values = {
        "one decimal": values,
        "whole numbers": np.round(values),
        "two decimals after a hundred of one": np.append(values[:100], np.round(values[100:] / 7, 2)),
        "one value": np.full(5_000, 0.3),
        "many decimals": values / 7,
        "far apart": np.append(values, 1e9),
        "many decimals after a hundred of one": np.append(values[:100], values[100:] / 7),
    }[what]
    values, member = sign * values, random.random(len(values)) < 0.9
    sorted_first = by_sorting(values, member)
    if counted:
        monkeypatch.setattr(places, "by_sorting", None)
    else:
        monkeypatch.setattr(places, "by_counting", None)
    assert alike(places_of(values, member), sorted_first)


def test_no_rows_have_no_places():
    found = places_of(np.empty(0), np.empty(0, dtype=bool))
    assert [len(array) for array in found] == [0, 0, 0]
