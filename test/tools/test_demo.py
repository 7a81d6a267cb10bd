# SPDX-License-Identifier: GPL-2.0-or-later
"""`make demo` writes what it says, says what it writes, and prints the ranking with its joint ranks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support.shared import ROOT
from vru_need_plugin.core.messages import NOT_AN_INDEX


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Its folder and what it printed."""
    folder = tmp_path_factory.mktemp("demo") / "made"
    command = [sys.executable, "-B", "tools/demo.py", "resources/sample/scenario.json", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_all_that_is_written_is_named(demo):
    folder, said = demo
    named = [line.rpartition("/")[2] for line in said.splitlines() if line.startswith("Written: ")]
    assert named == sorted(path.name for path in folder.iterdir())
    assert {"scores.gpkg", "map.pdf", "map.png", "report.html", "tables.html"} == set(named)


def test_ten_areas_are_printed_joint_ranks_marked(demo):
    _, said = demo
    ranks = [line.split()[0] for line in said.splitlines() if line.endswith("of 16")]
    assert ranks == ["1", "2", "=3", "=3", "=3", "=6", "=6", "8", "=9", "=9"]


def test_what_a_score_is_not_is_printed(demo):
    assert str(NOT_AN_INDEX) in demo[1]
