"""CNT: stated counts against what can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Figure,
    ItemList,
    Paragraph,
    Problem,
    Relation,
    Report,
    Row,
    RowKind,
    Rule,
    Sentence,
    Severity,
    Spot,
    Table,
    Term,
    TypedTable,
    Words,
)

_REASON = Words(
    "Jumlah yang disebut dalam teks harus sama dengan yang dirinci (akurasi penyajian, Lampiran III PermenPANRB "
    "53/2014).",
    "A count stated in the text must equal what is listed (accuracy of presentation, PermenPANRB 53/2014, annex III).",
)
_LEADS = re.compile(
    r"(?:terdiri|rincian|sebagai berikut|berikut(?: ini)?|yaitu|yakni|antara lain|meliputi|adalah|sbb|di bawah ini|"
    r"dibawah ini)[^.]{0,40}$|:\s*$",
    re.IGNORECASE,
)
_OPEN_ENDED = re.compile(r"antara lain|di antaranya|diantaranya|misalnya|beberapa", re.IGNORECASE)


def _lead_sentence(report: Report, found: ItemList) -> Sentence | None:
    """The sentence that introduces a list and ends in it."""
    if found.lead is None:
        return None
    own = report.sentences_in(found.lead)
    if not own or not _LEADS.search(own[-1].text.strip()) or _OPEN_ENDED.search(own[-1].text):
        return None
    return own[-1]


class ListedSum(Check):
    """A stated number equals the numbers of the list that breaks it down."""

    code = "CNT001"
    name = "listed-sum"
    title = Words("Jumlah tidak sama dengan rinciannya", "A number does not equal its breakdown")
    reason = _REASON
    docs = Words(
        "Kalimat “sebanyak 31 orang terdiri dari:” diikuti daftar yang setiap butirnya menyebut jumlah dengan satuan "
        "yang sama: jumlah butir-butir itu dibandingkan dengan yang disebut.",
        "A sentence “sebanyak 31 orang terdiri dari:” followed by a list whose every item gives a number of the same "
        "unit: their sum is compared with the stated one.",
    )
    messages = {
        "violated": Words(
            "Disebut {stated} {unit}, tetapi rinciannya berjumlah {expected} (selisih {difference}).",
            "{stated} {unit} are stated, but the breakdown adds up to {expected} ({difference} apart).",
        ),
    }
    good = (
        Example(
            "Jumlah pegawai sebanyak 12 orang terdiri dari:\n1. 3 orang berpendidikan S2\n2. 9 orang berpendidikan S1\n"
        ),
    )
    bad = (
        Example(
            "Jumlah pegawai sebanyak 13 orang terdiri dari:\n1. 3 orang berpendidikan S2\n2. 9 orang berpendidikan "
            "S1\n",
            "13",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for found in report.lists:
            lead = _lead_sentence(report, found)
            if lead is None or len(found.items) < 2:
                continue
            terms = [self._number(report, item.block) for item in found.items]
            if any(t is None for t in terms):
                continue
            figures = [t for t in terms if t is not None]
            units = {f.unit for f in figures}
            if len(units) != 1 or not units - {""}:
                continue
            unit = units.pop()
            stated = [f for f in lead.figures if f.unit == unit]
            if len(stated) == 1:
                yield Relation(Rule.SUM, stated[0], tuple(Term(f) for f in figures), params=(("unit", unit),))

    def _number(self, report: Report, block: int) -> Figure | None:
        """The one figure of an item."""
        figures = [f for s in report.sentences_in(block) for f in s.figures]
        return figures[0] if len(figures) == 1 else None


class ListedCount(Check):
    """A stated count equals the items of the list it introduces."""

    code = "CNT002"
    name = "listed-count"
    title = Words("Banyaknya butir tidak sama dengan yang disebut", "A list has another number of items than stated")
    reason = _REASON
    docs = Words(
        "Kalimat “terdapat 16 (enam belas) kegiatan … sebagai berikut:” diikuti daftar: butirnya dihitung. Bila "
        "daftar itu bertingkat (program berisi kegiatan), "
        "tingkat yang dimaksud dipilih menurut kata bendanya. Kata benda apa pun dihitung bila setiap butir bernomor "
        "dimulai dengan kata itu, atau bila bilangan dengan ejaannya berdiri tepat di depan “yaitu”, “sebagai berikut” "
        "dan sejenisnya; satuan ukur (orang, tahun, unit …) dibiarkan. Juga bab yang disebut dalam kalimat itu sendiri "
        "(“4 (empat) bab yaitu Bab I …, Bab II … "
        "serta Bab V …”).",
        "A sentence “terdapat 16 (enam belas) kegiatan … sebagai berikut:” followed by a list: its items are "
        "counted. Where the list has levels (programs holding "
        "kegiatan) the level meant is chosen by the noun. Any noun is counted where every numbered item begins with it, or "
        "where the number with its words stands right before “yaitu”, “sebagai berikut” and the like; measures (orang, "
        "tahun, unit …) are left alone. Also chapters named in the sentence itself (“4 (empat) bab yaitu Bab I …, Bab II … "
        "serta Bab V …”).",
    )
    messages = {
        "named": Words(
            "Disebut {stated} bab, tetapi yang disebut sesudahnya {expected}: {chapters}.",
            "{stated} chapters are stated, but {expected} are named after it: {chapters}.",
        ),
        "found": Words(
            "Disebut {stated} {noun}, tetapi daftar di bawahnya memuat {expected}.",
            "{stated} {noun} are stated, but the list below has {expected}.",
        ),
    }
    good = (
        Example(
            "Terdapat 3 (tiga) program sebagai berikut:\n1. Program Pelayanan\n2. Program Ketertiban\n3. Program "
            "Sarana\n"
        ),
        Example("Laporan terdiri dari 3 (tiga) bab yaitu Bab I Pendahuluan, Bab II Hasil dan Bab III Penutup.\n"),
        Example(
            "Laporan terdiri dari 4 bab, yaitu Bab I Pendahuluan, Bab II Hasil, Bab III Evaluasi, dan seterusnya.\n"
        ),
        Example(
            "Tim terdiri dari 5 (lima) orang sebagai berikut:\n1. Ketua\n2. Sekretaris\n3. Anggota\n\n"
            "Terdapat 9 inovasi pada 3 distrik, yaitu:\n1. Antar berkas\n2. Kasir malam\n\n"
            "Terdapat 1 (satu) camat dan 2 (dua) kasi, yaitu:\n1. Camat\n2. Kasi Umum\n3. Kasi Sosial\n"
        ),
        Example(
            "Terdapat 3 kegiatan sebagai berikut:\nA. Program Satu\n1. Kegiatan pertama\n2. Kegiatan kedua\nB. "
            "Program Dua\n1. Kegiatan ketiga\n"
        ),
    )
    bad = (
        Example("Laporan terdiri dari 2 (dua) bab yaitu Bab I Pendahuluan, Bab II Hasil serta Bab III Penutup.\n", "2"),
        Example(
            "DPRD terdiri dari 4 (empat) fraksi, yaitu:\na. Fraksi Karya;\nb. Fraksi Amanat;\nc. Fraksi Bangsa.\n", "4"
        ),
        Example(
            "Dinas membuat 3 (tiga) inovasi sebagai berikut:\n1. Antar berkas;\n2. Kasir malam.\n",
            "3",
        ),
        Example(
            "Terdapat 4 (empat) program sebagai berikut:\n1. Program Pelayanan\n2. Program Ketertiban\n3. Program "
            "Sarana\n",
            "4",
        ),
        Example(
            "Terdapat 4 kegiatan sebagai berikut:\nA. Program Satu\n1. Penyusunan rencana\n2. Rapat\nB. Program Dua\n"
            "1. Pelatihan\n",
            "4",
        ),
    )

    _CHAPTERS = re.compile(r"^(?:\s*\([a-z ]+\))?\s*bab\s*,?\s*(?:yaitu|yakni|meliputi|adalah)\b", re.IGNORECASE)
    _CHAPTER = re.compile(r"\bbab\s+(?P<number>[IVX]+)\b", re.IGNORECASE)

    def _chapters(self, sentence: Sentence) -> Iterator[Problem]:
        """Chapters counted and named, from the first to the one after “dan” or “serta”, in one sentence."""
        for figure in sentence.figures:
            rest = sentence.text[figure.spot.end - sentence.spot.start :]
            if not self._CHAPTERS.match(rest):
                continue
            chapters = list(self._CHAPTER.finditer(rest))
            numbers = [m["number"].upper() for m in chapters]
            last = chapters and re.search(r"\b(?:dan|serta)\s+$", rest[: chapters[-1].start()])
            if not last or numbers != list(_ROMAN[: len(numbers)]) or len(numbers) == figure.value:
                continue
            yield Problem(
                figure.spot,
                "named",
                stated=figure.text,
                expected=str(len(numbers)),
                difference=str(abs(len(numbers) - int(figure.value))),
                params=(("chapters", f"Bab {', '.join(numbers)}"),),
                figure=figure,
                content=(figure.text, str(len(numbers))),
            )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            yield from self._chapters(sentence)
        for position, found in enumerate(report.lists):
            lead = _lead_sentence(report, found)
            if lead is None or len(found.items) < 2:
                continue
            inner = [other for other in report.lists[position + 1 :] if other.lead in {i.block for i in found.items}]
            for figure, noun in _counted(lead):
                if noun not in _NOUNS and not _lists(report, position, lead, figure, noun):
                    continue
                count = self._count(found, inner, noun)
                if count is None or count == figure.value:
                    continue
                own = tuple(_item_spots(report, found if count == len(found.items) else None, inner))
                yield Problem(
                    figure.spot,
                    stated=figure.text,
                    expected=str(count),
                    difference=str(abs(count - int(figure.value))),
                    params=(("noun", noun),),
                    evidence=own,
                    figure=figure,
                    content=(figure.text, str(count)),
                )

    def _count(self, found: ItemList, inner: Sequence[ItemList], noun: str) -> int | None:
        """How many things of this noun the list holds; None where that is not plain."""
        top = len(found.items)
        words = [item.text.lower().split()[0].strip(":") if item.text.split() else "" for item in found.items]
        below = sum(len(other.items) for other in inner)
        if inner and noun == "kegiatan" and sum(1 for w in words if w == "program") * 2 > top:
            return below
        if noun != words[0] and sum(1 for w in words if w in _NOUNS) * 2 > top:
            return None
        return top


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NOUNS = frozenset(
    "program kegiatan subkegiatan sasaran tujuan misi indikator bidang seksi bagian subbagian subbidang urusan "
    "kecamatan desa kelurahan jenis aspek strategi komponen "
    "tahap tahapan langkah poin butir faktor kendala permasalahan isu prioritas agenda unsur unit perangkat upt uptd "
    "kelompok kriteria prinsip".split()
)


_MEASURES = frozenset(
    "orang pegawai jiwa kk keluarga hari minggu bulan tahun jam menit kali unit buah dokumen laporan paket persen poin "
    "titik km meter m ha hektar kg ton liter rupiah ribu juta miliar milyar eksemplar lembar lokasi ruas angka".split()
)


def _lists(report: Report, position: int, lead: Sentence, figure: Figure, noun: str) -> bool:
    """Whether a numbered list is plainly the list of the things counted: each item begins with their name, or the count
    in digits and words stands right before what introduces the list."""
    found = report.lists[position]
    if noun in _MEASURES or not _in_step(found):
        return False
    if any(other.lead in {i.block for i in found.items} for other in report.lists[position + 1 :]):
        return False
    after = report.lists[position + 1] if position + 1 < len(report.lists) else None
    if after is not None and after.items[0].style == found.items[0].style and _ordinal(after.items[0].number) != 1:
        return False
    if all(re.match(rf"{re.escape(noun)}\b", item.text, re.IGNORECASE) for item in found.items):
        return True
    if len(lead.figures) > 1:  # "1 camat dan 4 kasi, yaitu:" may list both
        return False
    rest = lead.text[figure.spot.end - lead.spot.start :]
    return (
        re.fullmatch(rf"\s*\([a-z ]+\)\s*{re.escape(noun)}\s*,?\s*{_INTRODUCES}\s*:?\s*", rest, re.IGNORECASE)
        is not None
    )


_INTRODUCES = r"(?:yaitu|yakni|(?:adalah\s+|yaitu\s+)?sebagai berikut|berikut(?: ini)?|sbb\.?|terdiri (?:dari|atas))"


def _ordinal(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    return ord(number.lower()) - ord("a") + 1 if len(number) == 1 and number.isalpha() else None


def _in_step(found: ItemList) -> bool:
    """Whether the items are numbered 1, 2, 3 … or a, b, c … without a gap."""
    return [_ordinal(item.number) for item in found.items] == list(range(1, len(found.items) + 1))


def _counted(sentence: Sentence) -> Iterator[tuple[Figure, str]]:
    """Whole figures of a sentence with the noun they count; only where a single noun of the kind is counted."""
    pairs = [
        (f, f.unit) for f in sentence.figures if f.exact and f.decimals == 0 and 0 < f.value < 1000 and f.unit.isalpha()
    ]
    nouns = [noun for _, noun in pairs]
    yield from ((f, noun) for f, noun in pairs if nouns.count(noun) == 1)


def _item_spots(report: Report, found: ItemList | None, inner: Sequence[ItemList]) -> Iterator[Spot]:
    lists = [found] if found is not None else inner
    for other in lists:
        for item in other.items:
            held = report.document.blocks[item.block]
            if isinstance(held, Paragraph):
                yield Spot(item.block, start=0, end=len(held.text))


class SpelledCount(Check):
    """Digits and the word beside them agree."""

    code = "CNT003"
    name = "spelled-count"
    title = Words("Angka dan kata di sampingnya berbeda", "A number and the word beside it differ")
    reason = _REASON
    docs = Words(
        "Bilangan kecil yang diikuti kata dalam kurung, “8 (delapan) program”, harus menyebut bilangan yang sama. "
        "Nilai rupiah diperiksa oleh TRB001.",
        "A small number followed by its word in brackets, “8 (delapan) program”, must name the same number. Amounts "
        "in rupiah are the matter of TRB001.",
    )
    messages = {
        "found": Words(
            "Tertulis {stated} ({words}); “{words}” berarti {expected}.",
            "{stated} ({words}) is written; “{words}” means {expected}.",
        ),
    }
    good = (Example("Dinas melaksanakan 8 (delapan) program dan 21 (dua puluh satu) kegiatan.\n"),)
    bad = (Example("Dinas melaksanakan 8 (sembilan) program dan 21 (dua puluh satu) kegiatan.\n", "8"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            for spelled in sentence.spelled:
                figure = spelled.figure
                if (
                    figure.unit == "Rp"
                    or figure.value >= 1000
                    or spelled.value is None
                    or spelled.value == figure.value
                ):
                    continue
                yield Problem(
                    figure.spot,
                    stated=figure.text,
                    expected=str(spelled.value),
                    params=(("words", spelled.text),),
                    evidence=(spelled.spot,),
                    figure=figure,
                )


class TableCount(Check):
    """Counts of programs and kegiatan equal the rows of the budget table."""

    code = "CNT004"
    name = "table-count"
    severity = Severity.WARNING
    title = Words(
        "Banyaknya program/kegiatan tidak sama dengan tabel",
        "The number of programs or kegiatan is not that of the table",
    )
    reason = _REASON
    docs = Words(
        "Kalimat yang menyebut banyaknya program dan kegiatan (“8 program dan 34 kegiatan”) dibandingkan dengan "
        "tabel anggaran yang baris-barisnya bertingkat program dan kegiatan. "
        "Yang dilaporkan hanya bila banyaknya program cocok dengan tabel itu (jadi tabel itulah yang dimaksud) dan "
        "tidak satu tabel pun memuat banyaknya kegiatan yang disebut. Juga kalimat yang mengantar tabel tepat di "
        "bawahnya (“6 (enam) fraksi sebagai berikut:”), bila tabel itu punya kolom berjudul kata yang dihitung. "
        "Banyaknya sub kegiatan dibandingkan dengan tabel "
        "berkode di bawah judul yang sama, bila program dan kegiatannya cocok dan tabel itu berjumlah.",
        "A sentence that counts programs and kegiatan (“8 program dan 34 kegiatan”) is compared with budget tables "
        "whose rows are programs and kegiatan. It is reported only where "
        "the number of programs fits a table (so that this one is meant) and no table has the stated number of "
        "kegiatan. Also a sentence that introduces the table right below it (“6 (enam) fraksi sebagai berikut:”), where "
        "that table has a column headed by the noun counted. The number of sub kegiatan is compared with the table of codes "
        "under the same heading, where its programs and kegiatan fit and it has a total.",
    )
    messages = {
        "found": Words(
            "Disebut {stated} kegiatan, tetapi {table} memuat {expected} kegiatan pada {programs} program.",
            "{stated} kegiatan are stated, but {table} has {expected} kegiatan under {programs} programs.",
        ),
        "referred": Words(
            "Disebut {stated} {noun} menurut {table}, tetapi tabel itu memuat {expected}.",
            "{stated} {noun} are stated after {table}, but that table has {expected}.",
        ),
        "subs": Words(
            "Disebut {stated} sub kegiatan, tetapi {table} memuat {expected} pada {programs} program dan {kegiatan} kegiatan.",
            "{stated} sub kegiatan are stated, but {table} has {expected} under {programs} programs and {kegiatan} kegiatan.",
        ),
        "introduced": Words(
            "Disebut {stated} {noun}, tetapi {table} di bawahnya memuat {expected}.",
            "{stated} {noun} are stated, but {table} below has {expected}.",
        ),
    }
    _REFERS = re.compile(
        r"(?:sebagaimana|seperti|dapat dilihat|disajikan|tercantum|terlihat|dirinci|dimuat|tersaji|diuraikan|"
        r"tertuang)[^.;]{0,40}?\btabel\s*\.?\s*(?P<number>\d+(?:[.\-]\d+)*)",
        re.IGNORECASE,
    )
    _CODES = (
        "Tabel 1 Anggaran\n\nKode\tUraian\tAnggaran\n5.01.01\tProgram Satu\t3.000.000\n5.01.01.1.01\tPerencanaan\t3.000.000\n"
        "5.01.01.1.01.0001\tRapat\t1.000.000\n5.01.01.1.01.0002\tKajian\t2.000.000\n5.01.02\tProgram Dua\t500.000\n"
        "5.01.02.1.01\tPembinaan\t500.000\n5.01.02.1.01.0001\tPelatihan\t500.000\nJumlah\t\t3.500.000\n"
    )
    good = (
        Example("Dinas melaksanakan 2 (dua) program, 2 (dua) kegiatan dan 3 (tiga) sub kegiatan.\n\n" + _CODES),
        Example("Dinas melaksanakan 2 program, 2 kegiatan dan 8 sub kegiatan pada tahun berikutnya.\n\n" + _CODES),
        Example(
            "Dinas melaksanakan 2 program sebagaimana Tabel 1.\n\nTabel 1 Program\n\nNo\tProgram\tAnggaran\n"
            "1\tProgram Satu\t3.000.000\n2\tProgram Dua\t500.000\n"
        ),
        Example(
            "Terdapat 20 (dua puluh) distrik, 2 (dua) distrik yang lain sebagai berikut:\n\nNo\tDistrik\tJumlah\n"
            "1\tLor\t8\n2\tKidul\t6\n3\tWetan\t4\nJumlah\t\t18\n"
        ),
        Example(
            "Dinas melaksanakan 2 program dan 3 kegiatan.\n\nTabel 1 Anggaran\n\nNo\tUraian\tAnggaran\n1\tProgram "
            "Satu\t3.000.000\n1.1\tRapat\t1.000.000\n1.2\tKajian\t2.000.000\n"
            "2\tProgram Dua\t500.000\n2.1\tPelatihan\t500.000\n"
        ),
    )
    bad = (
        Example("Dinas melaksanakan 2 (dua) program, 2 (dua) kegiatan dan 4 sub kegiatan.\n\n" + _CODES, "4"),
        Example(
            "Anggota berjumlah 14 (empat belas) orang yang tergabung dalam 3 (tiga) fraksi sebagai berikut:\n\n"
            "Tabel 1.1 Anggota\n\nNo\tFraksi\tJumlah\n1\tFraksi Karya\t8\n2\tFraksi Amanat\t6\nJumlah\t\t14\n",
            "3",
        ),
        Example(
            "Dinas melaksanakan 3 program sebagaimana Tabel 1.\n\nTabel 1 Program\n\nNo\tProgram\tAnggaran\n"
            "1\tProgram Satu\t3.000.000\n2\tProgram Dua\t500.000\n",
            "3",
        ),
        Example(
            "Dinas melaksanakan 2 program dan 4 kegiatan.\n\nTabel 1 Anggaran\n\nNo\tUraian\tAnggaran\n1\tProgram "
            "Satu\t3.000.000\n1.1\tRapat\t1.000.000\n1.2\tKajian\t2.000.000\n"
            "2\tProgram Dua\t500.000\n2.1\tPelatihan\t500.000\n",
            "4",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        yield from self._referred(report)
        yield from self._introduced(report)
        yield from self._subs(report)
        counted = [(t, p, k) for t in report.tables if (pair := _programs(t)) for p, k in (pair,)]
        if not counted:
            return
        for sentence in report.sentences:
            stated = {noun: f for f, noun in _counted(sentence)}
            programs, kegiatan = stated.get("program"), stated.get("kegiatan")
            if programs is None or kegiatan is None:
                continue
            fitting = [(t, len(p), len(k)) for t, p, k in counted if len(p) == programs.value]
            if not fitting or any(k == kegiatan.value for _, _, k in fitting):
                continue
            table, p, k = max(fitting, key=lambda entry: entry[2])
            yield Problem(
                kegiatan.spot,
                stated=kegiatan.text,
                expected=str(k),
                difference=str(abs(k - int(kegiatan.value))),
                params=(("table", table.title), ("programs", str(p))),
                explanation=_tally(table),
                figure=kegiatan,
                content=(kegiatan.text, str(k)),
            )

    _LEVELS = re.compile(
        r"\b(?P<program>\d{1,2})(?:\s*\([a-z ]+\))?\s+program\s*,?\s*(?:dan\s+|serta\s+)?(?P<kegiatan>\d{1,3})(?:\s*\([a-z ]+\))?"
        r"\s+kegiatan\s*,?\s*(?:dan\s+|serta\s+)?(?P<subs>\d{1,3})(?:\s*\([a-z ]+\))?\s+sub\s*-?\s*kegiatan\b",
        re.IGNORECASE,
    )

    def _subs(self, report: Report) -> Iterator[Problem]:
        """Sub kegiatan told beside programs and kegiatan, in the section of the table of codes that has these."""
        coded = [(t, levels) for t in report.tables if (levels := _code_levels(t))]
        for sentence in report.sentences if coded else ():
            match = self._LEVELS.search(sentence.text)
            if match is None:
                continue
            told = (int(match["program"]), int(match["kegiatan"]), int(match["subs"]))
            near = [
                (t, levels)
                for t, levels in coded
                if t.heading == sentence.heading and 0 < t.block - sentence.spot.block <= 12 and levels[:2] == told[:2]
            ]
            if any(levels == told for _, levels in coded) or len(near) != 1:
                continue
            table, levels = near[0]
            if abs(levels[2] - told[2]) * 3 > levels[2]:
                continue
            start = sentence.spot.start + match.start("subs")
            yield Problem(
                Spot(sentence.spot.block, start=start, end=start + len(match["subs"])),
                "subs",
                stated=match["subs"],
                expected=str(levels[2]),
                difference=str(abs(levels[2] - told[2])),
                params=(("table", table.title), ("programs", str(levels[0])), ("kegiatan", str(levels[1]))),
                quote=match.group(),
                content=(match["subs"], str(levels[2])),
            )

    def _referred(self, report: Report) -> Iterator[Problem]:
        """A count whose sentence refers to the table that lists the things counted."""
        for sentence in report.sentences:
            match = self._REFERS.search(sentence.text)
            counts = list(_counted(sentence))
            if match is None or len(counts) != 1:
                continue
            figure, noun = counts[0]
            number = match["number"].replace("-", ".")
            tables = [t for t in report.tables if t.number == number]
            if len(tables) != 1:
                continue
            rows = _rows_of(tables[0], noun)
            if len(rows) < 2 or len(rows) == figure.value:
                continue
            if noun not in ("program", "kegiatan", "sasaran", "indikator"):
                near = len(rows) <= figure.value * 2 <= len(rows) * 4
                if noun in _MEASURES or _PICKS.search(sentence.text) or not near or _has_groups(tables[0]):
                    continue
            yield Problem(
                figure.spot,
                "referred",
                stated=figure.text,
                expected=str(len(rows)),
                difference=str(abs(len(rows) - int(figure.value))),
                params=(("noun", noun), ("table", tables[0].title)),
                figure=figure,
                content=(figure.text, str(len(rows))),
            )

    def _introduced(self, report: Report) -> Iterator[Problem]:
        """A count whose sentence introduces the table, right below it, that lists the things counted."""
        blocks = report.document.blocks
        captioned = {c.table: c.block for c in report.captions if c.table is not None}
        for table in report.tables:
            first = captioned.get(table.block, table.block)
            goes_on = table.block + 1 < len(blocks) and isinstance(blocks[table.block + 1], Table)
            if first > table.block or goes_on or _has_groups(table):
                continue
            lead = next(reversed(report.sentences_in(first - 1)), None)
            if lead is None or not _LEADS.search(lead.text.strip()) or _OPEN_ENDED.search(lead.text):
                continue
            if self._REFERS.search(lead.text) or _PICKS.search(lead.text):
                continue
            for figure, noun in _counted(lead):
                count = len(_rows_of(table, noun)) if noun not in _MEASURES else 0
                if count < 2 or count == figure.value or not count <= figure.value * 2 <= count * 4:
                    continue
                yield Problem(
                    figure.spot,
                    "introduced",
                    stated=figure.text,
                    expected=str(count),
                    difference=str(abs(count - int(figure.value))),
                    params=(("noun", noun), ("table", table.title)),
                    figure=figure,
                    content=(figure.text, str(count)),
                )


_PICKS = re.compile(r"\bter(?:tinggi|rendah|besar|banyak|kecil|sedikit|baik|buruk)\b|di antara|\blain\b", re.IGNORECASE)


def _has_groups(table: TypedTable) -> bool:
    return any(r.kind is RowKind.GROUP for r in table.rows)


def _rows_of(table: TypedTable, noun: str) -> list[str]:
    """The distinct things that a table lists under a header of this noun."""
    pattern = rf"(?:uraian |nama )?{noun}(?: strategis| kinerja)*"
    named = [c.index for c in table.columns if re.fullmatch(pattern, c.name.lower().strip())]
    if len(named) != 1:
        return []
    rows = [r for r in table.rows if r.kind is RowKind.PART]
    texts = [re.sub(r"[^a-z0-9]+", "", table.table.rows[r.index][named[0]].text.lower()) for r in rows]
    filled = [t for t in texts if t]
    return filled if len(set(filled)) == len(filled) else []


def _code_levels(table: TypedTable) -> tuple[int, int, int] | None:
    """How many programs, kegiatan and sub kegiatan a whole table has by the depth of their codes."""
    rows = [r for r in table.rows if r.kind in (RowKind.PART, RowKind.GROUP)]
    codes = [r.number.rstrip(".") for r in rows]
    if not all(re.fullmatch(r"\d+(?:\.\d+){2,6}", c) for c in codes) or len({(r.number, r.label) for r in rows}) != len(
        rows
    ):
        return None
    depths = sorted({c.count(".") for c in codes})
    if len(depths) != 3 or not any(r.kind is RowKind.TOTAL for r in table.rows):
        return None
    programs, kegiatan, subs = (sum(1 for c in codes if c.count(".") == depth) for depth in depths)
    return programs, kegiatan, subs


def _programs(table: TypedTable) -> tuple[list[Row], list[Row]] | None:
    """The program rows of a table and the rows under them."""
    programs = [r for r in table.rows if r.kind is not RowKind.TOTAL and re.match(r"program\b", r.label, re.IGNORECASE)]
    if len(programs) < 2:
        return None
    own = {r.index for r in programs}
    kegiatan = [r for r in table.rows if r.parent in own and r.kind is RowKind.PART]
    return (programs, kegiatan) if len(kegiatan) >= len(programs) // 2 and kegiatan else None


def _tally(table: TypedTable) -> Words:
    pair = _programs(table)
    if pair is None:
        return Words("", "")
    programs, kegiatan = pair
    parts = [str(sum(1 for k in kegiatan if k.parent == p.index)) for p in programs]
    text = f"{' + '.join(parts)} = {len(kegiatan)} kegiatan"
    return Words(text, text)
