# SPDX-License-Identifier: GPL-2.0-or-later
"""A change carried out on a shared table: its turn waited for, landed as a whole, the outcome known."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import Callable, Iterator, List, Tuple

import psycopg2
from psycopg2.sql import SQL

from ....core.feedback import Feedback, Silent
from ....core.messages import Message, NeedError, mark
from ....translation import translated
from .change import Change, Made, make
from .link import Link, LostError, Sql
from .place import Place
from .refusals import DEADLOCK, LOCK_NOT_AVAILABLE, in_doubt, lost, reached, told
from .sql import Statements, array, quoted
from .table import Seen, Table, find_table, holders, keys_of

# While we stand in the queue nobody gets past us, readers included: hence turns, with pauses that let them.
# A turn is longer than the second after which the server sends its own vacuum away from a table.
_TURN = "SET LOCAL lock_timeout = '1500ms'"
_PAUSE_SECONDS = 1.0
_PATIENCE_SECONDS = 600.0

_COMMIT_SECONDS = 20.0
_ASK_SECONDS = 5.0
_ASKED_AT_MOST = 5


@contextmanager
def linked(place: Place, feedback: Feedback) -> Iterator[Link]:
    """A link to the place's database, in the role that the layer acts in.

    What goes wrong with the database inside comes out as a NeedError that says that nothing was written.
    """
    with reached(place.title):
        link = Link(place.conninfo, feedback)
    with link, told(place.title):
        if place.role:
            link.run(SQL("SET ROLE {}").format(quoted(place.role)))
        yield link


def carry_out(
    place: Place,
    change: Change,
    expected: Seen,
    changed: Callable[[Table], NeedError],
    feedback: Feedback,
    *,
    keep_old: bool,
) -> Made:
    """Make a change and commit it, or leave the table as it is.

    Parameters
    ----------
    expected, changed, keep_old
        As `make` takes them.

    Raises NeedError where it cannot be made, Cancelled where the user stops it; the table is as it was
    then, but for the one error that says that this is not known.
    """
    with linked(place, feedback) as link:
        table = find_table(link, place.schema, place.table)
        lock, values = _lock(link, table, change)
        end = time.monotonic() + _PATIENCE_SECONDS
        while True:
            link.progress = 10
            try:
                with link.transaction():
                    link.run(_TURN)
                    link.run(lock, values)
                    made = make(link, place, change, expected, changed, keep_old=keep_old)
                    _commit(link, place)
                    return made
            except psycopg2.Error as error:
                if error.pgcode not in (LOCK_NOT_AVAILABLE, DEADLOCK):
                    raise
            _wait_for_turn(link, place, table, feedback, end)


def _lock(link: Link, table: Table, change: Change) -> Tuple[Sql, List[str]]:
    """What keeps others from changing the table, or at least our rows of it; readers are let by if can be."""
    statements = Statements(table.schema, table.name, keys_of(table, change.keys), (), ())
    if table.may_alter and (change.added or change.stale):
        return statements.lock("ACCESS EXCLUSIVE"), []
    if table.may_lock:
        return statements.lock("EXCLUSIVE"), []
    return statements.lock_rows(), [array(column) for column in change.rows]


def _wait_for_turn(link: Link, place: Place, table: Table, feedback: Feedback, end: float) -> None:
    who = holders(link, table.oid)
    if time.monotonic() > end:
        raise NeedError(
            mark(
                "“{layer}” has been in use for ten minutes: {who}. Ask them to save or drop their changes, "
                "then write again. Nothing was written."
            ),
            layer=place.title,
            who=who or "?",
        )
    words = mark("Waiting: “{layer}” is in use by {who}. Nothing is written yet; you may cancel.")
    say(feedback, Message(words, {"layer": place.title, "who": who or mark("somebody else")}))
    link.pause(_PAUSE_SECONDS)


def say(feedback: Feedback, message: Message) -> None:
    """Tell the user something meanwhile, where the feedback has an ear for it."""
    hear = getattr(feedback, "pushInfo", None)
    if hear is not None:
        hear(translated(message))


def _commit(link: Link, place: Place) -> None:
    """Commit; where the connection breaks right then, find out what became of it."""
    number = link.rows("SELECT pg_catalog.txid_current()")[0][0]
    link.progress = 90
    try:
        link.run_to_the_end("COMMIT", _COMMIT_SECONDS)
    except (LostError, psycopg2.Error) as error:
        if not link.is_closed:
            raise
        outcome = _ask(place, number)
        if outcome == "aborted":
            raise lost(place.title) from error
        if outcome != "committed":
            raise in_doubt(place.title) from error


def _ask(place: Place, number: int) -> str:
    """What became of a transaction, asked on another connection; blank where nobody answers."""
    for _ in range(_ASKED_AT_MOST):
        try:
            with Link(place.conninfo, Silent(), _ASK_SECONDS) as link:
                outcome = str(link.rows("SELECT pg_catalog.txid_status(%s)", [number])[0][0])
        except (LostError, psycopg2.Error):
            outcome = ""
        if outcome in ("committed", "aborted"):
            return outcome
        time.sleep(_PAUSE_SECONDS)
    return ""
