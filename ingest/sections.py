"""Where in a house somebody holds an office: "Director of the Asian Department of the ministry"."""

from graph.model import ActorClass
from ingest.atoms import DETERMINERS, Geo
from ingest.authority import Entry
from ingest.houses import Houses
from ingest.offices import OfficeMatch

_LINKS = frozenset({"at", "for", "in", "of", "on", "with"})
_TOP = frozenset(
    {"head-of-government", "head-of-state", "honorific", "religious", "royal", "spokesperson"}
)
"""Offices that are held in no section, but in a party."""
_SMALL = frozenset(
    {"bureau", "commission", "committee", "department", "directorate", "division", "section"}
)
"""Houses that are known as such in small letters, by what they are for."""
_INNER = 7
"""Words of a house's name before what it is: "Second Asian Department"."""
_BRACKETED = 5
_NAMED = 3
"""Words that a house's name has at least where a comma alone stands before it."""


class Sections(Houses):
    """The part of the grammar that takes in the house, and its part, where an office is held."""

    def section(self, at: int, office: OfficeMatch) -> tuple[tuple[Entry, ...], int] | None:
        """The state that the house at ``at`` belongs to, if it is named, and where its name ends.

        "of the Department for Asia", "at the [Polish] Ministry of Foreign Affairs",
        "for Political Affairs", "(West)"; None where no section is named.
        """
        if office.plural:
            return None
        if self.word(at) == "(":
            end = self._bracketed(at)
            return ((), end) if end > at and office.kind not in _TOP else None
        comma = self.word(at) == ","  # "X, Joint Secretary, | Ministry of External Affairs"
        if self.word(at) not in _LINKS and not comma:
            return None
        here = at + 1 + (self.word(at + 1) in DETERMINERS)
        geo = self.geo(here)
        start = geo.end if geo is not None else here
        end = self._house_end(start)
        body = geo is not None and geo.entries[0].actor.kind is ActorClass.BODY
        if comma and body and geo is not None and not geo.genitive:
            return geo.entries[:1], geo.end
        if comma and (geo is not None or end - start < _NAMED):  # a name of its own may follow
            return None
        if end == start:
            end = self.offices.portfolio_end(self.tokens, at) if not self._stated(geo) else at
            named = any(self._stated(self.geo(i)) for i in range(at + 1, end))
            return ((), end) if end > at + 1 and office.kind not in _TOP and not named else None
        if office.kind in _TOP and self.word(end - 1) not in {"committee", "party"}:
            return None
        of = geo.entries[:1] if geo is not None else ()
        if self.word(end) == "of" and not of:
            entries, stop = self.geo_list(end + 1)
            if entries and self._house_end(stop) == stop:
                of, end = entries[:1], stop
        end = self.past_acronym(end)
        if self.word(end) in {"'s", "’s"}:
            end = self._house_end(end + 1)
        return of, end

    def _house_end(self, at: int) -> int:
        """Where the name of a house that starts at ``at`` ends; ``at`` where none does."""
        if at >= self.size:
            return at
        best = self.words.bodies.end(self.folded, at) if self.capital(at) else at
        here = at
        while here < min(at + _INNER, self.size) and self._goes_on(here):
            if self.word(here) in self.offices.houses and self.capital(here):
                stop = self.offices.portfolio_end(self.tokens, here + 1)
                return max(best, here + 1, stop if stop > here + 2 else 0)
            here += 1
        return best if best > at else self._small_house_end(at)

    def _small_house_end(self, at: int) -> int:
        """Past a house that is written small, by what it is for: "the | foreign affairs committee".

        ``at`` where none stands.
        """
        here = at
        while here < min(at + _INNER, self.size) and (
            self._matter(here) or (here > at and self.word(here) in {"and", "&", "-"})
        ):
            here += 1
        return here + 1 if here > at and self.word(here) in _SMALL else at

    def _stated(self, geo: Geo | None) -> bool:
        return geo is not None and geo.kind != "demonym"

    def _goes_on(self, at: int) -> bool:
        """Whether a word may belong to the name of a house."""
        if self.word(at) in {"-", "&", ","}:
            return self.capital(at + 1)
        joined = self.word(at) == "and" and self.capital(at + 1)
        return joined or (self.capital(at) and self.office(at) is None)

    def _bracketed(self, at: int) -> int:
        """Past a section in brackets: "Secretary (West)"; ``at`` where it is none."""
        inner = range(at + 1, min(at + 1 + _BRACKETED, self.size))
        close = next((i for i in inner if self.word(i) == ")"), at)
        if close <= at + 1 or not self.capital(at + 1):
            return at
        alone = close in {self.offices.portfolio(self.tokens, at + 1), self._house_end(at + 1)}
        short = close == at + 2 and self.tokens[at + 1].isupper()
        return close + 1 if alone or short else at
