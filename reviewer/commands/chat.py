"""`reviewer chat DRAFT`: the conversation; `--plain` on any terminal and through a pipe, line by line."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.configuration import chosen_configuration
from reviewer.commands.journal import journal_choice
from reviewer.commands.output import WIDEST, complain, stages, writing
from reviewer.commands.settings import settings_of
from reviewer.language import current, tr
from reviewer.reading.unreadable import Unreadable

if TYPE_CHECKING:
    from reviewer.reviewing import Conversation, Message

UNUSABLE = 2
PROMPT = "› "


def run(arguments: Arguments) -> int:
    """The app, or with `--plain` the same conversation over standard input and output."""
    if not arguments.has("--plain"):
        from reviewer.commands import app

        return app.run(arguments)
    if len(arguments.words) != 1:
        raise Usage(tr("Sebutkan satu draf, misalnya: reviewer chat --plain laporan.docx"))
    draft = Path(arguments.words[0])
    settings, choice = settings_of(arguments, chosen_configuration(arguments)), journal_choice(arguments)

    from reviewer.reviewing import Conversation, JournalError, open_journal
    from reviewer.reviewing.preferences import chosen
    from reviewer.run import examine_file

    try:
        with stages(draft) as stage:
            examination = examine_file(draft, settings, stage)
        journal = open_journal(
            draft,
            examination.report.document.sha256,
            trust=choice.trust,
            folder=choice.folder,
            memory=choice.memory,
            original=choice.original,
        )
    except Unreadable as problem:
        complain(problem.message.of(current()))
        return UNUSABLE
    except JournalError as problem:
        complain(problem.words.of(current()))
        return UNUSABLE
    with writing():
        preferences, keep = chosen()
        talk(Conversation(examination, journal, preferences=preferences, keep=keep), _heard(), _say)
    return 0


def talk(conversation: Conversation, heard: Iterable[str], say: Callable[[str], None]) -> None:
    """Lead through the findings: every line of `heard` is one answer. Ends when the conversation does or nothing more is said.

    An empty line leads on, unless an answer is awaited.
    """
    from reviewer.reviewing import deliver
    from reviewer.reviewing.choices import intent_says
    from reviewer.reviewing.lexicon import Intent
    from reviewer.reviewing.messages import MessageKind

    def told(messages: tuple[Message, ...]) -> bool:
        """Say these; whether the conversation is over."""
        for message in messages:
            for part in (message, *(deliver(conversation, message) if message.kind is MessageKind.EXPORT else ())):
                if part.kind is MessageKind.THEME:
                    say(
                        tr("Di sini tidak ada tema: warnanya diatur di terminal Anda. Pilihan ini dipakai di aplikasi.")
                    )
                elif part.plain:
                    say(part.plain)
        return any(message.kind is MessageKind.QUIT for message in messages)

    if told(conversation.open()):
        return
    for line in heard:
        empty = "" if conversation.expects else intent_says(Intent.NEXT)
        if told(conversation.hear(line.strip() or empty)):
            return
    told(conversation.end())


def _heard() -> Iterator[str]:
    """The lines of standard input; on a terminal after a prompt, with the keys and history of readline where there is one."""
    if not sys.stdin.isatty():
        for raw in sys.stdin.buffer:
            yield raw.decode("utf-8-sig", errors="replace")
        return
    with suppress(ImportError):  # Windows has none
        import readline  # noqa: F401
    while True:
        try:
            yield input(PROMPT)
        except EOFError:
            print()
            return


def _say(text: str) -> None:
    """One message and an empty line; on a terminal no wider than is easily read."""
    if sys.stdout.isatty():
        width = min(shutil.get_terminal_size().columns, WIDEST) - 1
        text = "\n".join(textwrap.fill(line, width, subsequent_indent=_indent(line)) for line in text.split("\n"))
    print(text, end="\n\n", flush=True)


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip()) + 2)
