"""When and where, where a sentence behind says it: "X met Y. The meeting took place in Lima"."""

from collections.abc import Iterator, Mapping, Sequence

from graph.model import EventClass, Place, Status
from ingest.candidates import Candidate
from ingest.circumstances import marked
from ingest.syntax import PAST, SUBJECTS, infinitive
from ingest.tokens import Span, Token
from ingest.tree import Tree

_HELD = frozenset(
    {
        "begin", "carry", "commit", "conclude", "conduct", "happen", "hold", "launch", "make",
        "mount", "occur", "open", "stage", "start", "take",
    }
)  # fmt: skip
_MADE_BINDING = frozenset(
    {"adopt", "conclude", "finalise", "finalize", "initial", "reach", "seal", "sign", "strike"}
)
"""What is done to an accord on a day and in a town."""
_ARRANGED = frozenset({"due", "expect", "foresee", "plan", "schedule", "set", "slate"})
"""What says for when something is planned: "is scheduled for 14 May"."""
_KNOWN = frozenset({"the", "their", "this"})
_TALKS = (EventClass.MEETING, EventClass.CONVENING, EventClass.MEDIATION)
_SIGNED = (EventClass.SIGNING, EventClass.RELATIONS_UPGRADE)
_ACCORDS = (EventClass.SIGNING, EventClass.AGREEMENT)
_FORCE = (EventClass.FORCE,)
_DRILLS = (EventClass.COOPERATION,)
TAKEN_UP: Mapping[str, Sequence[EventClass]] = {
    "audience": _TALKS,
    "call": (EventClass.CALL,),
    "ceremony": _SIGNED,
    "conference": (EventClass.CONVENING,),
    "conversation": (EventClass.CALL, EventClass.MEETING),
    "discussion": _TALKS,
    "encounter": _TALKS,
    "gathering": (EventClass.CONVENING, EventClass.MEETING),
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
_DONE: Mapping[str, Sequence[EventClass]] = {
    "accord": _ACCORDS,
    "accusation": (EventClass.ACCUSATION,),
    "agreement": _ACCORDS,
    "airstrike": _FORCE,
    "assault": _FORCE,
    "attack": _FORCE,
    "bombing": _FORCE,
    "deal": _ACCORDS,
    "drill": _DRILLS,
    "exercise": _DRILLS,
    "maneuver": _DRILLS,
    "manoeuvre": _DRILLS,
    "memorandum": _ACCORDS,
    "pact": _ACCORDS,
    "raid": _FORCE,
    "shelling": _FORCE,
    "strike": _FORCE,
    "treaty": _ACCORDS,
}
"""The same of deeds and accords, of which it is told when and where they were."""
_AT = frozenset({"at", "in", "near", "off", "outside"})
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
    Friday was …", "at the talks on Friday X …", "welcomed the accord signed in Oslo".
    """
    _announced(sentence, tree, before[-1] if before else ())
    for noun, kinds in _taken_up(sentence, tree):
        verbs = _saying_when(noun, sentence)
        planned = any(_to_come(verb, tree) for verb in verbs)
        day, place = _circumstances(noun, verbs, sentence, tree, planned=planned)
        status = Status.PLANNED if planned else Status.HAPPENED
        for told in _told(kinds, before, status) if day or place else ():
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
            told.date = told.date or days[0].when(planned=False)


def _taken_up(sentence: Span, tree: Tree) -> Iterator[tuple[Token, Sequence[EventClass]]]:
    """The nouns of a sentence that take up what was told, as its subject or its occasion."""
    for noun in sentence:
        lemma = tree.lemma(noun) if noun.pos_ == "NOUN" else ""
        kinds = TAKEN_UP.get(lemma, ()) or _DONE.get(lemma, ())
        if not kinds or not any(child.lower_ in _KNOWN for child in noun.children):
            continue
        subject = noun.dep_ in SUBJECTS and noun.head in {sentence.root, noun}
        occasion = noun.head == sentence.root and tree.case(noun) in _OCCASION
        others = any(tree.case(c) in _BETWEEN and tree.unit(c).actors for c in noun.children)
        accord = kinds == _ACCORDS and any(_binding(c, tree) for c in noun.children)
        if (subject or occasion or accord) and not others:
            yield noun, kinds


def _told(
    kinds: Sequence[EventClass], before: Sequence[Sequence[Candidate]], status: Status
) -> Sequence[Candidate]:
    """The one event that a noun takes up, of the latest sentence that tells of such.

    Or its several reports: "agreed | a truce".
    """
    for sentence in reversed(before):
        for kind in kinds:
            told = [c for c in sentence if c.kind is kind and c.status is status]
            if told:
                return told if len({frozenset(c.everybody()) for c in told}) == 1 else ()
    return ()


def _saying_when(noun: Token, sentence: Span) -> list[Token]:
    """The verbs that may say of a noun when it was: of its clause, or its own."""
    own = [c for c in noun.children if c.dep_.startswith("acl")]
    return [*own, noun.head] if noun.dep_ in SUBJECTS and noun.head == sentence.root else own


def _binding(verb: Token, tree: Tree) -> bool:
    """Whether an accord is made by it: "the deal | reached in Oslo"."""
    return verb.dep_.startswith("acl") and tree.lemma(verb) in _MADE_BINDING


def _to_come(verb: Token, tree: Tree) -> bool:
    """Whether it says of something when it will be: "will be held", "is scheduled for"."""
    will = any(c.lower_ == "will" for c in verb.children) or infinitive(verb)
    return will or (verb.tag_ == "VBN" and tree.lemma(verb) in _ARRANGED)


def _circumstances(
    noun: Token, verbs: Sequence[Token], sentence: Span, tree: Tree, *, planned: bool
) -> tuple[str | None, Place | None]:
    """The day and the place of a noun: of the verb that says when it was, or its own.

    What "should have taken place on Monday" did not.
    """
    verbs = [v for v in verbs if planned or not any(c.tag_ == "MD" for c in v.children)]
    saying = _HELD | _MADE_BINDING | (_ARRANGED if planned else frozenset())
    holders = {noun, *(verb for verb in verbs if tree.lemma(verb) in saying)}
    day: str | None = None
    place: Place | None = None
    for token, unit in marked(tree, sentence):
        if not (token.head in holders or _behind(token, holders)):
            continue
        if unit.date is not None and not unit.date.bound:
            day = day or unit.date.when(planned=planned)
        if unit.place is not None and tree.case(token) in _AT:
            town = unit.place.latitude is not None  # "at the mission of Chad in New York"
            place = unit.place if place is None or town else place
    return day, place


def _behind(token: Token, holders: set[Token]) -> bool:
    """Whether a day or a place hangs on what is a holder's own: "took place in Oslo on Friday"."""
    own = token.head.dep_ in {"obj", "obl", "nmod", "obl:unmarked"}
    return own and token.head.head in holders and token.i - token.head.i <= _CLOSE
