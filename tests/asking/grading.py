"""Grades an answer by the rules in the head of `questions.yaml`."""

from __future__ import annotations

import re
from typing import Any, Literal

from reviewer.model import Report
from reviewer.reviewing.asking import Reply

Grade = Literal["right", "refused", "wrong"]


def grade(item: dict[str, Any], reply: Reply | None, report: Report) -> Grade:
    """Right, refused (or asked back), or wrong."""
    answered = reply is not None and reply.known and not reply.options
    match item["expect"]:
        case "refuse":
            return "wrong" if answered else "right"
        case "ask":
            if reply is not None and reply.options:
                return "right"
            values = [str(choice["value"]) for choice in item["choices"]]
            if answered and all(_says(reply, value, report) for value in values):
                return "right"
            return "wrong" if answered else "refused"
        case _:
            if not answered:
                return "refused"
            return "right" if all(_says(reply, must, report) for must in item["answer"]["must"]) else "wrong"


def _says(reply: Reply | None, must: str, report: Report) -> bool:
    """Whether a reply holds what a right answer has to say; "a|b" is either."""
    assert reply is not None
    return any(_holds(reply, one.strip(), report) for one in str(must).split("|"))


def _holds(reply: Reply, must: str, report: Report) -> bool:
    if line := re.fullmatch(r"L(\d+)", must):
        lines = {report.place(hit.spot).line for hit in reply.hits} | set(
            map(int, re.findall(r"baris (\d+)", reply.text))
        )
        return int(line[1]) in lines
    if re.fullmatch(r"[\d.,]+", must):
        return _number(must) in {_number(found) for found in re.findall(r"\d+(?:[.,]+\d+)*", reply.text)}
    if number := re.fullmatch(r"program (\d+)", must):
        return re.search(rf"\b{number[1]}\.? [Pp]rogram|[Pp]rogram {number[1]}\b", reply.text) is not None
    return must.casefold() in reply.text.casefold()


def _number(text: str) -> str:
    """The same for "1.234,50", "1,234.5" and "1234,5"."""
    whole, mark, fraction = text.rpartition(",") if text.rfind(",") > text.rfind(".") else text.rpartition(".")
    if mark and (len(fraction) != 3 or not whole):
        return re.sub(r"\D", "", whole) + ("," + fraction.rstrip("0")).rstrip(",")
    return re.sub(r"\D", "", text)
