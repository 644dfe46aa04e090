"""Whether a clause says something good: "is a step in the right direction".

And of whom: who backs the protests in a state does not back the state.
"""

from itertools import pairwise

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.statuswords import StatusWords
from ingest.syntax import NEVER, NOMINAL
from ingest.tokens import Token
from ingest.tree import Tree

_SHOWING = frozenset({"demonstrate", "deserve", "display", "earn", "merit", "prove", "show"})
_DENYING = NEVER | {"if", "no", "would"}


_RIGHTS = frozenset({"defence", "defense", "exist", "self-defence", "self-defense"})
"""What one stands by whom one grants the right to it: "had the right to defend itself"."""


_CRITICS = frozenset(
    {
        "activist", "demonstration", "demonstrator", "dissident", "opposition", "protest",
        "protester", "protestor", "revolt", "uprising",
    }
)  # fmt: skip
"""Who or what is against the state whose name stands before it."""


def spare_critics(made: Candidate, tree: Tree) -> None:
    """Takes back that a state is backed of which only the critics are: "the Iranian protests"."""
    targets = set(made.of(Role.TARGET)) if made.kind is EventClass.SUPPORT else set()
    behind = tree.doc[made.trigger : tree.doc[made.trigger].sent.end] if targets else ()
    named = {t: tree.unit(t).actors for t in behind if not targets.isdisjoint(tree.unit(t).actors)}
    critics = {token for token in named if critical(token, tree)}
    for actor in targets:
        tokens = {token for token, actors in named.items() if actor in actors}
        if tokens and tokens <= critics:
            made.drop([actor])
    if targets and not made.of(Role.TARGET):
        made.roles.clear()


def critical(token: Token, tree: Tree) -> bool:
    """Whether a state is only named to say whose critics they are."""
    return token.head.i > token.i and tree.lemma(token.head) in _CRITICS


def entitled(clause: Token, tree: Tree) -> bool:
    """Whether somebody is said to be right to defend themselves."""
    if any(t.lower_ in _DENYING for t in clause.subtree):
        return False
    if clause.lower_ == "entitled":
        return any(_defends(t, tree) for t in clause.subtree)
    if tree.lemma(clause) != "have":
        return False
    rights = (one for one in tree.objects(clause) if tree.lemma(one) == "right")
    return any(_defends(t, tree) for one in rights for t in one.subtree)


def _defends(token: Token, tree: Tree) -> bool:
    itself = (one.lower_.endswith(("self", "selves")) for one in tree.objects(token))
    return tree.lemma(token) in _RIGHTS or (tree.lemma(token) == "defend" and any(itself))


def praised(clause: Token, tree: Tree, words: StatusWords) -> bool:
    """Whether something good is said in the clause and nothing bad."""
    if entitled(clause, tree):
        return True
    near = (c for one in (clause, *tree.objects(clause)) for c in one.children)
    names = [c for c in near if c.dep_ in {"nmod", "obl"} and tree.case(c) == "as"]
    shown = tree.objects(clause) if tree.lemma(clause) in _SHOWING else ()
    called = [c for c in clause.children if c.dep_ == "xcomp" and c.pos_ in NOMINAL]
    heads = (clause, *names, *shown, *called)
    around = {t.i for one in heads for t in (one, *tree.children(one, "amod", "nmod"))}
    around |= {c.i for i in tuple(around) for c in tree.doc[i].children if c.dep_ == "amod"}
    said = [tree.doc[i].lower_ for i in sorted(around)]
    pairs = {f"{one} {other}" for one, other in pairwise(said)}
    if words.positive.isdisjoint(said) and words.positive.isdisjoint(pairs):
        return False
    return not any(t.lower_ in _DENYING or tree.lemma(t) in words.negative for t in clause.subtree)
