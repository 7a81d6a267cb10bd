# SPDX-License-Identifier: GPL-2.0-or-later
"""What a layer of scores wears: aliases, style and metadata."""

from __future__ import annotations


class Dress:
    """Placeholder until the style is there."""

    def __init__(self, destination, job, result) -> None:
        self._destination = destination

    def put_on(self, context) -> None:
        """Nothing yet."""
