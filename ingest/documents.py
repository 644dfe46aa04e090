"""Finds the documents that a sentence names: "Treaty of Lisbon", "resolution 1970", "a peace deal".

Whether one was signed, adopted or broken is for the reader of events to say; a bare "agreement" or
"deal" is returned as well, with `proper` false.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.model import DocumentClass
from ingest.complements import formal_end, parted_complement
from ingest.documentends import Head, names_another, number_end, title_end, told_end
from ingest.quotedtitles import QUOTES, quoted
from ingest.sessions import SessionMention, find_sessions
from ingest.severalpapers import count_before, each_about, several
from ingest.titles import (
    DASHES,
    YEAR,
    TokenText,
    described,
    left_edge,
    token_text,
    without_leading,
)
from ingest.titlewords import DocumentWords, TitleWords, longest, title_words

__all__ = ["DocumentMention", "SessionMention", "find_documents", "find_sessions"]

_CLAUSE = 14
"""Words behind a paper up to which it may be said who signed it."""
STATED = frozenset({DocumentClass.STATEMENT, DocumentClass.DECLARATION, DocumentClass.COMMUNIQUE})
"""What those who make it say together."""
CONTRACTS = frozenset({DocumentClass.AGREEMENT, DocumentClass.TREATY, DocumentClass.MEMORANDUM})

SIGNED = frozenset(
    {"sign", "signs", "signed", "signing", "ink", "inks", "inked", "inking"}
    | {"ratified", "ratifies", "ratify", "ratifying"}
    | {"initial", "initialed", "initialled", "initialing", "initialling", "countersigned"}
)
_EXCHANGED = frozenset({"exchange", "exchanged", "exchanges", "exchanging"})
_ADOPTED = frozenset({"adopt", "adopted", "adopting", "adopts", "issue", "issued", "issues"})
_APPROVED = _ADOPTED | {"approve", "approval", "approved", "approves", "approving"}
_PAPERS = frozenset({"document", "documents", "text", "texts", "papers"})
_CALLED = frozenset({"called", "dubbed", "entitled", "known", "named", "titled"})
_OUTSTANDING = frozenset({"historic", "landmark"})
"""By what a paper goes of which nothing else is told: "a landmark deal"."""
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMention:
    """A document that the tokens from ``start`` to ``end`` name."""

    start: int
    end: int
    title: str
    """Without determiner, exactly as the text words it; words that say what it does ("condemning
    …", "that bans …") go on behind ``end``."""
    kind: DocumentClass
    proper: bool
    """Whether the title names one document in the world."""
    told: int = 0
    """Where the words end that say what it does; 0 where there are none behind ``end``."""
    each: tuple[str, ...] = ()
    """Of several papers the title of each, where the text says what each is about."""
    beyond: str = ""
    """What it says, where that is no part of its title: "a joint statement | condemning X"."""

    @property
    def wording(self) -> str:
        """The title, and what it says."""
        return f"{self.title} {self.beyond}".rstrip()


def alike_kinds(one: DocumentMention, other: DocumentMention) -> bool:
    """Whether two words for a document may mean the same: a treaty is called an agreement too."""
    return one.kind is other.kind or {one.kind, other.kind} <= CONTRACTS


def find_documents(
    tokens: Sequence[str], spaces: Sequence[bool] | None = None
) -> tuple[DocumentMention, ...]:
    """The documents that the tokens of a sentence or paragraph name, in order, none overlapping.

    ``spaces`` says after which tokens a space stands; with it titles are exactly as in the text.
    """
    words = title_words()
    text = token_text(tokens, spaces)
    heads = _heads(text, words.documents)
    titles = list(quoted(text, heads))
    used = {head for *_, beside in titles for head in beside}
    told = (_around(text, words, head) for head in heads if head not in used)
    found: list[DocumentMention] = []
    covered: set[int] = set()
    for mention in (
        *(_title(text, *each[:3]) for each in titles),
        *told,
        *_named(text, words.documents),
    ):
        if mention is None:
            continue
        acronym = text.word(mention.start - 1) == "(" and mention.start - 2 in covered
        if acronym or not covered.isdisjoint(range(mention.start, mention.end)):
            continue
        found.append(mention)
        covered.update(range(mention.start, mention.end))
    return tuple(_joined(text, sorted(found, key=lambda mention: mention.start)))


def _title(text: TokenText, start: int, end: int, kind: DocumentClass) -> DocumentMention:
    """The mention of a title in quotation marks."""
    return DocumentMention(
        start=start, end=end, title=text.text(start, end), kind=kind, proper=True
    )


def _joined(text: TokenText, found: list[DocumentMention]) -> Iterator[DocumentMention]:
    """The mentions, those of several papers at once as one: "memorandums and agreements"."""
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        at += 1
        if other is not None and other.start == one.end + 1 and text.word(one.end) == "and":
            plural = all(text.word(m.end - 1).endswith(("s", "a")) for m in (one, other))
            if one.end - one.start <= 1 + text.word(one.start).isdigit() and plural:
                title = f"{one.title} and {other.title}"
                one, at = replace(other, start=one.start, title=title), at + 1
        yield one


def _heads(text: TokenText, words: DocumentWords) -> list[Head]:
    """The words that may name a document, those that modify another noun left out."""
    found: list[Head] = []
    at = 0
    while at < len(text.tokens):
        entry = longest(words.heads, words.starts, text.folded, at)
        if entry is None:
            at += 1
            continue
        end = at + len(entry)
        follows = text.word(end)
        modifies = follows in words.modified or (follows in DASHES and text.tight(end))
        if follows in words.modified and text.word(end + 1) == "of" and text.capital(at):
            modifies = False
        modifies = modifies or (
            text.capital(at) and text.capital(end) and (follows,) in words.heads
        )
        needs = entry[0] in words.signed_only and not (
            _is_signed(text, words, at, end) or _is_called(text, at)
        )
        head = Head(at, end, words.heads[entry])
        if entry[0] in words.numbered_only:
            needs = not (text.capital(at) and number_end(text, head) > end)
        if not modifies and not needs:
            found.append(head)
        at = end
    return found


def _is_signed(text: TokenText, words: DocumentWords, start: int, end: int) -> bool:
    """Whether a truce is told as a paper: "signed a truce", not "broke the truce"."""
    before = text.folded[max(0, start - 7) : start]
    after = text.word(end + (text.word(end) in _BE))
    made = SIGNED | _ADOPTED if text.word(start) in _PAPERS else SIGNED
    named = text.word(start).startswith("program") and text.capital(start)
    signed = (
        named and "by" not in before and not _APPROVED.isdisjoint(before)
    )  # "approved the Trade | Programme"
    signed = signed or not made.isdisjoint(before) or after in SIGNED | _EXCHANGED
    signed = signed or text.word(start - 1 - (text.word(start - 1) == "the")) in _EXCHANGED
    close = text.folded[end : end + _CLAUSE]  # "the minutes of the talks, initialled by X and Y"
    signed = signed or any(a in SIGNED and b == "by" for a, b in pairwise(close))
    return (text.word(end),) not in words.heads and signed


def _is_called(text: TokenText, at: int) -> bool:
    """Whether the text says that something is called so: "known as the Amber | Initiative"."""
    before = text.folded[max(0, at - 7) : at]
    return text.capital(at) and not _CALLED.isdisjoint(before) and QUOTES.keys().isdisjoint(before)


def _named(text: TokenText, words: DocumentWords) -> Iterator[DocumentMention]:
    """Documents whose names hold no word that says so: "Minsk II"."""
    at = 0
    while at < len(text.tokens):
        entry = longest(words.names, words.starts, text.tokens, at)
        end = at + len(entry) if entry else at + 1
        if entry is not None:
            yield DocumentMention(
                start=at,
                end=end,
                title=text.text(at, end),
                kind=DocumentClass.AGREEMENT,
                proper=True,
            )
        at = end


def _around(text: TokenText, words: TitleWords, head: Head) -> DocumentMention | None:
    """The mention whose head is ``head``; None where the word means something else."""
    own, phrase = words.documents, words.phrase
    name = " ".join(text.folded[head.start : head.end])
    named = text.capital(head.start)
    edge, bound = left_edge(text, phrase, head.start, named)
    start = without_leading(text, phrase.leading, edge, head.start)
    if start == head.start > edge and not named and text.word(start - 1) in _OUTSTANDING:
        start -= 1
    start = _without_year(text, start, head)
    before = text.folded[edge : head.start]
    if set(before) & own.other_left or text.word(head.start - 1) in own.other_left:
        return None
    if text.word(head.start - 1) + " " + text.word(head.end - 1) in own.other_pairs:
        return None
    if text.word(head.end) == "of" and _content_after(text, words, head.end + 1) in own.acts:
        return None  # "declaration of war": done, not written
    own_name = named and _telling(text, own, start, head.start)
    count = count_before(text, edge) if several(name) else ""
    parties = not own_name or described(text, start, head.start)
    head = replace(head, counted=bool(count), parties=parties)
    end = title_end(text, words, head, named=named, own_name=own_name)
    if text.headline and start == 0:  # the headline is the document's own title
        end = max(end, formal_end(replace(text, headline=False), words.phrase, head.end))
    lone = start == head.start
    if named and lone and head.start == 0 and not any(map(text.capital, range(1, end))):
        named = False  # the capital is the sentence's own
    if not named and name in own.capital_only:
        return None
    if name == "plan" and not named and text.word(start - 1) == "and":
        return None  # "X and Y plan joint drills"
    if lone and not _stands_alone(text, words, head, name, bound=bound, named=named, end=end):
        return None
    told = end if own_name or end > head.end else told_end(text, words, head, end)
    named_by = end if _whole(text, head, start) else told
    if "of" in text.folded[head.start : head.end] and text.word(head.end) == "to":
        named_by = head.end  # "a code of conduct | to govern their ties"
    if text.word(end) not in {"in", "that"} and not names_another(text, own, end, told):
        end = told
    title = f"{count} {text.text(start, named_by)}".strip()  # "nine agreements"
    signed = told == head.end and _is_signed(text, own, start, told)
    acts = head.end - head.start == 1 and lone
    parted = parted_complement(text, words.phrase, told, acts=acts) if signed else None
    if parted is not None:
        title = f"{title} {text.text(*parted)}"
    proper = _is_proper(text, own, head, start, end, named=named)
    if start == edge and count and " " not in count:
        start -= 1  # the number is no part of the sentence else
    each, beyond = each_about(text, words.phrase, end, name) if count else ((), end)
    return DocumentMention(
        start=start,
        end=beyond,
        title=title,
        kind=head.kind,
        proper=proper,
        told=told if told > beyond else 0,
        each=each,
        beyond=text.text(named_by, end) if named_by < end else "",
    )


def _whole(text: TokenText, head: Head, start: int) -> bool:
    """Whether a paper is called so, whatever it says: "a joint statement | affirming …"."""
    return head.kind in STATED and "joint" in text.folded[start : head.start]


def _content_after(text: TokenText, words: TitleWords, at: int) -> str:
    """The word at ``at``, or behind the determiner there."""
    return text.word(at + (text.word(at) in words.phrase.determiners))


def _without_year(text: TokenText, start: int, head: Head) -> int:
    """A single year before a title is no part of it; a range of years, or an agenda's year, is."""
    year = YEAR.fullmatch(text.word(start)) and start < head.start
    if not year or text.word(start + 1) in DASHES or text.word(head.start) == "agenda":
        return start
    return start + 1


def _stands_alone(
    text: TokenText,
    words: TitleWords,
    head: Head,
    name: str,
    *,
    bound: bool,
    named: bool,
    end: int,
) -> bool:
    """Whether a word for a document without words before it means one."""
    follows = text.word(head.end)
    if name in words.documents.needs_modifier and not named:
        made = text.word(head.start - 2) in words.phrase.makers  # "signed a roadmap for peace"
        return made and name not in {"plan", "statements"} and end > head.end
    if head.kind is DocumentClass.STATEMENT:
        lead = text.folded[max(0, head.start - 2) : head.start]
        return named or not (lead[:1] == ("in",) or "in" in lead)
    if name == "agreement" and text.word(head.start - 1) == "in":
        return False
    if name in {"deal", "deals"}:
        signed = text.word(head.start - 2) in SIGNED  # not: "how to deal with"
        return bound and (follows != "with" or signed)
    if name == "resolution" and follows in {"of", "to"} and end - head.end < 3:
        return False
    return not (name == "resolution" and follows == "of")


def _is_proper(
    text: TokenText, words: DocumentWords, head: Head, start: int, end: int, *, named: bool
) -> bool:
    if head.kind is DocumentClass.RESOLUTION and number_end(text, head) > head.end:
        return True
    if text.tokens[start:end] in words.names:
        return True
    if not named:
        return False

    if _telling(text, words, start, head.start):
        return True
    if head.kind.value in words.common_kinds:
        return "between" in text.folded[head.end : end] or (
            text.word(head.end) == "of" and _telling(text, words, head.end, end)
        )
    return _telling(text, words, head.end, end)


def _telling(text: TokenText, words: DocumentWords, begin: int, stop: int) -> bool:
    """Whether one of the words tells the document from others: a name or a year."""
    return any(
        (text.capital(at) or YEAR.fullmatch(text.word(at))) and text.word(at) not in words.generic
        for at in range(begin, stop)
    )
