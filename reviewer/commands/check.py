"""`reviewer check`: examine drafts and print what does not hold."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.baseline import Baseline, baseline_bytes, compared, read_baseline
from reviewer.commands.configuration import configuration
from reviewer.commands.journal import JournalChoice, decided, journal_choice
from reviewer.commands.options import NEVER
from reviewer.commands.output import complain, printing, replace_file, stages, target, typing, write_bytes, writing
from reviewer.commands.settings import settings_of
from reviewer.language import current, tr
from reviewer.model import Severity
from reviewer.reading.unreadable import Unreadable
from reviewer.reporting.outcome import Failure, Outcome, Run
from reviewer.run import Settings, examine_file

if TYPE_CHECKING:
    from reviewer.reporting.paper import Paper

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
    several = len(drafts) > 1
    written_to = target("--output", drafts, arguments)
    new_baseline = target("--write-baseline", drafts, arguments)
    comparison = _comparison(arguments)
    before = read_baseline(new_baseline) if new_baseline and new_baseline.exists() else None

    if configured.path:
        complain(tr("memakai konfigurasi {path}").format(path=configured.path))
    outcomes: list[Outcome] = []
    failures: list[Failure] = []
    form = arguments.get("--format") or "text"
    shown = form == "text" and written_to is None
    listing = TextForm(
        colour=not arguments.has("--no-color"),
        unchecked=arguments.has("--ledger"),
        suppressed=arguments.has("--show-suppressed"),
    )
    for draft in drafts:
        found = _examine(Path(draft), settings, choice)
        if isinstance(found, Failure):
            failures.append(found)
            continue
        if comparison:
            found = comparison.of(found)
        outcomes.append(found)
        if shown:
            listing.show(found)
    run = Run(tuple(outcomes), tuple(failures), several, threshold, arguments.has("--show-suppressed"))
    if shown and several:
        listing.close(run)
    elif not shown:
        _write(run, form, listing, written_to)
    if new_baseline:
        replace_file(new_baseline, baseline_bytes(new_baseline, outcomes, before))
    if failures:
        return UNUSABLE
    if new_baseline:
        return 0
    return FOUND if any(outcome.reaches(threshold) for outcome in outcomes) else 0


def _write(run: Run, form: str, listing: TextForm, path: Path | None) -> None:
    """The whole run at once, on stdout or into a file."""
    from reviewer.reporting.formats import written

    data = listing.whole(run) if form == "text" else written(run, form)
    if path is not None:
        replace_file(path, data)
    elif data:
        with writing():
            write_bytes(data)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """With a baseline."""

    baseline: Baseline
    new_only: bool

    def of(self, outcome: Outcome) -> Outcome:
        """What was found, compared; stale entries are told."""
        found = compared(outcome, self.baseline.known(outcome.path), self.new_only)
        if found.absent:
            told = tr("{draft}: {count} temuan acuan tidak ditemukan lagi; perbarui dengan --write-baseline {path}")
            complain(told.format(draft=outcome.path, count=len(found.absent), path=self.baseline.path))
        return found


def _comparison(arguments: Arguments) -> _Comparison | None:
    """The baseline that the findings are held against. Raises `Usage` where there is none to read."""
    path, new_only = arguments.get("--baseline"), arguments.has("--new-only")
    if path is None:
        if new_only:
            raise Usage(tr("--new-only memerlukan --baseline BERKAS."))
        return None
    baseline = read_baseline(Path(path))
    for name in baseline.missing():
        complain(tr("{path}: acuan menyebut {draft}, yang tidak ada lagi").format(path=path, draft=name))
    return _Comparison(baseline, new_only)


def _examine(draft: Path, settings: Settings, choice: JournalChoice) -> Outcome | Failure:
    """What was found in a draft, with the decisions on it; having said why, a failure where it cannot be used."""
    try:
        with stages(draft) as stage:
            examination = examine_file(draft, settings, stage)
    except Unreadable as problem:
        complain(problem.message.of(current()))
        return Failure(str(draft), problem.message)
    outcome, notices = decided(examination, draft, choice)
    for notice in notices:
        complain(notice.of(current()))
    return outcome


@dataclass(frozen=True, slots=True)
class TextForm:
    """The report for people."""

    colour: bool
    unchecked: bool
    """With the figures that no check could verify."""
    suppressed: bool
    """With what was decided to be no mistake."""

    def show(self, outcome: Outcome) -> None:
        """Print one draft's report."""
        with printing(self.colour) as paper:
            self._draft(outcome, paper)

    def close(self, run: Run) -> None:
        """Print what is said of several drafts together."""
        from reviewer.reporting.text import closing

        with printing(self.colour) as paper:
            closing(run.outcomes, len(run.failures), paper)

    def whole(self, run: Run) -> bytes:
        """The same for a file."""
        from reviewer.reporting.text import closing

        with typing() as (paper, text):
            for outcome in run.outcomes:
                self._draft(outcome, paper)
            if run.several:
                closing(run.outcomes, len(run.failures), paper)
        return text.getvalue().encode("utf-8", "replace")

    def _draft(self, outcome: Outcome, paper: Paper) -> None:
        from reviewer.reporting.text import report

        if self.unchecked:
            from reviewer.reporting.unchecked import unchecked_figures

            unchecked_figures(outcome.examination, paper)
        report(outcome, paper, suppressed=self.suppressed)


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
