# SPDX-License-Identifier: GPL-2.0-or-later
"""Small layers, and copies of the published ones, for tests that write."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from support.shared import DATA
from vru_need_plugin.core.output import FieldKind, OutputField
from vru_need_plugin.layers.provenance import SCENARIO_MARK

CODES = ("E05000001", "E05000002", "E05000003")


def copied(name: str, folder: Path) -> Path:
    """A published boundary file, with its parts, copied to `folder`."""
    for part in (DATA / "boundaries").glob(f"{Path(name).stem}.*"):
        shutil.copy(part, folder / part.name)
    return folder / name


def scenario_of(layer: QgsMapLayer) -> Optional[str]:
    """The scenario, as JSON, that a layer's history says its scores were written with."""
    found = [line for line in layer.metadata().history() if line.startswith(SCENARIO_MARK)]
    return found[-1][len(SCENARIO_MARK) :] if found else None


def squares(
    rows: Sequence[Dict[str, Any]] = tuple({"code": code, "name": f"Ward {code[-1]}"} for code in CODES),
    types: Optional[Dict[str, str]] = None,
) -> QgsVectorLayer:
    """A memory layer of unit squares side by side with these attributes, text unless `types` says."""
    types = types or {}
    fields = "&".join(f"field={name}:{types.get(name, 'string(60)')}" for name in rows[0])
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:27700&{fields}", "squares", "memory")
    features: List[QgsFeature] = []
    for place, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row.values()))
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(place, 0, place + 1, 1)))
        features.append(feature)
    done, _ = layer.dataProvider().addFeatures(features)
    assert done
    layer.updateExtents()
    return layer


def saved(layer: QgsVectorLayer, path: Path) -> QgsVectorLayer:
    """The layer saved at `path` in the format that its ending names, and opened again."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = QgsVectorFileWriter.driverForExtension(path.suffix[1:])
    options.layerName = path.stem
    done = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    assert done[0] == QgsVectorFileWriter.WriterError.NoError, done
    opened = QgsVectorLayer(str(path), path.stem, "ogr")
    assert opened.isValid()
    return opened


def need_outputs(scores: Sequence[Optional[float]], flags: int = 2) -> List[OutputField]:
    """Need fields of made-up values, with this many flag fields."""
    count = len(scores)
    fields = [
        OutputField("need_score", FieldKind.REAL, "Need score", "Sum of weights", list(scores)),
        OutputField(
            "need_rank", FieldKind.INTEGER, "Need rank", "1 = greatest need", list(range(1, count + 1))
        ),
        OutputField(
            "need_flags",
            FieldKind.TEXT,
            "Which",
            "Ids",
            [";".join(["robbery"] * (i % 3)) for i in range(count)],
        ),
    ]
    return fields + [
        OutputField(
            f"need_f{n:02}",
            FieldKind.INTEGER,
            f"Measure {n}",
            "1: above",
            [(i + n) % 2 for i in range(count)],
        )
        for n in range(1, flags + 1)
    ]


def cells(layer: QgsVectorLayer, name: str) -> List[Any]:
    """A field's values in layer order, NULL as None."""
    from vru_need_plugin.layers.columns import plain

    return [plain(feature[name]) for feature in layer.getFeatures()]


def field_names(layer: QgsVectorLayer) -> List[str]:
    """The layer's field names in order."""
    return [field.name() for field in layer.fields()]
