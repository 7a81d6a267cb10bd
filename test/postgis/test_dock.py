# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock writes to a PostGIS table beside the window, waits with a word and a button, and takes it back."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProject, QgsVectorLayer, QgsVectorLayerExporter

from support.dock_window import Window
from support.postgis_tables import COLLEAGUE, GROUP, need_columns, open_wards, uri
from support.small_town import SCORES, small_town
from vru_need_plugin.dock import writing as writing_module
from vru_need_plugin.dock.write_consent import Consent
from vru_need_plugin.layers.writing.postgis import transaction


@pytest.fixture
def dock(server, tmp_path, qgis_new_project, monkeypatch):
    """The dock on the small town, whose wards are a table of the database; the user agrees."""
    path = small_town(tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    wards = QgsVectorLayer(str(tmp_path / document["areas"]["source"]), "wards", "ogr")
    place = uri(server, "town", user="postgres", key="fid").uri(False)
    done = QgsVectorLayerExporter.exportLayer(
        wards, place, "postgres", wards.crs(), False, {"overwrite": True}
    )
    assert int(done[0]) == 0, done
    server.run(f"ALTER TABLE town OWNER TO {GROUP}")
    QgsProject.instance().addMapLayer(open_wards(server, "town", key="fid"))
    document["areas"]["source"] = "project:town"
    path.write_text(json.dumps(document), encoding="utf-8")
    monkeypatch.setattr(writing_module, "ask_to_write", lambda *_: Consent(write=True, style=False))
    monkeypatch.setattr(transaction, "_TURN", "SET LOCAL lock_timeout = '300ms'")
    window = Window()
    assert window.dock.open_scenario(path)
    yield window
    window.close()


def scores(server):
    return dict(server.rows("SELECT code, need_score FROM town"))


def finished(dock, qtbot):
    writer = dock.dock.write_button.writing.writer
    qtbot.waitUntil(lambda: not writer.is_writing)


def test_the_scores_land_beside_the_window_and_are_taken_back(server, dock, qtbot):
    writing = dock.dock.write_button.writing
    writing.on_to_layer()
    assert writing.writer.is_writing
    finished(dock, qtbot)
    assert scores(server) == SCORES
    writing.undo()
    finished(dock, qtbot)
    assert need_columns(server, "town") == {}


def test_whom_it_waits_for_is_said_and_stopping_leaves_the_table(server, dock, qtbot):
    colleague = server.connect(COLLEAGUE)
    colleague.cursor().execute("BEGIN")
    colleague.cursor().execute("SELECT * FROM town FOR UPDATE")
    button = dock.dock.write_button
    button.writing.on_to_layer()
    qtbot.waitUntil(lambda: any("in use by colleague" in words for words in dock.said()))
    assert button.text().startswith("Stop writing (")
    button.click()
    finished(dock, qtbot)
    colleague.close()
    assert "Nothing was changed" in dock.said()[0]
    assert need_columns(server, "town") == {}
    button.writing.on_to_layer()
    finished(dock, qtbot)
    assert scores(server) == SCORES
