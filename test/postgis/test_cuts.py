# SPDX-License-Identifier: GPL-2.0-or-later
"""A connection that breaks, a server that falls silent: old or new exactly, and the user knows which."""

from __future__ import annotations

import pytest

from support.cut_proxy import CutProxy
from support.layers import need_outputs
from support.patience import must_end_by_itself
from support.postgis_server import PASSWORD
from support.postgis_tables import make_wards, need_columns, need_rows, need_values, open_wards
from support.workers import Beside, Watcher, wait_until
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers.write import prepare_write
from vru_need_plugin.layers.writing.postgis import link, transaction

SCORES = [float(number) for number in range(2000)]


@pytest.fixture
def many(server):
    make_wards(server, "many", count=len(SCORES))
    return server


def prepared_on(layer, ids=None):
    return prepare_write(layer, need_outputs(SCORES), "need_", ids)


class At:
    """Once armed, does something to the network as soon as a client has said certain things in turn."""

    def __init__(self, *words: bytes) -> None:
        self._words = list(words)
        self._do = None
        self.happened = False

    def arm(self, do) -> None:
        self._do = do

    def __call__(self, piece: bytes) -> None:
        if self._do is not None and self._words and self._words[0] in piece:
            del self._words[0]
            if not self._words:
                self.happened = True
                self._do()


@pytest.mark.parametrize(
    "moment", [b"LOCK TABLE", b"ALTER TABLE", b"UPDATE", b"DISTINCT scored", b"txid_current"]
)
def test_a_connection_cut_in_mid_write_writes_nothing_and_says_so(many, moment):
    at = At(moment)
    with CutProxy(many.port, at) as proxy:
        prepared = prepared_on(open_wards(many, "many", port=proxy.port))
        at.arm(proxy.break_all)
        with pytest.raises(
            NeedError, match=r"was lost before the scores were saved. Nothing was written"
        ) as caught:
            prepared.run(Watcher())
    assert at.happened
    assert PASSWORD not in str(caught.value)
    wait_until(lambda: many.rows("SELECT count(*) FROM pg_locks WHERE relation = 'many'::regclass") == [(0,)])
    assert need_columns(many, "many") == {}


@pytest.mark.parametrize(
    "moment", [b"ALTER TABLE", b"UPDATE", b"txid_current"], ids=lambda moment: moment.decode()
)
def test_an_administrator_who_ends_the_session_undoes_the_write(many, moment):
    at = At(moment)
    with CutProxy(many.port, at) as proxy:
        prepared = prepared_on(open_wards(many, "many", port=proxy.port))
        at.arm(
            lambda: many.rows(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s",
                link.APPLICATION,
            )
        )
        with pytest.raises(NeedError, match="Nothing was written"):
            prepared.run(Watcher())
    assert at.happened
    assert need_columns(many, "many") == {}


def test_a_cut_that_loses_the_commit_on_its_way_is_found_out_to_be_nothing(many):
    at = At(b"txid_current", b"COMMIT")
    with CutProxy(many.port, at) as proxy:
        prepared = prepared_on(open_wards(many, "many", port=proxy.port))
        at.arm(proxy.break_all)
        with pytest.raises(NeedError, match="Nothing was written"):
            prepared.run(Watcher())
    assert need_columns(many, "many") == {}


def test_a_cut_that_loses_the_answer_to_the_commit_is_found_out_to_be_a_success(many):
    at = At(b"txid_current", b"COMMIT")
    with CutProxy(many.port, at) as proxy:
        prepared = prepared_on(open_wards(many, "many", port=proxy.port))
        at.arm(proxy.answer_is_lost)
        prepared.run(Watcher())
    assert need_values(need_rows(many, "many"), 0) == SCORES


def test_where_nobody_can_be_asked_the_user_is_told_that_it_is_not_known(many, monkeypatch):
    monkeypatch.setattr(transaction, "_PAUSE_SECONDS", 0.05)
    at = At(b"txid_current", b"COMMIT")
    with CutProxy(many.port, at) as proxy:
        prepared = prepared_on(open_wards(many, "many", port=proxy.port))
        at.arm(proxy.cut)
        with pytest.raises(NeedError, match="either all the new scores or exactly what it held before"):
            prepared.run(Watcher())
    assert need_columns(many, "many") == {}


def test_a_server_that_falls_silent_can_be_left(many):
    at = At(b"UPDATE")
    with CutProxy(many.port, at) as proxy:
        layer = open_wards(many, "many", port=proxy.port)
        prepared = prepared_on(layer)
        at.arm(proxy.freeze)
        watcher = Watcher()
        writing = Beside(lambda: prepared.run(watcher))
        wait_until(lambda: at.happened)
        watcher.stop()
        with pytest.raises(Cancelled):
            writing.result()
        with must_end_by_itself(proxy.cut):
            prepared.write.finish(layer)  # as the dock does where a write fails
    assert need_columns(many, "many") == {}


def test_a_server_that_is_not_there_any_more(many):
    with CutProxy(many.port) as proxy:
        layer = open_wards(many, "many", port=proxy.port)
        ids = [feature.id() for feature in layer.getFeatures()]
        proxy.cut()
        with pytest.raises(NeedError, match="cannot be reached, so nothing was written") as caught:
            prepared_on(layer, ids).run(Watcher())
    assert PASSWORD not in str(caught.value)


def test_a_server_that_does_not_answer_does_not_hold_the_window(many):
    with CutProxy(many.port) as proxy:
        layer = open_wards(many, "many", port=proxy.port)
        ids = [feature.id() for feature in layer.getFeatures()]
        proxy.freeze()
        with must_end_by_itself(proxy.cut):
            prepared = prepared_on(layer, ids)
        watcher = Watcher()
        writing = Beside(lambda: prepared.run(watcher))
        watcher.stop()
        with pytest.raises(Cancelled):
            writing.result()


def test_a_connection_that_breaks_while_the_keys_are_read_is_not_taken_for_missing_areas(many):
    with CutProxy(many.port) as proxy:
        layer = open_wards(many, "many", port=proxy.port)
        prepared = prepared_on(layer)
        prepared.write.look.result(Watcher())
        proxy.cut()
        with pytest.raises(NeedError, match="cannot be reached, so nothing was written"):
            prepared.run(Watcher())
