"""`reviewer rules`: every check there is."""

from __future__ import annotations

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.output import printing, write_bytes, writing
from reviewer.language import current, tr


def run(arguments: Arguments) -> int:
    from reviewer.checking.registry import checks

    if arguments.words:
        raise Usage(
            tr("“reviewer rules” tidak memakai “{word}”; penjelasan satu kode: reviewer explain KODE").format(
                word=arguments.words[0]
            )
        )
    every = tuple(checks())
    if arguments.get("--format") == "json":
        from reviewer.reporting.machine import rules_json

        with writing():
            write_bytes(rules_json(every, current()))
        return 0
    from reviewer.reporting.pages import listing

    with printing(colour=not arguments.has("--no-color")) as paper:
        listing(every, paper)
    return 0
