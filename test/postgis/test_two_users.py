# SPDX-License-Identifier: GPL-2.0-or-later
"""A table that others are at: one waits, can stop, and overwrites nothing without being told."""

from __future__ import annotations

import threading

import pytest

from support.layers import cells, field_names, need_outputs
from support.postgis_server import DATABASE
from support.postgis_tables import COLLEAGUE, need_columns, need_rows, need_values, open_wards
from support.workers import Beside, Watcher, wait_until
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers.write import prepare_write, write_in_place
from vru_need_plugin.layers.writing.postgis import transaction


@pytest.fixture
def colleague(server):
    """A connection of somebody else's, in a transaction."""
    connection = server.connect(COLLEAGUE)
    connection.autocommit = False
    yield connection
    connection.close()


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch):
    monkeypatch.setattr(transaction, "_PAUSE_SECONDS", 0.2)
    monkeypatch.setattr(transaction, "_TURN", "SET LOCAL lock_timeout = '300ms'")


def prepared_for(layer, scores, **how):
    return prepare_write(layer, need_outputs(scores), "need_", **how)


def waiting_locks(server):
    return server.rows("SELECT count(*) FROM pg_locks WHERE NOT granted")[0][0]


class TestARowThatSomebodyHolds:
    def test_the_write_waits_says_for_whom_and_lands_once_it_is_free(self, server, colleague):
        colleague.cursor().execute("SELECT * FROM wards WHERE code = 'E05000002' FOR UPDATE")
        watcher = Watcher()
        prepared = prepared_for(open_wards(server), [1, 2, 3])
        writing = Beside(lambda: prepared.run(watcher))
        wait_until(lambda: watcher.told)
        assert "Waiting: “wards” is in use by colleague" in watcher.told[0]
        assert "you may cancel" in watcher.told[0]
        assert not writing.is_done
        colleague.rollback()
        writing.result()
        assert need_values(need_rows(server), 0) == [1, 2, 3]

    @pytest.mark.parametrize("scored_before", [False, True], ids=["new columns", "columns that are there"])
    def test_stopping_while_it_waits_leaves_everything_and_no_lock_behind(
        self, server, colleague, scored_before
    ):
        layer = open_wards(server)
        if scored_before:
            write_in_place(layer, need_outputs([7, 8, 9]), "need_")
        before = need_rows(server)
        colleague.cursor().execute("UPDATE wards SET name = 'x' WHERE code = 'E05000002'")
        watcher = Watcher()
        prepared = prepared_for(layer, [1, 2, 3])
        writing = Beside(lambda: prepared.run(watcher))
        wait_until(lambda: watcher.told)
        watcher.stop()
        with pytest.raises(Cancelled):
            writing.result()
        assert need_rows(server) == before
        wait_until(lambda: not waiting_locks(server))

    def test_stopping_in_the_middle_of_one_turn_is_heard_at_once(self, server, colleague, monkeypatch):
        monkeypatch.setattr(transaction, "_TURN", "SET LOCAL lock_timeout = '600s'")
        colleague.cursor().execute("UPDATE wards SET name = 'x' WHERE code = 'E05000002'")
        watcher = Watcher()
        prepared = prepared_for(open_wards(server), [1, 2, 3])
        writing = Beside(lambda: prepared.run(watcher))
        wait_until(lambda: waiting_locks(server))
        watcher.stop()
        with pytest.raises(Cancelled):
            writing.result()
        wait_until(lambda: not waiting_locks(server))

    def test_whoever_reads_meanwhile_gets_past(self, server, colleague):
        """A lock that waits in the queue for long would hold up every map of the table."""
        colleague.cursor().execute("UPDATE wards SET name = 'x' WHERE code = 'E05000002'")
        watcher = Watcher()
        prepared = prepared_for(open_wards(server), [1, 2, 3])
        writing = Beside(lambda: prepared.run(watcher))
        wait_until(lambda: waiting_locks(server))
        assert server.rows("SELECT count(*) FROM wards") == [(3,)]
        watcher.stop()
        with pytest.raises(Cancelled):
            writing.result()

    def test_it_gives_up_in_the_end_and_names_who_to_ask(self, server, colleague, monkeypatch):
        monkeypatch.setattr(transaction, "_PATIENCE_SECONDS", 0.5)
        colleague.cursor().execute("UPDATE wards SET name = 'x' WHERE code = 'E05000002'")
        with pytest.raises(NeedError, match="in use for ten minutes: colleague"):
            write_in_place(open_wards(server), need_outputs([1, 2, 3]), "need_")
        assert need_columns(server) == {}

    def test_a_user_without_the_right_to_lock_the_table_waits_for_the_rows(self, server, colleague):
        write_in_place(open_wards(server), need_outputs([7, 8, 9]), "need_")
        names = ", ".join(need_columns(server))
        server.run("REVOKE UPDATE ON wards FROM updater", f"GRANT UPDATE ({names}) ON wards TO updater")
        colleague.cursor().execute("SELECT * FROM wards WHERE code = 'E05000002' FOR UPDATE")
        watcher = Watcher()
        prepared = prepared_for(open_wards(server, user="updater"), [1, 2, 3])
        writing = Beside(lambda: prepared.run(watcher))
        wait_until(lambda: watcher.told)
        colleague.rollback()
        writing.result()
        assert need_values(need_rows(server), 0) == [1, 2, 3]


class TestTwoWhoWriteAtOnce:
    def test_the_second_is_told_and_overwrites_nothing(self, server):
        mine, theirs = open_wards(server), open_wards(server, user=COLLEAGUE)
        first, second = prepared_for(mine, [1, 2, 3]), prepared_for(theirs, [7, 8, 9])
        outcomes = []
        gate = threading.Barrier(2)

        def write(prepared):
            gate.wait()
            try:
                prepared.run(Watcher())
                outcomes.append("written")
            except NeedError as error:
                outcomes.append(str(error))

        both = [Beside(lambda p=p: write(p)) for p in (first, second)]
        for one in both:
            one.result()
        assert sorted(outcomes)[1] == "written"
        assert (
            "Somebody has written need scores to “public.wards” since you were asked" in sorted(outcomes)[0]
        )
        assert need_values(need_rows(server), 0) in ([1, 2, 3], [7, 8, 9])

    def test_scores_written_since_the_user_was_asked_are_not_overwritten_unnoticed(self, server):
        layer = open_wards(server)
        write_in_place(layer, need_outputs([1, 2, 3]), "need_")
        prepared = prepared_for(layer, [4, 5, 6])
        write_in_place(open_wards(server, user=COLLEAGUE), need_outputs([7, 8, 9]), "need_")
        with pytest.raises(NeedError, match=r"since you were asked whether to. Look at them first"):
            prepared.run(Watcher())
        assert need_values(need_rows(server), 0) == [7, 8, 9]
        write_in_place(layer, need_outputs([4, 5, 6]), "need_")  # having been told
        assert need_values(need_rows(server), 0) == [4, 5, 6]

    @pytest.mark.parametrize(
        "change",
        ["UPDATE wards SET need_rank = 9 WHERE id = 2", "UPDATE wards SET need_flags = NULL WHERE id = 3"],
    )
    def test_one_cell_is_enough(self, server, change):
        layer = open_wards(server)
        write_in_place(layer, need_outputs([1, 2, 3]), "need_")
        prepared = prepared_for(layer, [4, 5, 6])
        server.run(change)
        before = need_rows(server)
        with pytest.raises(NeedError, match="Somebody has written"):
            prepared.run(Watcher())
        assert need_rows(server) == before

    def test_what_others_do_to_other_columns_and_areas_is_no_matter(self, server):
        layer = open_wards(server, subset="code <> 'E05000002'")
        write_in_place(open_wards(server), need_outputs([1, 2, 3]), "need_")
        prepared = prepared_for(open_wards(server, subset="code <> 'E05000002'"), [4, 6])
        server.run(
            "UPDATE wards SET name = 'renamed'",
            "UPDATE wards SET need_score = 8 WHERE code = 'E05000002'",
            "INSERT INTO wards (id, code) VALUES (9, 'E05000009')",
            "ALTER TABLE wards ADD COLUMN mine text",
        )
        prepared.run(Watcher())
        assert need_values(need_rows(server), 0) == [4, 8, 6, None]
        assert layer.isValid()

    def test_columns_that_somebody_added_since_the_layer_was_opened_are_told_and_then_shown(self, server):
        layer = open_wards(server)
        write_in_place(open_wards(server, user=COLLEAGUE), need_outputs([7, 8, 9]), "need_")
        assert "need_score" not in field_names(layer)
        with pytest.raises(NeedError, match=r"somebody has added “need_score” to “public.wards”"):
            prepared_for(layer, [1, 2, 3])
        assert cells(layer, "need_score") == [7, 8, 9]
        assert need_values(need_rows(server), 0) == [7, 8, 9]

    def test_a_table_put_in_the_place_of_the_one_that_was_looked_at(self, server):
        prepared = prepared_for(open_wards(server), [1, 2, 3])
        server.run(
            "CREATE TABLE other (LIKE wards INCLUDING ALL)",
            "INSERT INTO other SELECT * FROM wards",
            "ALTER TABLE other OWNER TO gis_team",
            "ALTER TABLE wards RENAME TO gone",
            "ALTER TABLE other RENAME TO wards",
        )
        with pytest.raises(NeedError, match=r"Somebody has written need scores|no longer in the database"):
            prepared.run(Watcher())
        assert need_columns(server) == {}


def test_nobody_is_left_connected(server):
    write_in_place(open_wards(server), need_outputs([1, 2, 3]), "need_")
    query = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'VRU Need Score' AND datname = %s"
    wait_until(lambda: server.rows(query, DATABASE) == [(0,)])
