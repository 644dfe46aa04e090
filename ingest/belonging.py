"""To which band people are said to belong who are struck or held: "men suspected of links to X"."""

from collections.abc import Iterator

from graph.model import Actor, ActorClass
from ingest.nominals import Found
from ingest.strikes import HURTING
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_TIES = frozenset(
    {
        "affiliation", "allegiance", "belong", "connection", "link", "member", "membership",
        "recruit", "support", "supporter", "tie",
    }
)  # fmt: skip
"""What binds people to the band on whose side they are."""
_CHARGES = ("for", "on", "over", "with")


def belonging(thing: Token, verb: Token, tree: Tree, triggers: Triggers) -> Iterator[Found]:
    """The bands whose people an object of force is said to be, the likeliest first."""
    owner = tree.owner(thing, inside=False)
    if owner and owner.actors[0].kind is ActorClass.ARMED_GROUP:
        yield tree.lowered(owner, 0.9)  # "al-Shabaab terrorists"
    said = [*tree.children(thing, "acl", "acl:relcl"), *tree.behind(thing, "with")]
    if tree.lemma(verb) in triggers.grammar.policing:  # "arrested two men | for ties to X"
        said.extend(tree.behind(verb, *_CHARGES))
    for clause in said:
        below = [token for token in clause.subtree if token.i > thing.i]
        if _bound(below, tree, triggers):
            yield Found(tuple(a for token in below for a in _bands(token, tree)), 0.75, clause.i)
        for child in tree.behind(clause, "of"):  # "suspected of belonging to X"
            yield Found(tuple(_bands(child, tree)), 0.75, child.i)


def _bound(words: list[Token], tree: Tree, triggers: Triggers) -> bool:
    """Whether words tell of ties, and of nobody who was hurt."""
    lemmas = {tree.lemma(token) for token in words}
    hurt = lemmas & HURTING or not lemmas.isdisjoint(triggers.nouns)
    return bool(lemmas & _TIES) and not hurt


def _bands(token: Token, tree: Tree) -> Iterator[Actor]:
    return (a for a in tree.unit(token).actors if a.kind is ActorClass.ARMED_GROUP)
