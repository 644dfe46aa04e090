"""Relations that are told of again: "restored ties, which were cut in 1999", "restored them"."""

from collections.abc import Iterator, Sequence

from graph.model import EventClass, Role, Status
from ingest.candidates import RELATIONS, Candidate
from ingest.checks import side
from ingest.syntax import PAST, denied
from ingest.tokens import Token
from ingest.tree import Tree

_MENDING = frozenset(
    {"normalise", "normalize", "re-establish", "reestablish", "renew", "restore", "resume"}
)
_SEVERING = frozenset({"break", "cut", "freeze", "rupture", "sever", "suspend"})
_TIES = frozenset({"relation", "relations", "tie", "ties"})
_RELATIVES = frozenset({"that", "which"})
_AGAIN = frozenset({"them", "these", "they"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_CERTAINTY, _CONFIDENCE = 0.85, 0.85


def retied(tree: Tree, here: Sequence[Candidate]) -> Iterator[Candidate]:
    """What else became of relations between two sides of which a paragraph tells.

    ``here`` is what the paragraph tells; an event of it that lacks its sides gets them.
    """
    relations = [c for c in here if c.kind in RELATIONS and _tied(c, tree) and _paired(c)]
    for verb in tree.doc if relations else ():
        kind = _kind(verb, tree)
        if kind is None or verb.tag_ not in PAST or denied(verb):
            continue
        model = _model(verb, relations, tree)
        same = next((c for c in here if c.trigger == verb.i and c.kind is kind), None)
        if model is None or (same is not None and _paired(same)):
            continue
        if any(c.trigger == verb.i and c is not same and _paired(c) for c in here):
            continue
        made = same or Candidate(kind=kind, trigger=verb.i, confidence=_CONFIDENCE)
        made.pattern = "verb"
        made.roles = {}
        for role, held in model.roles.items():
            made.add(Role.SOURCE if role is Role.PARTICIPANT else role, tuple(held), _CERTAINTY)
        if same is None:
            yield made


def _kind(verb: Token, tree: Tree) -> EventClass | None:
    lemma = tree.lemma(verb)
    if lemma in _MENDING:
        return EventClass.RELATIONS_UPGRADE
    return EventClass.RELATIONS_DOWNGRADE if lemma in _SEVERING else None


def _model(verb: Token, relations: Sequence[Candidate], tree: Tree) -> Candidate | None:
    """The event of whose relations the verb goes on to tell; None where it is of none."""
    passive = tree.passive(verb)
    subjects = {c.lower_ for c in verb.children if c.dep_ in _SUBJECTS}
    things = subjects if passive else {one.lower_ for one in tree.objects(verb)}
    if passive and things & _RELATIVES and verb.dep_.startswith("acl"):
        noun = verb.head
        near = [c for c in relations if noun.sent.start <= c.trigger < verb.i]
        near = near if tree.lemma(noun) in _TIES or noun.dep_ == "nmod" else []
    elif things & _AGAIN:
        sentence = verb.sent.start
        first = tree.doc[sentence - 1].sent.start if sentence else sentence
        near = [c for c in relations if first <= c.trigger < verb.i]
    elif _trailing(verb):
        near = [c for c in relations if c.trigger in {verb.head.i, verb.head.head.i}]
    else:
        return None
    return max(near, key=lambda c: c.trigger, default=None)


def _trailing(verb: Token) -> bool:
    """Whether only a participle tells of it: "restored relations, cut in 1999"."""
    bare = verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and verb.i > verb.head.i
    around = {c.dep_.partition(":")[0] for c in verb.children}
    return bare and not around & {"aux", "iobj", "mark", "nsubj", "obj"}


def _tied(candidate: Candidate, tree: Tree) -> bool:
    """Whether it is told of relations themselves, and of no embassy."""
    verb = tree.doc[candidate.trigger]
    around = (verb, verb.head, *verb.children, *(g for c in verb.children for g in c.children))
    return any(tree.lemma(token) in _TIES for token in around)


def _paired(candidate: Candidate) -> bool:
    """Whether it has two sides."""
    told = candidate.status in {Status.HAPPENED, Status.PLANNED}
    return told and len({side(actor) for actor in candidate.everybody()}) > 1
