# SPDX-License-Identifier: GPL-2.0-or-later
"""What the database refuses, in words for the user."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator

import psycopg2

from ....core.messages import NeedError, mark
from .link import LostError

# SQLSTATE codes, from PostgreSQL's manual (appendix A).
LOCK_NOT_AVAILABLE = "55P03"
DEADLOCK = "40P01"
DEPENDENT_OBJECTS = "2BP01"
NOT_ALLOWED = "42501"
_READ_ONLY = "25006"
_TOO_LONG = "22001"
_ENDED = ("57P01", "57P02", "57P03")  # by an administrator, a crash, or starting up
_STOPPED = "57014"
_CONNECTION = "08"


class UnreachableError(NeedError):
    """The database cannot be asked at present: nobody should try to on the window's own thread."""


@contextmanager
def told(title: str) -> Iterator[None]:
    """Turn what goes wrong with the database into a NeedError.

    Parameters
    ----------
    title
        The layer's name. Nothing was written to it when an error comes through here.
    """
    try:
        yield
    except LostError as error:
        raise lost(title) from error
    except psycopg2.Error as error:
        raise _refusal(title, error) from error


@contextmanager
def reached(title: str) -> Iterator[None]:
    """The same while the connection is being made."""
    try:
        yield
    except (LostError, psycopg2.Error) as error:
        raise UnreachableError(
            mark(
                "The database of “{layer}” cannot be reached, so nothing was written. If QGIS asked you for "
                "the password, store it with the connection; or switch editing on for the layer, then the "
                "scores join your edits. PostgreSQL says: {reason}"
            ),
            layer=title,
            reason=_reason(error) or mark("no answer"),
        ) from error


def _refusal(title: str, error: psycopg2.Error) -> NeedError:
    code = error.pgcode or ""
    if code == _READ_ONLY:
        return NeedError(
            mark(
                "The database of “{layer}” is a read-only copy at present. Connect to the one that is "
                "written to, or write the scores to a new layer. Nothing was written."
            ),
            layer=title,
        )
    if code == NOT_ALLOWED:
        return NeedError(
            mark(
                "The database does not allow you to write to “{layer}”. Ask its owner for the right to, or "
                "write the scores to a new layer. Nothing was written. PostgreSQL says: {reason}"
            ),
            layer=title,
            reason=_reason(error),
        )
    if code == _TOO_LONG:
        return NeedError(
            mark(
                "A text is too long for a need field that “{layer}” has. Make the column of type text, or "
                "remove it. Nothing was written. PostgreSQL says: {reason}"
            ),
            layer=title,
            reason=_reason(error),
        )
    if code in _ENDED or code.startswith(_CONNECTION) or (isinstance(error, _WITHOUT_CODE) and not code):
        return lost(title)
    if code == _STOPPED:
        return NeedError(
            mark("The database stopped the writing of “{layer}”. Nothing was written. It says: {reason}"),
            layer=title,
            reason=_reason(error),
        )
    return NeedError(
        mark("The database refused the scores of “{layer}”. Nothing was written. PostgreSQL says: {reason}"),
        layer=title,
        reason=_reason(error),
    )


# What libpq raises where the connection breaks, without a code of the server's.
_WITHOUT_CODE = (psycopg2.OperationalError, psycopg2.InterfaceError, psycopg2.DatabaseError)


def lost(title: str) -> NeedError:
    """The connection broke, and what was not committed is undone."""
    return UnreachableError(
        mark(
            "The connection to the database of “{layer}” was lost before the scores were saved. Nothing was "
            "written: the database undoes what is not finished. Try again when it is back."
        ),
        layer=title,
    )


def in_doubt(title: str) -> NeedError:
    """The connection broke at the one moment where it cannot be known what became of the write."""
    return UnreachableError(
        mark(
            "The connection to the database of “{layer}” was lost at the very moment of saving, and it "
            "cannot be asked what became of it. The layer holds either all the new scores or exactly what "
            "it held before, nothing in between: look when the database is back."
        ),
        layer=title,
    )


def _reason(error: BaseException) -> str:
    """The first line of what the server or libpq says; neither names a password."""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    lines = str(primary or error).strip().splitlines()
    return lines[0] if lines else ""
