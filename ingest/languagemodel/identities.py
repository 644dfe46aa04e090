"""Says whom a name of a language model means: the same actor, whichever reader read the article.

The tables and the mentions of the article decide; somebody of whom they know nothing stays local to
the article, under the name that stands there. A name that stands nowhere in the article is nobody.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.model import Actor, ActorClass
from graph.naming import slug
from ingest.coreference import body_of, company_of
from ingest.languagemodel.answers import ToldActor
from ingest.languagemodel.quotes import as_named
from ingest.mentions import MentionKind
from ingest.named import Named
from ingest.preparing import Prepared

Alone = Callable[[str, datetime.date | None], Sequence[Named]]
"""The mentions in a name that is given without its sentence, as `Preparer.alone` finds them."""

_OF_STATES = frozenset({MentionKind.NAMED, MentionKind.DEMONYM})
_PREFIX = {
    ActorClass.PERSON: "person",
    ActorClass.ORGANIZATION: "organisation",
    ActorClass.NGO: "organisation",
    ActorClass.ARMED_GROUP: "group",
    ActorClass.COMPANY: "company",
    ActorClass.BODY: "body",
}


class Identities:
    """Whom the names mean that are told of one article."""

    def __init__(
        self, paragraphs: Sequence[Prepared], day: datetime.date | None, alone: Alone
    ) -> None:
        self._paragraphs = [(each, as_named(each.paragraph.text)) for each in paragraphs]
        self._day, self._alone = day, alone
        self._standing = dict.fromkeys(
            actor for each in paragraphs for one in each.named for actor in _meant(one)
        )

    def find(self, told: ToldActor, at: int) -> tuple[Actor, ...]:
        """Whom the model means in paragraph ``at``; nobody where the name does not stand there."""
        known = self._by_table(told.name, at) or self._by_label(told.name)
        if known and (told.kind is not ActorClass.PERSON or known[0].kind is ActorClass.PERSON):
            return known
        return self._by_place(told, at) or self._local(told, at)

    def named(self, name: str, at: int) -> tuple[Actor, ...]:
        """Whom a name alone means; nobody where nothing is known of it."""
        return self._by_table(name, at) or self._by_label(name) or self._mentioned(name, at)

    def _by_table(self, name: str, at: int) -> tuple[Actor, ...]:
        """The state or organisation of the tables, where the article names it in some way.

        A name that needs context ("Georgia") has it: the model says that it is an actor.
        """
        words = as_named(name).text.removeprefix("the ")
        for found in self._alone(name, self._day):
            whole = as_named(name[found.start : found.end]).text.removeprefix("the ") == words
            if whole and found.mention.kind in _OF_STATES and found.actors:
                there = set(found.actors) <= self._standing.keys()
                return found.actors if there or any(self.places(name, at)) else ()
        return ()

    def _by_label(self, name: str) -> tuple[Actor, ...]:
        """The actor of the article whose full name, as the tables have it, this is."""
        words = as_named(name).text
        for actor in self._standing:
            if words in {as_named(each).text for each in (actor.label, *actor.aliases)}:
                return (actor,)
        return ()

    def _by_place(self, told: ToldActor, at: int) -> tuple[Actor, ...]:
        """Whom the mention stands for that holds the name in the article."""
        for found, (start, end) in self._mentions(told.name, at):
            whole = found.start <= start and end <= found.end
            if not whole or not found.actors:
                continue
            person = found.actors[0].kind is ActorClass.PERSON
            if person and told.kind is ActorClass.PERSON and len(found.actors) == 1:
                return found.actors
            if not person and (told.kind is not ActorClass.PERSON or _is_office(found)):
                return found.actors
        return ()

    def _mentioned(self, name: str, at: int) -> tuple[Actor, ...]:
        return next((f.actors for f, _ in self._mentions(name, at) if f.actors), ())

    def _mentions(self, name: str, at: int) -> Iterator[tuple[Named, tuple[int, int]]]:
        """The mentions over each place where a name stands; those of paragraph ``at`` first."""
        for prepared, start, end in self.places(name, at):
            for found in prepared.named:
                if found.start < end and start < found.end:
                    yield found, (start, end)

    def places(self, name: str, at: int) -> Iterator[tuple[Prepared, int, int]]:
        """Where a name stands in the article, by paragraph and characters; first paragraph ``at``.

        Case, diacritics and blanks do not count.
        """
        words = as_named(name).text
        order = [at, *(i for i in range(len(self._paragraphs)) if i != at)]
        for prepared, plain in (self._paragraphs[i] for i in order):
            for start, end in plain.spans(words):
                yield prepared, start, end

    def _local(self, told: ToldActor, at: int) -> tuple[Actor, ...]:
        """An actor whom only the article knows, by the words that stand there."""
        stands = next(self.places(told.name, at), None)
        if stands is None or told.kind is ActorClass.COUNTRY:
            return ()
        prepared, start, end = stands
        name = " ".join(prepared.paragraph.text[start:end].split())
        if not slug(name):
            return ()
        sides = self.named(told.speaks_for, at) if told.speaks_for else ()
        side = sides[0] if len(sides) == 1 and sides[0].kind is not ActorClass.PERSON else None
        return (self._made(told, name, side, at),)

    def _made(self, told: ToldActor, name: str, side: Actor | None, at: int) -> Actor:
        if side is not None and told.kind is ActorClass.BODY:
            return body_of(side, name, name)
        if side is not None and told.kind is ActorClass.COMPANY:
            return company_of(side, name)
        made = Actor(
            kind=told.kind,
            key=f"{_PREFIX[told.kind]}/{slug(name)}",
            label=name,
            represents=side,
        )
        if told.kind is not ActorClass.PERSON or not told.office:
            return made
        office = next(self.places(told.office, at), None)
        if office is None:
            return made
        prepared, start, end = office
        return replace(made, offices=(" ".join(prepared.paragraph.text[start:end].split()),))


def _is_office(found: Named) -> bool:
    return found.mention.kind is MentionKind.OFFICE


def _meant(found: Named) -> Iterator[Actor]:
    """Whom a mention names: those it means, whom they speak for, the states named within it."""
    for actor in (*found.actors, *(entry.actor for entry in found.mention.of)):
        each: Actor | None = actor
        while each is not None:
            yield each
            each = each.represents
