"""The review: conversation, list of findings and draft, side by side where there is room, one at a time where not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Event
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, Static

from reviewer.app import cards
from reviewer.app.answers import Answers
from reviewer.app.bars import Key, KeyBar, Masthead, ViewTabs
from reviewer.app.clean import clean, clean_line
from reviewer.app.draft_view import DraftView
from reviewer.app.figure import FigurePanel, Legend
from reviewer.app.finding_list import FindingList
from reviewer.app.prompt import Prompt
from reviewer.app.themes import BY_WORD
from reviewer.app.transcript import Card, Listing, Transcript
from reviewer.language import tr
from reviewer.model import Finding, Spot
from reviewer.reviewing import Command, Message, MessageKind, commands, deliver
from reviewer.reviewing.choices import intent_says
from reviewer.reviewing.commands import name_of
from reviewer.reviewing.events import Event as JournalEvent
from reviewer.reviewing.lexicon import Intent
from reviewer.reviewing.own import own_spots
from reviewer.reviewing.pointing import Told
from reviewer.reviewing.presenting import finding_text

if TYPE_CHECKING:
    from reviewer.app.loading import Opened

VIEWS = ("talk", "draft", "list")
MOST_HINTS = 6
"""Commands shown while one is typed."""
_TO_READ = set(MessageKind) - {MessageKind.ANSWER, MessageKind.FINDING, MessageKind.GOTO}
"""What is said in words; a decision is seen in the list and at the draft as well."""


class ReviewScreen(Screen[None]):
    """One draft under review. Digits answer, letters talk, arrows leaf through the findings."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide"), (200, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_panel", show=False),
        Binding("shift+tab", "next_panel(-1)", show=False),
        Binding("f1", "help", show=False),
        Binding("f2", "view('talk')", show=False),
        Binding("f3", "view('draft')", show=False),
        Binding("f4", "view('list')", show=False),
        Binding("f5", "marks", show=False),
        Binding("enter", "next", show=False),
        Binding("escape", "leave", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    class Left(Event):
        """The review is over; `farewell` is to be said on the terminal."""

        def __init__(self, farewell: str = "") -> None:
            super().__init__()
            self.farewell = farewell

    view: reactive[str] = reactive("talk", init=False)

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.opened = opened
        self.talk = opened.conversation
        self._leaving = False
        self._filter = ""
        self._marked: Finding | None = None
        self._hinted: tuple[Command, ...] = ()
        """Commands that fit what is being typed, as shown."""
        self._added: tuple[JournalEvent, ...] = ()
        self._own: dict[Spot, tuple[JournalEvent, ...]] = {}
        """Where findings of the reviewer's own stand."""

    def compose(self) -> ComposeResult:
        title = " · ".join(part for part in (self.opened.about, self.opened.path.name) if part)
        yield Masthead(title, id="masthead")
        yield ViewTabs(id="tabs")
        with Horizontal(id="panels"):
            yield FindingList(id="list")
            with Vertical(id="centre"):
                yield Transcript(id="transcript")
                yield Static(id="brief")
                yield Answers(id="answers")
                with Horizontal(id="prompt-line"):
                    yield Static("›", id="prompt-sign")
                    yield Prompt(commands(), self._is_answer, self._press, self._send, id="prompt")
                yield Static(id="hints")
            with Vertical(id="paper"):
                yield DraftView(id="draft")
                yield FigurePanel(id="figure")
                yield Legend(id="legend")
        yield KeyBar(id="keys")

    async def on_mount(self) -> None:
        self.add_class("-view-talk")
        self._name_panels()
        self.query_one(DraftView).show(self.opened.examination, self.opened.draft, self.opened.pointing)
        self._show_own()
        self.query_one(Prompt).focus()
        await self._told(self.talk.open())

    def _name_panels(self) -> None:
        """The words that stand still, in the language of now."""
        self.query_one(FindingList).border_title = Content(tr("Temuan"))
        self.query_one("#centre").border_title = Content(tr("Percakapan"))
        self.query_one("#paper").border_title = Content(tr("Draf"))
        self.query_one(Legend).explain(self.opened.pointing)
        self.query_one(ViewTabs).show(self.view)
        self.query_one(Prompt).completing.commands = commands()

    # What the reviewer does

    async def on_key(self, event: events.Key) -> None:
        """Digits answer and letters talk, whatever panel has the focus."""
        if event.character is None or not event.character.isprintable():
            return
        event.stop()
        if self._is_answer(event.character):
            await self._press(event.character)
        else:
            self._leaving = False
            prompt = self.query_one(Prompt)
            prompt.focus()
            prompt.insert_text_at_cursor(event.character)

    def _is_answer(self, character: str) -> bool:
        """Whether a character acts at once. Where words are awaited none does: they may begin with it."""
        if self.query_one(Prompt).value or self.talk.expects == "text":
            return False
        return character == "?" or self.query_one(Answers).choice(character) is not None

    async def _press(self, character: str) -> None:
        self._leaving = False
        if character == "?":
            self.action_help()
        elif (choice := self.query_one(Answers).choice(character)) is not None:
            await self._told(self.talk.hear(choice.says))

    @on(Answers.Given)
    async def _answer_clicked(self, event: Answers.Given) -> None:
        self.query_one(Prompt).focus()
        await self._told(self.talk.hear(event.choice.says))

    async def _send(self) -> None:
        """Say what was typed; nothing typed leads on, unless an answer is awaited."""
        self._leaving = False
        text = self.query_one(Prompt).take()
        if not text:
            await self.action_next()
            return
        self.view = "talk"
        await self.say(text)

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        """Commands that fit what is typed after a slash."""
        self._leaving = False
        prompt = self.query_one(Prompt)
        matching = prompt.completing.matching(prompt.value)
        if matching != self._hinted:
            self._hinted = matching
            hints = self.query_one("#hints", Static)
            hints.display = bool(matching)
            hints.update(cards.some_commands(matching, self.query_one("#prompt-line").size.width, MOST_HINTS))
        answers = self.query_one(Answers)
        answers.set_class(bool(prompt.value) and answers.choice(prompt.value) is None, "-typing")

    @on(Prompt.Step)
    async def _step(self, event: Prompt.Step) -> None:
        order = self.talk.order
        current = self.talk.current
        at = next((i for i, f in enumerate(order) if current is not None and f.id == current.id), None)
        to = 0 if at is None else at + event.by
        if 0 <= to < len(order):
            await self._told(self.talk.go(order[to]))

    @on(FindingList.Chosen)
    @on(DraftView.Chosen)
    @on(FigurePanel.Chosen)
    @on(Card.Chosen)
    @on(Listing.Chosen)
    async def _finding_chosen(
        self, event: FindingList.Chosen | DraftView.Chosen | FigurePanel.Chosen | Card.Chosen | Listing.Chosen
    ) -> None:
        event.stop()
        if event.finding is not self.talk.current or self.talk.expects:
            await self._told(self.talk.go(event.finding))
        elif isinstance(event, DraftView.Chosen | FigurePanel.Chosen):
            self.view = "talk"

    @on(DraftView.Pointed)
    def _pointed(self, event: DraftView.Pointed) -> None:
        self._tell(event.told)

    def _tell(self, told: Told | None) -> None:
        """Below the draft: what is known of the place under the cursor."""
        own = self._own.get(told.spot, ()) if told is not None else ()
        texts = [entry.entry.text for entry in own]
        self.query_one(FigurePanel).tell(told, texts, self.talk.number)
        self.set_class(told is not None, "-pointing")

    @on(FigurePanel.Shown)
    def _partner_clicked(self, event: FigurePanel.Shown) -> None:
        draft = self.query_one(DraftView)
        draft.focus()
        draft.point_at(event.spot)

    @on(DraftView.Adding)
    @on(FigurePanel.Adding)
    async def _adding(self, event: DraftView.Adding | FigurePanel.Adding) -> None:
        """A finding of the reviewer's own: the conversation asks for its words."""
        await self._told(self.talk.add_at(event.spot))
        self.view = "talk"
        self.query_one(Prompt).focus()

    def _show_own(self) -> None:
        """Where the findings stand that were added by hand."""
        added = self.talk.standing.added
        if added != self._added:
            self._added = added
            self._own = own_spots(self.opened.examination.report, added)
            draft = self.query_one(DraftView)
            draft.mark_own(self._own)
            if draft.pointed is not None:
                self._tell(draft.pointed)

    def action_marks(self) -> None:
        """Signs with their legend, signs alone, none."""
        draft = self.query_one(DraftView)
        if self.has_class("-no-legend"):
            draft.show_ledger(not draft.ledger)
            self.set_class(not draft.ledger, "-no-legend")
        else:
            self.add_class("-no-legend")

    @on(Listing.Shown)
    def _place_chosen(self, event: Listing.Shown) -> None:
        self.query_one(DraftView).go_to(event.spot)
        if self.has_class("-narrow"):
            self.view = "draft"

    @on(ViewTabs.Chosen)
    def _tab_clicked(self, event: ViewTabs.Chosen) -> None:
        self.view = event.view

    @on(Prompt.Left)
    async def action_leave(self) -> None:
        """Escape drops a question that waits, else leads back to the conversation."""
        if self.talk.expects and self.talk.current is not None:
            await self._told(self.talk.go(self.talk.current))
        elif self.query_one(DraftView).pointed is not None:
            self.query_one(DraftView).drop_cursor()
        else:
            self.view = "talk"
            self.query_one(Prompt).focus()

    async def action_next(self) -> None:
        if self.talk.expects:
            self.query_one(Prompt).focus()
            return
        await self._told(self.talk.hear(intent_says(Intent.NEXT)))

    async def action_undo(self) -> None:
        await self._told(self.talk.hear(intent_says(Intent.UNDO)))

    def action_help(self) -> None:
        from reviewer.app.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_copy_text(self) -> None:
        """Copy what is selected, else what the cursor in the draft stands on, else the finding in hand."""
        if selected := self.get_selected_text():
            self._copy(selected, tr("Disalin."))
        elif (told := self.query_one(DraftView).pointed) is not None and told.text:
            self._copy(told.text, tr("Disalin: {text}").format(text=told.text))
        elif (finding := self.talk.current) is not None:
            number, total = self.talk.number(finding), len(self.talk.all)
            text = finding_text(self.talk.examination, finding, self.talk.state(finding), number, total)
            self._copy(text, tr("Temuan {n} disalin. Ctrl+Q untuk keluar.").format(n=number))
        else:
            raise SkipAction

    def _copy(self, text: str, told: str) -> None:
        self.app.copy_to_clipboard(clean(text))
        self.notify(clean_line(told), markup=False, timeout=3)

    def action_palette(self) -> None:
        self.app.action_command_palette()

    async def action_quit(self) -> None:
        await self.app.action_quit()

    async def take_leave(self) -> None:
        """End the review, unless something typed would be lost or the conversation asks first; insisting ends it."""
        if self._leaving:
            self.post_message(self.Left())
            return
        self._leaving = True
        if self.query_one(Prompt).value.strip():
            unsent = tr("Yang Anda ketik belum dikirim. Ctrl+Q sekali lagi untuk keluar tanpa mengirimnya.")
            await self._told((Message(MessageKind.WARN, unsent),))
        else:
            await self._told(self.talk.hear(f"/{name_of(Intent.QUIT)}"))

    def action_next_panel(self, by: int = 1) -> None:
        if self.has_class("-narrow"):
            self.view = VIEWS[(VIEWS.index(self.view) + by) % len(VIEWS)]
            return
        panels = [
            w
            for w in (self.query_one(Prompt), self.query_one(DraftView), self.query_one(FindingList))
            if w.display and w.parent is not None and w.parent.display
        ]
        at = panels.index(self.focused) if self.focused in panels else 0
        panels[(at + by) % len(panels)].focus()

    def action_view(self, view: str) -> None:
        self.view = view
        self._focus_view()

    def action_page(self, direction: int) -> None:
        """Page whatever is in front."""
        front = self.query_one(Transcript) if self.view == "talk" else self.query_one(DraftView)
        front.scroll_relative(y=direction * max(front.size.height - 2, 1), animate=False)

    def watch_view(self, old: str, view: str) -> None:
        self.remove_class(f"-view-{old}")
        self.add_class(f"-view-{view}")
        self.query_one(ViewTabs).show(view)
        self._focus_view()

    def _focus_view(self) -> None:
        self.query_one({"talk": "#prompt", "draft": "#draft", "list": "#list"}[self.view]).focus()

    # What the conversation does

    async def _told(self, messages: tuple[Message, ...]) -> None:
        """Show what was said, and everything that may have changed by it."""
        said = list(messages)
        for message in messages:
            if message.kind is MessageKind.EXPORT:
                said += deliver(self.talk, message)
        await self.query_one(Transcript).say(self.talk, tuple(said))
        if self.has_class("-narrow") and any(message.kind in _TO_READ for message in said):
            self.view = "talk"
        self._offer()
        self._show_place(said)
        self._show_own()
        self._show_state()
        for message in said:
            if message.kind is MessageKind.THEME:
                self.app.theme = BY_WORD[message.setting]
            elif message.kind is MessageKind.LANGUAGE:
                self._name_panels()
            if message.kind is MessageKind.QUIT:
                self.post_message(self.Left(message.text))

    def _show_place(self, said: list[Message]) -> None:
        """Bring the draft to what is spoken of; it stays where the reviewer scrolled it otherwise."""
        draft = self.query_one(DraftView)
        again = any(message.kind is MessageKind.FINDING for message in said) and draft.pointed is None
        if again or self.talk.current is not self._marked:
            self._marked = self.talk.current
            draft.mark(self._marked)
        for message in said:
            if message.spot is not None and message.kind is not MessageKind.FINDING:
                draft.go_to(message.spot)
                if message.kind is MessageKind.GOTO and self.has_class("-narrow"):
                    self.view = "draft"

    def _offer(self) -> None:
        """The answers open now, and what may be typed."""
        self.query_one(Answers).offer(self.talk.choices, numbered=self.talk.numbered)
        self.query_one(Prompt).placeholder = self._placeholder()

    def _placeholder(self) -> str:
        match self.talk.expects:
            case "text" if self._offers_reasons:
                return tr("ketik alasan atau nomor alasan lazim, lalu Enter; Esc membatalkan")
            case "text":
                return tr("ketik jawaban, lalu Enter; Esc membatalkan")
            case "yes-no":
                return tr("ya atau tidak")
            case _:
                return tr("ketik apa saja; / perintah, ? bantuan")

    @property
    def _offers_reasons(self) -> bool:
        """Words are awaited, and the usual ones are offered with numbers."""
        return self.talk.expects == "text" and self.talk.numbered

    def _show_state(self) -> None:
        talk = self.talk
        progress = talk.progress
        self.query_one(Masthead).progress(progress.decided, progress.total)
        findings = self.query_one(FindingList)
        findings.show(talk.order, talk.state, talk.number, talk.current)
        if talk.filter != self._filter:
            self._filter = talk.filter
            findings.border_subtitle = Content(clean_line(talk.filter))
        brief = self.query_one("#brief", Static)
        if talk.current is not None:
            brief.update(cards.brief(talk.current, talk.number(talk.current)), layout=self.has_class("-narrow"))
        self.query_one(KeyBar).show(
            *self._keys_to_answer(),
            Key("↑↓", tr("pindah"), "view('list')"),
            Key("Tab", tr("panel"), "next_panel"),
            Key("F1" if talk.expects == "text" else "?", tr("bantuan"), "help"),
            Key("^Q", tr("keluar"), "quit"),
            Key("^Z", tr("batalkan"), "undo"),
            Key("^P", tr("perintah"), "palette"),
        )

    def _keys_to_answer(self) -> list[Key]:
        answers = len(self.query_one(Answers).choices)
        if self.talk.expects == "text":
            usual = [Key(f"1-{answers} Enter", tr("pilih"), "answers")] if self._offers_reasons else []
            return [*usual, Key("Enter", tr("kirim"), "send"), Key("Esc", tr("tidak jadi"), "leave")]
        return [
            *([Key(f"1-{answers}", tr("jawab"), "answers")] if answers else []),
            Key("Enter", tr("lanjut"), "next"),
        ]

    async def action_send(self) -> None:
        self.query_one(Prompt).focus()
        await self._send()

    def action_answers(self) -> None:
        self.query_one(Prompt).focus()

    @on(DraftView.Moved)
    def _draft_moved(self, event: DraftView.Moved) -> None:
        parts = (tr("Draf"), clean_line(event.heading))
        self.query_one("#paper").border_title = Content(" · ".join(part for part in parts if part))

    def begin(self, text: str) -> None:
        """Start typing for the reviewer, who goes on."""
        prompt = self.query_one(Prompt)
        prompt.value = text
        prompt.cursor_position = len(text)
        prompt.focus()

    async def say(self, text: str) -> None:
        """Say something for the reviewer."""
        self.query_one(Transcript).heard(text)
        await self._told(self.talk.hear(text))
