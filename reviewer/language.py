"""The language of the faces: gettext catalogues, Indonesian as written in the code, English in `locale/`."""

from __future__ import annotations

import gettext
import locale
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.model.words import Language

_current: Language = "id"


def choose(language: Language) -> None:
    """Set the language of everything said from now on."""
    global _current
    _current = language


def current() -> Language:
    return _current


def preferred() -> Language:
    """Indonesian, unless the environment names another locale than Indonesian, C or POSIX."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            break
    else:
        value = locale.getlocale()[0] or "" if os.name == "nt" else ""
    word = value.split(".")[0].split("_")[0].lower()
    return "id" if word in ("", "c", "posix", "id", "ind", "in", "indonesian") else "en"


def tr(text: str) -> str:
    """An Indonesian text of the faces, in the current language; fill its fields after, never before."""
    return text if _current == "id" else _catalogue(_current).gettext(text)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("reviewer", Path(__file__).parent / "locale", languages=[language], fallback=True)
