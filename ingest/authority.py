"""The actors that Dragoman knows before it reads: states, organisations, groups and bodies.

Read from the tables in ``data/authority`` (their README says what each column holds).
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.errors import NotFoundError
from graph.model import Actor, ActorClass
from graph.naming import slug
from ingest.tables import Row, read_table

KINDS = ("name", "acronym", "demonym", "metonym", "capital")
_NAMES = ("aliases", "acronyms", "demonyms")
_CAPITAL = ("capital", "capital_aliases", "latitude", "longitude", "metonyms")
COUNTRIES = ("iso3", "iso2", "label", *_NAMES, *_CAPITAL, "wikidata", "ambiguous")
STATES = ("key", "iso3", "label", *_NAMES, *_CAPITAL, "start", "end", "wikidata", "ambiguous")
UNRECOGNISED = (*STATES, "claimed_by")
ORGANISATIONS = (
    "key", "label", *_NAMES, "part_of", "seat", "metonyms", "start", "end", "wikidata", "ambiguous"
)  # fmt: skip
BODIES = (
    "key", "kind", "label", *_NAMES, "represents", "start", "end", "wikidata", "ambiguous"
)  # fmt: skip
_PREFIX = {
    ActorClass.BODY: "body",
    ActorClass.NGO: "organisation",
    ActorClass.ARMED_GROUP: "group",
    ActorClass.COMPANY: "company",
}
_OF_STATES = frozenset({ActorClass.BODY, ActorClass.COMPANY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One actor of the tables, with what a reader must know to take a name for it."""

    actor: Actor
    """Without aliases: the reading adds the names that the article itself uses."""
    start: int | None = None
    """The year from which it is."""
    end: int | None = None
    """The year until which it was; None for what still is."""
    ambiguous: bool = field(default=False, compare=False)
    """Whether the name needs context to be this actor ("Georgia", "Jordan").

    ``Authority.names`` gives it for each name; elsewhere it says whether any name does.
    """
    capital: str = ""
    """The capital's common English name; empty for what has none."""


Name = tuple[str, Entry, str]


class Authority:
    """All entries, by key and by name."""

    def __init__(self, rows: Iterable[tuple[Entry, tuple[Name, ...]]]) -> None:
        self._entries: dict[str, Entry] = {}
        names: list[Name] = []
        for entry, own in rows:
            self._entries[entry.actor.key] = entry
            names.extend(own)
        self._names = tuple(names)

    def names(self) -> Iterator[Name]:
        """Every name as written, with its entry and kind (one of ``KINDS``), table by table."""
        return iter(self._names)

    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the tables."""
        return tuple(self._entries.values())

    def by_key(self, key: str) -> Entry | None:
        """The entry of an actor's key, "organisation/european-union"; None where none has it."""
        return self._entries.get(key)

    def country(self, iso3: str) -> Entry:
        """The state of an ISO 3166 alpha-3 code, "TUR"; raises `NotFoundError` for another code."""
        entry = self._entries.get(f"country/{iso3}")
        if entry is None:
            raise NotFoundError(
                f"no country has the code {iso3!r}; data/authority/countries.csv lists them"
            )
        return entry


@functools.cache
def load_authority() -> Authority:
    """The shipped tables; raises `KnowledgeError` with file and line where one is wrong."""
    return Authority(Tables().read())


class Tables:
    """Reads the tables in order, so that a row can name the actors of rows before it.

    ``texts`` holds tables to read in place of the shipped ones, by file name.
    """

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self._texts = texts or {}
        self._actors: dict[str, Actor] = {}
        self._capitals: set[str] = set()

    def read(self) -> Iterator[tuple[Entry, tuple[Name, ...]]]:
        """Each entry with its names; raises `KnowledgeError` at the first wrong row."""
        for row in self._rows("countries.csv", COUNTRIES):
            yield self._country(row)
        for row in self._rows("historical_states.csv", STATES):
            yield self._state(row)
        for row in self._rows("unrecognised.csv", UNRECOGNISED):
            self._parent(row, "claimed_by", "country/")
            yield self._state(row)
        for row in self._rows("organisations.csv", ORGANISATIONS):
            yield self._organisation(row)
        for row in self._rows("bodies.csv", BODIES):
            yield self._body(row)

    def _rows(self, name: str, columns: Sequence[str]) -> Iterator[Row]:
        return read_table(name, columns, self._texts.get(name))

    def _country(self, row: Row) -> tuple[Entry, tuple[Name, ...]]:
        iso3 = row.matching("iso3", "[A-Z]{3}", "TUR") or row.needed("iso3")
        row.matching("iso2", "[A-Z]{2}", "TR")
        row.position()
        self._capitals.update((row.text("capital"), *row.names("capital_aliases")))
        return _entry(row, self._actor(row, ActorClass.COUNTRY, f"country/{iso3}", iso3=iso3))

    def _state(self, row: Row) -> tuple[Entry, tuple[Name, ...]]:
        iso3 = row.matching("iso3", "[A-Z]{3}", "SUN")
        row.position()
        key = f"country/{iso3 or self._slug(row)}"
        entry, names = _entry(row, self._actor(row, ActorClass.COUNTRY, key, iso3=iso3))
        # Moscow spoke for the Soviet Union; Munich no longer speaks for a kingdom of Bavaria
        return entry, tuple(n for n in names if n[2] != "capital" or n[0] in self._capitals)

    def _organisation(self, row: Row) -> tuple[Entry, tuple[Name, ...]]:
        parent = self._parent(row, "part_of", "organisation/")
        key = f"organisation/{self._slug(row)}"
        return _entry(row, self._actor(row, ActorClass.ORGANIZATION, key, parent=parent))

    def _body(self, row: Row) -> tuple[Entry, tuple[Name, ...]]:
        kinds = {kind.value: kind for kind in _PREFIX}
        kind = kinds.get(row.needed("kind"))
        if kind is None:
            row.fail(f"kind is {row.text('kind')!r}; write one of {', '.join(kinds)}")
        parent = self._parent(row, "represents", "country/")
        if kind in _OF_STATES and parent is None:
            row.fail("represents is empty; a government body or company is of a country")
        key = f"{_PREFIX[kind]}/{self._slug(row)}"
        return _entry(row, self._actor(row, kind, key, parent=parent))

    def _actor(
        self,
        row: Row,
        kind: ActorClass,
        key: str,
        iso3: str | None = None,
        parent: Actor | None = None,
    ) -> Actor:
        if key in self._actors:
            row.fail(f"{key} is in the tables already; join the two rows")
        actor = Actor(
            kind=kind,
            key=key,
            label=row.needed("label"),
            represents=parent,
            iso3=iso3,
            wikidata=row.wikidata(),
        )
        self._actors[key] = actor
        return actor

    def _parent(self, row: Row, column: str, prefix: str) -> Actor | None:
        named = row.text(column)
        if not named:
            return None
        parent = self._actors.get(prefix + named)
        return parent or row.fail(f"{column} is {named!r}; no row before it has this key")

    def _slug(self, row: Row) -> str:
        key = row.needed("key")
        if key != slug(key):
            row.fail(f"key is {key!r}; write lower-case words joined by hyphens: {slug(key)!r}")
        return key


def _entry(row: Row, actor: Actor) -> tuple[Entry, tuple[Name, ...]]:
    """The entry of a row, and its names."""
    surfaces = dict.fromkeys(_surfaces(row))
    doubtful = frozenset(row.names("ambiguous"))
    unknown = doubtful - {surface for surface, _ in surfaces}
    if unknown:
        row.fail(f"ambiguous lists {min(unknown)!r}, which is no name of this row")
    start = row.year("start") if "start" in row.cells else None
    end = row.year("end") if "end" in row.cells else None
    if start is not None and end is not None and end < start:
        row.fail(f"it ends in {end}, before it starts in {start}")
    capital = row.text("capital") if "capital" in row.cells else ""
    entry = Entry(actor=actor, start=start, end=end, ambiguous=bool(doubtful), capital=capital)
    plain = replace(entry, ambiguous=False)
    return entry, tuple(
        (surface, entry if surface in doubtful else plain, kind) for surface, kind in surfaces
    )


def _surfaces(row: Row) -> Iterator[tuple[str, str]]:
    yield row.needed("label"), "name"
    for column, kind in (
        ("aliases", "name"),
        ("acronyms", "acronym"),
        ("demonyms", "demonym"),
        ("metonyms", "metonym"),
        ("capital", "capital"),
        ("capital_aliases", "capital"),
    ):
        if column in row.cells:
            yield from ((name, kind) for name in row.names(column))
