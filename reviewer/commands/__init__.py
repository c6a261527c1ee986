"""The commands of the command line: one module each, imported when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from reviewer import language
from reviewer.commands import options
from reviewer.commands.arguments import Usage, first_word, read_arguments
from reviewer.commands.output import complain
from reviewer.model.words import Language

COMMANDS = ("check", "chat", "explain", "rules", "config", "completion")
UNUSABLE = 2


def run(argv: Sequence[str]) -> int:
    """Run a command line; whatever goes wrong is one line on stderr."""
    language.choose(_language(argv))
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        return _run(list(argv))
    except Usage as problem:
        complain(str(problem))
        return UNUSABLE
    except Exception as error:
        if os.environ.get("REVIEWER_DEBUG"):
            raise
        from reviewer.commands.faults import fault

        complain(fault(error).of(language.current()))
        return UNUSABLE


def _run(argv: list[str]) -> int:
    every = {option.key: option for command in COMMANDS for option in options.of(command)}
    at = first_word(argv, tuple(every.values()))
    command = argv[at] if at is not None and argv[at] in COMMANDS else ""
    if command and at is not None:
        del argv[at]
    taken = options.of(command)
    if {"--help", "-h"}.intersection(_before_words(argv)):
        from reviewer.commands.help import show_help

        return show_help(command, taken)
    arguments = read_arguments(argv, taken)
    if arguments.has("--version"):
        from reviewer.commands.output import show_version

        return show_version()
    module = import_module(f"reviewer.commands.{command or 'app'}")
    code: int = module.run(arguments)
    return code


def _language(argv: Sequence[str]) -> Language:
    """The language asked for; it must be known before anything is said about the rest of the line."""
    asked: str | None = None
    said = _before_words(argv)
    for index, word in enumerate(said):
        if word == "--lang":
            asked = "".join(said[index + 1 : index + 2])
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    if asked == "en":
        return "en"
    return "id" if asked == "id" else language.preferred()


def _before_words(argv: Sequence[str]) -> Sequence[str]:
    """What stands before `--`."""
    return argv[: argv.index("--")] if "--" in argv else argv
