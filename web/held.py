"""What takes a look at many events, kept until the store changes.

Counts, facets, bars and the network of all actors must not be made anew for each page. A store that
does not count its changes has them made each time.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from graph.contacts import Contacts
from graph.embedded import EmbeddedReader
from graph.index import index_of
from graph.store import GraphReader

T = TypeVar("T")
_MOST = 512
_lock = threading.Lock()
_kept: "WeakKeyDictionary[EmbeddedReader, OrderedDict[Any, Any]]" = WeakKeyDictionary()


def held(store: GraphReader, make: Callable[..., T], *arguments: object) -> T:
    """What ``make`` gives for the store and the arguments, made once for each state of the store.

    What comes back is shared, and not to be changed. The arguments must be hashable.
    """
    if not isinstance(store, EmbeddedReader):
        return make(store, *arguments)
    key = (make, getattr(store, "version", 0), arguments)
    with _lock:
        of_store = _kept.setdefault(store, OrderedDict())
        if key in of_store:
            of_store.move_to_end(key)
            return cast(T, of_store[key])
    # Outside of the lock: two may make the same, but nobody waits for something else.
    made = make(store, *arguments)
    with _lock:
        of_store[key] = made
        while len(of_store) > _MOST:
            of_store.popitem(last=False)
    return made


def contacts(store: GraphReader) -> Contacts:
    """Who is linked with whom in the store; not to be changed."""
    return held(store, _contacts)


def _contacts(store: GraphReader) -> Contacts:
    return index_of(store).contacts()
