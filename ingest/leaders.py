"""Who held which office when: heads of state and government, ministers, heads of organisations.

Read from ``data/authority/leaders.csv`` (the README beside it says what each column holds).
"""

import calendar
import datetime
import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.naming import slug
from ingest.folding import fold
from ingest.personnames import short_forms, takes_second_surname, turned, without_title, words
from ingest.tables import Row, read_table

COLUMNS = (
    "name", "aliases", "short", "of", "office", "title", "start", "end", "wikidata"
)  # fmt: skip
_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_OF = r"(country|organisation|group|body)/[A-Za-z0-9-]+"
_OFFICE = r"[a-z]+(-[a-z]+)*"
_COMING = datetime.timedelta(days=366)
_FOR_NOW = ("acting ", "interim ", "transitional ", "caretaker ")
_STANDS_FOR = {
    "head-of-state": frozenset(
        {"head-of-state", "head-of-state-and-government", "monarch", "supreme-leader", "pope"}
    ),
    "head-of-government": frozenset({"head-of-government", "head-of-state-and-government"}),
}
_REGNAL = frozenset({"monarch", "pope"})
_RANK = (
    "head-of-state-and-government", "supreme-leader", "monarch", "pope", "head-of-state",
    "head-of-government", "organisation-head", "group-leader", "foreign-minister",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person's time in one office; dates are as precise as they are known."""

    name: str
    aliases: tuple[str, ...]
    of: str
    """The actor's key: ``country/USA``, ``organisation/nato``."""
    office: str
    """The kind of office: ``head-of-state``, ``foreign-minister``."""
    title: str
    """The office as a text words it: ``Secretary of State``."""
    start: str
    end: str | None
    """None for who is still in office, as far as the table knows."""
    key: str
    """The person's key: ``person/barack-obama``."""
    wikidata: str | None

    def covers(self, day: datetime.date) -> bool:
        """Whether the person held the office that day; a year counts from its first day to its
        last, and on the day of a handover both hold it.
        """
        return self.first() <= day and (self.end is None or day <= self.last())

    def first(self) -> datetime.date:
        """The first day that ``start`` may mean."""
        year, month, day = (*map(int, self.start.split("-")), 1, 1)[:3]
        return datetime.date(year, month, day)

    def last(self) -> datetime.date:
        """The last day that ``end`` may mean; the end of time for who is still in office."""
        if self.end is None:
            return datetime.date.max
        parts = [int(part) for part in self.end.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
        return datetime.date(year, month, day)

    def is_office(self, office: str) -> bool:
        """Whether ``office`` is this kind of office or this title, be it held for the time being.

        An executive president is head of state and head of government.
        """
        if self.office == office or self.office in _STANDS_FOR.get(office, ()):
            return True
        title = fold(self.title)
        for word in _FOR_NOW:
            title = title.removeprefix(word)
        return title == fold(office)


class Leaders:
    """All terms, by office and by name."""

    def __init__(self, terms: Iterable[tuple[Term, tuple[str, ...]]]) -> None:
        """Takes each term with the short forms of its person's name."""
        self._of: dict[str, list[Term]] = {}
        self._people: dict[str, list[Term]] = {}
        shorts: dict[str, dict[str, None]] = {}
        titles: set[str] = set()
        for term, short in terms:
            self._of.setdefault(term.of, []).append(term)
            self._people.setdefault(term.key, []).append(term)
            shorts.setdefault(term.key, {}).update(dict.fromkeys(short))
            titles.add(term.title)
        self._titles = frozenset(word for title in titles for word in words(title))
        self._named: dict[tuple[str, ...], dict[str, None]] = {}
        self._ends: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        self._two_surnames: set[tuple[str, ...]] = set()
        for key, own in self._people.items():
            name, of = own[0].name, own[0].of
            full = words(name)
            self._ends.setdefault((full[0], full[-1]), {})[key] = full
            for form in (name, *turned(name, of), *own[0].aliases, *shorts[key]):
                self._named.setdefault(words(form), {})[key] = None
            if takes_second_surname(of):
                self._two_surnames.add(full)

    def holders(
        self, of: str, office: str | None = None, day: datetime.date | None = None
    ) -> tuple[Term, ...]:
        """The terms of those who held the office that day, the last to come in first.

        ``office`` is a kind of office ("head-of-state") or a title ("President"); None is any.
        Without a day there is an answer only where one person alone ever held the office.
        """
        terms = [t for t in self._of.get(of, ()) if office is None or t.is_office(office)]
        if day is None:
            return tuple(terms) if len({term.key for term in terms}) == 1 else ()
        held = [term for term in terms if term.covers(day)]
        return tuple(sorted(held, key=lambda term: term.start, reverse=True))

    def named(self, name: str, day: datetime.date | None = None) -> tuple[Term, ...]:
        """The terms of all whom the name may mean: a full name, alias or surname, with or without
        a title before it; nothing for a name that the table does not know.

        Terms that hold on the day come first, then those before it, the most recent first, then
        those that begin within a year after it; later ones are left out. Without a day, all are
        given, the most recent first.
        """
        terms = [term for key in self._keys(words(name)) for term in self._people[key]]
        if day is None:
            return tuple(sorted(terms, key=lambda term: term.start, reverse=True))
        now = sorted((t for t in terms if t.covers(day)), key=_by_rank)
        past = sorted((t for t in terms if t.last() < day), key=Term.last, reverse=True)
        coming = sorted((t for t in terms if day < t.first() <= day + _COMING), key=Term.first)
        return (*now, *past, *coming)

    def person(self, key: str) -> tuple[Term, ...]:
        """All terms of one person, the first first; nothing for an unknown key."""
        return tuple(self._people.get(key, ()))

    def terms(self) -> tuple[Term, ...]:
        """All terms, sorted by actor, office and start."""
        return tuple(term for own in self._of.values() for term in own)

    def _keys(self, named: tuple[str, ...]) -> Sequence[str]:
        for candidate in without_title(named, self._titles):
            if keys := self._named.get(candidate):
                return tuple(keys)
            if len(candidate) > 1 and (keys_of_ends := self._by_ends(candidate)):
                return keys_of_ends
            if len(candidate) > 2 and candidate[:-1] in self._two_surnames:
                return tuple(self._named[candidate[:-1]])
            if len(candidate) > 3 and candidate[1:] in self._named:
                return tuple(self._named[candidate[1:]])  # "Makhdoom Shah Mahmood Qureshi"
        return ()

    def _by_ends(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """Those whose first and last name these are, with other names between them or without."""
        known = self._ends.get((named[0], named[-1]), {})
        return tuple(k for k, full in known.items() if _within(full, named) or _within(named, full))


@functools.cache
def load_leaders() -> Leaders:
    """The shipped table; raises `KnowledgeError` with file and line where it is wrong."""
    return read_leaders()


def read_leaders(text: str | None = None) -> Leaders:
    """The leaders of ``text``, or of the shipped table; raises `KnowledgeError` as above."""
    return Leaders(_terms(read_table("leaders.csv", COLUMNS, text)))


def _terms(rows: Iterable[Row]) -> Iterator[tuple[Term, tuple[str, ...]]]:
    """Each row's term; what a person's first row says of names holds for all rows of theirs."""
    people: dict[str, _Person] = {}
    names: dict[str, str] = {}
    for row in rows:
        name = row.needed("name")
        person = people.get(name)
        if person is None:
            person = people[name] = _person(row, name)
            if names.setdefault(person.key, name) != name:
                row.fail(
                    f"{name!r} and {names[person.key]!r} get one key, {person.key}; "
                    "write (a word) after one of them"
                )
        elif any(row.text(column) for column in ("aliases", "short", "wikidata")):
            row.fail(f"{name} has rows before; aliases, short and wikidata stand in the first one")
        term = _term(row, person)
        short = person.short or short_forms(term.name, term.of, regnal=term.office in _REGNAL)
        yield term, short


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """What the first row of a person says of names, for all rows of theirs."""

    key: str
    name: str
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    wikidata: str | None


def _person(row: Row, name: str) -> _Person:
    return _Person(
        key=f"person/{slug(name)}",
        name=name.partition(" (")[0],
        aliases=row.names("aliases"),
        short=row.names("short"),
        wikidata=row.wikidata(),
    )


def _term(row: Row, person: _Person) -> Term:
    start, end = _date(row, "start"), _date(row, "end")
    if start is None:
        row.fail("start is empty; write a year at least")
    if end is not None and end < start[: len(end)]:
        row.fail(f"it ends on {end}, before it starts on {start}")
    return Term(
        name=person.name,
        aliases=person.aliases,
        of=row.matching("of", _OF, "country/FRA or organisation/nato") or row.needed("of"),
        office=row.matching("office", _OFFICE, "foreign-minister") or row.needed("office"),
        title=row.needed("title"),
        start=start,
        end=end,
        key=person.key,
        wikidata=person.wikidata,
    )


def _date(row: Row, column: str) -> str | None:
    text = row.matching(column, _DATE, "1991-07-10, 1991-07 or 1991")
    if text and len(text) == 10:
        try:
            datetime.date.fromisoformat(text)
        except ValueError:
            row.fail(f"{column} is {text}, a day that no calendar has")
    return text


def _by_rank(term: Term) -> tuple[int, int]:
    rank = _RANK.index(term.office) if term.office in _RANK else len(_RANK)
    return rank, -term.first().toordinal()


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)
