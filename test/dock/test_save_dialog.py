# SPDX-License-Identifier: GPL-2.0-or-later
"""Files are saved under the ending that was chosen, and none is replaced without a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from vru_need_plugin.dock.save_dialog import ask_where_to_save

KINDS = "CSV (*.csv);;Excel (*.xlsx)"
Answer = QMessageBox.StandardButton


class User:
    """Types a name into the file dialog, and answers what is asked then."""

    def __init__(self, folder):
        self.folder = folder
        self.asked = []
        self.name, self.kind, self.answer = "", "CSV (*.csv)", Answer.Cancel

    def types(self, name, kind="CSV (*.csv)"):
        self.name, self.kind = str(self.folder / name), kind

    def choose(self, *_given):
        return self.name, self.kind

    def question(self, _parent, _title, text, *_buttons):
        self.asked.append(text)
        return self.answer


@pytest.fixture
def user(tmp_path, monkeypatch):
    made = User(tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", made.choose)
    monkeypatch.setattr(QMessageBox, "question", made.question)
    return made


@pytest.mark.parametrize(
    ("typed", "kind", "meant"),
    [
        ("ranking.csv", "CSV (*.csv)", "ranking.csv"),
        ("ranking.XLSX", "CSV (*.csv)", "ranking.XLSX"),
        ("ranking", "CSV (*.csv)", "ranking.csv"),
        ("ranking", "Excel (*.xlsx)", "ranking.xlsx"),
        ("ranking", "", "ranking.csv"),
        ("After-school v1.2", "CSV (*.csv)", "After-school v1.2.csv"),
        ("wards v1.2 need score", "Excel (*.xlsx)", "wards v1.2 need score.xlsx"),
        (".hidden", "CSV (*.csv)", ".hidden.csv"),
    ],
)
def test_the_file_has_its_ending(user, tmp_path, typed, kind, meant):
    user.types(typed, kind)
    assert ask_where_to_save(None, "", "", KINDS) == tmp_path / meant
    assert user.asked == []


def test_nothing_is_saved_where_no_file_is_chosen(user):
    user.name = ""
    assert ask_where_to_save(None, "", "", KINDS) is None


def test_other_endings_will_do_where_they_are_said_to(user, tmp_path):
    user.types("areas.kml")
    assert ask_where_to_save(None, "", "", KINDS, lambda ending: ending == ".kml") == tmp_path / "areas.kml"


def test_a_file_that_the_ending_leads_to_is_replaced_only_if_the_user_says_so(user, tmp_path):
    (tmp_path / "a <b>.csv").write_text("precious")
    user.types("a <b>")
    assert ask_where_to_save(None, "", "", KINDS) is None
    assert user.asked == ["<qt>“a &lt;b&gt;.csv” is there already. Replace it?</qt>"]
    user.answer = Answer.Yes
    assert ask_where_to_save(None, "", "", KINDS) == tmp_path / "a <b>.csv"


def test_what_the_file_dialog_has_asked_is_not_asked_again(user, tmp_path):
    (tmp_path / "ranking.csv").write_text("precious")
    user.types("ranking.csv")
    assert ask_where_to_save(None, "", "", KINDS) == tmp_path / "ranking.csv"
    assert user.asked == []


class TestEverySavingAsks:
    @pytest.fixture
    def choices(self, opened):
        """Each way of the dock to choose a file, with a file that is there and its kind."""
        dock = opened.dock
        dock.style_panel.choose(opened.session.area_layer)
        return [
            (dock.scenario_menu.save_as, "mine.json", "Scenarios (*.json)"),
            (dock.results.exporter.choose_ranking, "mine.csv", "CSV (*.csv)"),
            (dock.results.exporter.choose_audit, "mine.xlsx", "Excel (*.xlsx)"),
            (dock.write_button.choose_copy, "mine.geojson", "GeoJSON (*.geojson)"),
            (dock.write_button.choose_table, "mine.csv", "CSV (*.csv)"),
            (lambda: dock.print_panel.choose_and_export(".pdf"), "mine.pdf", "PDF (*.pdf)"),
            (dock.style_panel.more.choose_and_export, "mine.qml", "QGIS style (*.qml)"),
            (dock.style_panel.more.choose_and_save_scenario, "mine.json", "Scenario (*.json)"),
        ]

    def test_before_another_file_takes_its_place(self, opened, choices, user, tmp_path):
        for choose, file, kind in choices:
            (tmp_path / file).write_text("precious")
            user.asked.clear()
            user.types(Path(file).stem, kind)
            choose()
            assert user.asked == [f"<qt>“{file}” is there already. Replace it?</qt>"], file
            assert (tmp_path / file).read_text() == "precious"


def test_a_name_with_a_dot_is_no_ending(opened, user, tmp_path):
    user.types("After-school v1.2", "Scenarios (*.json)")
    assert opened.dock.scenario_menu.save_as()
    assert (tmp_path / "After-school v1.2.json").exists()
    user.types("wards v1.2 need score", "GeoPackage (*.gpkg)")
    opened.dock.write_button.choose_copy()
    assert (tmp_path / "wards v1.2 need score.gpkg").exists()
    user.types("wards.kml", "GeoPackage (*.gpkg)")
    opened.dock.write_button.choose_copy()
    assert (tmp_path / "wards.kml").exists()
