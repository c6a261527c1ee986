"""A PDF is opened, or refused in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reviewer.model.words import Words
from reviewer.reading.guard import too_much
from reviewer.reading.limits import Limits
from reviewer.reading.unreadable import Unreadable

DAMAGED = Words(
    "berkas PDF terpotong atau rusak; salin atau unduh kembali, atau buat ulang dari Word",
    "the PDF file is cut off or damaged; copy or download it again, or make it anew from Word",
)
_LOCKED = Words(
    "berkas PDF terkunci kata sandi; simpan salinannya tanpa kata sandi (cetak ke PDF), lalu ulangi",
    "the PDF file is protected by a password; save a copy without one (print to PDF) and try again",
)
_LOCKS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[pdfium.PdfDocument]:
    """The PDF in these bytes. Raises `Unreadable` where it is locked, damaged, or has too many pages."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        raise Unreadable(_LOCKED if problem.err_code in _LOCKS else DAMAGED) from problem
    try:
        pages = len(pdf)
        if pages == 0:
            raise Unreadable(DAMAGED)
        if pages > limits.pages:
            raise too_much("pages", f"{limits.pages}", "jumlah halaman", "number of pages")
        yield pdf
    finally:
        pdf.close()
