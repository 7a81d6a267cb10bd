# SPDX-License-Identifier: GPL-2.0-or-later
"""Both kinds of user-facing text, in Qt code and in the pure packages, show in another language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from support.qgis_process import QgisProcess, needs_qgis_process, qgis_process
from support.shared import ROOT
from vru_need_plugin.core.messages import NOT_AN_INDEX, Message
from vru_need_plugin.processing.score_areas import ScoreAreas
from vru_need_plugin.translation import tr, translated

__all__ = ["qgis_process"]


def compile_languages(folder: Path) -> None:
    """Compile all languages, those too that are not complete enough to be shipped."""
    subprocess.run([sys.executable, str(ROOT / "tools" / "i18n.py"), "compile", str(folder)], check=True)


@pytest.fixture
def in_french(tmp_path: Path):
    compile_languages(tmp_path)
    translator = QTranslator()
    assert translator.load(str(tmp_path / "vru_need_plugin_fr.qm"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_text_of_the_pure_packages_shows_in_french(in_french: None) -> None:
    assert translated(Message(NOT_AN_INDEX)).startswith("Un score de besoin")


def test_a_text_without_a_translation_shows_in_english(in_french: None) -> None:
    assert tr("A text that nobody has translated.") == "A text that nobody has translated."


def test_a_text_of_the_qt_code_shows_in_french(in_french: None) -> None:
    assert ScoreAreas().displayName() == "Calculer les scores"


@needs_qgis_process
@pytest.mark.real_qgis
def test_the_staged_plugin_speaks_the_users_language(qgis_process: QgisProcess) -> None:
    compile_languages(qgis_process.plugin / "i18n")
    told = qgis_process.help("vruneed:scoreareas", "fr_FR.UTF-8")
    assert "Calculer les scores" in told
    assert "Un score de besoin" in told
    assert "Score areas" in qgis_process.help("vruneed:scoreareas", "en_GB.UTF-8")


def test_english_again_afterwards() -> None:
    assert translated(Message(NOT_AN_INDEX)).startswith("A need score")
    assert ScoreAreas().displayName() == "Score areas"
