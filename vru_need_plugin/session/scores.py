# SPDX-License-Identifier: GPL-2.0-or-later
"""The scores as they are at the moment when they are to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt

from ..core.output import OutputField
from ..core.result import Result
from ..layers.dress import Dress, dress_for
from ..scoring.outputs import need_fields
from .outgoing import outgoing
from .session import Session


@dataclass(frozen=True)
class Scores:
    """What is to be written, whatever becomes of the scenario meanwhile.

    Parameters
    ----------
    layer
        The area layer.
    fields, feature_ids, codes
        The need fields, and to which features and codes their values belong.
    dress
        What a layer with them wears.
    result
        What they were taken from.
    """

    layer: QgsVectorLayer
    fields: Sequence[OutputField]
    feature_ids: Sequence[int]
    codes: Sequence[str]
    dress: Dress
    result: Result

    def are_still_those_of(self, session: Session) -> bool:
        """Whether the session's area layer and scores are these still, after a question, say."""
        is_same = session.area_layer is self.layer and session.result is self.result
        return is_same and session.is_up_to_date


def scores_of(session: Session) -> Optional[Scores]:
    """The session's scores; None where there are none.

    Raises
    ------
    NeedError
        They must not leave the dock: see `outgoing`.
    """
    layer, scores = session.area_layer, outgoing(session)
    if scores is None or layer is None:
        return None
    areas, fields = scores.job.areas, need_fields(scores.job, scores.result)
    written = QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)
    worn = dress_for(session.portable_scenario(), fields, written)
    return Scores(layer, fields, areas.feature_ids, areas.codes, worn, scores.result)
