"""Mentions of persons by their names, and of what is said beside those: "X, the President of Y"."""

from dataclasses import replace

from ingest.associations import Associations
from ingest.atoms import DETERMINERS, Geo
from ingest.bodynames import BodyNames
from ingest.chiefs import CABINETS
from ingest.mentions import Mention, MentionKind

_QUARTERS = frozenset({"central", "eastern", "northern", "southern", "western"})
_CLOSING = frozenset({",", ".", ";", ":", ")", "and"})
"""What stands behind an apposition."""
_RANKS = frozenset({"diplomat", "legislator", "military", "religious", "royal"})
"""Kinds of offices beside which somebody may hold one of a state."""


class Appositives(BodyNames, Associations):
    """Runs of capitals, with the office or the state that stands beside them."""

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
