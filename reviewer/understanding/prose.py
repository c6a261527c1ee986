"""Running text: sentences with their figures, and lists with what introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.model import Block, Figure, Item, ItemList, Paragraph, Sentence, Spelled, Spot
from reviewer.model.numberwords import in_words, looks_spelled, read_words
from reviewer.understanding.numbers import figures_in
from reviewer.understanding.text import flat

_ABBREVIATION = re.compile(
    r"(?:\b(?:Rp|No|Kab|Kec|Prov|dkk|dll|dsb|dst|tgl|hlm|hal|Jl|Dr|Drs|Ir|H|Hj|S|M|Plt|Sdr|Th|TA|a\.n|u\.b|Tk|Gol|Ke|"
    r"sbb|ttg|Nip|NIP|SH|MM)|\b[A-Z]|\d\s*)\.$"
)
_AFTER_AMOUNT = re.compile(r"(?:[.,]\d{2,3}|\b(?:19|20)\d\d)\.$")
"""A full stop after an amount or a year ends its sentence where no digit follows; after "1." it may not."""
_END = re.compile(r"[.!?](?:[\"”')]+)?(?=\s+[\"“'(]*[A-Z0-9]|[A-Z][a-z])|\n")
_NAMES_A_NUMBER = re.compile(
    r"\b(?:tahun|th|t\.?a|nomor|nomer|no|pasal|ayat|tabel|table|gambar|grafik|bagan|bab|lampiran|huruf|butir|poin|"
    r"angka|triwulan|tw|semester|tanggal|tgl|"
    r"nip|hlm|halaman|hal|jl|jalan|telp|telepon|fax|fak|kode|km|rt|rw|seri|edisi|ke|kelas|pukul|jam|covid|versi|"
    r"tingkat|tipe)\s*[.:]?\s*$",
    re.IGNORECASE,
)
_AROUND = 200
"""Characters before and after a figure that tell what it is; a sentence may be a million long."""
_LONGEST = 10_000
"""Characters of a sentence; a text without full stops would have one of millions."""
_IN_BRACKETS = re.compile(r"\s*,?-?\s*\(\s*(?P<words>[A-Za-z][A-Za-z\s\-]{2,300}?)\s*\)")
_MONTH = re.compile(
    r"^\s*(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|"
    r"desember)\b",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"^(?P<dash>[-–•·▪*o]\s+)?(?:(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]|[a-z]|[ivx]{1,5}|"
    r"[IVX]{1,5})\s*[.)](?=\s*\D|\s*$)\s*)?(?P<rest>.*)$",
    re.S,
)


def sentences_of(paragraph: Paragraph, block: int, heading: tuple[str, ...]) -> Iterator[Sentence]:
    """The sentences of a paragraph, each with the figures that are quantities."""
    text = paragraph.text
    start = 0
    cuts = [
        m.end()
        for m in _END.finditer(text)
        if not _ABBREVIATION.search(before := text[max(0, m.start() - 12) : m.start() + 1])
        or (_AFTER_AMOUNT.search(before) and re.match(r"\s+[A-Z][a-z]", text[m.end() : m.end() + 8]))
    ]
    for end in _within(text, [*cuts, len(text)]):
        piece = text[start:end]
        if piece.strip():
            spot = Spot(block, start=start, end=end)
            figures = tuple(_quantities(piece, spot))
            yield Sentence(piece, spot, figures, heading, tuple(_spelled(piece, spot, figures)))
        start = end


def _within(text: str, ends: Sequence[int]) -> Iterator[int]:
    """The ends of sentences, and further ones where a sentence would be longer than any: at a blank, where there is one."""
    start = 0
    for end in ends:
        while end - start > _LONGEST:
            blank = max(text.rfind(sign, start + 1, start + _LONGEST) for sign in " \t\n")
            start = blank + 1 if blank > 0 else start + _LONGEST
            yield start
        yield end
        start = end


def _quantities(text: str, spot: Spot) -> Iterator[Figure]:
    marker = re.match(r"^\s*(?:[-–•·]\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zA-Z][.)])\s", text)
    after_marker = spot.start + (marker.end() if marker else 0)
    for figure in figures_in(text, Spot(spot.block, start=spot.start)):
        if figure.spot.start < after_marker:
            continue
        start, end = figure.spot.start - spot.start, figure.spot.end - spot.start
        before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
        if figure.unit not in ("%", "Rp") and not figure.scale:
            if _NAMES_A_NUMBER.search(before) or _MONTH.match(after):
                continue
            if re.search(r"[\d\w][/\-–=]\s*$", before) or re.match(r"\s*[/\-–=]\s*\d|/", after):
                continue
            if re.fullmatch(r"[-–−]?(?:19|20)\d\d", figure.text):
                continue
            if re.match(r"^\s*\d|\s+\.\s*\d", after) or re.search(r"\d\s+\.\s*$", before):
                continue
        yield figure


def _spelled(text: str, spot: Spot, figures: Sequence[Figure]) -> Iterator[Spelled]:
    """Numbers in words in the brackets right after a figure, whole numbers only."""
    for figure in figures:
        after = figure.spot.end - spot.start
        match = _IN_BRACKETS.match(text, after)
        if match is None or figure.scale or figure.value != figure.value.to_integral_value() or figure.value < 0:
            continue
        words = match["words"]
        if not looks_spelled(words):
            continue
        start, end = match.span("words")
        yield Spelled(
            figure,
            words.strip(),
            read_words(words),
            in_words(int(figure.value)),
            Spot(spot.block, spot.row, spot.col, spot.start + start, spot.start + end),
        )


def marker_of(paragraph: Paragraph) -> tuple[str, str, str] | None:
    """Number, style and text of a list item, None for other paragraphs."""
    if paragraph.number and paragraph.list_level is not None:
        number = paragraph.number.strip(" .)(")
        return number, _style(number), paragraph.text
    match = _MARKER.match(paragraph.text)
    if match is None or not (match["dash"] or match["number"]):
        return None
    number = match["number"] or ""
    if not match["rest"].strip():
        return None
    return number, _style(number) if number else "-", match["rest"]


def _style(number: str) -> str:
    if not number or not number[0].isalnum():
        return "-"
    if number[0].isdigit():
        return "1" + ".1" * number.count(".")
    if len(number) > 1 and set(number.lower()) <= set("ivx"):
        return "I" if number.isupper() else "i"
    return "A" if number.isupper() else "a"


def lists_of(blocks: Sequence[Block], skip: set[int]) -> tuple[ItemList, ...]:
    """Lists of the draft: runs of items; each level of a run is a list of its own."""
    found: list[ItemList] = []
    run: list[tuple[int, str, str, str]] = []
    lead: int | None = None
    before: int | None = None
    for i, block in enumerate([*blocks, None]):
        marker = marker_of(block) if isinstance(block, Paragraph) and i not in skip else None
        if marker is not None and len(marker[2]) < 700:
            if not run:
                lead = before
            run.append((i, *marker))
            continue
        if run:
            found += _levels(run, lead)
            run = []
        before = i if isinstance(block, Paragraph) else None
    return tuple(found)


def _levels(run: list[tuple[int, str, str, str]], lead: int | None) -> Iterator[ItemList]:
    """Split a run into lists by nesting style."""
    stack: list[str] = []
    open_lists: list[list[Item]] = []
    leads: list[int | None] = []
    done: list[tuple[int, ItemList]] = []

    def close(to: int) -> None:
        while len(stack) > to:
            stack.pop()
            items = open_lists.pop()
            done.append((items[0].block, ItemList(tuple(items), len(stack), leads.pop())))

    def open_list(style: str, outer: int | None) -> None:
        leads.append(open_lists[-1][-1].block if open_lists else outer)
        stack.append(style)
        open_lists.append([])

    for block, number, style, text in run:
        if style not in stack:
            open_list(style, lead if not done else None)
        else:
            depth = stack.index(style)
            close(depth + 1)
            if _restarts(open_lists[depth], number, style):
                close(depth)
                open_list(style, None)
        open_lists[-1].append(Item(number, style, flat(text), len(stack) - 1, block))
    close(0)
    yield from (entry for _, entry in sorted(done, key=lambda d: d[0]))


def _restarts(items: list[Item], number: str, style: str) -> bool:
    """A list that begins again at 1 or a is another list."""
    return bool(items) and style != "-" and number in ("1", "a", "A", "i", "I") and items[-1].number != ""
