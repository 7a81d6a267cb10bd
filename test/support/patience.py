# SPDX-License-Identifier: GPL-2.0-or-later
"""How long tests wait for what has to come: for the busiest machine, at no cost where it comes."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import Any, Callable, Iterator

from pytestqt.qtbot import QtBot

SECONDS = 90.0


class PatientBot(QtBot):
    """pytest-qt's bot, which waits as long as all other tests where it is told no time."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = int(SECONDS * 1000)) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = int(SECONDS * 1000), **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@contextmanager
def must_end_by_itself(cure: Callable[[], Any]) -> Iterator[None]:
    """Fail where what is done in the block waits for something that does not come by itself.

    Parameters
    ----------
    cure
        Lets it go on, called from another thread once patience is at its end.
    """
    cured = threading.Event()

    def end_it() -> None:
        cured.set()
        cure()

    timer = threading.Timer(SECONDS, end_it)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
    assert not cured.is_set(), "it waits for what does not come"
