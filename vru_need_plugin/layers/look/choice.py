# SPDX-License-Identifier: GPL-2.0-or-later
"""What was chosen to be drawn, and how; kept with the layer so that it can be made again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import Optional, Tuple

from qgis.core import QgsMapLayer

from ...core.bands import PAPER_BANDS, Method
from ..ramp import Palette

_PROPERTY = "vru_need/look"


class Medium(Enum):
    """What a map is made for; kept by name."""

    SCREEN = "screen"
    """One class for each whole score, up to sixteen above 0."""
    PAPER = "paper"
    """A class for 0 and a few bands above it; the legend says how many areas each holds."""


@dataclass(frozen=True)
class Focus:
    """The parents that are drawn in full; all others are faded.

    Attributes
    ----------
    field
        The area layer's field of parent codes.
    codes
        Those in focus.
    """

    field: str
    codes: Tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """How a layer with need fields is drawn.

    Attributes
    ----------
    suffix
        Which need field: score, t01, f03.
    medium
        Screen or paper.
    method, bands
        How figures that are not one class each are divided, and into how many at most.
    palette
        The colours.
    focus
        The parents drawn in full; None draws all of them so.
    """

    suffix: str = "score"
    medium: Medium = Medium.SCREEN
    method: Method = Method.PRETTY
    bands: int = PAPER_BANDS
    palette: Palette = Palette.SEA
    focus: Optional[Focus] = None


def keep_choice(layer: QgsMapLayer, choice: Choice) -> None:
    """Remember with the layer (in the project and in its style) what was chosen."""
    focus = choice.focus
    layer.setCustomProperty(
        _PROPERTY,
        json.dumps(
            {
                "suffix": choice.suffix,
                "medium": choice.medium.value,
                "method": choice.method.value,
                "bands": choice.bands,
                "palette": choice.palette.value,
                "focus": None if focus is None else {"field": focus.field, "codes": list(focus.codes)},
            },
            sort_keys=True,
        ),
    )


def kept_choice(layer: QgsMapLayer) -> Optional[Choice]:
    """What was chosen for the layer; None where nothing was, or what is kept cannot be read."""
    try:
        kept = json.loads(layer.customProperty(_PROPERTY) or "")
        focus = kept["focus"]
        return Choice(
            str(kept["suffix"]),
            Medium(kept["medium"]),
            Method(kept["method"]),
            int(kept["bands"]),
            Palette(kept["palette"]),
            None if focus is None else Focus(str(focus["field"]), tuple(map(str, focus["codes"]))),
        )
    except (ValueError, TypeError, KeyError):
        return None


def forget_choice(layer: QgsMapLayer) -> None:
    """Remember nothing of what was chosen."""
    layer.removeCustomProperty(_PROPERTY)
