# SPDX-License-Identifier: GPL-2.0-or-later
"""What a scenario lists and neither layer nor table knows: it changes nothing, so it is told."""

from __future__ import annotations

from typing import Iterator, Mapping, Sequence

from ..core.messages import Message, mark
from ..scenario.document import Measure
from ..tables.keys import normalise_code
from ..tables.tidy import TidyTable
from .columns import UnitCodes
from .focus import unknown_focus
from .parents import Parents


def unknown_exclusions(
    measures: Sequence[Measure], tables: Mapping[str, TidyTable], codes: UnitCodes
) -> Iterator[Message]:
    """A note for each measure that excludes areas that there are not."""
    for measure in measures:
        if not measure.exclude_areas:
            continue
        table = tables[measure.table]
        known = set(codes.at(table.units.level))
        unknown = [
            code
            for code in measure.exclude_areas
            if normalise_code(code) not in known and table.normalise(code) not in table.index.numbers
        ]
        if unknown:
            yield Message(
                mark(
                    "Measure “{title}” ({id}): listed under “exclude_areas”, but neither in the layer nor in "
                    "the table: {codes}."
                ),
                {"title": measure.title, "id": measure.id, "codes": ", ".join(unknown)},
            )


def unknown_parents(parents: Parents, focus: Sequence[str]) -> Iterator[Message]:
    """A note where no area lies in a parent in focus."""
    unknown = unknown_focus(parents, focus)
    if unknown:
        yield Message(
            mark("Listed under “options.focus”, but no area lies in them: {codes}."),
            {"codes": ", ".join(unknown)},
        )
