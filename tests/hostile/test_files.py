"""Every hostile file ends as a document or as one line, soon and in little memory, and nothing in it is fetched."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.reading import Unreadable, read
from tests.hostile.files import FILES
from tests.reading_docx.word import packed as packed_word
from tests.reading_docx.word import para, word
from tests.reading_sheets.book import book, sheet, words

_SECONDS = 60
_MEMORY = 1 << 30


@pytest.mark.parametrize("name", FILES)
def test_it_is_read_or_refused_in_one_line(tmp_path: Path, name: str) -> None:
    suffix, made, told = FILES[name]
    path = tmp_path / f"draf{suffix}"
    path.write_bytes(made())
    began = time.monotonic()
    try:
        document = read(path)
    except Unreadable as problem:
        assert told is not None, problem
        assert told in problem.message.id
        assert problem.message.id.isprintable() and problem.message.en.isprintable()
        assert "passwd" not in problem.message.id and "root:" not in problem.message.id
    else:
        assert not told, "it was read"
        assert document.blocks or document.data is not None
    assert time.monotonic() - began < _SECONDS
    if sys.platform == "linux":
        import resource

        assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10 <= _MEMORY


@pytest.mark.parametrize("name", ["a part of 80 MB", "a million cells", "a billion laughs", "4 MB on one line"])
def test_the_program_says_so_and_ends_with_2(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    suffix, made, _ = FILES[name]
    path = tmp_path / f"draf\n\x1b[31m{suffix}"
    try:
        path.write_bytes(made())
    except OSError:
        pytest.skip("this file system allows no such name")
    assert main(["check", "--no-journal", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    # The name is written with escapes, the line is one.
    assert err.count("\n") == 1 and "\x1b" not in err and "\\n\\x1b[31m" in err


def test_a_long_field_is_checked_soon(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "draf.txt"
    path.write_bytes(b"pagu 1.250 dan " * 20_000 + b"9" * 20_000)
    began = time.monotonic()
    assert main(["check", "--no-journal", "--fail-on", "never", str(path)]) == 0
    assert time.monotonic() - began < _SECONDS


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Address of a server, and what it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _outside(address: str) -> str:
    roles = ("attachedTemplate", "hyperlink", "oleObject", "image", "externalLink", "frame", "subDocument", "styles")
    listed = "".join(
        f'<Relationship Id="rIdX{n}" Type="{_ROLES}/{role}" Target="{address}/{role}" TargetMode="External"/>'
        for n, role in enumerate(roles)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{listed}</Relationships>'


def _word(address: str) -> bytes:
    link = '<w:hyperlink r:id="rIdX1"><w:r><w:t>Pagu Rp1.000</w:t></w:r></w:hyperlink>'
    field = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "{address}/t"</w:instrText></w:r>'
    )
    ole = (
        '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rIdX2"/></w:object></w:r>'
    )
    held = {"word/_rels/settings.xml.rels": _outside(address), "word/_rels/document.xml.rels": _outside(address)}
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(word(para(link + field + ole)))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    return packed_word({**parts, **held})


def _book(address: str) -> bytes:
    formula = f'<c r="B1"><f>WEBSERVICE("{address}/f")</f><v>5</v></c>'
    dde = "<c r=\"C1\"><f>cmd|'/C calc'!A0</f><v>5</v></c>"
    rows = f'<row r="1">{words("A1", "Pagu")}{formula}{dde}</row>'
    return book(sheet(rows), xl__worksheets___rels__sheet1=_outside(address))


def _page(address: str) -> bytes:
    return (
        f'<!DOCTYPE html SYSTEM "{address}/dtd"><html><head><link rel=stylesheet href="{address}/css"><script '
        f'src="{address}/js"></script><meta http-equiv=refresh content="0;url={address}/r"><base href="{address}/"></head>'
        f'<body><img src="{address}/img"><iframe src="{address}/frame"></iframe><object data="{address}/o"></object>'
        f'<p>Pagu Rp1.000</p><svg><image href="{address}/svg"/></svg></body></html>'
    ).encode()


def _data(address: str) -> bytes:
    return f'judul: !!python/object/apply:urllib.request.urlopen ["{address}/y"]\n'.encode()


@pytest.mark.parametrize(("suffix", "made"), [(".docx", _word), (".xlsx", _book), (".html", _page), (".yaml", _data)])
def test_nothing_is_fetched(tmp_path: Path, asked: tuple[str, list[str]], suffix: str, made: object) -> None:
    address, paths = asked
    path = tmp_path / f"draf{suffix}"
    assert callable(made)
    path.write_bytes(made(address))
    try:
        assert main(["check", "--no-journal", "--fail-on", "never", str(path)]) in (0, 2)
    finally:
        assert paths == []
    if suffix != ".yaml":
        assert read(path).blocks


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are those of POSIX")
def test_what_is_no_file_is_refused_by_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lingkar").symlink_to("lingkar")
    os.mkfifo(tmp_path / "pipa.docx")
    (tmp_path / "kosong").mkdir()
    for name, told in (
        ("lingkar", "menunjuk dirinya"),
        ("pipa.docx", "bukan berkas biasa"),
        ("kosong", "Tidak ada draf"),
    ):
        assert main(["check", str(tmp_path / name)]) == 2
        assert told in capsys.readouterr().err
    assert main(["check", "/dev/zero"]) == 2
