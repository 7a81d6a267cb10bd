# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sheet says of an area, as QGIS expressions on the fields that were written.

Nothing but QGIS's own functions: a sheet stays right where the plugin is not installed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Callable, Dict, Iterable, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
from qgis.core import QgsVectorLayer

from ..core.messages import mark
from ..core.suffixes import ID_SEPARATOR, flag_suffix, theme_suffix
from ..core.threshold import MissingRule
from ..report.subject import Subject
from .cut_flags import check_uncut
from .expression_parts import array, column, literal, number, sentence
from .parent_keys import ParentKeys
from .text_voice import TextVoice
from .titles import short_title

SHARED = "shared"
"""The variable with the ranks within parents that are shared."""
MOST_KEYS = 5000
"""So many areas have places in the order that an expression looks up, where a sheet is about all."""


@dataclass(frozen=True, eq=False)
class Expressions:
    """The expressions for a layer that holds the scores of a subject.

    Parameters
    ----------
    subject, layer
        The scores, and the layer of the project that they are written in.
    say
        The user's language.
    pages
        The parents that have a page, or the sheet, to themselves; empty for a sheet about all areas.
    """

    subject: Subject
    layer: QgsVectorLayer
    say: TextVoice
    pages: Tuple[int, ...] = ()

    @property
    def prefix(self) -> str:
        """What the need fields' names begin with."""
        return self.subject.scenario.options.field_prefix

    def field(self, suffix: str) -> str:
        """A need field."""
        return column(f"{self.prefix}{suffix}")

    def is_written(self, suffix: str) -> bool:
        """Whether the layer has a need field."""
        return f"{self.prefix}{suffix}" in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        """The layer's fields, without those that an earlier score may have left."""
        options, left = self.subject.scenario.options, []
        if not options.write_flags:
            left += [f"{self.prefix}{flag_suffix(at + 1)}" for at in range(len(self.subject.measures))]
        if not options.write_themes:
            left += [f"{self.prefix}{theme_suffix(at + 1)}" for at in range(len(self.subject.result.themes))]
        return frozenset(field.name() for field in self.layer.fields()) - frozenset(left)

    # Who the area is

    @property
    def code(self) -> str:
        """Its code."""
        return column(self.subject.scenario.areas.code_field)

    @property
    def name(self) -> str:
        """Its name, or its code for want of one."""
        field = self.subject.scenario.areas.name_field
        if field is None or field not in self._names:
            return f"to_string({self.code})"
        return f"coalesce(nullif(trim(to_string({column(field)})), ''), to_string({self.code}))"

    @property
    def parent_field(self) -> Optional[str]:
        """The field that tells parents apart."""
        areas = self.subject.scenario.areas
        return areas.parent_code_field or areas.parent_name_field

    @property
    def parent_name(self) -> str:
        """The parent's name, or its code for want of one; blank without a parent."""
        areas = self.subject.scenario.areas
        fields = [areas.parent_name_field, areas.parent_code_field]
        told = [f"nullif(trim(to_string({column(field)})), '')" for field in fields if field]
        if areas.parent_name_field and areas.parent_code_field and self._parents.named_elsewhere:
            named = self._parents.named_elsewhere.items()
            pairs = ", ".join(f"{literal(key)}, {literal(name)}" for key, name in named)
            told.insert(1, f"map_get(map({pairs}), {self._own_parent})")
        return f"coalesce({', '.join([*told, literal('')])})"

    def in_parent(self, parent: Optional[int]) -> str:
        """Whether the area lies in this parent; in the one of the atlas's page for None."""
        return f"coalesce({self._own_parent} = {self.parent_key(parent)}, false)"

    def parent_key(self, parent: Optional[int]) -> str:
        """The parent as `in_parent` compares it."""
        if parent is not None:
            return literal(self.key_of(parent))
        return self._parents.key(f"attribute(@atlas_feature, {literal(self.parent_field or '')})")

    def key_of(self, parent: int) -> str:
        """A parent's key, as text."""
        return self._parents.key_of(parent)

    @property
    def _own_parent(self) -> str:
        return self._parents.key(column(self.parent_field or ""))

    @cached_property
    def _parents(self) -> ParentKeys:
        return ParentKeys(self.subject)

    # Where it stands

    @property
    def rank(self) -> str:
        """Its rank, with = where shared; a dash without one."""
        shared = sorted(set(self.subject.result.rank[self.subject.shares_rank].tolist()))
        return self._rank("rank", f"array_contains({array(map(str, shared))}, {self.field('rank')})")

    @property
    def parent_rank(self) -> str:
        """The same within its parent."""
        # Looked up in a variable: an expression with all of them is slow to read, and read for every cell.
        shared = f"map_get(json_to_map(@vru_{SHARED}), {self._own_parent})"
        return self._rank("prank", f"coalesce(array_contains({shared}, {self.field('prank')}), false)")

    def shared_text(self) -> str:
        """The ranks within each parent that several areas share, as JSON by the parents' codes."""
        subject = self.subject
        found: Dict[str, Set[int]] = {}
        for parent, rank in zip(
            subject.job.parents.of_area[subject.shares_parent_rank].tolist(),
            subject.result.parent_rank[subject.shares_parent_rank].tolist(),
        ):
            found.setdefault(self.key_of(parent), set()).add(rank)
        return json.dumps({key: sorted(ranks) for key, ranks in found.items()}, ensure_ascii=False)

    def _rank(self, suffix: str, is_shared: str) -> str:
        rank = self.field(suffix)
        told = f"if({is_shared}, '=', '') || format_number({rank}, 0)"
        return f"CASE WHEN {rank} IS NULL THEN '–' ELSE {told} END"

    @property
    def score(self) -> str:
        """Its score, or that there is none."""
        missing = literal(self.say.text(mark("no data")))
        return (
            f"CASE WHEN {self.field('score')} IS NULL THEN {missing} ELSE {number(self.field('score'))} END"
        )

    @property
    def score_and_most(self) -> str:
        """Its score and, where figures are missing, what it could be."""
        template, high = mark("{score}, could be {high}"), number(self.field("high"))
        could = sentence(self.say, template, score=number(self.field("score")), high=high)
        lacks = f"{self.field('score')} IS NOT NULL AND {self.field('avail')} < {len(self.subject.measures)}"
        return f"CASE WHEN {lacks} THEN {could} ELSE {self.score} END"

    @property
    def made_of(self) -> str:
        """The parts of its score, not scaled up, at its own level and at the parent's."""
        carried, own = self._points(True), self._points(False)
        scales_up = self.subject.result.settings.missing is MissingRule.RESCALE
        if not scales_up:
            own = f"({self.field('score')} - {carried})"
        told = f"{self._unless_missing(False, own)} || ' + ' || {self._unless_missing(True, carried)}"
        return told if scales_up else f"CASE WHEN {self.field('score')} IS NULL THEN '–' ELSE {told} END"

    def _unless_missing(self, parent_level: bool, points: str) -> str:
        """Points as people read them; a dash where there is no figure that they could come from."""
        return f"if({self._knows_none(parent_level)}, '–', {number(points)})"

    def _knows_none(self, parent_level: bool) -> str:
        """Whether it has no figure at all for the measures of a level."""
        flags = [
            f"{self.prefix}{flag_suffix(at + 1)}"
            for at, carried in enumerate(self.subject.parent_level)
            if carried is parent_level
        ]
        if not flags:
            return "false"
        if not set(flags) <= self._names:
            nothing = np.flatnonzero(~self.subject.knows[parent_level])[:MOST_KEYS].tolist()
            return f"{self.looked_up(dict.fromkeys(nothing, 1))} IS NOT NULL" if nothing else "false"
        return f"({' AND '.join(f'{column(flag)} IS NULL' for flag in flags)})"

    def _points(self, parent_level: bool) -> str:
        terms = [
            f"if({self.is_above(at)}, {measure.weight:.12g}, 0)"
            for at, measure in enumerate(self.subject.measures)
            if self.subject.parent_level[at] is parent_level and measure.weight
        ]
        return f"({' + '.join(terms)})" if terms else "0"

    @property
    def above(self) -> str:
        """On how many measures it is above threshold, of how many."""
        return self._of(self.field("count"))

    @property
    def data(self) -> str:
        """For how many measures there are figures, of how many."""
        return self._of(self.field("avail"))

    def _of(self, count: str) -> str:
        every = literal(self.say.whole(len(self.subject.measures)))
        return sentence(self.say, mark("{count} of {all}"), count=f"format_number({count}, 0)", all=every)

    def is_above(self, measure: int) -> str:
        """Whether it is above threshold on the measure of this number."""
        flag = f"{self.prefix}{flag_suffix(measure + 1)}"
        if flag in self._names:
            return f"coalesce({column(flag)}, 0) = 1"
        return f"array_contains({self._ids_above}, {literal(self.subject.measures[measure].id)})"

    @cached_property
    def _ids_above(self) -> str:
        """The ids of the measures on which it is above threshold; NeedError where they were cut."""
        check_uncut(self.subject, self.layer, f"{self.prefix}flags")
        return f"string_to_array(coalesce({self.field('flags')}, ''), '{ID_SEPARATOR}')"

    @property
    def reasons(self) -> str:
        """A plain line: what it is above threshold on itself, how many are just below, what is missing.

        Measures that are known for parents only are the same for all areas of one, and said once:
        see `parent_lines`.
        """
        own = [at for at, carried in enumerate(self.subject.parent_level) if not carried]
        none = literal(self.say.text(mark("No measure above threshold")))
        if any(self.subject.parent_level):
            none = literal(self.say.text(mark("None of its own")))
        unless = f"if({self._knows_none(False)}, NULL, {none})"
        parts = [f"coalesce(nullif({self._titles(own, self.is_above)}, ''), {unless})"]
        near = sentence(self.say, mark("{count} just below"), count=f"format_number({self.field('near')}, 0)")
        parts.append(f"CASE WHEN {self.field('near')} > 0 THEN {near} END")
        parts.append(self._missing(own))
        told = f"array_to_string(array_filter(array({', '.join(parts)}), @element IS NOT NULL), '. ')"
        return f"{told} || '.'"

    def _missing(self, own: Sequence[int]) -> str:
        """Of its own measures those without a figure; NULL where it has all."""
        flags = [f"{self.prefix}{flag_suffix(at + 1)}" for at in range(len(self.subject.measures))]
        if not set(flags) <= self._names:
            told = sentence(self.say, mark("Data for {count}"), count=self.data)
            return f"CASE WHEN {self.field('avail')} < {len(flags)} THEN {told} END"
        titles = self._titles(own, lambda at: f"{column(flags[at])} IS NULL")
        told = sentence(self.say, mark("No data: {measures}"), measures=titles)
        return f"CASE WHEN {titles} <> '' THEN {told} END"

    def _titles(self, measures: Iterable[int], chosen: Callable[[int], str]) -> str:
        titles = [
            f"if({chosen(at)}, {literal(short_title(self.subject, at, self.say))}, '')" for at in measures
        ]
        return f"array_to_string(array_filter({array(titles)}, @element <> ''), '; ')"

    # In which order

    @cached_property
    def order(self) -> str:
        """Its place in the list of its page: by rank, then by name; those without a score last.

        In a list of many areas those after the first have no place, but their rank.
        """
        every = len(self.subject.order)
        if self.pages or every <= MOST_KEYS:
            return self.place
        return f"coalesce({self.place}, {MOST_KEYS} + coalesce({self.field('rank')}, {every}))"

    @property
    def number(self) -> str:
        """What stands on the map and in the first column of a table: a number that no two areas share."""
        return f"to_string({self.place})"

    @cached_property
    def place(self) -> str:
        """Its place in the list of its page; NULL where it has none."""
        lists = [self.subject.areas_of_parent[parent] for parent in self.pages]
        lists = lists or [self.subject.order[:MOST_KEYS]]
        return self.looked_up({area: place for areas in lists for place, area in enumerate(areas, start=1)})

    def looked_up(self, values: Mapping[int, int]) -> str:
        """What is given for its number; NULL for an area that nothing is given for."""
        codes = self.subject.job.areas.codes
        pairs = (f"{literal(str(codes[area]).strip())},{value}" for area, value in values.items())
        return f"map_get(map({','.join(pairs)}), trim(to_string({self.code})))"
