"""Tables of contents: titles with their pages, which are no tables of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.model.document import Cell

_PAGE = re.compile(r"(?:\d{1,4}|[ivxlcIVXLC]{1,7})?")
_HEADING = re.compile(r"\W*(?:DAFTAR\s+\w+|TABLE\s+OF\s+CONTENTS|CONTENTS)\W*", re.IGNORECASE)
_LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\.\s){4,}")


def heads(text: str) -> bool:
    """True for "DAFTAR ISI", "DAFTAR TABEL" and the like."""
    return len(text) < 60 and bool(_HEADING.fullmatch(text))


def is_list(rows: Sequence[Sequence[Cell]], before: str) -> bool:
    """True for lines that are a title and, last, a page. `before` is the paragraph above them."""
    if any(sum(1 for cell in row if cell.text) > 3 for row in rows):
        return False
    if not all(_PAGE.fullmatch(row[-1].text.strip(".… ")) for row in rows):
        return False
    if heads(before) or any(heads(row[0].text) for row in rows[:2]):
        return True
    leaders = sum(1 for row in rows if any(_LEADERS.search(cell.text) for cell in row))
    return leaders * 2 >= len(rows)
