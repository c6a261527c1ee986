"""LGL: regulations with the wrong kind, number, year or subject."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reviewer.checking.base import Check, Example
from reviewer.model import Citation, Problem, Report, Severity, Spot, Words, text_at
from reviewer.model.titles import Fit, fit, same_word, title_words
from reviewer.schemas.regulations import Regulation, find, named, register, short_number

_NATIONAL = frozenset(
    "UU,Perpu,PP,Perpres,Keppres,Inpres,Tap MPR,Permendagri,Kepmendagri,PermenPANRB,KepmenPAN,Kep LAN,Perka BKN".split(
        ","
    )
)
_REASON = Words(
    "Dasar hukum harus menyebut jenis, nomor, tahun dan judul peraturan dengan benar; pembaca menelusurinya dari situ.",
    "A legal basis must name kind, number, year and title of the regulation rightly: readers trace it by them.",
)


def _titles(regulation: Regulation) -> tuple[tuple[str, ...], ...]:
    """The titles under which a regulation may be cited: its own, what it carries out, what it amends."""
    found = [regulation.title]
    if re.search(r"\bNomor \d", regulation.title):
        found.append(regulation.title.rpartition(" tentang ")[2])
    if (amended := named(regulation.amends)) is not None:
        found.append(amended.title)
    return tuple(title_words(t) for t in found)


def _best(words: Sequence[str], regulation: Regulation) -> Fit:
    return max((fit(words, t) for t in _titles(regulation)), key=lambda f: (f.share, f.lead))


def _abbreviated(title: str) -> bool:
    """Whether a title leans on an abbreviation that is not known, so that its words say too little."""
    if title.isupper():
        return False
    shorts = re.findall(r"\b[A-Z]{2,}[A-Za-z]*\b", title)
    return any(len(title_words(s)) == 1 for s in shorts)


def _hedge(sure: bool) -> str | Words:
    """What a sentence says beside an entry of the register that is not confirmed."""
    return "" if sure else Words(" (catatan yang belum dipastikan)", " (an unconfirmed record)")


def _cut(title: str) -> str:
    return title if len(title) <= 110 else title[:109].rsplit(" ", 1)[0] + "…"


class WrongRegulation(Check):
    """A regulation's kind, number, year and subject belong together."""

    code = "LGL001"
    name = "wrong-regulation"
    title = Words("Peraturan tidak cocok dengan daftar", "A regulation does not match the register")
    reason = _REASON
    docs = Words(
        "Peraturan yang disebut dengan judulnya dibandingkan dengan daftar peraturan program "
        "(schemas/regulations.yaml). Dilaporkan bila nomor dan tahun itu milik peraturan tentang hal lain, bila "
        "judul itu milik peraturan yang jenis, nomor atau tahunnya lain (dua dari tiga sama; pada undang-undang juga bila "
        "nomor dan tahunnya sama-sama meleset satu), bila angka Romawi "
        "tertukar, bila kode nomor salah, dan bila sebuah peraturan disebut mengubah peraturan yang tidak diubahnya. "
        "Judul yang dipendekkan, ejaan, nomor Lembaran Negara dan peraturan daerah dibiarkan. Yang dalam daftar "
        "belum dipastikan hanya menjadi info.",
        "A regulation cited with its title is compared with the program's register (schemas/regulations.yaml). "
        "Reported where that number and year belong to a regulation on another subject, where the title belongs to "
        "one whose kind, number or year is another (two of three alike; for "
        "laws also number and year both one off), where Roman digits are swapped, where the "
        "code of the number is wrong, and where one regulation is said to amend another that it does not. Shortened "
        "titles, spelling, gazette numbers and local regulations are left alone. What the register marks as "
        "unconfirmed is information only.",
    )
    messages = {
        "subject": Words(
            "{stated} adalah tentang {expected}, bukan “{title}”{hedge}.",
            "{stated} is on {expected}, not on “{title}”{hedge}.",
        ),
        "subject-of": Words(
            "{stated} adalah tentang {subject}; yang tentang “{title}” adalah {expected}{hedge}.",
            "{stated} is on {subject}; the one on “{title}” is {expected}{hedge}.",
        ),
        "owner": Words(
            "Peraturan tentang “{title}” adalah {expected}, tertulis {stated}{hedge}.",
            "The regulation on “{title}” is {expected}; {stated} is written{hedge}.",
        ),
        "numeral": Words(
            "Tertulis {stated}; menurut isi kalimatnya yang dimaksud tampaknya {expected} tentang {subject}.",
            "{stated} is written; by what the sentence says {expected} on {subject} seems to be meant.",
        ),
        "code": Words(
            "Nomor tertulis {stated}, seharusnya {expected}.",
            "The number is written {stated}; it should be {expected}.",
        ),
        "chain": Words(
            "{stated} bukan perubahan atas {base}, melainkan tentang {subject}. Yang tercatat untuk {base}: "
            "{instead}{hedge}.",
            "{stated} does not amend {base}; it is on {subject}. On record for {base}: {instead}{hedge}.",
        ),
    }
    good = (
        Example(
            "Laporan disusun menurut Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja "
            "Instansi Pemerintah dan Peraturan Presiden No. 29 Tahun 2014 tentang SAKIP.\n"
        ),
        Example(
            "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara yang Bersih dan Bebas KKN (Lembaran "
            "Negara Republik Indonesia Tahun 1999 Nomor 75);\n\nPeraturan Menteri PAN dan RB Nomor : 53 Tahun 2014 "
            "tentang Petunjuk Teknis Penyusunan Penetapan Kinerja, Pelaporan Kinerja dan Tata cara Review atas "
            "Laporan Kinerja.\n"
        ),
        Example(
            "Permendagri Nomor 13 Tahun 2006 sebagaimana telah diubah beberapa kali, terakhir dengan Permendagri "
            "Nomor 21 Tahun 2011 tentang Pedoman Pengelolaan Keuangan Daerah dipakai sebagai acuan.\n"
        ),
        Example(
            "Permendagri Nomor 54 Tahun 2010 tentang Tahapan, Tatacara Penyusunan, Pengendalian dan Evaluasi "
            "Pelaksanaan Rencana Pembangunan Daerah; Perpres 16/2018 tentang PBJ Pemerintah.\n"
        ),
        Example("Tap MPR Nomor XI/MPR/1998 mengamanatkan penyelenggara negara yang bersih.\n"),
        Example(
            "Undang-Undang Nomor 23 Tahun 2014 sebagaimana telah beberapa kali diubah, dan Undang-Undang Nomor 30 "
            "Tahun 2014; UU Nomor 32 Tahun 2004 sebagaimana telah diubah dengan UU Nomor 23 Tahun 2014; UU Nomor 23 "
            "Tahun 2014 beserta perubahannya dan UU Nomor 17 Tahun 2003.\n"
        ),
        Example(
            "Peraturan Daerah Nomor 23 Tahun 2014 tentang Pajak Hotel; UU Nomor 12 Tahun 2008 tentang Pemerintahan "
            "Daerah.\n"
        ),
    )
    bad = (
        Example(
            "Laporan disusun menurut Undang-Undang Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja "
            "Instansi Pemerintah.\n",
            "PP Nomor 8 Tahun 2006",
        ),
        Example(
            "Undang-Undang Nomor 25 Tahun 2014 tentang Sistem Perencanaan Pembangunan Nasional;\n",
            "UU Nomor 25 Tahun 2004",
        ),
        Example(
            "Undang-Undang Nomor 24 Tahun 2005 tentang Sistem Perencanaan Pembangunan Nasional, yang mewajibkan setiap "
            "perangkat daerah menyusun rencana kerja.\n",
            "UU Nomor 25 Tahun 2004",
        ),
        Example(
            "Permendagri Nomor 90 Tahun 2019 tentang Perubahan Kelima atas Permendagri Nomor 32 Tahun 2011 tentang "
            "Pedoman Pemberian Hibah;\n",
            "Klasifikasi",
        ),
        Example(
            "Pemerintahan yang bersih (clean government) diamanatkan oleh Tap MPR Nomor IX Tahun 1998.\n", "XI/MPR/1998"
        ),
        Example("IKU ditetapkan menurut Peraturan Menteri PAN Nomor : PER/09/M.PAM/5/2007.\n", "M.PAN"),
        Example(
            "Permendagri Nomor 13 Tahun 2006 sebagaimana telah diubah dengan Permendagri Nomor 90 Tahun 2019 tentang "
            "Pedoman Pengelolaan Keuangan Daerah.\n",
            "90 Tahun 2019",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        seen: dict[tuple[str, str, str], Problem] = {}
        more: dict[tuple[str, str, str], list[Spot]] = defaultdict(list)
        before: Citation | None = None
        for citation in report.citations:
            for problem in self._judge(report, citation, before):
                key = (problem.message, problem.stated, problem.expected)
                if key in seen:
                    more[key].append(problem.spot)
                else:
                    seen[key] = problem
            before = citation
        for key, problem in seen.items():
            yield _with_evidence(problem, more[key])

    def _judge(self, report: Report, citation: Citation, before: Citation | None) -> Iterator[Problem]:
        known = find(citation.kind, citation.number, citation.year)
        words = title_words(citation.title)
        if citation.link == "amended-by" and before is not None and before.spot.block == citation.spot.block:
            chain = self._chain(citation, before, known)
            if chain is not None:
                yield chain
                return
        if known is not None:
            if known.code and "/" in citation.number and not _same_code(citation.number, known.code):
                yield Problem(
                    citation.spot, "code", stated=citation.number, expected=known.code, severity=Severity.WARNING
                )
            if len(words) > 1 and _other_subject(words, citation.title, known):
                yield self._subject(citation, known, words)
        elif citation.kind in _NATIONAL and citation.year is not None:
            if len(words) > 1 and citation.link != "amended-by":
                yield from self._owner(citation, words)
            elif not words:
                yield from self._numeral(report, citation)

    def _chain(self, citation: Citation, before: Citation, known: Regulation | None) -> Problem | None:
        """ "A, amended by B" where B is known to be on something else."""
        base = find(before.kind, before.number, before.year)
        if base is None or citation.kind != before.kind:
            return None
        if known is None and citation.year is None:
            alike = [r for r in register() if r.kind == citation.kind and r.number == citation.number]
            known = alike[0] if len(alike) == 1 else None
        if known is None or known.name == base.revoked_by or known.amends in (base.name, base.amends or base.name):
            return None
        amending = [r.full for r in register() if r.amends == base.name]
        successor = named(base.revoked_by)
        told = amending + ([successor.full] if successor is not None else [])
        return Problem(
            citation.spot,
            "chain",
            stated=known.full if citation.year is None else citation.shown,
            params=(
                ("base", base.full),
                ("subject", _cut(known.title)),
                ("instead", ", ".join(told) or "-"),
                ("hedge", _hedge(known.sure)),
            ),
            severity=Severity.WARNING if known.sure else Severity.INFO,
        )

    def _subject(self, citation: Citation, known: Regulation, words: tuple[str, ...]) -> Problem:
        owners = [r for r in _owners(words) if r is not known]
        sure = known.sure and all(r.sure for r in owners)
        params = (("title", _cut(citation.title)), ("subject", _cut(known.title)), ("hedge", _hedge(sure)))
        return Problem(
            citation.spot,
            "subject-of" if owners else "subject",
            stated=citation.shown,
            expected=" / ".join(r.full for r in owners) or _cut(known.title),
            params=params,
            severity=None if sure else Severity.INFO,
        )

    def _owner(self, citation: Citation, words: tuple[str, ...]) -> Iterator[Problem]:
        """The regulation of that very title, where two of kind, number and year are the same."""
        number = short_number(citation.number)
        owners = [
            r
            for r in _owners(words)
            if (r.kind == citation.kind) + (short_number(r.number) == number) + (r.year == citation.year) == 2
            or _slightly_off(citation, r, words)
        ]
        if owners:
            sure = all(r.sure for r in owners)
            yield Problem(
                citation.spot,
                "owner",
                stated=citation.shown,
                expected=" / ".join(r.full for r in owners),
                params=(("title", _cut(citation.title)), ("hedge", _hedge(sure))),
                severity=None if sure else Severity.INFO,
            )

    def _numeral(self, report: Report, citation: Citation) -> Iterator[Problem]:
        """A number with its digits swapped, in a sentence that speaks of the other one's subject."""
        number = short_number(citation.number)
        around = _around(report, citation.spot).lower()
        for regulation in register():
            if (
                regulation.kind == citation.kind
                and regulation.year == citation.year
                and regulation.number != number
                and sorted(regulation.number) == sorted(number)
                and any(word in around for word in regulation.words)
            ):
                yield Problem(
                    citation.spot,
                    "numeral",
                    stated=citation.shown,
                    expected=regulation.full,
                    params=(("subject", _cut(regulation.title)),),
                    severity=Severity.WARNING if regulation.sure else Severity.INFO,
                )


def _slightly_off(citation: Citation, regulation: Regulation, words: Sequence[str]) -> bool:
    """Whether a law's own title stands beside a number and a year that are both one off. Laws only: their titles are
    rarely given twice."""
    if citation.kind != "UU" or regulation.kind != "UU" or citation.year is None or regulation.year is None:
        return False
    numbers = citation.number, regulation.number
    if len(words) < 3 or len(words) != len(title_words(regulation.title)) or not all(n.isdigit() for n in numbers):
        return False
    return abs(int(numbers[0]) - int(numbers[1])) == 1 == abs(citation.year - regulation.year)


def _with_evidence(problem: Problem, spots: Sequence[Spot]) -> Problem:
    return replace(problem, evidence=tuple(spots)) if spots else problem


def _around(report: Report, spot: Spot) -> str:
    return text_at(report.document, Spot(spot.block, spot.row, spot.col, max(0, spot.start - 600), spot.end + 300))


def _other_subject(words: tuple[str, ...], title: str, regulation: Regulation) -> bool:
    """Whether a title speaks of something else than the regulation, or is another one's own."""
    found = _best(words, regulation)
    if not found.whole and not regulation.variants and any(regulation is not r for r in _owners(words)):
        return True
    if regulation.variants:
        return found.kept == 0 and not _abbreviated(title)
    return found.kept * 2 <= found.of and found.lead == 0 and not _abbreviated(title)


def _whole(words: Sequence[str], regulation: Regulation) -> bool:
    """Whether words are this regulation's own title, and no longer one that begins like it. The title of an amendment
    is whole up to the number of what it amends."""
    head = re.match(r".*?\bNomor \S+ Tahun \d{4}", regulation.title)
    forms = [title_words(regulation.title), *([title_words(head.group())] if head else [])]
    return any(_is_title(words, right, regulation.variants) for right in forms)


def _is_title(words: Sequence[str], right: Sequence[str], variants: bool) -> bool:
    if not all(same_word(a, b) for a, b in zip(words[:2], right[:2], strict=False)):
        return False
    found = fit(words, right)
    if variants:
        return found.share >= 0.8 and found.lead >= 2
    return found.whole and not found.odd and (len(right) > 3 or len(words) == len(right))


@lru_cache(maxsize=512)
def _owners(words: tuple[str, ...]) -> tuple[Regulation, ...]:
    """The regulations whose title these words are."""
    return tuple(r for r in register() if _whole(words, r))


def _same_code(stated: str, right: str) -> bool:
    def parts(code: str) -> list[str]:
        found = [re.sub(r"[^A-Z0-9]", "", p).lstrip("0") for p in re.split(r"[/-]", code.upper())]
        return [p for p in found if p not in ("PER", "KEP", "")]

    return parts(stated)[-len(parts(right)) :] == parts(right) or not any(p.isalpha() for p in parts(stated))


class TwoTitles(Check):
    """The draft's citations of one regulation agree."""

    code = "LGL002"
    name = "citations-disagree"
    severity = Severity.WARNING
    title = Words("Satu peraturan disebut berlain-lainan", "One regulation cited in different ways")
    reason = Words(
        "Peraturan yang sama harus disebut sama; bila jenis, nomor, tahun atau judulnya berbeda, salah satu keliru.",
        "One regulation must be cited alike; where its kind, number, year or title differ, one of them is wrong.",
    )
    docs = Words(
        "Peraturan yang tidak ada dalam daftar (peraturan daerah, bupati, gubernur …) dibandingkan di dalam naskah: "
        "satu jenis, nomor dan tahun dengan dua judul yang awalnya berbeda; satu judul dengan nomor dan tahun yang "
        "sama tetapi jenis lain; satu judul dengan tahun atau nomor yang lain. Judul yang dipendekkan, kata "
        "perubahan, dan peraturan tahunan (APBD, RKPD, standar harga) dibiarkan. Kata depan yang hilang satu hanya "
        "menjadi info.",
        "Regulations not in the register (of regions, regents, governors …) are compared within the draft: one kind, "
        "number and year with two titles that begin differently; one title with number and year alike but another "
        "kind; one title with another year or number. Shortened titles, amendments and yearly regulations (APBD, "
        "RKPD, price standards) are left alone. A single leading word lost is information only.",
    )
    messages = {
        "titles": Words(
            "{regulation} disebut dengan dua judul: “{stated}” dan “{expected}”.",
            "{regulation} is cited with two titles: “{stated}” and “{expected}”.",
        ),
        "kind": Words(
            "“{title}” disebut sebagai {stated}, di tempat lain {expected}.",
            "“{title}” is cited as {stated}, elsewhere as {expected}.",
        ),
        "number": Words(
            "“{title}” disebut sebagai {stated}, di tempat lain {expected}.",
            "“{title}” is cited as {stated}, elsewhere as {expected}.",
        ),
    }
    good = (
        Example(
            "Peraturan Bupati Wanajaya Nomor 12 Tahun 2021 tentang Tugas Pokok, Fungsi dan Tata Kerja Dinas "
            "Perikanan menjadi acuan.\n\nPerbup No. 12 Tahun 2021 tentang Tugas Pokok dan Fungsi (Tupoksi) Dinas "
            "Perikanan serta Renstra dipakai.\n\nPeraturan Bupati Nomor 12 Tahun 2021.\n"
        ),
        Example(
            "Peraturan Daerah Nomor 4 Tahun 2022 tentang Anggaran Pendapatan dan Belanja Daerah; Peraturan Daerah "
            "Nomor 4 Tahun 2023 tentang Anggaran Pendapatan dan Belanja Daerah; Peraturan Bupati Nomor 4 Tahun 2023 "
            "tentang Penjabaran Anggaran Pendapatan dan Belanja Daerah.\n"
        ),
        Example(
            "Peraturan Bupati Nomor 9 Tahun 2020 tentang Perubahan atas Peraturan Bupati Nomor 5 Tahun 2018 tentang "
            "Tata Naskah Dinas; Peraturan Bupati Nomor 9 Tahun 2020 tentang Tata Naskah Dinas.\n"
        ),
        Example(
            "Peraturan Daerah Kabupaten Wanajaya Nomor 6 Tahun 2016 tentang Pembentukan Perangkat Daerah; Peraturan "
            "Daerah Provinsi Arunika Nomor 6 Tahun 2016 tentang Retribusi Jasa Umum.\n"
        ),
        Example(
            "Dinas Perikanan Kabupaten Wanajaya menjalankan Perda Nomor 6 Tahun 2016 tentang Pembentukan Perangkat "
            "Daerah, Peraturan Daerah Provinsi Arunika Nomor 6 Tahun 2016 tentang Retribusi Jasa Umum, dan Peraturan "
            "Gubernur Arunika Nomor 9 Tahun 2016 tentang SOTK Dinas.\n\nPergub Arunika Nomor 9 Tahun 2016 tentang "
            "Kedudukan dan Susunan Organisasi Dinas.\n"
        ),
    )
    bad = (
        Example(
            "Dinas dibentuk menurut Peraturan Bupati Wanajaya Nomor 12 Tahun 2021 tentang Tugas, Fungsi dan Tata "
            "Kerja Dinas Perikanan.\n\nPerbup Wanajaya No. 12 Tahun 2021 tentang Kedudukan, Susunan Organisasi, "
            "Uraian Tugas dan Fungsi Dinas Perikanan.\n",
            "Kedudukan",
        ),
        Example(
            "Peraturan Daerah Nomor 3 Tahun 2021 tentang Penyelenggaraan Perikanan Darat Berkelanjutan.\n\n"
            "Peraturan Bupati Nomor 3 Tahun 2021 tentang Penyelenggaraan Perikanan Darat Berkelanjutan.\n",
            "Perbup Nomor 3 Tahun 2021",
        ),
        Example(
            "Peraturan Daerah Nomor 3 Tahun 2021 tentang Penyelenggaraan Perikanan Darat.\n\n"
            "Peraturan Daerah Nomor 3 Tahun 2021 tentang Penyelenggaraan Perikanan Darat.\n\n"
            "Peraturan Daerah Nomor 3 Tahun 2012 tentang Penyelenggaraan Perikanan Darat.\n",
            "Perda Nomor 3 Tahun 2012",
        ),
    )
    _YEARLY = re.compile(
        r"anggaran pendapatan|\bapbd\b|rencana kerja|\brkpd\b|\brenja\b|penjabaran|pertanggungjawab|standar|upah|"
        r"perjanjian kinerja|indikator kinerja|alokasi|penetapan",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        told = [
            c
            for c in report.citations
            if c.year is not None
            and len(title_words(c.title)) > 1
            and c.link != "amended-by"
            and find(c.kind, c.number, c.year) is None
            and not _owners(title_words(c.title))
        ]
        yield from self._titles(told, report.identity.region)
        yield from self._elsewhere(told, report.identity.region)

    def _titles(self, told: Sequence[Citation], region: str) -> Iterator[Problem]:
        groups: dict[tuple[str, str, int | None], list[Citation]] = defaultdict(list)
        for citation in told:
            groups[citation.kind, citation.number, citation.year].append(citation)
        for group in groups.values():
            for i, citation in enumerate(group):
                other = next((o for o in group[:i] if _near(o, citation, region) and _begin_apart(o, citation)), None)
                if other is None:
                    continue
                short, long = sorted((title_words(citation.title), title_words(other.title)), key=len)
                only_one = fit(long[1:], short).lead == len(short)
                yield Problem(
                    citation.spot,
                    "titles",
                    stated=_cut(citation.title),
                    expected=_cut(other.title),
                    params=(("regulation", citation.shown),),
                    evidence=(other.spot,),
                    severity=Severity.INFO if only_one else None,
                )
                break

    def _elsewhere(self, told: Sequence[Citation], region: str) -> Iterator[Problem]:
        """One title under another kind, number or year than elsewhere."""
        groups: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
        for citation in told:
            words = title_words(citation.title)
            if len(words) >= 3:
                groups[words[:3]].append(citation)
        for group in groups.values():
            votes = Counter((c.kind, c.number, c.year) for c in group)
            done: set[tuple[str, str, int | None]] = set()
            for citation in sorted(
                group, key=lambda c: (votes[c.kind, c.number, c.year], -c.spot.block, -c.spot.start)
            ):
                key = (citation.kind, citation.number, citation.year)
                other = next(
                    (o for o in group if self._differ(citation, o, region) and (o.kind, o.number, o.year) not in done),
                    None,
                )
                if key in done or other is None:
                    continue
                done.add(key)
                yield Problem(
                    citation.spot,
                    "kind" if citation.kind != other.kind else "number",
                    stated=citation.shown,
                    expected=other.shown,
                    params=(("title", _cut(min(citation.title, other.title, key=len))),),
                    evidence=(other.spot,),
                )

    def _differ(self, a: Citation, b: Citation, region: str) -> bool:
        alike = (a.kind == b.kind) + (a.number == b.number) + (a.year == b.year)
        if (
            alike != 2
            or not _near(a, b, region)
            or (a.kind == b.kind and (self._YEARLY.search(a.title) or self._YEARLY.search(b.title)))
        ):
            return False
        short, long = sorted((title_words(a.title), title_words(b.title)), key=len)
        return fit(long, short).lead == len(short)


def _near(a: Citation, b: Citation, region: str) -> bool:
    """Whether two makers may be one: those that are not named belong to the report's own region."""
    makers = [_maker_words(c.maker) or _maker_words(region) for c in (a, b)]
    levels = [m & {"provinsi", "kabupaten", "kota"} for m in makers]
    names = [m - {"provinsi", "kabupaten", "kota", "daerah"} for m in makers]
    if levels[0] and levels[1] and levels[0] != levels[1]:
        return False
    return bool(names[0] & names[1]) or not (names[0] or names[1])


def _maker_words(maker: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", maker.lower())) - {"republik", "indonesia", "ri"}
    return {"provinsi" if w == "propinsi" else w for w in words}


def _begin_apart(a: Citation, b: Citation) -> bool:
    """Whether two titles begin with other words and neither is the amendment of the other."""
    first, second = title_words(a.title), title_words(b.title)
    if "perubahan" in (first[0], second[0]) and first[0] != second[0]:
        return False
    if _abbreviated(a.title[:40]) or _abbreviated(b.title[:40]):
        return False
    return fit(first[:2], second[:2]).kept == 0 or (fit(first[:1], second[:1]).kept == 0)


class TitleWord(Check):
    """The title of a known regulation is written with its own words and years."""

    code = "LGL004"
    name = "regulation-title"
    severity = Severity.INFO
    title = Words("Judul peraturan tertulis lain", "A regulation's title written differently")
    reason = _REASON
    docs = Words(
        "Judul peraturan yang ada dalam daftar ditulis dengan satu kata yang lain atau hilang di tengahnya (info), "
        "atau dengan tahun rencana yang lain (peringatan). Akhir judul yang dipotong, ejaan, “dan”/“dan/atau”, dan "
        "judul yang memang beredar dalam beberapa bentuk dibiarkan.",
        "The title of a regulation in the register is written with another word, or one lost in its middle "
        "(information), or with another planning period (warning). A cut end, spelling, “dan”/“dan/atau” and titles "
        "in use in several forms are left alone.",
    )
    messages = {
        "word": Words(
            "Judul {regulation} tertulis “{stated}”, seharusnya “{expected}”.",
            "The title of {regulation} is written “{stated}”; it is “{expected}”.",
        ),
        "period": Words(
            "Judul {regulation} tertulis dengan tahun {odd}, seharusnya {lost}: “{expected}”.",
            "The title of {regulation} is written with the year {odd}; it is {lost}: “{expected}”.",
        ),
    }
    good = (
        Example(
            "Perpres Nomor 2 Tahun 2015 tentang RPJMN Tahun 2015-2019; UU Nomor 33 Tahun 2004 tentang Perimbangan "
            "Keuangan Pusat dan Daerah; Permendagri Nomor 77 Tahun 2020 tentang Pedoman Teknis Pengelolaan "
            "Keuangan.\n"
        ),
        Example(
            "Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Penyusunan Perjanjian Kinerja, "
            "Pelaporan Kinerja dan Reviu atas Laporan Kinerja.\n"
        ),
    )
    bad = (
        Example(
            "Permendagri Nomor 77 Tahun 2020 tentang Pedoman Pelaksanaan Pengelolaan Keuangan Daerah.\n",
            "Pedoman Teknis",
        ),
        Example(
            "Perpres Nomor 2 Tahun 2015 tentang Rencana Pembangunan Jangka Menengah Nasional Tahun 2014-2019.\n",
            "2015-2019",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for citation in report.citations:
            known = find(citation.kind, citation.number, citation.year)
            words = title_words(citation.title)
            if known is None or known.variants or len(words) < 2 or citation.link == "amended-by":
                continue
            if _other_subject(words, citation.title, known) or _abbreviated(citation.title):
                continue
            found = _best(words, known)
            right = title_words(known.title)
            lost = [w for w in found.lost if right.count(w) == 1]
            years = [w for w in found.odd if w.isdigit()], [w for w in lost if w.isdigit()]
            if not lost or (known.name, found.lost + found.odd) in seen:
                continue
            seen.add((known.name, found.lost + found.odd))
            period = bool(years[0] and years[1])
            yield Problem(
                citation.spot,
                "period" if period else "word",
                stated=_cut(citation.title),
                expected=_cut(known.title),
                params=(("regulation", known.full), ("odd", ", ".join(years[0])), ("lost", ", ".join(years[1]))),
                severity=Severity.WARNING if period and known.sure else None,
            )
