# SPDX-License-Identifier: GPL-2.0-or-later
"""Parents as expressions compare them: one key for each, however its areas write it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Dict

from ..report.subject import Subject
from .expression_parts import folded, literal


@dataclass(frozen=True, eq=False)
class ParentKeys:
    """The keys of the parents of a subject's areas."""

    subject: Subject

    def key_of(self, parent: int) -> str:
        """A parent's code, or its name where there are no codes, as the layer has it, folded."""
        return self._written(self.subject.areas_of_parent[parent][0])

    def key(self, value: str) -> str:
        """The key of a parent that an expression, such as a field, names in some way."""
        known = folded(value)
        if not self._others:
            return known
        pairs = ", ".join(f"{literal(other)}, {literal(key)}" for other, key in self._others.items())
        return f"coalesce(map_get(map({pairs}), {known}), {known})"

    @cached_property
    def _others(self) -> Dict[str, str]:
        """The keys of parents by how else they are written: & for and, with an accent or without."""
        found: Dict[str, str] = {}
        for parent, areas in enumerate(self.subject.areas_of_parent):
            key = self.key_of(parent)
            found.update((other, key) for other in map(self._written, areas) if other != key)
        return found

    @cached_property
    def named_elsewhere(self) -> Dict[str, str]:
        """The names of parents, by key, that some of their areas leave out."""
        job = self.subject.job
        names = job.areas.parent_names or ()
        return {
            self.key_of(parent): job.parents.names[parent]
            for parent, areas in enumerate(self.subject.areas_of_parent)
            if not all((names[area] or "").strip() for area in areas)
        }

    def _written(self, area: int) -> str:
        """How an area's parent is written, folded."""
        areas = self.subject.job.areas
        parents = areas.parent_codes if areas.parent_codes is not None else areas.parent_names
        return str(parents[area]).strip().lower() if parents is not None else ""
