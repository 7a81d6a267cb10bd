# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithms are there under the names and with the parameters that are promised."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.processing.provider import VruNeedProvider

PARAMETERS = {
    "scoreareas": ["SCENARIO", "INPUT", "OUTPUT", "TABLE"],
    "writescores": ["SCENARIO", "INPUT"],
    "checktables": ["SCENARIO", "INPUT", "OUTPUT", "OUTPUT_HTML"],
    "needmap": [
        *("SCENARIO", "INPUT", "TEMPLATE", "ATLAS", "PARENTS", "TITLE", "PURPOSE", "AUTHOR", "DATE"),
        *("COPYRIGHT", "TOP", "LABELS", "DPI", "SPLIT", "GEOPDF", "OUTPUT"),
    ],
    "needreport": ["SCENARIO", "INPUT", "OUTPUT", "OUTPUT_PDF"],
}


def algorithm(name: str) -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().algorithmById(f"vruneed:{name}")


def test_the_provider_has_these_algorithms(provider: VruNeedProvider) -> None:
    assert {found.name() for found in provider.algorithms()} == set(PARAMETERS)
    assert not provider.icon().isNull()


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters(provider: VruNeedProvider, name: str) -> None:
    found = algorithm(name).parameterDefinitions()
    assert [parameter.name() for parameter in found] == PARAMETERS[name]
    optional = QgsProcessingParameterDefinition.FlagOptional
    assert not found[0].flags() & optional
    assert found[1].flags() & optional


@pytest.mark.parametrize("name", PARAMETERS)
def test_help_says_what_each_parameter_is_and_that_a_score_is_no_index(
    provider: VruNeedProvider, name: str
) -> None:
    found = algorithm(name)
    assert NOT_AN_INDEX in found.shortHelpString()
    assert found.displayName()
    assert found.shortDescription()
    assert found.group()
    assert not found.icon().isNull()
    assert all(parameter.help() for parameter in found.parameterDefinitions())


@pytest.mark.parametrize("name", PARAMETERS)
def test_writing_on_to_a_layer_and_drawing_layouts_stay_on_the_main_thread(
    provider: VruNeedProvider, name: str
) -> None:
    stays = bool(algorithm(name).flags() & QgsProcessingAlgorithm.FlagNoThreading)
    assert stays == (name in ("writescores", "needmap"))


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_new_instance_is_of_the_same_kind(provider: VruNeedProvider, name: str) -> None:
    found = algorithm(name)
    assert type(found.createInstance()) is type(found)
