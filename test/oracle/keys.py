# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys of tables and areas, made comparable."""

from __future__ import annotations

import re
import unicodedata

LEADING = ("london borough of ", "royal borough of ", "city of ")
APOSTROPHES = "'\u2018\u2019\u02bc\u0060\u00b4"


def text_of(value):
    """A key or a category as text: whole numbers without ``.0``, dates as ISO, None as blank."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)


def plain_code(value):
    """A code trimmed and case folded (padding is the whole table's matter)."""
    return text_of(value).strip().casefold()


def plain_name(value):
    """A name without case, accents, apostrophes, other punctuation and its leading title."""
    text = text_of(value).replace("&", " and ")
    for apostrophe in APOSTROPHES:
        text = text.replace(apostrophe, "")
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = "".join(letter if letter.isalnum() else " " for letter in text)
    text = " ".join(text.split())
    for leading in LEADING:
        if text.startswith(leading):
            rest = text[len(leading) :]
            return text if rest == "london" else rest
    return text


def all_digits(keys):
    """Whether every key is made of digits alone (and there is one)."""
    return bool(keys) and all(re.fullmatch("[0-9]+", key) for key in keys)


def is_gss(code):
    """A letter and eight digits."""
    return re.fullmatch("[a-z][0-9]{8}", code) is not None


def commonest_start(codes):
    """The three characters that most codes start with, first in the alphabet where several are."""
    counts = {}
    for code in codes:
        counts[code[:3]] = counts.get(code[:3], 0) + 1
    most = max(counts.values())
    return min(start for start, count in counts.items() if count == most)
