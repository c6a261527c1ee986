"""`reviewer DRAFT`, or `reviewer` alone: the app."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from pathlib import Path

from reviewer.commands import COMMANDS
from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.configuration import chosen_configuration
from reviewer.commands.journal import journal_choice
from reviewer.commands.settings import settings_of
from reviewer.language import current, tr


def run(arguments: Arguments) -> int:
    words = arguments.words
    if words and not Path(words[0]).exists() and (near := get_close_matches(words[0], COMMANDS, n=1)):
        raise Usage(
            tr("Tidak ada draf atau perintah “{word}”; mungkin maksud Anda: reviewer {command}").format(
                word=words[0], command=near[0]
            )
        )
    if len(words) > 1:
        raise Usage(tr("Aplikasi membuka satu draf; untuk memeriksa beberapa: reviewer check DRAF..."))
    settings, choice = settings_of(arguments, chosen_configuration(arguments)), journal_choice(arguments)
    if not words and choice.folder:
        raise Usage(tr("--journal dan --continue memerlukan draf."))

    from reviewer.app import open_app
    from reviewer.reviewing.journal import open_journal

    opening = partial(
        open_journal, trust=choice.trust, folder=choice.folder, memory=choice.memory, original=choice.original
    )
    return open_app(Path(words[0]) if words else None, settings, opening, current())
