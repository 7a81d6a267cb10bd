# SPDX-License-Identifier: GPL-2.0-or-later
"""A copy of the areas with their need fields, in a file of any format that QGIS can write."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Optional, Sequence, Tuple

from qgis.core import QgsVectorLayer, QgsWkbTypes

from ...core.feedback import Feedback, Silent
from ...core.messages import NeedError, mark
from ...core.output import FieldKind, OutputField
from ..source_files import check_not_source, layer_file
from .cells import ready
from .dbf import MOST_FIELDS
from .new_file import NewFile, driver_for
from .new_layer import SHAPEFILE, check_cut_names, new_layer_fields, scored_features
from .plan import TEXT_CAPS, check_missing
from .report import WriteReport
from .source import FrozenLayer


def write_new(
    layer: QgsVectorLayer,
    outputs: Sequence[OutputField],
    prefix: str,
    destination: Path,
    feedback: Optional[Feedback] = None,
    feature_ids: Optional[Sequence[int]] = None,
    layer_name: Optional[str] = None,
) -> WriteReport:
    """Write the areas with their need fields to a file, before this returns; see `prepare_new`."""
    new = prepare_new(layer, outputs, prefix, destination, feature_ids, layer_name)
    return new.run(feedback or Silent())


def prepare_new(
    layer: QgsVectorLayer,
    outputs: Sequence[OutputField],
    prefix: str,
    destination: Path,
    feature_ids: Optional[Sequence[int]] = None,
    layer_name: Optional[str] = None,
) -> NewFile:
    """Make ready to write the areas with their need fields to a file; nothing is touched.

    Parameters
    ----------
    destination
        The file; its ending says the format.
    feature_ids
        Which feature each value belongs to; the layer's own order where left out.
    layer_name
        The layer's name inside the file; the file's own where left out.

    Raises NeedError where the format is unknown or has no room for the fields, a name is taken, or
    the file is that of the layer itself.
    """
    driver = driver_for(destination)
    name = layer_name or destination.stem
    check_not_source(destination, layer_file(layer, is_areas=True), name if driver == "GPKG" else None)
    cap = TEXT_CAPS.get(driver, 0)
    fields, notes = ready(outputs, {output.name: cap for output in outputs if output.kind is FieldKind.TEXT})
    check_missing(driver, fields)
    source = FrozenLayer(layer)
    new = new_layer_fields(source, fields, prefix, cap=cap)
    check_cut_names(driver, new, fields)
    if driver == SHAPEFILE and new.fields.count() > MOST_FIELDS:
        raise NeedError(
            mark(
                "“{file}” would have {count} fields, and a Shapefile has room for {most}. Write to a "
                "GeoPackage instead."
            ),
            file=destination.name,
            count=new.fields.count(),
            most=MOST_FIELDS,
        )
    polygons = QgsWkbTypes.geometryType(source.wkb_type) == QgsWkbTypes.GeometryType.PolygonGeometry
    return NewFile(
        destination,
        name,
        driver,
        new.fields,
        fields,
        partial(scored_features, source, new, fields, feature_ids=feature_ids, multi=polygons),
        QgsWkbTypes.multiType(source.wkb_type) if polygons else source.wkb_type,
        source.crs,
        notes,
        _options(source, driver),
    )


def _options(source: FrozenLayer, driver: str) -> Tuple[str, ...]:
    own = [field.name() for field in source.fields()]
    if driver == "GPKG" and "fid" in (name.casefold() for name in own if name not in source.keys):
        # A column of the user's own must not become the feature id.
        return ("FID=ogc_fid",)
    return ()
