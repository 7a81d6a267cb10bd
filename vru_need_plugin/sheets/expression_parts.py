# SPDX-License-Identifier: GPL-2.0-or-later
"""The pieces that QGIS expressions are put together from."""

from __future__ import annotations

from typing import Iterable, List, Sequence

from qgis.core import QgsExpression

from ..core.messages import Message
from ..report.voice import Voice

_FIRST_MARK = 0xE100  # a private letter for each value while a sentence is translated


def literal(text: str) -> str:
    """A text as an expression."""
    return str(QgsExpression.quotedString(text))


def column(name: str) -> str:
    """A field as an expression."""
    return str(QgsExpression.quotedColumnRef(name))


def folded(value: str) -> str:
    """A code as it is compared: without blanks around it, whatever its case."""
    return f"lower(trim(to_string({value})))"


def sentence(say: Voice, template: str, **values: str) -> str:
    """A sentence of ours, a literal passed through `mark`, whose values are expressions."""
    marks = {name: chr(_FIRST_MARK + at) for at, name in enumerate(values)}
    parts: List[str] = [literal(say.message(Message(template, marks)))]
    for name, sign in marks.items():
        parts = [piece for part in parts for piece in _split(part, sign, values[name])]
    return f"({' || '.join(part for part in parts if part != literal(''))})"


def _split(part: str, sign: str, value: str) -> Sequence[str]:
    if sign not in part:
        return (part,)
    before, _, after = part.partition(sign)
    return (f"{before}'", value, f"'{after}")


def number(value: str) -> str:
    """A number as people read it: to three decimals, as weights are, without idle zeros."""
    exact = f"(round({value}, 3) + 0)"  # what fractions leave behind is not told, nor -0
    fraction = f"regexp_replace(format_number({exact}, 3), '[.,]?0+$', '')"
    return f"if({exact} = round({exact}), format_number({exact}, 0), {fraction})"


def array(items: Iterable[str]) -> str:
    """An array of expressions."""
    return f"array({', '.join(items)})"
