"""The network of actors, and what is asked of it."""

import subprocess
import sys
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef
from rdflib.namespace import RDF, SKOS

from graph.analysis import (
    actor_network,
    communities,
    layout,
    most_central,
    most_connected,
    neighbourhood,
    shortest_path,
    summary,
    ties,
)
from graph.contacts import counted
from graph.errors import NotFoundError
from graph.happenings import Occurrence
from graph.index import index_of
from graph.model import Actor, Article, Event, EventClass, Reading, Status
from graph.naming import Namer
from graph.neighbourhood import View
from graph.standing import betweenness
from graph.store import open_store
from graph.vocabulary import DGM
from tests import world
from tests.world import fill, quote, sample_readings, sample_store, together

NAMER = Namer()
NOT_DRAWN = (DGM.Evidence, SKOS.Concept)


def at(actor: Actor) -> URIRef:
    return NAMER.actor(actor)


def labels(graph: nx.Graph) -> set[str]:
    return {data["label"] for _, data in graph.nodes(data=True)}


def direct_triples() -> set[tuple[str, str, str]]:
    rows = sample_store().select(
        """SELECT ?a ?p ?b { ?a ?p ?b ; a ?x . ?b a ?y
            FILTER(?x != dgm:Place && ?p != dgm:represents && STRSTARTS(STR(?p), STR(dgm:)))
            ?a skos:prefLabel ?one . ?b skos:prefLabel ?other }"""
    )
    return {(str(r["a"]), str(r["p"]).partition("#")[2], str(r["b"])) for r in rows}


def test_the_network_links_exactly_whom_the_direct_triples_link() -> None:
    edges = set()
    for a, b, direct, data in actor_network(sample_store()).edges(keys=True, data=True):
        edges.add((str(a), direct, str(b)))
        if data["symmetric"]:
            edges.add((str(b), direct, str(a)))
    assert edges == direct_triples()


def test_an_edge_knows_its_events() -> None:
    network = actor_network(sample_store())
    (data,) = network.get_edge_data(at(world.LINDQVIST), at(world.OTIENO)).values()
    assert data["count"] == 1  # two reports, one meeting
    (event,) = data["events"]
    assert isinstance(event, Occurrence)
    assert (event.date, event.kind) == ("2024-03-04", EventClass.MEETING)


def test_planned_and_called_off_events_link_nobody() -> None:
    network = actor_network(sample_store())
    assert not network.has_edge(at(world.OTIENO), at(world.SWEDEN))
    found = [o for _, _, d in network.edges(data=True) for o in d["events"]]
    assert {o.status for o in found} == {Status.HAPPENED}


def test_the_network_of_one_article_holds_what_it_says() -> None:
    network = actor_network(sample_store(), article=NAMER.article("world-5"))
    assert labels(network) == {
        *("Hill Front", "Ethiopia", "Norway", "Türkiye"),
        "International Committee of the Red Cross",
    }


def test_the_most_connected_has_most_counterparts() -> None:
    store = sample_store()
    ranks = most_connected(store, index_of(store).contacts(), limit=3)
    assert [(r.label, r.counterparts, r.events) for r in ranks] == [
        ("Ethiopia", 7, 7),
        ("Hill Front", 4, 4),
        ("Anna Lindqvist", 4, 3),
    ]


def test_the_most_central_stands_between_the_others() -> None:
    chain = [world.LINDQVIST, world.OTIENO, world.MORI, world.TAVARES, world.TESSEMA]
    store = fill(open_store(None), [meetings(chain)])
    ranks = most_central(store, index_of(store).contacts())
    assert [r.label for r in ranks][:1] == ["Haruka Mori"]
    assert [round(r.score, 3) for r in ranks] == [0.667, 0.5, 0.5, 0.0, 0.0]


def test_a_sampled_centrality_finds_the_one_in_the_middle() -> None:
    hub = world.LINDQVIST
    others = [Actor(kind=hub.kind, key=f"person/p{n}", label=f"P {n}") for n in range(300)]
    readings = [meetings([hub, other], number=n) for n, other in enumerate(others)]
    store = fill(open_store(None), readings)
    contacts = index_of(store).contacts()
    assert most_central(store, contacts, 1)[0].label == hub.label
    assert most_central(store, contacts) == most_central(store, contacts)


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] != p[1])))
def test_betweenness_is_that_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = nx.Graph(pairs)
    nodes = sorted(graph)
    number = {node: place for place, node in enumerate(nodes)}
    contacts = counted(
        [URIRef(f"http://example.org/{node}") for node in nodes],
        [(number[a], number[b]) for a, b in pairs],
        [],
        0,
    )
    wanted = nx.betweenness_centrality(graph)
    assert betweenness(contacts).tolist() == pytest.approx([wanted[node] for node in nodes])
    parts = [len(part) for part in nx.connected_components(graph)]
    found = summary(contacts)
    assert (found.components, found.largest) == (len(parts), max(parts, default=0))
    assert (found.actors, found.links) == (len(graph), graph.number_of_edges())


@pytest.mark.parametrize("indexed", [True, False])
def test_contacts_are_the_ties_of_the_network(
    indexed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = sample_store()
    if not indexed:
        monkeypatch.setattr(store, "index_tables", lambda: None)
    contacts = index_of(store).contacts()
    graph = ties(actor_network(store))
    found = zip(contacts.first, contacts.second, contacts.together, strict=True)
    links = [(contacts.actors[a], contacts.actors[b], n) for a, b, n in found]
    assert links == [(a, b, w) for a, b, w in sorted(graph.edges(data="weight"))]
    assert list(contacts.actors) == list(graph)
    through = [{e for *_, events in graph.edges(a, data="events") for e in events} for a in graph]
    assert list(contacts.events) == [len(events) for events in through]
    assert contacts.total == len(set().union(*through))


def meetings(chain: list[Actor], number: int = 0) -> Reading:
    """Each actor met the next."""
    sentences = [f"{a.label} met {b.label}." for a, b in pairwise(chain)]
    article = Article(id=f"chain-{number}", text=" ".join(sentences))
    return Reading(
        article=article,
        events=tuple(
            Event(
                kind=EventClass.MEETING,
                participations=together(a, b),
                evidence=quote(article, sentence),
            )
            for (a, b), sentence in zip(pairwise(chain), sentences, strict=True)
        ),
    )


def test_a_path_names_the_events_along_it() -> None:
    steps = shortest_path(actor_network(sample_store()), at(world.OTIENO), at(world.TAVARES))
    assert [(s.start_label, s.end_label) for s in steps] == [
        ("James Otieno", "Anna Lindqvist"),
        ("Anna Lindqvist", "João Tavares"),
    ]
    assert [e.label for s in steps for e in s.events] == [
        "Anna Lindqvist met James Otieno, Nairobi, 4 March 2024",
        "João Tavares met Haruka Mori and Anna Lindqvist, Brasília, 15 August 2024",
    ]
    assert all(step.end == after.start for step, after in pairwise(steps))


def test_of_equally_short_paths_the_one_with_most_events_is_taken() -> None:
    one, other = world.OTIENO, world.MORI
    readings = [
        meetings([one, world.BRAATHEN, other], 0),
        meetings([one, world.TESSEMA, other], 1),
        meetings([one, world.TESSEMA], 2),
    ]
    network = actor_network(fill(open_store(None), readings))
    (first, _) = shortest_path(network, at(one), at(other))
    assert first.end == at(world.TESSEMA)
    assert len(first.events) == 2


def test_a_longer_path_is_not_taken_for_its_events() -> None:
    chain = [world.OTIENO, world.BRAATHEN, world.TESSEMA, world.MORI]
    readings = [meetings(chain, n) for n in range(40)]
    readings.append(meetings([world.OTIENO, world.ADEYEMI, world.MORI], 99))
    network = actor_network(fill(open_store(None), readings))
    assert len(shortest_path(network, at(world.OTIENO), at(world.MORI))) == 2


def test_there_is_no_path_to_strangers_and_between_separate_circles() -> None:
    network = actor_network(sample_store())
    with pytest.raises(NotFoundError, match="nobody"):
        shortest_path(
            network, at(world.OTIENO), URIRef("https://w3id.org/dragoman/id/person/nobody")
        )
    with pytest.raises(NotFoundError, match="James Otieno and Brazil"):
        shortest_path(network, at(world.OTIENO), at(world.BRAZIL))
    assert shortest_path(network, at(world.OTIENO), at(world.OTIENO)) == ()


def test_the_summary_counts_pairs_and_parts() -> None:
    found = summary(index_of(sample_store()).contacts())
    assert (found.actors, found.links, found.events) == (19, 21, 20)
    assert (found.components, found.largest) == (3, 11)


def test_communities_part_the_actors() -> None:
    network = actor_network(sample_store())
    found = communities(network)
    members = [m for c in found for m in c.members]
    assert sorted(members) == sorted(network)
    assert found[0].labels[0] == "Ethiopia"
    assert len(communities(network, limit=1)) == 1


def test_an_empty_store_has_an_empty_network() -> None:
    store = open_store(None)
    network = actor_network(store)
    assert len(network) == 0
    contacts = index_of(store).contacts()
    assert most_connected(store, contacts) == most_central(store, contacts) == ()
    assert communities(network) == ()
    assert summary(contacts).largest == 0
    assert layout(network) == {}


def test_ties_count_an_event_once_however_many_ways_it_links() -> None:
    tie = ties(actor_network(sample_store())).edges[at(world.BRAZIL), at(world.JAPAN)]
    assert tie["weight"] == 1  # the upgrade links both ways


def test_the_neighbourhood_of_an_actor_is_cut_and_counted() -> None:
    store = sample_store()
    whole = neighbourhood(store, at(world.ETHIOPIA))
    assert whole.graph == {"total": 7, "offset": 0, "shown": 7, "view": "actors"}
    assert whole.nodes[at(world.ETHIOPIA)]["centre"]
    part = neighbourhood(store, at(world.ETHIOPIA), limit=3)
    rest = neighbourhood(store, at(world.ETHIOPIA), limit=20, offset=3)
    assert (part.graph["shown"], rest.graph["shown"]) == (3, 4)
    assert set(part) & set(rest) == {at(world.ETHIOPIA)}
    assert set(part) | set(rest) == set(whole)


def test_the_strongest_counterpart_comes_first() -> None:
    readings = [
        meetings([world.LINDQVIST, world.ADEYEMI], 0),
        meetings([world.LINDQVIST, world.TAVARES], 1),
        meetings([world.LINDQVIST, world.TAVARES], 2),
    ]
    graph = neighbourhood(fill(open_store(None), readings), at(world.LINDQVIST), limit=1)
    assert graph.edges[at(world.LINDQVIST), at(world.TAVARES)]["weight"] == 2
    assert graph.edges[at(world.LINDQVIST), at(world.TAVARES)]["label"] == "met 2"
    assert graph.graph["total"] == 2


def test_counterparts_are_linked_with_each_other_too() -> None:
    graph = neighbourhood(sample_store(), at(world.LINDQVIST))
    assert graph.has_edge(at(world.MORI), at(world.TAVARES))


def test_the_events_around_an_actor_come_latest_first_with_their_things() -> None:
    graph = neighbourhood(sample_store(), at(world.LINDQVIST), limit=4, view="events")
    assert (graph.graph["total"], graph.graph["shown"]) == (3, 1)
    assert labels(graph) == {
        "Anna Lindqvist",
        "João Tavares met Haruka Mori and Anna Lindqvist, Brasília, 15 August 2024",
        *("Haruka Mori", "João Tavares", "Brasília"),
    }
    (event,) = (n for n, d in graph.nodes(data=True) if d["kind"] == "Meeting")
    assert graph.nodes[event]["date"] == "2024-08-15"
    assert graph.edges[event, at(world.TAVARES)]["label"] == "host"


def test_an_event_a_document_a_place_and_an_article_have_neighbourhoods() -> None:
    store, reading = sample_store(), sample_readings()[0]
    signing = NAMER.event(reading.events[2], reading.article)
    document = NAMER.document(world.WATER_MEMORANDUM, signing)
    around = {"Sweden", "Kenya", "Nairobi", world.WATER_MEMORANDUM.title}
    assert labels(neighbourhood(store, signing)) == around | {
        "Sweden signed with Kenya, Nairobi, 4 March 2024"
    }
    assert labels(neighbourhood(store, document)) >= around
    assert neighbourhood(store, NAMER.place(world.NAIROBI)).graph["total"] == 3
    assert neighbourhood(store, NAMER.article("world-1")).graph["total"] == 4
    assert neighbourhood(store, NAMER.article("world-7")).graph["total"] == 0
    assert neighbourhood(store, signing, limit=2).graph["shown"] == 2


def test_what_is_not_there_has_no_neighbourhood() -> None:
    with pytest.raises(NotFoundError, match="id/person/nobody"):
        neighbourhood(sample_store(), URIRef("https://w3id.org/dragoman/id/person/nobody"))


def test_a_layout_places_every_node_within_bounds() -> None:
    network = actor_network(sample_store())
    places = layout(network)
    assert set(places) == set(network)
    assert len(set(places.values())) == len(network)
    assert all(-1 <= c <= 1 for place in places.values() for c in place)
    assert len(layout(nx.path_graph(301))) == 301


def test_another_process_gives_the_same_answers() -> None:
    code = (
        "from graph.analysis import *\n"
        "from graph.index import index_of\n"
        "from tests.world import *\n"
        "store = sample_store(); network = actor_network(store)\n"
        "print(most_central(store, index_of(store).contacts()))\n"
        "print(communities(network), layout(network))\n"
        "print(list(neighbourhood(store, Namer().actor(ETHIOPIA)).edges(data=True)))\n"
        "print(list(neighbourhood(store, Namer().place(OSLO)).edges(data=True)))\n"
    )
    runs = {
        subprocess.run(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("view", ["actors", "events"])
def test_everything_in_a_neighbourhood_hangs_together(view: View) -> None:
    store = sample_store()
    things = {q[0] for q in store.quads() if q[1] == RDF.type and q[2] not in NOT_DRAWN}
    for thing in sorted(things, key=str):
        graph = neighbourhood(store, URIRef(str(thing)), view=view)
        assert nx.is_connected(graph), thing
        assert [n for n, d in graph.nodes(data=True) if d["centre"]] == [thing]
