"""Who fights whom for years, so that news names only one of them: the table ``foes.csv``."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Actor
from ingest.authority import load_authority
from ingest.tables import Row, read_table

_COLUMNS = ("actor", "foe", "start", "end", "at_home", "others")
_MONTH = r"\d{4}(-\d{2})?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foe:
    """One whom an actor fights, and when."""

    actor: Actor
    start: str
    """The year or month from which they fight; empty where it is long ago."""
    end: str
    """The year or month until which they fought; empty for those who still do."""
    at_home: bool
    """Whether what an actor does in its own state is done to the foe as well."""

    others: bool
    """Whether an actor fights others as well, so that news always names them."""

    def fights(self, day: str) -> bool:
        """Whether they were at war on an ISO day."""
        return self.start <= day and (not self.end or day[: len(self.end)] <= self.end)


def _actor(row: Row, column: str) -> Actor:
    entry = load_authority().by_key(row.needed(column))
    if entry is None:
        row.fail(f"{column} is {row.text(column)!r}; write the key of an actor of the tables")
    return entry.actor


@functools.cache
def load_foes() -> Mapping[str, tuple[Foe, ...]]:
    """The foes of each actor by its key; raises `KnowledgeError` where the table is wrong."""
    found: dict[str, tuple[Foe, ...]] = {}
    for row in read_table("foes.csv", _COLUMNS):
        foe = Foe(
            actor=_actor(row, "foe"),
            start=row.matching("start", _MONTH, "2022-02") or "",
            end=row.matching("end", _MONTH, "2022-02") or "",
            at_home=row.matching("at_home", "yes", "yes") is not None,
            others=row.matching("others", "yes", "yes") is not None,
        )
        key = _actor(row, "actor").key
        found[key] = (*found.get(key, ()), foe)
    return found


def foe_of(actor: Actor, day: str) -> Foe | None:
    """The only one whom an actor fights on an ISO day; None where there is none or are more."""
    known = load_foes().get(actor.key, ())
    fought = [foe for foe in known if foe.fights(day) and not foe.others]
    return fought[0] if len(fought) == 1 else None


def foes(actor: Actor) -> frozenset[str]:
    """The keys of all whom an actor fights or fought."""
    return frozenset(foe.actor.key for foe in load_foes().get(actor.key, ()))
