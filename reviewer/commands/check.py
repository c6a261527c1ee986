"""`reviewer check`: examine drafts and print what does not hold."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.configuration import configuration
from reviewer.commands.journal import JournalChoice, decided, journal_choice
from reviewer.commands.options import NEVER
from reviewer.commands.output import complain, printing, stages, write_bytes, writing
from reviewer.commands.settings import settings_of
from reviewer.language import current, tr
from reviewer.model import Severity
from reviewer.reading.unreadable import Unreadable
from reviewer.reporting.outcome import Outcome
from reviewer.run import Settings, examine_file

FOUND, UNUSABLE = 1, 2


def run(arguments: Arguments) -> int:
    drafts = expand(arguments.words, windows=os.name == "nt")
    if not drafts:
        raise Usage(tr("Sebutkan draf yang diperiksa, misalnya: reviewer check laporan.docx"))
    if len(drafts) > 1 and (arguments.get("--journal") or arguments.get("--continue")):
        raise Usage(tr("--journal dan --continue hanya untuk satu draf."))
    configured = configuration(Path.cwd())
    settings = settings_of(arguments, configured)
    choice = journal_choice(arguments)
    level = arguments.get("--fail-on") or Severity.ERROR.value
    threshold = None if level == NEVER else Severity(level)
    as_text = arguments.get("--format") != "json"
    several = len(drafts) > 1

    if configured.path:
        complain(tr("memakai konfigurasi {path}").format(path=configured.path))
    outcomes: list[Outcome] = []
    for draft in drafts:
        outcome = _examine(Path(draft), settings, choice)
        if outcome is None:
            continue
        outcomes.append(outcome)
        if as_text:
            _print(outcome, colour=not arguments.has("--no-color"), unchecked=arguments.has("--ledger"))
    unreadable = len(drafts) - len(outcomes)
    if as_text and several:
        _print_closing(outcomes, unreadable, colour=not arguments.has("--no-color"))
    elif not as_text and (several or outcomes):
        from reviewer.reporting.machine import as_json

        with writing():
            write_bytes(as_json(outcomes, current(), several))
    if unreadable:
        return UNUSABLE
    return FOUND if any(outcome.reaches(threshold) for outcome in outcomes) else 0


def _examine(draft: Path, settings: Settings, choice: JournalChoice) -> Outcome | None:
    """What was found in a draft, with the decisions on it; None, having said why, where it cannot be used."""
    try:
        with stages(draft) as stage:
            examination = examine_file(draft, settings, stage)
    except Unreadable as problem:
        complain(problem.message.of(current()))
        return None
    outcome, notices = decided(examination, draft, choice)
    for notice in notices:
        complain(notice.of(current()))
    return outcome


def _print(outcome: Outcome, colour: bool, unchecked: bool) -> None:
    from reviewer.reporting.text import report

    with printing(colour) as paper:
        if unchecked:
            from reviewer.reporting.unchecked import unchecked_figures

            unchecked_figures(outcome.examination, paper)
        report(outcome, paper)


def _print_closing(outcomes: Sequence[Outcome], unreadable: int, colour: bool) -> None:
    from reviewer.reporting.text import closing

    with printing(colour) as paper:
        closing(outcomes, unreadable, paper)


def expand(words: Sequence[str], windows: bool) -> list[str]:
    """The drafts named. Windows' shells leave `*.docx` to the program; a name that exists is meant as it stands."""
    from glob import glob

    drafts: list[str] = []
    for word in words:
        if windows and any(c in word for c in "*?") and not Path(word).exists():
            drafts.extend(sorted(glob(word)) or [word])
        else:
            drafts.append(word)
    return drafts
