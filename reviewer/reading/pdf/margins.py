"""Running headers and footers, and the page numbers printed in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from reviewer.reading.pdf.lines import Line

_TOP, _BOTTOM = 0.16, 0.2
"""Parts of a page's height in which they stand; the lower margin of a page laid across is wide."""
_LINES = 4
"""Lines at either end of a page that may be running."""
_SHIFT = 8.0
"""Points by which they may stand higher or lower from page to page."""
_LEAST = 3
"""Pages that a running line stands on; fewer where the draft has fewer."""
_WORDY = 10
"""Characters from which on a line tells itself from others."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_TOKEN = re.compile(r"(?<![\w.,/])(?P<prefix>[A-Z]{1,5}\s?[-–.]\s?)?(?P<number>\d{1,4}|[ivxlc]{1,7})(?![\w.,/]*\w)")
_STEADY = 0.7
"""Part of the pages on which a printed number must follow the page before."""


class Candidate(NamedTuple):
    """A line at the top or bottom of a page."""

    page: int
    role: Literal["header", "footer"]
    line: Line


@dataclass(frozen=True, slots=True)
class Margins:
    running: tuple[Candidate, ...]
    labels: dict[int, str]
    """Printed page numbers by page."""


def near_edge(middle: float, height: float) -> bool:
    """Whether what stands at this height of a page may be of a running line."""
    return middle < _TOP * height or middle > (1 - _BOTTOM) * height


def candidates(page: int, height: float, lines: Sequence[Line]) -> list[Candidate]:
    """Lines of a page that could be running; `lines` are those outside its tables, from the top down."""
    head = [Candidate(page, "header", line) for line in lines[:_LINES] if line.bottom < _TOP * height]
    foot = [Candidate(page, "footer", line) for line in lines[-_LINES:] if line.top > (1 - _BOTTOM) * height]
    return head + foot


def margins_of(found: Sequence[Candidate], pages: int) -> Margins:
    """Those of the candidates that stand alike on several pages."""
    least = max(2, min(_LEAST, pages - 1))
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.role, _shape(candidate.line.text)].append(candidate)
    running: list[Candidate] = []
    for (_, shape), group in groups.items():
        steady = [level for level in _levels(group) if len({candidate.page for candidate in level}) >= least]
        # Words that run on other pages run here, too, though a page of another size holds them higher or lower.
        running += group if steady and len(shape) >= _WORDY else [c for level in steady for c in level]
    labels = _labels(groups, running, pages)
    return Margins(tuple(sorted(running, key=lambda c: (c.page, c.line.top))), labels)


def _shape(text: str) -> str:
    """A line without its blanks and page numbers."""
    return "".join(_TOKEN.sub("#", text).split()).casefold()


def _levels(group: list[Candidate]) -> list[list[Candidate]]:
    """Candidates of one text by the height they stand at."""
    found: list[list[Candidate]] = []
    for candidate in sorted(group, key=lambda c: c.line.middle):
        if found and candidate.line.middle - found[-1][-1].line.middle <= _SHIFT:
            found[-1].append(candidate)
        else:
            found.append([candidate])
    return found


class _Number(NamedTuple):
    prefix: str
    value: int
    text: str


def _labels(groups: dict[tuple[str, str], list[Candidate]], running: Sequence[Candidate], pages: int) -> dict[int, str]:
    """The printed number of each page, where the running lines hold one that counts pages."""
    kept = set(map(id, running))
    best: dict[int, _Number] = {}
    for role in ("footer", "header"):
        places: dict[int, dict[int, _Number]] = defaultdict(dict)
        for (own, shape), group in groups.items():
            if own != role or "#" not in shape:
                continue
            for candidate in group:
                if id(candidate) in kept:
                    for k, number in enumerate(_numbers(candidate.line.text)):
                        places[k if shape != "#" else 0].setdefault(candidate.page, number)
        for numbers in places.values():
            if _counts_pages(numbers) and len(numbers) > len(best):
                best = numbers
    if all(number.text == str(page) for page, number in best.items()):
        return {}
    return _filled(best, pages)


def _numbers(text: str) -> list[_Number]:
    found = []
    for match in _TOKEN.finditer(text):
        digits = match["number"]
        value = int(digits) if digits.isdigit() else _roman(digits)
        prefix = match["prefix"] or ""
        if value:
            kind = "roman" if not digits.isdigit() else ""
            found.append(_Number(kind + "".join(prefix.split()), value, "".join(match.group().split())))
    return found


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in pairwise([*values, 0]))


def _counts_pages(numbers: dict[int, _Number]) -> bool:
    """Whether printed numbers go up with the pages; a chapter may begin anew."""
    pairs = list(pairwise(sorted(numbers.items())))
    if not pairs:
        return False
    steady = sum(1 for (p, a), (q, b) in pairs if a.prefix == b.prefix and b.value - a.value == q - p)
    anew = sum(1 for (_, a), (_, b) in pairs if a.prefix != b.prefix)
    distinct = Counter(number.text for number in numbers.values()).most_common(1)[0][1]
    return steady >= _STEADY * (len(pairs) - anew) and steady > 0 and distinct <= 2


def _filled(numbers: dict[int, _Number], pages: int) -> dict[int, str]:
    """Numbers of pages that print none between two that count on over them."""
    labels = {page: number.text for page, number in numbers.items()}
    for (p, a), (q, b) in pairwise(sorted(numbers.items())):
        if a.prefix == b.prefix and b.value - a.value == q - p and a.text.endswith(str(a.value)):
            stem = a.text[: -len(str(a.value))]
            labels.update({page: f"{stem}{a.value + page - p}" for page in range(p + 1, q)})
    return {page: label for page, label in labels.items() if 1 <= page <= pages}
