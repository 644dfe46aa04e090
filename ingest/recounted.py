"""When and where, where a sentence behind says it: "X met Y. The meeting took place in Lima"."""

from collections.abc import Iterator, Mapping, Sequence

from graph.model import EventClass, Place, Status
from ingest.candidates import Candidate
from ingest.circumstances import marked
from ingest.dates import DateMention
from ingest.syntax import PAST, SUBJECTS
from ingest.tokens import Span, Token
from ingest.tree import Tree

_HELD = frozenset({"begin", "conclude", "happen", "hold", "occur", "open", "start", "take"})
_KNOWN = frozenset({"the", "their", "this"})
_TALKS = (EventClass.MEETING, EventClass.CONVENING, EventClass.MEDIATION)
_SIGNED = (EventClass.SIGNING, EventClass.RELATIONS_UPGRADE)
TAKEN_UP: Mapping[str, Sequence[EventClass]] = {
    "audience": _TALKS,
    "call": (EventClass.CALL,),
    "ceremony": _SIGNED,
    "conference": (EventClass.CONVENING,),
    "conversation": (EventClass.CALL, EventClass.MEETING),
    "discussion": _TALKS,
    "encounter": _TALKS,
    "meeting": _TALKS,
    "negotiation": _TALKS,
    "signing": _SIGNED,
    "summit": (EventClass.CONVENING, EventClass.MEETING),
    "talk": _TALKS,
    "talks": _TALKS,
    "trip": (EventClass.VISIT,),
    "visit": (EventClass.VISIT,),
}
"""What a sentence may take up by its noun, the likelier first."""
_AT = frozenset({"at", "in"})
_OCCASION = frozenset({"at", "during"})
_BETWEEN = frozenset({"between", "of", "with"})
_DEEDS = frozenset(
    {
        "announcement", "appointment", "decision", "declaration", "expulsion", "gesture", "measure",
        "move", "offer", "order", "pledge", "recall", "sanction", "statement", "step", "withdrawal",
    }
)  # fmt: skip
"""What a sentence may call any act that the one before tells."""
_MADE = frozenset({"announce", "come", "confirm", "impose", "issue", "make", "order", "publish"})
_CLOSE = 3
"""Words from a day to the word before it that it hangs on by mistake."""


def recount(sentence: Span, tree: Tree, before: Sequence[Sequence[Candidate]]) -> None:
    """Gives what the sentences before told the day and the place that this one names of it.

    "The talks took place on Friday", "the talks, which were held in Oslo, …", "the meeting on
    Friday was …", "at the talks on Friday X …".
    """
    _announced(sentence, tree, before[-1] if before else ())
    for noun, kinds in _taken_up(sentence, tree):
        day, place = _circumstances(noun, sentence, tree)
        told = _told(kinds, before) if day or place else None
        if told is None:
            continue
        if day and day.startswith(told.date or ""):  # "last week … on November 7"
            told.date = day
        town = told.place is not None and told.place.latitude is not None
        told.place = told.place if town or place is None else place


def _announced(sentence: Span, tree: Tree, before: Sequence[Candidate]) -> None:
    """Gives the act that the sentence before told the day of this: "The step came on Friday"."""
    verb = sentence.root
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or tree.lemma(subject) not in _DEEDS or verb.tag_ not in PAST:
        return
    if tree.lemma(verb) not in _MADE or not any(c.lower_ in _KNOWN for c in subject.children):
        return
    own = (unit.date for token, unit in marked(tree, sentence) if token.head == verb)
    days = [date for date in own if date is not None and not (date.bound or date.adjectival)]
    for told in before if len(days) == 1 else ():
        if told.status is Status.HAPPENED:
            told.date = told.date or _day(days[0])


def _taken_up(sentence: Span, tree: Tree) -> Iterator[tuple[Token, Sequence[EventClass]]]:
    """The nouns of a sentence that take up what was told, as its subject or its occasion."""
    for noun in sentence:
        kinds = TAKEN_UP.get(tree.lemma(noun), ()) if noun.pos_ == "NOUN" else ()
        if not kinds or not any(child.lower_ in _KNOWN for child in noun.children):
            continue
        subject = noun.dep_ in SUBJECTS and noun.head in {sentence.root, noun}
        occasion = noun.head == sentence.root and tree.case(noun) in _OCCASION
        others = any(tree.case(c) in _BETWEEN and tree.unit(c).actors for c in noun.children)
        if (subject or occasion) and not others:
            yield noun, kinds


def _told(kinds: Sequence[EventClass], before: Sequence[Sequence[Candidate]]) -> Candidate | None:
    """The one event that a noun takes up, of the latest sentence that tells of such."""
    for sentence in reversed(before):
        for kind in kinds:
            told = [c for c in sentence if c.kind is kind and c.status is Status.HAPPENED]
            if told:
                return told[0] if len(told) == 1 else None
    return None


def _circumstances(noun: Token, sentence: Span, tree: Tree) -> tuple[str | None, Place | None]:
    """The day and the place of a noun: of the verb that says when it was, or its own.

    What "should have taken place on Monday" did not.
    """
    verbs = [c for c in noun.children if c.dep_.startswith("acl")]
    verbs += [noun.head] if noun.dep_ in SUBJECTS and noun.head == sentence.root else []
    verbs = [verb for verb in verbs if not any(c.tag_ == "MD" for c in verb.children)]
    holders = {noun, *(verb for verb in verbs if tree.lemma(verb) in _HELD)}
    day: str | None = None
    place: Place | None = None
    for token, unit in marked(tree, sentence):
        if not (token.head in holders or _behind(token, holders)):
            continue
        if unit.date is not None and not unit.date.bound:
            day = day or _day(unit.date)
        if unit.place is not None and tree.case(token) in _AT:
            town = unit.place.latitude is not None  # "at the mission of Chad in New York"
            place = unit.place if place is None or town else place
    return day, place


def _behind(token: Token, holders: set[Token]) -> bool:
    """Whether a day or a place hangs on what is a holder's own: "took place in Oslo on Friday"."""
    own = token.head.dep_ in {"obj", "obl", "nmod", "obl:unmarked"}
    return own and token.head.head in holders and token.i - token.head.i <= _CLOSE


def _day(date: DateMention) -> str | None:
    """What a date says of what was."""
    return date.when(planned=False)
