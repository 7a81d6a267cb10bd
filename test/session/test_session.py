# SPDX-License-Identifier: GPL-2.0-or-later
"""The open scenario: opening, editing, undoing, saving, and what is worked out again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from support.small_town import RANKS, SCORES
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.core.threshold import Threshold, ThresholdKind
from vru_need_plugin.scenario import codec
from vru_need_plugin.scoring.road import prepare, score_job
from vru_need_plugin.session import edits, raw_tables
from vru_need_plugin.session.layers_in_use import LayersInUse


def scores(session):
    values = session.result.score
    return {
        code: None if np.isnan(value) else float(value) for code, value in zip(session.areas.codes, values)
    }


def ranks(session):
    return {code: int(rank) or None for code, rank in zip(session.areas.codes, session.result.rank)}


def scored_anew(session):
    """The same document scored from scratch, on the tables as the session read them."""
    raw = {table_id: table.raw for table_id, table in session.job.tables.items()}
    return score_job(prepare(session.scenario, session.areas, raw))


class Told:
    """Counts the signals of a session."""

    def __init__(self, session):
        self.counts = {}
        for name in ("scenarioChanged", "areasChanged", "jobChanged", "resultChanged", "problemsChanged"):
            self.counts[name] = 0
            getattr(session, name).connect(lambda name=name: self._count(name))

    def _count(self, name):
        self.counts[name] += 1

    def __getitem__(self, name):
        return self.counts[name]


def test_a_scenario_opens_with_its_scores(opened):
    assert scores(opened) == SCORES
    assert ranks(opened) == RANKS
    assert not opened.problems
    assert not opened.has_changes


def test_opening_adds_the_area_layer_to_the_project_once(session, town):
    session.open(town)
    session.open(town)
    assert [layer.name() for layer in QgsProject.instance().mapLayers().values()] == ["wards"]


def test_a_broken_file_leaves_the_open_scenario_as_it_was(opened, tmp_path):
    before = opened.scenario
    broken = tmp_path / "broken.json"
    broken.write_text('{"schema": 1, "title": 3}', encoding="utf-8")
    with pytest.raises(NeedError):
        opened.open(broken)
    assert opened.scenario is before
    assert scores(opened) == SCORES


def test_a_threshold_is_rescored_without_preparing_again(opened):
    told, job = Told(opened), opened.job
    opened.edit("t", edits.with_threshold_value(opened.scenario, "robbery", 1))
    assert scores(opened)["E05000002"] == 0
    assert opened.job.prepared is job.prepared
    assert told["resultChanged"] == 1
    assert told["jobChanged"] == told["areasChanged"] == 0


@pytest.mark.parametrize(
    "edit",
    [
        lambda s: edits.with_threshold_value(s, "robbery", 3),
        lambda s: edits.with_measure(s, "robbery", weight=0.125),
        lambda s: edits.with_measure(s, "robbery", enabled=False),
        lambda s: edits.with_measure(s, "income", threshold=Threshold(ThresholdKind.STD_DEV, 0.5)),
        lambda s: edits.with_measure(s, "income", theme="Other"),
        lambda s: edits.with_options(s, min_coverage=0),
        lambda s: edits.without_table(s, "survey"),
        lambda s: edits.without_measures(s, ["robbery"]),
    ],
)
def test_every_edit_comes_to_what_scoring_from_scratch_comes_to(opened, edit):
    opened.edit("t", edit(opened.scenario))
    fresh = scored_anew(opened)
    np.testing.assert_array_equal(opened.result.score, fresh.score)
    np.testing.assert_array_equal(opened.result.rank, fresh.rank)
    np.testing.assert_array_equal(opened.result.high, fresh.high)


def test_undo_and_redo_bring_back_document_and_scores(opened):
    before = opened.scenario
    opened.edit("t", edits.with_measure(opened.scenario, "robbery", weight=5))
    opened.edit("t", edits.with_measure(opened.scenario, "robbery", enabled=False))
    after = scores(opened)
    opened.undo_stack.undo()
    opened.undo_stack.undo()
    assert opened.scenario == before
    assert scores(opened) == SCORES
    opened.undo_stack.redo()
    opened.undo_stack.redo()
    assert scores(opened) == after


def test_moves_of_one_slider_are_undone_together(opened):
    for weight in (3, 4, 5):
        changed = edits.with_measure(opened.scenario, "robbery", weight=weight)
        opened.edit("t", changed, ("weight", "robbery"))
    opened.edit("t", edits.with_measure(opened.scenario, "trust", weight=5), ("weight", "trust"))
    assert opened.undo_stack.count() == 2
    opened.undo_stack.undo()
    opened.undo_stack.undo()
    assert scores(opened) == SCORES


def test_an_edit_that_changes_nothing_leaves_no_trace(opened):
    opened.edit("t", edits.with_measure(opened.scenario, "robbery", weight=2))
    assert opened.undo_stack.count() == 0


def test_a_saved_scenario_opens_to_the_same_document_from_anywhere(opened, tmp_path):
    opened.edit("t", edits.with_measure(opened.scenario, "robbery", weight=5))
    target = tmp_path / "elsewhere" / "saved.json"
    target.parent.mkdir()
    opened.save(target)
    assert not opened.has_changes
    assert codec.load(target).areas.source == "../wards.gpkg|layername=wards"
    scored = scores(opened)
    document = opened.scenario
    opened.open(target)
    assert opened.scenario == document
    assert scores(opened) == scored


def test_a_new_scenario_cannot_be_saved_before_it_has_areas(session, tmp_path):
    with pytest.raises(NeedError):
        session.save(tmp_path / "new.json")
    assert not (tmp_path / "new.json").exists()


def test_saving_marks_the_scenario_as_unchanged_and_undoing_as_changed(opened, tmp_path):
    opened.edit("t", edits.with_measure(opened.scenario, "robbery", weight=5))
    assert opened.has_changes
    opened.save(tmp_path / "saved.json")
    assert not opened.has_changes
    opened.undo_stack.undo()
    assert opened.has_changes


def test_a_measure_at_fault_is_named_and_the_others_are_scored(opened):
    robbery = edits.measure_of(opened.scenario, "robbery")
    wrong = edits.with_measure(
        opened.scenario, "robbery", value=type(robbery.value)(robbery.value.kind, ("no such column",))
    )
    opened.edit("t", wrong)
    assert set(opened.problems.measures) == {"robbery"}
    assert [measure.id for measure in opened.job.measures] == ["income", "trust"]
    opened.undo_stack.undo()
    assert not opened.problems
    assert scores(opened) == SCORES


def test_a_table_that_is_gone_takes_only_its_own_measures_along(opened, tmp_path):
    (tmp_path / "survey.csv").unlink()
    opened.reload()
    assert set(opened.problems.tables) == {"survey"}
    assert set(opened.problems.measures) == {"trust"}
    assert [measure.id for measure in opened.job.measures] == ["robbery", "income"]


def test_a_table_changed_on_disk_is_read_again(opened, tmp_path):
    (tmp_path / "survey.csv").write_text("borough,trust\nNorth,10\nSouth,40\n", encoding="utf-8")
    opened.reload()
    assert scores(opened)["E05000001"] == 4


def test_a_file_that_could_not_be_read_for_a_while_is_read_by_reload(session, town, monkeypatch):
    really, denied = raw_tables.load_table, []

    def load(table, *others):
        if table.id == "figures" and not denied:
            denied.append(table.id)
            raise NeedError("figures.csv is open in another program.")
        return really(table, *others)

    monkeypatch.setattr(raw_tables, "load_table", load)
    session.open(town)
    assert "another program" in str(session.problems.tables["figures"])
    session.edit("t", edits.with_measure(session.scenario, "trust", enabled=False))
    assert "figures" in session.problems.tables  # not tried at every edit
    session.reload()
    assert not session.problems
    assert {measure.id for measure in session.job.measures} == {"robbery", "income"}


def test_a_layer_whose_place_another_was_to_take_is_let_go_of(opened, qtbot):
    parent = QObject()
    follower = LayersInUse(opened, QgsProject.instance(), parent)
    before = opened.area_layer
    gone = replace(opened.scenario.areas, source="/nowhere/gone.gpkg")
    opened.edit("areas", edits.with_areas(opened.scenario, gone))
    assert opened.problems.areas is not None
    assert opened.area_layer is None
    before.setSubsetString("code > 'E05000003'")
    assert opened.scenario.areas == gone
    opened.undo_stack.undo()
    assert opened.result is not None
    follower.close()


def test_a_missing_area_layer_is_a_problem_and_no_exception(session, town, tmp_path):
    (tmp_path / "wards.gpkg").unlink()
    session.open(town)
    assert session.problems.areas is not None
    assert session.result is None
    assert session.areas is None


def test_removing_the_area_layer_ends_the_scores_and_does_not_add_it_again(opened):
    project = QgsProject.instance()
    project.removeMapLayer(opened.area_layer.id())
    assert opened.result is None
    assert opened.area_layer is None
    assert opened.problems.areas is not None
    opened.edit("t", edits.with_measure(opened.scenario, "robbery", weight=5))
    assert not project.mapLayers()
    opened.reload()
    assert scores(opened)["E05000001"] == 6


def test_edits_of_the_area_layer_are_followed(opened, qtbot):
    layer = opened.area_layer
    layer.startEditing()
    feature = next(f for f in layer.getFeatures() if f["code"] == "E05000006")
    layer.deleteFeature(feature.id())
    qtbot.waitUntil(lambda: len(opened.areas) == 5)
    assert len(opened.result.score) == 5
    layer.rollBack()
    qtbot.waitUntil(lambda: len(opened.areas) == 6)


def test_a_closed_session_lets_go_of_the_layer(opened):
    layer = opened.area_layer
    opened.close()
    layer.startEditing()
    layer.commitChanges()
    assert opened.area_layer is None
