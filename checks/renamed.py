"""IDN: kegiatan under another name, or another program, than in the other listings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reviewer.checking.base import Check, Example
from reviewer.model import Listing, Notice, Problem, Report, Severity, Words, Work
from reviewer.model.titles import same_word

_REASON = Words(
    "Program dan kegiatan harus bernama sama dalam rencana, perjanjian kinerja dan laporan agar dapat dicocokkan (Formulir "
    "Checklist Reviu, substansi).",
    "Programs and kegiatan must have one name in plan, agreement and report so that they can be matched (review checklist, "
    "substance).",
)
_FUNCTION = frozenset("dan serta di pada dalam untuk yang ke dari program kegiatan sub no nomor".split())
_MOST = 60
"""Listings that are compared with each other."""
_MANY = Words(
    "IDN005 dan IDN006: naskah ini memuat {count} daftar program dan kegiatan; hanya {most} yang pertama dibandingkan.",
    "IDN005 and IDN006: this draft has {count} lists of programs and kegiatan; only the first {most} were compared.",
)
_ACTS = frozenset(
    "pengadaan pemeliharaan pembangunan rehabilitasi rehab penghapusan penyediaan pengawasan monitoring evaluasi "
    "perencanaan penyusunan penatausahaan pelaporan pembelian sewa perbaikan peningkatan pembinaan".split()
)


@lru_cache(maxsize=16_384)
def _words(name: str) -> tuple[str, ...]:
    bare = re.sub(r"\([^()]*\)", " ", name.lower())
    return tuple(w for w in re.findall(r"[a-z0-9]+", bare) if w not in _FUNCTION)


def _one(a: Sequence[str], b: Sequence[str]) -> bool:
    """One name, slips and lost blanks allowed."""
    if "".join(a) == "".join(b):
        return True
    return len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True))


def _has(listing: Listing, program: Sequence[str]) -> bool:
    return any(_one(other, program) for other in dict.fromkeys(_words(w.program) for w in listing.works))


def _compared(report: Report) -> Sequence[Listing]:
    """All listings of an ordinary report; of hundreds, which would take the square of their number, the first."""
    return report.listings[:_MOST]


class OtherProgram(Check):
    """A kegiatan stands under the program that the other listings have it under."""

    code = "IDN005"
    name = "other-program"
    title = Words("Kegiatan berada di bawah program yang lain", "Kegiatan under another program than elsewhere")
    reason = _REASON
    docs = Words(
        "Sebuah program dengan dua kegiatan atau lebih yang di sedikitnya dua tempat lain semuanya berada di bawah satu "
        "program bernama lain, sedangkan nama program di sini tidak muncul di tempat lain mana pun: nama program tampaknya "
        "tertukar. Nama yang hanya beda ejaan adalah perkara IDN004.",
        "A program with two kegiatan or more that in at least two other places all stand under one program of another name, "
        "while the name of the program here occurs nowhere else: the program's name seems to have been exchanged. Names that "
        "differ in spelling only are the matter of IDN004.",
    )
    messages = {
        "found": Words(
            "Kegiatan di bawah “{stated}” di {count} tempat lain berada di bawah “{expected}”; program bernama “{stated}” "
            "tidak ada di tempat lain.",
            "The kegiatan under “{stated}” stand under “{expected}” in {count} other places; there is no program “{stated}” "
            "elsewhere.",
        ),
    }
    _TABLE = (
        "Tabel {} Anggaran\n\nNo\tUraian\tAnggaran\n1\tProgram Ketertiban Umum\t3.000.000\n1.1\tPatroli wilayah\t1.000.000\n"
        "1.2\tSiaga pos jaga\t2.000.000\n2\tProgram Pembinaan Desa\t800.000\n2.1\tPelatihan kader\t300.000\n"
        "2.2\tLomba desa tertib\t500.000\n\n"
    )
    good = (
        Example(_TABLE.format(1) + _TABLE.format(2) + _TABLE.format(3)),
        Example(_TABLE.format(1) + _TABLE.format(2).replace("Ketertiban Umum", "Keamanan Wilayah")),
    )
    bad = (
        Example(
            _TABLE.format(1) + _TABLE.format(2) + _TABLE.format(3).replace("Ketertiban Umum", "Pemberdayaan Nelayan"),
            "Pemberdayaan Nelayan",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem | Notice]:
        if len(report.listings) > _MOST:
            yield Notice(_MANY.format(count=len(report.listings), most=_MOST))
        for listing in _compared(report):
            own: dict[tuple[str, ...], list[Work]] = defaultdict(list)
            for work in listing.works:
                own[_words(work.program)].append(work)
            others = [o for o in _compared(report) if o is not listing and _comparable(report, listing, o)]
            for program, works in own.items():
                if len(works) >= 2 and program and not any(_has(other, program) for other in others):
                    yield from self._judge(listing, works, others)

    def _judge(self, listing: Listing, works: Sequence[Work], others: Sequence[Listing]) -> Iterator[Problem]:
        above: list[Work] = []
        for other in others:
            same = [w for w in other.works if any(_one(_words(w.name), _words(work.name)) for work in works)]
            if len(same) >= len(works) and len({_words(w.program) for w in same}) == 1:
                above.append(same[0])
        programs = {_words(w.program) for w in above}
        if len(above) < 2 or len(programs) != 1 or _has(listing, next(iter(programs))):
            return
        mine, right = set(_words(works[0].program)), set(next(iter(programs)))
        if len(mine & right) * 2 > max(len(mine), len(right)):
            return
        yield Problem(
            works[0].spot,
            stated=_shown(works[0].program),
            expected=_shown(above[0].program),
            quote=works[0].name,
            params=(("count", str(len(above))),),
            evidence=(*(w.spot for w in works[1:3]), *(w.spot for w in above[:3])),
            content=(" ".join(sorted(mine)), " ".join(sorted(right))),
        )


def _shown(program: str) -> str:
    flat = re.sub(r"\s+", " ", program).strip()
    return flat if flat.lower().startswith("program") else f"Program {flat}"


class Renamed(Check):
    """A kegiatan has the name that the other listings give it."""

    code = "IDN006"
    name = "renamed-kegiatan"
    severity = Severity.INFO
    title = Words("Satu kegiatan, dua nama", "One kegiatan under two names")
    reason = _REASON
    docs = Words(
        "Program yang sama di dua tempat, yang kegiatannya cocok kecuali satu di sini dan satu di sana, dan kedua nama itu "
        "sebagian besar kata-katanya sama: kegiatan yang sama dengan dua nama. Peringatan bila satu kata tertukar dan nama "
        "yang lain dipakai di dua tempat atau lebih, selebihnya info. Kegiatan yang berbeda tindakannya (pengadaan, "
        "pemeliharaan) dibiarkan.",
        "One program in two places whose kegiatan match but for one here and one there, and those two names share most of "
        "their words: one kegiatan under two names. A warning where one word is exchanged and the other name is used in two "
        "places or more, else information. Kegiatan of "
        "different acts (pengadaan, pemeliharaan) are left alone.",
    )
    messages = {
        "found": Words(
            "“{stated}” tampaknya kegiatan yang di {count} tempat lain bernama “{expected}” (program {program}).",
            "“{stated}” seems to be the kegiatan that is called “{expected}” in {count} other places (program {program}).",
        ),
    }
    good = (
        Example(OtherProgram._TABLE.format(1) + OtherProgram._TABLE.format(2)),
        Example(
            OtherProgram._TABLE.format(1).replace("Patroli wilayah", "Pengadaan alat kantor")
            + OtherProgram._TABLE.format(2).replace("Patroli wilayah", "Pemeliharaan alat kantor")
        ),
    )
    bad = (
        Example(
            OtherProgram._TABLE.format(1)
            + OtherProgram._TABLE.format(2).replace("Lomba desa tertib", "Lomba desa siaga tertib"),
            "Lomba desa siaga tertib",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        found: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Work, Work]] = {}
        listings = _compared(report)
        for i, first in enumerate(listings):
            for second in listings[i + 1 :]:
                if _comparable(report, first, second):
                    for a, b in _renamed(first, second):
                        found.setdefault((_words(a.name), _words(b.name)), (a, b))
        votes = Counter(name for listing in listings for name in {_words(w.name) for w in listing.works})
        told: set[tuple[str, ...]] = set()
        for (one, other), (a, b) in found.items():
            here, there = _places(votes, one), _places(votes, other)
            odd, usual, places = (a, b, there) if here <= there else (b, a, here)
            if told & {one, other}:
                continue
            told.add(_words(odd.name))
            exchanged = _exchanged(_words(odd.name), _words(usual.name))
            yield Problem(
                odd.spot,
                stated=re.sub(r"\s+", " ", odd.name),
                expected=re.sub(r"\s+", " ", usual.name),
                params=(("count", str(places)), ("program", re.sub(r"\s+", " ", usual.program))),
                evidence=(usual.spot,),
                severity=Severity.WARNING if exchanged and places >= 2 and min(here, there) == 1 else Severity.INFO,
                content=(" ".join(_words(odd.name)), " ".join(_words(usual.name))),
            )


def _comparable(report: Report, first: Listing, second: Listing) -> bool:
    """Two sheets are two units' papers; another year has other kegiatan."""
    years = {listing.year or report.identity.year for listing in (first, second)}
    return len(years) == 1 and len({report.place(listing.works[0].spot).sheet for listing in (first, second)}) == 1


def _places(votes: Counter[tuple[str, ...]], name: tuple[str, ...]) -> int:
    """In how many listings a name stands."""
    return sum(n for other, n in votes.items() if _one(other, name))


def _renamed(first: Listing, second: Listing) -> Iterator[tuple[Work, Work]]:
    """Kegiatan of one program that stand alone, one here and one there, under names alike."""
    here, there = _by_program(first), _by_program(second)
    for program, mine in here.items():
        match = next((p for p in there if _one(p, program)), None)
        theirs = there[match] if match is not None else []
        left = [w for w in mine if not any(_one(_words(w.name), _words(o.name)) for o in second.works)]
        right = [w for w in theirs if not any(_one(_words(w.name), _words(o.name)) for o in first.works)]
        pairs = [(a, b) for a in left for b in right if _near(_words(a.name), _words(b.name)) and not _same(a, b)]
        for a, b in pairs:
            if sum(1 for x, _ in pairs if x is a) == 1 and sum(1 for _, y in pairs if y is b) == 1:
                yield a, b


def _by_program(listing: Listing) -> dict[tuple[str, ...], list[Work]]:
    found: dict[tuple[str, ...], list[Work]] = defaultdict(list)
    for work in listing.works:
        found[_words(work.program)].append(work)
    return found


def _exchanged(a: Sequence[str], b: Sequence[str]) -> bool:
    return len(a) == len(b) and sum(1 for x, y in zip(a, b, strict=True) if not same_word(x, y)) == 1


def _same(a: Work, b: Work) -> bool:
    """Whether the names have the same words in another order, form or bracket: "CLTH - Tanaman" and "Tanaman (CLTH)"."""
    one, other = (sorted(w[:5] for w in re.findall(r"[a-z0-9]+", x.name.lower()) if w not in _FUNCTION) for x in (a, b))
    return one == other


def _near(a: Sequence[str], b: Sequence[str]) -> bool:
    """Most words in common, in order, and no other act nor other number."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    rest = iter(long)
    in_order = all(any(same_word(w, other) for other in rest) for w in short)
    if in_order and len(short) >= 2:
        return len(long) - len(short) <= 5
    lost = [w for w in short if not any(same_word(w, o) for o in long)]
    extra = [w for w in long if not any(same_word(w, o) for o in short)]
    if any(w.isdigit() for w in (*lost, *extra)) or (set(lost) & _ACTS and set(extra) & _ACTS):
        return False
    return len(lost) == 1 and len(extra) <= 1 and len(short) >= 4
