# SPDX-License-Identifier: GPL-2.0-or-later
"""A session on the small town."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject

from support.small_town import small_town
from vru_need_plugin.session.session import Session


@pytest.fixture
def town(tmp_path):
    """The scenario file of the small town."""
    return small_town(tmp_path)


@pytest.fixture
def session(qgis_new_project):
    """A session on an empty project."""
    made = Session(QgsProject.instance())
    yield made
    made.close()


@pytest.fixture
def opened(session, town):
    """A session with the small town open."""
    session.open(town)
    return session
