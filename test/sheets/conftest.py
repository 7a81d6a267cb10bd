# SPDX-License-Identifier: GPL-2.0-or-later
"""Scored layers to print from, each in a project of its own."""

from __future__ import annotations

import gc

import pytest
from qgis.core import QgsProject

from support.sheets import Scored, scored
from support.small_town import small_town
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec


@pytest.fixture(scope="module")
def sample(qgis_app) -> Scored:
    """The synthetic sample, scored."""
    path = resource("sample", "scenario.json")
    yield from kept(codec.load(path), path.parent)


@pytest.fixture(scope="module")
def town(qgis_app, tmp_path_factory) -> Scored:
    """The small town: scores known by hand."""
    path = small_town(tmp_path_factory.mktemp("town"))
    yield from kept(codec.load(path), path.parent)


@pytest.fixture
def project(qgis_app) -> QgsProject:
    """An empty project of the test's own."""
    project = QgsProject()
    yield project
    project.clear()


def kept(scenario, folder):
    project = QgsProject()
    yield scored(scenario, folder, project)
    project.clear()
    gc.collect()
