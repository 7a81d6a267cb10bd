# SPDX-License-Identifier: GPL-2.0-or-later
"""Work beside the test, as the dock's task does it, and a user who can be told to stop."""

from __future__ import annotations

import threading
import time
from typing import Any, Callable, List, Optional

from support.patience import SECONDS


class Watcher:
    """A feedback that keeps what it is told, and can be stopped from another thread."""

    def __init__(self) -> None:
        self.told: List[str] = []
        self._stopped = threading.Event()

    def isCanceled(self) -> bool:
        return self._stopped.is_set()

    def setProgress(self, progress: float) -> None:
        pass

    def pushInfo(self, words: str) -> None:
        self.told.append(words)

    def stop(self) -> None:
        self._stopped.set()


class Beside:
    """A function at work on a thread of its own."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._result: Any = None
        self._error: Optional[BaseException] = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._result = self._work()
        except BaseException as error:
            self._error = error

    @property
    def is_done(self) -> bool:
        return not self._thread.is_alive()

    def result(self, seconds: float = SECONDS) -> Any:
        """What came out; its error is raised here."""
        self._thread.join(seconds)
        if self._thread.is_alive():
            raise AssertionError("still at work")
        if self._error is not None:
            raise self._error
        return self._result


def wait_until(holds: Callable[[], Any], seconds: float = SECONDS) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError("waited in vain")
        time.sleep(0.02)
