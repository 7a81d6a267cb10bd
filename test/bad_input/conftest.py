# SPDX-License-Identifier: GPL-2.0-or-later
"""A sound small job, and the algorithm to run it with."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

from support.small_job import SmallJob
from vru_need_plugin.processing.score_areas import ScoreAreas


@pytest.fixture
def job(tmp_path, qgis_app):
    return SmallJob(tmp_path)


@pytest.fixture
def score_areas(qgis_app):
    return ScoreAreas().create()


@pytest.fixture
def refused(job, score_areas):
    """Run the job, which must fail; the words of the error, once nothing has come of it."""

    def run(*words, **more):
        job.write_scenario()
        before = sorted(path.name for path in job.folder.iterdir())
        with pytest.raises(QgsProcessingException) as caught:
            job.score(score_areas, **more)
        text = str(caught.value)
        for word in words:
            assert word in text
        assert sorted(path.name for path in job.folder.iterdir()) == before
        return text

    return run
