"""What talks brought about: "the summit adopted a declaration", "was signed at the conference".

Such a sentence names no signatories; they are those who were at the talks, told elsewhere.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from graph.model import Actor, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.roles import GATHERINGS
from ingest.tokens import Token
from ingest.told import Told, numbered
from ingest.tree import Tree
from ingest.triggers import Triggers

_NEAR = 6
"""How many sentences the talks may lie away."""
_CERTAINTY = 0.75
_RIGHT_BEFORE = 3
"""Sentences up to which those sign who were told of last, where nothing says at what it was."""
_LESS = 0.65
_AT = frozenset({"after", "at", "by", "during", "following", "in"})
_COURSES = frozenset({"course", "end", "framework", "margin", "occasion", "sideline"})
"""Parts of talks or a visit: "in the course of the visit"."""
_PARTIES = ("between", "by", "for", "of", "with")
"""Prepositions before somebody who signs, named or not."""
_SEVERAL = frozenset({"five", "four", "many", "number", "several", "three", "two"})
_A_DAY = 10
"""Letters of a date that is more than a year or a month."""
_STAYS = frozenset({"trip", "visit"})
_BEFORE = GATHERINGS | {EventClass.VISIT, EventClass.RELATIONS_UPGRADE}


def conclude(article: Sequence[Told], triggers: Triggers) -> None:
    """Gives signings at talks those who were there as their signatories.

    ``article`` holds its paragraphs in the order of the text.
    """
    told_at: list[tuple[int, Candidate]] = []
    signed_at: list[tuple[int, Candidate]] = []
    open_at: list[tuple[int, Candidate, frozenset[EventClass]]] = []
    for here, told, candidate in numbered(article):
        if candidate.kind in _BEFORE and _between_two(candidate):
            told_at.append((here, candidate))
        elif candidate.kind is EventClass.SIGNING and _open(candidate):
            where = _where(candidate, told.tree, triggers)
            if where is not None:
                open_at.append((here, candidate, where))
        elif candidate.kind is EventClass.SIGNING and _between_two(candidate):
            signed_at.append((here, candidate))
    for here, told, candidate in numbered(article):
        if candidate.kind is EventClass.AGREEMENT and _agreed_by_all(candidate, told.tree):
            _settle(here, candidate, told_at)
    for here, signing, where in open_at:
        talks = _nearest(here, told_at, where)
        if talks is None and EventClass.VISIT in where:
            talks = max(
                (t for t in signed_at if t[0] < here), key=itemgetter(0), default=(0, None)
            )[1]
        if talks is not None:
            certainty = _CERTAINTY if where else _LESS
            signing.add(Role.SIGNATORY, _parties(talks), certainty)
            signing.besides.append((talks.start, talks.end))


def _settle(here: int, agreement: Candidate, told_at: Sequence[tuple[int, Candidate]]) -> None:
    """Gives an agreement of all those who were at the talks that are told nearest to it."""
    near = [(abs(here - there), met) for there, met in told_at if met.kind in GATHERINGS]
    best = min((pair for pair in near if pair[0] < _NEAR), key=itemgetter(0), default=None)
    if best is not None:
        met = best[1]
        agreement.add(Role.PARTICIPANT, _parties(met), _CERTAINTY)
        agreement.besides.extend([(met.start, met.end), *met.besides])


def _parties(talks: Candidate) -> tuple[Actor, ...]:
    """Those at talks who did not only look on."""
    return tuple(actor for actor in talks.everybody() if actor not in talks.onlookers)


def _agreed_by_all(agreement: Candidate, tree: Tree) -> bool:
    """Whether leaders without a name agreed, or something was agreed and nobody says by whom."""
    if agreement.everybody() or agreement.status is not Status.HAPPENED:
        return False
    verb = tree.doc[agreement.trigger]
    if tree.passive(verb):
        what = next(tree.children(verb, "nsubj:pass"), None)
        told = verb.dep_ == "ROOT" and what is not None and what.tag_ != "PRP"
        named = any(tree.children(verb, "obl:agent")) or any(tree.behind(verb, *_PARTIES))
        return told and not named
    who = next(tree.children(verb, "nsubj"), None)
    mention = tree.unit(who).mention if who is not None else None
    return mention is not None and mention.plural and bool(mention.office)


def _between_two(candidate: Candidate) -> bool:
    """Whether it happened between two sides or more."""
    sides = {side(actor) for actor in candidate.everybody()}
    return candidate.status is Status.HAPPENED and len(sides) > 1


def _nearest(
    here: int, told_at: Sequence[tuple[int, Candidate]], where: frozenset[EventClass]
) -> Candidate | None:
    """The talks at which it was signed: those of most parties near by, or what was told last."""
    if not where:
        near = [(there, t) for there, t in told_at if 0 <= here - there < _RIGHT_BEFORE]
        return max(near, key=lambda pair: pair[0])[1] if near else None
    near = [
        (abs(here - there), talks)
        for there, talks in told_at
        if abs(here - there) < _NEAR and talks.kind in where
    ]
    if not near:
        return None
    return max(near, key=lambda pair: (len(pair[1].everybody()), -pair[0]))[1]


def _open(signing: Candidate) -> bool:
    """Whether nobody is named who signed."""
    return not signing.everybody() and bool(signing.documents)


def _where(signing: Candidate, tree: Tree, triggers: Triggers) -> frozenset[EventClass] | None:
    """The classes of what it was signed at; none where "the signing" does not say, else None."""
    if _at_talks(signing, tree, triggers):
        return GATHERINGS
    trigger = tree.doc[signing.trigger]
    if any(tree.lemma(one) in _STAYS for one in _stages(trigger, tree)):
        return frozenset({EventClass.VISIT})
    dated = signing.date is not None and len(signing.date) < _A_DAY
    told = signing.status is Status.HAPPENED and trigger.tag_ != "VBG" and not dated
    parties = (one for one in tree.behind(trigger, *_PARTIES) if tree.unit(one).document is None)
    if any(d.proper for d in signing.documents) or any(parties):
        return None  # "was signed with a bank"
    subject = trigger.pos_ == "NOUN" and trigger.dep_.startswith("nsubj")
    subject = subject or _brought_forth(trigger, tree) or _known(trigger, tree)
    return frozenset() if told and subject else None  # "The signing of the accord opens …"


def _brought_forth(verb: Token, tree: Tree) -> bool:
    """Whether several papers were signed, by whom is for the text to say: "many were signed"."""
    if not tree.passive(verb) or verb.dep_ not in {"ROOT", "ccomp", "conj", "parataxis"}:
        return False
    if any(tree.children(verb, "obl:agent")):
        return False
    papers = (one for one in tree.children(verb, "nsubj:pass") if tree.unit(one).document)
    return any(
        paper.tag_ == "NNS"
        or {c.lower_ for c in paper.children if c.dep_ in {"det", "amod", "nummod"}} & _SEVERAL
        for paper in papers
    )


def _known(verb: Token, tree: Tree) -> bool:
    """Whether a paper was signed of which the text has told: "The protocol was signed in Lima"."""
    papers = list(tree.children(verb, "nsubj:pass")) if tree.passive(verb) else []
    agent = any(tree.children(verb, "obl:agent"))
    return (
        verb.dep_ == "ROOT"
        and not agent
        and any(
            c.lower_ in {"the", "this"} for one in papers for c in one.children if c.dep_ == "det"
        )
    )


def _stages(trigger: Token, tree: Tree) -> Iterator[Token]:
    """What it was signed at, or in the course of."""
    for one in tree.behind(trigger, *_AT, "on"):
        yield one
        if tree.lemma(one) in _COURSES:
            yield from tree.behind(one, "of")


def _at_talks(signing: Candidate, tree: Tree, triggers: Triggers) -> bool:
    """Whether talks are the subject of the signing, or where it was."""
    verb = tree.doc[signing.trigger]
    if _talks_of(verb, tree, triggers):
        return True
    head = verb.head  # "the summit was convened to sign X"
    return verb.dep_ in {"xcomp", "advcl", "conj"} and _talks_of(head, tree, triggers)


def _talks_of(verb: Token, tree: Tree, triggers: Triggers) -> bool:
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    places = list(_stages(verb, tree))
    return any(
        tree.unit(one).session is not None or tree.lemma(one) in triggers.grammar.gatherings
        for one in (*subjects, *places)
    )
