"""A sound file broken in one of many ways: the same number, the same damage."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from random import Random

from seeds import packed

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_DIGITS = re.compile(rb"\d+")
_AMOUNTS = (b"0", b"-1", b"65535", b"1048577", b"2147483648", b"99999999999999999999", b"1" * 5_000, b"1e999", b"NaN")
_MARKS = (
    b"<",
    b">",
    b"&",
    b'"',
    b"]]>",
    b"\x00",
    b"\x1b[2J",
    b"\xff\xfe",
    b"\r",
    b"\n",
    b"|",
    b"[",
    b"{",
    b"*a",
    b"%",
    b"- ",
)


def damaged(data: bytes, number: int) -> bytes:
    """Damage `number` of a file; of a zip and of a PDF mostly inside its compressed parts, which stay readable."""
    random = Random(number)
    if random.random() < 0.7:
        if data.startswith(b"PK"):
            return _inside_zip(data, random)
        if data.startswith(b"%PDF"):
            return _inside_pdf(data, random)
    return _broken(data, random)


def _broken(data: bytes, random: Random) -> bytes:
    """One to three kinds of damage one after another."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        data = random.choice(_DAMAGES)(data, random)
    return data


def _inside_zip(data: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    # By their size, so that the part with the content is broken most often.
    at = random.choices(range(len(parts)), [len(content) + 200 for _, content in parts])[0]
    name, content = parts[at]
    fate = random.random()
    if fate < 0.05:
        del parts[at]
    elif fate < 0.1:
        parts[at] = name, parts[random.randrange(len(parts))][1]
    else:
        parts[at] = name, _broken(content, random)
    return packed(parts)


def _inside_pdf(data: bytes, random: Random) -> bytes:
    found = random.choice(list(_STREAM.finditer(data)))
    try:
        content = zlib.compress(_broken(zlib.decompress(found[1]), random))
    except zlib.error:
        content = _broken(found[1], random)
    return data[: found.start(1)] + content + data[found.end(1) :]


def _run(data: bytes, random: Random, longest: int) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randint(1, longest))


def _flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 4, 30)) if changed else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _zeroed(data: bytes, random: Random) -> bytes:
    start, end = _run(data, random, 512)
    return data[:start] + bytes(end - start) + data[end:]


def _scrambled(data: bytes, random: Random) -> bytes:
    start, end = _run(data, random, 64)
    return data[:start] + random.randbytes(end - start) + data[end:]


def _lost(data: bytes, random: Random) -> bytes:
    start, end = _run(data, random, 2_000)
    return data[:start] + data[end:]


def _doubled(data: bytes, random: Random) -> bytes:
    start, end = _run(data, random, 2_000)
    return data[:end] + data[start:end] * random.choice((1, 1, 3, 40)) + data[end:]


def _exchanged(data: bytes, random: Random) -> bytes:
    start, end = _run(data, random, 2_000)
    other = random.randrange(end, len(data) + 1)
    last = min(len(data), other + random.randint(1, 2_000))
    return data[:start] + data[other:last] + data[end:other] + data[start:end] + data[last:]


def _counted(data: bytes, random: Random) -> bytes:
    """A number replaced by an absurd one."""
    found = list(_DIGITS.finditer(data))
    if not found:
        return _flipped(data, random)
    one = random.choice(found)
    return data[: one.start()] + random.choice(_AMOUNTS) + data[one.end() :]


def _marked(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_MARKS) * random.choice((1, 1, 2, 300)) + data[at:]


_DAMAGES = (_flipped, _flipped, _cut, _zeroed, _scrambled, _lost, _doubled, _exchanged, _counted, _counted, _marked)
