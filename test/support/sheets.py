# SPDX-License-Identifier: GPL-2.0-or-later
"""Scored layers to print from, and what came out on paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer

from vru_need_plugin.layers.areas import read_areas
from vru_need_plugin.layers.new_layer import memory_layer
from vru_need_plugin.layers.raw_tables import read_source
from vru_need_plugin.layers.sources import open_layer
from vru_need_plugin.layers.write import write_new
from vru_need_plugin.report.subject import Subject
from vru_need_plugin.scenario.document import Scenario
from vru_need_plugin.scoring.load import load_tables, used_tables
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job


@dataclass
class Scored:
    """A project with a layer that holds a scenario's scores."""

    project: QgsProject
    layer: QgsVectorLayer
    subject: Subject


def scored(scenario: Scenario, folder: Path, project: QgsProject, path: Any = None) -> Scored:
    """Score a scenario whose files are in `folder` into a layer of the project.

    `path` is the file that the layer is kept in; None for a temporary layer.
    """
    layer = open_layer(scenario.areas.source, folder, project)
    areas = read_areas(layer, scenario.areas)

    def read(table, where):
        return read_source(table, where, project)

    job = prepare(scenario, areas, load_tables(used_tables(scenario), folder, read))
    result = score_job(job)
    fields, prefix = need_fields(job, result), scenario.options.field_prefix
    if path is None:
        made = memory_layer(layer, fields, prefix, "wards with scores", feature_ids=areas.feature_ids)
    else:
        report = write_new(layer, fields, prefix, path, feature_ids=areas.feature_ids)
        made = open_layer(report.source or str(path), Path(path).parent, project)
    project.addMapLayer(made)
    return Scored(project, made, Subject(job, result, ""))
