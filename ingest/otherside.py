"""Whose claim or deed is meant that is only called "the charge": the other state of a sentence."""

from graph.model import Actor, ActorClass, DocumentClass, EventClass, Role
from ingest.addressees import warranting
from ingest.candidates import Candidate
from ingest.deeds import Deeds
from ingest.roles import STATEMENTS
from ingest.syntax import timed
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_BREACHED = frozenset({"by", "with"})
"""Before whose deed or whose word it is: "as a raid by X", "as a breach of the truce with X"."""
_FORUMS = frozenset({"at", "before"})
_CONSOLING = frozenset({"condolence", "sympathy", "solidarity"})
"""What one feels with those to whom harm was done."""
_ANYBODY = frozenset({"anybody", "anyone", "nobody"})
_NOBODYS = frozenset({"opposition", "rebel"})


class OtherSide:
    """Finds who else there is in the sentences of one paragraph at whom a verb can be aimed."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._deeds = Deeds(tree, triggers)

    def add(self, made: Candidate, verb: Token, objects: list[Token]) -> None:
        """Whose claim or deed is meant where it is only called "the charge": the other state."""
        for one in objects:  # "vetoed a Security Council resolution"
            unit = self._tree.unit(one)
            if unit.document is not None and unit.document.kind is DocumentClass.RESOLUTION:
                bodies = [a for a in unit.inner if a.kind is ActorClass.ORGANIZATION]
                made.add(Role.TARGET, tuple(bodies[:1]), 0.8)
        if made.of(Role.TARGET):
            return
        if self._tree.complains(verb):
            return  # "summoned X's envoy to protest the arrests": that is the summons
        if any(self._tree.lemma(token) in _CONSOLING for token in verb.sent):
            return  # "sent X his condolences, condemning the bombing"
        things = [one for one in objects if not self._tree.unit(one).actors]
        if verb.dep_ == "acl:relcl" and all(map(self._anything, things)):
            return  # "X, which opposes capital punishment, respects Y's decision"
        if any(one.lower_ in _ANYBODY for one in objects):
            return  # "would not allow anyone to threaten X"
        if any(c.lower_ in {"any", "no"} for one in things for c in one.children):
            return  # "denied any part in it"
        if not any(one.pos_ in {"NOUN", "PRON"} for one in things):
            return
        if self._blameless(verb, things):
            return  # "blamed bad weather"
        if any(self._tree.lemma(c) in _NOBODYS for one in things for c in one.children):
            return  # "rejected the opposition's demand"
        others: dict[Actor, None] = {}
        behind: dict[Actor, None] = {}
        blamed = self._tree.lemma(verb) == "blame"  # "blamed the attack on X"
        beside = {t.i for one in self._tree.children(verb, "conj") for t in one.subtree}
        called = {t.i for one in self._tree.behind(verb, "as") for t in one.subtree}
        for token in verb.sent:
            unit = self._tree.unit(token)
            if self._tells(token, verb) or self._said_of_it(token, verb):
                continue
            if token.dep_ == "obl:agent" and self._judges(token.head):
                continue  # "was welcomed by X and denounced by Y"
            if warranting(token, self._tree):
                continue
            if token.i in called and self._tree.case(token) not in _BREACHED:
                continue  # "condemned the raid as a violation of X's sovereignty"
            if self._tree.case(token) in _FORUMS:
                continue  # "filed a lawsuit at the court"
            if token.i in beside and token.i > verb.i:
                continue  # "condemned the launch and agreed to work with X"
            hurt = self._deeds.suffers(token) and not (blamed and self._tree.case(token) == "on")
            if unit.actors and unit.place is None and not unit.demonym and not hurt:
                (others if token.i < verb.i else behind).update(dict.fromkeys(unit.actors))
        mine = {(a.represents or a).key for a in made.everybody()}
        left = [a for a in others if (a.represents or a).key not in mine]
        left = left or [a for a in behind if (a.represents or a).key not in mine]
        if mine and len({(a.represents or a).key for a in left}) == 1:
            made.add(Role.TARGET, (left[0],), 0.65)

    def _blameless(self, verb: Token, things: list[Token]) -> bool:
        """Whether what is blamed is nobody's deed: "blamed an engine failure for the crash"."""
        deeds = self._words.doings | self._words.offered | self._words.fighting | self._words.harms
        deeds |= self._triggers.nouns.keys()
        nobodys = not any(self._tree.lemma(one) in deeds for one in things)
        near = (pair for one in (verb, *things) for pair in self._tree.obliques(one))
        told = any(case in {"on", "to"} for case, _ in near)  # "blamed the failure | on X"
        active = not (told or self._tree.passive(verb))
        return active and nobodys and self._tree.lemma(verb) in self._words.blaming

    def _anything(self, thing: Token) -> bool:
        """Whether it is nothing that somebody has said or done: "capital punishment"."""
        words = self._words
        bare = thing.tag_ == "NN" and not any(
            c.dep_ in {"det", "nmod:poss"} for c in thing.children
        )
        return bare and self._tree.lemma(thing) not in words.offered | words.stances | words.doings

    def _tells(self, token: Token, verb: Token) -> bool:
        """Whether somebody only speaks of it: "said so after X vetoed", "Y condemned the veto"."""
        subject = token.dep_.startswith("nsubj")
        clauses = (verb, token.head) if token.head != verb else ()
        marks = {c.lower_ for one in clauses for c in one.children if c.dep_ == "mark"}
        meanwhile = bool(marks & {"whereas", "while"}) and self._stated(token.head)
        if meanwhile and (subject or self._tree.pronoun(token)):
            return True  # "X deplored the coup, while Y condemned it"
        if not subject:
            return False
        frames = self._triggers.verbs.get(self._tree.lemma(token.head), ())
        backing = any(f.kind is EventClass.SUPPORT and not f.judgement for f in frames)
        if backing and verb.dep_.startswith("acl") and verb.head.head == token.head:
            return True  # "X supports the lawsuit filed by Y"
        after = token.head == verb.head and (verb.dep_ == "advcl" or timed(verb))
        said = after and self._tree.lemma(token.head) in self._triggers.grammar.saying
        return said or (token.i > verb.i and token.head != verb and token.head.dep_ == "conj")

    def _judges(self, verb: Token) -> bool:
        """Whether who does it says what they think of something."""
        frames = self._triggers.verbs.get(self._tree.lemma(verb), ())
        return any(frame.kind in STATEMENTS and not frame.nouns for frame in frames)

    def _stated(self, verb: Token) -> bool:
        """Whether somebody says there what they think: "condemned", "said"."""
        lemma = self._tree.lemma(verb)
        return self._judges(verb) or lemma in self._triggers.grammar.saying

    def _said_of_it(self, token: Token, verb: Token) -> bool:
        """Whether it takes up the deed itself: "condemned the move, saying it was illegal"."""
        return self._tree.pronoun(token) and token.dep_.startswith("nsubj") and token.i > verb.i
