"""IDN: terms of the field in their one wording, and the report under one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Severity, Spot, Words
from reviewer.model.titles import same_word
from reviewer.schemas.terms import Term, terms

_REASON = Words(
    "Istilah perencanaan dan pelaporan berasal dari peraturan; rumusan lain membingungkan dan sering salah salin.",
    "Terms of planning and reporting come from regulations; another wording confuses and is often a slip.",
)
_FUNCTION = frozenset(("dan", "atas", "&"))
_WORD = re.compile(r"[A-Za-z]+|&")


@cache
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(w for w in re.findall(r"[a-z]+", text.lower()) if w not in _FUNCTION)


class TermWording(Check):
    """A term of the field has its own wording."""

    code = "IDN016"
    name = "term-wording"
    severity = Severity.INFO
    title = Words("Istilah baku dengan rumusan lain", "A term of the field in another wording")
    reason = _REASON
    docs = Words(
        "Istilah seperti Satuan Kerja Perangkat Daerah atau Rencana Kerja Pemerintah Daerah (schemas/terms.yaml) yang "
        "kehilangan, bertambah atau tertukar satu kata. Istilah yang mirip istilah lain hanya diperiksa bila singkatannya "
        "menyusul dalam kurung. Judul peraturan diperiksa oleh LGL004.",
        "Terms such as Satuan Kerja Perangkat Daerah or Rencana Kerja Pemerintah Daerah (schemas/terms.yaml) that lost or "
        "gained a word or have one exchanged. A term that resembles others is examined only where its abbreviation follows "
        "in brackets. Titles of regulations are the matter of LGL004.",
    )
    messages = {
        "found": Words(
            "Tertulis “{stated}”; istilahnya “{expected}” ({short}).",
            "“{stated}” is written; the term is “{expected}” ({short}).",
        ),
    }
    good = (
        Example(
            "Satuan Kerja Perangkat Daerah (SKPD) menyusun Rencana Kerja Perangkat Daerah. Satuan Kerja Pengelola Keuangan "
            "Daerah mencatat. Rencana Pembangunan Jangka Menengah (RPJM) Daerah, Rencana Pembangunan Jangka Menengah Desa dan "
            "Anggaran Pendapatan & Belanja Daerah (APBD) disusun menurut Sistem Akuntabilitas Kinerja Instansi Pemerintah.\n"
        ),
    )
    bad = (
        Example("Dinas sebagai Satuan Kerja Perangkat Kerja Daerah wajib menetapkan visi.\n", "Perangkat Kerja Daerah"),
        Example(
            "Laporan mengacu pada Rencana Kerja Pembangunan Daerah (RKPD) yang berlaku.\n",
            "Rencana Kerja Pembangunan Daerah",
        ),
        Example(
            "Penyelenggaraan Sistem Akuntabilitas Instansi Pemerintah (SAKIP) terus ditingkatkan.\n",
            "Sistem Akuntabilitas Instansi",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        found: dict[tuple[str, str], list[Problem]] = defaultdict(list)
        for whole, text in report.texts:
            lower = text.lower()
            for term in terms():
                first = _words_of(term.term)[0]
                if first not in lower:
                    continue
                for start, end in _near(text, term):
                    if re.search(r"\btentang\W+(?:\w+\W+){0,3}$", text[max(0, start - 60) : start], re.IGNORECASE):
                        continue
                    shown = re.sub(r"\s+", " ", text[start:end])
                    found[shown.lower(), term.short].append(
                        Problem(
                            Spot(whole.block, whole.row, whole.col, start, end),
                            stated=shown,
                            expected=term.term,
                            params=(("short", term.short),),
                        )
                    )
        for problems in found.values():
            yield _with(problems[0], [p.spot for p in problems[1:]])


def _with(problem: Problem, spots: Sequence[Spot]) -> Problem:
    return replace(problem, evidence=tuple(spots), group=True) if spots else problem


def _near(text: str, term: Term) -> Iterator[tuple[int, int]]:
    """Runs of words that begin and end as the term does and are one word away from it."""
    right = _words_of(term.term)
    tokens = [m for m in _WORD.finditer(text) if m.group().lower() not in _FUNCTION]
    known = {_words_of(o) for o in (*term.others, *(t.term for t in terms()))}
    for i, token in enumerate(tokens):
        if not same_word(token.group().lower(), right[0]):
            continue
        for size in (len(right), len(right) - 1, len(right) + 1):
            run = tokens[i : i + size]
            words = tuple(m.group().lower() for m in run)
            if len(words) < size or not same_word(words[-1], right[-1]) or size < 3:
                continue
            if not re.fullmatch(r"[A-Za-z\s&,-]+", text[run[0].start() : run[-1].end()]):
                continue
            if any(_same(words, other) for other in known) or not _one_off(words, right):
                continue
            after = re.match(r"\W{0,3}\(\s*([A-Za-z]+)\s*\)", text[run[-1].end() :])
            named = after is not None and after.group(1).upper() == term.short.upper()
            if named or (term.alone and after is None and run[0].group()[0].isupper()):
                yield run[0].start(), run[-1].end()
                break


def _same(words: Sequence[str], other: Sequence[str]) -> bool:
    return len(words) == len(other) and all(same_word(a, b) for a, b in zip(words, other, strict=True))


def _one_off(words: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one word is exchanged, lost or added."""
    if len(words) == len(right):
        return sum(1 for a, b in zip(words, right, strict=True) if not same_word(a, b)) == 1
    short, long = (words, right) if len(words) < len(right) else (right, words)
    rest = iter(long)
    return all(any(same_word(w, other) for other in rest) for w in short)


_CITED = re.compile(r"tentang|pedoman|petunjuk|permenpan|peraturan", re.IGNORECASE)


class OldTerm(Check):
    """A document has its name of today."""

    code = "IDN017"
    name = "old-term"
    severity = Severity.INFO
    title = Words("Nama lama dokumen perencanaan", "An old name of a planning document")
    reason = Words(
        "Sejak PermenPANRB 53/2014 dokumennya bernama Perjanjian Kinerja; sebelumnya Penetapan Kinerja (PermenPANRB 29/2010).",
        "Since PermenPANRB 53/2014 the document is called Perjanjian Kinerja; before it was Penetapan Kinerja (PermenPANRB "
        "29/2010).",
    )
    docs = Words(
        "“Penetapan Kinerja” sebagai nama dokumen dalam laporan tahun 2015 atau sesudahnya yang di tempat lain menyebut "
        "Perjanjian Kinerja. Judul peraturan dan “penetapan indikator kinerja” dibiarkan.",
        "“Penetapan Kinerja” as the name of a document in a report of 2015 or later that elsewhere says Perjanjian Kinerja. "
        "Titles of regulations and “penetapan indikator kinerja” are left alone.",
    )
    messages = {
        "found": Words(
            "“{stated}” adalah nama lama; naskah ini juga memakai nama yang berlaku, {expected}.",
            "“{stated}” is the old name; the draft also uses the present one, {expected}.",
        ),
    }
    _HEAD = "LAPORAN KINERJA\nTAHUN 2021\n\nLaporan Kinerja Tahun 2021 memuat Perjanjian Kinerja Tahun 2021.\n\n"
    good = (
        Example(
            _HEAD
            + "Peraturan Menteri Nomor 53 Tahun 2014 tentang Petunjuk Teknis Penyusunan Penetapan Kinerja dan penetapan "
            "kinerja yang baik.\n"
        ),
        Example("LAPORAN KINERJA\nTAHUN 2012\n\nLaporan Kinerja Tahun 2012 memuat Penetapan Kinerja (PK).\n"),
    )
    bad = (Example(_HEAD + "Capaian dibandingkan dengan Penetapan Kinerja (PK) dinas.\n", "Penetapan Kinerja"),)
    _OLD = re.compile(r"\b(?:Penetapan\s+Kinerja|PENETAPAN\s+KINERJA|penetapan\s+kinerja(?=\s+(?:tahun|\(PK\))))\b")

    def inspect(self, report: Report) -> Iterator[Problem]:
        year = report.identity.year
        if year is None or year < 2015 or report.identity.kind not in ("LKjIP", "PK"):
            return
        found = [
            Spot(whole.block, whole.row, whole.col, *match.span())
            for whole, text in report.texts
            if whole.block not in report.contents
            for match in self._OLD.finditer(text)
            if not _CITED.search(text[max(0, match.start() - 90) : match.start()])
        ]
        new = next((t for _, t in report.texts if re.search(r"\bperjanjian kinerja\b", t, re.IGNORECASE)), None)
        if found and new is not None:
            yield Problem(
                found[0],
                stated="Penetapan Kinerja",
                expected="Perjanjian Kinerja",
                evidence=tuple(found[1:]),
                group=len(found) > 1,
                content=("penetapan kinerja",),
            )


_NAMES = r"(?:LKj\s?IP|LKIP|LAKIP|Lakip|LKjIp|LKJIP|Lkjip|LKj)"


class ReportName(Check):
    """The report calls itself by one name."""

    code = "IDN018"
    name = "report-name"
    severity = Severity.INFO
    title = Words(
        "Laporan menyebut dirinya dengan beberapa singkatan", "The report calls itself by several abbreviations"
    )
    reason = _REASON
    docs = Words(
        "Singkatan yang dipakai untuk laporan ini sendiri (“penyusunan LKjIP ini”, “dalam Lakip ini”, “Laporan Kinerja "
        "Instansi Pemerintah (LKIP)”) dikumpulkan; bila lebih dari satu, semuanya ditunjukkan sekali. Huruf besar dan kecil "
        "tidak dibedakan; LAKIP sebagai dokumen lain (tahun lalu, evaluasi, tugas pokok) dibiarkan.",
        "Abbreviations used for this very report (“penyusunan LKjIP ini”, “dalam Lakip ini”, “Laporan Kinerja Instansi "
        "Pemerintah (LKIP)”) are collected; where there are several they are shown once. Case does not matter; LAKIP as "
        "another document (of last year, its evaluation, duties) is left alone.",
    )
    messages = {
        "found": Words(
            "Laporan ini menyebut dirinya dengan {count} singkatan: {all}.",
            "The report calls itself by {count} abbreviations: {all}.",
        ),
    }
    good = (
        Example(
            "Penyusunan LKjIP ini selesai. Dalam LKJIP ini dimuat capaian. Evaluasi LAKIP tahun lalu dan penyusunan LAKIP "
            "dinas lain dibahas. Penyusunan laporan akuntabilitas (LAKIP) adalah tugas sekretaris.\n"
        ),
    )
    bad = (Example("Penyusunan LKjIP ini selesai.\n\nDalam Lakip ini dimuat capaian.\n", "Lakip"),)
    _OWN = re.compile(
        rf"\b(?P<name>{_NAMES})\s+ini\b"
        rf"|\bLaporan (?:Akuntabilitas )?Kinerja Instansi Pemerintah \(\s*(?P<given>{_NAMES})\s*\)"
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        found: dict[str, list[tuple[Spot, str]]] = defaultdict(list)
        for sentence in report.sentences:
            for match in self._OWN.finditer(sentence.text):
                group = "name" if match["name"] else "given"
                if group == "given" and not self._of_this(sentence.text, match):
                    continue
                start, end = match.span(group)
                base = sentence.spot
                spot = Spot(base.block, base.row, base.col, base.start + start, base.start + end)
                found[re.sub(r"\s", "", match[group]).upper()].append((spot, match[group]))
        if len(found) < 2:
            return
        order = sorted(found.values(), key=len, reverse=True)
        odd = order[1][0]
        yield Problem(
            odd[0],
            stated=odd[1],
            params=(("count", str(len(found))), ("all", ", ".join(f"{e[0][1]} ({len(e)}×)" for e in order))),
            evidence=tuple(spot for entries in order for spot, _ in entries if spot != odd[0]),
            group=True,
            content=tuple(sorted(found)),
        )

    def _of_this(self, text: str, match: re.Match[str]) -> bool:
        """Whether the full name with its abbreviation is this report: its making, or its year."""
        year = re.match(r"\s*(?:tahun|ta)\b", text[match.end() :], re.IGNORECASE)
        made = re.search(r"penyusunan|menyusun|menyelesaikan", text[: match.start()], re.IGNORECASE)
        return year is not None or made is not None
