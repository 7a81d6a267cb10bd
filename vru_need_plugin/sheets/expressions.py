# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sheet says of an area, as QGIS expressions on the fields that were written.

Nothing but QGIS's own functions: a sheet stays right where the plugin is not installed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Callable, Dict, Iterable, Optional, Sequence, Set

from qgis.core import QgsVectorLayer

from ..core.messages import mark
from ..core.suffixes import ID_SEPARATOR, flag_suffix, theme_suffix
from ..core.threshold import MissingRule
from ..report.subject import Subject
from .expression_parts import array, column, folded, literal, number, sentence
from .text_voice import TextVoice
from .titles import short_title

SHARED = "shared"
"""The variable with the ranks within parents that are shared."""
MOST_KEYS = 5000
"""Up to this many areas each has a place in the order that an expression looks up."""


@dataclass(frozen=True, eq=False)
class Expressions:
    """The expressions for a layer that holds the scores of a subject.

    Parameters
    ----------
    subject, layer
        The scores, and the layer of the project that they are written in.
    say
        The user's language.
    """

    subject: Subject
    layer: QgsVectorLayer
    say: TextVoice

    @property
    def prefix(self) -> str:
        """What the need fields' names begin with."""
        return self.subject.scenario.options.field_prefix

    def field(self, suffix: str) -> str:
        """A need field."""
        return column(f"{self.prefix}{suffix}")

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
        """The parent's name, or its code."""
        areas = self.subject.scenario.areas
        field = areas.parent_name_field or areas.parent_code_field
        return f"to_string({column(field)})" if field else "''"

    def in_parent(self, parent: Optional[int]) -> str:
        """Whether the area lies in this parent; in the one of the atlas's page for None."""
        mine = folded(column(self.parent_field or ""))
        return f"coalesce({mine} = {self.parent_key(parent)}, false)"

    def parent_key(self, parent: Optional[int]) -> str:
        """The parent as `in_parent` compares it."""
        if parent is not None:
            return literal(self.key_of(parent))
        return folded(f"attribute(@atlas_feature, {literal(self.parent_field or '')})")

    def key_of(self, parent: int) -> str:
        """A parent's code as the layer has it, folded."""
        first = self.subject.areas_of_parent[parent][0]
        areas = self.subject.job.areas
        codes = areas.parent_codes if areas.parent_codes is not None else areas.parent_names
        return str(codes[first]).strip().lower() if codes is not None else ""

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
        shared = f"map_get(json_to_map(@vru_{SHARED}), {folded(column(self.parent_field or ''))})"
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
        """Whether it has no figure at all for the measures of a level; false where no field says so."""
        flags = [
            f"{self.prefix}{flag_suffix(at + 1)}"
            for at, carried in enumerate(self.subject.parent_level)
            if carried is parent_level
        ]
        if not flags or not set(flags) <= self._names:
            return "false"
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
        ids = f"string_to_array(coalesce({self.field('flags')}, ''), '{ID_SEPARATOR}')"
        return f"array_contains({ids}, {literal(self.subject.measures[measure].id)})"

    def theme_score(self, number_: int) -> str:
        """Its score on the theme of this number, NULL where there is none."""
        suffix = theme_suffix(number_ + 1)
        if f"{self.prefix}{suffix}" in self._names:
            return self.field(suffix)
        theme = self.subject.result.themes[number_]
        terms = [
            f"if({self.is_above(at)}, {measure.weight:.12g}, 0)"
            for at, measure in enumerate(self.subject.measures)
            if measure.theme == theme
        ]
        return f"CASE WHEN {self.field('score')} IS NOT NULL THEN {' + '.join(terms)} END"

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
        """Its place in the ranking: by rank, then by name; those without a score last."""
        if len(self.subject.order) > MOST_KEYS:
            return f"coalesce({self.field('rank')}, {len(self.subject.order) + 1})"
        return self._place({area: place for place, area in enumerate(self.subject.order, start=1)})

    @cached_property
    def number_in_parent(self) -> str:
        """Its number in the list of its parent's areas."""
        return self._place(
            {
                area: place
                for areas in self.subject.areas_of_parent
                for place, area in enumerate(areas, start=1)
            }
        )

    def number(self, within_parent: bool) -> str:
        """What stands on the map and in the first column of a table: a number that no two areas share."""
        return f"to_string({self.number_in_parent if within_parent else self.order})"

    def _place(self, places: dict[int, int]) -> str:
        codes = self.subject.job.areas.codes
        pairs = (f"{literal(str(codes[area]).strip())},{place}" for area, place in places.items())
        return f"map_get(map({','.join(pairs)}), trim(to_string({self.code})))"
