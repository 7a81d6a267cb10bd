# SPDX-License-Identifier: GPL-2.0-or-later
"""A text file's characters, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Optional, Tuple

from ..core.messages import Message, NeedError, mark
from ..scenario.limits import LARGEST_TEXT
from ..scenario.plain_file import NotReadable, read_plain

# UTF-32's mark begins with UTF-16's, so it is asked first.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FALLBACKS = ("cp1252", "latin-1")
# What files begin with that are no text, whatever their name.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", mark("a picture")),
    (b"\xff\xd8\xff", mark("a picture")),
    (b"GIF8", mark("a picture")),
    (b"%PDF-", mark("a PDF document")),
    (b"PK\x03\x04", mark("a workbook (.xlsx, .ods) or a zip archive")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", mark("a workbook of old Excel (.xls)")),
    (b"SQLite format 3\0", mark("a database such as a GeoPackage (.gpkg)")),
    (b"\x1f\x8b", mark("a gzip archive")),
)
# Text has blanks, tabs, line ends and page breaks, and no other of these.
# Half characters (surrogates) come from encodings such as UTF-7, and go into no other.
_CONTROL = re.compile(r"[^\t\n\f\r -\ud7ff\ue000-\U0010ffff]")
# Letters such as é and signs such as £ and ’ as UTF-8 writes them, which no other text holds.
_UTF_8 = re.compile(rb"[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x80-\xbf]")


def read_text(path: Path, encoding: Optional[str] = None, delimiter: Optional[str] = None) -> Tuple[str, str]:
    """The text of a file and the name of its encoding.

    The encoding, where not given, is the one of the file's byte order mark, else UTF-8 where all
    of it is, else Windows-1252, else Latin-1 (which takes every byte). A file that is UTF-8 in one
    place and not in another is refused, since either would spoil names. Control characters tell
    that a file is no text; only a `delimiter` that is given may be one.

    Raises
    ------
    NeedError
        The file is missing, a folder, a device, too large, not to be read, empty or no text, or is
        not written in the encoding given.
    """
    data = _bytes(path)
    _check_signature(path, data)
    text, found = _decoded(path, data, encoding) if encoding else _found(path, data)
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise NeedError(mark("The file “{file}” is empty."), file=str(path))
    _check_characters(path, text, delimiter)
    return text, found


def _check_signature(path: Path, data: bytes) -> None:
    for start, kind in _SIGNATURES:
        if data.startswith(start):
            raise NeedError(
                mark(
                    "The file “{file}” is no text but {kind}. Give it its own ending, or choose the file "
                    "that holds the table."
                ),
                file=str(path),
                kind=Message(kind),
            )


def _check_characters(path: Path, text: str, delimiter: Optional[str]) -> None:
    for found in _CONTROL.finditer(text):
        if found.group() != delimiter:
            raise _no_text(path, text, found.start())


def _bytes(path: Path) -> bytes:
    try:
        return read_plain(path, LARGEST_TEXT)
    except NotReadable as error:
        raise NeedError(
            mark("The file “{file}” cannot be read. {problem}"), file=str(path), problem=error.problem
        ) from error


def _found(path: Path, data: bytes) -> Tuple[str, str]:
    for start, name in _BYTE_ORDER_MARKS:
        if data.startswith(start):
            try:
                return data.decode(name), name
            except UnicodeDecodeError:
                break
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        _check_not_mixed(path, data, error)
    for name in _FALLBACKS[:-1]:
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    return data.decode(_FALLBACKS[-1]), _FALLBACKS[-1]


def _check_not_mixed(path: Path, data: bytes, error: UnicodeDecodeError) -> None:
    utf_8 = _UTF_8.search(data)
    if utf_8 is not None:
        raise NeedError(
            mark(
                "The file “{file}” is written in two encodings: line {utf_8} is UTF-8, line {other} is not. "
                "Save it anew in one, or say which encoding it is to be read in."
            ),
            file=str(path),
            utf_8=data.count(b"\n", 0, utf_8.start()) + 1,
            other=data.count(b"\n", 0, error.start) + 1,
        ) from error


def _decoded(path: Path, data: bytes, encoding: str) -> Tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise NeedError(
            mark(
                "The file “{file}” is not written in {encoding}: byte {byte} in line {line} is no such "
                "character. Leave the encoding out to have it found, or give another one."
            ),
            file=str(path),
            encoding=encoding,
            byte=f"0x{data[error.start]:02X}",
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error
    except UnicodeError as error:  # some encodings do not say where
        raise NeedError(
            mark(
                "The file “{file}” is not written in {encoding}: {reason}. Leave the encoding out to have it "
                "found, or give another one."
            ),
            file=str(path),
            encoding=encoding,
            reason=str(error),
        ) from error
    except LookupError as error:
        raise NeedError(
            mark("The encoding “{encoding}” of the file “{file}” is not known. Try utf-8 or cp1252."),
            file=str(path),
            encoding=encoding,
        ) from error


def _no_text(path: Path, text: str, place: int) -> NeedError:
    line = text.count("\n", 0, place) + 1
    if text[place] == "\0":
        return NeedError(
            mark(
                "The file “{file}” is no text: line {line} has a zero byte. A workbook is read by its own "
                "ending (.xlsx, .ods); a text in UTF-16 needs its encoding given."
            ),
            file=str(path),
            line=line,
        )
    return NeedError(
        mark(
            "The file “{file}” is no text: line {line} has the control character {character}. Choose the "
            "file that holds the table, or save it as CSV again."
        ),
        file=str(path),
        line=line,
        character=f"0x{ord(text[place]):02X}",
    )
