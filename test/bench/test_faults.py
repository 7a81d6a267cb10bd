# SPDX-License-Identifier: GPL-2.0-or-later
"""The fault table in its small form: every trial ends old or new; and a bad writer is found out."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support.shared import ROOT

SMALL = ["--areas", "300", "--kills", "2", "--cuts", "2", "--others", "1", "--no-window", "--seed", "1"]
FAULTS = ["kill", "full", "removed", "cut"]


def run(folder, *options):
    """The script's exit code and its table's rows, by format and fault."""
    script = [sys.executable, "-B", str(ROOT / "bench" / "faults" / "run.py"), "--out", str(folder / "t.md")]
    done = subprocess.run(
        [*script, *SMALL, *options], capture_output=True, text=True, timeout=540, check=False
    )
    assert (folder / "t.md").exists(), done.stderr
    lines = (folder / "t.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return done.returncode, {
        (row[0], row[1]): dict(zip(cells[0][2:], map(int, row[2:]))) for row in cells[2:]
    }


@pytest.mark.slow
def test_every_trial_ends_old_or_new_and_the_user_is_told_which(tmp_path):
    code, rows = run(tmp_path, "--faults", *FAULTS)
    assert code == 0
    assert {("GeoPackage", "kill -9 in the write"), ("GeoJSON", "removed in mid-write")} <= set(rows)
    for name, row in rows.items():
        assert row["otherwise"] == row["told untrue"] == 0, (name, row)
        assert row["ended old"] + row["ended new"] + row["taken away"] == row["trials"], (name, row)


@pytest.mark.slow
def test_a_writer_that_is_not_all_or_nothing_is_found_out(tmp_path):
    code, rows = run(tmp_path, "--naive", "--stores", "gpkg", "--faults", "kill", "--kills", "6")
    assert code == 1, rows
    assert rows["GeoPackage", "kill -9 in the write"]["otherwise"] > 0
