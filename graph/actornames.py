"""The names of actors, and what they are."""

from collections.abc import Iterable

from rdflib import URIRef

from graph.happenings import scoped
from graph.model import ActorClass
from graph.store import GraphReader
from graph.terms import ntriples
from graph.vocabulary import DGM

_KINDS = " ".join(f"dgm:{c.value}" for c in ActorClass)
_LOCAL = len(str(DGM._NS))


def actor_names(
    reader: GraphReader,
    actors: Iterable[URIRef] | None = None,
    *,
    article: URIRef | None = None,
) -> dict[URIRef, tuple[str, str]]:
    """Label and kind of each of the actors, or of all where none are given.

    Where articles differ, the first in the alphabet stands.
    """
    chosen = "" if actors is None else f"VALUES ?actor {{ {' '.join(map(ntriples, actors))} }}"
    pattern = f"{chosen} VALUES ?kind {{ {_KINDS} }} ?actor a ?kind ; skos:prefLabel ?label"
    names: dict[URIRef, tuple[str, str]] = {}
    for row in reader.select(f"SELECT ?actor ?label ?kind {{ {scoped(pattern, article)} }}"):
        actor = URIRef(str(row["actor"]))
        name = (str(row["label"]), str(row["kind"])[_LOCAL:])
        names[actor] = min(name, names.get(actor, name))
    return names
