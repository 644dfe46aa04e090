"""Who is named by an office: "Interior Minister Süleyman Soylu", "her counterpart"."""

from dataclasses import replace

from ingest.atoms import DETERMINERS
from ingest.authority import Entry
from ingest.datewords import date_words
from ingest.mentions import Mention, MentionKind
from ingest.offices import OfficeMatch
from ingest.officetails import OfficeTails
from ingest.styles import Styles

_SUPREME = frozenset({"head-of-government", "head-of-state"})
_LEADING_STATES = _SUPREME | {"foreign-minister"}
_APART = frozenset({"official", "organisation-head"})
"""Kinds of offices that no leader of a state and no foreign minister holds beside."""
_SERVING = frozenset({"diplomat", "official", "spokesperson"})
"""Kinds of offices of those who serve the holder of another."""
_AIDES = frozenset({"adviser", "advisor", "aide", "assistant", "secretary"})
"""Offices of those who do so whatever their kind is."""
COUNTERPARTS = frozenset(
    {"counterpart", "counterparts", "opposite", "homologue", "colleague", "colleagues"}
)
_LEADING = frozenset({"von", "van", "de", "der", "den", "da", "dos", "di", "du", "la", "ter", "zu"})
"""Particles with which a surname may begin."""
_LIKE_WORDS = frozenset({"amir", "an", "shah", "so", "sultan", "to"})
"""Names that are words as well, or titles."""
_RANKS = frozenset({"bishop", "judge", "king", "major", "marshall"})
"""Titles that are surnames as well, where nothing follows them: "Prime Minister Major"."""
_CLOSING = frozenset({",", ".", ")", ";", ":", "'s", "’s"})
_HELD = frozenset({"acting", "designate", "interim", "ret", "retd", "ret.", "retired", "rtd"})
_WHERE = frozenset({"at", "from", "in", "near", "to"})
_SEATED = (["KC"], ["MEP"], ["MLA"], ["MP"], ["QC"])
"""What stands behind the names of members of parliaments and of counsels."""
_LONGEST = 5
"""Words in the name of a house before the office of who leads it, at the most."""
_OVER = frozenset({"after", "amid", "following", "for", "in", "on", "over"})
"""Behind what a diplomat is summoned or met, where a second comma is forgotten."""
_FINITE = frozenset({"has", "had", "is", "was", "will", "would", "said", "says", "told"})
"""Before what a name ends whose second comma is forgotten: "the Ambassador of X, Y has"."""
_BEHIND = _CLOSING | _FINITE | frozenset({"and", "at", "during", "in", "on", "to", "with"})
"""What stands behind a person whose surname is a people as well: "President French and"."""


class OfficeNames(Styles, OfficeTails):
    """The part of the grammar that starts from an office or title without its state before it."""

    def is_thing(self, start: int, end: int) -> bool:
        """Whether a run of capitals names a building, a prize or a paper: "King Fahd Causeway"."""
        return end > start and self.word(end - 1) in self.words.things

    def titled(self, start: int, at: int, possessive: bool, former: bool) -> Mention | None:
        """ "[Prime Minister] of [India] [Name]", "President [Name]", "the [ministers] of …"."""
        office = self.office(at)
        if office is None:
            return None
        known = self.index.match(self.tokens, self.folded, at)
        if known is not None and known.end > office.end and known.kind == "name":
            return None  # "the General Assembly of the United Nations"
        if self.honorific(at):
            return self.honoured(start, at)
        return self.with_name(start, at, (), former, possessive)

    def honoured(self, start: int, at: int) -> Mention | None:
        """ "Mr. Lula", "Sheikh Tamim bin Hamad Al Thani"."""
        here = at
        while self.honorific(here) or (self.word(here) == "." and here > at):
            here += 1
        office = self.office(here)
        if office is not None and not self.honorific(here):
            return self.with_name(start, here, (), False)
        end = self.name_end(here)
        if end == here or self.is_thing(here, end):
            return None
        told = self.described(here, end, self.text(here, end))
        if told is not None:  # "Mr. X, the Ambassador of Y,"
            return replace(told, start=start)
        return Mention(start=start, end=end, kind=MentionKind.PERSON, name=self.text(here, end))

    def described(self, start: int, end: int, name: str) -> Mention | None:
        """The person whose name stands from ``start`` to ``end``, if more is said of them there."""
        raise NotImplementedError

    def _served(self, at: int) -> tuple[int, tuple[Entry, ...]]:
        """Past the office that somebody serves, and the state of its holder: "envoy | of the
        President of Kenya, Mr X"; nothing where a name follows at once, which is the holder's.
        """
        step = at + 1 + (self.word(at + 1) in DETERMINERS)
        serving = self.word(at) in {"for", "of", "to"}
        geo = self.geo(step) if serving else None
        whose = geo is not None and (geo.kind == "demonym" or geo.genitive)
        office = self.office(geo.end if geo is not None and whose else step)
        if not serving or office is None or office.plural:
            return at, ()
        if geo is not None and whose:
            end, of = office.end, geo.entries[:1]
        else:
            end, of, _, _ = self.office_tail(office.end, (), office)
        return (end, of) if of and self.word(end) == "," else (at, ())

    def with_name(
        self, start: int, at: int, of: tuple[Entry, ...], former: bool, possessive: bool = False
    ) -> Mention | None:
        """An office (or several) from ``at`` on, its "of …" and "to …", and the name after it."""
        first = self.office(at)
        if first is None:
            return None
        end = self._past_short_form(first.end)
        if self.word(end) == "a.i":  # "Chargé d'Affaires a.i. | of X"
            end += 1 + (self.word(end + 1) == ".")
        end += 2 * (self.folded[end : end + 2] == ["ad", "interim"])
        end, of, host, location = self.office_tail(end, of, first)
        serving = first.kind in _SERVING or self.word(first.end - 1) in _AIDES
        if not (of or host or first.plural) and serving:
            end, of = self._served(end)
        office_end = first.end
        while True:  # "State Councilor and Foreign Minister", "High Representative/Vice-President"
            step = end + 1 if self.word(end) in {"and", "/", "-", "–", "cum"} else end
            step += self.word(step) in DETERMINERS and step > end
            more = self.office(self.modifiers_end(step))
            if (
                more is None
                or more.end <= step
                or (step == end and self.word(step) in _LIKE_WORDS and self.capital(step + 1))
                or (step == end and self._named_as_ranks_are(step))
                or (step == end and not self.honorific(step) and not self.capital(step))
            ):
                break
            if step > end and (_of_two(first, more) or not self._joined_office(more)):
                break
            office_end = more.end
            end, of, host2, location2 = self.office_tail(more.end, of, more)
            host, location = host or host2, location or location2
        plural = (
            (first.plural and not self.capital(end))
            or (first.plural and self.folded[at].endswith("s") and len(self.folded[at]) > 4)
            or (len(of) > 1)
        )
        end = self._past_committee(end)
        name_start = self._past_short_form(end)
        if not self._named_as_ranks_are(name_start):
            name_start = self.past_honorifics(name_start)
        comma = self.word(name_start) == ","
        styled = False
        if comma:
            bare, name_start = name_start + 1, self.past_honorifics(name_start + 1)
            styled, name_start = name_start > bare, self.past_rank(name_start)
        name_stop = self._name_stop(name_start)
        text = self.text(at, max(office_end, at + 1))
        closed = not comma or self._apposition(name_start, name_stop, styled=styled)
        closed = closed or (bool(host) and self._names_diplomat(name_start, name_stop))
        closed = closed and not (comma and first.plural and len(of) > 1)  # a name for each follows
        house = (
            name_stop == name_start + 1 and self.word(name_start) in self.words.organisation_words
        )
        if not comma and self.is_thing(name_start, name_stop):
            return None  # "King Fahd Causeway", "the Official Secrets Act"
        if name_stop > name_start and closed and not house:
            stop = name_stop + (self.tokens[name_stop : name_stop + 1] in _SEATED)
            if comma and self.word(stop) == ",":
                stop += 1
            return Mention(
                start=start,
                end=stop,
                kind=MentionKind.PERSON,
                name=self.text(name_start, name_stop),
                of=of[:2],
                office=text,
                office_kind=first.kind,
                host=host,
                plural=first.plural,
                former=former or first.former,
            )
        if first.kind == "honorific":
            return None
        return Mention(
            start=start,
            end=end,
            kind=MentionKind.OFFICE,
            name=self.text(at, end),
            of=of,
            office=text,
            office_kind=first.kind,
            host=host,
            chief=self.served(first.end, end) if first.kind == "spokesperson" else None,
            plural=plural,
            former=former or first.former,
            possessive=possessive,
        )

    def presiding(self, start: int) -> Mention | None:
        """Who leads a house before which no state stands: "State Council Chairman [Name]".

        Or a region that no table knows: "with Tatarstan President [Name]".
        """
        end = start
        while end < start + _LONGEST and self.office(end) is None and self.geo(end) is None:
            joined = end > start and self.word(end) in {"of", "for"} and self.capital(end + 1)
            if not (joined or self.capital(end)):
                return None
            end += 1
        office = self.office(end) if end > start and self.capital(end) else None
        if office is None or office.plural:
            return None
        house = any(self.word(i) in self.words.organisation_words for i in range(start, end))
        before = self.tokens[start - 1] if start else ""
        region = before.islower() and before not in _WHERE and office.kind in _SUPREME
        if not house and not (region and self.word(start) not in self.words.not_names):
            return None
        led = self.with_name(start, end, (), False)
        return led if led is not None and led.kind is MentionKind.PERSON else None

    def unnamed(self, person: Mention, at: int) -> Mention | None:
        """The office of who is named before it, and not of who is named behind its comma.

        "By X, Prime Minister of India, | H.E. Mr. Y, President of Kenya," where ``at`` is the
        office; None where nothing tells whose it is.
        """
        for comma in range(at, person.end - 1):
            if self.word(comma) != ",":
                continue
            name = self.past_honorifics(comma + 1)
            behind = self.name_end(name) if name < self.size else name
            next_ = behind + 1 + (self.word(behind + 1) in DETERMINERS)
            styled = name > comma + 1
            own = self.word(behind) == "," and self.office(self.modifiers_end(next_)) is not None
            if not (styled or own):
                return None
            return replace(
                person,
                end=comma,
                kind=MentionKind.OFFICE,
                name=self.text(at, comma),
            )
        return None

    def _past_short_form(self, at: int) -> int:
        """Past the short form of an office in brackets: "Foreign Minister (FM) [Name]".

        Or past what says how one holds it: "General (Retired) [Name]".
        """
        end = self.past_acronym(at)
        if self.word(at) == "(" and self.word(at + 1) in _HELD:
            closing = at + 2 + (self.word(at + 2) == ".")
            end = closing + 1 if self.word(closing) == ")" else end
        return end if self.capital(end) or self.word(end) == "of" else at

    def _past_committee(self, at: int) -> int:
        """Past a body between an office and a name: "Chief of the VFF | Central Committee X"."""
        body = self.words.bodies.end(self.folded, at)
        named = body > at + 1 and self.capital(at) and self.capital(body)
        return body if named and self.office(body) is None and self.geo(body) is None else at

    def _name_stop(self, start: int) -> int:
        """Where the name after an office ends: "de Gaulle", "von der Leyen", "To Lam"."""
        if start >= self.size or self.word(start) == "working":  # "Official | Working Visit"
            return start
        if self._named_as_ranks_are(start) or self._named_as_peoples_are(start):
            return start + 1
        first = start
        while self._initial(first) and first < start + 3:
            first += 1
        while self.word(first) in _LEADING and first < start + 3:
            first += 1
        if self.capital(start) and (self.word(start) in _LIKE_WORDS or self._like_capital(start)):
            first = start + 1
        if first > start and self.capital(first):
            geo = self.geo(first)
            if geo is not None and self.word(first - 1) in _LEADING:
                return first + 1 if geo.end == first + 1 else start  # "President de la Madrid"
            if geo is None:
                end = self.name_end(first)
                return end if end > first else start
        return self.name_end(start)

    def _named_as_ranks_are(self, at: int) -> bool:
        """Whether a surname that is a title as well stands there: "Prime Minister | Major"."""
        if self.word(at) not in _RANKS or not (self.capital(at) and self.capital(at - 1)):
            return False
        return not self.capital(at + 1) and self.word(at + 1) not in {"of", "-"}

    def _named_as_peoples_are(self, at: int) -> bool:
        """Whether a surname that is a people as well stands there: "President | Turk and"."""
        if not (self.capital(at) and self.capital(at - 1) and self.word(at + 1) in _BEHIND):
            return False
        geo = self.geo(at)
        return geo is not None and geo.kind == "demonym" and geo.end == at + 1

    def _initial(self, at: int) -> bool:
        """Whether an initial without a dot stands there: "Foreign Minister | A H Karim"."""
        initial = at < self.size and len(self.tokens[at]) == 1 and self.tokens[at].isupper()
        return initial and self.capital(at + 1)

    def _like_capital(self, at: int) -> bool:
        """Whether a first name is that of a capital as well: "Nursultan Nazarbayev"."""
        geo = self.geo(at)
        lone = geo is not None and geo.kind == "capital" and geo.end == at + 1
        return lone and self.capital(at + 1) and self.office(at + 1) is None

    def _joined_office(self, office: OfficeMatch) -> bool:
        """Whether a joined office leads to one name: "… and Minister of Trade of X, Wang Yi,"."""
        end = self.office_tail(office.end, (), office)[0]
        comma = self.word(end) == ","
        stop = self.past_honorifics(end + comma)
        last = self._name_stop(stop) if self.capital(stop) else stop
        return last > stop and (not comma or self._apposition(stop, last))

    def _apposition(self, start: int, end: int, *, styled: bool = False) -> bool:
        """Whether the name between ``start`` and ``end`` is closed as an apposition is.

        One that is ``styled`` may be a single word: "the Prime Minister, Hon. X,".
        """
        if end - start < 2 - styled:
            return False
        if any(self.word(i) in self.words.organisation_words for i in range(start, end)):
            return False
        return end >= self.size or self.word(end) in _CLOSING | _FINITE

    def _names_diplomat(self, start: int, end: int) -> bool:
        """Whether a name behind a comma is that of a diplomat: "the envoy to X, Y over Z"."""
        follows = self.word(end) in _OVER or self.word(end) in date_words().weekdays
        return end - start > 1 and follows and self.geo(start) is None

    def counterpart(self, start: int, at: int) -> Mention | None:
        """ "his Japanese counterpart, Takeshi Iwaya", "its counterparts from Cuba"."""
        geo = self.geo(at)
        of: tuple[Entry, ...] = ()
        here = at
        if geo is not None:
            of, here = self.geo_list(at)
        here = self.modifiers_end(here)
        if self.word(here) not in COUNTERPARTS:
            return None
        if self.word(here) == "opposite" and self.word(here + 1) not in {"number", "numbers"}:
            return None
        end = here + 1 + (self.word(here) == "opposite")
        if self.word(end) in {"from", "of"} or (self.word(end) == "in" and not of):
            entries, stop = self.geo_list(end + 1)
            if entries:
                of, end = of or entries, stop
        if self.word(end) == "at" and not of:
            seat = self.geo(end + 1 + (self.word(end + 1) in DETERMINERS))
            stop = self._mission_end(seat.end) if seat is not None else end
            if seat is not None and stop > seat.end:
                of, end = seat.entries[:1], stop  # "her counterpart at the Kenyan Mission"
        name_start = self.past_honorifics(end + (self.word(end) == ","))
        title = self.office(name_start) if self.word(end) == "," else None
        if title is not None and not title.plural:  # "his Kenyan colleague, Minister Ann Mwangi"
            name_start = self.past_honorifics(title.end)
        name_stop = self.name_end(name_start) if name_start < self.size else name_start
        plural = self.word(here).endswith("s")
        if name_stop > name_start and not plural and not self.geo(name_start):
            stop = name_stop + (self.word(end) == "," and self.word(name_stop) == ",")
            return Mention(
                start=start,
                end=stop,
                kind=MentionKind.COUNTERPART,
                of=of,
                name=self.text(name_start, name_stop),
            )
        return Mention(start=start, end=end, kind=MentionKind.COUNTERPART, of=of, plural=plural)


def _of_two(first: OfficeMatch, more: OfficeMatch) -> bool:
    """Whether nobody holds both of two offices: "The Secretary and | Foreign Minister X"."""
    kinds = {first.kind, more.kind}
    apart = first.kind in _APART and more.kind in _LEADING_STATES
    return apart or (kinds <= _SUPREME and len(kinds) > 1)
