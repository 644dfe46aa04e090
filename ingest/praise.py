"""Whether a clause says something good: "is a step in the right direction"."""

from itertools import pairwise

from spacy.tokens import Token

from ingest.parse import NEVER, NOMINAL
from ingest.statuswords import StatusWords
from ingest.tree import Tree

_SHOWING = frozenset({"demonstrate", "deserve", "display", "earn", "merit", "prove", "show"})
_DENYING = NEVER | {"if", "no", "would"}


def praised(clause: Token, tree: Tree, words: StatusWords) -> bool:
    """Whether something good is said in the clause and nothing bad."""
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
