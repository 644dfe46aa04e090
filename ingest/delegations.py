"""Who led those who talked: "The Kenyan side was headed by X, the Norwegian one by Y".

Such a sentence names persons where the talks before it name their states only; it then is evidence
as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of, sided
from ingest.collapse import extent
from ingest.roles import stem
from ingest.told import Told, numbered
from ingest.tree import Tree

_TALKS = frozenset({EventClass.MEETING, EventClass.CONVENING})
_LEADING = frozenset({"head", "lead"})
_SENT = frozenset({"delegation", "side", "team"})
_BACK = 8
"""How many sentences the talks may lie back."""
_CERTAINTY = 0.85


def introduce(article: Sequence[Told]) -> None:
    """Adds to talks who is said to have led a delegation to them.

    ``article`` holds its paragraphs in the order of the text.
    """
    talks = [(at, c) for at, _, c in numbered(article) if _held(c)]
    before = 0
    for told in article:
        for number, sentence in enumerate(told.tree.doc.sents, start=before + 1):
            near = [c for at, c in talks if number - _BACK <= at <= number]
            for verb in sentence if near else ():
                for state, leaders in _led(verb, told.tree):
                    theirs = (
                        c for c in reversed(near) if state.key in {*map(side, c.everybody())}
                    )
                    last = next(theirs, None)
                    if last is None or last.trigger == verb.i:
                        continue
                    last.add(Role.PARTICIPANT, leaders, _CERTAINTY)
                    span = extent(told.tree.units[sentence.start : sentence.end])
                    last.besides.append(told.paragraph.span(*span))
            before = number


def _held(candidate: Candidate) -> bool:
    """Whether those of two sides talked."""
    several = len({side(actor) for actor in candidate.everybody()}) > 1
    return candidate.kind in _TALKS and candidate.status is Status.HAPPENED and several


def _led(verb: Token, tree: Tree) -> Iterator[tuple[Actor, tuple[Actor, ...]]]:
    """Whose delegations the verb says somebody led, and who that was, for that side."""
    if verb.pos_ != "VERB" or stem(verb) not in _LEADING:
        return
    passive = tree.passive(verb)
    leading = tree.agent(verb) if passive else tree.subject(verb)
    persons = tuple(a for a in leading.actors if a.kind is ActorClass.PERSON)
    for one in tree.objects(verb):
        states = set(map(side_of, tree.actors(one).actors))
        if persons and len(states) == 1 and _sent(one, tree):
            state = states.pop()
            yield state, tuple(a if sided(a) else replace(a, represents=state) for a in persons)


def _sent(token: Token, tree: Tree) -> bool:
    """Whether it names those whom somebody sent: "the Kenyan delegation", "Chad's side"."""
    mention = tree.unit(token).mention
    name = mention.name.lower().split() if mention is not None else []
    return bool({tree.lemma(token), *name[-1:]} & _SENT)
