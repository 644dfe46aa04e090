"""Says whether an event happened, is planned, was called off, or is not said to be at all.

The answer is read off the words above the trigger: negation, modals, "if", "planned to", "refused
to", "ahead of". A wish, a demand, a condition or a denial is no event.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from graph.model import Status
from ingest.parse import NEVER, OBJECTS, PRESENT, RANKS, infinitive
from ingest.statuswords import StatusWords
from ingest.tree import Tree

_NEGATIONS = NEVER | {"hardly", "neither", "no", "nor", "without"}
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
_AFFIRMING = frozenset(
    {
        "affirm", "emphasise", "emphasize", "express", "highlight", "reaffirm", "reiterate",
        "renew", "stress", "underline", "underscore",
    }
)  # fmt: skip
_STANCES = frozenset({"commitment", "consensus", "determination", "understanding"})
"""What is not agreed by affirming it once more."""
_FOSTERING = frozenset(
    {
        "boost",
        "deepen",
        "develop",
        "enhance",
        "expand",
        "foster",
        "intensify",
        "promote",
        "strengthen",
    }
)
_TALKS = frozenset(
    {
        "consultation",
        "contact",
        "cooperation",
        "dialogue",
        "discussion",
        "exchange",
        "meeting",
        "visit",
    }
)
"""What is not held by saying that there should be more of it."""
_TRAVEL = frozenset({"arrive", "fly", "head", "leave", "land", "depart", "send", "return"})
_ENDINGS = frozenset(
    {
        "cancellation",
        "postponement",
        "suspension",
        "lifting",
        "removal",
        "end",
        "easing",
        "termination",
        "boycott",
    }
)
_JOURNEYS = frozenset({"visit", "trip", "tour", "stopover"})
_BEGINNING = frozenset({"begin", "convene", "open", "reopen", "restart", "resume", "start", "take"})
_HAPPENING = frozenset({"go", "happen", "materialise", "materialize", "occur", "take"})
_HELD = _JOURNEYS | {"talk", "meeting", "summit", "conference", "session", "round", "negotiation"}
"""What has taken place when it ends."""
_SAYING = frozenset(
    {
        "accuse", "allege", "ask", "blame", "call", "cite", "claim", "condemn", "criticise",
        "criticize", "defend", "demand", "denounce", "deny", "express", "praise", "protest",
        "reject", "urge", "voice",
    }
)  # fmt: skip
_CHARGING = frozenset({"accuse", "acquit", "clear", "suspect"})
"""Verbs behind which only is said what somebody may have done."""
_WISHES = frozenset({"want", "wish", "like", "let", "allow", "permit"})
_GLAD = frozenset(
    {
        "delight", "delighted", "glad", "happy", "honor", "honored", "honour", "honoured",
        "pleased", "pleasure", "privilege", "privileged", "proud",
    }
)  # fmt: skip
"""With what feelings one does what one says."""
_REFUSING = frozenset({"block", "oppose", "reject", "veto"})
_DENYING = _REFUSING | {"deny", "dismiss", "rebut", "refute"}
_URGING = frozenset({"ask", "beg", "encourage", "incite", "press", "urge"})
_SURE = frozenset({"duty", "power", "role", "support", "talk", "way"})
"""What holds beside what it is of: "the role of hosting talks"."""
_PROSPECTS = frozenset(
    {
        "chance", "hope", "idea", "importance", "intention", "necessity", "possibility", "prospect",
        "risk", "urgency", "value",
    }
)  # fmt: skip
"""What is only thought of, where something behind it is said not to have been done yet."""
_ISSUING = frozenset({"issue", "sign"})
_REFUSED = OBJECTS | {"xcomp"}
_FINITE_BE = frozenset({"are", "is", "was", "were"})
_TAKING_PLACE = frozenset({"begin", "convene", "hold", "occur", "open", "start", "take"})
_STRIVING = frozenset({"attempt", "bid", "effort", "endeavor", "endeavour"})
"""What has not yet led to what it is for."""
_TOPICS = frozenset({"agenda", "focus", "subject", "theme", "topic"})
_AWAITED = frozenset({"greet", "host", "meet", "receive", "visit", "welcome"})
"""What one looks forward to where it has been arranged."""
_TALKED = frozenset(
    {
        "call",
        "consultation",
        "conversation",
        "discussion",
        "meeting",
        "negotiation",
        "talk",
        "visit",
    }
)
_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status that the text gives an event; None where it is not said to be."""

    status: Status | None
    certainty: float = 1.0


_NONE = Verdict(None)


def _becoming_by(token: Token) -> Token | None:
    """The deed by which one becomes the first to do it: "will visit X, becoming the first to"."""
    become = token.head
    if become.tag_ != "VBG" or become.lemma_ != "become" or token.i < become.i:
        return None
    before = token.doc[become.sent.start : become.i]
    return next((t for t in reversed(before) if t.pos_ == "VERB"), None)


def _infinitive_beside(token: Token) -> Token | None:
    """The first of two infinitives where the parse hangs the second on the verb above them.

    "agreed to expand trade and to cooperate": one is as real as the other.
    """
    if token.dep_ != "conj" or token.tag_ != "VB" or token.head.tag_ == "VB":
        return None
    if not any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children):
        return None
    before = (c for c in token.head.children if c.dep_ == "xcomp" and c.i < token.i)
    return next((c for c in before if c.tag_ == "VB"), None)


class StatusReader:
    """Reads statuses off the parse of a paragraph."""

    def __init__(self, tree: Tree, words: StatusWords) -> None:
        self._tree, self._words = tree, words

    def of(self, token: Token, depth: int = 0) -> Verdict:
        """The status of the event that a verb or noun reports."""
        if depth > _LIMIT:
            return Verdict(Status.HAPPENED, 0.8)
        beside = _infinitive_beside(token) or _becoming_by(token)
        if beside is not None:
            return self.of(beside, depth + 1)
        own = self._own(token)
        if own is not None and own.status is not Status.PLANNED:
            return own
        above = self._above(token, depth)
        if own is not None and above.status is not None:
            return own if above.status is Status.HAPPENED else above
        return above if own is None or above.status is None else own

    def _own(self, token: Token) -> Verdict | None:
        """What the token's own dependents say; None where they say nothing."""
        words = self._words
        planned = False
        linking = (c for c in token.children if c.dep_ == "cop")  # "there can be an agreement"
        for child in (*token.children, *(c for one in linking for c in one.children)):
            word = child.lower_
            dep = child.dep_
            if (
                dep == "advmod"
                or dep == "det"
                or dep == "cc"
                or dep == "cc:preconj"
                or dep == "aux"
            ) and (word in _NEGATIONS or child.lemma_.lower() in {"not", "never"}):
                return _NONE
            if dep == "mark" and word in _CONDITIONS:
                return _NONE
            if dep.startswith("aux"):
                if word in words.modals["planned"]:
                    planned = True
                elif word in words.modals["unreal"] or self._had_it(child, token):
                    return _NONE
            if dep in {"amod", "compound", "det", "nummod"}:
                lemma = child.lemma_.lower()
                for status, name in (
                    (Status.PLANNED, "planned"),
                    (None, "unreal"),
                    (Status.CALLED_OFF, "called_off"),
                ):
                    if word in words.adjectives[name] or (
                        dep == "amod" and lemma in words.adjectives[name]
                    ):
                        if status is None:
                            return _NONE
                        return Verdict(status)
        if planned or self._is_to(token) or self._takes_place(token):
            return Verdict(Status.PLANNED)
        return None

    @staticmethod
    def _had_it(helper: Token, verb: Token) -> bool:
        """Whether it is what did not happen: "Had X sent troops, it would have won"."""
        first = helper.i == verb.left_edge.i and helper.lower_ in {"had", "were"}
        subject = any(c.dep_.startswith("nsubj") and c.i > helper.i for c in verb.children)
        return first and subject and verb.sent[-1].text != "?"

    def _takes_place(self, token: Token) -> bool:
        """Whether a clause says of a noun that it is to come: "the summit which will be held"."""
        if token.pos_ not in {"NOUN", "PROPN"}:
            return False
        clauses = (c for c in token.children if c.dep_.startswith("acl"))
        return any(
            self._tree.lemma(clause) in _TAKING_PLACE
            and any(c.lower_ in self._words.modals["planned"] for c in clause.children)
            for clause in clauses
        )

    @staticmethod
    def _is_to(token: Token) -> bool:
        """Whether it is an infinitive with "be": "is to host", "are to be reopened"."""
        passive = token.tag_ == "VBN" and any(c.lower_ in _FINITE_BE for c in token.children)
        be = any(
            c.dep_ in {"cop", "aux", "aux:pass"} and c.lemma_ == "be" and c.i < token.i
            for c in token.children
        )
        return be and infinitive(token) and (token.tag_ == "VB" or passive)

    def _above(self, token: Token, depth: int) -> Verdict:
        head, dep = token.head, token.dep_
        if head == token or dep == "ROOT" or dep == "root":
            return Verdict(Status.HAPPENED)
        if token.pos_ in {"VERB", "AUX"} or (token.tag_.startswith("VB") and token.pos_ != "NOUN"):
            return self._verb_above(token, head, dep, depth)
        return self._noun_above(token, head, dep, depth)

    def _verb_above(self, token: Token, head: Token, dep: str, depth: int) -> Verdict:
        marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "case"}}
        to_do = "to" in marks or infinitive(token)
        forward = self._lemma(head) == "look" and any(c.lower_ == "forward" for c in head.children)
        if forward and self._lemma(token) in _AWAITED:
            return Verdict(Status.PLANNED, 0.85)  # "looks forward to welcoming X"
        if marks & self._words.prepositions["unreal"]:
            return _NONE
        if "until" in marks and (token.tag_ in PRESENT or self._tree.unit(token).present):
            return _NONE  # "no talks until X withdraws"
        if marks & {"before", "until"}:
            return Verdict(Status.PLANNED if token.tag_ == "VBG" else Status.HAPPENED, 0.8)
        if dep == "conj":
            if self._finite(token) or self._tree.strayed(token):
                return Verdict(Status.HAPPENED)
            if to_do and self._finite(head):  # "wants to meet X and to sign a treaty"
                return self._infinitive_above(token, head, "xcomp", depth)
            return self.of(head, depth + 1)
        if dep in {"xcomp", "ccomp", "acl", "advcl", "csubj", "obl", "nmod"} or dep.startswith(
            ("advcl", "acl")
        ):
            bare = token.tag_ == "VB" or (token.tag_ == "VBP" and dep == "xcomp")
            if to_do or bare:  # "demanding X cease fire"
                return self._infinitive_above(token, head, dep, depth)
            if token.tag_ == "VBG" and dep in {"xcomp", "ccomp", "obl", "acl", "advcl", "nmod"}:
                return self._gerund_above(token, head, dep, marks, depth)
            if dep == "ccomp":
                return self._reported(token, head, depth)
            if dep == "csubj" and head.pos_ == "ADJ" and self._lemma(head) in self._words.unreal:
                return _NONE  # "it is doubtful that X will recognise Y"
            denied = head.dep_ in _REFUSED and self._lemma(head.head) in _DENYING
            if dep.startswith("acl") and any(c.lower_ == "any" for c in head.children):
                return _NONE  # "any drone that threatens X"
            if "that" in marks and (denied or self._alleged(head)):
                return _NONE  # "the charge that X had armed Y", "denied a claim that it had"
        return Verdict(Status.HAPPENED)

    def _alleged(self, noun: Token) -> bool:
        """Whether the noun makes nothing sure: "a charge of arming X", "the threat that"."""
        unsure = self._words.unreal - _SURE
        return noun.pos_ == "NOUN" and self._lemma(noun) in unsure

    def _finite(self, verb: Token) -> bool:
        if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return True
        return any(
            c.dep_.startswith(("aux", "cop", "nsubj")) and c.tag_ != "TO" for c in verb.children
        )

    def _infinitive_above(self, token: Token, head: Token, dep: str, depth: int) -> Verdict:
        lemma = self._lemma(head)
        words = self._words
        if head.pos_ == "VERB" and self._thwarted(token, head):
            return _NONE
        if self._yet_to(token, head):
            return _NONE
        if self._given_up(head):
            return Verdict(Status.CALLED_OFF, 0.8)
        if lemma in _GLAD and self._lemma(token) in words.performed:
            return Verdict(self.of(head, depth + 1).status, 0.85)  # "am delighted to welcome X"
        if any(
            self._lemma(t) in _STRIVING and t.pos_ == "NOUN" for t in token.doc[head.i : token.i]
        ):
            return _NONE  # "stressed the importance of efforts to reach a truce"
        if head.pos_ in {"NOUN", "PROPN"}:
            if any(c.lower_ in RANKS or c.lower_ == "among" for c in head.children):
                return Verdict(Status.HAPPENED, 0.9)  # "was the first country to recognise …"
            if self._lemma(head.head) == "become" and head.dep_ in {"obj", "xcomp", "nsubj"}:
                above = self.of(head.head, depth + 1)  # "became the 30th state to ratify …"
                return Verdict(above.status, min(above.certainty, 0.9))
            if any(c.lower_ == "no" for c in head.children):
                return _NONE  # "has no plans to meet"
            if head.dep_ == "obj" and self._lemma(head.head) in _URGING:
                return _NONE  # "urged its followers to attack X"
            if lemma in _JOURNEYS:  # "on a visit to hold talks"
                return Verdict(self.of(head, depth + 1).status, 0.8)
            if lemma in words.unreal:
                return _NONE
            return Verdict(Status.PLANNED, 0.8)
        if head.lower_ in RANKS and dep in {"acl", "advcl", "xcomp", "ccomp", "csubj"}:
            above = self.of(head, depth + 1)  # "was among the first to congratulate X"
            return Verdict(above.status, min(above.certainty, 0.9))
        first = lemma == "wish" or any(self._speaks(c) for c in head.children)
        if lemma in _WISHES and first and self._lemma(token) in words.performed:
            return Verdict(Status.HAPPENED, 0.9)  # "I want to thank X" is thanks
        above = self.of(head, depth + 1)
        if above.status is None:
            return above
        goes_on = lemma == "go" and any(c.lower_ == "on" for c in head.children)
        if lemma in words.real or goes_on:  # "went on to condemn"
            return above
        if lemma in words.planned:
            return Verdict(Status.PLANNED)
        if lemma in words.unreal or lemma in words.called_off:
            return _NONE
        if dep.startswith("advcl") or dep == "xcomp":
            if lemma in _TRAVEL or above.status is Status.PLANNED:
                return Verdict(Status.PLANNED, 0.8)
            if head.pos_ == "ADJ":
                return Verdict(Status.PLANNED, 0.6)
            if lemma == "be":
                return Verdict(Status.PLANNED)
            return Verdict(Status.HAPPENED, 0.75)
        if lemma == "be":
            return Verdict(Status.PLANNED)
        return Verdict(Status.PLANNED, 0.6)

    @staticmethod
    def _yet_to(token: Token, head: Token) -> bool:
        """Whether it is not done so far: "has yet to recognise X"."""
        yet = any(c.lower_ == "yet" for one in (token, head) for c in one.children)
        return yet and head.lemma_ in {"be", "have", "remain"}

    def _given_up(self, plan: Token) -> bool:
        """Whether somebody dropped the plan: "scrapped plans to visit X"."""
        verb = plan.head
        if plan.dep_ not in {"obj", "nsubj:pass"} or self._lemma(plan) not in self._words.planned:
            return False
        return self._lemma(verb) in self._words.called_off and bool(self.of(verb).status)

    def _speaks(self, token: Token) -> bool:
        """Whether it is the speaker, or the state of the speaker: "I", "my delegation"."""
        mention = self._tree.unit(token).mention
        own = mention is not None and mention.office_kind == "own"
        return own or token.lower_ in {"i", "we", "me", "us"}

    def _thwarted(self, token: Token, head: Token) -> bool:
        """Whether it hangs on a verb, and is what its object says was not done.

        "Citing X's failure | to arrest him", "over its refusal | to leave".
        """
        to = next((c.i for c in token.children if c.dep_ == "mark" and c.lower_ == "to"), 0)
        before = token.doc[to - 1] if to else token
        if before.head == head and before.pos_ == "ADJ" and before.dep_ in {"advmod", "xcomp"}:
            return self._lemma(before) in self._words.unreal  # "looks unlikely | to meet X"
        inside = before.head == head and before.dep_ in {"obj", "obl"}
        return inside and self._lemma(before) in {"failure", "inability", "refusal", "reluctance"}

    def _gerund_above(
        self, token: Token, head: Token, dep: str, marks: set[str], depth: int
    ) -> Verdict:
        lemma = self._lemma(head)
        above = head.head if head.pos_ in {"NOUN", "PROPN", "PRON"} else head
        if "of" in marks and self._lemma(above) in _CHARGING:
            return _NONE  # "accused X of arming Y"
        if marks & {
            "after",
            "following",
            "since",
            "by",
            "while",
            "when",
            "for",
            "of",
            "on",
            "upon",
            "despite",
        }:
            unsure = lemma in _PROSPECTS or head.lower_ == "short" or self._alleged(head)
            if "of" in marks and unsure:
                return _NONE
            if "for" in marks and lemma in self._words.unreal - {"accuse", "support"}:
                return _NONE
            if marks & {"against"}:
                return _NONE
            return Verdict(Status.HAPPENED, 0.85)
        if "against" in marks or "from" in marks:
            return _NONE
        refused = dep in {"acl", "xcomp"} and self._lemma(head.head) in _REFUSING
        if refused and head.dep_ in _REFUSED:
            return _NONE  # "vetoed a draft demanding that …"
        if head.pos_ in {"VERB", "AUX"}:
            if dep == "advcl" and self._lemma(token) in _SAYING:
                return Verdict(Status.HAPPENED, 0.9)  # "will punish X, accusing it of …"
            if lemma in self._words.called_off:
                asked = infinitive(head) and self._lemma(head.head) in _URGING
                return _NONE if asked else Verdict(Status.CALLED_OFF, 0.8)
            if lemma in self._words.unreal and dep != "advcl":
                return _NONE
            return self.of(head, depth + 1)
        if lemma in self._words.unreal and self._lemma(head.head) not in _ISSUING:
            return _NONE  # but "signed an order imposing sanctions on X"
        return Verdict(Status.HAPPENED, 0.85)

    def _reported(self, token: Token, head: Token, depth: int) -> Verdict:
        """In a clause after "said", "hoped", "demanded"."""
        lemma = self._lemma(head)
        if lemma in {
            "hope",
            "want",
            "demand",
            "urge",
            "call",
            "insist",
            "suggest",
            "propose",
            "wish",
            "doubt",
            "deny",
            "fear",
            "request",
            "ask",
            "recommend",
            "imagine",
            "pretend",
            "wonder",
            "reject",
            "refuse",
        }:
            return _NONE
        if lemma in {"expect", "plan"}:
            return Verdict(Status.PLANNED, 0.8)
        return Verdict(Status.HAPPENED, 0.95)

    def _noun_above(self, token: Token, head: Token, dep: str, depth: int) -> Verdict:
        words = self._words
        if dep == "conj":
            return self.of(head, depth + 1)
        lemma = self._lemma(head)
        cases = set(self._tree.cases(token))
        if head.pos_ in {"VERB", "AUX"} or head.tag_.startswith("VB"):
            if dep in {"obj", "nsubj:pass", "iobj"}:
                return self._object_above(token, head, lemma, depth)
            if dep in {"nsubj", "csubj"}:
                if lemma in words.planned - {
                    "agree",
                    "confirm",
                    "announce",
                    "go",
                    "set",
                    "resolve",
                    "decide",
                } and self._tree.passive(head):
                    return Verdict(Status.PLANNED)
                if self._may_begin(token, head, lemma):
                    return Verdict(Status.PLANNED, 0.7)
                if self._not_held(token, head, lemma):
                    return Verdict(Status.CALLED_OFF, 0.8)
                return self.of(head, depth + 1)
            if dep.startswith("obl"):
                return self._oblique_above(token, head, lemma, cases, depth)
            return self.of(head, depth + 1)
        if head.lower_ == "ahead":
            return Verdict(Status.PLANNED)
        if head.pos_ == "ADJ":
            if lemma in {"due", "ready", "likely", "possible", "scheduled"} and dep.startswith(
                ("nsubj", "obl")
            ):
                return Verdict(Status.PLANNED)
            return self.of(head, depth + 1)
        if dep.startswith("nmod") or dep in {"compound", "appos", "obl"}:
            if lemma in _TOPICS and self._lemma(token) in _TALKED:
                return self.of(head, depth + 1)  # "was the subject of talks that X had with Y"
            return self._nominal_above(head, lemma, cases, dep, depth)
        return Verdict(Status.HAPPENED, 0.95)

    def _may_begin(self, token: Token, verb: Token, lemma: str) -> bool:
        """Whether talks may soon begin again, and when: "talks could resume in November"."""
        may = any(c.lower_ in {"could", "may", "might"} for c in verb.children)
        talks = self._lemma(token) in _HELD or self._tree.unit(token).session is not None
        denied = any(c.lower_ in NEVER for c in verb.children)
        dated = any(self._tree.unit(t).date is not None for t in verb.subtree)
        return may and talks and dated and not denied and lemma in _BEGINNING

    def _not_held(self, token: Token, verb: Token, lemma: str) -> bool:
        """Whether what was to be held was not: "the summit did not take place"."""
        noun = self._tree.unit(token).session is not None or self._lemma(token) in _HELD
        denied = any(c.lower_ in NEVER - {"never"} for c in verb.children)
        return noun and denied and lemma in _HAPPENING

    def _object_above(self, token: Token, head: Token, lemma: str, depth: int) -> Verdict:
        words = self._words
        particle = next(
            (
                c.lower_
                for c in head.children
                if c.dep_ == "compound:prt" or (c.dep_ == "advmod" and c.lower_ in {"off", "out"})
            ),
            "",
        )
        above = self.of(head, depth + 1)
        if above.status is None:
            return above
        if lemma == "follow" and head.tag_ == "VBG":
            return Verdict(Status.HAPPENED, 0.9)  # "following talks in X, they will …"
        done = lemma in {"end", "conclude", "finish"} and self._lemma(token) in _HELD
        if not done and (lemma in words.called_off or f"{lemma} {particle}" in words.called_off):
            return Verdict(Status.CALLED_OFF)
        noun = self._lemma(token)
        if (lemma in _FOSTERING and noun in _TALKS) or (lemma in _AFFIRMING and noun in _STANCES):
            return _NONE  # "strengthen consultations", "reaffirmed their commitment"
        if lemma in words.unreal - {
            "reject",
            "support",
            "tell",
            "order",
            "press",
            "ask",
            "discuss",
            "force",
        }:
            return _NONE
        if lemma in {"reject", "oppose", "deny", "rule"}:
            return _NONE
        if lemma in {
            "plan",
            "schedule",
            "expect",
            "prepare",
            "arrange",
            "intend",
            "set",
            "propose",
            "await",
            "anticipate",
        }:
            return Verdict(Status.PLANNED)
        return above

    def _oblique_above(
        self, token: Token, head: Token, lemma: str, cases: set[str], depth: int
    ) -> Verdict:
        words = self._words
        if cases & words.prepositions["unreal"]:
            return _NONE
        failed = "fail" in {lemma, self._lemma(head.head)}
        if failed and cases & {"at", "during"} and self._lemma(token) in _TALKED:
            return Verdict(Status.HAPPENED, 0.85)  # "failed to agree at talks in X"
        above = self.of(head, depth + 1)
        if cases & {"out", "from"} and any(
            f"{lemma} {c}" in words.called_off or f"{lemma} out of" in words.called_off
            for c in cases
        ):
            return Verdict(Status.CALLED_OFF, 0.8) if above.status else _NONE
        forward = lemma == "look" and any(c.lower_ == "forward" for c in head.children)
        if forward or cases & {"before", "ahead", "prior", "until", "pending"}:
            return Verdict(Status.PLANNED)
        if cases & {"after", "following", "since"}:
            return Verdict(Status.HAPPENED)
        if cases & {"for", "to", "towards", "toward"}:
            if lemma in words.unreal:
                return _NONE
            if above.status is None:
                return _NONE
            if lemma in _TRAVEL and "for" in cases:
                return Verdict(Status.PLANNED, 0.8)
            if lemma in words.planned:
                return Verdict(Status.PLANNED)
            return above
        if above.status is None:
            # "will not speak at the summit": the summit still is
            return _NONE if self._lemma(token) in _TALKED else Verdict(Status.HAPPENED, 0.5)
        return above

    def _nominal_above(
        self, head: Token, lemma: str, cases: set[str], dep: str, depth: int
    ) -> Verdict:
        words = self._words
        if cases & words.prepositions["unreal"]:
            return _NONE
        if cases & {"before", "ahead", "prior"}:
            return Verdict(Status.PLANNED)
        if lemma in _ENDINGS and "of" in cases:
            return Verdict(Status.CALLED_OFF, 0.8)
        counted = lemma == "year" and any(c.dep_ in {"amod", "nummod"} for c in head.children)
        if (lemma in words.unreal and cases & {"for", "to", "of", "on"}) or (
            counted and "of" in cases  # "the 70th year of relations"
        ):
            return _NONE
        if lemma in words.planned and cases & {"for", "to", "of"}:
            if self._given_up(head):
                return Verdict(Status.CALLED_OFF, 0.8)
            return Verdict(Status.PLANNED)
        if lemma in {
            "issue",
            "way",
            "topic",
            "subject",
            "question",
            "need",
            "prospect",
            "condition",
        }:
            return Verdict(None)
        if cases & {"after", "following", "during", "since"}:
            return Verdict(Status.HAPPENED)
        above = self.of(head, depth + 1)
        return above if above.status is not None else Verdict(Status.HAPPENED, 0.6)

    def _lemma(self, token: Token) -> str:
        return self._tree.lemma(token)
