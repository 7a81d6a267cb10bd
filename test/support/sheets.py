# SPDX-License-Identifier: GPL-2.0-or-later
"""Scored layers to print from, and what came out on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, List, Set, Tuple

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutTable,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QImage

from vru_need_plugin.layers.areas import read_areas
from vru_need_plugin.layers.raw_tables import read_source
from vru_need_plugin.layers.sources import open_layer
from vru_need_plugin.layers.write import write_new
from vru_need_plugin.layers.writing.new_layer import memory_layer
from vru_need_plugin.report.subject import Subject
from vru_need_plugin.scenario.document import Scenario
from vru_need_plugin.scoring.load import load_tables, used_tables
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets import template as templates
from vru_need_plugin.sheets.order import order_for
from vru_need_plugin.sheets.sheet import draft_sheet
from vru_need_plugin.sheets.text_voice import TextVoice


@dataclass
class Scored:
    """A project with a layer that holds a scenario's scores."""

    project: QgsProject
    layer: QgsVectorLayer
    subject: Subject


def scored(scenario: Scenario, folder: Path, project: QgsProject, path: Any = None) -> Scored:
    """Score a scenario whose files are in `folder` into a layer of the project.

    `path` is the file that the layer is kept in; None for a temporary layer.
    """
    layer = open_layer(scenario.areas.source, folder, project)
    areas = read_areas(layer, scenario.areas)

    def read(table, where):
        return read_source(table, where, project)

    job = prepare(scenario, areas, load_tables(used_tables(scenario), folder, read))
    result = score_job(job)
    fields, prefix = need_fields(job, result), scenario.options.field_prefix
    if path is None:
        made = memory_layer(layer, fields, prefix, "wards with scores", feature_ids=areas.feature_ids)
    else:
        report = write_new(layer, fields, prefix, path, feature_ids=areas.feature_ids)
        made = open_layer(report.source or str(path), Path(path).parent, project)
    project.addMapLayer(made)
    return Scored(project, made, Subject(job, result, ""))


def sheet(found: Scored, template: str, **changes: Any) -> QgsPrintLayout:
    """A sheet from a template of ours, changed from what the scenario suggests."""
    order = order_for(found.subject, templates.find(template))
    return draft_sheet(found.project, found.layer, found.subject, replace(order, **changes), TextVoice(str))


def rows_of(table: QgsLayoutTable) -> List[List[str]]:
    """What stands in a table's cells."""
    return [[str(cell) for cell in row] for row in table.contents()]


def texts(layout: QgsPrintLayout) -> List[str]:
    """What the labels say, from the first page to the last."""
    return [label.currentText() for label in items.labels(layout)]


class Page:
    """A page as pixels.

    Attributes
    ----------
    pixels
        Shape (height, width, 3): red, green, blue.
    """

    def __init__(self, picture: QImage, dpi: int) -> None:
        image = picture.convertToFormat(QImage.Format.Format_RGB888)
        bits = image.constBits()
        bits.setsize(image.sizeInBytes())
        rows = np.frombuffer(bits, dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
        self.pixels = rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()
        self.dpi = dpi

    def colour(self, item: QgsLayoutItemMap, point: QgsPointXY) -> Tuple[int, int, int]:
        """What is drawn at a place of a map."""
        return self.at(*self.place(item, point))

    def place(self, item: QgsLayoutItemMap, point: QgsPointXY) -> Tuple[int, int]:
        """The pixel of a place of a map, its coordinates the map's own."""
        inside, corner = item.mapToItemCoords(QPointF(point.x(), point.y())), item.pagePos()
        scale = self.dpi / 25.4
        return round((corner.x() + inside.x()) * scale), round((corner.y() + inside.y()) * scale)

    def at(self, x: int, y: int) -> Tuple[int, int, int]:
        """The colour of a pixel."""
        return tuple(self.pixels[y, x].tolist())

    def inside(self, box: QRectF) -> NDArray[np.uint8]:
        """The pixels in a box, which is in millimetres."""
        scale = self.dpi / 25.4
        rows = slice(max(0, round(box.top() * scale)), round(box.bottom() * scale))
        return self.pixels[rows, max(0, round(box.left() * scale)) : round(box.right() * scale)]

    def colours(self, box: QRectF) -> Set[Tuple[int, int, int]]:
        """All colours in a box, in millimetres."""
        return set(map(tuple, np.unique(self.inside(box).reshape(-1, 3), axis=0).tolist()))


def drawn(layout: QgsPrintLayout, number: int = 0, dpi: int = 100) -> Page:
    """A page of a layout as pixels."""
    return Page(QgsLayoutExporter(layout).renderPageToImage(number, dpi=dpi), dpi)
