"""Differences and divisions that one sentence tells: "dari 164 menjadi 166 …", "612, dengan status sesuai 528, belum 84"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Rule, Sentence, Severity, Term, Words
from reviewer.model.around import CHANGES, before, between

_REASON = Words(
    "Angka yang dihitung dari angka lain dalam kalimatnya harus dapat dihitung ulang (akurasi penyajian, Lampiran III "
    "PermenPANRB 53/2014).",
    "A figure made of others of its sentence must be possible to recompute (accuracy of presentation, PermenPANRB 53/2014, "
    "annex III).",
)


def _kind(figure: Figure) -> tuple[bool, bool, int]:
    """Figures of one kind can be taken from each other."""
    return figure.percent, figure.unit == "Rp", figure.scale


class SentenceDifference(Check):
    """A change in points or units is the difference of the two figures that its sentence names."""

    code = "PCT025"
    name = "sentence-difference"
    severity = Severity.ERROR
    title = Words("Selisih dalam kalimat salah hitung", "A difference in a sentence is miscalculated")
    reason = _REASON
    docs = Words(
        "“dari 164,37 menjadi 166,25 atau bertambah 1,88 poin”: selisihnya "
        "dihitung ulang. Begitu pula “capaian 101,39 % dan serapan 96,42 %, efisiensi 4,97”.",
        "“dari 164,37 menjadi 166,25 atau bertambah 1,88 poin”: the "
        "difference is recomputed; so is “capaian 101,39 % dan serapan 96,42 %, efisiensi 4,97”.",
    )
    messages = {
        "violated": Words(
            "Selisih tertulis {stated}, padahal {old} dan {new} berselisih {expected}.",
            "The difference says {stated}, but {old} and {new} are {expected} apart.",
        ),
    }
    good = (
        Example("AKI naik dari 164,37 menjadi 166,25 atau bertambah 1,88 poin.\n"),
        Example("Dengan capaian 101,39% dan serapan 96,42%, terdapat efisiensi sebesar 4,97 poin.\n"),
        Example("Dengan capaian 101,39% dan serapan 96,42%, terdapat efisiensi sebesar 3,58%.\n"),
        Example("Dengan capaian 101,39% dan serapan 96,42%, terdapat efisiensi sebesar 4,90%.\n"),
    )
    bad = (
        Example("AKI naik dari 164,37 menjadi 166,25 atau bertambah 1,98 poin.\n", "1,98"),
        Example("Dengan capaian 101,39% dan serapan 96,42%, terdapat efisiensi sebesar 5,97 poin.\n", "5,97"),
    )
    _FROM = re.compile(r"\bdari(?:\s+(?!target)[A-Za-z]+){0,3}\s*$", re.IGNORECASE)
    _TO = re.compile(r"^[A-Za-z\s,]{0,60}?\bmenjadi(?:\s+(?:sebesar|sebanyak|senilai))?\s*$", re.IGNORECASE)
    _NEXT = re.compile(
        rf"^[\s%]*[a-z]*\s*,?\s*(?:(?:atau|sehingga|yaitu|berarti|dengan|ada|terjadi|mengalami)\s+)*{CHANGES}"
        r"(?:\s+(?:sebesar|sebanyak))?\s*$",
        re.IGNORECASE,
    )
    _SPARED = re.compile(
        r"(?<!rasio )(?<!tingkat )(?<!nilai )\befisiensi(?:nya)?(?:\s+(?:anggaran|sumber|daya|sebesar|adalah|mencapai))*\s*$",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            figures = sentence.figures
            for i in range(2, len(figures)):
                a, b, c = figures[i - 2 : i + 1]
                said = re.match(
                    r"\s*(?:persen(?:tase)?\s+)?(?:poin|point)", sentence.text[c.spot.end - sentence.spot.start :], re.I
                )
                if self._pair(sentence, a, b) and self._NEXT.match(between(sentence, b, c)) and (not c.percent or said):
                    if said or (c.unit == a.unit and c.unit != "Rp"):  # TOT006 reads amounts
                        yield self._relation(c, a, b)
                elif (
                    i == 2
                    and a.percent
                    and b.percent
                    and self._SPARED.search(before(sentence, c))
                    and a.value > b.value
                    and c.decimals == a.decimals
                    and re.search("serap|realisasi", between(sentence, a, b), re.IGNORECASE)
                    and not self._otherwise(a, b, c)
                ):
                    yield self._relation(c, b, a)

    def _otherwise(self, capaian: Figure, spent: Figure, stated: Figure) -> bool:
        """Whether an efficiency is what was not spent, or what was spared of what the capaian would have cost."""
        unspent = 100 - spent.value
        spared = (capaian.value - spent.value) / capaian.value * 100
        return any(abs(value - stated.value) <= stated.step for value in (unspent, spared))

    def _pair(self, sentence: Sentence, old: Figure, new: Figure) -> bool:
        return (
            _kind(old) == _kind(new)
            and old.value > 0
            and self._FROM.search(before(sentence, old)) is not None
            and self._TO.match(between(sentence, old, new)) is not None
        )

    def _relation(self, stated: Figure, old: Figure, new: Figure) -> Relation:
        # In running text "(59,12)" is no negative number.
        old, new = (replace(f, value=abs(f.value)) for f in (old, new))
        high, low = (new, old) if new.value >= old.value else (old, new)
        high, low = (replace(f, unit="" if f.percent else f.unit, rounded=True) for f in (high, low))
        terms = (Term(high), Term(low, -1))
        result = replace(stated, unit="" if stated.percent else stated.unit, rounded=True)
        return Relation(Rule.SUM, result, terms, params=(("old", old.text), ("new", new.text)))


class SentencePartition(Check):
    """A number that its sentence divides by status equals the parts."""

    code = "CNT010"
    name = "sentence-partition"
    severity = Severity.ERROR
    title = Words("Rincian menurut status tidak sama dengan jumlahnya", "A division by status does not add up")
    reason = _REASON
    docs = Words(
        "“sebanyak 612 rekomendasi, dengan status sesuai sebanyak 528, belum sesuai 55 dan belum dijawab 29”: "
        "bagian-bagiannya, meskipun tanpa satuan, dijumlahkan. Hanya bila kalimat itu berhenti sesudah bagian terakhir dan "
        "semua bagian lebih kecil daripada jumlahnya.",
        "“sebanyak 612 rekomendasi, dengan status sesuai sebanyak 528, belum sesuai 55 dan belum dijawab 29”: "
        "the parts are added up although they have no unit. Only where the sentence ends after the last part and all parts are "
        "smaller than the whole.",
    )
    messages = {
        "violated": Words(
            "Disebut {stated}, tetapi {count} bagian dalam kalimat itu berjumlah {expected} (selisih {difference}).",
            "{stated} is stated, but the {count} parts in that sentence add up to {expected} ({difference} apart).",
        ),
    }
    _TEXT = "Rekomendasi sebanyak 612 rekomendasi, dengan status sesuai sebanyak {}, belum sesuai 55 dan belum dijawab 29.\n"
    good = (
        Example(_TEXT.format("528")),
        Example(
            "Jumlah pegawai sebanyak 559 orang yang terdiri dari PNS 242 orang (43,3%), PPPK 40 orang (7,2%) dan "
            "kontrak 277 orang "
            "(49,6%).\n"
        ),
        Example(
            "Rekomendasi sebanyak 612 rekomendasi, dengan status sesuai 528, di antaranya 55 selesai dan 29 tuntas.\n"
        ),
    )
    bad = (
        Example(_TEXT.format("582"), "612"),
        Example(
            "Jumlah pegawai sebanyak 559 orang yang terdiri dari PNS 242 orang (43,3%), PPPK 46 orang (7,2%) dan "
            "kontrak 277 orang "
            "(49,6%).\n",
            "559",
        ),
    )
    _LEAD = re.compile(
        r"dengan (?:status|rincian|perincian|komposisi|kategori)\b"
        r"[A-Za-z\s:-]{0,60}$",
        re.IGNORECASE,
    )
    _CONSISTS = re.compile(
        r"^[\s,]*(?:[a-z]+\s+)?(?:yang\s+)?terdiri\s+(?:dari|atas)\b[A-Za-z\s:/-]{0,40}$", re.IGNORECASE
    )
    _HEDGE = re.compile(
        r"di ?antaranya|antara lain|termasuk|\bdari\b|\bper\b|setiap|@|sisanya|selebihnya|lainnya|\bdan\b.*\bdan\b|naik|turun|"
        r"menjadi|[;:]",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            if parts_of_all := self._shared(sentence):
                whole, *parts = parts_of_all
                yield Relation(Rule.SUM, whole, tuple(map(Term, parts)), params=(("count", str(len(parts))),))
                continue
            figures = [f for f in sentence.figures if not f.percent]
            if len(figures) < 4 or len(figures) != len(sentence.figures):
                continue
            whole, *parts = figures
            text = sentence.text[whole.spot.end - sentence.spot.start :]
            alike = all(not p.decimals and not p.scale and not p.fault and 0 < p.value < whole.value for p in parts)
            if not alike or whole.decimals or self._HEDGE.search(text) or any(f.unit == "Rp" for f in figures):
                continue
            own = [p.unit for p in parts if p.unit and p.unit not in _FUNCTION and p.unit != whole.unit]
            if own or not self._LEAD.search(between(sentence, whole, parts[0])):
                continue
            joined = all(
                re.search(r",|\b(?:dan|serta)\b", between(sentence, a, b))
                for a, b in zip(parts, parts[1:], strict=False)
            )
            if joined:
                yield Relation(Rule.SUM, whole, tuple(map(Term, parts)), params=(("count", str(len(parts))),))

    def _shared(self, sentence: Sentence) -> list[Figure]:
        """The whole and its parts in "559 orang yang terdiri dari PNS 242 orang (43,3%), …", where each part has its share and
        the shares make a hundred."""
        if len(sentence.figures) < 5 or len(sentence.figures) % 2 == 0:
            return []
        whole, parts, shares = sentence.figures[0], sentence.figures[1::2], sentence.figures[2::2]
        counted = all(f.exact and f.unit and f.unit == whole.unit and not f.fault for f in (whole, *parts))
        if not counted or whole.unit == "Rp" or not all(s.percent and s.value > 0 for s in shares):
            return []
        paired = all(between(sentence, p, s).strip().endswith("(") for p, s in zip(parts, shares, strict=True))
        slack = sum((s.step for s in shares), Decimal(0)) / 2
        opened = self._CONSISTS.search(between(sentence, whole, parts[0]))
        if not paired or not opened or abs(sum((s.value for s in shares), Decimal(0)) - 100) > slack:
            return []
        return [whole, *parts]


_FUNCTION = frozenset("dan serta dengan yang sebanyak sebesar atau adalah".split())
