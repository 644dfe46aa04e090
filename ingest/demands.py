"""Of whom something is demanded: "called for Israel's withdrawal", "asked in a letter to X"."""

from graph.model import Role
from ingest.candidates import Candidate
from ingest.nominals import NOBODY
from ingest.syntax import infinitive, infinitive_behind
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar

_ENDING = frozenset({"cessation", "end", "halt", "stop"})
_PEACE = frozenset(
    {"armistice", "calm", "ceasefire", "cease-fire", "de-escalation", "peace", "restraint", "truce"}
)
_CHANGES = frozenset(
    {
        "democracy", "dialogue", "election", "moratorium", "reconciliation", "reform", "rule",
        "transition", "vote",
    }
)  # fmt: skip
"""What a state is asked for by who wants it there."""
_LETTERS = frozenset(
    {"address", "appeal", "call", "cable", "letter", "message", "note", "plea", "telegram"}
)
_HANDED = frozenset({"release", "extradition", "handover", "repatriation", "return", "surrender"})
_OBTAINED = frozenset(
    {"access", "approval", "assurance", "consent", "guarantee", "help", "information", "permission"}
)
"""What only those can give of whom it is asked."""
_DOING = frozenset(
    {
        "compliance", "cooperation", "denuclearisation", "denuclearization", "departure",
        "disarmament", "dismantlement", "participation", "pullout", "resignation", "retreat",
        "withdrawal",
    }
)  # fmt: skip
"""What only those can do who are to do it: "called for the withdrawal of X's troops"."""
_STEPS = _DOING | {"action", "concession", "intervention", "involvement", "restraint", "response"}
"""What only those can do whose it is."""
_CAUGHT = frozenset({"arrest", "capture", "detain", "hold", "imprison", "jail", "seize"})
_AMONG = frozenset({"against", "among", "between", "by", "in", "inside"})


class Demands:
    """Finds of whom the verbs of one paragraph demand something."""

    def __init__(self, tree: Tree, words: Grammar) -> None:
        self._tree, self._words = tree, words

    def add(self, made: Candidate, verb: Token) -> None:
        """Whose act is asked for, or who is written to: "called for Israel's withdrawal"."""
        tree = self._tree
        for child in verb.children:
            if child.dep_ == "obj" or tree.case(child) == "for":
                self._quelled(made, child, verb)
        self._in_clauses(made, verb)
        for child in verb.children:
            if tree.lemma(child) in _HANDED:
                self._handed_over(made, child)
            if child.dep_ == "obj" and tree.lemma(child) in _OBTAINED and not made.of(Role.TARGET):
                for one in child.subtree:  # "requested access to the prisoner from X"
                    found = tree.actors(one) if tree.case(one) == "from" else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)
            insisting = tree.case(child) == "on" and tree.lemma(verb) == "insist"
            wanted = child.dep_ in {"obj", "obl"} and (tree.case(child) == "for" or insisting)
            if wanted or child.dep_ == "obj":
                self._by_whom(made, child, wanted=wanted)
        self._beside(made, verb)

    def _in_clauses(self, made: Candidate, verb: Token) -> None:
        """Who is to act in a clause of the verb, or is to be joined."""
        tree = self._tree
        for clause in tree.children(verb, "advcl", "parataxis"):
            for one in tree.children(clause, "nsubj") if infinitive(clause) else ():
                found = tree.actors(one)  # "pressed its partners, X and Y, to act"
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        for clause in tree.children(verb, "advcl", "xcomp"):
            if tree.lemma(clause) == "join" and infinitive(clause):  # "applied to join X"
                for one in tree.objects(clause):
                    found = tree.actors(one)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.9)

    def _by_whom(self, made: Candidate, child: Token, *, wanted: bool) -> None:
        """Who is to do or to give what is asked for; ``wanted`` is what is asked "for"."""
        tree, lemma = self._tree, self._tree.lemma(child)
        leaving = lemma in _DOING | _HANDED  # "for a withdrawal from Y"
        for case, one in tree.obliques(child):
            asked = (wanted and case == "by") or (case == "from" and not leaving)
            if asked and not made.of(Role.TARGET):  # "for help from X"
                found = tree.actors(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        listed = (child, *tree.children(child, "conj"))
        if wanted and any(map(infinitive_behind, listed)):  # "called for X to act"
            found = tree.actors(child)
            made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        for one in tree.behind(child, "by", "of") if lemma in _DOING else ():
            if not made.of(Role.TARGET):
                found = tree.actors(one) or tree.owner(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        acted = child.dep_ == "obj" and lemma in _STEPS  # "urged US action"
        if (wanted or acted) and not tree.unit(child).actors:
            for one in tree.children(child, "nmod:poss", "amod", "compound"):
                unit = tree.unit(one)
                if unit.actors and (unit.demonym or one.dep_ != "amod"):
                    made.add(Role.TARGET, unit.actors, unit.certainty * 0.8)

    def _beside(self, made: Candidate, verb: Token) -> None:
        """Of whom it is asked by what stands beside the verb, or by the verb above it."""
        tree, head = self._tree, verb.head
        for child in tree.behind(verb, "from") if tree.objects(verb) else ():
            if not made.of(Role.TARGET):  # "requests apologies from X"
                found = tree.actors(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        for child in tree.behind(verb, "in"):
            if tree.lemma(child) in _LETTERS and not made.of(Role.TARGET):
                for one in tree.behind(child, "to"):  # "in a letter to X, Y asked for help"
                    found = tree.actors(one)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        heeded = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
        if heeded and verb.tag_ == "VBN":  # "closed the camp as demanded by X"
            found = tree.patient_or_subject(tree.governor(head))
            made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        if made.of(Role.TARGET) or head == verb or tree.lemma(head) not in {"write", "phone"}:
            return
        for one in (*tree.objects(head), *tree.behind(head, "to")):
            found = tree.actors(one)
            made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _handed_over(self, made: Candidate, wanted: Token) -> None:
        """Who is to hand somebody over: "the extradition of the men from X"."""
        tree = self._tree
        for one in wanted.subtree if not made.of(Role.TARGET) else ():
            held = tree.case(one) == "in" and tree.lemma(wanted) == "extradition"
            found = tree.actors(one) if held or tree.case(one) == "from" else NOBODY
            made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        if not made.of(Role.TARGET):
            self._held(made, wanted)

    def _held(self, made: Candidate, wanted: Token) -> None:
        """Who holds those who are to be let go: "the release of a man detained in X"."""
        tree = self._tree
        for clause in (one for one in wanted.subtree if one.dep_.startswith("acl")):
            if tree.lemma(clause) not in _CAUGHT:
                continue
            found = tree.agent(clause)
            made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            for case, one in tree.obliques(clause):
                state = tree.unit(one).state if case == "in" and not made.of(Role.TARGET) else None
                if state is not None and tree.unit(one).date is None:
                    made.add(Role.TARGET, (state,), 0.75)

    def _quelled(self, made: Candidate, wanted: Token, verb: Token) -> None:
        """Among whom there is to be peace: "an end to the violence in X", "a truce in Y"."""
        tree, lemma = self._tree, self._tree.lemma(wanted)
        if lemma in _CHANGES and not made.of(Role.TARGET):
            self._changing(made, wanted, verb)
        if lemma not in _ENDING | _PEACE:
            return
        ended = list(tree.behind(wanted, "to", "of"))
        if lemma in _ENDING and not any(tree.lemma(c) in self._words.fighting for c in ended):
            return
        for head in (wanted, *ended, verb):
            for case, child in tree.obliques(head):
                party = case == "with" and lemma in _PEACE  # "a ceasefire with X"
                if (case in _AMONG or party) and not made.of(Role.TARGET):
                    found = tree.actors(child) or tree.owner(child)
                    state = tree.unit(child).state if not found else None
                    if state is not None:
                        made.add(Role.TARGET, (state,), 0.7)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        for head in ended if not made.of(Role.TARGET) else ():
            found = tree.owner(head, inside=False, of=False)  # "an end to X's attacks on Y"
            made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _changing(self, made: Candidate, wanted: Token, verb: Token) -> None:
        """The state in which something is to come: "urged dialogue in X", "elections in X"."""
        waiting = [wanted, *self._tree.children(wanted, "acl")]
        behind = (c for c in self._tree.children(verb, "advcl") if c.tag_ == "VBN")
        waiting.extend(filter(infinitive, behind))  # "elections to be held in X"
        for head in waiting:
            for child in self._tree.behind(head, "in"):
                found, state = self._tree.actors(child), self._tree.unit(child).state
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)
                if state is not None and not found:
                    made.add(Role.TARGET, (state,), 0.7)
