"""Joint statements: who makes one, by its title and by the names under it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from graph.model import DocumentClass
from ingest.documents import STATED, DocumentMention, find_documents
from ingest.folding import fold
from ingest.mentions import Mention, MentionKind
from ingest.titlewords import title_words

MentionsOf = Callable[[str], tuple[Sequence[str], Sequence[Mention]]]
"""The tokens of a text, and its mentions."""

_LINE = re.compile(r"[^\n]+")
_NAME = re.compile(r"(?:[A-ZÀ-Ž][\w.’'\-]+ ){1,5}[A-ZÀ-Ž][\w.’'\-]+$")
_OFFICE = re.compile(
    r"\b(?:minister|president|secretary|chancellor|premier|ambassador|chair)", re.I
)
_WITNESSED = re.compile(
    r"(?:(?:and )?witness(?:ed|es)?(?: by)?|in the presence of|(?:facilitat|mediat)ed by)\s*:?\s*$",
    re.IGNORECASE,
)
"""Above those whose names stand below a text that they have not made."""
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[a-zà-ž\d]{2}['”\")]?[.!?]['”\"]?$")
"""The end of a sentence: a title has no full stop, unless after an acronym."""
_OPENING = 1500
"""Characters within which a statement says for whom it speaks."""
_FOR = re.compile(
    r"(?P<joint>\bstatement\b[^.\n]{0,40}?\b(?:released|issued|made|adopted)\b[^.\n]{0,30}?\bby\b"
    r"|^\W{0,2}We,)|\bstatement\b[^.\n]{0,60}?\bon behalf of\b|\bstatement is by\b"
    r"|\b(?:I|we) (?:am |are )?(?:\w+ ){0,3}on behalf of\b",
    re.IGNORECASE | re.MULTILINE,
)
_STOP = re.compile(r"\n|(?<=[a-zà-ž)]{2})\.(?:\s|$)")
_CLAUSE = re.compile(r",? (?:that|to (?=[a-z]))\b")
"""Where begins what is said for somebody: "on behalf of the Leaders, | that X and Y"."""
_TALKS = re.compile(
    r"\b(?:commission|committee|consultations|conversations|dialogue|discussions|meetings?"
    r"|negotiations|round|session|summit|talks|visit)\b",
    re.IGNORECASE,
)
"""Of what a statement tells that is only the account of it."""
_SESSION = re.compile(r"\b(?:assembly|conference|meeting|session|summit)\b", re.IGNORECASE)
_DASH = re.compile(r"\s[–—-]\s|\s\(|: ")
"""What parts the name of a communiqué from what it is of: "Final Communiqué – Summit of …"."""
_ACCOUNTS = frozenset({DocumentClass.STATEMENT, DocumentClass.COMMUNIQUE})
_LISTING = frozenset({",", ";", "and", "as", "well", "the", "of", "both", "&"})
_HEADS = 6
_TWO = 2
_ABOUT = frozenset({"about", "concerning", "on", "regarding"})
_WHERE = frozenset({"at", "before", "during", "following", "in", "to"})
_PLACING = frozenset({",", "(", "-", "–", "—", "at", "in"})
"""What stands before the town where a statement was made: "Joint Declaration of X and Y, Lima"."""
_MAKERS = frozenset({MentionKind.OFFICE, MentionKind.PERSON, MentionKind.NAMED})


def signatures(text: str, mentions_of: MentionsOf) -> list[Mention]:
    """The persons under a text: each a line with a name, above one with an office and a state."""
    lines = [" ".join(match.group().split()) for match in _LINE.finditer(text)]
    lines = list(takewhile(lambda line: not _WITNESSED.match(line), lines))
    out: list[Mention] = []
    for name, office in pairwise(lines):
        if len(office) > 90 or not _NAME.fullmatch(name) or not _OFFICE.search(office):
            continue
        tokens, mentions = mentions_of(f"{name}, {office}")
        one = mentions[0] if len(mentions) == 1 else None
        if one and one.kind is MentionKind.PERSON and one.of and one.end >= len(tokens) - 1:
            out.append(one)
    return out


def signing(makers: Sequence[Mention], signed: Sequence[Mention]) -> list[Mention]:
    """Those who make a statement by their names, where each of them has signed it; else nobody.

    "The Prime Minister of X and the Prime Minister of Y" are two of those whose names stand below.
    """
    out: list[Mention] = []
    for maker in makers:
        own = [s for s in signed if set(maker.of) & set(s.of) and s not in out]
        persons = maker.kind is MentionKind.OFFICE or len(signed) == len(makers)
        if not own or not persons or (len(maker.of) > 1 and len(own) < len(maker.of)):
            return []
        out += own[: max(1, len(maker.of))]
    return out


def stated(
    title: str, text: str, mentions_of: MentionsOf, *, together: bool = False
) -> Iterator[tuple[DocumentMention, list[Mention]]]:
    """The statement that a text is, with those whom its title names as its makers.

    At most one: the title is looked at first, then the first lines. ``together`` says that the text
    itself names several who released it.
    """
    lines = (match.group().strip() for match in _LINE.finditer(text))
    heads = [title, *(line for line, _ in zip(lines, range(_HEADS), strict=False))]
    for head in map(_headline, heads):
        if not head or len(head) > 250 or _SENTENCE.search(head) or _told(head):
            continue
        if _stating().isdisjoint(fold(word) for word in _WORD.findall(head)):
            continue
        tokens, mentions = mentions_of(head)
        for document in find_documents(tokens):
            if "press" in document.title.lower().split()[:3]:
                continue  # told to journalists, by whoever it is
            if document.kind in STATED and document.start <= (_HEADS if together else 3):
                words = [token.lower() for token in tokens]
                about = next(
                    (at for at, word in enumerate(words) if word in _ABOUT), len(words) + 1
                )
                joint = together or "joint" in words
                if about <= document.end and not joint:
                    continue  # "Statement on the Prime Minister's call with X"
                makers = _makers(document, mentions, words, about, joint=joint)
                whole = makers or together
                yield (replace(document, title=head) if whole else document), makers
                return


def recounting(document: DocumentMention) -> bool:
    """Whether a statement only tells of the talks or the visit in its title: no act of its own."""
    return document.kind in _ACCOUNTS and _TALKS.search(document.title) is not None


def of_session(title: str, split: Callable[[str], Sequence[str]]) -> DocumentMention | None:
    """The communiqué of a session that a text is by its title: "Communiqué of the 9th Summit"."""
    head = _headline(title)
    own = _DASH.split(head)[0].strip()
    if _SESSION.search(head) is None or "joint" in fold(own).split():
        return None
    for paper in find_documents(split(own)):
        said = paper.kind is DocumentClass.COMMUNIQUE and paper.start <= _TWO
        return replace(paper, title=own) if said else None
    return None


def _headline(head: str) -> str:
    """A title behind whose release it is: "Foreign Office, Paris: | Joint Statement of …"."""
    issuer, colon, headline = head.partition(": ")
    words = _WORD.findall(headline)[:3]
    stating = not _stating().isdisjoint(fold(word) for word in words)
    return headline if colon and stating and _stating().isdisjoint(fold(issuer).split()) else head


def _told(head: str) -> bool:
    """Whether a line only leads to a list behind it: "A declaration was signed. So were these:"."""
    return head.endswith(":") and bool(_STOP.search(head))


@cache
def _stating() -> frozenset[str]:
    """The words that the names of such documents begin with."""
    heads = title_words().documents.heads
    return frozenset(words[0] for words, kind in heads.items() if kind in STATED)


def spoken_for(text: str, mentions_of: MentionsOf) -> tuple[list[Mention], bool]:
    """Those for whom a text speaks by its first lines, and whether they released it together.

    "The following statement was released by the foreign ministers of X, Y and Z", "We, the leaders
    of X and Y,", "on behalf of the group comprising X, Y and Z". Fewer than two are nobody.
    """
    head = text[:_OPENING]
    for match in _FOR.finditer(head):
        stop = _STOP.search(head, match.end())
        told = head[match.end() : stop.start() if stop else len(head)]
        tokens, mentions = mentions_of(_CLAUSE.split(told, maxsplit=1)[0])
        makers = _run(tokens, [m for m in mentions if m.kind in _MAKERS])
        if sum(max(1, len(m.of)) for m in makers) >= _TWO:
            return makers, match.group("joint") is not None
    return [], False


def _run(tokens: Sequence[str], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that stand in one list, the longest of them."""
    runs: list[list[Mention]] = [[]]
    for mention in mentions:
        between = tokens[runs[-1][-1].end : mention.start] if runs[-1] else ()
        if any(token.lower() not in _LISTING for token in between):
            runs.append([])
        runs[-1].append(mention)
    return max(runs, key=len)


def _makers(
    document: DocumentMention,
    mentions: Sequence[Mention],
    words: Sequence[str],
    about: int,
    *,
    joint: bool,
) -> list[Mention]:
    """Those whom a title names behind its document; what it is about starts at ``about``.

    Where they speak or to whom is behind them: "at the Security Council", "to Parliament".

    A joint statement has two makers: "Joint Statement on the Meeting of X and Y".
    """
    makers = [m for m in mentions if m.start > document.start and m.kind in _MAKERS]
    makers = [m for m in makers if not (m.capital and words[m.start - 1] in _PLACING)]
    behind = makers[0].end if makers else 0
    rest = enumerate(words[behind:], behind)
    before_whom = next((at for at, word in rest if word in _WHERE), len(words))
    before = [m for m in makers if m.start < min(about, before_whom)]
    parties = sum(max(1, len(m.of)) for m in before)
    return makers if joint and parties < _TWO else before
