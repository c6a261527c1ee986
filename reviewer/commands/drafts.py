"""The drafts that a command line names: files, folders, patterns, stdin."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from glob import glob
from pathlib import Path

from reviewer.commands.arguments import Usage
from reviewer.language import tr

SUFFIXES = frozenset(
    ".csv .doc .docm .docx .htm .html .json .markdown .md .ods .odt .pdf .rtf .text .tsv .txt .xhtml .xls .xlsb .xlsm .xlsx "
    ".yaml .yml".split()
)
"""What is taken for a draft in a folder."""
_NO_DRAFTS = frozenset({"ringkasan.md", "readme.md", "changelog.md"})


def expand(words: Sequence[str], besides: Sequence[Path] = ()) -> list[str]:
    """The drafts named, each once. A name that exists is meant as it stands, a folder stands for the drafts in it, and a
    pattern (`**` for any folders) for the files that fit; `besides` are files of ours that a folder may hold.

    Raises `Usage` for a folder without drafts.
    """
    ours = {os.path.abspath(path) for path in besides}
    drafts: list[str] = []
    for word in words:
        if os.path.isdir(word):
            found = [path for path in _inside(word) if os.path.abspath(path) not in ours]
            if not found:
                raise Usage(tr("Tidak ada draf di folder {folder}.").format(folder=word))
            drafts.extend(found)
        elif any(c in word for c in "*?[") and not os.path.lexists(word):
            files = (path for path in glob(word, recursive=True) if os.path.isfile(path))
            fitting = sorted(path for path in files if not os.path.basename(path).startswith("~$"))
            drafts.extend([path for path in fitting if os.path.abspath(path) not in ours] or [word])
        else:
            drafts.append(word)
    return list(dict.fromkeys(drafts))


def _inside(folder: str) -> Iterator[str]:
    """Files that may be drafts, by name; hidden ones, journals and Word's lock files are none."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(".review"))
        for name in sorted(files):
            hidden = name.startswith((".", "~$")) or name.lower() in _NO_DRAFTS
            if not hidden and os.path.splitext(name)[1].lower() in SUFFIXES:
                yield os.path.join(place, name)
