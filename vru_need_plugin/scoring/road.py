# SPDX-License-Identifier: GPL-2.0-or-later
"""The one road: a scenario, its raw tables and its areas to prepared columns, and to scores."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Mapping, Optional, Tuple

from ..core.areas import AreaTable
from ..core.column import PreparedColumn, prepare_column
from ..core.feedback import SILENT, Feedback, check
from ..core.messages import Message, NeedError, mark
from ..core.prepared import Prepared
from ..core.result import Result
from ..core.rules import Rule, Settings, coverage, whole_band, whole_weight
from ..core.score import rescore, score
from ..scenario.document import KeyLevel, Measure, Options, Scenario
from ..tables.raw import RawTable
from ..tables.report import TableReport
from ..tables.tidy import TidyTable, Units, tidy
from .cache import ScoringCache
from .columns import Evidence, UnitCodes, evidence_of
from .notes import unknown_exclusions, unknown_parents
from .parents import Parents, parents_of


@dataclass(frozen=True)
class Problem:
    """A table or a measure that takes no part, and why.

    Attributes
    ----------
    table, measure
        The id of what is at fault; one of the two is None.
    error
        The words for the user.
    """

    table: Optional[str]
    measure: Optional[str]
    error: NeedError


@dataclass(frozen=True)
class Job:
    """A scenario made ready to score.

    Attributes
    ----------
    scenario
        The document, as given.
    areas, parents
        What gets a score, and what it lies in.
    measures
        The measures in use, in scenario order, without those in `problems`.
    evidence
        One a measure: its column and what it was made from.
    prepared, rules, settings
        What the core scores.
    tables
        The tidy tables by id.
    problems
        What was left out; empty where `prepare` was not told to go on.
    """

    scenario: Scenario
    areas: AreaTable
    parents: Parents
    measures: Tuple[Measure, ...]
    evidence: Tuple[Evidence, ...]
    prepared: Prepared
    rules: Tuple[Rule, ...]
    settings: Settings
    tables: Mapping[str, TidyTable]
    problems: Tuple[Problem, ...] = ()

    @property
    def reports(self) -> dict[str, TableReport]:
        """The report of each table by id, up to date with the columns read so far."""
        return {table_id: table.report() for table_id, table in self.tables.items()}

    @property
    def notes(self) -> Tuple[Message, ...]:
        """What the scenario lists that is nowhere to be found, in measures and in the focus."""
        codes = UnitCodes(self.areas, self.parents)
        return (
            *unknown_exclusions(self.measures, self.tables, codes),
            *unknown_parents(self.parents, self.scenario.options.focus),
        )


def prepare(
    scenario: Scenario,
    areas: AreaTable,
    raw_tables: Mapping[str, RawTable],
    *,
    cache: Optional[ScoringCache] = None,
    feedback: Feedback = SILENT,
    go_on: bool = False,
) -> Job:
    """Make a scenario ready to score.

    Parameters
    ----------
    scenario
        The document.
    areas
        The areas of its layer.
    raw_tables
        The cells of its tables by id: at least those that its measures in use need.
    cache
        What an earlier preparation kept; a new one where left out.
    feedback
        Progress and cancelling.
    go_on
        Collect what is wrong with tables and measures in the job's `problems` and score the
        rest, as the dock does, instead of raising the first.

    Raises
    ------
    NeedError
        No areas, no measure in use, a table that matches no area, a column or a period that is
        not there, a column of text.
    Cancelled
        The user asked to stop.
    """
    if len(areas) == 0:
        raise NeedError(mark("The area layer {layer} has no areas."), layer=areas.source)
    if not scenario.enabled_measures and not go_on:
        raise NeedError(mark("No measure of the scenario is in use; there is nothing to score."))
    cache = cache if cache is not None else ScoringCache()
    parents = parents_of(areas)
    problems: list[Problem] = []
    tables = _tidy_tables(scenario, areas, parents, raw_tables, cache, feedback, problems)
    found = _columns(scenario, UnitCodes(areas, parents), parents, tables, cache, feedback, problems)
    if problems and not go_on:
        raise problems[0].error
    return Job(
        scenario,
        areas,
        parents,
        tuple(measure for measure, _, _ in found),
        tuple(evidence for _, evidence, _ in found),
        Prepared(tuple(column for _, _, column in found), len(areas), parents.of_area),
        tuple(rule_of(measure) for measure, _, _ in found),
        settings_of(scenario.options),
        tables,
        tuple(problems),
    )


def score_job(job: Job) -> Result:
    """The scores of a prepared scenario."""
    return score(job.prepared, job.rules, job.settings)


def rescore_job(job: Job, previous: Result, scenario: Scenario) -> Tuple[Job, Result]:
    """Score again after a change of nothing but thresholds, weights, themes and words.

    Parameters
    ----------
    job, previous
        Before the change.
    scenario
        After the change, with the same measures in use in the same order and from the same
        columns.
    """
    by_id = {measure.id: measure for measure in scenario.measures}
    measures = tuple(by_id[measure.id] for measure in job.measures)
    rules = tuple(rule_of(measure) for measure in measures)
    changed = replace(job, scenario=scenario, measures=measures, rules=rules)
    return changed, rescore(previous, rules)


def rule_of(measure: Measure) -> Rule:
    """A measure's threshold, weight and theme, as the core takes them."""
    return Rule(measure.threshold, whole_weight(measure.weight), measure.theme)


def settings_of(options: Options) -> Settings:
    """The scenario's options, as the core takes them."""
    return Settings(options.missing, coverage(options.min_coverage), whole_band(options.near_miss_band))


def units_of(level: KeyLevel, areas: AreaTable, parents: Parents) -> Units:
    """What the keys of a table of this level are matched with; the other level explains misses."""
    of_areas = Units(KeyLevel.AREA, tuple(areas.codes), tuple(areas.names), areas.source)
    of_parents = Units(KeyLevel.PARENT, parents.codes, parents.names, areas.source)
    ours, other = (of_areas, of_parents) if level is KeyLevel.AREA else (of_parents, of_areas)
    return replace(ours, others=(other,) if len(other) else ())


def _tidy_tables(
    scenario: Scenario,
    areas: AreaTable,
    parents: Parents,
    raw_tables: Mapping[str, RawTable],
    cache: ScoringCache,
    feedback: Feedback,
    problems: list[Problem],
) -> dict[str, TidyTable]:
    tables = {}
    for spec in scenario.tables:
        raw = raw_tables.get(spec.id)
        if raw is None:
            continue
        check(feedback)
        known = cache.tidy(spec, raw, areas)
        try:
            tables[spec.id] = known or tidy(raw, spec, units_of(spec.key_level, areas, parents), feedback)
        except NeedError as error:
            problems.append(Problem(spec.id, None, error))
            continue
        cache.keep_tidy(spec, raw, areas, tables[spec.id])
    return tables


def _sources(measure: Measure) -> set[str]:
    other = measure.value.denominator_table
    return {measure.table, other} if other else {measure.table}


def _columns(
    scenario: Scenario,
    codes: UnitCodes,
    parents: Parents,
    tables: Mapping[str, TidyTable],
    cache: ScoringCache,
    feedback: Feedback,
    problems: list[Problem],
) -> list[Tuple[Measure, Evidence, PreparedColumn]]:
    """The measures in use whose tables are there, prepared; what is wrong with others is a problem."""
    found = []
    for number, measure in enumerate(scenario.enabled_measures):
        check(feedback)
        feedback.setProgress(100 * number / len(scenario.enabled_measures))
        if not _sources(measure) <= tables.keys():
            continue
        try:
            found.append((measure, *_column(measure, scenario, codes, parents, tables, cache)))
        except NeedError as error:
            problems.append(Problem(None, measure.id, _named(measure, error)))
    return found


def _column(
    measure: Measure,
    scenario: Scenario,
    codes: UnitCodes,
    parents: Parents,
    tables: Mapping[str, TidyTable],
    cache: ScoringCache,
) -> Tuple[Evidence, PreparedColumn]:
    sources = tuple(tables[table_id] for table_id in sorted(_sources(measure)))
    known = cache.column(measure, sources)
    if known is not None:
        return known
    evidence = evidence_of(measure, scenario.table(measure.table), tables, codes, parents)
    prepared = prepare_column(evidence.column)
    cache.keep_column(measure, sources, evidence, prepared)
    return evidence, prepared


def _named(measure: Measure, error: NeedError) -> NeedError:
    """The error with the measure it concerns in front."""
    return NeedError(
        mark("Measure “{title}” ({id}): {error}"), title=measure.title, id=measure.id, error=error.message
    )
