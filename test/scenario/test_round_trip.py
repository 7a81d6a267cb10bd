# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever document there can be is written and read back as it was."""

from __future__ import annotations

import contextlib
import json

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from support.scenarios import as_json, with_value
from vru_need_plugin.core.threshold import Direction, MissingRule, Reference, Threshold, ThresholdKind, Ties
from vru_need_plugin.scenario.codec import dumps, loads
from vru_need_plugin.scenario.document import (
    PERIODS,
    Aggregate,
    Areas,
    KeyLevel,
    KeyMatch,
    Measure,
    Nature,
    Options,
    Profile,
    Rolling,
    Scenario,
    Table,
    Value,
    ValueKind,
)
from vru_need_plugin.scenario.errors import ScenarioError
from vru_need_plugin.scenario.json_schema import json_schema

VALIDATOR = jsonschema.Draft7Validator(json_schema())

texts = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)
given_texts = texts.filter(str.strip)
maybe = st.none() | texts
many = st.lists(texts, max_size=3).map(tuple)
finite = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**6), 10**6)
positive = st.floats(1e-300, 1e300)
weights = st.integers(0, 1_000_000).map(lambda thousandths: thousandths / 1000)
columns = st.lists(
    texts | st.builds(Rolling, texts, st.integers(1, 60), st.integers(0, 60)), min_size=1, max_size=3
).map(tuple)

areas = st.builds(Areas, texts, texts, texts, texts, texts)
long_tables = st.fixed_dictionaries(
    {
        "spread": st.lists(texts, min_size=1, max_size=3).map(tuple),
        "values": st.just(PERIODS) | st.lists(texts, min_size=1, max_size=3).map(tuple),
        "aggregate": st.sampled_from(Aggregate),
        "empty_means_zero": st.booleans(),
    }
)


@st.composite
def tables(draw, identity):
    return Table(
        id=identity,
        source=draw(given_texts),
        key_column=draw(texts),
        key_level=KeyLevel.AREA,
        key_match=draw(st.sampled_from(KeyMatch)),
        key_aliases=draw(st.dictionaries(texts, texts, max_size=3)),
        include_keys=draw(many),
        exclude_keys=draw(many),
        header_rows=draw(st.integers(1, 9)),
        skip_rows=draw(st.integers(0, 99)),
        encoding=draw(st.none() | st.sampled_from(["utf-8", "cp1252", "latin-1"])),
        delimiter=draw(st.none() | st.sampled_from(list(",;\t| "))),
        decimal=draw(st.none() | st.sampled_from(list(".,"))),
        missing=draw(many),
        citation=draw(maybe),
        as_of=draw(maybe),
        **(draw(long_tables) if draw(st.booleans()) else {}),
    )


@st.composite
def thresholds(draw):
    kind = draw(st.sampled_from(ThresholdKind))
    value = {
        ThresholdKind.TOP_SHARE: st.integers(1, 9999).map(lambda hundredths: hundredths / 100),
        ThresholdKind.TOP_COUNT: st.integers(1, 10**9),
        ThresholdKind.MEAN_MULTIPLE: positive,
    }.get(kind, finite)
    ties = st.none() | st.sampled_from(Ties) if kind.takes_ties else st.none()
    return Threshold(kind, draw(value), draw(ties))


@st.composite
def values(draw, table_ids):
    kind = draw(st.sampled_from(ValueKind))
    if kind is ValueKind.COLUMN:
        return Value(kind, columns=(draw(texts | st.builds(Rolling, texts, st.just(1), st.integers(0, 9))),))
    if kind is ValueKind.SUM:
        return Value(kind, columns=draw(columns))
    if kind is ValueKind.RATIO:
        table = draw(st.none() | st.sampled_from(table_ids))
        return Value(kind, draw(columns), draw(columns), table, draw(positive))
    base = draw(st.floats(0, 1e6)) if kind is ValueKind.PERCENT_CHANGE else 20
    return Value(kind, from_columns=draw(columns), to_columns=draw(columns), minimum_base=base)


@st.composite
def measures(draw, identity, table_ids):
    return Measure(
        id=identity,
        title=draw(texts),
        theme=draw(texts),
        table=draw(st.sampled_from(table_ids)),
        value=draw(values(table_ids)),
        threshold=draw(thresholds()),
        direction=draw(st.sampled_from(Direction)),
        weight=draw(weights),
        reference=draw(st.sampled_from(Reference)),
        enabled=draw(st.booleans()),
        exclude_areas=draw(many),
        unit=draw(maybe),
        nature=draw(st.none() | st.sampled_from(Nature)),
        period=draw(maybe),
        source=draw(maybe),
        note=draw(maybe),
        tags=draw(many),
        locked=draw(st.booleans()),
    )


options = st.builds(
    Options,
    st.sampled_from(MissingRule),
    st.floats(0, 1),
    st.integers(0, 10_000).map(lambda parts: parts / 10_000),
    st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,4}", fullmatch=True),
    st.booleans(),
    st.booleans(),
    many,
)


@st.composite
def scenarios(draw):
    table_ids = draw(st.lists(given_texts, min_size=1, max_size=3, unique=True))
    ids = draw(st.lists(given_texts.filter(lambda text: ";" not in text), max_size=3, unique=True))
    profile_ids = draw(st.lists(given_texts, max_size=2, unique=True))
    profile_weights = st.dictionaries(st.sampled_from(ids), weights) if ids else st.just({})
    return Scenario(
        title=draw(texts),
        areas=draw(areas),
        tables=tuple(draw(tables(identity)) for identity in table_ids),
        measures=tuple(draw(measures(identity, table_ids)) for identity in ids),
        options=draw(options),
        question=draw(maybe),
        author=draw(maybe),
        date=draw(maybe),
        profiles=tuple(Profile(identity, draw(texts), draw(profile_weights)) for identity in profile_ids),
    )


@given(scenarios())
def test_a_document_survives_being_written_and_read(scenario):
    text = dumps(scenario)
    assert loads(text) == scenario
    assert dumps(loads(text)) == text
    VALIDATOR.validate(json.loads(text))


@given(st.recursive(st.none() | st.booleans() | finite | texts, lambda inner: st.lists(inner, max_size=3)))
def test_no_value_of_a_key_makes_the_reader_fall_over(value):
    for path in ("areas", "tables[0]", "measures[0].value.columns", "measures[0].threshold", "options.focus"):
        with contextlib.suppress(ScenarioError):
            loads(as_json(with_value(path, value)))
