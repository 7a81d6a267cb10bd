# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores on to a PostGIS table, and taken back."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Iterator, List, Optional, Sequence, Tuple

from qgis.core import QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource

from ....core.feedback import Feedback, check
from ....core.messages import Cancelled, Message, NeedError, mark
from ...columns import plain
from ..route import Order, Written, changed_since, refuse_edited
from .change import Change, Made, no_longer_there
from .look import Look
from .place import Place, place_of, show_table
from .refusals import UnreachableError
from .sql import TYPES, Target, kind_of_type
from .table import Seen, Table
from .transaction import carry_out, linked

_ROWS_BETWEEN_CHECKS = 2000

# So long a database has to say at once what it will not take, before the user is asked; where it is slower,
# it says so when the write runs.
_AT_ONCE_SECONDS = 0.4


class Answers:
    """Whether the database answered to the last.

    Showing a layer its table asks the database on the window's thread, where QGIS waits for a dead network
    for as long as it takes. Where the user has stopped waiting, or the connection broke, it is not asked.
    """

    def __init__(self) -> None:
        self._to_the_last = False

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Note how the block ends."""
        self._to_the_last = False
        try:
            yield
        except (UnreachableError, Cancelled):
            raise
        except NeedError:
            self._to_the_last = True
            raise
        self._to_the_last = True

    def show(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its table."""
        if self._to_the_last:
            show_table(layer)


@dataclass(frozen=True)
class PostgisWrite:
    """Scores to be written to a table of a PostGIS database; it runs once.

    Parameters
    ----------
    look
        What the table held when this was prepared.
    source
        The layer's rows, as they may be read on another thread.
    """

    place: Place
    order: Order
    look: Look
    source: QgsVectorLayerFeatureSource
    answers: Answers = field(default_factory=Answers)
    is_long: bool = True
    needs_main_thread: bool = False
    notes: Tuple[Message, ...] = ()

    def run(self, feedback: Feedback) -> Written:
        """Write in one transaction, once nobody else is changing the table; see `carry_out`."""
        with self.answers.noted():
            table, seen = self.look.result(feedback)
            change = self._change(table, seen, feedback)
            keep_old = self.order.keep_old
            made = carry_out(self.place, change, seen, _written_by_others, feedback, keep_old=keep_old)
        return Written(made.removed, _take_back(change, made))

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its new columns, or, where `run` failed, what others have made of them."""
        self.answers.show(layer)

    def _change(self, table: Table, seen: Seen, feedback: Feedback) -> Change:
        plan, types = self.order.plan, dict(seen.columns)
        targets = [
            Target(output.name, output.kind, types.get(output.name, TYPES[output.kind]))
            for output in plan.outputs
        ]
        added = {output.name for output in plan.added}
        return Change(
            keys=self.place.keys,
            rows=_keys_of_features(self.source, self.place, self.order.feature_ids, feedback),
            targets=tuple(targets),
            values=[output.values for output in plan.outputs],
            added=tuple(target for target in targets if target.name in added),
            stale=plan.stale,
        )


@dataclass(frozen=True)
class PostgisTakeBack:
    """What a write found in a table, and what it left there."""

    change: Change
    seen: Seen

    def prepare(self, layer: QgsVectorLayer) -> PostgisRestore:
        """The write that brings the old values back."""
        refuse_edited(layer)
        return PostgisRestore(place_of(layer), self.change, self.seen)


@dataclass(frozen=True)
class PostgisRestore:
    """The undoing of a `PostgisWrite`, in one transaction of its own."""

    place: Place
    change: Change
    seen: Seen
    answers: Answers = field(default_factory=Answers)
    is_long: bool = True
    needs_main_thread: bool = False
    notes: Tuple[Message, ...] = ()

    def run(self, feedback: Feedback) -> Written:
        """Bring the old values and columns back; NeedError where somebody has written over the new ones."""
        with self.answers.noted():
            made = carry_out(
                self.place,
                self.change,
                self.seen,
                lambda _: changed_since(self.place.title),
                feedback,
                keep_old=False,
            )
        return Written(made.removed)

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its old columns."""
        self.answers.show(layer)


def prepare(layer: QgsVectorLayer, place: Place, order: Order) -> PostgisWrite:
    """Look at the table, and make ready to write to it.

    Raises NeedError where it says at once that it does not take the scores.
    """
    plan = order.plan
    added = {output.name: TYPES[output.kind] for output in plan.added}
    written = [output.name for output in plan.outputs if output.name not in added]
    look = Look(place, [*written, *plan.stale], added)
    look.answered(_AT_ONCE_SECONDS)
    shared = Message(
        mark("“{table}” is a table of a database: everybody who uses it will see the scores at once."),
        {"table": f"{place.schema}.{place.table}" if place.schema else place.table},
    )
    return PostgisWrite(place, order, look, QgsVectorLayerFeatureSource(layer), notes=(shared,))


def _written_by_others(table: Table) -> NeedError:
    return NeedError(
        mark(
            "Somebody has written need scores to “{table}” since you were asked whether to. Look at them "
            "first; then write again if yours should replace them. Nothing was written."
        ),
        table=table.title,
    )


def _take_back(change: Change, made: Made) -> Optional[PostgisTakeBack]:
    if made.old is None or made.seen is None:
        return None
    kept = tuple(Target(name, kind_of_type(made.types[name]), made.types[name]) for name in made.old)
    back = Change(
        keys=change.keys,
        rows=change.rows,
        targets=kept,
        values=[made.old[target.name] for target in kept],
        added=tuple(target for target in kept if target.name in made.removed),
        stale=tuple(target.name for target in change.added),
    )
    return PostgisTakeBack(back, made.seen)


def _keys_of_features(
    source: QgsVectorLayerFeatureSource, place: Place, feature_ids: Sequence[int], feedback: Feedback
) -> List[List[Any]]:
    """The primary keys of features, one column of values for each column of the key.

    QGIS numbers the features of a table by itself where its key is not one whole number; the layer's
    source knows which is which.
    """
    fields = source.fields()
    indexes = [fields.indexFromName(name) for name in place.keys]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(indexes)
    found = {}
    for number, feature in enumerate(source.getFeatures(request)):
        if number % _ROWS_BETWEEN_CHECKS == 0:
            check(feedback)
        found[feature.id()] = tuple(plain(feature[index]) for index in indexes)
    gone = len(set(feature_ids).difference(found))
    if gone:
        with linked(place, feedback):  # a connection that broke ends the reading without a word
            raise no_longer_there(place.title, gone)
    return [[found[feature_id][column] for feature_id in feature_ids] for column in range(len(indexes))]
