"""`docs/checks/` says what the checks themselves say."""

from __future__ import annotations

import re
from pathlib import Path

from reviewer.reporting.check_pages import check_pages, own_checks, written


def test_the_pages_are_up_to_date(project: Path) -> None:
    folder = project / "docs" / "checks"
    pages = check_pages(own_checks())
    assert {path.relative_to(folder).as_posix() for path in folder.glob("*/*.md")} == set(pages)
    old = [name for name, text in pages.items() if (folder / name).read_text(encoding="utf-8") != text]
    assert old == [], "run: make docs"


def test_every_check_has_a_place_in_both_languages() -> None:
    pages = check_pages(own_checks())
    for spoken in ("id", "en"):
        linked = re.findall(r"\]\((\w+\.md)#(\w+)\)", pages[f"{spoken}/README.md"])
        assert [anchor.upper() for _, anchor in linked] == [check.code for check in own_checks()]
        assert all(f'<a id="{anchor}"></a>' in pages[f"{spoken}/{page}"] for page, anchor in linked)
    assert "A table's total does not equal its rows" in pages["en/TOT.md"]
    assert "Contoh yang benar" in pages["id/TOT.md"] and "Contoh yang benar" not in pages["en/TOT.md"]


def test_what_is_no_more_is_removed(tmp_path: Path) -> None:
    checks = own_checks()
    assert len(list(written(tmp_path, checks))) == len(check_pages(checks))
    assert list(written(tmp_path, checks)) == []
    (tmp_path / "id" / "ZZZ.md").write_text("lama", encoding="utf-8")
    assert list(written(tmp_path, checks)) == [tmp_path / "id" / "ZZZ.md"]
    assert not (tmp_path / "id" / "ZZZ.md").exists()
