"""Older documents are read by way of LibreOffice where it is installed; where it is not, one line says how."""

from __future__ import annotations

import io
import os
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from reviewer.model import Document, Paragraph
from reviewer.reading import Unreadable, libreoffice, read
from reviewer.reading.docx import read as read_word
from reviewer.reading.limits import LIMITS

NeedsTool = Callable[[str], str]

_RTF = rb"{\rtf1\ansi Pagu Rp1.000,00\par}"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(4)
_POSIX = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a shell script")
_NAMESPACES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
)


def _odt(content: str) -> bytes:
    """An OpenDocument text with this content."""
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{of}"/>'
        for path, of in (("/", kind), ("content.xml", "text/xml"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr(
            "content.xml",
            f'<office:document-content{_NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
            f"<office:body><office:text>{content}</office:text></office:body></office:document-content>",
        )
        package.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">{entries}</m:manifest>',
        )
    return out.getvalue()


_ODT = _odt("<text:p>Pagu Rp1.000,00</text:p>")


def _file(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def _texts(document: Document) -> list[object]:
    """Of its body: page numbers below it are counted anew by every program."""
    return [
        block.shown if isinstance(block, Paragraph) else [[cell.text for cell in cells] for cells in block.rows]
        for block in document.blocks
        if not isinstance(block, Paragraph) or block.role == "body"
    ]


def _line(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read(path)
    message = caught.value.message
    assert message.id != message.en and all(text.isprintable() for text in (message.id, message.en))
    return message.id


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice anywhere."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_MAC", Path("/tidak/ada"))
    monkeypatch.setattr(libreoffice, "_WINDOWS", ())


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a shell script in the place of LibreOffice."""

    def put(script: str, shell: str = "/bin/sh") -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "soffice").write_text(f"#!{shell}\n{script}\n", encoding="utf-8")
        (folder / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return put


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [("a.doc", _OLE, "Word lama"), ("a.rtf", _RTF, "RTF"), ("a.odt", _ODT, "OpenDocument"), ("a.txt", _RTF, "RTF")],
)
@pytest.mark.usefixtures("without")
def test_without_libreoffice_one_line_says_how(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    line = _line(_file(tmp_path, name, data))
    assert line.startswith(f"{tmp_path / name}: ")
    assert what in line and "pasang LibreOffice" in line and ".docx" in line


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_an_older_document_is_read_as_the_word_document_that_it_is(
    tmp_path: Path, project: Path, isolated: Path, needs_tool: NeedsTool, kind: str
) -> None:
    needs_tool("soffice")
    draft = (project / "samples" / "laporan-kinerja.docx").read_bytes()
    document = read(_file(tmp_path, f"draf.{kind}", libreoffice.converted(draft, "docx", kind)))
    assert document.format == kind
    assert _texts(document) == _texts(read_word(draft))
    assert len(document.notices) == 1 and "LibreOffice" in document.notices[0].message.id
    assert list(isolated.iterdir()) == []


@pytest.mark.parametrize(("name", "data"), [("a.doc", _OLE), ("a.odt", _odt("<text:p>"))])
def test_what_libreoffice_cannot_open_is_one_line(
    tmp_path: Path, needs_tool: NeedsTool, name: str, data: bytes
) -> None:
    needs_tool("soffice")
    assert "tidak dapat dibuka LibreOffice" in _line(_file(tmp_path, name, data))


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


@pytest.mark.parametrize("guarded", [True, False])
def test_nothing_is_fetched(
    monkeypatch: pytest.MonkeyPatch, needs_tool: NeedsTool, asked: tuple[str, list[str]], guarded: bool
) -> None:
    needs_tool("soffice")
    address, paths = asked
    draft = _odt(
        '<text:p>Isi</text:p><text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image '
        f'xlink:href="{address}/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
    )
    if not guarded:
        # So that the test above cannot pass because LibreOffice would not have asked anyway.
        monkeypatch.setattr(libreoffice, "_PROFILE", ())
    assert _texts(libreoffice.read("odt", draft)) == ["Isi"]
    assert (paths == []) is guarded


@_POSIX
def test_it_is_ended_with_all_it_started_when_time_is_up(tmp_path: Path, stand_in: Callable[[str], None]) -> None:
    alive = tmp_path / "alive"
    stand_in(f"(while :; do date +%s%N > '{alive}'; sleep 0.1; done) & wait")
    began = time.monotonic()
    with pytest.raises(Unreadable, match="batas 1 detik"):
        libreoffice.read("rtf", _RTF, replace(LIMITS, seconds=1))
    assert time.monotonic() - began < 5
    last = alive.read_text(encoding="ascii")
    time.sleep(0.5)
    assert alive.read_text(encoding="ascii") == last


@_POSIX
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 1", "tidak dapat dibuka"),
        ("kill -9 $$", "tidak dapat dibuka"),
        ('mkdir out; : > "out/draft.docx"', "tidak dapat dibuka"),
        ("mkdir out; echo bukan zip > out/draft.docx", "terpotong"),
    ],
)
def test_a_libreoffice_that_fails_is_one_line(
    tmp_path: Path, stand_in: Callable[[str], None], script: str, told: str
) -> None:
    stand_in(script)
    assert told in _line(_file(tmp_path, "a.rtf", _RTF))


@_POSIX
def test_a_libreoffice_that_does_not_start_is_one_line(tmp_path: Path, stand_in: Callable[[str, str], None]) -> None:
    stand_in("", "/tidak/ada/sh")
    assert "gagal dijalankan" in _line(_file(tmp_path, "a.rtf", _RTF))


@_POSIX
def test_a_document_larger_than_the_limit_is_refused(stand_in: Callable[[str], None]) -> None:
    stand_in("mkdir out; head -c 2000 /dev/zero > out/draft.docx")
    with pytest.raises(Unreadable, match="tidak dapat dibuka"):
        libreoffice.read("rtf", _RTF, replace(LIMITS, file=1_000))
