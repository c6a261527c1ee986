"""What a sentence reckons in points, as a part of an earlier amount, or as the rest of a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Paragraph, Problem, Relation, Report, Rule, Sentence, Severity, Term, Words
from reviewer.model.around import CHANGES, EARLIER
from reviewer.model.written import written

_REASON = Words(
    "Angka yang dihitung dari angka lain di dekatnya harus dapat dihitung ulang (akurasi penyajian, Lampiran III PermenPANRB "
    "53/2014).",
    "A figure made of others near it must be possible to recompute (accuracy of presentation, PermenPANRB 53/2014, annex III).",
)


def _text(sentence: Sentence, start: int, end: int) -> str:
    base = sentence.spot.start
    return sentence.text[max(0, start - base) : max(0, end - base)]


def _earlier(report: Report, sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of the sentence before in the same paragraph."""
    own = report.sentences_in(sentence.spot.block)
    at = bisect_left(own, sentence.spot, key=lambda s: s.spot)
    return own[at - 1].figures if at else ()


def _aimed(report: Report, figure: Figure) -> bool:
    """Whether a figure of a sentence is a target."""
    held = report.document.blocks[figure.spot.block]
    text = held.text if isinstance(held, Paragraph) else ""
    return (
        re.search(
            r"\btarget\w*\W+(?:\w+\W+){0,3}$", text[max(0, figure.spot.start - 80) : figure.spot.start], re.IGNORECASE
        )
        is not None
    )


class SentencePoints(Check):
    """A difference in points is what the two values make."""

    code = "PCT026"
    name = "sentence-points"
    severity = Severity.ERROR
    title = Words("Selisih dalam poin salah hitung", "A difference in points is miscalculated")
    reason = _REASON
    docs = Words(
        "“sebesar 61,20, naik 2,10 poin dari tahun 2020 (59,10)”, juga bila nilai yang baru disebut dalam kalimat sebelumnya: "
        "selisihnya dihitung ulang. Hanya bila nilai yang lama ditulis tepat di belakangnya dan berdesimal sama banyak; cukup "
        "satu nilai sebelumnya yang cocok.",
        "“sebesar 61,20, naik 2,10 poin dari tahun 2020 (59,10)”, also where the new value stands in the sentence before: the "
        "difference is recomputed. Only where the old value is written right behind it with as many decimals; one earlier value "
        "that fits is enough.",
    )
    messages = {
        "violated": Words(
            "Tertulis selisih {stated} poin, padahal {new} dan {old} berselisih {expected}.",
            "A difference of {stated} points is written, but {new} and {old} are {expected} apart.",
        ),
    }
    good = (
        Example(
            "Nilai literasi sebesar 61,20, melampaui target 60,00. Nilai itu naik 2,10 poin dari tahun 2020 (59,10).\n"
        ),
        Example("Nilai evaluasi sebesar 77,30, naik 2,20 poin dari 75,10 pada tahun 2020.\n"),
        Example("Nilai evaluasi naik 2,20 poin dari 75,10.\n"),
        Example("Nilai SAKIP sebesar 63,40. Indeks reformasi birokrasi naik 2,10 poin dari tahun 2020 (59,10).\n"),
        Example("Nilai SAKIP melampaui target 60,00, naik 2,10 poin dari tahun 2020 (59,10).\n"),
    )
    bad = (
        Example(
            "Nilai literasi sebesar 61,20, melampaui target 60,00. Nilai itu naik 3,10 poin dari tahun 2020 (59,10).\n",
            "3,10",
        ),
        Example("Nilai evaluasi sebesar 77,30, turun 3,20 poin dari 75,10 pada tahun 2020.\n", "3,20"),
    )
    _LEAD = re.compile(rf"\b(?:{CHANGES}(?:\s+sebesar)?|poin\s+dari\b[^;.]{{0,50}}\bdan)\s*$", re.IGNORECASE)
    _OLD = re.compile(
        rf"^\s*(?:poin|angka)?\s*(?:dari|di\s?banding(?:kan)?(?:\s+dengan)?)\s+(?:{EARLIER}\s*)?(?:yang\s+)?(?:(?:sebesar|senilai)\s+)?"
        r"(?:\(\s*(?:sebesar\s+)?)?$",
        re.IGNORECASE,
    )

    _BACK = re.compile(r"^\W*(?:[a-z]+\W+){0,4}?(?:itu|tersebut|ini)\b", re.IGNORECASE)
    """A sentence that speaks on of what the one before told."""
    _TURN = re.compile(
        r"sedangkan|sementara|adapun|\b(?:dan|serta)\s+(?:indeks|nilai|angka|persentase|tingkat|cakupan|capaian)", re.I
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            for i, (stated, old) in enumerate(zip(sentence.figures, sentence.figures[1:], strict=False)):
                behind = _text(sentence, stated.spot.end, old.spot.start)
                told = stated.unit == "poin" or re.match(r"\s*poin\b", behind, re.IGNORECASE)
                lead = _text(sentence, sentence.spot.start, stated.spot.start)
                old = replace(
                    old, value=abs(old.value), text=old.text.strip("()")
                )  # brackets of a sentence are no sign
                if not told or not self._OLD.match(behind) or not self._LEAD.search(lead):
                    continue
                before = [
                    f
                    for f in sentence.figures[:i]
                    if f.unit != "poin" and not self._TURN.search(_text(sentence, f.spot.end, stated.spot.start))
                ]
                if self._BACK.match(lead):
                    before += _earlier(report, sentence)
                candidates = [f for f in before if self._may_be(f, old)]
                if all(_aimed(report, f) for f in candidates):
                    continue
                for new in candidates[:6]:
                    high, low = (new, old) if new.value >= old.value else (old, new)
                    yield Relation(
                        Rule.SUM,
                        stated,
                        (Term(high), Term(low, -1)),
                        params=(("new", new.text.strip("()")), ("old", old.text.strip("()"))),
                        choice="points",
                    )

    def _may_be(self, new: Figure, old: Figure) -> bool:
        same = new.decimals == old.decimals and new.decimals > 0 and new.percent == old.percent
        return same and not new.fault and not old.fault and new.unit != "Rp" and new.value > 0 and not new.scale


class ChangeOf(Check):
    """A change told as an amount and in per cent is a part of the earlier amount."""

    code = "PCT027"
    name = "change-of-earlier"
    severity = Severity.ERROR
    title = Words("Persentase perubahan tidak dihitung dari nilai sebelumnya", "A change in per cent of another base")
    reason = _REASON
    docs = Words(
        "“Dibandingkan tahun 2020 sebanyak 80.000 orang terjadi kenaikan 20.000 orang atau 25,00 %”: persentasenya adalah "
        "perubahan dibagi nilai yang dibandingkan. Bila nilai itu tidak disebut (“Dibandingkan tahun 2020 kasus turun 6 kasus "
        "atau 40,00 %”), dilaporkan hanya bila persentasenya dihitung dari nilai baru dalam kalimat sebelumnya.",
        "“Dibandingkan tahun 2020 sebanyak 80.000 orang terjadi kenaikan 20.000 orang atau 25,00 %”: the percentage is the "
        "change over the amount compared with. Where that is not told (“Dibandingkan tahun 2020 jumlahnya turun 6 kasus atau "
        "40,00 %”), it is reported only where the percentage turns out to be one of the new amount in the sentence before.",
    )
    messages = {
        "violated": Words(
            "Tertulis {stated}, padahal perubahan {change} terhadap {old} adalah {expected}.",
            "{stated} is written, but a change of {change} against {old} is {expected}.",
        ),
        "new": Words(
            "Tertulis {stated}, yaitu {change} terhadap nilai baru {new}; terhadap nilai lama ({old}) perubahannya {expected}.",
            "{stated} is written, which is {change} against the new amount {new}; against the earlier one ({old}) the change is "
            "{expected}.",
        ),
    }
    good = (
        Example("Dibandingkan tahun 2020 sebanyak 80.000 orang terjadi kenaikan 20.000 orang atau 25,00%.\n"),
        Example("Jumlah kasus sebanyak 9 kasus. Dibandingkan tahun 2020 jumlah kasus turun 6 kasus atau 40,00 %.\n"),
    )
    bad = (
        Example("Dibandingkan tahun 2020 sebanyak 80.000 orang terjadi kenaikan 20.000 orang atau 20,00%.\n", "20,00"),
        Example("Dibanding tahun lalu sebesar Rp8.000.000 anggaran berkurang Rp2.000.000 (20,00%).\n", "20,00"),
        Example(
            "Jumlah kasus sebanyak 9 kasus. Dibandingkan tahun 2020 jumlah kasus turun 6 kasus atau 66,67 %.\n",
            "66,67",
        ),
    )
    _COMPARED = re.compile(
        rf"\b(?:di\s?banding(?:kan)?|terhadap)(?:\s+dengan)?\s+(?:[a-z]+\s+){{0,3}}{EARLIER}\s*,?\s*(?:yang\s+)?"
        r"(?:sebesar|sebanyak|sejumlah|berjumlah|mencapai|\()\s*$",
        re.IGNORECASE,
    )
    _CHANGES = re.compile(rf"^[^.;\d]{{0,60}}\b{CHANGES}\s*(?:sebesar|sebanyak|sejumlah)?\s*$", re.IGNORECASE)
    _STEP = re.compile(r"^\s*[a-z]*\s*,?\s*(?:\(|atau(?:\s+sebesar)?)\s*$", re.IGNORECASE)
    _ALONE = re.compile(
        rf"^\W*(?:di\s?banding(?:kan)?)(?:\s+dengan)?\s+{EARLIER}\s*,?\s*(?:[a-z]+\s+){{0,5}}(?P<way>naik|turun|meningkat|menurun|"
        r"bertambah|berkurang)(?:\s+(?:sebesar|sebanyak))?\s*$",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Relation | Problem]:
        for sentence in report.sentences:
            yield from self._of_the_new(report, sentence)
            for old, change, stated in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
                if not stated.percent or old.percent or change.percent or old.unit != change.unit or old.value <= 0:
                    continue
                if (
                    self._COMPARED.search(_text(sentence, sentence.spot.start, old.spot.start))
                    and self._CHANGES.match(_text(sentence, old.spot.end, change.spot.start))
                    and self._STEP.match(_text(sentence, change.spot.end, stated.spot.start))
                ):
                    yield Relation(
                        Rule.PERCENT,
                        stated,
                        (Term(change), Term(old)),
                        params=(("change", change.text), ("old", old.text)),
                    )

    def _of_the_new(self, report: Report, sentence: Sentence) -> Iterator[Problem]:
        """A change against a year whose amount is not told, in per cent of the amount that the sentence before opens with."""
        if len(sentence.figures) < 2 or not (earlier := _earlier(report, sentence)):
            return
        new, change, stated = earlier[0], *sentence.figures[:2]
        lead = self._ALONE.match(_text(sentence, sentence.spot.start, change.spot.start))
        alike = new.unit == change.unit and change.unit and new.exact and change.exact and not _aimed(report, new)
        if lead is None or not alike or not stated.percent or stated.decimals < 1 or min(new.value, change.value) <= 0:
            return
        if not self._STEP.match(_text(sentence, change.spot.end, stated.spot.start)):
            return
        falls = lead["way"].lower() in ("turun", "menurun", "berkurang")
        old = new.value + change.value if falls else new.value - change.value
        slip, right = change.value / new.value * 100, change.value / old * 100 if old > 0 else stated.value
        if abs(slip - stated.value) <= stated.step and abs(right - stated.value) > 2 * stated.step:
            yield Problem(
                stated.spot,
                "new",
                stated=stated.text,
                expected=written(right, stated),
                params=(("change", change.text), ("new", new.text), ("old", written(old))),
                evidence=(new.spot, change.spot),
                figure=stated,
                content=(stated.text, change.text, new.text),
            )


class OfThatNumber(Check):
    """What "of that number" divides, each with its percentage, makes the number told before."""

    code = "CNT014"
    name = "of-that-number"
    severity = Severity.ERROR
    title = Words(
        "Rincian “dari jumlah tersebut” tidak sama dengan jumlahnya", "Parts “of that number” are of another one"
    )
    reason = _REASON
    docs = Words(
        "“… 16 indikator. Dari jumlah tersebut, 10 indikator (66,67 %) … dan 5 indikator (33,33 %) …”: bila persentase semua "
        "bagian bersama-sama 100 % dan memang dihitung dari jumlah bagian-bagiannya, jumlah itu harus sama dengan yang disebut "
        "dalam kalimat sebelumnya.",
        "“… 16 indikator. Dari jumlah tersebut, 10 indikator (66,67 %) … dan 5 indikator (33,33 %) …”: where the percentages of "
        "all parts make 100 % and are indeed those of the sum of the parts, that sum must be the number of the sentence before.",
    )
    messages = {
        "found": Words(
            "Disebut {stated}, tetapi bagiannya dalam kalimat berikut berjumlah {expected}, dan persentasenya dihitung dari itu.",
            "{stated} is stated, but the parts in the next sentence add up to {expected}, and their percentages are of that.",
        ),
    }
    _TEXT = (
        "Dinas menetapkan 10 sasaran dengan {} indikator kinerja. Dari jumlah tersebut, 10 indikator (66,67 %) mencapai target "
        "dan 5 indikator (33,33 %) belum.\n"
    )
    good = (
        Example(_TEXT.format("15 (lima belas)")),
        Example(_TEXT.format("16 (enam belas)").replace("33,33", "31,25").replace("66,67", "62,50")),
    )
    bad = (Example(_TEXT.format("16 (enam belas)"), "16"),)
    _LEAD = re.compile(r"^\W*dari\s+(?:jumlah|total)?\s*(?:\w+\s+)?(?:tersebut|itu)\b", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            figures = sentence.figures
            if len(figures) < 4 or len(figures) % 2 or not self._LEAD.match(sentence.text):
                continue
            parts, shares = figures[::2], figures[1::2]
            unit, count = parts[0].unit, sum((p.value for p in parts), Decimal(0))
            counted = all(p.unit == unit and p.exact and not p.decimals and not p.fault and p.value > 0 for p in parts)
            shared = all(s.percent and s.decimals and not s.fault for s in shares)
            if not unit or not counted or not shared:
                continue
            if any(abs(p.value / count * 100 - s.value) > s.step for p, s in zip(parts, shares, strict=True)):
                continue
            told = [f for f in _earlier(report, sentence) if f.unit == unit and f.exact and not f.fault]
            if len(told) == 1 and told[0].value != count and abs(told[0].value - count) * 4 <= count:
                yield Problem(
                    told[0].spot,
                    stated=told[0].text,
                    expected=written(count),
                    evidence=tuple(f.spot for f in figures),
                    figure=told[0],
                    content=(told[0].text, written(count)),
                )


class OverTarget(Check):
    """By how much a target is surpassed is realisasi less target."""

    code = "XRF013"
    name = "over-target"
    severity = Severity.ERROR
    title = Words("Selisih terhadap target salah hitung", "By how much a target is surpassed is miscalculated")
    reason = _REASON
    docs = Words(
        "“Target … sebesar Rp64 miliar. Realisasi mencapai Rp67,6 miliar …, atau melampaui target sebesar Rp3,6 miliar”: "
        "selisihnya dihitung ulang dari target dalam kalimat itu atau kalimat sebelumnya.",
        "“Target … sebesar Rp64 miliar. Realisasi mencapai Rp67,6 miliar …, atau melampaui target sebesar Rp3,6 miliar”: the "
        "difference is recomputed from the target of that sentence or the one before.",
    )
    messages = {
        "violated": Words(
            "Tertulis melampaui target sebesar {stated}, padahal realisasi {done} dikurangi target {target} adalah {expected}.",
            "The target is said to be surpassed by {stated}, but the realisasi {done} less the target {target} is {expected}.",
        ),
    }
    _TEXT = (
        "Target pendapatan ditetapkan sebesar Rp64.000.000. Realisasi mencapai Rp67.600.000 atau 105,63% dari target, atau "
        "melampaui target sebesar {}.\n"
    )
    good = (Example(_TEXT.format("Rp3.600.000")), Example(_TEXT.format("Rp64.000.000")))
    bad = (Example(_TEXT.format("Rp3.500.000"), "3.500.000"),)
    _OVER = re.compile(r"\b(?:melampaui|melebihi|di atas)\s+target\s+(?:sebesar|senilai|sebanyak)\s*$", re.IGNORECASE)
    _DONE = re.compile(r"\b(?:ter)?reali[sz]asi\w*\b[^.;]{0,80}$", re.IGNORECASE)
    _TARGET = re.compile(r"\btarget\b[^.;,]{0,60}\b(?:sebesar|senilai|adalah)\s*$", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            for i, stated in enumerate(sentence.figures):
                lead = _text(sentence, sentence.spot.start, stated.spot.start)
                before = [f for f in sentence.figures[:i] if f.unit == "Rp"]
                if stated.unit != "Rp" or not stated.exact or len(before) != 1 or not self._OVER.search(lead):
                    continue
                done = before[0]
                aims = [f for f in _earlier(report, sentence) if f.unit == "Rp" and self._is_target(report, f)]
                if len(aims) != 1 or not self._DONE.search(_text(sentence, sentence.spot.start, done.spot.start)):
                    continue
                target = aims[0]
                if not done.exact or not target.exact or done.value <= target.value or stated.value * 2 > target.value:
                    continue
                yield Relation(
                    Rule.SUM,
                    stated,
                    (Term(done), Term(target, -1)),
                    params=(("done", done.text), ("target", target.text)),
                )

    def _is_target(self, report: Report, figure: Figure) -> bool:
        held = report.document.blocks[figure.spot.block]
        text = held.text if isinstance(held, Paragraph) else ""
        return self._TARGET.search(text[max(0, figure.spot.start - 120) : figure.spot.start]) is not None


class SentenceRest(Check):
    """What is left of a number, after those that a sentence names."""

    code = "CNT011"
    name = "sentence-rest"
    severity = Severity.WARNING
    title = Words("Sisa dari suatu bilangan salah hitung", "The rest of a number is miscalculated")
    reason = _REASON
    docs = Words(
        "“terhadap 40 desa. Sebanyak 23 desa baik, terdiri dari 4 desa … dan 19 desa …, sedangkan 17 desa lainnya …” dan “dari "
        "30 orang, 12 orang … dan sisanya 18 orang”: sisanya dihitung ulang dari bilangan bersatuan sama dalam kalimat itu dan "
        "kalimat sebelumnya. Dilaporkan bila tidak satu pun susunan bilangan itu cocok.",
        "“terhadap 40 desa. Sebanyak 23 desa baik, terdiri dari 4 desa … dan 19 desa …, sedangkan 17 desa lainnya …” and “dari "
        "30 orang, 12 orang … dan sisanya 18 orang”: the rest is recomputed from the numbers of the same unit in that sentence "
        "and the one before. Reported where no arrangement of those numbers fits.",
    )
    messages = {
        "violated": Words(
            "Sisanya tertulis {stated}, padahal {whole} dikurangi yang lain dalam kalimat itu adalah {expected}.",
            "The rest says {stated}, but {whole} less the others of that sentence is {expected}.",
        ),
    }
    good = (
        Example(
            "Pengawasan dilakukan terhadap 40 desa. Sebanyak 23 desa bernilai baik, terdiri dari 4 desa sangat baik dan 19 desa "
            "baik, sedangkan 17 desa lainnya masih kurang.\n"
        ),
        Example("Dari 30 orang peserta, 12 orang lulus dan sisanya 18 orang mengulang.\n"),
        Example("Sebanyak 5 orang dilatih, sedangkan 20 orang lainnya belum.\n"),
        Example("Dari 40 desa, 12 desa telah memiliki BUMDes dan 5 desa lainnya dalam proses pembentukan.\n"),
        Example(
            "Dari 40 desa, 12 desa dibina tahun ini, sedangkan 8 desa lainnya tahun depan dan 20 desa sudah mandiri.\n"
        ),
        Example(
            "Terakreditasi 14 dari 17 klinik, terdiri dari utama 9 dan madya 5 klinik, sedangkan 3 klinik lainnya belum.\n"
        ),
    )
    bad = (
        Example(
            "Pengawasan dilakukan terhadap 40 desa. Sebanyak 23 desa bernilai baik, terdiri dari 4 desa sangat baik dan 19 desa "
            "baik, sedangkan 16 desa lainnya masih kurang.\n",
            "16",
        ),
        Example("Dari 30 orang peserta, 12 orang lulus dan sisanya 17 orang mengulang.\n", "17"),
    )
    _REST = re.compile(r"\b(?:sisanya|selebihnya)(?:\s+(?:sebanyak|yaitu|ada|adalah))*\s*$", re.IGNORECASE)
    _OTHERS = re.compile(r"^\s*(?:\([a-z\s]+\)\s*)?(?:[a-z]+\s+){1,3}lainnya\b", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            figures = sentence.figures
            for i, stated in enumerate(figures):
                if i == 0 or not self._counted(stated) or not self._is_rest(sentence, stated):
                    continue
                before = [f for f in (*_earlier(report, sentence), *figures[:i]) if self._counted(f)]
                same = [f for f in before if f.unit in (stated.unit, "dari") and f.value > 0]
                goes_on = any(f.unit == stated.unit for f in figures[i + 1 :])
                if 2 <= len(same) <= 6 and not goes_on:
                    yield from self._relations(stated, same)

    def _counted(self, figure: Figure) -> bool:
        return figure.exact and not figure.fault and not figure.dash and bool(figure.unit) and not figure.decimals

    def _is_rest(self, sentence: Sentence, stated: Figure) -> bool:
        lead = _text(sentence, sentence.spot.start, stated.spot.start)
        behind = sentence.text[stated.spot.start - sentence.spot.start :]
        others = re.sub(r"^\D*\d[\d.]*", "", behind)
        clause = re.search(r"\b(?:sedangkan|sementara)\s+(?:sebanyak\s+)?$", lead, re.IGNORECASE)
        return bool(self._REST.search(lead) or (clause and self._OTHERS.match(others)))

    def _relations(self, stated: Figure, same: Sequence[Figure]) -> Iterator[Relation]:
        """Every way in which earlier numbers could leave the stated one; the whole is the first and largest."""
        whole = max(same, key=lambda f: f.value)
        parts = [f for f in same if f is not whole]
        # In "14 dari 17 puskesmas" the part stands before its whole.
        if any(f.unit != "dari" for f in same[: same.index(whole)]):
            return
        detailed = len(parts) > 2 and parts[0].value == sum(p.value for p in parts[1:])
        sets = [c for n in range(len(parts), 0, -1) for c in combinations(parts, n)]
        sets.sort(key=lambda c: c != ((parts[0],) if detailed else tuple(parts)))
        for chosen in sets:
            if sum(p.value for p in chosen) < whole.value:
                terms: list[Term] = [Term(whole)]
                terms += [Term(p, -1) for p in chosen]
                yield Relation(Rule.SUM, stated, tuple(terms), params=(("whole", whole.text),), choice="rest")
