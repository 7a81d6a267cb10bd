# SPDX-License-Identifier: GPL-2.0-or-later
"""The last write on to a layer, and how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass

from ..layers.dress_before import DressBefore
from ..layers.writing.route import TakeBack


@dataclass(frozen=True)
class LastWrite:
    """What is needed to undo a write that was saved.

    Parameters
    ----------
    layer_id, layer_name
        The layer in the project.
    take_back
        Gives back fields and values.
    before
        Gives back what the layer said of itself and looked like.
    """

    layer_id: str
    layer_name: str
    take_back: TakeBack
    before: DressBefore
