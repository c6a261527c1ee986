"""PDFium's functions by address. What ctypes makes of pypdfium2's typed arguments costs more than what most of them do, and
they are called for every character and every point of a path.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def address(handle: Any) -> int:
    """Of what a handle of pypdfium2 points at."""
    return ctypes.cast(handle, _POINTER).value or 0


def _by_address(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


character_box = _by_address(raw.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
text_object = _by_address(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
font_of = _by_address(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
page_object = _by_address(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
form_object = _by_address(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
form_count = _by_address(raw.FPDFFormObj_CountObjects, _INT, _POINTER)
kind_of = _by_address(raw.FPDFPageObj_GetType, _INT, _POINTER)
bounds_of = _by_address(raw.FPDFPageObj_GetBounds, _INT, _POINTER, *[_POINTER] * 4)
draw_mode = _by_address(raw.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)
segments_of = _by_address(raw.FPDFPath_CountSegments, _INT, _POINTER)
segment_at = _by_address(raw.FPDFPath_GetPathSegment, _POINTER, _POINTER, _INT)
point_of = _by_address(raw.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
segment_kind = _by_address(raw.FPDFPathSegment_GetType, _INT, _POINTER)
matrix_of = _by_address(raw.FPDFPageObj_GetMatrix, _INT, _POINTER, _POINTER)
closes = _by_address(raw.FPDFPathSegment_GetClose, _INT, _POINTER)
