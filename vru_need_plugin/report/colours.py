# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's few colours, which keep their order in grey."""

from __future__ import annotations

from ..layers import ramp

INK = "#22313f"
QUIET = "#52616f"
LINE = "#d5dde5"
PAPER = "#ffffff"
WASH = "#f3f6f8"

ABOVE = "#2f7ea8"
NEAR = "#9cc8dd"
OTHER = "#dbe2e8"
FOCUS = "#b3690f"
"""What the reader is asked to look at: amber, not alarm."""


def _hex(colour: ramp.Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)


NO_DATA = _hex(ramp.NO_DATA)
OUTLINE = _hex(ramp.OUTLINE)
BORDER = "#6b7884"


def class_colours(count: int) -> list[str]:
    """The colour of a score of 0, and `count` colours from pale to deep, as on the map."""
    return [_hex(ramp.NONE_ABOVE), *map(_hex, ramp.ramp(count))]
