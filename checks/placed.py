"""STR and REF: numbers of sections, tables and references against the place where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reviewer.checking.base import Check, Example
from reviewer.model import Caption, Heading, Paragraph, Problem, Report, Severity, Spot, Words
from reviewer.model.titles import same_word

_REASON = Words(
    "Nomor subbab dan tabel menunjukkan babnya; nomor bab lain membuat rujukan salah alamat.",
    "The number of a section or table names its chapter; another chapter's number sends references astray.",
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def _whole(report: Report, block: int) -> Spot:
    held = report.document.blocks[block]
    return Spot(block, start=0, end=len(held.text) if isinstance(held, Paragraph) else 0)


def _chapters(report: Report) -> list[tuple[int, Heading, int]]:
    """Number, heading and end of each chapter that the body numbers; a later one of the same number holds the text, the
    earlier one is but its entry in an account of the outline."""
    found: dict[int, tuple[int, Heading, int]] = {}
    heads = [h for h in report.outline if h.number.startswith("BAB ")]
    for heading, after in zip(heads, (*heads[1:], None), strict=False):
        name = heading.number.removeprefix("BAB ")
        number = _ROMAN.get(name) or (int(name) if name.isdigit() else None)
        if number is not None:
            found[number] = (number, heading, after.block if after else len(report.document.blocks))
    return list(found.values())


class SectionChapter(Check):
    """A section's number begins with its chapter's."""

    code = "STR013"
    name = "section-chapter"
    severity = Severity.INFO
    title = Words("Nomor subbab milik bab lain", "A section's number is another chapter's")
    reason = _REASON
    docs = Words(
        "Subbab bernomor bertingkat (1.1, 1.2 …) di dalam bab lain (BAB II), bila tidak satu pun subbab bab itu bernomor menurut "
        "babnya sedangkan bab lain memakai penomoran per bab: sisa penomoran naskah lain. Satu temuan per bab.",
        "Sections numbered with dots (1.1, 1.2 …) inside another chapter (BAB II), where no section of that chapter has its "
        "chapter's number while other chapters number by chapter: left from another draft. One finding for each chapter.",
    )
    messages = {
        "found": Words(
            "Subbab {chapter} bernomor {stated}; semestinya {expected}.",
            "The sections of {chapter} are numbered {stated}; they should be {expected}.",
        ),
    }
    _TEXT = "Teks yang cukup panjang untuk sebuah paragraf biasa.\n\n"
    good = (
        Example(
            f"BAB I\nPENDAHULUAN\n\n1.1 Latar Belakang\n\n{_TEXT}1.2 Maksud\n\n{_TEXT}BAB II\nEVALUASI\n\n2.1 Evaluasi\n\n{_TEXT}"
            f"2.2 Isu\n\n{_TEXT}"
        ),
    )
    bad = (
        Example(
            f"BAB I\nPENDAHULUAN\n\n1.1 Latar Belakang\n\n{_TEXT}1.2 Maksud\n\n{_TEXT}BAB II\nEVALUASI\n\n1.1 Evaluasi\n\n{_TEXT}"
            f"1.2 Isu\n\n{_TEXT}BAB III\nPENUTUP\n\n{_TEXT}",
            "1.1",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        chapters = _chapters(report)
        dotted = {
            n: [h for h in _within(report, head, end) if re.fullmatch(r"\d+\.\d+", h.number)]
            for n, head, end in chapters
        }
        by_chapter = [n for n, own in dotted.items() if len(own) > 1 and all(h.number.startswith(f"{n}.") for h in own)]
        for number, heading, _ in chapters:
            own = dotted[number]
            if len(own) < 2 or not by_chapter or any(h.number.startswith(f"{number}.") for h in own):
                continue
            yield Problem(
                _whole(report, own[0].block),
                stated=", ".join(h.number for h in own[:4]),
                expected=", ".join(f"{number}.{h.number.partition('.')[2]}" for h in own[:4]),
                params=(("chapter", heading.number),),
                evidence=tuple(_whole(report, h.block) for h in own[1:]),
                group=True,
                content=(heading.number, *(h.number for h in own)),
            )


def _within(report: Report, head: Heading, end: int) -> list[Heading]:
    return [h for h in report.outline if head.block < h.block < end]


class TableChapter(Check):
    """A table's number begins with its chapter's."""

    code = "STR014"
    name = "table-chapter"
    severity = Severity.INFO
    title = Words("Nomor tabel milik bab lain", "A table's number is another chapter's")
    reason = _REASON
    docs = Words(
        "Tabel bernomor per bab (2.1, 2.2 …) yang berdiri di bab lain, bila di bab-bab lain nomor tabel mengikuti babnya. Satu "
        "temuan per bab; lampiran dibiarkan.",
        "Tables numbered by chapter (2.1, 2.2 …) that stand in another chapter, where in other chapters the tables follow "
        "theirs. One finding for each chapter; annexes are left alone.",
    )
    messages = {
        "found": Words(
            "Tabel {stated} berdiri di {chapter}; semestinya bernomor {expected}.",
            "Tabel {stated} stand in {chapter}; they should be numbered {expected}.",
        ),
    }
    _ROWS = "No\tUraian\tNilai\n1\tA\t2\n2\tB\t4\n\n"
    _TWO = f"BAB II\nEVALUASI\n\nTeks.\n\nTabel 2.1 Satu\n\n{_ROWS}Tabel 2.2 Dua\n\n{_ROWS}"
    good = (Example(f"{_TWO}BAB III\nHASIL\n\nTeks.\n\nTabel 3.1 Tiga\n\n{_ROWS}"),)
    bad = (Example(f"{_TWO}BAB III\nHASIL\n\nTeks.\n\nTabel 2.3 Tiga\n\n{_ROWS}Tabel 2.4 Empat\n\n{_ROWS}", "2.3"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        chapters = _chapters(report)
        tables: dict[int, list[Caption]] = defaultdict(list)
        for caption in report.captions:
            number = next((n for n, head, end in chapters if head.block < caption.block < end), None)
            if caption.kind == "table" and number is not None and re.fullmatch(r"\d+\.\d+", caption.number):
                tables[number].append(caption)
        right = [n for n, own in tables.items() if len(own) > 1 and all(c.number.startswith(f"{n}.") for c in own)]
        for number, own in tables.items():
            if not right or any(c.number.startswith(f"{number}.") for c in own) or _annexed(report, own[0]):
                continue
            yield Problem(
                _whole(report, own[0].block),
                stated=", ".join(c.number for c in own[:4]),
                expected=", ".join(f"{number}.{i}" for i in range(1, min(len(own), 4) + 1)),
                params=(("chapter", next(h.number for n, h, _ in chapters if n == number)),),
                evidence=tuple(_whole(report, c.block) for c in own[1:]),
                group=len(own) > 1,
                content=tuple(c.number for c in own),
            )


def _annexed(report: Report, caption: Caption) -> bool:
    path = report.headings[caption.block] if caption.block < len(report.headings) else ()
    return any(re.search(r"\blampiran\b", h, re.IGNORECASE) for h in path)


class TableAbove(Check):
    """The table named as above is the one above."""

    code = "REF003"
    name = "table-above"
    severity = Severity.WARNING
    title = Words("Tabel yang disebut di atas bernomor lain", "The table said to be above has another number")
    reason = Words(
        "Rujukan mengantar pembaca ke tabel yang membuktikan kalimatnya.",
        "A reference leads readers to the table that proves the sentence.",
    )
    docs = Words(
        "“Tabel 2.3 di atas” tepat di bawah tabel bernomor lain, sedangkan kalimatnya memakai kata-kata judul tabel itu dan "
        "bukan kata-kata judul tabel 2.3: nomornya tertinggal dari rujukan sebelumnya.",
        "“Tabel 2.3 di atas” right below a table of another number, where the sentence uses the words of that table's title and "
        "not those of table 2.3: the number is left from an earlier reference.",
    )
    messages = {
        "found": Words(
            "Yang dirujuk di atas adalah {stated}, tetapi kalimat ini membicarakan {expected} (“{caption}”).",
            "{stated} is referred to as above, but the sentence speaks of {expected} (“{caption}”).",
        ),
    }
    _ONE = "Tabel 2.1 Pencapaian Pelayanan Dinas\n\nNo\tUraian\tNilai\n1\tA\t2\n\nTeks tentang pelayanan dinas.\n\n"
    _NEXT = "Tabel 2.2 Telaahan Rancangan Awal Anggaran\n\nNo\tUraian\tNilai\n1\tB\t4\n\n"
    good = (
        Example(
            _ONE + _NEXT + "Berdasarkan telaahan rancangan awal sesuai Tabel 2.2 di atas, anggaran masih terbatas.\n"
        ),
        Example(_ONE + _NEXT + "Berbeda dari pencapaian pelayanan pada Tabel 2.1 di atas, anggaran masih terbatas.\n"),
    )
    bad = (
        Example(
            _ONE + _NEXT + "Berdasarkan telaahan rancangan awal sesuai Tabel 2.1 di atas, anggaran terbatas.\n",
            "Tabel 2.1",
        ),
    )
    _ABOVE = re.compile(
        r"\btabel\s*\.?\s*(?P<number>\d{1,2}\.\d{1,3})\.?\s*(?:tersebut\s*)?(?:di\s?atas)\b", re.IGNORECASE
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        captions = [c for c in report.captions if c.kind == "table" and c.table is not None]
        for sentence in report.sentences:
            match = self._ABOVE.search(sentence.text)
            if match is None:
                continue
            block = sentence.spot.block
            near = next((c for c in reversed(captions) if c.table is not None and c.table < block), None)
            named = next((c for c in captions if c.number == match["number"]), None)
            if near is None or named is None or near is named or near.table is None or block - near.table > 3:
                continue
            office = f"{report.identity.institution} {report.identity.region}"
            here, there = (_shared(sentence.text, c.title, office) for c in (near, named))
            if here >= 2 and here > there * 2:
                base = sentence.spot.start
                yield Problem(
                    Spot(block, start=base + match.start(), end=base + match.end("number")),
                    stated=f"Tabel {match['number']}",
                    expected=f"Tabel {near.number}",
                    params=(("caption", near.title[:80]),),
                    evidence=(_whole(report, near.block),),
                )


def _shared(sentence: str, title: str, office: str) -> int:
    """How many telling words of a title a sentence uses; the names of office and region tell nothing."""
    said = _telling(sentence)
    return sum(1 for w in set(_telling(title)) - set(_telling(office)) if any(same_word(w, other) for other in said))


def _telling(text: str) -> Sequence[str]:
    return [w for w in re.findall(r"[a-z]{4,}", text.lower()) if w not in _PLAIN]


_PLAIN = frozenset(
    "tabel tahun dinas badan provinsi kabupaten kota pada dalam yang dengan untuk terhadap tersebut".split()
)
