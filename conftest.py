# SPDX-License-Identifier: GPL-2.0-or-later
"""Test set-up: the environment first, QGIS after it."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Optional

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent

# Before QGIS starts: no screen, a runtime folder of our own, no user profile.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # numbers and words as tests expect them, whatever the machine speaks
os.environ.pop("LANGUAGE", None)
sys.path.insert(0, str(ROOT))

# `support` and `oracle` become importable; test/ itself does not stay on the path, where its folders
# (processing, core) would shadow packages of QGIS.
sys.path.insert(0, str(ROOT / "test"))
import oracle  # noqa: E402, F401
import support  # noqa: E402, F401

sys.path.remove(str(ROOT / "test"))

from support.temporary import own_folder, remove_own_folders  # noqa: E402

if "XDG_RUNTIME_DIR" not in os.environ:
    os.environ["XDG_RUNTIME_DIR"] = str(own_folder("vru-need-runtime-"))

# A busy machine fails no test, and what passed passes again; --hypothesis-profile=random tries other inputs.
UNTIMED = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("random", **UNTIMED)
hypothesis.settings.register_profile("repeatable", derandomize=True, **UNTIMED)
hypothesis.settings.load_profile("repeatable")

# QGIS is loaded here and not as an entry point, so that it starts in the environment above.
pytest_plugins = ["pytest_qgis.plugin", "support.hang"]

_verdict: list[int] = []


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """Waits for states with the patience of all tests, not five seconds."""
    from support.patience import PatientBot

    return PatientBot(request)


def pytest_sessionfinish(session, exitstatus):
    _verdict.append(int(exitstatus))


def pytest_unconfigure(config):
    """End the process here: the verdict is in and printed.

    After it Python would take down what is left of QGIS in no order, which now and then ends in a
    segmentation fault and would turn a good run into a failed one.
    """
    if _verdict and "qgis.core" in sys.modules:
        remove_own_folders()
        if "vru_need_plugin.layers.writing.aside" in sys.modules:
            sys.modules["vru_need_plugin.layers.writing.aside"].remove_all()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_verdict[-1])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: Optional[pytest.Item]) -> None:
    """Let go of the last test's layers before QGIS ends, which would crash over them."""
    if nextitem is None:
        item.funcargs.clear()
        gc.collect()
