"""What talks brought about: "the summit adopted a declaration", "was signed at the conference".

Such a sentence names no signatories; they are those who were at the talks, told elsewhere.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from graph.model import EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.roles import GATHERINGS
from ingest.told import Told, numbered
from ingest.tree import Tree
from ingest.triggers import Triggers

_NEAR = 6
"""How many sentences the talks may lie away."""
_CERTAINTY = 0.75
_AT = frozenset({"at", "during", "in", "by"})


def conclude(article: Sequence[Told], triggers: Triggers) -> None:
    """Gives signings at talks those who were there as their signatories.

    ``article`` holds its paragraphs in the order of the text.
    """
    told_at: list[tuple[int, Candidate]] = []
    open_at: list[tuple[int, Candidate]] = []
    for here, told, candidate in numbered(article):
        if candidate.kind in GATHERINGS and candidate.status is Status.HAPPENED:
            if len(candidate.everybody()) > 1:
                told_at.append((here, candidate))
        elif candidate.kind is EventClass.SIGNING and _open(candidate, told.tree, triggers):
            open_at.append((here, candidate))
    for here, signing in open_at:
        near = [(abs(here - there), talks) for there, talks in told_at if abs(here - there) < _NEAR]
        if near:
            talks = max(near, key=lambda pair: (len(pair[1].everybody()), -pair[0]))[1]
            signing.add(Role.SIGNATORY, tuple(talks.everybody()), _CERTAINTY)
            signing.besides.append((talks.start, talks.end))


def _open(signing: Candidate, tree: Tree, triggers: Triggers) -> bool:
    """Whether nobody is named who signed what was signed at talks."""
    if signing.everybody() or not signing.documents:
        return False
    return _at_talks(signing, tree, triggers)


def _at_talks(signing: Candidate, tree: Tree, triggers: Triggers) -> bool:
    """Whether talks are the subject of the signing, or where it was."""
    verb = tree.doc[signing.trigger]
    if _talks_of(verb, tree, triggers):
        return True
    head = verb.head  # "the summit was convened to sign X"
    return verb.dep_ in {"xcomp", "advcl", "conj"} and _talks_of(head, tree, triggers)


def _talks_of(verb: Token, tree: Tree, triggers: Triggers) -> bool:
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    places = list(tree.behind(verb, *_AT))
    return any(
        tree.unit(one).session is not None or tree.lemma(one) in triggers.grammar.gatherings
        for one in (*subjects, *places)
    )
