"""IDN: civil servants' numbers (NIP) and ranks."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.checking.base import Check, Example
from reviewer.model import Paragraph, Problem, Report, RowKind, Severity, Spot, Words
from reviewer.model.titles import same_word

_REASON = Words(
    "NIP terdiri atas 18 angka: tanggal lahir, tahun dan bulan pengangkatan, jenis kelamin, nomor urut (Peraturan "
    "Kepala BKN Nomor 22 Tahun 2007).",
    "A NIP has 18 digits: date of birth, year and month of appointment, sex, serial number (Peraturan Kepala BKN "
    "Nomor 22 Tahun 2007).",
)
_MARKED = re.compile(r"\bN\.?\s?I\.?\s?P\b\.?[\s.:]{0,6}(?P<nip>\d(?:[\d .\-]{7,30})\d)(?!\d)", re.IGNORECASE)
_WHOLE = re.compile(r"(?<![\d.])(?:\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)|^\s*\d[\d .\-]{12,28}\d\s*$)")
_RANK_WORDS = re.compile(
    r"\b(?:juru|pengatur|penata|pembina|golongan|gol|pangkat|tk|[ivx]+\s?/\s?[a-e])\b", re.IGNORECASE
)
_OFFICE_WORDS = re.compile(
    r"\b(?:kepala|dinas|badan|kantor|inspektur|inspektorat|sekretaris|sekretariat|kabupaten|kota|provinsi|plt|plh|pj|bupati|"
    r"gubernur|camat|lurah|direktur|bidang|bagian|mengetahui|selaku|pejabat|ketua|wakil|nip|jabatan|nama|tahun|bendahara|"
    r"pengguna|anggaran|pihak|pertama|kedua)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:prof|dr|drs|dra|drg|ir|hj|h|r|rr|tb|kh|apt|ns)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Number:
    """A NIP as written, with the person it stands under."""

    digits: str
    text: str
    spot: Spot
    person: str
    """"" where no name is near."""


def _numbers(report: Report) -> Iterator[_Number]:
    yield from _in_columns(report)
    for whole, text in report.texts:
        if "ip" not in text.lower():
            continue
        matches = list(_MARKED.finditer(text))
        for match in matches:
            written = re.split(r"\s{3,}", match["nip"])[0]
            start = match.start("nip")
            spot = Spot(whole.block, whole.row, whole.col, start, start + len(written))
            person = ""
            if len(matches) == 1:
                person = _name_in(text[: match.start()].splitlines()) or _name_above(report, whole)
            yield _Number(re.sub(r"\D", "", written), written, spot, person)


def _in_columns(report: Report) -> Iterator[_Number]:
    """The numbers in columns headed NIP whose cells do not say the word again."""
    for table in report.tables:
        for column in table.columns:
            if not re.search(r"\bNIP\b", column.title, re.IGNORECASE):
                continue
            for row in table.rows:
                text = table.table.rows[row.index][column.index].text
                match = None if re.search(r"\bnip", text, re.IGNORECASE) else _WHOLE.search(text)
                if match is not None and row.kind is not RowKind.NUMBERS:
                    spot = Spot(table.block, row.index, column.index, *match.span())
                    yield _Number(re.sub(r"\D", "", match.group()), match.group(), spot, "")


def _name_in(lines: Sequence[str]) -> str:
    """The last line, where it reads as a person's name and the one before it does not: two signatures side by side are
    left alone. Lines of rank are passed over."""
    told = [line.strip() for line in lines if line.strip() and not _RANK_WORDS.search(line)][-2:]
    if not told or not _is_name(told[-1]) or (len(told) > 1 and _is_name(told[0])):
        return ""
    return told[-1]


def _is_name(line: str) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", line)
    if len(letters) < 4 or len(line) > 60 or re.search(r"\d|[:;?]|\s{3,}|\t", line):
        return False
    return not _OFFICE_WORDS.search(line)


def _name_above(report: Report, whole: Spot) -> str:
    """The name in the lines, or in the cells of the column, above."""
    blocks = report.document.blocks
    if whole.in_table:
        table = report.table_at(whole.block)
        rows = table.table.rows[max(0, whole.row - 3) : whole.row] if table is not None else ()
        return _name_in([row[whole.col].text.splitlines()[-1] for row in rows if row[whole.col].text.strip()])
    own = report.place(whole)
    beside = [b for b in blocks[max(0, whole.block - 1) : whole.block + 2] if isinstance(b, Paragraph)]
    if own.cell is None and sum(1 for b in beside if _MARKED.search(b.text)) > 1:
        return ""
    above = [b for b in blocks[max(0, whole.block - 8) : whole.block] if isinstance(b, Paragraph)]
    if own.cell is not None:
        column = own.cell.rstrip("0123456789")
        above = [b for b in above if b.place.sheet == own.sheet and (b.place.cell or "").rstrip("0123456789") == column]
    return _name_in([line for b in above[-4:] for line in b.text.splitlines()])


def _known_as(person: str) -> frozenset[str]:
    """The words of a name without degrees and titles."""
    bare = _TITLE.sub(" ", person.split(",")[0])
    return frozenset(w for w in re.findall(r"[a-z']+", bare.lower()) if len(w) > 2)


class NumberForm(Check):
    """A NIP is well formed."""

    code = "IDN010"
    name = "nip-form"
    severity = Severity.WARNING
    title = Words("NIP tidak mungkin benar", "A NIP that cannot be right")
    reason = _REASON
    docs = Words(
        "Nomor di belakang kata NIP atau dalam kolom berjudul NIP: banyaknya angka, tanggal lahir yang ada dalam "
        "kalender, bulan pengangkatan, angka jenis kelamin, umur saat diangkat (15 sampai 60 tahun; di atas 50 hanya "
        "info). Pada NI PPPK bulan digantikan angka lebih dari 12; itu diterima. NIP lama sembilan angka dibiarkan.",
        "The number after the word NIP, or in a column headed NIP: how many digits, a date of birth that exists, the "
        "month of appointment, the digit of sex, the age at appointment (15 to 60; beyond 50 it is information "
        "only). In numbers of PPPK the month is replaced by one beyond 12; that is accepted. "
        "Old numbers of nine digits are left alone.",
    )
    messages = {
        "length": Words(
            "NIP {stated} terdiri atas {count} angka, seharusnya {expected}.",
            "The NIP {stated} has {count} digits; it should have {expected}.",
        ),
        "birth": Words(
            "Tanggal lahir dalam NIP {stated} tidak ada: {part}.",
            "The date of birth in the NIP {stated} does not exist: {part}.",
        ),
        "month": Words(
            "Bulan pengangkatan dalam NIP {stated} tidak ada: {part}.",
            "The month of appointment in the NIP {stated} does not exist: {part}.",
        ),
        "sex": Words(
            "Angka jenis kelamin dalam NIP {stated} adalah {part}, seharusnya 1 atau 2.",
            "The digit of sex in the NIP {stated} is {part}; it should be 1 or 2.",
        ),
        "age": Words(
            "Menurut NIP {stated} yang bersangkutan diangkat pada umur {part} tahun.",
            "By the NIP {stated} the person was appointed at the age of {part}.",
        ),
    }
    _TABLE = (
        "Tabel 1.2 Pejabat\n\nNo\tNama\tNIP\tPangkat\n1\tRahmat\t19750730 200112 1 001\tPembina\n"
        "2\tDewi\t198001022005012003\tPenata\n"
    )
    good = (
        Example(
            "KEPALA DINAS\n\nRahmat Wijayanto, S.Sos\nPembina Tk. I\nNIP. 19750730 200112 1 001\n\n"
            "NIP 197507302001121001\n"
        ),
        Example("NIP: 19900105 202121 2 014 (PPPK). NIP. 19660125.199403.1.008. NIP. 131 234 567. NIP. ......\n"),
        Example(_TABLE + "3\tRatna\t-\tHonorer\n4\tSinta\t131 234 567\tPenata\n"),
    )
    bad = (
        Example("Rahmat Wijayanto\nNIP. 19750730 200112 1 01\n", "17"),
        Example("Rahmat Wijayanto\nNIP. 19750231 200112 1 001\n", "31-02-1975"),
        Example("Rahmat Wijayanto\nNIP. 19750730 200112 3 001\n", "3"),
        Example("Rahmat Wijayanto\nNIP. 19950730 200112 1 001\n", "6 tahun"),
        Example(_TABLE + "3\tRatna\t19751317 200110 1 006\tPembina\n", "17-13-1975"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        seen: set[str] = set()
        for number in _numbers(report):
            if number.digits in seen:
                continue
            seen.add(number.digits)
            found = _fault(number.digits)
            if found is not None:
                message, part = found
                yield Problem(
                    number.spot,
                    message,
                    stated=number.text,
                    expected="18" if message == "length" else "",
                    params=(("part", part), ("count", str(len(number.digits)))),
                    severity=Severity.INFO if message == "age" and 50 < int(part) <= 60 else None,
                )


def _fault(digits: str) -> tuple[str, str] | None:
    """What is wrong with the digits of a NIP, with the part that shows it."""
    if len(digits) != 18:
        return ("length", "") if 14 <= len(digits) <= 22 else None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    if not 1930 <= year <= 2015 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return "birth", f"{digits[6:8]}-{digits[4:6]}-{digits[:4]}"
    appointed = int(digits[8:12]) - year
    if digits[12:14] == "00":
        return "month", digits[12:14]
    if digits[14] not in "12":
        return "sex", digits[14]
    return ("age", str(appointed)) if not 15 <= appointed <= 50 else None


class OnePerson(Check):
    """One person has one NIP."""

    code = "IDN011"
    name = "nip-person"
    title = Words("NIP dan nama tidak cocok", "A NIP and its person do not match")
    reason = Words(
        "NIP berlaku untuk satu orang; nama atau NIP yang tertinggal dari naskah lain membuat tanda tangan tidak sah.",
        "A NIP belongs to one person; a name or NIP left from another draft makes a signature invalid.",
    )
    docs = Words(
        "Nama di atas setiap NIP dibaca tanpa gelar. Satu NIP di bawah dua nama yang tidak punya kata yang sama "
        "adalah kesalahan. Satu nama dengan dua NIP yang tanggal lahirnya sama atau yang berbeda beberapa angka "
        "adalah peringatan.",
        "The name above each NIP is read without its titles. One NIP under two names that share no word is an error. "
        "One name with two NIPs of the same birthday, or that differ in a few digits, is a warning.",
    )
    messages = {
        "persons": Words(
            "NIP {stated} tertulis di bawah dua nama: {first} dan {second}.",
            "The NIP {stated} stands under two names: {first} and {second}.",
        ),
        "numbers": Words(
            "NIP {name} tertulis {stated}, di tempat lain {expected}.",
            "The NIP of {name} is written {stated}, elsewhere {expected}.",
        ),
    }
    good = (
        Example(
            "Drs. H. RAHMAT WIJAYANTO, M.Si\nPembina\nNIP. 19750730 200112 1 001\n\nRahmat Wijayanto\n"
            "NIP. 197507302001121001\n\nDewi Lestariningsih\nNIP. 19800102 200501 2 003\n"
        ),
        Example(
            "Rahmat Wijayanto\nNIP. 19750730 200112 1 001\n\nKEPALA DINAS\n\nRahmat Wijayanto\nPermbina Utama Madya\n"
            "NIP. 19750730 200112 1 001\n"
        ),
        Example(
            "Rahmat Wijayanto\nNIP. 19750730 200112 1 001\n\nRahmat Wijayanto          Dewi Lestariningsih\n"
            "NIP. 19800102 200501 2 003\nNIP. 19750730 200112 1 001\n"
        ),
    )
    bad = (
        Example(
            "Rahmat Wijayanto\nNIP. 19750730 200112 1 001\n\nKEPALA DINAS\n\nDewi Lestariningsih\n"
            "NIP. 19750730 200112 1 001\n",
            "Dewi",
        ),
        Example(
            "Rahmat Wijayanto, S.H.\nNIP. 19750730 200112 1 001\n\nKEPALA DINAS\n\nRahmat Wijayanto\n"
            "NIP. 19750730 200121 1 001\n",
            "200121",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        named = [n for n in _numbers(report) if n.person and len(n.digits) == 18]
        by_number: dict[str, list[_Number]] = defaultdict(list)
        by_person: dict[frozenset[str], list[_Number]] = defaultdict(list)
        for number in named:
            by_number[number.digits].append(number)
            by_person[_known_as(number.person)].append(number)
        for group in by_number.values():
            other = next((n for n in group[1:] if _strangers(group[0].person, n.person)), None)
            if other is not None:
                yield Problem(
                    other.spot,
                    "persons",
                    stated=other.text,
                    params=(("first", group[0].person), ("second", other.person)),
                    evidence=(group[0].spot,),
                )
        for name, group in by_person.items():
            other = next((n for n in group[1:] if len(name) > 1 and _slip(n.digits, group[0].digits)), None)
            if other is not None:
                yield Problem(
                    other.spot,
                    "numbers",
                    stated=other.text,
                    expected=group[0].text,
                    params=(("name", other.person),),
                    evidence=(group[0].spot,),
                    severity=Severity.WARNING,
                )


def _strangers(a: str, b: str) -> bool:
    first, second = _known_as(a), _known_as(b)
    return bool(first and second) and not any(same_word(x, y) for x in first for y in second)


def _slip(a: str, b: str) -> bool:
    """Two numbers of one person: the same birthday, or a few digits apart."""
    return a != b and (a[:8] == b[:8] or sum(1 for x, y in zip(a, b, strict=True) if x != y) <= 3)


_TINGKAT = r"(?:\s*,?\s*(?:tingkat|tingk?t|tkt|tk)\.?\s*(?:i|1)\b)"
_RANK = rf"(?P<rank>(?:juru|pengatur|penata|pembina)(?:\s*utama)?(?:\s*(?:muda|madya))?(?P<first>{_TINGKAT})?)"
_GRADE = r"(?:gol(?:ongan|\.)?\s*(?:ruang)?\s*[.:]?\s*)?(?P<grade>(?:iv|iii|ii|i)\s*[/.\-]?\s*[a-e])\b"
_PAIR = re.compile(rf"\b{_RANK}\s*[,(/–-]*\s*[(]?\s*{_GRADE}(?![a-z/])", re.IGNORECASE)
_RANK_ALONE = re.compile(rf"\W*{_RANK}\W*", re.IGNORECASE)
_GRADE_ALONE = re.compile(rf"\W*{_GRADE}\W*", re.IGNORECASE)
_RANKED = re.compile(rf"\W*{_RANK}\s*(?:[,(/–-]*\s*[(]?\s*{_GRADE})?\W*", re.IGNORECASE)
_GRADES = {
    "juru muda": "I/a",
    "juru muda tk i": "I/b",
    "juru": "I/c",
    "juru tk i": "I/d",
    "pengatur muda": "II/a",
    "pengatur muda tk i": "II/b",
    "pengatur": "II/c",
    "pengatur tk i": "II/d",
    "penata muda": "III/a",
    "penata muda tk i": "III/b",
    "penata": "III/c",
    "penata tk i": "III/d",
    "pembina": "IV/a",
    "pembina tk i": "IV/b",
    "pembina utama muda": "IV/c",
    "pembina utama madya": "IV/d",
    "pembina utama": "IV/e",
}


def _grade_of(match: re.Match[str]) -> str:
    """The golongan that belongs to a rank, "" for a rank that does not exist."""
    base = match["rank"][: len(match["rank"]) - len(match["first"] or "")]
    words = re.findall(r"juru|pengatur|penata|pembina|utama|muda|madya", base.lower())
    return _GRADES.get(" ".join([*words, *(["tk i"] if match["first"] else [])]), "")


def _plain(grade: str) -> str:
    """ "IV.b" and "IVB" are "IV/b"."""
    letters = re.sub(r"[^a-z]", "", grade.lower())
    return f"{letters[:-1].upper()}/{letters[-1]}"


class RankPair(Check):
    """Pangkat and golongan belong together."""

    code = "IDN012"
    name = "rank-pair"
    title = Words("Pangkat dan golongan tidak cocok", "Pangkat and golongan do not match")
    reason = Words(
        "Setiap pangkat PNS mempunyai satu golongan ruang: Penata Muda III/a sampai Pembina Utama IV/e.",
        "Each pangkat of a civil servant has one golongan ruang: Penata Muda III/a up to Pembina Utama IV/e.",
    )
    docs = Words(
        "Pangkat yang diikuti golongannya, dalam kalimat, dalam satu sel atau dalam dua kolom yang berdampingan. "
        "“Tk. I”, “Tk.I”, “Tkt I”, “Tingkat 1” sama dengan Tingkat I.",
        "A pangkat followed by its golongan, in a sentence, in one cell or in two neighbouring columns. “Tk. I”, "
        "“Tk.I”, “Tkt I”, “Tingkat 1” are Tingkat I.",
    )
    messages = {
        "found": Words(
            "{rank} adalah golongan {expected}, tertulis {stated}.",
            "{rank} is golongan {expected}; {stated} is written.",
        ),
    }
    good = (
        Example(
            "Pembina Tk. I (IV/b), Penata Tingkat I, III/d, PenataMuda (III/a), Pembina Utama Muda / IV.c dan "
            "Pengatur Tkt I Gol. II/d. Penata Laporan Keuangan (III/a).\n"
        ),
        Example(
            "Tabel 1 Pegawai\n\nNo\tNama\tPangkat\tGolongan\n1\tRahmat\tPenata\tIII/c\n2\tDewi\tPenata Muda\tIII/a\n"
        ),
    )
    bad = (
        Example("Rahmat Wijayanto, Pembina (IV/b), memimpin rapat.\n", "IV/a"),
        Example(
            "Tabel 1 Pegawai\n\nNo\tNama\tPangkat\tGolongan\n1\tRahmat\tPenata\tIII/d\n2\tDewi\tPenata Muda\tIII/a\n",
            "III/c",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for whole, text in report.texts:
            for match in _PAIR.finditer(text):
                right = _grade_of(match)
                if right and _plain(match["grade"]) != right:
                    yield self._problem(
                        Spot(whole.block, whole.row, whole.col, *match.span()), match["rank"], match["grade"], right
                    )
        for table in report.tables:
            for r, row in enumerate(table.table.rows):
                for c, (left, cell) in enumerate(zip(row, row[1:], strict=False), 1):
                    if not left.text or not cell.text or len(cell.text) > 20:
                        continue
                    grade, rank = _GRADE_ALONE.fullmatch(cell.text), _RANK_ALONE.fullmatch(left.text)
                    if grade and rank and (right := _grade_of(rank)) and _plain(grade["grade"]) != right:
                        spot = Spot(table.block, r, c, *grade.span("grade"))
                        yield self._problem(spot, rank["rank"], grade["grade"], right)

    def _problem(self, spot: Spot, rank: str, grade: str, right: str) -> Problem:
        return Problem(spot, stated=grade, expected=right, params=(("rank", re.sub(r"\s+", " ", rank)),))


class RankAlone(Check):
    """Ranks of a column all have their golongan."""

    code = "IDN013"
    name = "rank-without-grade"
    severity = Severity.INFO
    title = Words("Pangkat tanpa golongan", "A pangkat without its golongan")
    reason = Words(
        "Kolom pangkat/golongan diisi seragam agar susunan pegawai dapat dibandingkan dengan rekapitulasi golongan.",
        "A column of pangkat and golongan is filled alike, so that staff can be compared with the summary by golongan.",
    )
    docs = Words(
        "Kolom yang menulis pangkat dengan golongannya pada sedikitnya empat baris, dan tanpa golongan pada paling "
        "banyak sepertiga dari itu.",
        "A column that writes the pangkat with its golongan in at least four rows, and without it in at most a third "
        "as many.",
    )
    messages = {
        "found": Words(
            "Golongan tidak ditulis pada {stated}, padahal baris lain menulisnya; seharusnya {expected}.",
            "The golongan is missing at {stated}, while other rows have it; it is {expected}.",
        ),
    }
    _TABLE = (
        "Tabel 1 Pegawai\n\nNo\tJabatan\tPangkat\tJumlah\n1\tSekretaris\tPembina (IV/a)\t1\n"
        "2\tKabid\tPenata Tk. I (III/d)\t3\n3\tKasubbag\tPenata (III/c)\t2\n4\tStaf\tPenata Muda (III/a)\t4\n"
    )
    good = (Example(_TABLE), Example(_TABLE + "5\tTenaga Kontrak\t-\t2\n"))
    bad = (Example(_TABLE + "5\tStaf\tPengatur Tk. I\t2\n", "Pengatur Tk. I"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            for column in table.columns:
                told: list[Spot] = []
                bare: list[tuple[Spot, str, str]] = []
                for row in table.rows:
                    text = table.table.rows[row.index][column.index].text
                    match = _RANKED.fullmatch(text) if 4 <= len(text) <= 60 else None
                    if match is None or not _grade_of(match):
                        continue
                    spot = Spot(table.block, row.index, column.index, 0, len(text))
                    if match["grade"]:
                        told.append(spot)
                    else:
                        bare.append((spot, re.sub(r"\s+", " ", text).strip(), _grade_of(match)))
                if len(told) >= 4 and 0 < len(bare) * 3 <= len(told):
                    yield Problem(
                        bare[0][0],
                        stated=", ".join(text for _, text, _ in bare),
                        expected=", ".join(grade for _, _, grade in bare),
                        evidence=tuple(spot for spot, _, _ in bare),
                        group=len(bare) > 1,
                    )
