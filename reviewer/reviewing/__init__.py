"""Decisions about findings: the journal they are kept in, and the conversation in which they are made."""

from reviewer.reviewing.commands import Command, commands
from reviewer.reviewing.conversation import Conversation, Progress
from reviewer.reviewing.events import Entry, Event, EventKind
from reviewer.reviewing.excerpt import Excerpt, ExcerptCell, Piece, excerpt
from reviewer.reviewing.export import ExportRefused, deliver, summary_markdown, write_summary
from reviewer.reviewing.journal import Journal, JournalError, open_journal, person, review_folder
from reviewer.reviewing.matching import Fate, Key, Match, Matching, match
from reviewer.reviewing.messages import Choice, Hit, Message, MessageKind
from reviewer.reviewing.standing import FindingState, Standing, standing

__all__ = [
    "Choice", "Command", "Conversation", "Entry", "Event", "EventKind", "Excerpt", "ExcerptCell", "ExportRefused", "Fate",
    "FindingState", "Hit", "Journal", "JournalError", "Key", "Match", "Matching", "Message", "MessageKind", "Piece",
    "Progress", "Standing", "commands", "deliver", "excerpt", "match", "open_journal", "person", "review_folder",
    "standing", "summary_markdown", "write_summary",
]  # fmt: skip
