"""What the index holds of one thing, worked out from the statements that are made about it.

Pure: an entry follows from the merged graph alone, so an index that follows changes and one that is
made anew are the same.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import pyoxigraph as ox
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS

from graph.model import ActorClass, DocumentClass, EventClass, Role, Status
from graph.vocabulary import DGM, OA

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Subject = ox.NamedNode | ox.BlankNode
Values = Mapping[str, tuple[Term, ...]]
"""What is said of a thing: the values of each property, by its address."""

KINDS = tuple(sorted(EventClass))
STATES = tuple(Status)
ROLES = tuple(Role)
"""Classes, statuses and roles as the index numbers them: each a bit, from the lowest."""
EVENT, ARTICLE, QUOTE, OTHER = "event", "article", "quote", "other"
ACTOR, PLACE, TOPIC, DOCUMENT = "actor", "place", "topic", "document"
GROWING = frozenset((ACTOR, PLACE, TOPIC, DOCUMENT))
"""Kinds of things of which many articles tell, each a little more."""
REPRESENTS, COUNTRY = "represents", "country"
_DGM = str(DGM._NS)
_TYPE = str(RDF.type)
_CLASSES = (
    {c.value: ACTOR for c in ActorClass}
    | {c.value: DOCUMENT for c in DocumentClass}
    | {"Place": PLACE, "Article": ARTICLE, "Evidence": QUOTE}
)
_NAMES = {
    ACTOR: (SKOS.prefLabel, SKOS.altLabel),
    EVENT: (RDFS.label, DCTERMS.title),
    DOCUMENT: (DCTERMS.title, None),
    PLACE: (SKOS.prefLabel, None),
    TOPIC: (SKOS.prefLabel, None),
    ARTICLE: (DCTERMS.title, None),
}
"""The property that names a thing, and the one that gives its other names."""
PROFILE = tuple(map(str, (RDF.type, SKOS.prefLabel, SKOS.altLabel, DGM.represents, DGM.status)))
"""What the entry of an actor needs: not whom events link it with, thousands for the busiest."""
_LINKS = ((str(DGM.place), PLACE), (str(DGM.topic), TOPIC), (str(DGM.produced), DOCUMENT))
_EVIDENCE, _EXACT, _QUOTED = str(DGM.evidence), str(OA.exact), str(PROV.wasQuotedFrom)

QUOTATION = frozenset((_EXACT, _QUOTED))
"""The properties of a quotation that the entries of events take over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """What lists and counts need of an event."""

    kinds: int
    states: int
    day: str | None
    """As precise as it is known."""
    confidence: float | None
    links: tuple[tuple[str, str, int], ...]
    """Actors (with the bits of their roles), places, topics, documents and articles, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the index holds of one thing."""

    kind: str
    classes: tuple[str, ...]
    """The local names of its classes in our vocabulary."""
    statements: int
    names: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    """The sentences that state an event; the text of an article."""
    day: str | None = None
    """When an article was issued."""
    relations: tuple[tuple[str, str], ...] = ()
    event: EventFacts | None = field(default=None)

    @property
    def digest(self) -> bytes:
        """Eight bytes that stand for the entry."""
        return hashlib.blake2b(repr(self).encode("utf-8", "replace"), digest_size=8).digest()


def entry(said: Values, statements: int, ask: Callable[[Subject], Values]) -> Entry | None:
    """The entry of a thing of which so many statements are made; None where there are none.

    ``said`` is what they say; of an actor, the values of `PROFILE` are enough. ``ask`` gives what
    is said of another thing.
    """
    if not statements:
        return None
    classes = tuple(sorted(filter(None, map(_local, said.get(_TYPE, ())))))
    kind = _kind(said, classes)
    name, alias = _NAMES.get(kind, (None, None))
    names, other = _texts(said, name), _texts(said, alias)
    quotes = [ask(q) for q in _things(said, _EVIDENCE)] if kind == EVENT else []
    body = {text for quote in quotes for text in _texts(quote, OA.exact)}
    return Entry(
        kind=kind,
        classes=classes,
        statements=statements,
        names=names,
        other=tuple(text for text in other if text not in names),
        body=tuple(sorted(body)) if kind == EVENT else _body(said, kind),
        day=max(_texts(said, DCTERMS.issued), default=None) if kind == ARTICLE else None,
        relations=tuple(_relations(said, kind)),
        event=_event(said, classes, quotes) if kind == EVENT else None,
    )


def grown(old: Entry, said: Values, more: int) -> Entry | None:
    """The entry of a thing of which so many more statements are made, and what they say.

    None where that does not follow from the entry.
    """
    classes = tuple(sorted({*old.classes, *filter(None, map(_local, said.get(_TYPE, ())))}))
    kind = _kind(said, classes)
    if old.kind not in GROWING or kind not in (old.kind, OTHER):
        return None
    name, alias = _NAMES[old.kind]
    names = {*old.names, *_texts(said, name)}
    return replace(
        old,
        classes=classes,
        statements=old.statements + more,
        names=tuple(sorted(names)),
        other=tuple(sorted({*old.other, *_texts(said, alias)} - names)),
        relations=tuple(sorted({*old.relations, *_relations(said, old.kind)})),
    )


def is_actor(said: Values) -> bool:
    """Whether the thing is an actor, as far as its types and status tell."""
    classes = filter(None, map(_local, said.get(_TYPE, ())))
    return _kind(said, sorted(classes)) == ACTOR


def _kind(said: Values, classes: Iterable[str]) -> str:
    if str(DGM.status) in said:
        return EVENT
    for name in classes:
        if name in _CLASSES:
            return _CLASSES[name]
    concept = any(
        isinstance(t, ox.NamedNode) and t.value == str(SKOS.Concept) for t in said.get(_TYPE, ())
    )
    return TOPIC if concept else OTHER


def _body(said: Values, kind: str) -> tuple[str, ...]:
    return _texts(said, DGM.text) if kind == ARTICLE else ()


def _event(said: Values, classes: Iterable[str], quotes: Iterable[Values]) -> EventFacts:
    states = {_local(term) for term in said.get(str(DGM.status), ())}
    sure = [value for text in _texts(said, DGM.confidence) if (value := _number(text)) is not None]
    actors: dict[str, int] = {}
    for bit, role in enumerate(ROLES):
        for term in _things(said, _DGM + role.value):
            actors[_key(term)] = actors.get(_key(term), 0) | 1 << bit
    links = {(ACTOR, actor, roles) for actor, roles in actors.items()}
    links |= {(link, _key(t), 0) for name, link in _LINKS for t in _things(said, name)}
    links |= {(ARTICLE, _key(t), 0) for quote in quotes for t in _things(quote, _QUOTED)}
    return EventFacts(
        kinds=sum(1 << n for n, kind in enumerate(KINDS) if kind.value in classes),
        states=sum(1 << n for n, status in enumerate(STATES) if status.value in states),
        day=max(_texts(said, DGM.date), key=lambda d: (len(d), d), default=None),
        confidence=max(sure, default=None),
        links=tuple(sorted(links)),
    )


def _relations(said: Values, kind: str) -> Iterator[tuple[str, str]]:
    if kind == ACTOR:
        yield from sorted((REPRESENTS, _key(t)) for t in _things(said, str(DGM.represents)))
    elif kind == PLACE:
        yield from sorted((COUNTRY, _key(t)) for t in _things(said, str(DGM.country)))


def _local(term: Term) -> str:
    value = term.value if isinstance(term, ox.NamedNode) else ""
    return value[len(_DGM) :] if value.startswith(_DGM) else ""


def _things(said: Values, name: str) -> list[Subject]:
    return [t for t in said.get(name, ()) if isinstance(t, ox.NamedNode | ox.BlankNode)]


def _texts(said: Values, name: str | None) -> tuple[str, ...]:
    terms = said.get(str(name), ()) if name else ()
    return tuple(sorted({t.value for t in terms if isinstance(t, ox.Literal)}))


def _key(term: Subject) -> str:
    """The address of a thing; a blank node as ``_:name``."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
