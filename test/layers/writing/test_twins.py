# SPDX-License-Identifier: GPL-2.0-or-later
"""Other layers on the same data are neither edited under nor left behind, and other programs' fields stay."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject

from support.layer_formats import contents, in_format, opened
from support.layers import cells, field_names, need_outputs, squares
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.write import write_in_place


@pytest.fixture(params=["gpkg", "shp", "geojson", "spatialite"])
def pair(request, tmp_path, qgis_new_project):
    """A layer, and another on the same data."""
    first = in_format(squares(), request.param, tmp_path)
    second = opened(request.param, tmp_path)
    second.setName("the other")
    QgsProject.instance().addMapLayers([first, second])
    return first, second


def test_the_other_layer_sees_the_scores(pair):
    first, second = pair
    write_in_place(first, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert cells(second, "need_score") == [1.0, 2.0, 3.0]


def test_where_the_other_layer_is_being_edited_nothing_is_written(pair, tmp_path):
    first, second = pair
    assert second.startEditing()
    before = contents(tmp_path)
    with pytest.raises(NeedError, match="are being edited in the layer “the other”"):
        write_in_place(first, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert contents(tmp_path) == before
    second.rollBack()


@pytest.mark.parametrize("kind", ["gpkg", "shp", "geojson"])
def test_a_field_that_another_programme_has_added_is_not_overwritten(kind, tmp_path, qgis_app):
    layer, other = in_format(squares(), kind, tmp_path), opened(kind, tmp_path)
    write_in_place(other, need_outputs([7.0, 8.0, 9.0])[:1], "need_")
    assert "need_score" not in field_names(layer)
    before = contents(tmp_path)
    with pytest.raises(NeedError, match=r"as it was before|was changed by another program"):
        write_in_place(layer, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert contents(tmp_path) == before
