"""When and where, where the sentence behind says it: "X met Y. The meeting took place in Lima"."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Span, Token

from graph.model import EventClass, Place, Status
from ingest.candidates import Candidate
from ingest.circumstances import marked
from ingest.parse import SUBJECTS
from ingest.tree import Tree

_HELD = frozenset({"begin", "conclude", "happen", "hold", "occur", "open", "start", "take"})
_KNOWN = frozenset({"the", "their", "this"})
_NAMED: Mapping[str, EventClass] = {
    "ceremony": EventClass.SIGNING,
    "conference": EventClass.CONVENING,
    "discussion": EventClass.MEETING,
    "encounter": EventClass.MEETING,
    "meeting": EventClass.MEETING,
    "negotiation": EventClass.MEETING,
    "signing": EventClass.SIGNING,
    "summit": EventClass.CONVENING,
    "talk": EventClass.MEETING,
    "talks": EventClass.MEETING,
    "trip": EventClass.VISIT,
    "visit": EventClass.VISIT,
}
"""What a sentence may take up by its noun."""
_AT = frozenset({"at", "in"})


def recount(sentence: Span, tree: Tree, before: Sequence[Candidate]) -> None:
    """Gives what was told before the day and the place that a sentence on it names."""
    verb = sentence.root
    noun = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    kind = _NAMED.get(tree.lemma(noun)) if noun is not None else None
    if noun is None or kind is None or tree.lemma(verb) not in _HELD:
        return
    if not any(child.lower_ in _KNOWN for child in noun.children):
        return
    told = [c for c in before if c.kind is kind and c.status is Status.HAPPENED]
    if len(told) != 1:
        return
    candidate, day, place = told[0], *_circumstances(sentence, verb, tree)
    candidate.date = candidate.date or day
    towns = candidate.place is not None and candidate.place.latitude is not None
    candidate.place = candidate.place if towns or place is None else place


def _circumstances(sentence: Span, verb: Token, tree: Tree) -> tuple[str | None, Place | None]:
    """The day and the place of the verb of a sentence."""
    day: str | None = None
    place: Place | None = None
    for token, unit in marked(tree, sentence):
        if token.head not in {verb, verb.doc[token.i - 1], token} and token.head.head != verb:
            continue
        if unit.date is not None and not unit.date.bound:
            day = day or unit.date.when(planned=False)
        if unit.place is not None and tree.case(token) in _AT:
            place = place or unit.place
    return day, place
