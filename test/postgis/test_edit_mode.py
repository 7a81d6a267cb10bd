# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostGIS layer that is being edited: scores join the edits as one undo step, saved by the user."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayerEditPassthrough

from support.layers import cells, field_names, need_outputs
from support.patience import must_end_by_itself
from support.postgis_tables import COLLEAGUE, need_columns, need_rows, need_values, open_wards
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.write import write_in_place
from vru_need_plugin.layers.writing.postgis import transaction_group


@pytest.fixture(params=[False, True], ids=["edit buffer", "transaction group"])
def edited(request, server):
    """A layer in edit mode, its project with and without automatic transaction groups."""
    project = QgsProject.instance()
    project.clear()
    project.setAutoTransaction(request.param)
    layer = open_wards(server)
    project.addMapLayer(layer)
    assert layer.startEditing()
    assert isinstance(layer.editBuffer(), QgsVectorLayerEditPassthrough) == request.param
    yield layer
    if layer.isEditable():
        layer.rollBack()
    project.clear()
    project.setAutoTransaction(False)


def test_nothing_is_in_the_table_until_the_user_saves_and_then_with_exact_types(server, edited):
    report = write_in_place(edited, need_outputs([1.5, None, 3]), "need_")
    assert not report.saved
    assert edited.isEditable()
    assert edited.undoStack().count() == 1
    assert sorted(cells(edited, "need_score"), key=str) == [1.5, 3.0, None]
    if not isinstance(edited.editBuffer(), QgsVectorLayerEditPassthrough):
        assert need_columns(server) == {}  # asked of an open transaction, this would wait for it
    assert edited.commitChanges(), edited.commitErrors()
    assert list(need_columns(server).values()) == [
        "double precision",
        "integer",
        "text",
        "integer",
        "integer",
    ]
    assert need_values(need_rows(server), 0) == [1.5, None, 3.0]


def test_it_is_one_undo_step(server, edited):
    write_in_place(edited, need_outputs([1.5, None, 3]), "need_")
    edited.undoStack().undo()
    assert not any(name.startswith("need_") for name in field_names(edited))
    edited.undoStack().redo()
    assert sorted(cells(edited, "need_score"), key=str) == [1.5, 3.0, None]
    assert edited.commitChanges(), edited.commitErrors()
    assert need_values(need_rows(server), 0) == [1.5, None, 3.0]


def test_dropping_the_edits_drops_the_scores(server, edited, qtbot):
    write_in_place(edited, need_outputs([1.5, None, 3]), "need_")
    assert edited.rollBack()
    assert need_columns(server) == {}
    qtbot.waitUntil(lambda: not any(name.startswith("need_") for name in field_names(edited)))
    assert len(cells(edited, "code")) == 3


@pytest.mark.parametrize("edited", [True], indirect=True, ids=["transaction group"])
def test_a_row_that_somebody_holds_does_not_hold_the_window(server, edited, monkeypatch):
    monkeypatch.setattr(transaction_group, "_PATIENCE", "SET LOCAL lock_timeout = '500ms'")
    colleague = server.connect(COLLEAGUE)
    colleague.cursor().execute("BEGIN")
    colleague.cursor().execute("SELECT * FROM wards FOR UPDATE")
    with must_end_by_itself(colleague.close), pytest.raises(NeedError, match="could not be"):
        write_in_place(edited, need_outputs([1.5, None, 3]), "need_")
    colleague.close()
    assert edited.rollBack()
    assert need_columns(server) == {}
