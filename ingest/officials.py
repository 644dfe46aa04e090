"""Mentions of a state with its offices, bodies and people: "Turkish Interior Minister X"."""

from dataclasses import replace

from graph.model import ActorClass
from ingest.atoms import DETERMINERS, Geo
from ingest.authority import Entry
from ingest.compatriots import prefixed
from ingest.mentions import Mention, MentionKind
from ingest.officenames import OfficeNames
from ingest.offices import OfficeMatch
from ingest.words import Phrases

_FIRST_NAMES = frozenset({"ben"})
"""Particles that are first names as well: "Ben Lund", "Tahar ben Ammar"."""
_WHERE = frozenset({"at", "from", "in", "near", "to"})
_STYLES = frozenset({"baroness", "dame", "dr", "lady", "lord", "miss", "mr", "mrs", "ms", "sir"})
"""What one is called by politely, behind no state: "In Cairo | Mr X"."""
_BANK = "bank"
"""What is a body's word that aid goes by: "put two million into the central bank"."""
_SHORTEST = 2
"""Letters that the name of a firm has at least."""
_REGIONS = frozenset({"northern", "southern", "eastern", "western", "central", "parts", "targets"})


class Officials(OfficeNames):
    """The part of the grammar that starts from a state before an office, a body or a person."""

    def titled_by_states(self, start: int, at: int, former: bool) -> Mention | None:
        """ "[Turkish] [Interior Minister] [Name]", "the [French] [leaders]", "[X]'s [army]"."""
        geo = self.geo(at)
        if geo is None:
            return None
        entries, end = self.geo_list(at)
        if len(entries) > 1 and not self._plural_after(end):
            entries, end = (geo.entries[0],), geo.end
        whose = geo.genitive or geo.kind in {"acronym", "demonym"}
        if whose and (known := self._body_of(geo)) is not None:
            return replace(known, start=start)
        # "the EU and Poland ambassadors" is rare, "Russia and Iran's ministers" is not
        middle = self.modifiers_end(end)
        people = geo.kind == "demonym" and self.word(middle) in self.words.peoples
        middle += people and self.office(middle + 1) is not None  # "Sri Lankan | Tamil | leader"
        former = former or any(self.word(i) in {"former", "ex"} for i in range(end, middle))
        office = self.office(middle)
        if middle == end and self._only_where(at, geo, office):
            return None  # "In Cairo | Mr X heard"
        before = at - 1
        while self.word(before) in self.words.modifiers:  # "the visiting United States envoy"
            before -= 1
        attributive = self.word(before) in {"a", "an", "the"}
        named = office is not None and self.word(at - 1) not in _WHERE and self._holds(office.end)
        if office is not None and not (
            geo.kind == "name"
            and not attributive  # "the United States ambassador", "the Kenya premier"
            and not named  # "New Zealand prime minister Jacinda Ardern"
            and not geo.genitive
            and not self.capital(middle)
            and geo.entries[0].actor.kind == "Country"
        ):
            if geo.kind == "capital" and self.word(office.end) in {"of", "for"}:
                entries = ()  # "the Berlin bureau chief of X" is of X
            return self.with_name(start, middle, entries, former)
        if office is None and (seat := self._posted(middle)) is not None:
            return self.with_name(start, seat.end, entries, former)
        if office is None and len(entries) == 1:
            firm = self.firm(start, middle, entries)
            if firm is not None:
                return firm
        if geo.genitive and office is None and len(entries) == 1 and self.geo(middle) is None:
            person = self.compatriot(start, middle, entries)
            if person is not None:
                return person
        for words, force in (
            (self.words.bodies, False),
            (self.words.government, False),
            (self.words.forces, True),
        ):
            noun, stop = self._phrase_at(words, end, middle)
            if words is self.words.bodies and self.word(stop) in self.words.gatherings:
                continue  # "the India-Oman Foreign Office | Consultations"
            whole = entries[0].actor.kind is ActorClass.ORGANIZATION if entries else False
            if whole and stop > noun and words.end(self.folded, noun) < stop:
                continue  # "the UN Human Rights Office" is known or none of the states'
            if force and stop > noun and self._aimed(stop):
                return None
            if words is not self.words.government and stop > noun:
                officer = self._officer(start, stop, entries, former)
                if officer is not None:
                    return officer
            if stop > noun and (
                geo.kind == "demonym" or geo.genitive or geo.kind in {"name", "acronym"}
            ):
                body = ""
                if words is self.words.bodies:
                    body = " ".join(self.tokens[noun:stop])
                    arms = self.words.forces.end(self.folded, stop)
                    if arms > stop and not self._aimed(arms):
                        stop, force = arms, True  # "Nigerian Air Force jets"
                elif words is self.words.government:
                    more = self.with_person(start, noun, stop, entries, former)
                    if more is not None:
                        return more
                return Mention(
                    start=start,
                    end=stop,
                    kind=MentionKind.NAMED,
                    of=entries,
                    body=body,
                    name=self.text(geo.start, stop),
                    force=force,
                    plural=len(entries) > 1,
                )
        return None

    def _holds(self, at: int) -> bool:
        """Whether a name stands behind an office, or behind another beside it: "| and mayor X"."""
        more = self.office(at + 1) if self.word(at) == "and" else None
        return self.capital(at if more is None else more.end)

    def _posted(self, at: int) -> Geo | None:
        """The organisation to which a state's envoy is sent: "Norway's | UN | ambassador"."""
        seat = self.geo(at)
        if seat is None or seat.genitive or seat.kind not in {"acronym", "name"}:
            return None
        whole = seat.entries[0].actor.kind is ActorClass.ORGANIZATION
        post = self.office(seat.end) if whole else None
        return seat if post is not None and post.kind == "diplomat" else None

    def _body_of(self, owner: Geo) -> Mention | None:
        """A body that the tables know by name behind whose it is: "the Treasury's | OFAC"."""
        own = self.geo(owner.end)
        if own is None or own.kind != "name" or own.genitive:
            return None
        body, of = own.entries[0].actor, owner.entries[0].actor
        if body.kind is not ActorClass.BODY or body.represents != (of.represents or of):
            return None
        if self.office(own.end) is not None:
            return None
        name = self.text(own.start, own.end)
        return Mention(
            start=owner.start, end=own.end, kind=MentionKind.NAMED, of=own.entries[:1], name=name
        )

    def _only_where(self, at: int, geo: Geo, office: OfficeMatch | None) -> bool:
        """Whether a name is where somebody is who stands right behind it, and no state of theirs.

        "In Cairo | Mr X", "from Rome | Foreign Minister X"; not "Egyptian" nor "Egypt's".
        """
        if geo.genitive or geo.kind == "demonym":
            return False
        if self.word(geo.end).removesuffix(".") in _STYLES and self.capital(geo.end):
            return True
        named = office is not None and self.capital(geo.end) and self.capital(office.end)
        return named and geo.kind == "capital" and self.word(at - 1) in _WHERE

    def _officer(self, start: int, at: int, of: tuple[Entry, ...], former: bool) -> Mention | None:
        """ "[Sri Lanka] Navy [Commander] [Name]": an officer of a body who is named behind it."""
        office = self.office(at) if len(of) == 1 else None
        if office is None or office.plural:
            return None
        officer = self.with_name(start, at, of, former)
        return officer if officer is not None and officer.kind is MentionKind.PERSON else None

    def _phrase_at(self, words: Phrases, first: int, after: int) -> tuple[int, int]:
        """Where a phrase stands behind the modifiers ``first``–``after``, or as the last of them.

        "the [Israeli] [military] said" names the body, "[Israeli] military [forces]" does not.
        """
        bodies = words is self.words.bodies
        if bodies and self.capital(first) and (house := self.body_end(first)) > after:
            return first, house  # "the [Russian] [Military Intelligence Agency]"
        if after < self.size:
            listed = words.end(self.folded, first) if bodies else first
            if listed > after and self.word(listed - 1) != _BANK:
                return first, self.committee_end(listed)  # "the Kenyan | military council"
            stop = self.body_end(after) if bodies else words.end(self.folded, after)
            if stop > after:
                return after, self.committee_end(stop) if bodies else stop
        lone = self.words.bodies.end(self.folded, after - 1) == after or (
            self.words.government.end(self.folded, after - 1) == after
        )
        if after == first or not lone or words.end(self.folded, after - 1) != after:
            return after, after
        return (after, after) if self._described(after) else (after - 1, after)

    def _aimed(self, at: int) -> bool:
        """Whether the force before ``at`` names an attack: "missile and drone strikes on"."""
        if self.word(at - 1).endswith("s"):
            return False
        if self.word(at) in {"and", "or"} and self.words.forces.end(self.folded, at + 1) > at + 1:
            at += 2
        return self._described(at)

    def _described(self, at: int) -> bool:
        """Whether the word before ``at`` only describes: "government troops", "military strikes".

        "the military strikes Syria" is told by what follows.
        """
        if self.capital(at) and self.geo(at) is None:
            return True
        lists = (self.words.forces, self.words.bodies, self.words.government)
        if at < self.size and any(words.end(self.folded, at) > at for words in lists):
            return True
        if self.word(at) in self.words.described_by_one:
            return not self.word(at - 1).endswith("s")
        if self.word(at) not in self.words.described:
            return False
        following = self.word(at + 1)
        told = following in DETERMINERS or following in _REGIONS or self.geo(at + 1) is not None
        many = self.word(at - 1).endswith("s")  # "Syrian rebels attack a base"
        return not (told and (many or self.word(at).endswith("s")))

    def firm(self, start: int, at: int, of: tuple[Entry, ...]) -> Mention | None:
        """ "[Iranian] airline [Mahan Air]", "[Russian] energy giant [Gazprom]"."""
        noun = at
        while noun < min(at + 3, self.size) and self.word(noun) not in self.words.firms:
            if self.capital(noun) or not self.tokens[noun].isalpha():
                return None
            noun += 1
        if self.word(noun) not in self.words.firms or not self.capital(noun + 1):
            return None
        end = noun + 1
        while self.capital(end) and self.geo(end) is None and end - noun <= 4:
            end += 1
        name = self.text(noun + 1, end)
        if len(name.rstrip(".")) < _SHORTEST:
            return None  # "Group B"
        return Mention(start=start, end=end, kind=MentionKind.NAMED, of=of, name=name, company=True)

    def compatriot(self, start: int, at: int, of: tuple[Entry, ...]) -> Mention | None:
        """ "Kenya's Amina Wario": a full name after the genitive of a state."""
        at = self.past_honorifics(at)
        end = self.name_end(at) if at < self.size else at
        parts = [i for i in range(at, end) if "-" not in self.folded[i - 1 : i + 1]]  # "Jean-Noel"
        first = at if self.word(at) in _FIRST_NAMES else -1
        parts = [i for i in parts if i == first or self.word(i) not in self.words.particles]
        if len(parts) not in {2, 3} or self.word(end) in {"'s", "’s", "-"}:
            return None
        if any(self.word(i) in self.words.organisation_words for i in range(at, end)):
            return None
        ship = prefixed(self.tokens[at:end])  # "the Philippines' BRP Antonio Luna"
        if self.is_thing(at, end) or self.word(end) in self.words.things or ship:
            return None
        if self.body_end(at) > at:
            return None
        return Mention(
            start=start, end=end, kind=MentionKind.PERSON, of=of, name=self.text(at, end)
        )

    def with_person(
        self, start: int, middle: int, stop: int, entries: tuple[Entry, ...], former: bool
    ) -> Mention | None:
        """ "Chinese diplomat Wang Yi": a government word that is followed by a name."""
        if self.tokens[stop - 1].endswith("s") or not self.capital(stop):
            return None
        if self.word(stop - 1) == "state":
            return None  # "the US state Georgia"
        end = self.name_end(stop)
        if end == stop or any(
            self.word(i) in self.words.organisation_words for i in range(stop, end)
        ):
            return None
        return Mention(
            start=start,
            end=end,
            kind=MentionKind.PERSON,
            of=entries,
            former=former,
            office=self.text(middle, stop),
            office_kind="official",
            name=self.text(stop, end),
        )

    def _plural_after(self, at: int) -> bool:
        at = self.modifiers_end(at)
        office = self.office(at)
        last = self.tokens[office.end - 1] if office else ""
        if office and (last.lower().endswith("s") or self._plural_word(at, office.end)):
            return True
        if office and not self.capital(office.end) and self._each_has_one(at):
            return True
        if at >= self.size:
            return False
        return any(
            phrases.end(self.folded, at) > at
            and self._plural_word(at, phrases.end(self.folded, at))
            for phrases in (self.words.government, self.words.forces, self.words.bodies)
        )

    def _each_has_one(self, at: int) -> bool:
        """Whether several peoples share an office in the singular: "the Thai and Lao president"."""
        behind = self.geo(at - 1)
        several = self.word(at - 2) in {"and", "&"}
        return behind is not None and behind.kind == "demonym" and several

    def _plural_word(self, start: int, end: int) -> bool:
        return any(
            self.word(i).endswith(("s", "men"))
            and len(self.word(i)) > 3
            and self.word(i) not in {"affairs", "chess"}
            for i in range(start, end)
        )
