# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostgreSQL server with PostGIS for all tests of this folder, and fresh tables for each."""

from __future__ import annotations

from typing import Iterator

import pytest

from support.postgis_server import PostgisServer, why_not
from support.postgis_tables import make_roles, make_wards


@pytest.fixture(scope="session")
def running_server(qgis_app) -> Iterator[PostgisServer]:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    with PostgisServer() as started:
        make_roles(started)
        yield started


@pytest.fixture
def server(running_server: PostgisServer) -> PostgisServer:
    """The server, with a table of three wards."""
    make_wards(running_server)
    return running_server
