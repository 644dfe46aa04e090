"""What clauses say that is bad of their subjects: "violated the truce", "is a mistake"."""

from graph.model import ActorClass
from ingest.syntax import denied, tagged_verb
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_BESIDE = frozenset({"nsubj", "csubj", "obl", "advcl", "parataxis", "nmod"})
"""Relations under which a clause speaks of something else."""
_DESCRIBING = frozenset({"double"})
"""What is bad only of what it stands before: "double standards", not "to double exports"."""
_BREACHES = frozenset({"breach", "contravention", "defiance", "violation"})
_GOING_ON = frozenset({"begin", "continue", "keep", "persist", "start"})
_PARTAKING = frozenset({"involve", "participate", "partake"})
_WIELDING = frozenset({"deploy", "drop", "fire", "use"})
_BANNED = frozenset(
    {
        "banned", "biological", "chemical", "chlorine", "cluster", "disproportionate", "excessive",
        "incendiary", "indiscriminate", "nerve", "phosphorus", "poison", "poisonous", "sarin",
        "toxic",
    }
)  # fmt: skip
"""What weapons or force are that nobody may use."""
_DESTROYING = frozenset({"destroy", "detect"})
_HOLDING_UP = frozenset({"bar", "delay", "deny", "keep", "prevent", "stop"})
_WELCOME = frozenset(
    {
        "access", "aid", "convoy", "delegation", "deployment", "food", "inspector", "journalist",
        "lawyer", "medic", "mission", "monitor", "observer", "relief", "reporter", "rescuer",
    }
)  # fmt: skip
"""Whom and what only those hold up who do wrong."""
_TO_COME = frozenset({"'ll", "may", "might", "must", "shall", "should", "will", "wo", "would"})


class Reproaches:
    """Tells what the clauses of one paragraph say that is bad of their subjects."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._triggers = tree, triggers

    def told(self, clause: Token) -> bool:
        """Whether the clause says something bad of its subject: "violated", "is a mistake".

        What the clause only touches on does not count: "is losing ground in its attack"; where it
        denies, only what is owed does: "is not honouring the truce".
        """
        words = self._triggers.status.negative
        if denied(clause):
            return self._owing(clause)
        if self._keeps_out(clause):
            return True
        if self._blameless(clause):
            return False
        subjects = self._tree.children(clause, "nsubj")
        if any(self._tree.lemma(one) in self._triggers.status.misdeeds for one in subjects):
            return True  # "X's interference continues"
        done = self._tree.objects(clause) if self._tree.agent(clause) else ()
        if any(self._tree.lemma(one) in words for one in done):
            return True  # "the attack was carried out by X"
        if self._abets(clause) or self._bans_broken(clause):
            return True
        waiting = [clause]
        while waiting:
            one = waiting.pop()
            doing = one.lower_ in _DESCRIBING and tagged_verb(one)
            if not doing and (self._tree.lemma(one) in words or one.lower_ in words):
                return True
            waiting.extend(
                c
                for c in one.children
                if c.dep_.partition(":")[0] not in _BESIDE or self._tree.case(c) in {"as", "behind"}
            )
        return self._without(clause)

    def _bans_broken(self, clause: Token) -> bool:
        """Whether it tells of banned weapons that are used, or is "in breach of" something."""
        tree = self._tree
        if any(tree.lemma(c) in _BREACHES for c in tree.behind(clause, "in")):
            return True
        if self._takes_part(clause):
            return True
        things = tree.objects(clause) if tree.lemma(clause) in _WIELDING else ()
        sorts = (c.lower_ for one in things for c in tree.children(one, "amod", "compound"))
        return not _BANNED.isdisjoint(sorts)

    def _takes_part(self, clause: Token) -> bool:
        """Whether somebody took part in something bad, shot something down, or is a suspect."""
        tree, words = self._tree, self._triggers.status.negative
        parts = any(tree.lemma(c) == "part" for c in tree.objects(clause))
        if tree.lemma(clause) in _PARTAKING or (tree.lemma(clause) == "take" and parts):
            return any(
                tree.lemma(c) in words or self._forcible(c) for c in tree.behind(clause, "in")
            )
        if clause.lower_ == "suspect":
            return any(c.dep_ == "cop" for c in clause.children)
        return clause.lower_ == "shot" and any(c.lower_ == "down" for c in clause.children)

    def _forcible(self, noun: Token) -> bool:
        """Whether a noun names an act of force, and no drill."""
        frames = self._triggers.nouns.get(self._tree.lemma(noun), ())
        return any(frame.force for words, frame in frames if len(words) == 1)

    def _abets(self, clause: Token) -> bool:
        """Whether a clause says that somebody helps bands: "was arming the rebels"."""
        for inner in self._tree.children(clause, "xcomp"):
            if self._tree.lemma(clause) in _GOING_ON and self._abets(inner):
                return True  # "continue to support the rebels"
        words = self._triggers.status
        if self._tree.lemma(clause) not in words.abetting:
            return False
        helped = self._tree.objects(clause)
        return any(
            self._tree.lemma(one) in words.bands
            or any(self._tree.lemma(c) in words.bands for c in self._tree.children(one, "compound"))
            or any(a.kind is ActorClass.ARMED_GROUP for a in self._tree.unit(one).actors)
            for one in helped
        )

    def _keeps_out(self, clause: Token) -> bool:
        """Whether those are held up who come in peace: "prevented observers from entering"."""
        tree = self._tree
        if tree.lemma(clause) not in _HOLDING_UP or tree.passive(clause):
            return False
        things = tree.objects(clause)
        sorts = {tree.lemma(w) for one in things for w in (one, *tree.children(one, "compound"))}
        return not _WELCOME.isdisjoint(sorts)

    def _blameless(self, clause: Token) -> bool:
        """Whether a clause tells no bad deed of its subject: "X's troops stopped saboteurs".

        What befalls it or is withstood is none, nor are arms that are destroyed.
        """
        words, things = self._triggers.status, self._tree.objects(clause)
        arms = bool(things) and all(self._tree.lemma(one) in words.arms for one in things)
        destroyed = arms and self._tree.lemma(clause) in _DESTROYING
        return destroyed or self._tree.lemma(clause) in words.befalling

    def _owing(self, clause: Token) -> bool:
        """Whether a clause that denies says that somebody does not do what they should."""
        if any(c.dep_ == "aux" and c.lower_ in _TO_COME for c in clause.children):
            return False  # "would not allow it"
        owed = self._triggers.status.owed
        if self._tree.lemma(clause) in self._triggers.status.negative:
            return False  # "has not violated any rights"
        near = (clause, *self._tree.children(clause, "obj", "advmod", "xcomp"))
        return any(self._tree.lemma(one) in owed for one in near)

    def _without(self, clause: Token) -> bool:
        """Whether a clause says that somebody lacks what they should have: "has no right to"."""
        things = self._tree.objects(clause)
        lacking = (one for one in things if any(c.lower_ == "no" for c in one.children))
        return any(self._tree.lemma(one) in self._triggers.status.owed for one in lacking)
