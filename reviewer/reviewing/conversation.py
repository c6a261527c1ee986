"""The conversation about a draft: text in, messages out.

A state machine without screen and without files; the journal it is given is all that it changes.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reviewer.language import current as language
from reviewer.language import tr
from reviewer.model import Examination, Finding, Spot, Verdict
from reviewer.reviewing import wording
from reviewer.reviewing.commands import slash
from reviewer.reviewing.events import Entry, Event, EventKind
from reviewer.reviewing.export import summary_markdown
from reviewer.reviewing.filters import Filter, filter_named
from reviewer.reviewing.hearing import LONGEST, Doubt, Heard, affirms, denies, listen, number_of, reason_of
from reviewer.reviewing.journal import Journal, JournalError, now
from reviewer.reviewing.lexicon import Intent
from reviewer.reviewing.matching import Key
from reviewer.reviewing.messages import Choice, Message, MessageKind
from reviewer.reviewing.plain import plain
from reviewer.reviewing.searching import find_places, find_table, matching_findings
from reviewer.reviewing.standing import FindingState, Standing, in_force, standing

Messages = tuple[Message, ...]

_VERDICTS = {
    Intent.ACCEPT: EventKind.NOTED,
    Intent.REJECT: EventKind.REJECTED,
    Intent.LATER: EventKind.LATER,
    Intent.FIXED: EventKind.FIXED,
}
_TEXTS = {Intent.NOTE: EventKind.NOTE, Intent.RESPOND: EventKind.RESPONSE, Intent.ADD: EventKind.ADDED}
_LEAVES = (Intent.NEXT, Intent.BACK, Intent.LATER, Intent.QUIT, Intent.LIST, Intent.SUMMARY)
"""Said by themselves, these are no reason and no note: the question is dropped and they are done."""
_ASIDE = (Intent.HELP, Intent.WHY)
"""Said by themselves, these are answered, and the question is put again."""
SHORTEST_REASON = 3
"""Letters without which a reason says nothing."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many findings are settled, of how many."""

    decided: int
    total: int


@dataclass(frozen=True, slots=True)
class _Text:
    """A reason, a note, a response or a finding is to be typed."""

    kind: EventKind
    findings: tuple[Finding, ...]
    question: Message


@dataclass(frozen=True, slots=True)
class _YesNo:
    """A yes is to be given before something is done."""

    do: Callable[[], Messages]
    question: Message


class Conversation:
    """Leads a reviewer through the findings of one draft.

    Faces call `open()` once and `hear(text)` for each answer, show the messages returned, and read the properties
    afterwards. An EXPORT message is handed to `deliver(conversation, message)`, whose messages are shown too.
    """

    def __init__(
        self,
        examination: Examination,
        journal: Journal,
        *,
        aliases: Mapping[str, str] | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self.examination = examination
        self.journal = journal
        self._aliases = aliases
        self._clock = clock
        places = {finding.id: place for place, finding in enumerate(examination.findings)}
        self._all = tuple(sorted(examination.findings, key=lambda f: (f.severity.rank, -f.stake, places[f.id])))
        self._numbers = {finding.id: number for number, finding in enumerate(self._all, 1)}
        self._filter: Filter | None = None
        self._current: Finding | None = None
        self._waiting: _Text | _YesNo | None = None
        self._choices: tuple[Choice, ...] = ()
        self._postponed: set[str] = set()
        self._done: list[str] = []
        self._undone: list[str] = []
        self._told = 0
        self._standing = self._lay()

    # What faces read

    @property
    def current(self) -> Finding | None:
        """The finding that is before the reviewer."""
        return self._current

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding in asking order: errors first, then by rupiah at stake, then by place."""
        return self._all

    @property
    def order(self) -> tuple[Finding, ...]:
        """Those of `all` that the filter in force ("hanya kesalahan") lets through."""
        return tuple(finding for finding in self._all if self._shown(finding))

    @property
    def filter(self) -> str:
        """The filter in force in words, "" without one."""
        return self._filter.name if self._filter else ""

    def number(self, finding: Finding) -> int:
        """Its number in asking order, from 1; the same under every filter ("ke 5")."""
        return self._numbers[finding.id]

    @property
    def standing(self) -> Standing:
        return self._standing

    def state(self, finding: Finding) -> FindingState:
        """How a finding stands: decision, others' decisions, whether it changed."""
        return self._standing.state(finding)

    @property
    def progress(self) -> Progress:
        """Settled findings of all, whatever the filter."""
        return Progress(sum(self.state(finding).settled for finding in self._all), len(self._all))

    @property
    def expects(self) -> str:
        """What the prompt is waiting for: "" a command, "text" free text (a reason, a note), "yes-no"."""
        match self._waiting:
            case _Text():
                return "text"
            case _YesNo():
                return "yes-no"
            case _:
                return ""

    # What faces do

    def open(self) -> Messages:
        """The greeting (what was read, how many findings, how far one was) and the first open finding."""
        own = [event for event in self.journal.events if self.journal.mine(event.who)]
        text = wording.greeting(self.examination, self._standing, own, self.progress.decided)
        notices = [notice.message for notice in self.examination.report.document.notices[:5]]
        greeting = Message(MessageKind.SAY, text)
        told = tuple(Message(MessageKind.WARN, wording.say(notice)) for notice in notices)
        return self._settle((greeting, *told, *self._lead(0)))

    def hear(self, text: str) -> Messages:
        """Answer what the reviewer typed, pressed or chose. A decision is in the journal before its message is returned."""
        said = text.strip()
        if not said:
            return ()
        if len(said) > LONGEST:
            limit = tr("Itu terlalu panjang; paling banyak {n} huruf.").format(n=LONGEST)
            return (Message(MessageKind.WARN, limit),)
        return self._settle(self._answer(self._chosen(said) or said))

    def go(self, finding: Finding) -> Messages:
        """Put this finding before the reviewer: it was chosen from a list. Drops a question that waits for an answer."""
        self._waiting = None
        return self._settle((self._put(finding),))

    def ask_overwrite(self, request: Message, path: str) -> Messages:
        """Ask before an EXPORT replaces a file of another origin."""
        question = tr("Berkas {path} bukan tulisan saya, atau sudah diubah. Timpa?").format(path=plain(path))
        agreed = replace(request, overwrite=True)
        return self._settle((self._ask_yes(question, lambda: (agreed,)),))

    # Hearing

    def _settle(self, messages: Messages) -> Messages:
        """Add what the journal has to tell, and remember the choices now open."""
        notices = self.journal.notices[self._told :]
        self._told = len(self.journal.notices)
        told = tuple(Message(MessageKind.WARN, plain(notice.of(language()))) for notice in notices)
        offered = [message.choices for message in messages if message.choices]
        if offered:
            self._choices = offered[-1]
        elif self._waiting:
            self._choices = self._waiting.question.choices
        elif self._current:
            self._choices = self._usual(self._current)
        return (*messages[:1], *told, *messages[1:])

    def _chosen(self, said: str) -> str | None:
        """What the choice says whose number or key was typed."""
        if said.isascii() and said.isdecimal() and 0 < int(said) <= len(self._choices):
            return self._choices[int(said) - 1].says
        return next((choice.says for choice in self._choices if choice.key and choice.key == said.casefold()), None)

    def _answer(self, said: str) -> Messages:
        if self._waiting is None or said.startswith("/"):
            self._waiting = None
            return self._do(said)
        waiting = self._waiting
        if isinstance(waiting, _YesNo):
            return self._confirmed(waiting, said)
        return self._typed(waiting, said)

    def _confirmed(self, waiting: _YesNo, said: str) -> Messages:
        self._waiting = None
        if affirms(said):
            return waiting.do()
        if denies(said):
            return (self._say(tr("Baik, tidak jadi.")), *self._again())
        return self._do(said)

    def _typed(self, waiting: _Text, said: str) -> Messages:
        if denies(said) or said.casefold() in ("undo",):
            self._waiting = None
            return (self._say(tr("Baik, tidak jadi.")), *self._again())
        heard = listen(said)
        if isinstance(heard, Heard) and heard.sure and not heard.text:
            if heard.intent in _ASIDE:
                return (*self._act(heard), waiting.question)
            if heard.intent in _LEAVES:
                self._waiting = None
                return self._act(heard)
            if heard.intent.decides and waiting.kind is EventKind.REJECTED and heard.intent is not Intent.REJECT:
                return self._ask_meant(heard)
        text = reason_of(said) if waiting.kind is EventKind.REJECTED else said
        if sum(char.isalnum() for char in text) < SHORTEST_REASON:
            short = tr("Itu terlalu singkat untuk dibaca orang lain nanti. Tulis dengan beberapa kata.")
            return (Message(MessageKind.WARN, short), waiting.question)
        self._waiting = None
        return self._write(waiting.kind, waiting.findings, text)

    def _do(self, said: str) -> Messages:
        """Do what a command or free words ask for."""
        if said.startswith("/") and said.strip("/ "):
            command = slash(said)
            if isinstance(command, tuple):
                name, near = command
                unknown = tr("Tidak ada perintah /{name}.").format(name=plain(name, 40))
                return (self._unsure(unknown, near),)
            return self._act(command)
        number = number_of(said)
        if number is not None:
            return self._go(said)
        heard = listen(said)
        if isinstance(heard, Doubt):
            return (self._doubt(said, heard),)
        return self._act(heard) if heard.sure else self._ask_meant(heard)

    def _doubt(self, said: str, doubt: Doubt) -> Message:
        if doubt.several:
            text = tr("“{said}” dapat berarti beberapa hal di sini. Maksud Anda?").format(said=plain(said, 60))
        else:
            text = tr("Maaf, saya tidak mengerti “{said}”. Belum ada yang saya catat.").format(said=plain(said, 60))
        return self._unsure(text, doubt.nearest)

    def _unsure(self, text: str, near: Sequence[Intent]) -> Message:
        """Not understood: the two nearest things, or what to type for all."""
        if not near:
            text += " " + tr("Ketik “bantuan” untuk melihat apa yang dapat diketik.")
        return Message(MessageKind.WARN, text, wording.intent_choices(near))

    def _ask_meant(self, heard: Heard) -> Messages:
        """A command was probably meant: ask before doing it."""
        says = wording.intent_says(heard.intent)
        if heard.text:
            question = tr("Maksud Anda “{command}”, dengan keterangan “{text}”?").format(
                command=says, text=plain(heard.text, 120)
            )
        else:
            question = tr("Maksud Anda “{command}”?").format(command=says)
        return (self._ask_yes(question, lambda: self._act(replace(heard, sure=True))),)

    # Doing

    def _act(self, heard: Heard) -> Messages:
        match heard.intent:
            case Intent.ACCEPT | Intent.REJECT | Intent.LATER | Intent.FIXED:
                return self._decide(_VERDICTS[heard.intent], heard.text)
            case Intent.ALIKE:
                return self._decide_alike(_VERDICTS[heard.every or Intent.ACCEPT], heard.text)
            case Intent.NOTE | Intent.RESPOND | Intent.ADD:
                return self._note(_TEXTS[heard.intent], heard.text)
            case Intent.WHY:
                return self._why()
            case Intent.NEXT:
                return self._next()
            case Intent.BACK:
                return self._back()
            case Intent.GO:
                return self._go(heard.text)
            case Intent.UNDO:
                return self._undo()
            case Intent.REDO:
                return self._redo()
            case Intent.SUMMARY:
                return (
                    Message(MessageKind.SUMMARY, wording.summary_text(self._all, self.examination, self._standing)),
                )
            case Intent.LIST:
                return self._list(self.order)
            case Intent.SEARCH:
                return self._search(heard.text)
            case Intent.ONLY:
                return self._only(heard.text)
            case Intent.EVERYTHING:
                self._filter = None
                return (self._say(tr("Semua temuan ditampilkan lagi: {n}.").format(n=len(self._all))), *self._again())
            case Intent.EXPORT:
                body = summary_markdown(self.examination, self._standing, who=self.journal.who, when=self._clock())
                return (Message(MessageKind.EXPORT, "", path=heard.text.strip().strip("\"'"), body=body),)
            case Intent.REFRESH:
                return self._refresh()
            case Intent.HELP:
                return (Message(MessageKind.HELP, wording.help_text()),)
            case Intent.THANKS:
                return (self._say(tr("Siap. Kita lanjutkan kapan pun Anda mau.")),)
            case Intent.QUIT:
                return self._quit()

    def _decide(self, kind: EventKind, text: str) -> Messages:
        if self._current is None:
            return (
                Message(MessageKind.WARN, tr("Tidak ada temuan yang sedang dibuka. Ketik “ke 3” untuk membuka satu.")),
            )
        return self._ask_reason(kind, (self._current,), text) or self._write(kind, (self._current,), text)

    def _ask_reason(self, kind: EventKind, findings: tuple[Finding, ...], text: str) -> Messages:
        """A rejection needs a reason: the question for it where none was given."""
        if kind is not EventKind.REJECTED or sum(char.isalnum() for char in text) >= SHORTEST_REASON:
            return ()
        question = tr("Mengapa bukan kesalahan? Alasannya ikut disimpan dan akan dibaca orang lain.")
        return (self._ask_text(kind, findings, question, wording.reason_choices()),)

    def _decide_alike(self, kind: EventKind, text: str) -> Messages:
        if self._current is None:
            return (Message(MessageKind.WARN, tr("Buka dulu satu temuan, supaya jelas jenis yang dimaksud.")),)
        findings = self._alike(self._current)
        if not findings:
            return (self._say(tr("Semua temuan sejenis ini sudah diputuskan.")),)
        if asked := self._ask_reason(kind, findings, text):
            return asked
        return (self._ask_alike(kind, findings, text),)

    def _ask_alike(self, kind: EventKind, findings: tuple[Finding, ...], text: str) -> Message:
        verdict = kind.verdict
        assert verdict is not None
        question = tr("Putuskan “{verdict}” untuk {n} temuan {code} yang belum diputuskan sekaligus?").format(
            verdict=wording.verdict_name(verdict), n=len(findings), code=findings[0].code
        )
        return self._ask_yes(question, lambda: self._save(kind, findings, text))

    def _alike(self, finding: Finding) -> tuple[Finding, ...]:
        """The open findings of the same code that are shown."""
        return tuple(f for f in self._all if f.code == finding.code and self._open(f) and self._shown(f))

    def _note(self, kind: EventKind, text: str) -> Messages:
        if kind is EventKind.ADDED:
            findings: tuple[Finding, ...] = ()
            question = tr("Apa temuannya? Sebutkan juga tempatnya di draf.")
        elif self._current is None:
            return (
                Message(MessageKind.WARN, tr("Tidak ada temuan yang sedang dibuka. Ketik “ke 3” untuk membuka satu.")),
            )
        else:
            findings = (self._current,)
            question = tr("Apa catatannya?") if kind is EventKind.NOTE else tr("Apa tanggapan penyusun?")
        if not text:
            return (self._ask_text(kind, findings, question, wording.text_choices()),)
        return self._write(kind, findings, text)

    def _write(self, kind: EventKind, findings: tuple[Finding, ...], text: str) -> Messages:
        """Save what one sentence said; of several findings at once only after a yes."""
        if len(findings) > 1:
            return (self._ask_alike(kind, findings, text),)
        if kind.verdict and (decision := self.state(findings[0]).decision):
            same = decision.verdict is kind.verdict and decision.reason == text and self.journal.mine(decision.who)
            if same and kind is not EventKind.LATER:
                said = tr("Memang sudah begitu: {verdict}.").format(verdict=wording.verdict_name(decision.verdict))
                return (self._say(said), *self._onward(findings[-1]))
        return self._save(kind, findings, text)

    def _save(self, kind: EventKind, findings: tuple[Finding, ...], text: str) -> Messages:
        """Journal first, then the message that confirms."""
        batch = secrets.token_hex(6) if len(findings) > 1 else ""
        entries = [Entry.about(kind, f, text, self._replaced(f) if kind.verdict else "", batch) for f in findings]
        saved = self._append(*(entries or [Entry(kind, text=text)]))
        if isinstance(saved, Message):
            return (saved, *self._again())
        self._done.append(batch or saved[0].id)
        self._undone.clear()
        if kind is EventKind.LATER:
            self._postponed |= {finding.id for finding in findings}
        answer = Message(MessageKind.ANSWER, self._saved_text(kind, findings, text), finding=(*findings, None)[0])
        return (answer, *(self._onward(findings[-1]) if kind.verdict else self._again()))

    def _saved_text(self, kind: EventKind, findings: tuple[Finding, ...], text: str) -> str:
        n = self.number(findings[0]) if findings else 0
        fields = {"n": n, "reason": plain(text, 200), "many": len(findings)}
        if len(findings) > 1:
            assert kind.verdict is not None
            return tr("{many} temuan: {verdict}.").format(verdict=wording.verdict_name(kind.verdict), **fields)
        match kind:
            case EventKind.NOTED if text:
                return tr("Temuan {n} dicatat, dengan keterangan: {reason}").format(**fields)
            case EventKind.NOTED:
                return tr("Temuan {n} dicatat.").format(**fields)
            case EventKind.REJECTED:
                return tr("Temuan {n} bukan kesalahan, karena: {reason}").format(**fields)
            case EventKind.LATER:
                return tr("Temuan {n} ditunda; saya tanyakan lagi nanti.").format(**fields)
            case EventKind.FIXED:
                return tr(
                    "Temuan {n} sudah diperbaiki. Kalau masih ada di draf berikutnya, saya tanyakan lagi."
                ).format(**fields)
            case EventKind.NOTE:
                return tr("Catatan untuk temuan {n} disimpan: {reason}").format(**fields)
            case EventKind.RESPONSE:
                return tr("Tanggapan untuk temuan {n} disimpan: {reason}").format(**fields)
            case _:
                return tr("Temuan Anda ditambahkan: {reason}").format(**fields)

    def _append(self, *entries: Entry) -> tuple[Event, ...] | Message:
        """Into the journal; the message to show where that failed."""
        try:
            saved = self.journal.append(*entries)
        except JournalError as problem:
            return Message(MessageKind.WARN, plain(problem.words.of(language())))
        self._standing = self._lay()
        return saved

    def _replaced(self, finding: Finding) -> str:
        """One's own decision on this finding when it stood elsewhere or had other figures."""
        state = self.state(finding)
        decision = state.decision or state.previous
        if decision is None or not self.journal.mine(decision.who):
            return ""
        old = next(event for event in self.journal.events if event.id == decision.event)
        return decision.event if Key.of(old.entry) != Key.of(finding) else ""

    def _lay(self) -> Standing:
        sha = self.examination.report.document.sha256
        return standing(self.examination.findings, self.journal, sha, self._aliases)

    def _undo(self) -> Messages:
        if self._done:
            return self._take_back(self._done[-1])
        mine = [e for e in in_force(self.journal.events) if self.journal.mine(e.who)]
        if not mine:
            return (self._say(tr("Tidak ada yang dapat dibatalkan.")),)
        last = mine[-1]
        question = tr("Keputusan terakhir Anda dari {when}: {label} ({kind}). Batalkan?").format(
            when=wording.moment(last.when), label=plain(last.entry.label or last.entry.text, 120), kind=last.kind.value
        )
        return (self._ask_yes(question, lambda: self._take_back(last.entry.batch or last.id)),)

    def _take_back(self, target: str) -> Messages:
        undone = [event for event in self.journal.events if target in (event.id, event.entry.batch)]
        saved = self._append(Entry(EventKind.UNDO, undoes=target))
        if isinstance(saved, Message):
            return (saved, *self._again())
        if target in self._done:
            self._done.remove(target)
        self._undone.append(saved[0].id)
        return self._shown_again(undone, tr("Dibatalkan: {what}."))

    def _redo(self) -> Messages:
        if not self._undone:
            return (self._say(tr("Tidak ada pembatalan yang dapat dikembalikan.")),)
        undo = next(event for event in self.journal.events if event.id == self._undone[-1])
        saved = self._append(Entry(EventKind.UNDO, undoes=undo.id))
        if isinstance(saved, Message):
            return (saved, *self._again())
        self._undone.pop()
        self._done.append(undo.entry.undoes)
        back = [event for event in self.journal.events if undo.entry.undoes in (event.id, event.entry.batch)]
        return self._shown_again(back, tr("Dikembalikan: {what}."))

    def _shown_again(self, events: Sequence[Event], template: str) -> Messages:
        """Tell what was taken back or given back, and show its finding."""
        ids = {event.entry.finding for event in events}
        findings = [finding for finding in self._all if finding.id in ids]
        self._postponed -= ids
        self._postponed |= {f.id for f in findings if (d := self.state(f).decision) and d.verdict is Verdict.LATER}
        what = plain(events[0].entry.label or events[0].entry.text, 120)
        if len(events) > 1:
            what = tr("keputusan untuk {n} temuan").format(n=len(events))
        answer = Message(MessageKind.ANSWER, template.format(what=what), finding=(*findings, None)[0])
        return (answer, *((self._put(findings[0]),) if findings else self._again()))

    # Moving

    def _open(self, finding: Finding) -> bool:
        return not self.state(finding).settled

    def _shown(self, finding: Finding) -> bool:
        return self._filter is None or self._filter.lets(finding, self.state(finding))

    def _onward(self, finding: Finding) -> Messages:
        return self._lead(self.number(finding))

    def _lead(self, after: int) -> Messages:
        """Put the next open finding after this number, going round; or tell that none is left."""
        turned = (*self._all[after:], *self._all[:after])
        for finding in turned:
            if self._open(finding) and finding.id not in self._postponed and self._shown(finding):
                return (self._put(finding),)
        return (self._end(),) if self._all else (Message(MessageKind.SAY, "", wording.end_choices(False)),)

    def _end(self) -> Message:
        """No open finding is left, or only postponed ones."""
        self._current = None
        left = [finding for finding in self._all if self._open(finding)]
        hidden = [finding for finding in left if not self._shown(finding)]
        if hidden and self._filter:
            text = tr(
                "Tidak ada lagi yang terbuka di antara “{filter}”; di luarnya masih {n}. Ketik “semua” untuk melihatnya."
            )
            return Message(
                MessageKind.SAY, text.format(filter=self._filter.name, n=len(hidden)), wording.end_choices(False)
            )
        if left:
            text = tr("Tinggal {n} temuan yang Anda tunda. Buka sekarang, atau lain kali?").format(n=len(left))
            return Message(MessageKind.SAY, text, wording.end_choices(True))
        text = tr("Semua {n} temuan sudah diputuskan. Terima kasih; tinggal menulis ringkasannya.").format(
            n=len(self._all)
        )
        return Message(MessageKind.SAY, text, wording.end_choices(False))

    def _put(self, finding: Finding) -> Message:
        """A finding is put before the reviewer."""
        self._current = finding
        text = wording.finding_text(
            self.examination, finding, self.state(finding), self.number(finding), len(self._all)
        )  # fmt: skip
        return Message(
            MessageKind.FINDING, text, self._usual(finding), finding=finding, spot=finding.location.spot
        )  # fmt: skip

    def _usual(self, finding: Finding) -> tuple[Choice, ...]:
        return wording.finding_choices(sum(f.id != finding.id for f in self._alike(finding)))

    def _again(self) -> Messages:
        """The finding in hand once more, after a word aside."""
        return (self._put(self._current),) if self._current else ()

    def _next(self) -> Messages:
        current = self._current
        if current is None:
            self._postponed.clear()
            return self._lead(0)
        messages = self._lead(self.number(current))
        if self._current is current:
            return (self._say(tr("Ini satu-satunya yang masih terbuka.")), *messages)
        return messages

    def _back(self) -> Messages:
        """The one before in asking order, decided or not."""
        before = [f for f in self.order if self._current is None or self.number(f) < self.number(self._current)]
        if not before:
            return (self._say(tr("Ini temuan pertama.")), *self._again())
        return (self._put(before[-1]),)

    def _go(self, text: str) -> Messages:
        number = number_of(text)
        if number is not None:
            if number == -1:
                number = len(self._all)
            if 0 < number <= len(self._all):
                return (self._put(self._all[number - 1]),)
            return (Message(MessageKind.WARN, tr("Nomor temuan dari 1 sampai {n}.").format(n=len(self._all))),)
        if not text:
            return (Message(MessageKind.WARN, tr("Ke mana? Misalnya “ke 5” atau “ke tabel 3.11”.")),)
        table = find_table(self.examination.report, text)
        if table is None:
            return self._search(text)
        findings = tuple(f for f in self.order if f.location.spot.block == table.block)
        name = plain(
            " ".join(part for part in (table.title, table.caption) if part and part != table.title) or table.title
        )
        shown = Message(
            MessageKind.GOTO,
            tr("{table}, {n} temuan.").format(table=name, n=len(findings)),
            spot=Spot(table.block, 0, 0),
        )
        return (shown, *(self._list(findings) if findings else ()))

    # Looking

    def _why(self) -> Messages:
        finding = self._current
        if finding is None:
            return (
                Message(MessageKind.WARN, tr("Tidak ada temuan yang sedang dibuka. Ketik “ke 3” untuk membuka satu.")),
            )
        text = wording.why_text(self.examination, finding)
        return (Message(MessageKind.EXPLAIN, text, self._usual(finding), finding, finding.location.spot),)

    def _list(self, findings: Iterable[Finding]) -> Messages:
        listed = tuple(findings)
        if not listed:
            return (self._say(tr("Tidak ada temuan.")),)
        text = wording.list_text(listed, self._standing, self._numbers)
        return (Message(MessageKind.LIST, text, findings=listed),)

    def _search(self, text: str) -> Messages:
        wanted = text.strip().strip("\"'“”")
        if not wanted:
            return (Message(MessageKind.WARN, tr("Cari apa? Misalnya “cari pagu”.")),)
        findings = matching_findings(self._all, wanted)
        hits, total = find_places(self.examination.report, wanted)
        if not findings and not hits:
            return (
                self._say(
                    tr("“{text}” tidak ditemukan, baik di temuan maupun di draf.").format(text=plain(wanted, 60))
                ),
            )
        parts = [wording.list_text(findings, self._standing, self._numbers)] if findings else []
        parts += [wording.hits_text(hits, total)] if hits else []
        spot = hits[0].spot if hits and not findings else None
        return (Message(MessageKind.LIST, "\n".join(parts), findings=findings, hits=hits, spot=spot),)

    def _only(self, text: str) -> Messages:
        wanted = filter_named(text, self._all)
        if wanted is None:
            help_text = tr(
                "Saring menurut apa? Misalnya “hanya kesalahan”, “hanya peringatan”, “hanya TOT”, “hanya belum”."
            )
            return (Message(MessageKind.WARN, help_text),)
        count = sum(wanted.lets(finding, self.state(finding)) for finding in self._all)
        if not count:
            return (self._say(tr("Tidak ada temuan yang termasuk “{filter}”.").format(filter=wanted.name)),)
        self._filter = wanted
        said = self._say(tr("Menampilkan “{filter}”: {n} temuan.").format(filter=wanted.name, n=count))
        if self._current and self._shown(self._current) and self._open(self._current):
            return (said, *self._again())
        return (said, *self._lead(0))

    def _refresh(self) -> Messages:
        fresh = self.journal.reload()
        self._standing = self._lay()
        if not fresh:
            return (self._say(tr("Tidak ada keputusan baru dari orang lain.")),)
        who = ", ".join(sorted({plain(event.who, 40) for event in fresh}))
        return (self._say(tr("{n} hal baru dari {who}.").format(n=len(fresh), who=who)), *self._again())

    def _quit(self) -> Messages:
        if not self.journal.saved and self._done:
            question = tr("Keputusan di sesi ini tidak disimpan dan akan hilang. Keluar juga?")
            return (self._ask_yes(question, lambda: (self._goodbye(),)),)
        return (self._goodbye(),)

    def _goodbye(self) -> Message:
        progress = self.progress
        if not self.journal.saved or not self._done:
            text = tr("Sampai jumpa. {decided} dari {total} temuan sudah diputuskan.")
        else:
            text = tr("Sampai jumpa. {decided} dari {total} temuan sudah diputuskan; jurnalnya di {folder}.")
        folder = plain(str(self.journal.folder))
        return Message(
            MessageKind.QUIT, text.format(decided=progress.decided, total=progress.total, folder=folder)
        )  # fmt: skip

    # Saying

    def _say(self, text: str) -> Message:
        return Message(MessageKind.SAY, text)

    def _ask_yes(self, question: str, do: Callable[[], Messages]) -> Message:
        message = Message(MessageKind.ASK, question, wording.yes_no(), finding=self._current)
        self._waiting = _YesNo(do, message)
        return message

    def _ask_text(
        self, kind: EventKind, findings: tuple[Finding, ...], question: str, choices: tuple[Choice, ...]
    ) -> Message:
        message = Message(MessageKind.ASK, question, choices, finding=(*findings, None)[0])
        self._waiting = _Text(kind, findings, message)
        return message
