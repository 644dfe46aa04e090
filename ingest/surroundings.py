"""Whether the words around a verb are those that its frame asks for."""

from collections.abc import Iterator

from graph.model import EventClass
from ingest.blacklists import Blacklists
from ingest.parties import Parties
from ingest.roles import verbal
from ingest.syntax import NEVER, SPANS, SUBJECTS, denied, infinitive, supposed
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_LEAVING = frozenset({"leave", "pack", "depart", "come", "return", "go", "quit", "exit"})
_DEADLINES = frozenset({"day", "hour"})
_COURTS = ("council", "court", "tribunal", "trade organization")
"""Words in the names of those before whom states are brought."""
_WILL = frozenset({"'ll", "will", "would", "’ll"})
_COMING_BACK = frozenset({"come", "return"})
_PARLEYS = frozenset({"dialogue", "negotiation", "table", "talk", "talks"})
_CONCURRING = frozenset({"agree", "concur"})
_SAYING_WHAT = frozenset({"advcl", "ccomp", "obj", "obl", "xcomp"})
"""Relations of what somebody agrees to, or with whom."""
_INSIDE = frozenset({"acl", "advcl", "ccomp", "xcomp"})
_VOWING = frozenset({"decide", "pledge", "promise", "resolve", "vow"})
_FIGHTING = frozenset(
    {
        "attack",
        "avenge",
        "crush",
        "defy",
        "dig",
        "fight",
        "hit",
        "press",
        "punish",
        "resist",
        "retaliate",
    }
)
_TOGETHER = frozenset({"jointly", "together"})
_COMING = frozenset({"'ll", "shall", "will", "would"})
_KEEPING_UP = frozenset({"continue", "increase", "intensify", "keep", "maintain", "step"})
_PRESSING = frozenset({"attacks", "jihad", "offensive", "pressure", "resistance", "strikes"})
"""What who keeps it up agrees to with nobody."""


class Surroundings:
    """Tells by the words around the verbs of one paragraph which frames may fit."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._words = tree, triggers.grammar
        self._parties = Parties(tree, triggers)
        self._nearby: dict[int, set[str]] = {}
        self._blacklists = Blacklists(tree, triggers.grammar)

    def admit(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether the words around the verb are those that the frame asks for."""
        near = self._near(verb) if frame.guard or frame.needs_context else set()
        if frame.kind is EventClass.ACCUSATION and frame.needs_context and self._armed(verb):
            return False  # "soldiers fired back" with no words
        if frame.kind is EventClass.AGREEMENT and self._devoted(verb):
            return False  # "X and Y are committed to peace"
        if frame.guard and not (frame.guard & (near | {self._tree.lemma(verb)})):
            return False
        if frame.needs_any and not any(case in frame.needs_any for case in self._led(verb, frame)):
            if frame.members:
                return self._parties.belong(verb)
            if frame.indirect is not None and self._given(verb):
                return True
            if not (frame.infinitive or frame.that):
                return False
            if not any(c.dep_ in {"xcomp", "ccomp"} and verbal(c) for c in verb.children):
                return False
        if frame.members and not self._parties.among_members(verb, frame):
            return False
        if frame.letting and not self._parties.let(verb):
            return False
        if frame.jointly and not self._parties.together(verb):
            return False
        if frame.granting and not any(self._grants(c) for c in verb.children):
            return False
        if frame.listed and self._blacklists.listing(verb) is None:
            return False
        if frame.asked and not self._asked(verb, frame):
            return False
        hoping = frame.kind is EventClass.REQUEST and self._tree.lemma(verb) == "hope"
        if hoping and not any(self._tree.children(verb, "ccomp")):
            return False  # "hopes to sign a treaty with X"
        if frame.bare and self._complemented(verb):
            return False
        if frame.kind is EventClass.AGREEMENT and self._hostile(verb):
            return False
        if frame.travel and self._resumes(verb):
            return False
        if frame.parting and not self._parties.part(verb, frame):
            return False
        if frame.lasting and not (
            verb.tag_ == "VBG" and any(c.dep_ == "aux" for c in verb.children)
        ):
            return False
        if frame.leaving and not self._to_leave(verb):
            return False
        if frame.suffered and not self._tree.passive(verb):
            return False
        if frame.limit and not self._limited(verb):
            return False
        if frame.court and not self._before_court(verb, frame):
            return False
        if frame.conditioned and not self._supposed(verb):
            return False
        return not frame.needs_context or self._in_context(verb, frame, near)

    def _asked(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether it is said what somebody is asked to do: "called on X | to leave"."""
        apart = frame.infinitive or self._tree.lemma(verb) == "vote"  # "voted 15 to 0 to impose"
        clauses = {"xcomp", "advcl"} if apart else {"xcomp"}
        asked = (c for c in verb.children if c.dep_ in clauses or self._right_behind(verb, c))
        return any(map(infinitive, asked))

    def _right_behind(self, verb: Token, clause: Token) -> bool:
        """Whether a clause goes on where the verb ends: "have formally applied | to join X"."""
        return clause.dep_ == "advcl" and clause.left_edge.i == verb.i + 1

    def _given(self, verb: Token) -> bool:
        """Whether somebody gets it without a preposition: "gave X howitzers"."""
        things = self._tree.children(verb, "obj", "iobj")
        return any(self._tree.unit(one).actors for one in things)

    def _to_leave(self, verb: Token) -> bool:
        """Whether somebody is to go: "told X to leave", "to get out", "gave X 48 hours"."""
        if any(t.lemma_ in _LEAVING for t in verb.subtree):
            return True
        if self._tree.lemma(verb) == "give":
            return any(self._tree.lemma(c) in _DEADLINES for c in verb.children)
        out = (c for c in verb.children if self._tree.lemma(c) == "get")
        return any(each.lower_ == "out" for c in out for each in c.children)

    def _devoted(self, verb: Token) -> bool:
        """Whether it only says what somebody stands for: "assured X that he backed Y"."""
        clauses = list(self._tree.children(verb, "ccomp"))
        if self._tree.lemma(verb) == "assure" and clauses:
            return not any(c.lower_ in _COMING for clause in clauses for c in clause.children)
        return self._tree.lemma(verb) == "commit" and self._tree.passive(verb)

    def _led(self, verb: Token, frame: VerbFrame) -> Iterator[str]:
        """The prepositions by the verb and, where it asks for an object, by that: "troops into"."""
        # "voted against", "was objected to by"
        yield from (c.lower_ for c in verb.children if c.dep_ == "advmod" or c.tag_ == "IN")
        objects = self._tree.objects(verb) if frame.nouns or frame.judgement else ()
        listed = (c for one in objects for c in self._tree.children(one, "conj"))
        heads = (verb, *objects, *listed)
        for head in heads:
            yield from (case for case, _ in self._tree.obliques(head))
            for case, inner in self._tree.obliques(head) if head != verb else ():
                if case == "of":  # "returned the remains of soldiers | to X"
                    yield from (near for near, _ in self._tree.obliques(inner))
            mention = self._tree.unit(head).mention
            if frame.nouns and mention is not None and " from " in mention.name:
                yield "from"  # "tanks from X" may be one name

    def _near(self, verb: Token) -> set[str]:
        """The words that hang on the verb, with their lemmas, and the adjectives of its objects.

        Whatever its subject is called, "troops" are among them where fighters are meant.
        """
        found = self._nearby.get(verb.i)
        if found is None:  # many frames ask
            found = self._nearby[verb.i] = self._hanging(verb)
        return found

    def _hanging(self, verb: Token) -> set[str]:
        near = {c.lower_ for c in verb.children} | {c.lemma_.lower() for c in verb.children}
        near |= {case for case, _ in self._tree.obliques(verb)}
        for one in self._tree.objects(verb):
            within = list(self._tree.behind(one, "in", "of"))
            if any(self._tree.unit(c).actors for c in self._tree.behind(one, "from")):
                near.add("from")  # "a letter from X"
            near |= {c.lower_ for c in within}
            near |= {c.lower_ for part in (one, *within) for c in self._adjectives(part)}
            if self._tree.lemma(one) == "right":  # "affirmed X's right to exist"
                near |= {c.lower_ for c in self._tree.children(one, "acl", "nmod")}
        return near | {"troops"} if self._armed(verb) else near

    def _adjectives(self, noun: Token) -> Iterator[Token]:
        """What describes a noun, be it taken for a noun itself: "retaliatory steps"."""
        return self._tree.children(noun, "amod", "compound")

    def _in_context(self, verb: Token, frame: VerbFrame, near: set[str]) -> bool:
        """Whether a word of the frame's context stands in the sentence, by "call" beside it."""
        words = near if verb.lemma_ == "call" else near | {t.lower_ for t in verb.sent}
        return bool(frame.needs_context & (words | {self._tree.lemma(verb)} - {"call"}))

    def _armed(self, verb: Token) -> bool:
        """Whether it is troops or fighters that do it."""
        subjects = (self._tree.unit(c).mention for c in verb.children if c.dep_ in SUBJECTS)
        return any(mention is not None and mention.force for mention in subjects)

    def _complemented(self, verb: Token) -> bool:
        """Whether the verb says what for: "called on X to act", "on X for help"."""
        clause = any(c.dep_ in {"xcomp", "ccomp", "advcl"} for c in verb.children)
        return clause or any(case == "for" for case, _ in self._tree.obliques(verb))

    def _supposed(self, verb: Token) -> bool:
        """Whether it hangs on what another does: "will respond if X attacks"."""
        if any(case == "to" for case, _ in self._tree.obliques(verb)):
            return False  # "will respond to the request if X agrees"
        return any(map(supposed, self._tree.children(verb, "advcl", "ccomp")))

    def _before_court(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether the verb says before which council or court somebody comes, and no matter."""
        if not any(self._tree.actors(one, deep=False) for one in self._tree.objects(verb)):
            return False
        there = [*self._tree.behind(verb, *frame.needs_any)]
        there += [c for one in self._tree.objects(verb) for c in self._tree.behind(one, "to")]
        names = (
            a.label.lower() for one in there for a in self._tree.actors(one, deep=False).actors
        )
        return any(word in name for name in names for word in _COURTS)

    def _limited(self, verb: Token) -> bool:
        """Whether the verb says until when something is to be done: "two weeks to comply"."""
        active = verb.tag_ != "VBN" or any(c.lemma_ == "have" for c in verb.children)
        if not (active or self._tree.agent(verb)):
            return False  # "was given three days to leave"
        spans = [c for c in verb.children if c.dep_ in {"obj", "obl", "obl:unmarked"}]
        spans = [c for c in spans if self._tree.lemma(c) in SPANS or self._tree.case(c) == "until"]
        return bool(spans) and any(infinitive(c) for one in (verb, *spans) for c in one.children)

    def _grants(self, clause: Token) -> bool:
        """Whether it says that somebody will do something for others."""
        will = any(c.lower_ in _WILL for c in clause.children)
        told = clause.dep_ == "ccomp" and not self._tree.passive(clause)
        promised = told and will and not denied(clause)
        return promised and self._tree.lemma(clause) in self._words.granting

    def _resumes(self, verb: Token) -> bool:
        """Whether one only takes part again: "will return to the six-party talks in X"."""
        tree = self._tree
        back = tree.lemma(verb) in _COMING_BACK
        for case, one in tree.obliques(verb) if back else ():
            held = tree.unit(one).session is not None or tree.lemma(one) in _PARLEYS
            if case == "to" and held:
                return True
        return False

    def _hostile(self, verb: Token) -> bool:
        """Whether somebody vows what is no agreement, or only says that it is so: "X agreed"."""
        tree, lemma = self._tree, self._tree.lemma(verb)
        if lemma in _CONCURRING:
            around = {c.dep_.partition(":")[0] for c in verb.children}
            told = any(c.dep_.startswith("aux") for c in verb.children)
            return not (told or verb.dep_ in _INSIDE or around & _SAYING_WHAT)
        for clause in tree.children(verb, "xcomp") if lemma in _VOWING else ():
            if not (_TOGETHER | NEVER).isdisjoint(c.lower_ for c in clause.children):
                continue  # "vowed to fight crime together", "not to attack X"
            things = (one.lower_ for one in tree.objects(clause))
            if tree.lemma(clause) in _FIGHTING or (
                tree.lemma(clause) in _KEEPING_UP and _PRESSING & set(things)
            ):
                return True  # "vowed to fight on", "to keep up the pressure on X"
        return False
