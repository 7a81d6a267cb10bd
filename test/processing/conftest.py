# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider in the registry, and a small job to run its algorithms on."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

from support.qgis_process import qgis_process
from support.small_job import SmallJob
from vru_need_plugin.processing.provider import VruNeedProvider

__all__ = ["qgis_process"]


class Heard(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self) -> None:
        super().__init__(False)
        self.infos: List[str] = []
        self.warnings: List[str] = []
        self.errors: List[str] = []
        self.progress: List[float] = []
        self.progressChanged.connect(self.progress.append)

    def stop_at(self, progress: float) -> None:
        """Cancel once the progress has come this far; at once for 0."""
        if progress == 0:
            self.cancel()
        self.progressChanged.connect(lambda now: self.cancel() if now >= progress else None)

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)


@pytest.fixture
def provider(qgis_app: QgsApplication, qgis_processing: None) -> VruNeedProvider:
    made = VruNeedProvider()
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def project() -> QgsProject:
    """The open project, empty before and after."""
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def job(tmp_path: Path) -> SmallJob:
    return SmallJob(tmp_path)


@pytest.fixture
def run(provider: VruNeedProvider, project: QgsProject, heard: Heard):
    """Run an algorithm and return its outputs; its errors are raised as they are."""
    context = QgsProcessingContext()  # owns what is made in memory, so it lives as long as the test
    context.setProject(project)

    def call(name: str, **parameters: Any) -> Dict[str, Any]:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"vruneed:{name}")
        outputs, ok = algorithm.run(parameters, context, heard, {}, False)
        assert ok
        return outputs

    call.context = context
    yield call
    context.temporaryLayerStore().removeAllMapLayers()
