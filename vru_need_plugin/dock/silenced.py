# SPDX-License-Identifier: GPL-2.0-or-later
"""Widgets set from the session without answering back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator

from qgis.PyQt.QtCore import QObject


@contextmanager
def silenced(*widgets: QObject) -> Iterator[None]:
    """Hold back the widgets' signals for a while."""
    before = [widget.blockSignals(True) for widget in widgets]
    try:
        yield
    finally:
        for widget, was_blocked in zip(widgets, before):
            widget.blockSignals(was_blocked)
