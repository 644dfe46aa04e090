"""How others take what is asked, threatened or objected: "ignored X's calls", "despite protests".

Or what calls it forth: "drew criticism from X".
"""

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.circumstances import AFTER
from ingest.nominals import NOBODY, Found
from ingest.nounroles import NounRoles
from ingest.syntax import NOMINAL, tagged_verb
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import NounFrame

_DRAWING = frozenset(
    {"draw", "provoke", "prompt", "spark", "trigger", "attract", "elicit", "face", "meet", "bring"}
)
"""Verbs by which a deed calls forth protests: "drew criticism from X", "was met with …"."""
_PROMPTING = _DRAWING - {"bring", "face", "meet"}
_HEARD = frozenset({EventClass.REQUEST, EventClass.THREAT})
"""What somebody says to somebody who may go along with it."""
_UPON = frozenset({"after", "at", "despite", "following", "under"})
"""Prepositions before what somebody asks or threatens who so moves others, or does not."""
_RESENTING = frozenset({EventClass.ACCUSATION, EventClass.REJECTION})
_AGAINST_IT = frozenset({"amid", "despite"})
"""Prepositions before the words of those who do not like what somebody does."""
_REPROACHES = frozenset({"complaint", "condemnation", "criticism", "objection"})
"""What moves somebody to act otherwise: "put off the vote after criticism from X"."""
_BACKING = frozenset({"approve", "back", "endorse", "support"})
"""Verbs of what others oppose who are named behind them."""
_HEARING = frozenset(
    {
        "accept", "answer", "brush aside", "brush off", "decline", "defy", "dismiss", "face",
        "fulfil", "grant", "heed", "ignore", "rebuff", "receive", "refuse", "reject", "resist",
        "shrug off", "spurn", "turn down",
    }
)  # fmt: skip
_YIELDING = frozenset({"agree", "bow", "comply", "respond", "yield"})
"""Verbs of what one does with a request; the last ones with "to" or "with"."""


class Receptions:
    """Fills roles from what others do with the words that nouns of one paragraph name."""

    def __init__(self, tree: Tree, own: NounRoles) -> None:
        self._tree, self._own = tree, own

    def heard(self, noun: Token, frame: NounFrame) -> bool:
        """Whether what is asked or threatened comes to somebody: "ignored warnings from X"."""
        if not frame.weak or not tagged_verb(noun.head):
            return False
        if frame.kind in _RESENTING:
            return self._resented(noun)
        return frame.kind in _HEARD and self._heard(noun, noun.head, noun.dep_)

    def drawn(self, made: Candidate, noun: Token, frame: NounFrame, verb: Token, dep: str) -> bool:
        """Whether a deed calls it forth; puts in whose deed that is, and who answers."""
        lemma = self._tree.lemma(verb)
        if self._draws(frame, lemma, dep):
            self._drawn(made, verb, noun)
            return True
        if self._drawn_out(noun, frame, lemma, dep):
            self._own.opposed(made, noun, verb, frame)
            return True
        return False

    def received(
        self, made: Candidate, noun: Token, frame: NounFrame, verb: Token, dep: str
    ) -> bool:
        """Whether it comes to somebody who does something with it, or in spite of it.

        Puts in who that is.
        """
        if frame.kind in _HEARD and self._heard(noun, verb, dep):
            self._hearing(made, verb)
            return True
        if frame.kind not in _RESENTING or not self._resented(noun):
            return False
        doing = self._doing(noun, verb)
        if not any(c.dep_ == "nsubj" and self._tree.pronoun(c) for c in doing.children):
            self._hearing(made, doing)  # "went ahead despite protests from X"
        return True

    def _drawn_out(self, noun: Token, frame: NounFrame, lemma: str, dep: str) -> bool:
        """Whether something calls forth a rejection: "met with opposition", "drew a refusal"."""
        if frame.kind is not EventClass.REJECTION or lemma not in _DRAWING:
            return False
        return dep == "obj" or (dep == "obl" and not self._resented(noun))

    def _resented(self, noun: Token) -> bool:
        """Whether somebody does a thing that others do not like: "despite criticism from X"."""
        cases, owned = set(self._tree.cases(noun)), {"amod", "compound", "nmod:poss"}
        if cases & _AGAINST_IT:
            return True
        lemma = self._tree.lemma(noun)
        over = "over" in cases and lemma in {"objection", "opposition", "protest"}
        whose = any(self._tree.unit(c).actors for c in noun.children if c.dep_ in owned)
        return (over and whose) or (bool(cases & AFTER) and lemma in _REPROACHES)

    def _doing(self, noun: Token, verb: Token) -> Token:
        """The verb of what they do not like: behind a comma that of the sentence, not of a part."""
        first = noun.left_edge
        apart = first.i > 0 and noun.doc[first.i - 1].lower_ == ","
        return self._tree.governor(verb.head) if apart and verb.dep_.startswith("acl") else verb

    def _cases(self, noun: Token) -> set[str]:
        """The prepositions of the noun, or of the list on which it stands."""
        first = noun
        while first.dep_ == "conj" and first.head.pos_ in NOMINAL:
            first = first.head
        return {*self._tree.cases(noun), *self._tree.cases(first)}

    def _heard(self, noun: Token, verb: Token, dep: str) -> bool:
        """Whether the verb says what somebody does with it who hears it."""
        lemma, cases = self._tree.lemma(verb), self._cases(noun)
        particle = next((c.lower_ for c in verb.children if c.dep_ == "compound:prt"), "")
        if dep == "obj":
            return f"{lemma} {particle}".strip() in _HEARING
        return dep.startswith("obl") and (bool(cases & _UPON) or lemma in _YIELDING)

    def _hearing(self, made: Candidate, verb: Token) -> None:
        """Puts in to whom it came, where the noun says from whom: "X rejected Y's request"."""
        if made.of(Role.SOURCE) and not made.of(Role.TARGET):
            found = self._tree.doer(verb)
            backed = made.kind is EventClass.REJECTION and self._tree.lemma(verb) in _BACKING
            for one in self._tree.objects(verb) if backed else ():
                found = self._tree.actors(one) or self._tree.owner(one) or found
            if not any("court" in actor.key for actor in found.actors):  # appeals are its trade
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    @staticmethod
    def _draws(frame: NounFrame, lemma: str, dep: str) -> bool:
        """Whether a deed calls forth what the noun names: "prompted sanctions from X"."""
        if frame.weak and frame.kind is EventClass.ACCUSATION and lemma in _DRAWING:
            return True
        return frame.kind is EventClass.SANCTION and lemma in _PROMPTING and dep == "obj"

    def _drawn(self, made: Candidate, verb: Token, noun: Token) -> None:
        """Puts in who is blamed and who blames: "X's offensive drew protests from Y"."""
        drawn = self._tree.patient_or_subject(verb) or self._owner_of_subject(verb)
        made.add(Role.TARGET, drawn.actors, drawn.certainty * 0.85)
        for case, child in (*self._tree.obliques(verb), *self._tree.obliques(noun)):
            if case == "from":
                found = self._tree.actors(child)
                made.add(Role.SOURCE, found.actors, found.certainty)
        if self._tree.passive(verb):  # "was met with condemnation by Y"
            by = self._tree.agent(verb)
            made.add(Role.SOURCE, by.actors, by.certainty)

    def _owner_of_subject(self, verb: Token) -> Found:
        """Whose the deed is that a verb tells of: "Turkey's offensive drew"."""
        for child in verb.children:
            if child.dep_.startswith("nsubj"):
                return self._tree.owner(child)
        return NOBODY
