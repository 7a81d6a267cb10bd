# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything that a new layer of scores wears: human names, style, and what it says of itself."""

from __future__ import annotations

from typing import Sequence, Tuple

from qgis.core import QgsVectorLayer

from ..core.messages import Message
from ..core.output import OutputField
from .classes import Classes
from .new_layer import set_aliases
from .provenance import Provenance, describe, save_description
from .stored_style import save_style
from .style import need_renderer


def dress(
    layer: QgsVectorLayer,
    outputs: Sequence[OutputField],
    classes: Classes,
    prefix: str,
    provenance: Provenance,
) -> Tuple[Message, ...]:
    """Name the need fields, draw the scores, describe the layer, and save all three with it.

    For a layer that we have made. On the main thread.

    Returns
    -------
    tuple of Message
        What could not be saved; the layer as it is open has it all the same.
    """
    set_aliases(layer, outputs)
    renderer = need_renderer(layer.geometryType(), classes, prefix, areas=layer.featureCount())
    if renderer is not None:
        layer.setRenderer(renderer)
        layer.triggerRepaint()
    describe(layer, provenance)
    saved = (save_description(layer), save_style(layer, provenance.title))
    return tuple(note for note in saved if note is not None)
