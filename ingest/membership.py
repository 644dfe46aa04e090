"""Which states belong to an organisation: the table ``membership.csv``, as of the end of 2025."""

import functools
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ingest.authority import Authority, Entry, load_authority
from ingest.tables import Row, read_table

MEMBERSHIP = ("organisation", "iso3")


def membership(authority: Authority, rows: Iterable[Row]) -> Mapping[str, tuple[Entry, ...]]:
    """The states of each organisation, by its key ("organisation/g7"), in the order of the rows.

    Raises `KnowledgeError` where a row names what the other tables do not have.
    """
    found: dict[str, dict[str, Entry]] = {}
    for row in rows:
        key = f"organisation/{row.needed('organisation')}"
        state = authority.by_key(f"country/{row.needed('iso3')}")
        if authority.by_key(key) is None:
            row.fail(f"organisation is {row.text('organisation')!r}, not in organisations.csv")
        if state is None:
            row.fail(f"iso3 is {row.text('iso3')!r}, which the tables of states do not have")
        members = found.setdefault(key, {})
        if state.actor.key in members:
            row.fail(f"{row.text('iso3')} is a member already")
        members[state.actor.key] = state
    return MappingProxyType({key: tuple(members.values()) for key, members in found.items()})


@functools.cache
def load_membership() -> Mapping[str, tuple[Entry, ...]]:
    """The shipped table; an organisation without rows is one whose members are not listed."""
    return membership(load_authority(), read_table("membership.csv", MEMBERSHIP))
