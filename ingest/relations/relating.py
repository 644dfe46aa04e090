"""The stage: what the network says of a sentence becomes candidates beside those of the rules.

Rules go first. The network adds what the article does not tell of the same sides yet, and takes
away what it finds most unlikely.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from graph.model import Actor, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side, sound
from ingest.relations.network import CLASSES, Matrix, Network
from ingest.relations.sentences import LONGEST, Pair, Sentence, pairs_of, sentence_of
from ingest.relations.ways import left, parted, tellings
from ingest.status import StatusReader
from ingest.statuswords import StatusWords
from ingest.told import Told
from ingest.tree import Tree

_NEAR = {
    EventClass.CALL: EventClass.MEETING,
    EventClass.CONVENING: EventClass.MEETING,
    EventClass.SIGNING: EventClass.AGREEMENT,
}
"""Classes of which one may stand for the other."""
Fact = tuple[EventClass, frozenset[str]]
RULED_OUT = 0.003
"""Below which chance an event of the rules is taken for a mistake."""
_CENTURY = 100
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


def relate(article: Sequence[Told], network: Network, words: StatusWords) -> list[list[Candidate]]:
    """The candidates that the network adds to those of each paragraph, in the order of the text.

    What the article already tells of the same sides is not told again. Candidates of the rules that
    the network rules out are taken away from ``article``.
    """
    seen = [list(_seen(told, network)) for told in article]
    for told, sentences in zip(article, seen, strict=True):
        wrong = {
            id(c)
            for each in sentences
            for c in told.candidates
            if network.knows(c.kind) and each.rules_out(c)
        }
        told.candidates[:] = [c for c in told.candidates if id(c) not in wrong]
    told_of = {fact for told in article for c in told.candidates if sound(c) for fact in _facts(c)}
    out: list[list[Candidate]] = []
    for told, sentences in zip(article, seen, strict=True):
        status = StatusReader(told.tree, words)
        mine: list[Candidate] = []
        for each in sentences:
            masses = _masses(each.span, told.tree)
            new = [
                r
                for r in relations(each.sentence, each.scores, network.least, each.span)
                if _fact(r.kind, r.source, r.target) not in told_of
                and (r.kind is EventClass.FORCE or masses.isdisjoint((r.source.key, r.target.key)))
                and all(status.of(told.tree.doc[at]).status for at in r.between)
            ]
            for made in _events(new, each.span, told.tree):
                verdict = status.of(told.tree.doc[made.trigger])
                if verdict.status is not None:
                    made.status = verdict.status
                    told_of.update(_facts(made))
                    mine.append(made)
        out.append(mine)
    return out


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence with what the network says of it."""

    span: Span
    sentence: Sentence
    scores: Matrix

    def rules_out(self, candidate: Candidate) -> bool:
        """Whether a candidate of the sentence is most unlikely between any two of its actors."""
        if not self.span.start <= candidate.trigger < self.span.end or candidate.besides:
            return False
        keys = {actor.key for actor in candidate.everybody()}
        near = _near(candidate.kind)
        columns = [at for at, kind in enumerate(CLASSES) if _near(kind) is near]
        chances = [
            float(self.scores[number][:, columns].max())
            for number, pair in enumerate(self.sentence.pairs)
            if {pair.one.key, pair.other.key} <= keys
        ]
        return bool(chances) and max(chances) < RULED_OUT


def _seen(told: Told, network: Network) -> Iterator[_Seen]:
    for span in told.tree.doc.sents:
        pairs = tuple(_pairs(span, told.tree)) if len(span) <= LONGEST else ()
        if pairs:
            sentence = sentence_of(span, told.tree, network.codes, pairs)
            yield _Seen(span, sentence, network.scores(sentence))


def news(sentence: Span, published: str | None) -> bool:
    """Whether a sentence may tell news of a day: a year a century back in it makes it history."""
    years = [int(token.text) for token in sentence if _YEAR.fullmatch(token.text)]
    return published is None or all(int(published[:4]) - year < _CENTURY for year in years)


def _pairs(span: Span, tree: Tree) -> Iterator[Pair]:
    """The pairs of a sentence, but for those of whom a private person is all that is named."""
    private = {
        token.i - span.start
        for token in span
        if tree.unit(token).demonym
        and token.head != token
        and token.dep_ in {"amod", "compound"}
        and tree.lemma(token.head) in tree.private
    }
    for pair in pairs_of(tree.units[span.start : span.end]):
        if not (private >= set(pair.here) or private >= set(pair.there)):
            yield pair


def _masses(span: Span, tree: Tree) -> set[str]:
    """Of which states only people are named: what is done to Kenyans is not done to Kenya."""
    people: set[str] = set()
    others: set[str] = set()
    for token in span:
        unit = tree.unit(token)
        mass = unit.demonym and token.dep_ not in {"amod", "compound"}
        (people if mass else others).update(actor.key for actor in unit.actors)
    return people - others


def _near(kind: EventClass) -> EventClass:
    """The class itself, or the one that may stand for it."""
    return _NEAR.get(kind, kind)


def _fact(kind: EventClass, one: Actor, other: Actor) -> Fact:
    """What is told of two sides, whoever speaks for them, and whichever of two near classes."""
    return _near(kind), frozenset((side(one), side(other)))


def _facts(candidate: Candidate) -> Iterator[Fact]:
    everybody = candidate.everybody()
    for number, one in enumerate(everybody):
        for other in everybody[number + 1 :]:
            yield _fact(candidate.kind, one, other)


def relations(
    sentence: Sentence, scores: Matrix, least: Sequence[float], span: Span
) -> list[Relation]:
    """What is likely enough; ``least`` holds for each class from which chance on."""
    tops = tellings(sentence, span)
    out: list[Relation] = []
    joined = {
        alike: {m.pair for m in sentence.meetings if not parted(m, span, alike=alike)}
        for alike in (False, True)
    }
    leaving = {m.pair for m in sentence.meetings if left(m, span)}
    for number, pair in enumerate(sentence.pairs):
        together = not set(pair.here).isdisjoint(pair.there)
        for at, kind in enumerate(CLASSES):
            if kind is EventClass.VISIT and number in leaving:
                continue
            if number not in joined[kind.symmetric] or (together and not kind.symmetric):
                continue  # "our countries support": not each other
            turns = ((0, pair.one, pair.other), (1, pair.other, pair.one))
            for turn, source, target in turns[: 1 if kind.symmetric else 2]:
                chance = float(scores[number, turn, at])
                if chance >= least[at]:
                    out.append(Relation(kind, source, target, chance, *tops[number, turn]))
    return out


def _events(found: Sequence[Relation], span: Span, tree: Tree) -> Iterator[Candidate]:
    """The relations as events: those of one class that share their parties become one."""
    for kind in CLASSES:
        mine = [relation for relation in found if relation.kind is kind]
        groups = _together(mine) if kind.symmetric else _directed(mine)
        for group in groups:
            yield _event(kind, group, span, tree)


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
    doing, done = _roles(kind)
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


def _roles(kind: EventClass) -> tuple[Role, Role]:
    """The part of who does it, and of to whom it is done."""
    if kind is EventClass.SIGNING:
        return Role.SIGNATORY, Role.SIGNATORY
    if kind.symmetric:
        return Role.PARTICIPANT, Role.PARTICIPANT
    if kind is EventClass.VISIT:
        return Role.VISITOR, Role.TARGET
    return Role.SOURCE, Role.PARTICIPANT if kind is EventClass.MEDIATION else Role.TARGET
