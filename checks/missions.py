"""XRF: missions, tujuan and sasaran that are listed in one place and repeated with their number in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reviewer.checking.base import Check, Example
from reviewer.model import ItemList, Problem, Report, Severity, Spot, Words

_NOUNS = ("misi", "tujuan", "sasaran")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_SAME = 72
_MOST = 40
"""Statements of a list; more are none of missions or sasaran."""
_REPEATED = 300


@dataclass(frozen=True, slots=True)
class _Statement:
    """One numbered statement: "Misi ke II: …"."""

    number: int
    head: str
    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class _Listed:
    noun: str
    statements: tuple[_Statement, ...]


class RestatedStatement(Check):
    """A numbered mission is repeated with its own number and its own words."""

    code = "XRF008"
    name = "restated-statement"
    severity = Severity.WARNING
    title = Words(
        "Misi, tujuan atau sasaran diulang dengan nomor atau bunyi lain",
        "A mission, tujuan or sasaran is repeated with another number or other words",
    )
    reason = Words(
        "Visi, misi, tujuan dan sasaran laporan harus sama dengan dokumen perencanaannya (Lampiran III PermenPANRB 53/2014).",
        "Vision, missions, tujuan and sasaran must be those of the planning documents (PermenPANRB 53/2014, annex III).",
    )
    docs = Words(
        "Daftar bernomor di bawah judul Misi, Tujuan atau Sasaran dibandingkan dengan “Misi ke II: …” di tabel dan teks lain. "
        "Yang bunyinya sama tetapi bernomor lain, dan yang bernomor sama tetapi sebagian bunyinya lain, dilaporkan; beda "
        "ejaan, spasi dan huruf besar tidak.",
        "A numbered list under a heading Misi, Tujuan or Sasaran is compared with “Misi ke II: …” in tables and other text. "
        "Statements with the same words but another number, and with the same number but partly other words, are reported; "
        "spelling, blanks and case make no difference.",
    )
    messages = {
        "number": Words(
            "{stated} adalah {noun} ke-{expected} dari {count} {noun} dalam daftarnya.",
            "{stated} is number {expected} of the {count} {noun} listed.",
        ),
        "words": Words(
            "{head} di sini berbunyi “{here}”, dalam daftar {noun} “{there}”.",
            "{head} reads “{here}” here, “{there}” in the list of {noun}.",
        ),
    }
    _LIST = (
        "2. Misi\n\nMisi dinas adalah sebagai berikut:\n1. Mewujudkan pelayanan yang cepat dan ramah bagi seluruh warga "
        "kabupaten.\n2. Meningkatkan kerukunan masyarakat melalui pembinaan kader di setiap kecamatan.\n"
        "3. Memperkuat ketahanan pangan keluarga dengan lumbung desa yang dikelola bersama.\n\n"
    )
    good = (
        Example(
            _LIST + "Misi ke II : Meningkatkan kerukunan masyarakat melalui pembinaan kader disetiap Kecamatan\n\n"
            "Misi ke III : Memperkuat ketahanan pangan keluarga dengan lumbung desa yang dikelola bersama\n"
        ),
    )
    bad = (
        Example(
            _LIST + "Misi ke IV : Memperkuat ketahanan pangan keluarga dengan lumbung desa yang dikelola bersama\n",
            "Misi ke IV",
        ),
        Example(
            _LIST + "Misi ke II : Meningkatkan kerukunan masyarakat melalui festival budaya tahunan kabupaten\n",
            "festival budaya",
        ),
    )
    _HEAD = re.compile(
        r"^\s*(?P<head>(?P<noun>misi|tujuan|sasaran)\s*(?:ke)?\s*[-.]?\s*(?P<number>[IVX]{1,4}|\d{1,2}))(?!\.\d)\s*[:.)\-–]\s*"
        r"(?P<text>\S.{25,})$",
        re.IGNORECASE | re.DOTALL,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        listed = [found for noun in _NOUNS if (found := _listed(report, noun))]
        if not listed:
            return
        own = {s.spot.block for found in listed for s in found.statements}
        repeated: dict[str, list[_Statement]] = {noun: [] for noun in _NOUNS}
        for spot, text in report.texts:
            match = self._HEAD.match(text) if spot.block not in own else None
            if match and (number := _number(match["number"])):
                statement = _Statement(number, match["head"].strip(), match["text"], spot)
                repeated[match["noun"].lower()].append(statement)
        for found in listed:
            yield from self._compared(found, repeated[found.noun])

    def _compared(self, listed: _Listed, repeated: Sequence[_Statement]) -> Iterator[Problem]:
        from rapidfuzz import fuzz

        moved: list[tuple[_Statement, _Statement]] = []
        told: dict[tuple[str, str], list[_Statement]] = {}
        for statement in repeated[:_REPEATED]:
            scored = [(fuzz.ratio(_flat(statement.text), _flat(s.text)), s) for s in listed.statements]
            score, model = max(scored, key=lambda pair: pair[0])
            if score < _SAME or statement.spot.block == model.spot.block:
                continue
            if statement.number != model.number:
                moved.append((statement, model))
            elif differing := _differing(statement.text, model.text):
                told.setdefault(differing, []).append(statement)
        for (own, other), statements in told.items():
            yield self._words(listed, statements, own, other)
        texts = {(s.number, m.number) for s, m in moved}
        if moved and len({number for number, _ in texts}) == len(texts):
            # where one number stands for two statements, numbering begins again under each tujuan
            yield self._number(listed, moved)

    def _number(self, listed: _Listed, moved: Sequence[tuple[_Statement, _Statement]]) -> Problem:
        """One problem for all that carry another number; a number beyond the list shows it best."""
        count = len(listed.statements)
        statement, model = next((pair for pair in moved if pair[0].number > count), moved[0])
        return Problem(
            _of_head(statement),
            "number",
            stated=statement.head,
            expected=str(model.number),
            params=(("noun", listed.noun), ("count", str(count))),
            evidence=(model.spot, *(_of_head(s) for s, _ in moved)),
            group=len(moved) > 1,
            content=tuple(f"{s.number}:{m.number}" for s, m in moved),
        )

    def _words(self, listed: _Listed, here: Sequence[_Statement], own: str, other: str) -> Problem:
        there = listed.statements[here[0].number - 1]
        return Problem(
            here[0].spot,
            "words",
            stated=own,
            expected=other,
            quote=own,
            params=(("head", here[0].head), ("noun", listed.noun), ("here", own), ("there", other)),
            evidence=(there.spot, *(s.spot for s in here)),
            group=len(here) > 1,
        )


def _of_head(statement: _Statement) -> Spot:
    spot = statement.spot
    return Spot(spot.block, spot.row, spot.col, spot.start, spot.start + len(statement.head))


def _listed(report: Report, noun: str) -> _Listed | None:
    """The one list of the draft that sets the statements out: numbered from 1, under a heading of this noun."""
    found = [lst for lst in report.lists if len(lst.items) >= 2 and _about(report, lst, noun)]
    if len(found) != 1:
        return None
    items = [i for i in found[0].items if len(i.text) > 25][: _MOST + 1]
    if [i.number for i in items] != [str(n) for n in range(1, len(items) + 1)] or not 2 <= len(items) <= _MOST:
        return None
    statements = (_Statement(n, f"{noun} {n}", i.text, Spot(i.block, start=0, end=0)) for n, i in enumerate(items, 1))
    return _Listed(noun, tuple(statements))


def _about(report: Report, lst: ItemList, noun: str) -> bool:
    block = lst.items[0].block
    path = report.headings[block] if block < len(report.headings) else ()
    return bool(path) and re.sub(r"[^a-z]", "", path[-1].lower()) == noun


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[c] for c in text.lower()]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def _flat(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower().replace("&", " dan "))


def _differing(here: str, there: str) -> tuple[str, str] | None:
    """The words in which two statements differ, with the word before; None where only spelling or blanks do."""
    from rapidfuzz import fuzz

    a, b = here.split(), there.split()
    left, right = ([re.sub(r"[^a-z0-9]+", "", w.lower()) for w in words] for words in (a, b))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        own, other = "".join(left[i1:i2]), "".join(right[j1:j2])
        if tag != "replace" or min(len(own), len(other)) < 8 or fuzz.ratio(own, other) >= 60:
            continue
        i1, j1 = (max(i1 - 1, 0), max(j1 - 1, 0))
        return " ".join(a[i1 : i2 + 2])[:120], " ".join(b[j1 : j2 + 2])[:120]
    return None
