"""Roles that the verb above a noun of force gives it: "came under attack", "survived a raid"."""

from graph.model import ActorClass, Role
from ingest.candidates import Candidate
from ingest.nounroles import NounRoles
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_DYING = frozenset({"die", "perish"})
_SUFFERING = frozenset({"receive", "suffer", "sustain"})
_KILLING = frozenset({"during", "following", "from", "in"})
_OCCURRING = frozenset({"occur", "happen", "take", "unfold"})
_FIGHTING_BESIDE = frozenset({"after", "amid", "during", "following"})
_KILLED = frozenset({"die", "injure", "kill", "wound"})
_NEAR = frozenset({"at", "near", "on", "outside"})
_STARTING = frozenset(
    {
        "begin", "carry", "commence", "conduct", "continue", "expand", "intensify", "launch",
        "mount", "resume", "start", "step", "unleash",
    }
)  # fmt: skip
"""Verbs of who attacks, where the parse may hang on them what is attacked."""
_TOLD = frozenset({"announce", "claim", "confirm", "report"})
_POLICING = frozenset({"arrest", "detain"})
_REPELLING = frozenset({"repel", "repulse", "resist", "withstand"})
_SURVIVING = frozenset({"escape", "survive"})
_HARMING = frozenset(
    {
        "claim", "cripple", "damage", "demolish", "devastate", "disable", "flatten", "ignite",
        "leave", "level", "set",
    }
)  # fmt: skip
"""What an attack does to those whom it hits."""


class Onslaughts:
    """Fills roles of nouns of force from the verbs above them in one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers, own: NounRoles) -> None:
        self._tree, self._words, self._own = tree, triggers.grammar, own
        self._verbs = triggers.verbs

    def add(self, made: Candidate, noun: Token, verb: Token, dep: str) -> bool:
        """Whether the verb says who strikes or is struck; then they are put in."""
        tree, lemma = self._tree, self._tree.lemma(verb)
        if lemma == "come" and "under" in tree.cases(noun):
            found = tree.subject(verb)  # "came under attack from X"
            made.add(Role.TARGET, found.actors, found.certainty * 0.9)
            for town in tree.children(verb, "nsubj") if not found else ():
                self._own.where(made, town)
        elif lemma in _DYING and set(tree.cases(noun)) & _KILLING:
            self._died(made, noun, verb)
        elif lemma in _SUFFERING and tree.lemma(verb.head.head) in _DYING:
            self._died(made, noun, verb.head.head)  # "died of wounds | suffered in a raid"
        elif lemma in _REPELLING:
            found = tree.doer(verb)
            if dep in {"obj", "nsubj:pass"}:  # "X repelled an attack by Y"
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        elif dep == "obj" and lemma in _SURVIVING:
            found, by = tree.subject(verb), tree.agent(verb)  # "survived an ambush | by X"
            made.add(Role.TARGET, found.actors, found.certainty * 0.9)
            made.add(Role.SOURCE, by.actors, by.certainty * 0.9)
        elif lemma in self._words.blaming:
            self._blamed(made, verb, dep)
        elif dep.startswith("obl") and self._preparing(made, noun, lemma):
            found = tree.subject(verb)  # "is preparing for an invasion of X"
            made.add(Role.SOURCE, found.actors, found.certainty * 0.85)
        elif dep == "nsubj" and lemma in _HARMING:
            for one in tree.objects(verb):  # "an attack by X set a depot of Y on fire"
                found = tree.actors(one) or tree.owner(one, inside=False)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            self._where(made, noun, verb)
        elif dep.startswith("obl") and self._within(made, noun, verb):
            found = tree.agent(verb)  # "was killed by X in an attack on Y"
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        elif lemma not in _KILLED and self._fought(noun, dep):
            found = tree.subject(verb)  # "took the town after clashes with X"
            made.add(Role.SOURCE, found.actors, found.certainty * 0.8)
        else:
            return False
        return True

    def place(self, made: Candidate, noun: Token, verb: Token, dep: str) -> None:
        """Puts in the state of the place where the verb says that there was an attack."""
        lemma = self._tree.lemma(verb)
        told = dep in {"obj", "nsubj:pass"} and lemma in _TOLD | _STARTING
        if told or (dep == "nsubj" and lemma in _OCCURRING):
            self._where(made, noun, verb)

    def _died(self, made: Candidate, noun: Token, verb: Token) -> None:
        """Puts in who fell: "two soldiers of X died in a raid", "in clashes with Y"."""
        found = self._tree.subject(verb)
        if found and any(case == "with" for case, _ in self._tree.obliques(noun)):
            made.roles = {Role.SOURCE: made.roles.get(Role.TARGET, {})}
        made.add(Role.TARGET, found.actors, found.certainty * 0.9)

    def _within(self, made: Candidate, noun: Token, verb: Token) -> bool:
        """Whether the blow that a passive tells of was struck in an attack that nobody owns."""
        lone = bool(made.of(Role.TARGET)) and not made.of(Role.SOURCE)
        inside = set(self._tree.cases(noun)) & {"during", "in"} and self._tree.passive(verb)
        lemma = self._tree.lemma(verb)
        struck = any(f.force for f in self._verbs.get(lemma, ()))
        return lone and bool(inside) and struck and lemma not in _POLICING

    def _fought(self, noun: Token, dep: str) -> bool:
        """Whether one fought beside what the verb tells: "after heavy clashes with X"."""
        tree = self._tree
        beside = dep.startswith("obl") and bool(set(tree.cases(noun)) & _FIGHTING_BESIDE)
        whom = any(case == "with" for case, _ in tree.obliques(noun))
        return beside and whom and tree.lemma(noun) in self._words.mutual

    def _blamed(self, made: Candidate, verb: Token, dep: str) -> None:
        """Puts in whose deed it is said to be: "blamed the attack on X", "was blamed on X"."""
        blamed = [
            self._tree.actors(child)
            for case, child in self._tree.obliques(verb)
            if case in {"on", "to"} and dep in {"obj", "nsubj:pass"}
        ]
        if not any(blamed) and dep == "obj":  # parsed as "[the attack on X]"
            made.roles.pop(Role.TARGET, None)
        for found in blamed:
            made.add(Role.SOURCE, found.actors, found.certainty * 0.85)

    def _preparing(self, made: Candidate, noun: Token, lemma: str) -> bool:
        """Whether one makes ready for an attack of one's own: "prepares for an invasion of X"."""
        ready = lemma == "prepare" and "for" in self._tree.cases(noun)
        return ready and not made.of(Role.SOURCE)

    def _where(self, made: Candidate, noun: Token, verb: Token) -> None:
        """Puts in the state of the place that the parse hangs on the verb: "announced … in X"."""
        heads = (verb, *self._tree.objects(verb))
        for case, child in (pair for head in heads for pair in self._tree.obliques(head)):
            near = case == "in" or (case in _NEAR and self._tree.lemma(verb) in _OCCURRING)
            if near and child.i > noun.i and not made.of(Role.TARGET):
                found = self._tree.actors(child) or self._tree.owner(child)
                states = tuple(a for a in found.actors if a.kind is ActorClass.COUNTRY)
                made.add(Role.TARGET, states, found.certainty * 0.7)
                if not found:
                    self._own.where(made, child)  # "began an offensive in Gaza"
