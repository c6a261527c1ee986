"""MIS: list items without text, and indicators without a result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checking.base import Check, Example
from reviewer.model import Paragraph, Problem, Report, Role, RowKind, Severity, Spot, TypedTable, Words
from reviewer.model.titles import same_word


class EmptyItem(Check):
    """A numbered item says something."""

    code = "MIS006"
    name = "empty-item"
    severity = Severity.INFO
    title = Words("Butir bernomor tanpa isi", "A numbered item without text")
    reason = Words(
        "Nomor tanpa isi adalah sisa penyuntingan atau bagian yang belum ditulis.",
        "A number without text is left from editing, or a part not yet written.",
    )
    docs = Words(
        "Paragraf yang hanya berisi nomor atau huruf butir (“1.”, “b.”), dan yang menyusul bukan isinya melainkan judul, tabel, "
        "butir lain atau akhir naskah.",
        "A paragraph that has a number or letter of an item only (“1.”, “b.”), followed not by its text but by a heading, a "
        "table, another item or the end.",
    )
    messages = {
        "found": Words("Butir “{stated}” tidak berisi apa pun.", "The item “{stated}” holds nothing."),
    }
    good = (
        Example("Langkah ke depan:\n\n1.\n\nMeningkatkan pelatihan bagi kader desa.\n\nBAB IV\nPENUTUP\n\nTeks.\n"),
    )
    bad = (Example("Langkah ke depan:\n\n1. Pelatihan.\n\n2.\n\nBAB IV\nPENUTUP\n\nTeks.\n", "2."),)
    _BARE = re.compile(r"\s*(?:\d{1,2}|[A-Za-z])[.)]\s*")

    def inspect(self, report: Report) -> Iterator[Problem]:
        heads = {h.block for h in report.outline} | {c.block for c in report.captions}
        for block, paragraph in report.paragraphs():
            if block in report.contents or paragraph.role != "body" or not self._BARE.fullmatch(paragraph.text):
                continue
            if self._goes_on(report, block, heads):
                continue
            yield Problem(
                Spot(block, start=0, end=len(paragraph.text)),
                stated=paragraph.text.strip(),
                quote=paragraph.text.strip(),
            )

    def _goes_on(self, report: Report, block: int, heads: set[int]) -> bool:
        """Whether the item's text stands in the next paragraph, set apart from its number by the layout."""
        for following in range(block + 1, len(report.document.blocks)):
            held = report.document.blocks[following]
            if not isinstance(held, Paragraph) or following in heads:
                return False
            if held.role == "body" and held.text.strip():
                return re.match(r"\s*(?:\d{1,2}|[A-Za-z])[.)](?:\s|$)", held.text) is None
        return False


_FUNCTION = frozenset("dan serta di pada dalam untuk yang atas terhadap tahun".split())


def _words(text: str) -> tuple[str, ...]:
    bare = re.sub(r"\([^()]*\)", " ", text.lower())
    return tuple(
        {"prosentase": "persentase", "prosentasi": "persentase"}.get(w, w)
        for w in re.findall(r"[a-z]+", bare)
        if w not in _FUNCTION
    )


def _alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Most words of the shorter name are in the longer one."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    shared = sum(1 for w in short if any(same_word(w, other) for other in long))
    return shared >= len(short) - (1 if len(short) >= 4 else 0)


class IndicatorWithoutResult(Check):
    """An indicator that was planned is reported."""

    code = "MIS007"
    name = "indicator-without-result"
    severity = Severity.WARNING
    title = Words("Indikator tujuan atau sasaran tanpa hasil", "An indicator of an aim or sasaran without result")
    reason = Words(
        "Laporan menyajikan realisasi dan capaian setiap indikator tujuan dan sasaran yang direncanakan (PermenPANRB 53/2014 "
        "Lampiran II).",
        "A report presents the result of every planned indicator of aims and sasaran (PermenPANRB 53/2014, annex II).",
    )
    docs = Words(
        "Indikator dalam tabel tujuan, sasaran atau perjanjian kinerja yang tidak ada dalam satu pun tabel berkolom realisasi "
        "atau capaian, dan tidak disebut dengan angka di teks setelah tabel itu. Hanya bila sebagian besar indikator rencana "
        "memang dilaporkan, dan sebagai info bila lebih dari dua yang tidak ditemukan (mungkin namanya diubah); tabel "
        "kegiatan dan pohon kinerja tidak diperiksa.",
        "An indicator of a table of aims, sasaran or the agreement that is in no table with columns of realisasi or capaian, and "
        "not named with a figure in the text after that table. Only where most planned indicators are reported, and as "
        "information where more than two are not found (they may be renamed); tables of "
        "kegiatan and trees of performance are not examined.",
    )
    messages = {
        "found": Words(
            "Indikator “{stated}” direncanakan, tetapi realisasi dan capaiannya tidak disajikan.",
            "The indicator “{stated}” is planned, but its result is not presented.",
        ),
    }
    _HEAD = "LAPORAN KINERJA\nTAHUN 2021\n\nPengukuran kinerja tahun 2021 memakai Renstra.\n\n"
    _PLAN = (
        "Tabel 2.1 Tujuan dan Sasaran\n\nNo\tSasaran\tIndikator Kinerja\n1\tTertib\tIndeks ketertiban umum\n"
        "2\tAman\tJumlah kasus pencurian ternak\n3\tRukun\tPersentase desa rukun warga\n\n"
    )
    _RESULT = (
        "Tabel 3.1 Capaian\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian (%)\n1\tIndeks ketertiban umum\t80\t80\t100,00\n"
        "2\tPersentase desa rukun\t50\t40\t80,00\n"
    )
    good = (
        Example(_HEAD + _PLAN + _RESULT + "3\tJumlah kasus pencurian ternak\t4\t4\t100,00\n"),
        Example(_HEAD + _PLAN + _RESULT + "\nJumlah kasus pencurian ternak pada tahun 2021 sebanyak 4 kasus.\n"),
        Example(_HEAD + _PLAN + "Capaian disajikan dalam lampiran.\n"),
    )
    bad = (Example(_HEAD + _PLAN + _RESULT, "Jumlah kasus pencurian ternak"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        if report.identity.kind != "LKjIP":
            return
        results = [t for t in report.tables if t.column(Role.REALISATION, Role.ACHIEVEMENT)]
        reported = [_words(text) for t in results for text in _texts(t)]
        planned: dict[tuple[str, ...], list[tuple[str, Spot]]] = {}
        for table in report.tables:
            if table in results or not _of_aims(table):
                continue
            for text, spot in _indicators(table):
                planned.setdefault(_words(text), []).append((text, spot))
        missing = [w for w in planned if not any(_alike(w, r) for r in reported)]
        if not results or len(missing) * 2 > len(planned):
            return
        for words in missing:
            (text, spot), *others = planned[words]
            if not self._told(report, words, spot):
                yield Problem(
                    spot,
                    stated=re.sub(r"\s+", " ", text).strip(),
                    evidence=tuple(s for _, s in others),
                    severity=Severity.WARNING if len(missing) <= 2 else Severity.INFO,
                    content=(" ".join(words),),
                )

    def _told(self, report: Report, words: Sequence[str], spot: Spot) -> bool:
        """Whether the text after the plan names the indicator."""
        for sentence in report.sentences:
            if sentence.spot.block > spot.block:
                said = _words(sentence.text)
                shared = sum(1 for w in words if any(same_word(w, other) for other in said))
                if shared >= max(len(words) - 1, 2):
                    return True
        return False


def _of_aims(table: TypedTable) -> bool:
    """Whether a table sets out aims or sasaran with their indicators, and no kegiatan."""
    titles = [c.title.lower() for c in table.columns]
    return (
        any(re.search(r"\b(?:tujuan|sasaran)\b", t) for t in titles)
        and any(re.search(r"\bindikator\b", t) for t in titles)
        and not any(re.search(r"\bkegiatan\b|\bformula\b|strategi\b", t) for t in titles)
        and len(titles) <= 9
    )


def _indicators(table: TypedTable) -> Iterator[tuple[str, Spot]]:
    for column in table.columns:
        if not re.search(r"\bindikator\b", column.name, re.IGNORECASE) or re.search(
            r"program|target", column.name, re.IGNORECASE
        ):
            continue
        for row in table.rows:
            text = table.table.rows[row.index][column.index].text
            if row.kind in (RowKind.PART, RowKind.GROUP) and 3 <= len(_words(text)) <= 25 and "\n" not in text.strip():
                yield text, Spot(table.block, row.index, column.index, 0, len(text))


def _texts(table: TypedTable) -> Iterator[str]:
    """Cells of words in a table of results."""
    for row in table.rows:
        for cell in table.table.rows[row.index]:
            if len(_words(cell.text)) >= 2:
                yield cell.text
