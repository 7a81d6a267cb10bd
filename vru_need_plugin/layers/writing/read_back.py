# SPDX-License-Identifier: GPL-2.0-or-later
"""A file that was just made, opened as any program would, beside what was to be in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, Mapping, Optional, Sequence, Tuple

from osgeo import gdal

from ...core.messages import NeedError, mark
from ...core.output import FieldKind, OutputField
from ..fields import Cell
from ..gdal_errors import quiet

_MOST_ROWS = 2_000
# Of which a single row takes a search.
_ONLY_IN_ORDER = "GeoJSON"


def check_made(
    path: Path,
    outputs: Sequence[OutputField],
    feature_ids: Sequence[int],
    rows: int,
    without: Sequence[str],
    encoding: Optional[str] = None,
) -> None:
    """Raise NeedError unless the file has so many rows, and the need fields with their values.

    Of very many rows, every so-manyth is looked at, the first and the last among them.

    Parameters
    ----------
    without
        Fields that it must not have.
    encoding
        Of a Shapefile's texts, which QGIS keeps GDAL from minding.
    """
    options = [] if encoding is None else [f"ENCODING={encoding.upper()}"]
    with quiet():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=options)
        except RuntimeError as error:  # where another plugin has called gdal.UseExceptions()
            raise _other(path, str(error)) from error
        if dataset is None:
            raise _other(path, gdal.GetLastErrorMsg())
        made = dataset.GetLayer(0)
        places = _places(made)
        if made.GetFeatureCount() != rows or not places.keys() >= {output.name for output in outputs}:
            raise _other(path, f"{made.GetFeatureCount()} / {rows}")
        if not places.keys().isdisjoint(without):
            raise _other(path, ", ".join(without))
        in_order = dataset.GetDriver().ShortName == _ONLY_IN_ORDER
        for at, feature in _some(made, feature_ids, in_order):
            _check_row(path, feature, feature_ids[at], outputs, places, at)


def _some(made: Any, feature_ids: Sequence[int], in_order: bool) -> Iterator[Tuple[int, Any]]:
    """Features with their places in `feature_ids`, by whichever way is quick for the format."""
    step = max(1, len(feature_ids) // _MOST_ROWS)
    places = sorted({*range(0, len(feature_ids), step), max(0, len(feature_ids) - 1)})
    if not in_order:
        yield from ((at, made.GetFeature(feature_ids[at])) for at in places)
        return
    wanted = {feature_ids[at]: at for at in places}
    for feature in made:
        if feature.GetFID() in wanted:
            yield wanted.pop(feature.GetFID()), feature
    yield from ((at, None) for at in wanted.values())


def _places(made: Any) -> Mapping[str, int]:
    definition = made.GetLayerDefn()
    return {definition.GetFieldDefn(at).GetName(): at for at in range(definition.GetFieldCount())}


def _check_row(
    path: Path,
    feature: Any,
    feature_id: int,
    outputs: Sequence[OutputField],
    places: Mapping[str, int],
    at: int,
) -> None:
    for output in outputs:
        wanted = output.values[at]
        found = None if feature is None else _cell(feature, places[output.name], output.kind)
        if output.kind is FieldKind.TEXT:  # of which an empty one is none in some formats
            found, wanted = found or None, wanted or None
        if feature is None or found != wanted:
            raise _other(path, f"{feature_id}, {output.name}: {found} / {wanted}")


def _cell(feature: Any, place: int, kind: FieldKind) -> Cell:
    if not feature.IsFieldSetAndNotNull(place):
        return None
    if kind is FieldKind.TEXT:
        return str(feature.GetFieldAsString(place))
    if kind is FieldKind.REAL:
        return float(feature.GetFieldAsDouble(place))
    return int(feature.GetFieldAsInteger64(place))


def _other(path: Path, what: str) -> NeedError:
    return NeedError(
        mark(
            "The new “{file}” did not read back as it was written ({what}). It was thrown away, and the file "
            "is as it was before. Write the scores to a new layer instead."
        ),
        file=path.name,
        what=what,
    )
