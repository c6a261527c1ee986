"""STR: sections of the body against each other and against the table of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.checking.base import Check, Example
from reviewer.model import Heading, Paragraph, Problem, Report, Severity, Spot, Words
from reviewer.model.titles import same_word

_REASON = Words(
    "Penomoran yang urut dan daftar isi yang cocok membuat pembaca menemukan bagian yang dirujuk.",
    "Numbering in order and contents that agree let readers find the sections referred to.",
)
_FUNCTION = frozenset("dan di pada tahun yang serta atas dari untuk dengan".split())


def _whole(report: Report, block: int) -> Spot:
    held = report.document.blocks[block]
    return Spot(block, start=0, end=len(held.text) if isinstance(held, Paragraph) else 0)


class SectionLetters(Check):
    """A letter numbers one section of a chapter."""

    code = "STR006"
    name = "section-letters"
    severity = Severity.INFO
    title = Words("Huruf subbab ganda atau terlompati", "A section letter used twice or skipped")
    reason = _REASON
    docs = Words(
        "Subbab berhuruf (A, B, C …) dalam satu bab yang memakai huruf yang sudah dipakai, tanpa judul tingkat lain di "
        "antaranya: salah satunya semestinya huruf berikut atau tingkat di bawahnya. Begitu pula satu huruf yang terlompati "
        "(A, B, D), bila tidak ada baris yang diawali huruf itu.",
        "A lettered section (A, B, C …) of a chapter that uses a letter again, with no heading of another level between: one "
        "of them should carry the next letter or stand a level below. So is one letter that is skipped (A, B, D), where no line "
        "begins with it.",
    )
    messages = {
        "found": Words(
            "Huruf {letter} sudah dipakai dalam bab ini (“{first}”); di sini lagi “{stated}”.",
            "The letter {letter} is already used in this chapter (“{first}”); here it is again “{stated}”.",
        ),
        "gap": Words(
            "Huruf subbab melompat dari {before} ke {letter} (“{stated}”).",
            "The letters of the sections jump from {before} to {letter} (“{stated}”).",
        ),
    }
    _TEXT = "Teks yang cukup panjang untuk sebuah paragraf biasa dalam bab ini.\n\n"
    good = (
        Example(
            f"BAB I\nPENDAHULUAN\n\nA. Latar Belakang\n\n{_TEXT}B. Maksud\n\n{_TEXT}BAB II\nPERENCANAAN\n\nA. Rencana\n\n{_TEXT}"
        ),
        Example(
            f"BAB III\nAKUNTABILITAS\n\n3.1 Capaian\n\n{_TEXT}A. Sasaran Satu\n\n{_TEXT}3.2 Anggaran\n\n{_TEXT}"
            f"A. Belanja Pegawai\n\n{_TEXT}"
        ),
        Example(
            f"BAB III\nAKUNTABILITAS\n\nA. Pengukuran Kinerja\n\n{_TEXT}B. Realisasi Anggaran\n\n{_TEXT}C. Efisiensi: "
            f"pemakaian sumber daya yang ada pada dinas dalam satu tahun anggaran.\n\n{_TEXT}D. Prestasi\n\n{_TEXT}"
        ),
    )
    bad = (
        Example(
            f"BAB III\nAKUNTABILITAS\n\nA. Pengukuran Kinerja\n\n{_TEXT}A. Belanja Operasi\n\n{_TEXT}B. Belanja Modal\n\n"
            + _TEXT,
            "A. Belanja Operasi",
        ),
        Example(
            f"BAB III\nAKUNTABILITAS\n\nA. Pengukuran Kinerja\n\n{_TEXT}B. Realisasi Anggaran\n\n{_TEXT}D. Efisiensi\n\n"
            + _TEXT,
            "D. Efisiensi",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        yield from self._twice(report)
        chapter: list[Heading] = []
        for heading in report.outline:
            if heading.level == 1:
                chapter = []
            elif heading.level == 2:
                if chapter and (problem := self._skipped(report, chapter, heading)):
                    yield problem
                chapter.append(heading)

    def _skipped(self, report: Report, chapter: Sequence[Heading], heading: Heading) -> Problem | None:
        """A letter left out right before a heading, in a chapter whose sections are lettered from A on without a gap."""
        letters = "".join(h.number for h in chapter)
        if letters != "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[: len(chapter)] or len(chapter) > 24:
            return None
        lost = chr(ord(letters[-1]) + 1)
        between = report.document.blocks[chapter[-1].block + 1 : heading.block]
        begins = re.compile(rf"\W*{lost}\s*[.)]")
        found = any(
            begins.match(b.shown if isinstance(b, Paragraph) else " ".join(c.text for c in row))
            for b in between
            for row in (((),) if isinstance(b, Paragraph) else b.rows)
        )
        if heading.number != chr(ord(lost) + 1) or found:
            return None
        return Problem(
            _whole(report, heading.block),
            "gap",
            stated=f"{heading.number}. {heading.title}",
            params=(("before", letters[-1]), ("letter", heading.number)),
            evidence=(_whole(report, chapter[-1].block),),
            content=(letters[-1], heading.number),
        )

    def _twice(self, report: Report) -> Iterator[Problem]:
        run: dict[str, Heading] = {}
        chapter = False
        for heading in report.outline:
            if not re.fullmatch("[A-Z]", heading.number) or heading.level != 2:
                run, chapter = {}, heading.number.startswith("BAB ")
                continue
            first = run.setdefault(heading.number, heading)
            if chapter and first is not heading and first.title.lower() != heading.title.lower():
                yield Problem(
                    _whole(report, heading.block),
                    stated=f"{heading.number}. {heading.title}",
                    params=(("letter", heading.number), ("first", f"{first.number}. {first.title}")),
                    evidence=(_whole(report, first.block),),
                    content=(heading.number, heading.title),
                )
                return


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table of contents."""

    number: str
    words: tuple[str, ...]
    title: str
    page: str
    spot: Spot


_LINE = re.compile(
    r"^\s*(?P<number>(?:bab\s+[ivxlc\d]+|[A-Z]|[a-z]|[IVX]+|\d+(?:\.\d+)*)[.)]?(?=\s))?\s*(?P<title>.*?)"
    r"[\s.…·_\t]*(?P<page>\b(?:\d{1,3}|[ivxlc]{1,6}))?\s*$",
    re.IGNORECASE | re.DOTALL,
)


def _entries(report: Report) -> list[_Entry]:
    """The lines of the table of contents itself; lists of tables and figures are others."""
    found: list[_Entry] = []
    listing = True
    for block in report.contents:
        held = report.document.blocks[block]
        if not isinstance(held, Paragraph):
            continue
        title = re.sub(r"[^a-z ]", "", held.text.lower()).strip()
        if title.startswith("daftar ") and not re.search(r"\d\s*$", held.text):
            listing = title == "daftar isi"
            continue
        match = _LINE.match(held.text) if listing else None
        if match is None or not match["title"].strip():
            continue
        number = re.sub(r"^bab\s+", "BAB ", (match["number"] or "").rstrip(".)"), flags=re.IGNORECASE)
        words = _words(match["title"])
        if words:
            found.append(_Entry(number, words, match["title"].strip(), match["page"] or "", _whole(report, block)))
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(w for w in re.findall(r"[a-z]+", text.lower()) if w not in _FUNCTION)


def _same(a: Sequence[str], b: Sequence[str]) -> bool:
    return len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True))


def _style(number: str) -> str:
    """ "A" for capitals, "1" for digits; dots count."""
    return (
        "" if not number else "1" * (number.count(".") + 1) if number[0].isdigit() else "A" if number.isupper() else "a"
    )


class ContentsNumbers(Check):
    """A section has one number in the body and in the contents."""

    code = "STR007"
    name = "contents-numbers"
    severity = Severity.INFO
    title = Words("Penomoran daftar isi lain dari batang tubuh", "Contents number sections otherwise than the body")
    reason = _REASON
    docs = Words(
        "Subbab yang judulnya sama dalam daftar isi dan batang tubuh tetapi bernomor lain (1. Latar Belakang, A. Latar "
        "Belakang). Dilaporkan sekali untuk semua, bila sedikitnya dua.",
        "Sections of the same title in contents and body under another number (1. Latar Belakang, A. Latar Belakang). "
        "Reported once for all, where there are two or more.",
    )
    messages = {
        "found": Words(
            "Daftar isi menomori “{title}” {stated}, batang tubuh {expected}; begitu pula {count} subbab lain.",
            "The contents number “{title}” {stated}, the body {expected}; so do {count} other sections.",
        ),
    }
    _BODY = (
        "KATA PENGANTAR\n\nTeks pengantar yang cukup panjang untuk sebuah paragraf biasa.\n\nBAB I\nPENDAHULUAN\n\n"
        "A. Latar Belakang\n\nTeks.\n\nB. Maksud dan Tujuan\n\nTeks.\n\nC. Sumber Daya\n\nTeks.\n\nBAB II\nPENUTUP\n\nTeks.\n"
    )
    _LIST = (
        "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\n{0} Latar Belakang\t1\n{1} Maksud dan Tujuan\t2\n{2} Sumber Daya\t3\nBAB II PENUTUP"
        "\t5\n\n"
    )
    good = (Example(_LIST.format("A.", "B.", "C.") + _BODY), Example(_LIST.format("", "", "") + _BODY))
    bad = (Example(_LIST.format("1.", "2.", "3.") + _BODY, "Latar Belakang"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        odd: list[tuple[_Entry, Heading]] = []
        for entry in _entries(report):
            own = [h for h in report.outline if _same(_words(h.title), entry.words) and not h.number.startswith("BAB")]
            if not entry.number or entry.number.startswith("BAB") or len(own) != 1 or not own[0].number:
                continue
            if own[0].number.strip(".") != entry.number.strip(".") and len(entry.words) <= 12:
                odd.append((entry, own[0]))
        if len(odd) < 2:
            return
        entry, heading = odd[0]
        yield Problem(
            entry.spot,
            stated=entry.number,
            expected=heading.number,
            params=(("title", entry.title), ("count", str(len(odd) - 1))),
            evidence=tuple(s for e, h in odd for s in (e.spot, _whole(report, h.block)) if s != entry.spot),
            group=True,
            content=tuple(e.number + h.number for e, h in odd),
        )


class ContentsTitles(Check):
    """A section has one title in the body and in the contents."""

    code = "STR008"
    name = "contents-titles"
    severity = Severity.INFO
    title = Words("Judul dalam daftar isi lain dari batang tubuh", "A title in the contents is not that of the body")
    reason = _REASON
    docs = Words(
        "Subbab yang berdiri di antara tetangga yang sama dan bernomor sama dalam daftar isi dan batang tubuh, tetapi "
        "judulnya memuat kata lain. Judul yang hanya dipendekkan dalam daftar isi dibiarkan.",
        "A section that stands beside the same neighbour under the same number in contents and body, but whose title has "
        "other words. A title merely shortened in the contents is left alone.",
    )
    messages = {
        "found": Words(
            "Dalam daftar isi judulnya “{stated}”, dalam batang tubuh “{expected}”.",
            "In the contents the title is “{stated}”, in the body “{expected}”.",
        ),
    }
    good = (Example(ContentsNumbers._LIST.format("A.", "B.", "C.").replace("dan Tujuan", "") + ContentsNumbers._BODY),)
    bad = (
        Example(
            ContentsNumbers._LIST.format("A.", "B.", "C.").replace("Maksud dan Tujuan", "Maksud dan Manfaat Tujuan")
            + ContentsNumbers._BODY,
            "Maksud dan Manfaat",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        entries = _entries(report)
        for i, entry in enumerate(entries):
            if (
                not entry.number
                or entry.number.startswith("BAB")
                or any(_same(_words(h.title), entry.words) for h in report.outline)
            ):
                continue
            for j, heading in enumerate(report.outline):
                if heading.number.strip(".") != entry.number.strip(".") or not _beside(entries, i, report.outline, j):
                    continue
                if _other(entry.words, _words(heading.title)):
                    yield Problem(
                        entry.spot,
                        stated=entry.title,
                        expected=heading.title,
                        evidence=(_whole(report, heading.block),),
                        content=(entry.title, heading.title),
                    )
                    break


def _beside(entries: Sequence[_Entry], i: int, outline: Sequence[Heading], j: int) -> bool:
    """Whether the neighbour before or after is the same section."""
    for step in (-1, 1):
        if 0 <= i + step < len(entries) and 0 <= j + step < len(outline):
            near, heading = entries[i + step], outline[j + step]
            if (
                _same(near.words, _words(heading.title))
                and near.number
                and _style(near.number) == _style(heading.number)
            ):
                return True
    return False


def _other(entry: Sequence[str], heading: Sequence[str]) -> bool:
    """Whether the titles share most words and the contents have one that the body has not."""
    shared = [w for w in entry if any(same_word(w, other) for other in heading)]
    return len(shared) < len(entry) and len(shared) * 2 >= max(len(entry), 2) and bool(shared)


class ContentsPages(Check):
    """The contents give the page on which a section stands."""

    code = "STR009"
    name = "contents-pages"
    severity = Severity.INFO
    title = Words("Halaman dalam daftar isi tidak cocok", "A page in the contents does not agree")
    reason = _REASON
    docs = Words(
        "Dalam naskah berhalaman (PDF): halaman yang disebut daftar isi dibandingkan dengan halaman tempat judul itu berdiri. "
        "Selisih yang sama untuk semua judul (halaman depan bernomor lain) bukan kesalahan; yang dilaporkan adalah judul yang "
        "menyimpang dari selisih itu, bila sebagian besar cocok.",
        "In a draft with pages (PDF): the page the contents give is compared with the page on which the title stands. A "
        "difference common to all titles (front pages numbered otherwise) is no mistake; reported are titles that depart "
        "from it where most agree.",
    )
    messages = {
        "found": Words(
            "Daftar isi menyebut “{title}” pada halaman {stated}, padahal berdiri pada halaman {expected}.",
            "The contents put “{title}” on page {stated}, but it stands on page {expected}.",
        ),
    }
    _PAGED = (
        "DAFTAR ISI\n\nA. Latar Belakang\t1\nB. Maksud dan Tujuan\t2\nC. Sumber Daya\t3\nD. Isu Strategis\t4\n"
        "E. Sistematika Laporan\t{}\n\nKATA PENGANTAR\n\nTeks pengantar yang cukup panjang untuk sebuah paragraf biasa.\n\f"
        "A. Latar Belakang\n\nTeks.\n\fB. Maksud dan Tujuan\n\nTeks.\n\fC. Sumber Daya\n\nTeks.\n\f"
        "D. Isu Strategis\n\nTeks.\n\fE. Sistematika Laporan\n\nTeks.\n"
    )
    good = (Example(_PAGED.format(5)),)
    bad = (Example(_PAGED.format(9), "Sistematika Laporan"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        if report.document.format not in ("pdf", "txt"):  # elsewhere a page is known roughly at best
            return
        found: list[tuple[_Entry, Heading, int]] = []
        for entry in _entries(report):
            own = [h for h in report.outline if _same(_words(h.title), entry.words)]
            page = _page(report, own[0].block) if len(own) == 1 else None
            if page is not None and entry.page.isdigit():
                found.append((entry, own[0], page))
        if not found:
            return
        (offset, right), *_ = Counter(page - int(entry.page) for entry, _, page in found).most_common(1)
        if right < 4 or (len(found) - right) * 3 > right:
            return
        for entry, heading, page in found:
            if page - int(entry.page) != offset:
                yield Problem(
                    entry.spot,
                    stated=entry.page,
                    expected=str(page - offset),
                    params=(("title", entry.title),),
                    evidence=(_whole(report, heading.block),),
                )


def _page(report: Report, block: int) -> int | None:
    """The page as printed on it, else as counted."""
    place = report.place(Spot(block))
    return int(place.page_label) if place.page_label and place.page_label.isdigit() else place.page
