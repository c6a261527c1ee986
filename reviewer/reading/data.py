"""Report data (YAML, JSON) as a draft: the tree of what was written, and the headings and tables that show it.

The form is described in docs/data.md.
"""

from __future__ import annotations

import hashlib

from reviewer.model.document import Document
from reviewer.model.words import Words
from reviewer.reading.data_blocks import blocks_of
from reviewer.reading.decoding import decode
from reviewer.reading.unreadable import Unreadable

__all__ = ["read"]

_EMPTY = Words(
    "berkas tidak memuat data; isilah menurut docs/data.md",
    "the file holds no data; fill it in as docs/data.md says",
)
_NO_MAP = Words(
    "isinya bukan data laporan, yang ditulis sebagai “kunci: nilai” (lihat docs/data.md)",
    "this is not report data, which is written as “key: value” (see docs/data.md)",
)


def read(data: bytes, path: str, format: str) -> Document:
    """The report data in the bytes of a file; `format` is "yaml" or "json".

    Numbers are exact: nothing passes through floating point. Raises `Unreadable`, with line and column where the
    syntax is wrong.
    """
    decoded = decode(data)
    if format == "json":
        from reviewer.reading.data_json import parse_json

        root = parse_json(decoded.text)
    else:
        from reviewer.reading.data_yaml import parse_yaml

        root = parse_yaml(decoded.text)
    if root is None or root.value is None or root.value == ():
        raise Unreadable(_EMPTY)
    if root.kind != "map":
        raise Unreadable(_NO_MAP)
    return Document(
        path=path,
        format=format,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks_of(root),
        notices=decoded.notices,
        data=root,
    )
