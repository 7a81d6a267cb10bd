# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas with their need fields as a new layer, in memory or in whatever takes features."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Iterator, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsFields,
    QgsMemoryProviderUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.feedback import Feedback, Silent, check
from ...core.messages import Message, NeedError, mark
from ...core.output import OutputField
from ...translation import translated
from ..fields import qgs_field
from ..names import need_field_names
from .cells import ready

SHAPEFILE = "ESRI Shapefile"
"""GDAL's name of the format."""
LONGEST_NAME = 10
"""The bytes of a Shapefile's field name."""

_ROWS_BETWEEN_CHECKS = 500


@dataclass(frozen=True)
class NewLayer:
    """The fields of a layer of areas with their scores.

    Parameters
    ----------
    fields
        The area layer's own, without need fields of an earlier score, then the need fields.
    kept
        Which of the source's attributes come over, by index.
    """

    fields: QgsFields
    kept: Tuple[int, ...]


def new_layer_fields(
    source: QgsFeatureSource, outputs: Sequence[OutputField], prefix: str, provider: str = "ogr", cap: int = 0
) -> NewLayer:
    """The fields of a new layer; NeedError where the user's own field has the name of a need field."""
    own: QgsFields = source.fields()
    earlier = set(need_field_names(own, prefix))
    kept = tuple(index for index in range(own.count()) if own.at(index).name() not in earlier)
    fields = QgsFields()
    for index in kept:
        fields.append(own.at(index))
    taken = {field.name().casefold(): field.name() for field in fields}
    for output in outputs:
        if output.name.casefold() in taken:
            raise NeedError(
                mark(
                    "“{layer}” already has a field “{other}”, which is the name of a need field. Rename it, "
                    "or choose another field prefix. Nothing was written."
                ),
                layer=source.sourceName(),
                other=taken[output.name.casefold()],
            )
        fields.append(qgs_field(output, provider, cap=cap))
    return NewLayer(fields, kept)


def check_cut_names(driver: str, new: NewLayer, outputs: Sequence[OutputField]) -> None:
    """Raise NeedError where a Shapefile would cut a field of the user's own down to a need field's name.

    The need field itself would get another name then, without a word.
    """
    if driver != SHAPEFILE:
        return
    ours = {output.name.casefold() for output in outputs}
    for field in list(new.fields)[: len(new.kept)]:
        if field.name().encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore").casefold() in ours:
            raise NeedError(
                mark(
                    "A Shapefile cuts field names at 10 characters, and the field “{field}” would have the "
                    "name of a need field. Rename it, choose another field prefix, or write to a GeoPackage. "
                    "Nothing was written."
                ),
                field=field.name(),
            )


def write_to_sink(
    source: QgsFeatureSource,
    new: NewLayer,
    outputs: Sequence[OutputField],
    sink: QgsFeatureSink,
    feedback: Optional[Feedback] = None,
    feature_ids: Optional[Sequence[int]] = None,
) -> None:
    """Write every area with its need values to `sink`.

    `outputs` hold plain Python values (``cells.ready``). Raises NeedError where the sink refuses,
    Cancelled where the user stops it.
    """
    add_to_sink(scored_features(source, new, outputs, feedback or Silent(), feature_ids), sink)


def add_to_sink(features: Iterable[QgsFeature], sink: QgsFeatureSink) -> None:
    """Add features one after the other; NeedError where the sink refuses one."""
    for feature in features:
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise NeedError(
                mark("The scores could not be written: {reason}"),
                reason=sink.lastError() or Message(mark("the output takes no more areas")),
            )


def scored_features(
    source: QgsFeatureSource,
    new: NewLayer,
    outputs: Sequence[OutputField],
    feedback: Feedback,
    feature_ids: Optional[Sequence[int]] = None,
    *,
    multi: bool = False,
) -> Iterator[QgsFeature]:
    """The areas with their geometry (of several parts, if so asked), their attributes and the need values."""
    rows = zip(*(output.values for output in outputs))
    by_id = None if feature_ids is None else dict(zip(feature_ids, rows))
    total = len(outputs[0].values) if outputs else 0
    everything = list(new.kept) == list(range(source.fields().count()))
    for number, old in enumerate(source.getFeatures(QgsFeatureRequest())):
        if number % _ROWS_BETWEEN_CHECKS == 0:
            check(feedback)
            feedback.setProgress(100 * number / max(1, total))
        values = next(rows, None) if by_id is None else by_id.get(old.id())
        if values is None:
            raise NeedError(
                mark("“{layer}” has changed since it was scored. Score it again, then write."),
                layer=source.sourceName(),
            )
        attributes = old.attributes()
        feature = QgsFeature(new.fields)
        feature.setGeometry(old.geometry())
        kept = attributes if everything else [attributes[index] for index in new.kept]
        feature.setAttributes([*kept, *values])
        if multi:
            _make_multi(feature)
        yield feature


def _make_multi(feature: QgsFeature) -> None:
    geometry = feature.geometry()
    if not geometry.isNull() and geometry.convertToMultiType():
        feature.setGeometry(geometry)


def memory_layer(
    layer: QgsVectorLayer,
    outputs: Sequence[OutputField],
    prefix: str,
    name: str,
    feedback: Optional[Feedback] = None,
    feature_ids: Optional[Sequence[int]] = None,
) -> QgsVectorLayer:
    """A temporary layer of the areas with their need fields, not yet in any project."""
    return memory_layer_of(layer, layer.wkbType(), layer.crs(), outputs, prefix, name, feedback, feature_ids)


def memory_layer_of(
    source: QgsFeatureSource,
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
    outputs: Sequence[OutputField],
    prefix: str,
    name: str,
    feedback: Optional[Feedback] = None,
    feature_ids: Optional[Sequence[int]] = None,
) -> QgsVectorLayer:
    """The same for areas that are no layer, but a snapshot of one."""
    outputs, _ = ready(outputs, {})
    new = new_layer_fields(source, outputs, prefix, "memory")
    made = QgsMemoryProviderUtils.createMemoryLayer(name, new.fields, wkb_type, crs)
    write_to_sink(source, new, outputs, made.dataProvider(), feedback, feature_ids)
    made.updateExtents()
    set_aliases(made, outputs)
    return made


def set_aliases(layer: QgsVectorLayer, outputs: Sequence[OutputField]) -> None:
    """Give the layer's need fields their human names."""
    for output in outputs:
        index = layer.fields().indexFromName(output.name)
        if index >= 0:
            layer.setFieldAlias(index, translated(output.alias))
