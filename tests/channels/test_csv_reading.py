"""Files as people have them."""

import pytest

from oms.channels.shopify_csv.reading import Record, UnreadableError, records
from tests.support.shopify import export, export_row


def read(content: bytes, *required: str) -> list[Record]:
    return list(records(content, list(required)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_it_reads_any_usual_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    content = export([export_row(Shipping_City="Köln", Notes='He said "hi",\nthen; left')], delimiter, encoding)
    [record] = read(content, "Name", "Lineitem price")
    assert (record.text("shipping city"), record.text("notes")) == ("Köln", 'He said "hi",\nthen; left')


def test_it_reads_headings_in_any_spelling_and_order() -> None:
    [record] = read(b" LINEITEM SKU ,nAmE,Unknown\r\nMUG,#1,x\r\n", "Name", "Lineitem sku")
    assert (record.text("name"), record.text("lineitem sku"), record.text("unknown")) == ("#1", "MUG", "x")


def test_it_skips_what_spreadsheets_put_above_and_between() -> None:
    found = read(b"\n\nsep=;\nName;Total\n\n#1;5\n;\n   \n#2;6\n", "Name")
    assert [(record.number, record.text("name")) for record in found] == [(6, "#1"), (9, "#2")]


def test_it_takes_short_rows_and_marks_long_ones() -> None:
    short, fitting, long = read(b"Name,Total\n#1\n#2,5,,\n#3,5,more\n")
    assert (short.text("total"), short.is_too_wide, fitting.is_too_wide, long.is_too_wide) == ("", False, False, True)


def test_it_counts_rows_as_a_spreadsheet_does() -> None:
    found = read(b'Name,Notes\n#1,"a\nb\nc"\n#2,x\n')
    assert [record.number for record in found] == [2, 3]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"PK\x03\x04\x00binary\xff", b"Order,Price\n1,2\n", b"\xff\xfe"])
def test_it_refuses_what_is_no_such_file(content: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(content, "Name", "Lineitem price")
    assert refused.value.missing == ["Name", "Lineitem price"]


def test_it_survives_a_cell_without_end_and_null_bytes() -> None:
    assert [record.text("name") for record in read(b'Name,Notes\n#1,"never closed\n#2,x\n')] == ["#1"]
    assert [record.text("name") for record in read(b"Name,Notes\n#\x001,x\n")] == ["#1"]
    huge = b'Name,Notes\n#1,"' + b"x" * (1024 * 1024 + 1) + b'"\n#2,x\n'
    assert [record.text("name") for record in read(huge)][-1] == "#2"
