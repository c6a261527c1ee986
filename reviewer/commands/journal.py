"""Which journal a run obeys, and what it says about the findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reviewer.commands.arguments import Arguments, Usage
from reviewer.language import tr
from reviewer.model import Examination, Words
from reviewer.reporting.outcome import Outcome


@dataclass(frozen=True, slots=True)
class JournalChoice:
    """From `--journal`, `--no-journal`, `--continue`, `--trust` and `--original`."""

    folder: Path | None = None
    """Instead of the folder beside the draft."""
    memory: bool = False
    """Read and write no journal."""
    trust: tuple[str, ...] = ()
    original: bool = False
    """The draft before its tracked changes is another text: it has a journal of its own."""


def journal_choice(arguments: Arguments) -> JournalChoice:
    """Raises `Usage` where the options contradict each other."""
    folder, old = arguments.get("--journal"), arguments.get("--continue")
    trust, original = arguments.many("--trust"), arguments.has("--original")
    if arguments.has("--no-journal") and (folder or old or trust):
        raise Usage(tr("--no-journal tidak dapat dipakai bersama --journal, --continue atau --trust."))
    if folder and old:
        raise Usage(tr("--journal dan --continue tidak dapat dipakai bersama."))
    if old:
        return JournalChoice(_folder_of(Path(old)), trust=trust, original=original)
    return JournalChoice(Path(folder) if folder else None, arguments.has("--no-journal"), trust, original)


def _folder_of(old: Path) -> Path:
    """The journal of an earlier draft, named by the draft (which may be gone) or by the journal's own folder."""
    from reviewer.reviewing.journal import review_folder

    folder = old if old.is_dir() else review_folder(old)
    if not folder.is_dir():
        raise Usage(tr("Tidak ada jurnal putusan untuk {draft}.").format(draft=old))
    return folder


def decided(examination: Examination, draft: Path, choice: JournalChoice) -> tuple[Outcome, list[Words]]:
    """The examination with the decisions that the person running it obeys, and what is to be told about the journal."""
    if choice.memory:
        return Outcome(examination), []
    from reviewer.reviewing.journal import JournalError, open_journal
    from reviewer.reviewing.standing import standing

    sha256 = examination.report.document.sha256
    try:
        journal = open_journal(draft, sha256, trust=choice.trust, folder=choice.folder, original=choice.original)
    except JournalError as problem:
        return Outcome(examination), [Words(str(problem), str(problem))]
    states = standing(examination.findings, journal, sha256).states
    return (
        Outcome(
            examination,
            decisions={key: state.decision for key, state in states.items() if state.decision},
            others={key: state.others for key, state in states.items() if state.others},
        ),
        list(journal.notices),
    )
