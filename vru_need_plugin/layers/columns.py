# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of a layer as columns, without geometry, by the fastest road that tells the truth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant

from ..core.feedback import Feedback, Silent, check
from ..core.messages import NeedError
from . import arrow
from .ogr_files import open_dataset

# Formats whose Arrow stream is GDAL's own and whose texts are UTF-8 by definition, so that no
# encoding that the user has chosen in QGIS is passed over.
_ARROW_FORMATS = ("GPKG", "FlatGeobuf", "Parquet", "Arrow")

_ROWS_BETWEEN_CHECKS = 2000


@dataclass(frozen=True)
class Columns:
    """Fields of a layer as columns.

    Parameters
    ----------
    feature_ids
        The provider's feature ids, in layer order.
    values
        By field name: a float64 array with NaN for NULL, or a list of plain Python values with
        None for NULL.
    """

    feature_ids: Sequence[int]
    values: Mapping[str, Sequence[Any]]


def read_columns(
    source: QgsFeatureSource, names: Sequence[str], feedback: Optional[Feedback] = None
) -> Columns:
    """The named fields of every feature, whatever is selected.

    Edits that are not saved, joins, virtual fields and filters count, as on the screen.

    Raises KeyError where the source has no such field, NeedError where it has more cells than are read
    (`scenario.table_size.check_shape`), and Cancelled where the user stops it.
    """
    fields: QgsFields = source.fields()
    indexes = [fields.lookupField(name) for name in names]
    missing = [name for name, index in zip(names, indexes) if index < 0 or fields.at(index).name() != name]
    if missing:
        raise KeyError(missing[0])
    if isinstance(source, QgsVectorLayer):
        fast = _through_arrow(source, names, feedback or Silent())
        if fast is not None:
            return fast
    return _by_feature(source, names, indexes, feedback or Silent())


def _through_arrow(layer: QgsVectorLayer, names: Sequence[str], feedback: Feedback) -> Optional[Columns]:
    place = plain_ogr_layer(layer)
    provider_names = {field.name() for field in layer.dataProvider().fields()}
    if place is None or not provider_names.issuperset(names):
        return None
    try:
        dataset = open_dataset(place[0])
    except NeedError:
        return None
    ogr_layer = dataset.GetLayerByName(place[1]) if place[1] else dataset.GetLayer(0)
    found = {} if ogr_layer is None else {field.GetName() for field in _definitions(ogr_layer)}
    read = arrow.read(dataset, ogr_layer, names, feedback) if set(names) <= set(found) else None
    return None if read is None else Columns(*read)


def plain_ogr_layer(layer: QgsVectorLayer) -> Optional[Tuple[Path, Optional[str]]]:
    """The file and layer name where what OGR reads from the file is what the layer shows.

    None where the layer has unsaved edits, a filter, joined or virtual fields, comes from another provider,
    or is in a format that OGR has no fast stream for.
    """
    provider = layer.dataProvider()
    plain = (
        layer.providerType() == "ogr"
        and provider.storageType() in _ARROW_FORMATS
        and not layer.isModified()
        and not layer.subsetString()
    )
    if not plain:
        return None
    parts: Dict[str, Any] = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    known = {"path", "layerName", "layerId"}
    if any(value for key, value in parts.items() if key not in known) or parts.get("layerId"):
        return None
    path = Path(str(parts.get("path") or ""))
    name = parts.get("layerName")
    return (path, str(name) if name else None) if path.is_file() else None


def _definitions(ogr_layer: Any) -> List[Any]:
    definition = ogr_layer.GetLayerDefn()
    return [definition.GetFieldDefn(index) for index in range(definition.GetFieldCount())]


def _by_feature(
    source: QgsFeatureSource, names: Sequence[str], indexes: List[int], feedback: Feedback
) -> Columns:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(indexes)
    ids: List[int] = []
    rows: List[Any] = []
    for row, feature in enumerate(source.getFeatures(request)):
        if row % _ROWS_BETWEEN_CHECKS == 0:
            check(feedback)
        ids.append(feature.id())
        rows.append([feature[index] for index in indexes])
    columns = zip(*rows) if rows else ([] for _ in names)
    return Columns(ids, {name: [plain(cell) for cell in cells] for name, cells in zip(names, columns)})


def plain(cell: Any) -> Any:
    """A cell as QGIS gives it, as plain Python: None, str, int, float, date or datetime."""
    if cell is None or isinstance(cell, (str, int, float)):
        return int(cell) if cell is True or cell is False else cell
    if isinstance(cell, QVariant):  # QGIS's NULL
        return None
    if isinstance(cell, QDateTime):
        return cell.toPyDateTime() if cell.isValid() else None
    if isinstance(cell, QDate):
        return cell.toPyDate() if cell.isValid() else None
    if isinstance(cell, QTime):
        return cell.toString("HH:mm:ss") if cell.isValid() else None
    return cell if isinstance(cell, datetime) else str(cell)
