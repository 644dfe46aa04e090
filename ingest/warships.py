"""Warships, whose prefix says of which state they are: "USS Porter", "INS Mysore"."""

from collections.abc import Mapping, Sequence

from ingest.authority import Authority, Entry
from ingest.mentions import Mention, MentionKind
from ingest.tables import read_table

_LONGEST = 4
"""Words of a ship's name, at the most."""


def load_warships(authority: Authority) -> Mapping[str, Entry]:
    """The state of each prefix; raises `KnowledgeError` where the table is wrong."""
    found: dict[str, Entry] = {}
    for row in read_table("warships.csv", ("prefix", "iso3")):
        entry = authority.by_key(f"country/{row.needed('iso3')}")
        found[row.needed("prefix")] = entry or row.fail("iso3 is no code of countries.csv")
    return found


def warship(tokens: Sequence[str], at: int, navies: Mapping[str, Entry]) -> Mention | None:
    """The warship that is named there, which is its state's force; None if none is."""
    entry, end = navies.get(tokens[at]), at + 1
    while entry and end < min(len(tokens), at + _LONGEST + 1):
        if not (tokens[end][:1].isupper() or tokens[end].isdigit()) or tokens[end] in navies:
            break
        end += 1
    if entry is None or end == at + 1 or tokens[at + 1].isdigit():
        return None
    name = " ".join(tokens[at:end])
    return Mention(start=at, end=end, kind=MentionKind.NAMED, of=(entry,), name=name, force=True)
