"""`reviewer explain`: the manual page of a check."""

from __future__ import annotations

from reviewer.checking.base import Check
from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.codes import called, unknown
from reviewer.commands.output import printing
from reviewer.language import tr


def run(arguments: Arguments) -> int:
    from reviewer.checking.registry import checks
    from reviewer.reporting.pages import manual

    if not arguments.words:
        raise Usage(tr("Sebutkan kode yang dijelaskan, misalnya: reviewer explain TOT001"))
    every = tuple(checks())
    wanted: list[Check] = []
    for word in arguments.words:
        found = called(word, every)
        if not found:
            raise Usage(unknown(word, every))
        wanted.extend(found)
    with printing(colour=not arguments.has("--no-color")) as paper:
        for check in dict.fromkeys(wanted):
            manual(check, paper)
    return 0
