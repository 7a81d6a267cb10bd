# SPDX-License-Identifier: GPL-2.0-or-later
"""Several files take their places all together, or none does."""

from __future__ import annotations

import pytest

from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.sheets import output
from vru_need_plugin.sheets.output import Beside

NAMES = ("a 1.pdf", "a 2.pdf", "a 3.pdf")


def written(folder, names=NAMES):
    with Beside(folder / "a.pdf") as beside:
        for name in names:
            beside.path(name).write_text(f"new {name}")
        return [path.name for path in beside.put_in_place()]


def held(folder):
    return {path.name: path.read_text() if path.is_file() else "a folder" for path in folder.iterdir()}


def test_files_replace_those_of_their_names_and_leave_nothing_else(tmp_path):
    (tmp_path / "a 2.pdf").write_text("old")
    (tmp_path / "b.pdf").write_text("another")
    assert written(tmp_path) == list(NAMES)
    assert held(tmp_path) == {**{name: f"new {name}" for name in NAMES}, "b.pdf": "another"}


@pytest.mark.parametrize("stuck", NAMES)
def test_where_one_cannot_be_replaced_all_are_as_they_were(tmp_path, stuck):
    before = dict.fromkeys(NAMES[:2], "old")
    for name, text in before.items():
        (tmp_path / name).write_text(text)
    (tmp_path / stuck).unlink(missing_ok=True)
    (tmp_path / stuck).mkdir()
    before[stuck] = "a folder"
    with pytest.raises(NeedError, match=stuck):
        written(tmp_path)
    assert held(tmp_path) == before


def test_a_folder_in_the_way_keeps_what_is_in_it(tmp_path):
    (tmp_path / "a 1.pdf").write_text("old")
    (tmp_path / "a 2.pdf").mkdir()
    (tmp_path / "a 2.pdf" / "kept.txt").write_text("kept")
    with pytest.raises(NeedError):
        written(tmp_path)
    assert (tmp_path / "a 2.pdf" / "kept.txt").read_text() == "kept"


def test_old_files_that_cannot_be_put_back_are_kept_and_it_is_said_where(tmp_path, monkeypatch):
    for name in NAMES:
        (tmp_path / name).write_text("old")
    real, placed = output.put_whole, []

    def put_whole(made, path):
        if len(placed) >= 2:  # two in their places, and then the disk is gone
            raise OSError(5, "Input/output error")
        placed.append(path)
        real(made, path)

    monkeypatch.setattr(output, "put_whole", put_whole)
    with pytest.raises(NeedError) as raised:
        written(tmp_path)
    kept = [path for path in tmp_path.rglob("*.pdf") if path.parent != tmp_path and path.read_text() == "old"]
    assert sorted(path.name for path in kept) == list(NAMES)
    assert all(str(path.parent) in str(raised.value) for path in kept)


def test_a_file_that_was_not_made_takes_no_place(tmp_path):
    with Beside(tmp_path / "a.pdf") as beside:
        beside.path("a 1.pdf").write_text("new")
        beside.path("a 2.pdf")
        assert beside.put_in_place() == [tmp_path / "a 1.pdf"]
    assert held(tmp_path) == {"a 1.pdf": "new"}
