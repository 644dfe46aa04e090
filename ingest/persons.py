"""The persons of an article: one for all the names and offices that the text gives somebody.

They are collected over the whole article first ("Soylu" may stand before "Süleyman Soylu"); the
table of office-holders adds full names and states.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.model import Actor, ActorClass
from graph.naming import slug
from ingest.authority import Authority, Entry
from ingest.eras import LEADING, Era
from ingest.folding import fold
from ingest.leaders import Leaders, Term
from ingest.mentions import Mention, MentionKind
from ingest.words import load_actor_words

STATE_OFFICES = frozenset({"head-of-state", "head-of-government", "foreign-minister", "monarch"})
_ROYAL = frozenset({"duchess", "king", "prince", "princess", "queen"})
_OWN_FATHER = (("bin",), ("bint",), ("ibn",))
_SHORTEST = {True: 5, False: 4}
"""Letters of a surname that may stand alone for who leads a state: in news of a day, elsewhere."""
_CABINET = "cabinet"
_SPOUSE = "first lady"
_NAMING = frozenset({MentionKind.PERSON, MentionKind.COUNTERPART, MentionKind.NAME})


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
    named: int = 0
    """When the text named them in full last, counted from the first who was."""

    @property
    def words(self) -> tuple[str, ...]:
        return _words(self.name)


class Persons:
    """The persons of one article, by name."""

    def __init__(self, authority: Authority, leaders: Leaders, era: Era) -> None:
        self._authority, self._leaders, self._era = authority, leaders, era
        self._people: list[_Person] = []
        self._actors: dict[int, Actor] = {}
        self._named = 0
        self._fuller: set[str] = set()
        """The words of the names of several words that nothing is known of."""
        self._full: dict[str, list[frozenset[str]]] = {}
        """By the last word, all words of such names."""
        self._states: set[str] = set()
        """The keys of the states and organisations that the article names."""
        self._ruling: set[str] = set()
        """The names of those whose government it names: "the Bush administration"."""

    def collect(self, mentions: Iterable[Mention]) -> None:
        """Gathers who is named; full names first, so that short ones find them."""
        mentions = list(mentions)
        self._states = {entry.actor.key for m in mentions for entry in m.of}
        self._ruling = {fold(m.name) for m in mentions if m.office_kind == _CABINET}
        named = [m for m in mentions if m.name and m.kind in _NAMING]
        for name in (_words(m.name) for m in named if m.kind is MentionKind.NAME):
            if len(name) > 1:
                self._fuller.update(name)
                self._full.setdefault(name[-1], []).append(frozenset(name))
        for mention in sorted(named, key=lambda m: -len(m.name.split())):
            if mention.kind is MentionKind.NAME:
                continue
            self._add(mention)
        for person in self._people:
            self._consult(person)
        for mention in named:
            if mention.kind is MentionKind.NAME and self._lookup(mention.name, ()) is None:
                self._known_leader(mention.name)

    def find(self, mention: Mention) -> Actor | None:
        """The person that a mention names; None where it names nobody known."""
        person = self._lookup(mention.name, mention.of)
        if person is None and mention.kind is MentionKind.NAME:
            person = self._known_leader(mention.name)
        if person is not None and len(_words(mention.name)) > 1:
            self._named += 1
            person.named = self._named
        return None if person is None else self._actor(person)

    def key(self, mention: Mention) -> str | None:
        """The key of the person that a mention names, of whom nothing is decided by that."""
        person = self._lookup(mention.name, mention.of)
        return None if person is None else _key(person)

    def side(self, mention: Mention) -> Actor | None:
        """For whom the person speaks that a mention names; None where nobody knows."""
        person = self.find(mention)
        return person.represents or person if person is not None else None

    def stateless(self, mention: Mention) -> bool:
        """Whether nothing tells for whom somebody speaks of whom nothing was resolved so far."""
        person = self._lookup(mention.name, ())
        return person is not None and not (person.of or person.former or self._made(person))

    def _made(self, person: _Person) -> bool:
        return id(person) in self._actors

    def give(self, mention: Mention, entry: Entry) -> None:
        """Gives somebody the state or organisation for which they speak."""
        person = self._lookup(mention.name, ())
        if person is not None:
            person.of.append(entry)

    def led_by(self, name: str) -> Actor | None:
        """The state that somebody leads: by the article, or by the table on the day."""
        person = self._lookup(name, ())
        if person is not None and person.of:
            return person.of[0].actor
        terms = self._leaders.named(name, self._era.day)
        terms = tuple(t for t in terms if t.of.startswith("country/"))
        states = {t.of for t in terms if self._era.in_office(t)}
        states = states or {t.of for t in terms if self._era.tells_of(t)}
        entry = self._authority.by_key(states.pop()) if len(states) == 1 else None
        return entry.actor if entry is not None else None

    def holder(self, of: Sequence[Entry], kind: str, office: str = "") -> Actor | None:
        """The only person of the article who holds an office of this kind for one of ``of``.

        Of several, the only one who is called as the ``office`` is: an organisation has one
        Secretary General, and heads of bureaus beside.
        """
        keys = {e.actor.key for e in of}
        found = [
            p
            for p in self._people
            if self._holds(p, kind) and not p.former
            if not keys or keys & {e.actor.key for e in p.of}
        ]
        if len(found) > 1 and office:
            called = [p for p in found if fold(office) in map(fold, p.offices)]
            found = called or found
        return self._actor(found[0]) if len(found) == 1 else None

    def leader(self, of: Sequence[Entry]) -> Actor | None:
        """The only person of the article who leads a state: "the Chinese leader"."""
        found = dict.fromkeys(self.holder(of, kind) for kind in LEADING)
        holders = [actor for actor in found if actor is not None]
        return holders[0] if len(holders) == 1 else None

    def _holds(self, person: _Person, kind: str) -> bool:
        """Whether somebody holds an office of a kind, by the article or by the table on its day.

        On a day that nobody knows, by the table alone.
        """
        term = person.term
        if person.kinds or term is None:
            return kind in person.kinds
        then = self._era.day is None or self._era.in_office(term)
        return then and term.is_office(kind)

    def kinds(self, actor: Actor) -> set[str]:
        """The kinds of office that the article gives a person."""
        return next((p.kinds for p in self._people if _key(p) == actor.key), set())

    def holding(self, kinds: frozenset[str]) -> set[str]:
        """The keys of those who hold an office of one of the kinds."""
        return {_key(p) for p in self._people if p.kinds & kinds and not p.former}

    def holding_others(self, kinds: frozenset[str]) -> set[str]:
        """The keys of those of whom the article gives offices, and none of one of the kinds."""
        open_to = kinds | {"counterpart"}
        return {_key(p) for p in self._people if p.former or (p.kinds and not p.kinds & open_to)}

    def _add(self, mention: Mention) -> None:
        person = self._lookup(mention.name, mention.of)
        if person is None or _married_to(person, mention):
            person = _Person(mention.name)
            self._people.append(person)
        person.names[mention.name] = None
        for entry in mention.of:
            if entry not in person.of:
                person.of.append(entry)
        if mention.kind is MentionKind.COUNTERPART:
            person.kinds.add("counterpart")
            person.offices.setdefault("counterpart")
        if mention.office:
            person.offices[mention.office] = None
            if mention.office_kind:
                person.kinds.add(mention.office_kind)
        person.former = person.former or mention.former

    def _lookup(self, name: str, of: Sequence[Entry]) -> _Person | None:
        words = _words(name)
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
            if best is None or (bool(person.of), person.named) > (bool(best.of), best.named):
                best = person  # a President rather than a First Lady of the same surname
        return best

    def _consult(self, person: _Person) -> None:
        """Takes the full name and the state from the table of office-holders where one fits."""
        terms = self._era.named(self._leaders, person.name)
        full = {id(t) for t in terms if self._named_in_full(person, t)}
        for term in sorted(terms, key=lambda t: (id(t) not in full, *_unlikely(t, person))):
            entry = self._authority.by_key(term.of)
            if entry is None:
                continue
            if person.of and entry.actor.key not in {e.actor.key for e in person.of}:
                continue
            lone = len(person.words) == 1
            titled = bool(person.kinds & STATE_OFFICES) or bool(person.of)
            only = self._era.day is None and len({t.key for t in terms}) == 1
            royal = lone and _royal(person)
            bygone = self._era.day is not None and not self._era.in_office(term)
            bygone = bygone and not self._era.tells_of(term)
            if royal and (bygone or not _reigns(term, person.words[0])):
                continue  # "Crown Prince Haakon" is no king of that name
            told = titled or only or id(term) in full
            if lone and not told and not self._era.in_office(term):
                continue
            person.term = term
            if not person.of:
                person.of.append(entry)
            return

    def _named_in_full(self, person: _Person, term: Term) -> bool:
        """Whether the article names who held the office in full, and the person by surname only.

        "Mr Morales" of an article that names Evo Morales is no other Morales.
        """
        fuller = self._full.get(person.words[0], ()) if len(person.words) == 1 else ()
        known = {word for each in (term.name, *term.aliases) for word in _words(each)}
        return any(name <= known for name in fuller)

    def _known_leader(self, name: str) -> _Person | None:
        """Whom a name without a title means that the table of office-holders knows.

        A surname alone is that of the only head of state or government who bears it then.
        """
        if len(name.split()) > 1:
            terms = self._era.named(self._leaders, name)
        elif self._telling(fold(name)):
            leader = self._era.leader(self._leaders, name, self._states)
            terms = () if leader is None else (leader,)
        else:
            return None
        for term in terms:
            words = set(_words(name))
            known = {word for each in (term.name, *term.aliases) for word in _words(each)}
            entry = self._authority.by_key(term.of)
            if words <= known and entry is not None:
                person = _Person(name, of=[entry], term=term)
                person.names[name] = None
                self._people.append(person)
                return person
        return None

    def _telling(self, surname: str) -> bool:
        """Whether a surname says who is meant: few bear it, and the article names none of them.

        Whose government the article names is meant, be the surname a common one.
        """
        if surname in self._ruling:
            return True
        shortest = _SHORTEST[self._era.day is not None]
        common = len(surname) < shortest or surname in load_actor_words().common_surnames
        return not common and surname not in self._fuller

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
                represents=_side(person.of[0].actor) if person.of else None,
                offices=tuple(person.offices),
                wikidata=person.term.wikidata if person.term else None,
            )
            self._actors[id(person)] = made
        return made


def _married_to(person: _Person, mention: Mention) -> bool:
    """Whether somebody is only married to who is named: "First Lady Ann X" to "President X"."""
    ruling = mention.office_kind in STATE_OFFICES and len(_words(mention.name)) == 1
    return ruling and not person.kinds & STATE_OFFICES and _SPOUSE in map(fold, person.offices)


def _royal(person: _Person) -> bool:
    """Whether the article gives somebody a title that goes with a given name: "Prince Philip"."""
    return any(not _ROYAL.isdisjoint(fold(office).split()) for office in person.offices)


def _reigns(term: Term, name: str) -> bool:
    """Whether who held an office may go by a royal title and that name: no Mr James is a king."""
    return term.office == "monarch" or name in _words(term.name)[:1]


def _side(of: Actor) -> Actor:
    """For whom the people of a body speak: those of a ministry for its state."""
    state = of.represents if of.kind is ActorClass.BODY else None
    return state or of


def _key(person: _Person) -> str:
    return person.term.key if person.term is not None else f"person/{slug(person.name)}"


def _unlikely(term: Term, person: _Person) -> tuple[bool, bool]:
    """What speaks against a term: another office than the text's, a party and no state."""
    fits = any(term.is_office(kind) for kind in person.kinds)
    return (
        bool(person.kinds & STATE_OFFICES) and not fits,
        term.of.startswith(("body/", "group/")),
    )


def _words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, those joined by hyphens apart."""
    return tuple(fold(name).replace("-", " ").split())


def _maiden(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without that of the husband: "Cristina Fernández | de Kirchner"."""
    at = len(name) - 2
    return name[:at] if at > 1 and name[at] == "de" else name


def _same_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of one name are found in the other, at its start or its end.

    >>> _same_name(("soylu",), ("suleyman", "soylu"))
    True
    >>> _same_name(("xi",), ("xi", "jinping"))
    True
    """
    few, many = sorted((_maiden(short), _maiden(full)), key=len)
    if not set(few) <= set(many):
        return False
    if len(few) == 1 and many[-1] == few[0] and many[-2:-1] in _OWN_FATHER:
        return False  # King Salman is the father of Mohammed bin Salman
    if few[-1] == many[-1] or few[0] == many[0]:
        return True
    # "Díaz-Canel" for Miguel Díaz-Canel Bermúdez: a first surname of two
    return len(many) > 2 and few[-1] == many[-2] and (len(few) > 1 or len(many) > 2)
