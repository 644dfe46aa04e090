"""Roles that hang on the object of a verb: "sanctions on X", "support for X"."""

from collections.abc import Sequence

from graph.model import ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.culprits import Culprits
from ingest.deeds import Deeds
from ingest.nominals import NOBODY
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import VerbFrame

CASES = frozenset({"case", "charge", "complaint", "lawsuit", "suit"})
_IMPOSING = frozenset({"impose", "levy", "place", "slap"})
_THITHER = frozenset({EventClass.AID, EventClass.SANCTION})
_MOURNING = frozenset(
    {"commiseration", "condolence", "grief", "heartbreak", "sadness", "sorrow", "sympathy"}
)
_PARTING = frozenset({"exit", "independence", "secession", "withdrawal"})
_OVER = frozenset({"about", "after", "at", "following", "for", "from", "in", "of", "over"})
"""Before what one mourns, and in it."""
_DEEPEST = 6
_TOLD = ("acl", "ccomp")
"""Relations of clauses that say what somebody resents."""
_ABOUT = frozenset({"over", "about", "against"})
_TOWARDS = frozenset({"against", "behind", "for", "to"})
"""Before whom something is for, so that "of" says whose it is: "the support of X for Y"."""

SANCTIONED = frozenset(
    {
        "bank", "businessman", "commander", "company", "entity", "firm", "individual", "judge",
        "leader", "minister", "network", "official", "organisation", "organization", "person",
        "politician", "ship", "tanker", "vessel",
    }
)  # fmt: skip
"""Whom and what sanctions are on, for the state in which they are."""
_TRADED = frozenset(
    {
        "commerce", "export", "flight", "import", "investment", "purchase", "sale", "shipment",
        "trade", "transaction", "transfer", "travel", "visa",
    }
)  # fmt: skip
_SWAPS = frozenset({"exchange", "swap"})
"""Words by which those who are freed are let go for others: "freed X's men in exchange for"."""
_WITH_WHOM = frozenset({"for", "in", "into", "to", "with"})
"""Before those with whom one trades."""
_APART = frozenset(
    {"after", "ahead", "amid", "before", "despite", "during", "following", "over", "since"}
)
"""Before what is another event: "cut ties following talks between X and Y"."""
_TRADING = frozenset({ActorClass.COUNTRY, ActorClass.ORGANIZATION})


class ObjectNouns:
    """Fills roles from the nouns that frames of verbs ask for."""

    def __init__(self, tree: Tree, deeds: Deeds, culprits: Culprits) -> None:
        self._tree, self._deeds, self._culprits = tree, deeds, culprits

    def add(self, made: Candidate, frame: VerbFrame, noun: Token) -> None:
        """Puts in those whom the noun's prepositions and modifiers name."""
        tree, near = self._tree, self._near(noun)
        if made.kind is EventClass.COOPERATION and "from" in frame.needs_any:
            named = tree.actors(noun)
            made.add(Role.PARTICIPANT, named.actors, named.certainty)  # "ordered X's tanks"
        if frame.kind is EventClass.AID:
            near += self._cargo(made, frame, noun)
        self._behind(made, frame, noun, near)
        if frame.object is None and frame.kind is not EventClass.SUPPORT:
            self._before(made, frame, noun)
        elif frame.subject is Role.SOURCE and not made.of(Role.SOURCE):
            for owner in self._tree.children(noun, "nmod:poss"):
                found = self._tree.actors(owner)  # "I expressed X's gratitude to Y"
                made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        if frame.kind is EventClass.SANCTION and not made.of(Role.TARGET):
            self._sanctioned(made, near)
        if frame.kind is EventClass.ACCUSATION and not made.of(Role.TARGET):
            self._resented(made, noun)
        mourning = frame.kind is EventClass.SUPPORT and tree.lemma(noun) in _MOURNING
        if mourning and not made.of(Role.TARGET):
            self._bereaved(made, noun)

    def _near(self, noun: Token) -> list[tuple[str, Token]]:
        """What stands behind prepositions by the noun, by those listed with it and in it."""
        tree = self._tree
        listed = [c for c in tree.children(noun, "conj") if c.i > noun.i]
        near = [p for one in (noun, *listed) for p in tree.obliques(one)]
        imposed = (c for c in tree.children(noun, "acl") if tree.lemma(c) in _IMPOSING)
        near += [p for clause in imposed for p in tree.obliques(clause)]  # "that it imposed on X"
        inside = (c for c in tree.children(noun, "nmod") if tree.case(c) not in _APART)
        return near + [p for child in inside for p in tree.obliques(child)]

    def _cargo(self, made: Candidate, frame: VerbFrame, noun: Token) -> list[tuple[str, Token]]:
        """What stands behind the aid that money is given in: "$2 million in funding for X"."""
        tree = self._tree
        inside = tree.obliques(tree.doc[made.trigger])
        parts = [c for case, c in inside if case == "in" and tree.lemma(c) in frame.nouns]
        return [pair for one in parts if one != noun for pair in tree.obliques(one)]

    def _behind(
        self, made: Candidate, frame: VerbFrame, noun: Token, near: Sequence[tuple[str, Token]]
    ) -> None:
        """Puts in those behind the prepositions of the frame."""
        tree = self._tree
        verb = tree.doc[made.trigger]
        blamed = frame.kind is EventClass.ACCUSATION and any(
            case in _ABOUT and self._others(made, child)
            for case, child in (*near, *tree.obliques(verb))
        )
        for case, child in near:  # "a loan of two millions for X" as well
            if blamed and case in {"to", "with"}:
                continue  # "a complaint to the court about X"
            forum = case in {"at", "to", "with"} and tree.lemma(noun) in CASES
            if forum and any(a.kind is ActorClass.ORGANIZATION for a in tree.actors(child).actors):
                continue  # "a complaint with the WTO"
            role = frame.preps.get(case)
            if case == "of" and role is Role.TARGET and self._addressed(frame, noun, child):
                if not made.of(Role.SOURCE):
                    found = tree.actors(child)
                    made.add(Role.SOURCE, found.actors, found.certainty)
                continue  # "reaffirms the support of X for Y"
            if role is Role.SOURCE and made.of(Role.SOURCE):
                role = Role.TARGET  # "voiced appreciation of X"
            parting = tree.lemma(child) in _PARTING  # "support for independence from X"
            if parting and frame.kind is EventClass.SUPPORT:
                continue
            if role is not None and not (made.of(role) and child.head != noun):
                found = tree.actors(child) or (tree.owner(child) if frame.carrier else NOBODY)
                harm = self._deeds.harms(child) and not self._deeds.forced(child)
                if frame.kind is EventClass.ACCUSATION and harm:
                    found = self._culprits.culprit(child) or self._culprits.at_home(child)
                state = tree.unit(child).state if not found else None
                if state is not None and frame.kind in _THITHER:  # "food to Port-au-Prince"
                    made.add(role, (state,), 0.75)
                made.add(role, found.actors, found.certainty)

    def _addressed(self, frame: VerbFrame, noun: Token, owner: Token) -> bool:
        """Whether others behind the noun are the target, and one stands there whose it is."""
        return owner.head == noun and any(
            case in _TOWARDS and frame.preps.get(case) is Role.TARGET and self._tree.actors(child)
            for case, child in self._tree.obliques(noun)
        )

    def _others(self, made: Candidate, token: Token) -> bool:
        """Whether it names another side than who does it: "about X's raids"."""
        found = self._tree.actors(token) or self._tree.owner(token)
        return bool(set(found.actors) - set(made.everybody()))

    def _before(self, made: Candidate, frame: VerbFrame, noun: Token) -> None:
        """Puts in those who stand before the noun, where nobody behind it is the target."""
        mutual = frame.subject is Role.PARTICIPANT
        role = Role.PARTICIPANT if mutual else Role.TARGET
        both = mutual and len(made.everybody()) > 1
        if (
            made.of(Role.TARGET)
            or both
            or (
                mutual and self._tree.lemma(noun) in self._tree.private and not frame.guard & _SWAPS
            )
        ):
            return
        verb = self._tree.doc[made.trigger]
        given = frame.kind is EventClass.AID and self._tree.passive(verb)
        if given and any(frame.preps.get(case) for case, _ in self._tree.obliques(verb)):
            return  # "Russian weapons were handed to X"
        for child in self._tree.children(noun, "amod", "compound", "nmod:poss"):
            unit = self._tree.unit(child)
            if unit.actors and not any(a in made.everybody() for a in unit.actors):
                made.add(role, unit.actors, unit.certainty * 0.8)

    def _bereaved(self, made: Candidate, noun: Token) -> None:
        """Puts in the states in which those died whom one mourns: "grief over the deaths in X"."""
        own = set(made.everybody())
        waiting = [noun, self._tree.doc[made.trigger]]
        for head in waiting:
            for case, child in self._tree.obliques(head):
                unit = self._tree.unit(child)
                states = (unit.state,) if unit.state is not None else unit.actors
                there = [a for a in states if a.kind is ActorClass.COUNTRY and a not in own]
                if case in {"in", "of"} and there:
                    made.add(Role.TARGET, tuple(there), 0.75)
                elif case in _OVER and len(waiting) < _DEEPEST:
                    waiting.append(child)

    def _resented(self, made: Candidate, noun: Token) -> None:
        """Puts in who does, or whose doing it is, what calls forth: "anger that X refused"."""
        tree, verb = self._tree, self._tree.doc[made.trigger]
        for clause in (c for head in (noun, verb) for c in tree.children(head, *_TOLD)):
            that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
            modal = any(c.tag_ == "MD" for c in clause.children)  # "fears that X may …"
            for one in tree.children(clause, "nsubj", "nsubj:pass") if that and not modal else ():
                done_to = one.dep_ == "nsubj:pass"
                found = NOBODY if done_to else tree.actors(one)
                if not found and tree.lemma(one) in self._deeds.told:
                    found = tree.owner(one, inside=False)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _sanctioned(self, made: Candidate, near: Sequence[tuple[str, Token]]) -> None:
        """Puts in the state of the people and the goods that sanctions are on."""
        tree = self._tree
        for case, child in near:  # "sanctions against officials in X", "tariffs on nuts from X"
            if case in {"in", "from"}:
                found = tree.actors(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        for case, child in (*near, *tree.obliques(tree.doc[made.trigger])):
            before = tree.doc[child.left_edge.i - 1]  # "sanctions on people and firms | in X"
            there = case == "in" and tree.lemma(before) in SANCTIONED
            travel = case == "to" and tree.lemma(before) == "restriction"  # "restrictions to X"
            if (there or travel) and not made.of(Role.TARGET):
                found = tree.actors(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.7)
        traded = {t for t in tree.doc[made.trigger].subtree if tree.lemma(t) in _TRADED}
        for case, child in (pair for one in traded for pair in tree.obliques(one)):
            if case in _WITH_WHOM and not made.of(Role.TARGET):  # "a ban on trade with X"
                found = tree.actors(child)
                others = tuple(a for a in found.actors if a not in made.everybody())
                if any(a.kind in _TRADING for a in others):
                    made.add(Role.TARGET, others, found.certainty * 0.75)
        under = list(tree.doc[made.trigger].subtree)
        deeper = (
            (case, child, one) for one in under for case, child in tree.obliques(one)
        )  # "tariffs on steel that is brought in from X", "on $3 billion in X's goods"
        for case, child, over in deeper:
            amount = over.pos_ in {"SYM", "NUM"} and case in {"in", "of"}
            stuff = amount or (case == "in" and over.lemma_ == "regime")
            sold = case == "to" and over.lemma_ in {"arms", "export", "sale", "supply", "weapon"}
            if (case == "from" or stuff or sold) and not made.of(Role.TARGET):
                found = tree.actors(child) or tree.owner(child, inside=False)
                others = tuple(a for a in found.actors if a not in made.everybody())
                if any(a.kind in _TRADING for a in others):
                    made.add(Role.TARGET, others, found.certainty * 0.7)
