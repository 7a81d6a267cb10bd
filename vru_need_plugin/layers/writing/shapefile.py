# SPDX-License-Identifier: GPL-2.0-or-later
"""The way on to a Shapefile: a complete new .dbf is checked and takes the old one's place."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Collection, Dict, Optional, Tuple

import numpy as np
from qgis.core import QgsVectorLayer

from ...core.feedback import Feedback, check
from ...core.messages import Message, NeedError, mark
from ..wording import listed
from .dbf import MOST_FIELDS, Column, Dbf, read_dbf, to_bytes, with_columns
from .dbf_cells import cells_for, column_for, encoding_of, is_missing, missing
from .file_undo import QUICK_BYTES, keep_file
from .half_done import NEW
from .place import ogr_place
from .read_back import check_made
from .route import Order, Written, another_field, areas_gone, show_source
from .swap import could_not_write, stamp, swap
from .workshop import workshop

# So many values take about half a second.
_QUICK_VALUES = 150_000

_GEOMETRY = (".shp", ".shx", ".dbf")


@dataclass(frozen=True)
class ShapefileWrite:
    """A write on to the table of a Shapefile; its other parts are not opened.

    Parameters
    ----------
    path
        The .dbf file.
    title
        The layer's name, for messages.
    """

    path: Path
    title: str
    order: Order
    needs_main_thread: bool = False
    notes: Tuple[Message, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it is likely to take over half a second."""
        values = len(self.order.feature_ids) * len(self.order.plan.outputs)
        return values > _QUICK_VALUES or self.path.stat().st_size > QUICK_BYTES

    def run(self, feedback: Feedback) -> Written:
        """Write a new table and put it in the old one's place.

        Raises NeedError, the file being as before, where it cannot be written, replaced or read back;
        Cancelled where the user stops it.
        """
        try:
            with workshop(self.path) as folder:
                return self._write(folder, feedback)
        except OSError as error:
            raise could_not_write(self.path, error) from error

    def _write(self, folder: Path, feedback: Feedback) -> Written:
        plan = self.order.plan
        seen = stamp(self.path)
        old = read_dbf(self.path)
        code_page = self.path.with_suffix(".cpg")
        check(feedback)
        encoding = encoding_of(code_page, old.language)
        put = self._cells(old, encoding)
        removed = self._stale(old, put)
        check(feedback)
        feedback.setProgress(40)
        made = folder / NEW / self.path.name
        new = with_columns(old, put, [name.encode("ascii") for name in removed])
        with made.open("wb") as file:
            file.writelines(to_bytes(new, date.today()))
        if code_page.is_file():
            shutil.copyfile(code_page, made.with_suffix(".cpg"))
        check(feedback)
        feedback.setProgress(60)
        _check_same(made, old, new, put)
        rows = int(len(old.records) - old.deleted.sum())
        check_made(made, plan.outputs, self.order.feature_ids, rows, removed, encoding)
        check(feedback)
        feedback.setProgress(80)
        before = keep_file(self.path, self.title, made) if self.order.keep_old else None
        swap(made, self.path, seen)
        return Written(removed, before)

    def _cells(self, old: Dbf, encoding: Optional[str]) -> Dict[Column, Any]:
        """The columns to put into the table, and their bytes."""
        rows = np.asarray(self.order.feature_ids, np.int64)
        there = (rows >= 0) & (rows < len(old.records))
        there[there] = ~old.deleted[rows[there]]
        if not there.all():
            raise areas_gone(self.title, int((~there).sum()))
        cells = old.cells()
        for output in self.order.plan.added:
            if output.name.encode("ascii") in cells:
                raise another_field(self.path.name, output.name)
        put = {}
        for output in self.order.plan.outputs:
            column = column_for(output)
            before = cells.get(column.name)
            put[column] = cells_for(output, column, rows, len(old.records), before, encoding)
        return put

    def _stale(self, old: Dbf, put: Dict[Column, Any]) -> Tuple[str, ...]:
        """The stale columns that go; one that other areas use is emptied for those that were scored."""
        cells = old.cells()
        others = ~old.deleted
        others[np.asarray(self.order.feature_ids, np.int64)] = False
        removed = []
        for name in self.order.plan.stale:
            column = next(one for one in old.columns if one.name == name.encode("ascii"))
            if is_missing(column, cells[column.name][others]).all():
                removed.append(name)
            else:
                put[column] = np.where(others[:, None], cells[column.name], missing(column))
        return tuple(removed)

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its new columns."""
        show_source(layer)


def shapefile(layer: QgsVectorLayer, order: Order) -> Optional[ShapefileWrite]:
    """A new .dbf in place of the old one, where the layer is a Shapefile with a table.

    None for another format, an archive, a query, or geometries without a table.

    Raises NeedError where the format has no room for the fields.
    """
    place = ogr_place(layer, "ESRI Shapefile")
    table = None if place is None or place[0].suffix.lower() not in _GEOMETRY else _table_of(place[0])
    if table is None:
        return None
    _check_limits(layer, order)
    _check_no_index(table)
    said = mark(
        "“{file}” is replaced in one step by a new one; the Shapefile's other parts stay as they are."
    )
    return ShapefileWrite(table, layer.name(), order, notes=(Message(said, {"file": table.name}),))


def _table_of(path: Path) -> Optional[Path]:
    """The .dbf that goes with a part of a Shapefile, whatever the case of its ending."""
    for ending in (".dbf", ".DBF", ".Dbf"):
        if path.with_suffix(ending).is_file():
            return path.with_suffix(ending)
    return None


def _check_limits(layer: QgsVectorLayer, order: Order) -> None:
    plan = order.plan
    count = layer.dataProvider().fields().count() + len(plan.added) - len(plan.stale)
    if count > MOST_FIELDS:
        raise NeedError(
            mark(
                "“{layer}” would have {count} fields, and a Shapefile has room for {most}. Switch off the "
                "fields of the single measures in the options, or write the scores to a GeoPackage. Nothing "
                "was written."
            ),
            layer=layer.name(),
            count=count,
            most=MOST_FIELDS,
        )


def _check_no_index(table: Path) -> None:
    indexes = [part.name for part in (table.with_suffix(".idm"), table.with_suffix(".mdx")) if part.is_file()]
    if indexes:
        raise NeedError(
            mark(
                "The Shapefile has an index on its fields ({file}), which would no longer fit. Remove the "
                "index, or write the scores to a new layer. Nothing was written."
            ),
            file=listed(indexes),
        )


def _check_same(made: Path, old: Dbf, new: Dbf, columns: Collection[Column]) -> None:
    """Raise NeedError unless the file on the disk is what was meant, and all else in it as it was."""
    found = read_dbf(made)
    put = {column.name for column in columns}
    before, after, meant = old.cells(), found.cells(), new.cells()
    kept = [name for name in before if name in after and name not in put]
    if not (
        found.records.shape == new.records.shape
        and np.array_equal(found.records[:, 0], old.records[:, 0])
        and all(np.array_equal(after[name], meant[name]) for name in put)
        and all(np.array_equal(after[name], before[name]) for name in kept)
    ):
        raise NeedError(
            mark("“{file}” could not be written as it was meant. It is as it was before."), file=made.name
        )
