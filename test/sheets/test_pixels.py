# SPDX-License-Identifier: GPL-2.0-or-later
"""What is on the paper: known wards in their colours, hatching, scale bars, whatever the reference system."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsProject,
)
from qgis.PyQt.QtGui import QImage

from support.shared import ROOT, needs_data
from support.sheets import Page, Scored, drawn, scored, sheet
from support.templates import LONDON_2011, on_published_data, template
from vru_need_plugin.core.bands import paper_bands
from vru_need_plugin.layers.classes import Classes
from vru_need_plugin.layers.ramp import NO_DATA
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets import template as templates
from vru_need_plugin.sheets.order import Labels, order_for
from vru_need_plugin.sheets.sheet import make_sheet
from vru_need_plugin.sheets.text_voice import TextVoice

WHITE = (255, 255, 255)


def first_map(layout, name="vru_map"):
    return items.named(layout, name, QgsLayoutItemMap)[0]


def expected_colours(found):
    """Of every class the colour, and an area of it that is large enough to be hit."""
    values = found.subject.result.score
    bands = paper_bands(values, False)
    chosen = {}
    order = sorted(found.layer.getFeatures(), key=lambda feature: -feature.geometry().area())
    place = {code: at for at, code in enumerate(found.subject.job.areas.codes)}
    code = found.subject.scenario.areas.code_field
    classes = [need_class.colour for need_class in Classes(bands, True).classes()]
    for feature in order:
        score = values[place[str(feature[code])]]
        number = -1 if score != score else 0
        if score == score and score > 0:
            number = next(at for at, edge in enumerate(bands.edges, start=1) if score <= edge)
        chosen.setdefault(number, feature)
    return classes, chosen


def middle(feature, transform=None):
    shape = QgsGeometry(feature.geometry())
    if transform is not None:
        shape.transform(transform)
    return shape.poleOfInaccessibility(shape.boundingBox().width() / 50)[0].asPoint()


def close(one, other, within=6):
    return all(abs(a - b) <= within for a, b in zip(one, other))


@pytest.mark.parametrize("name", ["a4-portrait", "themes-a3-landscape"])
def test_wards_have_the_colours_of_their_scores(sample, name):
    layout = sheet(sample, name, labels=Labels.NONE)
    page, item = drawn(layout, dpi=150), first_map(layout)
    classes, chosen = expected_colours(sample)
    assert set(chosen) == {-1, *range(len(classes))}
    for number, feature in chosen.items():
        if number >= 0:
            assert close(page.colour(item, middle(feature)), classes[number]), number


def test_a_ward_without_a_score_is_hatched(sample):
    layout = sheet(sample, "a3-landscape", labels=Labels.NONE)
    page, item = drawn(layout, dpi=200), first_map(layout)
    x, y = page.place(item, middle(expected_colours(sample)[1][-1]))
    around = {page.at(x + dx, y + dy) for dx in range(-8, 9) for dy in range(-8, 9)}
    assert WHITE in around
    assert any(close(colour, NO_DATA, 40) for colour in around)


def test_the_borough_is_in_full_and_its_neighbours_are_faded(sample):
    layout = sheet(sample, "borough-a3-landscape", parents=(2,), labels=Labels.NONE)
    page, item = drawn(layout, dpi=150), first_map(layout)
    classes, _ = expected_colours(sample)
    place = {code: at for at, code in enumerate(sample.subject.job.areas.codes)}
    inside = outside = 0
    for feature in sample.layer.getFeatures():
        area = place[str(feature["WARD_CODE"])]
        point = middle(feature)
        x, y = page.place(item, point)
        box = items.box(item)
        scale = 150 / 25.4
        if not (
            box.left() + 2 < x / scale < box.right() - 2 and box.top() + 2 < y / scale < box.bottom() - 14
        ):
            continue
        if sample.subject.result.score[area] != sample.subject.result.score[area]:
            continue
        seen = page.at(x, y)
        if sample.subject.job.parents.of_area[area] == 2:
            assert any(close(seen, colour) for colour in classes)
            inside += 1
        elif sample.subject.result.score[area] > 3:
            assert not any(close(seen, colour) for colour in classes)
            outside += 1
    assert inside > 5
    assert outside > 2


def test_the_inset_shows_where_the_borough_lies(sample):
    layout = sheet(sample, "borough-a3-landscape", parents=(2,))
    page, item = drawn(layout, dpi=150), first_map(layout, "vru_inset")
    of_area = sample.subject.job.parents.of_area
    features = {str(feature["WARD_CODE"]): feature for feature in sample.layer.getFeatures()}
    codes = sample.subject.job.areas.codes
    here = features[codes[list(of_area).index(2)]]
    there = features[codes[list(of_area).index(0)]]
    assert close(page.colour(item, middle(here)), (58, 107, 153))
    assert close(page.colour(item, middle(there)), (225, 227, 223))


def has_ink(layout, name, kind, dpi=100):
    item = items.named(layout, name, kind)[0]
    return len(drawn(layout, dpi=dpi).colours(items.box(item))) > 2


def in_system(sample, crs):
    """The sample in another reference system."""
    project = QgsProject()
    layer = sample.layer.clone()
    transform = QgsCoordinateTransform(sample.layer.crs(), crs, project)
    layer.startEditing()
    for feature in list(layer.getFeatures()):
        shape = QgsGeometry(feature.geometry())
        shape.transform(transform)
        layer.changeGeometry(feature.id(), shape)
    layer.commitChanges()
    layer.setCrs(crs)
    layer.updateExtents()
    project.addMapLayer(layer)
    return Scored(project, layer, sample.subject)


@pytest.mark.parametrize("crs", ["nameless", "EPSG:4326", "EPSG:3857"])
def test_a_scale_bar_counts_kilometres_whatever_the_layers_system(sample, crs):
    if crs == "nameless":
        system = QgsCoordinateReferenceSystem.fromProj(
            "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400001 +y_0=-100000 +ellps=airy +units=m"
        )
        assert not system.authid().startswith("EPSG")
    else:
        system = QgsCoordinateReferenceSystem(crs)
    found = in_system(sample, system)
    layout = sheet(found, "a4-landscape", labels=Labels.NONE)
    assert has_ink(layout, "vru_scalebar", QgsLayoutItemScaleBar)
    bar, item = items.named(layout, "vru_scalebar", QgsLayoutItemScaleBar)[0], first_map(layout)
    assert item.crs().mapUnits() == sample.layer.crs().mapUnits()
    # The city is 20 to 60 km across, in whichever system.
    assert 10_000 < item.extent().width() < 90_000
    assert bar.unitsPerSegment() / bar.mapUnitsPerScaleBarUnit() in (1, 2, 5, 10)
    found.project.clear()


@needs_data
def test_london_of_2011_has_its_colours_and_a_scale_bar(qgis_app, tmp_path):
    project = QgsProject()
    found = scored(on_published_data(template(LONDON_2011)), tmp_path, project)
    layout = sheet(found, "a4-portrait", labels=Labels.NONE)
    page, item = drawn(layout, dpi=150), first_map(layout)
    bar = items.named(layout, "vru_scalebar", QgsLayoutItemScaleBar)[0]
    assert len(page.colours(items.box(bar))) > 2
    assert bar.unitsPerSegment() == 5_000
    bands = paper_bands(found.subject.result.score, True)
    classes = Classes(bands, True).classes()
    wards = {feature["NAME"]: feature for feature in found.layer.getFeatures()}
    for name, need_class in (("Northumberland Park", classes[-1]), ("Biggin Hill", classes[0])):
        seen = page.colour(item, middle(wards[name]))
        assert close(seen, need_class.colour), name
    project.clear()


RENDER = """
import sys
from qgis.core import QgsApplication, QgsLayoutExporter, QgsProject
application = QgsApplication([], False)
application.initQgis()
assert QgsApplication.processingRegistry().providerById("vruneed") is None
project = QgsProject.instance()
assert project.read(sys.argv[1])
layout = project.layoutManager().printLayouts()[0]
if layout.atlas().enabled():
    layout.atlas().beginRender()
    layout.atlas().seekTo(1)
for page in range(layout.pageCollection().pageCount()):
    assert QgsLayoutExporter(layout).renderPageToImage(page, dpi=80).save(f"{sys.argv[2]}{page}.png")
assert "vru_need_plugin" not in sys.modules
print("drawn", flush=True)
import os
os._exit(0)
"""


@pytest.mark.parametrize(("name", "atlas"), [("a3-landscape", False), ("borough-a3-landscape", True)])
def test_a_saved_project_prints_the_same_where_the_plugin_is_not(sample, tmp_path, name, atlas):
    path = resource("sample", "scenario.json")
    project = QgsProject()
    found = scored(codec.load(path), path.parent, project, tmp_path / "scores.gpkg")
    order = replace(order_for(found.subject, templates.find(name)), atlas=atlas)
    layout = make_sheet(project, found.layer, found.subject, order, TextVoice(str))
    if atlas:
        layout.atlas().beginRender()
        layout.atlas().seekTo(1)
    here = [drawn(layout, page, dpi=80) for page in range(layout.pageCollection().pageCount())]
    frames = [
        (item.page(), items.box(item)) for item in items.content(layout) if isinstance(item, QgsLayoutItemMap)
    ]
    assert project.write(str(tmp_path / "kept.qgz"))
    project.clear()
    script = tmp_path / "draw.py"
    script.write_text(RENDER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-B", str(script), str(tmp_path / "kept.qgz"), str(tmp_path / "page")],
        capture_output=True,
        text=True,
        cwd=str(tmp_path),
        timeout=120,
    )
    assert "drawn" in done.stdout, done.stderr
    assert str(ROOT) not in done.stdout
    # Letters may stand a hair apart from where they stood: the maps are what has to be the same.
    for number, frame in frames:
        mine, theirs = here[number], Page(QImage(str(tmp_path / f"page{number}.png")), 80)
        assert theirs.pixels.shape == mine.pixels.shape
        assert differing(mine, theirs, frame) < 0.002


def differing(one, other, box):
    """The share of pixels in a box of two pages that differ."""
    apart = np.abs(one.inside(box).astype(int) - other.inside(box).astype(int))
    return float((apart.max(axis=2) > 24).mean())
