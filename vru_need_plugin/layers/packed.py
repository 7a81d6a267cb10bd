# SPDX-License-Identifier: GPL-2.0-or-later
"""Workbooks and other zip archives, looked through before GDAL unpacks them.

A few kilobytes can hold an archive that fills the memory: by what it unpacks to, by entities that
stand for each other, by one text that a million cells refer to, by one cell said to be repeated.
"""

from __future__ import annotations

import zipfile
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Sequence

from ..core.messages import NeedError, mark
from ..scenario.limits import (
    LARGEST_UNPACKED,
    LARGEST_WORKBOOK,
    MOST_PARTS,
    MOST_SHEET_CELLS,
    MOST_SHEET_COLUMNS,
)
from ..scenario.plain_file import NotReadable, check_size
from ..scenario.table_size import check_cells, check_columns, check_longest
from . import sheet_size
from .spreadsheet_format import is_spreadsheet

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED_FORMATS = (".xlsx", ".xlsm", ".ods", ".kmz", ".shz", ".zip")
_ENCRYPTED = 1
# Entities are declared there. No spreadsheet program writes one.
_DECLARATIONS = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def check_packed(path: Path) -> None:
    """Raise NeedError for a workbook or archive of more than is read, or one made to fill the memory."""
    status = path.stat()
    _check(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=16)
def _check(path: Path, size: int, _changed: int) -> None:
    """Done once for a file as it is; a workbook is listed, guessed at and read one after the other."""
    with open(path, "rb") as file:
        start = file.read(8)
    suffix = path.suffix.lower()
    if start.startswith(_ZIP) or (suffix in _PACKED_FORMATS and zipfile.is_zipfile(path)):
        _check_file_size(path, size)
        _check_archive(path)
    elif is_spreadsheet(path):
        _check_file_size(path, size)
        if start == _OLE and suffix != ".xls":
            raise NeedError(
                mark(
                    "The file “{path}” is protected by a password, or a workbook of old Excel (.xls). Save "
                    "it as .xlsx without a password."
                ),
                path=path,
            )


def _check_file_size(path: Path, size: int) -> None:
    try:
        check_size(size, LARGEST_WORKBOOK)
    except NotReadable as error:
        raise NeedError(
            mark("The file “{path}” cannot be read. {problem}"), path=path, problem=error.problem
        ) from error


def _check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_parts(path, parts)
            _check_contents(path, archive, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise NeedError(
            mark("The file “{path}” is damaged: {reason}. Fetch it anew, or save it again."),
            path=path,
            reason=str(error).rstrip("."),
        ) from error


def _check_parts(path: Path, parts: Sequence[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise NeedError(
            mark("The file “{path}” packs {count} files; at most {most} are unpacked."),
            path=path,
            count=f"{len(parts):,}",
            most=f"{MOST_PARTS:,}",
        )
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED:
        raise _unpacks_to_too_much(path, unpacked)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise NeedError(mark("The file “{path}” is protected by a password. Save it without one."), path=path)


def _check_contents(path: Path, archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Unpack one part after the other, twice: the texts that cells refer to may come after the cells."""
    shared = sheet_size.NO_TEXTS
    for part in parts:
        content = archive.read(part)
        if any(words in content for words in _DECLARATIONS):
            raise NeedError(
                mark(
                    "The file “{path}” is not read: its part “{part}” declares entities, which can fill the "
                    "memory or lead to other files. Save it anew in a spreadsheet program."
                ),
                path=path,
                part=part.filename,
            )
        if sheet_size.is_shared_texts(content):
            shared = sheet_size.shared_texts(content)
            check_longest(path.name, shared.longest)
    for part in parts:
        content = archive.read(part)
        if sheet_size.is_xlsx_sheet(content):
            _check_sheet(path, sheet_size.xlsx_sheet(content, shared, LARGEST_UNPACKED))
        elif sheet_size.is_ods_content(content):
            for sheet in sheet_size.ods_sheets(content):
                _check_sheet(path, sheet)


def _check_sheet(path: Path, sheet: sheet_size.Sheet) -> None:
    check_columns(path.name, sheet.columns, MOST_SHEET_COLUMNS)
    check_cells(path.name, sheet.rows * sheet.columns, MOST_SHEET_CELLS)
    check_longest(path.name, sheet.longest)
    if sheet.texts > LARGEST_UNPACKED:
        raise _unpacks_to_too_much(path, sheet.texts)


def _unpacks_to_too_much(path: Path, size: int) -> NeedError:
    return NeedError(
        mark("The file “{path}” unpacks to {size} MB; at most {most} MB are read."),
        path=path,
        size=f"{size / 1e6:,.0f}",
        most=f"{LARGEST_UNPACKED / 1e6:,.0f}",
    )
