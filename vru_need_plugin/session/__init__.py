# SPDX-License-Identifier: GPL-2.0-or-later
"""The open scenario of the dock, with its undo stack and its current scores; no widgets."""
