"""Headings, captions and the table of contents, found by their text: few authors use heading styles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.model import Block, Caption, Heading, Paragraph, Table
from reviewer.understanding.signatures import signs
from reviewer.understanding.text import flat, plain

_CHAPTER = re.compile(r"^BAB\s+(?P<number>[IVXLC]+|\d+)\b[.:\s-]*(?P<title>.*)$", re.IGNORECASE)
_LETTER = re.compile(r"^(?P<number>[A-Z])\.\s*(?P<title>[^\W\d_].{2,140})$")
_DOTTED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?P<title>[^\W\d_].{2,140})$")
_FRONT = re.compile(
    r"^(?:kata pengantar|daftar isi|daftar tabel|daftar gambar|daftar grafik|daftar lampiran|ikhtisar eksekutif|"
    r"ringkasan eksekutif|"
    r"pendahuluan|penutup|lampiran(?:-lampiran)?|executive summary)$"
)
_CAPTION = re.compile(
    r"^(?P<kind>tabel|table|gambar|grafik|bagan|diagram)\s*[.:]?\s*(?P<number>\d{1,2}(?:\s*[.\-]\s*\d{1,3}){0,3}|"
    r"[IVX]{1,5}\s*[.\-]\s*\d{1,3})(?![%\d])"
    r"\s*[.:)]*\s*(?P<title>.*)$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"^(?:di ?atas|di ?bawah|berikut|tersebut|menunjuk|menggambar|menjelas|memperlihat|dapat|ini|diatas|dibawah|"
    r"adalah|merupakan|terlihat|dan|menyaji)\b"
)
_TOC_LINE = re.compile(
    r"(?:\t\s*|[.…·_]{3,}\s*|\s{3,})(?:\d{1,3}|[ivxlc]{1,6})?\s*$|^\s*(?:bab|daftar|lampiran)\b.*$", re.IGNORECASE
)
_CONTENTS = re.compile(r"^daftar (?:isi|tabel|gambar|grafik|lampiran|bagan|diagram)$")


@dataclass(frozen=True, slots=True)
class Outline:
    """What the text alone says of a draft's structure."""

    headings: tuple[Heading, ...]
    captions: tuple[Caption, ...]
    contents: tuple[int, ...]
    paths: tuple[tuple[str, ...], ...]
    """Heading path of every block."""


def outline_of(blocks: tuple[Block, ...]) -> Outline:
    """Read the structure of a draft off its blocks."""
    contents = _contents(blocks)
    captions = _captions(blocks, contents)
    captioned = {c.block for c in captions}
    headings = _headings(blocks, contents, captioned)
    return Outline(headings, captions, tuple(sorted(contents)), _paths(blocks, headings))


def _paths(blocks: tuple[Block, ...], headings: tuple[Heading, ...]) -> tuple[tuple[str, ...], ...]:
    at = {h.block: h for h in headings}
    stack: list[Heading] = []
    paths = []
    for i in range(len(blocks)):
        if i in at:
            heading = at[i]
            while stack and (stack[-1].level >= heading.level or _front_matter(stack[-1], heading)):
                stack.pop()
            stack.append(heading)
        paths.append(tuple(f"{h.number} {h.title}".strip() for h in stack))
    return tuple(paths)


def _front_matter(above: Heading, heading: Heading) -> bool:
    """Preface and summaries have no numbered sections: what follows belongs to a chapter whose heading was lost."""
    return not above.number and bool(heading.number) and above.level == 1


def _contents(blocks: tuple[Block, ...]) -> set[int]:
    """Blocks of the lists at the front: from "DAFTAR ISI" on, as long as lines end in a page number."""
    found: set[int] = set()
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if not isinstance(block, Paragraph) or not _CONTENTS.match(plain(block.text).strip(" :")):
            i += 1
            continue
        found.add(i)
        j, misses = i + 1, 0
        last = i
        while j < len(blocks) and misses < 3:
            candidate = blocks[j]
            if isinstance(candidate, Table):
                chapters = sum(
                    1
                    for row in candidate.rows
                    if re.match(r"^\s*(?:bab\b|daftar\b|\d\.\d)", row[0].text, re.IGNORECASE)
                )
                if len(candidate.rows) < 3 or (candidate.width > 3 and chapters * 3 < len(candidate.rows)):
                    break
                last, misses = j, 0
            elif _TOC_LINE.search(candidate.text) or _CONTENTS.match(plain(candidate.text)):
                if _restarts(candidate, blocks, j, found):
                    break
                last, misses = j, 0
            else:
                misses += 1 if len(candidate.text) < 120 else 3
            j += 1
        found.update(range(i, last + 1))
        i = max(last, i) + 1
    return found


def _restarts(paragraph: Paragraph, blocks: tuple[Block, ...], index: int, found: set[int]) -> bool:
    """A chapter heading without a page number, followed by running text, begins the body."""
    text = paragraph.text
    if re.search(r"(?:\t|[.…]{3,}|\s{3,})\s*(?:\d{1,3}|[ivxlc]{1,6})?\s*$", text):
        return False
    following = [b for b in blocks[index + 1 : index + 4] if isinstance(b, Paragraph)]
    return any(len(b.text) > 200 for b in following)


def _captions(blocks: tuple[Block, ...], contents: set[int]) -> tuple[Caption, ...]:
    found: list[Caption] = []
    for i, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or i in contents or block.role in ("header", "footer"):
            continue
        match = _CAPTION.match(flat(block.shown).strip("*# "))
        if not match or len(block.text) > 260 or _SPEAKS.match(plain(match["title"])):
            continue
        kind = plain(match["kind"])
        number = re.sub(r"\s+", "", match["number"]).replace("-", ".")
        lines = [match["title"].strip()]
        table = None
        if kind in ("tabel", "table"):
            for j in range(i + 1, min(i + 8, len(blocks))):
                following = blocks[j]
                if isinstance(following, Table):
                    table = j
                    break
                if len(following.text) > 220 or _CAPTION.match(flat(following.text)) or _CHAPTER.match(following.text):
                    break
                lines.append(flat(following.text))
            if table is None:
                lines = lines[:1]
                before = blocks[i - 1] if i else None
                if isinstance(before, Table) and not any(c.table == i - 1 for c in found):
                    table = i - 1
        found.append(
            Caption(
                "table" if kind in ("tabel", "table") else "figure" if kind == "gambar" else "chart",
                number,
                " ".join(line for line in lines if line).strip(" .:"),
                i,
                table,
            )
        )
    return tuple(found)


def _headings(blocks: tuple[Block, ...], contents: set[int], captioned: set[int]) -> tuple[Heading, ...]:
    found: list[Heading] = []
    for i, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or i in contents or i in captioned or block.role != "body":
            continue
        text = flat(block.shown).strip("* ")
        chapter = _CHAPTER.match(text)
        if chapter and len(text) < 140 and (text[:3] == "BAB" or block.level):
            title = chapter["title"].strip(" .:") or _next_line(blocks, i)
            found.append(Heading(1, f"BAB {chapter['number'].upper()}", title, i))
        elif _FRONT.match(plain(text).strip(" .:")) and not _titles_chapter(blocks, i):
            found.append(Heading(1, "", text.strip(" .:"), i))
        elif block.level is not None:
            number, title = _split(text)
            found.append(Heading(block.level + (0 if block.level == 1 and not number else 0), number, title, i))
        elif (section := _section(text)) and _alone(blocks, i):
            level, number, title = section
            if not (number.isalpha() and signs(blocks, i, title, number in ("A", _following(found)))):
                found.append(Heading(level, number, title, i))
    return tuple(found)


def _following(headings: list[Heading]) -> str:
    """The letter after that of the last section with one."""
    last = next((h.number for h in reversed(headings) if len(h.number) == 1 and h.number.isalpha()), "@")
    return chr(ord(last) + 1)


def _split(text: str) -> tuple[str, str]:
    match = _LETTER.match(text) or _DOTTED.match(text)
    return (match["number"], match["title"].strip()) if match else ("", text)


def _section(text: str) -> tuple[int, str, str] | None:
    """A numbered line short enough to be a heading."""
    if len(text) > 120 or text.endswith((";", ",", ":")) or "\t" in text:
        return None
    letter = _LETTER.match(text)
    if letter:
        return 2, letter["number"], letter["title"].strip(" .")
    dotted = _DOTTED.match(text)
    if dotted and not re.search(r"[.;]$", text):
        return (
            2 + dotted["number"].count(".") + (1 if "." not in dotted["number"] else 0),
            dotted["number"],
            dotted["title"].strip(),
        )
    return None


def _alone(blocks: tuple[Block, ...], index: int) -> bool:
    """A heading is no item of a running list: no sibling stands before or after it with only items between."""
    own = _marker(blocks[index])
    if own is None:
        return True
    before = blocks[index - 1] if index else None
    if own in ("1", "A", "a") and isinstance(before, Paragraph) and before.text.rstrip().endswith(":"):
        return False
    for step in (-1, 1):
        neighbour = index + step
        while 0 <= neighbour < len(blocks) and abs(neighbour - index) <= 12:
            other = _marker(blocks[neighbour])
            if other is None:
                break
            if _kin(other, own):
                if step > 0 and abs(neighbour - index) > 1 and own in ("1", "A", "a"):
                    break
                return False
            neighbour += step
    return True


def _marker(block: Block) -> str | None:
    """The number or letter that opens a paragraph."""
    if not isinstance(block, Paragraph):
        return None
    match = re.match(r"^[\s–•·-]*(?P<number>[A-Za-z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s", flat(block.shown) + " ")
    if match is None or len(block.text) > 400:
        return None
    return match["number"]


def _kin(a: str, b: str) -> bool:
    """Of one style: digits of one depth, or letters of one case."""
    if a[0].isdigit() or b[0].isdigit():
        return a[0].isdigit() and b[0].isdigit() and a.count(".") == b.count(".")
    return a.isupper() == b.isupper()


def _next_line(blocks: tuple[Block, ...], index: int) -> str:
    if index + 1 < len(blocks):
        following = blocks[index + 1]
        if isinstance(following, Paragraph) and len(following.text) < 100 and following.text.strip().isupper():
            return flat(following.text).strip("* ")
    return ""


def _titles_chapter(blocks: tuple[Block, ...], index: int) -> bool:
    """The line after a bare "BAB I" is that chapter's title, not a heading of its own."""
    before = blocks[index - 1] if index else None
    return (
        isinstance(before, Paragraph)
        and re.fullmatch(r"\s*BAB\s+(?:[IVXLC]+|\d+)\W*", before.text, re.IGNORECASE) is not None
    )
