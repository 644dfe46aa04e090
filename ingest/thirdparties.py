"""Third parties by whom two come together: "with X as mediator", "talks that X arranged"."""

from collections.abc import Iterator, Sequence

from graph.model import Actor, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.nominals import NOBODY, Found
from ingest.roles import verbal
from ingest.status import StatusReader
from ingest.tokens import Token
from ingest.tree import Tree

_POSTS = frozenset(
    {
        "arbiter", "broker", "facilitator", "go-between", "guarantor", "intermediary", "mediator",
        "moderator", "sponsor",
    }
)  # fmt: skip
"""What a third party is to two who come to terms."""
_HELP = frozenset({"assistance", "help", "intercession", "involvement", "intervention"})
_ARRANGING = frozenset(
    {"arrange", "convene", "coordinate", "engineer", "orchestrate", "organise", "organize"}
)
"""What a third party does about the talks of two, or their deal."""
_BY_HELP = frozenset({"after", "through", "to", "with"})
"""What stands before help: "thanks to the help of X"."""
_TERMS = frozenset(
    {
        EventClass.AGREEMENT,
        EventClass.CONVENING,
        EventClass.COOPERATION,
        EventClass.MEETING,
        EventClass.SIGNING,
    }
)
"""What two do who need a third."""
_BEHIND = 5
"""Words from who it is to what he is: "with X as the main mediator"."""
_PAIR = 2
_MOST = 3
"""Sides that come to terms with a third party's help; more are a gathering."""


def third_parties(
    found: Sequence[Candidate], tree: Tree, status: StatusReader
) -> Iterator[Candidate]:
    """The mediations of third parties, who are then none of those who come to terms."""
    terms = [c for c in found if c.kind in _TERMS]
    for token in tree.doc if terms else ():
        third = _acting(token, tree) or _helping(token, tree) or _arranging(token, tree)
        third = third or _assisting(token, tree)
        if not third:
            continue
        here = [c for c in terms if tree.doc[c.trigger].sent == token.sent]
        if verbal(token) and token.dep_ != "acl":
            under = {one.i for one in token.subtree if one.i > token.i or tree.passive(token)}
            here = [c for c in here if c.trigger in under]
        met = [(c, tuple(a for a in c.everybody() if a not in third.actors)) for c in here]
        met = [(c, parties) for c, parties in met if _two(parties, third.actors)]
        if not met:
            continue
        nearest, parties = min(met, key=lambda one: abs(one[0].trigger - token.i))
        for candidate in here:
            candidate.drop(third.actors)
        arranged = status.of(token).status if verbal(token) else nearest.status
        if arranged is None:
            continue
        made = Candidate(kind=EventClass.MEDIATION, trigger=token.i, status=arranged)
        made.confidence, made.pattern = 0.8, "mediator"
        made.add(Role.SOURCE, third.actors, third.certainty * 0.9)
        made.add(Role.PARTICIPANT, parties, nearest.certainty())
        yield made


def _two(parties: Sequence[Actor], third: Sequence[Actor]) -> bool:
    """Whether they are a few sides, of which the third party is none."""
    sides = set(map(side, parties))
    return _PAIR <= len(sides) <= _MOST and sides.isdisjoint(map(side, third))


def _acting(token: Token, tree: Tree) -> Found:
    """Who the token says is there as one: "with X as mediator"."""
    doc = tree.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "as" or tree.case(token) != "with":
        return NOBODY
    behind = doc[token.i + 2 : token.i + _BEHIND]
    return tree.actors(token) if any(_post(one, tree) for one in behind) else NOBODY


def _post(token: Token, tree: Tree) -> bool:
    """Whether the token is a third party by what he is called."""
    words = [m.office.lower().split() for m in tree.unit(token).mentions if m.office]
    return tree.lemma(token) in _POSTS or any(not _POSTS.isdisjoint(w[-1:]) for w in words)


def _helping(token: Token, tree: Tree) -> Found:
    """Whose help the token names: "with the help of X"."""
    if token.lower_ not in _HELP or tree.case(token) not in _BY_HELP:
        return NOBODY
    return tree.owner(token, inside=False)


def _arranging(verb: Token, tree: Tree) -> Found:
    """Who brings two together by the verb: "X arranged talks between Y and Z"."""
    if tree.lemma(verb) not in _ARRANGING or not verbal(verb):
        return NOBODY
    third = tree.doer(verb)
    nouns = [verb.head] if verb.dep_ == "acl" else list(tree.objects(verb))
    told = tree.lemma(verb) == "arrange" and any(
        child.dep_ == "acl:relcl" for noun in nouns for child in noun.children
    )
    between = (tree.actors(one).actors for noun in nouns for one in tree.behind(noun, "between"))
    found = told or any(_two(parties, third.actors) for parties in between)
    return third if found else NOBODY  # "a meeting at which X and Y will talk"


def _assisting(verb: Token, tree: Tree) -> Found:
    """Who helps others to do it together: "X helped Y and Z reach an agreement"."""
    if tree.lemma(verb) != "help" or not verbal(verb):
        return NOBODY
    third = tree.doer(verb)
    clauses = tree.children(verb, "xcomp", "ccomp")
    helped = [*tree.objects(verb), *(o for c in clauses for o in tree.children(c, "nsubj"))]
    return third if any(_two(tree.actors(o).actors, third.actors) for o in helped) else NOBODY
