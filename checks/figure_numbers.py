"""DUP: two pictures of one number."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Caption, Paragraph, Problem, Report, Severity, Spot, Words


class FigureNumber(Check):
    """Each picture has a number of its own."""

    code = "DUP007"
    name = "figure-number"
    severity = Severity.WARNING
    title = Words("Dua gambar bernomor sama", "Two pictures of one number")
    reason = Words(
        "Nomor gambar mengantar pembaca; dua gambar bernomor sama membuat rujukan dan daftar gambar keliru.",
        "The number of a picture leads readers; two of one number make references and the list of figures wrong.",
    )
    docs = Words(
        "Dua judul gambar (atau dua judul grafik) yang nomornya sama tetapi judulnya lain; nomor tanpa bab (Gambar 1) "
        "hanya dalam satu bab. Bila daftar gambar menyebut judul itu "
        "dengan nomor lain, nomor itu yang diharapkan.",
        "Two captions of pictures (or of charts) with one number and different titles; numbers without a chapter's (Gambar "
        "1) in one chapter only. Where the list of figures has that title "
        "with another number, that one is expected.",
    )
    messages = {
        "found": Words(
            "{stated} sudah dipakai untuk “{other}”; judul di sini “{title}”.",
            "{stated} already is “{other}”; the title here is “{title}”.",
        ),
        "listed": Words(
            "{stated} sudah dipakai untuk “{other}”; daftar gambar menyebut “{title}” sebagai {expected}.",
            "{stated} already is “{other}”; the list of figures has “{title}” as {expected}.",
        ),
    }
    _BODY = "# BAB III\n\nTeks pertama tentang hasil.\n\nGambar 3.1 Perkembangan Nilai Literasi\n\nTeks kedua tentang arsip.\n\n"
    good = (
        Example(_BODY + "Gambar 3.1 Perkembangan Nilai Literasi (Lanjutan)\n\nTeks.\n"),
        Example(_BODY + "Gambar 3.1 menunjukkan kenaikan nilai.\n\nTeks.\n"),
        Example(_BODY + "Gambar 3.2 Persentase Arsip Terawat\n\nTeks.\n"),
        Example(_BODY.replace("3.1", "1") + "# BAB IV\n\nTeks.\n\nGambar 1 Persentase Arsip Terawat\n\nTeks.\n"),
    )
    bad = (Example(_BODY + "Gambar 3.1 Persentase Arsip Terawat\n\nTeks.\n", "Gambar 3.1"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        by_number: dict[tuple[str, str, int], list[Caption]] = defaultdict(list)
        chapters = [h.block for h in report.outline if h.level == 1]
        for caption in report.captions:
            if caption.kind != "table" and caption.number and caption.block not in report.contents:
                word = self._word(report, caption)
                # Numbers without a chapter's may begin again in each.
                chapter = 0 if "." in caption.number else bisect(chapters, caption.block)
                if word:
                    by_number[word.lower(), caption.number, chapter].append(caption)
        listed = self._listed(report)
        for (_, number, _), captions in by_number.items():
            first, *others = captions
            for other in others:
                a, b = _key(first.title), _key(other.title)
                if not a or not b or a.startswith(b) or b.startswith(a) or _GOES_ON.search(other.title):
                    continue
                odd, model = other, first
                if listed.get(_key(first.title), number) != number and listed.get(_key(other.title)) == number:
                    odd, model = first, other
                yield self._problem(report, odd, model, listed.get(_key(odd.title), ""))

    def _problem(self, report: Report, odd: Caption, model: Caption, listed: str) -> Problem:
        word = self._word(report, odd)
        expected = f"{word} {listed}" if listed and listed != odd.number else ""
        return Problem(
            self._spot(report, odd),
            "listed" if expected else "found",
            stated=f"{word} {odd.number}",
            expected=expected,
            params=(("other", model.title[:80]), ("title", odd.title[:80])),
            evidence=(self._spot(report, model),),
            content=(odd.number, _key(odd.title), _key(model.title)),
        )

    def _word(self, report: Report, caption: Caption) -> str:
        held = report.document.blocks[caption.block]
        match = re.match(r"\W*([A-Za-z]+)", held.shown) if isinstance(held, Paragraph) else None
        return match.group(1) if match else ""

    def _spot(self, report: Report, caption: Caption) -> Spot:
        held = report.document.blocks[caption.block]
        return Spot(caption.block, start=0, end=len(held.text) if isinstance(held, Paragraph) else 0)

    def _listed(self, report: Report) -> dict[str, str]:
        """The numbers in the list of figures, by title."""
        found = {}
        for block in report.contents:
            held = report.document.blocks[block]
            match = (
                re.match(
                    r"\W*(?:gambar|grafik|diagram|bagan)\s+(?P<number>\d+(?:\.\d+)*)\.?\s*(?P<title>.+)",
                    held.text,
                    re.I,
                )
                if isinstance(held, Paragraph)
                else None
            )
            if match:
                found[_key(re.sub(r"[\s.…]*\d+\s*$", "", match["title"]) or match["title"])] = match["number"]
                found[_key(re.split(r"\t|\.{3,}|…", match["title"])[0])] = match["number"]
        return found


_GOES_ON = re.compile(r"[Ll]anjutan|[Ss]ambungan|^[a-z]")
"""A picture over two pages, or a sentence that begins with the picture."""


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())
