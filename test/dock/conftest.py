# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock in a window of its own, empty and on the small town."""

from __future__ import annotations

import pytest

from support.dock_window import Window
from support.small_town import small_town


@pytest.fixture
def town(tmp_path):
    """The scenario file of the small town."""
    return small_town(tmp_path)


@pytest.fixture
def empty(qgis_new_project):
    """The dock on an empty scenario."""
    window = Window()
    yield window
    window.close()


@pytest.fixture
def opened(empty, town):
    """The dock on the small town."""
    assert empty.dock.open_scenario(town)
    return empty
