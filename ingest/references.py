"""Which document is meant by "the agreement" or "an accord": the one that the article names.

"The agreement" is the one named before it, "an accord" what the article goes on to call "the
Framework Agreement". What a document does may stand at the end of its sentence: "A resolution was
adopted condemning X". A document whose title says what it is about stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Document, EventClass
from ingest.candidates import Candidate
from ingest.checks import documents_of, side
from ingest.complements import plain_end
from ingest.documents import CONTRACTS, DocumentMention, alike_kinds
from ingest.titles import token_text
from ingest.titlewords import title_words
from ingest.told import Told

_DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an"})
_COMMON = frozenset({"final", "joint"})
"""Words that no paper is told from others by."""
_ANY = frozenset({"document", "documents", "text", "texts", "papers"})
"""What any paper may be called that was named before."""
_PARTS = frozenset({"instrument", "letter", "minute", "note"})
"""Papers that nobody calls an agreement."""
_SIGNED = frozenset({"initialed", "initialled", "signed"})
_TWO = 2
_WORDS = 3
"""Words of a title that only says of what kind a paper is."""
_SAYING_MORE = frozenset({"about", "against", "for", "of", "on", "over"})
_STANDING = frozenset({"charter", "convention", "conventions", "protocol", "statute"})
"""Papers that are older than most events, and are called nothing else."""
_PARAGRAPHS = 3
"""How many paragraphs on the name of a paper is told, at the most."""
_CLOSE = 30
_CALLED = re.compile(
    r"\b(?:called|dubbed|entitled|known as|named|titled)\s+(?:the\s+)?[\"“‘']?$", re.IGNORECASE
)
"""Words right before a name that is given."""
_WORD = re.compile(r"\w+(?:[-'’]\w+)*|\S")


@dataclass(frozen=True, slots=True)
class _Place:
    """A document where the article mentions it, with the word before its title."""

    mention: DocumentMention
    determiners: frozenset[str]
    called: bool = False
    """Whether the text says there that something is called so: "known as the Amber Pact"."""
    acting: bool = False
    """Whether it is the subject of its clause."""


def refer(article: Sequence[Told]) -> None:
    """Gives bare documents of candidates the titles that the article has for them."""
    places: dict[tuple[int, int], _Place] = {}
    for number, told in enumerate(article):
        places.update(((number, at), place) for at, place in _documents(told))
    for number, told in enumerate(article):
        for candidate in told.candidates:
            if candidate.kind is EventClass.SIGNING and not candidate.documents:
                candidate.documents = _last(candidate, told, number, places)
            for at in candidate.documents_at:
                place = places.get((number, at))
                if place is None or not _unspecific(place.mention):
                    continue
                named = None
                if _bare(place.mention):
                    named = _apart(candidate, place, told) or _meant((number, at), place, places)
                named = named or _called_after(candidate, told, (number, at), place, places)
                named = named or _called((number, at), place, places)
                if named is not None:
                    title = place.mention.title.casefold()
                    candidate.documents = [
                        _renamed(d, named) if d.title.casefold() == title else d
                        for d in candidate.documents
                    ]


def _last(
    candidate: Candidate, told: Told, number: int, places: dict[tuple[int, int], _Place]
) -> list[Document]:
    """The paper told of right before, where two only "signed in Lima"; none where there is none."""
    verb = told.tree.doc[candidate.trigger]
    bare = verb.lower_ in _SIGNED and not any(told.tree.children(verb, "obj", "ccomp", "xcomp"))
    if not bare or len({side(actor) for actor in candidate.everybody()}) < _TWO:
        return []
    here = (number, candidate.trigger)
    before = [
        p.mention
        for where, p in places.items()
        if where < here
        and number - where[0] <= 1
        and p.mention.kind in CONTRACTS
        and not _generic(p.mention)
    ]
    return documents_of(before[-1:], candidate.date)


def _documents(told: Told) -> Iterator[tuple[int, _Place]]:
    for at, unit in enumerate(told.tree.units):
        if unit.document is not None:
            token = told.tree.doc[at]
            words = frozenset(child.lower_ for child in token.children if child.dep_ == "det")
            before = told.paragraph.text[max(0, unit.start - _CLOSE) : unit.start]
            called = bool(_CALLED.search(before))
            acting = token.dep_.startswith("nsubj")
            yield at, _Place(unit.document, words, called, acting)


def _apart(candidate: Candidate, place: _Place, told: Told) -> DocumentMention | None:
    """The document with what is said of it behind the verb: "is signed by X calling for peace"."""
    tree = told.tree
    verb = tree.doc[candidate.trigger]
    if candidate.kind is not EventClass.SIGNING or not tree.passive(verb):
        return None
    after = next((t for t in tree.doc[verb.i : verb.sent.end] if t.tag_ == "VBG"), None)
    if after is None or after.head not in {verb, *verb.children}:
        return None
    start, end = tree.unit(after).start, tree.units[verb.sent.end - 1].end
    text = token_text(_WORD.findall(told.paragraph.text[start:end]))
    stop = plain_end(text, title_words().phrase, 0, verbs=True)
    title = f"{place.mention.title} {text.text(0, stop)}"
    return replace(place.mention, title=title) if stop else None


def _meant(
    here: tuple[int, int], place: _Place, places: dict[tuple[int, int], _Place]
) -> DocumentMention | None:
    """The document of a fuller title that a bare word means; None where it stands for itself."""
    if place.determiners & _DEFINITE:
        before = [p.mention for where, p in places.items() if where < here]
        return next((m for m in reversed(before) if _takes_up(place.mention, m)), None)
    if place.determiners & _INDEFINITE:
        after = [p for where, p in places.items() if where > here]
        return next((p.mention for p in after if _goes_on(place.mention, p)), None)
    return None


def _called_after(
    candidate: Candidate,
    told: Told,
    here: tuple[int, int],
    place: _Place,
    places: dict[tuple[int, int], _Place],
) -> DocumentMention | None:
    """The document named after where it was made: "a declaration … the Lima Declaration"."""
    if not place.determiners & _INDEFINITE:
        return None
    towns = {told.filed.town.casefold()} if told.filed is not None else set()
    towns |= {candidate.place.label.casefold()} if candidate.place is not None else set()
    later = [p.mention for where, p in places.items() if where > here and p.mention.proper]
    alike = {m.title: m for m in later if m.kind is place.mention.kind}
    if len(alike) != 1:
        return None
    [mention] = alike.values()
    return mention if mention.title.rpartition(" ")[0].casefold() in towns else None


def _called(
    here: tuple[int, int], place: _Place, places: dict[tuple[int, int], _Place]
) -> DocumentMention | None:
    """The name that is given later to what was signed: "The pact, known as the Amber Pact".

    Or else the only name of a paper of that kind of which the next paragraphs tell.
    """
    if place.determiners & _DEFINITE:
        return None
    later = [(w, p) for w, p in places.items() if w > here and p.mention.title[:1].isupper()]
    alike = [(w, p) for w, p in later if alike_kinds(place.mention, p.mention)]
    given = {p.mention.title: p.mention for _, p in later if p.called}
    if len(given) == 1:
        return next(iter(given.values()))
    near = {
        p.mention.title: p.mention
        for (number, _), p in alike
        if number - here[0] <= _PARAGRAPHS and p.acting and p.determiners & _DEFINITE
    }
    told = {p.mention.title for _, p in alike}
    named = next(iter(near.values())) if len(near) == 1 and len(told) == 1 else None
    if named is None or not (named.proper or _full(named)):
        return None
    standing = _STANDING.intersection(named.title.lower().split())
    return named if standing <= set(place.mention.title.lower().split()) else None


def _full(mention: DocumentMention) -> bool:
    """Whether a title says more than of what kind the paper is: "Agreement on the Sea"."""
    return len(mention.title.split()) > _TWO


def _unspecific(mention: DocumentMention) -> bool:
    """Whether a title only says of what kind the paper is: "peace deal", "ceasefire accord"."""
    words = mention.title.split()
    common = not mention.proper and not any(word[:1].isupper() for word in words)
    words = words[: words.index("to")] if "to" in words else words  # "treaty to end the war"
    plain = _SAYING_MORE.isdisjoint(words) and not mention.told
    return common and plain and len(words) <= _WORDS


def _bare(mention: DocumentMention) -> bool:
    words = [word for word in mention.title.lower().split() if word not in _COMMON]
    return not mention.proper and len(words) == 1


def _generic(mention: DocumentMention) -> bool:
    return mention.title.lower().split()[-1] in _ANY


def _takes_up(bare: DocumentMention, other: DocumentMention) -> bool:
    if _plural(other) != _plural(bare):
        return False
    if _generic(bare):
        return not _generic(other)
    if not _PARTS.isdisjoint(word.removesuffix("s") for word in other.title.lower().split()):
        return False  # "exchanged the instruments of its ratification"
    return not _bare(other) and other.kind is bare.kind


def _goes_on(bare: DocumentMention, later: _Place) -> bool:
    """Whether a later mention is the name that the text gives it: "the Framework Agreement"."""
    other = later.mention
    named = all(word[0].isupper() for word in other.title.split()) and not other.proper
    definite = bool(later.determiners & _DEFINITE)
    return (
        named
        and alike_kinds(bare, other)
        and definite
        and not _bare(other)
        and _plural(other) == _plural(bare)
    )


def _plural(mention: DocumentMention) -> bool:
    return mention.title.split()[-1].endswith("s")


def _renamed(document: Document, mention: DocumentMention) -> Document:
    return Document(
        kind=mention.kind, title=mention.title, proper=mention.proper, date=document.date
    )
