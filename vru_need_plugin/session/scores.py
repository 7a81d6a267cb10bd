# SPDX-License-Identifier: GPL-2.0-or-later
"""The scores as they are at the moment when they are to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt

from ..core.output import OutputField
from ..layers.dress import Dress, dress_for
from ..scoring.outputs import need_fields
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
    """

    layer: QgsVectorLayer
    fields: Sequence[OutputField]
    feature_ids: Sequence[int]
    codes: Sequence[str]
    dress: Dress


def scores_of(session: Session) -> Optional[Scores]:
    """The session's scores; None where there are none.

    Raises NeedError where a measure in use has no part in them.
    """
    layer, areas = session.area_layer, session.areas
    if session.job is None or session.result is None or areas is None or layer is None:
        return None
    if session.left_out is not None:
        raise session.left_out
    fields = need_fields(session.job, session.result)
    written = QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)
    worn = dress_for(session.portable_scenario(), fields, written)
    return Scores(layer, fields, areas.feature_ids, areas.codes, worn)
