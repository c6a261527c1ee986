"""IDN: names that are spelled several ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Role, RowKind, Severity, Spot, Words
from reviewer.model.titles import same_word
from reviewer.schemas.terms import terms

_REASON = Words(
    "Nama instansi dan daerah harus tertulis benar dan sama di seluruh laporan; nama yang terpotong sering tanda "
    "naskah salinan.",
    "The names of office and region must be right and alike throughout; a cut name is often the mark of a copied "
    "draft.",
)
_REGION = re.compile(
    r"\b(?P<kind>Kabupaten|Kota|Provinsi|Propinsi|KABUPATEN|KOTA|PROVINSI)\s+"
    r"(?P<name>[A-Z][A-Za-z']+(?:\s+[A-Z][A-Za-z']+){0,3})"
)
_COMMON = 300
"""Names alike but for one word: more are a series of things, not one thing under several names."""
_STOP = frozenset(
    "Tahun Nomor Dalam Dan Yang Pada Untuk Sebagai Adalah Dengan Di Telah Akan Ini Provinsi Kabupaten Kota Propinsi "
    "Kecamatan".split()
)


class RegionName(Check):
    """The region's name is whole wherever it stands."""

    code = "IDN001"
    name = "region-name"
    severity = Severity.WARNING
    title = Words("Nama daerah terpotong atau salah eja", "The region's name is cut or misspelt")
    reason = _REASON
    docs = Words(
        "Nama daerah laporan ini adalah nama yang paling sering disebut. Sebutan yang kehilangan kata di tengah atau "
        "di akhir, atau salah eja satu katanya, dan jarang muncul, dilaporkan. "
        "Nama daerah lain, termasuk tetangga dengan nama mirip, dibiarkan.",
        "The name of this report's region is the one named most often. A mention that lost a word in the middle or "
        "at the end, or has one word misspelt, and is rare, is reported. "
        "Other regions, neighbours of a similar name included, are left alone.",
    )
    messages = {
        "found": Words(
            "Nama daerah tertulis “{stated}”, biasanya “{expected}” ({times} kali).",
            "The region is written “{stated}”, commonly “{expected}” ({times} times).",
        ),
    }
    good = (
        Example(
            "Kabupaten Wana Jaya Barat luas. Kabupaten Wana Jaya Barat indah. Kabupaten Wana Jaya Barat maju. "
            "Kabupaten Wana Jaya Timur adalah tetangga.\n"
            "Kabupaten Wana Jaya Barat tertib. Kabupaten Wana Jaya Barat aman.\n"
        ),
    )
    bad = (
        Example(
            "Kabupaten Wana Jaya Barat luas. Kabupaten Wana Jaya Barat indah. Kabupaten Wana Jaya Barat maju. "
            "Kabupaten Wana Barat sejahtera.\n"
            "Kabupaten Wana Jaya Barat tertib. Kabupaten Wana Jaya Barat aman.\n",
            "Kabupaten Wana Barat",
        ),
        Example(
            "Provinsi Wanasari Utara luas. Provinsi Wanasari Utara indah. Provinsi Wanasari Utara maju. "
            "Provinsi Wanasri Utara sejahtera.\n"
            "Provinsi Wanasari Utara tertib. Provinsi Wanasari Utara aman. Provinsi Wanasari Barat adalah tetangga.\n",
            "Provinsi Wanasri Utara",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        kind, _, name = report.identity.region.partition(" ")
        right = name.lower().split()
        if not right:
            return
        mentions = [m for m in _mentions(report) if m[1].lower().replace("propinsi", "provinsi") == kind.lower()]
        counts = Counter(tuple(words) for _, _, words in mentions)
        whole = sum(n for words, n in counts.items() if list(words[: len(right)]) == right)
        if whole < 4:
            return
        for spot, shown_kind, words in mentions:
            odd = _odd(words, right)
            if odd and counts[tuple(words)] * 5 <= whole:
                length = len(shown_kind) + 1 + sum(len(w) for w in words[:odd]) + odd - 1
                shown = Spot(spot.block, start=spot.start, end=spot.start + length)
                yield Problem(
                    shown, stated=_text(report, shown), expected=report.identity.region, params=(("times", str(whole)),)
                )


def _text(report: Report, spot: Spot) -> str:
    return str(getattr(report.document.blocks[spot.block], "text", ""))[spot.start : spot.end]


def _mentions(report: Report) -> Iterator[tuple[Spot, str, list[str]]]:
    for block, paragraph in report.paragraphs():
        if block in report.contents:
            continue
        for match in _REGION.finditer(paragraph.text):
            words = []
            ended = False
            for word in match["name"].split():
                if word in _STOP:
                    ended = True
                    break
                words.append(word.lower())
            following = re.match(r"\s*([A-Za-z']+)", paragraph.text[match.end() :])
            if following and following.group(1).islower():
                words.append(following.group(1))
                words = words if following.group(1) in report.identity.region.lower().split() else words[:-1]
            if words and (ended or following or re.match(r"\s*[.,;:)]", paragraph.text[match.end() :])):
                yield Spot(block, start=match.start(), end=match.end()), match["kind"], words


def _odd(words: Sequence[str], right: Sequence[str]) -> int:
    """How many words of a mention make a cut or misspelt form of the right name; 0 where it is that name, or another."""
    if list(words[: len(right)]) == list(right):
        return 0
    if len(right) > 1:
        rest = iter(right)
        cut = len(words) < len(right) and words[0] == right[0] and all(w in rest for w in words)
        return len(words) if cut else _misspelt(words, right)
    word, name = words[0], right[0]
    if len(name) < 6 or word == name:
        return 0
    swapped = _one_slip(word, name) and sorted(word) == sorted(name)
    return 1 if swapped or (len(name) >= 7 and _lost_letter(word, name)) else 0


def _misspelt(words: Sequence[str], right: Sequence[str]) -> int:
    """How many words make the right name with one of them misspelt; the others tell that it is this region."""
    own = words[: len(right)]
    odd = [(a, b) for a, b in zip(own, right, strict=False) if a != b]
    return len(right) if len(own) == len(right) and len(odd) == 1 and same_word(*odd[0]) else 0


def _lost_letter(word: str, name: str) -> bool:
    """One letter inside lost or doubled: hardly another region's name."""
    short, long = sorted((word, name), key=len)
    if len(long) - len(short) != 1 or word[0] != name[0] or word[-1] != name[-1]:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


def _one_slip(a: str, b: str) -> bool:
    """Two neighbouring letters exchanged; a single other letter may be another region."""
    return len(a) == len(b) and sum(1 for x, y in zip(a, b, strict=True) if x != y) == 2


class OfficeName(Check):
    """The office's name is whole wherever it stands."""

    code = "IDN002"
    name = "office-name"
    severity = Severity.WARNING
    title = Words("Nama perangkat daerah terpotong", "The office's name is cut")
    reason = _REASON
    docs = Words(
        "Nama perangkat daerah yang paling sering disebut menjadi patokan. Sebutan yang mulai dengan kata-kata yang "
        "sama dan diikuti nama daerah, tetapi kehilangan kata, dilaporkan. Singkatan dibiarkan.",
        "The office's name as most often written is the model. A mention that begins with the same words and goes on "
        "to the region, but lost a word, is reported. Abbreviations are left alone.",
    )
    messages = {
        "found": Words(
            "Nama perangkat daerah tertulis “{stated}”, biasanya “{expected}”.",
            "The office is written “{stated}”, commonly “{expected}”.",
        ),
    }
    good = (
        Example(
            "Badan Kesatuan Bangsa dan Politik Kabupaten Wanajaya bertugas. Badan Kesatuan Bangsa dan Politik "
            "Kabupaten Wanajaya melapor. "
            "Badan Kesatuan Bangsa dan Politik Kabupaten Wanajaya bekerja. Badan Kepegawaian Kabupaten Wanajaya lain.\n"
        ),
    )
    bad = (
        Example(
            "Badan Kesatuan Bangsa dan Politik Kabupaten Wanajaya bertugas. Badan Kesatuan Bangsa dan Politik "
            "Kabupaten Wanajaya melapor. "
            "Badan Kesatuan Bangsa dan Politik Kabupaten Wanajaya bekerja. Badan Kesatuan Bangsa dan Kabupaten "
            "Wanajaya mencatat.\n",
            "Badan Kesatuan Bangsa dan Kabupaten",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        region = report.identity.region
        office = report.identity.institution.removesuffix(region).strip()
        right = office.lower().split()
        if len(right) < 3 or not region:
            return
        head = r"\s+".join(re.escape(w) for w in right[:2])
        tail = re.escape(region.split()[0])
        pattern = re.compile(
            rf"\b(?P<name>{head}(?:\s+[\w/&-]+){{0,{len(right)}}}?)\s+{tail}\s+(?P<region>[A-Z]\w+)", re.IGNORECASE
        )
        seen = 0
        odd: list[tuple[Spot, str]] = []
        for block, paragraph in report.paragraphs():
            for match in pattern.finditer(paragraph.text):
                words = match["name"].lower().split()
                if match["region"].lower() != region.split()[1].lower():
                    continue
                if words == right:
                    seen += 1
                elif _lost(words, right):
                    odd.append((Spot(block, start=match.start("name"), end=match.end()), match.group()))
        if seen >= 3 and len(odd) * 3 <= seen:
            for spot, shown in odd:
                yield Problem(spot, stated=re.sub(r"\s+", " ", shown), expected=report.identity.institution)


def _lost(words: Sequence[str], right: Sequence[str]) -> bool:
    """Whether words are the right ones with some missing."""
    rest = iter(right)
    return len(words) < len(right) and all(w in rest for w in words)


class Expansion(Check):
    """An abbreviation stands for one name."""

    code = "IDN003"
    name = "abbreviation"
    severity = Severity.INFO
    title = Words("Satu singkatan, beberapa kepanjangan", "One abbreviation, several expansions")
    reason = Words(
        "Satu singkatan harus punya satu kepanjangan dalam satu laporan.",
        "An abbreviation must stand for one name in one report.",
    )
    docs = Words(
        "Kepanjangan yang ditulis tepat di depan singkatan dalam kurung dikumpulkan. Bila satu singkatan "
        "dipanjangkan berbeda-beda, yang menyimpang dari kebanyakan dilaporkan; bila tidak ada kebanyakan, semuanya "
        "ditunjukkan bersama.",
        "Expansions written right before their abbreviation in brackets are collected. Where one abbreviation is "
        "expanded in several ways the odd one is reported; where no way prevails they "
        "are shown together.",
    )
    messages = {
        "odd": Words(
            "{abbreviation} dipanjangkan “{stated}” di sini, biasanya “{expected}”.",
            "{abbreviation} is expanded “{stated}” here, commonly “{expected}”.",
        ),
        "several": Words(
            "{abbreviation} dipanjangkan dengan {count} cara: {all}.",
            "{abbreviation} is expanded in {count} ways: {all}.",
        ),
    }
    good = (
        Example(
            "Rencana Kerja Tahunan (RKT) disusun. Laporan memuat Rencana Kerja Tahunan (RKT) dan Indikator Kinerja "
            "Utama (IKU).\n"
        ),
    )
    bad = (
        Example(
            "Rencana Kerja Tahunan (RKT) disusun.\n\nDinas menyusun Rencana Kinerja Tahunan (RKT) setiap tahun.\n",
            "RKT",
        ),
        Example(
            "Laporan Kinerja Instansi Pemerintah (LKjIP) disusun.\n\nLaporan Kinerja Instansi Pemerintah (LKjIP) "
            "dikirim.\n\nLaporan Akuntabilitas Kinerja Instansi Pemerintah (LKjIP) dibaca.\n",
            "Laporan Akuntabilitas",
        ),
    )
    _ABBREVIATED = re.compile(r"\(\s*(?P<short>[A-Z][A-Za-z]*[A-Z])\s*\)")
    _BEFORE = re.compile(r"(?:[A-Za-z/&-]+\s+){2,9}$")
    _LONGEST = 300
    """Characters of the words before the brackets."""

    def inspect(self, report: Report) -> Iterator[Problem]:
        found: dict[str, list[tuple[str, str, Spot]]] = defaultdict(list)
        title: tuple[int, str] | None = None
        for block, paragraph in report.paragraphs():
            alone = re.fullmatch(r"\W*\(\s*([A-Z][A-Za-z]*[A-Z])\s*\)\W*", paragraph.text)
            if (
                alone
                and title
                and title[0] == block - 1
                and _expansion(title[1].title(), [c for c in alone.group(1) if c.isupper()]) == 0
            ):
                spot = Spot(title[0], start=0, end=len(title[1]))
                found[alone.group(1).upper()].append((_plain(title[1]), title[1].title(), spot))
            title = (block, paragraph.text) if len(paragraph.text) < 80 else None
            for match in self._ABBREVIATED.finditer(paragraph.text):
                short = match["short"]
                around = max(match.start() - self._LONGEST, 0)
                before = self._BEFORE.search(paragraph.text[around : match.start()])
                start = _expansion(before.group(), [c for c in short if c.isupper()]) if before else None
                if before is None or start is None or len(short) < 3:
                    continue
                text = re.sub(r"\s+", " ", before.group()[start:]).strip()
                spot = Spot(block, start=around + before.start() + start, end=match.start())
                found[short.upper()].append((_plain(text), text, spot))
        for short, entries in found.items():
            yield from self._judge(short, entries)

    def _judge(self, short: str, entries: list[tuple[str, str, Spot]]) -> Iterator[Problem]:
        votes = Counter(name for name, _, _ in entries)
        usual = votes.most_common(1)[0][0]
        entries = [e for e in entries if e[0] == usual or not _variants([e[0], usual])]
        votes = Counter(name for name, _, _ in entries)
        if len(votes) < 2:
            return
        (first, many), (_, second) = votes.most_common(2)
        shown = {name: text for name, text, _ in reversed(entries)}
        if many > second:
            told: list[str] = []
            for name, text, spot in entries:
                if name == first or any(name == t or _variants([name, t]) for t in told):
                    continue
                told.append(name)
                again = tuple(s for n, _, s in entries if s != spot and (n == name or _variants([n, name])))
                yield Problem(
                    spot,
                    "odd",
                    stated=text,
                    expected=shown[first],
                    params=(("abbreviation", short),),
                    evidence=again + tuple(s for n, _, s in entries if n == first)[:3],
                    severity=Severity.WARNING if len(text.split()) != len(shown[first].split()) else Severity.INFO,
                )
            return
        firsts = {name: spot for name, _, spot in reversed(entries)}
        every = "; ".join(f"“{shown[n]}”" for n in firsts)
        yield Problem(
            next(iter(firsts.values())),
            "several",
            stated=entries[0][1],
            params=(("abbreviation", short), ("count", str(len(votes))), ("all", every)),
            evidence=tuple(firsts.values()),
            group=True,
            content=tuple(sorted(votes)),
        )


def _expansion(before: str, letters: Sequence[str]) -> int | None:
    """Where the words begin whose initials are the letters; up to two other words may stand among them."""
    spans = [(m.start(), m.group()) for m in re.finditer(r"[A-Za-z/&-]+", before)]
    i, skipped = len(spans) - 1, 0
    for letter in reversed(letters):
        while i >= 0 and spans[i][1][0].upper() != letter:
            if spans[i][1].lower() not in ("dan", "atas", "di", "untuk", "serta", "&", "yang", "dari"):
                skipped += 1
            i -= 1
        if i < 0 or skipped > 1:
            return None
        i -= 1
    return spans[i + 1][0] if spans[i + 1][1][0].isupper() else None


def _plain(text: str) -> str:
    return re.sub(r"[^a-z]+", "", text.lower().replace("&", "dan"))


def _variants(names: list[str]) -> bool:
    """Spellings of one name: slips of a letter or two are no other expansion."""
    a, b = names
    size = max(len(a), len(b))
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    tail = next((i for i, (x, y) in enumerate(zip(a[::-1], b[::-1], strict=False)) if x != y), min(len(a), len(b)))
    return abs(len(a) - len(b)) <= 1 and head + tail >= size - 1


class NameVariant(Check):
    """A program, kegiatan, indicator or sasaran has one name throughout."""

    code = "IDN004"
    name = "name-variant"
    severity = Severity.INFO
    title = Words(
        "Nama program, kegiatan atau indikator berbeda-beda", "A program, kegiatan or indicator under several names"
    )
    reason = Words(
        "Tujuan, sasaran dan indikator dalam laporan harus sesuai dengan perjanjian kinerja dan rencana (Formulir "
        "Checklist Reviu, "
        "substansi); nama yang berubah menyulitkan pencocokan.",
        "Aims, sasaran and indicators of the report must be those of the agreement and the plan (review checklist, "
        "substance); a "
        "changing name makes matching hard.",
    )
    docs = Words(
        "Nama program, kegiatan, indikator dan sasaran dalam tabel dan daftar dibandingkan. Nama yang hanya muncul "
        "di satu tempat dan berbeda satu "
        "atau dua kata dari nama yang dipakai di dua tempat lain atau lebih dilaporkan, asalkan nama yang lazim itu "
        "tidak ada di tabel atau daftar yang "
        "sama (di sana keduanya hal yang berlainan). Peringatan bila nama yang lazim dipakai di tiga tempat atau "
        "lebih. Kegiatan di bawah program yang sama dibandingkan oleh IDN006.",
        "Names of programs, kegiatan, indicators and sasaran in tables and lists are compared. A name that stands in "
        "one place only and differs in one or "
        "two words from the name used in two other places or more is reported, provided that the common name is not "
        "in the same table or list (there they "
        "are two things). A warning where the common name is used in three places or more. Kegiatan under one program are "
        "compared by IDN006.",
    )
    messages = {
        "found": Words(
            "“{stated}” tampaknya “{expected}”, nama yang dipakai di {count} tempat lain.",
            "“{stated}” seems to be “{expected}”, the name used in {count} other places.",
        ),
    }
    _ROWS = (
        "No\tProgram\tAnggaran\n1\tProgram Peningkatan Sarana dan Prasarana Aparatur\t5.000.000\n"
        "2\tProgram Ketertiban Umum Wilayah Kecamatan\t7.000.000\n"
    )
    good = (
        Example(f"Tabel 1 Satu\n\n{_ROWS}\nTabel 2 Dua\n\n{_ROWS}\nTabel 3 Tiga\n\n{_ROWS}"),
        Example(
            f"Tabel 1 Satu\n\n{_ROWS}3\tProgram Pemeliharaan Sarana dan Prasarana Aparatur\t1.000.000\n\nTabel 2 "
            f"Dua\n\n{_ROWS}"
            "3\tProgram Pemeliharaan Sarana dan Prasarana Aparatur\t1.000.000\n"
        ),
    )
    bad = (
        Example(
            f"Tabel 1 Satu\n\n{_ROWS}\nTabel 2 Dua\n\n{_ROWS}\nTabel 3 Tiga\n\n"
            + _ROWS.replace("Peningkatan", "Perangkat"),
            "Program Perangkat Sarana",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        names: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
        for named in _names(report):
            names[named.words].append(named)
        usual = _Neighbours(words for words, own in names.items() if len({n.container for n in own}) > 1)
        programs = {
            (w.spot.block, w.spot.row, w.spot.col): _letters(w.program) for li in report.listings for w in li.works
        }
        for words, own in names.items():
            places = {n.container for n in own}
            if len(places) != 1 or not own[0].tabled:
                continue
            best: tuple[int, tuple[str, ...]] | None = None
            for other in usual.of(words):
                where = {n.container for n in names[other] if _one_thing(n.kind, own[0].kind)}
                if len(where) < 2 or where & places or len({*words} & {*other}) < 3 or not _near(words, other):
                    continue
                if best is None or len(where) > best[0]:
                    best = (len(where), other)
            if (
                best is None
                or _one_program(programs, own, names[best[1]])
                or _rightly(own[0].text, names[best[1]][0].text)
            ):
                continue
            yield self._problem(own[0], names[best[1]], best[0])

    def _problem(self, odd: _Named, usual: list[_Named], count: int) -> Problem:
        return Problem(
            odd.spot,
            stated=odd.text,
            expected=usual[0].text,
            params=(("count", str(count)),),
            evidence=tuple(n.spot for n in usual[:5]),
            severity=Severity.WARNING if count >= 3 and _certain(odd.words, usual[0].words) else Severity.INFO,
            content=(" ".join(odd.words), " ".join(usual[0].words)),
        )


@dataclass(frozen=True, slots=True)
class _Named:
    text: str
    words: tuple[str, ...]
    kind: str
    """Program, kegiatan, indikator or sasaran, "" where the place does not say."""
    container: int
    spot: Spot
    tabled: bool
    """In a table: there a name is whole; items of a list may be cut by the line."""


class _Neighbours:
    """Names by what is left of them without one word or two, so that those like another are looked up, not searched."""

    def __init__(self, names: Iterable[tuple[str, ...]]) -> None:
        self._order: dict[tuple[str, ...], int] = {}
        self._shortened: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        for name in names:
            self._order[name] = len(self._order)
            for rest in {*_without(name)}:
                self._shortened[rest].append(name)

    def of(self, name: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The names that lack one word or two of this one, or have as many more, or another word in the place of one."""
        rests = {*_without(name)}
        found = {*self._like(name), *(rest for rest in rests if rest in self._order)}
        found.update(other for rest in rests if len(rest) == len(name) - 1 for other in self._like(rest))
        return sorted(found - {name}, key=self._order.__getitem__)

    def _like(self, rest: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        found = self._shortened.get(rest, ())
        return found if len(found) <= _COMMON else ()


def _without(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name without each of its words, and without each two."""
    for count in (1, 2):
        yield from combinations(name, len(name) - count)


def _names(report: Report) -> Iterator[_Named]:
    """What tables and lists call programs, kegiatan, indicators and sasaran."""
    for table in report.tables:
        columns = {
            c.index: match.group().lower()
            for c in table.columns
            if c.role in (Role.LABEL, Role.TEXT) and (match := _NAMING.search(c.title))
        }
        for row in table.rows:
            if row.kind in (RowKind.TOTAL, RowKind.MEAN, RowKind.NUMBERS):
                continue
            for c, kind in columns.items():
                text = table.table.rows[row.index][c].text
                named = _named(text, kind, table.block, Spot(table.block, row.index, c, 0, len(text)))
                if named:
                    yield named
    for found in report.lists:
        for item in found.items:
            text = _held(report, item.block)
            if len(item.text) >= 140 or item.text.rstrip().endswith((".", ";", ":")):
                continue
            named = _named(item.text, "", found.items[0].block, Spot(item.block, start=0, end=len(text)))
            if named:
                yield named


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]+", "", text.lower())


def _rightly(odd: str, usual: str) -> bool:
    """Whether the rare name has a term of the field in its wording and the common one has lost it."""
    return any(t.term.lower() in odd.lower() and t.term.lower() not in usual.lower() for t in terms())


def _one_program(programs: dict[tuple[int, int, int], str], odd: Sequence[_Named], usual: Sequence[_Named]) -> bool:
    """Whether both names are kegiatan of one program: those IDN006 compares, one to one."""
    mine, theirs = (
        {programs.get((n.spot.block, n.spot.row, n.spot.col), "") for n in group} - {""} for group in (odd, usual)
    )
    return bool(mine & theirs)


def _held(report: Report, block: int) -> str:
    return str(getattr(report.document.blocks[block], "text", ""))


_NAMING = re.compile(r"sasaran|indikator|sub ?kegiatan|kegiatan|program|uraian", re.IGNORECASE)
_WORK = ("program", "kegiatan", "subkegiatan", "uraian", "")


def _named(text: str, kind: str, container: int, spot: Spot) -> _Named | None:
    flat = re.sub(r"\s+", " ", re.sub(r"\([^()]*\)", " ", text)).strip()
    if re.search(r"\d{2}", flat):
        return None
    bare = re.sub(
        r"^(?:\d+(?:\.\d+)*\.?|[A-Za-z][.)])\s+",
        "",
        re.sub(r"^(?:program|kegiatan)\s*[:;]\s*", "", flat, flags=re.IGNORECASE),
    )
    words = tuple(
        w for w in re.findall(r"[a-z]+", bare.lower().replace("&", " dan ")) if w not in ("dan", "program", "kegiatan")
    )
    return _Named(bare, words, kind.replace(" ", ""), container, spot, spot.in_table) if 4 <= len(words) <= 16 else None


def _near(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One word exchanged, or one or two lost or added, in otherwise equal names; a slip inside a word is no other name."""
    if len(a) == len(b):
        odd = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return len(odd) == 1 and len(a) >= 4 and not _spelling(*odd[0]) and (a[0] != b[0] or len(a) >= 6)
    short, long = (a, b) if len(a) < len(b) else (b, a)
    rest = iter(long)
    return len(long) - len(short) <= 2 and len(short) >= 4 and all(w in rest for w in short)


def _certain(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Words lost or another opening word; a noun exchanged further on may be another thing."""
    return len(a) != len(b) or a[0] != b[0]


def _spelling(a: str, b: str) -> bool:
    """Whether two words differ by a letter lost, added or exchanged."""
    size = max(len(a), len(b))
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    tail = next((i for i, (x, y) in enumerate(zip(a[::-1], b[::-1], strict=False)) if x != y), min(len(a), len(b)))
    return abs(len(a) - len(b)) <= 1 and head + tail >= size - 2


def _one_thing(a: str, b: str) -> bool:
    """Whether two columns may name the same kind of thing."""
    return a == b or (a in _WORK and b in _WORK)
