# SPDX-License-Identifier: GPL-2.0-or-later
"""writescores on London's wards in PostGIS: every cell is the re-computation's, and nothing else changes."""

from __future__ import annotations

import json

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerExporter,
)

from oracle.compare import differences
from oracle.need import need
from support.postgis_tables import GROUP, OWNER, all_but_need, need_columns, open_wards, uri
from support.shared import needs_data
from support.templates import LONDON_2011, on_published_data, template
from vru_need_plugin.processing.write_scores import WriteScores
from vru_need_plugin.scenario import codec

pytestmark = needs_data


@pytest.fixture
def london(server):
    """London's wards as a table of the database, in the open project."""
    document = json.loads(codec.dumps(on_published_data(template(LONDON_2011))))
    wards = QgsVectorLayer(document["areas"]["source"], "wards", "ogr")
    place = uri(server, "London Wards", user="postgres")
    done = QgsVectorLayerExporter.exportLayer(
        wards, place.uri(False), "postgres", wards.crs(), False, {"overwrite": True}
    )
    assert int(done[0]) == 0, done
    server.run(
        f'ALTER TABLE "London Wards" OWNER TO {GROUP}', 'CREATE INDEX ON "London Wards" USING gist (geom)'
    )
    layer = open_wards(server, "London Wards", user=OWNER)
    project = QgsProject.instance()
    project.clear()
    project.addMapLayer(layer)
    yield document, layer
    project.clear()
    server.run('DROP TABLE "London Wards"')


def test_every_cell_agrees_with_the_re_computation(server, london, tmp_path):
    document, layer = london
    areas = document["areas"]
    for role in ("code_field", "name_field", "parent_code_field", "parent_name_field"):
        areas[role] = areas[role].lower()  # as QGIS names columns in PostGIS
    areas["source"] = f"project:{layer.name()}"
    (tmp_path / "scenario.json").write_text(json.dumps(document), encoding="utf-8")
    before = all_but_need(server)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    outputs, ok = (
        WriteScores()
        .create()
        .run({"SCENARIO": str(tmp_path / "scenario.json")}, context, QgsProcessingFeedback(), {}, False)
    )
    assert ok
    assert outputs["AREAS"] == layer.featureCount() > 600
    assert all_but_need(server) == before
    names = [*(field.name() for field in layer.fields())]
    columns = ", ".join(f'"{name}"' for name in names)
    rows = [dict(zip(names, row)) for row in server.rows(f'SELECT {columns} FROM "London Wards"')]
    answer = need(document, rows, "")
    fields = {name: [row[name] for row in rows] for name in need_columns(server, "London Wards")}
    assert differences(answer.fields, fields) == []
