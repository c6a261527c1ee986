"""Lint sees the whole package: each planted fault is found, and named."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TREE = ("reviewer", "checks", "samples", "schemas", "Makefile", "pyproject.toml")

PLANTED = {
    "Arrows run one way": ("reviewer/reviewing/planted.py", "import reviewer.run"),
    "The nouns know nothing else": ("reviewer/model/planted.py", "import reviewer.language"),
    "Schemas import no other room": ("schemas/planted.py", "import reviewer.model"),
    "Reading knows no meaning and no checks": ("reviewer/reading/planted.py", "import reviewer.understanding"),
    "Understanding knows no file formats and no checks": ("reviewer/understanding/planted.py", "import docx"),
    "The engine knows no file formats and names no check": (
        "reviewer/checking/planted.py",
        "import reviewer.checks.planted",
    ),
    "Checks know the model, the schemas and the check base": ("checks/planted.py", "import reviewer.checking.engine"),
    "Checks do no I/O of their own": ("checks/planted.py", "import pandas"),
    "Checks do not know each other": ("checks/planted.py", "import reviewer.checks.other"),
    "Only faces speak the user's language": ("reviewer/reading/planted.py", "import reviewer.language"),
    "Only the app knows Textual": ("reviewer/reporting/planted.py", "import textual"),
    "The app computes nothing": ("reviewer/app/planted.py", "import reviewer.understanding"),
}


@pytest.fixture
def tree(project: Path, tmp_path: Path) -> Path:
    """A copy of what lint looks at, with two further checks to plant in."""
    for name in TREE:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.review"))
        else:
            shutil.copy2(source, tmp_path / name)
    for name in ("planted", "other"):
        (tmp_path / "checks" / f"{name}.py").write_text('"""Planted."""\n', encoding="utf-8")
    return tmp_path


def lint(tree: Path, target: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", target, f"VENV={sys.prefix}"],
        cwd=tree, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip


def plant(tree: Path, path: str, code: str) -> None:
    (tree / path).write_text(f'"""Planted."""\n\n{code}\n', encoding="utf-8")


def broken(output: str) -> set[str]:
    return set(re.findall(r"^(.*) BROKEN\b", output, re.MULTILINE))


def test_every_contract_has_a_planted_fault(project: Path) -> None:
    config = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["name"] for contract in config["tool"]["importlinter"]["contracts"]} == PLANTED.keys()


@pytest.mark.parametrize("contract", PLANTED)
def test_a_forbidden_import_breaks_its_contract(contract: str, tree: Path) -> None:
    plant(tree, *PLANTED[contract])
    run = lint(tree, "lint-rooms")
    assert run.returncode != 0
    assert contract in broken(run.stdout), run.stdout


def test_a_wrong_type_is_found_in_every_folder_of_the_package(tree: Path) -> None:
    for folder in ("checks", "samples", "schemas", "reviewer/model"):
        plant(tree, f"{folder}/planted.py", 'number: int = "one"')
    run = lint(tree, "lint-types")
    assert run.returncode != 0
    for room in ("checks", "samples", "schemas", "model"):
        assert f"reviewer/{room}/planted.py:3: error: Incompatible types" in run.stdout, run.stdout


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("import os", "unused-import"),
        ('open("draft")', "unspecified-encoding"),
        ("number  =  1", "would be reformatted"),
    ],
)
def test_a_fault_of_style_is_found(code: str, complaint: str, tree: Path) -> None:
    plant(tree, "reviewer/model/planted.py", code)
    run = lint(tree, "lint-style")
    assert run.returncode != 0
    assert re.search(rf"{complaint}.*\n.*reviewer/model/planted\.py:3", run.stdout), run.stdout
