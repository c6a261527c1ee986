"""Which findings are meant: by severity, kind, code, table, chapter and how they stand, and all of these together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer.language import tr
from reviewer.model import Finding, Severity, Verdict
from reviewer.reviewing.names import family_name, severity_name, verdict_name
from reviewer.reviewing.standing import FindingState
from reviewer.understanding.text import plain


class Stand(StrEnum):
    """How a finding stands, as a filter may ask for it."""

    OPEN = "open"
    DECIDED = "decided"
    NOTED = "noted"
    REJECTED = "rejected"
    LATER = "later"
    FIXED = "fixed"
    CHANGED = "changed"


_VERDICTS = {
    Stand.NOTED: Verdict.NOTED,
    Stand.REJECTED: Verdict.REJECTED,
    Stand.LATER: Verdict.LATER,
    Stand.FIXED: Verdict.FIXED,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is let through: of each that is named one must fit; nothing named lets all through."""

    severities: tuple[Severity, ...] = ()
    families: tuple[str, ...] = ()
    """Families or codes: "TOT", "PCT001"."""
    tables: tuple[str, ...] = ()
    """Numbers of tables, lower case."""
    chapter: str = ""
    """The beginning of a heading that the place lies under, plain: "bab iii"."""
    stands: tuple[Stand, ...] = ()
    small: bool = False
    """Only those below the threshold of materiality; who knows the threshold looks."""

    def __bool__(self) -> bool:
        return self != Filter()

    def lets(self, finding: Finding, state: FindingState, headings: tuple[str, ...] = ()) -> bool:
        """Whether a finding is meant; `headings` are those that its place lies under."""
        return (
            (not self.severities or finding.severity in self.severities)
            and (not self.families or finding.family in self.families or finding.code in self.families)
            and (not self.tables or (finding.location.table or "").casefold().rstrip(".") in self.tables)
            and (not self.chapter or any(under(self.chapter, heading) for heading in headings))
            and all(_stands(stand, state) for stand in self.stands)
        )

    @property
    def name(self) -> str:
        """What it is called in the current language; "" where it names nothing."""
        parts = [severity_name(severity).casefold() for severity in self.severities]
        parts += [f"{family} ({name})" if (name := family_name(family)) else family for family in self.families]
        parts += [tr("Tabel {number}").format(number=number) for number in self.tables]
        parts += [self.chapter] if self.chapter else []
        parts += [stand_name(stand) for stand in self.stands]
        parts += [tr("di bawah batas materialitas")] if self.small else []
        return ", ".join(parts)


def under(chapter: str, heading: str) -> bool:
    """Whether a heading is that of the chapter: "bab iii" is "BAB III Akuntabilitas Kinerja", not "BAB III A"'s neighbour."""
    said, own = plain(chapter).split(), plain(heading).split()
    return own[: len(said)] == said


def _stands(stand: Stand, state: FindingState) -> bool:
    match stand:
        case Stand.OPEN:
            return not state.settled
        case Stand.DECIDED:
            return state.settled
        case Stand.CHANGED:
            return state.changed
        case _:
            return state.decision is not None and state.decision.verdict is _VERDICTS[stand]


def stand_name(stand: Stand) -> str:
    match stand:
        case Stand.OPEN:
            return tr("belum diputuskan")
        case Stand.DECIDED:
            return tr("sudah diputuskan")
        case Stand.CHANGED:
            return tr("berubah")
        case _:
            return verdict_name(_VERDICTS[stand])
