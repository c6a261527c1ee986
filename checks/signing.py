"""MIS: preface and closing chapter are signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Paragraph, Problem, Report, Severity, Spot, Words

_REASON = Words(
    "Laporan kinerja ditandatangani pimpinan instansinya: tempat, tanggal, nama, pangkat dan NIP menunjukkan siapa yang "
    "bertanggung jawab dan kapan.",
    "A performance report is signed by the head of its institution: place, date, name, rank and NIP show who answers for "
    "it and since when.",
)
_OFFICE = re.compile(
    r"^\W*(?:a\.?\s?n\.?\s+|plt\.?\s+|plh\.?\s+|pj\.?\s+|pelaksana tugas\s+)?(?:kepala|bupati|wali\s?kota|gubernur|camat|"
    r"inspektur|direktur|sekretaris|lurah|rektor|menteri|ketua)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)"
_DATED = re.compile(
    rf"^\W*[A-Z][\w .'-]{{2,40}},[\s.…_]*(?:tanggal)?[\s.…_]*(?:\d{{1,2}}\s+)?(?:{_MONTH})?[\s.…_]*\d{{0,4}}\W*$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    rf"^\W*[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){{0,3}}\s*,[\s.…_]*(?P<date>{_MONTH}?[\s.…_]*20\d\d)\W*$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\bnip\b\W*[\d.]|\bnip\b|\d{8}[ .]?\d{6}[ .]?\d", re.IGNORECASE)
_FRONT = re.compile(r"kata pengantar|prakata", re.IGNORECASE)
_END = re.compile(r"penutup|kesimpulan|simpulan", re.IGNORECASE)


def _text(report: Report, block: int) -> str:
    held = report.document.blocks[block]
    return held.text.strip() if isinstance(held, Paragraph) else ""


def _section(report: Report, title: re.Pattern[str]) -> range | None:
    """Blocks under the last chapter or front heading of this title, up to the next heading of any level."""
    heads = [h for h in report.outline if title.search(h.title) and h.level == 1]
    if not heads:
        return None
    first = heads[-1].block + 1
    following = (h.block for h in report.outline if h.block > first and (h.level == 1 or title is _FRONT))
    return range(first, next(following, len(report.document.blocks)))


def _last_words(report: Report, blocks: range) -> list[int]:
    """The short paragraphs that close a section, the last line of running text before them first."""
    closing: list[int] = []
    for block in reversed(blocks):
        held = report.document.blocks[block]
        if not isinstance(held, Paragraph):
            return []
        if held.role in ("header", "footer") or not held.text.strip():
            continue
        closing.append(block)
        if len(held.text) > 120 or re.search(r"\w{3,}[.;:]\s*$", held.text):
            return closing[::-1]
        if len(closing) > 14:
            return []
    return []


class Unsigned(Check):
    """Preface and closing chapter end with a signature, and a signature with its name."""

    code = "MIS004"
    name = "unsigned"
    severity = Severity.WARNING
    title = Words("Tanda tangan tidak ada atau tidak lengkap", "A signature is missing or incomplete")
    reason = _REASON
    docs = Words(
        "Pada laporan kinerja: kata pengantar yang berakhir tanpa tempat dan tanggal, jabatan, nama maupun NIP (info), dan "
        "blok tanda tangan di akhir kata pengantar atau bab penutup yang hanya memuat jabatan, tanpa tempat dan tanggal di "
        "atasnya maupun nama dan NIP di bawahnya (peringatan). Tanda tangan dalam tabel, kotak teks atau gambar dibiarkan.",
        "In a performance report: a preface that ends without place and date, office, name and NIP (information), and a "
        "signature block at the end of the preface or of the closing chapter that has the office only, no place and date "
        "above and no name or NIP below (warning). Signatures in tables, text boxes or pictures are left alone.",
    )
    messages = {
        "none": Words(
            "“{stated}” berakhir tanpa tempat dan tanggal, jabatan, nama maupun NIP penanda tangan.",
            "“{stated}” ends without place and date, office, name or NIP of who signs.",
        ),
        "nameless": Words(
            "Blok tanda tangan hanya memuat “{stated}”: tanpa tempat dan tanggal, nama, pangkat dan NIP.",
            "The signature block has “{stated}” only: no place and date, name, rank or NIP.",
        ),
    }
    _HEAD = (
        "LAPORAN KINERJA\nTAHUN 2021\n\nKATA PENGANTAR\n\nPuji syukur kami panjatkan atas tersusunnya Laporan Kinerja Tahun "
        "2021 ini sebagai pertanggungjawaban dinas.\n\nSemoga laporan ini bermanfaat.\n\n"
    )
    _SIGNED = "Wanajaya, 14 Februari 2022\n\nKEPALA DINAS PASAR\n\nRAHMAT WIJAYANTO\nPembina\n\n"
    _END_OF = (
        "BAB I\nPENDAHULUAN\n\nTeks bab pertama yang panjang.\n\nBAB IV\nPENUTUP\n\nDemikian laporan ini disusun.\n\n"
    )
    good = (
        Example(_HEAD + "Wanajaya, 14 Februari 2022\nKepala Dinas Pasar\n\n" + _END_OF),
        Example(_HEAD + _SIGNED + _END_OF + "KEPALA DINAS PASAR\nKABUPATEN WANAJAYA\n\nRAHMAT WIJAYANTO, S.H.\n"),
        Example(
            "RENCANA KERJA\nTAHUN 2021\n\nKATA PENGANTAR\n\nRencana Kerja disusun.\n\nBAB I\nPENDAHULUAN\n\nTeks.\n"
        ),
    )
    bad = (
        Example(_HEAD + _END_OF, "KATA PENGANTAR"),
        Example(_HEAD + _SIGNED + _END_OF + "KEPALA DINAS PASAR\nKABUPATEN WANAJAYA\n", "KEPALA DINAS PASAR"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        if report.identity.kind != "LKjIP" or any(
            isinstance(b, Paragraph) and b.role == "textbox" and _NUMBERED.search(b.text)
            for b in report.document.blocks
        ):
            return
        for title in (_FRONT, _END):
            blocks = _section(report, title)
            closing = _last_words(report, blocks) if blocks else []
            if not blocks or not closing:
                continue
            office = next(
                (b for b in closing[1:] if _OFFICE.match(_text(report, b)) and len(_text(report, b)) < 90), None
            )
            if office is not None:
                above = [_text(report, b) for b in closing if b < office]
                below = [_text(report, b) for b in closing if b > office]
                told = any(_DATED.match(line) for line in above) or any(
                    _named(line, report.identity.institution) for line in below
                )
                if not told:
                    yield self._problem(report, "nameless", office, Severity.WARNING)
            elif title is _FRONT and not any(_signed(_text(report, b)) for b in closing) and _prose(report, blocks):
                yield self._problem(report, "none", blocks.start - 1, Severity.INFO, closing[-1])

    def _problem(
        self, report: Report, message: str, block: int, severity: Severity, last: int | None = None
    ) -> Problem:
        shown = _text(report, block)
        evidence = () if last is None else (Spot(last, start=0, end=len(_text(report, last))),)
        return Problem(
            Spot(block, start=0, end=len(report.document.blocks[block].text) if shown else 0),  # type: ignore[union-attr]
            message,
            stated=shown,
            severity=severity,
            evidence=evidence,
            content=(message,),
        )


def _signed(line: str) -> bool:
    return bool(
        _DATED.match(line) or _NUMBERED.search(line) or (_OFFICE.match(line) and len(line) < 90) or _titled(line)
    )


def _titled(line: str) -> bool:
    """A name by its academic titles."""
    return re.search(r",\s*(?:S|M|A\.?Md|SE|SH|Apt)\b\.?\s?[A-Z]?", line) is not None and len(line) < 70


def _named(line: str, office: str) -> bool:
    """Whether a line under an office may be a name or a number: anything but more of the office's own name."""
    if _NUMBERED.search(line) or _titled(line):
        return True
    words = re.findall(r"[a-z]+", line.lower())
    if not words or words[0] in _OFFICE_WORDS:
        return False
    own = set(re.findall(r"[a-z]+", office.lower())) | _OFFICE_WORDS
    return not all(w in own for w in words)


_OFFICE_WORDS = frozenset(
    "badan dinas kantor satuan kabupaten kota provinsi kecamatan daerah pemerintah republik indonesia selaku ttd dan".split()
)


def _prose(report: Report, blocks: range) -> bool:
    """Whether running text stands there, near the front: a preface, not a line of contents."""
    return len(blocks) <= 60 and any(len(_text(report, b)) > 60 for b in blocks)


class UnfinishedDate(Check):
    """The date of a signature is whole."""

    code = "MIS005"
    name = "unfinished-date"
    severity = Severity.INFO
    title = Words("Tanggal penandatanganan belum lengkap", "The date of a signature is not finished")
    reason = _REASON
    docs = Words(
        "Baris “Tempat, bulan tahun” tanpa hari, atau “Tempat, tahun” tanpa hari dan bulan, di bawah kata pengantar atau "
        "bab penutup laporan kinerja. Hari yang ditulis tangan saat ditandatangani wajar dalam naskah; karena itu hanya "
        "info, dan semuanya dilaporkan sekali.",
        "The line “Place, month year” without the day, or “Place, year” without day and month, under the preface or the "
        "closing chapter of a performance report. A day written by hand at signing is usual in a draft: information only, "
        "and all are reported once.",
    )
    messages = {
        "found": Words(
            "Tanggal tanda tangan “{stated}” belum lengkap; lengkapi sebelum laporan disampaikan.",
            "The date of signature “{stated}” is not finished; complete it before the report is handed in.",
        ),
    }
    good = (
        Example(Unsigned._HEAD + Unsigned._SIGNED + Unsigned._END_OF),
        Example(
            "PERJANJIAN KINERJA\nTAHUN 2021\n\nKATA PENGANTAR\n\nTeks.\n\nWanajaya,      Januari 2021\n\nKEPALA DINAS\n"
        ),
    )
    bad = (
        Example(Unsigned._HEAD + "Wanajaya,      Februari 2022\n\nKEPALA DINAS\n\nRAHMAT\n", "Februari 2022"),
        Example(Unsigned._HEAD + "Wanajaya,            2022\n\nKEPALA DINAS\n\nRAHMAT\n", "2022"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        if report.identity.kind != "LKjIP":
            return
        found: list[Spot] = []
        for title in (_FRONT, _END):
            blocks = _section(report, title) or range(0)
            for block in _last_words(report, blocks):
                match = _UNFINISHED.match(_raw(report, block)) if len(_raw(report, block)) < 90 else None
                if match is not None:
                    found.append(Spot(block, start=match.start("date"), end=match.end("date")))
        if found:
            yield Problem(
                found[0],
                stated=re.sub(r"\s+", " ", _raw(report, found[0].block)).strip(),
                evidence=tuple(found[1:]),
                group=len(found) > 1,
                content=("unfinished",),
            )


def _raw(report: Report, block: int) -> str:
    held = report.document.blocks[block]
    return held.text if isinstance(held, Paragraph) else ""
