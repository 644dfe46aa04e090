"""Writes graphs and readings in the forms of `graph.formats`, equal contents as equal bytes."""

from collections.abc import Iterable, Iterator
from typing import IO

from rdflib import URIRef
from rdflib.term import Node

from graph.errors import NotFoundError
from graph.eventlist import write_events
from graph.formats import CSV, GRAPHML, NQUADS, TABLE, TRIG, Format, rdf_form
from graph.model import Reading
from graph.naming import Namer
from graph.networks import actor_network, write_graphml
from graph.statements import write_groups, write_sorted
from graph.store import GraphReader
from graph.terms import Quad
from graph.texttable import reading_lines
from graph.triples import article_triples


def export(
    store: GraphReader, format: Format, into: IO[bytes], article: URIRef | None = None
) -> None:
    """Writes the store, or one article, so that equal contents give equal bytes.

    N-Quads and TriG hold the merged graph and all article graphs; the other RDF forms the merged
    graph. Of one article, they hold its graph. GraphML holds the network of actors, CSV a row an
    event. Raises `NotFoundError` where there is no such article.
    """
    if article is not None and not store.ask(
        "ASK { GRAPH ?article { ?s ?p ?o } }", article=article
    ):
        raise NotFoundError(
            f"{article}: no such article here; list them with: "
            "dragoman query 'SELECT ?a { ?a a dgm:Article }'"
        )
    if format == GRAPHML:
        write_graphml(actor_network(store, article=article), into)
    elif format == CSV:
        write_events(store, into, article)
    else:
        form = rdf_form(format)
        write_sorted(_quads(store, article, everything=format in (TRIG, NQUADS)), form, into)


def write_readings(
    readings: Iterable[Reading], namer: Namer, format: Format, into: IO[bytes]
) -> None:
    """Writes what was read, article after article in their order, each in its named graph.

    Of an article its own data come first, then its events in the order in which it tells them.
    """
    if format == TABLE:
        for reading in readings:
            for line in reading_lines(reading):
                into.write(f"{line}\n".encode())
    else:
        groups = (group for reading in readings for group in _of_reading(reading, namer))
        write_groups(groups, rdf_form(format), into)


def _of_reading(reading: Reading, namer: Namer) -> Iterable[list[Quad]]:
    """The statements on the article, on each of its events as it tells them, and on the rest."""
    graph = namer.article(reading.article)
    told = (graph, *(namer.event(event, reading.article) for event in reading.events))
    groups: dict[Node | None, list[Quad]] = {node: [] for node in (*told, None)}
    for triple in article_triples(reading, namer):
        groups[triple[0] if triple[0] in groups else None].append((*triple, graph))
    return groups.values()


def _quads(store: GraphReader, article: URIRef | None, *, everything: bool) -> Iterator[Quad]:
    if article is not None:
        yield from (
            (s, p, o, article if everything else None) for s, p, o in store.article(article)
        )
    else:
        yield from (q for q in store.quads() if everything or q[3] is None)
