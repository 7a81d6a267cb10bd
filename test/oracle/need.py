# SPDX-License-Identifier: GPL-2.0-or-later
"""The plain re-computation: a scenario and its data in, every need field out, in exact arithmetic.

Loops and fractions, slow and simple, written from the method's description and from nothing of the
plugin. It takes sound input for granted: bad input is tested elsewhere.

Where the description can be read in two ways, this is what is taken for granted here: keys to include
and to exclude count for the reference groups ``areas`` and ``table`` alike; an area without a parent is
still beyond a ``value`` threshold within parents, since that compares it with nobody; a row without a
key is no row; with a least coverage of 0, an area without any value scores 0 where what is available
counts; `exclude_areas` of a table of parents names parents.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Optional

from . import keys, method
from .figures import exact
from .tables import Tidy, Units, read_records


def load_scenario(path):
    """A scenario's JSON with its decimals kept exact."""
    return json.loads(Path(path).read_text(encoding="utf-8"), parse_float=Decimal)


class NoKeyMatches(Exception):
    """No key of a table is an area's (or a parent's)."""


@dataclass(frozen=True)
class MeasureAnswer:
    """What one measure comes to.

    ``flags`` holds 1, 0 or None for each area, ``near`` whether each is a near miss, ``cut_off`` the
    value in the measure's units ("varies" within parents), ``flagged`` how many rows of the reference
    group are flagged, ``asked`` how many were asked for, ``reason`` why none is.
    """

    id: str
    values: list
    flags: list
    near: list
    cut_off: Any = None
    flagged: Optional[int] = None
    asked: Optional[int] = None
    reason: Optional[str] = None


@dataclass(frozen=True)
class Answer:
    """Need fields by name, each a list with a cell for each area, and the measures' answers."""

    fields: dict
    measures: list


class Places:
    """The areas and their parents, as a scenario names them."""

    def __init__(self, spec, areas):
        self.codes = [area[spec["code_field"]] for area in areas]
        name_field = spec.get("name_field")
        names = [area[name_field] for area in areas] if name_field else self.codes
        self.areas = Units(self.codes, names)
        code_field, parent_name_field = spec.get("parent_code_field"), spec.get("parent_name_field")
        parent_codes = [area[code_field] for area in areas] if code_field else None
        parent_names = [area[parent_name_field] for area in areas] if parent_name_field else None
        blank = [None] * len(areas)
        identity, plain = (parent_codes, keys.plain_code) if code_field else (parent_names, keys.plain_name)
        self.parent_of = [plain(value) or None for value in identity or blank]
        first = {}
        for position, parent in enumerate(self.parent_of):
            if parent is not None:
                first.setdefault(parent, position)
        self.parents = list(first)
        self.parent_units = Units(
            [(parent_codes or blank)[position] for position in first.values()],
            [self._said(parent, parent_names or parent_codes or blank) for parent in first],
        )

    def _said(self, parent, names):
        """A parent's first name that is not blank; several areas may leave it out."""
        own = [name for its, name in zip(self.parent_of, names) if its == parent]
        return next((name for name in own if str(name or "").strip()), None)

    def units(self, level):
        return self.areas if level == "area" else self.parent_units


def need(scenario, areas, folder=None, tables=None, known=None):
    """Every need field of a scenario.

    Parameters
    ----------
    scenario
        The JSON document as a dict.
    areas
        One dict of attributes for each area, in layer order.
    folder
        Where the tables' files are looked for.
    tables
        Tables in place of files: table id to records (header among them), or to a pair of field
        names and records.
    known
        Tables already made tidy with the same areas, by id.
    """
    places = Places(scenario["areas"], areas)
    enabled = [measure for measure in scenario["measures"] if measure.get("enabled", True)]
    tidy = dict(known or {})
    for spec in scenario["tables"]:
        if spec["id"] in tidy or spec["id"] not in tables_used(enabled):
            continue
        names = None
        if tables is not None and spec["id"] in tables:
            records = tables[spec["id"]]
            if isinstance(records, tuple):
                names, records = records
        else:
            records = read_records(Path(folder) / spec["source"], spec.get("encoding"), spec.get("delimiter"))
        tidy[spec["id"]] = Tidy(spec, records, places.units(spec["key_level"]), names)
        if all(row is None for row in tidy[spec["id"]].unit_row):
            raise NoKeyMatches(spec["id"])
    options = scenario.get("options", {})
    band = exact(options.get("near_miss_band", 0.05))
    answers = [answer_measure(measure, tidy, places, band) for measure in enabled]
    return Answer(score_fields(enabled, answers, places, options), answers)


def tables_used(measures):
    """The ids of the tables that measures take their figures from."""
    used = {measure["table"] for measure in measures}
    return used | {measure["value"].get("denominator_table", measure["table"]) for measure in measures}


def answer_measure(measure, tidy, places, band):
    """Flags and near misses of one measure for every area."""
    table = tidy[measure["table"]]
    level = table.spec["key_level"]
    units = places.units(level)
    row_values = measured(measure, table, tidy)
    excluded = excluded_rows(measure, table, units)
    row_values = [None if row in excluded else value for row, value in enumerate(row_values)]
    values = [None if row is None else row_values[row] for row in table.unit_row]
    low = measure.get("direction", "high") == "low"
    threshold = threshold_of(measure["threshold"])
    if measure.get("reference", "areas") == "within_parent":
        flags, near = judge_within(values, places, low, threshold, band)
        answer = MeasureAnswer(measure["id"], values, flags, near, "varies")
    else:
        group = method.Group(reference(measure, table, units, row_values), low, threshold)
        flags, near = judge(values, group, band)
        if level == "parent":
            position = {parent: at for at, parent in enumerate(places.parents)}
            down = [position.get(parent) for parent in places.parent_of]
            near = [at is not None and near[at] for at in down]
            flags = [None if at is None else flags[at] for at in down]
            values = [None if at is None else values[at] for at in down]
        answer = MeasureAnswer(
            measure["id"], values, flags, near, group.cut_off(), group.flagged, group.asked(), group.reason()
        )
    return answer


def threshold_of(spec):
    ties = spec.get("ties", method.DEFAULT_TIES.get(spec["kind"]))
    return method.Threshold(spec["kind"], exact(spec["value"]), ties)


def judge(values, group, band):
    """1, 0 or None and near misses of values against one group."""
    flags = [None if value is None else int(group.flags(value)) for value in values]
    near = [value is not None and group.near(value, band) for value in values]
    return flags, near


def judge_within(values, places, low, threshold, band):
    """Each area against its parent's own; an area without a parent against nobody."""
    members = {}
    for value, parent in zip(values, places.parent_of):
        if value is not None and parent is not None:
            members.setdefault(parent, []).append(value)
    groups = {parent: method.Group(group, low, threshold) for parent, group in members.items()}
    nobody = method.Group([], low, threshold)
    flags, near = [], []
    for value, parent in zip(values, places.parent_of):
        own_flags, own_near = judge([value], groups.get(parent, nobody), band)
        flags += own_flags
        near += own_near
    return flags, near


def reference(measure, table, units, row_values):
    """The values of the reference group, missing ones left out."""
    matched = {row for row in table.unit_row if row is not None}
    codes = [keys.plain_code(code) for code in units.codes]
    if measure.get("reference", "areas") == "areas" or table.key_match == "name":
        members = set(matched)
    elif all(keys.is_gss(code) for code in codes):
        start = keys.commonest_start(codes)
        members = {row for row, key in enumerate(table.keys) if row in matched or key.startswith(start)}
    else:
        members = set(range(len(table.keys)))
    include = {table.row_key(key) for key in table.spec.get("include_keys", ())}
    exclude = {table.row_key(key) for key in table.spec.get("exclude_keys", ())}
    members |= {row for row, key in enumerate(table.keys) if key in include}
    members -= {row for row, key in enumerate(table.keys) if key in exclude}
    return [row_values[row] for row in sorted(members) if row_values[row] is not None]


def excluded_rows(measure, table, units):
    """The rows whose value is known to be wrong, by the codes of areas (or parents)."""
    codes = {keys.plain_code(code) for code in measure.get("exclude_areas", ())}
    rows = {row for row, code in zip(table.unit_row, units.codes) if keys.plain_code(code) in codes}
    if table.key_match == "code":
        codes = {table.normalise(code) for code in codes}
        rows |= {row for row, key in enumerate(table.keys) if key in codes}
    return rows


def measured(measure, table, tidy):
    """The value of a measure for every row of its table."""
    value = measure["value"]
    kind = value["kind"]
    if kind in ("column", "sum"):
        return table.total(value["columns"])
    if kind == "ratio":
        below_table = tidy[value.get("denominator_table", measure["table"])]
        below = brought(below_table.total(value["denominator"]), below_table, table)
        per = exact(value.get("per", 1))
        return [
            None if top is None or bottom is None or bottom == 0 else exact(top) / bottom * per
            for top, bottom in zip(table.total(value["columns"]), below)
        ]
    base = exact(value.get("minimum_base", 20)) if kind == "percent_change" else None
    changes = []
    for before, after in zip(table.total(value["from"]), table.total(value["to"])):
        if before is None or after is None:
            changes.append(None)
        elif kind == "change":
            changes.append(exact(after - before))
        elif before < base or before <= 0:
            changes.append(None)
        else:
            changes.append(exact(after - before) / before * 100)
    return changes


def brought(figures, source, target):
    """Another table's figures for a table's rows: by unit where it has one, else by equal key."""
    if source is target:
        return figures
    by_key = dict(zip(source.keys, figures)) if source.key_match == target.key_match else {}
    cells = [by_key.get(key) for key in target.keys]
    for source_row, target_row in zip(source.unit_row, target.unit_row):
        if target_row is not None:
            cells[target_row] = None if source_row is None else figures[source_row]
    return cells


def score_fields(measures, answers, places, options):
    """The need fields of DESIGN's table of fields, in order."""
    prefix = options.get("field_prefix", "need_")
    weights = [exact(measure.get("weight", 1)) for measure in measures]
    rows = [tuple(answer.flags[area] for answer in answers) for area in range(len(places.codes))]
    scores = [score_area(flags, weights, options) for flags in rows]
    fields = {"score": scores, "rank": method.ranks(scores)}
    if any(parent is not None for parent in places.parent_of):
        fields["prank"] = ranks_within(scores, places.parent_of)
    fields["count"] = [sum(1 for flag in flags if flag) for flags in rows]
    fields["avail"] = [sum(1 for flag in flags if flag is not None) for flags in rows]
    fields["high"] = [
        sum(weight for flag, weight in zip(flags, weights) if flag is None or flag) for flags in rows
    ]
    fields["near"] = [sum(1 for answer in answers if answer.near[area]) for area in range(len(places.codes))]
    ids = [measure["id"] for measure in measures]
    fields["flags"] = [";".join(id_ for id_, flag in zip(ids, flags) if flag) for flags in rows]
    if options.get("write_themes", True):
        fields.update(theme_fields(measures, weights, rows, scores, options))
    if options.get("write_flags", True):
        for number, answer in enumerate(answers, start=1):
            fields[f"f{number:02}"] = answer.flags
    return {prefix + name: cells for name, cells in fields.items()}


def score_area(flags, weights, options):
    """One area's score, None where its coverage or the missing rule says so."""
    available = sum(1 for flag in flags if flag is not None)
    if available < exact(options.get("min_coverage", 0.75)) * len(flags):
        return None
    return method.total(flags, weights, options.get("missing", "available"))


def theme_fields(measures, weights, rows, scores, options):
    """A score for each theme, in order of first appearance."""
    themes = list(dict.fromkeys(measure["theme"] for measure in measures))
    fields = {}
    for number, theme in enumerate(themes, start=1):
        own = [at for at, measure in enumerate(measures) if measure["theme"] == theme]
        own_weights = [weights[at] for at in own]
        cells = []
        for flags, score in zip(rows, scores):
            own_flags = [flags[at] for at in own]
            weighed = sum(w for flag, w in zip(own_flags, own_weights) if flag is not None)
            if score is None or weighed == 0:
                cells.append(None)
            else:
                cells.append(method.total(own_flags, own_weights, options.get("missing", "available")))
        fields[f"t{number:02}"] = cells
    return fields


def ranks_within(scores, parents):
    """Ranks among the areas of one parent; None without a parent or a score."""
    cells = [None] * len(scores)
    for parent in set(parents) - {None}:
        own = [at for at, its in enumerate(parents) if its == parent]
        for at, rank in zip(own, method.ranks([scores[at] for at in own])):
            cells[at] = rank
    return cells
