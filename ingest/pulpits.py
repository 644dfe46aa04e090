"""Where somebody spoke: "X accused Y. He told reporters in Lima that …"."""

from collections.abc import Iterator, Sequence

from graph.model import Actor, Place, Role, Status
from ingest.candidates import Candidate
from ingest.circumstances import AFTER, marked
from ingest.narration import TALKS
from ingest.occasions import clause
from ingest.roles import STATEMENTS
from ingest.sayings import HEARERS, TELLING
from ingest.syntax import SUBJECTS
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree

_SPEAKING = TELLING | {"speak", "declare", "explain", "comment", "note", "stress", "announce"}
_HEARINGS = HEARERS | {"address", "briefing", "conference", "interview", "rally", "speech"}
"""To whom or at what one speaks."""
_HELD = frozenset({"attend", "chair", "conclude", "host", "lead"})
_AT = frozenset({"at", "in"})
_AFTER = 3
"""How many sentences behind it somebody still speaks there."""


def spoke_there(article: Sequence[Told]) -> None:
    """Places what somebody said where a sentence beside it says that they spoke.

    Such a sentence is the next one, or one of those before it; each has no other place.
    """
    before: list[Candidate] = []
    place: Place | None = None
    speakers: frozenset[Actor] = frozenset()
    since = 0
    for told in article:
        for sentence in told.tree.sentences:
            since += 1
            here = [c for c in _words(told, sentence) if c.place is None]
            spoken = next(_spoken(sentence, told.tree), None)
            if spoken is not None:
                speakers, place, since = *spoken, 0
            elif any(unit.place is not None for _, unit in marked(told.tree, sentence)):
                before = []
                continue
            for candidate in (*before, *here) if spoken is not None else here:
                if place and since <= _AFTER and speakers & set(candidate.of(Role.SOURCE)):
                    candidate.place = candidate.place or place
            before = here


def _words(told: Told, sentence: Span) -> Iterator[Candidate]:
    """What somebody said in a sentence, told in the simple past."""
    for candidate in told.candidates:
        trigger = told.tree.doc[candidate.trigger]
        said = candidate.kind in STATEMENTS and candidate.status is Status.HAPPENED
        if said and trigger.sent == sentence and clause(trigger).tag_ == "VBD":
            yield candidate


def _spoken(sentence: Span, tree: Tree) -> Iterator[tuple[frozenset[Actor], Place]]:
    """Who spoke in a town, and the town."""
    for token, unit in marked(tree, sentence):
        town = unit.place is not None and unit.place.latitude is not None
        if not town or unit.place is None or tree.case(token) not in _AT:
            continue
        verb = _verb(token, tree)
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS] if verb is not None else []
        who = frozenset(actor for one in subjects for actor in tree.unit(one).actors)
        if who:
            yield who, unit.place


def _verb(town: Token, tree: Tree) -> Token | None:
    """The verb of saying that a town belongs to: "told reporters in", "said at a briefing in".

    So with "said after talks in", "told reporters after chairing the meeting in".
    """
    at = town.head
    while at.head != at and (tree.lemma(at) in _HEARINGS or _just_held(at, tree)):
        at = at.head
    past = at.tag_ == "VBD" and tree.lemma(at) in _SPEAKING
    return at if past else None


def _just_held(word: Token, tree: Tree) -> bool:
    """Whether a word is the talks, or their holding, after which somebody speaks."""
    if word.dep_ == "advcl":
        leads = {child.lower_ for child in word.children if child.dep_ in {"case", "mark"}}
        return tree.lemma(word) in _HELD and bool(leads & AFTER)
    return word.lower_ in TALKS and (word.dep_ == "obj" or bool(set(tree.cases(word)) & AFTER))
