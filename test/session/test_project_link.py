# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenario in the QGIS project: saved with it, opened with it, closed with it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QObject

from support.small_town import SCORES, small_town
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.scenario import codec
from vru_need_plugin.session import edits, project_link
from vru_need_plugin.session.kept import Kept, is_kept
from vru_need_plugin.session.kept_paths import KeptPaths
from vru_need_plugin.session.project_link import ProjectLink
from vru_need_plugin.session.session import Session


class Linked:
    """A session and a link that somebody looks at, and what it told."""

    def __init__(self):
        self.parent = QObject()
        self.session = Session(QgsProject.instance(), self.parent)
        self.told = []
        self.asked, self.agrees = [], True
        self.link = ProjectLink(self.session, QgsProject.instance(), self.parent, self.ask)
        for name in ("failed", "differs", "closed"):
            getattr(self.link, name).connect(lambda what, name=name: self.told.append((name, what)))
        self.link.set_shown(True)

    def ask(self, servers):
        self.asked.append(servers)
        return self.agrees

    def weigh(self, weight):
        changed = edits.with_measure(self.session.scenario, "robbery", weight=weight)
        self.session.edit("t", changed)

    def scores(self):
        codes, scores = self.session.areas.codes, self.session.result.score
        return {code: None if score != score else float(score) for code, score in zip(codes, scores)}

    def close(self):
        self.link.close()
        self.session.close()


@pytest.fixture
def project(qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def linked(project):
    made = Linked()
    yield made
    made.close()
    project.clear()


@pytest.fixture
def town(tmp_path):
    return small_town(tmp_path)


def turn():
    """Let what waits for the event loop happen."""
    for _ in range(3):
        QCoreApplication.processEvents()


def read(project, path):
    assert project.read(str(path))
    turn()


def test_a_saved_project_brings_the_scenario_back_with_its_scores(linked, project, town, tmp_path):
    linked.session.open(town)
    linked.weigh(7)
    scores, document = linked.scores(), linked.session.scenario
    linked.session.save()
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert linked.session.scenario.measures == ()
    read(project, tmp_path / "p.qgz")
    assert linked.session.scenario == document
    assert linked.session.path == town
    assert not linked.session.has_changes
    assert linked.scores() == scores
    assert linked.told == []
    assert not project.isDirty()


def test_paths_are_relative_to_the_project(linked, project, town, tmp_path):
    (tmp_path / "maps").mkdir()
    linked.session.open(town)
    project.write(str(tmp_path / "maps" / "p.qgz"))
    text = project.readEntry("vru_need", "scenario")[0]
    assert codec.loads(text).areas.source == "../wards.gpkg|layername=wards"
    assert project.readEntry("vru_need", "file")[0] == "../town.json"


def test_a_project_set_to_absolute_paths_keeps_them_absolute(linked, project, town, tmp_path):
    linked.session.open(town)
    project.setFilePathStorage(Qgis.FilePathType.Absolute)
    project.write(str(tmp_path / "p.qgz"))
    text = project.readEntry("vru_need", "scenario")[0]
    assert codec.loads(text).tables[0].source == str(tmp_path / "figures.csv")


def keep_elsewhere(linked, project, path, saved_to):
    """Save a project whose scenario has a table on another computer, or its file there."""
    scenario = linked.session.scenario
    table = replace(scenario.tables[0], source="//Evil/share/x.csv")
    away = replace(scenario, tables=(table, *scenario.tables[1:])) if path is None else scenario
    project.setFilePathStorage(Qgis.FilePathType.Absolute)  # as Windows does with another computer
    linked.session.take_over(away, path, is_saved=True)
    assert project.write(str(saved_to))
    project.clear()


@pytest.mark.parametrize("path", [None, Path("//Evil/share/town.json")], ids=["a table", "its file"])
def test_other_computers_are_asked_about_before_they_are_touched(
    linked, project, town, tmp_path, path, monkeypatch
):
    linked.session.open(town)
    keep_elsewhere(linked, project, path, tmp_path / "p.qgz")
    linked.agrees = False
    monkeypatch.setattr(project_link, "load", lambda path: pytest.fail(f"{path} was looked for"))
    read(project, tmp_path / "p.qgz")
    assert linked.asked == [("evil",)]
    assert linked.session.scenario.measures == ()
    name, error = linked.told[-1]
    assert name == "failed"
    assert "(evil)" in str(error)
    # It stays in the project, and is opened where the user agrees.
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    linked.agrees = True
    monkeypatch.undo()
    read(project, tmp_path / "p.qgz")
    assert len(linked.asked) == 2
    assert [measure.id for measure in linked.session.scenario.measures] == ["robbery", "income", "trust"]


def test_the_computer_that_the_project_lies_on_is_not_asked_about(town):
    kept = Kept(codec.load(town), Path("//Council/gis/town.json"))
    assert kept.servers(Path("//council/projects")) == ()
    assert kept.servers(Path("/home/me")) == ("council",)


def test_a_folder_that_was_moved_as_a_whole_opens_where_it_is_now(linked, project, town, tmp_path):
    linked.session.open(town)
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    there = tmp_path.parent / f"{tmp_path.name}-moved"
    shutil.move(str(tmp_path), str(there))
    read(project, there / "p.qgz")
    assert linked.scores() == SCORES
    assert linked.session.path == there / "town.json"


def test_a_scenario_in_no_file_is_saved_with_the_project(linked, project, town, tmp_path):
    linked.session.open(town)
    linked.link.bring_back(Kept(linked.session.scenario, None))
    assert linked.session.has_changes
    project.write(str(tmp_path / "p.qgz"))
    assert not linked.session.has_changes
    project.clear()
    assert linked.told == []
    read(project, tmp_path / "p.qgz")
    assert linked.session.path is None
    assert not linked.session.has_changes
    assert linked.scores() == SCORES


def test_a_changed_scenario_marks_the_project_and_saving_takes_the_mark_away(linked, project, town, tmp_path):
    linked.session.open(town)
    assert project.isDirty()
    project.write(str(tmp_path / "p.qgz"))
    turn()
    assert not project.isDirty()
    linked.weigh(3)
    assert project.isDirty()
    project.write(str(tmp_path / "p.qgz"))
    turn()
    assert not project.isDirty()


def test_reloading_and_looking_mark_nothing(linked, project, town, tmp_path):
    linked.session.open(town)
    project.write(str(tmp_path / "p.qgz"))
    turn()
    linked.session.reload()
    linked.link.set_shown(False)
    linked.link.set_shown(True)
    turn()
    assert not project.isDirty()


def test_a_mark_that_the_preview_takes_back_is_set_again(linked, project, town, tmp_path):
    linked.session.open(town)
    project.write(str(tmp_path / "p.qgz"))
    linked.weigh(3)
    project.setDirty(False)
    turn()
    assert project.isDirty()


def test_a_project_that_differs_from_the_file_opens_as_the_project_has_it_and_says_so(
    linked, project, town, tmp_path
):
    linked.session.open(town)
    linked.weigh(7)
    project.write(str(tmp_path / "p.qgz"))
    read(project, tmp_path / "p.qgz")
    assert linked.session.scenario.measures[0].weight == 7
    assert linked.session.has_changes
    assert ("differs", town) in linked.told
    linked.session.revert()
    assert linked.session.scenario.measures[0].weight == 2
    assert not linked.session.has_changes
    linked.session.undo_stack.undo()
    assert linked.session.scenario.measures[0].weight == 7


def test_changes_that_go_with_the_project_are_offered_back(linked, project, town):
    linked.session.open(town)
    linked.weigh(7)
    project.clear()
    assert [name for name, _ in linked.told] == ["closed"]
    assert not project.isDirty()
    assert linked.session.result is None
    linked.link.bring_back(linked.told[0][1])
    assert linked.session.scenario.measures[0].weight == 7
    assert linked.session.has_changes
    assert linked.session.path == town
    assert project.isDirty()


def test_what_a_file_or_the_saved_project_holds_is_not_offered_back(linked, project, town, tmp_path):
    linked.session.open(town)
    project.clear()
    linked.session.open(town)
    linked.weigh(7)
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert linked.told == []


def test_a_project_without_a_scenario_opens_without_one(linked, project, town, tmp_path):
    project.write(str(tmp_path / "bare.qgz"))
    linked.session.open(town)
    read(project, tmp_path / "bare.qgz")
    assert linked.session.scenario.tables == ()
    assert not project.isDirty()


def test_a_new_scenario_takes_the_old_one_out_of_the_project(linked, project, town, tmp_path):
    linked.session.open(town)
    project.write(str(tmp_path / "p.qgz"))
    turn()
    linked.session.new()
    assert project.isDirty()
    project.write(str(tmp_path / "p.qgz"))
    assert not is_kept(project)


def test_nothing_is_opened_before_somebody_looks(project, town, tmp_path):
    first = Linked()
    first.session.open(town)
    project.write(str(tmp_path / "p.qgz"))
    first.close()
    late = Linked()
    late.link.set_shown(False)
    read(project, tmp_path / "p.qgz")
    assert late.session.result is None
    project.write(str(tmp_path / "p.qgz"))
    assert is_kept(project)
    late.link.set_shown(True)
    assert late.scores() == SCORES
    late.close()
    project.clear()


def test_a_closed_dock_leaves_its_unsaved_scenario_in_the_project(project, town, tmp_path):
    first = Linked()
    first.session.open(town)
    first.weigh(7)
    document = first.session.scenario
    first.close()
    assert project.isDirty()
    second = Linked()
    assert second.session.scenario == document
    assert second.session.path == town
    assert second.session.has_changes
    second.close()
    project.clear()


@pytest.mark.parametrize("text", ["{", '{"schema": 99}'])
def test_what_cannot_be_opened_is_told_and_left_as_it_is(project, tmp_path, text):
    project.writeEntry("vru_need", "scenario", text)
    project.write(str(tmp_path / "p.qgz"))
    linked = Linked()
    ((name, error),) = linked.told
    assert name == "failed"
    assert isinstance(error, NeedError)
    project.write(str(tmp_path / "p.qgz"))
    assert project.readEntry("vru_need", "scenario")[0] == text
    linked.close()


def test_saving_the_project_elsewhere_without_the_dock_keeps_the_paths_right(project, town, tmp_path):
    first = Linked()
    first.session.open(town)
    project.write(str(tmp_path / "p.qgz"))
    first.close()
    project.clear()
    paths = KeptPaths(project)
    project.read(str(tmp_path / "p.qgz"))
    (tmp_path / "deep" / "er").mkdir(parents=True)
    project.write(str(tmp_path / "deep" / "er" / "q.qgz"))
    paths.close()
    text = project.readEntry("vru_need", "scenario")[0]
    assert codec.loads(text).tables[0].source == "../../figures.csv"
    read(project, tmp_path / "deep" / "er" / "q.qgz")
    second = Linked()
    assert second.scores() == SCORES
    second.close()
    project.clear()
