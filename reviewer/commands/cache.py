"""What was found in a draft before, kept in the user's cache folder under the hash of all that it depends on.

Entries are written whole under a name of their own and never changed, so that programs running at the same time do not
disturb each other. They are pickled, and read by an unpickler that knows the nouns of `reviewer.model` and nothing else.
"""

from __future__ import annotations

import gc
import io
import json
import os
import pickle
import sys
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from reviewer import __version__
from reviewer.model import Examination
from reviewer.run import Settings

_LARGEST = 400_000_000
"""Bytes that the folder may hold; the oldest entries go first."""
_LARGEST_ENTRY = 64_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A place in the cache for one draft under given settings."""

    folder: Path
    key: str
    sha256: str
    """Of the draft's bytes when it was looked up."""

    def load(self, texts: bool) -> Examination | None:
        """What was found before, with the draft's text or without; None where it is not known or the entry is damaged."""
        try:
            with self._path(texts).open("rb") as file:
                digest, packed = file.read(32), file.read(_LARGEST_ENTRY)
        except OSError:
            return None
        if sha256(packed).digest() != digest:
            return None
        collecting = gc.isenabled()
        gc.disable()  # thousands of small objects, none of them garbage
        try:
            loaded = _Nouns(io.BytesIO(zlib.decompress(packed))).load()
        except Exception:
            return None
        finally:
            if collecting:
                gc.enable()
        return loaded if isinstance(loaded, Examination) else None

    def store(self, examination: Examination, slim: Examination) -> None:
        """Keep it, unless the draft changed meanwhile or checking was cut short; what cannot be written is not kept."""
        if examination.report.document.sha256 != self.sha256 or examination.unfinished:
            return
        for found, texts in ((examination, True), (slim, False)):
            packed = zlib.compress(pickle.dumps(found, 5), 1)
            if len(packed) <= _LARGEST_ENTRY:
                _write(self._path(texts), sha256(packed).digest() + packed)

    def _path(self, texts: bool) -> Path:
        return self.folder / f"{self.key}.{'full' if texts else 'slim'}"


def cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("reviewer", appauthor=False) / "checks"


def kept(draft: Path, settings: Settings) -> Kept | None:
    """Where the draft's findings are kept; None for a draft that cannot be read or is too large to be."""
    try:
        if not draft.is_file() or draft.stat().st_size > settings.limits.file:
            return None
        data = sha256(draft.read_bytes()).hexdigest()
    except OSError:
        return None
    # LibreOffice, where it is installed, decides what old formats become; what it makes of them is kept all the same.
    depends = [__version__, _code(), sys.version, draft.suffix.lower(), asdict(settings), data]
    key = sha256(json.dumps(depends, sort_keys=True, default=str).encode("utf-8")).hexdigest()
    return Kept(cache_folder(), key, data)


def prune(folder: Path) -> None:
    """Remove the oldest entries where they have grown too many."""
    entries = []
    with suppress(OSError):
        for item in os.scandir(folder):
            with suppress(OSError):
                found = item.stat()
                entries.append((found.st_mtime, found.st_size, item.path))
    total = sum(size for _, size, _ in entries)
    for _, size, path in sorted(entries):
        if total <= _LARGEST:
            break
        with suppress(OSError):
            os.unlink(path)
            total -= size


@cache
def _code() -> str:
    """The program's own files and those of installed checks, by size and time: a change of any makes old entries useless."""
    from importlib.metadata import entry_points

    import reviewer
    import reviewer.checks
    import reviewer.schemas
    from reviewer.checking.registry import GROUP

    folders = {Path(path) for package in (reviewer, reviewer.checks, reviewer.schemas) for path in package.__path__}
    for point in entry_points(group=GROUP):
        module = sys.modules.get(point.load().__module__ if hasattr(point.load(), "__module__") else point.module)
        if module is not None and module.__file__:
            folders.add(Path(module.__file__).parent)
    found = []
    for folder in sorted(folders):
        for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.yaml"))):
            with suppress(OSError):
                stat = path.stat()
                found.append(f"{path}:{stat.st_size}:{stat.st_mtime_ns}")
    return sha256("\n".join(found).encode("utf-8", "replace")).hexdigest()


def _write(path: Path, data: bytes) -> None:
    from tempfile import NamedTemporaryFile

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            half = Path(file.name)
            try:
                file.write(data)
                file.close()
                half.replace(path)
            except BaseException:
                file.close()
                half.unlink(missing_ok=True)
                raise


class _Nouns(pickle.Unpickler):
    """Reads what the model's frozen nouns are made of, and runs nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("decimal", "Decimal"):
            return super().find_class(module, name)
        if module.startswith("reviewer.model.") and name.isidentifier():
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
