# SPDX-License-Identifier: GPL-2.0-or-later
"""Small files that mean to fill the memory, and large ones that do not fit in it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Callable, Dict, Iterable, Tuple

from osgeo import gdal, ogr

from support.spreadsheet_files import write_ods, write_xlsx

MEGABYTE = b" " * (1 << 20)
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_END = b"</sheetData></worksheet>"
LAUGHS = (
    b"<!DOCTYPE x ["
    + b'<!ENTITY a0 "ha ha ha ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 10))
    + b"]>"
)
EXTERNAL = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
ODS_START = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"><office:body>'
    b'<office:spreadsheet><table:table table:name="S">'
)
ODS_END = b"</table:table></office:spreadsheet></office:body></office:document-content>"


def column_name(number: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def text_cell(place: str, text: bytes) -> bytes:
    return b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (place.encode(), text)


def xlsx(path: Path, chunks: Iterable[bytes], more: Dict[str, bytes] = {}) -> None:  # noqa: B006
    """An XLSX whose one sheet is these bytes, with more parts."""
    whole = write_xlsx(path.with_suffix(".whole"), {"S": [["Code"]]})
    with (
        zipfile.ZipFile(whole) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        for name in source.namelist():
            if not name.endswith("sheet1.xml"):
                content = source.read(name)
                if name.endswith("workbook.xml.rels") and more:
                    content = content.replace(
                        b"</Relationships>",
                        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                        b'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
                    )
                target.writestr(name, content)
        with target.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for chunk in chunks:
                sheet.write(chunk)
        for name, content in more.items():
            target.writestr(name, content)
    whole.unlink()


def ods(path: Path, chunks: Iterable[bytes], declaration: bytes = b"") -> None:
    """An ODS whose one table is these bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with target.open("content.xml", "w", force_zip64=True) as content:
            for chunk in (declaration, ODS_START, *chunks, ODS_END):
                content.write(chunk)


def ods_cell(text: bytes, times: int = 1) -> bytes:
    return (
        b'<table:table-cell table:number-columns-repeated="%d" office:value-type="string"><text:p>%s</text:p>'
        b"</table:table-cell>" % (times, text)
    )


def ods_row(cells: bytes, times: int = 1) -> bytes:
    return b'<table:table-row table:number-rows-repeated="%d">%s</table:table-row>' % (times, cells)


def _blanks(path: Path) -> None:
    xlsx(path, [SHEET, *[MEGABYTE] * 600, SHEET_END])


def _ods_blanks(path: Path) -> None:
    ods(path, [MEGABYTE] * 600)


def _nested(path: Path) -> None:
    inner = path.with_suffix(".inner")
    _blanks(inner)
    write_xlsx(path, {"S": [["Code"], ["E05000001"]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as outer:
        for number in range(20):
            outer.writestr(f"xl/media/{number}.zip", inner.read_bytes())
    inner.unlink()


def _many_parts(path: Path) -> None:
    write_xlsx(path, {"S": [["Code"]]})
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(10_001):
            archive.writestr(f"xl/media/{number}", b"")


def _lying_size(path: Path) -> None:
    """A part that says it unpacks to one byte."""
    xlsx(path, [SHEET, *[MEGABYTE] * 50, SHEET_END])
    content = bytearray(path.read_bytes())
    size = (50 * (1 << 20) + len(SHEET) + len(SHEET_END)).to_bytes(4, "little")
    place = content.find(size)
    while place >= 0:
        content[place : place + 4] = (1).to_bytes(4, "little")
        place = content.find(size, place)
    path.write_bytes(bytes(content))


def _long_cell(path: Path) -> None:
    xlsx(path, [SHEET, b'<row r="1"><c r="A1" t="inlineStr"><is><t>', *[b"a" * (1 << 20)] * 100,
                b"</t></is></c></row>", SHEET_END])  # fmt: skip


def _wide(path: Path) -> None:
    cells = b"".join(text_cell(f"{column_name(at)}1", b"n") for at in range(1, 16_385))
    xlsx(path, [SHEET, b'<row r="1">', cells, b"</row>", SHEET_END])


def _wide_and_long(path: Path) -> None:
    cells = b"".join(text_cell(f"{column_name(at)}1", b"n") for at in range(1, 1_991))
    rows = [b'<row r="%d">%s</row>' % (at, text_cell(f"A{at}", b"x")) for at in range(2, 100_000)]
    xlsx(path, [SHEET, b'<row r="1">', cells, b"</row>", *rows, SHEET_END])


def _wide_without_places(path: Path) -> None:
    """Cells that do not say where they are, which is allowed."""
    rows = [b"<row><c><v>1</v></c></row>"] * 100_000
    xlsx(path, [SHEET, b"<row>", b"<c><v>1</v></c>" * 1_990, b"</row>", *rows, SHEET_END])


def _shared_text(path: Path) -> None:
    """One text of 100,000 characters, and 50,000 cells that refer to it."""
    shared = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    )
    rows = [b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (at, at) for at in range(1, 50_001)]
    xlsx(path, [SHEET, *rows, SHEET_END], {"xl/sharedStrings.xml": shared % (b"a" * 100_000)})


def _with_declaration(declaration: bytes, entity: bytes) -> Callable[[Path], None]:
    return lambda path: xlsx(
        path, [declaration, SHEET, b'<row r="1">', text_cell("A1", entity), b"</row>", SHEET_END]
    )


def _laughs_in_utf_16(path: Path) -> None:
    text = LAUGHS + SHEET + b'<row r="1">' + text_cell("A1", b"&a9;") + b"</row>" + SHEET_END
    xlsx(path, [text.decode().encode("utf-16")])


def _shared_laughs(path: Path) -> None:
    shared = LAUGHS + b"<sst><si><t>&a9;</t></si></sst>"
    xlsx(path, [SHEET, SHEET_END], {"xl/sharedStrings.xml": shared})


def _ods_laughs(path: Path) -> None:
    ods(path, [ods_row(ods_cell(b"&a9;"))], LAUGHS)


def _ods_columns(path: Path) -> None:
    ods(path, [ods_row(ods_cell(b"x", 2_000_000_000))])


def _ods_rows(path: Path) -> None:
    ods(path, [ods_row(ods_cell(b"x", 9_000), 10_000)])


def _ods_texts(path: Path) -> None:
    ods(path, [ods_row(ods_cell(b"x" * 100_000, 1_000), 9_000)])


def _csv_long_cell(path: Path) -> None:
    path.write_bytes(b'Code,a\nE05000001,"' + b"a" * 100_000_000 + b'"\n')


def _csv_columns(path: Path) -> None:
    names = b",".join(b"c%d" % at for at in range(100_000))
    path.write_bytes(names + b"\n" + b",".join([b"1"] * 100_000) + b"\n")


def _csv_one_long_row(path: Path) -> None:
    path.write_bytes(b",".join([b"1"] * 10_000) + b"\n" + b"E05000001,1\n" * 1_000_000)


def _csv_commas(path: Path) -> None:
    path.write_bytes(b"Code,a\n" + b"," * 60_000_000 + b"\n")


def _csv_lines(path: Path) -> None:
    path.write_bytes(b"Code,a\n" + b"\n" * 60_000_000)


def _csv_too_large(path: Path) -> None:
    with open(path, "wb") as file:
        file.write(b"Code,a\n")
        file.truncate(5_000_000_000)  # takes up no room on the disk


def _csv_open_quote(path: Path) -> None:
    path.write_bytes(b'Code,a\n"E05000001,1\n' + b"E05000002,2\n" * 2_000_000)


def _csv_quotes(path: Path) -> None:
    path.write_bytes(b"Code,a\n" + b'"' * 20_000_001 + b"\n")


def _csv_odd_quotes(path: Path) -> None:
    path.write_bytes(b'Code,a\nE05000001,5" pipe\n' + b"," * 21_000_000 + b"\n")


def _gpkg_texts(path: Path) -> None:
    """A text of 50 MB among 9,000 short ones."""
    data = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = data.CreateLayer("t", None, ogr.wkbNone)
    layer.CreateField(ogr.FieldDefn("Code", ogr.OFTString))
    layer.StartTransaction()
    for number in range(9_000):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("Code", "x" * 50_000_000 if number == 5 else f"E{number:08}")
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    layer = data = None


def _scenario_too_large(path: Path) -> None:
    path.write_bytes(b'{"schema": 1, "title": "' + b"a" * 50_000_000 + b'"}')


def _scenario_measures(path: Path) -> None:
    path.write_bytes(
        b'{"schema": 1, "title": "", "areas": {"source": "a", "code_field": "a"}, "tables": [], "measures": ['
        + b", ".join([b"{}"] * 10_000)
        + b"]}"
    )


def _scenario_deep(path: Path) -> None:
    path.write_bytes(b"[" * 5_000_000)


def _scenario_key(path: Path) -> None:
    path.write_bytes(b'{"schema": 1, "%s": 1, "%s": 2}' % (b"titel" * 400_000, b"titles" * 400_000))


def _scenario_digits(path: Path) -> None:
    path.write_bytes(b'{"schema": ' + b"1" * 5_000_000 + b"}")


REFUSED: Dict[str, Tuple[str, Callable[[Path], None], str]] = {
    "600 MB of blanks in a sheet": ("bomb.xlsx", _blanks, "unpacks to 629 MB"),
    "600 MB of blanks in an ODS": ("bomb.ods", _ods_blanks, "unpacks to 629 MB"),
    "10,001 files packed": ("bomb.xlsx", _many_parts, "packs 10,0"),
    "a part that says it is small": ("bomb.xlsx", _lying_size, "is damaged"),
    "a cell of 100 MB in a sheet": ("bomb.xlsx", _long_cell, "characters; at most 131,072"),
    "a sheet of 16,384 columns": ("bomb.xlsx", _wide, "16,384 columns; at most 2,000"),
    "a wide row above 100,000 narrow ones": ("bomb.xlsx", _wide_and_long, "at most 20,000,000 are read"),
    "the same without cell references": ("bomb.xlsx", _wide_without_places, "at most 20,000,000 are read"),
    "a text that 50,000 cells refer to": ("bomb.xlsx", _shared_text, "unpacks to 5,0"),
    "a billion laughs": ("bomb.xlsx", _with_declaration(LAUGHS, b"&a9;"), "declares entities"),
    "a billion laughs in UTF-16": ("bomb.xlsx", _laughs_in_utf_16, "declares entities"),
    "a billion laughs in shared texts": ("bomb.xlsx", _shared_laughs, "declares entities"),
    "a billion laughs in an ODS": ("bomb.ods", _ods_laughs, "declares entities"),
    "an entity that is a file": ("bomb.xlsx", _with_declaration(EXTERNAL, b"&e;"), "declares entities"),
    "a cell two billion times": ("bomb.ods", _ods_columns, "2,000,000,000 columns"),
    "a row of 9,000 cells 10,000 times": ("bomb.ods", _ods_rows, "9,000 columns"),
    "a text a thousand times in 9,000 rows": ("bomb.ods", _ods_texts, "unpacks to"),
    "a cell of 100 MB in a CSV": ("bomb.csv", _csv_long_cell, "bomb.csv"),
    "100,000 columns": ("bomb.csv", _csv_columns, "100,000 columns; at most 20,000"),
    "one row of 10,000 cells above a million short ones": (
        "bomb.csv", _csv_one_long_row, "at most 50,000,000 are read",
    ),
    "60 million commas": ("bomb.csv", _csv_commas, "at most 50,000,000 are read"),
    "60 million lines": ("bomb.csv", _csv_lines, "at most 50,000,000 are read"),
    "a CSV of 5 GB": ("bomb.csv", _csv_too_large, "It has 5,000.0 MB; at most 200 MB are read"),
    "a quotation mark that takes in a whole file": ("bomb.csv", _csv_open_quote, "never closed"),
    "20 million quotation marks": ("bomb.csv", _csv_quotes, "quotation mark"),
    "21 million cells after an odd quotation mark": ("bomb.csv", _csv_odd_quotes, "at most 20,000,000"),
    "a scenario of 50 MB": ("bomb.json", _scenario_too_large, "It has 50.0 MB; at most 10 MB are read"),
    "10,000 measures": ("bomb.json", _scenario_measures, "measures: Holds 10000 items; at most 1000"),
    "five million brackets": ("bomb.json", _scenario_deep, "nested too deeply"),
    "keys of two million characters": ("bomb.json", _scenario_key, "Unknown key"),
    "a number of five million digits": ("bomb.json", _scenario_digits, "schema"),
}  # fmt: skip
"""By what it is: the file's name, what makes it, and what the error says."""


def _ods_trailing(path: Path) -> None:
    """As LibreOffice writes: blank cells to the last column, blank rows to the last row."""
    blank = b'<table:table-cell table:number-columns-repeated="16382"/>'
    ods(path, [
        ods_row(ods_cell(b"Code") + ods_cell(b"Fires") + blank),
        ods_row(ods_cell(b"E05000001") + ods_cell(b"7") + blank),
        ods_row(b'<table:table-cell table:number-columns-repeated="16384"/>', 1_048_574),
    ])  # fmt: skip


READ: Dict[str, Tuple[str, Callable[[Path], None], Tuple[int, int]]] = {
    "a text of 50 MB among short ones": ("long.gpkg", _gpkg_texts, (2, 9_000)),
    "a sheet with blanks to its end": ("plain.ods", _ods_trailing, (2, 2)),
    "archives of 600 MB each within a workbook": ("nested.xlsx", _nested, (1, 2)),
    "a plain ODS": ("plain.ods", lambda path: write_ods(path, {"S": [["Code", "N"], ["E1", 5]]}), (2, 2)),
}
"""What looks dangerous and is read all the same: with how many columns and rows."""
