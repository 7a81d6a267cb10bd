# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas and parents are called what their layer calls them."""

from __future__ import annotations

import pytest

from vru_need_plugin.core.messages import Message
from vru_need_plugin.scenario.document import Areas
from vru_need_plugin.scenario.place_words import area_word, parent_word, plural


@pytest.mark.parametrize(
    ("source", "code_field", "word"),
    [
        ("London_Ward_CityMerged.shp", "GSS_CODE", "ward"),
        ("all.gpkg|layername=wards", "code", "ward"),
        ("project:My wards", "code", "ward"),
        ("boundaries.shp", "WD22CD", "ward"),
        ("LSOA_2011.gpkg", "code", "LSOA"),
        ("cb_2018_us_county.shp", "GEOID", "county"),
        ("C:\\wards\\areas.csv", "code", "area"),
        ("LondonWards2018.gpkg", "code", "ward"),
        ("forward_plan_districts.gpkg", "code", "area"),
        ("Edwardstown.gpkg", "code", "area"),
        ("stewards.gpkg", "code", "area"),
        ("", "code", "area"),
    ],
)
def test_area(source: str, code_field: str, word: str) -> None:
    assert str(area_word(Areas(source, code_field))) == word


@pytest.mark.parametrize(
    ("field", "word"),
    [
        ("BOROUGH", "Borough"),
        ("BORO_NAME", "Borough"),
        ("la_nm", "Local authority"),
        ("STATE", "State"),
        ("LADNM", "Local authority"),
        ("BOROUGHS", "Borough"),
        ("Counties", "County"),
        ("CENSUS", "Census"),
        ("class", "Class"),
        ("LAD23NM", "Parent"),
        ("NAME", "Parent"),
        (None, "Parent"),
    ],
)
def test_parent(field: str, word: str) -> None:
    assert str(parent_word(Areas("x", "code", parent_name_field=field))) == word


def test_the_general_word_is_ours_to_translate_and_the_fields_is_not() -> None:
    assert isinstance(parent_word(Areas("x", "code")), Message)
    assert isinstance(parent_word(Areas("x", "code", parent_name_field="CANTON")), str)


@pytest.mark.parametrize(("one", "several"), [("ward", "wards"), ("county", "counties"), ("bay", "bays")])
def test_several(one: str, several: str) -> None:
    assert str(plural(one)) == several
