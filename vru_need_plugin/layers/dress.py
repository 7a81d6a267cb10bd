# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything that a new layer of scores wears: human names, style, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence, Tuple

from qgis.core import QgsVectorLayer

from ..core.messages import Message
from ..core.output import OutputField
from ..scenario import codec
from ..scenario.document import Scenario
from ..translation import translated
from .column_words import save_column_words
from .look.choice import Choice
from .look.wear import wear, wear_again
from .provenance import Provenance, describe, save_description
from .stored_style import save_style
from .writing.new_layer import set_aliases


def dress(
    layer: QgsVectorLayer,
    outputs: Sequence[OutputField],
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
    describe(layer, provenance)  # which tells what the scores are that are drawn
    _draw(layer, prefix)
    saved = (
        save_description(layer),
        save_column_words(layer, outputs),
        save_style(layer, provenance.title),
    )
    return tuple(note for note in saved if note is not None)


@dataclass(frozen=True)
class Dress:
    """What a layer with certain scores is to wear; plain data, to be made on any thread.

    Parameters
    ----------
    outputs, prefix
        The need fields, and what their names begin with.
    provenance
        What the layer says of itself.
    """

    outputs: Sequence[OutputField]
    prefix: str
    provenance: Provenance

    def put_on(self, layer: QgsVectorLayer) -> Tuple[Message, ...]:
        """Dress a layer that we have made; as `dress`."""
        return dress(layer, self.outputs, self.prefix, self.provenance)

    def describe(self, layer: QgsVectorLayer, *, save: bool) -> Tuple[Message, ...]:
        """Let a layer of the user's say where its scores come from and what they are not.

        Not saved with its data while the scores themselves are not. Where the layer wears a look
        of ours, that is made anew from the new scores.
        """
        describe(layer, self.provenance)
        wear_again(layer, self.prefix)
        note = save_description(layer) if save else None
        return () if note is None else (note,)

    def draw(self, layer: QgsVectorLayer) -> None:
        """Draw a layer that was described by its scores, a class a score, and remember that it is so."""
        _draw(layer, self.prefix)


def _draw(layer: QgsVectorLayer, prefix: str) -> None:
    if layer.isSpatial():  # a table is not drawn, and one of texts (CSV) has no figures to draw by
        wear(layer, Choice(), prefix)


def dress_for(scenario: Scenario, outputs: Sequence[OutputField], written: str) -> Dress:
    """What a layer with these scores is to wear.

    Parameters
    ----------
    scenario
        As it is to be kept with the layer, its sources relative to its file.
    written
        When, as an ISO date or date and time.
    """
    return Dress(
        outputs,
        scenario.options.field_prefix,
        Provenance(
            scenario.title,
            codec.dumps(scenario),
            written,
            scenario.question,
            {output.name: translated(output.alias) for output in outputs},
        ),
    )
