# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as people read them, with the marks of their language."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = 4
_WHOLE_FROM = 1000
_DECIMALS = 6


@dataclass(frozen=True)
class NumberMarks:
    """What stands between whole and fraction, and between thousands."""

    decimal: str = "."
    group: str = ","

    def whole(self, number: int) -> str:
        """A count: 1,024."""
        return self._marked(f"{int(number):,}")

    def plain(self, value: float) -> str:
        """A score or a weight in full: 2, 0.5, 12.25; no idle zeros."""
        text = f"{value:,.{_DECIMALS}f}".rstrip("0").rstrip(".")
        return self._marked("0" if text == "-0" else text)

    def setting(self, value: float, times: int = 1) -> str:
        """What someone set, with every digit that it was set to, perhaps as hundredths: 0.0000004."""
        text = f"{Decimal(repr(float(value))) * times:,f}"
        return self._marked(text.rstrip("0").rstrip(".") if "." in text else text)

    def figure(self, value: float) -> str:
        """A figure of a measure: four digits, whole from 1,000 on."""
        if not math.isfinite(value):
            return "–"
        if value == int(value) or abs(value) >= _WHOLE_FROM:
            return self.whole(round(value))
        decimals = max(0, _DIGITS - 1 - math.floor(math.log10(abs(value))))
        # A figure far below a millionth keeps its digits in powers of ten.
        return self.plain(round(value, decimals)) if decimals <= _DECIMALS else self._marked(f"{value:.3e}")

    def full(self, value: float) -> str:
        """Every digit that the number has, for who wants to work it out again."""
        return self._marked(repr(float(value)).removesuffix(".0"))

    def percent(self, share: float) -> str:
        """A share of one in per cent, to one decimal."""
        return self._marked(f"{100 * share:.1f}".removesuffix(".0"))

    def _marked(self, text: str) -> str:
        return text.translate({ord(","): self.group, ord("."): self.decimal})
