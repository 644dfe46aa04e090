"""All that is known of one actor."""

from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import SKOS

from graph.errors import NotFoundError
from graph.index import index_of
from graph.store import GraphReader
from graph.vocabulary import DGM
from web.dossiers.events import article_name
from web.facts import Named, address_of, facts, names, number_of
from web.queries import question
from web.wording import TONES

ACTOR_KINDS = (
    "Person",
    "Country",
    "IntergovernmentalOrganization",
    "GovernmentBody",
    "NonGovernmentalOrganization",
    "ArmedGroup",
    "Company",
)
_MOST = 200
ORDERS = ("events", "name", *dict.fromkeys(TONES.values()))
"""How the counterparts can be sorted: by all events, by name, or by the events of a tone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that an article gives to a person."""

    name: str
    articles: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Another actor in the events of this one: how many there were, by tone and by class."""

    actor: Named
    events: int
    tones: dict[str, int]
    kinds: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDossier:
    """All that is known of one actor."""

    actor: Named
    other_names: tuple[str, ...]
    represents: tuple[Named, ...]
    offices: tuple[Office, ...]
    iso3: str | None
    wikidata: tuple[str, ...]
    representatives: tuple[tuple[Named, int], ...]
    counterparts: tuple[Counterpart, ...]
    """Those with the most events, at most two hundred."""
    met: int
    """How many counterparts there are in all."""


def actor_dossier(reader: GraphReader, actor: URIRef, order: str = "events") -> ActorDossier:
    """All about an actor, the counterparts sorted by ``order`` (one of `ORDERS`).

    Raises `NotFoundError` where there is none at the address.
    """
    about = facts(reader, (actor,), "profiles").get(actor)
    kind = next((k for k in ACTOR_KINDS if about and k in about.kinds), None)
    if about is None or kind is None:
        raise NotFoundError(f"no actor has the address {actor}")
    people = [
        (address_of(row, "person"), number_of(row, "count"))
        for row in reader.select(question("representatives"), actor=actor)
    ]
    linked = names(reader, (*(person for person, _ in people), *about.links(DGM.represents)))
    table, met = counterparts(reader, actor, order)
    label = min(about.texts(SKOS.prefLabel), default=article_name(actor))
    others = {*about.texts(SKOS.prefLabel), *about.texts(SKOS.altLabel)} - {label}
    return ActorDossier(
        actor=Named(actor, label, kind),
        other_names=tuple(sorted(others, key=lambda n: (n.casefold(), n))),
        represents=tuple(linked[thing] for thing in about.links(DGM.represents)),
        offices=_offices(reader, actor),
        iso3=about.text(DGM.iso3),
        wikidata=tuple(str(link) for link in about.links(SKOS.exactMatch)),
        representatives=tuple((linked[person], count) for person, count in people),
        counterparts=table,
        met=met,
    )


def counterparts(
    reader: GraphReader, actor: URIRef, order: str
) -> tuple[tuple[Counterpart, ...], int]:
    """Those who shared most events with the actor or its representatives, and how many did."""
    kinds = index_of(reader).counterparts(actor, deputies=True)
    # Names only for those at the top: a great power meets thousands.
    first = sorted(kinds, key=lambda o: (-sum(kinds[o].values()), o))[:_MOST]
    called = names(reader, first)
    table = []
    for other in first:
        tones: dict[str, int] = {}
        for kind, count in kinds[other].items():
            tone = TONES.get(kind, "talk")
            tones[tone] = tones.get(tone, 0) + count
        ranked = dict(sorted(kinds[other].items(), key=lambda pair: (-pair[1], pair[0])))
        table.append(
            Counterpart(actor=called[other], events=sum(ranked.values()), tones=tones, kinds=ranked)
        )
    if order == "name":
        table.sort(key=lambda c: (c.actor.label.casefold(), c.actor.address))
    elif order != "events":
        table.sort(key=lambda c: (-c.tones.get(order, 0), -c.events, c.actor.address))
    return tuple(table), len(kinds)


def _offices(reader: GraphReader, person: URIRef) -> tuple[Office, ...]:
    said: dict[str, list[URIRef]] = {}
    for row in reader.select(question("offices"), person=person):
        said.setdefault(str(row["office"]), []).append(address_of(row, "article"))
    called = names(reader, (article for articles in said.values() for article in articles[:5]))
    return tuple(
        Office(name=office, articles=tuple(called[article] for article in articles[:5]))
        for office, articles in said.items()
    )
