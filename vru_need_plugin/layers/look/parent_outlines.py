# SPDX-License-Identifier: GPL-2.0-or-later
"""The outlines of parents, dissolved once from their areas into a layer of its own.

A layer of its own rather than a renderer that dissolves, or a geometry made by an expression: those
dissolve again at every repaint, which takes seconds from a few thousand areas on. Kept in a
GeoPackage it needs neither the plugin nor any time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Dict, List, Optional, Tuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsMemoryProviderUtils,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsTextFormat,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)

from ...core.feedback import Feedback, Silent, check
from ...core.messages import NeedError, mark
from ...core.output import FieldKind
from ...translation import tr
from ..columns import plain
from ..fields import field_type
from ..ogr_files import list_sources
from ..stored_style import save_style
from ..texts import as_texts
from .choice import Focus
from .focus import in_focus
from .lettering import QUIET, label_settings, lettering

TABLE = "need_outlines"
"""What a table of outlines is called in a GeoPackage."""
CODE, NAME = "code", "name"
"""The fields of a layer of parents."""

LINE = (107, 120, 132)
FOCUS_LINE = (179, 105, 15)
"""Amber: what the reader is asked to look at."""

_LINE_WIDTH, _FOCUS_WIDTH = 0.3, 0.7
MANY = 5_000
"""Areas; the outlines of more take so long that the user is shown a bar and may stop."""

_CHECK_EVERY = 500
_READ = 30.0
"""The share of reading in the progress; the rest is dissolving."""
_SPECK = 1e-3
"""A hole smaller than this share of its parent is a sliver between areas that do not quite meet."""


def parent_outlines(
    layer: QgsVectorLayer,
    code_field: str,
    name_field: Optional[str] = None,
    feedback: Optional[Feedback] = None,
    fold: Callable[[str], str] = str,
) -> QgsVectorLayer:
    """The parents of a layer's areas as a memory layer of polygons with code and name.

    `fold` makes codes alike that are one parent's, of which the first is told. Areas without a parent
    have no part in it. Not yet in any project, styled by `style_outlines`.

    Raises NeedError where the layer has no polygons, Cancelled where the user stops it.
    """
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise NeedError(mark("“{layer}” has no polygons to take outlines from."), layer=layer.name())
    fields = QgsFields()
    for name in (CODE, NAME):
        fields.append(QgsField(name, field_type(FieldKind.TEXT)))
    made = QgsMemoryProviderUtils.createMemoryLayer(
        tr("Outlines"), fields, QgsWkbTypes.Type.MultiPolygon, layer.crs()
    )
    told = feedback or Silent()
    features = []
    parents = _parts(layer, code_field, name_field, told, fold)
    every, done = sum(len(parts) for _, _, parts in parents), 0
    for code, name, parts in parents:
        told.setProgress(_READ + (100 - _READ) * done / every)
        check(told)
        done += len(parts)
        feature = QgsFeature(fields)
        feature.setAttributes([code, name])
        feature.setGeometry(_dissolved(parts))
        features.append(feature)
    made.dataProvider().addFeatures(features, QgsFeatureSink.Flag.FastInsert)
    made.updateExtents()
    style_outlines(made)
    return made


def keep_outlines(outlines: QgsVectorLayer, path: Path, areas: QgsVectorLayer) -> QgsVectorLayer:
    """Save a layer of outlines as a new table of a GeoPackage, beside what else is in it, with its style.

    Parameters
    ----------
    areas
        The layer of that file that is open.

    Raises NeedError where the file cannot be written.
    """
    table = _free_name(path)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = table
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    status, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        outlines, str(path), outlines.transformContext(), options
    )
    if status != QgsVectorFileWriter.WriterError.NoError:
        raise NeedError(
            mark("The outlines could not be saved in “{path}”: {reason}"), path=str(path), reason=reason
        )
    areas.dataProvider().reloadData()  # QGIS holds the file as it was before the table was there
    kept = QgsVectorLayer(f"{path}|layername={table}", outlines.name(), "ogr")
    kept.setRenderer(outlines.renderer().clone())
    if outlines.labeling() is not None:
        kept.setLabeling(outlines.labeling().clone())
        kept.setLabelsEnabled(outlines.labelsEnabled())
    save_style(kept, outlines.name())
    return kept


def _free_name(path: Path) -> str:
    """A name that no table of the file has: one that is there may be open in the project."""
    taken = set(list_sources(path)) if path.exists() else set()
    name, number = TABLE, 2
    while name in taken:
        name, number = f"{TABLE}_{number}", number + 1
    return name


def style_outlines(outlines: QgsVectorLayer, focus: Optional[Focus] = None, *, names: bool = True) -> None:
    """Draw outlines without a fill, those in focus heavier, and name the parents.

    Parameters
    ----------
    focus
        Its codes count, not its field: here that is `CODE`.
    names
        Whether parents are named; those in focus, where there are any.
    """
    within = "false" if focus is None else in_focus(Focus(CODE, focus.codes))
    which = f"if({within}, 1, 0)"
    kinds = [
        QgsRendererCategory(1, _line(FOCUS_LINE, _FOCUS_WIDTH), tr("In focus")),
        QgsRendererCategory(0, _line(LINE, _LINE_WIDTH), tr("Outline")),
    ]
    renderer = QgsCategorizedSymbolRenderer(which, kinds[focus is None :])
    # Those in focus last, so that no neighbour's line lies over theirs.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(which, True)]))
    renderer.setOrderByEnabled(focus is not None)
    outlines.setRenderer(renderer)
    name = QgsExpression.quotedColumnRef(NAME)
    settings = parent_name_settings(name if focus is None else f"if({within}, {name}, '')")
    outlines.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    outlines.setLabelsEnabled(names)


def parent_name_settings(expression: str, size: float = 7.0) -> QgsPalLayerSettings:
    """Labels that name parents: quiet, spaced letters that give way to those of areas."""
    letters: QgsTextFormat = lettering(size, QUIET, bold=True)
    settings = label_settings(expression, letters, 2)
    settings.autoWrapLength = 14
    return settings


def _line(colour: Tuple[int, int, int], width: float) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": ",".join(map(str, colour)),
            "outline_width": str(width),
            "outline_style": "solid",
            "joinstyle": "round",
        }
    )


def _parts(
    layer: QgsVectorLayer,
    code_field: str,
    name_field: Optional[str],
    feedback: Feedback,
    fold: Callable[[str], str],
) -> List[Tuple[str, str, List[QgsGeometry]]]:
    """Code and name of each parent and its areas' shapes, in the order of the codes."""
    names = [code_field] if name_field is None else [code_field, name_field]
    indexes = [layer.fields().lookupField(name) for name in names]
    request = QgsFeatureRequest().setSubsetOfAttributes(indexes)
    found: Dict[str, Tuple[str, str, List[QgsGeometry]]] = {}
    for number, feature in enumerate(layer.getFeatures(request)):
        if number % _CHECK_EVERY == 0:
            feedback.setProgress(min(_READ, _READ * number / max(1, layer.featureCount())))
            check(feedback)
        code, *name = as_texts([plain(feature[index]) for index in indexes])
        if code is None or not feature.hasGeometry():
            continue
        called = (name[0] if name else None) or code
        _, _, shapes = found.setdefault(fold(code), (code, called, []))
        shapes.append(feature.geometry())
    return sorted(found.values(), key=lambda parent: parent[0])


def _dissolved(parts: List[QgsGeometry]) -> QgsGeometry:
    whole = QgsGeometry.unaryUnion(parts)
    if whole.isNull():  # a shape that crosses itself
        whole = QgsGeometry.unaryUnion([part.makeValid() for part in parts])
    whole = whole.removeInteriorRings(whole.area() * _SPECK)
    whole.convertToMultiType()
    return whole
