"""Where the title of a document ends behind the word for it, and where what it does is told."""

import re
from dataclasses import dataclass, replace

from graph.model import DocumentClass
from ingest.complements import (
    clause_end,
    dated_end,
    formal_end,
    parties_end,
    period_end,
    plain_end,
)
from ingest.titles import NUMBER, YEAR, TokenText
from ingest.titlewords import DocumentWords, TitleWords, longest

_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)?(?:/\d+)*(?:/[a-z]+)?")
"""What a resolution or a decision is counted by: "1970", "5th", "1/2015", "2014/145/cfsp"."""


@dataclass(frozen=True, slots=True)
class Head:
    """A word that names a kind of document."""

    start: int
    end: int
    kind: DocumentClass
    counted: bool = False
    """Whether the text says how many of them there are."""
    parties: bool = True
    """Whether the parties behind it belong to its name."""


def title_end(
    text: TokenText, words: TitleWords, head: Head, *, named: bool, own_name: bool
) -> int:
    """Where the title ends, past the letters that stand for it: "… (MoU) on trade"."""
    at = head.end
    lettered = text.word(at) == "(" and text.word(at + 2) == ")" and text.capital(at + 1)
    if lettered:
        beyond = _end_of(text, words, replace(head, end=at + 3), named=named, own_name=own_name)
        return beyond if beyond > at + 3 else at
    end = _end_of(text, words, head, named=named, own_name=own_name)
    return period_end(text, end)


def _end_of(text: TokenText, words: TitleWords, head: Head, *, named: bool, own_name: bool) -> int:
    """Where the title ends: after its number, its capitals, or its complement in common words.

    ``own_name`` says that capitals before the head name it: what follows is then told about it.
    """
    numbered = number_end(text, head)
    if numbered > head.end:
        return numbered
    if named:
        end = formal_end(text, words.phrase, head.end)
        if head.parties:
            end = _parties_end(text, words, head, end)
        if end > head.end or own_name:
            return end
        end = dated_end(text, words.phrase, head.end)
        if end > head.end:
            return end
    end = plain_end(
        text,
        words.phrase,
        head.end,
        infinitive=head.kind.value in words.phrase.infinitive_kinds and not head.counted,
    )
    return max(end, _inner_end(text, words, head.end, end))


def _parties_end(text: TokenText, words: TitleWords, head: Head, end: int) -> int:
    """Where the parties end behind a name: "Treaty of Peace between X and Y", and what it is on.

    What is one of many in the world has none where its name says what it is on.
    """
    if end > head.end and head.kind.value in words.documents.common_kinds:
        return end
    parties = parties_end(text, words.phrase, end)
    return formal_end(text, words.phrase, parties) if parties > end else end


def _inner_end(text: TokenText, words: TitleWords, begin: int, end: int) -> int:
    """Where the name of another document ends that a title holds: "on the signing of a Treaty"."""
    at = begin
    while at < end:
        entry = longest(words.documents.heads, words.documents.starts, text.folded, at)
        if entry is not None and text.capital(at):
            return formal_end(text, words.phrase, at + len(entry))
        at += 1
    return end


def told_end(text: TokenText, words: TitleWords, head: Head, end: int) -> int:
    """Where the words end that say what the document does: "condemning …", "that bans …"."""
    if head.kind is DocumentClass.PLAN:
        return end
    return max(clause_end(text, words.phrase, end), plain_end(text, words.phrase, end, verbs=True))


def names_another(text: TokenText, words: DocumentWords, start: int, end: int) -> bool:
    """Whether a document is named there by a capital: "backing the Lima Declaration"."""
    return any(text.capital(at) and (text.word(at),) in words.heads for at in range(start, end))


def number_end(text: TokenText, head: Head) -> int:
    """Past "1970", "No. 5", "2254 (2015)", "S/RES/2254" behind a resolution or protocol."""
    at = head.end
    if head.kind is not DocumentClass.RESOLUTION and text.word(head.start) != "protocol":
        return at
    at += text.word(at) in {"no", "no.", "number", "nos", "nos."}
    at += at > head.end and text.word(at) == "."
    token = text.word(at)
    if not (_NUMBERED.fullmatch(token) or token.startswith(("s/res", "a/res"))):
        return head.end
    at += 1
    while text.word(at) in {"and", ",", "/"} and NUMBER.fullmatch(text.word(at + 1)):
        at += 2
    if text.word(at) == "(" and YEAR.fullmatch(text.word(at + 1)) and text.word(at + 2) == ")":
        at += 3
    return at
