"""Roles that verbs and nouns share: where one went or struck, who signed, who says so."""

import re

from graph.model import Actor, ActorClass, DocumentClass, EventClass, Place, Role
from ingest.candidates import Candidate
from ingest.reproaches import Reproaches
from ingest.syntax import misread
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar, Triggers

TALKS = frozenset({EventClass.MEETING, EventClass.CALL, EventClass.CONVENING, EventClass.VISIT})
SPOKEN = frozenset({EventClass.CALL, EventClass.MEETING})
"""Where sides speak with each other, from afar or in a room."""
GATHERINGS = frozenset({EventClass.MEETING, EventClass.CONVENING})
"""Where those who take part come together."""
STATEMENTS = frozenset(
    {
        EventClass.ACCUSATION,
        EventClass.REJECTION,
        EventClass.REQUEST,
        EventClass.SUPPORT,
        EventClass.THREAT,
    }
)
"""What one does by words, and so through a text."""
BROKERED = TALKS | {EventClass.AGREEMENT, EventClass.SIGNING}
"""What can be brokered, and what can be on a topic."""
BROKERING = frozenset({"brokered", "facilitated", "mediated", "moderated"})
"""What talks and truces are by third parties: "X-brokered"."""
LED = frozenset({"chaired", "hosted", "led", "moderated", "sponsored", "supervised"})
"""What the talks of others are by who mediates; a truce or a militia is backed at most."""
_BY_MEANS = frozenset({"by", "in", "on", "over", "through", "via"})
_AIMS = frozenset({"by", "during", "for", "from", "on", "with"})
_CLOSES = frozenset({"close", "conclusion", "end"})
"""The part of talks at which papers come out of them: "at the end of the talks"."""
_CALLING = frozenset({"courtesy", "farewell", "introductory", "protocol"})
"""What a call is that one pays in person."""
_NOUNS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})
_PLACES_AGAIN = frozenset(
    {"archipelago", "capital", "city", "country", "island", "kingdom", "town", "village"}
)
"""What a place named before is called."""
_PAIRED = re.compile(r"\b[A-ZÀ-Ž][\w.]*[-–/][A-ZÀ-Ž]")
"""Two in a name: "X-Y Free Trade Agreement"."""
_TOGETHER = re.compile(r" to (?:\w+ly )?(?:co-?operate|collaborate|partner|work)\b.* with ")
"""What one agrees to do with another: "an accord to cooperate with X on Y"."""


def parts_of(kind: EventClass) -> tuple[Role, Role]:
    """The role of who does it or takes part, and of to whom it is done."""
    if kind is EventClass.SIGNING:
        return Role.SIGNATORY, Role.SIGNATORY
    if kind.symmetric:
        return Role.PARTICIPANT, Role.PARTICIPANT
    if kind is EventClass.VISIT:
        return Role.VISITOR, Role.TARGET
    return Role.SOURCE, Role.PARTICIPANT if kind is EventClass.MEDIATION else Role.TARGET


def verbal(token: Token) -> bool:
    """Whether the token is read as a verb."""
    if token.dep_ in {"amod", "compound"}:
        return misread(token)
    if token.tag_ == "VBZ" and token.dep_ in _NOUNS:  # a plural, "clashes"
        return any(c.dep_.startswith("nsubj") for c in token.children)
    absolute = token.dep_ == "advcl" and token.lower_.endswith("ing")  # "with X voting against"
    return token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB") or absolute


def said_in(title: str, triggers: Triggers) -> str:
    """The participle in a title by which a document speaks: "calling"; empty where none does."""
    for word in title.split()[1:]:
        verb = triggers.lemmas.get(word, "") if word.endswith("ing") else ""
        if any(frame.kind in STATEMENTS for frame in triggers.verbs.get(verb, ())):
            return word
    return ""


class Roles:
    """Fills roles of candidates from the parse of a paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._triggers = tree, triggers
        self._reproaches = Reproaches(tree, triggers)
        self._words: Grammar = triggers.grammar

    def by_phone(self, trigger: Token) -> bool:
        """Whether the talk was by telephone or video."""
        ways = [
            token
            for case, child in self._tree.obliques(trigger.head)
            for token in child.subtree
            if case in _BY_MEANS and trigger.dep_ in _NOUNS and trigger.head.pos_ == "VERB"
        ]  # "held talks in video conference format"
        near = [*(t for t in trigger.subtree if abs(t.i - trigger.i) < 12), *ways]
        near = [t for t in near if t == trigger or t.pos_ != "VERB"]  # "met X and calls for peace"
        near = [t for t in near if not any(c.lower_ in _CALLING for c in t.children)]
        return any(
            self._tree.lemma(t) in self._words.phones or t.lower_ in self._words.phones
            for t in near
        )

    def signatories(self, made: Candidate, document: Token) -> None:
        """Between whom a document is: "an accord with X", "a treaty between A and B".

        In "the ratification of the treaty by X" the parse hangs X on the treaty.
        """
        mention = self._tree.unit(document).document
        asks = mention is not None and said_in(mention.wording, self._triggers)
        if made.kind is not EventClass.SIGNING or asks:
            return  # "a resolution calling for a truce between A and B"
        worth = (c for c in self._tree.children(document, "acl") if c.lower_ == "worth")
        for case, child in (p for one in (document, *worth) for p in self._tree.obliques(one)):
            if case in {"between", "with", "among", "by"}:
                found = self._tree.actors(child)
                made.add(Role.SIGNATORY, found.actors, found.certainty)
        title = mention.wording if mention is not None else ""
        paired = made.pattern == "verb" and _PAIRED.search(title) is not None
        inner = self._tree.unit(document).inner
        between = (paired or " between " in title) and not made.roles
        joining = "accession" in title.lower()  # "the accession treaty of X to Y"
        if between or joining or (len(inner) == 1 and _TOGETHER.search(title)):
            made.add(Role.SIGNATORY, inner, 0.85)

    def whole(self, noun: Token) -> Token:
        """The noun that a part of the event hangs on: "days" in "after two days of talks"."""
        while (
            noun.dep_ == "nmod"
            and self._tree.case(noun) == "of"
            and self._tree.lemma(noun.head) in self._words.light_heads
        ):
            noun = noun.head
        return noun

    def produced(self, session: Token) -> list[int]:
        """Tokens of the documents that came out of a session: "the summit adopted a declaration".

        Of an accord in common words, as of talks that "end with a deal", only what it is on counts.
        """
        tree = self._tree
        head, near = session.head, list[Token]()
        if session.dep_ == "nmod" and tree.lemma(head) in _CLOSES and tree.case(session) == "of":
            head = head.head  # "issued at the end of the talks"
        if session.dep_.startswith("nsubj") and tree.stem(head) in self._words.closing:
            near = self._brought_forth(head)
        elif head.dep_.startswith("acl") and tree.stem(head) in self._words.outcome:
            near = [head.head]  # "the declaration that came out of the summit"
        for clause in tree.children(session, "acl", "acl:relcl", "conj"):
            which = any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in clause.children)
            was = any(tree.children(session, "cop"))  # "was the first meeting and led to X"
            own = was if clause.dep_ == "conj" else which  # "talks, which produced X"
            if own and tree.stem(clause) in self._words.closing:
                near += self._brought_forth(clause)
        documents = ((token.i, tree.unit(token).document) for token in near)
        return [
            at
            for at, mention in documents
            if mention is not None
            and (mention.kind is not DocumentClass.AGREEMENT or len(mention.title.split()) > 1)
        ]

    def _brought_forth(self, verb: Token) -> list[Token]:
        """What may be the documents with which a verb says that talks ended."""
        tree = self._tree
        ends = list(tree.behind(verb, "with", "in", "to"))
        signed = (one for one in ends if tree.lemma(one) in self._words.signing)
        inside = [c for one in signed for c in tree.behind(one, "of")]
        near = [*tree.objects(verb), *ends, *inside]  # "ended with the adoption of X"
        return near + [c for one in near for c in tree.children(one, "conj")]

    def target_place(self, made: Candidate, token: Token) -> None:
        tree = self._tree
        inside = [
            c
            for c in token.children
            if c.dep_ in {"conj", "appos", "nmod:poss"}
            or (c.dep_ == "nmod" and tree.case(c) not in _AIMS)  # "to Argentina for the G20"
        ]
        deeper = [c for i in inside for c in i.children if c.dep_ == "nmod"]
        for one in (token, *inside, *deeper):  # "the ruins of Petra in Jordan"
            if one in deeper and made.of(Role.TARGET):
                return
            unit = tree.unit(one)
            if any(mention.force for mention in unit.mentions):
                continue  # "visited US troops in Kabul", "the USS Porter in Naples"
            if unit.state is not None:
                if made.place is None:
                    made.place = unit.place
                named = [a for a in unit.actors if a.kind is ActorClass.COUNTRY]
                made.add(Role.TARGET, tuple(named) or (unit.state,), 0.95)
            elif unit.actors and not unit.demonym:
                states = tuple(
                    a
                    for a in unit.actors
                    if a.kind in {ActorClass.COUNTRY, ActorClass.ORGANIZATION}
                )
                made.add(Role.TARGET, states, unit.certainty)
        if not made.of(Role.TARGET) and (place := self._named_before(token)) is not None:
            made.place = made.place or place
            made.add(Role.TARGET, (place.country,) if place.country else (), 0.75)

    def _named_before(self, token: Token) -> Place | None:
        """The place that is taken up: "in Kabul … visited the city"."""
        kept = {c.lower_ for c in token.children if c.dep_ not in {"case", "punct"}}
        if self._tree.lemma(token) not in _PLACES_AGAIN or kept not in ({"the"}, {"this"}):
            return None
        for unit in reversed(self._tree.units[: token.i]):
            if unit.place is not None:
                return unit.place
        return None

    def told_by(self, token: Token) -> tuple[Actor, ...]:
        """Whose word it is: "X said that …", "according to X"."""
        tree, at = self._tree, token
        for _ in range(6):
            for child in at.children:
                if child.dep_.startswith("obl") and "according" in tree.cases(child):
                    return tree.actors(child).actors
            head = at.head
            if head == at:
                return ()
            if at.dep_ in {"ccomp", "parataxis"} and tree.lemma(head) in self._words.saying:
                return tree.subject(head).actors
            at = head
        return ()

    def negative(self, clause: Token) -> bool:
        """Whether the clause says something bad of its subject: "violated", "is a mistake"."""
        return self._reproaches.told(clause)
