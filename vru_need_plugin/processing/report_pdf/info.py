# SPDX-License-Identifier: GPL-2.0-or-later
"""The author of a PDF, whom Qt's writer cannot name."""

from __future__ import annotations

import re

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_INFO = re.compile(rb"/Info\s+(\d+)\s+(\d+)\s+R")


def with_author(pdf: bytes, author: str) -> bytes:
    """The PDF with its author named, by an update appended as the format foresees (ISO 32000, 7.5.6).

    What is there stays byte for byte. A file of another build than Qt's comes back as it is.
    """
    trailer = _TRAILER.search(pdf[-2048:])
    info = None if trailer is None else _INFO.search(trailer.group(1))
    if not author or trailer is None or info is None:
        return pdf
    number = int(info.group(1))
    found = re.search(rb"(?:^|\n)%d 0 obj\s*<<(.*?)>>\s*endobj" % number, pdf, re.DOTALL)
    if found is None or int(info.group(2)) != 0:
        return pdf
    body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    entry = b"%d 0 obj\n<<%s/Author %s\n>>\nendobj\n" % (number, found.group(1), _text(author))
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(body))
    old = trailer.group(1).rstrip() + b"\n/Prev " + trailer.group(2)
    start = len(body) + len(entry)
    return body + entry + table + b"trailer\n<<%s\n>>\nstartxref\n%d\n%%%%EOF\n" % (old, start)


def _text(words: str) -> bytes:
    """A text string in UTF-16, written in hexadecimal digits."""
    return b"<" + ("\ufeff" + words).encode("utf-16-be").hex().encode("ascii") + b">"
