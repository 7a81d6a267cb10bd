# SPDX-License-Identifier: GPL-2.0-or-later
"""A newer file against the older one, and edits of how a table is read."""

from __future__ import annotations

from support.tables import areas, raw
from vru_need_plugin.core.threshold import Threshold, ThresholdKind
from vru_need_plugin.scenario.document import (
    Areas,
    KeyLevel,
    KeyMatch,
    Measure,
    Rolling,
    Scenario,
    Table,
    Value,
    ValueKind,
)
from vru_need_plugin.session import table_edits
from vru_need_plugin.session.table_changes import table_changes
from vru_need_plugin.tables.tidy import tidy

UNITS = areas("A1", "A2", "A3")
SPEC = Table("t", "t.csv", "code", KeyLevel.AREA)
TOP = Threshold(ThresholdKind.TOP_SHARE, 10)


def made(*rows):
    return tidy(raw(*rows), SPEC, UNITS)


def measure(value, table="t"):
    return Measure("m", "Fires", "Crime", table, value, TOP)


def told(before, after, *values):
    return [str(line) for line in table_changes(before, after, [measure(value) for value in values]).lines()]


def test_used_columns_come_first_among_those_revised():
    before = made(["code", "a", "b"], ["A1", "1", "1"], ["A2", "2", "2"])
    after = made(["code", "a", "b"], ["A1", "9", "1"], ["A2", "2", "n/a"])
    changes = table_changes(before, after, [measure(Value(ValueKind.COLUMN, ("b",)))])
    assert [(item.column, item.count, item.key) for item in changes.revised] == [
        ("b", 1, "A2"),
        ("a", 1, "A1"),
    ]
    assert [str(line) for line in changes.lines()][1] == "b: 1, as A2 from 2 to no value"


def test_rolling_measures_say_how_far_they_move():
    before = made(["code", "F | 2020", "F | 2021"], ["A1", "1", "2"])
    after = made(["code", "F | 2021", "F | 2022"], ["A1", "2", "3"])
    value = Value(ValueKind.COLUMN, (Rolling("F | ", 1),))
    assert "F: the newest period moves from 2021 to 2022" in told(before, after, value)


def test_a_measure_is_stranded_where_its_column_is_gone_or_is_text_now():
    before = made(["code", "a"], ["A1", "1"])
    value = Value(ValueKind.COLUMN, ("a",))
    gone = told(before, made(["code", "b"], ["A1", "1"]), value)
    text = told(before, made(["code", "a"], ["A1", "many"]), value)
    assert gone[0] == text[0] == "Measure “Fires” would have no figures: no “a”"


def scenario(table, value):
    return Scenario("s", Areas("l", "code"), (table,), (measure(value),))


def test_a_header_elsewhere_takes_key_and_measures_along():
    cells = raw(["", "Fires"], ["code", "2020"], ["A1", "1"])
    table = Table("t", "t.csv", "code", KeyLevel.AREA, header_rows=2)
    before = scenario(table, Value(ValueKind.COLUMN, ("Fires | 2020",)))
    after = table_edits.with_header(before, "t", cells, 1, 1)
    assert after.measures[0].value.columns == ("2020",)
    assert after.tables[0].key_column == "code"
    back = table_edits.with_header(after, "t", cells, 0, 2)
    assert back == before


def test_another_key_drops_pairs_and_the_same_one_keeps_them():
    table = Table("t", "t.csv", "code", KeyLevel.AREA, key_aliases={"X": "A1"})
    before = scenario(table, Value(ValueKind.COLUMN, ("a",)))
    same = table_edits.with_key(before, "t", "code", KeyLevel.AREA, KeyMatch.CODE)
    other = table_edits.with_key(before, "t", "name", KeyLevel.AREA, KeyMatch.NAME)
    assert same == before
    assert other.tables[0].key_aliases == {}
