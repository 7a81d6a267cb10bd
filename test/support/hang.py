# SPDX-License-Identifier: GPL-2.0-or-later
"""A pytest plugin: a test that hangs ends its process, and where every thread was is printed.

Python's own watchdog does it, a thread in C: it works where a call into QGIS holds all of Python. Beside
other workers of xdist the rest of the tests go on, and the test is named among the failures.
"""

from __future__ import annotations

import faulthandler
import os
from typing import Any, Generator, Optional, TextIO

import pytest

SECONDS = float(os.environ.get("VRU_NEED_HANG_SECONDS", "600"))
"""How long a test may take; its setting up and its taking down have as long again."""

_stderr: Optional[TextIO] = None


def pytest_configure(config: pytest.Config) -> None:
    global _stderr
    _stderr = os.fdopen(os.dup(2), "w")  # what pytest captures while a test runs would be lost


def _watched() -> Generator[None, Any, None]:
    faulthandler.dump_traceback_later(SECONDS, exit=True, file=_stderr or 2)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, None]:
    yield from _watched()


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, None]:
    yield from _watched()


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, None]:
    yield from _watched()
