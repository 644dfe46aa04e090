"""Joint statements: who makes one, by its title and by the names under it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.model import DocumentClass
from ingest.documents import DocumentMention, find_documents
from ingest.mentions import Mention, MentionKind

MentionsOf = Callable[[str], tuple[Sequence[str], Sequence[Mention]]]
"""The tokens of a text, and its mentions."""

_LINE = re.compile(r"[^\n]+")
_NAME = re.compile(r"(?:[A-ZÀ-Ž][\w.’'\-]+ ){1,5}[A-ZÀ-Ž][\w.’'\-]+$")
_OFFICE = re.compile(
    r"\b(?:minister|president|secretary|chancellor|premier|ambassador|chair)", re.I
)
_SENTENCE = re.compile(r"[a-zà-ž]{2}['”\")]?[.!?]['”\"]?$")
"""The end of a sentence: a title has no full stop, unless after an acronym."""
STATED = frozenset({DocumentClass.STATEMENT, DocumentClass.DECLARATION, DocumentClass.COMMUNIQUE})
"""What those who make it say together."""
_HEADS = 6
_TWO = 2
_ABOUT = frozenset({"on", "about"})
_MAKERS = frozenset({MentionKind.OFFICE, MentionKind.PERSON, MentionKind.NAMED})


def signatures(text: str, mentions_of: MentionsOf) -> list[Mention]:
    """The persons under a text: each a line with a name, above one with an office and a state."""
    lines = [" ".join(match.group().split()) for match in _LINE.finditer(text)]
    out: list[Mention] = []
    for name, office in pairwise(lines):
        if len(office) > 90 or not _NAME.fullmatch(name) or not _OFFICE.search(office):
            continue
        tokens, mentions = mentions_of(f"{name}, {office}")
        one = mentions[0] if len(mentions) == 1 else None
        if one and one.kind is MentionKind.PERSON and one.of and one.end >= len(tokens) - 1:
            out.append(one)
    return out


def stated(
    title: str, text: str, mentions_of: MentionsOf
) -> Iterator[tuple[DocumentMention, list[Mention]]]:
    """The statement that a text is, with those whom its title names as its makers.

    At most one: the title is looked at first, then the first lines.
    """
    lines = (match.group().strip() for match in _LINE.finditer(text))
    heads = [title, *(line for line, _ in zip(lines, range(_HEADS), strict=False))]
    for head in heads:
        if not head or len(head) > 250 or _SENTENCE.search(head):
            continue
        tokens, mentions = mentions_of(head)
        for document in find_documents(tokens):
            if document.kind in STATED and document.start <= 3:
                words = [token.lower() for token in tokens]
                about = next(
                    (at for at, word in enumerate(words) if word in _ABOUT), len(words) + 1
                )
                joint = "joint" in words
                if about <= document.end and not joint:
                    continue  # "Statement on the Prime Minister's call with X"
                makers = _makers(document, mentions, about, joint=joint)
                yield (replace(document, title=head) if makers else document), makers
                return


def _makers(
    document: DocumentMention, mentions: Sequence[Mention], about: int, *, joint: bool
) -> list[Mention]:
    """Those whom a title names behind its document; what it is about starts at ``about``.

    A joint statement has two makers: "Joint Statement on the Meeting of X and Y".
    """
    makers = [m for m in mentions if m.start > document.start and m.kind in _MAKERS]
    before = [m for m in makers if m.start < about]
    parties = sum(max(1, len(m.of)) for m in before)
    return makers if joint and parties < _TWO else before
