"""A question about the figures of a draft: words of two languages in, what is asked out."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reviewer.model import Figure, Spot
from reviewer.reviewing.asking.measures import Kind, Measure
from reviewer.reviewing.asking.vocabulary import (
    ABOVE,
    ABSENT,
    AVERAGE,
    BELOW,
    COLUMN,
    COMPARE,
    COUNT,
    DIFFERENCE,
    FILLING,
    GREATEST,
    INCLUSIVE,
    INTERROGATIVE,
    KINDS,
    LEAST,
    MEASURES,
    MONEY,
    NAMED,
    PERCENT,
    SHARE_OF,
    SHORT,
    SUM,
    UNCHECKED,
    UNITS,
    WHERE,
    WHY,
    known_words,
)
from reviewer.understanding.numbers import figures_in


class Asked(StrEnum):
    """What is to be done with the figures."""

    VALUE = "value"
    SUM = "sum"
    AVERAGE = "average"
    COMPARE = "compare"
    LIMIT = "limit"
    """Which are below or above a limit."""
    EXTREME = "extreme"
    LIST = "list"
    """The figure of each row of a kind."""
    COUNT = "count"
    SHARE = "share"
    """How much of the total."""
    WHERE = "where"
    WHY = "why"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Within:
    """The thing whose rows are asked for, by number or by name."""

    kind: Kind
    number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, as far as the words say."""

    asked: Asked
    text: str
    """As typed."""
    measures: tuple[Measure, ...] = ()
    kind: Kind | None = None
    number: str = ""
    """The number of the thing: "program 5"."""
    things: tuple[str, ...] = ()
    """Words left that may name rows; several where the question sets them against each other."""
    exact: bool = False
    """The thing stands in quotation marks."""
    within: Within | None = None
    """What the rows lie in: "kegiatan di program 6"."""
    money: bool = False
    """Rupiah are asked for: "realisasi anggaran"."""
    percent: bool = False
    """A percentage is asked for, of which no more is said."""
    tables: tuple[str, ...] = ()
    """Numbers of tables."""
    sources: tuple[str, ...] = ()
    """Tables named by what they are: "pk", "rkt"."""
    years: tuple[int, ...] = ()
    figures: tuple[Figure, ...] = ()
    """Figures that the question quotes."""
    limit: Decimal | None = None
    below: bool = False
    inclusive: bool = False
    greatest: bool = True
    many: int = 1
    """How many extremes are asked for."""
    share: bool = False
    """A percentage is spoken of beside what was spent: of money it is the absorption."""
    column: bool = False
    """A whole column is spoken of."""


_NOWHERE = Spot(0)
_QUARTER = re.compile(r"\b(triwulan|tw|quarter|q) ?-?(?:ke-?)? ?([1-4]|i{1,3}|iv)\b")
_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
_TABLE = re.compile(r"\b(?:tabel|table|tbl|tabl|tabe)\.?\s*(?:nomor|no\.?|ke-?|number)?\s*(\d+(?:[.\-]\d+)*[a-z]?)\b")
_QUOTED = re.compile(r"[\"“”«]([^\"“”«»]{3,})[\"“”»]")
_YEAR = re.compile(r"\b(?:20[0-4]\d|199\d)\b(?![.,]\d)")
_AMOUNT = re.compile(
    r"(?:rp\.?\s*)?\d+(?:[.,]+\d+)*(?:\s*(?:%|persen|percent|ribu|juta|jt|miliar|milyar|triliun|thousand|million|billion)\b|%)?"
)
_ENGLISH_SCALE = {"percent": "%", "jt": "juta", "thousand": "ribu", "million": "juta", "billion": "miliar"}


def read_question(utterance: str, own_words: Collection[str] = ()) -> Question | None:
    """What an utterance asks of the figures; None where it is no such question.

    `own_words` are words of the draft, which are never taken for misspelt ones of ours.
    """
    text = re.sub(r"\b([a-z]{3,})2\b", r"\1-\1", " ".join(utterance.casefold().replace("’", "'").split()))
    text = _QUARTER.sub(lambda found: f"triwulan {_ROMAN.get(found[2], found[2])}", text)
    text = re.sub(r"(?<=\d)'s\b", "", text)
    quoted = tuple(match[1].strip() for match in _QUOTED.finditer(text))
    rest = _QUOTED.sub(" ", text)
    tables = tuple(dict.fromkeys(_TABLE.findall(rest)))
    rest = _TABLE.sub(" tabel ", rest)
    years = tuple(dict.fromkeys(int(year) for year in _YEAR.findall(rest)))
    rest = _YEAR.sub(" ", rest)
    written = tuple(_AMOUNT.findall(rest))
    words = _words(_AMOUNT.sub(_placed, rest), own_words)
    said = set(words)

    of, number, written = _number_of_thing(words, written)
    figures = tuple(figure for amount in written for figure in _figure(amount))
    named = _NOUNS & set(own_words)
    asked = _asked([word for word in words if word not in named], figures, bool(quoted))
    if asked in _NUMBERLESS and not number and len(written) == 1 and _CODE.fullmatch(written[0].strip()):
        number, written, figures = written[0].strip(), (), ()
    if asked in _NUMBERLESS and figures:
        # A number that plays no part in the question was not understood: better no answer.
        return None
    measures = _measures(words)
    kinds = _kinds(words)
    things = quoted or _things(words, asked, named)
    if asked is None and measures and (number or (things and (tables or years or text.endswith("?")))):
        asked = Asked.VALUE
    within = None
    if len(kinds) > 1 and kinds[1] != kinds[0] and (things or of == kinds[1]):
        within = Within(kinds[1], number if of == kinds[1] else "", "" if of == kinds[1] else " ".join(things))
        number, things = ("", things) if of == kinds[1] else (number, ())
    elif len(set(kinds)) == 2 and number and of == kinds[0]:
        # "Di program 1 kegiatan mana …": what bears the number holds what is asked for.
        within, kinds, number = Within(kinds[0], number), kinds[1:], ""
    elif asked in _OF_ROWS and number and of:
        within, kinds, number = Within(of, number), (), ""
    kind = kinds[0] if kinds else None
    if asked is Asked.VALUE and kind and measures and not (number or things or said & SUM) and _each(words):
        asked = Asked.LIST
    if asked is Asked.VALUE and len(years) == 2 and len(measures) == 1 and not number:
        asked = Asked.COMPARE
    if asked is Asked.COMPARE and said & (GREATEST | LEAST | AVERAGE):
        return None
    mentioned = (
        asked in (None, Asked.VALUE) and said & _MENTIONED and len(things) == 1 and not (measures or number or kinds)
    )
    if mentioned:
        asked = Asked.WHERE
    if asked is None or not _about_figures(asked, words, measures, kind, things, bool(tables or years), figures):
        return None
    percent = bool(said & PERCENT) or any(figure.percent for figure in figures)
    if asked in (Asked.LIMIT, Asked.SHARE) and percent | (asked is Asked.SHARE) and _spent(measures) and not said & SUM:
        measures = (Measure.ABSORPTION,)
    share = percent and _spent(measures)
    if share and asked in (Asked.VALUE, Asked.EXTREME, Asked.AVERAGE, Asked.LIST) and not things:
        measures = (Measure.ABSORPTION,)
    return Question(
        asked,
        utterance.strip(),
        measures,
        kind,
        number,
        things,
        bool(quoted or mentioned),
        within,
        _of_money(words),
        percent and not measures and asked is not Asked.SHARE,
        tables,
        tuple(dict.fromkeys(NAMED[word] for word in words if word in NAMED)),
        years,
        figures,
        figures[0].value if asked is Asked.LIMIT and figures else None,
        below=bool(said & BELOW),
        inclusive=bool(said & INCLUSIVE),
        greatest=not said & LEAST,
        many=_many(figures) if asked is Asked.EXTREME else 1,
        share=share,
        column=bool(said & COLUMN),
    )


_NUMBERLESS = (Asked.VALUE, Asked.SUM, Asked.AVERAGE, Asked.COMPARE, Asked.COUNT, Asked.SHARE)
"""Questions in which no amount stands."""
_OF_ROWS = (Asked.AVERAGE, Asked.LIMIT, Asked.EXTREME)
"""Questions about several rows: a thing with a number is what they lie in."""
_NOUNS = frozenset("penurunan kenaikan peningkatan".split())
"""Words of comparing that indicators are named with as well: where the draft's tables have them, they are names."""
_MENTIONED = frozenset("disebut disebutkan muncul tertulis mentioned appear appears occurs".split())
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2})+")


def _each(words: list[str]) -> bool:
    """ "Anggaran per sasaran", "realisasi setiap program": a figure of each; of one thing there would be its name."""
    return any(
        word in ("per", "setiap", "tiap", "each", "every", "masing", "masing-masing", "semua", "all")
        or (word in KINDS and index > 0 and words[index - 1] not in ("berapa", "apa"))
        for index, word in enumerate(words)
    )


def _kinds(words: list[str]) -> tuple[Kind, ...]:
    found: list[Kind] = []
    for index, word in enumerate(words):
        if (kind := KINDS.get(word)) is not None:
            found.append("sub kegiatan" if kind == "kegiatan" and words[index - 1 : index] == ["sub"] else kind)
    return tuple(found)


def _spent(measures: tuple[Measure, ...]) -> bool:
    """Whether a percentage of these is an absorption: what was spent, of what there was."""
    return bool(measures) and Measure.REALISATION in measures and set(measures) <= {Measure.REALISATION, Measure.BUDGET}


def _of_money(words: list[str]) -> bool:
    pairs = set(zip(words, words[1:], strict=False))
    return any(
        (MEASURES.get(a) is Measure.REALISATION and b in MONEY)
        or (a == "budget" and MEASURES.get(b) is Measure.REALISATION)
        for a, b in pairs
    )


def _placed(match: re.Match[str]) -> str:
    return " # "


def _words(text: str, own_words: Collection[str]) -> list[str]:
    """The words with clitics taken off, short forms written out and slips of the keyboard put right."""
    known = known_words()
    found: list[str] = []
    for raw in re.findall(r"#|[<>]=?|[a-z]+(?:[-'][a-z]+)*", _phrases(text)):
        word = SHORT.get(raw, raw)
        if word not in known:
            word = _stem(word, known)
        if word not in known and word not in own_words and raw not in own_words:
            word = _nearest(word, known)
        found += word.split("_") if word not in known else [word]
    return found


def _phrases(text: str) -> str:
    """Phrases of several words that mean one thing, as one word."""
    for pattern, word in _JOINED:
        text = pattern.sub(f" {word} ", text)
    return text


_JOINED = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), word)
    for pattern, word in (
        (r"di ?mana(?: saja| aja)?|dmn(?: aja| saja)?|in which places?", "dimana"),
        (r"rata[- ]rata(?:nya)?", "rerata"),
        (r"(?:paling|ter) ?(?:besar|tinggi|banyak)(?:nya)?", "terbesar"),
        (r"(?:paling|ter) ?(?:kecil|rendah|sedikit)(?:nya)?|terendah(?:nya)?", "terkecil"),
        (r"at least|minimal|setidaknya", "sedikitnya"),
        (
            r"(?:ku?rang|lebih rendah|less|lower|fewer) (?:dari|dr|drpd|daripada|than)|di ?bawah|dbawah|belum mencapai|"
            r"tidak mencapai|under|below",
            "dibawah",
        ),
        (
            r"(?:lebih|lbh|lebih tinggi|more|higher|greater) (?:dari|dr|drpd|daripada|than)|di ?atas|melebihi|above|over|"
            r"exceeds?|exceeding",
            "diatas",
        ),
        (
            r"(?:belum|blm|tidak|tdk|tak|not|never|un) ?(?:yet |been |ada )?"
            r"(?:di ?periksa|di ?cek|terperiksa|dihitung|diverifikasi|checked|verified|examined|covered)",
            "unchecked",
        ),
        (r"(?:berapa|brp) (?:banyak|bnyk|jumlah)|ada (?:berapa|brp)|how many|number of", "howmany"),
        (
            r"(?:berapa|brp) (?:persen|prosen)(?:nya|kah)?|how (?:much|many) percent|"
            r"what (?:share|percentage|percent|proportion)",
            "sharewhat",
        ),
        (r"left (?:of|in|from|over|for)", "sisa"),
        (r"how much", "berapa"),
        (r"direct (?:spending|expenditure)", "belanja langsung"),
        (r"indirect (?:spending|expenditure)", "belanja tidak langsung"),
    )
)


def _stem(word: str, known: Collection[str]) -> str:
    for ending in ("nya", "kah", "lah", "an", "kan", "s"):
        stem = word.removesuffix(ending)
        if stem != word and stem in known:
            return stem
    return word


def _nearest(word: str, known: Collection[str]) -> str:
    """The known word that differs by a slip or two; the word itself where none or several do."""
    if len(word) < 5:
        return word
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < 8 else 2
    near = sorted(
        (OSA.distance(word, other, score_cutoff=allowed), other)
        for other in known
        if len(other) > 4 and abs(len(other) - len(word)) <= allowed
    )
    near = [pair for pair in near if pair[0] <= allowed]
    if near and (len(near) == 1 or near[0][0] < near[1][0]):
        return near[0][1]
    return word


def _figure(amount: str) -> tuple[Figure, ...]:
    text = amount.strip()
    for english, ours in _ENGLISH_SCALE.items():
        text = re.sub(rf"\b{english}\b", ours, text)
    return tuple(figures_in(text.replace("persen", "%"), _NOWHERE))[:1]


def _number_of_thing(words: list[str], written: tuple[str, ...]) -> tuple[Kind | None, str, tuple[str, ...]]:
    """The kind and number of "program 5", and the amounts that are left."""
    at = -1
    for index, word in enumerate(words):
        if word != "#":
            continue
        at += 1
        before = words[index - 1] if index else ""
        if before in ("nomor", "ke", "number", "no") and index > 1:
            before = words[index - 2]
        if before in KINDS and re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*", written[at].strip()):
            return KINDS[before], written[at].strip(), written[:at] + written[at + 1 :]
    return None, "", written


def _asked(words: list[str], figures: tuple[Figure, ...], quoted: bool) -> Asked | None:
    said = set(words)
    if said & UNCHECKED:
        return Asked.UNCHECKED
    if said & WHY and figures:
        return Asked.WHY
    if said & WHERE and (figures or quoted) and not said & ABSENT:
        return Asked.WHERE
    if said & (BELOW | ABOVE | INCLUSIVE) and figures:
        return Asked.LIMIT
    if said & (COMPARE | DIFFERENCE):
        return Asked.COMPARE
    if said & (GREATEST | LEAST):
        return Asked.EXTREME
    if said & AVERAGE:
        return Asked.AVERAGE
    if said & SHARE_OF:
        return Asked.SHARE
    if said & COUNT or (words and words[0] == "jumlah" and said & set(KINDS) and not _measures(words)):
        return Asked.COUNT
    if not _measures(words) and _counts(words):
        return Asked.COUNT
    if said & SUM:
        return Asked.SUM
    if said & INTERROGATIVE:
        return Asked.VALUE
    return None


def _counts(words: list[str]) -> bool:
    """ "Berapa program", "berapa sub kegiatan di program 2", but not "berapa program 2"."""
    for index, word in enumerate(words):
        after = words[index + 1 : index + 3]
        if word == "berapa" and after[:1] == ["sub"]:
            after = words[index + 2 : index + 4]
        if word == "berapa" and after and after[0] in KINDS and after[1:] != ["#"]:
            return True
    return False


def _measures(words: list[str]) -> tuple[Measure, ...]:
    """The measures that are named, in their order. "Realisasi anggaran" is one, and so is "serapan anggaran"."""
    found: list[Measure] = []
    for index, word in enumerate(words):
        measure = MEASURES.get(word)
        if measure is None:
            continue
        before = MEASURES.get(words[index - 1]) if index else None
        after = MEASURES.get(words[index + 1]) if index + 1 < len(words) else None
        if measure is Measure.BUDGET and Measure.BUDGET not in (before, after) and (before or _english(word, after)):
            if before is Measure.ACHIEVEMENT:
                found[-1] = Measure.ABSORPTION
            continue
        found.append(measure)
    return tuple(dict.fromkeys(found))


def _english(word: str, after: Measure | None) -> bool:
    """ "Budget realisation", "budget absorption": the second word is what is meant."""
    return word == "budget" and after is not None


def _things(words: list[str], asked: Asked | None, named: Collection[str]) -> tuple[str, ...]:
    """What is left when every word of ours is taken away, cut where two things are set against each other."""
    known = known_words() - set(named)
    parts: list[list[str]] = [[]]
    for index, word in enumerate(words):
        if word == "kinerja" and MEASURES.get(words[index - 1] if index else "") in (
            Measure.ACHIEVEMENT,
            Measure.TARGET,
        ):
            continue
        if word in ("dengan", "vs", "versus", "against", "with") and asked is Asked.COMPARE:
            parts.append([])
        elif word == "dan" or word == "and":
            parts[-1].append("dan")
        elif word not in known and word != "#" and not _unit(words, index):
            parts[-1].append(word)
    joined = (" ".join(part).removeprefix("dan ").removesuffix(" dan").strip() for part in parts)
    return tuple(part for part in joined if part and part != "dan")


def _unit(words: list[str], index: int) -> bool:
    """Whether a word is the unit of what is asked for: "berapa orang", "how many people"."""
    return words[index] in UNITS and bool({"berapa", "howmany"} & set(words[max(index - 1, 0) : index + 2]))


def _many(figures: tuple[Figure, ...]) -> int:
    """ "Tiga terbesar" as a numeral: 1 to 20."""
    small = [
        int(f.value) for f in figures if not f.unit and f.value == f.value.to_integral_value() and 0 < f.value <= 20
    ]
    return small[0] if small else 1


def _about_figures(
    asked: Asked,
    words: list[str],
    measures: tuple[Measure, ...],
    kind: str | None,
    things: tuple[str, ...],
    placed: bool,
    figures: tuple[Figure, ...],
) -> bool:
    """Whether enough is named to look for figures; "berapa lagi?" is not about the draft."""
    said = set(words)
    if asked in (Asked.WHERE, Asked.WHY, Asked.UNCHECKED):
        return True
    if asked is Asked.COUNT:
        return bool(kind or things or (placed and said & {"baris", "row"}))
    if asked is Asked.LIMIT:
        return bool(measures or placed)
    if asked in (Asked.SUM, Asked.AVERAGE, Asked.EXTREME, Asked.COMPARE):
        return bool(measures or placed or (things and (said & COLUMN or asked is Asked.COMPARE)))
    return bool(measures or things or placed) and (bool(measures) or bool(said - FILLING))
