"""Whether something is told as the news of its day: in the present tense, as chronicles do."""

from collections.abc import Sequence

from ingest.syntax import PRESENT, infinitive, misread, tagged_verb
from ingest.tokens import Token
from ingest.tree import Tree

_STEPS = 8
"""How many words above the trigger the tense of the clause may stand."""
_EARLIER = frozenset(
    {"after", "before", "because", "if", "once", "since", "unless", "until", "when"}
)
"""Words that put the clause behind them at another time than the news."""
_REMARKS = frozenset(
    {"come", "follow", "mark", "mean", "reflect", "remain", "represent", "show", "suggest"}
)
"""Verbs that remark on what has happened: "the meeting comes as …"."""
_HARM = frozenset({"die", "hurt", "injure", "kill", "wound"})
_TELLING = frozenset({"announce", "claim", "confirm", "report", "say", "state"})
_AGO = frozenset({"after", "amid", "despite", "following", "over", "since"})
_JUST = frozenset({"after", "following"})
TALKS = frozenset(
    {
        "conference",
        "dialogue",
        "discussion",
        "meeting",
        "negotiation",
        "session",
        "summit",
        "talk",
        "talks",
    }
)
"""What comes right before the news that it leads to: "agree on a deal after talks"."""


_ENDS = frozenset({".", "!", "?", '"', "'", "”", "’", ")", ":"})
_SAYING_SO = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "VBN"})
"""Tags of verbs of which at least one stands in what tells anything."""


class Narration:
    """The tenses of one parsed paragraph."""

    def __init__(self, tree: Tree, brief: bool = False) -> None:
        """``brief`` says that the text tells the news of its day in the present tense."""
        self._tree, self._brief = tree, brief

    def now(self, trigger: Token) -> bool:
        """Whether it is told in the present tense of the day's news: "expels", "is meeting"."""
        at, clause = trigger, False
        for _ in range(_STEPS):
            told = self._told(at, trigger, clause)
            if told is not None:
                return told
            if at.head == at:
                break
            aim = at.dep_ == "advcl" and infinitive(at) and at.head.pos_ == "PRON"
            clause = at.dep_ == "acl" or aim  # "are among those to condemn"
            at = at.head
        return False

    def _remarks(self, verb: Token) -> bool:
        """Whether the verb remarks on something: "comes as …", but not "comes into force"."""
        into = any(case == "into" for case, _ in self._tree.obliques(verb))
        return verb.lemma_ in _REMARKS and not into

    def ahead(self, verb: Token) -> bool:
        """Whether a report in the past tense tells a verb in the present."""
        helped = any(c.dep_.startswith("aux") for c in verb.children)
        return tagged_verb(verb) and not (self._brief or helped) and self._present(verb)

    def _told(self, at: Token, trigger: Token, clause: bool) -> bool | None:
        """What one word on the way up says; None where it says nothing.

        ``clause`` says that the trigger is in a clause on it: "are among those to condemn".
        """
        if at.lower_ == "following" and at.dep_ != "amod":
            talks = self._tree.lemma(trigger) in TALKS
            return self._brief and talks and self._present(at.sent.root)
        if at.pos_ in {"VERB", "AUX"} or at.tag_.startswith("VB") or misread(at):
            perfect = any(
                c.dep_.startswith("aux") and c.lemma_.lower() == "have" for c in at.children
            )
            earlier = _EARLIER - ({"when"} if self._brief else set())  # "injured when X fires"
            if self._present(at) and not perfect:
                if trigger.head == at and trigger.dep_ == "nsubj" and self._remarks(at):
                    return False
                harm = self._brief and self._tree.lemma(at.head) in _HARM  # "killed after X bombs"
                return at.dep_ != "advcl" or at != trigger or harm or not self._marks(at) & earlier
            if perfect and infinitive(at):
                return None if self._brief else False  # "claims to have destroyed"
            if at.tag_ == "VBD" or perfect:
                begun = any(c.dep_.startswith("aux") and c.tag_ in PRESENT for c in at.children)
                reported = begun and at.dep_ == "ccomp" and self._present(at.head)  # "says X has"
                main = at.dep_ in {"ROOT", "conj", "parataxis"}
                told = not perfect and at.dep_ == "ccomp" and self._present(at.head)
                told = told and self._tree.lemma(at.head) in _TELLING  # "says it shot down"
                told = told or (at == trigger and not perfect and self._harmed(at))
                return self._brief and (told or (perfect and (main or reported)))
            if self._brief and self._headline(at):
                return True
            if at.dep_ == "advcl" and at == trigger and self._marks(at) & _EARLIER:
                return False
        elif (at == trigger or clause) and any(
            c.dep_ == "cop" and c.tag_ in PRESENT for c in at.children
        ):
            return True  # "is on a visit to"
        elif at.dep_.startswith(("obl", "nmod")):
            cases = set(self._tree.cases(at))
            just = self._brief and cases & _JUST and self._tree.lemma(at) in TALKS
            if cases & _AGO and not just:
                return False
        return None

    def _harmed(self, verb: Token) -> bool:
        """Whether it says how somebody is harmed on the day: "killed after X raided a camp"."""
        how = verb.dep_ == "advcl" and self._marks(verb) & {"after", "as", "when"}
        harm = self._tree.lemma(verb.head) in _HARM and self._present(verb.head)
        dated = any(self._tree.unit(c).date is not None for c in verb.children)
        return bool(how) and harm and not dated

    def _present(self, verb: Token) -> bool:
        known = verb.tag_ == "VBP" and self._tree.lemma(verb) not in {verb.lower_, "be", "have"}
        if self._tree.unit(verb).present or (verb.tag_ in PRESENT and not known):
            return True  # but not "retook", which only looks like a base form
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        if any(g.dep_ == "cop" and g.tag_ in PRESENT for c in subjects for g in c.children):
            return True  # "are among those to condemn"
        helping = [c for c in verb.children if c.dep_.startswith(("aux", "cop"))]
        if verb.tag_ == "VB" and not helping:  # "they gather", parsed as an infinitive
            marked = infinitive(verb) or any(c.dep_ == "mark" for c in verb.children)
            return not marked and bool(subjects)
        return any(c.tag_ in PRESENT and c.lemma_.lower() in {"be", "do"} for c in helping)

    @staticmethod
    def _headline(verb: Token) -> bool:
        """Whether a passive leaves out its "are": "Two men killed by X"."""
        inside = {c.dep_ for c in verb.children}
        done = verb.tag_ == "VBN" and "obl:agent" in inside and "aux:pass" not in inside
        noun = verb.head if verb.dep_ == "acl" else verb  # "men", as the parse has it
        return done and noun.dep_ == "ROOT"

    @staticmethod
    def _marks(verb: Token) -> set[str]:
        return {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod", "case"}}


def is_heading(tree: Tree) -> bool:
    """Whether a text is only a list of subjects: "X–Y peace talks, Elections in Z"."""
    doc = tree.doc
    last = doc[-1].text if len(doc) else ""
    return last not in _ENDS and not any(t.tag_ in _SAYING_SO for t in doc)


def is_brief(trees: Sequence[Tree], *, filed: bool = False) -> bool:
    """Whether the texts tell the news of their day in the present tense, as a chronicle does.

    A chronicle says "has announced" as well; ``filed`` says that they are a report with a dateline.
    """
    present = past = 0
    for tree in trees:
        for sentence in tree.sentences:
            root = sentence.root
            helping = [c for c in root.children if c.dep_.startswith("aux")]
            passive = root.tag_ in {"VBN", "VBG"} and len(helping) == 1  # "is expelled"
            finite = helping[0].tag_ if passive and helping[0].lemma_ == "be" else root.tag_
            perfect = any(c.lemma_.lower() == "have" and c.tag_ in PRESENT for c in helping)
            now = finite in PRESENT or tree.unit(root).present or misread(root)
            if now or (perfect and not filed):
                present += 1
            elif finite == "VBD":
                past += 1
    return present > past
