"""What stands above a verb says of its event: "said that", "accused X of", "until", "after"."""

from collections.abc import Callable

from graph.model import Status
from ingest.infinitives import Infinitives
from ingest.standing import NO_EVENT, Standing, Verdict
from ingest.statuswords import StatusWords
from ingest.syntax import OBJECTS, PRESENT, infinitive
from ingest.tenses import HAVING
from ingest.tokens import Token
from ingest.tree import Tree

_CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "obl", "nmod"})
_GERUNDS = frozenset({"xcomp", "ccomp", "obl", "acl", "advcl", "nmod"})
_DECIDING = frozenset({"agree", "decide", "resolve", "vote"})
_ADOPTING = frozenset({"adopt", "approve", "pass"})
"""How an assembly decides."""
_ON = frozenset({"about", "of", "on"})
_TALKING = frozenset({"speak", "talk", "think"})
_WOULD = frozenset({"could", "might", "would"})
_REFUSED = OBJECTS | {"xcomp"}


class ClauseStatus(Standing):
    """Reads the status of an event that a verb reports off the words above the verb."""

    def __init__(
        self, tree: Tree, words: StatusWords, above: Callable[[Token, int], Verdict]
    ) -> None:
        super().__init__(tree, words, above)
        self._infinitives = Infinitives(tree, words, above)

    def of(self, token: Token, depth: int) -> Verdict:
        """The status of a verb that is not the head of its sentence."""
        dep = token.dep_
        marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "case"}}
        if self._looks_forward(token.head) and self._lemma(token) in self._words.awaited:
            return Verdict(Status.PLANNED, 0.85)  # "looks forward to welcoming X"
        if marks & self._words.prepositions["unreal"]:
            return NO_EVENT
        if "until" in marks and (token.tag_ in PRESENT or self._tree.unit(token).present):
            return NO_EVENT  # "no talks until X withdraws"
        if marks & {"before", "until"}:
            return Verdict(Status.PLANNED if token.tag_ == "VBG" else Status.HAPPENED, 0.8)
        to_do = "to" in marks or infinitive(token)
        if dep == "conj":
            return self._coordinated(token, to_do, depth)
        if dep in _CLAUSES or dep.startswith(("advcl", "acl")):
            if dep == "acl:relcl" and self._only_proposed(token):
                return NO_EVENT  # "rejected a plan under which X would occupy Y"
            base = token.tag_ == "VB" and not _perfect(token)
            bare = base or (token.tag_ == "VBP" and dep == "xcomp")
            if to_do or bare:  # "demanding X cease fire"
                return self._infinitives.under(token, dep, depth)
            if token.tag_ == "VBG" and dep in _GERUNDS:
                return self._gerund(token, marks, depth)
            return self._finite_clause(token, marks)
        return Verdict(Status.HAPPENED)

    def _only_proposed(self, token: Token) -> bool:
        """Whether it would be under what somebody rejects, seeks or thinks of."""
        plan = token.head
        sought = plan.dep_ in OBJECTS and self._lemma(plan.head) in self._words.unreal
        return sought and any(c.lower_ in _WOULD for c in token.children if c.dep_ == "aux")

    def _coordinated(self, token: Token, to_do: bool, depth: int) -> Verdict:
        if _finite(token) or self._tree.strayed(token):
            return Verdict(Status.HAPPENED)
        if to_do and _finite(token.head):  # "wants to meet X and to sign a treaty"
            return self._infinitives.under(token, "xcomp", depth)
        return self._status(token.head, depth + 1)

    def _finite_clause(self, token: Token, marks: set[str]) -> Verdict:
        """What is said in a clause of its own: "said that", "the charge that", "any X that"."""
        head = token.head
        if token.dep_ == "ccomp":
            return self._reported(head)
        if token.dep_ == "advcl" and self._then(token, head):
            return Verdict(Status.PLANNED, 0.8)  # "would be there when X met Y"
        unsure = head.pos_ == "ADJ" and self._lemma(head) in self._words.unreal
        if token.dep_ == "csubj" and unsure:
            return NO_EVENT  # "it is doubtful that X will recognise Y"
        if token.dep_.startswith("acl") and any(c.lower_ == "any" for c in head.children):
            return NO_EVENT  # "any drone that threatens X"
        denied = head.dep_ in _REFUSED and self._lemma(head.head) in self._words.denying
        if "that" in marks and (denied or self._alleged(head)):
            return NO_EVENT  # "the charge that X had armed Y", "denied a claim that it had"
        return Verdict(Status.HAPPENED)

    def _reported(self, head: Token) -> Verdict:
        """In a clause after "said", "hoped", "demanded"."""
        lemma = self._lemma(head)
        if lemma in self._words.not_telling:
            return NO_EVENT
        if lemma in self._words.expecting:
            return Verdict(Status.PLANNED, 0.8)
        return Verdict(Status.HAPPENED, 0.95)

    def _then(self, clause: Token, head: Token) -> bool:
        """Whether a clause says when something will be: "would be there when they met"."""
        when = any(c.lower_ == "when" for c in clause.children)
        planned = self._words.modals["planned"]
        return when and any(c.lower_ in planned and c.dep_ == "aux" for c in head.children)

    def _alleged(self, noun: Token) -> bool:
        """Whether the noun makes nothing sure: "a charge of arming X", "the threat that"."""
        unsure = self._words.unreal - self._words.sure
        return noun.pos_ == "NOUN" and self._lemma(noun) in unsure

    def _gerund(self, token: Token, marks: set[str], depth: int) -> Verdict:
        head, words = token.head, self._words
        lemma = self._lemma(head)
        above = head.head if head.pos_ in {"NOUN", "PROPN", "PRON"} else head
        if "of" in marks and self._lemma(above) in words.charging:
            return NO_EVENT  # "accused X of arming Y"
        if "with" in marks and lemma == "charge":
            return NO_EVENT  # "charged X with arming Y"
        if marks & _ON and self._lemma(head) in _TALKING:
            return NO_EVENT  # "talked of imposing sanctions on X"
        if marks & words.prepositions["done"]:
            return self._gerund_done(head, marks)
        if "against" in marks or "from" in marks:
            return NO_EVENT
        refused = token.dep_ in {"acl", "xcomp"} and self._lemma(head.head) in words.refusing
        if refused and head.dep_ in _REFUSED:
            return NO_EVENT  # "vetoed a draft demanding that …"
        if head.pos_ in {"VERB", "AUX"}:
            return self._gerund_under_verb(token, depth)
        if lemma in words.unreal and self._lemma(head.head) not in words.issuing:
            return NO_EVENT  # but "signed an order imposing sanctions on X"
        return Verdict(Status.HAPPENED, 0.85)

    def _gerund_done(self, head: Token, marks: set[str]) -> Verdict:
        """Behind a preposition of what is done: "after meeting X", "thanked X for coming"."""
        lemma = self._lemma(head)
        unsure = lemma in self._words.prospects or head.lower_ == "short" or self._alleged(head)
        if "of" in marks and unsure:
            return NO_EVENT
        if "for" in marks and lemma in self._words.unreal - self._words.reasoning:
            return NO_EVENT
        return NO_EVENT if "against" in marks else Verdict(Status.HAPPENED, 0.85)

    def _gerund_under_verb(self, token: Token, depth: int) -> Verdict:
        head, words = token.head, self._words
        lemma = self._lemma(head)
        if token.dep_ == "advcl" and self._lemma(token) in words.voicing:
            return Verdict(Status.HAPPENED, 0.9)  # "will punish X, accusing it of …"
        decided = infinitive(head) and self._lemma(head.head) in _DECIDING
        if token.dep_ == "advcl" and decided and self._lemma(token) in _ADOPTING:
            return self._status(head.head, depth + 1)  # "decided to extend it, adopting a text"
        beside = token.dep_ == "advcl" and self._apart(token)
        if lemma in words.called_off and not beside:  # but "ended the pact, saying that X broke it"
            asked = infinitive(head) and self._lemma(head.head) in words.urging
            return NO_EVENT if asked else Verdict(Status.CALLED_OFF, 0.8)
        if lemma in words.unreal and token.dep_ != "advcl":
            return NO_EVENT
        return self._status(head, depth + 1)

    @staticmethod
    def _apart(gerund: Token) -> bool:
        """Whether it is no object of the verb above: behind a comma, or what that acts on."""
        parted = gerund.left_edge.i > 0 and gerund.doc[gerund.left_edge.i - 1].text == ","
        own = any(c.dep_.startswith("nsubj") for c in gerund.children)
        return parted or own or any(c.dep_ == "obj" for c in gerund.head.children)


def _perfect(verb: Token) -> bool:
    """Whether "have" stands by the verb, whose participle is its base as well: "had come"."""
    return any(c.dep_.startswith("aux") and c.lower_ in HAVING for c in verb.children)


def _finite(verb: Token) -> bool:
    if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(c.dep_.startswith(("aux", "cop", "nsubj")) and c.tag_ != "TO" for c in verb.children)
