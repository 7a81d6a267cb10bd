# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: widgets, item models and delegates over a session."""
