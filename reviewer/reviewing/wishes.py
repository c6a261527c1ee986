"""Wishes that are told by a sentence as a whole: bulk answers, filters, places, order, language and the like.

A sentence is a wish only where every word of it is understood (`vocabulary`) and fits that wish; one word more, and it
is none. So what was not meant is asked back, never half obeyed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reviewer.model import Severity
from reviewer.model.words import Language
from reviewer.reviewing.filters import Filter, Stand
from reviewer.reviewing.heard import Doubt, Heard
from reviewer.reviewing.lexicon import BECAUSE, NUMBERS, ROUNDED, Intent
from reviewer.reviewing.lexicon import SHORT as SPOKEN
from reviewer.reviewing.preferences import Ordering
from reviewer.reviewing.spelling import CONTRACTED, slipped, spoken, unvowelled_of
from reviewer.reviewing.vocabulary import FAMILIES, FORMATS, JOINED, SHORT, tags

MOST = 30
"""Words of a sentence that may be a wish."""

_VERDICTS = {
    "accept": Intent.ACCEPT,
    "reject": Intent.REJECT,
    "later": Intent.LATER,
    "fixed": Intent.FIXED,
}
_TOKEN = re.compile(r"#?\d[\d.,\-]*\d[a-z]?(?![\w])|#?\d[a-z]?(?![\w])|[^\W\d][\w]*(?:['\-_][\w]+)*")
_CODE = re.compile(r"[a-z]{3}\d{3}")
_ROMAN = re.compile(r"[ivxl]{1,6}")
_AMOUNT = re.compile(
    r"(?:rp\.?\s*)?\d[\d.,]*\s*(?:ribu|rb|juta|jt|miliar|milyar|m|triliun|thousand|million|billion|%|persen)?", re.I
)
_HEADING = re.compile(r"\b(?:bagian|section|sub ?bab|sub ?bagian|judul|heading|subbagian)\s+(.+)", re.I)
_MARKS = re.compile(r"[,;:(–—]|\s-\s|\.\s")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word made plain with all that it may be; places and numbers are one token."""

    text: str
    tags: frozenset[str]
    value: str = ""

    def may(self, allowed: frozenset[str]) -> bool:
        return bool(self.tags & allowed)


class _Said:
    """The tokens of a sentence."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self.tokens = tokens
        self.tags = frozenset(tag for token in tokens for tag in token.tags)

    def only(self, *allowed: str) -> bool:
        """Whether every word may be one of these; "scope" stands for all that names findings."""
        known = frozenset(allowed)
        if "scope" in known:
            known |= {
                tag for tag in self.tags if tag.startswith(("kind:", "severity:", "stand:", "place:table", "place:bab"))
            }
        return all(token.may(known) for token in self.tokens)

    def has(self, *wanted: str) -> bool:
        return any(tag in self.tags for tag in wanted)

    def count(self, *wanted: str) -> int:
        return sum(1 for token in self.tokens if token.tags & set(wanted))

    def values(self, tag: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(token.value for token in self.tokens if tag in token.tags and token.value))


def read_wish(utterance: str) -> Heard | Doubt | None:
    """The wish that a whole sentence tells; a Doubt where it names verdicts without giving one; None where it is no wish."""
    text = " ".join(utterance.split())
    if len(text) > 400:
        return None
    asked = text.endswith("?")
    said = _said(text)
    if not said.tokens:
        return None
    if (doubt := _undecided(text, asked)) is not None:
        return doubt
    if _half(said):
        return Doubt((Intent.ALIKE, Intent.LIST))
    for region, tail in _parted(text):
        if (bulk := _bulk(_said(region), tail, asked)) is not None:
            return bulk
    for rule in (
        _judging,
        _explaining,
        _filtering,
        _clearing,
        _going,
        _showing,
        _ordering,
        _folding,
        _speaking,
        _colouring,
        _changes,
        _exporting,
        _counting,
        _stepping,
        _leaving,
    ):
        if (wish := rule(said, text)) is not None:
            return wish
    return None


def filter_named(text: str, codes: Collection[str]) -> Filter | None:
    """The filter that these words name and nothing else; `codes` are the codes and families that there are."""
    said = _said(text)
    if not said.tokens or not said.only("fill", "scope", "finding", "wrong", "small", "show", "all"):
        return None
    wanted = _scope(said)
    return wanted if wanted and set(wanted.families) <= set(codes) | set(FAMILIES) else None


def ordering_named(text: str) -> Ordering | None:
    """ "letak", "kind", "nilai" and their like."""
    if text in set(Ordering):
        return Ordering(text)
    heard = _ordering(_said(f"urutkan {text}"), text)
    return Ordering(heard.text) if heard and heard.text else None


def language_named(text: str) -> Language | None:
    """ "indonesia", "english" and their like."""
    if text in ("id", "en"):
        return "id" if text == "id" else "en"
    heard = _speaking(_said(f"bahasa {text}"), text)
    return None if heard is None else "en" if heard.text == "en" else "id"


def theme_named(text: str) -> str | None:
    """ "dark", "light" or "contrast"."""
    heard = _colouring(_said(f"tema {text}"), text)
    return heard.text if heard else None


# Reading


def _said(text: str) -> _Said:
    return _Said(tuple(_placed(_tokens(text))))


def _tokens(text: str) -> Iterator[_Token]:
    plain = text.casefold().replace("’", "'")
    plain = re.sub(r"\bke-(?=\d)", "ke ", plain)
    plain = " ".join(_unshortened(word) for word in re.findall(r"[\w'.#%-]+|[^\w\s]", plain))
    for pattern, word in JOINED:
        plain = pattern.sub(f" {word} ", plain)
    for match in list(_TOKEN.finditer(plain))[: MOST + 1]:
        yield _token(match[0])


def _unshortened(word: str) -> str:
    """A word as it is written out, up to the dot behind it."""
    bare = word.rstrip(".")
    full = SHORT.get(bare, SPOKEN.get(bare, CONTRACTED.get(bare, bare)))
    if full == bare and full not in tags():
        full = spoken(bare, tags()) if not bare.startswith("di") else _passive(bare)
    return full + word[len(bare) :]


def _passive(word: str) -> str:
    """ "Diputusin" is "diputuskan": the passives need be no known word, phrases hold them."""
    return f"{word[:-2]}kan" if len(word) > 6 and word.endswith("in") else word


def _token(word: str) -> _Token:
    if word.lstrip("#")[:1].isdigit():
        return _Token(word, frozenset({"digits"}), word.lstrip("#").rstrip(".,-"))
    known = tags()
    if (which := known.get(word)) is not None:
        return _Token(word, which)
    if word in ROUNDED:
        # "Rounding" is no slip of "counting".
        return _Token(word, frozenset({"unknown"}))
    if _CODE.fullmatch(word) or (len(word) == 3 and word.upper() in FAMILIES):
        return _Token(word, frozenset({"kind:" + word.upper()}))
    for stem in _stems(word):
        if (which := known.get(stem)) is not None:
            return _Token(stem, which)
    if _ROMAN.fullmatch(word):
        return _Token(word, frozenset({"roman"}), word)
    found = _respelt(word)
    return _Token(found, known[found]) if found else _Token(word, frozenset({"unknown"}))


def _stems(word: str) -> Iterator[str]:
    for ending in ("nya", "lah", "kan", "kah", "pun", "in", "an", "s", "i"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            yield stem
            if ending == "in":
                yield stem + "kan"


def _respelt(word: str) -> str:
    """The known word that was meant, where all that are as near mean the same."""
    bare = unvowelled_of(word, tags())
    if bare:
        return bare[0] if len({tags()[one] for one in bare}) == 1 else ""
    if len(word) < 4:
        return ""
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < 7 else 2
    near: dict[int, list[str]] = {}
    for known in tags():
        if len(known) < 4 or (len(word) < 6 and known[0] != word[0]):
            continue
        distance = OSA.distance(word, known, score_cutoff=allowed)
        if distance <= allowed:
            near.setdefault(distance, []).append(known)
    if not near:
        return ""
    best = near[min(near)]
    return best[0] if len({tags()[one] for one in best}) == 1 else ""


def _placed(tokens: Iterator[_Token]) -> Iterator[_Token]:
    """Names of places with their numbers as one token: "tabel 3.5", "hal 14", "bab ii", "temuan no 45"."""
    waiting = list(tokens)
    at = 0
    while at < len(waiting):
        token = waiting[at]
        kind = next((k for k in ("table", "page", "chapter", "finding", "number") if k in token.tags), "")
        if token.text in ("ke", "item") or (kind == "finding" and token.text in ("masalah", "masalahnya")):
            kind = ""
        end = at + 1
        while kind and end < len(waiting) and end < at + 3 and "number" in waiting[end].tags:
            end += 1
        numbered = end < len(waiting) and (
            "digits" in waiting[end].tags
            or ("roman" in waiting[end].tags and kind in ("chapter", "page"))
            or (kind == "chapter" and _ROMAN.fullmatch(waiting[end].text) is not None)
            or (kind == "chapter" and NUMBERS.get(waiting[end].text, 0) > 0)
        )
        if kind and numbered:
            word = waiting[end].text
            value = waiting[end].value or (str(NUMBERS[word]) if word in NUMBERS else word)
            yield _Token(f"{kind} {value}", frozenset({_PLACES[kind]}), value)
            at = end + 1
            while (
                kind == "table"
                and at + 1 < len(waiting)
                and waiting[at].text in ("dan", "and")
                and "digits" in waiting[at + 1].tags
            ):
                yield _Token("table", frozenset({"place:table"}), waiting[at + 1].value)
                at += 2
            continue
        if "digits" in token.tags and token.text.startswith("#"):
            yield _Token(token.text, frozenset({"place:finding"}), token.value)
        else:
            yield token
        at += 1


_PLACES = {
    "table": "place:table",
    "page": "place:page",
    "chapter": "place:bab",
    "finding": "place:finding",
    "number": "place:finding",
}


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """The sentence as a whole, then cut before what may be a reason, the longest first part first."""
    because = [
        m for m in re.finditer(r"[^\W\d_]+", text) if SPOKEN.get(m[0].casefold(), m[0].casefold()) in BECAUSE - _WEAK
    ]
    if because and because[0].start():
        yield text[: because[0].start()], text[because[0].start() :]
        return
    yield text, ""
    for mark in reversed(list(_MARKS.finditer(text))):
        yield text[: mark.start()], text[mark.end() :]


_WEAK = frozenset("for as since dengan alasannya mengingat".split())


def _scope(said: _Said, stands: bool = True) -> Filter:
    """The findings that the words name."""
    families = tuple(
        dict.fromkeys(tag[5:] for token in said.tokens for tag in sorted(token.tags) if tag.startswith("kind:"))
    )
    severities = tuple(
        dict.fromkeys(Severity(tag[9:]) for token in said.tokens for tag in token.tags if tag.startswith("severity:"))
    )
    if families:
        # "Kesalahan jumlah", "percentage errors": the kind says all, the other word only that it is one.
        severities = tuple(s for s in severities if s is not Severity.ERROR)
    found = tuple(
        dict.fromkeys(Stand(tag[6:]) for token in said.tokens for tag in sorted(token.tags) if tag.startswith("stand:"))
    )
    return Filter(
        severities,
        families,
        tuple(value.casefold() for value in said.values("place:table")),
        next((f"bab {value}" for value in said.values("place:bab")), ""),
        found if stands else tuple(stand for stand in found if stand is Stand.OPEN),
        small=said.has("small"),
    )


def wavers(text: str) -> bool:
    """Whether it is weighed, supposed, reported or left open: "mungkin", "kalau", "kata OPD", "or"."""
    doubts = [word for word, which in tags().items() if which & {"hedge", "or", "verdict_question"}]
    said = {_unshortened(word) for word in re.findall(r"[\w']+", text.casefold())}
    # Only slips of the hand here: "pagunya" is near to "bagusnya" and has nothing to do with it.
    return any(word == doubt or (len(word) > 4 and slipped(word, doubt)) for word in said for doubt in doubts)


def names_findings(text: str) -> bool:
    """Whether it holds nothing but words of the conversation itself: kinds, tables, numbers, places, small words."""
    said = _said(text)
    return not any(token.tags == {"unknown"} for token in said.tokens)


# What is no wish


def _undecided(text: str, asked: bool) -> Doubt | None:
    """A verdict that is spoken of but not given: weighed, supposed, asked about, or one of two."""
    region = _said(next(_parted(text))[0])
    verdicts = {name for token in region.tokens for name in _VERDICTS if name in token.tags}
    given = [token for token in region.tokens if token.tags & set(_VERDICTS)]
    if not given:
        return None
    weighed = region.has("hedge", "verdict_question")
    either = len(verdicts) > 1 and (region.has("or") or asked or any(t.text in ("apa", "what") for t in region.tokens))
    if not (weighed or either):
        return None
    if region.tokens[0].text in ("catatan", "note") or not region.tokens[0].tags - {"unknown"}:
        return None if not (weighed or either) else Doubt((Intent.ACCEPT, Intent.REJECT), several=True)
    return Doubt((Intent.ACCEPT, Intent.REJECT), several=True)


def _half(said: _Said) -> bool:
    """A sentence that breaks off: "accept all of", "catat semua yang"."""
    last = said.tokens[-1]
    return (
        len(said.tokens) > 1
        and last.text in _OPEN_ENDED
        and (said.has("all") or said.has("only") or said.has("go") or said.has("finding"))
        and not (said.has("go", "again") and last.text == "ke" and len(said.tokens) > 2)
    )


_OPEN_ENDED = frozenset(
    "yang di of in on from the dari pada untuk tabel table kecuali except and dan with ke to for".split()
)


# Wishes


def _bulk(said: _Said, tail: str, asked: bool) -> Heard | None:
    """ "Terima semua di tabel 3.5", "semua info nanti", "tolak semua salah ketik karena …"."""
    verdicts = {name for token in said.tokens for name in _VERDICTS if name in token.tags}
    plural = said.has("all") or any(token.text in ("yang", "ones", "those", "these", "them") for token in said.tokens)
    if len(verdicts) != 1 or not plural or any(token.text in _THIS for token in said.tokens):
        return None
    around = ("none",) if verdicts == {"reject"} else ()
    if not said.only("fill", "all", "finding", "scope", "wrong", "to", "mark", "as", "small", *around, *_VERDICTS):
        return None
    verdict = next(iter(verdicts))
    rest = _Said([token for token in said.tokens if verdict not in token.tags])
    scope = _scope(rest, stands=False)
    if not scope or (rest.has("wrong") and scope == Filter((Severity.ERROR,)) and not said.has("all")):
        return None
    reason = re.sub(r"^[\s,;:.\-–—(]+|[\s)]+$", "", tail)
    if reason and _takes_back(reason):
        return None
    return Heard(Intent.ALIKE, _without_because(reason), not asked, every=_VERDICTS[verdict], scope=scope)


_THIS = frozenset("ini itu this that it it's that's".split())
"""What points at the finding in hand: then not several are meant."""


def _takes_back(reason: str) -> bool:
    """Whether what follows may turn the answer: "…, kecuali tabel 3.5", "… tapi jangan"."""
    first = _said(reason).tokens[:1]
    turning = {
        "tapi",
        "tetapi",
        "namun",
        "but",
        "kecuali",
        "except",
        "unless",
        "jangan",
        "don't",
        "melainkan",
        "selain",
    }
    return bool(first) and (
        first[0].text in turning or bool({"kecuali", "except"} & {t.text for t in _said(reason).tokens})
    )


def _without_because(reason: str) -> str:
    from reviewer.reviewing.hearing import reason_of

    return reason_of(reason)


def _judging(said: _Said, text: str) -> Heard | None:
    """A verdict said with none but small words: "masukin ke catatan", "i agree with this one", "yes, fixed by them"."""
    marks = list(re.finditer(r"[,;:]|\.(?=\s)|\s[-–—]\s", text))
    clause, then = (text[: marks[-1].start()], text[marks[-1].end() :]) if marks else ("", "")
    if (
        marks
        and (before := _said(clause)).tokens
        and before.has("wrong")
        and before.only("fill", "wrong", "truly", "finding")
    ):
        heard = _judging(_said(then), then) if _said(then).tokens else None
        return heard if heard and heard.intent is Intent.ACCEPT else None
    if (faulted := _faulted(said, text)) is not None:
        return faulted
    if (
        said.tokens[0].text in ("jadikan", "put", "masukkan", "masukin")
        and said.has("notes")
        and not text.endswith("?")
    ):
        return Heard(Intent.ACCEPT) if said.only("mark", "notes", "fill", "as", "to", "finding", "accept") else None
    verdicts = {name for token in said.tokens for name in _VERDICTS if name in token.tags}
    if len(verdicts) != 1 or text.endswith("?") or said.has("all", "alike", "hedge", "or"):
        return None
    if said.tokens[0].text in _INQUIRING:
        return None
    verdict = next(iter(verdicts))
    around = {"accept": ("notes", "as", "to", "mark", "truly"), "fixed": ("already", "author", "mark", "as")}.get(
        verdict, ()
    )
    if any(token.text in ("agree", "setuju", "sependapat") for token in said.tokens):
        around = (*around, "wrong")
    if not said.only("fill", "finding", verdict, *around):
        return None
    if any(
        token.text in ("yang", "ones", "those", "them", "dan", "and", "dulu", "ada") for token in said.tokens
    ) and not (any(token.text in _THIS for token in said.tokens)):
        return None
    return Heard(_VERDICTS[verdict])


_INQUIRING = frozenset("have has had did do does is are was were apakah sudahkah".split())
"""A sentence that opens with one of these asks, with or without its mark: "have they fixed it"."""


def _faulted(said: _Said, text: str) -> Heard | None:
    """ "Iya ini memang salah catat": that it is wrong, then the verdict, and no mark between them."""
    verdicts = [i for i, token in enumerate(said.tokens) if "accept" in token.tags]
    wrongs = [i for i, token in enumerate(said.tokens) if "wrong" in token.tags]
    affirmed = any(
        token.text in ("iya", "ya", "yes", "memang", "betul", "benar", "jelas", "ini", "this", "it's", "that's")
        for token in said.tokens[:3]
    )
    if len(verdicts) != 1 or not wrongs or wrongs[-1] > verdicts[0] or not affirmed or text.endswith("?"):
        return None
    if said.has("all", "alike", "hedge", "or") or said.tokens[0].text in ("eh", "ups", "oops"):
        return None
    return Heard(Intent.ACCEPT) if said.only("fill", "finding", "accept", "wrong", "truly") else None


def _explaining(said: _Said, text: str) -> Heard | None:
    """ "Kenapa ini dianggap salah", "why is this flagged"."""
    asks = any(t.text in ("kenapa", "mengapa", "why", "kok", "jelaskan", "explain") for t in said.tokens)
    return Heard(Intent.WHY) if asks and said.only("why", "called", "fill", "wrong", "finding") else None


def _filtering(said: _Said, text: str) -> Heard | None:
    """ "Hanya kesalahan di tabel 3.5", "daftar temuan yang masih terbuka", "lihat yang persentasenya salah"."""
    if re.search(r"\b(?:dari|di) ?mana\b", text.casefold()):
        return None
    scoped = _Said(
        [t for t in said.tokens if not (t.tags & {"show", "only"} and not any(x.startswith("kind:") for x in t.tags))]
    )
    if said.has("only") and scoped.has("all") and not _scope(scoped):
        return None
    if not said.only("fill", "show", "only", "all", "finding", "scope", "wrong", "filter", "to", "small", "already"):
        return None
    if said.tokens[0].text in ("daftar", "list") and said.has("all") and not _scope(_Said(said.tokens[1:])):
        return Heard(Intent.LIST, "semua")
    # "Open" opens and is open: the first word is what is to be done.
    start = next((i for i, t in enumerate(said.tokens) if t.text not in _POLITE), 0)
    rest = _Said([t for i, t in enumerate(said.tokens) if not (i == start and t.tags & {"show", "only", "filter"})])
    scope = _scope(rest)
    if not scope:
        return None
    listed = said.tokens[start].text in ("daftar", "list", "sebutkan", "apa", "mana", "what")
    restricted = said.tokens[-1].text in ("saja", "aja") and not listed and not said.has(*_VERDICTS)
    if (said.has("only", "filter") or restricted) and not listed:
        return Heard(Intent.ONLY, "", scope=scope)
    if any(token.text in ("apa", "mana", "what", "which") for token in said.tokens) and not said.has(
        "wrong", *_VERDICTS
    ):
        return Heard(Intent.LIST, "", scope=scope)
    if said.tokens[start].tags & {"show"} or listed:
        alone = scope == Filter(tables=scope.tables) or scope == Filter(chapter=scope.chapter)
        if (
            alone
            and not said.has("finding", "wrong", "all")
            and not any(t.text in ("yang", "ones") for t in said.tokens)
        ):
            return None
        return Heard(Intent.LIST, "", scope=scope)
    if said.has("finding") or (said.tokens[start].text == "yang" and not said.has(*_VERDICTS)):
        return Heard(Intent.LIST, "", scope=scope)
    asks = any(token.text in ("apa", "mana", "what", "which") for token in said.tokens)
    if scope.stands and asks and said.tokens[start].text == "yang" and not text.startswith(("apa", "mana")):
        return Heard(Intent.LIST, "", scope=scope)
    named = (
        bool(scope.severities) + bool(scope.families) + bool(scope.tables) + bool(scope.chapter) + bool(scope.stands)
    )
    if named > 1 and not said.has(*_VERDICTS) and not any(token.text in _THIS for token in said.tokens):
        return Heard(Intent.LIST, "", scope=scope)
    return None


def _headed(text: str) -> str:
    """The word for a heading spelt right and in front: "to the headng Penutup", "take me to the Penutup section"."""
    behind = re.fullmatch(
        r"(.*\b(?:to|open|show)) (?:the )?(.+?) (?:section|heading|chapter)(?: please| pls)?[.!]?", text, re.I
    )
    if behind:
        return f"{behind[1]} bagian {behind[2]}"
    for found in re.finditer(r"[^\W\d_]{4,}", text):
        word = _token(_unshortened(found[0].casefold()))
        if "section" in word.tags:
            return f"{text[: found.start()]}{word.text}{text[found.end() :]}"
    return text


_POLITE = frozenset("tolong mohon coba please bisa can you could saya mau ingin i want to ok oke baik iya ya".split())


def _clearing(said: _Said, text: str) -> Heard | None:
    """ "Tampilkan semuanya lagi", "hapus saringan"."""
    removed = said.has("off") and said.has("filter")
    everything = said.has("all") and said.has("show", "again") and not said.has("undo_")
    if not (removed or everything):
        return None
    if not said.only("fill", "show", "all", "again", "finding", "off", "filter", "to", "go"):
        return None
    if not removed and said.has("off"):
        return None
    if any(token.text in ("batalkan", "cancel", "undo") for token in said.tokens) and not removed:
        return None
    return Heard(Intent.EVERYTHING)


def _going(said: _Said, text: str) -> Heard | None:
    """ "Loncat ke temuan no 45", "buka hal 14", "ke tabel 6", "go to bab 2", "lompat ke bagian realisasi anggaran"."""
    places = [t for t in said.tokens if any(tag.startswith("place:") for tag in t.tags)]
    text = _headed(text)
    heading = _HEADING.search(text)
    if heading and not places:
        before = _said(text[: heading.start()])
        if before.tokens and before.only("go", "to", "show", "fill") and before.has("go", "to", "show"):
            return Heard(Intent.GO, re.sub(r"(?:\s+(?:dong|ya|deh|please|pls))+\s*$", "", heading[0].strip(" ?.!")))
        return None
    lone = [t for t in said.tokens if "digits" in t.tags]
    if len(places) + len(lone) != 1 or not said.only(
        "go", "to", "show", "fill", "digits", "finding", "again", "number", *(tag for t in places for tag in t.tags)
    ):
        return None
    if lone:
        number = lone[0].value
        going = said.has("go", "to") and not said.has("page", "chapter")
        return Heard(Intent.GO, number) if going and number.isdecimal() else None
    place = places[0]
    kind = next(tag for tag in place.tags if tag.startswith("place:"))
    if kind == "place:finding":
        return Heard(Intent.GO, place.value) if place.value.isdecimal() else None
    if any(t.text in ("apa", "what", "mana") for t in said.tokens) or (said.has("finding") and kind == "place:table"):
        return None
    named = {"place:table": "tabel", "place:page": "hal", "place:bab": "bab"}[kind]
    return Heard(Intent.GO, f"{named} {place.value}")


def _showing(said: _Said, text: str) -> Heard | None:
    """ "Show me the row", "lihat di drafnya": the place of the finding in hand."""
    rows = [t for t in said.tokens if "row" in t.tags or t.text == "tabel"]
    if not rows or not said.has("show", "go"):
        return None
    return Heard(Intent.SHOW) if said.only("show", "fill", "row", "table", "to", "go", "finding", "wrong") else None


def _ordering(said: _Said, text: str) -> Heard | None:
    """ "Urutkan menurut letak", "sort by kind", "yang terbesar dulu"."""
    if not said.only(
        "sort",
        "by",
        "fill",
        "finding",
        "to",
        "by_place",
        "by_kind",
        "by_worth",
        "by_rupiah",
        "show",
        "wrong",
        "all",
        "again",
    ):
        return None
    ways = {way: said.count(way) for way in ("by_place", "by_kind", "by_worth") if said.has(way)}
    first = any(t.text in ("dulu", "duluan", "first") for t in said.tokens) or said.tokens[0].text in (
        "mulai",
        "start",
        "begin",
    )
    if not (said.has("sort") or (first and any(t.text in _SUPERLATIVE for t in said.tokens))):
        return None
    named = [t for t in said.tokens if t.tags & {"by_place", "by_kind", "by_worth"} and "sort" not in t.tags]
    meant = {w[3:] for t in named for w in t.tags if w in ways}
    if any(
        t.text in ("letak", "posisi", "halaman", "place", "page", "position", "tempat", "location", "lokasi")
        for t in named
    ):
        meant = {"place"}
    if any("by_rupiah" in t.tags for t in said.tokens) and meant == {"worth"}:
        meant = {"rupiah"}
    if not meant:
        return Heard(Intent.ORDER) if said.has("sort") and len(said.tokens) < 3 else None
    return Heard(Intent.ORDER, meant.pop()) if len(meant) == 1 else None


_SUPERLATIVE = frozenset(
    "terbesar biggest largest besar gede paling material penting terpenting important terberat berat parah serius".split()
)


def _folding(said: _Said, text: str) -> Heard | None:
    """ "Batas materialitas 10 juta", "lipat yang di bawah 1 juta", "matikan batas materialitas"."""
    amounts = [m for m in _AMOUNT.finditer(text) if any(c.isdigit() for c in m[0])]
    rest = _Said([t for t in _said(_AMOUNT.sub(" ", text)).tokens if t.text not in ("rp", "juta", "jt", "ribu")])
    spoken = rest.has("threshold") and any(
        t.text.startswith("material") or t.text in ("batas", "ambang", "threshold") for t in rest.tokens
    )
    if not rest.only(
        "threshold", "below", "fold", "fill", "finding", "set", "all", "off", "to", "wrong", "small", "by_worth"
    ):
        return None
    if len(amounts) == 1 and (spoken or (rest.has("fold") and rest.has("below"))) and not rest.has("off"):
        return Heard(Intent.THRESHOLD, amounts[0][0].strip())
    if not amounts and spoken and rest.has("off"):
        return Heard(Intent.THRESHOLD, "0")
    return None


def _speaking(said: _Said, text: str) -> Heard | None:
    """ "Ganti ke bahasa Inggris", "switch to Indonesian"."""
    english = any("en" in t.tags and "id" not in t.tags for t in said.tokens)
    indonesian = any("id" in t.tags and t.text not in ("bahasa", "id") for t in said.tokens)
    if english == indonesian or not (said.has("set", "language", "to", "as") or len(said.tokens) == 1):
        return None
    if not said.only("set", "to", "language", "id", "en", "fill", "as"):
        return None
    return Heard(Intent.LANGUAGE, "en" if english else "id")


def _colouring(said: _Said, text: str) -> Heard | None:
    """ "Pakai tema gelap", "light mode please"."""
    wanted = [name for name in ("dark", "light", "contrast") if said.has(name)]
    if len(wanted) != 1 or not (said.has("theme") or said.has("set") or len(said.tokens) <= 2):
        return None
    if not said.only("theme", "set", "to", "fill", "glare", "high", *wanted):
        return None
    return Heard(Intent.THEME, wanted[0])


def _changes(said: _Said, text: str) -> Heard | None:
    """ "Apa yang berubah sejak kemarin", "what's new since last time"."""
    if not said.has("change") or not said.only(
        "change", "since", "when", "ask", "fill", "finding", "show", "by_place", "row"
    ):
        return None
    if not (said.has("when") or (said.has("ask", "show") and len(said.tokens) <= 4)):
        return None
    days = any(t.text in ("kemarin", "yesterday", "semalam", "yesterday's") for t in said.tokens)
    return Heard(Intent.CHANGED, "yesterday" if days else "")


def _exporting(said: _Said, text: str) -> Heard | None:
    """ "Export to Excel", "simpan hasilnya jadi word"."""
    if not said.has("export") or not said.only("export", "result", "as", "format", "fill", "to", "finding", "all"):
        return None
    formats = [t.text for t in said.tokens if "format" in t.tags and t.text != "web"]
    kinds = {FORMATS[name] for name in formats}
    verbs = [t for t in said.tokens if "export" in t.tags]
    plain = {"ekspor", "eksport", "export", "unduh", "download", "cetak", "print", "konversi", "convert"}
    nouns = any("result" in t.tags and "fill" not in t.tags and "finding" not in t.tags for t in said.tokens)
    if len(kinds) > 1 or not (kinds or any(t.text in plain for t in verbs) or nouns):
        return None
    if (
        not kinds
        and any(t.text in ("catatan", "temuan") for t in said.tokens)
        and not any(t.text in plain for t in verbs)
    ):
        return None
    return Heard(Intent.EXPORT, "", form=kinds.pop() if kinds else "")


def _counting(said: _Said, text: str) -> Heard | None:
    """ "Tinggal berapa lagi", "how many left", "sudah sampai mana"."""
    if said.has("overview") and said.only("overview", "show", "fill", "left", "finding"):
        return Heard(Intent.SUMMARY)
    asked = any(
        t.text in ("berapa", "howmany", "how", "many", "sampai", "sejauh", "progress", "progres") for t in said.tokens
    )
    left = any(
        t.text in ("lagi", "sisa", "left", "remaining", "remain", "to_go", "belum_", "sudah_", "mana", "done", "tinggal", "belum",
                   "sudah", "sisanya", "selesai", "far", "progres", "progress", "more")
        for t in said.tokens
    )  # fmt: skip
    return Heard(Intent.SUMMARY) if asked and left and said.only("how_many", "left", "finding", "fill") else None


def _stepping(said: _Said, text: str) -> Heard | None:
    """Forward, back, undo and redo, with whatever small words."""
    if said.has("against") and not said.has("undo"):
        return None
    redone = any(t.text in _UNDONE for t in said.tokens) and said.has("undo", "redo")
    if (
        (said.has("redo") or redone)
        and said.only("redo", "redoing", "undo", "undoing", "fill", "again")
        and not (said.has("redo") and any(t.text in _UNDOES for t in said.tokens))
    ):
        return Heard(Intent.REDO)
    for tag, intent in (
        ("undo", Intent.UNDO),
        ("redo", Intent.REDO),
        ("next", Intent.NEXT),
        ("previous", Intent.BACK),
    ):
        if not said.has(tag):
            continue
        if tag == "previous":
            if said.only("previous", "nexting", "undoing", "fill", "to", "again") and not said.has("next_"):
                return Heard(intent)
            continue
        if tag == "redo" and said.only("redo", "redoing", "fill"):
            return Heard(intent)
        if tag == "undo" and said.only("undo", "undoing", "fill"):
            again = any(t.text in ("pembatalan",) for t in said.tokens)
            return Heard(Intent.REDO if again else intent)
        if (
            tag == "next"
            and said.only("next", "nexting", "fill")
            and not any(t.text in ("besok", "nanti") for t in said.tokens)
        ):
            return Heard(intent)
    return None


_UNDONE = frozenset("dibatalkan dibatalin pembatalan undone".split())
_UNDOES = frozenset("batalkan batalin undo cancel revert urungkan tarik cabut".split())


def _leaving(said: _Said, text: str) -> Heard | None:
    """ "Udah dulu ya, keluar", "lanjut besok"."""
    if not said.only("leave", "leaving", "fill", "next"):
        return None
    words = {t.text for t in said.tokens}
    later = {"besok", "tomorrow"} & words and ("lanjut" in words or "lagi" in words or "nanti" in words)
    enough = {"sudah", "dulu"} <= words and len(
        words - {"sudah", "dulu", "ya", "deh", "ok", "oke", "hari", "ini", "segitu"}
    ) == 0
    done = "done" in words and bool({"i'm", "today", "all"} & words)
    return Heard(Intent.QUIT) if said.has("leave") or later or enough or done else None
