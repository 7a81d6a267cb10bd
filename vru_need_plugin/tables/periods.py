# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods in the names of columns: what they are, which is newer, and the newest few."""

from __future__ import annotations

import datetime
import re
from enum import Enum
from typing import Callable, Dict, List, NamedTuple, Optional, Pattern, Sequence, Tuple

from ..core.messages import NeedError, mark
from ..scenario.document import Rolling
from .near import near_names, quoted

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_LONGEST = 20
_YEAR = r"([12]\d{3})"


class PeriodKind(Enum):
    """How long a period is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    FINANCIAL_YEAR = "financial year"
    YEARS = "years"


class Period(NamedTuple):
    """A period by its last and first day, so that sorting puts the newest last."""

    end: datetime.date
    start: datetime.date
    kind: PeriodKind


Reader = Callable[..., Optional[Period]]


def parse_period(text: str) -> Optional[Period]:
    """The period that a text is, or None.

    YYYYMM, YYYY-MM, YYYY, YYYY/YY, YYYY-YY, DD/MM/YYYY, Mon YYYY (the month's name short or
    whole), or an ISO date. ``2011/12`` is the financial year from April, ``2009/13`` the calendar
    years 2009 to 2013. For ``2010-11``, which can be a month too, see `parse_family`.
    """
    return _parse(text, _years_or_month)


def parse_family(texts: Sequence[str]) -> List[Optional[Period]]:
    """The periods of texts that belong together.

    YYYY-NN can be a month and a span of years. Texts that can all be months and are not all
    financial years (``2010-11``) are months; texts among which some can only be years (``2012-13``)
    and none only months are years. Otherwise each is a financial year if it can be one, else a
    month.
    """
    dashed = [match.groups() for match in map(_DASHED.fullmatch, texts) if match]
    only_months = any(_month(*pair) and not _years(*pair) for pair in dashed)
    only_years = any(_years(*pair) and not _month(*pair) for pair in dashed)
    if only_years and not only_months:
        return [_parse(text, _years) for text in texts]
    if not only_years and not all(_is_financial_year(*pair) for pair in dashed):
        return [_parse(text, _month) for text in texts]
    return [_parse(text, _years_or_month) for text in texts]


def is_period(text: str) -> bool:
    """Whether a column's name is a period."""
    return parse_period(text) is not None


def newest(rolling: Rolling, names: Sequence[str], table_id: str, source: str) -> Tuple[str, ...]:
    """The columns that a rolling period stands for, oldest first.

    Parameters
    ----------
    rolling
        The beginning of the names, how many of the newest, and how many newer ones to leave out.
    names
        The table's columns.
    table_id, source
        For messages.

    Raises
    ------
    NeedError
        Fewer periods than asked for, two columns of one period, or periods of different lengths
        that overlap (a year and a month of it), which no order makes sense of.
    """
    starting = [name for name in names if name.startswith(rolling.starts)]
    rests = [name[len(rolling.starts) :].strip() for name in starting]
    found = [(period, name) for period, name in zip(parse_family(rests), starting) if period]
    found.sort(key=lambda pair: (pair[0].end, pair[0].start))
    _check_order(found, rolling, table_id, source)
    asked = rolling.latest + rolling.skip
    if len(found) < asked:
        raise _too_few(found, names, rolling, table_id, source)
    last = len(found) - rolling.skip
    return tuple(name for _, name in found[last - rolling.latest : last])


def _parse(text: str, read_dashed: Reader) -> Optional[Period]:
    text = " ".join(text.split())
    match = _DASHED.fullmatch(text)
    if match:
        return read_dashed(*match.groups())
    for pattern, read in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            return read(*match.groups())
    return None


def _too_few(
    found: Sequence[Tuple[Period, str]], names: Sequence[str], rolling: Rolling, table_id: str, source: str
) -> NeedError:
    if not found:
        starting = [name for name in names if name.startswith(rolling.starts)]
        shown = starting or near_names(rolling.starts, names)
        return NeedError(
            mark(
                "The table “{table}” ({source}) has no columns whose names are “{starts}” and a period. "
                "Columns that it has: {names}."
            ),
            table=table_id,
            source=source,
            starts=rolling.starts,
            names=quoted(shown),
        )
    return NeedError(
        mark(
            "The table “{table}” ({source}) has {found} periods that begin with “{starts}” ({first} to "
            "{last}), but {asked} are asked for: the {latest} newest after leaving out {skip}."
        ),
        table=table_id,
        source=source,
        found=len(found),
        starts=rolling.starts,
        first=found[0][1][len(rolling.starts) :],
        last=found[-1][1][len(rolling.starts) :],
        asked=rolling.latest + rolling.skip,
        latest=rolling.latest,
        skip=rolling.skip,
    )


def _check_order(found: Sequence[Tuple[Period, str]], rolling: Rolling, table_id: str, source: str) -> None:
    for (older, older_name), (newer, newer_name) in zip(found, found[1:]):
        if older[:2] == newer[:2]:
            raise NeedError(
                mark(
                    "In the table “{table}” ({source}) the columns “{one}” and “{other}” are the same period."
                ),
                table=table_id,
                source=source,
                one=older_name,
                other=newer_name,
            )
    latest_of: Dict[PeriodKind, Tuple[Period, str]] = {}
    for period, name in found:
        for kind, (other, other_name) in latest_of.items():
            if kind is not period.kind and other.end >= period.start:
                raise NeedError(
                    mark(
                        "In the table “{table}” ({source}) the columns that begin with “{starts}” are "
                        "periods of different lengths that overlap: “{one}” and “{other}”. Name the columns "
                        "one by one."
                    ),
                    table=table_id,
                    source=source,
                    starts=rolling.starts,
                    one=other_name,
                    other=name,
                )
        latest_of[period.kind] = (period, name)


def _month(year: str, month: str) -> Optional[Period]:
    if not 1 <= int(month) <= 12:
        return None
    first = datetime.date(int(year), int(month), 1)
    return Period(_month_end(first), first, PeriodKind.MONTH)


def _month_end(first: datetime.date) -> datetime.date:
    following = first.replace(day=28) + datetime.timedelta(days=4)
    return following.replace(day=1) - datetime.timedelta(days=1)


def _year(year: str) -> Optional[Period]:
    return Period(datetime.date(int(year), 12, 31), datetime.date(int(year), 1, 1), PeriodKind.YEAR)


def _years(first: str, last_two: str) -> Optional[Period]:
    """A financial year, or several calendar years, from YYYY and YY."""
    start = int(first)
    length = (int(last_two) - start) % 100
    if length == 1:
        return Period(datetime.date(start + 1, 3, 31), datetime.date(start, 4, 1), PeriodKind.FINANCIAL_YEAR)
    if not 1 < length <= _LONGEST:
        return None
    return Period(datetime.date(start + length, 12, 31), datetime.date(start, 1, 1), PeriodKind.YEARS)


def _is_financial_year(first: str, last_two: str) -> bool:
    years = _years(first, last_two)
    return years is not None and years.kind is PeriodKind.FINANCIAL_YEAR


def _years_or_month(year: str, two: str) -> Optional[Period]:
    """YYYY-NN on its own: a financial year if it can be one, else a month, else several years."""
    if _is_financial_year(year, two):
        return _years(year, two)
    return _month(year, two) or _years(year, two)


def _day(year: str, month: str, day: str) -> Optional[Period]:
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return Period(date, date, PeriodKind.DAY)


def _named_month(name: str, year: str) -> Optional[Period]:
    folded = name.casefold()
    for number, whole in enumerate(_MONTHS, start=1):
        if folded in (whole, whole[:3]) or (folded == "sept" and number == 9):
            return _month(year, str(number))
    return None


_DASHED = re.compile(_YEAR + r"-(\d{2})", re.ASCII)
_FORMS: Tuple[Tuple[Pattern[str], Reader], ...] = (
    (re.compile(_YEAR + r"(\d{2})", re.ASCII), _month),
    (re.compile(_YEAR, re.ASCII), _year),
    (re.compile(_YEAR + r"/(\d{2})", re.ASCII), _years),
    (re.compile(r"(\d{1,2})/(\d{1,2})/" + _YEAR, re.ASCII), lambda day, month, year: _day(year, month, day)),
    (re.compile(r"([A-Za-z]{3,9})\.? " + _YEAR, re.ASCII), _named_month),
    (re.compile(_YEAR + r"-(\d{2})-(\d{2})", re.ASCII), _day),
)
