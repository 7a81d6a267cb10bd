# SPDX-License-Identifier: GPL-2.0-or-later
"""Text files are read whatever their encoding and delimiter, and refused with reasons."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.tables import spec, written
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.tables.csv import read_csv
from vru_need_plugin.tables.delimiter import find_delimiter


def read(folder, content, **keys):
    return read_csv(written(folder, content), spec(**keys))


def rows_of(table):
    return [list(row) for row in zip(*table.columns)]


def refused(folder, content, **keys):
    with pytest.raises(NeedError) as caught:
        read(folder, content, **keys)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Code,Café £\nA,1\n".encode(), "utf-8"),
        ("Code,Café £\nA,1\n".encode("utf-8-sig"), "utf-8-sig"),
        ("Code,Café £\nA,1\n".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "Code,Café £\nA,1\n".encode("utf-16-be"), "utf-16"),
        ("Code,Café £\nA,1\n".encode("utf-32"), "utf-32"),
        ("Code,Café £\nA,1\n".encode("cp1252"), "cp1252"),
        ("Code,Café £\nA,1\n\x81".encode("latin-1"), "latin-1"),
    ],
)
def test_the_encoding_is_found(tmp_path, content, encoding):
    table = read(tmp_path, content)
    assert table.text.encoding == encoding
    assert rows_of(table)[0] == ["Code", "Café £"]


def test_an_encoding_given_is_used(tmp_path):
    table = read(tmp_path, "Code,Łódź\nA,1\n".encode("cp1250"), encoding="cp1250")
    assert rows_of(table)[0] == ["Code", "Łódź"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_byte_order_mark_is_never_part_of_a_name(tmp_path, encoding):
    table = read(tmp_path, "\ufeffCode\nA\n".encode(encoding), encoding=encoding)
    assert rows_of(table) == [["Code"], ["A"]]


def test_a_wrong_encoding_names_file_byte_and_line(tmp_path):
    message = refused(tmp_path, b"Code,Pay\nA,1\nB,\xa35\n", encoding="utf-8")
    assert all(part in message for part in ("t.csv", "utf-8", "0xA3", "line 3"))


def test_an_encoding_that_does_not_say_where_it_fails_is_an_error_like_any_other(tmp_path):
    message = refused(tmp_path, b"xn--a..b,v\nA,1\n", encoding="idna")
    assert "not written in idna: " in message


def test_an_encoding_that_does_not_exist_is_an_error(tmp_path):
    assert "utf-nine" in refused(tmp_path, "a\n1\n", encoding="utf-nine")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1;2\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("a\n1\n", ","),
        ("a;b\r\n1;2\r\n", ";"),
        ("a;b\r1;2\r3;4", ";"),
        ("Code;A;B\nX;0,5;0,6\nY;0,7;0,8\n", ";"),
        ("A;0,5;0,6\nB;0,7;0,8\n", ";"),
        ("Code,A; B; C; D,E; F\nX,1,2\nY,3,4\n", ","),
        ("Title; of; the; table\n\nCode,A\nX,1\nY,2\nSource; ONS; 2020\n", ","),
        ('Code,Name\nX,"a;b;c"\nY,"d;e;f"\n', ","),
        ("Code\tName\nX\tSmith, John\nY\tLee, Ann\n", "\t"),
        ("Code;Name\nX;Smith, John, Jr\nY;Lee\nZ;Ann, B\n", ";"),
        ('Code;"A, B"\nX;1\n', ";"),
        ('Code\t"never closed\nX\t1\nY\t2\n', "\t"),
    ],
)
def test_the_delimiter_is_the_one_that_records_agree_on(text, delimiter):
    assert find_delimiter(text) == delimiter


def test_a_delimiter_given_is_used(tmp_path):
    assert rows_of(read(tmp_path, "a:b,c\n1:2,3\n", delimiter=":")) == [["a", "b,c"], ["1", "2,3"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_read(tmp_path, end):
    assert rows_of(read(tmp_path, end.join(["a,b", "1,2", ""]))) == [["a", "b"], ["1", "2"]]


def test_quoted_cells_keep_delimiters_quotation_marks_and_line_ends(tmp_path):
    table = read(tmp_path, 'a,b\n"""Good Job"" local","0,56"\n"two\nlines",x\n')
    assert rows_of(table)[1:] == [['"Good Job" local', "0,56"], ["two\nlines", "x"]]


def test_blank_records_are_kept_and_counted(tmp_path):
    table = read(tmp_path, "\n\na,b\n\n1,2\n")
    assert rows_of(table) == [["", ""], ["", ""], ["a", "b"], ["", ""], ["1", "2"]]
    assert table.text.short_rows == ()


def test_ragged_rows_are_filled_up_or_kept_and_named(tmp_path):
    table = read(tmp_path, "a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n")
    assert rows_of(table)[2] == ["4", "5", "", ""]
    assert rows_of(table)[3] == ["6", "7", "8", "9"]
    assert table.text.short_rows == (3,)
    assert table.text.long_rows == (4,)


@pytest.mark.parametrize("content", [b"", b"\n\n", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_an_error(tmp_path, content):
    assert "t.csv” is empty" in refused(tmp_path, content)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"PK\x03\x04", "a workbook"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"SQLite format 3\0", "a database"),
    ],
)
def test_a_file_of_another_kind_is_named_by_its_first_bytes(tmp_path, start, kind):
    # No zero byte, so that nothing but its beginning tells.
    with pytest.raises(NeedError, match=f"is no text but {kind}"):
        read(tmp_path, start + b"code,v\nE05000001,1\n")


@given(st.integers(0, 31).map(chr).filter(lambda character: character not in "\t\n\r\f"))
def test_a_control_character_makes_a_file_no_text(tmp_path_factory, character):
    folder = tmp_path_factory.mktemp("control")
    with pytest.raises(NeedError, match="is no text: line 2 has"):
        read(folder, f"code,v\nE05000001,{character}1\n".encode())


def test_a_tab_and_a_page_break_are_text(tmp_path):
    assert rows_of(read(tmp_path, b"code,v\nE05000001,a\tb\f\n"))[1] == ["E05000001", "a\tb\f"]


def test_a_control_character_given_as_delimiter_is_one(tmp_path):
    table = read(tmp_path, b"code\x1fv\nE05000001\x1f1\n", delimiter="\x1f")
    assert rows_of(table) == [["code", "v"], ["E05000001", "1"]]


def test_a_binary_file_is_an_error(tmp_path):
    message = refused(tmp_path, b"code,v\n\x00\x00\x08")
    assert "t.csv" in message
    assert "line 2" in message


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(NeedError, match=r"nowhere\.csv” cannot be read. There is no such file"):
        read_csv(tmp_path / "nowhere.csv", spec())


def test_a_folder_is_an_error(tmp_path):
    with pytest.raises(NeedError, match="folder"):
        read_csv(tmp_path, spec())


def test_a_quotation_mark_that_is_never_closed_is_an_error(tmp_path):
    message = refused(tmp_path, 'a,b\n1,2\n3,"4\n5,6\n7,8\n')
    assert "row 3" in message
    assert "t.csv" in message


def test_a_quotation_mark_that_swallows_a_large_file_is_an_error(tmp_path):
    message = refused(tmp_path, 'a,b\n1,"2\n' + "3,4\n" * 50_000)
    assert "t.csv" in message
    assert "quotation mark" in message


def test_an_inch_mark_is_no_open_quotation(tmp_path):
    assert rows_of(read(tmp_path, 'a,b\n5" pipe,1\n6,2\n'))[1] == ['5" pipe', "1"]


def test_a_cell_larger_than_any_sensible_one_is_an_error_that_names_the_line(tmp_path):
    message = refused(tmp_path, "a,b\n1,2\n3," + "x" * 200_000 + "\n")
    assert "line 3" in message


def test_the_limit_of_a_cell_is_left_as_it_was(tmp_path):
    before = csv.field_size_limit()
    read(tmp_path, "a\n1\n")
    assert csv.field_size_limit() == before


def test_reading_stops_when_the_user_asks(tmp_path):
    class Stopped:
        def isCanceled(self):
            return True

        def setProgress(self, progress):
            pass

    path = written(tmp_path, "a,b\n1,2\n")
    with pytest.raises(Cancelled):
        read_csv(path, spec(), Stopped())


cells = st.text(alphabet='ab1 ,;|"\n\té£', max_size=5)


@settings(max_examples=60)
@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_whatever_is_written_is_read_again(tmp_path_factory, records, delimiter):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["a", "b", "c"], *records])
    table = read(tmp_path_factory.mktemp("t"), text.getvalue(), delimiter=delimiter)
    assert rows_of(table)[1:] == records
