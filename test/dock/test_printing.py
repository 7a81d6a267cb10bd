# SPDX-License-Identifier: GPL-2.0-or-later
"""Printing from the dock: from written scores, as chosen, page by page, whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
from qgis.core import QgsAnnotationLayer, QgsLayoutItemMap, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QProgressDialog, QPushButton, QWidget

from vru_need_plugin.core.feedback import SILENT, Silent
from vru_need_plugin.dock import printing as printing_module
from vru_need_plugin.dock import writing as writing_module
from vru_need_plugin.dock.print_choices import PrintChoices
from vru_need_plugin.dock.stoppable import DialogFeedback
from vru_need_plugin.dock.write_consent import Consent
from vru_need_plugin.session import edits


@pytest.fixture
def written(opened, monkeypatch):
    """The dock on the small town, its scores written on to the layer."""
    monkeypatch.setattr(writing_module, "ask_to_write", lambda *_: Consent(write=True, style=False))
    opened.dock.write_button.writing.on_to_layer()
    return opened


def choose(panel, box, text):
    row = getattr(panel.choices, box).findText(text, Qt.MatchFlag.MatchStartsWith)
    assert row >= 0, text
    getattr(panel.choices, box).setCurrentIndex(row)


def finish(printing):
    """Let the export take its steps, as the event loop does."""
    for _ in range(2000):
        if not printing.is_exporting:
            return
        QTest.qWait(1)
    raise AssertionError("the export has not ended")


def variable(layout, name):
    return dict(zip(*[layout.customProperty(key) for key in ("variableNames", "variableValues")]))[name]


def test_scores_that_are_not_written_are_offered_to_be_written_first(opened, monkeypatch):
    monkeypatch.setattr(writing_module, "ask_to_write", lambda *_: Consent(write=True, style=False))
    opened.dock.print_button.click()
    assert opened.layouts == []
    item = next(item for item in opened.bar.items() if "Write the scores first" in item.text())
    item.findChild(QPushButton).click()
    assert [layout.name() for layout in opened.layouts] == ["Small town"]


def test_who_refuses_to_write_gets_no_sheet(opened, monkeypatch, tmp_path):
    monkeypatch.setattr(writing_module, "ask_to_write", lambda *_: Consent(write=False, style=False))
    opened.dock.print_panel.export_to(tmp_path / "map.pdf")
    item = next(item for item in opened.bar.items() if "Write the scores first" in item.text())
    item.findChild(QPushButton).click()
    QCoreApplication.processEvents()
    assert opened.layouts == []
    assert not (tmp_path / "map.pdf").exists()


def test_the_sheet_has_what_was_chosen(written):
    panel = written.dock.print_panel
    choose(panel, "template", "A3 landscape")
    panel.choices.title.setText("For the <board> & all")
    panel.choices.author.setText("Ada")
    panel.open()
    layout = written.layouts[-1]
    assert layout.name() == "For the <board> & all"
    assert variable(layout, "vru_title") == "For the <board> & all"
    assert variable(layout, "vru_author") == "Ada"
    assert layout.pageCollection().page(0).rect().width() == 420


def test_purpose_and_author_are_kept_in_the_scenario_and_can_be_undone(written):
    panel = written.dock.print_panel
    panel.choices.purpose.setPlainText("Where to begin")
    panel.open()
    assert written.session.scenario.question == "Where to begin"
    assert variable(written.layouts[-1], "vru_purpose") == "Where to begin"
    written.session.undo_stack.undo()
    assert written.session.scenario.question is None
    assert panel.choices.purpose.toPlainText() == ""


def test_a_template_for_one_borough_is_about_the_one_in_focus_or_each(written):
    panel = written.dock.print_panel
    choose(panel, "template", "One borough, A3")
    assert panel.choices.about.currentText().startswith("every borough")
    choose(panel, "about", "South")
    panel.open()
    layout = written.layouts[-1]
    assert variable(layout, "vru_place") == "South"
    assert not layout.atlas().enabled()


def test_a_focus_of_one_is_what_a_borough_sheet_is_about(written):
    session = written.session
    session.edit("focus", edits.with_options(session.scenario, focus=("E09000002",)))
    panel = written.dock.print_panel
    choose(panel, "template", "One borough, A4")
    assert panel.choices.about.currentText() == "South"


def test_the_preview_shows_a_page_and_goes_with_the_next_change(written):
    panel = written.dock.print_panel
    panel.show_picture()
    assert panel.picture.isVisibleTo(panel)
    assert panel.picture.pixmap().width() > 150
    assert QgsProject.instance().layoutManager().layouts() == []
    choose(panel, "labels", "names")
    assert not panel.picture.isVisibleTo(panel)


def test_a_preview_of_scores_that_are_not_written_is_shown_once_they_are(opened, monkeypatch):
    monkeypatch.setattr(writing_module, "ask_to_write", lambda *_: Consent(write=True, style=False))
    panel = opened.dock.print_panel
    panel.show_picture()
    assert not panel.picture.isVisibleTo(panel)
    item = next(item for item in opened.bar.items() if "Write the scores first" in item.text())
    button = item.findChild(QPushButton)
    assert button.text() == "Write and go on…"
    button.click()
    assert panel.picture.isVisibleTo(panel)
    assert panel.picture.pixmap().width() > 150
    assert opened.layouts == []


def outline_layers():
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if isinstance(layer, QgsAnnotationLayer)]


def test_a_preview_and_an_export_leave_no_layer_behind_and_a_layout_keeps_its_own(written, tmp_path):
    panel = written.dock.print_panel
    panel.show_picture()
    assert panel.picture.isVisibleTo(panel)
    assert outline_layers() == []
    panel.export_to(tmp_path / "map.png")
    assert len(outline_layers()) == 1
    finish(written.dock.printing)
    assert outline_layers() == []
    panel.open()
    (kept,) = outline_layers()
    panel.show_picture()
    assert outline_layers() == [kept]


def test_a_table_of_areas_has_no_map_to_print(opened, tmp_path):
    session = opened.session
    fields = [field.name() for field in session.area_layer.fields() if field.name() != "fid"]
    rows = [[str(feature[field]) for field in fields] for feature in session.area_layer.getFeatures()]
    text = "\n".join(",".join(row) for row in [fields, *rows])
    (tmp_path / "areas.csv").write_text(text + "\n", encoding="utf-8")
    areas = replace(session.scenario.areas, source=str(tmp_path / "areas.csv"))
    session.edit("t", replace(session.scenario, areas=areas))
    assert session.result is not None
    assert not session.area_layer.isSpatial()
    opened.dock.print_panel.show_picture()
    opened.dock.print_panel.open()
    assert sum("no map to print" in words for words in opened.said()) == 1
    assert not any("Write the scores first" in words for words in opened.said())


@pytest.mark.parametrize("do", ["open", "show_picture"])
def test_of_many_areas_making_the_sheet_can_be_stopped(written, monkeypatch, do):
    boxes = []

    class Stopped(Silent):
        def isCanceled(self):
            return True

    @contextmanager
    def watched(words, is_long, window, title):
        boxes.append((is_long, window, title))
        yield Stopped() if is_long else SILENT

    monkeypatch.setattr(printing_module, "stoppable", watched)
    monkeypatch.setattr(printing_module, "MANY", 5)
    getattr(written.dock.print_panel, do)()
    assert boxes == [(True, written.dock, "Print map")]
    assert written.said()[0].startswith("Stopped")
    assert written.layouts == []
    assert outline_layers() == []


def test_the_box_that_is_shown_meanwhile_goes_again(written, monkeypatch):
    monkeypatch.setattr(printing_module, "MANY", 5)
    shown = []
    whole = DialogFeedback.setProgress

    def seen(self, progress):
        shown.append((self._dialog.windowTitle(), self._dialog.isVisible()))
        whole(self, progress)

    monkeypatch.setattr(DialogFeedback, "setProgress", seen)
    written.dock.print_panel.show_picture()
    assert set(shown) == {("Print map", True)}
    assert written.dock.print_panel.picture.isVisibleTo(written.dock.print_panel)
    assert not any(box.isVisible() for box in written.dock.findChildren(QProgressDialog))


def test_an_export_writes_the_file_and_says_so(written, tmp_path):
    written.dock.print_panel.export_to(tmp_path / "map.pdf")
    finish(written.dock.printing)
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
    assert "map.pdf" in written.said()[0]
    assert [path.name for path in tmp_path.glob(".vru*")] == []


def test_an_atlas_goes_page_by_page_and_can_be_stopped_between(written, tmp_path):
    panel, printing = written.dock.print_panel, written.dock.printing
    (tmp_path / "atlas.pdf").write_bytes(b"an earlier one")
    choose(panel, "template", "One borough, A3")
    seen = []
    printing.progressed.connect(lambda done, every: seen.append((done, every)))
    printing.progressed.connect(lambda done, _every: printing.stop() if done == 1 else None)
    panel.export_to(tmp_path / "atlas.pdf")
    finish(printing)
    assert seen[:2] == [(0, 2), (1, 2)]
    assert (tmp_path / "atlas.pdf").read_bytes() == b"an earlier one"
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith((".vru", "atlas"))) == [
        "atlas.pdf"
    ]


def test_an_export_ends_when_its_layer_is_taken_away(written, tmp_path):
    panel, printing = written.dock.print_panel, written.dock.printing
    choose(panel, "template", "One borough, A3")
    panel.export_to(tmp_path / "atlas.pdf")
    QgsProject.instance().removeMapLayer(written.session.area_layer.id())
    assert not printing.is_exporting
    assert not (tmp_path / "atlas.pdf").exists()


def test_a_folder_that_is_not_there_is_explained(written, tmp_path):
    written.dock.print_panel.export_to(tmp_path / "none" / "map.pdf")
    assert "none" in written.said()[0]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ZeroDivisionError("unforeseen")])
def test_an_export_that_fails_has_ended(written, tmp_path, monkeypatch, error):
    def fails(*_):
        raise error

    told = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind))
    monkeypatch.setattr("vru_need_plugin.sheets.export.set_info", fails)
    panel, printing = written.dock.print_panel, written.dock.printing
    panel.export_to(tmp_path / "map.pdf")
    with suppress(ZeroDivisionError):
        for _ in range(5):
            printing._step()
    QTest.qWait(20)
    assert not printing.is_exporting
    assert panel.export_button.isEnabled()
    assert not (tmp_path / "map.pdf").exists()
    assert told == []
    if isinstance(error, OSError):
        assert "No space left" in written.said()[0]


def test_scores_that_have_moved_on_are_not_printed(written):
    session = written.session
    session.edit("t", edits.with_measure(session.scenario, "robbery", weight=5))
    written.dock.print_panel.open()
    assert written.layouts == []


def test_scores_that_are_the_same_by_other_measures_are_not_printed(written):
    session = written.session
    first, *others = session.scenario.measures
    renamed = replace(session.scenario, measures=(replace(first, id="muggings"), *others))
    session.edit("t", renamed)
    assert session.result is not None
    written.dock.print_panel.open()
    assert written.layouts == []
    session.undo_stack.undo()
    written.dock.print_panel.open()
    assert len(written.layouts) == 1


def test_the_map_is_of_the_layer_with_the_scores_and_never_of_the_preview(written):
    written.dock.print_panel.open()
    layers = [
        layer.id()
        for item in written.layouts[0].items()
        if isinstance(item, QgsLayoutItemMap)
        for layer in item.layers()
    ]
    assert written.session.area_layer.id() in layers
    preview = written.dock.map_link.preview.layer
    assert preview is None or preview.id() not in layers


def test_in_the_narrow_dock_no_choice_of_the_print_panel_is_cut_off(written):
    dock = written.dock
    dock.findChild(QWidget, "mapSection").set_open(True)
    written.set_width(380)
    choices = dock.findChild(PrintChoices)
    assert dock.width() <= 380
    for box in (choices.labels, choices.top):
        assert box.width() >= box.sizeHint().width()
        corner = box.mapTo(dock, box.rect().topRight())
        assert corner.x() <= dock.width()
