# SPDX-License-Identifier: GPL-2.0-or-later
"""The targets are imported by the fuzzer and by these tests alike, as a package beside `oracle`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import fuzz.mutated  # noqa: E402
import fuzz.seeds  # noqa: E402
import fuzz.targets  # noqa: E402, F401

sys.path.remove(str(Path(__file__).resolve().parents[1]))


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left():
    """This process ends without Python's own cleaning up (see the conftest.py of all)."""
    yield
    fuzz.targets.scratch().cleanup()
