# SPDX-License-Identifier: GPL-2.0-or-later
"""What a table holds when a write to it is prepared, looked at beside the window."""

from __future__ import annotations

import threading
from typing import Mapping, Optional, Sequence, Tuple

from ....core.feedback import Feedback, Silent, check
from .place import Place
from .table import Seen, Table, check_columns, check_rights, find_table, keys_of, look
from .transaction import linked

_TICK = 0.1


class Look:
    """The looking: begun when made, its result there to be asked for.

    Parameters
    ----------
    written
        Need columns that the layer has and that will be changed.
    added
        Those to be added, with their types.
    """

    def __init__(self, place: Place, written: Sequence[str], added: Mapping[str, str]) -> None:
        self._place = place
        self._written = written
        self._added = added
        self._found: Optional[Tuple[Table, Seen]] = None
        self._error: Optional[BaseException] = None
        self._thread = threading.Thread(target=self._look, name="vru-need-look", daemon=True)
        self._thread.start()

    def answered(self, seconds: float) -> None:
        """Wait for the answer, but no longer than this; NeedError where the table takes no scores."""
        self._thread.join(seconds)
        if self._error is not None:
            raise self._error

    def result(self, feedback: Feedback) -> Tuple[Table, Seen]:
        """The table, and what it held.

        Raises NeedError where it does not take the scores; Cancelled where the user stops waiting.
        """
        while self._found is None:
            feedback.setProgress(0)
            check(feedback)
            self.answered(_TICK)
        return self._found

    def _look(self) -> None:
        try:
            with linked(self._place, Silent()) as link:
                table = find_table(link, self._place.schema, self._place.table)
                check_columns(table, self._written, list(self._added))
                check_rights(table, self._written, self._added)
                keys = keys_of(table, self._place.keys)
                names = [*self._written, *self._added]
                self._found = table, look(link, table, keys, names, self._place.subset)
        except Exception as error:  # noqa: BLE001 (raised again on the thread that asks for the result)
            self._error = error
