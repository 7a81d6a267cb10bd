# SPDX-License-Identifier: GPL-2.0-or-later
"""From a document and its areas to scores: what may run beside the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Mapping, Optional, Tuple

from ..core.areas import AreaTable
from ..core.feedback import Feedback
from ..core.messages import NeedError, mark
from ..core.result import Result
from ..scenario.document import Scenario
from ..scoring.cache import ScoringCache
from ..scoring.load import ReadSource
from ..scoring.road import Job, prepare, rescore_job, score_job, settings_of
from .changes import Change
from .edits import measures_of_table
from .problems import Problems
from .raw_tables import RawTables


@dataclass(frozen=True)
class Outcome:
    """What a run came to, and for which document.

    Attributes
    ----------
    job, result
        None where nothing could be scored at all; `problems` then says why.
    """

    scenario: Scenario
    job: Optional[Job]
    result: Optional[Result]
    problems: Problems


def work(
    scenario: Scenario,
    areas: AreaTable,
    raw_tables: RawTables,
    cache: ScoringCache,
    reader: Callable[[Feedback], ReadSource],
    feedback: Feedback,
) -> Outcome:
    """Read what is unread, prepare and score; a part at fault is left out and reported.

    Parameters
    ----------
    reader
        Makes the reader of all that is no text file, which asks the feedback whether to stop.

    Raises
    ------
    Cancelled
        The user asked to stop.
    """
    raw, unread = raw_tables.read(scenario, reader(feedback), feedback)
    try:
        job = prepare(scenario, areas, raw, cache=cache, feedback=feedback, go_on=True)
    except NeedError as error:
        return Outcome(scenario, None, None, Problems(whole=error))
    return Outcome(scenario, job, score_job(job), _problems(job, unread))


def moved_on(job: Job, result: Result, scenario: Scenario, needed: Change) -> Tuple[Job, Result]:
    """Scores for a later document that lies no more than `SETTINGS` away, on the columns as prepared."""
    job, result = rescore_job(job, result, scenario)
    if needed is Change.SETTINGS:
        job = replace(job, settings=settings_of(scenario.options))
        result = score_job(job)
    return job, result


def _problems(job: Job, unread: Mapping[str, NeedError]) -> Problems:
    tables = dict(unread)
    measures: dict[str, NeedError] = {}
    for problem in job.problems:
        if problem.table is not None:
            tables[problem.table] = problem.error
        if problem.measure is not None:
            measures[problem.measure] = problem.error
    for table_id in tables:
        for measure in measures_of_table(job.scenario, table_id):
            left_out = NeedError(
                mark("Its table “{table}” cannot be used: {error}"),
                table=table_id,
                error=tables[table_id].message,
            )
            measures.setdefault(measure.id, left_out)
    return Problems(tables=tables, measures=measures)
