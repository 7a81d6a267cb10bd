# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of periods, in the order of time."""

from __future__ import annotations

import datetime
import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class PeriodsMissing(Exception):
    """Fewer periods than a rolling reference asks for."""


def when(name):
    """(year, month, day) of a period's beginning, or None where the name is no period.

    A year begins with month 0, a month with day 0: a year comes before its months. ``2011-12`` can
    be a month and a pair of years; it is read as the month, which orders it no differently among
    its like.
    """
    if re.fullmatch("[0-9]{4}", name):
        return int(name), 0, 0
    match = re.fullmatch("([0-9]{4})-?([0-9]{2})", name)
    if match and 1 <= int(match.group(2)) <= 12:
        return int(match.group(1)), int(match.group(2)), 0
    match = re.fullmatch("([0-9]{4})[/-]([0-9]{2})", name)
    if match:
        return int(match.group(1)), 0, 0
    match = re.fullmatch("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", name)
    if match:
        return _day(match.group(3), match.group(2), match.group(1))
    match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", name)
    if match:
        return _day(*match.groups())
    match = re.fullmatch("([A-Za-z]{3}) ([0-9]{4})", name)
    if match and match.group(1).casefold() in MONTHS:
        return int(match.group(2)), MONTHS.index(match.group(1).casefold()) + 1, 0
    return None


def _day(year, month, day):
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date.year, date.month, date.day


def roll(names, starts, latest, skip):
    """The names of the `latest` newest columns after leaving out the `skip` newest, oldest first."""
    dated = [(when(name[len(starts) :]), name) for name in names if name.startswith(starts)]
    dated = sorted(pair for pair in dated if pair[0] is not None)
    kept = dated[: len(dated) - skip] if skip else dated
    if len(kept) < latest or len(dated) < skip:
        raise PeriodsMissing(f"{starts!r}: {latest} after {skip}, of {len(dated)}")
    return [name for _, name in kept[len(kept) - latest :]]
