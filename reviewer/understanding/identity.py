"""Whose report a draft is and of which year, by the votes of its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reviewer.model import Block, Caption, Heading, Identity, Paragraph
from reviewer.understanding.text import flat, plain

YEAR = r"(?:19[89]\d|20[0-4]\d)"
PERIOD = re.compile(rf"(?<!\d)({YEAR})\s?[-–—=]\s?({YEAR})(?!\d)")
_REPORT_YEAR = re.compile(
    rf"(?P<strong>(?:laporan (?:akuntabilitas )?kinerja|lkjip|lkj|lkip|lakip|perjanjian kinerja|rencana kerja|renja|"
    rf"laporan realisasi anggaran)"
    rf"(?:[^.\n]{{0,90}}?)\btahun(?: anggaran)?\s+(?P<y1>{YEAR}))"
    rf"|(?P<middle>\b(?:tahun anggaran|t\.?a\.?)\s*\.?\s*(?P<y2>{YEAR}))"
    rf"|(?P<weak>\btahun\s+(?P<y3>{YEAR}))",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:nomor|no)\b[^,;]{0,25}$", re.IGNORECASE)
_OFFICE = (
    r"(?:Badan|Dinas|Inspektorat|Sekretariat(?: Daerah| DPRD)?|Kecamatan|Kelurahan|Satuan Polisi Pamong Praja|"
    r"Rumah Sakit Umum Daerah|RSUD|Kantor|Biro|Bagian|Bappeda)"
)
_REGION = re.compile(r"\b(Kabupaten|Kota|Provinsi|Propinsi)\s+((?:[A-Z][a-zA-Z']+)(?:\s+[A-Z][a-zA-Z']+){0,2})")
_INSTITUTION = re.compile(
    rf"\b({_OFFICE}(?:(?:,|\s+(?:dan|serta|&))?\s+(?!Kabupaten|Kota\b|Provinsi|Propinsi|"
    rf"Tahun)[A-Z][\w'-]+){{0,9}})\s+(?:Kabupaten|Kota|Provinsi|Propinsi)\s+[A-Z]"
)
_KINDS = (
    ("Renstra", r"rencana strategis|renstra"),
    ("Renja", r"rencana kerja|renja"),
    ("LRA", r"laporan realisasi anggaran"),
    ("PK", r"perjanjian kinerja|penetapan kinerja"),
    ("LKjIP", r"laporan (?:akuntabilitas )?kinerja|lkjip|lkip|lakip|lkj\b"),
)
_NOT_NAME = frozenset(
    "Tahun Nomor Dalam Dan Yang Pada Untuk Sebagai Adalah Merupakan Dengan Di Telah Akan Ini Provinsi Kabupaten Kota "
    "Kecamatan Adapun Secara".split()
)


def identity_of(
    blocks: Sequence[Block], headings: Sequence[Heading], captions: Sequence[Caption], contents: set[int]
) -> Identity:
    """The draft's identity as most of its words tell; what they leave open stays empty."""
    paragraphs = [(i, b) for i, b in enumerate(blocks) if isinstance(b, Paragraph)]
    texts = [(i, flat(p.text)) for i, p in paragraphs]
    heads = {h.block for h in headings} | {c.block for c in captions}
    kind = _kind(texts)
    region = _region(texts)
    return Identity(
        year=None if kind == "Renstra" else _year(texts, heads, contents),
        institution=_institution(texts, region),
        region=region,
        title=_title(texts),
        kind=kind,
        period=_period(texts),
    )


def _title(texts: Sequence[tuple[int, str]]) -> str:
    for _, text in texts[:15]:
        if re.match(r"^\W*(?:laporan|rencana|perjanjian|lkjip|lakip|lkj)\b", text, re.IGNORECASE) and len(text) < 140:
            return text.strip("* ")
    return ""


def _kind(texts: Sequence[tuple[int, str]]) -> str:
    votes: Counter[str] = Counter()
    for position, (_, text) in enumerate(texts[:60]):
        words = plain(text)
        for kind, pattern in _KINDS:
            if re.search(pattern, words):
                votes[kind] += (6 if position < 8 else 1) * (2 if len(text) < 100 else 1)
    return votes.most_common(1)[0][0] if votes else ""


def year_mentions(text: str) -> list[tuple[int, str, int, int]]:
    """(year, strength, start, end) of each report year that a text names; laws and periods are no report years."""
    found = []
    for match in _REPORT_YEAR.finditer(text):
        group = "y1" if match["strong"] else "y2" if match["middle"] else "y3"
        strength = "strong" if match["strong"] else "middle" if match["middle"] else "weak"
        start, end = match.span(group)
        if _LAW.search(text[max(0, start - 40) : match.start() if group != "y1" else start - 5]) or re.match(
            r"\s?[-–—=/]\s?\d", text[end:]
        ):
            continue
        found.append((int(match[group]), strength, start, end))
    return found


def _year(texts: Sequence[tuple[int, str]], heads: set[int], contents: set[int]) -> int | None:
    votes: Counter[int] = Counter()
    weights = {"strong": 4, "middle": 3, "weak": 1}
    for position, (block, text) in enumerate(texts):
        cover = position < 12 and len(text) < 120
        for year, strength, _, _ in year_mentions(text):
            weight = weights[strength]
            if cover and strength == "weak":
                weight = 4
            elif block in heads:
                weight += 1
            if block in contents:
                weight = 1
            votes[year] += weight
    if not votes:
        return None
    ranked = votes.most_common(2)
    if len(ranked) > 1 and ranked[1][1] * 4 > ranked[0][1] * 3:
        return None
    return ranked[0][0]


def _region(texts: Sequence[tuple[int, str]]) -> str:
    votes: Counter[tuple[str, ...]] = Counter()
    for _, text in texts:
        shown = text.title() if text.isupper() else text
        for match in _REGION.finditer(shown):
            words = []
            for word in match.group(2).split():
                if word in _NOT_NAME:
                    break
                words.append(word.capitalize() if word.isupper() else word)
            for size in range(1, len(words) + 1):
                votes[match.group(1).replace("Propinsi", "Provinsi"), *words[:size]] += 1
    if not votes:
        return ""
    best: tuple[str, ...] = max((v for v in votes if len(v) == 2), key=lambda v: votes[v])
    while True:
        longer = [v for v in votes if len(v) == len(best) + 1 and v[:-1] == best and votes[v] * 10 >= votes[best] * 6]
        if not longer:
            return " ".join(best)
        best = max(longer, key=lambda v: votes[v])


def _institution(texts: Sequence[tuple[int, str]], region: str) -> str:
    votes: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for _, text in texts:
        shown = text.title().replace(" Dan ", " dan ") if text.isupper() else text
        for match in _INSTITUTION.finditer(shown):
            name = flat(match.group(1))
            votes[name.lower()] += 1
            spelled.setdefault(name.lower(), Counter())[name] += 1
    if not votes:
        return ""
    best = votes.most_common(1)[0][0]
    return f"{spelled[best].most_common(1)[0][0]} {region}".strip()


def _period(texts: Sequence[tuple[int, str]]) -> tuple[int, int] | None:
    votes: Counter[tuple[int, int]] = Counter()
    for _, text in texts:
        for match in PERIOD.finditer(text):
            first, last = int(match.group(1)), int(match.group(2))
            if 3 <= last - first <= 6 and re.search(
                r"rpjmd|renstra|rencana|strategis|periode|tahun",
                text[max(0, match.start() - 160) : match.start()],
                re.IGNORECASE,
            ):
                votes[first, last] += 1
    return votes.most_common(1)[0][0] if votes else None
