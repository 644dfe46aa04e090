"""At whom a verb's event is aimed, where neither its objects nor its prepositions name anybody."""

from graph.model import ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.demands import Demands
from ingest.invitations import Invitations
from ingest.nominals import NOBODY
from ingest.otherside import OtherSide
from ingest.predicates import Predicate
from ingest.recipients import Recipients
from ingest.roles import Roles
from ingest.routes import WAYS
from ingest.syntax import infinitive
from ingest.targets import Targets
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_AGREED = frozenset({"on", "to", "upon"})
_ANSWERS = frozenset({EventClass.REJECTION, EventClass.ACCUSATION})
_BUILDING = frozenset(
    {
        "build", "develop", "equip", "finance", "fund", "modernise", "modernize", "protect",
        "rebuild", "reconstruct", "repair", "restore", "stabilise", "stabilize", "train",
    }
)  # fmt: skip
_KEEPING_OUT = frozenset({EventClass.REJECTION, EventClass.SANCTION})
_NOWHERE = frozenset({"effect", "force", "power", "office", "term", "light", "end", "agreement"})
"""Where nobody goes: "came into effect"."""
_HANDING = frozenset(
    {
        "cede", "deliver", "extradite", "give", "hand", "lease", "lend", "provide", "return",
        "sell", "send", "supply", "transfer",
    }
)  # fmt: skip
_PAPERS = frozenset({"credential", "credentials", "letter"})
_PROTESTING = frozenset({"complain", "object", "protest"})
_REACHING = frozenset({"cable", "call", "contact", "phone", "ring", "telephone", "wire", "write"})
_TOWARDS = frozenset({"against", "from", "on", "to", "with"})
_THITHER = frozenset({"to", "in", "into", "for", "at"})
_CLAUSES = ("acl", "advcl", "xcomp")
_POSTED = frozenset({"base", "deploy", "fight", "serve", "station"})
"""What troops do where one visits them."""


class Aims:
    """Chooses by the class of an event where its target is looked for."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles, targets: Targets) -> None:
        self._tree, self._triggers = tree, triggers
        self._roles, self._targets = roles, targets
        words = triggers.grammar
        self._demands, self._recipients = Demands(tree, words), Recipients(tree, words)
        self._other_side = OtherSide(tree, triggers)
        self._invitations = Invitations(tree)
        frames = triggers.verbs.get("accept", ())
        self._pacts = {n for f in frames if f.kind is EventClass.AGREEMENT for n in f.nouns}

    def add(self, made: Candidate, predicate: Predicate, *, unnamed: bool) -> None:
        """Puts in the target that the verb's own words do not name.

        ``unnamed`` says that a passive leaves out who does it.
        """
        verb, frame = predicate.verb, predicate.frame
        if frame.kind is EventClass.VISIT:
            self._destination(made, verb)
            self._invitations.add(made, verb)
        elif frame.kind in _KEEPING_OUT and unnamed and not frame.nouns:
            self._targets.kept_out(made, verb)
        elif frame.kind is EventClass.AGREEMENT:
            self._agreed(made, verb)
        elif frame.kind is EventClass.MEDIATION and not made.of(Role.PARTICIPANT):
            self._disputed(made, verb)
        elif frame.kind is EventClass.COOPERATION and "exchange" in frame.guard:
            self._exchanged(made, predicate)
        elif made.of(Role.TARGET):
            return
        elif frame.kind is EventClass.THREAT:
            self._targets.threatened(made, verb)
        elif frame.kind is EventClass.SUPPORT:
            self._addressed(made, verb)
        elif frame.kind is EventClass.RELATIONS_DOWNGRADE and not frame.diplomat:
            self._posted(made, predicate)
        elif frame.kind is EventClass.RELATIONS_UPGRADE and frame.nouns:
            self._posted(made, predicate)
            self._partner(made, verb)
            if {self._tree.lemma(one) for one in predicate.objects} & _PAPERS:
                self._accredited(made, predicate)
        elif frame.kind is EventClass.AID and not frame.nouns:
            self._rebuilt(made, verb)
        elif frame.kind is EventClass.AID:
            self._recipients.add(made, verb)
        elif frame.kind is EventClass.SANCTION and not frame.nouns:
            self._kept_from(made, verb)
            self._sworn_to(made, predicate)
            self._targets.answered(made, verb)
        elif frame.kind is EventClass.SANCTION:
            self._held_by(made, predicate)
            self._sworn_to(made, predicate)
            self._targets.answered(made, verb)
        elif frame.kind is EventClass.REQUEST and not frame.must:
            self._demands.add(made, verb)
        elif frame.kind in _ANSWERS and not frame.judgement:
            if frame.kind is EventClass.REJECTION:
                self._targets.stayed_away(made, verb)
            else:
                self._provoked(made, verb)
            if frame.refusing:
                self._targets.awaited(made, verb)
            if frame.refusing and frame.nouns:
                return  # "will not take part" is said to nobody
            if self._tree.lemma(verb) == "vote":
                return  # "X voted against it, and Y abstained"
            self._other_side.add(made, verb, list(predicate.objects))
            things = [t for one in predicate.objects for t in one.subtree]
            if things and not (
                made.of(Role.TARGET) or any(self._tree.unit(t).mention for t in things)
            ):
                self._accredited(made, predicate)  # "the ambassador to X condemned the verdict"

    def _posted(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in the state in which an embassy is: "closed X's embassy in Y, Z"."""
        joined = (c for one in predicate.objects for c in self._tree.children(one, "conj"))
        near = (predicate.verb, *predicate.objects, *joined)
        inside = [c for one in near for c in self._tree.behind(one, "at")]  # "work at its embassy"
        for one in (*near, *inside):
            for child in self._tree.behind(one, "in"):
                found = self._tree.actors(child)
                state = None if found else self._tree.unit(child).state
                if state is not None and not made.of(Role.TARGET):
                    made.add(Role.TARGET, (state,), 0.7)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _partner(self, made: Candidate, verb: Token) -> None:
        """Puts in with whom is done what leads to it: "exchanged notes with X to restore ties"."""
        if made.of(Role.TARGET) or verb.dep_ not in {"acl", "advcl", "xcomp"}:
            return
        head = verb.head if verb.dep_ != "acl" else verb.head.head
        for one in (head, *self._tree.objects(head)):
            for case, child in self._tree.obliques(one):
                found = self._tree.actors(child) if case == "with" else NOBODY
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _accredited(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in where an envoy is: "the ambassador to X presented his credentials"."""
        for child in self._tree.children(predicate.verb, "nsubj"):
            for mention in self._tree.unit(child).mentions:
                made.add(Role.TARGET, tuple(entry.actor for entry in mention.host), 0.85)

    def _disputed(self, made: Candidate, verb: Token) -> None:
        """Puts in between whom somebody mediates: "in the dispute between X and Y"."""
        heads = [*self._tree.objects(verb), *(c for _, c in self._tree.obliques(verb))]
        for case, child in (pair for head in heads for pair in self._tree.obliques(head)):
            if case in {"among", "between", "with"}:
                found = self._tree.actors(child)
                made.add(Role.PARTICIPANT, found.actors, found.certainty * 0.85)
        for child in self._tree.behind(verb, "in") if not made.of(Role.PARTICIPANT) else ():
            states = [a for a in self._tree.unit(child).actors if a.kind is ActorClass.COUNTRY]
            made.add(Role.PARTICIPANT, tuple(states), 0.75)  # "has mediated in X"

    def _rebuilt(self, made: Candidate, verb: Token) -> None:
        """Puts in whose it is that somebody helps to build: "will help rebuild X's port"."""
        for clause in self._tree.children(verb, "xcomp", "ccomp"):
            if self._tree.lemma(clause) not in _BUILDING:
                continue
            for one in self._tree.objects(clause):
                found = self._tree.owner(one)
                state = self._tree.unit(one).state if not found else None
                if state is not None:
                    made.add(Role.TARGET, (state,), 0.7)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _kept_from(self, made: Candidate, verb: Token) -> None:
        """Puts in from which state somebody is kept: "bans its citizens from working in X"."""
        for clause in (c for one in (verb, *self._tree.objects(verb)) for c in one.children):
            if clause.tag_ == "VBG" and any(c.lower_ == "from" for c in clause.children):
                for case, child in self._tree.obliques(clause):
                    if case in _TOWARDS | {"in", "into", "through"}:
                        found = self._tree.actors(child) or self._tree.owner(child)
                        made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _held_by(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in whose it is that is frozen: "froze $10 million held by X's bank"."""
        tree = self._tree
        some = [c for one in predicate.objects for c in tree.behind(one, "of")]
        for one in (*predicate.objects, *some):
            for clause in tree.children(one, "acl"):
                behind = {"hold": "by", "own": "by", "control": "by", "belong": "to"}
                wanted = behind.get(tree.lemma(clause))
                for child in clause.children if wanted else ():
                    found = tree.actors(child) if tree.case(child) == wanted else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _sworn_to(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in whose people are punished: "sanctions on firms linked to X"."""
        things = predicate.objects
        for one in (*things, *(c for thing in things for _, c in self._tree.obliques(thing))):
            found = self._tree.sworn(one) if not made.of(Role.TARGET) else NOBODY
            made.add(Role.TARGET, found.actors, found.certainty)

    def _provoked(self, made: Candidate, verb: Token) -> None:
        """Puts in at whose deed somebody protests: "protested when X moved a rig there"."""
        for clause in self._tree.children(verb, "advcl"):
            marks = {c.lower_ for c in clause.children if c.dep_ in {"advmod", "mark"}}
            if self._tree.lemma(verb) in _PROTESTING and marks & {"after", "when"}:
                found = self._tree.subject(clause)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _exchanged(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in who gives something in return: "in exchange for prisoners held by X"."""
        tree = self._tree
        if len(made.everybody()) != 1:
            return
        pairs = (p for one in (predicate.verb, *predicate.objects) for p in tree.obliques(one))
        for case, child in pairs:
            if case != "in" or tree.lemma(child) not in {"exchange", "return", "swap"}:
                continue
            for token in (t for t in predicate.verb.subtree if t.i > child.i):
                theirs = tree.case(token) in {"by", "from"} or token.dep_ == "nmod:poss"
                found = tree.actors(token) if theirs else NOBODY
                made.add(Role.PARTICIPANT, found.actors, found.certainty * 0.8)

    def _addressed(self, made: Candidate, verb: Token) -> None:
        """To whom it is said by letter or telephone: "phoned X to offer condolences"."""
        tree, above = self._tree, verb.head
        if not infinitive(verb) or tree.lemma(above) not in _REACHING:
            return
        for one in (*tree.objects(above), *tree.behind(above, "to")):
            found = tree.actors(one)
            made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _agreed(self, made: Candidate, verb: Token) -> None:
        """Puts in with whom one side alone agrees: "agreed to comply with X".

        Talks that it agrees to return to are what the agreement is about.
        """
        self._accepted(made, verb)
        if len(made.everybody()) != 1:
            return
        for clause in self._tree.children(verb, "xcomp"):
            below = list(self._tree.behind(clause, *_TOWARDS))
            sessions = (self._tree.unit(one).session for one in below)
            made.title = made.title or next((s.title for s in sessions if s is not None), None)
            told = self._triggers.verbs.get(self._tree.lemma(clause), ())
            if not all(frame.refusing or frame.foretold for frame in told):
                continue  # "agreed to meet X" is told by the meeting
            objects = self._tree.objects(clause)
            if self._tree.lemma(clause) in _HANDING:  # "agreed to hand over the men to X"
                pairs = (pair for one in objects for pair in self._tree.obliques(one))
                below += [child for case, child in pairs if case in _TOWARDS]
            for one in (*objects, *below):
                found = self._tree.actors(one) or self._tree.owner(one)
                if found and not set(found.actors) & set(made.everybody()):
                    made.add(Role.PARTICIPANT, found.actors, found.certainty * 0.8)

    def _accepted(self, made: Candidate, verb: Token) -> None:
        """Puts in whose plan is agreed to, or with whom: "X and Y agreed to a truce with Z"."""
        pacts = list(self._tree.behind(verb, *_AGREED))
        pacts += self._tree.objects(verb) if self._tree.lemma(verb) == "accept" else ()
        for pact in pacts:
            if self._tree.lemma(pact) not in self._pacts:
                continue
            others = [c for with_, c in self._tree.obliques(pact) if with_ in {"between", "with"}]
            for found in map(self._tree.actors, others):
                made.add(Role.PARTICIPANT, found.actors, found.certainty * 0.9)
            if len(made.everybody()) == 1:
                found = self._tree.owner(pact)
                made.add(Role.PARTICIPANT, found.actors, found.certainty * 0.8)

    def _destination(self, made: Candidate, verb: Token) -> None:
        """Puts in where a traveller went: a state, or the state of a town."""
        tree, objects = self._tree, self._tree.objects(verb)
        for mention in (m for one in objects for m in tree.unit(one).mentions):
            made.add(
                Role.TARGET, tuple(entry.actor for entry in mention.host), 0.85
            )  # "envoy to X"
        if any(frame.travel for frame in self._triggers.verbs.get(tree.lemma(verb), ())):
            if any(self._plain(one) and tree.lemma(one) not in WAYS for one in objects):
                return  # "returned fire", "left the decision to"
            objects = []
        if any(tree.lemma(child) in _NOWHERE for _, child in tree.obliques(verb)):
            return  # "came into effect"
        under = (c for one in (verb, *objects) for c in tree.children(one, *_CLAUSES))
        posted = [c for c in under if tree.lemma(c) in _POSTED]  # "troops serving in X"
        where = (place for clause in posted for place in tree.behind(clause, "at", "in"))
        for token in (*objects, *tree.behind(verb, *_THITHER), *where):
            if made.of(Role.TARGET):
                return
            self._roles.target_place(made, token)

    def _plain(self, token: Token) -> bool:
        """Whether the noun names neither a state, a place nor a time."""
        unit = self._tree.unit(token)
        return token.pos_ == "NOUN" and not (unit.actors or unit.place or unit.date)
