"""What is installed is the package, whole, and nothing beside it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import reviewer


@pytest.fixture(scope="module")
def config(project: Path) -> dict[str, Any]:
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    """What a command prints; the test fails with it where the command does."""
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | env, text=True, encoding="utf-8", stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_every_folder_of_the_package_is_listed(project: Path, config: dict[str, Any]) -> None:
    setuptools = config["tool"]["setuptools"]
    beside = {folder: package for package, folder in setuptools["package-dir"].items() if package != "reviewer"}
    found = {".".join(module.parent.relative_to(project).parts) for module in project.glob("reviewer/**/*.py")}
    for folder, package in beside.items():
        for module in (project / folder).glob("**/*.py"):
            if (module.parent / "pyproject.toml").exists():
                continue  # a package of its own
            found.add(".".join([package, *module.parent.relative_to(project / folder).parts]))
    assert setuptools["packages"] == sorted(found)


@pytest.fixture(scope="module")
def clone(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree as a newcomer gets it: what git holds, with what is not committed yet, and nothing that it ignores."""
    if shutil.which("git") is None or not (project / ".git").exists():
        pytest.skip("not a git checkout")
    copy = tmp_path_factory.mktemp("clone")
    listed = run(
        "git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=project
    )
    for name in filter(None, listed.split("\0")):
        if (project / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(project / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", out, clone),
        cwd=out,
    )
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_one_package_with_all_its_files(wheel: Path, project: Path, config: dict[str, Any]) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"reviewer"}
    setuptools = config["tool"]["setuptools"]
    for package in setuptools["packages"]:
        folder = project / setuptools["package-dir"].get(package, package.replace(".", "/"))
        inside = package.replace(".", "/")
        expected = {path.name for path in folder.glob("*.py")}
        for pattern in setuptools["package-data"].get(package, []):
            expected |= {path.relative_to(folder).as_posix() for path in folder.glob(pattern)}
        assert {f"{inside}/{name}" for name in expected} <= names


def test_the_wheel_works_in_an_environment_of_its_own(wheel: Path, tmp_path: Path) -> None:
    """Its requirements are lent by the environment that runs the tests: no network, few seconds."""
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv", cwd=tmp_path)
    python = tmp_path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel, cwd=tmp_path)
    lent = {"PYTHONPATH": str(Path(pytest.__file__).parent.parent)}
    where = run(python, "-c", "import reviewer.checks; print(reviewer.checks.__file__)", cwd=tmp_path, **lent)
    assert Path(where).is_relative_to(tmp_path)
    command = python.with_name("reviewer.exe" if os.name == "nt" else "reviewer")
    assert run(command, "--version", cwd=tmp_path) == f"reviewer {reviewer.__version__}\n"
    assert re.search(r"\bTOT001\b", run(command, "rules", cwd=tmp_path, **lent))
