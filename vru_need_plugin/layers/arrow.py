# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of an OGR layer through its Arrow stream, ten times as fast as feature by feature.

GDAL has the stream from 3.6 on; where it is missing, or of no use for a layer's field types,
`read` returns None and the caller goes by features.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr

# One long text would otherwise set the width of as many rows as GDAL puts into one batch.
_BATCH = 8192

_FID = "OGC_FID"

Cells = Dict[str, Any]


def read(layer: Any, names: Sequence[str]) -> Optional[Tuple[List[int], Cells]]:
    """The feature ids and the named columns of an OGR layer, in its order.

    Parameters
    ----------
    layer
        An ``ogr.Layer`` at its beginning, with its dataset kept alive by the caller.
    names
        Fields that the layer has.

    Returns
    -------
    tuple or None
        The ids, and by name: a float64 array with NaN for NULL where the field is a real
        number, otherwise a list of str, int, date or datetime with None for NULL. None where
        the stream cannot be had.
    """
    if not hasattr(layer, "GetArrowStreamAsNumPy"):
        return None
    batches = _batches(layer, names)
    if batches is None:
        return None
    id_name = layer.GetFIDColumn() or _FID
    if not batches:
        return [], {name: [] for name in names}
    kinds = {name: column.dtype.kind for name, column in batches[0].items()}
    if any(kinds.get(name) not in _KINDS for name in [id_name, *names]):
        return None
    ids = [fid for batch in batches for fid in batch[id_name].tolist()]
    return ids, {name: _column([batch[name] for batch in batches]) for name in names}


def _batches(layer: Any, names: Sequence[str]) -> Optional[List[Dict[str, Any]]]:
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(index) for index in range(definition.GetFieldCount())]
    if any(field.GetName() in names and field.GetType() not in _PLAIN for field in fields):
        return None
    ignored = [field.GetName() for field in fields if field.GetName() not in names]
    layer.SetIgnoredFields([*ignored, "OGR_GEOMETRY", "OGR_STYLE"])
    try:
        options = ["USE_MASKED_ARRAYS=YES", f"MAX_FEATURES_IN_BATCH={_BATCH}"]
        return list(layer.GetArrowStreamAsNumPy(options))
    except (RuntimeError, ImportError, ValueError):
        return None
    finally:
        layer.SetIgnoredFields([])
        layer.ResetReading()


_PLAIN = (ogr.OFTString, ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal, ogr.OFTDate, ogr.OFTDateTime)
"""Field types whose Arrow form is known to give what a feature gives."""


_KINDS = frozenset("fiubSM")
"""Kinds of numpy column that are known how to be read: numbers, booleans, UTF-8 texts, dates."""


def _column(parts: List[Any]) -> Any:
    kind = parts[0].dtype.kind
    if kind == "f":
        return np.concatenate([np.ma.filled(part.astype(np.float64), np.nan) for part in parts])
    cells = [cell for part in parts for cell in part.tolist()]
    if kind == "S":
        return _texts(cells)
    if kind == "b":
        return [None if cell is None else int(cell) for cell in cells]
    return cells


def _texts(cells: List[Optional[bytes]]) -> List[Optional[str]]:
    """Decode all texts at once, which takes a quarter of the time of one by one."""
    if None not in cells:
        joined = b"\n".join(cells)  # type: ignore[arg-type]
        if joined.count(b"\n") == len(cells) - 1:
            return joined.decode("utf-8", "replace").split("\n")  # type: ignore[return-value]
    return [None if cell is None else cell.decode("utf-8", "replace") for cell in cells]
