"""Tracked changes: a part of a document as it reads with all of them accepted, or with all of them rejected.

The tree is settled before it is read, so that nothing else need know of changes. One thing cannot be settled in place: a
paragraph whose mark is gone goes on in the next one; its mark keeps (or gets) a `w:del`.
"""

from __future__ import annotations

from collections import Counter

from reviewer.reading.docx.xml import FALLBACK, VAL, child, m, w
from reviewer.reading.office_xml import Element

_ADDED = frozenset(map(w, ("ins", "moveTo", "cellIns")))
_TAKEN = frozenset(map(w, ("del", "moveFrom", "cellDel")))
_FORMAT = frozenset(map(w, ("pPrChange", "rPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange")))
_CELL_MERGE = w("cellMerge")
_DELETED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_MARKS = tuple(_ADDED | _TAKEN | _FORMAT | {_CELL_MERGE} | _DELETED.keys())
_MOVED_FROM = w("moveFrom")
_PAGE_BREAK = w("lastRenderedPageBreak")
_KEPT = {
    w("pPr"): frozenset({w("rPr"), w("sectPr")}),
    w("rPr"): frozenset({w("del")}),
    w("sectPr"): frozenset({w("headerReference"), w("footerReference")}),
}
"""What the record of an earlier format leaves out, of each kind of properties."""


def settle(root: Element, original: bool) -> Counter[str]:
    """Leave in the tree what is read with all changes accepted, or rejected where `original`.

    Returns how many there were: "changes" of content (a move is one, a row with all it holds is one), "formats".
    """
    marks = list(root.iter(*_MARKS))
    tally = Counter(kind for mark in marks if (kind := _counted(mark)))
    for mark in marks:
        if mark.tag in _DELETED:
            mark.tag = _DELETED[mark.tag]
        elif mark.tag in _FORMAT:
            _settle_format(mark, original)
        elif mark.tag == _CELL_MERGE:
            _settle_merge(mark, original)
        else:
            _settle_content(mark, gone=(mark.tag in _ADDED) == original)
    return tally


def _counted(mark: Element) -> str:
    if mark.tag in _DELETED or mark.tag == _MOVED_FROM or any(True for _ in mark.iterancestors(FALLBACK)):
        return ""
    if mark.tag in _FORMAT:
        return "formats"
    holder = mark.getparent()
    if holder is not None and _is_paragraph_mark(holder):
        # Of a whole paragraph that was added, its text is the change.
        paragraph = next(holder.iterancestors(w("p")), None)
        if paragraph is not None and any(True for _ in paragraph.iterchildren(mark.tag)):
            return ""
    row = next(mark.iterancestors(w("tr")), None)
    of_row = child(row, "trPr", mark.tag.rpartition("}")[2])
    return "" if of_row is not None and of_row is not mark else "changes"


def _settle_content(mark: Element, gone: bool) -> None:
    holder = mark.getparent()
    if holder is None:
        return
    if holder.tag == w("trPr") or holder.tag == w("tcPr"):
        owner = holder.getparent()
        _remove(owner if gone else mark)
    elif _is_paragraph_mark(holder):
        if gone:
            mark.tag = w("del")
        else:
            _remove(mark)
    elif holder.tag == w("numPr"):
        # The list that the paragraph was put into; what it was in before stands in the format's own record.
        _remove(holder if gone else mark)
    elif holder.tag == m("ctrlPr"):
        # Of an equation's structure, a fraction say: `m:f` over `m:fPr` over `m:ctrlPr`.
        structure = next((e for i, e in enumerate(holder.iterancestors()) if i == 1), None)
        _remove(structure if gone else mark)
    elif gone:
        _remove(mark)
    else:
        mark.tag = w("ins")


def _is_paragraph_mark(properties: Element) -> bool:
    holder = properties.getparent()
    return properties.tag == w("rPr") and holder is not None and holder.tag == w("pPr")


def _settle_format(change: Element, original: bool) -> None:
    properties = change.getparent()
    if properties is None:
        return
    properties.remove(change)
    earlier = next(iter(change), None)
    if not original or earlier is None:
        return
    kept = _KEPT.get(properties.tag, frozenset())
    for part in list(properties):
        if part.tag not in kept:
            properties.remove(part)
    for part in list(earlier):
        properties.append(part)


def _settle_merge(change: Element, original: bool) -> None:
    properties = change.getparent()
    if properties is None:
        return
    properties.remove(change)
    state = change.get(w("vMergeOrig" if original else "vMerge"))
    if state is not None:
        merge = properties.makeelement(w("vMerge"), {VAL: "restart" if state == "rest" else "continue"})
        properties.append(merge)


def _remove(element: Element | None) -> None:
    """Take an element out; a page that began in it begins where it stood."""
    holder = None if element is None else element.getparent()
    if element is None or holder is None:
        return
    breaks = sum(1 for _ in element.iter(_PAGE_BREAK)) if holder.tag == w("p") else 0
    for _ in range(breaks):
        run = element.makeelement(w("r"))
        run.append(element.makeelement(_PAGE_BREAK))
        element.addprevious(run)
    holder.remove(element)
