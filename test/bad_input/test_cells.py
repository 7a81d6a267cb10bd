# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells, encodings and shapes of tables as accidents make them: a right figure, or an error in words."""

from __future__ import annotations

import csv

import pytest

from support.small_job import read_fields
from support.spreadsheet_files import Raw, write_ods, write_xlsx
from support.tables import areas, spec, written
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.raw_tables import read_source
from vru_need_plugin.scenario.limits import LONGEST_CELL
from vru_need_plugin.tables.csv import read_csv
from vru_need_plugin.tables.guess import guess_table
from vru_need_plugin.tables.header import unique_names
from vru_need_plugin.tables.tidy import tidy

NO_NUMBERS = [
    "0x1F", "1_000", "١٢٣", "１２３", "NaN", "nan", "inf", "-Infinity",
    "1e", "1e+", "--1", "1 000", "1,00,000", "½", "²",
    "1\u00a0000", "12:30", "31/02/2024", "=1+1",
    "'7", "7-", "(7)", "1.2.3", "+", "e5", "1e5e5", "TRUE", "None",
    "9" * 40 + "x",
]  # fmt: skip
NUMBERS = {
    "1e999999": None,  # beyond all numbers that are kept: missing, not infinite
    "-1e999999": None,
    "1e-999999": 0,
    "9" * 300: 1e300,
    "9" * 400: None,
    "0." + "3" * 1000: 1 / 3,
    "000000000007": 7,
    "7.": 7,
    ".5": 0.5,
    "£7": 7,
    "7 %": 7,
    "−7": -7,
    "9007199254740993": 9007199254740992,
}


@pytest.mark.parametrize("cell", NO_NUMBERS)
def test_what_is_no_number_is_missing_and_told(job, score_areas, cell):
    rows = [["Code", "Fires"], ["E05000001", cell], *([f"E0500000{at}", str(at)] for at in range(2, 6))]
    with open(job.folder / "crime.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    raw = read_csv(job.folder / "crime.csv", spec())
    table = tidy(raw, spec(), areas(*(row[0] for row in rows[1:])))
    assert [value != value for value in table.values("Fires").tolist()] == [True, *[False] * 4]
    (found,) = table.report().not_numbers
    assert (found.count, found.example, found.row) == (1, cell.strip(), 2)


@pytest.mark.parametrize("cell", NUMBERS)
def test_odd_numbers_are_what_they_say(tmp_path, cell):
    path = written(tmp_path, f"Code,Fires\nA,{cell}\nB,1\n")
    (value, _) = tidy(read_csv(path, spec()), spec(), areas("A", "B")).values("Fires").tolist()
    expected = NUMBERS[cell]
    assert value != value if expected is None else value == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize("write", [write_xlsx, write_ods])
def test_odd_numbers_of_a_workbook_are_what_they_say(tmp_path, qgis_app, write):
    suffix = "xlsx" if write is write_xlsx else "ods"
    spellings = ["1e5", "0.1", "9007199254740993", "-0", "123456789012345678901234567890"]
    cells = list(map(Raw, spellings))
    rows = [["Code", "Fires"], *([f"A{at}", cell] for at, cell in enumerate(cells))]
    path = write(tmp_path / f"t.{suffix}", {"S": rows})
    raw = read_source(spec(source=str(path)), tmp_path, None)
    table = tidy(raw, spec(), areas(*(f"A{at}" for at in range(len(cells)))))
    assert table.values("Fires").tolist() == list(map(float, spellings))


# Encodings


def refused(tmp_path, content, **keys):
    with pytest.raises(NeedError) as caught:
        read_csv(written(tmp_path, content), spec(**keys))
    return str(caught.value)


@pytest.mark.parametrize("order", [1, -1])
def test_a_file_in_two_encodings_is_refused_with_a_line_of_each(tmp_path, order):
    lines = ["Café,1\n".encode(), "Café,2\n".encode("latin-1")][::order]
    text = refused(tmp_path, b"Code,a\n" + b"".join(lines))
    assert "two encodings" in text
    assert ("line 2 is UTF-8, line 3 is not" if order == 1 else "line 3 is UTF-8, line 2 is not") in text


def test_it_is_read_where_the_encoding_is_given(tmp_path):
    content = b"Code,a\n" + "Café,1\n".encode() + "Café,2\n".encode("latin-1")
    raw = read_csv(written(tmp_path, content), spec(encoding="latin-1"))
    assert list(raw.columns[0]) == ["Code", "CafÃ©", "Café"]


@pytest.mark.parametrize("text", ["CAFÉ’S,£5\n", "Café – “a”\n", "ÅÄÖ…\n", "São Tomé\n"])
def test_windows_text_alone_is_no_mixture(tmp_path, text):
    raw = read_csv(written(tmp_path, f"Code,a\n{text}".encode("cp1252")), spec())
    assert raw.text.encoding == "cp1252"
    assert raw.columns[0][1] == text.split(",")[0].strip()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(tmp_path, encoding):
    raw = read_csv(written(tmp_path, "Code,é\nA,😀\n".encode(encoding)), spec())
    assert [list(column) for column in raw.columns] == [["Code", "A"], ["é", "😀"]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_says_what_to_do(tmp_path, encoding):
    assert "a text in UTF-16 needs its encoding given" in refused(tmp_path, "Code,a\nA,1\n".encode(encoding))


def test_half_a_character_is_no_text(tmp_path):
    assert "control character 0xD800" in refused(tmp_path, b"Code,a\nA+2AA-,1\n", encoding="utf-7")
    assert "not written in utf-16" in refused(tmp_path, b"\xff\xfeA\0\0\xd8,\0", encoding="utf-16")


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_file_cut_within_a_character_is_refused_or_read_to_there(tmp_path, cut):
    content = "Code,a\nA,1\nB,😀".encode()[:-cut]
    raw = read_csv(written(tmp_path, content), spec())
    assert raw.columns[0][:2] == ["Code", "A"] or list(raw.columns[0])[:2] == ["Code", "A"]


def test_zero_bytes_are_no_text(tmp_path):
    assert "line 2 has a zero byte" in refused(tmp_path, b"Code,a\nA\0,1\n")


# Shapes


def test_ten_thousand_columns_of_one_name_get_names_of_their_own():
    names = unique_names(["n"] * 10_000)
    assert names[:3] == ["n", "n (2)", "n (3)"]
    assert names[-1] == "n (10000)"
    assert unique_names(["n (2)", "n", "n", "n"]) == ["n (2)", "n", "n (3)", "n (4)"]


def test_rows_of_any_length_keep_their_cells(tmp_path):
    raw = read_csv(written(tmp_path, "Code,a\nA\nB,1,2,3\n\n,,,,\n"), spec())
    assert [list(column) for column in raw.columns] == [
        ["Code", "A", "B", "", ""], ["a", "", "1", "", ""], ["", "", "2", "", ""],
        ["", "", "3", "", ""], ["", "", "", "", ""],
    ]  # fmt: skip
    assert raw.text.long_rows == (3, 5)
    assert raw.text.short_rows == (2,)


@pytest.mark.parametrize("wide", [LONGEST_CELL, LONGEST_CELL + 1])
@pytest.mark.parametrize("rows", [1, 60_000])
def test_the_longest_cell_is_read_and_no_longer_one(tmp_path, wide, rows):
    """By both ways of reading, and whatever another plugin has set for all."""
    path = written(tmp_path, f"Code,a\nA,{'x' * wide}\n" + "B,1\n" * rows)
    before = csv.field_size_limit(10**8)
    try:
        if wide > LONGEST_CELL:
            with pytest.raises(NeedError, match="131,073 characters; at most 131,072"):
                read_csv(path, spec())
        else:
            assert read_csv(path, spec()).row_count == rows + 2
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize("content", ["\n,,\n,,\n", '""\n""\n', " , \n , \n", ";\n;\n", "\t\n\t\n"])
def test_a_table_of_blanks_says_so(tmp_path, content):
    with pytest.raises(NeedError, match=r"empty|blank throughout"):
        guess_table(read_csv(written(tmp_path, content), spec()), (areas("A"),), "t", "t.csv")


def test_a_truncated_workbook_is_no_shorter_table(tmp_path, qgis_app):
    whole = write_xlsx(tmp_path / "t.xlsx", {"S": [["Code", "N"], *([f"A{at}", at] for at in range(500))]})
    content = whole.read_bytes()
    for part in (0.1, 0.5, 0.9, 0.99):
        (tmp_path / "cut.xlsx").write_bytes(content[: int(len(content) * part)])
        with pytest.raises(NeedError, match=r"cut\.xlsx"):
            read_source(spec(source="cut.xlsx"), tmp_path, None)


@pytest.mark.parametrize(
    ("write", "broken"), [(write_xlsx, b"<c </row>"), (write_ods, b"<table:table-row <")]
)
def test_a_sheet_that_breaks_off_is_no_shorter_table(tmp_path, qgis_app, write, broken):
    """GDAL gives the rows above the broken place as if they were all there are."""
    import zipfile

    path = tmp_path / ("t.xlsx" if write is write_xlsx else "t.ods")
    write(path, {"S": [["Code", "N"], *([f"A{at}", at] for at in range(50))]})
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    row = b"A25"
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content.replace(row, row + broken))
    with pytest.raises(NeedError, match=r"could not be read as a whole|holds no layer"):
        read_source(spec(source=path.name), tmp_path, None)


def test_columns_that_gdal_would_drop_are_told(tmp_path, qgis_app):
    from support.bombs import SHEET, SHEET_END, column_name, text_cell, xlsx

    cells = b"".join(text_cell(f"{column_name(at)}1", b"n") for at in range(1, 2_002))
    xlsx(tmp_path / "t.xlsx", [SHEET, b'<row r="1">', cells, b"</row>", SHEET_END])
    with pytest.raises(NeedError, match="2,001 columns; at most 2,000"):
        read_source(spec(source="t.xlsx"), tmp_path, None)


@pytest.mark.parametrize("name", ["a.zip", "table.xlsx", "table.ods"])
def test_a_zip_that_is_no_workbook_is_refused(job, refused, name):
    import zipfile

    with zipfile.ZipFile(job.folder / name, "w") as archive:
        archive.writestr("readme.txt", "nothing here")
    job.table()["source"] = name
    refused(name)


def test_a_workbook_with_a_password_says_so(job, refused):
    job.write("crime.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000))
    job.table()["source"] = "crime.xlsx"
    refused("crime.xlsx", "password")


def test_a_gpkg_that_is_damaged_within_is_no_shorter_layer(tmp_path, qgis_app):
    from osgeo import gdal, ogr

    data = gdal.GetDriverByName("GPKG").Create(str(tmp_path / "t.gpkg"), 0, 0, 0, gdal.GDT_Unknown)
    layer = data.CreateLayer("t", None, ogr.wkbNone)
    layer.CreateField(ogr.FieldDefn("Code", ogr.OFTString))
    layer.StartTransaction()
    for number in range(20_000):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("Code", f"E{number:08}")
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    layer = data = None
    content = bytearray((tmp_path / "t.gpkg").read_bytes())
    content[len(content) // 2 : len(content) // 2 + 20_000] = b"\xff" * 20_000
    (tmp_path / "t.gpkg").write_bytes(bytes(content))
    with pytest.raises(NeedError, match=r"t\.gpkg"):
        read_source(spec(source="t.gpkg"), tmp_path, None)


ODD = """Code,Fires
E05000001,1e999999
E05000002,NaN
E05000003,3
E05000004,4
E05000005,5
"""


def test_the_small_job_is_scored_on_odd_cells(job, score_areas):
    job.write("crime.csv", ODD)
    job.score(score_areas)
    fields = read_fields(job.output)
    assert fields["need_flags"] == ["", "", "", "fires;trust", "fires;trust"]
    assert fields["need_avail"] == [1, 1, 2, 2, 2]
