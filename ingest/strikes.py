"""Who strikes and who is struck: weapons, clashes, and the state where force is used."""

from collections.abc import Iterator

from graph.model import ActorClass, Role
from ingest.candidates import AT_BORDER, Candidate
from ingest.nominals import NOBODY, Found
from ingest.roles import verbal
from ingest.syntax import PAST, SUBJECTS
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar, Triggers

FLYING = frozenset({"fire", "launch"})
"""What is done with missiles that hit somebody else."""
_FLOWN = frozenset({"drone", "missile", "mortar", "projectile", "rocket", "shell", "weapon"})
_DOWNING = frozenset({"down", "intercept", "shoot"})
_ALONE = frozenset(
    {"boy", "citizen", "girl", "man", "men", "national", "student", "teenager", "woman", "women"}
)
"""Who does nothing for a state, be it of one."""
_AMONG = frozenset({"by", "during", "in"})
_FOUGHT = frozenset({"battle", "fight"})
BORDERS = frozenset({"border", "frontier"})
_CARRYING = frozenset({"carry", "conduct", "launch", "mount", "stage"})
PLACED = 0.6
"""How sure it is that the state is struck in which only the place is."""
_GOING_OFF = frozenset({"blow", "detonate", "explode"})
_NEARBY = frozenset({"at", "beside", "by", "in", "inside", "near", "on", "outside", "under"})
_CAME_DOWN = frozenset({"crashed", "exploded", "fell", "landed"})
_AT = frozenset({"against", "at", "on", "with"})
"""Before whom one fights."""
_THERE = frozenset({"in", "on", "at", "near", "against", "of", "inside", "around", "across"})
"""Prepositions between what strikes and where it strikes."""
_CROSSING = frozenset(
    {
        "assist", "assistance", "asylum", "ebola", "help", "immigrant", "immigration",
        "infiltrator", "migrant", "migration", "pandemic", "protect", "refugee", "seeker",
        "smuggler", "smuggling", "trafficker", "trafficking", "virus",
    }
)  # fmt: skip
"""For whom and what one guards a border, and not against the state behind it."""
HURTING = frozenset({"injure", "kill", "wound"})
"""What nobody does without an object."""


def unnamed_fighters(trigger: Token, tree: Tree, words: Grammar) -> bool:
    """Whether force hits people of no state whom nobody names: "killed dozens of militants"."""
    hit = tree.objects(trigger) if trigger.pos_ == "VERB" else []
    hit += tree.behind(trigger, *_AT)
    hit += [one for head in hit for one in tree.behind(head, "of")]
    kinds = (tree.lemma(one).removesuffix("s") for one in hit if not tree.actors(one))
    return not words.fighters.isdisjoint(kinds)


def between_others(clash: Token, tree: Tree) -> bool:
    """Whether those fight whom nobody names: "a clash between rival groups in X"."""
    parted = [c for case, c in tree.obliques(clash) if case == "between"]
    sides = [c for one in parted for c in (one, *tree.children(one, "conj", "compound"))]
    return bool(parted) and not any(tree.unit(one).actors for one in sides)


def with_others(clash: Token, tree: Tree, words: Grammar) -> bool:
    """Whether those fight one another of whom only some are named: "tribesmen and rebels"."""
    if tree.lemma(clash) not in words.mutual:
        return False
    subjects = tree.children(clash, "nsubj")
    beside = [c for one in subjects for c in tree.children(one, "conj")]
    return bool(beside) and any(not tree.unit(one).actors for one in (*subjects, *beside))


def downed(trigger: Token, tree: Tree) -> bool:
    """Whether a drone or a missile is brought down, which is not that of the state below."""
    things = (*tree.objects(trigger), *tree.children(trigger, "nsubj:pass"))
    return tree.lemma(trigger) in _DOWNING and any(map(flown, things))


def flown(thing: Token) -> bool:
    """Whether it is what is fired."""
    return thing.lower_.removesuffix("s") in _FLOWN


def bystander(verb: Token, tree: Tree) -> bool:
    """Whether what does it is only where a bomb went off: "exploded near a convoy killing two"."""
    place = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or not place.dep_.startswith("obl"):
        return False
    return tree.case(place) in _NEARBY and tree.lemma(place.head) in _GOING_OFF


def loner(found: Found, tree: Tree) -> bool:
    """Whether a state is only that of one who does it for himself: "by an Algerian man"."""
    if not found or any(actor.kind is not ActorClass.COUNTRY for actor in found.actors):
        return False
    noun = tree.doc[found.token]
    single = tree.unit(noun).demonym and any(c.lower_ in {"a", "an"} for c in noun.children)
    if single and noun.tag_ in {"NN", "NNP"} and noun.dep_.startswith(("obl", "nsubj")):
        return True  # "by an Algerian"
    return tree.lemma(noun.head if tree.unit(noun).demonym else noun) in _ALONE


class Strikes:
    """Reads the roles of acts of force off the parse of a paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar

    def wielder(self, verb: Token, passive: bool) -> Found:
        """Whose force it is: "a Russian missile hit", "destroyed by a Russian strike"."""
        deps = {"obl:agent", "obl"} if passive else {"nsubj", "nsubj:pass"}
        for child in verb.children:
            case = self._tree.case(child)
            weapon = self.weapon(child)
            if child.dep_ not in deps:
                continue
            if passive and case in _AMONG and (found := self._before_weapon(child)):
                return found
            if passive and not (case == "by" or weapon):
                continue
            if weapon and case in {"by", "in", "during", "following", "after", "from", ""}:
                found = self._tree.owner(child, inside=False) or self._opponent(child)
                found = found or self._governed(child) or self._charged(child)
                if not found and self._tree.lemma(child) in self._words.mutual:
                    found = self._opponent(verb)  # "in a clash with X", parsed as by the verb
                if loner(found, self._tree):
                    continue  # "in an attack by an Algerian man"
                if found:
                    return found
            elif not case or case == "by":
                found = self._tree.owner(child, inside=False)
                if found and not self._alone(child, found):
                    return found
        if verb.dep_ == "acl" and self.weapon(verb.head):  # "Israeli strikes targeting X"
            return self._tree.owner(verb.head)
        if not passive and (found := self._origin(verb)):
            return found
        return (self._agent_beside(verb) or self._origin(verb)) if passive else NOBODY

    def right_before(self, verb: Token) -> Found:
        """Whose weapon stands right before a verb that the parse gives to others above.

        "Opened an inquiry after [a Norwegian airstrike] killed ten": they do not kill.
        """
        before = self._tree.doc[max(0, verb.i - 1)]
        own = any(child.dep_ in SUBJECTS for child in verb.children)
        parted = verb.dep_ in {"conj", "obj", "ROOT"} and before not in verb.children
        if own or not parted or verb.i == verb.sent.start or not self.weapon(before):
            return NOBODY
        return self._tree.owner(before, inside=False)

    def _charged(self, weapon: Token) -> Found:
        """On whom an attack is blamed: "killed in an attack blamed on X"."""
        clauses = list(self._tree.children(weapon, "acl", "acl:relcl"))
        carried = next((by for c in clauses if (by := self._tree.agent(c))), NOBODY)
        return carried or next((self.blamed(c) for c in clauses if self.blaming(c)), NOBODY)

    def blaming(self, clause: Token) -> bool:
        """Whether a clause says who is thought to have done it: "attributed to X"."""
        return self._tree.lemma(clause) in self._words.blaming

    def blamed(self, clause: Token) -> Found:
        """Whom it says that."""
        for case, child in self._tree.obliques(clause):
            if case in {"on", "to"} and (found := self._tree.actors(child)):
                return self._tree.lowered(found, 0.8)
        return NOBODY

    def _governed(self, weapon: Token) -> Found:
        """Whose it is where the parse hangs the preposition on the name: "[in a X] ambush"."""
        for child in self._tree.children(weapon, "compound"):
            if self._tree.case(child) in _AMONG and (found := self._tree.actors(child, deep=False)):
                return found
        return NOBODY

    def _before_weapon(self, token: Token) -> Found:
        """Whose strikes they are where the parse parts them: "in [the Syrian Army] attacks"."""
        after = self._tree.doc[token.i + 1 : token.i + 2]
        parted = bool(after) and after[0].tag_ in {"NNS", "VBZ"} and self.weapon(after[0])
        return self._tree.actors(token, deep=False) if parted else NOBODY

    def _alone(self, attacker: Token, found: Found) -> bool:
        """Whether somebody strikes who acts for no state: "a Yemeni suicide bomber"."""
        if any(actor.kind is not ActorClass.COUNTRY for actor in found.actors):
            return False
        lemmas = {
            self._tree.lemma(t) for t in (attacker, *self._tree.children(attacker, "compound"))
        }
        private = self._tree.lemma(attacker) in self._tree.private
        return "suicide" in lemmas or (attacker.tag_ == "NN" and private)

    def headline(self, verb: Token) -> bool:
        """Whether a passive lacks its auxiliary: "Two soldiers killed in an airstrike"."""
        if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_.startswith("aux") for c in verb.children):
            return False
        if not any(c.dep_ == "nsubj" for c in verb.children):
            return False
        below = [
            child
            for clause in (verb, *self._tree.children(verb, "conj", "advcl", "xcomp"))
            for child in self._tree.children(clause, "obl")
        ]
        return any(
            self._tree.case(child) == "by"
            or (self._tree.case(child) in {"in", "during"} and self.weapon(child))
            for child in below
        )

    def weapon(self, token: Token) -> bool:
        """Whether the noun is an attack or a weapon, or so many of them."""
        lemma = self._tree.lemma(token)
        if lemma in self._words.light_heads:
            inside = self._tree.behind(token, "of")
            return any(self.weapon(child) for child in inside)
        return lemma in self._triggers.nouns

    def claimed(self, made: Candidate, deed: Token) -> None:
        """Takes up the target of an attack that somebody claims: "an attack on X"."""
        killing = list(self._tree.children(deed, "acl:relcl", "acl"))
        for one in (victim for clause in killing for victim in self._tree.objects(clause)):
            if one != deed and not made.of(Role.TARGET):  # "an attack that killed two of X"
                found = self._tree.actors(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        for case, child in (pair for clause in killing for pair in self._tree.obliques(clause)):
            if case in _THERE and not made.of(Role.TARGET):  # "a blast that killed two in X"
                self.where(made, child)
        for case, child in self._tree.obliques(deed):
            if case in {"on", "against", "at"} and not made.of(Role.TARGET):
                found = self._tree.actors(child) or self._tree.owner(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        self.struck(made, deed)

    def weapons(self, verb: Token) -> Iterator[int]:
        """The attacks by which the verb's deed was done."""
        for clause in (verb, *self._tree.children(verb, "conj", "advcl", "xcomp")):
            for child in self._tree.children(clause, "obl", "nsubj"):
                if self.weapon(child):
                    yield child.i
                    yield from (c.i for _, c in self._tree.obliques(child) if self.weapon(c))

    def _opponent(self, clash: Token) -> Found:
        """With whom one fought: "killed in clashes with X", "in a series of strikes by X"."""
        for case, child in self._tree.obliques(clash):
            if case == "with":
                found = self._tree.actors(child) or self._tree.owner(child)
            elif case == "of" and self.weapon(child):
                found = self._tree.owner(child, inside=False) or self._opponent(child)
            else:
                continue
            if found:
                return Found(found.actors, found.certainty * 0.85, found.token)
        return NOBODY

    def _origin(self, verb: Token) -> Found:
        """From whose territory something flew that hits: "rockets fired from X hit Y"."""
        for one in verb.sent:
            if self._tree.lemma(one) not in FLYING or one.tag_ not in PAST:
                continue
            subject = [c for c in one.children if c.dep_ in SUBJECTS]
            own = one == verb and one.dep_ != "acl"  # else "rockets fired from X landed in Y"
            things = subject if own else [one.head, *one.children]
            beside = one == verb or verb in (one.head, one.head.head, *one.children)
            if not beside or not any(map(flown, things)):
                continue
            behind = [
                pair for _, at in self._tree.obliques(one) for pair in self._tree.obliques(at)
            ]
            for case, child in (*self._tree.obliques(one), *behind):  # "fired [at towns from X]"
                if case == "from":
                    state, found = self._tree.unit(child).state, self._tree.actors(child)
                    if not found and state is not None:
                        return Found((state,), 0.75, child.i)
                    return self._tree.lowered(found, 0.85)
        return NOBODY

    def massed(self, made: Candidate, verb: Token, *, sent: bool = False) -> None:
        """Against whom forces stand at a border: "troops along its border with X".

        ``sent`` says that they are sent there, or across it.
        """
        things = self._tree.objects(verb)
        heads = (verb, *things, *(c for one in things for c in self._tree.children(one, "conj")))
        pairs = [pair for head in heads for pair in self._tree.obliques(head)]
        places = [one for case, one in pairs if sent or case != "across"]
        for place in (one for one in places if self._tree.lemma(one) in BORDERS):
            if not made.of(Role.TARGET):
                self._beyond(made, place)
            if made.of(Role.TARGET) and self._guarded_from(verb):
                made.roles.pop(Role.TARGET)
            elif made.of(Role.TARGET):
                made.pattern = AT_BORDER

    def _beyond(self, made: Candidate, border: Token) -> None:
        """Puts in who is behind a border: "the Kenyan border", "its border with X"."""
        for child in self._tree.children(border, "amod", "compound", "nmod:poss"):
            unit = self._tree.unit(child)
            if unit.actors and not self._tree.pronoun(child):
                made.add(Role.TARGET, unit.actors, unit.certainty * 0.85)
        mine = set(made.of(Role.SOURCE))
        for case, child in self._tree.obliques(border):
            if case in {"between", "of", "with"}:
                found = self._tree.actors(child)
                others = tuple(actor for actor in found.actors if actor not in mine)
                made.add(Role.TARGET, others, found.certainty * 0.85)

    def _guarded_from(self, verb: Token) -> bool:
        """Whether a border is watched for people who cross it: "to stem the flow of migrants"."""
        return any(self._tree.lemma(token) in _CROSSING for token in verb.sent)

    def landed(self, made: Candidate, verb: Token) -> None:
        """Where something came down that was fired: "rockets fired from X landed in Y"."""
        if made.of(Role.TARGET) or self._tree.lemma(verb) not in FLYING:
            return
        above = [verb.head.head] if verb.dep_ == "acl" and verb.head.dep_ == "nsubj" else []
        for clause in (*above, *self._tree.children(verb, "xcomp", "conj", "advcl")):
            for case, child in self._tree.obliques(clause):
                if clause.lower_ in _CAME_DOWN and case in _THERE:
                    self.where(made, child)

    def _agent_beside(self, verb: Token) -> Found:
        """The agent that two passives share: "were killed and twelve were captured by X"."""
        for other in verb.children:
            beside = other.dep_ in {"conj", "advcl", "xcomp"} and other.i > verb.i
            if beside and other.tag_ in PAST:
                found = self._tree.agent(other) or self.wielder(other, passive=True)
                return Found(found.actors, found.certainty * 0.8, found.token)
        return NOBODY

    def where(self, made: Candidate, token: Token) -> None:
        """The state where force was used, if it is not the attacker's own.

        Who fights somewhere does not fight the state in which it is.
        """
        trigger = self._tree.doc[made.trigger]
        if (
            self._tree.lemma(token) == "border"
            or (verbal(trigger) and self._tree.lemma(trigger) in _FOUGHT)
            or self.weapon(token)
            or downed(trigger, self._tree)
            or unnamed_fighters(trigger, self._tree, self._words)
            or with_others(trigger, self._tree, self._words)
        ):
            return
        country = self._tree.unit(token).state
        around = [c for c in token.children if c.dep_ in {"nmod", "appos"} and c.i > token.i]
        for found in map(self._tree.actors, around):  # "Blida in southern Lebanon"
            if found and found.actors[0].kind is ActorClass.COUNTRY:
                country = found.actors[0]
        if country is None:
            found = self._tree.actors(token)
            country = (
                found.actors[0] if found and found.actors[0].kind is ActorClass.COUNTRY else None
            )
        theirs = {party for actor in made.everybody() for party in (actor, actor.represents)}
        if country is not None and country not in theirs:
            made.add(Role.TARGET, (country,), PLACED)

    def struck(self, made: Candidate, trigger: Token) -> None:
        """The state that was struck, where only a town is named: "strikes on a school in X"."""
        if made.of(Role.TARGET) or not made.of(Role.SOURCE):
            return
        waiting = [trigger]
        if trigger.dep_ == "obj" and trigger.head.lower_ == "following":
            waiting.append(trigger.head)  # "dead following a bombing | on a shrine in X"
        if verbal(trigger) and self._tree.passive(trigger):  # "a school in X was hit by Y"
            waiting.extend(c for c in trigger.children if c.dep_ == "nsubj:pass")
            waiting.extend([trigger.head] if trigger.dep_ == "acl" else ())
        done = self._tree.children(trigger, "acl")  # "a raid carried out in X"
        waiting.extend(one for one in done if self._tree.lemma(one) in _CARRYING)
        while waiting and not made.of(Role.TARGET):
            one = waiting.pop(0)
            for child in one.children:
                dep = child.dep_.partition(":")[0]
                if child.i < one.i or dep not in {
                    "obj",
                    "obl",
                    "nmod",
                    "compound",
                    "appos",
                    "conj",
                }:
                    continue
                if verbal(child):
                    continue
                case = self._tree.case(child)
                if case in _AT and not verbal(one):
                    self._aimed(made, child)  # "a wave of strikes against X's bases in Y"
                if case in _THERE or (not case and dep not in {"obl", "nmod"}):
                    if case:
                        self._where_in(made, child, case)
                    waiting.append(child)

    def _aimed(self, made: Candidate, token: Token) -> None:
        """Puts in the band that strikes are said to be against, wherever its bases are."""
        found = self._tree.actors(token) or self._tree.owner(token, inside=False)
        bands = tuple(a for a in found.actors if a.kind is ActorClass.ARMED_GROUP)
        made.add(Role.TARGET, bands, found.certainty * 0.85)

    def _where_in(self, made: Candidate, token: Token, case: str) -> None:
        """The state of the place, or of the one it belongs to: "Idlib's town of X"."""
        for one in (token, *self._tree.children(token, "nmod:poss", "compound")):
            unit = self._tree.unit(one)
            there = unit.place is not None or (case == "in" and unit.actors)
            if there and not made.of(Role.TARGET):
                self.where(made, one)
