# SPDX-License-Identifier: GPL-2.0-or-later
"""HTML and SVG, escaped unless it says that it is markup."""

from __future__ import annotations

import re
from html import escape
from typing import Any, Iterable, Union

# What HTML forbids: control characters, halves of surrogate pairs, and code points set aside for ever.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_REPLACEMENT = "\ufffd"
_VOID = frozenset({"meta", "br", "hr", "col", "img", "input", "link"})


class Markup(str):
    """Text that is HTML already and is written as it is."""

    __slots__ = ()


Content = Union[str, None, Iterable[Any]]
"""Markup, plain text to be escaped, nothing, or several of these."""


def clean(text: str) -> str:
    """The text with the characters that HTML forbids replaced, line ends alike."""
    return _FORBIDDEN.sub(_REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def json_for_html(text: str) -> str:
    """A JSON text that stands for the same document without the characters that HTML forbids."""
    return _FORBIDDEN.sub(lambda found: _json_escape(ord(found.group())), text)


def _json_escape(code: int) -> str:
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def markup(content: Content) -> Markup:
    """Anything that can stand in an element, as HTML."""
    if isinstance(content, Markup):
        return content
    if content is None:
        return Markup("")
    if isinstance(content, str):
        return Markup(escape(clean(content)))
    return Markup("".join(map(markup, content)))


def element(name: str, /, *content: Content, **attributes: Union[str, float, None]) -> Markup:
    """An element with its content and attributes, both escaped.

    Parameters
    ----------
    name
        The tag.
    *content
        What stands in it; void elements take none.
    **attributes
        ``class_`` is class, ``data_count`` is data-count. None leaves an attribute out.
    """
    told = "".join(
        f' {_attribute(key)}="{escape(clean(_value(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{told}>")
    return Markup(f"<{name}{told}>{markup(content)}</{name}>")


def user(text: str) -> Markup:
    """The user's own words, kept apart from ours whichever way they run."""
    return element("bdi", text)


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: Union[str, float]) -> str:
    if isinstance(value, str):
        return value
    # Coordinates to a hundredth: enough for print, and short.
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
