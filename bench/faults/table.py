# SPDX-License-Identifier: GPL-2.0-or-later
"""The trials as a table."""

from __future__ import annotations

from collections.abc import Sequence

from faults.trials import Row

_HEAD = (
    "| format | fault | trials | hit the write | ended old | ended new | taken away "
    "| otherwise | told untrue |\n"
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def is_good(rows: Sequence[Row]) -> bool:
    """Whether every trial ended old or new exactly, and the user was told which."""
    return not any(row.otherwise or row.untrue for row in rows)


def as_table(rows: Sequence[Row], left_out: Sequence[str], gaps: Sequence[str], about: str) -> str:
    """The rows as Markdown, with what was said and what was left out under it."""
    lines = [about, "", _HEAD]
    for row in rows:
        if row.trials:
            cells = (row.trials, row.hit, row.old, row.new, row.gone, row.otherwise, row.untrue)
            lines.append(f"| {row.store} | {row.fault} | " + " | ".join(map(str, cells)) + " |")
    if gaps:
        lines += ["", "The longest that the window did not answer while the dock wrote:", ""]
        lines += [f"- {gap}" for gap in gaps]
    remarks = [f"- {row.store}, {row.fault}: {words}" for row in rows for words in row.remarks]
    notes = [*remarks, *(f"- left out: {words}" for words in left_out)]
    return "\n".join([*lines, "", "What was said, or left out:", "", *notes]) + "\n"
