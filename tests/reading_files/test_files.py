"""A path in, a document or one clear line out."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.model import Document, Paragraph
from reviewer.reading import Unreadable, read, read_text
from reviewer.reading.limits import LIMITS
from tests.reading_docx.word import packed, para, word

_WORD = word(para("Pagu Rp1.000,00"))
_POSIX = pytest.mark.skipif(os.name != "posix", reason="such files exist on POSIX systems only")


def _refused(path: Path) -> str:
    """The one line; English says as much, and neither breaks."""
    with pytest.raises(Unreadable) as caught:
        read(path)
    message = caught.value.message
    assert str(caught.value) == message.id
    assert message.id != message.en
    assert all(text.isprintable() and text.startswith(message.id.split(":")[0]) for text in (message.id, message.en))
    return message.id


def _file(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("draf.docx", _WORD, "docx"),
        ("draf.DOCX", _WORD, "docx"),
        ("draf.txt", b"Pagu Rp1.000,00\n", "txt"),
        ("draf.md", b"# Pagu\n", "md"),
        ("DRAF", "Pagu Rp1.000,00 – sisa".encode("utf-16"), "txt"),
        ("draf.txt", "Pagu Rp1.000,00".encode("utf-16-le"), "txt"),
        ("draf.txt", "Pagu – sisa".encode("cp1252"), "txt"),
        ("data.yaml", b"identitas:\n  tahun: 2024\n", "yaml"),
        ("data.yml", b"identitas:\n  tahun: 2024\n", "yaml"),
        ("data.json", b'{"identitas": {"tahun": 2024}}', "json"),
        ("draf.csv", b"No;Pagu\n1;1.000,00\n", "csv"),
        ("draf.tsv", b"No\tPagu\n1\t1.000,00\n", "csv"),
        ("draf.html", b"<p>Pagu Rp1.000,00</p>", "html"),
        ("draf.txt", b"<!DOCTYPE html><p>Pagu Rp1.000,00</p>", "html"),
    ],
)
def test_formats(tmp_path: Path, name: str, data: bytes, format: str) -> None:
    path = _file(tmp_path, name, data)
    document = read(path)
    assert document.format == format
    assert document.path == str(path)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.blocks


@pytest.mark.parametrize(
    ("name", "data", "format", "told"),
    [
        ("draf.txt", _WORD, "docx", '".txt"'),
        ("draf.pdf", _WORD, "docx", '".pdf"'),
        ("draf.yaml", _WORD, "docx", '".yaml"'),
        ("draf.docx", b"Pagu Rp1.000,00", "txt", '".docx"'),
        ("draf.log", b"Pagu Rp1.000,00", "txt", '".log"'),
    ],
)
def test_a_file_is_read_as_what_it_holds_and_that_is_said(
    tmp_path: Path, name: str, data: bytes, format: str, told: str
) -> None:
    document = read(_file(tmp_path, name, data))
    assert document.format == format
    assert told in document.notices[0].message.id and told in document.notices[0].message.en


def test_a_suffix_that_fits_is_not_mentioned(tmp_path: Path) -> None:
    for name, data in (("a.docx", _WORD), ("a.docm", _WORD), ("a.txt", b"isi"), ("a", b"isi"), ("a.md", b"isi")):
        assert read(_file(tmp_path, name, data)).notices == ()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _stream(name: str) -> bytes:
    return _OLE + name.encode("utf-16-le") + bytes(4)


_MIME = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("kosong.txt", b"", "kosong"),
        ("kosong.docx", b"", "kosong"),
        ("spasi.md", b" \r\n\t\n", "kosong"),
        ("tanda.txt", b"\xef\xbb\xbf\n", "kosong"),
        ("nol.txt", bytes(5_000), "kosong"),
        ("a.pdf", b"%PDF-1.7\n", "PDF"),
        ("a.docx", b"\n%PDF-1.7\n", "PDF"),
        ("a.xls", _stream("Workbook"), "rusak"),
        ("a.msg", _OLE, "Office lama"),
        ("a.docx", _stream("EncryptedPackage"), "kata sandi"),
        ("a.xlsx", packed({"xl/workbook.xml": "<x/>"}), "satu sel pun"),
        ("a.pptx", packed({"ppt/presentation.xml": "<x/>"}), "PowerPoint"),
        ("a.odt", packed({"mimetype": _MIME + "text"}).replace(b"[Content_Types].xml", b"[content_gone_].xml"), ".odt"),
        ("a.ods", packed({"mimetype": _MIME + "spreadsheet"}).replace(b"[Content_Types].xml", b"[content_gone_].xml"), "utama"),
        ("a.zip", packed({"a.txt": "isi"}), "arsip"),
        ("a.gz", b"\x1f\x8b\x08" + bytes(20), "arsip"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(20), "gambar"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "gambar"),
        ("a.csv", b";;\n;\n", "kosong"),
        ("a.html", b"<!DOCTYPE html><title>a</title>", "kosong"),
        ("a.doc", b"MIME-Version: 1.0\n", ".mht"),
        ("a.xml", b'<?xml version="1.0"?><a/>', "XML"),
        ("a.txt", b"Pagu\x00Rp1.000", "bukan teks"),
        ("a.txt", b"\x01\x02\x03\x04isi", "bukan teks"),
        ("a.docx", _WORD[:-30], "terpotong"),
        ("a.docx", b"PK\x03\x04", "terpotong"),
        ("a.yaml", b"a: [1", "baris"),
        ("~$draf.docx", b"\x05nama" + bytes(100), "~$"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    line = _refused(_file(tmp_path, name, data))
    assert line.startswith(f"{tmp_path / name}: ")
    assert told in line


def test_missing_and_folder(tmp_path: Path) -> None:
    assert "tidak ditemukan" in _refused(tmp_path / "tidak-ada.docx")
    assert "folder" in _refused(tmp_path)
    assert "tidak ditemukan" in _refused(_file(tmp_path, "a.txt", b"isi") / "b.txt")
    assert "tidak sah" in _refused(tmp_path / "a\x00b")
    assert "tidak sah" in _refused(tmp_path / ("a" * 5_000)) or os.name != "posix"


@_POSIX
def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    assert "bukan berkas biasa" in _refused(tmp_path / "pipa.txt")
    assert "bukan berkas biasa" in _refused(Path("/dev/zero"))
    (tmp_path / "tautan").symlink_to("/dev/zero")
    assert "bukan berkas biasa" in _refused(tmp_path / "tautan")
    with socket.socket(socket.AF_UNIX) as listening:
        before = Path.cwd()
        os.chdir(tmp_path)
        try:
            listening.bind("soket")
        finally:
            os.chdir(before)
        assert "bukan berkas biasa" in _refused(tmp_path / "soket")


@_POSIX
def test_links(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert "menunjuk dirinya" in _refused(tmp_path / "a")
    (tmp_path / "putus").symlink_to("tidak-ada")
    assert "tidak ditemukan" in _refused(tmp_path / "putus")
    (tmp_path / "baik.txt").symlink_to(_file(tmp_path, "asli.txt", b"isi"))
    assert read(tmp_path / "baik.txt").blocks


@_POSIX
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", b"isi")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "tidak boleh dibaca" in _refused(path)


@_POSIX
def test_names_are_shown_on_one_line_without_terminal_escapes(tmp_path: Path) -> None:
    for name in ("a\nb.pdf", "a\x1b[31mb.pdf", "a\u202eb.pdf", os.fsdecode(b"a\xffb.pdf")):
        try:
            path = _file(tmp_path, name, b"%PDF-1.7")
        except OSError:
            continue  # a file system that allows no such name
        line = _refused(path)
        assert line.isprintable() and "\\" in line
        line.encode("utf-8")


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "besar.docx"
    with open(path, "wb") as file:
        file.truncate(LIMITS.file + 1)
    assert "61 MB, melebihi batas 60 MB" in _refused(path)
    with open(tmp_path / "besar.txt", "wb") as file:
        file.write(b"Pagu Rp1.000,00 seluruhnya.\n" * 1_850_000)
    assert "52 MB, melebihi batas 4 MB" in _refused(tmp_path / "besar.txt")
    assert "melebihi batas 5 MB" in _refused(_file(tmp_path, "besar.yaml", b"a: 1\n" * 1_100_000))
    assert "baris, melebihi batas 200000" in _refused(_file(tmp_path, "baris.txt", b"a\n" * 200_001))
    assert "pemisah kolom" in _refused(_file(tmp_path, "kolom.txt", b"a\t" * (LIMITS.cells + 1)))


def test_a_string_is_a_draft_too() -> None:
    document = read_text("Pagu Rp1.000,00")
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["Pagu Rp1.000,00"]
    with pytest.raises(Unreadable, match="melebihi batas"):
        read_text("a" * 1_001, replace(LIMITS, text=1_000))


def test_the_process_that_reads_a_plain_text_loads_no_parser_and_starts_no_process(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", b"Pagu Rp1.000,00")
    code = (
        "import sys, pathlib; from reviewer.reading import read; read(pathlib.Path(sys.argv[1]));"
        "print(sorted({'lxml', 'yaml', 'docx', 'zipfile', 'subprocess', 'pandas', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.binary(max_size=400), st.sampled_from([".txt", ".docx", ".md", ".yaml", ".json", ".pdf", ""]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_document_or_one_line(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = _file(tmp_path, f"acak{suffix}", data)
    try:
        document = read(path)
    except Unreadable as problem:
        assert problem.message.id.isprintable() and problem.message.en.isprintable()
    else:
        assert isinstance(document, Document) and document.sha256 == hashlib.sha256(data).hexdigest()
