"""Figures in sentences: parts of a whole, shares, changes and capaian that one clause states and one clause can prove.

A sentence is read only where its own words say what is computed from what; any other wording is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Rule, Sentence, Term, Words
from reviewer.model.arithmetic import Match, compare

_COUNTS = Words(
    "Jumlah yang disebut dalam teks harus sama dengan yang dirinci (akurasi penyajian, Lampiran III PermenPANRB "
    "53/2014).",
    "A count stated in the text must equal what is listed (accuracy of presentation, PermenPANRB 53/2014, annex III).",
)
_RATIOS = Words(
    "Capaian dihitung dari realisasi dibandingkan target (Lampiran II PermenPANRB 53/2014); bagian dan perubahan "
    "dihitung dari nilai yang disebut.",
    "Capaian is realisasi against target (PermenPANRB 53/2014, annex II); shares and changes are computed from the "
    "figures stated.",
)
_STOP = re.compile(r";|[.!?:]\s+(?=[A-Z\"“])")
_BRACKETS = re.compile(r"\([^()]*\)")
_ABOUT = re.compile(
    r"hampir|sekitar|kisaran|kurang|lebih|lebih dari|±|minimal|maksimal|paling|di ?atas|di ?bawah|antara", re.I
)
_NOT = re.compile(r"\bbelum\b|\btidak\b|\btanpa\b|\bbukan\b|\bsisa", re.IGNORECASE)
_SPELT = re.compile(
    r"\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|seorang|sebuah|beberapa|"
    r"sisanya|selebihnya|selainnya|masing|termasuk|di ?antaranya|antara lain|di ?mana)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:per|setiap|tiap|@)\b", re.IGNORECASE)
_IN_YEAR = re.compile(r"\b(?:(?:pada|untuk|di)\s+)?(?:tahun(?:\s+anggaran)?|TA\.?)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|berubah)\b", re.IGNORECASE)


def _before(sentence: Sentence, figure: Figure, length: int = 120) -> str:
    """The words of its clause before a figure."""
    end = figure.spot.start - sentence.spot.start
    return _STOP.split(sentence.text[max(0, end - length) : end])[-1]


def _between(sentence: Sentence, left: Figure, right: Figure) -> str:
    """The words between two figures; numbers in words in brackets are dropped."""
    start = sentence.spot.start
    return _BRACKETS.sub("", sentence.text[left.spot.end - start : right.spot.start - start])


def _after(sentence: Sentence, figure: Figure) -> str:
    """The words of its clause after a figure."""
    return _STOP.split(sentence.text[figure.spot.end - sentence.spot.start :])[0]


def _plain(*figures: Figure) -> bool:
    return all(not f.fault and f.value > 0 for f in figures)


class SentenceParts(Check):
    """A whole equals the parts that its own sentence gives."""

    code = "CNT005"
    name = "sentence-parts"
    title = Words("Jumlah tidak sama dengan rincian dalam kalimatnya", "A number does not equal its sentence's parts")
    reason = _COUNTS
    docs = Words(
        "Kalimat “43 orang, terdiri atas 27 orang PNS dan 16 orang tenaga kontrak”: bagian-bagiannya dijumlahkan bila "
        "semuanya bersatuan sama dengan jumlahnya, disambung koma dan “dan”, dan tidak ada bilangan lain di "
        "antaranya.",
        "A sentence “43 orang, terdiri atas 27 orang PNS dan 16 orang tenaga kontrak”: the parts are added up where "
        "they all have the unit of the whole, are joined by commas and “dan”, and no other number stands between.",
    )
    messages = {
        "violated": Words(
            "Disebut {stated} {unit}, tetapi {count} bagian dalam kalimat itu berjumlah {expected} (selisih "
            "{difference}).",
            "{stated} {unit} are stated, but the {count} parts in that sentence add up to {expected} ({difference} "
            "apart).",
        ),
    }
    good = (
        Example("Dinas didukung oleh 42 orang pegawai, terdiri atas 27 orang PNS dan 15 orang tenaga kontrak.\n"),
        Example("Dari 42 orang pegawai, terdiri dari 27 orang PNS, dua orang PPPK dan 13 orang tenaga kontrak.\n"),
        Example("Pegawai 40 orang yang terdiri dari 4 bidang dan 12 seksi.\n"),
        Example(
            "Pegawai 40 orang terdiri dari 25 orang laki-laki dan 15 orang perempuan, 30 orang PNS dan 10 orang "
            "honorer.\n"
        ),
    )
    bad = (
        Example("Dinas didukung oleh 42 orang pegawai, terdiri atas 27 orang PNS dan 16 orang tenaga kontrak.\n", "42"),
        Example(
            "Penduduk sebanyak 43.320 jiwa yang terdiri dari 23.598 jiwa laki-laki dan 19.822 jiwa perempuan.\n",
            "43.320",
        ),
    )
    _LEAD = re.compile(
        r"^(?:[\s,]+[A-Za-z/-]+){0,6}?[\s,]+(?:yang )?(?:terdiri (?:dari|atas)|terbagi (?:atas|menjadi)|"
        r"dengan rincian(?: sebagai berikut)?)\s*:?\s*(?:sebanyak )?$",
        re.IGNORECASE,
    )
    _JOINED = re.compile(r",|\b(?:dan|serta)\b", re.IGNORECASE)
    _LAST = re.compile(r"\b(?:dan|serta)\b", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            for i, whole in enumerate(sentence.figures[:-2]):
                parts = self._parts(sentence, whole, sentence.figures[i + 1 :])
                if len(parts) > 1 and all(p.value < whole.value for p in parts):
                    yield from self._relations(whole, parts)

    def _parts(self, sentence: Sentence, whole: Figure, rest: Sequence[Figure]) -> list[Figure]:
        """The parts of a whole, none where the words do not plainly list them all."""
        if not whole.unit.isalpha() or not whole.exact or not self._LEAD.match(_between(sentence, whole, rest[0])):
            return []
        parts = [rest[0]]
        for figure in rest[1:]:
            between = _between(sentence, parts[-1], figure)
            if _STOP.search(between):
                break
            if figure.unit != whole.unit:
                return []
            if not self._JOINED.search(between) or _SPELT.search(between) or len(between) > 80:
                return []
            parts.append(figure)
        if {p.unit for p in parts} != {whole.unit} or not _plain(whole, *parts) or len(parts) < 2:
            return []
        tail = _BRACKETS.sub("", _after(sentence, parts[-1]))
        closed = self._LAST.search(_between(sentence, parts[-2], parts[-1]))
        each = any(_EACH.search(_after(sentence, p).split(",")[0]) for p in parts)
        return parts if closed and not each and not _SPELT.search(tail) else []

    def _relations(self, whole: Figure, parts: list[Figure]) -> Iterator[Relation]:
        """All parts, or the first few where the sentence goes on to divide the whole in another way."""
        for count in (len(parts), *range(2, len(parts))):
            terms = tuple(Term(p) for p in parts[:count])
            params = (("unit", whole.unit), ("count", str(count)))
            yield Relation(Rule.SUM, whole, terms, params=params, choice="sentence")


class SentenceShare(Check):
    """A percentage is what "x dari y" makes, or a change against what it was made from."""

    code = "PCT006"
    name = "sentence-share"
    title = Words("Persentase “x dari y” dalam kalimat salah hitung", "A percentage of “x dari y” is miscalculated")
    reason = _RATIOS
    docs = Words(
        "“11 dari 14 desa atau 78,57 %” dan “bertambah sebesar Rp21.000.000 atau 2,10 % dari anggaran murni sebesar "
        "Rp1.000.000.000”: persentasenya dihitung ulang dari dua bilangan itu. Kata “sekitar”, “lebih dari” atau "
        "“belum” di antaranya membuat kalimat itu dibiarkan.",
        "“11 dari 14 desa atau 78,57 %” and “bertambah sebesar Rp21.000.000 atau 2,10 % dari anggaran murni sebesar "
        "Rp1.000.000.000”: the percentage is recomputed from the two numbers. Words such as “sekitar”, “lebih dari” "
        "or “belum” between them leave the sentence alone.",
    )
    messages = {
        "violated": Words(
            "Tertulis {stated}, padahal {numerator} dari {denominator} adalah {expected}.",
            "{stated} is written, but {numerator} of {denominator} is {expected}.",
        ),
    }
    good = (
        Example("Desa yang menetapkan anggaran tepat waktu sebanyak 11 dari 14 desa atau 78,57 %.\n"),
        Example("Baru 11 dari 14 desa yang melapor atau sekitar 80 %.\n"),
        Example(
            "Anggaran bertambah sebesar Rp. 21.164.000,- atau 0,81 % dari anggaran murni sebesar Rp. 2.620.135.000,-.\n"
        ),
    )
    bad = (
        Example("Desa yang menetapkan anggaran tepat waktu sebanyak 11 dari 14 desa atau 85,71 %.\n", "85,71"),
        Example("Desa yang menetapkan anggaran tepat waktu sebanyak 11 dari 14 desa (85,71 %).\n", "85,71"),
        Example(
            "Anggaran bertambah sebesar Rp. 21.164.000,- atau 2,01 % dari anggaran murni sebesar Rp. 2.620.135.000,-.\n",
            "2,01",
        ),
    )
    _OF = re.compile(
        r"^(?:\s+[A-Za-z]+){0,2}?\s+dari\s+(?:(?:total|jumlah|seluruh|keseluruhan|sebanyak|sejumlah)\s+){0,3}$",
        re.IGNORECASE,
    )
    _STATES = re.compile(r"^(?:[\s,]+[A-Za-z/-]+){0,8}?[\s,]*(?:\batau\s+(?:sebesar\s+|sebanyak\s+)?|\(\s*)$", re.I)
    _CHANGES = re.compile(
        r"\b(?:bertambah|berkurang|naik|turun|meningkat|menurun|kenaikan|penurunan|peningkatan|penambahan|"
        r"pengurangan)\b[^.;\d]{0,40}$",
        re.IGNORECASE,
    )
    _FROM = re.compile(
        r"^\s*\)?\s*(?:dari|dibandingkan|dibanding|terhadap)(?:\s+[A-Za-z-]+){0,8}?(?:\s+(?:sebesar|senilai))?\s*$",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            figures = sentence.figures
            for i in range(len(figures) - 2):
                first, second, third = figures[i : i + 3]
                if third.percent:
                    yield from self._share(sentence, first, second, third)
                elif second.percent and not any(f.unit == "Rp" for f in figures[:i]):
                    yield from self._change(sentence, first, second, third)

    def _share(self, sentence: Sentence, part: Figure, whole: Figure, stated: Figure) -> Iterator[Relation]:
        counted = all(f.exact and not f.decimals and f.unit != "Rp" for f in (part, whole)) and _plain(part, whole)
        if not counted or part.value > whole.value or part.unit not in ("dari", whole.unit):
            return
        lead = sentence.text[whole.spot.end - sentence.spot.start : stated.spot.start - sentence.spot.start]
        said = re.sub(r"^\s*\([A-Za-z\s]+\)", "", lead)
        if not self._OF.match(_between(sentence, part, whole)) or not self._STATES.match(said):
            return
        if _ABOUT.search(said) or _NOT.search(said) or _CHANGED.search(_before(sentence, part, 40)):
            return
        yield _percent(stated, part, whole)

    def _change(self, sentence: Sentence, change: Figure, stated: Figure, base: Figure) -> Iterator[Relation]:
        if change.unit != base.unit or not change.unit or not _plain(change, stated, base) or base.percent:
            return
        link, onto = _between(sentence, change, stated), _between(sentence, stated, base)
        if not self._CHANGES.search(_before(sentence, change, 60)) or not self._FROM.match(_IN_YEAR.sub("", onto)):
            return
        if not re.fullmatch(r"\s*,?\s*(?:atau\s+(?:sebesar\s+)?|\(\s*)", link, re.I) or re.search(
            "menjadi|target", onto, re.I
        ):
            return
        others = (compare(Rule.PERCENT, stated, ((change, 1), (b, 1))) for b in _other_bases(base, change))
        if Match.HOLDS not in others:
            yield _percent(stated, change, base)


def _other_bases(base: Figure, change: Figure) -> Iterator[Figure]:
    """What the base was, where the sentence names the changed amount instead of it."""
    for value in (base.value - change.value, base.value + change.value):
        if value > 0:
            yield replace(base, value=value)


def _percent(stated: Figure, part: Figure, whole: Figure, rule: Rule = Rule.PERCENT) -> Relation:
    params = (("numerator", part.text), ("denominator", whole.text))
    return Relation(rule, stated, (Term(part), Term(whole)), params=params, choice="sentence")


class SentenceAchievement(Check):
    """The capaian of a sentence is what its realisasi and target make."""

    code = "PCT007"
    name = "sentence-achievement"
    title = Words("Capaian dalam kalimat salah hitung", "A capaian in a sentence is miscalculated")
    reason = _RATIOS
    docs = Words(
        "Kalimat yang menyebut realisasi, target dan capaiannya (“112 dari target 98, sehingga capaian 85,71 persen”; "
        "“target 92 persen dan terealisasi 87,40 persen atau capaian 95,00 persen”): capaiannya dihitung ulang. "
        "Rumus yang lazim diterima semuanya: R/T, (2T-R)/T dan T/R, juga batas atas 100, 110, 120, 130, 150 dan 200; "
        "hanya bila tidak satu pun cocok, ia dilaporkan.",
        "A sentence that states realisasi, target and capaian (“112 dari target 98, sehingga capaian 85,71 persen”; "
        "“target 92 persen dan terealisasi 87,40 persen atau capaian 95,00 persen”): the capaian is recomputed. All "
        "customary formulas are accepted: R/T, (2T-R)/T and T/R, and the caps 100, 110, 120, 130, 150 and 200; it is "
        "reported only where none fits.",
    )
    messages = {
        "violated": Words(
            "Capaian tertulis {stated}, padahal realisasi {numerator} dari target {denominator} adalah {expected}.",
            "Capaian says {stated}, but realisasi {numerator} of target {denominator} is {expected}.",
        ),
    }
    good = (
        Example("Angka kematian ibu sebesar 112 dari target 98 sehingga capaian kinerja sebesar 85,71 persen.\n"),
        Example("Target desa tertib 92 persen dan terealisasi 87,40 persen atau capaian 95,00 persen.\n"),
        Example(
            "Indikator itu terealisasi 70 persen dari target 50 persen, sehingga capaiannya dihitung 120 persen.\n"
        ),
        Example("Produksi mencapai 4.318 ton dari target 4.250 ton atau naik 5,12% dari tahun lalu.\n"),
        Example("Produksi 4.318 ton atau 101,60 % dari target dan panen melampaui target sebesar 120 ton.\n"),
    )
    bad = (
        Example(
            "Angka kematian ibu sebesar 112 dari target 98 sehingga capaian kinerja sebesar 94,17 persen.\n", "94,17"
        ),
        Example("Target desa tertib 92 persen dan terealisasi 87,40 persen atau capaian 85,10 persen.\n", "85,10"),
        Example("Capaian sebesar 90,71 poin atau sebesar 89,8 persen dari target sebesar 90,93 poin.\n", "89,8"),
    )
    _TARGET = re.compile(r"\btarget\w*(?:[\s,]+(?!reali|terealisasi|capai)[A-Za-z()-]+){0,8}\s*:?\s*$", re.IGNORECASE)
    _OF_TARGET = re.compile(
        r"\b(?:dari|terhadap|melampaui|dibandingkan|dibandingkan dengan|dibanding)\s+target\w*"
        r"(?:[\s,]+[A-Za-z()-]+){0,6}\s*$",
        re.IGNORECASE,
    )
    _REALISED = re.compile(r"\breali[sz]asi\w*|\bterealisasi\w*|\btercapai\b|\bdicapai\b", re.IGNORECASE)
    _RESULT = re.compile(
        r"(?:\batau\b|\(|\bcapaian\w*\b|\bsehingga\b)(?:\s+[A-Za-z]+){0,5}\s*$",
        re.IGNORECASE,
    )
    _OTHER = re.compile(
        r"naik|turun|meningkat|menurun|selisih|deviasi|rendah|tinggi|banding|kenaikan|penurunan|tahun|serap|anggaran|"
        r"fisik|rata|nasional|renstra|rpjmd|tumbuh|poin",
        re.IGNORECASE,
    )
    _LOWER = re.compile(
        r"\b(?:angka|tingkat|prevalensi|persentase|jumlah|kasus)\s+(?:penduduk\s+)?(?:kematian|kemiskinan|miskin|stunting|"
        r"pengangguran|putus sekolah|temuan|pelanggaran|kecelakaan|gizi buruk)",
        re.IGNORECASE,
    )
    """Indicators of which less is better."""
    _CAPS = (100, 110, 120, 130, 150, 200)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            figures = [f for f in sentence.figures if not _a_rate(sentence, f)]
            for i in range(len(figures) - 2):
                operands = self._operands(sentence, *figures[i : i + 3])
                if operands is None:
                    continue
                stated, realised, target = operands
                comparable = _one_unit(realised, target) and _plain(realised, target, stated)
                if comparable and not self._capped(stated, realised, target):
                    yield from self._relations(sentence, stated, realised, target)

    def _operands(self, sentence: Sentence, a: Figure, b: Figure, c: Figure) -> tuple[Figure, Figure, Figure] | None:
        """Stated capaian, realisasi and target of three figures that stand side by side."""
        first, second = _between(sentence, a, b), _between(sentence, b, c)
        lead = _before(sentence, a)
        if _STOP.search(first) or _STOP.search(second) or len(first) > 120 or len(second) > 80:
            return None
        if len({year for text in (lead, first, second) for year in _IN_YEAR.findall(text)}) > 1:
            return None
        lead, first, second = (_IN_YEAR.sub("", text) for text in (lead, first, second))
        money = a.unit == b.unit == "Rp"  # PCT003 has read these
        if c.percent and not money and self._RESULT.search(second) and not self._OTHER.search(second):
            if _ABOUT.search(second):
                return None
            if self._OF_TARGET.search(first):
                return c, a, b
            if self._TARGET.search(lead) and self._REALISED.search(first):
                return None if self._OTHER.search(first) else (c, b, a)
            return None
        link = re.fullmatch(r"(?:\s+poin)?\s*,?\s*(?:atau\s+(?:sebesar\s+)?|\(\s*)", first, re.IGNORECASE)
        told = b.percent and link and c.unit != "Rp" and not _CHANGED.search(lead)  # PCT003 reads amounts
        another = re.search(r"\b(?:dan|serta|atau)\b", second, re.IGNORECASE)
        return (b, a, c) if told and not another and self._OF_TARGET.search(second) else None

    def _capped(self, stated: Figure, realised: Figure, target: Figure) -> bool:
        ratio = realised.value / target.value * 100
        return stated.value in self._CAPS and max(ratio, 200 - ratio, 10000 / ratio) >= stated.value

    def _relations(self, sentence: Sentence, stated: Figure, realised: Figure, target: Figure) -> Iterator[Relation]:
        """Every customary formula, the likeliest first: it is named where none fits."""
        rules = (Rule.PERCENT, Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE)
        if self._LOWER.search(sentence.text):
            rules = (Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE, Rule.PERCENT)
        for rule in rules:
            yield _percent(stated, realised, target, rule)


def _a_rate(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is the base of a rate: "per 100.000 kelahiran hidup"."""
    end = figure.spot.start - sentence.spot.start
    return re.search(r"\bper\s*$|/\s*$", sentence.text[max(end - 40, 0) : end], re.IGNORECASE) is not None


_FUNCTION = frozenset(
    "dari dengan atau dan pada per sehingga melampaui yang untuk di telah tercapai terealisasi".split()
)


def _one_unit(a: Figure, b: Figure) -> bool:
    """One unit, or none given: a word such as "dari" after a figure is no unit."""
    left, right = ("" if f.unit in _FUNCTION else f.unit for f in (a, b))
    return left == right or "" in (left, right) and "%" not in (left, right) and "Rp" not in (left, right)
