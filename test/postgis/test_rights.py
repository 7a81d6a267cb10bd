# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may not write is told what to ask whom for, and nothing is written."""

from __future__ import annotations

import pytest

from support.layers import need_outputs
from support.postgis_server import PASSWORD
from support.postgis_tables import (
    OWNER,
    READER,
    UPDATER,
    need_columns,
    need_rows,
    need_values,
    open_wards,
)
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.write import prepare_write, write_in_place

SOME = "need_score float8, need_rank integer, need_flags text, need_f01 integer, need_f02 integer"


def refused(server, user, match):
    with pytest.raises(NeedError, match=match) as caught:
        write_in_place(open_wards(server, user=user), need_outputs([1, 2, 3]), "need_")
    assert PASSWORD not in str(caught.value)


def add_need_columns(server):
    server.run(*(f"ALTER TABLE wards ADD COLUMN {column}" for column in SOME.split(", ")))


def test_a_user_who_may_only_look(server):
    refused(server, READER, "“reader” may not add columns to “public.wards”, which belongs to “gis_team”")
    add_need_columns(server)
    refused(
        server, READER, r"“reader” may not change “need_score.*Ask “gis_team” for the right to \(UPDATE\)"
    )
    assert need_values(need_rows(server), 0) == [None] * 3


def test_a_user_who_may_change_but_not_add_columns(server):
    refused(server, UPDATER, "“updater” may not add columns to “public.wards”, which belongs to “gis_team”")
    assert need_columns(server) == {}


def test_the_same_user_once_the_columns_are_there(server):
    add_need_columns(server)
    write_in_place(open_wards(server, user=UPDATER), need_outputs([1, 2, 3]), "need_")
    assert need_values(need_rows(server), 0) == [1, 2, 3]


def test_left_over_columns_of_another_owner_are_emptied(server):
    add_need_columns(server)
    server.run("UPDATE wards SET need_f02 = 1")
    layer = open_wards(server, user=UPDATER)
    report = write_in_place(layer, need_outputs([1, 2, 3], flags=1), "need_")
    assert (report.removed, report.emptied) == ((), ("need_f02",))
    assert need_values(need_rows(server), 4) == [None] * 3


def test_a_user_with_the_right_to_these_columns_only(server):
    add_need_columns(server)
    names = ", ".join(column.split()[0] for column in SOME.split(", "))
    server.run(f"REVOKE UPDATE ON wards FROM {UPDATER}", f"GRANT UPDATE ({names}) ON wards TO {UPDATER}")
    layer = open_wards(server, user=UPDATER)
    write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    assert need_values(need_rows(server), 0) == [1, 2, 3]


def test_rights_taken_away_since_the_layer_was_opened(server):
    layer = open_wards(server)
    server.run("ALTER TABLE wards OWNER TO postgres", f"GRANT SELECT, UPDATE ON wards TO {OWNER}")
    with pytest.raises(
        NeedError,
        match=r"“officer” may not add columns to “public.wards”, which belongs to “postgres”"
        r".*need_score double precision",
    ):
        write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    add_need_columns(server)
    server.run(f"REVOKE UPDATE ON wards FROM {OWNER}")
    layer = open_wards(server)
    with pytest.raises(NeedError, match="“officer” may not change"):
        write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    assert need_values(need_rows(server), 0) == [None] * 3


def test_it_is_said_before_the_user_is_asked(server):
    layer = open_wards(server)
    server.run("ALTER TABLE wards OWNER TO postgres", f"GRANT SELECT, UPDATE ON wards TO {OWNER}")
    with pytest.raises(NeedError, match="may not add columns"):
        prepare_write(layer, need_outputs([1, 2, 3]), "need_")


class TestRowsThatTheDatabaseGuards:
    @pytest.fixture
    def guarded(self, server):
        """Row security: the updater sees two wards, and may change one of them."""
        add_need_columns(server)
        server.run(
            "ALTER TABLE wards ENABLE ROW LEVEL SECURITY",
            "CREATE POLICY some_seen ON wards FOR SELECT USING (code <> 'E05000003')",
            "CREATE POLICY one_changed ON wards FOR UPDATE USING (code = 'E05000001')",
        )
        return server

    def test_rows_that_are_seen_but_not_to_be_changed_take_everything_back(self, guarded):
        with pytest.raises(NeedError, match="For 1 areas of “wards” the database did not keep the scores"):
            write_in_place(open_wards(guarded, user=UPDATER), need_outputs([1, 2]), "need_")
        assert need_values(need_rows(guarded), 0) == [None] * 3

    def test_rows_that_are_hidden_by_now(self, guarded):
        ids = [1, 2, 3]
        layer = open_wards(guarded, user=UPDATER)
        with pytest.raises(NeedError, match="1 of the areas scored are no longer in “wards”"):
            write_in_place(layer, need_outputs([1, 2, 3]), "need_", feature_ids=ids)
        assert need_values(need_rows(guarded), 0) == [None] * 3


def test_a_database_that_is_read_only_at_present(server):
    layer = open_wards(server)
    server.run(f"ALTER ROLE {OWNER} SET default_transaction_read_only = on")
    try:
        # Read-write is asked for by name, which a standby in recovery would refuse.
        write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    finally:
        server.run(f"ALTER ROLE {OWNER} RESET default_transaction_read_only")
    assert need_values(need_rows(server), 0) == [1, 2, 3]
