"""The process that reads binary formats: `python -m reviewer.reading.worker KIND [original] [LIMIT=VALUE …] < draft`.

Answers on its standard output with one line of JSON: `{"document": …}` or `{"unreadable": {"id": …, "en": …}}`.
Whatever the draft does to a parser, it does it here.
"""

from __future__ import annotations

import gc
import json
import sys

from reviewer.model.words import Words
from reviewer.reading import html, office, pdf, sheets, wire
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.unreadable import Unreadable

TOO_LARGE = Words(
    "memerlukan memori melebihi batas {limit}; bagi draf menjadi beberapa berkas, keluarkan lampirannya, atau naikkan batasnya "
    "dengan --limit memory=…",
    "needs more memory than the limit of {limit}; split the draft, take its annexes out, or raise the limit with "
    "--limit memory=…",
)

_READERS = {"pdf": pdf.read, "xls": sheets.read_xls, "html": html.read}


def main(arguments: list[str]) -> int:
    limits = LIMITS.changed(word for word in arguments[1:] if "=" in word)
    _bound(limits)
    # It ends when it has answered: looking for garbage would only cost time.
    gc.disable()
    answer = answer_for(arguments[0], sys.stdin.buffer.read(), limits, original="original" in arguments[1:])
    sys.stdout.buffer.write(answer.encode("ascii"))
    sys.stdout.buffer.flush()
    return 0


def answer_for(kind: str, data: bytes, limits: Limits, original: bool = False) -> str:
    """The answer in JSON for the bytes of a draft; `original` as for `office.read`."""
    try:
        read = _READERS[kind](data, limits) if kind in _READERS else office.read(data, limits, original=original)
        return f'{{"document":{wire.dumps(read)}}}'
    except Unreadable as problem:
        message = problem.message
    except MemoryError:
        message = TOO_LARGE.format(limit=f"{limits.memory // 1_000_000} MB")
    return json.dumps({"unreadable": {"id": message.id, "en": message.en}})


def _bound(limits: Limits) -> None:
    """Memory and processor time, where the system can bound them; the parent bounds the time everywhere."""
    if sys.platform != "linux":
        return
    import resource

    for what, amount in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, round(limits.seconds) + 10),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        bound = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(what, (bound, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
