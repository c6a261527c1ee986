"""PCT: growth told against an earlier value of the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, RowKind, Rule, Sentence, Severity, Term, TypedTable, Words
from reviewer.model.arithmetic import Match, compare
from reviewer.model.around import EARLIER


class GrownSince(Check):
    """A growth in per cent is what the value and the earlier one make."""

    code = "PCT029"
    name = "grown-since"
    severity = Severity.WARNING
    title = Words(
        "Persentase pertumbuhan dibanding tahun lalu salah hitung", "Growth against an earlier year is miscalculated"
    )
    reason = Words(
        "Angka yang dihitung dari angka lain dalam kalimatnya harus dapat dihitung ulang (akurasi penyajian, Lampiran III "
        "PermenPANRB 53/2014).",
        "A figure made of others of its sentence must be possible to recompute (accuracy of presentation, PermenPANRB "
        "53/2014, annex III).",
    )
    docs = Words(
        "“Indeks sebesar 13,80 …, meningkat 6,15 % dibandingkan tahun 2020 sebesar 13,00”: pertumbuhannya dihitung ulang dari "
        "nilai yang disebut sebelumnya dalam kalimat itu, bila bersatuan dan berdesimal sama; cukup satu yang cocok. Target, "
        "persentase, dan anak kalimat tentang hal lain (sedangkan, dan) dibiarkan.",
        "“Indeks sebesar 13,80 …, meningkat 6,15 % dibandingkan tahun 2020 sebesar 13,00”: the growth is recomputed from the "
        "value named before in that sentence, of the same unit and decimals; one that fits is enough. Targets, percentages and "
        "clauses on other things (sedangkan, dan) are left alone.",
    )
    messages = {
        "violated": Words(
            "Tertulis {stated}, padahal dari {old} menjadi {new} perubahannya {expected}.",
            "{stated} is written, but from {old} to {new} the change is {expected}.",
        ),
    }
    good = (
        Example(
            "Indeks sebesar 13,80 belum mencapai target 14,50, meskipun meningkat 6,15% dibandingkan tahun 2020 "
            "sebesar 13,00.\n"
        ),
        Example(
            "Nilai evaluasi sebesar 63,40, sedangkan indeks meningkat 5,00% dibandingkan tahun 2020 sebesar 13,00.\n"
        ),
        Example("Produksi 4.200 ton naik 5,00% dibanding tahun lalu (4.000 ton).\n"),
    )
    bad = (
        Example(
            "Indeks sebesar 13,80 belum mencapai target 14,50, meskipun meningkat 7,15% dibandingkan tahun 2020 "
            "sebesar 13,00.\n",
            "7,15",
        ),
        Example("Produksi sebesar 4.200 ton naik 6,00% dibanding tahun lalu (4.000 ton).\n", "6,00"),
    )
    _LEAD = re.compile(
        r"\b(?:naik|turun|meningkat|menurun|tumbuh|bertambah|berkurang)(?:\s+sebesar)?\s*$", re.IGNORECASE
    )
    _OLD = re.compile(
        rf""
        rf"^\s*(?:persen|%)?\s*,?\s*(?:bila\s+|jika\s+)?(?:di\s?banding(?:kan)?(?:\s+dengan)?|dari|terhadap)\s+{EARLIER}\s*,?\s*"
        r"(?:yang\s+)?(?:(?:hanya|baru)\s+)?(?:(?:sebesar|sebanyak|senilai|mencapai)\s+)?(?:\(\s*(?:sebesar\s+)?)?$",
        re.IGNORECASE,
    )
    _ELSE = re.compile(r"\b(?:sedangkan|sementara|adapun|dan|serta|yaitu|karena|dengan)\b|;", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            base = sentence.spot.start
            for i, (stated, shown) in enumerate(zip(sentence.figures, sentence.figures[1:], strict=False)):
                if i == 0 or not stated.percent or stated.fault or stated.value <= 0:
                    continue
                if not self._OLD.match(sentence.text[stated.spot.end - base : shown.spot.start - base]):
                    continue
                if not self._LEAD.search(sentence.text[: stated.spot.start - base]):
                    continue
                old = replace(
                    shown, value=abs(shown.value), text=shown.text.strip("()")
                )  # brackets of a sentence are no sign
                for new in (f for f in sentence.figures[:i] if self._may_be(sentence, f, old, stated)):
                    falls = new.value < old.value
                    yield Relation(
                        Rule.GROWTH,
                        replace(stated, value=-stated.value) if falls else stated,
                        (Term(new), Term(old)),
                        params=(("new", new.text), ("old", old.text.strip("()"))),
                        choice="since",
                    )

    def _may_be(self, sentence: Sentence, new: Figure, old: Figure, stated: Figure) -> bool:
        """Whether an earlier figure is the value that grew: of one kind with the old one, no target, of the same clause."""
        alike = new.decimals == old.decimals and new.scale == old.scale and (new.unit == "Rp") == (old.unit == "Rp")
        if not alike or new.percent or old.percent or new.fault or old.fault or new.value <= 0 or old.value <= 0:
            return False
        base = sentence.spot.start
        before = sentence.text[max(0, new.spot.start - base - 40) : new.spot.start - base]
        between = sentence.text[new.spot.end - base : stated.spot.start - base]
        aimed = re.search(r"\btarget\w*\W+(?:\w+\W+){0,3}$", before, re.IGNORECASE)
        return aimed is None and self._ELSE.search(between) is None


class DownTheRows(Check):
    """A column of growth is what each row makes of the row above it."""

    code = "PCT030"
    name = "down-the-rows"
    severity = Severity.ERROR
    title = Words("Pertumbuhan dari baris ke baris salah hitung", "Growth from row to row is miscalculated")
    reason = GrownSince.reason
    docs = Words(
        "Tabel yang barisnya tahun berurutan: kolom persen bernama pertumbuhan, kenaikan atau perkembangan "
        "dihitung ulang sebagai "
        "(baris ini - baris di atasnya) / baris di atasnya dari satu kolom di kirinya, bila sedikitnya tiga "
        "baris memang demikian "
        "dan paling banyak satu tidak.",
        "A table whose rows are consecutive years: a column in per cent called pertumbuhan, kenaikan or "
        "perkembangan is recomputed "
        "as (this row - the row above) / the row above of one column to its left, where at least three rows "
        "are so and at most one "
        "is not.",
    )
    messages = {
        "violated": Words(
            "Tertulis {stated}, padahal dari {old} menjadi {new} berubah {expected}.",
            "{stated} is written, but from {old} to {new} the change is {expected}.",
        ),
    }
    _TABLE = (
        "Tabel 1 Perkembangan\n\nTahun\tPendapatan (Rp)\tPertumbuhan (%)\n2018\t48.216.540\t-\n2019\t54.902.118\t{}\n"
        "2020\t45.318.774\t(17,46)\n2021\t57.640.225\t27,19\n2022\t67.601.765\t17,28\n"
    )
    good = (Example(_TABLE.format("13,87")),)
    bad = (Example(_TABLE.format("18,73"), "18,73"),)
    _NAME = re.compile(r"pertumbuhan|kenaikan|perkembangan|naik|growth", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            for column in table.columns:
                if self._NAME.search(column.name) and (column.unit == "%" or "%" in column.title):
                    yield from self._down(table, column.index)

    def _down(self, table: TypedTable, growth: int) -> Iterator[Relation]:
        rows = [r for r in table.rows if not r.hidden and r.kind in (RowKind.PART, RowKind.GROUP)]
        years = [re.search(r"\b(?:19|20)\d\d\b", " ".join(c.text for c in table.table.rows[r.index][:2])) for r in rows]
        numbers = [int(y.group()) for y in years if y]
        if len(numbers) != len(rows) or len(rows) < 4 or numbers != list(range(numbers[0], numbers[0] + len(rows))):
            return
        for column in table.columns:
            if column.index >= growth or column.unit == "%":
                continue
            held: list[Relation] = []
            failed: list[Relation] = []
            for above, row in zip(rows, rows[1:], strict=False):
                old, new, stated = above.figure(column.index), row.figure(column.index), row.figure(growth)
                if old is None or new is None or stated is None or stated.dash or old.value <= 0 or new.value <= 0:
                    continue
                relation = Relation(
                    Rule.GROWTH, stated, (Term(new), Term(old)), params=(("old", old.text), ("new", new.text))
                )
                fits = compare(Rule.GROWTH, stated, [(new, 1), (old, 1)]) is Match.HOLDS
                (held if fits else failed).append(relation)
            if len(held) >= 3 and len(failed) <= 1:
                yield from (*held, *failed)
                return
