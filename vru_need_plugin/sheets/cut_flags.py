# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a layer's format had room for the names of all measures above threshold."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ..core.messages import NeedError, mark
from ..core.suffixes import ID_SEPARATOR
from ..report.subject import Subject


def check_uncut(subject: Subject, layer: QgsVectorLayer, name: str) -> None:
    """Raise NeedError where the field of this name could not hold the ids of every area.

    A Shapefile holds 254 bytes of text. What was left out would be told as not above threshold.
    """
    field = layer.fields().field(name)
    room = field.length()
    if room <= 0:  # as long as it has to be
        return
    ids = [len(measure.id.encode("utf-8")) for measure in subject.measures]
    gap = len(ID_SEPARATOR)
    needed = [
        sum(size + gap for size, is_above in zip(ids, above) if is_above) - gap
        for above in zip(*(flags.tolist() for flags in subject.result.flags))
    ]
    cut = sum(size > room for size in needed)
    if cut:
        raise NeedError(
            mark(
                "“{field}” holds {cap} characters in the format of “{layer}”: for {count} areas it does not "
                "name every measure above threshold, and a sheet would leave the others out. Have a field "
                "written for each measure, or write the scores into a GeoPackage."
            ),
            field=name,
            cap=room,
            layer=layer.name(),
            count=cut,
        )
