# SPDX-License-Identifier: GPL-2.0-or-later
"""Templates of the user's own: missing items are fine, strange ones stay, broken files are told."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)

from support.sheets import drawn, sheet
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.ramp import NONE_ABOVE
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets import template as templates


@pytest.fixture
def own(tmp_path):
    """A template with a map, two labels of ours and one of the user's, saved in a folder."""
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    for at, (name, text) in enumerate(
        [
            ("mine", "Borough of Hope"),
            ("", "[% @vru_title %] / [% @vru_author %]"),
            ("vru_title", "[% @vru_title %]"),
        ]
    ):
        label = QgsLayoutItemLabel(layout)
        label.setId(name)
        label.setText(text)
        layout.addLayoutItem(label)
        label.attemptResize(QgsLayoutSize(200, 12))
        label.attemptMove(QgsLayoutPoint(10, 10 + 14 * at))
    item = QgsLayoutItemMap(layout)
    item.setId("vru_map")
    layout.addLayoutItem(item)
    item.attemptResize(QgsLayoutSize(150, 120))
    item.attemptMove(QgsLayoutPoint(10, 70))
    path = tmp_path / "My sheet.qpt"
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path


def test_a_folder_is_searched_for_templates(own, tmp_path):
    (tmp_path / "notes.txt").write_text("no template")
    found = templates.own(tmp_path)
    assert [(one.id, one.name, one.is_own) for one in found] == [("My sheet", "My sheet", True)]
    assert templates.own(tmp_path / "none") == []
    assert templates.find("My sheet", tmp_path).path == own
    assert templates.find(str(own)).path == own


def test_what_is_known_is_filled_and_the_rest_stays(town, own):
    layout = sheet(town, str(own), title="Ours", author="Ada")
    told = {label.id(): label.currentText() for label in items.labels(layout)}
    assert told == {"mine": "Borough of Hope", "": "Ours / Ada", "vru_title": "Ours"}
    item = items.named(layout, "vru_map", QgsLayoutItemMap)[0]
    assert town.layer in item.layers()
    assert NONE_ABOVE in drawn(layout).colours(items.box(item))


def test_a_map_keeps_the_size_that_it_has_in_the_template(town, own):
    layout = sheet(town, str(own))
    box = items.box(items.named(layout, "vru_map", QgsLayoutItemMap)[0])
    assert (round(box.width()), round(box.height())) == (150, 120)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no layout template"),
        (b"not xml", "no layout template"),
        (b"<qgis></qgis>", "no layout template"),
        (b"<Layout></Layout>", "no page"),
        (b"<Layout><broken", "no layout template"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_a_broken_template_is_explained(town, tmp_path, content, said):
    path = tmp_path / "broken.qpt"
    path.write_bytes(content)
    with pytest.raises(NeedError, match=said):
        sheet(town, str(path))
    assert town.project.layoutManager().layouts() == []


def test_a_template_that_is_not_there_is_explained_with_those_that_are(town):
    with pytest.raises(NeedError, match="a4-portrait"):
        templates.find("a5")


def test_a_borough_template_wants_a_borough(town):
    with pytest.raises(NeedError, match="about one borough at a time"):
        sheet(town, "borough-a4-portrait")
