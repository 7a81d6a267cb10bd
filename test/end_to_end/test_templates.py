# SPDX-License-Identifier: GPL-2.0-or-later
"""The London templates on the published files, through ``qgis_process``, cell by cell."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from osgeo import ogr

from oracle.compare import differences
from oracle.need import need
from support.qgis_process import needs_qgis_process
from support.shared import needs_data
from support.small_job import read_fields
from support.templates import LONDON_2011, LONDON_2018, on_published_data, template
from vru_need_plugin.scenario import codec

pytestmark = [needs_data, needs_qgis_process, pytest.mark.real_qgis, pytest.mark.slow]


def attributes(source):
    path, _, layer = source.partition("|layername=")
    data = ogr.Open(path)
    opened = data.GetLayerByName(layer) if layer else data.GetLayer(0)
    return [feature.items() for feature in opened]


@pytest.fixture(scope="module", params=[LONDON_2011, LONDON_2018])
def scored(request, qgis_process, tmp_path_factory):
    """A template's document, its areas, the fields it wrote and the re-computed answer."""
    folder = tmp_path_factory.mktemp(request.param)
    text = codec.dumps(on_published_data(template(request.param)))
    (folder / "scenario.json").write_text(text, encoding="utf-8")
    qgis_process.run("vruneed:scoreareas", SCENARIO=folder / "scenario.json", OUTPUT=folder / "scored.gpkg")
    document = json.loads(text)
    areas = attributes(document["areas"]["source"])
    return document, areas, read_fields(folder / "scored.gpkg"), need(document, areas, "")


def need_fields(fields):
    return {name: cells for name, cells in fields.items() if name.startswith("need_")}


def test_every_cell_agrees_with_the_re_computation(scored):
    _, areas, fields, answer = scored
    assert differences(answer.fields, need_fields(fields), blank_is_null=True) == []
    assert len(fields["need_score"]) == len(areas)


def test_writing_on_to_the_layer_itself_agrees_too(scored, qgis_process, tmp_path):
    document, areas, _, answer = scored
    source, _, _ = document["areas"]["source"].partition("|layername=")
    for path in Path(source).parent.glob(f"{Path(source).stem}.*"):
        shutil.copy(path, tmp_path)
        (tmp_path / path.name).chmod(0o644)
    (tmp_path / "scenario.json").write_text(json.dumps(document), encoding="utf-8")
    layer = tmp_path / Path(source).name
    qgis_process.run("vruneed:writescores", SCENARIO=tmp_path / "scenario.json", INPUT=layer)
    fields = read_fields(layer)
    assert differences(answer.fields, need_fields(fields), blank_is_null=True) == []
    assert fields["GSS_CODE"] == [area["GSS_CODE"] for area in areas]


def test_the_areas_own_fields_come_first_and_unchanged(scored):
    _, areas, fields, _ = scored
    own = list(areas[0])
    assert [name for name in fields if name != "fid"][: len(own)] == own
    for name in own:
        assert fields[name] == [area[name] for area in areas]


def test_the_scores_are_worth_looking_at(scored):
    """Every measure flags somebody, most areas have a score, and scores differ."""
    document, _, fields, answer = scored
    assert [measure.id for measure in answer.measures if not any(measure.flags)] == []
    scores = [score for score in fields["need_score"] if score is not None]
    assert len(scores) > 0.95 * len(fields["need_score"])
    assert max(scores) >= len(document["measures"]) / 2
