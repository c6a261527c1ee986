"""The way of a draft in one call: file → Document → Report → Examination."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.model import Document, Examination
from reviewer.reading.limits import LIMITS, Limits

Stage = Callable[[str], None]
"""Told the name of each stage as it begins: "read", "understand", "check"."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told. Codes may be whole ("TOT001") or a family ("TOT")."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    year: int | None = None
    institution: str = ""
    region: str = ""
    severity: dict[str, str] = field(default_factory=dict)
    original: bool = False
    """Read a Word document as it was before its tracked changes."""
    limits: Limits = LIMITS
    """What a draft may cost to read and to check."""


def examine_file(path: Path, settings: Settings | None = None, stage: Stage | None = None) -> Examination:
    """Read, understand and check a draft.

    Raises `reviewer.reading.Unreadable` with one clear line where the file cannot be used.
    """
    from reviewer.reading import read

    if stage:
        stage("read")
    settings = settings or Settings()
    return examine_document(read(path, settings.limits, original=settings.original), settings, stage)


def examine_document(document: Document, settings: Settings | None = None, stage: Stage | None = None) -> Examination:
    """Understand and check a draft that was read."""
    from reviewer.checking.deadline import Deadline
    from reviewer.checking.engine import examine
    from reviewer.understanding import understand

    settings = settings or Settings()
    deadline = Deadline(settings.limits.checking)
    if stage:
        stage("understand")
    report = understand(document, year=settings.year, institution=settings.institution, region=settings.region)
    if stage:
        stage("check")
    return examine(
        report, select=settings.select, ignore=settings.ignore, severity=settings.severity, deadline=deadline
    )
