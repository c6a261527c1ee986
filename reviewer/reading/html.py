"""Web pages (.html): what a reader of the page sees, without its scripts, its hidden parts and its menus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.model.document import Document, Notice
from reviewer.model.words import Words
from reviewer.reading.decoding import decode
from reviewer.reading.guard import damaged
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.struck import STRUCK

if TYPE_CHECKING:
    from reviewer.reading.html_blocks import Element

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,20})", re.IGNORECASE)
_WESTERN = re.compile(r"(?:us-)?ascii|latin-?1|(?:iso-?8859|windows|cp)-?(?:1|12\d\d|1[0-6]|[2-9])")
"""Encodings of one byte a character; those of a web page are always read as by a browser."""
_HEAD = 4096

_PICTURES = Words(
    "Isi {count} gambar tidak dibaca; tabel atau angka di dalamnya tidak diperiksa.",
    "The content of {count} pictures was not read; tables or figures inside them were not checked.",
)


def read(data: bytes, limits: Limits = LIMITS) -> Document:
    """The document in the bytes of a web page; `path` and `sha256` are left empty. Raises `Unreadable`.

    Nothing is fetched and nothing is run: styles, scripts, frames and pictures stay closed.
    """
    text, notices = _decoded(data)
    root = _parsed(text)
    if root is None:
        return Document("", "html", "", (), notices)
    from reviewer.reading.html_blocks import Page

    page = Page(limits)
    try:
        blocks = page.blocks(root)
    except RecursionError as problem:
        raise damaged("bersarang terlalu dalam", "nested too deeply") from problem
    if page.struck:
        notices = (*notices, Notice(STRUCK.format(count=page.struck)))
    if page.pictures:
        notices = (*notices, Notice(_PICTURES.format(count=page.pictures)))
    return Document("", "html", "", blocks, notices)


def _decoded(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text by its mark, by what the page declares, else as any text."""
    declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else ""
    if _WESTERN.fullmatch(name) and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        # Browsers read what calls itself Latin-1 as Windows-1252.
        western = name in ("ascii", "us-ascii") or name.startswith("latin") or name.endswith("8859-1")
        try:
            return data.decode("cp1252" if western else name, errors="replace"), ()
        except LookupError:
            pass
    decoded = decode(data)
    return decoded.text, decoded.notices


def _parsed(text: str) -> Element | None:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as problem:
        if "empty" in str(problem).lower():
            return None
        raise damaged("HTML di dalamnya", "the HTML inside it") from problem
    if any("depth" in entry.message for entry in parser.error_log):
        raise damaged("bersarang terlalu dalam", "nested too deeply")
    return root
