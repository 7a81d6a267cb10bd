# SPDX-License-Identifier: GPL-2.0-or-later
"""Qt's classes that Qt 6 keeps in another module than Qt 5 does."""

from __future__ import annotations

try:
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack
except ImportError:  # Qt 5
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

__all__ = ["QUndoCommand", "QUndoStack"]
