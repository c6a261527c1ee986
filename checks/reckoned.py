"""Figures that one sentence reckons from others it names: growth from one amount to another, means, sums.

A sentence is read only where its own words say what is computed from what; any other wording is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Rule, Sentence, Severity, Term, Words
from reviewer.model.around import CHANGES, after, before, between, without_years

_REASON = Words(
    "Angka yang dihitung dari angka lain dalam kalimatnya harus dapat dihitung ulang (akurasi penyajian, Lampiran III "
    "PermenPANRB 53/2014).",
    "A figure made of others of its sentence must be possible to recompute (accuracy of presentation, PermenPANRB 53/2014, "
    "annex III).",
)


class SentenceGrowth(Check):
    """A percentage of change is what "from … to …" of its sentence makes."""

    code = "PCT021"
    name = "sentence-growth"
    severity = Severity.ERROR
    title = Words("Persentase perubahan “dari … menjadi …” salah", "A change in per cent “from … to …” is wrong")
    reason = _REASON
    docs = Words(
        "“turun 20,00 % …, yaitu dari Rp10 miliar menjadi Rp8 miliar” dan “dari 4.000 ton menjadi 4.200 ton atau naik 5,00 %”: "
        "perubahannya dihitung ulang, (baru - lama) / lama. Bila yang tertulis adalah selisihnya dalam poin, hanya info. "
        "Perubahan antara dua persentase ditangani PCT012.",
        "“turun 20,00 % …, yaitu dari Rp10 miliar menjadi Rp8 miliar” and “dari 4.000 ton menjadi 4.200 ton atau naik 5,00 %”: "
        "the change is recomputed, (new - old) / old. Where what is written is the difference in points, it is an info only. "
        "Changes between two percentages are PCT012's.",
    )
    messages = {
        "violated": Words(
            "Tertulis {stated}, padahal dari {old} menjadi {new} perubahannya {expected}.",
            "{stated} is written, but from {old} to {new} the change is {expected}.",
        ),
    }
    good = (
        Example("Anggaran turun 20,00% dibandingkan tahun 2023, yaitu dari Rp10.000.000,00 menjadi Rp8.000.000,00.\n"),
        Example("Produksi naik dari 4.000 ton pada tahun 2023 menjadi 4.200 ton atau naik 5,00%.\n"),
        Example("Kasus naik dari 22 kasus pada tahun 2017 menjadi 23 kasus atau bertambah 1 kasus (4,55 %).\n"),
        Example("Indeks naik dari 70,88 menjadi 71,46, sedangkan kemiskinan turun 0,51%.\n"),
        Example("Pendapatan naik 5,30 % karena wajib pajak bertambah dari 4.000 orang menjadi 4.800 orang.\n"),
        Example("Produksi naik dari 4.000 ton pada tahun 2019 menjadi 4.200 ton atau tumbuh 2,47% per tahun.\n"),
    )
    bad = (
        Example(
            "Anggaran turun 25,50% dibandingkan tahun 2023, yaitu dari Rp10.000.000,00 menjadi Rp8.000.000,00.\n",
            "25,50",
        ),
        Example("Produksi naik dari 4.000 ton pada tahun 2023 menjadi 4.200 ton atau naik 6,00%.\n", "6,00"),
        Example("Kasus naik dari 22 kasus pada tahun 2017 menjadi 23 kasus atau bertambah 1 kasus (4,35 %).\n", "4,35"),
        Example("Indeks naik dari 70,88 menjadi 71,46 atau tumbuh 0,28%.\n", "0,28"),
    )
    _FROM = re.compile(r"\bdari(?:\s+(?!target)[A-Za-z]+){0,3}\s*$", re.IGNORECASE)
    _TO = re.compile(r"^[A-Za-z\s,]{0,60}?\bmenjadi(?:\s+(?:sebesar|sebanyak|senilai))?\s*$", re.IGNORECASE)
    _CHANGED = re.compile(rf"\b{CHANGES}(?:\s+(?:sebesar|sebanyak))?\s*$", re.IGNORECASE)
    _NEXT = re.compile(
        rf"^\s*[a-z]*\s*,?\s*(?:(?:atau|sehingga|yaitu|berarti|dengan|ada|terjadi|mengalami|yang)\s+)*{CHANGES}"
        r"(?:\s+(?:sebesar|sebanyak))?\s*$",
        re.IGNORECASE,
    )
    _STEP = re.compile(r"^\s*[a-z]*\s*,?\s*(?:\(|atau(?:\s+sebesar)?)\s*$", re.IGNORECASE)

    _LEADS = frozenset(
        "di banding dibanding dibandingkan dengan tahun lalu sebelumnya yaitu yakni atau dari sebesar sebanyak senilai semula "
        "realisasi capaian nilai angka jumlah kondisi pada".split()
    )
    """Words that lead from the percentage to the amounts it is of."""
    _YEARLY = re.compile(r"^[\s)]*(?:per|setiap|tiap|/)\s*tahun|^[\s)]*rata-rata|^[\s)]*dari\b", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            figures = sentence.figures
            for i in range(len(figures) - 2):
                a, b, c = figures[i : i + 3]
                if a.percent and self._pair(sentence, b, c) and self._said_before(sentence, a, b):
                    yield from self._relation(a, b, c)
                elif self._pair(sentence, a, b):
                    if c.percent and self._NEXT.match(between(sentence, b, c)) and not self._yearly(sentence, c):
                        yield from self._relation(c, a, b)
                    elif i + 3 < len(figures) and self._detour(sentence, b, c, figures[i + 3]):
                        yield from self._relation(figures[i + 3], a, b)

    def _pair(self, sentence: Sentence, old: Figure, new: Figure) -> bool:
        """Whether the words are "from old to new", and the two are amounts of one kind."""
        alike = not old.percent and not new.percent and old.value > 0 and new.value > 0 and not (old.fault or new.fault)
        money = (old.unit == "Rp") == (new.unit == "Rp")
        return (
            alike
            and money
            and self._FROM.search(before(sentence, old)) is not None
            and self._TO.match(between(sentence, old, new)) is not None
        )

    def _yearly(self, sentence: Sentence, stated: Figure) -> bool:
        """Whether a growth is that of each year, or of something named behind it."""
        return self._YEARLY.match(without_years(after(sentence, stated))) is not None

    def _said_before(self, sentence: Sentence, stated: Figure, old: Figure) -> bool:
        """ "turun 20 % dibandingkan tahun 2023, yaitu dari …": nothing else is spoken of between the two."""
        words = between(sentence, stated, old).lower()
        subject = frozenset(re.findall(r"[a-z]+", sentence.text[: stated.spot.start - sentence.spot.start].lower()))
        said = set(re.findall(r"[a-z]+", words)) - self._LEADS - subject
        return self._CHANGED.search(before(sentence, stated)) is not None and not said and not re.search("[;.]", words)

    def _detour(self, sentence: Sentence, new: Figure, change: Figure, stated: Figure) -> bool:
        """ "menjadi 23 kasus atau bertambah 1 kasus (4,55 %)"."""
        return (
            stated.percent
            and not change.percent
            and self._NEXT.match(between(sentence, new, change)) is not None
            and self._STEP.match(between(sentence, change, stated)) is not None
        )

    def _relation(self, stated: Figure, old: Figure, new: Figure) -> Iterator[Relation]:
        if stated.value <= 0 or stated.fault:
            return
        falls = new.value < old.value
        result = replace(stated, value=-stated.value) if falls else stated
        points = abs(abs(new.value - old.value) - stated.value) <= stated.step
        yield Relation(
            Rule.GROWTH,
            result,
            (Term(new), Term(old)),
            params=(("old", old.text), ("new", new.text)),
            severity=Severity.INFO if points else None,
        )


class SentenceOf(Check):
    """ "Dari 59 orang, 33 orang atau 55,93 % …": the part of the whole that opens the sentence."""

    code = "PCT024"
    name = "sentence-of"
    severity = Severity.ERROR
    title = Words("Persentase “dari x, y atau z %” salah", "A percentage of “dari x, y atau z %” is wrong")
    reason = _REASON
    docs = Words(
        "“Dari 59 orang PNS, sebanyak 33 orang atau 55,93 % bergolongan III”: persentasenya dihitung ulang dari kedua bilangan, "
        "bila keduanya bersatuan sama dan kalimat (atau anak kalimatnya) dibuka dengan “Dari”.",
        "“Dari 59 orang PNS, sebanyak 33 orang atau 55,93 % bergolongan III”: the percentage is recomputed from the two numbers, "
        "where they have one unit and the sentence (or its clause) opens with “Dari”.",
    )
    messages = {
        "violated": Words(
            "Tertulis {stated}, padahal {part} dari {whole} adalah {expected}.",
            "{stated} is written, but {part} of {whole} is {expected}.",
        ),
    }
    good = (
        Example("Dari 59 orang PNS, sebanyak 33 orang atau 55,93 % adalah golongan III.\n"),
        Example("Dari 59 orang PNS, sebanyak 33 orang telah dilatih dan 60,00 % di antaranya lulus.\n"),
        Example("Dari 201 penugasan yang direncanakan, terlaksana 207 penugasan atau 102,99%.\n"),
        Example("Dari 100 desa, 60 desa atau 80,00% dari target 75 desa telah membentuk kelompok.\n"),
    )
    bad = (
        Example("Dari 59 orang PNS, sebanyak 33 orang atau 60,93 % adalah golongan III.\n", "60,93"),
        Example("Kebutuhan auditor adalah 60 orang, sehingga baru terpenuhi 42 orang atau 72,00%.\n", "72,00"),
    )
    _OPENS = re.compile(r"(?:^|[.;]\s*)\s*dari(?:\s+(?:total|jumlah|seluruh|sebanyak|sejumlah))*\s*$", re.IGNORECASE)
    _PART = re.compile(r"^[^,;.]{0,60},\s*(?:[a-z]+\s+){0,10}$", re.IGNORECASE)
    _DONE = re.compile(
        r",\s*(?:sehingga\s+)?(?:baru\s+|telah\s+|sudah\s+|hanya\s+|yang\s+)*"
        r"(?:terpenuhi|terlaksana|terealisasi|tercapai|selesai|ditindaklanjuti|dilaksanakan|diselesaikan)\b[^,;]{0,20}$",
        re.IGNORECASE,
    )
    _STATES = re.compile(r"^(?:\s+[a-z]+){0,3}\s*(?:\(|,?\s*atau(?:\s+sebesar)?)\s*$", re.IGNORECASE)
    _ANOTHER = re.compile(r"^\s*(?:lebih|terhadap|dari(?!\s+(?:total|jumlah|seluruh|keseluruhan)))\b", re.IGNORECASE)
    """Behind the percentage: it is rough, or of another whole."""

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            for whole, part, stated in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
                if not stated.percent or whole.unit != part.unit or part.value <= 0 or part.decimals:
                    continue
                done = self._DONE.search(between(sentence, whole, part)) is not None
                opens = self._OPENS.search(before(sentence, whole)) is not None and part.value <= whole.value
                if not whole.exact or not part.exact or whole.value <= 0 or not (opens or done):
                    continue
                if self._ANOTHER.match(after(sentence, stated)) or re.search(
                    r"\btarget\b", before(sentence, whole), re.I
                ):
                    continue
                if self._PART.match(between(sentence, whole, part)) and self._STATES.match(
                    between(sentence, part, stated)
                ):
                    params = (("part", part.text), ("whole", whole.text))
                    yield Relation(Rule.PERCENT, stated, (Term(part), Term(whole)), params=params)


class SentenceMean(Check):
    """A mean in a sentence is that of the marks it names."""

    code = "PCT022"
    name = "sentence-mean"
    severity = Severity.WARNING
    title = Words("Rata-rata dalam kalimat salah hitung", "A mean in a sentence is miscalculated")
    reason = _REASON
    docs = Words(
        "“semester I 80,10 dan semester II 82,20, sehingga rata-rata 81,15”: rata-ratanya dihitung ulang dari nilai-nilai yang "
        "disebut sebelumnya dalam kalimat itu, bila semuanya berdesimal sama dan tidak ada angka lain di antaranya.",
        "“semester I 80,10 dan semester II 82,20, sehingga rata-rata 81,15”: the mean is recomputed from the marks named before "
        "it in the sentence, where all have the same decimals and no other number stands between.",
    )
    messages = {
        "violated": Words(
            "Rata-rata tertulis {stated}, padahal rata-rata {count} nilai dalam kalimat itu adalah {expected}.",
            "The mean says {stated}, but the mean of the {count} marks of that sentence is {expected}.",
        ),
    }
    good = (
        Example("Semester I bernilai 80,10 dan semester II bernilai 82,20, sehingga nilai rata-rata 81,15.\n"),
        Example("Nilai semester I 80,10 naik 2,10 dari 78,00, sehingga rata-rata kota 81,50.\n"),
        Example("Unsur terendah adalah waktu 3,12 dan biaya 3,20, sehingga rata-rata 3,38 perlu ditingkatkan.\n"),
    )
    bad = (
        Example("Semester I bernilai 80,10 dan semester II bernilai 82,20, sehingga nilai rata-rata 81,51.\n", "81,51"),
    )
    _SAID = re.compile(
        r"\b(?:sehingga|maka|jadi)\s+(?:diperoleh\s+|nilai\s+|capaian\s+|skor\s+|indeks\s+)*rata[ -]*rata(?:nya)?"
        r"(?:\s+(?:nilai|capaian|sebesar|adalah|tahun ini))*\s*$",
        re.IGNORECASE,
    )

    _SOME = re.compile(
        rf"\b{CHANGES}\b|\bdari\b|target|terendah|tertinggi|terkecil|terbesar|bobot|antara lain|di ?antaranya", re.I
    )
    """The marks named are not all that the mean is of, or are weighed."""

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            for i, stated in enumerate(sentence.figures):
                parts = sentence.figures[:i]
                if i < 2 or not stated.decimals or not self._SAID.search(before(sentence, stated)):
                    continue
                words = sentence.text[: stated.spot.start - sentence.spot.start]
                if _alike([*parts, stated]) and not self._SOME.search(words):
                    yield Relation(Rule.MEAN, stated, tuple(map(Term, parts)), params=(("count", str(len(parts))),))


def _alike(figures: Sequence[Figure]) -> bool:
    first = figures[0]
    return all(
        (f.decimals, f.percent, f.unit == "Rp", f.fault) == (first.decimals, first.percent, False, "") for f in figures
    )


class SentenceTotal(Check):
    """ "… sehingga seluruhnya 20 indikator": a total at the end of a sentence is the sum of what it names."""

    code = "CNT009"
    name = "sentence-total"
    severity = Severity.ERROR
    title = Words("Jumlah di akhir kalimat salah", "The total at a sentence's end is wrong")
    reason = _REASON
    docs = Words(
        "“sasaran 1 sebanyak 5 indikator dan sasaran 2 sebanyak 4 indikator, sehingga seluruhnya 9 indikator” dan “12 unit "
        "ditambah 32 unit sehingga menjadi 44 unit”: jumlahnya dihitung ulang dari bilangan bersatuan sama yang disebut "
        "sebelumnya dalam kalimat itu.",
        "“sasaran 1 sebanyak 5 indikator dan sasaran 2 sebanyak 4 indikator, sehingga seluruhnya 9 indikator” and “12 unit "
        "ditambah 32 unit sehingga menjadi 44 unit”: the total is recomputed from the numbers of the same unit named before it "
        "in the sentence.",
    )
    messages = {
        "violated": Words(
            "Jumlah tertulis {stated}, padahal {count} bilangan dalam kalimat itu berjumlah {expected}.",
            "The total says {stated}, but the {count} numbers of that sentence make {expected}.",
        ),
    }
    good = (
        Example(
            "Sasaran 1 sebanyak 5 indikator dan sasaran 2 sebanyak 4 indikator, sehingga seluruhnya 9 indikator.\n"
        ),
        Example("Kondisi awal 12 unit ditambah target sebanyak 32 unit sehingga menjadi 44 unit.\n"),
        Example(
            "Surplus sebesar Rp1.500.000,- ditambah SiLPA tahun lalu sebesar Rp3.200.000,- menjadi Rp4.700.000,-.\n"
        ),
        Example("Kegiatan bertambah dari 12 unit menjadi 15 unit, sehingga seluruhnya 40 unit.\n"),
        Example("Setiap kecamatan mengirim 2 orang kader dan 3 orang pendamping, sehingga seluruhnya 45 orang.\n"),
        Example(
            "Sebanyak 25 orang dilatih pada bulan Maret dan 30 orang pada bulan Juni, dengan total 50 orang lulus.\n"
        ),
    )
    bad = (
        Example(
            "Sasaran 1 sebanyak 5 indikator dan sasaran 2 sebanyak 4 indikator, sehingga seluruhnya 8 indikator.\n", "8"
        ),
        Example("Kondisi awal 12 unit ditambah target sebanyak 32 unit sehingga menjadi 42 unit.\n", "42"),
        Example(
            "Surplus sebesar Rp1.600.000,- ditambah SiLPA tahun lalu sebesar Rp3.200.000,- menjadi Rp4.700.000,-.\n",
            "4.700.000",
        ),
    )
    _ALL = re.compile(
        r"\b(?:(?:sehingga|jadi|maka)\s+(?:jumlah\s+)?(?:seluruhnya|totalnya|jumlahnya|total|berjumlah|keseluruhannya)|"
        r"dengan\s+(?:jumlah|total)\s+(?:seluruhnya|keseluruhan(?:nya)?))(?:\s+(?:ada|menjadi|sebanyak|sebesar|adalah))*\s*$",
        re.IGNORECASE,
    )
    _ORDINAL = re.compile(
        r"\b(?:sasaran|tujuan|misi|strategi|program|bidang|seksi|kelas|tahap)\s+(?:strategis\s+)?$", re.I
    )
    _PLUS = re.compile(
        r"\b(?:sehingga|maka)\s+(?:jumlahnya\s+|seluruhnya\s+)?menjadi(?:\s+(?:sebanyak|sebesar))?\s*$", re.I
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            for i, stated in enumerate(sentence.figures):
                if i < 2 or not stated.exact or stated.fault:
                    continue
                parts = self._parts(sentence, stated, sentence.figures[:i])
                if parts:
                    yield Relation(Rule.SUM, stated, tuple(map(Term, parts)), params=(("count", str(len(parts))),))

    def _added(self, sentence: Sentence, stated: Figure, earlier: Sequence[Figure]) -> Sequence[Figure]:
        """ "sebesar Rp A … ditambah … sebesar Rp B menjadi Rp C", where nothing else is spoken of between the amounts."""
        if len(earlier) < 2 or stated.unit != "Rp" or any(f.unit != "Rp" or not f.exact for f in earlier[-2:]):
            return ()
        first, second = earlier[-2:]
        joined = re.search(r"\bditambah\b", between(sentence, first, second), re.IGNORECASE)
        other = re.search(r"dikurang|[;.]|\bdan\b", between(sentence, first, second), re.IGNORECASE)
        ends = re.match(
            r"^[\s,-]*(?:sehingga\s+|maka\s+)?menjadi(?:\s+sebesar)?\s*$", between(sentence, second, stated)
        )
        return (first, second) if joined and not other and ends and min(first.value, second.value) > 0 else ()

    def _parts(self, sentence: Sentence, stated: Figure, earlier: Sequence[Figure]) -> Sequence[Figure]:
        if pair := self._added(sentence, stated, earlier):
            return pair
        lead = before(sentence, stated)
        whole, added = self._ALL.search(lead), self._PLUS.search(lead)
        if not whole and not added:
            return ()
        earlier = [f for f in earlier if not self._ORDINAL.search(before(sentence, f))]
        same = [f for f in earlier if f.unit == stated.unit and stated.unit]
        clause = sentence.text[: stated.spot.start - sentence.spot.start]
        if len(same) < 2 or len(same) != len(earlier) or any(not f.exact or f.fault or f.value <= 0 for f in same):
            return ()
        if re.search(
            rf"\b{CHANGES}\b|\bdari\b(?! seluruh)|dikurangi|di ?antaranya|termasuk|per\b|tiap\b|masing|\bkali\b|@",
            clause,
            re.IGNORECASE,
        ):
            return ()
        if whole and max(f.value for f in same) <= stated.value * 2:
            return same
        plus = [
            re.search(r"\bditambah\b|\bdan\b|,", between(sentence, a, b), re.I)
            for a, b in zip(same, same[1:], strict=False)
        ]
        return same if added and all(plus) and re.search(r"\bditambah\b", clause, re.IGNORECASE) else ()
