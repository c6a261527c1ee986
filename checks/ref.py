"""REF: references to tables and figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Sentence, Severity, Spot, Words

_REASON = Words(
    "Rujukan mengantar pembaca ke tabel atau gambar yang membuktikan kalimatnya; bila nomornya salah, buktinya tidak "
    "ditemukan.",
    "A reference leads readers to the table or figure that proves the sentence; with a wrong number the proof is not "
    "found.",
)
_NAMED = re.compile(
    r"\b(?P<kind>tabel|table|gambar|grafik|bagan|diagram)\s?[.:]?\s?(?P<number>\d{1,2}(?:\.\d{1,3}){0,2})(?![\d%/])\.?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"lampiran|peraturan|permen|perbup|perda|renstra|rpjmd|rkpd|rpjpd|renja|dokumen|buku|laporan|lkjip|lakip|lppd|"
    r"surat|kajian|publikasi|tahun sebelumnya|bps\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:lampiran|peraturan|permen[a-z]*|perbup|perda|undang)\b[^.;]{0,40}$", re.IGNORECASE)
_AHEAD = re.compile(r"[\s,]*(?:(?:yang|sebagai|seperti|sbb|di)\s*)*(?:berikut|bawah|dibawah)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Reference:
    figure: bool
    number: str
    shown: str
    """ "Grafik 2.1"."""
    spot: Spot
    ahead: bool
    """Says that it stands right after: "tabel 3.4 berikut"."""


def _references(report: Report) -> Iterator[_Reference]:
    """References in sentences to tables and figures of this draft."""
    for sentence in report.sentences:
        for match in _NAMED.finditer(sentence.text):
            if _points_away(sentence, match):
                continue
            spot = sentence.spot
            yield _Reference(
                match["kind"].lower() not in ("tabel", "table"),
                match["number"],
                f"{match['kind'].capitalize().replace('Table', 'Tabel')} {match['number']}",
                Spot(spot.block, spot.row, spot.col, spot.start + match.start(), spot.start + match.end()),
                _AHEAD.match(sentence.text, match.end()) is not None,
            )


def _points_away(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the table of an annex, a regulation or another document is meant."""
    before = sentence.text[max(0, match.start() - 40) : match.start()]
    after = sentence.text[match.end() : match.end() + 40]
    if re.match(r"\s*\.?\s*$", sentence.text[: match.start()]) and not re.match(r"\W*\w", after):
        return True
    return bool(
        _RULE.search(before)
        or re.search(rf"(?:{_ELSEWHERE.pattern})\W*$", before, re.IGNORECASE)
        or re.match(rf"\W*(?:pada|dalam|di|dari)?\s*(?:{_ELSEWHERE.pattern})", after, re.IGNORECASE)
    )


@dataclass(frozen=True, slots=True)
class _Captions:
    """The numbered tables, or the numbered figures, of a draft."""

    at: tuple[tuple[int, str], ...]
    """Block and number of each, in order."""
    also: frozenset[str]
    """Further numbers that stand at the beginning of some text: captions in cells, lists of tables."""

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(n for _, n in self.at) | self.also

    def chapters(self) -> set[str]:
        return {n.rpartition(".")[0] for _, n in self.at}

    def depth(self) -> int | None:
        """Dots in the numbers where they agree, as they nearly always do."""
        votes = Counter(n.count(".") for _, n in self.at)
        (first, many), *rest = votes.most_common(2) or [(0, 0)]
        return first if many >= 2 and (not rest or rest[0][1] * 4 <= many) else None

    def after(self, block: int) -> tuple[int, str] | None:
        return next(((b, n) for b, n in self.at if b > block), None)


def _captions(report: Report, figure: bool) -> _Captions:
    at = tuple((c.block, c.number) for c in report.captions if (c.kind != "table") is figure)
    opening = re.compile(r"^\W*(?:gambar|grafik|bagan|diagram)\b" if figure else r"^\W*tab(?:el|le)\b", re.IGNORECASE)
    also: set[str] = set()
    for _, text in report.texts:
        if len(text) < 300 and opening.match(text):
            also.update(m["number"] for m in _NAMED.finditer(text[:40]))
    spoken = {r.number for r in _references(report) if r.figure is figure and r.spot.start < 3}
    return _Captions(at, frozenset(also - spoken))


class MissingTable(Check):
    """A table or figure that a sentence points to exists."""

    code = "REF001"
    name = "missing-table"
    severity = Severity.WARNING
    title = Words("Tabel atau gambar yang dirujuk tidak ada", "A table or figure referred to does not exist")
    reason = _REASON
    docs = Words(
        "Nomor tabel atau gambar yang disebut sebuah kalimat dicari di antara judul tabel dan gambar. Hanya bila "
        "naskah memberi nomor dengan cara yang sama; bila bab itu tidak punya tabel bernomor, hanya info. Rujukan ke "
        "lampiran, peraturan dan dokumen lain dibiarkan.",
        "The number of a table or figure that a sentence names is looked for among the captions. Only where the "
        "draft numbers in that style; where that chapter has no numbered table it is information only. References to "
        "annexes, regulations and other documents are left alone.",
    )
    messages = {
        "found": Words(
            "{stated} dirujuk di sini, tetapi tidak ada dalam naskah.",
            "{stated} is referred to here but does not exist.",
        ),
        "next": Words(
            "{stated} dirujuk di sini, tetapi tidak ada dalam naskah; yang menyusul adalah {expected}.",
            "{stated} is referred to here but does not exist; {expected} follows.",
        ),
    }
    _TABLES = (
        "Tabel 3.1\nCapaian\n\nNo\tUraian\tNilai\n1\tA\t2\n\nTabel 3.2\nAnggaran\n\nNo\tUraian\tNilai\n1\tB\t3\n\n"
    )
    good = (
        Example(
            "Capaian disajikan pada Tabel 3.1 berikut.\n\n"
            + _TABLES
            + "Rincian ada pada tabel 3.2 di atas dan Tabel 5.1 "
            "dalam Renstra, serta lampiran Tabel 9.9.\n"
        ),
        Example(
            "Capaian disajikan pada tabel 3.3 berikut.\n\nTabel: 3.3\nCapaian\n\nNo\tUraian\tNilai\n1\tA\t2\n\n"
            + _TABLES
        ),
        Example("Capaian disajikan pada Tabel 7.\n\n" + _TABLES),
    )
    bad = (
        Example(_TABLES + "Rincian lebih lanjut ada pada tabel 3.20 di atas.\n", "tabel 3.20"),
        Example("Capaian disajikan pada tabel 3.20 berikut.\n\n" + _TABLES, "Tabel 3.1"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        known = {figure: _captions(report, figure) for figure in (False, True)}
        for reference in _references(report):
            captions = known[reference.figure]
            number = reference.number
            if number in captions.numbers or captions.depth() != number.count("."):
                continue
            following = captions.after(reference.spot.block) if reference.ahead else None
            near = following is not None and following[0] - reference.spot.block <= 6
            yield Problem(
                reference.spot,
                "next" if near else "found",
                stated=reference.shown,
                expected=_shown(reference.figure, following[1]) if near and following else "",
                severity=None if number.rpartition(".")[0] in captions.chapters() else Severity.INFO,
            )


def _shown(figure: bool, number: str) -> str:
    return f"{'Gambar' if figure else 'Tabel'} {number}"


class OtherTable(Check):
    """The table announced as following is the one that follows."""

    code = "REF002"
    name = "other-table"
    severity = Severity.WARNING
    title = Words("Tabel yang menyusul bernomor lain", "The table that follows has another number")
    reason = _REASON
    docs = Words(
        "“Tabel 3.4 berikut” (atau “di bawah ini”) sedangkan judul tabel yang menyusul bernomor lain dan tabel 3.4 "
        "sudah lewat. Bila tabel 3.4 masih menyusul kemudian, dibiarkan.",
        "“Tabel 3.4 berikut” (or “di bawah ini”) where the caption that follows has another number and table 3.4 has "
        "passed. Where table 3.4 is still to come it is left alone.",
    )
    messages = {
        "found": Words(
            "Yang disebut menyusul adalah {stated}, tetapi yang menyusul {expected}; {stated} sudah lewat.",
            "{stated} is said to follow, but {expected} follows; {stated} has passed.",
        ),
    }
    _ONE = "Tabel 3.1\nCapaian\n\nNo\tUraian\tNilai\n1\tA\t2\n\n"
    _TWO = "Tabel 3.2\nAnggaran\n\nNo\tUraian\tNilai\n1\tB\t3\n\n"
    good = (
        Example(
            "Lihat tabel 3.1 berikut.\n\n" + _ONE + "Lihat tabel 3.2 berikut.\n\n" + _TWO + "Pada tabel 3.1 di atas.\n"
        ),
        Example("Tabel 3.2 berikut merinci Tabel 3.1 berikut ini.\n\n" + _ONE + _TWO),
    )
    bad = (
        Example(
            "Lihat tabel 3.1 berikut.\n\n" + _ONE + "Anggaran disajikan pada tabel 3.1 berikut.\n\n" + _TWO, "Tabel 3.2"
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        known = {figure: _captions(report, figure) for figure in (False, True)}
        for reference in _references(report):
            captions = known[reference.figure]
            if not reference.ahead:
                continue
            block = reference.spot.block
            own = [b for b, n in captions.at if n == reference.number]
            following = captions.after(block)
            if not own or max(own) > block or following is None or following[0] - block > 6:
                continue
            yield Problem(
                reference.spot,
                stated=reference.shown,
                expected=_shown(reference.figure, following[1]),
                evidence=(Spot(following[0], start=0, end=10),),
            )
