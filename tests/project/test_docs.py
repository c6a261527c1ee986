"""What the project's pages point at is there."""

from __future__ import annotations

import re
from pathlib import Path

PAGES = ("*.md", "samples/**/*.md", "benchmarks/README.md", "docs/**/*.md", "contrib/*.md")
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?:|#)([^)#]+)")


def pages(project: Path) -> list[Path]:
    return sorted(page for pattern in PAGES for page in project.glob(pattern))


def test_every_link_leads_somewhere(project: Path) -> None:
    links = [(page, link) for page in pages(project) for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert len(links) > 5
    assert not [(page.name, link) for page, link in links if not (page.parent / link).exists()]


def test_every_module_that_is_named_exists(project: Path) -> None:
    """`causes.py` or `reading/safe.py` on a page is a file of that name."""
    text = (project / "docs/architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[\w.]+/)*\w+\.(?:py|tcss))`", text))
    assert len(named) > 10
    assert not [name for name in named if not list(project.glob(f"reviewer/**/{name.removeprefix('reviewer/')}"))]


def test_the_architecture_names_every_room(project: Path) -> None:
    text = (project / "docs/architecture.md").read_text(encoding="utf-8")
    rooms = [init.parent.name for init in project.glob("reviewer/*/__init__.py")]
    assert len(rooms) > 5
    assert not [room for room in rooms if f"`reviewer/{room}/`" not in text]
