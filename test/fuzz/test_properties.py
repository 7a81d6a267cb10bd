# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever comes in, a right answer or an error in words comes out: the fuzzing targets by property.

``VRU_NEED_EXAMPLES`` says how many inputs each property tries (60). Inputs that once broke a target
lie in findings/ and are tried each time.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.mutated import ODD
from fuzz.seeds import seeds
from fuzz.targets import TARGETS, key_matching, scenario_codec, table_reading

EXAMPLES = settings(
    max_examples=int(os.environ.get("VRU_NEED_EXAMPLES", "60")), suppress_health_check=list(HealthCheck)
)
FINDINGS = Path(__file__).with_name("findings")

CELLS = st.one_of(
    st.sampled_from([
        "", " ", "n/a", "1", "1.5", "1,5", "1,234", "-0", "1e999", "0x1F", "١٢٣", "1_000", "nan",
        "12 %", "£3", "..",
        "E05000001", "e05000002 ", "Abbey", "Village", "01001", "1001", "202101",
        "2020/21", "31/12/2014", "Total",
        '"', '""', "a\nb", "é", "😀", "\u202e", "=1+1", "\x1f", "\0",
    ]),
    st.text(max_size=6),
)  # fmt: skip
KEYS = st.one_of(CELLS, st.from_regex(r"\A[EW]0[5-9]00000[0-9]\Z"), st.from_regex(r"\A0{0,3}[1-9]{1,3}\Z"))


def _as_csv(rows, delimiter, quote, ending):
    def cell(text):
        marked = quote or any(sign in text for sign in f'"\r\n{delimiter}')
        return '"' + text.replace('"', '""') + '"' if marked else text

    return "".join(delimiter.join(map(cell, row)) + ending for row in rows)


@EXAMPLES
@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=8),
    st.sampled_from(",;\t|"),
    st.booleans(),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.integers(0, 63),
)
def test_tables_of_odd_cells(rows, delimiter, quote, ending, encoding, choice):
    text = _as_csv([["Code", "Fires"], *rows], delimiter, quote, ending)
    content = text.encode(encoding, "replace")
    table_reading(bytes([choice]) + content)


@EXAMPLES
@given(st.binary(max_size=300))
def test_tables_of_any_bytes(data):
    table_reading(data)


@EXAMPLES
@given(st.sampled_from("cn"), st.lists(KEYS, max_size=12), st.lists(KEYS, min_size=1, max_size=12))
def test_keys_of_any_spelling(match, keys, others):
    key_matching((match + "\n".join([*keys, *others])).encode("utf-8", "replace"))


@EXAMPLES
@given(st.binary(min_size=3, max_size=24))
def test_scenarios_spoilt_in_a_few_places(data):
    scenario_codec(b"\1" + data)


@EXAMPLES
@given(
    st.recursive(
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.sampled_from(ODD)
        ),
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)
        ),
        max_leaves=12,
    )
)  # fmt: skip
def test_scenarios_of_any_json(value):
    scenario_codec(json.dumps(value).encode("utf-8", "replace"))


@EXAMPLES
@given(st.text(max_size=60))
def test_scenarios_of_any_text(text):
    scenario_codec(text.encode("utf-8", "replace"))


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_begins_with_holds(name):
    taken = [TARGETS[name](seed) for seed in seeds()[name]]
    assert any(taken)


def _findings():
    return [
        pytest.param(path.parent.name, path, id=f"{path.parent.name}-{path.name}")
        for path in sorted(FINDINGS.glob("*/*"))
    ]


@pytest.mark.parametrize(("name", "path"), _findings())
def test_what_once_broke_it_holds(name, path):
    TARGETS[name](path.read_bytes())
