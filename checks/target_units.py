"""CLS: targets whose unit is not what their indicator counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Role, Severity, Spot, TypedTable, Words

_DOCUMENTS = frozenset(
    "dokumen laporan rekomendasi naskah buku peraturan perda raperda perbup berkas eksemplar judul surat dok lap".split()
)
_PEOPLE = frozenset("orang peserta pegawai siswa warga penduduk jiwa guru asn pns org".split())
_GROUPS = frozenset(
    "ormas lsm organisasi kelompok lembaga desa kelurahan kecamatan sekolah partai parpol koperasi umkm perusahaan "
    "yayasan "
    "forum".split()
)
_KINDS = ((_DOCUMENTS, "dokumen"), (_PEOPLE, "orang"), (_GROUPS, "lembaga"))


def _kind_of(word: str) -> str:
    return next((kind for words, kind in _KINDS if word.lower() in words), "")


def _words_of(kind: str) -> frozenset[str]:
    return next(words for words, name in _KINDS if name == kind)


class TargetUnit(Check):
    """The target is in the unit that the indicator counts."""

    code = "CLS005"
    name = "target-unit"
    severity = Severity.WARNING
    title = Words("Satuan target tidak sesuai indikator", "The target's unit is not what the indicator counts")
    reason = Words(
        "Indikator yang baik terukur: “Jumlah dokumen …” ditargetkan dalam dokumen, bukan dalam orang.",
        "A good indicator is measurable: “Jumlah dokumen …” has its target in documents, not in persons.",
    )
    docs = Words(
        "Indikator “Jumlah …” yang menghitung dokumen dengan target dalam orang, atau sebaliknya (peringatan); yang "
        "menghitung lembaga atau kelompok dengan target dalam orang atau dokumen (info); dan satu indikator dengan "
        "target dalam dua satuan (info). Indikator yang sendiri menyebut satuan targetnya dibiarkan.",
        "An indicator “Jumlah …” that counts documents with a target in persons, or the other way round (warning); "
        "one that counts bodies or groups with a target in persons or documents (information); and one indicator "
        "with a target in two units (information). An indicator that itself names the target's unit is left alone.",
    )
    messages = {
        "unit": Words(
            "Indikator “{indicator}” menghitung {counted}, tetapi targetnya {stated}.",
            "The indicator “{indicator}” counts {counted}, but its target is {stated}.",
        ),
        "two": Words(
            "Satu indikator (“{indicator}”) bertarget dalam dua satuan: {stated}.",
            "One indicator (“{indicator}”) has a target in two units: {stated}.",
        ),
    }
    _HEAD = "Tabel 1 Target\n\nNo\tSasaran\tIndikator Kinerja\tTarget\tAnggaran (Rp)\n"
    good = (
        Example(
            _HEAD
            + "1\tTertib\tJumlah dokumen rencana\t4 dokumen\t1.000.000\n2\tMampu\tJumlah peserta pelatihan dan laporannya\t2 "
            "laporan\t2.000.000\n3\tMampu\tJumlah jasa surat\t12 bulan\t3.000.000\n"
            "4\tAman\tPersentase kasus selesai\t100 %\t4.000.000\n"
        ),
    )
    bad = (
        Example(
            _HEAD
            + "1\tTertib\tJumlah dokumen rencana\t33 orang\t1.000.000\n2\tMampu\tJumlah peserta\t20 orang\t2.000.000\n",
            "33 orang",
        ),
        Example(
            _HEAD
            + "1\tTertib\tJumlah Ormas yang dibina\t50 orang\t1.000.000\n2\tMampu\tJumlah peserta\t20 orang\t2.000.000\n",
            "50 orang",
        ),
        Example(
            _HEAD
            + "1\tTertib\tJumlah dokumen rencana\t100 % 2 dokumen\t1.000.000\n2\tMampu\tJumlah peserta\t20 orang\t2.000.000\n",
            "2 dokumen",
        ),
    )
    _COUNTS = re.compile(r"^\W*(?:jumlah|banyaknya|jml\.?)\s+(?P<noun>[A-Za-z]+)", re.IGNORECASE)
    _UNITS = re.compile(r"(?P<number>\d[\d.,]*)\s*(?P<unit>%|persen\b|[A-Za-z]{2,})")

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            indicators = [
                c.index for c in table.columns if "indikator" in c.title.lower() and c.role is not Role.NUMBER
            ]
            targets = [c.index for c in table.columns if c.role is Role.TARGET]
            units = [c.index for c in table.columns if c.role is Role.UNIT]
            for target in targets[:1]:
                beside = [i for i in indicators if i < target]
                if beside:
                    yield from self._rows(table, beside[-1], target, units)

    def _rows(self, table: TypedTable, indicator: int, target: int, units: Sequence[int]) -> Iterator[Problem]:
        for row in table.rows:
            cells = table.table.rows[row.index]
            named, told = cells[indicator].text, cells[target].text
            if not named.strip() or not told.strip() or _several(named):
                continue
            spot = Spot(table.block, row.index, target, 0, len(told))
            shown = re.sub(r"\s+", " ", named).strip()
            found = [(m["unit"].lower(), m.group()) for m in self._UNITS.finditer(told)]
            if not found and units and re.search(r"\d", told):
                unit = cells[units[0]].text.strip()
                found = [(unit.lower(), f"{told.strip()} {unit}")] if re.fullmatch(r"[A-Za-z]+|%", unit) else []
            about = (("indicator", shown[:90]),)
            if len(found) == 2 and _apart(found[0][0], found[1][0]) and not re.search(r"[/()]", told):
                stated = "; ".join(text for _, text in found)
                yield Problem(spot, "two", stated=stated, params=about, severity=Severity.INFO)
                continue
            counts = self._COUNTS.match(named)
            counted = _kind_of(counts["noun"]) if counts else ""
            unit = _kind_of(found[0][0]) if len(found) == 1 else ""
            if counts is None or not counted or not unit or counted == unit:
                continue
            if any(word.startswith(own) for word in re.findall(r"[a-z]+", named.lower()) for own in _words_of(unit)):
                continue
            yield Problem(
                spot,
                "unit",
                stated=re.sub(r"\s+", " ", found[0][1]),
                params=(*about, ("counted", counts["noun"].lower())),
                severity=Severity.INFO if "lembaga" in (counted, unit) else None,
            )


def _several(named: str) -> bool:
    """A cell that holds more than one indicator."""
    return len(re.findall(r"\b(?:jumlah|persentase|prosentase|rasio|nilai|tingkat|indeks)\b", named, re.IGNORECASE)) > 1


def _apart(a: str, b: str) -> bool:
    """Whether two units measure different things."""
    if "%" in (a, b) or "persen" in (a, b):
        return a != b and {a, b} != {"%", "persen"} and bool(_kind_of(a) or _kind_of(b))
    return bool(_kind_of(a)) and bool(_kind_of(b)) and _kind_of(a) != _kind_of(b)
