# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores to write: made up, of every kind, the same each time."""

from __future__ import annotations

import random

from vru_need_plugin.core.output import FieldKind, OutputField

EARLIER_FLAGS = 6
FLAGS = 4
"""Fewer than before: the write overwrites fields, adds some and has some left over."""


def scores(areas: int, *, seed: int, flags: int, themes: int) -> list[OutputField]:
    """Need fields with values for so many areas."""
    draw = random.Random(seed)

    def reals() -> list[float | None]:
        return [None if draw.random() < 0.02 else round(draw.uniform(0, 40), 3) for _ in range(areas)]

    def integers(most: int) -> list[int | None]:
        return [None if draw.random() < 0.02 else draw.randint(0, most) for _ in range(areas)]

    ids = [f"measure_{number:02}" for number in range(12)]
    texts = [";".join(draw.sample(ids, draw.randint(0, 6))) or None for _ in range(areas)]
    fields = [
        _field("need_score", FieldKind.REAL, reals()),
        *(_field(f"need_{name}", FieldKind.INTEGER, integers(areas)) for name in ("rank", "prank")),
        *(_field(f"need_{name}", FieldKind.INTEGER, integers(16)) for name in ("count", "avail", "near")),
        _field("need_high", FieldKind.REAL, reals()),
        _field("need_flags", FieldKind.TEXT, texts),
    ]
    fields += [_field(f"need_t{at:02}", FieldKind.REAL, reals()) for at in range(1, themes + 1)]
    fields += [_field(f"need_f{at:02}", FieldKind.INTEGER, integers(1)) for at in range(1, flags + 1)]
    return fields


def earlier(areas: int) -> list[OutputField]:
    """What the layer holds before."""
    return scores(areas, seed=1, flags=EARLIER_FLAGS, themes=0)


def later(areas: int) -> list[OutputField]:
    """What is written."""
    return scores(areas, seed=2, flags=FLAGS, themes=3)


def _field(name: str, kind: FieldKind, values: list) -> OutputField:
    return OutputField(name, kind, name, "", values)
