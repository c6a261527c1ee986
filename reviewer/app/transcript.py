"""The conversation so far."""

from __future__ import annotations

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message as Event
from textual.widget import Widget

from reviewer.app import cards
from reviewer.model import Finding, Spot
from reviewer.reviewing import Conversation, Message, MessageKind

MOST = 60
"""Things said that are kept on the screen; the journal keeps what matters."""


class Flowing(Widget):
    """Words set for the width they are given."""

    _set: tuple[tuple[int, bool], Content] | None = None

    def words(self, width: int, low: bool) -> Content:
        """The words, for a column so wide; `low` where the screen has few lines."""
        raise NotImplementedError

    def again(self) -> None:
        """The words have changed."""
        self._set = None
        self.refresh(layout=True)

    def render(self) -> Content:
        return self._words(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._words(width).get_height({}, width)

    def _words(self, width: int) -> Content:
        key = width, self.screen.has_class("-low")
        if self._set is None or self._set[0] != key:
            self._set = key, self.words(*key)
        return self._set[1]


class Said(Flowing):
    """One thing said."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__(classes=f"-{tone}")
        self._text = text

    def words(self, width: int, low: bool) -> Content:
        return cards.paragraphs(self._text, width)


class Listing(Flowing):
    """Findings and places of the draft to choose from."""

    class Chosen(Event):
        """A finding was clicked."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    class Shown(Event):
        """A place was clicked."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self, conversation: Conversation, message: Message) -> None:
        super().__init__(classes=f"-{message.kind.value}")
        self._conversation = conversation
        self._message = message

    def words(self, width: int, low: bool) -> Content:
        if self._message.kind is MessageKind.LIST:
            return cards.listing(self._conversation, self._message, width)
        return cards.answer(self._message, width)

    def action_choose(self, index: int) -> None:
        self.post_message(self.Chosen(self._message.findings[index]))

    def action_show(self, index: int) -> None:
        self.post_message(self.Shown(self._message.hits[index].spot))


class Card(Flowing):
    """A finding put before the reviewer; it folds to a line when the next one comes."""

    class Chosen(Event):
        """A folded card was clicked."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    def __init__(self, conversation: Conversation, finding: Finding) -> None:
        super().__init__(classes=f"-{finding.severity.value}")
        self.conversation = conversation
        self.finding = finding
        self.past = False

    def put(self, finding: Finding) -> None:
        """Show another finding in its place."""
        self.set_classes(f"-{finding.severity.value}")
        self.finding = finding
        self.again()

    def fold(self) -> None:
        self.past = True
        self.set_classes("-past")
        self.again()

    def words(self, width: int, low: bool) -> Content:
        talk, finding = self.conversation, self.finding
        number = talk.number(finding)
        if self.past:
            return cards.past_card(finding, number, width)
        return cards.finding_card(talk.examination, finding, talk.state(finding), number, len(talk.all), width, low)

    def on_click(self, event: events.Click) -> None:
        if self.past:
            self.post_message(self.Chosen(self.finding))


class Transcript(VerticalScroll, can_focus=False):
    """What was said, the latest below."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._card: Card | None = None
        self._last: Flowing | None = None
        self._answered = False
        self._held = 0
        """Where it was scrolled to last, unless by the reviewer."""

    def on_show(self, event: events.Show) -> None:
        """What was said while the panel was folded away had no place to be scrolled to."""
        self.call_after_refresh(self._show_last)

    def on_resize(self, event: events.Resize) -> None:
        """The panel gives lines to the answers and takes them back."""
        if self.scroll_offset.y == self._held:
            self.call_after_refresh(self._show_last)

    def heard(self, text: str) -> None:
        """The reviewer said something."""
        self._add(Said(text, "you"))

    async def say(self, conversation: Conversation, messages: tuple[Message, ...]) -> None:
        """The conversation said something."""
        added: list[Flowing] = []
        for message in messages:
            if message.kind is MessageKind.FINDING and message.finding is not None:
                card = self._before(conversation, message.finding, replace=not added)
                if card is not None:
                    added.append(card)
            elif message.findings or message.hits:
                added.append(Listing(conversation, message))
            elif message.text:
                added.append(Said(message.text, message.kind.value))
        if added:
            self.query(f".-{MessageKind.ASK.value}").add_class("-past")
            self._add(*added)
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

    def _add(self, *said: Flowing) -> None:
        self._last = said[-1]
        self.mount(*said)

    def _show_last(self) -> None:
        """Scroll to the end, but not past the finding in hand and the decision confirmed above it, nor past a greeting
        that leaves it room."""
        if not self.container_size:
            return
        top = self.max_scroll_y
        if self._card is not None and self._card is self._last:
            before = self.children[-2:-1]
            confirmed = before and before[0].has_class(f"-{MessageKind.ANSWER.value}")
            top = min(top, (before[0] if confirmed else self._card).virtual_region.y)
            if top <= self.size.height // 3 and not self._answered:
                top = 0
        self._held = top
        self.scroll_to(y=top, animate=False)
