"""Workbooks and tables of values: .xlsx, .xlsb, .xls, .ods, and delimited text.

Every sheet becomes a heading with its name, paragraphs, and its tables; a `Place` names sheet and cell.
"""

from __future__ import annotations

from reviewer.model.document import Document
from reviewer.reading.guard import Archive
from reviewer.reading.limits import LIMITS, Limits

__all__ = ["read_workbook", "read_xls"]


def read_workbook(kind: str, archive: Archive, data: bytes, limits: Limits = LIMITS) -> Document:
    """The document in an opened workbook ("xlsx", "xlsb" or "ods") and its bytes; `path` and `sha256` are left empty.

    Raises `Unreadable` where it is broken or beyond a limit.
    """
    if kind == "xlsx":
        from reviewer.reading.sheets import xlsx

        return xlsx.read_archive(archive, limits)
    if kind == "ods":
        from reviewer.reading.sheets import ods

        return ods.read_archive(archive, limits)
    from reviewer.reading.sheets import xlsb

    xlsb.check(archive, limits)
    return _values(data, kind, limits)


def read_xls(data: bytes, limits: Limits = LIMITS) -> Document:
    """The same for the bytes of an .xls."""
    return _values(data, "xls", limits)


def _values(data: bytes, kind: str, limits: Limits) -> Document:
    from reviewer.reading.sheets import values

    return values.read(data, kind, limits)
