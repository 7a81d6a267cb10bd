# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing scores from the dock: with consent, and exactly what is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import NULL, QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

from support.layer_formats import folder_bytes
from support.layers import scenario_of
from support.small_town import RANKS, SCORES
from vru_need_plugin.core.messages import Message, NeedError
from vru_need_plugin.dock import writing
from vru_need_plugin.dock.stoppable import DialogFeedback
from vru_need_plugin.dock.write_consent import Consent, consequences
from vru_need_plugin.layers.columns import plain
from vru_need_plugin.layers.look.choice import Choice, keep_choice, kept_choice
from vru_need_plugin.layers.look.looks import look_for
from vru_need_plugin.layers.write import prepare_write
from vru_need_plugin.layers.writing import new_file, table_write
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.session import edits


@pytest.fixture
def agreed(monkeypatch):
    """What the user answers when asked, and what they were asked."""
    asked = []

    def ask(layer, prepared, parent):
        asked.append(prepared)
        return answer[0]

    answer = [Consent(write=True, style=False)]
    monkeypatch.setattr(writing, "ask_to_write", ask)
    return answer, asked


def written(layer):
    return {
        feature["code"]: (
            None if feature["need_score"] == NULL else feature["need_score"],
            None if feature["need_rank"] == NULL else feature["need_rank"],
        )
        for feature in layer.getFeatures()
    }


EXPECTED = {code: (SCORES[code], RANKS[code]) for code in SCORES}


def test_scores_are_written_on_to_the_layer_after_consent(opened, agreed):
    opened.dock.write_button.writing.on_to_layer()
    assert written(opened.session.area_layer) == EXPECTED
    assert "6 areas" in opened.said()[0]


def test_without_consent_nothing_is_touched(opened, agreed, tmp_path):
    agreed[0][0] = Consent(write=False, style=False)
    before = (tmp_path / "wards.gpkg").read_bytes()
    opened.dock.write_button.writing.on_to_layer()
    assert (tmp_path / "wards.gpkg").read_bytes() == before
    assert opened.said() == []


def test_scores_are_written_to_a_new_layer_that_joins_the_project(opened, tmp_path):
    opened.dock.write_button.writing.copy_to(tmp_path / "scores.gpkg")
    layer = QgsVectorLayer(str(tmp_path / "scores.gpkg"), "scores", "ogr")
    assert written(layer) == EXPECTED
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert "Small town: need score" in names


def copies_in(project):
    return [layer for layer in project.mapLayers().values() if "/copy." in layer.source()]


def rows_of(layer):
    return {
        feature["code"]: {field.name(): plain(feature[field.name()]) for field in layer.fields()}
        for feature in layer.getFeatures()
    }


@pytest.mark.parametrize(
    ("file", "long"),
    [
        ("copy.gpkg", False),
        ("copy.gpkg", True),
        ("copy.shp", False),
        ("copy.shp", True),
        ("copy.geojson", False),
        ("copy.fgb", False),
    ],
)
def test_a_copy_that_is_open_shows_what_is_written_over_it(
    opened, agreed, tmp_path, file, long, monkeypatch, qtbot
):
    session, writing = opened.session, opened.dock.write_button.writing
    writing.copy_to(tmp_path / file)
    (before,) = copies_in(QgsProject.instance())
    assert "need_t01" in before.fields().names()
    assert list(before.getFeatures())  # read, so that the file is held open
    session.edit("fewer", edits.without_measures(session.scenario, ["robbery"]))
    session.edit("themes", edits.with_options(session.scenario, write_themes=False))
    if long:
        monkeypatch.setattr(new_file, "_QUICK_VALUES", 0)
    writing.copy_to(tmp_path / file)
    assert before.readOnly() is long
    qtbot.waitUntil(lambda: not writing.writer.is_writing)
    assert not before.readOnly()
    after = next(layer for layer in copies_in(QgsProject.instance()) if layer is not before)
    assert before.fields().names() == after.fields().names()
    assert "need_t01" not in before.fields().names()
    assert rows_of(before) == rows_of(after)


def test_a_copy_that_is_being_edited_is_not_written_over(opened, agreed, tmp_path):
    writing = opened.dock.write_button.writing
    writing.copy_to(tmp_path / "copy.gpkg")
    (copy,) = copies_in(QgsProject.instance())
    copy.startEditing()
    copy.changeAttributeValue(next(copy.getFeatures()).id(), copy.fields().indexFromName("name"), "Mine")
    before = (tmp_path / "copy.gpkg").read_bytes()
    writing.copy_to(tmp_path / "copy.gpkg")
    assert "is being edited" in opened.said()[0]
    assert (tmp_path / "copy.gpkg").read_bytes() == before
    copy.rollBack()


def test_a_folder_that_is_not_there_is_explained(opened, tmp_path):
    opened.dock.write_button.writing.copy_to(tmp_path / "none" / "scores.gpkg")
    assert "none" in opened.said()[0]


def test_the_button_waits_for_scores(empty):
    assert not empty.dock.write_button.isEnabled()


def test_the_users_style_stays_unless_they_agree_to_another(opened, agreed):
    layer = opened.session.area_layer
    before = layer.renderer().type()
    opened.dock.write_button.writing.on_to_layer()
    assert layer.renderer().type() == before == "singleSymbol"
    agreed[0][0] = Consent(write=True, style=True)
    opened.dock.write_button.writing.on_to_layer()
    assert layer.renderer().type() == "categorizedSymbol"


def test_a_layer_drawn_by_its_scores_is_drawn_so_from_then_on(opened, agreed):
    layer, session = opened.session.area_layer, opened.session
    keep_choice(layer, Choice(suffix="f01"))
    agreed[0][0] = Consent(write=True, style=True)
    opened.dock.write_button.writing.on_to_layer()
    assert kept_choice(layer) == Choice()
    session.edit("t", edits.with_measure(session.scenario, "robbery", weight=5))
    agreed[0][0] = Consent(write=True, style=False)
    opened.dock.write_button.writing.on_to_layer()
    assert layer.renderer().classAttribute() == look_for(layer, Choice()).renderer.classAttribute()
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert labels == [item.label() for item in look_for(layer, Choice()).renderer.legendSymbolItems()]


def test_the_question_says_what_is_added_and_what_is_overwritten(opened, agreed):
    session, layer = opened.session, opened.session.area_layer
    fields = need_fields(session.job, session.result)
    told = consequences(layer, prepare_write(layer, fields, "need_"))
    assert told[0].startswith(f"{len(fields)} fields are added: need_score, need_rank, ")
    opened.dock.write_button.writing.on_to_layer()
    session.edit("t", edits.with_options(session.scenario, write_flags=False))
    fewer = need_fields(session.job, session.result)
    told = consequences(layer, prepare_write(layer, fewer, "need_"))
    assert told[0] == f"{len(fewer)} need fields of an earlier score are overwritten."
    assert told[1] == "3 need fields of an earlier score are removed."


def test_a_map_is_printed_from_written_scores_only(opened, agreed):
    button = opened.dock.print_button
    button.click()
    assert opened.layouts == []
    assert "Write the scores first" in opened.said()[0]
    opened.dock.write_button.writing.on_to_layer()
    button.click()
    assert [layout.name() for layout in opened.layouts] == ["Small town"]
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", weight=5))
    button.click()
    assert len(opened.layouts) == 1


def test_each_sheet_has_a_name_of_its_own(opened, agreed):
    opened.dock.write_button.writing.on_to_layer()
    opened.dock.print_button.click()
    opened.dock.print_button.click()
    assert [layout.name() for layout in opened.layouts] == ["Small town", "Small town (2)"]


def test_what_is_written_says_what_it_is_not(opened, agreed, tmp_path):
    opened.dock.write_button.writing.copy_to(tmp_path / "scores.gpkg")
    opened.dock.write_button.writing.on_to_layer()
    named = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    for layer in (named["Small town: need score"], opened.session.area_layer):
        assert "not an index" in layer.metadata().abstract()
        assert '"source": "wards.gpkg|layername=wards"' in scenario_of(layer)


def test_scores_that_lack_a_measure_in_use_go_nowhere(opened, agreed, tmp_path):
    scenario = opened.session.scenario
    gone = replace(
        scenario.measures[0], value=replace(scenario.measures[0].value, columns=("no such column",))
    )
    opened.session.edit("edit", replace(scenario, measures=(gone, *scenario.measures[1:])))
    button = opened.dock.write_button
    assert not button.isEnabled()
    assert "“Robbery” cannot be scored" in button.toolTip()
    before = (tmp_path / "wards.gpkg").read_bytes()
    button.writing.on_to_layer()
    button.writing.copy_to(tmp_path / "new.gpkg")
    assert (tmp_path / "wards.gpkg").read_bytes() == before
    assert not (tmp_path / "new.gpkg").exists()
    off = replace(gone, enabled=False)
    opened.session.edit("edit", replace(scenario, measures=(off, *scenario.measures[1:])))
    assert button.isEnabled()


def test_an_unforeseen_error_is_told_and_logged_and_the_layer_is_looked_at_again(
    opened, agreed, monkeypatch, qgis_app
):
    def fail(*_):
        raise ZeroDivisionError("not foreseen")

    logged, looked = [], []
    QgsApplication.messageLog().messageReceived.connect(lambda text, *_: logged.append(text))
    really = table_write.TableWrite.finish
    monkeypatch.setattr(table_write, "make_side_table", fail)
    monkeypatch.setattr(
        table_write.TableWrite, "finish", lambda write, layer: (looked.append(layer), really(write, layer))
    )
    opened.dock.write_button.writing.on_to_layer()
    assert "unforeseen error, and nothing was changed" in opened.said()[0]
    assert any("ZeroDivisionError: not foreseen" in text for text in logged)
    assert looked == [opened.session.area_layer]
    assert opened.dock.write_button.writing.last is None


class TestBackAgain:
    def fields_of(self, opened):
        return [field.name() for field in opened.session.area_layer.fields()]

    def test_the_message_offers_to_undo(self, opened, agreed):
        agreed[0][0] = Consent(write=True, style=True)
        layer = opened.session.area_layer
        style, abstract = layer.renderer().type(), layer.metadata().abstract()
        before = self.fields_of(opened)
        opened.dock.write_button.writing.on_to_layer()
        button = opened.bar.currentItem().findChild(QPushButton)
        assert button.text() == "Undo"
        button.click()
        assert self.fields_of(opened) == before
        assert layer.renderer().type() == style
        assert layer.metadata().abstract() == abstract
        assert kept_choice(layer) is None
        assert "is as it was before" in opened.said()[0]

    def test_fields_that_were_there_are_called_again_what_they_were(self, opened, agreed):
        button, layer = opened.dock.write_button, opened.session.area_layer
        button.writing.on_to_layer()
        layer.setFieldAlias(layer.fields().indexFromName("need_f01"), "Burglary")
        button.writing.on_to_layer()
        button.writing.undo()
        assert layer.attributeDisplayName(layer.fields().indexFromName("need_f01")) == "Burglary"

    def test_a_description_that_cannot_be_put_back_is_told_and_it_is_over(self, opened, agreed, monkeypatch):
        refused = Message("“{file}” could not be put back", {"file": "wards.qmd"})
        monkeypatch.setattr(writing.DressBefore, "put_back", lambda *_: (refused,))
        button = opened.dock.write_button
        button.writing.on_to_layer()
        button.writing.undo()
        assert opened.said()[0] == (
            "“wards” has the values again that it had before the scores were written. "
            "“wards.qmd” could not be put back"
        )
        assert "need_score" not in self.fields_of(opened)
        assert not button.undo.isVisible()

    def test_so_does_the_menu_until_it_is_done(self, opened, agreed):
        button = opened.dock.write_button
        assert not button.undo.isVisible()
        button.writing.on_to_layer()
        assert button.undo.text() == "Undo writing on to “wards”"
        assert button.undo.isVisible()
        button.undo.trigger()
        assert "need_score" not in self.fields_of(opened)
        assert not button.undo.isVisible()
        assert [words for words in opened.said() if words.startswith("Wrote")] == []

    def test_the_map_and_the_results_do_not_notice(self, opened, agreed):
        result = opened.session.result
        opened.dock.write_button.writing.on_to_layer()
        opened.dock.write_button.writing.undo()
        assert opened.session.result is result

    def test_a_layer_changed_since_keeps_its_scores_and_that_is_said(self, opened, agreed):
        layer = opened.session.area_layer
        opened.dock.write_button.writing.on_to_layer()
        layer.startEditing()
        first = next(layer.getFeatures()).id()
        layer.changeAttributeValue(first, layer.fields().indexFromName("need_score"), 77.0)
        layer.commitChanges()
        opened.dock.write_button.writing.undo()
        assert "has been changed since the scores were written" in opened.said()[0]
        assert "need_score" in self.fields_of(opened)

    def test_a_layer_that_is_gone_takes_its_undo_along(self, opened, agreed):
        button = opened.dock.write_button
        button.writing.on_to_layer()
        QgsProject.instance().removeMapLayer(opened.session.area_layer.id())
        assert not button.undo.isVisible()
        assert not button.isEnabled()

    def test_in_edit_mode_qgis_undoes(self, opened, agreed):
        layer = opened.session.area_layer
        layer.startEditing()
        opened.dock.write_button.writing.on_to_layer()
        assert "save its edits" in opened.said()[0]
        assert opened.dock.write_button.writing.last is None
        assert layer.undoStack().count() == 1
        layer.undoStack().undo()
        assert "need_score" not in self.fields_of(opened)
        layer.rollBack()


class TestReadOnly:
    @pytest.fixture
    def locked(self, opened):
        opened.session.area_layer.setReadOnly(True)
        opened.dock.write_button._menu.aboutToShow.emit()
        return opened

    def test_the_menu_says_so_and_offers_a_copy_in_its_place(self, locked):
        button = locked.dock.write_button
        assert not button.on_to_layer.isVisible()
        assert button.why_not.text() == "Not on to “wards”: it is set to read-only in the project"
        assert button.to_copy.isEnabled()

    def test_the_copy_is_written(self, locked, monkeypatch, tmp_path):
        path = str(tmp_path / "copy.gpkg")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, "GeoPackage (*.gpkg)"))
        locked.dock.write_button.to_copy.trigger()
        assert written(QgsVectorLayer(path, "copy", "ogr")) == EXPECTED

    def test_trying_all_the_same_offers_one_too(self, locked, monkeypatch, tmp_path):
        path = str(tmp_path / "copy.gpkg")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, "GeoPackage (*.gpkg)"))
        locked.dock.write_button.writing.on_to_layer()
        button = locked.bar.currentItem().findChild(QPushButton)
        assert button.text() == "Write a copy…"
        button.click()
        assert (tmp_path / "copy.gpkg").exists()


class TestOtherTargets:
    @pytest.mark.parametrize("ending", [".gpkg", ".shp", ".geojson", ".fgb"])
    def test_a_copy_in_each_format(self, opened, tmp_path, ending):
        opened.dock.write_button.writing.copy_to(tmp_path / f"copy{ending}")
        assert written(QgsVectorLayer(str(tmp_path / f"copy{ending}"), "copy", "ogr")) == EXPECTED

    def test_a_copy_for_now(self, opened):
        opened.dock.write_button.to_memory.trigger()
        made = QgsProject.instance().mapLayersByName("Small town: need score")[0]
        assert made.providerType() == "memory"
        assert written(made) == EXPECTED

    def test_a_long_copy_for_now_can_be_stopped(self, opened, monkeypatch):
        monkeypatch.setattr(writing, "MANY_TO_COPY", 3)
        before = set(QgsProject.instance().mapLayers())
        shown = []

        def stop(self):
            shown.append(self._dialog.labelText())
            return True

        monkeypatch.setattr(DialogFeedback, "isCanceled", stop)
        opened.dock.write_button.to_memory.trigger()
        assert shown == ["Making a temporary copy of “wards”"]
        assert set(QgsProject.instance().mapLayers()) == before
        assert opened.said() == ["Stopped. Nothing was changed."]

    @pytest.mark.parametrize("name", ["scores.gpkg", "scores.csv"])
    def test_a_table_to_join(self, opened, tmp_path, name):
        opened.dock.write_button.writing.table_to(tmp_path / name)
        made = QgsProject.instance().mapLayersByName("Small town: need score")[0]
        assert not made.isSpatial()
        found = {feature["code"]: feature["need_score"] for feature in made.getFeatures()}
        assert float(found["E05000001"]) == SCORES["E05000001"]
        assert set(found) == set(SCORES)

    def test_the_ending_follows_the_format_chosen(self, opened, monkeypatch, tmp_path):
        chosen = (str(tmp_path / "scores"), "CSV (*.csv)")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
        opened.dock.write_button.choose_table()
        assert (tmp_path / "scores.csv").exists()

    def test_the_area_layers_own_file_is_never_the_copy(self, opened, tmp_path):
        before = (tmp_path / "wards.gpkg").read_bytes()
        opened.dock.write_button.writing.copy_to(tmp_path / "wards.gpkg")
        assert "is the file of the area layer itself" in opened.said()[0]
        assert (tmp_path / "wards.gpkg").read_bytes() == before

    def test_nothing_made_of_the_scores_takes_the_place_of_what_they_are_made_from(self, opened, tmp_path):
        before = folder_bytes(tmp_path)
        writing = opened.dock.write_button.writing
        made_from = [Path(table.source) for table in opened.session.scenario.tables]
        made_from += [tmp_path / "wards.gpkg"]
        assert made_from[0].is_file()
        for path in made_from:
            writing.table_to(path)
            writing.copy_to(path)
            opened.dock.results.exporter.export_ranking(path)
            with pytest.raises(NeedError, match="which the output would replace"):
                opened.session.save(path)
            assert folder_bytes(tmp_path) == before
