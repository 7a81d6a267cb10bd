# SPDX-License-Identifier: GPL-2.0-or-later
"""GSS codes: what official areas of the United Kingdom are called, and which kind of area one is."""

from __future__ import annotations

import re
from collections import Counter
from typing import Optional, Sequence

_GSS = re.compile(r"[A-Za-z]\d{8}", re.ASCII)
_KIND = 3


def is_gss(code: str) -> bool:
    """Whether a code is a GSS code: a letter and eight digits."""
    return _GSS.fullmatch(code) is not None


def gss_kind(code: str) -> str:
    """What a GSS code begins with, which says which kind of area it is: E05 is a ward of England."""
    return code[:_KIND]


def commonest_kind(codes: Sequence[str]) -> Optional[str]:
    """What most of the codes begin with, where all are GSS codes in one case.

    First in the alphabet where two are equally common; None where a code is no GSS code.
    """
    if not codes or not all(map(is_gss, codes)):
        return None
    counts = Counter(map(gss_kind, codes))
    return min(counts, key=lambda kind: (-counts[kind], kind))
