# SPDX-License-Identifier: GPL-2.0-or-later
"""A test that hangs ends with the place it hangs at, not with a machine that waits for ever."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from support.shared import ROOT

HANGING = """
import threading

import pytest


@pytest.fixture
def never():
    threading.Event().wait()


@pytest.fixture
def never_ends():
    yield
    threading.Event().wait()


def test_body(): threading.Event().wait()
def test_set_up(never): pass
def test_taken_down(never_ends): pass
def test_after_one_that_fails(never_ends): raise ValueError
def test_well(): pass
"""


def run(folder, *options):
    """What pytest says on these tests, with a second's patience."""
    (folder / "test_hanging.py").write_text(HANGING, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment.update(PYTHONPATH=str(ROOT / "test"), VRU_NEED_HANG_SECONDS="1")
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # nothing of them is wanted, and they load long
    command = [sys.executable, "-B", "-m", "pytest", "-p", "support.hang", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, "--rootdir", str(folder), *options, str(folder / "test_hanging.py")],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "line"),
    [("test_body", 18), ("test_set_up", 9), ("test_taken_down", 15), ("test_after_one_that_fails", 15)],
)
def test_it_is_ended_and_says_where(tmp_path, name, line):
    done = run(tmp_path, "-k", name)
    assert done.returncode == 1
    assert "Timeout (0:00:01)!" in done.stderr
    assert f'test_hanging.py", line {line}' in done.stderr


def test_beside_other_workers_it_is_named_and_the_rest_is_tested(tmp_path):
    done = run(tmp_path, "-p", "xdist", "-n", "1", "-k", "body or well")
    assert done.returncode == 1
    assert "crashed while running 'test_hanging.py::test_body'" in done.stdout
    assert "1 failed, 1 passed" in done.stdout
