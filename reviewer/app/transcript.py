"""The conversation so far."""

from __future__ import annotations

from textual import events
from textual.containers import VerticalScroll
from textual.message import Message as Event
from textual.widgets import Static

from reviewer.app import cards
from reviewer.model import Finding, Severity
from reviewer.reviewing import Conversation, Message, MessageKind

MOST = 120
"""Things said that are kept on the screen; the journal keeps what matters."""


class Said(Static):
    """One thing said."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__(classes=f"-{tone}")
        self._text = text

    def on_resize(self, event: events.Resize) -> None:
        self.update(cards.paragraphs(self._text, max(self.content_region.width, 20)))


class Card(Static):
    """A finding put before the reviewer; it folds to a line when the next one comes."""

    class Chosen(Event):
        """A folded card was clicked."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    def __init__(self, conversation: Conversation, finding: Finding) -> None:
        super().__init__(classes="-card")
        self.conversation = conversation
        self.finding = finding
        self.past = False

    def put(self, finding: Finding) -> None:
        """Show another finding in its place."""
        self.finding = finding
        self.draw()

    def fold(self) -> None:
        self.past = True
        self.add_class("-past")
        self.draw()

    def draw(self) -> None:
        talk = self.conversation
        number = talk.number(self.finding)
        if self.past:
            self.update(cards.past_card(self.finding, number))
            return
        width = max(self.content_region.width, 20)
        low = self.screen.has_class("-low")
        state = talk.state(self.finding)
        self.update(cards.finding_card(talk.examination, self.finding, state, number, len(talk.all), width, low))
        for severity in Severity:
            self.set_class(severity is self.finding.severity, f"-{severity.value}")

    def on_mount(self) -> None:
        self.draw()

    def on_resize(self, event: events.Resize) -> None:
        if not self.past:
            self.draw()

    def on_click(self, event: events.Click) -> None:
        if self.past:
            self.post_message(self.Chosen(self.finding))


class Transcript(VerticalScroll, can_focus=False):
    """What was said, the latest below."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._card: Card | None = None
        self._last: Said | Card | None = None
        self._answered = False

    def heard(self, text: str) -> None:
        """The reviewer said something."""
        self._add(Said(text, "you"))

    async def say(self, conversation: Conversation, messages: tuple[Message, ...]) -> None:
        """The conversation said something."""
        added: list[Said | Card] = []
        for message in messages:
            if message.kind is MessageKind.FINDING and message.finding is not None:
                card = self._before(conversation, message.finding, replace=not added)
                if card is not None:
                    added.append(card)
            elif message.text:
                added.append(Said(message.text, message.kind.value))
        for widget in added:
            self._add(widget)
        excess = len(self.children) - MOST
        if excess > 0:
            await self.remove_children(self.children[:excess])
        self.call_after_refresh(self._show_last)

    def _before(self, conversation: Conversation, finding: Finding, replace: bool) -> Card | None:
        """A new card, or none where the last thing said was a card that nobody answered: that one is reused."""
        if replace and self._card is not None and self._card is self._last:
            self._card.put(finding)
            return None
        if self._card is not None:
            self._answered = True
            self._card.fold()
        self._card = Card(conversation, finding)
        return self._card

    def _add(self, widget: Said | Card) -> None:
        self._last = widget
        self.mount(widget)

    def _show_last(self) -> None:
        """Scroll to the end, but not past the head of the finding in hand, nor past a greeting that leaves it room."""
        top = self.max_scroll_y
        if self._card is not None and self._card is self._last:
            top = min(top, self._card.virtual_region.y)
            if top <= self.size.height // 3 and not self._answered:
                top = 0
        self.scroll_to(y=top, animate=False)
