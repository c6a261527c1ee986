"""The conversation about a draft: text in, messages out.

A state machine without screen and without files; the journal it is given is all that it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reviewer.language import choose, tr
from reviewer.language import current as language
from reviewer.model import Examination, Finding, Spot, Verdict
from reviewer.reviewing import answering, choices, overview, presenting
from reviewer.reviewing.agenda import Agenda, threshold_of
from reviewer.reviewing.asking import Draft, answer
from reviewer.reviewing.commands import slash
from reviewer.reviewing.deciding import Sheet
from reviewer.reviewing.events import Event, EventKind
from reviewer.reviewing.export import summary_markdown
from reviewer.reviewing.filters import Filter
from reviewer.reviewing.heard import Doubt, Heard
from reviewer.reviewing.hearing import (
    LONGEST,
    affirms,
    command_word,
    denies,
    listen,
    number_of,
    without_because,
)
from reviewer.reviewing.journal import Journal, JournalError, now
from reviewer.reviewing.lexicon import Intent
from reviewer.reviewing.messages import Choice, Message, MessageKind
from reviewer.reviewing.names import kind_name, moment, say, verdict_name
from reviewer.reviewing.own import OwnPlace, own_place
from reviewer.reviewing.places import find_heading, find_page, page_named, pages
from reviewer.reviewing.plain import plain
from reviewer.reviewing.preferences import Ordering, Preferences
from reviewer.reviewing.searching import find_places, find_table, matching_findings, table_number
from reviewer.reviewing.standing import FindingState, Standing, standing
from reviewer.reviewing.wishes import filter_named, language_named, ordering_named, theme_named

Messages = tuple[Message, ...]

_VERDICTS = {
    Intent.ACCEPT: EventKind.NOTED,
    Intent.REJECT: EventKind.REJECTED,
    Intent.LATER: EventKind.LATER,
    Intent.FIXED: EventKind.FIXED,
}
_TEXTS = {Intent.NOTE: EventKind.NOTE, Intent.RESPOND: EventKind.RESPONSE}
_LEAVES = (Intent.NEXT, Intent.BACK, Intent.LATER, Intent.QUIT, Intent.LIST, Intent.SUMMARY)
"""As a single word, these are no reason and no note: the question is dropped and they are done."""
_LOOKS = (Intent.WHY, Intent.GO, Intent.SUMMARY, Intent.LIST, Intent.SEARCH, Intent.ONLY, Intent.HELP)
"""What is only looked up may as well be a question about the draft."""
_ASIDE = (Intent.HELP, Intent.WHY)
"""As a single word, these are answered, and the question is put again."""
SHORTEST_REASON = 3
"""Letters without which a reason says nothing."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many findings are settled, of how many."""

    decided: int
    total: int


@dataclass(frozen=True, slots=True)
class _Text:
    """A reason, a note, a response or a finding is to be typed; `use` takes it."""

    use: Callable[[str], Messages]
    reason: bool
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
        preferences: Preferences | None = None,
        keep: Callable[[Preferences], None] = lambda preferences: None,
    ) -> None:
        self.examination = examination
        self.journal = journal
        self._aliases = aliases
        self._clock = clock
        self._sheet = Sheet(journal)
        self._preferences, self._keep = preferences or Preferences(), keep
        self._began = clock()
        self._agenda = Agenda(examination.findings, self._lay(), examination.report.headings)
        known = self._preferences.ordering in set(Ordering)
        ordering = Ordering(self._preferences.ordering) if known else Ordering.WORTH
        self._agenda.arrange(ordering, threshold_of(self._preferences.threshold))
        self._draft = Draft(examination, self._agenda.number)
        self._current: Finding | None = None
        self._waiting: _Text | _YesNo | None = None
        self._choices: tuple[Choice, ...] = ()
        self._told = 0

    # What faces read

    @property
    def current(self) -> Finding | None:
        """The finding that is before the reviewer."""
        return self._current

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding by its number: errors first, then by what is at stake, then by place."""
        return self._agenda.all

    @property
    def order(self) -> tuple[Finding, ...]:
        """Those that the filter in force ("hanya kesalahan") lets through, in the order of asking, small ones last."""
        return self._agenda.order

    @property
    def ordering(self) -> Ordering:
        """What is asked first."""
        return self._agenda.ordering

    @property
    def threshold(self) -> str:
        """The threshold of materiality as typed, "" without one."""
        return self._agenda.threshold.text if self._agenda.threshold else ""

    def small(self, finding: Finding) -> bool:
        """Whether it lies below the threshold of materiality: asked last, folded in lists."""
        return self._agenda.small(finding)

    @property
    def preferences(self) -> Preferences:
        """What was chosen for every review."""
        return self._preferences

    @property
    def filter(self) -> str:
        """The filter in force in words, "" without one."""
        return self._agenda.filter.name if self._agenda.filter else ""

    def number(self, finding: Finding) -> int:
        """Its number from 1; the same under every filter and in every order ("ke 5")."""
        return self._agenda.number(finding)

    @property
    def standing(self) -> Standing:
        return self._agenda.standing

    def state(self, finding: Finding) -> FindingState:
        """How a finding stands: decision, others' decisions, whether it changed."""
        return self._agenda.state(finding)

    @property
    def progress(self) -> Progress:
        """Settled findings of all, whatever the filter."""
        return Progress(len(self.all) - len(self._agenda.left), len(self.all))

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

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers now open: those of the question that waits, else of the finding in hand or of the end."""
        return self._choices

    @property
    def numbered(self) -> bool:
        """Whether a choice can be taken by its number; a lone way out of a prompt for words has none."""
        return self.expects != "text" or len(self._choices) > 1

    # What faces do

    def open(self) -> Messages:
        """The greeting (what was read, how many findings, how far one was) and the first open finding."""
        own = [event for event in self.journal.events if self.journal.mine(event.who)]
        text = overview.greeting(self.examination, self.standing, own, self.progress.decided)
        notices = [notice.message for notice in self.examination.report.document.notices[:5]]
        greeting = Message(MessageKind.SAY, text)
        told = tuple(Message(MessageKind.WARN, say(notice)) for notice in notices)
        return self._settle((greeting, *told, *self._lead()))

    def hear(self, text: str) -> Messages:
        """Answer what the reviewer typed, pressed or chose. A decision is in the journal before its message is returned."""
        said = text.strip()
        if not said:
            return ()
        if len(said) > LONGEST:
            limit = tr("Itu terlalu panjang; paling banyak {n} huruf.").format(n=LONGEST)
            return (_warn(limit),)
        return self._settle(self._answer(self._chosen(said) or said))

    def go(self, finding: Finding) -> Messages:
        """Put this finding before the reviewer: it was chosen from a list. Drops a question that waits for an answer."""
        self._waiting = None
        return self._settle((self._put(finding),))

    def add_at(self, spot: Spot) -> Messages:
        """Ask for a finding of the reviewer's own about these characters. Drops a question that waits for an answer."""
        self._waiting = None
        own = own_place(self.examination.report, spot)
        question = tr("Apa temuan Anda di {where}?").format(where=own.shown)
        if own.quote.strip():
            asked = tr("Apa temuan Anda tentang “{quote}” di {where}?")
            question = asked.format(quote=plain(own.quote, 60), where=own.shown)
        return self._settle(self._ask_text(question, lambda given: self._add(given, own)))

    def end(self) -> Messages:
        """The reviewer is gone without a word: the farewell. Every decision is in the journal already."""
        self._waiting = None
        return (self._goodbye(),)

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
        if self.numbered and said.isascii() and said.isdecimal() and 0 < int(said) <= len(self._choices):
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
            return (_say(tr("Baik, tidak jadi.")), *self._again())
        return self._do(said)

    def _typed(self, waiting: _Text, said: str) -> Messages:
        if denies(said) or command_word(said) is Intent.UNDO:
            self._waiting = None
            return (_say(tr("Baik, tidak jadi.")), *self._again())
        intent = command_word(said)
        if intent in _ASIDE:
            return (*self._act(Heard(intent)), waiting.question)
        if intent in _LEAVES:
            self._waiting = None
            return self._act(Heard(intent))
        if waiting.reason and intent is Intent.REJECT:
            return (waiting.question,)
        if waiting.reason and intent and intent.decides:
            return self._ask_meant(Heard(intent))
        text = without_because(said) if waiting.reason else said
        if _too_short(text):
            short = tr("Itu terlalu singkat untuk dibaca orang lain nanti. Tulis dengan beberapa kata.")
            return (_warn(short), waiting.question)
        self._waiting = None
        return waiting.use(text)

    def _do(self, said: str) -> Messages:
        """Do what a command or free words ask for."""
        if said.startswith("/") and said.strip("/ "):
            command = slash(said)
            if isinstance(command, tuple):
                return (answering.no_such_command(*command),)
            return self._act(command)
        if number_of(said) is not None:
            return self._go(said)
        heard = listen(said)
        looked = isinstance(heard, Doubt) or not heard.sure or (heard.intent in _LOOKS and not heard.whole)
        if looked and (told := self._asked(said, heard)):
            return told
        if isinstance(heard, Doubt):
            return (answering.not_understood(said, heard),)
        return self._act(heard) if heard.sure else self._ask_meant(heard)

    def _asked(self, said: str, heard: Heard | Doubt) -> Messages:
        """The answer to a question about the draft's figures; none where it is no such question."""
        reply = answer(self._draft, said)
        if reply is None:
            return ()
        if (
            not reply.known
            and not reply.options
            and isinstance(heard, Heard)
            and heard.sure
            and heard.intent is not Intent.WHY
        ):
            return ()
        if reply.options:
            offered = tuple(Choice("", option.label, option.says) for option in reply.options)
            return (Message(MessageKind.SAY, reply.text, offered),)
        if not reply.known:
            near = heard.nearest if isinstance(heard, Doubt) else ()
            return (Message(MessageKind.WARN, reply.text, choices.intent_choices(near), hits=reply.hits),)
        spot = reply.hits[0].spot if reply.hits else None
        return (Message(MessageKind.SAY, reply.text, hits=reply.hits, spot=spot),)

    def _ask_meant(self, heard: Heard) -> Messages:
        """A command was probably meant: ask before doing it."""
        return (self._ask_yes(answering.meant(heard), lambda: self._act(replace(heard, sure=True))),)

    def _ask_yes(self, question: str, do: Callable[[], Messages]) -> Message:
        message = Message(MessageKind.ASK, question, choices.yes_no(), finding=self._current)
        self._waiting = _YesNo(do, message)
        return message

    def _ask_text(self, question: str, use: Callable[[str], Messages], reason: bool = False) -> Messages:
        offered = choices.reason_choices() if reason else choices.text_choices()
        message = Message(MessageKind.ASK, question, offered, finding=self._current)
        self._waiting = _Text(use, reason, message)
        return (message,)

    # Doing

    def _act(self, heard: Heard) -> Messages:
        match heard.intent:
            case Intent.ACCEPT | Intent.REJECT | Intent.LATER | Intent.FIXED:
                return self._decide(_VERDICTS[heard.intent], heard.text)
            case Intent.ALIKE:
                return self._decide_alike(_VERDICTS[heard.every or Intent.ACCEPT], heard.text, heard.scope)
            case Intent.NOTE | Intent.RESPOND:
                return self._note(_TEXTS[heard.intent], heard.text)
            case Intent.ADD:
                return self._add(heard.text)
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
                text = overview.summary_text(self.all, self.examination, self.standing)
                return (Message(MessageKind.SUMMARY, text),)
            case Intent.LIST:
                return self._list_of(heard)
            case Intent.SEARCH:
                return self._search(heard.text)
            case Intent.ONLY:
                return self._only(heard.scope or filter_named(heard.text, self._codes))
            case Intent.EVERYTHING:
                self._agenda.filter = None
                return (_say(tr("Semua temuan ditampilkan lagi: {n}.").format(n=len(self.all))), *self._again())
            case Intent.EXPORT:
                body = summary_markdown(self.examination, self.standing, who=self.journal.who, when=self._clock())
                path = heard.text.strip().strip("\"'")
                return (Message(MessageKind.EXPORT, "", path=path, body=body, form=heard.form),)
            case Intent.SHOW:
                return self._show()
            case Intent.CHANGED:
                return self._changed(heard.text)
            case Intent.ORDER:
                return self._order_by(heard.text)
            case Intent.THRESHOLD:
                return self._fold(heard.text)
            case Intent.LANGUAGE:
                return self._speak(heard.text)
            case Intent.THEME:
                return self._colour(heard.text)
            case Intent.REFRESH:
                return self._refresh()
            case Intent.HELP:
                return (Message(MessageKind.HELP, overview.help_text()),)
            case Intent.THANKS:
                return (_say(tr("Siap. Kita lanjutkan kapan pun Anda mau.")),)
            case Intent.QUIT:
                return self._quit()

    # Deciding: the journal first, then the message that confirms

    def _decide(self, kind: EventKind, text: str) -> Messages:
        finding = self._current
        if finding is None:
            return (answering.none_in_hand(),)
        if kind is EventKind.REJECTED and _too_short(text):
            return self._ask_text(answering.why_not_a_mistake(), lambda given: self._decide(kind, given), reason=True)
        decision = self.state(finding).decision
        known = (
            decision and (decision.verdict, decision.reason) == (kind.verdict, text) and self.journal.mine(decision.who)
        )
        if decision and known and kind is not EventKind.LATER:
            said = tr("Memang sudah begitu: {verdict}.").format(verdict=verdict_name(decision.verdict))
            return (_say(said), *self._lead())
        return self._save(kind, (finding,), text)

    def _decide_alike(self, kind: EventKind, text: str, scope: Filter) -> Messages:
        """The same answer for several: those named, or those of the kind in hand."""
        if scope:
            findings = tuple(f for f in self._agenda.within(scope) if self._agenda.open(f))
            none = tr("Tidak ada temuan yang belum diputuskan di antara “{filter}”.").format(filter=scope.name)
        elif self._current is None:
            return (answering.none_in_hand(),)
        else:
            findings = self._agenda.alike(self._current)
            none = tr("Semua temuan sejenis ini sudah diputuskan.")
        if not findings:
            return (_say(none),)
        if kind is EventKind.REJECTED and _too_short(text):
            return self._ask_text(
                answering.why_not_a_mistake(), lambda given: self._decide_alike(kind, given, scope), reason=True
            )
        question = answering.all_alike(kind, findings, scope, text)
        return (self._ask_yes(question, lambda: self._save(kind, findings, text)),)

    def _note(self, kind: EventKind, text: str) -> Messages:
        finding = self._current
        if finding is None:
            return (answering.none_in_hand(),)
        if not text:
            question = tr("Apa catatannya?") if kind is EventKind.NOTE else tr("Apa tanggapan penyusun?")
            return self._ask_text(question, lambda given: self._note(kind, given))
        return self._save(kind, (finding,), text)

    def _add(self, text: str, own: OwnPlace | None = None) -> Messages:
        if not text:
            return self._ask_text(tr("Apa temuannya? Sebutkan juga tempatnya di draf."), self._add)
        told = tr("Temuan Anda ditambahkan: {text}").format(text=plain(text, 200))
        if own is not None:
            told = tr("Temuan Anda di {where} ditambahkan: {text}").format(where=own.shown, text=plain(text, 200))
        written = self._written(lambda: self._sheet.add(text, own))
        return (written if isinstance(written, Message) else Message(MessageKind.ANSWER, told), *self._again())

    def _save(self, kind: EventKind, findings: tuple[Finding, ...], text: str) -> Messages:
        written = self._written(lambda: self._sheet.decide(kind, findings, text, self.standing))
        if isinstance(written, Message):
            return (written, *self._again())
        if kind is EventKind.LATER:
            self._agenda.postponed |= {finding.id for finding in findings}
        told = answering.saved(kind, [self.number(finding) for finding in findings], text)
        answer = Message(MessageKind.ANSWER, told, finding=findings[0] if len(findings) == 1 else None)
        return (answer, *(self._lead() if kind.verdict else self._again()))

    def _written(self, write: Callable[[], tuple[Event, ...]]) -> tuple[Event, ...] | Message:
        """Write to the journal; the message to show where that failed."""
        try:
            events = write()
        except JournalError as problem:
            return _warn(plain(problem.words.of(language())))
        self._agenda.standing = self._lay()
        return events

    def _lay(self) -> Standing:
        sha = self.examination.report.document.sha256
        return standing(self.examination.findings, self.journal, sha, self._aliases)

    def _undo(self) -> Messages:
        if self._sheet.done:
            return self._take_back(self._sheet.done[-1])
        last = self._sheet.last()
        if last is None:
            return (_say(tr("Tidak ada yang dapat dibatalkan.")),)
        question = tr("Keputusan terakhir Anda dari {when}: {label} ({kind}). Batalkan?").format(
            when=moment(last.when), label=plain(last.entry.label or last.entry.text, 120), kind=kind_name(last.kind)
        )
        return (self._ask_yes(question, lambda: self._take_back(last.entry.batch or last.id)),)

    def _take_back(self, target: str) -> Messages:
        return self._shown_again(self._written(lambda: self._sheet.undo(target)), tr("Dibatalkan ({kind}): {what}"))

    def _redo(self) -> Messages:
        if not self._sheet.undone:
            return (_say(tr("Tidak ada pembatalan yang dapat dikembalikan.")),)
        return self._shown_again(self._written(self._sheet.redo), tr("Dikembalikan ({kind}): {what}"))

    def _shown_again(self, events: tuple[Event, ...] | Message, template: str) -> Messages:
        """Tell what was taken back or given back, and show its finding."""
        if isinstance(events, Message):
            return (events, *self._again())
        findings = self._agenda.of(event.entry.finding for event in events)
        later = {f.id for f in findings if (d := self.state(f).decision) and d.verdict is Verdict.LATER}
        self._agenda.postponed = self._agenda.postponed - {f.id for f in findings} | later
        what = plain(events[0].entry.label or events[0].entry.text, 120)
        if len(events) > 1:
            what = tr("keputusan untuk {n} temuan").format(n=len(events))
        text = template.format(kind=kind_name(events[0].kind), what=what)
        answer = Message(MessageKind.ANSWER, text, finding=findings[0] if findings else None)
        return (answer, *((self._put(findings[0]),) if findings else self._again()))

    # Moving

    def _put(self, finding: Finding) -> Message:
        """A finding is put before the reviewer."""
        self._current = finding
        number, total = self.number(finding), len(self.all)
        text = presenting.finding_text(self.examination, finding, self.state(finding), number, total)
        return Message(MessageKind.FINDING, text, self._usual(finding), finding, finding.location.spot)

    def _usual(self, finding: Finding) -> tuple[Choice, ...]:
        return choices.finding_choices(sum(other.id != finding.id for other in self._agenda.alike(finding)))

    def _again(self) -> Messages:
        """The finding in hand once more, after a word aside."""
        return (self._put(self._current),) if self._current else ()

    def _lead(self) -> Messages:
        """Put the next open finding, or tell that none is left."""
        before = self._current
        finding = self._agenda.next(before)
        if finding:
            small = self.small(finding) and not (before and self.small(before))
            return (*((answering.only_small(self._agenda),) if small else ()), self._put(finding))
        self._current = None
        return (answering.nothing_left(self._agenda),)

    def _next(self) -> Messages:
        before = self._current
        if before is None:
            self._agenda.postponed.clear()
        messages = self._lead()
        if before and self._current is before:
            return (_say(tr("Ini satu-satunya yang masih terbuka.")), *messages)
        return messages

    def _back(self) -> Messages:
        earlier = self._agenda.before(self._current)
        return (self._put(earlier),) if earlier else (_say(tr("Ini temuan pertama.")), *self._again())

    def _go(self, text: str) -> Messages:
        if not text:
            return (_warn(tr("Ke mana? Misalnya “ke 5” atau “ke tabel 3.11”.")),)
        number = number_of(text)
        if number is not None:
            number = len(self.all) if number == -1 else number
            if 0 < number <= len(self.all):
                return (self._put(self.all[number - 1]),)
            return (_warn(tr("Nomor temuan dari 1 sampai {n}.").format(n=len(self.all))),)
        if page := page_named(text):
            return self._go_page(page)
        table = find_table(self.examination.report, text)
        if table is not None:
            findings = tuple(finding for finding in self.order if finding.location.spot.block == table.block)
            told = answering.table_named(table, len(findings))
            shown = Message(MessageKind.GOTO, told, spot=Spot(table.block, 0, 0))
            return (shown, *(self._list(findings) if findings else ()))
        if table_number(text):
            return (answering.no_such_table(self.examination.report, table_number(text)),)
        heading = find_heading(self.examination.report, text)
        if heading is None:
            return self._search(text)
        spot, title = heading
        return (Message(MessageKind.GOTO, tr("Bagian: {heading}").format(heading=plain(title, 120)), spot=spot),)

    def _go_page(self, page: str) -> Messages:
        report = self.examination.report
        spot = find_page(report, page)
        if spot is not None:
            return (Message(MessageKind.GOTO, tr("Halaman {page}.").format(page=page), spot=spot),)
        last = pages(report)
        if not last:
            return (_warn(tr("Draf ini dibaca tanpa nomor halaman. Sebutkan tabel, bab atau nomor temuan.")),)
        return (_warn(tr("Tidak ada halaman {page}; draf ini sampai halaman {last}.").format(page=page, last=last)),)

    # Looking

    def _why(self) -> Messages:
        finding = self._current
        if finding is None:
            return (answering.none_in_hand(),)
        text = presenting.why_text(self.examination, finding)
        return (Message(MessageKind.EXPLAIN, text, self._usual(finding), finding, finding.location.spot),)

    def _show(self) -> Messages:
        """Where the finding in hand stands, as it is written there."""
        finding = self._current
        if finding is None:
            return (answering.none_in_hand(),)
        told = presenting.place_text(self.examination, finding)
        return (Message(MessageKind.GOTO, told, self._usual(finding), finding, finding.location.spot),)

    def _list_of(self, heard: Heard) -> Messages:
        """The findings that are named, else those shown; what is small is folded unless it is asked for."""
        scope = heard.scope or filter_named(heard.text, self._codes) or Filter()
        everything = bool(scope) or heard.text == "semua"
        findings = self._agenda.within(scope) if everything else self.order
        if not findings and scope:
            return (_say(tr("Tidak ada temuan yang termasuk “{filter}”.").format(filter=scope.name)),)
        return self._list(findings, fold=not scope.small)

    def _list(self, findings: tuple[Finding, ...], fold: bool = False) -> Messages:
        if not findings:
            return (_say(tr("Tidak ada temuan.")),)
        small = tuple(finding for finding in findings if self.small(finding)) if fold else ()
        shown = tuple(finding for finding in findings if finding not in small) if small else findings
        text = overview.list_text(shown, self.standing, self._agenda.numbers)
        if small:
            told = tr(
                "Dilipat: {n} temuan di bawah batas materialitas ({threshold}). Ketik “daftar yang kecil” untuk melihatnya."
            )
            folded = _say(told.format(n=len(small), threshold=plain(self.threshold)))
            return (*((Message(MessageKind.LIST, text, findings=shown),) if shown else ()), folded)
        return (Message(MessageKind.LIST, text, findings=shown),)

    @property
    def _codes(self) -> frozenset[str]:
        return frozenset(code for finding in self.all for code in (finding.code, finding.family))

    def _changed(self, since: str) -> Messages:
        """What became different: decisions of all, figures, what is found no more."""
        at = self._began
        events = [event for event in self.journal.events if datetime.fromisoformat(event.when) < at]
        if since:
            start = (at - timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        else:
            mine = [event for event in events if self.journal.mine(event.who)]
            start = datetime.fromisoformat(mine[-1].when) if mine else at
        sha = self.examination.report.document.sha256
        again = tuple(
            f for f in self._agenda.arranged if (s := self.state(f)).still_there or (s.changed and not s.decision)
        )
        told = _say(overview.changes_text(self.journal.events, self.standing, start, sha))
        return (told, *(self._list(again) if again else ()))

    # Settings

    def _order_by(self, way: str) -> Messages:
        ordering = ordering_named(way)
        if ordering is None:
            return (Message(MessageKind.ASK, tr("Urut menurut apa?"), choices.order_choices()),)
        self._agenda.arrange(ordering, self._agenda.threshold)
        self._remember(replace(self._preferences, ordering=ordering.value))
        return (_say(answering.ordered(ordering)), *self._from_the_start())

    def _fold(self, text: str) -> Messages:
        """Fold what is at stake below an amount; it stays in the lists, and is asked last."""
        off = text.strip().casefold() in ("0", "mati", "off", "tanpa", "none")
        threshold = None if off else threshold_of(text)
        if threshold is None and not off:
            return (_warn(tr("Berapa batasnya? Misalnya “batas materialitas 10 juta” atau “batas materialitas 1%”.")),)
        self._agenda.arrange(self.ordering, threshold)
        self._remember(replace(self._preferences, threshold=threshold.text if threshold else ""))
        if threshold is None:
            return (_say(tr("Tanpa batas materialitas; tidak ada yang dilipat.")),)
        small = sum(self.small(finding) for finding in self.all)
        told = tr(
            "Batas materialitas {threshold}: {n} temuan di bawahnya dilipat dan ditanyakan terakhir, tidak disembunyikan."
        )
        return (_say(told.format(threshold=plain(threshold.text), n=small)), *self._again())

    def prefer_theme(self, theme: str) -> None:
        """Remember colours that were chosen elsewhere than in words."""
        self._remember(replace(self._preferences, theme=theme))

    def _from_the_start(self) -> Messages:
        """The first open one in the new order."""
        self._current = None
        return self._lead()

    def _remember(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._keep(preferences)

    def _speak(self, wanted: str) -> Messages:
        named = language_named(wanted)
        if named is None:
            return (Message(MessageKind.ASK, tr("Bahasa apa?"), choices.language_choices()),)
        choose(named)
        return (Message(MessageKind.LANGUAGE, tr("Baik, dalam bahasa Indonesia.")), *self._again())

    def _colour(self, wanted: str) -> Messages:
        theme = theme_named(wanted)
        if theme is None:
            return (Message(MessageKind.ASK, tr("Tema apa?"), choices.theme_choices()),)
        self._remember(replace(self._preferences, theme=theme))
        return (Message(MessageKind.THEME, answering.coloured(theme), setting=theme),)

    def _search(self, text: str) -> Messages:
        wanted = text.strip().strip("\"'“”")
        if not wanted:
            return (_warn(tr("Cari apa? Misalnya “cari pagu”.")),)
        findings = matching_findings(self.all, wanted)
        hits, total = find_places(self.examination.report, wanted)
        if not findings and not hits:
            return (
                _say(tr("“{text}” tidak ditemukan, baik di temuan maupun di draf.").format(text=plain(wanted, 60))),
            )
        parts = [overview.list_text(findings, self.standing, self._agenda.numbers)] if findings else []
        parts += [overview.hits_text(hits, total)] if hits else []
        spot = hits[0].spot if hits and not findings else None
        return (Message(MessageKind.LIST, "\n".join(parts), findings=findings, hits=hits, spot=spot),)

    def _only(self, wanted: Filter | None) -> Messages:
        if wanted is None:
            example = tr(
                "Saring menurut apa? Misalnya “hanya kesalahan”, “hanya TOT”, “hanya belum”, “hanya tabel 3.5”."
            )
            return (_warn(example),)
        count = len(self._agenda.within(wanted))
        if not count:
            return (_say(tr("Tidak ada temuan yang termasuk “{filter}”.").format(filter=wanted.name)),)
        self._agenda.filter = wanted
        said = _say(tr("Menampilkan “{filter}”: {n} temuan.").format(filter=wanted.name, n=count))
        current = self._current
        if current and self._agenda.shown(current) and self._agenda.open(current):
            return (said, *self._again())
        self._current = None
        return (said, *self._lead())

    def _refresh(self) -> Messages:
        fresh = self.journal.reload()
        self._agenda.standing = self._lay()
        if not fresh:
            return (_say(tr("Tidak ada keputusan baru dari orang lain.")),)
        who = ", ".join(sorted({plain(event.who, 40) for event in fresh}))
        return (_say(tr("{n} hal baru dari {who}.").format(n=len(fresh), who=who)), *self._again())

    def _quit(self) -> Messages:
        if not self.journal.saved and self._sheet.done:
            question = tr("Keputusan di sesi ini tidak disimpan dan akan hilang. Keluar juga?")
            return (self._ask_yes(question, lambda: (self._goodbye(),)),)
        return (self._goodbye(),)

    def _goodbye(self) -> Message:
        folder = str(self.journal.folder) if self.journal.saved and self._sheet.done else ""
        return Message(MessageKind.QUIT, answering.goodbye(self.progress.decided, self.progress.total, folder))


def _say(text: str) -> Message:
    return Message(MessageKind.SAY, text)


def _warn(text: str) -> Message:
    return Message(MessageKind.WARN, text)


def _too_short(text: str) -> bool:
    return sum(char.isalnum() for char in text) < SHORTEST_REASON
