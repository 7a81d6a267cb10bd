# SPDX-License-Identifier: GPL-2.0-or-later
"""What a write keeps aside, copies of the user's data among it, does not stay behind."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from vru_need_plugin.layers.writing import aside
from vru_need_plugin.layers.writing.aside import Aside, remove_all, remove_of_the_dead

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """A folder for temporary files of this test's own."""
    remove_all()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path
    remove_all()


def keep_something() -> Aside:
    kept = Aside()
    (kept.path / "before").write_text("somebody's years of work")
    return kept


def test_a_folder_goes_with_what_it_is_for(temporary):
    kept = keep_something()
    path = kept.path
    assert (path / "before").is_file()
    del kept
    gc.collect()
    assert not path.exists()


def test_nothing_stays_when_the_plugin_is_unloaded(temporary):
    kept = keep_something()
    remove_all()
    assert list(temporary.iterdir()) == []
    kept.remove()
    again = keep_something()
    assert (again.path / "before").is_file()


def test_a_folder_that_somebody_tidied_away_is_made_anew(temporary):
    first = keep_something()
    aside.shutil.rmtree(first.path.parent)
    assert (keep_something().path / "before").is_file()


def process_that_keeps(then: str, temporary: Path) -> subprocess.Popen[str]:
    """A process of its own that has kept something, says so, and then does as told."""
    code = (
        "import os, sys, time\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from vru_need_plugin.layers.writing.aside import Aside\n"
        "kept = Aside()\n"
        "(kept.path / 'before').write_text('x')\n"
        "print(kept.path, flush=True)\n"
        f"{then}\n"
    )
    return subprocess.Popen(
        [sys.executable, "-B", "-c", code],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    )


@pytest.mark.parametrize("end", ["os._exit(0)", "os.kill(os.getpid(), 9)", "os.abort()"])
def test_what_a_process_that_crashed_has_left_is_removed_by_the_next(temporary, end):
    process = process_that_keeps(end, temporary)
    left = Path(process.communicate()[0].strip())
    assert (left / "before").is_file()
    remove_of_the_dead()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("end", ["pass", "sys.exit(3)", "raise ValueError"])
def test_a_process_that_ends_in_order_leaves_nothing(temporary, end):
    process_that_keeps(end, temporary).communicate()
    assert list(temporary.iterdir()) == []


def test_what_a_process_that_lives_has_kept_is_left_alone(temporary):
    process = process_that_keeps("time.sleep(60)", temporary)
    try:
        kept = Path(process.stdout.readline().strip())
        remove_of_the_dead()
        assert (kept / "before").is_file()
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_fork_does_not_take_away_what_its_parent_keeps(temporary):
    kept = keep_something()
    child = os.fork()
    if child == 0:
        try:
            kept.remove()
            remove_all()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert (kept.path / "before").is_file()


def test_a_link_or_a_folder_without_our_lock_is_left_alone(temporary):
    others = temporary / "others"
    others.mkdir()
    (others / "in_use").touch()
    (others / "work").touch()
    (temporary / "vru_need_link").symlink_to(others)
    (temporary / "vru_need_mine").mkdir()
    (temporary / "vru_need_mine" / "work").touch()
    remove_of_the_dead()
    assert (others / "work").is_file()
    assert (temporary / "vru_need_mine" / "work").is_file()


def test_where_the_file_system_has_no_locks_nothing_is_removed(temporary, monkeypatch):
    folder = temporary / "vru_need_somebodys"
    folder.mkdir()
    (folder / "in_use").touch()

    def no_locks(_handle):
        raise OSError(95, "not supported")

    monkeypatch.setattr("vru_need_plugin.layers.writing.file_lock._lock", no_locks)
    remove_of_the_dead()
    assert folder.is_dir()
