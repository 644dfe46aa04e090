"""Who suffers a deed is not blamed for it: "condemned the attack on a mosque in X's capital".

Nor is anybody's own side punished: "raised US tariffs on Y".
"""

from collections.abc import Sequence

from graph.model import EventClass, Role
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
            if candidate.kind is EventClass.ACCUSATION and deeds:
                for deed in _condemned(candidate, told.tree, deeds):
                    candidate.drop(deed.of(Role.TARGET), Role.TARGET)


def exempt(article: Sequence[Told]) -> None:
    """Takes one's own side out of those whom sanctions hit, where they hit others."""
    for told in article:
        for candidate in told.candidates:
            if candidate.kind is EventClass.SANCTION:
                spare(candidate)


def _condemned(
    candidate: Candidate, tree: Tree, deeds: dict[int, Candidate]
) -> Sequence[Candidate]:
    """The deeds that somebody condemns by name."""
    objects = [one for one in tree.objects(tree.doc[candidate.trigger]) if one.pos_ == "NOUN"]
    named = [c for one in objects for c in (one, *tree.children(one, "conj"))]
    return [deeds[one.i] for one in named if one.i in deeds and not _by_somebody(one)]


def _by_somebody(deed: Token) -> bool:
    """Whether it is told who did it, wherever the parse hangs that."""
    return any(token.lower_ == "by" for token in deed.subtree)
