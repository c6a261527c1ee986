"""The web page: self-contained, harmless, quick, and it works in a browser."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from reviewer.model import Severity, same
from reviewer.reporting.formats import written
from reviewer.reporting.outcome import Outcome, Run
from tests.reporting import made
from tests.reporting.test_formats import HOSTILE, full


def page(run: Run) -> Any:
    return html.fromstring(written(run, "html").decode("utf-8"))


def test_nothing_is_fetched() -> None:
    text = written(full(), "html").decode("utf-8")
    root = html.fromstring(text)
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert root.xpath("//@src | //link | //img | //iframe | //object | //@style") == []
    assert all(link.startswith("#") for link in root.xpath("//@href"))
    assert not re.search(r"https?:|@import|url\((?!#)", text)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "</style>", "</title>"]
)
def test_text_of_a_draft_is_no_markup(text: str) -> None:
    root, plain = page(full(text)), page(full("x"))
    assert {e.tag for e in root.iter()} <= {e.tag for e in plain.iter()}
    assert len(root.xpath("//script")) == len(root.xpath("//style")) == 1
    assert not [name for e in root.iter() for name in e.attrib if name.startswith("on")]


def test_findings_decisions_tables_and_legend_are_there() -> None:
    root = page(full())
    findings = root.xpath("//article")
    assert [a.get("data-family") for a in findings] == ["YRS", "YRS", "TOT", "PCT", "PCT"]
    assert [a.get("class") for a in findings][2] == "finding error suppressed"
    assert "bukan kesalahan menurut Sari" in findings[2].text_content()
    assert "tidak diikuti" in findings[3].text_content()
    assert findings[0].xpath(".//mark/text()") == ["2019"]
    assert root.xpath("//ul[@class='legend']/li/@class") == ["contradicted", "verified", "repeated", "unchecked"]
    wrong = root.xpath("//td[contains(@class, 'contradicted')]")
    assert [cell.text_content() for cell in wrong] == ["✗ 1.556.506.595", "✗ 92,46"]
    assert "rusak.docx: berkas rusak" in root.text_content()
    assert len(root.xpath("//figure/svg[@role='img' and @aria-label]")) == 2


def test_every_link_has_its_goal() -> None:
    root = page(full())
    goals = set(root.xpath("//@id"))
    assert len(root.xpath("//@href")) > 3
    assert {link[1:] for link in root.xpath("//@href")} <= goals


def thousand() -> Run:
    draft = made.document()
    findings = tuple(
        replace(made.wrong_total(draft), id=f"f{n}", severity=list(Severity)[n % 3], message=same(f"Temuan ke-{n}."))
        for n in range(1000)
    )
    return Run((Outcome(replace(made.examination(draft), findings=findings)),))


def test_a_thousand_findings_are_quick_and_small() -> None:
    began = time.perf_counter()
    data = written(thousand(), "html")
    assert time.perf_counter() - began < 3
    assert len(data) < 5_000_000
    assert data.count(b"<article") == 1000


def test_a_long_table_shows_the_rows_around_its_findings() -> None:
    draft = made.document()
    body = tuple((f"Program {n}", "1", "1", "1") for n in range(2000))
    long = replace(draft, blocks=(*draft.blocks[:2], made.made.table((made.HEADERS, *body), 10)))
    root = page(Run((Outcome(replace(made.examination(draft), report=made.report(long))),)))
    assert len(root.xpath("//details//tr")) < 20
    assert "…" in root.xpath("//details//td[@class='dim']/text()")


def test_the_filters_run_in_a_browser_under_the_policy(needs_tool: Callable[[str], str], tmp_path: Path) -> None:
    chromium = needs_tool("chromium")
    path = tmp_path / "hasil.html"
    path.write_bytes(written(full(), "html"))
    done = subprocess.run(
        [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom", path.as_uri(),
        ],
        capture_output=True, timeout=100, check=True,
    )  # fmt: skip
    shown = html.fromstring(done.stdout.decode("utf-8"))
    assert shown.xpath("//output/text()") == ["5 dari 5 temuan tampil"]
    assert shown.xpath("//form/@hidden") == []
