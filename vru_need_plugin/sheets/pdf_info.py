# SPDX-License-Identifier: GPL-2.0-or-later
"""Title and author of a PDF, added at its end as the format allows.

QGIS takes both from the project's own metadata, which are the user's and may say something else.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Mapping

from ..core.messages import NeedError, mark

_TAIL = 4096
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SIZE, _ROOT = re.compile(rb"/Size\s+(\d+)"), re.compile(rb"/Root\s+(\d+\s+\d+\s+R)")
_IDS = re.compile(rb"/ID\s*\[[^\]]*\]")


def set_info(path: Path, info: Mapping[str, str]) -> None:
    """Set entries of a PDF's document information, in place of those it has.

    An incremental update (ISO 32000-1, 7.5.6): what is there stays as it is, byte by byte.

    Parameters
    ----------
    info
        Texts by key: Title, Author, Subject, Creator.

    Raises
    ------
    NeedError
        The file is no PDF with a plain table of cross-references.
    OSError
        The file cannot be read or written.
    """
    with open(path, "r+b") as file:
        end = file.seek(0, 2)
        file.seek(max(0, end - _TAIL))
        found = _START.search(file.read())
        if found is None:
            raise _unusual(path)
        before = int(found.group(1))
        file.seek(before)
        table = file.read()
        trailer = table[table.rfind(b"trailer") :]
        size, root, ids = _SIZE.search(trailer), _ROOT.search(trailer), _IDS.search(trailer)
        if not table.startswith(b"xref") or size is None or root is None:
            raise _unusual(path)
        number = int(size.group(1))
        entries = b" ".join(b"/" + key.encode("ascii") + b" " + _text(text) for key, text in info.items())
        added = b"\n%d 0 obj\n<< %s >>\nendobj\n" % (number, entries)
        cross = end + len(added)
        added += b"xref\n%d 1\n%010d 00000 n \n" % (number, end + 1)
        added += b"trailer\n<< /Size %d /Root %s /Info %d 0 R /Prev %d %s >>\n" % (
            number + 1,
            root.group(1),
            number,
            before,
            ids.group() if ids else b"",
        )
        file.seek(0, 2)
        file.write(added + b"startxref\n%d\n%%%%EOF\n" % cross)


def _text(text: str) -> bytes:
    """A text string, in UTF-16 and in hexadecimal, which needs no escaping."""
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be", "replace")).hex().encode("ascii") + b">"


def _unusual(path: Path) -> NeedError:
    return NeedError(mark("“{file}” was not written as a PDF that can take a title."), file=path.name)
