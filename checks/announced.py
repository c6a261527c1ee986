"""CNT: numbers that a sentence announces against the table or the formulas below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Figure,
    Paragraph,
    Problem,
    Relation,
    Report,
    RowKind,
    Rule,
    Sentence,
    Severity,
    Spot,
    Term,
    TypedTable,
    Words,
)

_REASON = Words(
    "Jumlah yang disebut dalam teks harus sama dengan yang dirinci (akurasi penyajian, Lampiran III PermenPANRB 53/2014).",
    "A count stated in the text must equal what is listed (accuracy of presentation, PermenPANRB 53/2014, annex III).",
)


class StructuralPosts(Check):
    """Officials in structural posts are those in the echelon columns."""

    code = "CNT006"
    name = "structural-posts"
    title = Words("Jumlah pejabat struktural tidak sama dengan tabel", "Structural posts do not equal the table")
    reason = _REASON
    docs = Words(
        "“Jabatan struktural 15 orang, yang tidak menduduki jabatan 5 orang” di atas tabel pegawai dengan kolom eselon: jumlah "
        "kolom-kolom Eselon II, III, IV dan kolom Non Eselon dibandingkan dengan yang disebut.",
        "“Jabatan struktural 15 orang, yang tidak menduduki jabatan 5 orang” above a table of staff with echelon columns: the "
        "columns Eselon II, III, IV and the column Non Eselon are added up and compared with what is stated.",
    )
    messages = {
        "violated": Words(
            "Disebut {stated} orang pada jabatan struktural, tetapi kolom eselon {table} berjumlah {expected}.",
            "{stated} persons are stated in structural posts, but the echelon columns of {table} add up to {expected}.",
        ),
        "others": Words(
            "Disebut {stated} orang tanpa jabatan struktural, tetapi kolom non eselon {table} berjumlah {expected}.",
            "{stated} persons are stated without a structural post, but the non-echelon column of {table} adds "
            "up to {expected}.",
        ),
    }
    _TABLE = (
        "No\tJabatan\tEselon II\tEselon III\tEselon IV\tNon Eselon\tJumlah\n1\tKepala\t1\t\t\t\t1\n2\tSekretaris\t\t1\t\t\t1\n"
        "3\tKasubbag\t\t\t3\t\t3\n4\tStaf\t\t\t\t4\t4\nJumlah\t\t1\t1\t3\t4\t9\n"
    )
    good = (
        Example(f"PNS yang menduduki jabatan struktural 5 orang, yang tidak menduduki jabatan 4 orang.\n\n{_TABLE}"),
    )
    bad = (
        Example(
            f"PNS yang menduduki jabatan struktural 6 orang, yang tidak menduduki jabatan 4 orang.\n\n{_TABLE}", "6"
        ),
        Example(
            f"PNS yang menduduki jabatan struktural 5 orang, yang tidak menduduki jabatan 3 orang.\n\n{_TABLE}", "3"
        ),
    )
    _POSTS = re.compile(r"(?<!non )jabatan struktural(?:\s+\w+){0,2}\W*$", re.IGNORECASE)
    _NONE = re.compile(r"(?:tidak menduduki jabatan|non struktural|tanpa jabatan)(?:\s+\w+){0,2}\W*$", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            for figure in sentence.figures:
                before = sentence.text[: figure.spot.start - sentence.spot.start][-45:]
                none = self._NONE.search(before) is not None
                if not none and not self._POSTS.search(before) or not figure.exact or figure.decimals:
                    continue
                table = next((t for t in report.tables if 0 < t.block - sentence.spot.block <= 4), None)
                terms = _echelons(table, none) if table is not None else []
                if table is not None and terms:
                    yield Relation(
                        Rule.SUM,
                        figure,
                        tuple(Term(f) for f in terms),
                        message="others" if none else "violated",
                        params=(("table", table.title),),
                    )


def _echelons(table: TypedTable, none: bool) -> list[Figure]:
    """The figures of the echelon columns, or of the non-echelon one; none where the table has not both."""
    kinds = {c.index: "non" in c.title.lower() for c in table.columns if "eselon" in c.title.lower()}
    if len(set(kinds.values())) < 2:
        return []
    rows = [r for r in table.rows if r.kind is RowKind.PART]
    return [f for row in rows for c, f in row.figures if kinds.get(c) is none and not f.dash]


class AnnouncedFormulas(Check):
    """Two kinds of measuring are announced and two formulas follow."""

    code = "CNT007"
    name = "announced-formulas"
    severity = Severity.WARNING
    title = Words("Jumlah rumus tidak sama dengan yang disebut", "Another number of formulas than announced")
    reason = _REASON
    docs = Words(
        "“Ada dua jenis pengukuran” (rumus, cara menghitung) capaian kinerja, tetapi sampai judul berikutnya hanya satu rumus "
        "yang diperkenalkan: rumus untuk indikator yang makin rendah makin baik biasanya tertinggal.",
        "“Ada dua jenis pengukuran” (formulas, ways of computing) of performance, but up to the next heading "
        "only one formula is "
        "introduced: that for indicators of which less is better is usually left out.",
    )
    messages = {
        "found": Words(
            "Disebut {stated} {noun}, tetapi di bawahnya hanya satu rumus yang diberikan.",
            "{stated} {noun} are announced, but only one formula is given below.",
        ),
    }
    _ONE = "Jika semakin tinggi realisasi semakin baik kinerjanya, digunakan rumus:\nCapaian = Realisasi / Target x 100%\n\n"
    _TWO = "Jika semakin tinggi realisasi semakin rendah kinerjanya, dipakai rumus:\nCapaian = Target / Realisasi x 100%\n\n"
    good = (
        Example(f"Ada dua jenis pengukuran capaian kinerja, yaitu:\n\n{_ONE}{_TWO}"),
        Example("Ada dua jenis pengukuran kinerja, yaitu pengukuran kegiatan dan pengukuran sasaran.\n\nTeks biasa.\n"),
    )
    bad = (
        Example(
            f"Ada dua jenis pengukuran capaian kinerja, yaitu:\n\n{_ONE}Teks berikutnya tentang hal lain.\n",
            "dua jenis",
        ),
    )
    _SAID = re.compile(
        r""
        r"\b(?P<count>dua|2(?:\s*\(dua\))?)\s+(?P<noun>(?:jenis|macam|cara|buah)?\s*(?:rumus|pengukuran|penghitungan|perhitungan|formula)"
        r"|rumus|formula)\b",
        re.IGNORECASE,
    )
    _FORMULA = re.compile(r"\b(?:rumus|formula|formulasi)\b", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        heads = [h.block for h in report.outline]
        for sentence in report.sentences:
            match = self._SAID.search(sentence.text)
            if match is None:
                continue
            block = sentence.spot.block
            end = next((h for h in heads if h > block), len(report.document.blocks))
            texts = [sentence.text[match.end() :], *self._after(report, sentence.spot, min(end, block + 25))]
            rules = sum(len(self._FORMULA.findall(t)) for t in texts)
            fractions = sum(1 for t in texts if re.search(r"x\s*100\s*%?", t, re.IGNORECASE))
            cases = sum(len(re.findall(r"\bsemakin\s+(?:tinggi|besar)\s+realisasi", t, re.IGNORECASE)) for t in texts)
            if rules == 1 and fractions <= 1 and cases == 1:
                yield Problem(
                    Spot(block, start=sentence.spot.start + match.start(), end=sentence.spot.start + match.end()),
                    stated=match["count"],
                    quote=match.group(),
                    params=(("noun", re.sub(r"\s+", " ", match["noun"])),),
                )

    def _after(self, report: Report, spot: Spot, end: int) -> Iterator[str]:
        """What follows a sentence: the rest of its paragraph, then paragraphs and cells up to a block."""
        held = report.document.blocks[spot.block]
        if isinstance(held, Paragraph):
            yield held.text[spot.end :]
        yield from (text for whole, text in report.texts if spot.block < whole.block < end)


_FUNDS = frozenset(
    "apbd apbn pokok penunjang wajib pilihan dekonsentrasi pembantuan rutin prioritas urusan bidang dak".split()
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """ "11 program dan 45 kegiatan", with what tells it from others of its kind."""

    programs: Figure
    kegiatan: Figure
    about: frozenset[str]
    years: frozenset[str]

    def may_be(self, other: _Stated) -> bool:
        """Whether two statements may be of the same programs."""
        return (
            self.programs.value == other.programs.value and self.about == other.about and bool(self.years & other.years)
        )


class StatedTwice(Check):
    """The number of kegiatan is the same wherever it is stated."""

    code = "CNT008"
    name = "stated-twice"
    severity = Severity.WARNING
    title = Words("Banyaknya kegiatan disebut berbeda-beda", "The number of kegiatan is stated differently")
    reason = _REASON
    docs = Words(
        "Kalimat-kalimat yang menyebut “11 program dan 45 kegiatan” dibandingkan satu sama lain: program yang sama banyaknya "
        "dengan kegiatan yang berlainan banyaknya, bila tahun dan sumber dananya (APBD, APBN, pokok, penunjang …) tidak "
        "berlainan. Yang lebih jarang dilaporkan; bila sama seringnya, yang tidak cocok dengan satu daftar pun, "
        "atau yang belakangan.",
        "Sentences that state “11 program dan 45 kegiatan” are compared with each other: as many programs with another number "
        "of kegiatan, where neither years nor funds (APBD, APBN, pokok, penunjang …) differ. The rarer one is reported; of "
        "equally frequent ones that which no list fits, or the later.",
    )
    messages = {
        "found": Words(
            "Disebut {programs} program dengan {stated} kegiatan, di tempat lain {expected} kegiatan.",
            "{programs} programs with {stated} kegiatan are stated, elsewhere {expected} kegiatan.",
        ),
    }
    good = (
        Example(
            "Dinas melaksanakan 11 program dan 45 kegiatan.\n\nDinas melaksanakan 11 (sebelas) program dengan 45 kegiatan.\n\n"
            "Pada tahun 2019 ada 11 program dan 40 kegiatan. Pada tahun 2020 ada 11 program dan 45 kegiatan.\n\n"
            "Tersedia 7 program pokok dengan 20 kegiatan dan 7 program penunjang dengan 30 kegiatan.\n"
        ),
        Example(
            "Dinas melaksanakan 11 program dan 45 kegiatan.\n\nSetelah perubahan anggaran ada 11 program dan 47 kegiatan.\n"
        ),
    )
    bad = (
        Example(
            "Dinas melaksanakan 11 program dan 45 kegiatan APBD.\n\nDari dana APBD dilaksanakan 11 (sebelas) program dengan 47 "
            "(empat puluh tujuh) kegiatan.\n",
            "47",
        ),
    )

    _CHANGED = re.compile(
        r"perubahan|\bmurni\b|semula|menjadi|bertambah|berkurang|refocusing|pergeseran", re.IGNORECASE
    )
    """Before and after a change of the budget the numbers differ."""

    def inspect(self, report: Report) -> Iterator[Problem]:
        found = [
            pair
            for sentence in report.sentences
            if not self._CHANGED.search(sentence.text)
            for pair in self._pairs(sentence, str(report.identity.year))
        ]
        listed = {len(listing.works) for listing in report.listings}
        for n, pair in enumerate(found):
            kin = [other for other in found if other is not pair and pair.may_be(other)]
            alike = sum(1 for other in kin if other.kegiatan.value == pair.kegiatan.value)
            others = [other for other in kin if other.kegiatan.value != pair.kegiatan.value]
            usual = max(others, key=lambda o: sum(1 for x in kin if x.kegiatan.value == o.kegiatan.value), default=None)
            if usual is None:
                continue
            votes = sum(1 for x in kin if x.kegiatan.value == usual.kegiatan.value)
            if votes < alike + 1 or (votes == alike + 1 and found.index(usual) > n):
                continue
            odd, right = pair, usual
            if pair.kegiatan.value in listed and usual.kegiatan.value not in listed:
                odd, right = usual, pair
            yield Problem(
                odd.kegiatan.spot,
                stated=odd.kegiatan.text,
                expected=right.kegiatan.text,
                difference=str(abs(odd.kegiatan.value - right.kegiatan.value)),
                params=(("programs", odd.programs.text),),
                evidence=(right.kegiatan.spot, *(o.kegiatan.spot for o in others if o not in (odd, right))),
                figure=odd.kegiatan,
                content=(odd.programs.text, odd.kegiatan.text, right.kegiatan.text),
            )

    def _pairs(self, sentence: Sentence, year: str) -> Iterator[_Stated]:
        years = frozenset(re.findall(r"(?<![-–\d])\b20[0-4]\d\b(?!\s?[-–]\s?\d)", sentence.text)) or frozenset({year})
        for first, second in zip(sentence.figures, sentence.figures[1:], strict=False):
            start, end = first.spot.end - sentence.spot.start, second.spot.start - sentence.spot.start
            counts = first.unit == "program" and second.unit == "kegiatan" and first.exact and second.exact
            if counts and end - start <= 70 and not re.search(r"[.;:]", sentence.text[start:end]) and first.value >= 2:
                before = re.findall(r"[a-z]+", sentence.text[max(0, start - 120) : start].lower())
                after = re.findall(r"[a-z]+", sentence.text[start : end + 45].lower().split(",")[0])
                named = next((w for w in reversed(before) if w in _FUNDS), "")
                about = _FUNDS & frozenset(after) or frozenset({named} - {""})
                yield _Stated(first, second, about, years)


class AnnouncedUnits(Check):
    """As many bidang are announced as the list names."""

    code = "CNT015"
    name = "announced-units"
    severity = Severity.WARNING
    title = Words(
        "Jumlah bidang yang disebut tidak sama dengan daftarnya", "Another number of units than the list names"
    )
    reason = _REASON
    docs = Words(
        "“Susunan organisasi terdiri dari 1 (satu) Sekretariat, 4 (empat) Bidang … yaitu :” tepat di atas "
        "sebuah daftar: butir yang "
        "diawali nama satuan itu dihitung. Hanya bila angkanya diulang dengan huruf, daftar memuat "
        "sedikitnya dua butir demikian "
        "dan tidak satu butir pun memuat dua satuan.",
        "“Susunan organisasi terdiri dari 1 (satu) Sekretariat, 4 (empat) Bidang … yaitu :” right above a "
        "list: the items that begin "
        "with the name of that unit are counted. Only where the number is repeated in words, the list has "
        "two such items at least, "
        "and none names two units.",
    )
    messages = {
        "found": Words(
            "Disebut {stated} {unit}, tetapi daftar di bawahnya memuat {expected}.",
            "{stated} {unit} are announced, but the list below has {expected}.",
        ),
    }
    _LIST = (
        "Susunan organisasi terdiri dari 1 (satu) Sekretariat dan {} Bidang yaitu :\n\n1. Kepala Dinas\n2. Sekretariat;\n"
        "3. Bidang Tata Lingkungan;\n4. Bidang Persampahan;\n5. Bidang Penaatan;\n"
    )
    good = (
        Example(_LIST.format("3 (tiga)")),
        Example(_LIST.format("4 (empat)").replace("Bidang Penaatan", "Bidang Penaatan dan Bidang Kapasitas")),
    )
    bad = (Example(_LIST.format("4 (empat)"), "4"),)
    _UNITS = frozenset("bidang seksi bagian".split())

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            if not re.search(r":\s*$", sentence.text) or not re.search(
                r"susunan|struktur|terdiri", sentence.text, re.IGNORECASE
            ):
                continue
            found = next((one for one in report.lists if one.lead == sentence.spot.block), None)
            if found is None or [i.number for i in found.items] != [str(n + 1) for n in range(len(found.items))]:
                continue
            for spelled in sentence.spelled:
                figure = spelled.figure
                if figure.unit not in self._UNITS or spelled.value != figure.value:
                    continue
                own = [i for i in found.items if re.match(rf"{figure.unit}\b", i.text, re.IGNORECASE)]
                twice = any(len(re.findall(rf"\b{figure.unit}\b", i.text, re.IGNORECASE)) > 1 for i in found.items)
                if len(own) >= 2 and not twice and abs(figure.value - len(own)) in (1, 2):
                    yield Problem(
                        figure.spot,
                        stated=figure.text,
                        expected=str(len(own)),
                        params=(("unit", figure.unit.title()),),
                        evidence=tuple(Spot(i.block, start=0, end=len(i.text)) for i in own),
                        figure=figure,
                    )
