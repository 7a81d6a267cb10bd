# SPDX-License-Identifier: GPL-2.0-or-later
"""Need fields in QGIS's and the providers' own terms."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsField
from qgis.PyQt.QtCore import QVariant

from vru_need_plugin.core.output import FieldKind, OutputField
from vru_need_plugin.layers.fields import can_hold, native, qgs_field
from vru_need_plugin.layers.writing.cells import cut_at_whole_id, ready

SCORE = OutputField("need_score", FieldKind.REAL, "Need score", "Sum of weights", [])


@pytest.mark.parametrize(
    ("provider", "kind", "type_name"),
    [
        ("postgres", FieldKind.REAL, "float8"),
        ("postgres", FieldKind.INTEGER, "int4"),
        ("ogr", FieldKind.TEXT, "String"),
        ("memory", FieldKind.REAL, "double"),
        ("something new", FieldKind.REAL, "Real"),
    ],
)
def test_each_provider_is_told_its_own_type_name(provider, kind, type_name):
    made = qgs_field(OutputField("x", kind, "", "", []), provider)
    assert made.typeName() == type_name


def test_a_field_has_its_human_name_and_says_what_it_holds(qgis_app):
    made = qgs_field(SCORE)
    assert (made.alias(), made.comment()) == ("Need score", "Sum of weights")


@pytest.mark.parametrize("value", [np.float64(1.5), np.float32(1.5), 1.5])
def test_numbers_become_pythons_own(value):
    assert type(native(FieldKind.REAL, value)) is float


def test_nan_is_null():
    assert native(FieldKind.REAL, np.nan) is None


@pytest.mark.parametrize(
    ("field", "kind", "holds"),
    [
        (QgsField("a", QVariant.Double), FieldKind.REAL, True),
        (QgsField("a", QVariant.Double, "Real", 10, 2), FieldKind.REAL, False),
        (QgsField("a", QVariant.Int), FieldKind.REAL, False),
        (QgsField("a", QVariant.Double), FieldKind.INTEGER, True),
        (QgsField("a", QVariant.LongLong), FieldKind.INTEGER, True),
        (QgsField("a", QVariant.String), FieldKind.INTEGER, False),
        (QgsField("a", QVariant.Int), FieldKind.TEXT, False),
        (QgsField("a", QVariant.String), FieldKind.TEXT, True),
    ],
)
def test_what_an_existing_field_can_hold(field, kind, holds):
    assert can_hold(field, kind) is holds


@pytest.mark.parametrize(
    ("text", "cap", "cut"),
    [
        ("robbery;theft", 13, "robbery;theft"),
        ("robbery;theft", 12, "robbery"),
        ("robbery;theft", 8, "robbery"),
        ("robbery;theft", 7, "robbery"),
        ("robbery;theft", 6, ""),
        ("é;é;é", 5, "é;é"),
        ("", 5, ""),
    ],
)
def test_ids_are_cut_after_a_whole_one(text, cap, cut):
    assert cut_at_whole_id(text, cap) == cut


def test_fields_without_a_cap_are_left_alone():
    flags = OutputField("need_flags", FieldKind.TEXT, "", "", ["a;b", None])
    fields, notes = ready([SCORE, flags], {})
    assert fields == (SCORE, flags)
    assert notes == ()
