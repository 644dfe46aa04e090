"""The stage: what the network says of a sentence becomes candidates beside those of the rules.

Rules go first. The network weighs what they read, and adds what the article does not tell of the
same sides yet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from graph.model import Actor, ActorClass, EventClass
from ingest.candidates import Candidate
from ingest.checks import side, sound
from ingest.networks import Matrix
from ingest.relations.network import ALIKE, CLASSES, Network
from ingest.relations.sentences import Sentence
from ingest.relations.ways import left, parted, said_to_be, tellings
from ingest.relations.weighing import Fact, Weighed, facts
from ingest.roles import parts_of
from ingest.status import StatusReader
from ingest.statuswords import StatusWords
from ingest.tokens import Span
from ingest.told import Told
from ingest.tree import Tree

_PARTIES = 4
"""Parties that stand alike in an event of the network; longer lists mostly tell something else."""
_CENTURY = 100
_FORBIDDING = frozenset({"ban", "bar", "block", "forbid", "halt", "prohibit", "restrict", "stop"})
_YEAR = re.compile(r"1[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Relation:
    """That one actor did something to another, and how likely it is."""

    kind: EventClass
    source: Actor
    target: Actor
    chance: float
    trigger: int
    """The token of the paragraph that tells it, as far as the parse shows."""
    between: tuple[int, ...] = ()
    """The nouns and verbs on the way from one to the other: "considered sanctions on"."""


def relate(
    article: Sequence[Told], weighed: Sequence[Weighed], network: Network, words: StatusWords
) -> list[list[Candidate]]:
    """The candidates that the network adds to those of each paragraph, in the order of the text.

    ``weighed`` holds what it says of the sentences. What the article already tells of the same
    sides is not told again. Candidates of the rules that the network finds unlikely are taken away
    from ``article``.
    """
    seen: dict[int, list[Weighed]] = {id(told): [] for told in article}
    for each in weighed:
        told = each.view.told
        told.candidates[:] = [c for c in told.candidates if each.weigh(c)]
        seen[id(told)].append(each)
    good = (c for told in article for c in told.candidates if sound(c))
    told_of = {fact for c in good for fact in facts(c.kind, c.everybody())}
    out: list[list[Candidate]] = []
    for told in article:
        status = StatusReader(told.tree, words)
        new = (_new(each, network, status, told_of) for each in seen[id(told)])
        out.append([made for several in new for made in several])
    return out


def _new(
    seen: Weighed, network: Network, status: StatusReader, told_of: set[Fact]
) -> Iterator[Candidate]:
    """What a sentence tells beside what is ``told_of`` already, which it adds to."""
    span, tree = seen.view.span, seen.view.told.tree
    masses = _masses(span, tree)
    ruled = _ruled(seen.view.told.candidates)
    found = [
        one
        for one in foremost(relations(seen.sentence, seen.scores, network, span))
        if told_of.isdisjoint(facts(one.kind, (one.source, one.target)))
        and (one.trigger, frozenset((side(one.source), side(one.target)))) not in ruled
        and (one.kind is EventClass.FORCE or masses.isdisjoint((one.source.key, one.target.key)))
        and all(status.of(tree.doc[at]).status for at in _open(one, tree))
    ]
    for made in _events(found, span, tree):
        verdict = status.of(tree.doc[made.trigger])
        if verdict.status is not None:
            made.status = verdict.status
            told_of.update(facts(made.kind, made.everybody()))
            yield made


def _open(relation: Relation, tree: Tree) -> Iterator[int]:
    """The words between that may say that it is not so: what a ban is on is no plan denied."""
    measure = relation.kind is EventClass.SANCTION
    measure = measure and tree.lemma(tree.doc[relation.trigger]) in _FORBIDDING
    for at in relation.between:
        above = tree.doc[at].ancestors if measure else ()
        if all(one.i != relation.trigger for one in above):
            yield at


def _ruled(candidates: Sequence[Candidate]) -> set[tuple[int, frozenset[str]]]:
    """By their trigger, which two sides the rules relate: "closed its border" is one deed."""
    return {
        (candidate.trigger, frozenset((side(one), side(other))))
        for candidate in candidates
        if sound(candidate)
        for one, other in combinations(candidate.everybody(), 2)
    }


def news(sentence: Span, published: str | None) -> bool:
    """Whether a sentence may tell news of a day: a year a century back in it makes it history."""
    years = [int(token.text) for token in sentence if _YEAR.fullmatch(token.text)]
    return published is None or all(int(published[:4]) - year < _CENTURY for year in years)


def _masses(span: Span, tree: Tree) -> set[str]:
    """Of which states only people are named: what is done to Kenyans is not done to Kenya."""
    people: set[str] = set()
    others: set[str] = set()
    for token in span:
        unit = tree.unit(token)
        mass = unit.demonym and token.dep_ not in {"amod", "compound"}
        (people if mass else others).update(actor.key for actor in unit.actors)
    return people - others


def relations(sentence: Sentence, scores: Matrix, network: Network, span: Span) -> list[Relation]:
    """What is likely enough for the network to be believed."""
    likely = scores >= np.array(network.least, dtype=np.float32)
    likely[:, 1, ALIKE] = False
    if not likely.any():
        return []
    tops = tellings(sentence, span)
    out: list[Relation] = []
    joined = {
        alike: {m.pair for m in sentence.meetings if not parted(m, span, alike=alike)}
        for alike in (False, True)
    }
    leaving = {m.pair for m in sentence.meetings if left(m, span)}
    for number, turn, at in np.argwhere(likely).tolist():
        pair, kind = sentence.pairs[number], CLASSES[at]
        together = not set(pair.here).isdisjoint(pair.there)
        if kind is EventClass.VISIT and number in leaving:
            continue
        if number not in joined[kind.symmetric] or (together and not kind.symmetric):
            continue  # "our countries support": not each other
        if set(pair.here) == set(pair.there) and all(said_to_be(span[at]) for at in pair.here):
            continue  # "They are X and Y": not what they do
        source, target = (pair.one, pair.other) if turn == 0 else (pair.other, pair.one)
        chance = float(scores[number, turn, at])
        out.append(Relation(kind, source, target, chance, *tops[number, turn]))
    return out


def foremost(found: Sequence[Relation]) -> list[Relation]:
    """Those that no likelier one replaces: either a minister does it or the state itself.

    Several people of one side may do it together.
    """
    best: dict[tuple[EventClass, str, str], Relation] = {}
    for one in sorted(found, key=lambda each: -each.chance):
        best.setdefault((one.kind, side(one.source), side(one.target)), one)
    return [
        one
        for one in found
        if _kinds(one) == _kinds(best[one.kind, side(one.source), side(one.target)])
    ]


def _kinds(relation: Relation) -> tuple[ActorClass, ActorClass]:
    return relation.source.kind, relation.target.kind


def _events(found: Sequence[Relation], span: Span, tree: Tree) -> Iterator[Candidate]:
    """The relations as events: those of one class that share their parties become one."""
    for kind in CLASSES:
        mine = [relation for relation in found if relation.kind is kind]
        groups = _together(mine) if kind.symmetric else _directed(mine)
        for group in groups:
            made = _event(kind, group, span, tree)
            if not kind.symmetric or len(made.everybody()) <= _PARTIES:
                yield made


def _together(found: Sequence[Relation]) -> list[list[Relation]]:
    """Relations of those who are all related to one another: "X met Y, then Z" are two meetings."""
    known = {frozenset((one.source.key, one.target.key)) for one in found}
    groups: list[tuple[set[str], list[Relation]]] = []
    for relation in sorted(found, key=lambda one: -one.chance):
        parties = {relation.source.key, relation.target.key}
        for members, group in groups:
            pairs = ({one, other} for one in parties for other in members - {one})
            if parties & members and all(frozenset(pair) in known for pair in pairs):
                members |= parties
                group.append(relation)
                break
        else:
            groups.append((parties, [relation]))
    return [group for _, group in groups]


def _directed(found: Sequence[Relation]) -> list[list[Relation]]:
    """Relations of those who do the same to the same others, by the same word."""
    aims: dict[tuple[str, int], list[Relation]] = {}
    for relation in found:
        aims.setdefault((relation.source.key, relation.trigger), []).append(relation)
    groups: dict[tuple[frozenset[str], int], list[Relation]] = {}
    for (_, trigger), each in aims.items():
        targets = frozenset(one.target.key for one in each)
        groups.setdefault((targets, trigger), []).extend(each)
    return list(groups.values())


def _event(kind: EventClass, group: Sequence[Relation], span: Span, tree: Tree) -> Candidate:
    best = max(group, key=lambda relation: relation.chance)
    kind, documents = _documented(kind, span, tree)
    made = Candidate(kind=kind, trigger=best.trigger, confidence=best.chance)
    doing, done = parts_of(kind)
    made.add(doing, tuple(dict.fromkeys(one.source for one in group)), 1.0)
    made.add(done, tuple(dict.fromkeys(one.target for one in group)), 1.0)
    made.documents_at = documents
    return made


def _documented(kind: EventClass, span: Span, tree: Tree) -> tuple[EventClass, list[int]]:
    """A signing needs what is signed; without it the parties only agreed."""
    if kind is not EventClass.SIGNING:
        return kind, []
    papers = [token.i for token in span if tree.unit(token).document is not None]
    return (kind if papers else EventClass.AGREEMENT), papers[:1]
