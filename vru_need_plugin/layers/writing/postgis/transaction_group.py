# SPDX-License-Identifier: GPL-2.0-or-later
"""Edits of a project with transaction groups: they reach the database at once, on the main thread."""

from __future__ import annotations

import weakref
from contextlib import contextmanager
from typing import Iterator

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from .place import show_table

_PATIENCE = "SET LOCAL lock_timeout = '5s'"
_AS_BEFORE = "SET LOCAL lock_timeout = DEFAULT"


@contextmanager
def in_transaction_group(layer: QgsVectorLayer) -> Iterator[None]:
    """Edits of ours in the transaction that the user's edits are in; any other layer is left alone.

    The window would stand still for as long as somebody else holds a row: so the database is told to
    refuse after some seconds. And a layer whose edits are dropped would go on asking for columns that
    have gone with them, and show nothing: so it is made to look.
    """
    group = layer.dataProvider().transaction() if layer.providerType() == "postgres" else None
    if group is None:
        yield
        return
    _look_after_roll_back(layer)
    group.executeSql(_PATIENCE)
    try:
        yield
    finally:
        group.executeSql(_AS_BEFORE)


def _look_after_roll_back(layer: QgsVectorLayer) -> None:
    of_layer = weakref.ref(layer)

    def show() -> None:
        there = of_layer()
        if there is not None and not sip.isdeleted(there) and not there.isEditable():
            show_table(there)

    def look() -> None:
        there = of_layer()
        if there is not None:
            there.afterRollBack.disconnect(look)
        QTimer.singleShot(0, show)  # the group ends its transaction only once every layer is told

    layer.afterRollBack.connect(look)
