"""Finds the mentions of actors in the tokens of one paragraph, before it is parsed.

The authority tables decide first, then titles and name patterns. The grammar is read off real
reports; `ingest.coreference` says afterwards whom each mention means.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.alternating import alternated
from ingest.anaphora import Anaphora
from ingest.anaphors import Anaphors
from ingest.apposition import belonging, bracketed, declaring, facing, heading, presiding
from ingest.associations import Associations
from ingest.atoms import DETERMINERS, POSSESSIVES, Geo
from ingest.attributives import Attributives
from ingest.authority import Authority
from ingest.chiefs import CABINETS, OFFICE, Chiefs
from ingest.compatriots import compatriots
from ingest.delegates import delegated
from ingest.delegations import accredited, led, represented, seated, sided
from ingest.descriptions import MEMBERS
from ingest.enumerations import enumerated
from ingest.introductions import titled, told
from ingest.leadingwords import leading_words
from ingest.mentions import Mention, MentionKind
from ingest.names import NameIndex, Tokenise
from ingest.namesakes import Namesakes, load_namesakes
from ingest.offices import Offices
from ingest.pairing import introduced, paired, serving, shared
from ingest.tenses import HAVING, PREPOSITIONS
from ingest.warships import warship
from ingest.words import ActorWords

_STEPS = (
    heading, bracketed, facing, presiding, declaring, belonging, led, shared, alternated, paired,
    delegated, introduced, serving, represented, accredited, sided, seated, titled, told,
    compatriots, enumerated,
)  # fmt: skip
"""What is made of the mentions of a paragraph together, in this order."""
_EMPTY = frozenset(
    {
        ",", ".", ";", ":", "(", ")", '"', "-", "'s", "about", "against", "also", "and", "are",
        "as", "at", "be", "been", "being", "between", "but", "by", "during", "for", "from", "had",
        "has", "have", "into", "is", "not", "on", "or", "out", "over", "said", "says", "since",
        "than", "that", "to", "up", "was", "were", "when", "where", "which", "while", "who", "will",
        "with", "would",
    }
)  # fmt: skip
"""Marks and frequent words with which no mention begins."""
_DETERMINING = DETERMINERS | POSSESSIVES
_NEAR = 6
"""Words before troops among which it stands that they are taken away."""
_TAKING_AWAY = ("evacuat", "pull", "recall", "remov", "withdr")
_QUARTERS = frozenset({"central", "eastern", "northern", "southern", "western"})


class MentionFinder:
    """Finds mentions in the tokens of one paragraph."""

    def __init__(
        self,
        authority: Authority,
        offices: Offices,
        words: ActorWords,
        anaphora: Anaphora,
        tokenise: Tokenise,
    ) -> None:
        self._offices, self._words, self._anaphora = offices, words, anaphora
        self._index = NameIndex(authority, tokenise)
        self._namesakes = Namesakes(load_namesakes(), tokenise)
        self._leading = leading_words(self._index, offices, words, anaphora)

    def find(self, tokens: Sequence[str]) -> list[Mention]:
        """All mentions, in the order of the text; none overlaps another."""
        scan = _Scan(self._index, self._namesakes, self._offices, self._words, list(tokens))
        return scan.run(self._anaphora, self._leading)


class _Scan(Chiefs, Anaphors, Attributives, Associations):
    """One walk over the tokens of a paragraph."""

    def run(self, anaphora: Anaphora, leading: frozenset[str]) -> list[Mention]:
        """All mentions, in the order of the text; ``leading`` are small words that begin some."""
        found: list[Mention] = []
        at = 0
        while at < self.size:
            if self.tokens[at] in _EMPTY or self.plain(at, leading):  # most of all tokens
                at += 1
                continue
            mention = self.styled(at) or self.anaphor(at, anaphora)
            if mention is None and self.may_start(at) and not self.bare(at, leading):
                mention = self.mention(at)
                mention = mention and self.explained(self.of_state(self.extended(mention)))
            if mention is None:
                at += 1
                continue
            if not self.gives_name(mention):
                found.append(mention)
            at = max(mention.end, at + 1)
        for step in _STEPS:
            found = step(found, self.folded)
        return found

    def plain(self, at: int, leading: frozenset[str]) -> bool:
        """Whether a small word stands there with which no mention begins."""
        token = self.tokens[at] if at < self.size else ""
        small = token.isalpha() and token.islower() and self.folded[at] not in leading
        return small and self.word(at + 1) != "-"

    def bare(self, at: int, leading: frozenset[str]) -> bool:
        """Whether what a determiner stands before begins no mention: "the | talks"."""
        return self.word(at) in _DETERMINING and self.plain(at + 1, leading)

    def gives_name(self, mention: Mention) -> bool:
        """Whether something is only called after somebody: "at Ben Gurion | airport"."""
        at = mention.end + (self.word(mention.end) in {"air", "international", "military"})
        named = mention.kind in {MentionKind.NAME, MentionKind.PERSON} and not mention.of
        return named and self.word(at) in self.words.sites and not self.capital(at)

    def styled(self, start: int) -> Mention | None:
        """Who holds an office behind a style: "His Majesty King X", "HE the President of Y"."""
        at = self.past_style(start)
        found = self.mention(at) if start < at < self.size and self.may_start(at) else None
        if found is None or found.kind not in _HOLDERS:
            return None
        named = replace(self.of_state(self.extended(found)), start=start)
        if found.kind is not MentionKind.NAME or named.name.count(" ") == 0:
            return named
        house = not self.words.organisation_words.isdisjoint(self.folded[found.start : found.end])
        return named if house else replace(named, kind=MentionKind.PERSON)

    def mention(self, start: int) -> Mention | None:
        """The mention that starts at ``start``, determiner and modifiers taken in; None if none."""
        at = start
        if self.word(at) in _DONE_TO and self._done_by(at):
            return None
        ship = at + (self.word(at) in DETERMINERS)
        if ship < self.size and (named := warship(self.tokens, ship, self.index.navies)):
            return replace(named, start=start)
        possessive = self.word(at) in POSSESSIVES
        if self.word(at) in DETERMINERS or possessive:
            at += 1
        at += self.word(at) == "royal" and self._body_of_state(at + 1)  # "the Royal | Thai Army"
        if self.folded[at : at + 2] == [OFFICE, "of"] and (chief := self.chief(at + 2)):
            return replace(chief, start=start)
        friend = self.past_description(at)
        if friend > at:
            return replace(known, start=start) if (known := self.named(friend, friend)) else None
        bare = at = self.past_number(at)
        at = self.modifiers_end(at)
        former = any(
            self.word(i) in {"former", "ex", "ousted", "deposed", "late"} for i in range(start, at)
        )
        found = (
            self.band(start, bare, at)
            or self.titled_by_states(start, at, former)
            or self.titled(start, at, possessive, former)
            or self.counterpart(start, at)
        )
        if found is not None:
            return found
        if possessive:
            return None  # read on from the next token
        named = None
        if self.geo(bare) is None:  # "Republic of Korea" is a name
            leads = self.presiding(bare) if self.capital(bare) else None
            if leads is not None:
                return leads
            named = self.government(start, at)
            named = named or (self.government(start, bare) if bare < at else None)
        named = named or self.named(start, bare) or self.association(start, at)
        return named or (self.name(start) if bare == start else None)

    def _body_of_state(self, at: int) -> bool:
        """Whether a body follows that is named by its state: "Thai Army"."""
        geo = self.geo(at)
        return geo is not None and geo.kind == "demonym" and self.body_end(geo.end) > geo.end

    def _pulled_out(self, at: int) -> bool:
        """Whether who stands there is taken away: "withdrew its troops", "the pullout of 90"."""
        before = (self.word(near) for near in range(max(0, at - _NEAR), at))
        return any(word.startswith(_TAKING_AWAY) for word in before)

    def _done_by(self, at: int) -> bool:
        """Whether a participle is the verb of who stands before it: "has recognised Mr X as"."""
        before = self.tokens[at - 1] if at else ""
        return before[:1].isupper() or before in HAVING or before in _SO or before.endswith("ly")

    def government(self, start: int, at: int) -> Mention | None:
        """ "The government of X", "the armed forces of X", "the foreign ministry in Seoul"."""
        for words in (self.words.bodies, self.words.government, self.words.forces):
            bodies = words is self.words.bodies
            stop = self.body_end(at) if bodies else words.end(self.folded, at)
            if stop == at:
                continue
            ministry = self.word(at) in _MINISTRIES or self.word(stop - 1) == "ministry"
            seated = ministry and self.word(stop) == "in"
            seat = self.geo(stop + 1) if seated else None
            seated = seat is not None and seat.kind == "capital"
            seated = seated or self._ruling(at, stop)
            if self.word(stop) == "from" and self._pulled_out(at):
                continue  # "withdrew its troops | from X"
            if self.word(stop) in {"of", "from", "for"} or seated:
                sent = None if bodies else self._body_at(stop + 1)
                if sent is not None:  # "a delegation of the Lao Ministry of Defence"
                    return replace(sent, start=start, body="", name=self.text(at, sent.end))
                entries, end = self.geo_list(stop + 1, ruled=not self._many(at, stop))
                whole = bool(entries) and entries[0].actor.kind is not ActorClass.COUNTRY
                if whole and words.end(self.folded, at) < stop:
                    continue  # "the Sanctions Committee of the UN"
                if entries:
                    body = self.text(at, stop) if bodies else ""
                    return Mention(
                        start=start,
                        end=end,
                        kind=MentionKind.NAMED,
                        of=entries,
                        body=body,
                        name=self.text(at, end),
                        plural=len(entries) > 1,
                        force=words is self.words.forces,
                    )
        return None

    def _many(self, start: int, end: int) -> bool:
        """Whether several are named by the words for a body: "officials of X and Y"."""
        return self.word(end - 1).endswith(("s", "ies")) and self.word(end - 1) != "authorities"

    def _body_at(self, at: int) -> Mention | None:
        """The body of a state that is named there: "the Lao Ministry of Defence"; None if none."""
        seat = at + (self.word(at) in DETERMINERS)
        body = self.titled_by_states(seat, seat, False) if self.geo(seat) is not None else None
        body = body or (self.government(seat, seat) if seat < self.size else None)
        fits = body is not None and body.kind is MentionKind.NAMED and not body.force
        return self.extended(body) if body is not None and fits and body.of else None

    def _ruling(self, at: int, stop: int) -> bool:
        """Whether those who rule a state are named by where they rule: "the junta | in Niger"."""
        seat = self.geo(stop + 1) if self.word(stop) == "in" else None
        if seat is None or self.word(stop - 1) not in _RULING:
            return False
        state = seat.entries[0].actor.kind is ActorClass.COUNTRY
        return state and seat.kind in {"capital", "name"}

    def named(self, start: int, at: int) -> Mention | None:
        """A state or organisation by its name or adjective."""
        geo = self.geo(at)
        if geo is None:
            return None
        group = self.geo(geo.end) if geo.kind == "demonym" or geo.genitive else geo
        if group is not None and group.entries[0].actor.kind is ActorClass.ARMED_GROUP:
            end = group.end - group.genitive  # "the Lebanese Hezbollah group"
            stop = self.band_end(end) if not group.genitive else end
            name = self.text(group.start, group.end - group.genitive)
            many = stop > end and self.word(stop - 1).endswith(("s", "men"))
            of = group.entries[:1]
            return Mention(
                start=start, end=stop, kind=MentionKind.NAMED, of=of, name=name, force=many
            )
        end = geo.end - geo.genitive
        if geo.kind == "demonym" and self.only_origin(at, end):
            return None
        joined = geo.kind == "name" and self.hyphened(at, end)
        if geo.kind == "demonym" or joined or self.leading_in(end, geo):
            return Mention(
                start=at,
                end=end,
                kind=MentionKind.DEMONYM,
                of=geo.entries[:1],
                name=self.text(at, end),
            )
        if self.inside_longer_name(at, end, geo) or self.modifies(end, geo):
            return None
        if geo.kind == "capital" and self.only_seat(at, geo):
            return None
        if geo.entries[0].actor.kind is ActorClass.ORGANIZATION and not geo.genitive:
            end = self._organ_end(end) + self._states(at, end)
        if geo.entries[0].actor.kind in _WITH_ORGANS:
            end = self.committee_end(end)
        members = self.word(end) == "member" and self.word(end + 1) in MEMBERS
        end += 2 * members
        if start < at and at != start + 1 and self.word(end) in MEMBERS | {"members"}:
            end += 1  # "the 15 ECOWAS states"
        return Mention(
            start=start,
            end=end,
            kind=MentionKind.NAMED,
            of=geo.entries[:1],
            name=self.text(at, end),
            capital=geo.kind in {"capital", "metonym"},
        )

    def _states(self, at: int, end: int) -> bool:
        """Whether "states" behind an organisation is a noun: "EU | states | agreed"."""
        if self.word(end) != "states" or not end + 1 < self.size:
            return False
        before, behind = self.word(at - 1), self.tokens[end + 1]
        if before in _SOME:
            return True
        said = behind in _STATED or behind in PREPOSITIONS or not behind.isalpha()
        return before != "the" and not said and behind.islower()

    def _organ_end(self, at: int) -> int:
        """Past the organ of an organisation that no table knows: "the OAS | General Assembly"."""
        end = at
        while self.capital(end) and end < at + 3 and self.word(end - 1) not in _ORGANS:
            end += 1
        return end if end > at and self.word(end - 1) in _ORGANS else at

    def name(self, start: int) -> Mention | None:
        """A run of capitals: a person, where an apposition or "of State" says so; else unknown."""
        if not self.capital(start) and not (
            self.word(start) in self.words.particles and self.word(start + 1) == "-"
        ):
            return None
        state = self.geo(start + 1) if self.word(start) in _QUARTERS else None
        if state is not None and state.kind == "name" and not self.capital(state.end):
            return None  # "Northern | Iraq"
        end = self.name_end(start)
        if end == start:
            return None
        at = end - (self.word(end - 1) in CABINETS and end > start + 1)
        name = self.text(start, at)
        if self.word(at) in CABINETS and (at < end or not self.capital(at)):
            return Mention(
                start=start,
                end=at + 1,
                kind=MentionKind.OFFICE,
                name=name,
                office=self.word(at),
                office_kind="cabinet",
            )
        organisation = any(self.word(i) in self.words.organisation_words for i in range(start, end))
        kind = MentionKind.NAME
        firm = self.explained_firm(start, end)
        if firm is not None:
            return firm
        if not organisation:
            described = self.described(start, end, name)
            if described is not None:
                return described
        elif self.geo(end) is not None:
            kind = MentionKind.NAME
        return Mention(start=start, end=end, kind=kind, name=name)

    def described(self, start: int, end: int, name: str) -> Mention | None:
        """ "Joko Widodo, the President of Indonesia,", "Talon of Benin", "Kouchner (France)"."""
        if any(map(str.isdigit, name)) or self.is_thing(start, end):
            return None  # "SARS-CoV-2 from X", "the Criminal Code of Y"
        if self.word(end) in {"of", "from"} and end - start >= 2:
            seat = end + 1 + (self.word(end + 1) in DETERMINERS)
            body = self.titled_by_states(seat, seat, False) if self.geo(seat) else None
            if body is not None and body.kind is MentionKind.NAMED and not body.force:
                kind = MentionKind.PERSON  # "X of the Norwegian foreign ministry"
                return Mention(start=start, end=body.end, kind=kind, name=name, of=body.of[:1])
            geo = self.geo(end + 1 + (self.word(end + 1) in DETERMINERS))
            if geo is not None and not geo.genitive and geo.kind in {"name", "acronym"}:
                return Mention(
                    start=start,
                    end=self._body_end(geo),
                    kind=MentionKind.PERSON,
                    name=name,
                    of=geo.entries[:1],
                )
        if self.word(end) == "(":
            geo = self.geo(end + 1)
            if (
                geo is not None
                and self.word(geo.end) == ")"
                and end - start >= 2
                and geo.kind in {"name", "acronym"}
            ):
                return Mention(
                    start=start,
                    end=geo.end + 1,
                    kind=MentionKind.PERSON,
                    name=name,
                    of=geo.entries[:1],
                )
            stop = self.offices.portfolio(self.tokens, end + 1)
            if stop > end + 1 and self.word(stop) == ")" and end - start >= 2:
                return Mention(
                    start=start,
                    end=stop + 1,
                    kind=MentionKind.PERSON,
                    name=name,
                    office=self.text(end + 1, stop),
                    office_kind="minister",
                )
        if self.word(end) != ",":
            return None
        aged = self.word(end + 1).isdigit() and self.word(end + 2) == ","
        at = end + 1 + 2 * aged
        at += self.word(at) in DETERMINERS
        at = self.modifiers_end(at)
        inner = self.titled_by_states(at, at, False) if self.geo(at) else None
        if inner is None and self.office(at) is not None:
            inner = self.with_name(at, at, (), False)
        if inner is not None and inner.kind is MentionKind.PERSON:
            inner = self.unnamed(inner, at)
        inner = self._of_chief(inner, at) if inner is not None else None
        if inner is None or inner.kind is not MentionKind.OFFICE or inner.plural:
            return None
        if not inner.of and self.word(inner.end) == "of":
            seat = inner.end + 1
            body = self.government(seat, seat + (self.word(seat) in DETERMINERS))
            if body is not None:  # "X, deputy chairman of the National Assembly of Y"
                inner = replace(inner, end=body.end, of=body.of)
        elif inner.of and self.word(inner.end) == "of" and (geo := self.geo(inner.end + 1)):
            inner = replace(inner, end=geo.end)  # "X, chairman of the ANC of South Africa"
        inner = self.jointly(inner)
        inner = replace(inner, end=self.charge_end(inner.end)) if inner.of else inner
        closed = inner.end >= self.size or self.word(inner.end) in _CLOSING
        first = start == 0 or self.word(start - 1) in {".", "!", "?", ":"}
        first = (
            first
            or self.past_style(start - 1) == start
            or self.office_kind(start - 1) == "honorific"
        )
        if not closed and not first:  # "X, the President of Y had lunch": the comma is forgotten
            return None
        stop = inner.end + (self.word(inner.end) == ",")
        former = any(self.word(i) in {"former", "ex", "then"} for i in range(end, inner.end))
        return Mention(
            start=start,
            end=stop,
            kind=MentionKind.PERSON,
            name=name,
            of=inner.of[:2],
            office=inner.office,
            office_kind=inner.office_kind,
            host=inner.host,
            former=former,
        )

    def _of_chief(self, chief: Mention, at: int) -> Mention:
        """The office behind the genitive of one: "the Secretary-General's | Representative"."""
        behind = self.modifiers_end(chief.end + 1)
        genitive = chief.kind is MentionKind.OFFICE and self.word(chief.end) in {"'s", "’s"}
        if not genitive or self.office(behind) is None:
            return chief
        general = self.word(at) == "secretary" and self.word(chief.end - 1) == "general"
        of = chief.of or (self.united_nations() if general else ())
        return self.with_name(at, behind, of, False) or chief

    def explained(self, mention: Mention) -> Mention:
        """A person of rank with the office behind the name: "Prince X, | Premier of Y,"."""
        ranked = mention.kind is MentionKind.PERSON and mention.office_kind in _RANKS
        if not ranked or self.word(mention.end) != "," or self.tokens[mention.end - 1] == ",":
            return mention
        told = self.described(mention.end, mention.end, mention.name)
        if told is None or told.end <= mention.end + 1 or self.word(told.end) == "and":
            return mention
        return replace(
            told,
            start=mention.start,
            of=told.of or mention.of,
            office=f"{mention.office} and {told.office}",
            former=mention.former or told.former,
        )

    def jointly(self, office: Mention) -> Mention:
        """An office with the one that its holder has as well: "Ambassador | and Envoy of X"."""
        at = office.end + 1
        if self.word(office.end) != "and" or self.office(at) is None:
            return office
        more = self.with_name(at, at, (), False)
        if more is None or more.kind is not MentionKind.OFFICE or more.plural:
            return office
        if office.of and more.of and more.of != office.of:
            return office
        return replace(
            office,
            end=more.end,
            of=office.of or more.of,
            host=office.host or more.host,
            office=f"{office.office} and {more.office}",
        )

    def of_state(self, mention: Mention) -> Mention:
        """Takes in the state behind a person: "President Talon of Benin"."""
        if mention.kind is not MentionKind.PERSON or mention.of:
            return mention
        if self.word(mention.end) not in {"of", "from"} or self.tokens[mention.end - 1] == ",":
            return mention
        geo = self.geo(mention.end + 1 + (self.word(mention.end + 1) in DETERMINERS))
        if geo is None or geo.genitive or geo.kind not in {"name", "acronym"}:
            return mention
        return replace(mention, of=geo.entries[:1], end=self._body_end(geo))

    def _body_end(self, geo: Geo) -> int:
        """Where a state's body ends whose name begins with it: "X of the [US] National Guard"."""
        body = self.titled_by_states(geo.start, geo.start, False)
        named = body is not None and body.kind is MentionKind.NAMED and self.capital(geo.end)
        return body.end if body is not None and named else geo.end

    def extended(self, mention: Mention) -> Mention:
        """Takes in what hangs on a genitive: "Angela Merkel's spokesperson, Steffen Seibert".

        So it does with the "I" of who is the first of a name, which is not part of it.
        """
        if mention.kind is MentionKind.PERSON and self.numeral(mention.end):
            return replace(mention, end=mention.end + 1)
        if self.word(mention.end) not in {"'s", "’s"} or mention.kind not in {
            MentionKind.PERSON,
            MentionKind.OFFICE,
            MentionKind.NAME,
        }:
            return mention
        at = self.modifiers_end(mention.end + 1)
        led = self.led_by(mention, at)
        if led is not None:
            return led
        if self.office(at) is None:
            return mention
        more = self.with_name(mention.start, at, mention.of, False)
        if more is None or more.kind is not MentionKind.PERSON:
            return mention
        return more


_DONE_TO = frozenset({"appointed", "deposed", "elected", "ousted", "recognised", "recognized"})
"""What may describe who holds an office, and tell what is done to him."""
_SO = frozenset({"also", "then"})
_WITH_ORGANS = frozenset({ActorClass.BODY, ActorClass.ORGANIZATION})
_SOME = frozenset(
    {"all", "between", "by", "many", "most", "of", "other", "several", "some", "with"}
)
"""Words before several of whom no verb tells: "some EU | states"."""
_STATED = _DETERMINING | {
    "he",
    "how",
    "it",
    "she",
    "that",
    "there",
    "these",
    "they",
    "this",
    "what",
}
"""With what goes on what somebody "states"."""
_CLOSING = frozenset({",", ".", ";", ":", ")", "and"})
"""What stands behind an apposition."""
_RANKS = frozenset({"diplomat", "legislator", "military", "religious", "royal"})
"""Kinds of offices beside which somebody may hold one of a state."""
_ORGANS = frozenset({"assembly", "authority", "commission", "council", "secretariat"})
"""What an organisation acts through: "the OAS | General Assembly"."""
_HOLDERS = frozenset({MentionKind.NAME, MentionKind.OFFICE, MentionKind.PERSON})
_MINISTRIES = frozenset({"department", "foreign", "home", "ministry"})
"""Words with which the name of a ministry begins that may be named by where it is."""
_RULING = frozenset({"authorities", "government", "junta", "leadership", "regime", "rulers"})
