"""STR: the parts that PermenPANRB 53/2014 recommends for a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checking.base import Check, Example
from reviewer.model import Paragraph, Problem, Report, Role, Severity, Spot, TypedTable, Words
from reviewer.schemas.parts import Part, parts

_REASON = Words(
    "PermenPANRB 53/2014 Lampiran II menganjurkan sistematika laporan kinerja dan meminta tujuh pembandingan dan analisis "
    "untuk setiap sasaran strategis.",
    "PermenPANRB 53/2014, annex II, recommends the outline of a performance report and asks for seven comparisons and analyses "
    "of every strategic sasaran.",
)
_CHAPTERS = (
    "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nBAB II PERENCANAAN KINERJA\t4\nBAB III AKUNTABILITAS KINERJA\t8\nBAB IV PENUTUP\t20\n\n"
    "KATA PENGANTAR\n\nPenyusunan Laporan Kinerja Tahun 2021 selesai.\n\nBAB I\nPENDAHULUAN\n\nStruktur organisasi dan isu "
    "strategis diuraikan. Ikhtisar eksekutif dan pernyataan telah direviu dilampirkan.\n\nBAB II\nPERENCANAAN KINERJA\n\n"
    "Perjanjian Kinerja Tahun 2021 memuat tiga sasaran.\n\nBAB III\nAKUNTABILITAS KINERJA\n\nCapaian kinerja membandingkan "
    "target dan realisasi tahun 2021, dibandingkan dengan tahun sebelumnya"
)
_REST = (
    ", target akhir Renstra dan standar nasional. Penyebab kegagalan dan efisiensi penggunaan sumber daya dianalisis, begitu "
    "pula program yang menunjang. Realisasi anggaran disajikan.\n\n"
)
_END = "BAB IV\nPENUTUP\n\nKesimpulan dan langkah di masa mendatang disusun, Perjanjian Kinerja terlampir.\n"


def _whole(report: Report) -> bool:
    """Whether the draft is a whole performance report: three chapters or more in its body or its contents."""
    if report.identity.kind != "LKjIP" or report.document.data is not None:
        return False
    body = {h.number for h in report.outline if h.number.startswith("BAB ")}
    listed = {
        match.group(1).upper()
        for block in report.contents
        if isinstance(held := report.document.blocks[block], Paragraph)
        and (match := re.match(r"\s*BAB\s+([IVX]+|\d)\b", held.text, re.IGNORECASE))
    }
    return max(len(body), len(listed)) >= 3


def _results(report: Report) -> range:
    """Blocks of the chapter on results, else of the whole draft."""
    chapters = [h for h in report.outline if h.level == 1]
    for i, heading in enumerate(chapters):
        if heading.number in ("BAB III", "BAB 3") or re.search(r"akuntabilitas kinerja", heading.title, re.IGNORECASE):
            end = chapters[i + 1].block if i + 1 < len(chapters) else len(report.document.blocks)
            return range(heading.block, end)
    return range(len(report.document.blocks))


_APART = " ;;. "
"""Keeps a wording from reaching over the end of a paragraph or cell."""


def _missing(report: Report, wanted: Sequence[Part]) -> list[Part]:
    results = _results(report)
    texts = {
        "all": _APART.join(t.lower() for _, t in report.texts),
        "results": _APART.join(t.lower() for s, t in report.texts if s.block in results),
    }
    tables = {"all": report.tables, "results": [t for t in report.tables if t.block in results]}
    return [
        part
        for part in wanted
        if not part.said(texts[part.where]) and not any(_shows(t, part.table) for t in tables[part.where])
    ]


def _shows(table: TypedTable, what: str) -> bool:
    if what == "target-realisasi":
        return bool(table.column(Role.TARGET) and table.column(Role.REALISATION, Role.ACHIEVEMENT))
    if what == "budget":
        return bool(table.column(Role.BUDGET) and table.column(Role.REALISATION))
    if what == "years":
        return len({c.year for c in table.columns if c.year is not None and c.role is not Role.TARGET}) > 1
    return False


def _named(missing: Sequence[Part]) -> Words:
    def of(part: Part, language: int) -> str:
        hedge = (" (jika ada)", " (where there is one)")[language] if part.if_any else ""
        return part.name[language] + hedge

    return Words("; ".join(of(p, 0) for p in missing), "; ".join(of(p, 1) for p in missing))


def _sought(missing: Sequence[Part]) -> Words:
    lines = [", ".join(f"“{w}”" for w in part.words[:5]) for part in missing]
    own = [f"{part.name[0]}: {line}" for part, line in zip(missing, lines, strict=True)]
    other = [f"{part.name[1]}: {line}" for part, line in zip(missing, lines, strict=True)]
    return Words("Dicari antara lain: " + "; ".join(own), "Looked for, among others: " + "; ".join(other))


class Comparisons(Check):
    """Chapter III makes the seven comparisons and analyses."""

    code = "STR015"
    name = "comparisons"
    severity = Severity.INFO
    title = Words(
        "Pembandingan atau analisis Bab III tidak ditemukan", "A comparison or analysis of chapter III not found"
    )
    reason = _REASON
    docs = Words(
        "Tujuh pembandingan dan analisis Bab III dicari menurut rumusan dalam schemas/parts.yaml: target dengan realisasi, "
        "dengan tahun-tahun sebelumnya, dengan target jangka menengah, dengan standar nasional (jika ada), penyebab dan "
        "solusi, efisiensi sumber daya, program yang menunjang. Yang tidak ditemukan disebut sekali bersama rumusan yang "
        "dicari; standar nasional, yang hanya dibandingkan jika ada, tidak disebut sendirian. Hanya untuk laporan kinerja "
        "utuh (tiga bab atau lebih), bukan Renja, "
        "Renstra, PK, LRA atau petikan. Apakah analisisnya memadai dinilai pembaca.",
        "The seven comparisons and analyses of chapter III are looked for by the wordings of schemas/parts.yaml: targets with "
        "results, with earlier years, with the medium-term target, with the national standard (where there is one), causes and "
        "remedies, efficiency of resources, programs that carried it. What is not found is named once with the wordings looked "
        "for; the national standard, compared only where there is one, is not named alone. Only for a whole performance "
        "report (three chapters or "
        "more), not for Renja, Renstra, PK, LRA or excerpts. Whether the analysis suffices is for the reader to judge.",
    )
    messages = {
        "found": Words(
            "Bab hasil tidak tampak memuat: {stated}.",
            "The chapter on results does not seem to have: {stated}.",
        ),
    }
    good = (
        Example(_CHAPTERS + _REST + _END),
        Example(
            "RENCANA KERJA\nTAHUN 2021\n\nBAB I\nPENDAHULUAN\n\nTeks.\n\nBAB II\nEVALUASI\n\nTeks.\n\nBAB III\nTUJUAN\n\nTeks.\n"
        ),
        Example(
            "LAPORAN KINERJA\nTAHUN 2021\n\nBAB III\nAKUNTABILITAS KINERJA\n\nPetikan Laporan Kinerja Tahun 2021.\n"
        ),
    )
    bad = (Example(_CHAPTERS + ". Penyebab kegagalan dianalisis.\n\n" + _END, "efisiensi penggunaan sumber daya"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        if _whole(report):
            missing = _missing(report, [p for p in parts() if p.kind == "comparison"])
            if any(not p.aside for p in missing):
                yield from _told(report, missing, _results(report).start, Severity.INFO)


class OutlineParts(Check):
    """The report has the recommended parts."""

    code = "STR016"
    name = "outline-parts"
    severity = Severity.INFO
    title = Words("Bagian yang dianjurkan tidak ditemukan", "A recommended part is not found")
    reason = _REASON
    docs = Words(
        "Bagian sistematika yang dianjurkan (uraian organisasi, aspek strategis, ikhtisar perjanjian kinerja, realisasi "
        "anggaran, simpulan, langkah mendatang, lampiran) dan yang lazim diharapkan pereviu (kata pengantar, ikhtisar, daftar "
        "isi, pernyataan telah direviu) dicari menurut rumusan dalam schemas/parts.yaml; yang tidak ditemukan disebut sekali. "
        "Lampiran dan pernyataan telah direviu, yang bisa berupa berkas lain, tidak disebut sendirian. "
        "Urutan dan penomoran lain bukan kesalahan.",
        "Parts of the recommended outline (organisation, strategic aspects, summary of the agreement, budget, conclusion, next "
        "steps, annex) and what reviewers commonly expect (preface, summary, contents, statement of review) are looked for by "
        "the wordings of schemas/parts.yaml; what is not found is named once. The annex and the statement of review, which may "
        "be another file, are not named alone. Another order or numbering is no mistake.",
    )
    messages = {
        "found": Words(
            "Bagian yang dianjurkan atau lazim ini tidak ditemukan: {stated}.",
            "These recommended or customary parts are not found: {stated}.",
        ),
    }
    good = (Example(_CHAPTERS + _REST + _END), Comparisons.good[1])
    bad = (Example(_CHAPTERS + _REST + "BAB IV\nPENUTUP\n\nDemikian.\n", "langkah di masa mendatang"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        if _whole(report):
            missing = _missing(report, [p for p in parts() if p.kind != "comparison"])
            if any(not p.aside for p in missing):
                yield from _told(report, missing, 0, Severity.INFO)


def _told(report: Report, missing: Sequence[Part], block: int, severity: Severity) -> Iterator[Problem]:
    if missing:
        held = report.document.blocks[block]
        text = held.text if isinstance(held, Paragraph) else ""
        named = _named(missing)
        yield Problem(
            Spot(block, start=0, end=len(text)) if isinstance(held, Paragraph) else Spot(block, 0, 0),
            params=(("stated", named),),
            stated=named.id,
            quote=text.strip()[:80] or named.id,
            explanation=_sought(missing),
            severity=severity,
            content=tuple(p.key for p in missing),
        )
