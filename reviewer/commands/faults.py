"""A fault of the program, in a line."""

from __future__ import annotations

import os

from reviewer.model import Words

_FAULT = Words(
    "kesalahan program di {where} ({error}); jalankan dengan REVIEWER_DEBUG=1 untuk rinciannya",
    "a fault of the program at {where} ({error}); run with REVIEWER_DEBUG=1 for the details",
)


def fault(error: Exception) -> Words:
    """What and where, so that it can be reported."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f"{os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}" if at else "?"
    return _FAULT.format(where=where, error=f"{type(error).__name__}: {error}")
