"""Who suffers a deed is not blamed for it: "condemned the attack on a mosque in X's capital".

Nor is anybody's own side punished: "raised US tariffs on Y".
"""

from collections.abc import Sequence

from graph.model import Actor, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import spare
from ingest.tokens import Token
from ingest.told import Told
from ingest.tree import Tree


def acquit(article: Sequence[Told]) -> None:
    """Takes those out of what is condemned who only suffer it, where nobody is told to do it."""
    for told in article:
        deeds = {
            deed.trigger: deed
            for deed in told.candidates
            if deed.kind is EventClass.FORCE and not deed.of(Role.SOURCE)
        }
        for candidate in told.candidates:
            if candidate.kind is not EventClass.ACCUSATION:
                continue
            for deed in _condemned(candidate, told.tree, deeds) if deeds else ():
                candidate.drop(deed.of(Role.TARGET), Role.TARGET)
            if hurt := _hurt(candidate, told.tree):
                candidate.drop(hurt, Role.TARGET)


def exempt(article: Sequence[Told]) -> None:
    """Takes one's own side out of those whom sanctions hit, where they hit others."""
    for told in article:
        for candidate in told.candidates:
            if candidate.kind is EventClass.SANCTION:
                spare(candidate)


_HITTING = frozenset(
    {
        "befall", "damage", "destroy", "devastate", "engulf", "hit", "injure", "kill", "plague",
        "ravage", "rock", "shake", "shook", "strike", "target", "traumatise", "traumatize", "wound",
    }
)  # fmt: skip
_SUFFERING = frozenset({"endure", "suffer"})


def _hurt(candidate: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """Who is told to have been hit by what is condemned: "the attacks that struck X"."""
    hurt: list[Actor] = []
    for deed in _objects(candidate, tree):
        for clause in tree.children(deed, "acl:relcl", "acl"):
            if tree.lemma(clause) in _SUFFERING:
                hurt += tree.subject(clause).actors
                by = (one for one in tree.children(clause, "obl") if tree.case(one) == "by")
                hurt += (a for one in by for a in tree.actors(one).actors)
            elif tree.lemma(clause) in _HITTING and not tree.subject(clause).actors:
                hurt += (a for one in tree.objects(clause) for a in tree.actors(one).actors)
    return tuple(hurt)


def _condemned(
    candidate: Candidate, tree: Tree, deeds: dict[int, Candidate]
) -> Sequence[Candidate]:
    """The deeds that somebody condemns by name."""
    named = _objects(candidate, tree)
    return [deeds[one.i] for one in named if one.i in deeds and not _by_somebody(one)]


def _objects(candidate: Candidate, tree: Tree) -> list[Token]:
    """The nouns for what somebody condemns."""
    objects = [one for one in tree.objects(tree.doc[candidate.trigger]) if one.pos_ == "NOUN"]
    return [c for one in objects for c in (one, *tree.children(one, "conj"))]


def _by_somebody(deed: Token) -> bool:
    """Whether it is told who did it, wherever the parse hangs that."""
    return any(token.lower_ == "by" for token in deed.subtree)
