"""Makes a large graph of Dragoman's shape: invented articles, each with one or two events.

Actors and places follow Zipf's law, years lean to the present. Everything follows from the number
of an article, so the same call writes the same bytes:

    python -m benchmarks.generate --articles 50000 -o 50k.nq

Written are the article graphs and the merged graph, as `EmbeddedStore` would keep them.
"""

import argparse
import datetime
import random
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import pyoxigraph as ox

from graph.model import (
    Actor,
    ActorClass,
    Article,
    Document,
    DocumentClass,
    Event,
    EventClass,
    Evidence,
    Participation,
    Place,
    Reading,
    Role,
    Status,
)
from graph.naming import BASE, Namer, slug
from graph.terms import statement
from graph.triples import article_triples

COUNTRIES, BODIES, ACTORS, PLACES = 200, 800, 5000, 1000
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_CLASSES = (
    *((EventClass.MEETING, 30), (EventClass.VISIT, 16), (EventClass.CALL, 8)),
    *((EventClass.CONVENING, 6), (EventClass.SIGNING, 10), (EventClass.AGREEMENT, 8)),
    *((EventClass.ACCUSATION, 8), (EventClass.REQUEST, 6), (EventClass.SANCTION, 4)),
    *((EventClass.AID, 3), (EventClass.MEDIATION, 3), (EventClass.FORCE, 4)),
)
_KEPT = (f"<{BASE}event/", f"<{BASE}article/", f"<{BASE}evidence/")
"""What the statements of one article only are about."""


Draft = tuple[str, Callable[[Evidence], Event]]


class World:
    """The actors, places and words that articles are made of."""

    def __init__(self) -> None:
        dice = random.Random(7)  # noqa: S311 - the same world each time
        taken: set[str] = set()
        self.words = [_word(dice, 1 + n % 4) for n in range(4000)]
        self.countries = [_country(_name(dice, taken, 3)) for _ in range(COUNTRIES)]
        self.actors = [*self.countries]
        self.actors += [_body(_name(dice, taken, 3)) for _ in range(BODIES)]
        while len(self.actors) < ACTORS:
            label = f"{_word(dice, 2).title()} {_name(dice, taken, 3)}"
            self.actors.append(_person(label, dice.choice(self.countries)))
        score = {a.key: dice.random() ** (6 if a.iso3 else 1) for a in self.actors}
        self.actors.sort(key=lambda a: (score[a.key], a.key))
        self.places = [self._place(dice, _name(dice, taken, 3)) for _ in range(PLACES)]
        self.of_actors = _zipf(ACTORS, 1.0)
        self.of_places = _zipf(PLACES, 0.8)
        self.of_words = _zipf(len(self.words), 0.9)
        self.of_classes = list(accumulate(weight for _, weight in _CLASSES))

    def reading(self, number: int) -> Reading:
        """The article of that number, and what it says."""
        dice = random.Random(number * 1_000_003)  # noqa: S311 - the same article each time
        year = 1995 + int(31 * dice.random() ** 0.7)
        day = datetime.date(year, dice.randint(1, 12), dice.randint(1, 28))
        drafts = [self._draft(dice, day) for _ in range(1 if number % 4 else 2)]
        text = "\n\n".join(sentence for sentence, _ in drafts) + "\n\n" + self._said(dice, 60)
        article = Article(
            id=f"made-{number}",
            title=drafts[0][0][:60].rpartition(" ")[0],
            text=text,
            published=day,
            url=f"https://news.example/{number}",
            publisher=f"{self.words[number % 40].title()} Wire",
        )
        events = []
        for sentence, event in drafts:
            start = text.index(sentence)
            quote = Evidence(start=start, end=start + len(sentence), exact=sentence)
            events.append(event(quote))
        return Reading(article=article, events=tuple(events))

    def _draft(self, dice: random.Random, day: datetime.date) -> Draft:
        """A sentence, and the event that it states once it is known where it stands."""
        kind = _CLASSES[_pick(dice, self.of_classes)][0]
        actors: list[Actor] = []
        while len(actors) < dice.choice((2, 2, 2, 3, 4)):
            actor = self.actors[_pick(dice, self.of_actors)]
            if actor not in actors:
                actors.append(actor)
        place = self.places[_pick(dice, self.of_places)] if dice.random() < 0.7 else None
        names = " and ".join(actor.label for actor in actors)
        sentence = f"{names} {self._said(dice, dice.randint(12, 28))}."
        status = dice.choices(tuple(Status), (85, 12, 3))[0]
        date = day.isoformat()[: dice.choices((10, 7, 4), (8, 1, 1))[0]]
        documents = _documents(dice, kind, self.words)
        topics = (self.words[_pick(dice, self.of_words)],) if dice.random() < 0.3 else ()
        sure = dice.randint(40, 98) / 100

        def event(quote: Evidence) -> Event:
            return Event(
                kind=kind,
                status=status,
                participations=_parts(kind, actors),
                evidence=(quote,),
                date=date,
                place=place,
                documents=documents,
                topics=topics,
                confidence=sure,
            )

        return sentence, event

    def _said(self, dice: random.Random, length: int) -> str:
        return " ".join(self.words[_pick(dice, self.of_words)] for _ in range(length))

    def _place(self, dice: random.Random, label: str) -> Place:
        country = dice.choice(self.countries)
        return Place(
            key=f"place/{slug(label)}-{slug(country.label)}",
            label=label,
            country=country,
            latitude=round(dice.uniform(-60, 70), 3),
            longitude=round(dice.uniform(-180, 180), 3),
        )


def articles(count: int) -> Iterator[Reading]:
    """The first so many readings."""
    world = World()
    return (world.reading(number) for number in range(count))


def nquads(count: int) -> Iterator[str]:
    """The statements of so many articles, and of the merged graph, as lines of N-Quads."""
    namer = Namer()
    shared: set[str] = set()
    for reading in articles(count):
        graph = namer.article(reading.article)
        for said in sorted(map(statement, article_triples(reading, namer))):
            yield f"{said} <{graph}> .\n"
            if not said.startswith(_KEPT):
                if said in shared:
                    continue
                shared.add(said)
            yield f"{said} .\n"


def load(made: Path, folder: Path) -> None:
    """Loads N-Quads that were made into a new store in the folder."""
    store = ox.Store(str(folder))
    store.bulk_load(path=str(made), format=ox.RdfFormat.N_QUADS)
    store.optimize()


def main() -> None:
    """Writes the file that the arguments ask for, and says how many statements it holds."""
    parser = argparse.ArgumentParser(description="Make a large graph of Dragoman's shape.")
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    lines = 0
    with options.output.open("w", encoding="utf-8") as file:
        for line in nquads(options.articles):
            file.write(line)
            lines += 1
    print(f"{lines:,} statements of {options.articles:,} articles")


def _parts(kind: EventClass, actors: list[Actor]) -> tuple[Participation, ...]:
    if kind is EventClass.MEDIATION:
        roles = [Role.MEDIATOR, *[Role.PARTICIPANT] * (len(actors) - 1)]
    elif kind is EventClass.SIGNING:
        roles = [Role.SIGNATORY] * len(actors)
    elif kind.symmetric:
        roles = [Role.PARTICIPANT] * len(actors)
    else:
        roles = [Role.SOURCE, *[Role.TARGET] * (len(actors) - 1)]
    return tuple(Participation(role=r, actor=a) for r, a in zip(roles, actors, strict=True))


def _documents(dice: random.Random, kind: EventClass, words: list[str]) -> tuple[Document, ...]:
    if kind is not EventClass.SIGNING and dice.random() < 0.9:
        return ()
    title = f"Treaty on {dice.choice(words)} {dice.choice(words)}"
    return (Document(kind=DocumentClass.TREATY, title=title, proper=True),)


def _word(dice: random.Random, syllables: int) -> str:
    return "".join(dice.choice(_CONSONANTS) + dice.choice(_VOWELS) for _ in range(syllables))


def _name(dice: random.Random, taken: set[str], syllables: int) -> str:
    while (name := _word(dice, syllables).title()) in taken:
        pass
    taken.add(name)
    return name


def _country(label: str) -> Actor:
    return Actor(
        kind=ActorClass.COUNTRY,
        key=f"country/{slug(label)}",
        label=label,
        aliases=(f"Republic of {label}",),
        iso3=label[:3].upper(),
    )


def _body(label: str) -> Actor:
    return Actor(
        kind=ActorClass.ORGANIZATION,
        key=f"organisation/{slug(label)}-union",
        label=f"{label} Union",
    )


def _person(label: str, country: Actor) -> Actor:
    return Actor(
        kind=ActorClass.PERSON,
        key=f"person/{slug(label)}",
        label=label,
        represents=country,
        offices=("Minister",),
    )


def _zipf(count: int, power: float) -> list[float]:
    return list(accumulate(1 / (rank + 1) ** power for rank in range(count)))


def _pick(dice: random.Random, weights: Sequence[float]) -> int:
    return bisect_left(weights, dice.random() * weights[-1])


if __name__ == "__main__":
    main()
