"""`reviewer check`: examine drafts and print what does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.baseline import Baseline, baseline_bytes, compared, read_baseline
from reviewer.commands.configuration import chosen_configuration
from reviewer.commands.drafts import expand
from reviewer.commands.examining import STDIN, Found, Work, examined, jobs_of, side_by_side, survived
from reviewer.commands.journal import JournalChoice, decided, journal_choice
from reviewer.commands.output import complain, printing, progress, replace_file, target, typing, write_bytes, writing
from reviewer.commands.settings import NEVER, in_force, settings_of
from reviewer.language import current, tr
from reviewer.model import Examination, Severity
from reviewer.reporting.formats import SUMMARIES
from reviewer.reporting.outcome import Failure, Outcome, Run, without_text
from reviewer.run import Settings, Stage, examine_file

if TYPE_CHECKING:
    from reviewer.reporting.paper import Paper

FOUND, UNUSABLE = 1, 2


def run(arguments: Arguments) -> int:
    configured = chosen_configuration(arguments)
    stated = in_force(arguments, configured)
    drafts = expand(arguments.words, besides=_ours(arguments, stated["baseline"].value))
    if not drafts:
        raise Usage(tr("Sebutkan draf yang diperiksa, misalnya: reviewer check laporan.docx"))
    if len(drafts) > 1 and (arguments.get("--journal") or arguments.get("--continue")):
        raise Usage(tr("--journal dan --continue hanya untuk satu draf."))
    settings = tuple(settings_of(arguments, configured, draft) for draft in drafts)
    choice = journal_choice(arguments)
    if not choice.memory:
        choice = replace(choice, trust=tuple(stated["trust"].value or ()))
    level = stated["fail_on"].value or Severity.ERROR.value
    threshold = None if level == NEVER else Severity(level)
    several = len(drafts) > 1
    form = Form.of(arguments)
    written_to = target("--output", drafts, arguments)
    new_baseline = target("--write-baseline", drafts, arguments)
    comparison = _comparison(stated["baseline"].value, arguments.has("--new-only"))
    before = read_baseline(new_baseline) if new_baseline and new_baseline.exists() else None
    jobs = jobs_of(stated["jobs"].value, len(drafts))
    work = Work(settings, texts=form.texts, cached=not arguments.has("--no-cache"), several=several)

    if configured.path:
        complain(tr("memakai konfigurasi {path}").format(path=configured.path))
    outcomes: list[Outcome] = []
    failures: list[Failure] = []
    shown = form.streams and written_to is None
    parts: list[bytes] = []
    for draft, found in _examined(drafts, work, jobs):
        if isinstance(found.result, Failure):
            complain(found.result.reason.of(current()))
            failures.append(found.result)
            continue
        outcome = replace(_decided(found.result, draft, choice), seconds=found.seconds)
        if comparison:
            outcome = comparison.of(outcome)
        if shown:
            form.show(outcome)
        elif form.streams:
            parts.append(form.page(outcome))
        if form.streams:
            outcome = replace(outcome, examination=without_text(outcome.examination))
        outcomes.append(outcome)
    if work.cached and several:
        from reviewer.commands.cache import cache_folder, prune

        prune(cache_folder())
    run = Run(tuple(outcomes), tuple(failures), several, threshold, arguments.has("--show-suppressed"))
    if shown and several:
        form.close(run)
    elif not shown:
        _write(form.whole(run, parts), written_to)
    if new_baseline:
        replace_file(new_baseline, baseline_bytes(new_baseline, outcomes, before))
    if failures:
        return UNUSABLE
    if new_baseline:
        return 0
    return FOUND if any(outcome.reaches(threshold) for outcome in outcomes) else 0


def _ours(arguments: Arguments, baseline: str | None) -> list[Path]:
    """Files of this run that may lie in a folder of drafts and are none."""
    written = (arguments.get(option) for option in ("--output", "--write-baseline"))
    return [Path(name) for name in (*written, baseline) if name]


def _examined(drafts: Sequence[str], work: Work, jobs: int) -> Iterator[tuple[str, Found]]:
    """What becomes of each draft, in their order; a terminal is told how far it is."""
    with progress(len(drafts)) as bar:
        if jobs > 1:
            bar.begin("")
            for draft, found in zip(drafts, side_by_side(drafts, work, jobs), strict=True):
                bar.step()
                yield draft, found
                bar.begin("")
            return
        for draft, settings in zip(drafts, work.settings, strict=True):
            stage = bar.begin(Path(draft).name)

            def examine(draft: str = draft, settings: Settings = settings, stage: Stage = stage) -> Found:
                return examined(draft, settings, work, examine_file, stage)

            found = survived(draft, examine)
            bar.step()
            yield draft, found


def _write(data: bytes, path: Path | None) -> None:
    """The whole run at once, on stdout or into a file."""
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


def _comparison(path: str | None, new_only: bool) -> _Comparison | None:
    """The baseline that the findings are held against. Raises `Usage` where there is none to read."""
    if path is None:
        if new_only:
            raise Usage(tr("--new-only memerlukan --baseline BERKAS."))
        return None
    baseline = read_baseline(Path(path))
    for name in baseline.missing():
        complain(tr("{path}: acuan menyebut {draft}, yang tidak ada lagi").format(path=path, draft=name))
    return _Comparison(baseline, new_only)


def _decided(examination: Examination, draft: str, choice: JournalChoice) -> Outcome:
    """With the decisions on it; what is to be told about the journal is told. What came through stdin has none of its own."""
    if draft == STDIN and choice.folder is None:
        choice = replace(choice, memory=True)
    outcome, notices = decided(examination, Path(draft), choice)
    for notice in notices:
        complain(notice.of(current()))
    return outcome


@dataclass(frozen=True, slots=True)
class Form:
    """In what form a run is told."""

    name: str
    colour: bool
    unchecked: bool
    """With the figures that no check could verify."""
    suppressed: bool
    """With what was decided to be no mistake."""
    summary: bool
    """What the drafts come to, instead of their findings."""

    @classmethod
    def of(cls, arguments: Arguments) -> Form:
        """Raises `Usage` for a summary in a form that has none."""
        name, summary = arguments.get("--format") or "text", arguments.has("--summary")
        if summary and name not in SUMMARIES:
            told = tr("--summary ada sebagai {forms}, bukan {form}.")
            raise Usage(told.format(forms=", ".join(SUMMARIES), form=name))
        return cls(
            name,
            colour=not arguments.has("--no-color"),
            unchecked=arguments.has("--ledger"),
            suppressed=arguments.has("--show-suppressed"),
            summary=summary,
        )

    @property
    def streams(self) -> bool:
        """Whether each draft is told as soon as it is examined."""
        return self.name == "text" and not self.summary

    @property
    def texts(self) -> bool:
        """Whether the drafts' text is told, not only what was found."""
        return self.streams or self.name == "html"

    def show(self, outcome: Outcome) -> None:
        """Print one draft's report."""
        with printing(self.colour) as paper:
            self._draft(outcome, paper)

    def close(self, run: Run) -> None:
        """Print what is said of several drafts together."""
        from reviewer.reporting.text import closing

        with printing(self.colour) as paper:
            closing(run.outcomes, len(run.failures), paper)

    def page(self, outcome: Outcome) -> bytes:
        """One draft's report for a file."""
        with typing() as (paper, text):
            self._draft(outcome, paper)
        return text.getvalue().encode("utf-8", "replace")

    def whole(self, run: Run, pages: Sequence[bytes]) -> bytes:
        """Everything, once all drafts are examined."""
        if self.summary:
            from reviewer.reporting.summary import summary

            return summary(run, self.name)
        if not self.streams:
            from reviewer.reporting.formats import written

            return written(run, self.name)
        from reviewer.reporting.text import closing

        with typing() as (paper, text):
            if run.several:
                closing(run.outcomes, len(run.failures), paper)
        return b"".join([*pages, text.getvalue().encode("utf-8", "replace")])

    def _draft(self, outcome: Outcome, paper: Paper) -> None:
        from reviewer.reporting.text import report

        if self.unchecked:
            from reviewer.reporting.unchecked import unchecked_figures

            unchecked_figures(outcome.examination, paper)
        report(outcome, paper, suppressed=self.suppressed)
