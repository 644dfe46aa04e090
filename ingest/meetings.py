"""What kind of talks a verb tells of, and between whom others brokered them."""

from collections.abc import Sequence

from graph.model import ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side, sided
from ingest.mentions import PEOPLE, MentionKind
from ingest.nominals import NOBODY, Found
from ingest.nounevents import NounEvents
from ingest.predicates import Predicate
from ingest.roles import BROKERED, Roles, verbal
from ingest.tokens import Token
from ingest.tree import Tree

_CONVENING = frozenset({"confer", "meet"})
_BRINGING = frozenset({"brief", "deliver", "hand", "present"})
"""What an envoy does with a message, or with those who are to know."""
_RECEIVING = frozenset({"greet", "meet", "receive", "see"})
_AGREEING = frozenset(
    {
        "accept", "agree", "announce", "approve", "break", "conclude", "exchange", "extend",
        "free", "hold",
        "implement", "observe", "reach", "reject", "release", "renew", "sign", "strike", "violate",
    }
)  # fmt: skip
"""Verbs by which the parties do something with what was brokered between them."""
_MANY = 5


class Meetings:
    """Refines meetings and mediations that the verbs of one paragraph tell of."""

    def __init__(self, tree: Tree, roles: Roles, nouns: NounEvents) -> None:
        self._tree, self._roles, self._nouns = tree, roles, nouns

    def refine(self, made: Candidate, predicate: Predicate) -> None:
        """Makes a meeting a session or a call; finds the parties of what was brokered."""
        verb = predicate.verb
        meeting = made.kind is EventClass.MEETING
        by_phone = meeting and not predicate.frame.bare and self._roles.by_phone(verb)
        gathered = self._gathering(made) and not self._one_by_one(verb)
        if meeting and not by_phone and (self._assembly(made, verb) or gathered):
            made.kind = EventClass.CONVENING
        elif meeting and self._tree.lemma(verb) in _BRINGING and not self._in_person(verb):
            made.roles.clear()  # "the United States delivered a message from X to Y"
        elif meeting and self._tree.lemma(verb) == "speak" and self._for_others(verb):
            made.roles.clear()  # "speaking for the group, they called for talks"
        elif predicate.frame.bare:
            return  # "called on X" is no telephone call
        elif by_phone:
            made.kind = EventClass.CALL
        elif meeting and self._tree.lemma(verb) == "speak":
            made.pattern = "spoke"
        elif made.kind is EventClass.MEDIATION:
            self.parties(made, predicate.objects)

    def _in_person(self, verb: Token) -> bool:
        """Whether it is somebody, and not a state, who does it."""
        doer = self._tree.doer(verb)
        unit = self._tree.unit(self._tree.doc[doer.token]) if doer else None
        return unit is None or any(m.kind in PEOPLE or m.office for m in unit.mentions)

    def _for_others(self, verb: Token) -> bool:
        """Whether somebody speaks in the name of others, and not with them."""
        tree = self._tree
        return any(
            tree.lemma(one) == "behalf" or (case == "for" and tree.unit(one).actors)
            for case, one in tree.obliques(verb)
        )

    def side_by_side(self, predicate: Predicate, doer: Found) -> bool:
        """Whether those who are joined, and who joins them, are persons or ministers."""
        both = [self._tree.doc[doer.token], *predicate.objects] if doer else []
        if self._tree.lemma(predicate.verb) == "accompany" and not all(map(sided, doer.actors)):
            return False  # "the president, accompanied by Minister X": rather one of his own
        units = [self._tree.unit(one) for one in both]
        return len(both) > 1 and all(
            unit.mentions and all(m.kind in PEOPLE for m in unit.mentions) for unit in units
        )

    def _gathering(self, made: Candidate) -> bool:
        """Whether so many met that it was a session of theirs."""
        return len({side(actor) for actor in made.everybody()}) >= _MANY

    def _one_by_one(self, verb: Token) -> bool:
        """Whether one side alone met them: "the envoys of five states were received by X"."""
        tree = self._tree
        met = [*tree.objects(verb), *tree.behind(verb, "with")]
        found = [tree.doer(verb).actors, *(tree.actors(one).actors for one in met)]
        single = any(len(set(map(side, actors))) == 1 for actors in found)
        return tree.lemma(verb) in _RECEIVING and single and len(met) > 0

    def _assembly(self, made: Candidate, verb: Token) -> bool:
        """Whether a body of an organisation met: "EU foreign ministers met"."""
        everybody = made.everybody()
        if len(everybody) != 1 or everybody[0].kind is not ActorClass.ORGANIZATION:
            return False
        if self._tree.objects(verb):
            return False  # with somebody of whom nothing is known
        if self._tree.lemma(verb) in _CONVENING:
            return True  # "NATO meets to review its plans"
        subject = self._tree.subject(verb)
        mention = self._tree.units[subject.token].mention if subject else None
        return mention is not None and mention.kind is MentionKind.OFFICE and mention.plural

    def _agreeing(self, made: Candidate, deal: Token) -> None:
        """Puts in who came to what was brokered: "X and Y signed a deal brokered by Z"."""
        tree = self._tree
        verb = tree.governor(deal)  # "released them as part of a deal brokered by Z"
        under = deal.dep_ in {"obj", "obl", "nmod", "nsubj:pass"} and deal.i > verb.i
        if (under or deal.head == verb) and tree.lemma(verb) in _AGREEING:
            found = tree.doer(verb)
            made.add(Role.PARTICIPANT, found.actors, found.certainty * 0.9)

    def parties(self, made: Candidate, objects: Sequence[Token]) -> None:
        """Between whom something was brokered: the parties of the talks, the deal, the truce."""
        for one in objects:
            for case, child in self._tree.obliques(one):
                found = self._tree.actors(child) if case in {"between", "of"} else NOBODY
                if len(found.actors) > 1:
                    made.add(Role.PARTICIPANT, found.actors, found.certainty)
        for one in objects if not made.of(Role.PARTICIPANT) else ():
            self._agreeing(made, one)
        nouns = [*objects, *reversed(list(self._tree.doc[made.trigger].sent))]
        for one in nouns:
            if made.of(Role.PARTICIPANT):
                return
            if verbal(one):
                continue
            for candidate in self._nouns.events(one, self._tree.lemma(one)):
                if candidate.kind in BROKERED:
                    parties = [a for a in candidate.everybody() if a not in made.everybody()]
                    made.add(Role.PARTICIPANT, tuple(parties), 0.8)
            if self._tree.unit(one).document is not None:  # told as a signing as well
                for case, child in self._tree.obliques(one):
                    if case in {"between", "with"}:
                        made.add(Role.PARTICIPANT, self._tree.actors(child).actors, 0.8)
