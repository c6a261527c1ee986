"""What an utterance asks for: words of two languages in, an intent out.

A misheard decision is worse than a question: a verdict is taken only from words that say it plainly. Where letters are
wrong, words are left over or a question is put, the intent comes back as not `sure`, and the conversation asks.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from reviewer.reviewing.heard import Doubt, Heard
from reviewer.reviewing.lexicon import (
    AFTER,
    AGAINST,
    ALL_ALIKE,
    ASKING,
    ASKING_OTHERS,
    BECAUSE,
    BEFORE,
    DANGLING,
    DOUBTFUL,
    FALTERING,
    IN_ORDER,
    ITS_FAULT,
    MANY,
    MENDED_BY,
    NO_REASON,
    NUMBERS,
    ONWARD,
    OURSELVES,
    PARTICLES,
    PHRASES,
    QUESTION,
    ROUNDED,
    SAID_TO_NOTE,
    SHORT,
    TURNING,
    WAITING,
    Intent,
)
from reviewer.reviewing.spelling import CONTRACTED, slipped, spoken, unvowelled_of
from reviewer.reviewing.wishes import names_findings, read_wish, wavers

LONGEST = 4000
"""Characters of an utterance that are heard."""
MOST_WORDS = 80
"""Words among which a command is looked for; what follows it is taken whole."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word made plain, and where it ends in the utterance."""

    text: str
    start: int
    end: int


_UNSAID = Doubt((Intent.REJECT, Intent.LATER), several=True)
"""Heard for "jangan catat" and its like: what is meant instead was not said."""
_BY_PHRASE: dict[tuple[str, ...], Intent] = {
    tuple(phrase.split()): intent for intent, phrases in PHRASES.items() for phrase in phrases
}
_DOUBTFUL: dict[tuple[str, ...], tuple[Intent, ...]] = {tuple(k.split()): v for k, v in DOUBTFUL.items()}
_SINGLE: frozenset[str] = frozenset(p[0] for p in (*_BY_PHRASE, *_DOUBTFUL) if len(p) == 1)
_VOCABULARY: tuple[str, ...] = tuple(sorted({word for phrase in (*_BY_PHRASE, *_DOUBTFUL) for word in phrase}))
_KNOWN = frozenset(_VOCABULARY) | BEFORE | AFTER | BECAUSE
_LONGEST_PHRASE = max(map(len, _BY_PHRASE))
_FREE = (Intent.NOTE, Intent.RESPOND, Intent.ADD, Intent.SEARCH, Intent.EXPORT, Intent.GO, Intent.ONLY)
"""What follows these is their object, whatever it is."""
_CLEAR = (Intent.ACCEPT, Intent.REJECT, Intent.LATER, Intent.FIXED, Intent.NOTE, Intent.RESPOND)
"""What opens with these is taken so, whatever else the sentence could be."""
_SOUGHT = re.compile(
    r"^(?:yang |yg )?(?:ada |memuat |menyebut(?:kan)? |berisi |with |containing |mentioning )?(?:the )?"
    r"(?:kata |tulisan |teks |word |words |text )+",
    re.IGNORECASE,
)
"""What may stand before the words that are searched for."""
_NO = re.compile(r"\s*(?:nope,?|(?:no|tidak|gak|nggak|enggak|ga)\s*[,.!])\s+", re.IGNORECASE)
"""A no of its own before a sentence that says why not."""
_AS_LONG = re.compile(r"as (?:long|soon|far|if|well)\b|since when\b", re.IGNORECASE)
"""What begins like a reason and is none."""
_PATH = re.compile(r"[./\\~]")
_LAST_ONE = ("yang", "terakhir", "tadi", "keputusan", "last", "decision")
_LOOSE = (Intent.WHY, Intent.HELP, Intent.SUMMARY, Intent.LIST, Intent.THANKS)
"""What follows these may be left unheard."""


def listen(utterance: str) -> Heard | Doubt:
    """What free words ask for. Slash commands and single keys are not heard here."""
    text = unicodedata.normalize("NFC", utterance)[:LONGEST]
    if text.strip() == "?":
        return Heard(Intent.HELP)
    heard = _opened(text)
    if isinstance(heard, Heard) and heard.sure and _one_for_many(text, heard):
        heard = Doubt((Intent.ALIKE, Intent.LIST))
    if isinstance(heard, Heard) and heard.sure and heard.intent in _CLEAR:
        broken = heard.intent not in (Intent.NOTE, Intent.RESPOND, Intent.REJECT) and _breaks_off(text)
        return Doubt((heard.intent, Intent.LATER)) if broken else heard
    denied = _NO.match(text)
    if denied and isinstance(again := _opened(text[denied.end() :]), Heard) and again.intent is Intent.REJECT:
        return again
    wish = read_wish(text)
    if wish is not None:
        return replace(wish, whole=True) if isinstance(wish, Heard) else wish
    if isinstance(heard, Heard) and heard.intent is Intent.SEARCH:
        return replace(heard, text=_SOUGHT.sub("", heard.text))
    return heard


def _one_for_many(text: str, heard: Heard) -> bool:
    """A verdict about one finding, heard from words that speak of several outside its reason."""
    if heard.intent not in (Intent.ACCEPT, Intent.REJECT, Intent.LATER, Intent.FIXED):
        return False
    spoken = text.replace(heard.text, " ") if heard.text else text
    return any(word.text in MANY for word in _words(spoken))


def _breaks_off(text: str) -> bool:
    """ "Accept the", "catat karena": what follows was not said."""
    words = _words(text)
    return len(words) > 1 and words[-1].text in DANGLING


def _opened(text: str) -> Heard | Doubt:
    """What the words ask for that open an utterance, slips of the keyboard put right."""
    words = _words(text)[:MOST_WORDS]
    sentence = _sentence(text)
    if sentence is not None:
        return sentence
    heard = _read(text, words)
    if (isinstance(heard, Doubt) or not heard.sure) and _asks_whence(words):
        return Heard(Intent.WHY)
    if isinstance(heard, Doubt):
        corrected = _corrected(words)
        if corrected != words:
            again = _read(text, corrected)
            safe = isinstance(again, Heard) and again.sure and _safe_correction(again, words, corrected)
            if isinstance(again, Heard) and (safe or not (heard.several and again.intent.decides)):
                return replace(again, sure=safe)
        return heard if heard.several else Doubt(_nearest(words))
    return heard


def reason_of(text: str) -> str:
    """A reason without the word or mark that opens it: "karena pembulatan" is "pembulatan"."""
    rest = text.strip().lstrip(":,;.-–—").strip()
    opened = 0
    for word in _words(rest):
        if word.text not in BECAUSE | {":", ";"} and not (opened and word.text == "of"):
            break
        opened = word.end
    return rest[opened:].lstrip(":,;.-–— ").strip()


def without_because(text: str) -> str:
    """A reason that was asked for, as typed, but for the conjunction that opens it: the record says "karena" itself."""
    words = _words(text)
    if not words or words[0].start or words[0].text not in ("karena", "because"):
        return text
    last = words[1] if len(words) > 1 and words[1].text == "of" else words[0]
    return text[last.end :].lstrip(" :")


def command_word(text: str) -> Intent | None:
    """The command that a single word is, letter for letter; None for anything longer, which is text where text is asked."""
    if text.strip() == "?":
        return Intent.HELP
    words = _words(text)
    return _BY_PHRASE.get((words[0].text,)) if len(words) == 1 else None


def number_of(text: str) -> int | None:
    """The number that names a finding: "5", "#5", "nomor 5", "kelima", "terakhir" (-1)."""
    found = re.fullmatch(r"(?:(?:nomor|no|number|temuan|finding)\.?\s*)?#?\s*(\d{1,6})\.?", text.strip().casefold())
    if found:
        return int(found[1])
    word = text.strip().casefold().removeprefix("yang ").removeprefix("the ")
    return NUMBERS.get(word, NUMBERS.get(word.removeprefix("ke")))


def affirms(text: str) -> bool:
    """Whether it is a plain yes to a question just put."""
    return [word.text for word in _words(text) if word.text not in ("saja", "please")] in (
        [
            ["ya"],
            ["iya"],
            ["y"],
            ["yes"],
            ["oke"],
            ["ok"],
            ["okay"],
            ["benar"],
            ["betul"],
            ["setuju"],
            ["yakin"],
            ["sure"],
        ]
    )


def denies(text: str) -> bool:
    """Whether it is a plain no to a question just put."""
    words = [word.text for word in _words(text)]
    return words in (
        [["tidak"], ["t"], ["n"], ["no"], ["nope"], ["bukan"], ["jangan"], ["batal"], ["cancel"], ["tidak", "jadi"]]
    )


def _words(text: str) -> list[_Word]:
    found = []
    for match in re.finditer(r"#?\d[\w.,]*|[^\W\d_](?:[\w]|['’\-](?=\w))*|[:;]", text):
        word = match[0].casefold().replace("’", "'")
        word = CONTRACTED.get(word, word)
        found.append(_Word(spoken(SHORT.get(word, word), _KNOWN), match.start(), match.end()))
    return found


def _sentence(text: str) -> Heard | None:
    """Sentences of a known shape that hold a command without opening with it; None for all others."""
    said = text.strip(" .!").casefold()
    clause, comma, then = said.partition(",")
    asked = [word.text for word in _words(then) if word.text not in BEFORE | AFTER]
    if comma and ITS_FAULT.fullmatch(clause.strip()) and " ".join(asked) in SAID_TO_NOTE and not then.endswith("?"):
        return Heard(Intent.ACCEPT, text.partition(",")[0].strip())
    fine = IN_ORDER.fullmatch(" ".join(SHORT.get(word, CONTRACTED.get(word, word)) for word in clause.split()))
    why = _words(text[text.find(",") + 1 :]) if fine and comma else []
    if (
        len(why) > 1
        and not text.rstrip().endswith("?")
        and not {word.text for word in why} & (TURNING | FALTERING | MANY)
    ):
        reason = text.partition(",")[2].strip()
        doubtful = wavers(reason) or why[0].text in AGAINST | ASKING or _turns(text, Intent.REJECT, _words(reason))
        return Heard(Intent.REJECT, reason, sure=not doubtful)
    others = ASKING_OTHERS.fullmatch(" ".join(said.split()))
    if others and not {word.text for word in _words(others["whom"])} & (OURSELVES | AGAINST):
        return Heard(Intent.LATER, text.strip())
    return None


def _asks_whence(words: list[_Word]) -> bool:
    """Whether it ends in "dari mana": where does a figure come from."""
    said = [word.text for word in words]
    while said and said[-1] in AFTER:
        said.pop()
    return said[-2:] == ["dari", "mana"] and not set(said) & (AGAINST | BECAUSE)


def _read(text: str, words: list[_Word]) -> Heard | Doubt:
    """Strip polite words in front, take the longest phrase, weigh what is left."""
    for skipped in range(len(words)):
        front = words[:skipped]
        if front and front[-1].text not in BEFORE:
            break
        found = _phrase(words[skipped:])
        # "ya" is a command of its own and also a word before one: the command that follows wins.
        later = skipped + 1 < len(words) and words[skipped].text in BEFORE and _starts(words[skipped + 1 :])
        if found is not None and not later:
            meaning, length = found
            return _weigh(text, meaning, words[skipped + length - 1], words[skipped + length :])
    if words and words[0].text in BECAUSE:
        return Heard(Intent.REJECT, reason_of(text), sure=False)
    if any(word.text in AGAINST for word in words):
        return _UNSAID
    return Doubt(())


def _starts(words: list[_Word]) -> bool:
    """Whether a command starts here, maybe after more polite words."""
    for word in words:
        if _phrase(words) is not None:
            return True
        if word.text not in BEFORE:
            return False
        words = words[1:]
    return False


def _phrase(words: list[_Word]) -> tuple[Intent | tuple[Intent, ...], int] | None:
    texts = tuple(word.text for word in words)
    for length in range(min(_LONGEST_PHRASE, len(texts)), 0, -1):
        for form in (texts[:length], (*texts[: length - 1], _stem(texts[length - 1]))):
            meaning = _BY_PHRASE.get(form) or _DOUBTFUL.get(form)
            # "Catatannya sudah ada" speaks of a note and writes none.
            if meaning and not (meaning in (Intent.NOTE, Intent.RESPOND) and form != texts[:length]):
                return meaning, length
    return None


def _stem(word: str) -> str:
    """A word without the particle joined to it: "catatlah", "lanjutin"; as it is where that leaves no known word."""
    for ending in ("lah", "kan", "kah", "pun", "nya", "in", "i"):
        stem = word.removesuffix(ending)
        if stem != word and stem in _SINGLE and len(stem) > 3:
            return stem
    return word


def _weigh(text: str, meaning: Intent | tuple[Intent, ...], last: _Word, rest: list[_Word]) -> Heard | Doubt:
    """Decide by what follows the command whether it is plainly meant."""
    pointed = [word.text for word in rest if word.text not in PARTICLES][:2]
    if not isinstance(meaning, tuple) and meaning.decides and pointed in (["yang", "ini"], ["yang", "itu"]):
        at = next(i for i, word in enumerate(rest) if word.text in ("ini", "itu"))
        last, rest = rest[at], rest[at + 1 :]
    extra = [word for word in rest if word.text not in AFTER and word.text not in ":;"]
    tail = text[last.end :].strip()
    if isinstance(meaning, tuple):
        if extra and extra[0].text in BECAUSE and Intent.REJECT in meaning:
            return Heard(Intent.REJECT, reason_of(text[extra[0].start :]), sure=False)
        if extra:
            return _UNSAID if last.text in AGAINST else Doubt(())
        return Doubt(meaning, several=True)
    asked = tail.endswith("?")
    if meaning in (Intent.ACCEPT, Intent.REJECT, Intent.LATER) and _all_alike(rest):
        return Heard(Intent.ALIKE, _tail_reason(text, rest), not asked, every=meaning)
    if meaning is Intent.ALIKE:
        return Heard(Intent.ALIKE, "", not asked and not _beyond(extra, ALL_ALIKE), every=Intent.ACCEPT)
    if meaning.decides:
        return _verdict(text, meaning, last, rest, extra, asked)
    if meaning is Intent.NOTE and not tail.strip(" ?:;.,"):
        return Heard(Intent.NOTE)
    if meaning is Intent.ADD:
        return _added(text, last, tail)
    if meaning is Intent.EXPORT and tail and not _PATH.search(tail):
        return Doubt((Intent.EXPORT,))
    if (
        meaning is Intent.NOTE
        and last.text in ("catatan", "note", "komentar", "comment")
        and tail[:1] not in (*":;,-–",)
    ):
        wondering = asked or (bool(extra) and extra[-1].text in ("mana", "apa"))
        return Heard(meaning, tail, sure=not wondering)
    if meaning in _FREE:
        return Heard(meaning, tail.lstrip(":;,").strip())
    if meaning is Intent.UNDO and all(word.text in _LAST_ONE for word in extra):
        return Heard(meaning)
    return Heard(meaning, "", sure=meaning in _LOOSE or not extra, whole=not extra)


def _added(text: str, last: _Word, tail: str) -> Heard:
    """A finding added by hand, or the number of one: "temuan 5"."""
    if number_of(tail) is not None:
        return Heard(Intent.GO, tail)
    bare = not text[: last.start].strip() and text[last.start : last.end].casefold() == "temuan"
    return Heard(Intent.ADD, tail.lstrip(":;,").strip(), sure=not bare or not tail or tail[0] in ":;,")


def _verdict(text: str, meaning: Intent, last: _Word, rest: list[_Word], extra: list[_Word], asked: bool) -> Heard:
    """A verdict with the reason given along with it."""
    trailing = [word.text for word in rest if word.text not in PARTICLES]
    if not extra or trailing in (["sudah"], ["yang", "ini"], ["yang", "itu"]):
        return Heard(meaning, sure=not asked)
    word = text[last.start : last.end].casefold()
    if word == "note":
        return Heard(Intent.NOTE, text[last.end :].lstrip(" :;,").strip())
    if all(word.text in ONWARD | {"dan", "lalu", "and", "then"} for word in extra):
        return Heard(meaning, sure=not asked)
    opener = next((word for word in rest if word.text not in AFTER), None)
    spoken = last.end
    for small in rest:
        if small.text not in AFTER or not text[spoken : small.start].isspace():
            break
        spoken = small.end
    marked = text[spoken:].lstrip()[:1] in (*":,;.-–—(",)
    if meaning is Intent.ACCEPT and marked and _agrees(text, extra):
        return Heard(meaning, sure=not asked)
    condition = opener is not None and _AS_LONG.match(text, opener.start) is not None
    opened = opener is not None and opener.text in BECAUSE - {"to"} | {":", ";"} and not condition
    opened = opened or (meaning is Intent.FIXED and _mended_by(opener, extra))
    plainly = opened or (bool(marked) and not _turns(text, meaning, extra)) or _reasons(text, meaning, last, extra)
    if not opened and not marked and _says_why(text, meaning, _clause(rest)):
        spoken, plainly, told = _clause(rest)[0].start, True, True
    else:
        told = False
    start = opener.start if opener is not None and opener.text in BECAUSE else spoken if marked or told else last.end
    reason = reason_of(text[start:])
    if last.text in ("benar", "betul", "sesuai") and not (opener is not None and opener.text in BECAUSE - {"dengan"}):
        # "sudah sesuai dengan DPA" is a reason by itself.
        reason, plainly = (reason, plainly) if marked else (text.strip(), told)
    said_yes = word in ("ya", "iya", "yes", "yeah", "yep")
    return Heard(meaning, reason, sure=plainly and not asked and not said_yes)


def _clause(rest: list[_Word]) -> list[_Word]:
    """What follows a verdict without the particles that belong to it: "aja itu pembulatan" is "itu pembulatan"."""
    start = next((i for i, word in enumerate(rest) if word.text not in PARTICLES), len(rest))
    return rest[start:]


def _says_why(text: str, verdict: Intent, clause: list[_Word]) -> bool:
    """Whether what follows a verdict without any mark can only be its reason: "tolak sudah dikonfirmasi ke bendahara".

    It is none where it may turn, weigh or ask, speaks of several, or names other findings or a place to go to.
    """
    said = [word.text for word in clause]
    if verdict not in (Intent.REJECT, Intent.LATER) or len(said) < 2 and set(said) - ROUNDED:
        return False
    if not said or said[0] not in WAITING if verdict is Intent.LATER else said[0] in NO_REASON:
        return False
    if set(said) & (TURNING | FALTERING | MANY | (ASKING - {"belum"})):
        return False
    if said[0] in AGAINST and (verdict is Intent.REJECT or len(said) < 3):
        return False
    after = _read(text, clause)
    if isinstance(after, Heard) and after.intent.decides and after.intent is not verdict:
        return False
    reason = text[clause[0].start :]
    named = any(c.isdigit() for c in reason) if verdict is Intent.LATER else names_findings(reason)
    return not wavers(text) and not named


def _agrees(text: str, extra: list[_Word]) -> bool:
    """Whether what follows says the same once more: "setuju, masukkan"."""
    again = _read(text, extra)
    return isinstance(again, Heard) and again.intent is Intent.ACCEPT and again.sure and not again.text


def _reasons(text: str, meaning: Intent, last: _Word, extra: list[_Word]) -> bool:
    """Whether what follows says why in words that would reject it by themselves: "bukan kesalahan sudah sesuai DPA"."""
    after = _read(text, extra)
    return (
        meaning is Intent.REJECT
        and last.text not in ("benar", "betul", "sesuai")
        and isinstance(after, Heard)
        and after.intent is Intent.REJECT
        and not any(word.text in TURNING for word in extra)
    )


def _mended_by(opener: _Word | None, extra: list[_Word]) -> bool:
    """ "Sudah diperbaiki sama OPD-nya": who or where, and nothing that takes it back."""
    return (
        opener is not None
        and opener.text in MENDED_BY
        and not any(word.text in TURNING | AGAINST | ASKING for word in extra)
    )


def _turns(text: str, verdict: Intent, extra: list[_Word]) -> bool:
    """Whether what follows a verdict and a comma may take it back: "bukan kesalahan, tapi …", "setuju, jangan dicatat"."""
    said = [word for word in extra if word.text not in BEFORE]
    against = AGAINST - {"belum"} if verdict is Intent.LATER else AGAINST
    if any(word.text in TURNING for word in extra) or (said and said[0].text in against | FALTERING):
        return True
    after = _read(text, extra)
    return isinstance(after, Heard) and after.intent.decides and after.intent is not verdict


def _all_alike(rest: list[_Word]) -> bool:
    """Whether what follows a verdict is "semua (yang) sejenis", up to a reason."""
    texts = []
    for word in rest:
        if word.text in BECAUSE - {"for", "as"} or word.text in (":", ";"):
            break
        texts.append(word.text)
    return (
        bool({"semua", "semuanya", "sejenis", "all", "everything", "every"} & set(texts)) and not set(texts) - ALL_ALIKE
    )


def _tail_reason(text: str, rest: list[_Word]) -> str:
    opener = next((word for word in rest if word.text in BECAUSE - {"for", "as"} or word.text in (":", ";")), None)
    return reason_of(text[opener.start :]) if opener else ""


def _beyond(words: list[_Word], known: frozenset[str]) -> bool:
    return any(word.text not in known for word in words)


def _corrected(words: list[_Word]) -> list[_Word]:
    """The first words with slips of the keyboard put right, where only one known word is near."""
    from rapidfuzz.distance import OSA

    fixed = list(words)
    for index, word in enumerate(words[:4]):
        if word.text in _KNOWN | QUESTION or len(word.text) < 3 or not word.text.isalpha():
            continue
        bare = unvowelled_of(word.text, _KNOWN) if len(word.text) < 6 else []
        if bare:
            if len(bare) == 1:
                fixed[index] = replace(word, text=bare[0])
            continue
        if len(word.text) < 4:
            continue
        allowed = 1 if len(word.text) < 7 else 2
        near = sorted((OSA.distance(word.text, known, score_cutoff=allowed), known) for known in _VOCABULARY)
        near = [pair for pair in near if pair[0] <= allowed and len(pair[1]) > 3]
        if near and (len(near) == 1 or near[0][0] < near[1][0]):
            fixed[index] = replace(word, text=near[0][1])
    return fixed


def _safe_correction(heard: Heard, words: list[_Word], corrected: list[_Word]) -> bool:
    """A verdict is taken from a misspelt word only where the slip is one of the hand, not another word."""
    if not heard.intent.decides:
        return True
    return all(a.text == b.text or slipped(a.text, b.text) for a, b in zip(words, corrected, strict=True))


def _nearest(words: list[_Word]) -> tuple[Intent, ...]:
    """The two intents whose words come nearest to anything in the utterance."""
    from rapidfuzz import fuzz

    said = " ".join(word.text for word in words)
    if len(said) < 3:
        return ()
    best: dict[Intent, float] = {}
    for phrase, intent in _BY_PHRASE.items():
        known = " ".join(phrase)
        near = max((fuzz.ratio(known, word.text) for word in words[:12] if len(word.text) > 2), default=0.0)
        whole = fuzz.partial_ratio(known, said) if len(known) > 5 else 0.0
        best[intent] = max(best.get(intent, 0.0), near, whole)
    ranked = sorted(best, key=lambda intent: -best[intent])
    return tuple(intent for intent in ranked if best[intent] >= 70 and intent is not Intent.THANKS)[:2]
