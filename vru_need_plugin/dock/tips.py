# SPDX-License-Identifier: GPL-2.0-or-later
"""Tooltips and questions made of the users' own words, which may hold what Qt takes for markup."""

from __future__ import annotations

import html


def tip(text: str) -> str:
    """A plain text as a tooltip or in a box: shown as it is, long lines wrapped."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
