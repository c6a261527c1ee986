"""Places of a draft that are gone to by name: pages and headings."""

from __future__ import annotations

import re

from reviewer.model import Paragraph, Report, Spot
from reviewer.understanding.text import plain, words

_PAGE = re.compile(r"(?:hal|halaman|hlm|page|pg)\.?\s*(?:ke-?|nomor|no\.?|number)?\s*([\divxl]+)")
_BAB = re.compile(r"(?:bab|chapter)\s+([\divxl]+)")
_CALLED = re.compile(r"^(?:ke |to )?(?:bab|bagian|section|sub ?bab|sub ?bagian|judul|heading|subbagian)\s+")
_NEAR = 84
"""Of 100: a heading typed with slips."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def page_named(text: str) -> str:
    """The page that "hal 14" names, "" where no page is named."""
    found = _PAGE.fullmatch(plain(text))
    return found[1] if found else ""


def find_page(report: Report, page: str) -> Spot | None:
    """The beginning of a page: the one printed so, else the one that is so many from the start."""
    first: dict[str, Spot] = {}
    for index, block in enumerate(report.document.blocks):
        spot = Spot(index) if isinstance(block, Paragraph) else Spot(index, 0, 0)
        place = report.place(spot)
        if place.page_label:
            first.setdefault(f"label {place.page_label.casefold()}", spot)
        if place.page is not None:
            first.setdefault(f"page {place.page}", spot)
    return first.get(f"label {page}") or first.get(f"page {page}")


def pages(report: Report) -> int:
    """How many pages are known; 0 in formats without."""
    spots = (Spot(i) if isinstance(b, Paragraph) else Spot(i, 0, 0) for i, b in enumerate(report.document.blocks))
    return max((report.place(spot).page or 0 for spot in spots), default=0)


def find_heading(report: Report, text: str) -> tuple[Spot, str] | None:
    """The heading that is named by its number ("bab 2") or its words, slips allowed; None where none or several fit."""
    from rapidfuzz import fuzz

    found = _headings(report)
    wanted = _CALLED.sub("", plain(text))
    if chapter := _BAB.fullmatch(plain(text)):
        number = int(chapter[1]) if chapter[1].isdecimal() else 0
        names = {chapter[1], _ROMAN[number - 1] if 0 < number <= len(_ROMAN) else ""} - {""}
        return next(
            ((s, t) for s, t in found if words(t)[:1] == ("bab",) and words(t)[1:2] and words(t)[1] in names), None
        )
    asked = " ".join(words(wanted))
    if len(asked) < 4:
        return None
    fits = [(s, t) for s, t in found if asked == _bare(t)] or [(s, t) for s, t in found if asked in _bare(t)]
    if not fits:
        best = max((fuzz.ratio(asked, _bare(t)) for _, t in found), default=0)
        fits = [(s, t) for s, t in found if fuzz.ratio(asked, _bare(t)) == best and best >= _NEAR]
    return fits[0] if fits else None


def _headings(report: Report) -> list[tuple[Spot, str]]:
    """Every heading with its place, as the outline and the heading paths know them."""
    found = {" ".join(f"{h.number} {h.title}".split()): Spot(h.block) for h in report.outline}
    for block, path in enumerate(report.headings):
        for heading in path:
            found.setdefault(heading, Spot(block))
    return [(spot, heading) for heading, spot in found.items()]


def _bare(heading: str) -> str:
    """Its words without "BAB II", letters and numbers in front."""
    own = list(words(heading))
    if own[:1] == ["bab"]:
        own = own[2:]
    while len(own) > 1 and (own[0].isdigit() or len(own[0]) == 1):
        own = own[1:]
    return " ".join(own)
