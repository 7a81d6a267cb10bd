# SPDX-License-Identifier: GPL-2.0-or-later
"""A connection to PostgreSQL that never keeps its thread from noticing that the user has stopped it."""

from __future__ import annotations

import selectors
import time
from contextlib import contextmanager, suppress
from typing import Any, Iterator, List, Optional, Sequence, Tuple, Union

import psycopg2
from psycopg2 import extensions
from psycopg2.sql import Composable

from ....core.feedback import SILENT, Feedback, check
from ....core.messages import Cancelled

Sql = Union[str, Composable]

APPLICATION = "VRU Need Score"
"""How others see this connection in the database's own lists."""

_TICK = 0.1
_CONNECT_SECONDS = 30.0
_CANCEL_SECONDS = 2.0

# A peer that has vanished without a word is noticed within half a minute.
_KEEP_ALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}

# The server, for its part, lets go of locks whose owner has vanished. What an old or other server does not
# know of these it does without.
_LET_GO = (
    "SET idle_in_transaction_session_timeout = '60s'",
    "SET client_connection_check_interval = '2s'",
)


class LostError(Exception):
    """The connection is gone, or no answer came in the time that there was."""


class Link:
    """One connection, its statements each run to the end or given up; close it, or use `with`.

    Waiting is done here and not in libpq: between two looks at the socket the user is asked.

    Parameters
    ----------
    conninfo
        What libpq connects with.
    feedback
        Asked about ten times a second, and told `progress`, which lets a window breathe that waits on the
        same thread.
    limit
        Seconds that any one wait may take; None for no limit.

    Raises psycopg2.Error or LostError where there is no connection to be had; Cancelled where the user
    stops it.
    """

    def __init__(self, conninfo: str, feedback: Feedback, limit: Optional[float] = None) -> None:
        self._conninfo = conninfo
        self._feedback = feedback
        self._limit = limit
        self.progress = 0.0
        self._connection = psycopg2.connect(conninfo, async_=1, application_name=APPLICATION, **_KEEP_ALIVE)
        try:
            self._wait(min(_CONNECT_SECONDS, limit or _CONNECT_SECONDS))
            for setting in _LET_GO:
                self._try(setting)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Link:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def server_version(self) -> int:
        """The server's version as libpq has it: 150018 for 15.18."""
        return int(self._connection.server_version)

    @property
    def is_closed(self) -> bool:
        """Whether the connection is gone."""
        return bool(self._connection.closed)

    def close(self) -> None:
        """End the connection; what was not committed is gone with it."""
        self._connection.close()

    def rows(self, sql: Sql, values: Sequence[Any] = ()) -> List[Tuple[Any, ...]]:
        """What a query answers."""
        return list(self._execute(sql, values, self._limit).fetchall())

    def run(self, sql: Sql, values: Sequence[Any] = ()) -> None:
        """Run a statement that answers nothing."""
        self._execute(sql, values, self._limit)

    def run_to_the_end(self, sql: str, patience: float) -> None:
        """Run a statement that the user cannot stop within `patience` seconds.

        Raises LostError where it had no answer by then.
        """
        self._execute(sql, (), patience, heed=False)

    def pause(self, seconds: float) -> None:
        """Wait, asking the user."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._look_up()
            time.sleep(_TICK)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction that the block commits by itself; whatever is left of it is rolled back."""
        self.run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        try:
            yield
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self.is_closed or self._connection.isexecuting():
            self.close()  # which rolls back, too
            return
        try:
            self.run_to_the_end("ROLLBACK", _CANCEL_SECONDS)
        except (psycopg2.Error, LostError):
            self.close()

    def _try(self, setting: str) -> None:
        try:
            self.run(setting)
        except psycopg2.Error:
            if self.is_closed:
                raise

    def _execute(self, sql: Sql, values: Sequence[Any], limit: Optional[float], heed: bool = True) -> Any:
        if self.is_closed:
            raise LostError
        cursor = self._connection.cursor()
        cursor.execute(sql, tuple(values))  # a tuple, be it empty: then %% means %
        self._wait(limit, heed)
        return cursor

    def _wait(self, limit: Optional[float], heed: bool = True) -> None:
        end = None if limit is None else time.monotonic() + limit
        with selectors.DefaultSelector() as selector:
            while True:
                state = self._connection.poll()
                if state == extensions.POLL_OK:
                    return
                self._wait_for(selector, state)
                if heed:
                    self._look_up()
                if end is not None and time.monotonic() > end:
                    self._give_up()
                    raise LostError

    def _wait_for(self, selector: selectors.BaseSelector, state: int) -> None:
        """Until the socket is ready, or for a tick."""
        event = selectors.EVENT_READ if state == extensions.POLL_READ else selectors.EVENT_WRITE
        key = selector.register(self._connection.fileno(), event)
        try:
            selector.select(_TICK)
        finally:
            selector.unregister(key.fileobj)

    def _look_up(self) -> None:
        self._feedback.setProgress(self.progress)
        try:
            check(self._feedback)
        except Cancelled:
            self._give_up()
            raise

    def _give_up(self) -> None:
        """Ask the server to stop what it does for us, and leave.

        libpq has a call for that, which psycopg2 makes with Python's lock held: on a dead network it would
        hold all of QGIS. Another connection asks as well, and can itself be given up.
        """
        number = self._connection.info.backend_pid
        if number and not self.is_closed and self._connection.status != extensions.STATUS_SETUP:
            with suppress(psycopg2.Error, LostError), Link(self._conninfo, SILENT, _CANCEL_SECONDS) as other:
                other.rows("SELECT pg_catalog.pg_cancel_backend(%s)", [number])
        self.close()
