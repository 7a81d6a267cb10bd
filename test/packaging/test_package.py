# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip for users holds what QGIS's plugin repository asks for, and nothing else."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest

from support.shared import ROOT


def make_zip(folder: Path) -> Path:
    for tool in ("stage.py", "package.py"):
        subprocess.run([sys.executable, str(ROOT / "tools" / tool), str(folder)], check=True)
    return next(folder.glob("*.zip"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_zip(tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="module")
def names(archive: Path) -> list[PurePosixPath]:
    return [PurePosixPath(name) for name in zipfile.ZipFile(archive).namelist()]


@pytest.fixture(scope="module")
def metadata(archive: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(zipfile.ZipFile(archive).read("vru_need_plugin/metadata.txt").decode("utf-8"))
    return parser["general"]


def test_one_top_folder_with_what_is_required(names: list[PurePosixPath]) -> None:
    assert {name.parts[0] for name in names} == {"vru_need_plugin"}
    for required in ("__init__.py", "metadata.txt", "LICENSE", "resources/icon.svg"):
        assert PurePosixPath("vru_need_plugin", required) in names


def test_no_tests_hidden_files_caches_or_scripts(names: list[PurePosixPath]) -> None:
    for name in names:
        assert not any(
            part.startswith(".") or part in ("test", "tests", "__pycache__") for part in name.parts
        )
        assert name.suffix not in (".sh", ".pyc", ".so", ".dll", ".exe", ".ts", ".bat")


def test_every_module_of_the_package_is_in(names: list[PurePosixPath]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "vru_need_plugin").rglob("*.py")}
    assert modules == {str(name) for name in names if name.suffix == ".py"}


def test_exactly_the_languages_that_are_nearly_complete_are_in(names: list[PurePosixPath]) -> None:
    languages = {
        f"vru_need_plugin/i18n/{path.stem}.qm" for path in (ROOT / "i18n").glob("*.ts") if is_ready(path)
    }
    assert languages == {str(name) for name in names if name.suffix == ".qm"}


def is_ready(path: Path) -> bool:
    """Whether 95 % of a language's texts are translated."""
    translations = [message.find("translation") for message in ElementTree.parse(path).iter("message")]
    done = [text for text in translations if text.text and text.get("type") != "unfinished"]
    return len(done) >= 0.95 * len(translations)


def test_at_most_25_megabytes(archive: Path) -> None:
    assert archive.stat().st_size < 25_000_000


def test_the_same_files_make_the_same_zip(archive: Path, tmp_path: Path) -> None:
    assert make_zip(tmp_path).read_bytes() == archive.read_bytes()


def test_metadata_is_complete(metadata: configparser.SectionProxy, names: list[PurePosixPath]) -> None:
    required = "name description version qgisMinimumVersion author email about tracker repository homepage"
    for key in required.split():
        assert metadata[key].strip()
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["hasProcessingProvider"] == "yes"
    assert PurePosixPath("vru_need_plugin", metadata["icon"]) in names


def test_the_changelog_knows_the_version(metadata: configparser.SectionProxy) -> None:
    assert f"## [{metadata['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
