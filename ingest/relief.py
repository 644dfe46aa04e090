"""Aid that verbs of other classes tell of, or of which a noun names the giver.

"A plane with medicines from X arrived in Y", "X deployed soldiers to Y to help", "received
$2 million in X's aid", "gave $2 million to support refugees in X".
"""

from graph.model import ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.foes import foes
from ingest.nominals import NOBODY, Found
from ingest.predicates import Predicate
from ingest.syntax import NOMINAL, SUBJECTS, infinitive
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_BROUGHT = frozenset(
    {
        "aid", "assistance", "batch", "blanket", "cargo", "consignment", "doctor", "donation",
        "dose", "equipment", "firefighter", "food", "gift", "medic", "medicine", "nurse",
        "paramedic", "parcel", "purifier", "relief", "rescuer", "shipment", "supplies", "supply",
        "tent", "ton", "tonne", "vaccine",
    }
)  # fmt: skip
"""What helps where it arrives."""
_TROOPS = frozenset(
    {
        "advisers", "battalion", "force", "forces", "instructor", "instructors",
        "marines", "peacekeeper", "peacekeepers", "policemen", "soldier", "soldiers", "trainers",
        "troop", "troops",
    }
)  # fmt: skip
"""Who helps a state by being there."""
_KEEPING_PEACE = frozenset({"peacekeeper", "peacekeepers"})
"""Who helps a state by entering it."""
_HELPING = frozenset(
    {"aid", "emergency", "humanitarian", "medical", "relief", "rescue", "search", "vaccine"}
)
_CARRYING = frozenset(
    {"bring", "carry", "donate", "ferry", "fill", "laden", "load", "pack", "transport"}
)
_ARRIVING = frozenset({"arrive", "dock", "land", "reach", "touch"})
_ENTERING = frozenset({"cross", "enter"})
_SENDING = frozenset({"deploy", "dispatch", "send"})
_AT_HOME = frozenset({"shelter", "train", "treat"})
"""What is done for guests."""
_REFUGE = frozenset({"asylum", "refuge", "sanctuary"})
_TO_HELP = frozenset(
    {"aid", "assist", "deliver", "distribute", "help", "rescue", "support", "train", "treat"}
)
_EASING = _TO_HELP | frozenset(
    {
        "address", "alleviate", "build", "combat", "cover", "ease", "equip", "feed", "fight",
        "finance", "fund", "improve", "modernise", "modernize", "protect", "provide", "rebuild",
        "rehabilitate", "relieve", "repair", "respond", "restore", "strengthen", "tackle",
    }
)  # fmt: skip
"""What money and goods are given for: "$2 million to feed refugees in X"."""
_THERE = frozenset({"across", "affecting", "by", "for", "from", "in", "inside", "of", "to"})
_FOR_WHOM = frozenset({"among", "for", "to"})
_ON_THE_SPOT = frozenset({"build", "deliver", "distribute", "hand", "open", "set"})
"""What is done where help is needed, and not where it is promised."""
_HELPED = frozenset({"amod", "compound", "nmod:poss", "nsubj", "obj"})
_FIGHTING = frozenset({"combat", "counter", "defeat", "deter", "fight", "repel"})
_PURPOSES = ("acl", "advcl", "ccomp", "xcomp")
_HUNG = frozenset({"acl", "acl:relcl"})
_OF = frozenset({"in", "of", "with", "worth"})


class Relief:
    """Finds aid in the arrivals, deployments and receipts of one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._triggers = tree, triggers

    def refine(self, made: Candidate, predicate: Predicate) -> None:
        """Makes aid of what arrives or is deployed to help; whose goods are sent gives."""
        if made.kind is EventClass.AID and predicate.passive and not made.of(Role.SOURCE):
            for thing in predicate.objects:
                self._given_of(made, thing)
        verb, lemma = predicate.verb, self._tree.lemma(predicate.verb)
        noun = self._tree.lemma(predicate.noun) if predicate.noun is not None else ""
        at_home = lemma in _AT_HOME or noun in _REFUGE
        if made.kind is EventClass.AID and predicate.passive and at_home:
            self._hosted(made, verb)
        if made.kind is EventClass.AID and predicate.noun is not None:
            self._meant(made, predicate)
        elif made.kind is EventClass.SUPPORT and self._given_for(verb):
            made.roles.clear()  # "gave $2 million to support X" is told by "gave"
        if made.kind is EventClass.VISIT and lemma in _ARRIVING:
            for thing in self._arrived(verb):
                brought = self._brought(thing) or self._aboard(thing, verb)
                if brought or self._posted(made, thing, _TROOPS):
                    self._delivered(made, thing)
        elif made.kind is EventClass.FORCE and lemma in _SENDING and self._helps(predicate):
            made.kind = EventClass.AID
        elif made.kind is EventClass.FORCE and lemma in _ENTERING:
            entering = self._arrived(verb)
            if any(self._posted(made, thing, _KEEPING_PEACE) for thing in entering):
                made.kind = EventClass.AID
            for thing in filter(self._brought, entering):
                made.kind = EventClass.AID  # "an aid convoy of X entered Y"
                self._given_of(made, thing)
                for _, child in () if made.of(Role.TARGET) else self._tree.obliques(verb):
                    state = self._tree.unit(child).state
                    made.add(Role.TARGET, () if state is None else (state,), 0.75)

    def _hosted(self, made: Candidate, verb: Token) -> None:
        """Puts in who helps those who are with them: "pilots of X are trained in Y"."""
        for case, child in self._tree.obliques(verb) if not made.of(Role.SOURCE) else ():
            state = self._tree.unit(child).state if case == "in" else None
            found = self._tree.actors(child) if case == "in" and state is None else NOBODY
            hosts = (state,) if state is not None else found.actors
            hosts = tuple(a for a in hosts if a.kind is ActorClass.COUNTRY)
            if not set(hosts) & set(made.everybody()):
                made.add(Role.SOURCE, hosts, 0.75)

    def _meant(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in where help is meant for: "gave $2 million to support refugees in X"."""
        tree, near = self._tree, (predicate.verb, *predicate.objects)
        near = (*near, *(c for one in near for c in tree.children(one, "acl")))
        clauses = {c: None for one in near for c in tree.children(one, *_PURPOSES)}
        for clause in clauses:
            if not infinitive(clause) or tree.lemma(clause) not in _EASING:
                continue
            behind = sorted(clause.subtree, key=lambda t: (t.dep_ == "amod", t.i))
            for token in (t for t in behind if not made.of(Role.TARGET)):
                unit, fought = tree.unit(token), tree.lemma(token.head) in _FIGHTING
                there = tree.case(token) in _THERE or token.dep_ in _HELPED
                states = unit.actors or ((unit.state,) if unit.state is not None else ())
                states = tuple(s for s in states if s.kind is not ActorClass.PERSON)
                known = unit.date is not None or set(states) & set(made.everybody())
                if there and not known and not (fought and token.dep_ == "obj"):
                    made.add(Role.TARGET, states, 0.75)
        if not made.of(Role.TARGET):
            self._where_needed(made, predicate)

    def _where_needed(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in the state of those who need it: "for the poor of Lima", "handed out in Lima"."""
        tree, verb = self._tree, predicate.verb
        known = {side(actor) for actor in made.everybody()}
        near = (pair for one in (verb, *predicate.objects) for pair in tree.obliques(one))
        on_the_spot = tree.lemma(verb) in _ON_THE_SPOT
        for case, child in near:
            if case not in _FOR_WHOM and not (case == "in" and on_the_spot):
                continue
            inner = [c for at, c in tree.obliques(child) if at in _THERE]
            deeper = [c for one in inner for at, c in tree.obliques(one) if at in _THERE]
            for one in (child, *inner, *deeper):
                state = tree.unit(one).state
                if state is not None and side(state) not in known and not made.of(Role.TARGET):
                    made.add(Role.TARGET, (state,), 0.75)

    def _given_for(self, verb: Token) -> bool:
        """Whether the verb says what goods are given for: "sent tents to support X's army"."""
        giving = verb.head if verb.head.pos_ == "VERB" else verb.head.head
        if verb.dep_ not in _PURPOSES or not infinitive(verb) or giving == verb:
            return False
        frames = self._triggers.verbs.get(self._tree.lemma(giving), ())
        nouns = {n for frame in frames if frame.kind is EventClass.AID for n in frame.nouns}
        things = self._tree.objects(giving) if nouns else ()
        return any(self._tree.lemma(one) in nouns or one.tag_ == "$" for one in things)

    def giver(self, made: Candidate, noun: Token) -> None:
        """Puts in whose the aid is that somebody received: "$2 million in American aid"."""
        tree = self._tree
        near = [noun, *tree.behind(noun, *_OF)]
        near.extend(inner for one in near[1:] for inner in tree.behind(one, "of"))
        for one in near[1:]:  # "a shipment of 100 doses of a vaccine | from X"
            sent = next(filter(None, map(tree.actors, tree.behind(one, "from"))), NOBODY)
            made.add(Role.SOURCE, sent.actors, sent.certainty * 0.9)
        for one in (*near, *tree.children(noun.head, "obl")):
            if one not in near and tree.case(one) not in _OF:
                continue
            found = tree.actors(noun) if one == noun else tree.owner(one, inside=False, of=False)
            found = found or tree.owner(one, inside=False, of=False)
            if found and not made.of(Role.SOURCE):
                made.add(Role.SOURCE, found.actors, found.certainty * 0.9)

    def _arrived(self, verb: Token) -> list[Token]:
        """What arrives; the parse may hang "arrived" on it: "a ship carrying food arrived"."""
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
        at = verb
        while not own and at.head != at and (at.dep_ in _HUNG or at.pos_ in NOMINAL):
            at = at.head
        laden = [c for c in self._tree.children(verb, "advcl") if c.i < verb.i]
        for one in (at, *laden) if not own else ():
            if self._tree.lemma(one) in _CARRYING:
                return [c for c in one.children if c.dep_ in SUBJECTS]
        return own or ([at] if at.pos_ in NOMINAL else [])

    def _posted(self, made: Candidate, thing: Token, kinds: frozenset[str]) -> bool:
        """Whether troops or advisers of some kinds come to a state that they do not fight."""
        some = (thing, *self._tree.behind(thing, "of"))
        mentions = [m for one in some for m in self._tree.unit(one).mentions]
        words = [word for mention in mentions for word in mention.name.lower().split()]
        posted = kinds.intersection([*map(self._tree.lemma, some), *words])
        foreign = {actor.key for actor in made.of(Role.TARGET)}
        sent = made.of(Role.SOURCE)
        fought = any(foreign & foes(actor.represents or actor) for actor in sent)
        bands = any(actor.kind is ActorClass.ARMED_GROUP for actor in sent)
        return bool(posted) and not (fought or bands)

    def _brought(self, thing: Token) -> bool:
        """Whether what arrives is aid, or brings it: "an aid convoy", "a ship carrying food"."""
        tree = self._tree
        before = {tree.lemma(c) for c in tree.children(thing, "amod", "compound")}
        if tree.lemma(thing) in _BROUGHT or before & _HELPING:
            return True
        with_it = list(tree.behind(thing, "of", "with"))
        clauses = self._loading(thing)
        donated = any(tree.lemma(c) == "donate" for c in clauses)
        loads = [*with_it, *(one for c in clauses for one in tree.objects(c))]
        return donated or any(self._laden(one) for one in loads)

    def _aboard(self, thing: Token, verb: Token) -> bool:
        """Whether aid is said to be in what arrives: "a ship | with 20 tonnes of rice arrived"."""
        loads = (one for one in self._tree.behind(verb, "with") if thing.i < one.i < verb.i)
        return any(map(self._laden, loads))

    def _loading(self, thing: Token) -> list[Token]:
        """The clauses that say what something carries, be they parsed as what it does."""
        above = [thing.head] if thing.dep_ in SUBJECTS and thing.head.tag_ == "VBG" else []
        clauses = (*self._tree.children(thing, "acl"), *above)
        return [c for c in clauses if self._tree.lemma(c) in _CARRYING]

    def _laden(self, load: Token) -> bool:
        """Whether what is carried is aid: "20 tonnes of food"."""
        words = [load, *self._tree.behind(load, "of")]
        return any(self._tree.lemma(word) in _BROUGHT for word in words)

    def _delivered(self, made: Candidate, thing: Token) -> None:
        """Makes a gift of an arrival: who travels there gives."""
        senders = made.roles.pop(Role.VISITOR, {})
        made.kind = EventClass.AID
        for actor, certainty in senders.items():
            made.add(Role.SOURCE, (actor.represents or actor,), certainty)
        self._given_of(made, thing)

    def _given_of(self, made: Candidate, thing: Token) -> None:
        """Puts in whose goods come: "a consignment of Kenyan wheat"."""
        tree = self._tree
        near = [thing, *tree.behind(thing, "of", "with")]
        clauses = self._loading(thing)
        loads = [*near, *(one for c in clauses for one in tree.objects(c))]
        for case, child in (pair for one in loads for pair in tree.obliques(one)):
            found = tree.actors(child) if case == "for" else NOBODY
            state = tree.unit(child).state if case == "for" and not found else None
            states = found.actors or ((state,) if state is not None else ())
            if states:  # "a ship with aid for X docked in Y"
                made.roles.pop(Role.TARGET, None)
                made.add(Role.TARGET, states, 0.8)
        apart = tree.children(thing, "nsubj")  # "X's convoy crossed", parsed as "it … convoy"
        given = (self._shipper(one) for one in loads)
        for found in (*given, *map(tree.actors, apart)):
            if found and not made.of(Role.SOURCE):
                made.add(Role.SOURCE, found.actors, found.certainty * 0.9)

    def _shipper(self, load: Token) -> Found:
        """Whose goods they are: "Kenyan wheat", "Iranian drones", which are a force."""
        mention = self._tree.unit(load).mention
        armed = mention is not None and mention.force
        return self._tree.actors(load) if armed else self._tree.owner(load, inside=False, of=False)

    def _helps(self, predicate: Predicate) -> bool:
        """Whether those who are sent are to help: "deployed soldiers to Y to help fight fires"."""
        near = (predicate.verb, *predicate.objects)
        clauses = (c for one in near for c in self._tree.children(one, "xcomp", "advcl", "acl"))
        helpers = any(self._brought(one) for one in predicate.objects)
        return helpers or any(infinitive(c) and self._tree.lemma(c) in _TO_HELP for c in clauses)
