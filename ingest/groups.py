"""Whom a noun for several or for one side means: "the two sides", "the ministry", "the latter"."""

from collections.abc import Iterable
from dataclasses import replace

from graph.model import Actor, ActorClass
from ingest.delegates import DELEGATE, DELEGATION
from ingest.discourse import Discourse
from ingest.enumerations import lists
from ingest.epithets import EPITHET, load_epithets
from ingest.folding import fold
from ingest.gatherings import NOUNS_OF, Gatherings
from ingest.groupings import PAIR
from ingest.history import ORGANISATIONS
from ingest.mentions import ACTED_ON, LED, NEIGHBOUR, Mention, MentionKind
from ingest.officeholders import LEADERS
from ingest.referents import Referent, body_of, head_noun, state_of

_GOVERNMENT, _TWO = "government", "the two"
_OFFICES_ABROAD = frozenset({"embassy"})
_OFFICES_AT_HOME = frozenset({"department", "ministry"})
"""What a release calls whoever issues it, with a capital."""
_ARMIES = frozenset({"army", "military"})
"""Forces of the state with which the sentence before began: "Fighting in Mali … The army …"."""
_SIDES = frozenset({"delegations", "parties", "sides"})
"""Nouns for those who met, which do not say how many they were."""
_GUESSED = 3
"""How many sides the text can be about; more are those who were named in one list."""
_THEIRS = ("her ", "his ")
_MEMBERS = frozenset(
    {"deputies", "lawmakers", "legislators", "mps", "parliamentarians", "senators"}
)
_HOUSES = frozenset(
    {
        "assembly", "bundestag", "congress", "duma", "knesset", "legislature", "majlis",
        "parliament", "rada", "sejm", "senate", "storting",
    }
)  # fmt: skip
"""Houses whose members act for them: "lawmakers approved the treaty"."""
_STATESMEN = frozenset(
    {
        "capitals", "countries", "governments", "heads", "leaders", "nations", "neighbors",
        "neighbours", "presidents", "states",
    }
)  # fmt: skip
_LISTED = _STATESMEN | {"ambassadors", "envoys", "ministers", "powers", "premiers", "republics"}
"""Nouns for those who may be listed elsewhere by their states."""
_ORGANS = frozenset({"executive council", "ministerial council", "permanent council"})
"""Names of organs that several organisations have."""
_OFFICES_OF = {
    "leaders": LEADERS,
    "statesmen": LEADERS,
    "presidents": frozenset({"head-of-state"}),
    "premiers": frozenset({"head-of-government"}),
    "ministers": frozenset({"foreign-minister", "minister"}),
    "co-chairs": frozenset({"co-chair"}),
}
"""The kinds of office of those whom a noun for several persons takes up."""


_RULING = frozenset({"authorities", "government", "junta", "regime"})


class Groups(Gatherings):
    """Resolves groups, and the bodies and sides that were named before."""

    def __init__(self, discourse: Discourse) -> None:
        super().__init__(discourse)
        self._persons, self._history = discourse.persons, discourse.history
        self._anaphora, self._halves = discourse.anaphora, discourse.anaphora.halves
        self._named_here: dict[str, Actor] = {}
        """Those whom the article names, by key, one of whom "the North" may mean."""
        self._listed: dict[int, tuple[Actor, ...]] = {}
        """By their number, the states that the article lists; empty where two lists fit."""
        self._organs: dict[str, Actor] = {}
        """By a noun of what it is called, the organisation that was named so: "the Authority"."""
        self._bodies: dict[str, Actor] = {}
        """The body that was named last with each word for one, as "the ministry" takes it up."""
        self._sent: tuple[Actor, ...] = ()
        """Those of whom "the delegation" consists, or who sent it."""
        self.latest: tuple[Actor, ...] = ()
        """Whom the text named last, be it only as where an envoy is accredited."""

    def collect(self, named: Iterable[Actor]) -> None:
        """Notes whom the whole article names."""
        self._named_here = {actor.key: actor for actor in named}

    def list_up(self, mentions: Iterable[Mention]) -> None:
        """Notes the lists of states in the article, to which a number may point ahead."""
        for states in lists(mentions):
            known = self._listed.setdefault(len(states), states)
            if set(known) != set(states):
                self._listed[len(states)] = ()

    def resolve(self, mention: Mention) -> Referent:
        """ "the two sides", "both ministers": the last so many, together where they stood so."""
        word = fold(mention.name)
        if mention.office_kind == LED:
            return self._led(mention.of[0].actor)
        if mention.of:
            return Referent(actors=tuple(e.actor for e in mention.of))
        if mention.body:
            return self._body(mention)
        if mention.office_kind == "own":
            who = self._history.last_person() if word.startswith(_THEIRS) else None
            state = state_of(who) if who is not None else None
            return Referent(actors=(state,), certainty=0.8) if state else self._discourse.ours()
        if word == "latter":
            alone = len(self.latest) == 1
            return Referent(actors=self.latest, certainty=0.8) if alone else Referent()
        if word == NEIGHBOUR:
            state = self._neighbour()
            return Referent() if state is None else Referent(actors=(state,), certainty=0.6)
        if mention.possessive:  # "his host"
            host = self._history.other_person(led=self._discourse.setting.definite)
            return Referent() if host is None else Referent(actors=(host,), certainty=0.65)
        if word in self._halves:
            return self._half(word)
        if mention.office_kind == ACTED_ON:
            state = self._history.acted_on()
            return Referent() if state is None else Referent(actors=(state,), certainty=0.6)
        if mention.office_kind == EPITHET:
            state = self._called_so(word)
            return Referent() if state is None else Referent(actors=(state,), certainty=0.75)
        if mention.count == 1:
            actor = self._one(word, capital=mention.name[:1].isupper())
            return Referent() if actor is None else Referent(actors=(actor,), certainty=0.5)
        makers = self._discourse.makers
        if makers and (mention.count == 0 or self._counted(mention)):
            sides = dict.fromkeys(filter(None, map(state_of, makers)))
            apart = mention.office_kind == "sides" and mention.count and len(sides) == len(makers)
            return Referent(actors=tuple(sides) if apart else makers, certainty=0.8)
        paired = self._history.paired() if word.startswith("both") else ()
        if paired:
            return Referent(actors=paired, certainty=0.75)
        if word == _TWO:
            people = self._history.two_told()
            found = Referent(actors=people, certainty=0.7)
            return found if people else self._sides("states", PAIR)
        persons = mention.office_kind == "persons"
        if mention.count == 0:  # "the ministers": the last who were named together
            others = self._others(word) if persons else set[str]()
            together = self._history.last_group(persons=persons, others=others)
            lately = word.split()[-1] in self._anaphora.several
            if lately and not self._discourse.setting.leading:
                return Referent()
            if lately and not together:
                together = self._history.last_group(persons=False)
            if together or lately:
                return Referent(actors=together, certainty=0.7)
            if persons:
                two = self._history.last_two()
                return Referent() if any(a.key in others for a in two.actors) else two
        count = mention.count or PAIR
        if not persons:
            found, pair = self._sides(word, count), self._history.opening
            begun = self._discourse.setting.beginning and len(pair) == count and not found.actors
            return Referent(actors=pair, certainty=0.7) if begun else found
        several = self._persons_of(word, count)
        if several.actors:
            return several
        states = replace(mention, office_kind="sides")
        return replace(self.resolve(states), certainty=0.6)

    def _counted(self, mention: Mention) -> bool:
        """Whether so many are told of as make the statement: "both sides", "the three leaders"."""
        makers = self._discourse.makers
        people = all(actor.kind is ActorClass.PERSON for actor in makers)
        return mention.count == len(makers) and (people or mention.office_kind == "sides")

    def holding(self, mention: Mention, *, alone: bool) -> Referent:
        """ "The Heads of State": those who were named together, or whoever issues the text.

        ``alone`` says that "the" stands before the office, of whom nothing more is told.
        """
        if mention.of or mention.former or mention.possessive:
            return Referent()
        noun = NOUNS_OF.get(mention.office_kind, "")
        if alone and noun and not self._discourse.setting.some:
            name = f"the {noun}"
            group = replace(mention, kind=MentionKind.GROUP, name=name, office_kind="persons")
            taken_up = self.resolve(group)
            if taken_up.actors:
                return taken_up
        return self.members(mention)

    def of_states(self, count: int) -> Referent:
        """ "The envoys of five states": those states."""
        return self._sides("states", count)

    def _called_so(self, epithet: str) -> Actor | None:
        """ "The kingdom": the last state that is one, or the only one that the article names."""
        keys = load_epithets().states[epithet]
        leading = self._discourse.setting.leading
        last = self._history.last_of(keys, leading=leading)
        named = [actor for key, actor in self._named_here.items() if key in keys]
        return last or (named[0] if len(named) == 1 else None)

    def _one(self, word: str, *, capital: bool) -> Actor | None:
        """ "The bloc", "the Authority", "the Government": the one that a noun takes up."""
        home = self._discourse.home
        if capital and word == _GOVERNMENT and home is not None and not self._discourse.abroad:
            return home
        named = self._anaphora.named
        actor = self._organs.get(word) if word in named else None
        actor = actor or self._history.last_side(word, leading=self._discourse.setting.leading)
        armed = actor is not None and actor.kind is ActorClass.ARMED_GROUP
        if armed and capital and word in self._anaphora.armed:
            return None  # "the Organisation"
        if actor is None and word in self._anaphora.band and not self._discourse.setting.owning:
            return self._only_band()
        if actor is None and word in _RULING:
            return self._only_state()
        return self._organ(word) if actor is None and capital and word in named else actor

    def _only_band(self) -> Actor | None:
        """ "The rebels": the only armed group that the article names."""
        named = self._named_here.values()
        bands = [actor for actor in named if actor.kind is ActorClass.ARMED_GROUP]
        return bands[0] if len(bands) == 1 else None

    def _only_state(self) -> Actor | None:
        """The only state that the article names; None where it names several, or none."""
        named = self._named_here.values()
        states = [actor for actor in named if actor.kind is ActorClass.COUNTRY]
        return states[0] if len(states) == 1 else None

    def _neighbour(self) -> Actor | None:
        """ "The neighbour": of the two states that the text is on the one that does not act.

        Of several who act together it is the one of which the text tells most beside them.
        """
        doers = {state_of(actor) for actor in self._history.opening}
        if len(doers) > 1:
            apart = {state.key for state in doers if state is not None}
            return self._history.foremost_beside(apart)
        doer = next(iter(doers), None)
        pair = self._history.foremost_states(PAIR)
        return next((state for state in pair if state != doer), None) if doer in pair else None

    def _led(self, leader: Actor) -> Referent:
        """ "The Saudi-led bloc": those who were named together with its leader; or the leader."""
        together = self._history.together_with(leader)
        return Referent(actors=together or (leader,), certainty=0.75)

    def _organ(self, word: str) -> Actor | None:
        """Whose organ is meant by a noun with a capital that nobody was called by so far."""
        issuer = self._discourse.issuer
        whole = [*self._named_here.values(), *([issuer] if issuer is not None else [])]
        organs = self._anaphora.organs.get(word, {})
        found = {organs[a.key].actor for a in whole if a.key in organs}
        found = found or {
            a for a in whole if a.kind in ORGANISATIONS and head_noun(a.label) == word
        }
        return found.pop() if len(found) == 1 else None

    def organ(self, name: str) -> Actor | None:
        """Whose organ is named without it: "the Permanent Council" of the OAS is the OAS."""
        return self._history.last_side("bloc") if fold(name) in _ORGANS else None

    def called(self, mention: Mention, actor: Actor) -> None:
        """Notes by which noun an organisation goes: "the Authority of Heads of State of X"."""
        if actor.kind in ORGANISATIONS:
            self._organs[head_noun(mention.name)] = actor

    def _half(self, word: str) -> Referent:
        """ "The North": the state of that name, or beside one of that name, that the text is on."""
        for entry, beside in self._halves[word].items():
            if beside & self._named_here.keys():
                return Referent(actors=(entry.actor,), certainty=0.8)
        return Referent()

    def send(self, actor: Actor, word: str = DELEGATION) -> None:
        """Notes whom "the delegation" means from here on, or who else belongs to it."""
        if word == DELEGATE:
            head = self._history.last_person()  # "she was joined by Ambassador X"
            if head is not None and head not in self._sent:
                self._sent = (head,)
            others = {state_of(a) for a in self._sent} - {None, state_of(actor)}
            if others and state_of(actor) is not None:
                return  # of another side
        beside = self._sent if word == DELEGATE else ()
        self._sent = (*(a for a in beside if a != actor), actor)

    def keep(self, words: str, body: Actor) -> None:
        """Notes a body by what it is called, and by the noun for what it is."""
        words = fold(words)
        noun = "ministry" if words.startswith("ministry") else words.rpartition(" ")[2]
        self._bodies[words] = self._bodies[noun] = body

    def house_of(self, mention: Mention) -> Referent | None:
        """The house that was named before of which "deputies" are members; None for others."""
        members = mention.plural and not mention.of
        if not members or fold(mention.office).rpartition(" ")[2] not in _MEMBERS:
            return None
        house = next((b for noun, b in reversed(self._bodies.items()) if noun in _HOUSES), None)
        return None if house is None else Referent(actors=(house,), certainty=0.7)

    def _body(self, mention: Mention) -> Referent:
        """ "The foreign ministry": the body that was named so, or that of the state spoken of."""
        words = fold(mention.body)
        if words == DELEGATION and self._sent:
            return Referent(actors=self._sent, certainty=0.8)
        known = self._bodies.get(words)
        if known is not None:
            return Referent(actors=(known,), certainty=0.8)
        if words == DELEGATION:
            sent = self._history.leading_state()
            return Referent() if sent is None else Referent(actors=(sent,), certainty=0.5)
        if mention.name[:1].isupper() and self._issues(words):
            home = self._discourse.home
            return Referent() if home is None else Referent(actors=(home,), certainty=0.7)
        state = self._discourse.state_spoken_of()
        if words in _ARMIES and self._discourse.home is None:
            state = self._history.leading_state() if self._discourse.setting.leading else None
        elif " " not in words:
            return Referent()
        state = state or self._only_state()
        if state is None:
            return Referent()
        body = body_of(state, words, mention.name)
        self.keep(words, body)
        return Referent(actors=(body,), certainty=0.6)

    def _issues(self, words: str) -> bool:
        """Whether a body is whoever issues the release: "the Ministry", "the Embassy"."""
        own = _OFFICES_ABROAD if self._discourse.abroad else _OFFICES_AT_HOME
        return words in own and self._discourse.issuer is not None

    def _sides(self, word: str, count: int) -> Referent:
        """The last so many states or organisations: "the two sides"."""
        if count == PAIR and word.removeprefix("the ") in _SIDES:
            met = self._history.several_told()
            if met:  # "A, B and C met. The sides agreed"
                return Referent(actors=met, certainty=0.75)
        between = self._history.between(count)
        if between:
            sides = tuple(actor.represents or actor for actor in between)
            return Referent(actors=sides, certainty=0.8)
        end, apart = self._history.before(count)
        states = bool(_STATESMEN & set(word.replace("-", " ").split()))
        together = self._history.together(end, count, apart, states=states)
        if together:
            return Referent(actors=together, certainty=0.8)
        named = self._listed.get(count) if word.split()[-1] in _LISTED else None
        if named:
            return Referent(actors=named, certainty=0.75)
        if count > _GUESSED:
            return Referent()
        found = self._history.foremost(end, count, apart, states=states)
        if not found.actors and len(apart) == 1:  # "X met Y. X said that the two sides"
            found = self._history.foremost(end, count, (), states=states)
        return found

    def _persons_of(self, word: str, count: int) -> Referent:
        """The last so many persons, of an office where the word says so; empty where none are."""
        between = self._history.between(count)
        if between:
            return Referent(actors=between, certainty=0.8)
        end, apart = self._history.before(count)
        kinds = _offices_of(word)
        fitting = self._persons.holding(kinds)
        if len(fitting) >= count:
            latest = self._history.latest_of(fitting, end, count, apart)
            if latest:  # "the two leaders": not an envoy
                return Referent(actors=latest, certainty=0.75)
        return self._history.latest(end, count, apart, self._others(word))

    def _others(self, word: str) -> set[str]:
        """The keys of those who hold other offices than a noun for several persons says."""
        kinds = _offices_of(word)
        alike = LEADERS if kinds <= LEADERS else kinds
        return self._persons.holding_others(alike) if kinds else set()


def _offices_of(word: str) -> frozenset[str]:
    """The kinds of office of those whom a noun for several persons takes up; empty for all."""
    words = word.split()
    prime = "prime" in words[-2:-1]
    return _OFFICES_OF.get("premiers" if prime else words[-1], frozenset())
