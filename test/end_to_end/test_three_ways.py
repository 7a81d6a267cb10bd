# SPDX-License-Identifier: GPL-2.0-or-later
"""Random scenarios and data three ways, cell by cell: dock, Processing, and plainly re-computed.

In the dock the scenario is not just opened but come to by edits, so that what was kept from before
is put to use. ``VRU_NEED_WAYS`` says how many cases (20), ``VRU_NEED_FIRST_CASE`` the first seed.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from dataclasses import replace

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject

from oracle.cases import random_case
from oracle.compare import differences
from oracle.figures import BothMarks
from oracle.need import NoKeyMatches, need
from oracle.tables import TextColumn
from support.small_job import AREA_FIELDS, read_fields, write_areas
from vru_need_plugin.processing.score_areas import ScoreAreas
from vru_need_plugin.scenario import codec
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.session import paths
from vru_need_plugin.session.session import Session

CASES = int(os.environ.get("VRU_NEED_WAYS", "20"))
FIRST = int(os.environ.get("VRU_NEED_FIRST_CASE", "20000"))
BLOCK = 10


def through_processing(folder):
    """The need fields as ``scoreareas`` writes them into a file."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"SCENARIO": str(folder / "scenario.json"), "OUTPUT": str(folder / "scored.gpkg")}
    _, ok = ScoreAreas().create().run(parameters, context, QgsProcessingFeedback(), {}, False)
    assert ok
    fields = read_fields(folder / "scored.gpkg")
    return {name: cells for name, cells in fields.items() if name not in {*AREA_FIELDS, "fid"}}


def in_the_dock(session, scenario, folder, rng):
    """The need fields of the dock's own session, which began elsewhere and took a few edits."""
    session.open(folder / "before.json")
    target = paths.absolute(scenario, folder)
    for measures in (session.scenario.measures[::-1], target.measures[:1], target.measures):
        if rng.random() < 0.5:
            session.edit("t", with_measures(session.scenario, measures))
    session.edit("t", target)
    if rng.random() < 0.5 and session.undo_stack.canUndo():
        session.undo_stack.undo()
        session.undo_stack.redo()
    problems = session.problems  # those of a table that no measure uses leave the scores whole
    if session.result is None or problems.areas or problems.whole or session.left_out is not None:
        return None
    return {field.name: list(field.values) for field in need_fields(session.job, session.result)}


def with_measures(scenario, measures):
    """The scenario with other measures, and without programme weights, which may name them."""
    return replace(scenario, measures=tuple(measures), profiles=())


def before(document, rng):
    """The same scenario with other thresholds, weights and options, some measures off."""
    changed = json.loads(json.dumps(document))
    for measure in changed["measures"]:
        kind = rng.choice(["top_share", "value", "std_dev"])
        measure["threshold"] = {"kind": kind, "value": rng.choice([1, 40])}
        measure["weight"] = rng.choice([0, 1, 7.125])
        measure["enabled"] = rng.random() < 0.7
        measure.pop("exclude_areas", None)
    for table in changed["tables"]:
        table.pop("missing", None)
        table.pop("decimal", None)
    changed["options"] = {}
    return changed


def difference(seed, folder, session):
    """What differs for one seed, or None."""
    rng = random.Random(seed)
    case = random_case(seed)
    case.scenario["areas"]["source"] = "areas.gpkg|layername=places"
    rows = [[area[field] for field in AREA_FIELDS] for area in case.areas]
    write_areas(folder / "areas.gpkg", rows, layer="places")
    case.write_tables(folder)
    (folder / "scenario.json").write_text(json.dumps(case.scenario), encoding="utf-8")
    (folder / "before.json").write_text(json.dumps(before(case.scenario, rng)), encoding="utf-8")
    scenario = codec.load(folder / "scenario.json")
    dock = in_the_dock(session, scenario, folder, rng)
    session.new()
    QgsProject.instance().removeAllMapLayers()
    try:
        expected = need(case.scenario, case.areas, tables=case.tables)
    except (BothMarks, NoKeyMatches, TextColumn):
        with pytest.raises(QgsProcessingException):
            through_processing(folder)
        return None if dock is None else [("dock", None, "an error", "none")]
    if dock is None:
        return [("dock", None, "fields", "a problem")]
    found = differences(expected.fields, through_processing(folder), blank_is_null=True)
    return (found + differences(expected.fields, dock))[:5] or None


@pytest.mark.parametrize("start", range(FIRST, FIRST + CASES, BLOCK))
def test_every_cell_is_the_same_three_ways(start, tmp_path, qgis_new_project):
    session = Session(QgsProject.instance())
    failures = {}
    try:
        for seed in range(start, min(start + BLOCK, FIRST + CASES)):
            folder = tmp_path / str(seed)
            folder.mkdir()
            found = difference(seed, folder, session)
            if found:
                failures[seed] = found
            else:
                shutil.rmtree(folder)
    finally:
        session.close()
    assert failures == {}
