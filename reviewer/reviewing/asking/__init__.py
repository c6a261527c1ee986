"""Questions about a draft, answered from its figures: computed, with the place of each, or refused."""

from __future__ import annotations

from reviewer.reviewing.asking import looking, sums, values
from reviewer.reviewing.asking.draft import Draft
from reviewer.reviewing.asking.question import Asked, read_question
from reviewer.reviewing.asking.reply import Option, Reply

_ANSWERS = {
    Asked.VALUE: values.value,
    Asked.SUM: sums.added,
    Asked.AVERAGE: sums.averaged,
    Asked.COMPARE: sums.compared,
    Asked.LIMIT: sums.limited,
    Asked.EXTREME: sums.extreme,
    Asked.LIST: sums.listed,
    Asked.COUNT: sums.counted,
    Asked.SHARE: sums.share,
    Asked.WHERE: looking.mentioned,
    Asked.WHY: looking.why,
    Asked.UNCHECKED: looking.unchecked,
}


def answer(draft: Draft, utterance: str) -> Reply | None:
    """The answer to a question about the figures of a draft; None where the utterance is no such question."""
    question = read_question(utterance, draft.own_words)
    return _ANSWERS[question.asked](draft, question) if question else None


__all__ = ["Draft", "Option", "Reply", "answer"]
