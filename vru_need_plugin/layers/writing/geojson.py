# SPDX-License-Identifier: GPL-2.0-or-later
"""The way on to a GeoJSON file: a complete new one, its text changed in the properties only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Collection, List, Optional, Set, Tuple

from qgis.core import QgsVectorLayer

from ...core.feedback import Feedback, check
from ...core.messages import Message, NeedError, mark
from .file_undo import keep_file
from .geojson_text import changed, features, json_value
from .half_done import NEW
from .json_text import Member, OddTextError
from .place import ogr_place
from .read_back import check_made
from .route import Order, Written, another_field, areas_gone, show_source
from .swap import could_not_write, stamp, swap
from .workshop import workshop

# So much text takes about half a second.
_QUICK_BYTES = 4_000_000
_ROWS_BETWEEN_CHECKS = 500


@dataclass(frozen=True)
class GeoJsonWrite:
    """A write on to a GeoJSON file.

    Parameters
    ----------
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
        return self.path.stat().st_size > _QUICK_BYTES

    def run(self, feedback: Feedback) -> Written:
        """Write a new file and put it in the old one's place.

        Raises NeedError, the file being as before, where it cannot be read as GeoJSON, written,
        replaced or read back; Cancelled where the user stops it.
        """
        try:
            with workshop(self.path) as folder:
                return self._write(folder, feedback)
        except OSError as error:
            raise could_not_write(self.path, error) from error

    def _write(self, folder: Path, feedback: Feedback) -> Written:
        plan = self.order.plan
        seen = stamp(self.path)
        made = folder / NEW / self.path.name
        try:
            pieces, count, removed = self._pieces(self.path.read_bytes().decode("utf-8"), feedback)
        except (OddTextError, UnicodeDecodeError) as error:
            raise NeedError(
                mark(
                    "“{file}” is not the plain GeoJSON that can be changed in place ({reason}). Write the "
                    "scores to a new layer instead. Nothing was written."
                ),
                file=self.path.name,
                reason=error,
            ) from error
        with made.open("wb") as file:
            file.writelines(piece.encode("utf-8") for piece in pieces)
        check(feedback)
        feedback.setProgress(60)
        check_made(made, plan.outputs, self.order.feature_ids, count, removed)
        check(feedback)
        feedback.setProgress(80)
        before = keep_file(self.path, self.title, made) if self.order.keep_old else None
        swap(made, self.path, seen)
        return Written(removed, before)

    def _pieces(self, text: str, feedback: Feedback) -> Tuple[List[str], int, Tuple[str, ...]]:
        """The new text in pieces, how many features it has, and which stale fields are in none."""
        plan = self.order.plan
        names = [output.name for output in plan.outputs]
        columns = zip(*(map(json_value, output.values) for output in plan.outputs))
        rows = dict(zip(self.order.feature_ids, columns))
        added = {output.name for output in plan.added}
        pieces, done, place = [], 0, -1
        in_use: Set[str] = set()
        for place, feature in enumerate(features(text)):
            if place % _ROWS_BETWEEN_CHECKS == 0:
                check(feedback)
                feedback.setProgress(50 * done / len(text))
            properties = feature.properties
            self._check_members(properties, added)
            row = rows.pop(feature.number, None)
            if row is not None:
                values, without = dict(zip(names, row)), plan.stale
            else:  # a filter leaves it out: what it has it keeps
                holds = _holding(text, properties)
                in_use.update(holds)
                values = {name: "null" for name in names if name not in holds}
                without = tuple(name for name in plan.stale if name not in holds)
            pieces += [
                text[done : properties.value_start],
                changed(text, properties, values, without),
            ]
            done = properties.end
        if rows:
            raise areas_gone(self.title, len(rows))
        removed = tuple(name for name in plan.stale if name not in in_use)
        return [*pieces, text[done:]], place + 1, removed

    def _check_members(self, properties: Member, added: Collection[str]) -> None:
        """Raise NeedError where a field that is to be added is there, and may be the user's own."""
        present = properties.inner.members if properties.inner is not None else ()
        for member in present:
            if member.name in added:
                raise another_field(self.path.name, member.name)

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its new properties."""
        show_source(layer)


def _holding(text: str, properties: Member) -> Set[str]:
    """The names of the properties that hold something."""
    present = properties.inner.members if properties.inner is not None else ()
    return {member.name for member in present if text[member.value_start : member.end] != "null"}


def geojson(layer: QgsVectorLayer, order: Order) -> Optional[GeoJsonWrite]:
    """A new file in place of the old one, where the layer is a GeoJSON file.

    None for another format, an archive, an address on the web, or a query.
    """
    place = ogr_place(layer, "GeoJSON")
    if place is None:
        return None
    said = mark("“{file}” is replaced in one step by a new one that differs in the need fields only.")
    return GeoJsonWrite(place[0], layer.name(), order, notes=(Message(said, {"file": place[0].name}),))
