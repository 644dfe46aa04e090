"""Mentions of states, their governments and organisations by their names."""

from dataclasses import replace

from graph.model import ActorClass
from ingest.anaphors import Anaphors
from ingest.atoms import DETERMINERS, POSSESSIVES
from ingest.attributives import Attributives
from ingest.chiefs import Chiefs
from ingest.descriptions import MEMBERS
from ingest.mentions import Mention, MentionKind
from ingest.tenses import PREPOSITIONS

_DETERMINING = DETERMINERS | POSSESSIVES
_NEAR = 6
"""Words before troops among which it stands that they are taken away."""
_TAKING_AWAY = ("evacuat", "pull", "recall", "remov", "withdr")
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
_ORGANS = frozenset({"assembly", "authority", "commission", "council", "secretariat"})
"""What an organisation acts through: "the OAS | General Assembly"."""
_MINISTRIES = frozenset({"department", "foreign", "home", "ministry"})
"""Words with which the name of a ministry begins that may be named by where it is."""
_RULING = frozenset({"authorities", "government", "junta", "leadership", "regime", "rulers"})


class BodyNames(Chiefs, Anaphors, Attributives):
    """States and organisations by their names, and what hangs on a genitive."""

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

    def _pulled_out(self, at: int) -> bool:
        """Whether who stands there is taken away: "withdrew its troops", "the pullout of 90"."""
        before = (self.word(near) for near in range(max(0, at - _NEAR), at))
        return any(word.startswith(_TAKING_AWAY) for word in before)

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
