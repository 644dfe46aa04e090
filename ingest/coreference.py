"""Says whom each mention of an article means: one actor for all its names.

Persons are collected over the whole article first ("Soylu" may stand before "Süleyman Soylu"), then
every mention is resolved in the order of the text. Nobody is forced: what cannot be resolved with
reason stays unresolved, and an unknown person stays local to the article.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.model import Actor, ActorClass
from graph.naming import slug
from ingest.anaphora import Anaphora
from ingest.authority import Authority, Entry
from ingest.folding import fold
from ingest.leaders import Leaders, Term
from ingest.mentions import Mention, MentionKind

_STATE_OFFICES = frozenset({"head-of-state", "head-of-government", "foreign-minister", "monarch"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Whom a mention means; ``actors`` is empty where nobody knows."""

    actors: tuple[Actor, ...] = ()
    certainty: float = 1.0
    """Probability that these are the right actors, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a mention stands in its sentence."""

    joined: bool = False
    """Listed with the mention before it ("France and Germany"): "they" can take up both."""
    leading: bool = False
    """The first that its sentence names, whom a pronoun in the next one most likely takes up."""
    told: bool = False
    """At the start of what somebody says: "and said it would", where "it" is who says so."""
    after: bool = False
    """And who says so was the last to be named."""


@dataclass(slots=True)
class _Person:
    """All that the article says about one person."""

    name: str
    of: list[Entry] = field(default_factory=list)
    offices: dict[str, None] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)
    names: dict[str, None] = field(default_factory=dict)
    former: bool = False
    term: Term | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(fold(self.name).replace("-", " ").split())


class Persons:
    """The persons of one article, by name."""

    def __init__(self, authority: Authority, leaders: Leaders, day: datetime.date | None) -> None:
        self._authority, self._leaders, self._day = authority, leaders, day
        self._people: list[_Person] = []
        self._actors: dict[int, Actor] = {}

    def collect(self, mentions: Iterable[Mention]) -> None:
        """Gathers who is named; full names first, so that short ones find them."""
        named = [m for m in mentions if m.name and m.kind in _NAMING]
        for mention in sorted(named, key=lambda m: -len(m.name.split())):
            if mention.kind is MentionKind.NAME:
                continue
            self._add(mention)
        for person in self._people:
            self._consult(person)

    def find(self, mention: Mention) -> Actor | None:
        """The person that a mention names; None where it names nobody known."""
        person = self._lookup(mention.name, mention.of)
        if person is None and mention.kind is MentionKind.NAME:
            person = self._known_leader(mention.name)
        return None if person is None else self._actor(person)

    def led_by(self, name: str) -> Actor | None:
        """The state that somebody leads: by the article, or by the table on the day."""
        person = self._lookup(name, ())
        if person is not None and person.of:
            return person.of[0].actor
        terms = [t for t in self._leaders.named(name, self._day) if t.of.startswith("country/")]
        states = {t.of for t in terms if self._in_office(t) or self._day is None}
        entry = self._authority.by_key(states.pop()) if len(states) == 1 else None
        return entry.actor if entry is not None else None

    def holder(self, of: Sequence[Entry], kind: str) -> Actor | None:
        """The only person of the article who holds an office of this kind for one of ``of``."""
        keys = {e.actor.key for e in of}
        found = [
            p
            for p in self._people
            if kind in p.kinds and not p.former and (not keys or keys & {e.actor.key for e in p.of})
        ]
        return self._actor(found[0]) if len(found) == 1 else None

    def kinds(self, actor: Actor) -> set[str]:
        """The kinds of office that the article gives a person."""
        return next((p.kinds for p in self._people if _key(p) == actor.key), set())

    def holding(self, kinds: frozenset[str]) -> set[str]:
        """The keys of those who hold an office of one of the kinds."""
        return {_key(p) for p in self._people if p.kinds & kinds}

    def _add(self, mention: Mention) -> None:
        person = self._lookup(mention.name, mention.of)
        if person is None:
            person = _Person(mention.name)
            self._people.append(person)
        person.names[mention.name] = None
        for entry in mention.of:
            if entry not in person.of:
                person.of.append(entry)
        if mention.kind is MentionKind.COUNTERPART:
            person.kinds.add("counterpart")
        if mention.office:
            person.offices[mention.office] = None
            if mention.office_kind:
                person.kinds.add(mention.office_kind)
        person.former = person.former or mention.former

    def _lookup(self, name: str, of: Sequence[Entry]) -> _Person | None:
        words = tuple(fold(name).replace("-", " ").split())
        if not words:
            return None
        best = None
        for person in self._people:
            if not _same_name(words, person.words):
                continue
            if person.words == words:
                return person
            known = {e.actor.key for e in person.of}
            if of and known and not known & {e.actor.key for e in of}:
                continue
            best = best or person
        return best

    def _consult(self, person: _Person) -> None:
        """Takes the full name and the state from the table of office-holders where one fits."""
        terms = self._leaders.named(person.name, self._day)
        for term in sorted(terms, key=lambda t: _unlikely(t, person)):
            entry = self._authority.by_key(term.of)
            if entry is None:
                continue
            if person.of and entry.actor.key not in {e.actor.key for e in person.of}:
                continue
            lone = len(person.words) == 1
            titled = bool(person.kinds & _STATE_OFFICES) or bool(person.of)
            only = self._day is None and len({t.key for t in terms}) == 1
            if lone and not titled and not only and not self._in_office(term):
                continue
            person.term = term
            if not person.of:
                person.of.append(entry)
            return

    def _in_office(self, term: Term) -> bool:
        return (
            self._day is not None
            and term.start <= self._day.isoformat()
            and (term.end is None or term.end >= self._day.isoformat()[: len(term.end)])
        )

    def _known_leader(self, name: str) -> _Person | None:
        """A full name without a title that the table of office-holders knows."""
        if len(name.split()) < 2:
            return None
        for term in self._leaders.named(name, self._day):
            words = set(fold(name).replace("-", " ").split())
            known = {
                w for n in (term.name, *term.aliases) for w in fold(n).replace("-", " ").split()
            }
            entry = self._authority.by_key(term.of)
            if words <= known and entry is not None:
                person = _Person(name, of=[entry], term=term)
                person.names[name] = None
                self._people.append(person)
                return person
        return None

    def _actor(self, person: _Person) -> Actor:
        made = self._actors.get(id(person))
        if made is None:
            label = person.name
            if person.term is not None and len(person.words) == 1:
                label = person.term.name
            made = Actor(
                kind=ActorClass.PERSON,
                key=_key(person),
                label=label,
                aliases=tuple(n for n in person.names if n != label),
                represents=person.of[0].actor if person.of else None,
                offices=tuple(person.offices),
                wikidata=person.term.wikidata if person.term else None,
            )
            self._actors[id(person)] = made
        return made


_GOVERNMENTS = frozenset({"government", "junta", "regime", "authorities", "country", "kingdom"})
_UNKNOWN: tuple[Actor, ...] = ()
_LEADING = ("head-of-state", "head-of-government")
_LEADERS = frozenset({"head-of-state", "head-of-government", "monarch", "leader"})
_OFFICES_OF = {
    "leaders": _LEADERS,
    "statesmen": _LEADERS,
    "presidents": frozenset({"head-of-state"}),
    "premiers": frozenset({"head-of-government"}),
    "ministers": frozenset({"foreign-minister", "minister"}),
}
"""The kinds of office of those whom a noun for several persons takes up."""
_NAMING = frozenset({MentionKind.PERSON, MentionKind.COUNTERPART, MentionKind.NAME})


def _key(person: _Person) -> str:
    return person.term.key if person.term is not None else f"person/{slug(person.name)}"


def _unlikely(term: Term, person: _Person) -> tuple[bool, bool]:
    """What speaks against a term: another office than the text's, a party and no state."""
    fits = any(term.is_office(kind) for kind in person.kinds)
    return (
        bool(person.kinds & _STATE_OFFICES) and not fits,
        term.of.startswith(("body/", "group/")),
    )


def _same_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of one name are found in the other, at its start or its end.

    >>> _same_name(("soylu",), ("suleyman", "soylu"))
    True
    >>> _same_name(("xi",), ("xi", "jinping"))
    True
    """
    few, many = sorted((short, full), key=len)
    if not set(few) <= set(many):
        return False
    if few[-1] == many[-1] or few[0] == many[0]:
        return True
    # "Díaz-Canel" for Miguel Díaz-Canel Bermúdez: a first surname of two
    return len(many) > 2 and few[-1] == many[-2] and (len(few) > 1 or len(many) > 2)


class Resolver:
    """Resolves the mentions of one article in the order of its text."""

    def __init__(
        self, authority: Authority, leaders: Leaders, anaphora: Anaphora, day: datetime.date | None
    ) -> None:
        self._authority, self._anaphora = authority, anaphora
        self._persons = Persons(authority, leaders, day)
        self._history: list[tuple[Actor, ...]] = []
        self._leading: list[bool] = []
        """Whether each of the history is the first that its sentence names."""
        self._firms: dict[str, Actor] = {}
        """Firms by the first word of their name, by which they are named again."""
        self._speaker: Actor | None = None
        self._makers: tuple[Actor, ...] = ()
        self._latest: tuple[Actor, ...] = ()
        """Whom the text named last, be it only as where an envoy is accredited."""
        self._sentence = 0
        """Where in the history the present sentence starts."""

    def collect(
        self,
        mentions: Iterable[Mention],
        speaker: Mention | None = None,
        makers: Sequence[Mention] = (),
    ) -> tuple[Actor, ...]:
        """Gathers the persons of the whole article, before anything is resolved.

        ``speaker`` is who speaks throughout, where the article is a speech; ``makers`` make it
        together, where it is a joint statement: they come back as actors.
        """
        mentions = list(mentions)
        for mention in mentions:
            if mention.company:
                firm = company_of(mention.of[0].actor, mention.name)
                self._firms.setdefault(fold(mention.name.split()[0]), firm)
        told = [*mentions, *([speaker] if speaker is not None else []), *makers]
        self._persons.collect(told)
        found = dict.fromkeys(a for maker in makers for a in self._resolve(maker).actors)
        self._makers = tuple(found) if len(found) > 1 else ()
        self._speaker = self._persons.find(speaker) if speaker is not None else None
        return self._makers

    def resolve(self, mention: Mention, setting: Setting = Setting()) -> Referent:
        """Whom the mention means, given all that came before it."""
        joined, leading = setting.joined, setting.leading
        if leading:
            self._sentence = len(self._history)
        if setting.told and mention.kind is MentionKind.PRONOUN and not mention.possessive:
            teller = self._teller(mention, after=setting.after)
            if teller is not None:
                return Referent(actors=(teller,), certainty=0.8)
        referent = self._resolve(mention)
        if mention.kind is MentionKind.PRONOUN:
            return referent
        self._latest = tuple(e.actor for e in mention.host) or referent.actors or self._latest
        if mention.kind is MentionKind.NAME and not referent.actors:
            if len(mention.name.split()) > 1:
                self._note(_UNKNOWN, leading)
        elif mention.kind is MentionKind.DEMONYM:
            pass
        elif referent.actors and joined and self._history and self._history[-1]:
            both = dict.fromkeys((*self._history[-1], *referent.actors))
            self._history[-1] = tuple(both)
        elif referent.actors:
            self._note(referent.actors, leading)
        elif mention.host:  # "a new ambassador to X": "it" may be X
            self._note(tuple(e.actor for e in mention.host), leading)
        return referent

    def _teller(self, mention: Mention, *, after: bool) -> Actor | None:
        """Who says so, where the pronoun can mean them: who was named last, or leads."""
        here = self._history[-1:] if after else self._history[self._sentence : self._sentence + 1]
        if not here or len(here[0]) != 1:
            return None
        person = here[0][0].kind is ActorClass.PERSON
        word = fold(mention.name)
        fits = word in {"he", "she"} if person else word == "it"
        return here[0][0] if fits else None

    def _note(self, actors: tuple[Actor, ...], leading: bool) -> None:
        self._history.append(actors)
        self._leading.append(leading)

    def _recent(self, most: int) -> list[tuple[Actor, ...]]:
        """The last entries of the history, those that lead their sentence first, latest first."""
        last = list(zip(self._history[-most:], self._leading[-most:], strict=True))
        leading = [actors for actors, first in reversed(last) if first]
        return [*leading, *(actors for actors, first in reversed(last) if not first)]

    def _resolve(self, mention: Mention) -> Referent:
        match mention.kind:
            case MentionKind.NAMED:
                return self._named(mention)
            case MentionKind.DEMONYM:
                return Referent(actors=tuple(e.actor for e in mention.of))
            case MentionKind.PERSON | MentionKind.NAME:
                actor = self._persons.find(mention)
                if actor is None and mention.kind is MentionKind.NAME:
                    actor = self._firms.get(fold(mention.name.split()[0]))
                return Referent() if actor is None else Referent(actors=(actor,))
            case MentionKind.COUNTERPART:
                return self._counterpart(mention)
            case MentionKind.OFFICE:
                return self._office(mention)
            case MentionKind.PRONOUN:
                return self._pronoun(mention)
            case MentionKind.GROUP:
                return self._group(mention)
        raise AssertionError(mention.kind)

    def _named(self, mention: Mention) -> Referent:
        if mention.company:
            return Referent(actors=(company_of(mention.of[0].actor, mention.name),))
        if mention.body and len(mention.of) == 1:
            return Referent(actors=(body_of(mention.of[0].actor, mention.body, mention.name),))
        return Referent(actors=tuple(e.actor for e in mention.of))

    def _counterpart(self, mention: Mention) -> Referent:
        if mention.name:
            actor = self._persons.find(mention)
            return Referent() if actor is None else Referent(actors=(actor,))
        before = self._last_person()
        if mention.of and before is not None and not mention.plural:
            for kind in ("counterpart", *sorted(self._persons.kinds(before))):
                holder = self._persons.holder(mention.of, kind)
                if holder is not None and holder != before:
                    return Referent(actors=(holder,), certainty=0.8)
        return Referent(actors=tuple(e.actor for e in mention.of), certainty=0.9)

    def _office(self, mention: Mention) -> Referent:
        if mention.plural:
            return self._holders(mention)
        of = mention.of
        if mention.office_kind == "cabinet":
            state = self._persons.led_by(mention.name)
            return Referent() if state is None else Referent(actors=(state,), certainty=0.9)
        if not of and mention.possessive:
            owner = self._last_side(None)
            if owner is not None:
                entry = self._authority.by_key(owner.key)
                of = (entry,) if entry else ()
        if mention.office_kind in {"diplomat", "spokesperson"} or mention.former:
            return Referent(actors=tuple(e.actor for e in of), certainty=0.9 if of else 0.0)
        holder = self._persons.holder(of, mention.office_kind)
        if holder is not None:
            return Referent(actors=(holder,), certainty=0.9 if of else 0.75)
        if of:
            return Referent(actors=tuple(e.actor for e in of), certainty=0.85)
        return Referent()

    def _holders(self, mention: Mention) -> Referent:
        """ "the Chinese and Japanese leaders": the persons, where the article names all of them."""
        kinds = _LEADING if mention.office_kind == "leader" else (mention.office_kind,)
        holders = [
            next((h for k in kinds if (h := self._persons.holder((e,), k)) is not None), None)
            for e in mention.of
            if e.actor.kind is ActorClass.COUNTRY
        ]
        if len(holders) > 1 and len(holders) == len(mention.of) and None not in holders:
            return Referent(actors=tuple(h for h in holders if h is not None), certainty=0.85)
        return Referent(actors=tuple(e.actor for e in mention.of))

    def _pronoun(self, mention: Mention) -> Referent:
        word = fold(mention.name)
        if word in {"i", "me", "my"}:
            if self._speaker is not None:
                return Referent(actors=(self._speaker,), certainty=0.9)
            actor = self._last_person()  # in a quotation
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.6)
        if word in {"we", "us", "our"} and self._makers:
            return Referent(actors=self._makers, certainty=0.85)
        if word in {"we", "us", "our"}:
            side = self._speaker.represents if self._speaker is not None else None
            return Referent() if side is None else Referent(actors=(side,), certainty=0.7)
        if word in {"he", "she", "him", "his", "her"}:
            actor = self._last_person()
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.7)
        if word in {"it", "its"}:
            actor = self._last_side(None)
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.55)
        for actors in self._recent(6):
            if len(actors) > 1:
                return Referent(actors=actors, certainty=0.65)
        return self._last_two(self._history[-4:])

    def _last_two(self, history: Sequence[tuple[Actor, ...]]) -> Referent:
        """The last two who were named one by one: "Bush met Putin. They …"."""
        found: dict[str, Actor] = {}
        for actors in reversed(history):
            for actor in actors:
                found.setdefault(side_key(actor), actor)
            if len(found) > 1:
                break
        pair = tuple(reversed(list(found.values())[:2]))
        return Referent(actors=pair, certainty=0.5) if len(pair) == 2 else Referent()

    def _group(self, mention: Mention) -> Referent:
        """ "the two sides", "both ministers": the last so many, together where they stood so."""
        word = fold(mention.name)
        if mention.of:
            return Referent(actors=tuple(e.actor for e in mention.of))
        count = mention.count
        persons = mention.office_kind == "persons"
        if word == "latter":
            alone = len(self._latest) == 1
            return Referent(actors=self._latest, certainty=0.8) if alone else Referent()
        if count == 1:
            actor = self._last_side(word)
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.5)
        found: dict[str, Actor] = {}
        if count == 0 and self._makers:
            return Referent(actors=self._makers, certainty=0.8)
        if count == 0:  # "the ministers": the last who were named together
            for actors in reversed(self._history[-20:]):
                if len(actors) > 1 and all(
                    (a.kind is ActorClass.PERSON) == persons for a in actors
                ):
                    return Referent(actors=actors, certainty=0.7)
            count = 2
        here = self._history[self._sentence :]
        told = {(a.represents or a).key for actors in here for a in actors}
        full = len(told) >= count and len(here) != 1  # "A and B appealed to the two sides"
        before = self._history if full else self._history[: self._sentence]
        apart = set() if full else told
        fitting = self._persons.holding(_OFFICES_OF.get(word.split()[-1], frozenset()))
        if persons and len(fitting) >= count:
            near = [a for actors in before[-40:] for a in actors if a.key in fitting]
            latest = list(dict.fromkeys(reversed(near)))[:count]
            if len({side_key(a) for a in latest}) == count:  # "the two leaders": not an envoy
                return Referent(actors=tuple(reversed(latest)), certainty=0.75)
        for actors in reversed(before[-40:]):
            actors = tuple(a for a in actors if side_key(a) not in apart)
            if len(actors) == count and all(
                (a.kind is ActorClass.PERSON) == persons for a in actors
            ):
                if len(found) < count:
                    return Referent(actors=actors, certainty=0.8)
                break
            for actor in actors:
                if persons:
                    if actor.kind is ActorClass.PERSON:
                        found.setdefault(side_key(actor), actor)
                else:
                    side = actor.represents or actor
                    if side.kind in _SIDES:
                        found.setdefault(side.key, side)
            if len(found) >= count:
                break
        if len(found) < count and persons:
            return replace(self._group(replace(mention, office_kind="sides")), certainty=0.6)
        if len(found) < count:
            return Referent()
        return Referent(actors=tuple(reversed(list(found.values())[:count])), certainty=0.7)

    def _last_person(self) -> Actor | None:
        leading = self._history[self._sentence : self._sentence + 1]
        gone_on = len(self._history) > self._sentence + 1 and len(leading[0]) == 1
        if gone_on and leading[0][0].kind is ActorClass.PERSON:
            return leading[0][0]  # "X flew to see Y, and there he …"
        for actors in (*self._recent(4), *reversed(self._history[-12:])):
            if actors == _UNKNOWN:
                return None  # "she" is somebody of whom nothing is known
            for actor in actors[:1]:
                if actor.kind is ActorClass.PERSON:
                    return actor
        return None

    def _last_side(self, noun: str | None) -> Actor | None:
        for actors in reversed(self._history[-8:]):
            if len(actors) != 1:
                continue
            actor = actors[0]
            if noun is None:
                side = actor if actor.kind is not ActorClass.PERSON else None
            elif noun in _GOVERNMENTS:
                side = actor.represents if actor.kind is ActorClass.PERSON else actor
                side = side if side is not None and side.kind is ActorClass.COUNTRY else None
            elif self._anaphora.is_organisation(noun):
                side = actor if actor.kind in _ORGANISATIONS else actor.represents
                side = side if side is not None and side.kind in _ORGANISATIONS else None
            else:
                side = actor if actor.kind is ActorClass.COUNTRY else None
            if side is not None:
                return side
        return None


_SIDES = frozenset(
    {ActorClass.COUNTRY, ActorClass.ORGANIZATION, ActorClass.ARMED_GROUP, ActorClass.NGO}
)
_ORGANISATIONS = frozenset({ActorClass.ORGANIZATION, ActorClass.NGO})


def side_key(actor: Actor) -> str:
    """The key of the state or organisation that an actor speaks for; its own, where for none."""
    return (actor.represents or actor).key


def company_of(state: Actor, name: str) -> Actor:
    """A firm of a state, by its name."""
    return Actor(kind=ActorClass.COMPANY, key=f"company/{slug(name)}", label=name, represents=state)


def body_of(state: Actor, body: str, name: str) -> Actor:
    """A body of a state or organisation, named by what it is: "Indonesian Navy"."""
    return Actor(
        kind=ActorClass.BODY,
        key=f"body/{slug(state.iso3 or state.key.partition('/')[2])}-{slug(body)}",
        label=name,
        represents=state,
    )
