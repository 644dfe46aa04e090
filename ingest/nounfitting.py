"""Which frame of a noun fits the words around it."""

from graph.model import ActorClass, DocumentClass, EventClass
from ingest.checks import side
from ingest.mentions import DIPLOMATIC
from ingest.roles import Roles
from ingest.syntax import OBJECTS
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import NounFrame, Triggers

_ENGAGING = frozenset({"engage", "participate", "take"})
_SWAPS = frozenset({"exchange", "swap"})
_FREEING = frozenset({"exchange", "free", "hand", "release", "return"})
_HAND_IN_HAND = frozenset(
    {"cooperation", "co-operation", "collaboration", "conjunction", "coordination", "co-ordination"}
)
_VAGUE = frozenset({"project", "exchange", *_HAND_IN_HAND})
"""What tells of nothing done, whoever stands before it."""
_HAZARDS = frozenset({"flood", "health", "storm", "travel", "tsunami", "weather"})
"""Of what people are warned whom nobody threatens: "a travel warning"."""


class NounFitting:
    """Chooses the frames of the nouns of one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._roles = roles

    def frame(self, token: Token, lemma: str) -> NounFrame | None:
        """The first frame that fits the noun; None where the noun tells of no event."""
        noun = token.pos_ in {"NOUN", "PROPN"} or token.tag_ == "VBZ" or self._noun(token)
        if not noun or token.dep_ == "compound" or self._round_of_deeds(token):
            return None
        for words, frame in self._triggers.nouns.get(lemma, ()):
            if len(words) > 1 and not self._stands(token, words):
                continue
            if frame.about and not self._about(token, frame):
                continue
            if frame.parting and not self._leaves(token):
                continue
            if frame.kind is EventClass.THREAT and any(c.dep_ == "cop" for c in token.children):
                return None  # "is a threat to X"
            if frame.kind is EventClass.COOPERATION and self._assault(token, lemma):
                continue  # "a joint raid of X and Y on Z"
            if lemma == "warning" and any(c.lower_ in _HAZARDS for c in token.children):
                return None
            if frame.needs_context and len(words) == 1 and not self._in_context(token, frame):
                continue
            document = self._tree.unit(token).document
            passed = document is not None and document.kind is DocumentClass.RESOLUTION
            if frame.kind is EventClass.AGREEMENT and passed:
                return None  # "stopped a draft resolution"
            signable = frame.kind is EventClass.AGREEMENT or lemma == "convention"
            if signable and self._signed(token):
                return None
            return None if frame.strict and not self._carried_out(token) else frame
        return None

    def _assault(self, token: Token, lemma: str) -> bool:
        """Whether it is also a word for force, and says on whom: "a joint raid on X"."""
        blows = any(frame.force for _, frame in self._triggers.nouns.get(lemma, ()))
        hit = self._tree.behind(token, "against", "on") if blows else ()
        return any(self._tree.actors(one) or self._tree.owner(one) for one in hit)

    def _round_of_deeds(self, token: Token) -> bool:
        """Whether it is a round of something else than talks: "a fourth round of sanctions"."""
        tree, talks = self._tree, self._words.gatherings | {"consultation"}
        rounds = tree.obliques(token) if tree.lemma(token) == "round" else ()
        return any(case == "of" and tree.lemma(one) not in talks for case, one in rounds)

    @staticmethod
    def _noun(token: Token) -> bool:
        """Whether a noun was taken for an adjective: "X's offensive in Y has killed"."""
        return token.pos_ == "ADJ" and token.dep_ in {*OBJECTS, "nsubj", "obl"}

    def _signed(self, token: Token) -> bool:
        """Whether the agreement is told as a signing."""
        head = token.head
        due = self._tree.children(head, "xcomp") if token.dep_ == "nsubj:pass" else ()
        verbs = (head, *due)  # "are expected to be signed"
        signed = any(self._tree.lemma(verb) in self._words.signing for verb in verbs)
        if signed and token.dep_ in {"obj", "nsubj:pass", "nmod", "obl"}:
            return True
        clauses = self._tree.children(token, "acl")  # "the accord signed by X and Y"
        return any(self._tree.lemma(clause) in self._words.signing for clause in clauses)

    def _carried_out(self, token: Token) -> bool:
        """Whether a joint exercise, project or exchange is told as done and not as talked of."""
        above = self._tree.lemma(token.head)
        whole = self._roles.whole(token)  # "held the second stage of drills"
        if (
            whole.dep_ in {"obj", "nsubj", "nsubj:pass", "xcomp"}
            and self._tree.lemma(whole.head) in self._words.carrying
        ):
            return True
        frames = self._triggers.verbs.get(above, ()) if token.dep_ in OBJECTS else ()
        if any(frame.force and not frame.nouns for frame in frames):
            return False  # "ambushed a patrol"
        if self._joint(token):
            return True
        freed = self._tree.lemma(token) in _SWAPS and self._tree.lemma(whole.head) in _FREEING
        if freed and whole.dep_ in {"nmod", "obl"}:
            return True  # "released him in a prisoner swap"
        if token.dep_ == "obl" and self._tree.lemma(token.head) in _ENGAGING:
            return self._tree.case(token) == "in"  # "took part in a joint exercise"
        if token.dep_ == "obl" and self._tree.lemma(token) in _HAND_IN_HAND:
            partners = map(self._tree.actors, self._tree.behind(token, "with"))
            return self._tree.case(token) == "in" and any(partners)  # "in cooperation with X"
        done = self._tree.children(token, "acl")  # "drills held by X and Y"
        if any(self._tree.lemma(c) in self._words.carrying and self._tree.agent(c) for c in done):
            return True
        units = [self._tree.unit(child) for child in token.children]
        sides = any(unit.demonym or unit.actors for unit in units)
        return sides and self._tree.lemma(token) not in _VAGUE

    def _stands(self, token: Token, words: tuple[str, ...]) -> bool:
        """Whether the words of the frame stand before its last one."""
        start = token.i - len(words) + 1
        if start < 0:
            return False
        return tuple(t.lower_ for t in self._tree.doc[start : token.i]) == words[:-1]

    def _about(self, token: Token, frame: NounFrame) -> bool:
        """Whether a word of what the frame is about, or a diplomat, stands under the noun."""
        tree = self._tree
        if frame.kind is EventClass.RELATIONS_UPGRADE and tree.lemma(token) == "recognition":
            states = (tree.actors(c) for c in tree.behind(token, "of"))
            if any(a.kind is ActorClass.COUNTRY for found in states for a in found.actors):
                return True  # "X's recognition of Y"
        head = token.head  # "announced the designation of X as a sponsor of terrorism"
        if frame.kind is EventClass.SANCTION and token.dep_ == "obj":
            return any(t.lower_ in frame.about for t in head.subtree)
        under = list(token.subtree)
        if any(tree.lemma(t) in frame.about or t.lower_ in frame.about for t in under):
            return True
        mentions = [mention for t in under for mention in tree.unit(t).mentions]
        return any(
            m.office_kind in DIPLOMATIC or not frame.about.isdisjoint(m.name.lower().split())
            for m in mentions
        )

    def _leaves(self, token: Token) -> bool:
        """Whether an organisation is left: "its withdrawal from the union", and from no town."""
        behind = self._tree.behind(token, "from")
        kinds = {a.kind for one in behind for a in self._tree.actors(one, deep=False).actors}
        return kinds == {ActorClass.ORGANIZATION}

    def _joint(self, token: Token) -> bool:
        """Whether it is of two sides and does something: "a joint team of X and Y found it"."""
        tree = self._tree
        joint = any(c.lower_ == "joint" for c in tree.children(token, "amod"))
        doing = token.dep_ == "nsubj" and token.head.pos_ == "VERB"
        before = tree.children(token, "amod", "compound")
        inner = (c for one in before for c in tree.children(one, "amod"))  # "Norwegian-Kenyan"
        near = (*tree.children(token, "amod", "compound"), *inner)
        near += tuple(tree.behind(token, "between", "of"))
        sides = {side(a) for one in near for a in tree.actors(one).actors}
        sides |= {side(a) for one in near if tree.unit(one).demonym for a in tree.unit(one).actors}
        within = token.dep_ == "obl" and tree.case(token) in {"during", "in"}
        if joint and within and token.head.pos_ == "VERB" and not sides:
            sides = {side(a) for a in tree.subject(token.head).actors}
            doing = True
        return joint and doing and len(sides) > 1

    def _in_context(self, token: Token, frame: NounFrame) -> bool:
        """Whether a word of the frame's context stands near, or a "call" has a partner."""
        near = {t.lower_ for t in token.subtree if abs(t.i - token.i) < 4}
        near |= {c.lower_ for c in self._tree.children(token, "amod")}
        if near & frame.needs_context - {token.lower_}:
            return True
        if token.lower_ in frame.needs_context - {"call"}:
            return True
        partners = list(self._tree.behind(token, "with", "between"))
        plain = not any(case == "for" for case, _ in self._tree.obliques(token))
        if plain and self._tree.case(token) in {"during", "in"} and token.head.pos_ == "VERB":
            partners += self._tree.objects(token.head)  # "urged X in a call to stop"
        return token.lower_ == "call" and any(self._tree.actors(c) for c in partners)
