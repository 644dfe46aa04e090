"""Who is meant by an office: "the Kenyan president", "the minister", "his counterpart"."""

from collections.abc import Iterable
from dataclasses import replace

from graph.model import Actor, ActorClass
from ingest.authority import Authority
from ingest.discourse import Discourse
from ingest.eras import LEADING
from ingest.folding import fold
from ingest.mentions import Mention, MentionKind
from ingest.persons import STATE_OFFICES
from ingest.referents import Referent, Setting, stately

_HEADED = {
    "secretary-general": "organisation/united-nations",
    "secretary general": "organisation/united-nations",
    "high representative": "organisation/european-union",
}
"""Whose an office is that is named alone, where the article names the organisation as well."""
_OTHERWISE_LED = frozenset(
    f"organisation/{name}"
    for name in (
        "african-union", "ecowas", "european-commission", "european-union", "igad", "imf",
        "sadc",
        "un-security-council", "world-bank",
    )
)  # fmt: skip
"""Organisations whose head is no Secretary-General."""
_TITLES = frozenset(
    {"amir", "emir", "emperor", "empress", "king", "president", "queen", "shah", "sultan"}
)
"""Titles of heads of state, of whom one has one of them."""
_GENERAL = frozenset(
    {
        "&", "affairs", "and", "cabinet", "deputy", "first", "for", "minister", "of", "prime",
        "secretary", "senior", "state", "the", "vice",
    }
)  # fmt: skip
"""Words of an office that name no portfolio."""
_UNITED_NATIONS = "organisation/united-nations"
OPPOSED = frozenset({"dissident", "independence", "opposition", "rebel", "separatist"})
"""Words in the titles of those who do not speak for the state that is named with them."""
_CROWNED = frozenset({"head-of-state", "monarch"})
LEADERS = frozenset({"head-of-state", "head-of-government", "monarch", "leader"})


_AWAITED = STATE_OFFICES | {"organisation-head"}
"""Kinds of offices that one holds alone, who may be named after their office was told of."""


class OfficeHolders:
    """Resolves offices, of a state or alone, by who held them in the article so far."""

    def __init__(self, discourse: Discourse, authority: Authority) -> None:
        self._discourse, self._authority = discourse, authority
        self._persons, self._history = discourse.persons, discourse.history
        self._anaphora = discourse.anaphora
        self._holders_of: dict[str, Referent] = {}
        """Who held an office of each kind last, who may go on without name and state."""
        self._titled: dict[str, Referent] = {}
        """Who was named last with each word of an office, as "the Secretary" takes it up."""
        self._worded: dict[str, dict[Actor, None]] = {}
        """All who were named so far with an office, by its words."""
        self._headed: dict[str, Actor] = {}
        """The organisations of the article whose heads are known by their office alone."""
        self._only: Actor | None = None
        """The United Nations, where the article names no organisation with such a head."""
        self._chaired = False
        """Whether the President may be who chairs an assembly or a council."""

    def collect(self, named: Iterable[Actor]) -> None:
        """Notes the organisations among those whom the whole article names."""
        named = list(named)
        organisations = {a.key: a for a in named if a.kind is ActorClass.ORGANIZATION}
        self._headed = {k: a for k, a in organisations.items() if k in _HEADED.values()}
        others = organisations.keys() - _OTHERWISE_LED
        entry = None if others else self._authority.by_key(_UNITED_NATIONS)
        self._only = None if entry is None else entry.actor
        self._chaired = any(a.key.startswith(_UNITED_NATIONS) for a in named)

    def note(self, mention: Mention, referent: Referent) -> None:
        """Notes who holds an office, for what takes it up later."""
        if len(referent.actors) != 1:
            return
        if unnamed(mention, referent) and mention.office_kind in _AWAITED:
            state = referent.actors[0]
            self._discourse.unnamed.setdefault(mention.office_kind, {})[state.key] = state
        if _single(mention):
            self._holders_of[mention.office_kind] = replace(referent, certainty=0.8)
            if not mention.of:
                self._titled[fold(mention.office)] = replace(referent, certainty=0.8)
        elif mention.kind is MentionKind.PERSON:
            for word in {fold(mention.office), *fold(mention.office).split()}:
                self._titled[word] = replace(referent, certainty=0.8)
            self._worded.setdefault(fold(mention.office), {})[referent.actors[0]] = None

    def others(self, mention: Mention) -> set[str]:
        """The keys of those whom an office cannot mean, since the article gives them others."""
        if not _single(mention) or mention.office_kind not in _AWAITED:
            return set()
        kind = frozenset({mention.office_kind})
        return self._persons.holding_others(_CROWNED if kind <= _CROWNED else kind)

    def unknown(self, mention: Mention, setting: Setting) -> bool:
        """Whether somebody is told of of whom nothing but the office is known."""
        now = _single(mention) and not mention.former
        return now and setting.definite and mention.office_kind in _AWAITED

    def named_since(self, mention: Mention, referent: Referent) -> Referent:
        """Who holds an office of whom only the state was known when it was told of."""
        if _unnamed_all(mention, referent):
            return self._holders(mention)
        if not unnamed(mention, referent):
            return referent
        if mention.office_kind == "diplomat":
            return self.envoy_again(mention) or referent
        again = self.resolve(mention)
        person = len(again.actors) == 1 and again.actors[0].kind is ActorClass.PERSON
        return replace(again, certainty=0.8) if person else referent

    def counterpart(self, mention: Mention) -> Referent:
        """Who is meant by "his Kenyan counterpart": by name, or by the office of who was named."""
        if mention.name:
            actor = self._persons.find(mention)
            return Referent() if actor is None else Referent(actors=(actor,))
        before = self._history.last_person()
        if mention.of and before is not None and not mention.plural:
            for kind in ("counterpart", *sorted(self._persons.kinds(before))):
                holder = self._persons.holder(mention.of, kind)
                if holder is not None and holder != before:
                    return Referent(actors=(holder,), certainty=0.8)
        ground = self._discourse.setting.ground
        if ground is not None and not (mention.of or mention.plural) and before is not None:
            guest = before.represents is not None and before.represents != ground
            return Referent(actors=(ground,), certainty=0.7) if guest else Referent()
        return Referent(actors=tuple(e.actor for e in mention.of), certainty=0.9)

    def resolve(self, mention: Mention) -> Referent:
        """Who holds an office by name of its state, or the state for which they speak."""
        if OPPOSED & set(fold(mention.office).split()):
            return Referent()  # they do not speak for the state
        of = mention.of
        if mention.office_kind == "cabinet":
            state = of[0].actor if of else self._persons.led_by(mention.name)
            state = state or self._persons.find(mention)
            return Referent() if state is None else Referent(actors=(state,), certainty=0.9)
        if mention.plural and (of or mention.chief is None):
            return self._holders(mention)
        if not of and mention.possessive:
            owner = self._history.last_side(None)
            if owner is not None:
                entry = self._authority.by_key(owner.key)
                of = (entry,) if entry else ()
        if mention.former:
            return Referent()
        if mention.office_kind == "spokesperson" and not of and stately(mention.office):
            state = self._discourse.state_spoken_of()  # "a foreign ministry spokesman"
            return Referent() if state is None else Referent(actors=(state,), certainty=0.55)
        if mention.chief is not None and not of:
            state = self._persons.side(mention.chief)
            return Referent() if state is None else Referent(actors=(state,), certainty=0.85)
        if mention.office_kind in {"diplomat", "spokesperson"}:
            return Referent(actors=tuple(e.actor for e in of), certainty=0.9 if of else 0.0)
        holder = self._persons.holder(of, mention.office_kind, mention.office)
        if holder is None and of and mention.office_kind == "leader":
            holder = self._persons.leader(of)
        if holder is None and of and fold(mention.office) == "minister":
            holder = self._persons.holder(of, "foreign-minister")
        if holder is not None and mention.office_kind == "minister" and _elsewhere(mention, holder):
            holder = None
        if holder is not None and (of or not _otherwise(mention, holder)):
            return Referent(actors=(holder,), certainty=0.9 if of else 0.75)
        if of:
            return Referent(actors=tuple(e.actor for e in of), certainty=0.85)
        named = tuple(self._worded.get(fold(mention.office), ()))
        return Referent(actors=named, certainty=0.75) if len(named) == 1 else Referent()

    def envoy_again(self, mention: Mention) -> Referent | None:
        """Who is meant by "the Norwegian diplomat", where the article names one of them."""
        if mention.office_kind != "diplomat" or mention.former:
            return None
        holder = self._persons.holder(mention.of, "diplomat")
        return None if holder is None else Referent(actors=(holder,), certainty=0.75)

    def holding(self, mention: Mention) -> Referent:
        """Who is meant by an office alone: who held one before, or the state that speaks."""
        kind = mention.office_kind
        seat = self._anaphora.seats.get(fold(mention.office))
        if seat is not None:
            titled = self._titled.get(fold(mention.office))
            return titled or Referent(actors=(seat.actor,), certainty=0.8)
        own = self._own(mention) or self._speaking(mention)
        if own is not None:
            return Referent(actors=(own,), certainty=0.8)
        titled = self._titled.get(fold(mention.office))
        known = titled if mention.office[:1].isupper() else None
        known = known or self._holders_of.get(kind) or titled
        if known is not None:
            return known
        headed = self._headed.get(_HEADED.get(fold(mention.office or mention.name), ""))
        if mention.office == "Secretary-General":  # other organisations write it otherwise
            headed = headed or self._only
        if headed is not None:
            return Referent(actors=(headed,), certainty=0.7)
        elsewhere = self._discourse.abroad or self._discourse.setting.some
        if kind in STATE_OFFICES and self._discourse.home is not None and not elsewhere:
            return Referent(actors=(self._discourse.home,), certainty=0.6)
        chaired = kind == "head-of-state" and self._chaired
        if kind in STATE_OFFICES and not chaired and self._discourse.speaker is not None:
            return replace(self._discourse.ours(), certainty=0.6)
        goes_on = self._discourse.setting.leading and kind in STATE_OFFICES
        state = self._history.leading_state() if goes_on else None
        return Referent() if state is None else Referent(actors=(state,), certainty=0.5)

    def _own(self, mention: Mention) -> Actor | None:
        """Who holds an office that a release names alone: of its own state, or who acts before.

        "President X spoke with President Y. The President thanked him": as the sentence before
        began.
        """
        kind, home = mention.office_kind, self._discourse.home
        entry = self._authority.by_key(home.key) if home is not None else None
        titled = mention.office[:1].isupper() and not self._discourse.abroad
        own = self._persons.holder((entry,), kind) if entry is not None and titled else None
        before = self._history.told_first() if self._discourse.setting.leading else None
        holds = before is not None and kind in self._persons.kinds(before)
        found = own or (before if holds else None)
        return None if found is None or _otherwise(mention, found) else found

    def _speaking(self, mention: Mention) -> Actor | None:
        """Whose release a text is, where it says what they say: "the Minister said"."""
        speaker = self._discourse.speaker
        if speaker is None or not self._discourse.setting.says or not mention.office[:1].isupper():
            return None
        words = {word for office in speaker.offices for word in fold(office).split()}
        return speaker if words.issuperset(fold(mention.office).split()) else None

    def _holders(self, mention: Mention) -> Referent:
        """ "the Chinese and Japanese leaders": the persons, where the article names all of them."""
        kinds = LEADING if mention.office_kind == "leader" else (mention.office_kind,)
        holders = [
            next((h for k in kinds if (h := self._persons.holder((e,), k)) is not None), None)
            for e in mention.of
            if e.actor.kind is ActorClass.COUNTRY
        ]
        if len(holders) > 1 and len(holders) == len(mention.of) and None not in holders:
            return Referent(actors=tuple(h for h in holders if h is not None), certainty=0.85)
        return Referent(actors=tuple(e.actor for e in mention.of))


def _single(mention: Mention) -> bool:
    """Whether it is an office that one holds, without a name."""
    return mention.kind is MentionKind.OFFICE and not mention.plural


def unnamed(mention: Mention, referent: Referent) -> bool:
    """Whether an office of a state was told of without its holder: "the Kenyan president"."""
    one = _single(mention) and len(mention.of) == 1
    return one and not mention.former and referent.actors == (mention.of[0].actor,)


def _unnamed_all(mention: Mention, referent: Referent) -> bool:
    """Whether an office of several states was told of without who holds it in each."""
    many = mention.kind is MentionKind.OFFICE and mention.plural and len(mention.of) > 1
    leads = mention.office_kind in STATE_OFFICES or mention.office_kind == "leader"
    states = tuple(entry.actor for entry in mention.of)
    countries = all(state.kind is ActorClass.COUNTRY for state in states)
    return many and leads and countries and not mention.former and referent.actors == states


def _elsewhere(mention: Mention, holder: Actor) -> bool:
    """Whether a minister has another portfolio: no minister of defence is that of the economy."""
    told = {word for office in holder.offices for word in _portfolio(office)}
    named = _portfolio(mention.office)
    return bool(told and named) and not told & named


def _portfolio(office: str) -> set[str]:
    """The words of an office that say for what somebody is minister."""
    words = fold(office).replace("defense", "defence").split()
    return {word for word in words if word not in _GENERAL}


def _otherwise(mention: Mention, holder: Actor) -> bool:
    """Whether somebody is titled otherwise: "the President" is no king whom the text names."""
    told = {word for office in holder.offices for word in fold(office).split()} & _TITLES
    named = set(fold(mention.office).split()) & _TITLES
    return bool(told and named) and not told & named
