# SPDX-License-Identifier: GPL-2.0-or-later
"""Which character stands between a text file's cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import islice
from typing import List

from .decimal_mark import looks_like_number

DELIMITERS = (",", ";", "\t", "|")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_RECORDS = 500
_JUDGED = 100


def find_delimiter(text: str) -> str:
    """The delimiter under which a file's records agree best in how many cells they have.

    Counting characters in the first line would not do: a header may hold more ``;`` in its words
    than commas between them. Where two delimiters agree equally well (``A;0,5;0,6``), the one
    that leaves more numbers wins. A file of one column has a comma.
    """
    samples = {sign: _first_records(text, sign) for sign in DELIMITERS if sign in text}
    agreement = {sign: _agreement(records) for sign, records in samples.items()}
    best = max(agreement.values(), default=0)
    if not best:
        return DELIMITERS[0]
    level = [sign for sign, records in agreement.items() if records == best]
    return level[0] if len(level) == 1 else max(level, key=lambda sign: _numbers(samples[sign]))


def _agreement(records: List[List[str]]) -> int:
    """How many records have the most frequent number of cells above one."""
    widths = Counter(len(record) for record in records if len(record) > 1)
    return max(widths.values(), default=0)


def _numbers(records: List[List[str]]) -> int:
    return sum(looks_like_number(cell) for record in records[:_JUDGED] for cell in record)


def _first_records(text: str, delimiter: str) -> List[List[str]]:
    """The first records that are not blank; none where quotation marks swallow a whole file."""
    lines = (line.group() for line in _LINE.finditer(text))
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        return [record for record in islice(reader, _RECORDS) if record]
    except csv.Error:
        return []
