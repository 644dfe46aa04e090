"""The atoms of mentions: names of states, offices, runs of name tokens, and lists of them."""

from dataclasses import dataclass, replace

from graph.model import ActorClass
from ingest.authority import Entry
from ingest.datewords import date_words
from ingest.elsewhere import Elsewhere
from ingest.landscape import natural
from ingest.names import NameIndex
from ingest.namesakes import Namesakes
from ingest.offices import OfficeMatch, Offices
from ingest.tenses import NUMBERS
from ingest.words import ActorWords

DETERMINERS = frozenset({"the", "a", "an"})
_MANY = frozenset({"billion", "million", "trillion"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})
_HYPHENATED = frozenset({"at", "an", "as", "ad", "ash", "e"})
"""Particles that are words of English as well: part of a name only before a hyphen."""
_FORMAL = frozenset(
    [
        "people", "'s", "’s", "republic", "democratic", "islamic", "united", "federal", "federated",
        "states", "kingdom", "bolivarian", "plurinational", "state", "socialist", "of", "the",
    ]
)  # fmt: skip
_RANKS = frozenset(
    {
        "arab", "commonwealth", "democratic", "federal", "federated", "federation", "independent",
        "islamic", "kingdom", "people", "principality", "republic", "socialist", "sovereign",
        "state", "states", "sultanate", "union",
    }
)  # fmt: skip
"""What the formal name of a state begins with."""
_DIRECTIONS = frozenset({"west"})
"""What stands for those who lie there only behind "the": "the West"."""
_CONTINENTAL = frozenset({"african", "european"})
_PARTS = _CONTINENTAL | {"arab", "islamic", "muslim", "western"}
_COUNTS = NUMBERS - {"several"}
_STATES = frozenset({"countries", "governments", "nations", "states"})
"""With what the names of all states of a part of the world end."""
_QUARTERS = frozenset({"eastern", "northern", "southern", "western"})
_REGIONS = frozenset(
    {"south", "latin", "central", "north", "native", "west", "east", "african", "pan"}
)
_ALSO_NAMES = frozenset({"may", "march", "april", "june", "august", "day"})
_LONGEST = 60
"""States in one list, at the most."""
_MADE = frozenset({"appointed", "elected"})
_BEEN = frozenset({"are", "be", "been", "being", "is", "was", "were"})
"""What makes a verb of what else describes an office: "was | appointed ambassador"."""
_ALSO_FIRST_NAMES = frozenset({"amir", "emir", "sultan"})
"""Titles that are first names as well."""
_SON_OF = frozenset({"bin", "bint", "ibn"})
_HOUSES = frozenset({"airport", "castle", "hall", "hotel", "house", "palace", "residence"})
"""Words behind which a title begins the name of who is there."""
_TITLES_IN_NAMES = frozenset(
    {
        "bishop", "general", "king", "major", "pope", "prince", "shah", "shaikh", "sheik", "sheikh",
        "shaykh",
    }
)  # fmt: skip
"""Titles that are names as well: "Hassan Sheikh Mohamud"."""
_HONOURS = frozenset(
    {
        "AC", "AM", "AO", "CBE", "CMG", "CNZM", "DBE", "DCMG", "DCNZM", "DSO", "GBE", "GCB", "GCMG",
        "GCVO", "KBE", "KC", "KCB", "KCMG", "KCVO", "KNZM", "LVO", "MBE", "MEP", "MHA", "MLA",
        "MLC", "MP", "OBE", "OJ", "OM", "ONZ", "PhD", "QC", "SC", "TD",
    }
)  # fmt: skip
"""What stands behind the name of who was honoured or elected."""
_AND = frozenset({"and", "&", "or", "as"})
_ELIDED = frozenset({"d'", "d’", "l'", "l’"})
"""What is joined to a name by an apostrophe."""
_SHORT = 6
"""Letters up to which a word in "-ing" may be a name: "Ming", "Irving"."""


@dataclass(frozen=True, slots=True)
class Geo:
    """A state or organisation that is named, by name or adjective, up to token ``end``."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    kind: str
    genitive: bool = False


class Atoms(Elsewhere):
    """The tokens of a paragraph, and the atoms that start at each of them."""

    def __init__(
        self,
        index: NameIndex,
        namesakes: Namesakes,
        offices: Offices,
        words: ActorWords,
        tokens: list[str],
    ) -> None:
        super().__init__(index, namesakes, tokens)
        self.offices, self.words = offices, words
        self._geo: dict[int, Geo | None] = {}
        self._office: dict[int, OfficeMatch | None] = {}
        self._modified: dict[int, int] = {}

    def may_start(self, at: int) -> bool:
        token = self.tokens[at]
        return token[:1].isalpha() or token[:1] in "’'"

    def geo(self, at: int) -> Geo | None:
        """A state or organisation by name or adjective at ``at``, with its genitive taken in."""
        if at >= self.size:
            return None
        if at not in self._geo:
            self._geo[at] = None  # while it is asked whether an office reaches over it
            self._geo[at] = self._find_geo(at)
        return self._geo[at]

    def _find_geo(self, at: int) -> Geo | None:
        match = self.known(at)
        if match is None:
            return self._formal_name(at)
        entries, end, kind = match.entries, match.end, match.kind
        if kind == "capital" and natural(self.tokens, self.folded, at, end):
            return None
        if kind == "demonym" and self.word(at - 1) in _REGIONS and end == at + 1:
            return None  # "South American", "West African"
        if kind == "demonym" and self.word(at - 1) == "ethnic":
            return None  # "ethnic Albanians" are of any state
        if kind == "acronym" and self.word(at - 1) in _MANY:
            return None  # "300 million NIS" is money
        if kind == "acronym" and self.word(end) == "." and end + 1 < self.size:
            end += self.tokens[end - 1].endswith(".")
        if any(e.ambiguous for e in entries) and not self._plausible(at, end):
            return None
        if self._narrowed(at, end):
            return None
        # "the European Union (EU)" names one thing
        if self.word(end) == "(" and end + 2 < self.size:
            inner = self.index.match(self.tokens, self.folded, end + 1)
            if inner and self.word(inner.end) == ")" and inner.entries[0] == entries[0]:
                end = inner.end + 1
            else:
                end = self.past_acronym(end)
        named = kind == "name" and self.capital(end)
        again = self.index.match(self.tokens, self.folded, end) if named else None
        if again is not None and again.kind in {"acronym", "name"} and again.entries == entries:
            end = again.end  # "the West African bloc ECOWAS"
        end = self._formal_tail(end) if kind == "name" else end
        genitive = self.word(end) in {"'s", "’s", "s'", "'", "’"} and kind != "demonym"
        return Geo(at, end + genitive, entries, kind, genitive)

    def _narrowed(self, at: int, end: int) -> bool:
        """Whether what names many states is something else: "Mr West", "East African states".

        Or some of them: "five African states", "the Central American states of X and Y".
        """
        before, word = self.word(at - 1), self.word(at)
        if self.word(end) == "of" and end > at + 1 and self.word(end - 1) in _STATES:
            return self.geo(end + 1) is not None
        if word in _DIRECTIONS:
            return end == at + 1 and before != "the"
        some = before in _COUNTS or before.isdigit()
        if some and word in _PARTS and self.word(end - 1) in _STATES:
            return True
        return word in _CONTINENTAL and end > at + 1 and (before in _REGIONS or before in _QUARTERS)

    def _formal_name(self, at: int) -> Geo | None:
        """A state whose formal name no table has so: "Republic of Marshall Islands"."""
        end = at
        while self.word(end) in _RANKS and end < at + 4 and self.capital(end):
            end += 1
        if end == at or self.word(end) != "of":
            return None
        geo = self.geo(end + 1 + (self.word(end + 1) in DETERMINERS))
        state = geo is not None and geo.entries[0].actor.kind is ActorClass.COUNTRY
        if geo is None or geo.kind != "name" or not state:
            return None
        return Geo(at, geo.end, geo.entries, "name", geo.genitive)

    def past_acronym(self, at: int) -> int:
        """Past a short form in brackets: "the African Union (AU)"; ``at`` where there is none."""
        short = self.word(at) == "(" and self.word(at + 2) == ")" and self.tokens[at + 1].isupper()
        return at + 3 if short else at

    def _formal_tail(self, at: int) -> int:
        """Past what a list of states puts behind a name: "China, People's Republic of"."""
        if self.word(at) != ",":
            return at
        end = at + 1
        while self.word(end) in _FORMAL and end < at + 7:
            end += 1
        ends = self.word(end - 1) == "of" and end > at + 2 and not self.capital(end)
        return end if ends else at

    def body_end(self, at: int) -> int:
        """Where the name of a state's body that starts at ``at`` ends; ``at`` where none does."""
        raise NotImplementedError

    def _plausible(self, start: int, end: int) -> bool:
        """Whether an ambiguous name stands as a state: not inside a longer run of capitals."""
        before, after = self.word(start - 1), self.tokens[end] if end < self.size else ""
        if before == "of" and any(
            (office := self.office(at)) is not None and office.end == start - 1
            for at in range(max(0, start - 4), start - 1)
        ):
            return True  # "the President of Georgia Mikheil Saakashvili"
        inside = self.capital(start - 1) and start > 0 and before not in self.words.not_names
        if inside and before not in {"of", "the"} and self.office(start - 1) is None:
            return self.index.match(self.tokens, self.folded, start - 1) is not None
        if self.body_end(end) > end:
            return True  # "the Georgian Interior Ministry"
        return not (after[:1].isupper() and self.office(end) is None and after.isalpha())

    def office(self, at: int) -> OfficeMatch | None:
        """An office at ``at``; the tail of a portfolio stops at the name of a state."""
        if at >= self.size:
            return None
        if self.word(at) in _ALSO_FIRST_NAMES and self.word(at + 1) in _SON_OF:
            return None  # "Minister of State Sultan bin Saad"
        if at not in self._office:
            self._office[at] = None  # for a name inside its portfolio that asks for it
            found = self.offices.match(self.tokens, at, is_actor=lambda i: self.geo(i) is not None)
            if found is not None and found.plural and found.end > at + 2:
                geo = self.geo(at)  # "European foreign ministers" are called so
                found = None if geo is not None and geo.end == found.end else found
            self._office[at] = found and self._before_republic(at, found)
        return self._office[at]

    def _before_republic(self, at: int, office: OfficeMatch) -> OfficeMatch:
        """The office without "of the republic", where that begins the name of a state.

        "The President | of the Republic of China".
        """
        last = office.end - 1
        if self.word(last) != "republic" or self.word(last + 1) != "of" or last - 2 <= at:
            return office
        state = self.index.match(self.tokens, self.folded, last)
        return office if state is None else replace(office, end=last - 2)

    def office_kind(self, at: int) -> str:
        """The kind of the office at ``at``; empty where none stands."""
        office = self.office(at) if at >= 0 else None
        return office.kind if office is not None else ""

    def modifiers_end(self, at: int) -> int:
        """Where the run of modifiers ("former", "top") that starts at ``at`` ends."""
        end = self._modified.get(at)
        if end is None:  # many rules ask
            end = self._modified[at] = self._past_modifiers(at)
        return end

    def _past_modifiers(self, at: int) -> int:
        while at < self.size and (self.office(at) is None or self._leads_on(at)):
            begins = at == 0 or self.word(at - 1) in {".", ":", '"', "“"}
            joined = self.word(at + 1) == "-" and (begins or self.tokens[at][:1].islower())
            joined = joined and self.geo(at) is None  # "al-Qaeda" is a name
            if joined and at + 3 < self.size and self.office(at + 3) is not None:
                at += 3  # "the all-powerful | leader"
                continue
            made = self.word(at) in _MADE and self.word(at - 1) in _BEEN and at > 0
            if self.word(at) in self.words.modifiers and not made and self.geo(at) is None:
                at += 1
                if (self.word(at) in {"-", ","} and self.word(at + 1) in self.words.modifiers) or (
                    self.word(at) == "-" and self.office(at + 1)
                ):
                    at += 1
            else:
                break
        return at

    def _leads_on(self, at: int) -> bool:
        """Whether an office only ranks the one behind a state: "the chief | US negotiator"."""
        if self.word(at) not in self.words.modifiers:
            return False
        geo = self.geo(at + 1)
        return geo is not None and not geo.genitive and self.office(geo.end) is not None

    def name_end(self, at: int) -> int:
        """Where the run of name tokens that starts at ``at`` ends; ``at`` if none does."""
        end, capitals = at, 0
        while end < self.size and capitals < 6:
            token, low = self.tokens[end], self.folded[end]
            elided = token[:2] in _ELIDED and token[2:3].isupper()
            if elided and (end > at or self._ranked(at)):  # "Massimo d'Alema"
                end += 1
                capitals += 1
            elif token[:1].isupper() and self._is_name_token(end, at):
                end += 1
                capitals += 1
                while (
                    self.word(end) in {"-", "–"}
                    and end + 1 < self.size
                    and self.tokens[end + 1][:1].isalpha()
                    and (self.word(end) == "-" or self.capital(end + 1))
                    and not self._spaced_dash(end)
                ):
                    end += 2
            elif (
                low in self.words.particles
                and (low not in _HYPHENATED or self.word(end + 1) == "-")
                and (end > at or self.word(end + 1) == "-")
                and self._particle_leads_on(end)
            ):
                end += 2 if self.word(end + 1) == "-" else 1
            elif token in {"'", "’"} and end > at and self.capital(end + 1):
                end += 1
            else:
                break
        return end if capitals else at

    def _ranked(self, at: int) -> bool:
        """Whether a title or an office stands right before."""
        before = self.office(at - 1) if at else None
        return before is not None and before.end == at

    def _spaced_dash(self, at: int) -> bool:
        if self.tokens[at] == "—":
            return True
        return self.tokens[at] == "–" and self.geo(at + 1) is not None

    def _particle_leads_on(self, at: int) -> bool:
        following = at + 2 if self.word(at + 1) == "-" else at + 1
        if self.word(following) in self.words.particles:
            following += 1
        return self.capital(following) and self.word(following) not in self.words.not_names

    def _is_name_token(self, at: int, start: int) -> bool:
        low = self.folded[at]
        if self.tokens[at] in _HONOURS and at > start + 1:
            end = at
            while self.tokens[end : end + 1] and self.tokens[end] in _HONOURS:
                end += 1
            return not self.capital(end)  # "Peter O'Neill | CMG MP", not "Labour MP Ann Lund"
        if not self.tokens[at][0].isalpha() or self.day_of_month(at):
            return False
        if low in self.words.not_names:
            # "Theresa May", "Stephen Day": a stop word inside a name, not at its start
            following = self.tokens[at + 1] if at + 1 < self.size else "."
            if following == "-" and at > start and self.tokens[at + 2 : at + 3]:
                return self.tokens[at + 2].islower()  # "Ambassador Park In-kook", "Kim So-yeon"
            if low == "than" and following[:1].isupper():  # "General Than Shwe"
                return self.geo(at + 1) is None and self._ranked(at)
            if low == "in" and at == start + 2:  # "Moon Jae In on the margins"
                return following.islower() and self.geo(at + 1) is None
            return at > start and not following[:1].isdigit() and low in _ALSO_NAMES
        office = self.office(at) if not self._hyphenated(at) else None
        if office is not None and at > start and self.word(at - 1) in _SON_OF:
            return True  # "Zayed bin Sultan Al Nahyan"
        housed = office is not None and at > start and self.word(at - 1) in _HOUSES
        if housed or (office is not None and office.end > at and low not in _TITLES_IN_NAMES):
            return False  # "At Bayan Palace | Prince Faisal met"
        if office is not None and at == start:
            return False
        geo = self.geo(at)
        if geo is None:
            return not (at == start and self._acting(at))
        if geo.kind == "demonym" or geo.end - geo.start > 1 + geo.genitive:
            return False
        # "Michael Jordan", "Israel Katz": one word between name tokens is part of the name
        return (
            geo.kind == "name"
            and not geo.genitive
            and (at > start or (self.capital(at + 1) and self.office(at + 1) is None))
        )

    def _acting(self, at: int) -> bool:
        """Whether a sentence starts with what one does to a state: "Visiting Jordan, he said"."""
        begins = at == 0 or self.word(at - 1) in {".", ";", ":", '"', "“"}
        gerund = len(self.word(at)) > _SHORT and self.word(at).endswith("ing")
        return begins and gerund and self.geo(at + 1) is not None

    def day_of_month(self, at: int) -> bool:
        """Whether a month stands before its day: "visited X Nov. 5"."""
        day = at + 1 + (self.word(at + 1) == ".")
        return self.folded[at].rstrip(".") in date_words().months and self.word(day)[:1].isdigit()

    def _hyphenated(self, at: int) -> bool:
        """Whether a title is the first half of a name with a hyphen: "Amir-Abdollahian"."""
        joined = self.word(at + 1) == "-" and self.capital(at + 2)
        return joined and self.office(at + 2) is None and self.geo(at + 2) is None

    def geo_list(self, at: int, *, ruled: bool = False) -> tuple[tuple[Entry, ...], int]:
        """The states of a list "A, B and C" that starts at ``at``, and where it ends.

        Those who are ``ruled`` by one are no armed groups: "the government of X | and FARC".
        """
        first = self.geo(at + (self.word(at) in DETERMINERS))
        entries: list[Entry] = []
        end, geo = at, first
        while geo is not None and first is not None:
            entries.append(geo.entries[0])
            end = geo.end
            step = self._list_step(end)
            if len(entries) > _LONGEST or step is None:
                break
            owner, geo = geo, self.geo(step + (self.word(step) in DETERMINERS))
            if geo is None or owner.genitive > geo.genitive:
                break
            if ruled and geo.entries[0].actor.kind is ActorClass.ARMED_GROUP:
                break
            hyphened = self.word(end) == "-"  # "US-Iraqi forces"
            if not (hyphened or owner.genitive or self._goes_with(first, geo)):
                break
        return tuple(dict.fromkeys(entries)), end

    def _goes_with(self, first: Geo, geo: Geo) -> bool:
        """Whether a state may stand in one list with the first: "the Norwegian and US forces".

        One that has an office of its own behind it does not: "the ministers of X and US President
        Y", "the president of X, the UN special envoy, Y".
        """
        if geo.genitive:
            return False
        short = first.kind == "acronym" and self.word(first.start - 1) != "of"
        if first.kind == "demonym" or (short and geo.kind == "demonym"):
            return geo.kind in {"acronym", "demonym", "name"}
        if first.kind == "acronym" and geo.kind == "demonym":
            return True  # "US, British and French officials"
        body = geo.kind == "acronym" or geo.entries[0].actor.kind is ActorClass.ORGANIZATION
        led = body and self.office(geo.end) is not None
        return geo.kind != "demonym" and not led

    def _list_step(self, at: int) -> int | None:
        """Past the comma or conjunction of a list; None where the list ends."""
        if self.word(at) == "," and self.word(at + 1) in _AND:
            at += 2
        elif self.word(at) in {",", "and", "&", "/", "or"} or (
            self.word(at) == "-" and self.geo(at + 1) is not None
        ):
            at += 1
        elif self.word(at) == "as" and self.word(at + 1) == "well":
            at += 3
        else:
            return None
        return at

    def text(self, start: int, end: int) -> str:
        """The tokens as one string, joined as they stand in print."""
        while end - start > 2 and self.tokens[end - 1] in _HONOURS:
            end -= 1
        out = ""
        for index in range(start, end):
            token = self.tokens[index]
            glue = token in {"-", "–", ",", ".", "'s", "’s", "’", "'", ")"} or (
                index > start and self.tokens[index - 1] in {"-", "–", "’", "'", "("}
            )
            out += token if glue or not out else " " + token
        return out.strip(" ,")
