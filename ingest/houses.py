"""Bodies of states by the form of their names: "Ministry of Mines and Energy", "Roads Agency".

`actors.toml` lists those that every state has, and the words of which the names of others are made.
"""

from ingest.descriptions import Descriptions

_LONGEST = 9
"""Words before what a house is or behind it, at the most."""
_COMMITTEES = frozenset({"commission", "committee", "panel", "subcommittee"})
"""What a house or an organisation acts through."""
_PANELLED = frozenset(
    {"and", "expert", "fact-finding", "independent", "investigative", "sanctions", "special"}
)
"""Words before such, besides what they are for."""
_OF = frozenset({"experts", "inquiry"})
_STAFF = frozenset(
    {"-", "chair", "chairman", "chairwoman", "hearing", "member", "members", "report"}
)
"""What is only of a committee."""
_TITLED = 5
"""Words before a committee, at the most."""
_LINKS = frozenset({"for", "of", "on"})
_JOINING = frozenset({"&", "-", "and"})
_LISTING = _JOINING | _LINKS | {",", "the"}


class Houses(Descriptions):
    """The part of the grammar that knows a ministry or an agency by its name."""

    def body_end(self, at: int) -> int:
        """Where the name of a state's body that starts at ``at`` ends; ``at`` where none does.

        A listed one, or one that is called as ministries and agencies are.
        """
        if at >= self.size:
            return at
        listed = self.words.bodies.end(self.folded, at)
        if self.word(at) in self.words.houses and self.capital(at):
            return max(listed, self._matters_end(at))
        house = self._house_behind(at)
        end = house and (self._matters_end(house) or house + 1)
        return max(listed, end)

    def committee_end(self, at: int) -> int:
        """Past a committee of the body before it: "the Senate | foreign relations committee".

        Also behind a genitive, "the parliament | 's defence committee"; ``at`` where none is named.
        """
        here = at + (self.word(at) in {"'s", "’s"})
        owned, stop = here > at, here + _TITLED
        while here < min(stop, self.size) and self.word(here) not in _COMMITTEES:
            matter = self.word(here) in _PANELLED or self._matter(here)
            if not (matter or (owned and self.capital(here))):
                return at
            here += 1
        if self.word(here) not in _COMMITTEES:
            return at
        end = here + 1
        if self.word(end) == "of" and self.word(end + 1) in _OF:
            end += 2
        elif self.word(end) in {"on", "for"} and self.word(here) == "committee":
            end = max(end, self.offices.portfolio(self.tokens, end + 1))
        return at if self.capital(end) or self.word(end) in _STAFF else end

    def _matters_end(self, house: int) -> int:
        """Where "of Mines and Energy" behind what a house is ends; 0 where it is for nothing."""
        if self.word(house + 1) not in _LINKS or not self.capital(house):
            return 0
        end = first = 0
        for here in range(house + 2, min(house + _LONGEST, self.size)):
            if self.capital(here) and self._matter(here):
                end = here + 1
            elif self.word(here) == "the" and self.word(here - 1) in _JOINING:
                first = end
            elif self.word(here) not in _LISTING:
                break
        another = first and (self.word(end) == "-" or self.capital(end))
        return first if another else end  # "Ministry of Finance | and the Export-Import Bank"

    def _house_behind(self, at: int) -> int:
        """Where the word stands that says what the house at ``at`` is; 0 where none does.

        "[Federal Roads] Agency", "[public works] ministry": in small letters only ministries.
        """
        titled = self.capital(at)
        houses = self.words.houses if titled else self.words.ministries
        for here in range(at, min(at + _LONGEST, self.size)):
            matter = here > at and self._matter(here - 1)
            if matter and self.word(here) in houses and self.capital(here) is titled:
                return here
            if matter and self.word(here) in _JOINING:
                continue
            if self.capital(here) is not titled or self.geo(here) is not None:
                return 0
            if not self._matter(here) and not (titled and self.office(here) is None):
                return 0
        return 0

    def _matter(self, at: int) -> bool:
        """Whether a word says what a house is for: "Energy", "Electoral"."""
        word = self.word(at)
        if word in self.words.houses:
            return False
        return word in self.words.matters or self.offices.portfolio(self.tokens, at) > at
