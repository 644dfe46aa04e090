"""What follows an office and belongs to it: "of the [States]", "to [State]", "for [Region]"."""

from graph.model import ActorClass
from ingest.atoms import DETERMINERS
from ingest.authority import Entry
from ingest.descriptions import MEMBERS
from ingest.mentions import DIPLOMATIC, Mention, MentionKind
from ingest.offices import OfficeMatch
from ingest.quotations import SAYING
from ingest.sections import Sections
from ingest.tenses import NUMBERS

_TAILS = 5
"""What may hang on an office: "of the Asian Department of the foreign ministry of Z"."""
_PARTIES = frozenset({"coalition", "party"})
_RULING = frozenset({"governing", "main", "opposition", "ruling"})
_QUALIFYING = frozenset({"central", "diplomatic", "national", "new", "permanent", "un"})
"""Words before a body of a state."""
_CHIEFS = frozenset({"head-of-state", "head-of-government", "organisation-head"})
"""Whom others serve."""
_RANKED = frozenset({"biggest", "founding", "largest", "leading", "main", "member", "powerful"})
"""Words between a body and those of its members whom a text means."""


_UN = (("UN",), ("un",))
_LONGEST_CHARGE = 9
"""Tokens in what an office is for, at the most."""
_IN_NO_CHARGE = SAYING | {
    "after", "arrived", "at", "been", "before", "called", "from", "had", "has", "have", "he",
    "held", "her", "his", "is", "its", "later", "left", "meet", "met", "she", "since", "that",
    "their", "today", "until", "visited", "was", "were", "when", "where", "which", "while", "who",
    "whom", "whose", "will", "with", "would", "yesterday",
}  # fmt: skip


class OfficeTails(Sections):
    """The part of the grammar that reads on behind an office."""

    def titled_by_states(self, start: int, at: int, former: bool) -> Mention | None:
        """Who or what is named by a state before it."""
        raise NotImplementedError

    def titled(self, start: int, at: int, possessive: bool, former: bool) -> Mention | None:
        """Who is named by an office before it."""
        raise NotImplementedError

    def _described(self, at: int) -> bool:
        """Whether the word before ``at`` only describes what follows."""
        raise NotImplementedError

    def office_tail(
        self, at: int, of: tuple[Entry, ...], office: OfficeMatch
    ) -> tuple[int, tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...]]:
        """Takes in "of the [States]", "to [State]", "for [State]" after an office."""
        host: tuple[Entry, ...] = ()
        location: tuple[Entry, ...] = ()
        for _ in range(_TAILS):
            word = self.word(at)
            members = self._members(at, of)
            section = self.section(at, office)
            chief = self._chief_end(at)
            if chief > at:
                of, at = of or self.united_nations(), chief
            elif section is not None:
                of, at = of or section[0], section[1]
                at = self._mission_end(at) if self.word(at - 1) in {"'s", "’s"} else at
            elif members is not None:
                of, at = members
            elif word == "of" and (not of or office.kind in DIPLOMATIC or self._again(at, of)):
                entries, end = self.geo_list(self._inner_end(at + 1))
                if not entries:
                    break
                end = self._mission_end(end)
                inner = self.geo(end) if self.word(end - 1) in {"'s", "’s"} else None
                if inner is not None and inner.kind == "name":
                    entries, end = inner.entries[:1], inner.end  # "of Egypt's Muslim Brotherhood"
                # "president of the European Commission": one organisation, not a list of states
                of, at = of or entries, end
                if self.word(at) == "state" and self.word(at + 1) == "of" and self.capital(at + 2):
                    at += 3  # "of the U.S. state of Texas"
                    at += self.word(at - 1) in {"new", "north", "south", "west", "rhode"}
            elif (past := self._past_matter(at)) > at:
                at = past
            elif word in {"for", "of"} and office.kind == "spokesperson" and not of:
                of, end = self._spoken_for(at + 1)
                if end == at + 1:
                    break
                at = end
            elif word in {"to", "for", "in", "from", "at", "on"} and (
                office.kind in DIPLOMATIC
                or word in {"at", "from"}
                or office.kind == "foreign-minister"
                or (word == "in" and office.kind == "official" and office.plural)
            ):
                entries, end = self.geo_list(at + 1)
                first = self.geo(at + 1)
                if first is not None and first.kind == "demonym" and self.office(end) is not None:
                    break  # "gave his credentials as ambassador | to Peruvian President X"
                mission = self._mission_end(end) if entries else end
                if word in {"at", "in"} and mission > end and not of:
                    of, at = entries[:1], mission  # "the deputy chief of mission at the US Embassy"
                    continue
                if not entries and word in {"for", "to", "on"} and office.kind in DIPLOMATIC:
                    here = at + 1 + (self.word(at + 1) in DETERMINERS)
                    stop = self.name_end(here) if here < self.size else here
                    if stop == here or self.word(stop) not in {",", "and", "of"}:
                        break
                    at = stop  # "Special Representative for West Africa, NAME"
                    continue
                if not entries:
                    break
                if word == "from":
                    if of:
                        break
                    of, at = entries, self._mission_end(end)
                elif word == "for" and not of and (office.plural or self._observes(at - 1)):
                    of, at = entries, end  # "representatives for X and Y", "observer for X"
                elif word in {"to", "for", "on"} and office.kind in DIPLOMATIC:
                    host, at = entries, end
                elif word == "in" and office.kind in DIPLOMATIC:
                    host, location, at = entries, entries, end
                elif word == "in" and office.plural and office.kind == "official" and not of:
                    of, at = entries[:1], end  # "officials in Cairo"
                else:
                    break
            else:
                break
            if self.word(at - 1) in {"'s", "’s"}:
                break
        return at, of, host, location

    def united_nations(self) -> tuple[Entry, ...]:
        """Whose Secretary-General is meant where nothing says so."""
        found = self.index.match(*_UN, 0)
        return found.entries[:1] if found is not None else ()

    def _chief_end(self, at: int) -> int:
        """Past whom an envoy serves who is called no more: "Envoy | of the Secretary-General"."""
        office = self.office(at + 2) if self.word(at + 1) == "the" else None
        if self.word(at) not in {"of", "to"} or office is None or office.plural:
            return at
        named = self.folded[at + 2 : office.end]
        whole = named[:1] == ["secretary"] and named[-1:] == ["general"]
        return office.end if whole and self.word(office.end) not in {"of", "'s", "’s"} else at

    def _past_matter(self, at: int) -> int:
        """Past what an office is for, where who holds it is named behind: "for Libya | [Name]".

        "In Ukraine | [Name]", "to the Prime Minister | [Name]".
        """
        if self.word(at) not in {"for", "in", "on", "to"}:
            return at
        here = at + 1 + (self.word(at + 1) in DETERMINERS)
        chief = self.office(here) if self.word(at) == "to" and here > at + 1 else None
        if chief is not None and chief.kind in _CHIEFS:
            end = chief.end
        elif self.word(at) == "to":
            return at
        else:
            end = self.geo_list(at + 1)[1]
        named = end > at + 1 and self.capital(end) and self.office(end) is None
        return end if named and self.name_end(end) > end + 1 else at

    def charge_end(self, at: int) -> int:
        """Past what an office is for, in words no list knows: "minister | for snow and ice,"."""
        if self.word(at) not in {"for", "in", "of", "responsible"}:
            return at
        for end in range(at + 1, min(at + _LONGEST_CHARGE, self.size)):
            token = self.tokens[end]
            if token in {",", ".", ";"} and end > at + 1:
                return end
            title = token[:1].isupper() and self.geo(end) is None and self.office(end) is None
            matter = token.isalpha() and token.islower() and token not in _IN_NO_CHARGE
            if not (matter or title or token in {"-", "&"}):
                return at
        return at

    def _named_body_end(self, at: int) -> int:
        """Past a body whose name goes on behind its state: "of the US | Central Command"."""
        end = at
        while self.capital(end) and end < at + 6:
            end += 1
        while end > at and self.word(end - 1) not in self.words.organisation_words:
            end -= 1
        return end

    def _observes(self, at: int) -> bool:
        """Whether it is an observer, who speaks for those for whom they observe."""
        return self.word(at) in {"observer", "observers"}

    def _inner_end(self, at: int) -> int:
        """Past what belongs to a body: "the Standing Committee of | the National Congress"."""
        here, inner = at, self.offices.houses | self.offices.bodies
        for _ in range(3):
            end = here + (self.word(here) in DETERMINERS)
            end += self.word(end) in _RULING
            while self.capital(end) and self.geo(end) is None and self.word(end) not in inner:
                end += 1
            if self.word(end) not in inner or self.word(end + 1) != "of":
                break
            here = end + 2
        return here

    def _again(self, at: int, of: tuple[Entry, ...]) -> bool:
        """Whether the state is named once more: "Lao Party chief and President | of Laos"."""
        geo = self.geo(at + 1 + (self.word(at + 1) in DETERMINERS))
        return geo is not None and geo.entries[:1] == of[:1]

    def _members(self, at: int, of: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], int] | None:
        """The states that are named of an organisation: "the G7 foreign ministers | of X and Y"."""
        whole = len(of) == 1 and of[0].actor.kind is ActorClass.ORGANIZATION
        if not whole or self.word(at) not in {"of", "from"}:
            return None
        entries, end = self.geo_list(at + 1)
        states = len(entries) > 1 and all(e.actor.kind is ActorClass.COUNTRY for e in entries)
        return (entries, end) if states else None

    def _spoken_for(self, at: int) -> tuple[tuple[Entry, ...], int]:
        """The state or body of somebody's spokesman, and where its name ends.

        "the Israeli prime minister", "Georgia's interior ministry", "the United Nations".
        """
        inner = self._named_there(at)
        if inner is not None and (inner.of or inner.kind is MentionKind.PERSON):
            return inner.of[:1], inner.end
        of, end = self.geo_list(at)
        return (of, end) if of else ((), max(end, self.name_end(at)))

    def _named_there(self, at: int) -> Mention | None:
        """Who or what of a state is named there: "the | EU's foreign policy chief, X"."""
        here = at + (self.word(at) in DETERMINERS)
        if here >= self.size:
            return None
        if self.geo(here) is not None:
            return self.titled_by_states(here, here, False)
        return self.titled(here, here, False, False)

    def served(self, start: int, end: int) -> Mention | None:
        """Who is named whom somebody serves: "a spokesman for | Kenyan President X"."""
        for at in range(start, end):
            if self.word(at) in {"for", "of"}:
                inner = self._named_there(at + 1)
                if inner is not None and inner.kind is MentionKind.PERSON:
                    return inner
                stop = self.name_end(at + 1)
                lone = stop == end and self.geo(at + 1) is None
                kind, name = MentionKind.NAME, self.text(at + 1, stop)
                return Mention(start=at + 1, end=stop, kind=kind, name=name) if lone else None
        return None

    def _mission_end(self, at: int) -> int:
        """Past the body behind its state: "diplomats from Russia's | permanent mission"."""
        end = self.past_acronym(at)  # "of the African Union (AU) | Commission"
        if self.word(end) == "member" and self.word(end + 1) in MEMBERS:
            return end + 2
        body = self.body_end(end)
        if body > end and (self.capital(end) or not self._described(body)):
            return body  # "of the Vietnam | People's Army", "of Norway's | armed forces"
        named = self._named_body_end(end)
        if named > end:
            return named
        stop = self._past(end, _RANKED | NUMBERS)
        if stop > end and self.word(stop) in MEMBERS:
            return stop + 1  # "of the EU's | three biggest member countries"
        stop = self._past(end, _RULING)
        if stop > end and self.word(stop) in _PARTIES:
            return stop + 1  # "of Kenya's | ruling party"
        end = self._past(end, _QUALIFYING)
        return end + 1 if self.word(end) in self.offices.missions else at

    def _past(self, at: int, words: frozenset[str]) -> int:
        """Past the words of a kind that stand there."""
        while self.word(at) in words:
            at += 1
        return at
