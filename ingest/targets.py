"""At whom an event is aimed, where the object of its verb does not say so itself."""

from graph.model import Role
from ingest.candidates import Candidate
from ingest.deeds import Deeds
from ingest.nominals import NOBODY
from ingest.strikes import Strikes
from ingest.syntax import infinitive, supposed, timed
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_ANSWERING = frozenset({"reaction", "reply", "reprisal", "response", "retaliation", "retaliate"})
_ENTERING = frozenset({"dock", "enter", "visit"})
_TO_DO = ("xcomp", "ccomp", "advcl", "acl")
"""Relations of what is threatened."""
_AGAINST = frozenset({"on", "against", "for", "to", "with", "from"})
"""Prepositions before whom something threatened would meet."""


class Targets:
    """Finds at whom threats, answers and refusals are aimed in one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._words = tree, triggers.grammar
        self._strikes, self._deeds = Strikes(tree, triggers), Deeds(tree, triggers)

    def threatened(self, made: Candidate, verb: Token) -> None:
        """Against whom what is threatened would go: "threatened to cut aid to X"."""
        tree = self._tree
        clauses = [c for c in tree.children(verb, *_TO_DO) if not (supposed(c) or timed(c))]
        clauses = [c for c in clauses if not self._advised_against(c)]
        for clause in [*clauses, *(c for one in clauses for c in tree.children(one, "xcomp"))]:
            others = clause.dep_ == "ccomp" and self.assailing(clause) and tree.subject(clause)
            if others and not set(others.actors) & set(made.of(Role.SOURCE)):
                continue  # "warned that the rebels would step up their attacks"
            objects = tree.objects(clause)
            if any(c.dep_ == "expl" for c in clause.children):  # "there will be no aid for X"
                objects = [*objects, *tree.children(clause, "nsubj")]
            for one in objects:
                found = tree.actors(one) or tree.owner(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            forced = any(tree.lemma(one) == "force" or self._strikes.weapon(one) for one in objects)
            for head in (*objects, clause):  # "sanctions on X", "a new operation against X"
                for case, child in tree.obliques(head):
                    there = case == "in" and forced  # "to carry out attacks in X"
                    if (case in _AGAINST or there) and not made.of(Role.TARGET):
                        found = tree.actors(child)
                        made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        for token in verb.subtree if not made.of(Role.TARGET) else ():
            if supposed(token):  # "… if X imposes sanctions", "… if attacked by X"
                found = tree.doer(token)
                made.add(Role.TARGET, found.actors, found.certainty * 0.75)

    @staticmethod
    def _advised_against(clause: Token) -> bool:
        """Whether somebody is told not to do it: "warned against breaking with X"."""
        return any(c.dep_ in {"case", "mark"} and c.lower_ == "against" for c in clause.children)

    def assailing(self, clause: Token) -> bool:
        """Whether its subject is to attack: who warns of that does not threaten it."""
        aimed = self._tree.objects(clause) if not self._tree.passive(clause) else ()
        return any(map(self._deeds.forced, aimed))

    def awaited(self, made: Candidate, verb: Token) -> None:
        """Who has to act first: "will not return to the talks until X apologises"."""
        for clause in self._tree.children(verb, "advcl"):
            marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
            if marks & {"unless", "until"} and not made.of(Role.TARGET):
                passive = self._tree.passive(clause)
                found = NOBODY if passive else self._tree.subject(clause)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def answered(self, made: Candidate, verb: Token) -> None:
        """Puts in whose act is answered: "banned it in retaliation for X's sanctions"."""
        if made.of(Role.TARGET):
            return
        tree = self._tree
        heads = (verb, *tree.objects(verb), *tree.children(verb, "advcl", "xcomp"))
        below = [child for head in heads for _, child in tree.obliques(head)]
        for one in (*heads, *below, *(c for b in below for _, c in tree.obliques(b))):
            if tree.lemma(one) not in _ANSWERING:
                continue
            apart = (pair for pair in tree.obliques(verb) if pair[1].i > one.i)
            for case, act in (*tree.obliques(one), *apart):
                if case in {"against", "for", "to"} and not made.of(Role.TARGET):
                    found = tree.actors(act) or tree.owner(act, inside=False, of=False)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def entering(self, verb: Token) -> bool:
        """Whether it is about entry to a country: "barred citizens of X from entering"."""
        clauses = self._tree.children(verb, "xcomp", "advcl")
        return any(self._tree.lemma(clause) in _ENTERING for clause in clauses)

    def kept_out(self, made: Candidate, verb: Token) -> None:
        """Which state keeps somebody out: "were barred from entering X"."""
        for clause in self._tree.children(verb, "xcomp", "advcl"):
            if self._tree.lemma(clause) in _ENTERING:
                there = list(self._tree.behind(clause, "at", "in"))
                for one in (*self._tree.objects(clause), *there):
                    found = self._tree.actors(one) or self._tree.owner(one)
                    made.add(Role.SOURCE, found.actors, found.certainty * 0.85)

    def stayed_away(self, made: Candidate, verb: Token) -> None:
        """Whose guests somebody will not be: "will not attend the summit in X"."""
        tree = self._tree
        clauses = [verb]
        for one in (verb, *tree.objects(verb)):  # "declined an invitation to attend"
            clauses.extend(c for c in tree.children(one, "xcomp", "acl") if infinitive(c))
        for clause in clauses:
            inside = list(tree.behind(clause, "at", "in"))
            for one in (*tree.objects(clause), *inside):
                session = tree.unit(one).session
                held = session is not None or tree.lemma(one) in self._words.gatherings
                if session is not None and len(tree.unit(one).inner) == 1:
                    made.add(Role.TARGET, tree.unit(one).inner, 0.75)  # "boycott a UN summit"
                for case, child in (*tree.obliques(one), *tree.obliques(clause)) if held else ():
                    state = tree.unit(child).state
                    if case == "in" and state is not None and not made.of(Role.TARGET):
                        made.add(Role.TARGET, (state,), 0.7)
