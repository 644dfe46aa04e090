"""For whom officials speak of whom no state is told: "Trade Minister Ana Diaz"."""

from graph.model import Actor, ActorClass
from ingest.authority import Authority
from ingest.discourse import Discourse
from ingest.folding import fold
from ingest.groupings import PAIR
from ingest.mentions import Mention, MentionKind
from ingest.officeholders import OPPOSED
from ingest.persons import STATE_OFFICES
from ingest.referents import Setting, side_key, state_of

_OF_STATES = STATE_OFFICES | {"minister", "spokesperson"}
"""Kinds of offices that the text need not say whose they are, where it is the state it is on."""
_IN_STATES = frozenset({"deputy", "leader", "legislator", "military"})
"""Others of those who are met on the ground of their state."""


class Allegiance:
    """Finds the state or organisation of a person by where they are named first."""

    def __init__(self, discourse: Discourse, authority: Authority) -> None:
        self._discourse, self._authority = discourse, authority

    def give(self, mention: Mention) -> None:
        """Notes for whom a named person speaks, where only the text around tells it."""
        if mention.kind is not MentionKind.PERSON or mention.of or not mention.office:
            return
        opposed = OPPOSED & set(fold(mention.office).split())
        if opposed or mention.former or not self._discourse.persons.stateless(mention):
            return
        side = self._side(mention)
        entry = self._authority.by_key(side.key) if side is not None else None
        if entry is not None:
            self._discourse.persons.give(mention, entry)

    def _side(self, mention: Mention) -> Actor | None:
        """Whose office somebody holds, by who was named before."""
        setting = self._discourse.setting
        seat = self._seat(fold(mention.office))
        if seat is not None:
            return seat
        if setting.whose:
            side = self._owner(setting.whose)
            headed = mention.office_kind == "organisation-head"
            state = side is not None and side.kind is ActorClass.COUNTRY
            return None if headed and state else side
        if mention.office_kind == "diplomat":
            return self._of_diplomat(setting.fate)
        host = self._host(setting) if setting.fate == "met" and not setting.some else None
        if host is not None and mention.office_kind in _OF_STATES | _IN_STATES:
            return host
        if setting.some or mention.office_kind not in _OF_STATES:
            return None
        return self._awaited(mention) or self._at_home(setting)

    def _awaited(self, mention: Mention) -> Actor | None:
        """The state whose office was told of before its holder: "the Kenyan president … X".

        Not in a release, which names those of its own state so.
        """
        told = list(self._discourse.unnamed.get(mention.office_kind, {}).values())
        release = self._discourse.home or self._discourse.issuer or self._discourse.speaker
        met = self._discourse.setting.fate == "met"
        return told[0] if len(told) == 1 and not (release or met) else None

    def _seat(self, office: str) -> Actor | None:
        """Whose office it is, where one alone has it: "the European Commissioner for Trade".

        There is more than one pope.
        """
        for title, entry in self._discourse.anaphora.seats.items():
            if entry.actor.kind is ActorClass.ORGANIZATION and f"{office} ".startswith(f"{title} "):
                return entry.actor
        return None

    def _host(self, setting: Setting) -> Actor | None:
        """The state of those who are met: of who is listed before, or on whose ground it is.

        Not that of who meets them.
        """
        history = self._discourse.history
        beside = {state_of(actor) for actor in history.last}
        host, among = setting.ground, setting.among
        acting = {state_of(actor) for actor in history.acting(host, but_last=among)}
        if among and len(beside) == 1 and None not in beside:
            host = next(iter(beside))
        state = host is not None and host.kind is ActorClass.COUNTRY
        return host if state and host not in acting else None

    def _at_home(self, setting: Setting) -> Actor | None:
        """The state that the text is of or on, unless it tells of one of the other side."""
        home, history = self._discourse.home, self._discourse.history
        goes_on = history.leading_state() if setting.leading else None
        if home is None:
            return goes_on if goes_on in history.foremost_states(PAIR) else None
        acting = {side_key(actor) for actor in history.opening}
        other = setting.fate == "met" and home.key in acting
        return None if other or self._discourse.abroad else home

    def _owner(self, word: str) -> Actor | None:
        """Whom "its", "his", "our", "whose" or a name before an office means."""
        history = self._discourse.history
        match word:
            case "my" | "our":
                return next(iter(self._discourse.ours().actors), None)
            case "its" if self._discourse.setting.through:
                return _alone(history.opening)
            case "its":
                return history.last_side(None, leading=self._discourse.setting.leading)
            case "her" | "his":
                person = history.last_person()
                return state_of(person) if person is not None else None
            case "their":
                return _alone(history.people(acting=True))
            case "whose":
                return _alone(history.last)
        return self._discourse.persons.led_by(word)

    def _of_diplomat(self, fate: str) -> Actor | None:
        """The state of a diplomat: whoever recalls them, or not the one that expels them."""
        history = self._discourse.history
        doer = None if history.opening_placed() else _alone(history.opening)
        if not fate or doer is None or doer.kind is not ActorClass.COUNTRY:
            return None
        if fate == "recalled":
            return doer
        pair = history.foremost_states(PAIR)
        return next((state for state in pair if state != doer), None) if doer in pair else None


def _alone(actors: tuple[Actor, ...]) -> Actor | None:
    """The state or organisation of the only one of them; None where they are several."""
    return state_of(actors[0]) if len(actors) == 1 else None
