"""The sample of a check of one's own, installed and run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def installed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plug-in installed as pip does it; built from a copy, so that nothing is left in the tree."""
    copy = tmp_path_factory.mktemp("plugin") / "source"
    shutil.copytree(project / "samples" / "plugin", copy)
    target = copy.parent / "site"
    subprocess.run(
        [
            sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
            "--target", target, copy,
        ],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return target


def reviewer(installed: Path | None, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    paths = [str(installed)] if installed else []
    paths += [path for path in (os.environ.get("PYTHONPATH", "").split(os.pathsep)) if path]
    return subprocess.run(
        [sys.executable, "-m", "reviewer", *words, "--lang", "en"],
        cwd=cwd, env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_it_runs_with_the_others_and_explains_itself(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("BAB I PENDAHULUAN\n\nBantuan yang diterima USD 100,000.\n", encoding="utf-8")
    done = reviewer(installed, "check", "a.txt", "--format", "json", "--select", "LOK", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["code"], finding["message"]) == ("LOK001", "USD 100,000 is not in rupiah.")
    assert "The custom of this inspectorate." in reviewer(installed, "explain", "LOK001", cwd=tmp_path).stdout
    assert "LOK001" in reviewer(installed, "rules", cwd=tmp_path).stdout


def test_without_it_the_code_is_unknown(tmp_path: Path) -> None:
    assert reviewer(None, "explain", "LOK001", cwd=tmp_path).returncode == 2


def test_its_own_examples_hold(installed: Path, tmp_path: Path, project: Path) -> None:
    from reviewer.checking.registry import checks

    sys.path.insert(0, str(installed))
    try:
        from reviewer_check_satuan import ForeignCurrency  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(installed))
    check = ForeignCurrency()
    assert check.code not in {known.code for known in checks()}
    for example, count in ((check.good[0], 0), (check.bad[0], 1)):
        (tmp_path / "contoh.txt").write_text(example.draft, encoding="utf-8")
        done = reviewer(installed, "check", "contoh.txt", "--select", "LOK001", "--format", "json", cwd=tmp_path)
        assert len(json.loads(done.stdout)["findings"]) == count
