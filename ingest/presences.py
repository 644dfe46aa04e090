"""Visits that are told by where somebody is: "X was in Warsaw on Friday"."""

from collections.abc import Iterable, Iterator

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side_of
from ingest.mentions import DIPLOMATIC, HOLDERS, MentionKind
from ingest.routes import WAYS
from ingest.syntax import NEVER, SUBJECTS, relative
from ingest.tokens import Token
from ingest.tree import Tree

_SENT = frozenset({"delegate", "delegation", "inspector", "mission", "team"})
_FOR = frozenset({"as", "for", "on", "to"})
"""What begins to say why somebody is there."""
_NOT = NEVER | {"no"}
_HELPING = frozenset({"had", "has", "have", "will"})
_SPENDING = frozenset({"spend", "stay"})
_SPANS = frozenset({"day", "hour", "night", "week", "weekend"})
"""How long one is somewhere on a visit."""
_RITES = frozenset(
    {
        "burial", "coronation", "funeral", "inauguration", "memorial", "parade", "swearing-in",
        "wedding",
    }
)  # fmt: skip
"""What guests of other states attend."""
_BUSINESS = frozenset({"as", "during", "for", "on"})
_AGAIN = frozenset({"again", "back", "here"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "xcomp"})
_GLAD = frozenset(
    {
        "delight", "delighted", "excited", "glad", "good", "grateful", "great", "happy", "honor",
        "honored", "honour", "honoured", "joy", "lovely", "nice", "pleased", "pleasure",
        "privilege", "privileged", "proud", "thrilled", "wonderful",
    }
)  # fmt: skip
"""What guests say of being where they are."""
_ERRANDS = frozenset(
    {
        "conference", "consultation", "meeting", "mission", "negotiation", "summit", "talk", "tour",
        "trip", "visit",
    }
)  # fmt: skip
"""What one travels for."""


class Presences:
    """Reads who is where off the parse of a paragraph."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def events(self, place: Token) -> Iterator[Candidate]:
        """The visit of those who are, were or will be at the place that the token names."""
        yield from self._in_passing(place)
        yield from self._glad(place)
        tree, where = self._tree, self._tree.unit(place).place
        guest = self._aside(place) if where is not None else None
        if guest is not None and where is not None and where.country is not None:
            yield from self._there([guest], where.country, place, Status.HAPPENED)
            return
        above = place.head
        case, way = tree.case(place), {tree.case(above), *(c.lower_ for c in above.children)}
        bound = case == "to" and above.lower_ in WAYS and not way.isdisjoint({"en", "on"})
        bound = bound or (case == "in" and above.lower_ == "due")  # "is on his way to X"
        at = above if above.lower_ == "back" or bound else place  # "is back in X"
        being = next((c for c in at.children if c.dep_ == "cop" and c.lemma_ == "be"), None)
        states = self._states(place)
        if being is None or not states or not (bound or case == "in"):
            return
        helping = {c.lower_ for c in at.children if c.dep_.startswith("aux")}
        denied = any(c.lower_ in _NOT for c in at.children)
        told = at.dep_ == "ccomp" and at.head.tag_ == "VBD"  # "said that he would be in X"
        if denied or helping - _HELPING - ({"would"} if told else set()):
            return
        own = any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in at.children)
        above = at if own or at.dep_ != "conj" else at.head  # "fled and is now in X"
        named = [
            above.head if relative(child) else child  # "X, who is in Warsaw"
            for child in above.children  # "it", for a delegation
            if child.dep_ in SUBJECTS or (child.dep_ == "expl" and not tree.pronoun(child))
        ]
        ahead = bound or not helping.isdisjoint({"will", "would"})
        status = Status.PLANNED if ahead else Status.HAPPENED
        for state in states:
            yield from self._there(named, state, place, status)

    def _states(self, place: Token) -> tuple[Actor, ...]:
        """The state in which a place is, or all of a list: "will be in China and Japan"."""
        unit = self._tree.unit(place)
        if unit.place is not None:
            return (unit.place.country,) if unit.place.country is not None else ()
        listed = len(unit.mentions) > 1 and all(a.kind is ActorClass.COUNTRY for a in unit.actors)
        return unit.actors if listed else ()

    def _glad(self, place: Token) -> Iterator[Candidate]:
        """The visit of who is glad to be somewhere: "It is a pleasure to be back in X"."""
        tree, where = self._tree, self._tree.unit(place).place
        at = place.head if place.head.lower_ in _AGAIN else place
        glad = at.head
        being = any(c.lower_ == "be" for c in at.children) and at.dep_ in _CLAUSES
        if not being or where is None or where.country is None or glad.lower_ not in _GLAD:
            return
        helping = {c.lower_ for c in glad.children if c.dep_.startswith("aux")}
        if tree.case(place) in {"", "in"} and not helping & {"would", "will", "'d"}:
            named = [c for c in glad.children if c.dep_ in SUBJECTS or c.dep_ == "expl"]
            yield from self._there(named, where.country, place, Status.HAPPENED)

    def _aside(self, place: Token) -> Token | None:
        """Who is said by an aside to be at the place: "X, in Warsaw for talks, said".

        The aside may stand before who is there: "In Warsaw for talks, X said".
        """
        doc, at = self._tree.doc, place.i
        inside = at > 0 and doc[at - 1].lower_ == "in"
        following = doc[at + 1].lower_ if at + 1 < len(doc) else ""
        if not inside or following not in _FOR:
            return None
        before = at > 1 and doc[at - 2].text == "," and place.dep_ in {"nmod", "conj"}
        who = place.head if before and place.head.i == at - 3 else None
        if at - 1 == place.sent.start and place.dep_ == "obl":
            who = next((c for c in place.head.children if c.dep_ in SUBJECTS), None)
        mention = self._tree.unit(who).mention if who is not None else None
        return who if mention is not None and mention.kind in HOLDERS else None

    def _there(
        self, named: Iterable[Token], state: Actor, place: Token, status: Status
    ) -> Iterator[Candidate]:
        """The visits of those who are named to the state in which the place is."""
        tree = self._tree
        for child in named:
            sent = tree.lemma(child) in _SENT
            found = tree.actors(child, deep=sent)
            mentions = tree.unit(child).mentions
            posted = any(m.office_kind in DIPLOMATIC for m in mentions)
            offices = bool(mentions) and all(m.kind is MentionKind.OFFICE for m in mentions)
            sent = sent or self._delegation(child) or offices
            people = tuple(a for a in found.actors if sent or a.kind is ActorClass.PERSON)
            if not people or posted or any(side_of(a) == state for a in people):
                continue
            made = Candidate(kind=EventClass.VISIT, trigger=place.i, pattern="presence")
            made.status, made.confidence = status, 0.75
            made.add(Role.VISITOR, people, found.certainty)
            made.add(Role.TARGET, (state,), 0.9)
            made.place = tree.unit(place).place
            yield made

    def _in_passing(self, place: Token) -> Iterator[Candidate]:
        """The visit of who is somewhere as they do something: "In X for talks, he called on Y"."""
        tree, where = self._tree, self._tree.unit(place).place
        if where is None or where.country is None:
            return
        case, above = tree.case(place), place.head
        underway = case == "to" and above.lower_ == "way" and tree.case(above) == "on"
        rite = self._tree.lemma(above) in _RITES and above.dep_ == "obj"
        verb = above.head if underway or rite else above
        there = case == "in" and (self._on_business(place) or self._a_while(verb, place))
        helping = {c.lower_ for c in verb.children if c.dep_.startswith(("aux", "advmod"))}
        if not (underway or there) or verb.pos_ != "VERB" or helping & _NOT:
            return
        found = tree.subject(verb)
        people = tuple(a for a in found.actors if a.kind is ActorClass.PERSON)
        if not people or any(side_of(a) == where.country for a in people):
            return
        made = Candidate(kind=EventClass.VISIT, trigger=place.i, pattern="presence")
        made.status = Status.PLANNED if underway or "will" in helping else Status.HAPPENED
        made.confidence = 0.75
        made.add(Role.VISITOR, people, found.certainty)
        made.add(Role.TARGET, (where.country,), 0.9)
        made.place = where
        yield made

    def _on_business(self, place: Token) -> bool:
        """Whether it is said what for one is there: "in X on a visit", "in Y for talks"."""
        behind = [
            self._tree.lemma(one)
            for case, child in self._tree.obliques(place)
            if case in _BUSINESS
            for one in (child, *(c for of, c in self._tree.obliques(child) if of == "of"))
        ]
        return not _ERRANDS.isdisjoint(behind)

    def _a_while(self, verb: Token, place: Token) -> bool:
        """Whether one spends days there or attends a rite: "attended X's funeral in Lima"."""
        tree, lemma = self._tree, self._tree.lemma(verb)
        things = (*tree.objects(verb), *tree.children(verb, "obl:unmarked", "obl"))
        wanted = _RITES if lemma == "attend" else _SPANS if lemma in _SPENDING else ()
        open_ = verb.tag_ == "VB" and not any(c.lower_ == "will" for c in verb.children)
        return not open_ and any(tree.lemma(one) in wanted for one in things if one != place)

    def _delegation(self, token: Token) -> bool:
        """Whether it names those whom somebody sent: "a Kenyan delegation"."""
        mention = self._tree.unit(token).mention
        words = mention.name.lower().split() if mention is not None else []
        return bool({word.removesuffix("s") for word in words} & _SENT)
