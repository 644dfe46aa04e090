"""The network of all actors, built once for each state of the store."""

import threading

import networkx as nx

from graph.networks import actor_network
from graph.store import GraphReader
from web.site import site

_lock = threading.Lock()
_built: dict[str, tuple[GraphReader, int, nx.MultiDiGraph]] = {}


def network() -> nx.MultiDiGraph:
    """The network of the running site's store; built again only when the store has changed.

    A store that does not count its changes has it built for each question.
    """
    store = site().store
    version = getattr(store, "version", None)
    if not isinstance(version, int):
        return actor_network(store)
    with _lock:
        held = _built.get("network")
        if held and held[0] is store and held[1] == version:
            return held[2]
        found = actor_network(store)
        _built["network"] = (store, version, found)
        return found
