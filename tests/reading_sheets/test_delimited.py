"""Delimited text: the separator told by the columns, quoted fields, and the line of every cell."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.model import Document
from reviewer.reading import Unreadable
from reviewer.reading import read as read_file
from reviewer.reading.limits import LIMITS
from reviewer.reading.sheets.delimited import read, records, separator_of
from tests.reading_sheets.book import grid, paragraphs, tables


def _read(text: str) -> Document:
    return read(text.encode())


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("No;Uraian;Pagu\n1;Pegawai;1.000,50\n2;Barang;2.000,75\n", ";"),
        ("1.000,50;2,5\n3.000,50;4,5\n", ";"),
        ("No,Uraian,Pagu\n1,Pegawai,1000.50\n2,Barang,2000.75\n", ","),
        ('No,Uraian,Pagu\n1,"Belanja; pegawai","1.000,50"\n2,"Belanja; barang","2,5"\n', ","),
        ('"a;b","c;d"\n"1;2","3;4"\n', ","),
        ("No\tUraian\tPagu\n1\tPegawai, PNS\t1,5\n", "\t"),
        ("No|Uraian|Pagu\n1|Pegawai, PNS|1,5\n", "|"),
        ("No~Uraian~Pagu\n1~Pegawai, PNS~1,5\n2~Barang, jasa~2,5\n", "~"),
        ("No^Uraian^Pagu\n1^Pegawai~2^1,5\n", "^"),
        ("Tahun;Pagu\n2019~2021;5\n2020~2022;6\n", ";"),
        ("LAPORAN REALISASI\nTahun 2021, Triwulan I\n\nNo;Pagu\n1;5\n2;6\n;11\n", ";"),
        ("Satu kalimat, dengan koma.\nKalimat kedua.\nKalimat ketiga.\nKalimat, ke, empat.\n", ""),
        ("Uraian\nPegawai\n", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_separator_is_the_one_that_parts_evenly(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_a_file_may_name_its_separator() -> None:
    document = _read("sep=|\nUraian|Pagu\nPegawai;PNS|1;5\n")
    assert grid(tables(document)[0]) == [["Uraian", "Pagu"], ["Pegawai;PNS", "1;5"]]
    assert tables(document)[0].place.line == 2


def test_cells_know_their_line_and_column() -> None:
    (table,) = tables(_read('Uraian;Pagu\n"Belanja\npegawai" ; 5 \n;6\nBarang;"7"\n'))
    assert grid(table) == [["Uraian", "Pagu"], ["Belanja\npegawai", "5"], ["", "6"], ["Barang", "7"]]
    assert [[(c.place.line, c.place.column) for c in row] for row in table.rows] == [
        [(1, 1), (1, 8)],
        [(2, 2), (3, 12)],
        [(4, None), (4, 2)],
        [(5, 1), (5, 9)],
    ]
    assert (table.place.line, table.place.end_line) == (1, 5)


def test_titles_notes_and_blank_lines() -> None:
    document = _read(
        "LAPORAN;;\nTahun;2021;\n\nNo;Uraian;Pagu\n1;Pegawai;5\n\n2;Barang;6\n;Jumlah;11\n\nSumber: dinas;;\n"
    )
    assert [row[1] for row in grid(tables(document)[0])] == ["Uraian", "Pegawai", "Barang", "Jumlah"]
    assert tables(document)[0].joined_at == (2,)
    assert paragraphs(document) == ["LAPORAN", "Tahun", "2021", "Sumber: dinas"]


def test_stray_quotes_swallow_nothing() -> None:
    assert [[f.text for f in r] for r in records('a;"b;c\nd;e"f;g\n"h"i;"j""k";l', ";")] == [
        ["a", '"b', "c"],
        ["d", 'e"f', "g"],
        ['"h"i', 'j"k', "l"],
    ]
    stray = 'x;"y;1\n' + "a;b;2\n" * 30 + 'x;z";3\n'
    assert len(list(records(stray, ";"))) == 32


def test_line_ends_of_every_system() -> None:
    for end in ("\n", "\r\n", "\r"):
        found = [[(f.text, f.line) for f in r] for r in records(f"a;b{end}c;d{end}", ";")]
        assert found == [[("a", 1), ("b", 1)], [("c", 2), ("d", 2)]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes("Uraian;Pagu\nBelanja – pegawai;5\n".encode(encoding))
    document = read_file(path)
    assert document.format == "csv"
    assert grid(tables(document)[0])[1] == ["Belanja – pegawai", "5"]


def test_cells_are_bounded() -> None:
    with pytest.raises(Unreadable, match="batas 100 .sel."):
        read(b"a;b\n" * 101, replace(LIMITS, cells=100))
    with pytest.raises(Unreadable, match="batas 100 .sel tabel."):
        read(b"a;b;c;d;e;f;g;h\n" + b"1;2\n" * 20, replace(LIMITS, cells=100))


_TEXT = st.text(st.sampled_from('ab1.,;|"\n x'), max_size=6).filter(lambda t: t == t.strip() and "\n\n" not in t)


@given(st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(_TEXT, min_size=width, max_size=width), min_size=1, max_size=8)),
       st.sampled_from("\t;|,"), st.sampled_from(["\n", "\r\n"]), st.booleans())  # fmt: skip
def test_what_csv_writes_is_read_back(rows: list[list[str]], separator: str, end: str, quoted: bool) -> None:
    stream = io.StringIO()
    style = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(stream, delimiter=separator, lineterminator=end, quoting=style).writerows(rows)
    assert [[field.text for field in record] for record in records(stream.getvalue(), separator)] == rows


_WORDS = st.sampled_from(["Belanja pegawai", "Barang, jasa", "Modal; tetap", "Bantuan", "a|b"])


@given(st.lists(st.tuples(_WORDS, st.integers(0, 10**12), st.integers(0, 9_999)), min_size=3, max_size=12),
       st.sampled_from("\t;|,"), st.booleans())  # fmt: skip
@settings(max_examples=100)
def test_the_separator_of_a_grid_with_indonesian_decimals_is_found(
    rows: list[tuple[str, int, int]], separator: str, quoted: bool
) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerow(["No", "Uraian", "Pagu", "Persen"])
    for number, (words, pagu, percent) in enumerate(rows, 1):
        writer.writerow([number, words, f"{pagu:,}".replace(",", "."), f"{percent / 100:.2f}".replace(".", ",")])
    assert separator_of(stream.getvalue()) == separator


@given(st.text(st.sampled_from('ab;,|\t"\n\r 1'), max_size=60))
def test_any_text_is_parted_without_loss(text: str) -> None:
    separator = separator_of(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for record in records(text, separator):
        for field in record:
            if field.text:
                assert lines[field.line - 1][field.column - 1] == field.text[0]
