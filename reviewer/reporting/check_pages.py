"""The manual's pages about checks, `docs/checks/`: one a family and language, and an index. `make docs` writes them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from reviewer import language
from reviewer.checking.base import Check
from reviewer.language import tr
from reviewer.model import Language
from reviewer.reporting.manual import markdown_page
from reviewer.reporting.markup import escaped
from reviewer.reporting.told import say, severity_name

_LANGUAGES: tuple[Language, ...] = ("id", "en")


def check_pages(checks: Sequence[Check]) -> dict[str, str]:
    """Path from the folder → Markdown, in both languages. The language chosen before is chosen again after."""
    before = language.current()
    pages = {}
    try:
        for spoken in _LANGUAGES:
            language.choose(spoken)
            pages[f"{spoken}/README.md"] = _index(checks)
            for family, members in groupby(checks, key=lambda check: check.family):
                pages[f"{spoken}/{family}.md"] = _family(family, list(members))
    finally:
        language.choose(before)
    return pages


def _index(checks: Sequence[Check]) -> str:
    lines = [f"# {tr('Pemeriksaan')}", "", tr("Ditulis dari pemeriksaannya sendiri dengan “make docs”."), ""]
    lines += [f"| {tr('kode')} | {tr('pemeriksaan')} | {tr('tingkat')} |", "|---|---|---|"]
    for check in checks:
        code = f"[{check.code}]({check.family}.md#{check.code.lower()})"
        lines.append(f"| {code} | {escaped(say(check.title))} | {severity_name(check.severity)} |")
    return "\n".join(lines) + "\n"


def _family(family: str, checks: Sequence[Check]) -> str:
    parts = [f"# {family}\n", *(_section(check) for check in checks)]
    return "\n".join(parts)


def _section(check: Check) -> str:
    return f'<a id="{check.code.lower()}"></a>\n\n{markdown_page(check)}'


def written(folder: Path, checks: Sequence[Check]) -> Iterator[Path]:
    """Write the pages; tells each that changed. Pages of families that are no more are removed."""
    pages = check_pages(checks)
    for name, text in pages.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            yield path
    for path in folder.glob("*/*.md"):
        if path.relative_to(folder).as_posix() not in pages:
            path.unlink()
            yield path


def own_checks() -> tuple[Check, ...]:
    """Those of the program, without installed ones."""
    from reviewer.checking.registry import checks

    return tuple(check for check in checks() if type(check).__module__.startswith("reviewer.checks."))


if __name__ == "__main__":
    for changed in written(Path(sys.argv[1]), own_checks()):
        print(changed)
