"""Office files that are the same bytes whenever they are written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

WHEN = datetime(2026, 2, 20, 8, 0, 0)


def dated(package: bytes, change: Callable[[str, bytes], bytes] = lambda _, content: content) -> bytes:
    """The same package with its parts in order, one date on all of them, and the content that `change` makes of each."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, date_time=WHEN.timetuple()[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, change(name, source.read(name)))
    return out.getvalue()
