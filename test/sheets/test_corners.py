# SPDX-License-Identifier: GPL-2.0-or-later
"""A scale bar or an arrow on a map hides no area."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry, QgsLayoutItemMap, QgsPointXY, QgsProject, QgsRectangle

from support.sheets import Scored, sheet
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets import template as templates
from vru_need_plugin.sheets.corners import in_corners

WHOLE = [template.id for template in templates.shipped() if not template.is_of_a_parent]


def main_map(layout):
    return items.named(layout, "vru_map", QgsLayoutItemMap)[0]


def hidden(layout, layer):
    """The areas that lie below what stands in the corners of the map."""
    item = main_map(layout)
    corners, found = in_corners(item), []
    assert len(corners) == 2
    for corner in corners:
        box, place, seen = items.box(corner), items.box(item), item.extent()
        scale = seen.width() / place.width()
        x, y = seen.xMinimum() - place.left() * scale, seen.yMaximum() + place.top() * scale
        below = QgsRectangle(
            QgsPointXY(x + box.left() * scale, y - box.bottom() * scale),
            QgsPointXY(x + box.right() * scale, y - box.top() * scale),
        )
        found += [one.id() for one in layer.getFeatures() if one.geometry().intersects(below)]
    return found


def filling(sample):
    """The sample, pulled so that its areas fill every corner of their extent."""
    project, layer = QgsProject(), sample.layer.clone()
    box = layer.extent()
    corner = QgsGeometry.fromRect(
        QgsRectangle(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMinimum() + box.height() / 4)
    )
    layer.startEditing()
    layer.changeGeometry(next(layer.getFeatures()).id(), corner)
    layer.commitChanges()
    project.addMapLayer(layer)
    return Scored(project, layer, sample.subject)


@pytest.mark.parametrize("name", WHOLE)
def test_areas_in_the_lower_corners_stay_in_sight(sample, name):
    found = filling(sample)
    layout = sheet(found, name)
    assert not hidden(layout, found.layer)
    assert main_map(layout).extent().contains(found.layer.extent())
    found.project.clear()


def test_a_map_with_free_corners_is_as_large_as_it_can_be(sample):
    layout = sheet(sample, "a4-portrait")
    assert not hidden(layout, sample.layer)
    whole, seen = sample.layer.extent(), main_map(layout).extent()
    assert max(whole.width() / seen.width(), whole.height() / seen.height()) > 0.94
