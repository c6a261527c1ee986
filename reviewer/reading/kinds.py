"""What a file is, told by its first bytes; and what to do with the kinds that are not read."""

from __future__ import annotations

from reviewer.model.words import Words
from reviewer.reading.compound import Compound
from reviewer.reading.decoding import decode
from reviewer.reading.unreadable import Unreadable

_TO_DOCX = Words("simpan sebagai .docx, lalu ulangi", "save it as .docx and try again")
_COPY_TO_DOCX = Words(
    "buka di Word lalu simpan sebagai .docx, atau simpan teksnya sebagai .txt, lalu ulangi",
    "open it in Word and save it as .docx, or save its text as .txt, and try again",
)
_TO_HTML = Words("simpan sebagai .html atau .docx, lalu ulangi", "save it as .html or .docx and try again")
_PICTURE = Words(
    "ketik atau kenali teksnya (OCR) lalu simpan sebagai .docx",
    "type its text, or have it recognised (OCR), and save it as .docx",
)
_UNPACK = Words("keluarkan dahulu berkas draf dari dalamnya", "take the draft out of it first")
_PASSWORD = Words(
    "buka di Word atau Excel, hapus kata sandinya (File > Info > Protect), simpan, lalu ulangi",
    "open it in Word or Excel, remove the password (File > Info > Protect), save it, and try again",
)

_UNSUPPORTED = {
    "odt": (Words("dokumen OpenDocument (.odt)", "an OpenDocument text (.odt)"), _TO_DOCX),
    "pptx": (Words("presentasi PowerPoint", "a PowerPoint presentation"), _COPY_TO_DOCX),
    "mht": (Words("arsip halaman web (.mht)", "a web page archive (.mht)"), _TO_HTML),
    "xml": (Words("berkas XML", "an XML file"), _COPY_TO_DOCX),
    "image": (Words("gambar", "a picture"), _PICTURE),
    "archive": (Words("arsip", "an archive"), _UNPACK),
    "ole": (Words("berkas Office lama", "an old Office file"), _TO_DOCX),
}

_MAGIC = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"PK\x07\x08", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"), (b"\x89PNG\r\n", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"II*\x00", "image"),
    (b"MM\x00*", "image"), (b"\x1f\x8b", "archive"), (b"7z\xbc\xaf\x27\x1c", "archive"), (b"Rar!\x1a\x07", "archive"),
    (b"BZh9", "archive"), (b"\xfd7zXZ\x00", "archive"),
)  # fmt: skip

_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
"""In the first part of an OpenDocument text, which is stored as it is (OpenDocument 1.3 part 2, 3.3)."""
_HTML = (b"<!doctype html", b"<html", b"<head>", b"<body", b"<meta ")
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 4096
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1a\x1b"))


def kind_of(data: bytes) -> str:
    """ "text", "html", "pdf", "zip" (any Office file or archive), "xls", "doc", "rtf", "odt", or one that `refusal` explains."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return _ole_kind(data) if kind == "ole" else "odt" if data.startswith(_OPEN_TEXT, 30) else kind
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:2] == b"BM" and data[6:10] == bytes(4) or data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    if data.startswith(_WIDE_TEXT) or _is_unmarked_wide_text(data[:_SAMPLE]):
        return "text"
    if _is_garbage(data):
        return "garbage"
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"mime-version:"):
        return "mht"
    if head.startswith(_HTML) or head.startswith(b"<?xml") and b"<html" in head:
        return "html"
    return "xml" if head.startswith(b"<?xml") else "text"


_STREAMS = (("EncryptedPackage", "locked"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
"""What the program of an old Office file calls its main stream."""


def _ole_kind(data: bytes) -> str:
    """By the streams of its root: a workbook may hold a whole Word document as an object, and the other way round."""
    names = Compound(data).names
    for name, kind in _STREAMS:
        if name in names or not names and name.encode("utf-16-le") + b"\x00\x00" in data:
            return kind
    return "ole"


def _is_unmarked_wide_text(sample: bytes) -> bool:
    """UTF-16 without a mark holds a NUL beside almost every letter; the decoder knows it."""
    return b"\x00" in sample and "\x00" not in decode(sample).text


def _is_garbage(data: bytes) -> bool:
    """A NUL anywhere, or more control characters than a text could hold by accident."""
    return b"\x00" in data or (len(data) - len(data.translate(None, _CONTROLS))) * 50 > len(data)


def refusal(kind: str) -> Unreadable:
    """Why a file of this kind is not read, and what to do instead."""
    if kind == "locked":
        template = Words("dokumen terkunci kata sandi; {advice}", "the document is protected by a password; {advice}")
        return Unreadable(template.format(advice=_PASSWORD))
    if kind in _UNSUPPORTED:
        what, advice = _UNSUPPORTED[kind]
        template = Words("{what} belum dapat dibaca; {advice}", "{what} cannot be read yet; {advice}")
        return Unreadable(template.format(what=what, advice=advice))
    return Unreadable(
        Words(
            "bukan teks dan bukan dokumen yang dikenal, atau rusak; berikan draf .docx, .pdf, .xlsx, .txt, .md, .yaml, "
            "atau .json",
            "neither text nor a known document, or damaged; give a draft as .docx, .pdf, .xlsx, .txt, .md, .yaml or .json",
        )
    )
