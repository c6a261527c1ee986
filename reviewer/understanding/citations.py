"""Regulations that a draft names: kind, number, year and title, however they are abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from reviewer.model import Citation, Spot
from reviewer.understanding.text import flat

_STATE = r"(?:\s+(?:republik\s+indonesia|ri|r\.i\.))?"
_MINISTER = r"ment(?:e)?ri(?:\s+negara)?"
_KINDS: tuple[tuple[str, str], ...] = (
    ("Perpu", r"peraturan\s+pemerintah\s+pengganti\s+undang[\s-]*undang|perpp?u"),
    ("UU", r"undang\s?-?\s?undang(?:\s*\(\s*uu\s*\))?|uu"),
    ("PP", r"peraturan\s+pemerintah(?:\s*\(\s*pp\s*\))?|pp"),
    ("Perpres", r"peraturan\s+presiden|perpres"),
    ("Keppres", r"keputusan\s+presiden|keppres"),
    ("Inpres", r"instruksi\s+presiden|inpres"),
    ("Tap MPR", r"(?:ketetapan|tap\.?)\s*(?:majelis\s+permusyawaratan\s+rakyat|mpr)"),
    ("Permendagri", rf"peraturan\s+{_MINISTER}\s+dalam\s+negeri|permendagri"),
    ("Kepmendagri", rf"keputusan\s+{_MINISTER}\s+dalam\s+negeri|kepmendagri"),
    ("Inmendagri", rf"instruksi\s+{_MINISTER}\s+dalam\s+negeri|inmendagri"),
    (
        "PermenPANRB",
        r"per(?:aturan\s+)?men(?:t?e?ri)?(?:\s*negara)?\s*(?:\w+\s+aparatur\s+negara|pan(?:\s?-?\s?rb)?\b)|permen\s?pan\s?rb",
    ),
    ("KepmenPAN", r"kep(?:utusan\s+)?men(?:t?e?ri)?(?:\s*negara)?\s*(?:\w+\s+aparatur\s+negara|pan\b)"),
    ("PMK", rf"peraturan\s+{_MINISTER}\s+keuangan|pmk"),
    ("Permen", rf"peraturan\s+(?:{_MINISTER}|bersama)|permen[a-z]+"),
    ("Kepmen", rf"keputusan\s+(?:{_MINISTER}|bersama)|kepmen[a-z]+"),
    ("Kep LAN", r"keputusan\s+(?:kepala\s+)?(?:lembaga\s+administrasi\s+negara|lan\b)"),
    ("Perka BKN", r"(?:peraturan\s+(?:kepala\s+)?|perka\s+)(?:badan\s+kepegawaian\s+negara|bkn\b)"),
    ("Perka", r"peraturan\s+(?:kepala|badan|lembaga|sekretaris)|perka\b"),
    ("Perda", r"peraturan\s+daerah|perda"),
    ("Pergub", r"peraturan\s+gubernur|pergub"),
    ("Perbup", r"peraturan\s+bupati|perbup"),
    ("Perwal", r"peraturan\s+wali\s?kota|perwal(?:i|ko)?"),
    ("Kepgub", r"(?:surat\s+)?keputusan\s+gubernur|kepgub|sk\s+gubernur"),
    ("Kepbup", r"(?:surat\s+)?keputusan\s+bupati|kepbup|sk\s+bupati"),
    ("Kepwal", r"(?:surat\s+)?keputusan\s+wali\s?kota|kepwal(?:i|ko)?|sk\s+wali\s?kota"),
)
_KIND = "|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern) in enumerate(_KINDS))
_CODE = r"[A-Z0-9][\w.&-]{0,20}(?:\s?/\s?[\w.&-]{1,20}(?:\s-\s?\w{1,20})?){1,7}|\d[\d.]{0,20}\s?-\s?\d{1,6}"
_YEAR = r"tahun\s{0,9}:?\s{0,9}(?:19|20)\d\d(?!\d)"
_CUT_YEAR = r"tahun\s{0,9}:?\s{0,9}(?:\d{2}\b\.*|\.+)"
"""A year left unfinished: "Tahun 19..", "Tahun …"."""
_CITED = re.compile(
    rf"\b(?:{_KIND}){_STATE}"
    r"(?P<maker>(?:[\s,()-]{1,9}(?!nomor\b|nomer\b|no\b|tahun\b|tentang\b|peraturan\b)[A-Za-z&][A-Za-z'./]{0,40}){0,14}?)"
    r"[\s,()]{0,9}(?:(?:nomor|nomer|no)\b\s{0,9}\.?\s{0,9}[:.]?\s{0,9}"
    rf"(?:(?P<code>{_CODE})(?:\s{{0,9}},?\s{{0,9}}(?P<y1>{_YEAR}))?"
    rf"|(?P<number>[IVXLC]+|0*\d{{1,4}}[A-Z]?)\s{{0,9}}\.?\s{{0,9}},?\s{{0,9}}(?:(?P<y2>{_YEAR})|{_CUT_YEAR}))"
    rf"|(?P<near>\d{{1,3}})\s{{1,3}}(?P<y3>{_YEAR})"
    r"|(?P<short>\d{1,3}\s?/\s?(?:19|20)\d\d)(?![\d/])"
    r"|(?P<bare>(?:PER|KEP)\s?/\s?[\w.&-]{1,20}(?:\s?/\s?[\w.&-]{1,20}){1,6}))",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\s*\)?\s*(?:\([^)]{0,60}\)\s*)?,?\s*(?:tanggal\s+\d{1,2}\s+\w+\s+\d{4}\s*)?,?\s*(?:tentang|ttg\.?)\s*:?\s*(?:tentang\s+)?",
    re.IGNORECASE,
)
_STOP = re.compile(
    r";|\.(?=\s|$)|\n|\((?=\s*(?:(?:[lt]ambahan|lembaran|berita|ln|tln|lnri)\b|\d))|\)(?=\s*[,.;])|"
    r",?\s+\b(?:sebagaimana|yang\s+telah|"
    r"yang\s+(?:menyatakan|mengatur|diubah|ditetapkan|berbunyi|di\s?dalamnya)|bahwa|mempunyai|menyatakan|menyebutkan|"
    r"disebutkan|dinyatakan|mengamanatkan|mewajibkan|mengatur|jo\b|juncto|maka|merupakan|adalah|sebagai\s+berikut|"
    r"di\s?mana|dapat|telah|"
    r"serta\s+(?=peraturan|undang|instruksi|keputusan))\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"(?:\batas|\bpelaksanaan(?:\s+(?:dari|atas))?|\bpenjelasan|\bpenetapan|\bpencabutan|\bpenjabaran|\bmenjadi|"
    r"\bimplementasi"
    r"|\bperubahan(?:\s+(?:pertama|kedua|ketiga|keempat|kelima))?)\s*$",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"di\s?ubah\b[^;.]{0,80}\b(?:dengan|menjadi|oleh|melalui|dalam|terakhir|yaitu)\W*$", re.IGNORECASE
)
_REPLACED = re.compile(r"(?:dicabut|diganti|digantikan|diperbah?a?rui|diperbarui)\b[^;.]{0,80}$", re.IGNORECASE)
_LONGEST = 500
"""Characters; titles of regulations are shorter."""
_CONNECTOR = re.compile(r"[\s,]*(?:\b(?:dan|serta|juga|maupun|atau|jo)\b[\s,]*)*$", re.IGNORECASE)


def citations_of(texts: Iterable[tuple[Spot, str]]) -> Iterator[Citation]:
    """The regulations that each text names by number, in order."""
    for whole, text in texts:
        if any(sign in text for sign in ("ahun", "AHUN", "/")):
            yield from _citations(whole, text)


def _citations(whole: Spot, text: str) -> Iterator[Citation]:
    matches = [m for m in _CITED.finditer(text) if not (m["near"] and m["maker"])]
    inside: set[int] = set()
    for i, match in enumerate(matches):
        following = matches[i + 1] if i + 1 < len(matches) else None
        about = _ABOUT.match(text, match.end())
        title = ""
        if about is not None:
            title, nested = _title(text, about.end(), following)
            if nested:
                inside.add(i + 1)
        before = text[max(matches[i - 1].end(), match.start() - 200) : match.start()] if i else ""
        yield Citation(
            kind=_kind(match),
            number=_number(match),
            year=_year(match),
            title=title,
            spot=Spot(whole.block, whole.row, whole.col, match.start(), match.end()),
            maker=flat(match["maker"] or "").strip(" ,()"),
            link="inside" if i in inside else _link(before),
        )


def _title(text: str, start: int, following: re.Match[str] | None) -> tuple[str, bool]:
    """The title that begins at `start`, and whether the next citation stands inside it."""
    stop = _STOP.search(text, start, start + _LONGEST)
    end = stop.start() if stop else min(len(text), start + _LONGEST)
    if following is None or following.start() >= end:
        return flat(text[start:end]), False
    before = text[start : following.start()]
    if _INSIDE.search(before):
        return flat(text[start : following.end()]), True
    return flat(_CONNECTOR.sub("", before)), False


def _link(before: str) -> Literal["", "amended-by", "replaced-by"]:
    if _REPLACED.search(before):
        return "replaced-by"
    return "amended-by" if _AMENDED.search(before) else ""


def _kind(match: re.Match[str]) -> str:
    found = next(i for i in range(len(_KINDS)) if match[f"k{i}"] is not None)
    return _KINDS[found][0]


def _number(match: re.Match[str]) -> str:
    if match["short"]:
        return match["short"].split("/")[0].strip().lstrip("0")
    number = re.sub(r"\s+", "", match["code"] or match["bare"] or match["number"] or match["near"]).rstrip(".-")
    return number.lstrip("0") if number.isdigit() else number


def _year(match: re.Match[str]) -> int | None:
    told = match["y1"] or match["y2"] or match["y3"] or match["short"] or match["code"] or match["bare"] or ""
    tail = re.search(r"(?:19|20)\d\d(?=[.-]*$)", told)
    return int(tail.group()) if tail else None
