# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing to a table is undone exactly, unless somebody has written over it."""

from __future__ import annotations

import pytest

from support.layers import field_names, need_outputs
from support.postgis_tables import (
    COLLEAGUE,
    all_but_need,
    make_wards,
    need_columns,
    need_rows,
    need_values,
    open_wards,
)
from support.workers import Watcher
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.write import prepare_write, write_in_place


def write(layer, scores, flags=2):
    """Write, and return how to undo it."""
    prepared = prepare_write(layer, need_outputs(scores, flags), "need_", keep_old=True)
    return prepared.finish(layer, prepared.run(Watcher())).take_back


def undo(layer, take_back):
    restore = take_back.prepare(layer)
    restore.run(Watcher())
    restore.finish(layer)


def test_columns_that_were_added_are_gone_again(server):
    layer = open_wards(server)
    before = all_but_need(server)
    undo(layer, write(layer, [1, 2, 3]))
    assert need_columns(server) == {}
    assert all_but_need(server) == before
    assert not any(name.startswith("need_") for name in field_names(layer))


def test_values_and_left_over_columns_come_back_with_their_types(server):
    make_wards(
        server,
        more=", need_score numeric, need_rank bigint, need_flags varchar(40), need_f01 int, need_f02 float8, "
        "need_f03 int",
    )
    server.run(
        "UPDATE wards SET need_score = 0.1 + id::numeric / 3, need_rank = 3 - id, need_f02 = 1e-7 * id, "
        "need_f03 = 1, need_flags = nullif(E'a\"\\\\' || id, E'a\"\\\\2')"
    )
    before, types = need_rows(server), need_columns(server)
    layer = open_wards(server)
    take_back = write(layer, [1, 2, 3], flags=1)
    assert list(need_columns(server)) == ["need_score", "need_rank", "need_flags", "need_f01"]
    undo(layer, take_back)
    assert need_columns(server) == types
    assert need_rows(server) == before


def test_only_the_areas_of_a_filtered_layer_get_theirs_back(server):
    write_in_place(open_wards(server), need_outputs([1, 2, 3]), "need_")
    layer = open_wards(server, subset="code <> 'E05000002'")
    take_back = write(layer, [7, 9], flags=1)
    server.run("UPDATE wards SET need_score = 20 WHERE code = 'E05000002'")
    undo(layer, take_back)
    assert need_values(need_rows(server), 0) == [1, 20, 3]
    assert need_values(need_rows(server), 4) == [0, 1, 0]


def test_where_the_key_is_a_text_each_area_gets_its_own_back(server):
    make_wards(server, "keyed", key="id text PRIMARY KEY")
    layer = open_wards(server, "keyed")
    write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    before = need_rows(server, "keyed")
    take_back = write(layer, [4, 5, 6])
    undo(open_wards(server, "keyed"), take_back)  # another layer, which numbers its features anew
    assert need_rows(server, "keyed") == before


@pytest.mark.parametrize(
    "change", ["UPDATE wards SET need_score = 9 WHERE id = 2", "ALTER TABLE wards DROP COLUMN need_f01"]
)
def test_scores_that_somebody_has_changed_since_stay(server, change):
    layer = open_wards(server)
    take_back = write(layer, [1, 2, 3])
    server.run(change)
    before = need_rows(server)
    with pytest.raises(NeedError, match="changed since the scores were written"):
        undo(layer, take_back)
    assert need_rows(server) == before


def test_scores_that_a_colleague_has_written_since_stay(server):
    layer = open_wards(server)
    take_back = write(layer, [1, 2, 3])
    write_in_place(open_wards(server, user=COLLEAGUE), need_outputs([7, 8, 9]), "need_")
    with pytest.raises(NeedError, match="changed since the scores were written"):
        undo(layer, take_back)
    assert need_values(need_rows(server), 0) == [7, 8, 9]


def test_a_layer_that_is_being_edited_is_refused(server):
    layer = open_wards(server)
    take_back = write(layer, [1, 2, 3])
    layer.startEditing()
    with pytest.raises(NeedError, match="is being edited"):
        undo(layer, take_back)
    layer.rollBack()


def test_no_password_is_kept_with_what_is_needed_to_undo(server):
    from support.postgis_server import PASSWORD

    layer = open_wards(server)
    prepared = prepare_write(layer, need_outputs([1, 2, 3]), "need_", keep_old=True)
    assert PASSWORD not in repr(prepared)
    assert PASSWORD not in repr(vars(prepared.run(Watcher()).take_back))
