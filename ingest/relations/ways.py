"""What lies between two actors of a sentence in its parse, and which word tells what is done."""

from ingest.relations.sentences import Meeting, Sentence
from ingest.syntax import NOMINAL
from ingest.tokens import Span, Token

Telling = tuple[int, tuple[int, ...]]
"""The word that tells, and the other nouns and verbs on the way, by their tokens."""
_WORDS = NOMINAL | {"VERB", "AUX", "ADJ"}


def left(meeting: Meeting, span: Span) -> bool:
    """Whether one is where the other comes from: "departed from X"."""
    ends = (span[meeting.here], span[meeting.there])
    return any(c.lower_ == "from" and c.dep_ == "case" for end in ends for c in end.children)


def parted(meeting: Meeting, span: Span, *, alike: bool) -> bool:
    """Whether a clause with a subject of its own lies between: "X met Y, and Z saw W" is not X.

    Nor is Z with Y, where all stand ``alike``; but Z may have done something to X for it.
    """
    path = set(meeting.path)
    for at in meeting.path:
        verb = span[at]
        if verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.head.i - span.start in path:
            subjects = {c.i - span.start for c in verb.children if c.dep_.startswith("nsubj")}
            if subjects and (alike or subjects.isdisjoint(path)):
                return True
    return False


def tellings(sentence: Sentence, span: Span) -> dict[tuple[int, int], Telling]:
    """For each pair and direction the word that most likely tells it, and those beside it."""
    out: dict[tuple[int, int], Telling] = {}
    for meeting in sorted(sentence.meetings, key=lambda each: len(each.path), reverse=True):
        ends = {meeting.here, meeting.there}
        words = [span[at] for at in meeting.path if at not in ends]
        for turn, source in enumerate((meeting.here, meeting.there)):
            token = _verb_of(span[source], meeting, span)
            between = (w.i for w in words if w.pos_ in {"NOUN", "VERB"} and w != token)
            out[meeting.pair, turn] = token.i, tuple(between)
    return out


def _verb_of(source: Token, meeting: Meeting, span: Span) -> Token:
    """The verb on the way up from who does it, else what stands over both."""
    at = source
    while at.i - span.start != meeting.top:
        at = at.head
        if at.pos_ == "VERB":
            return at
    token = span[meeting.top]
    while token.i - span.start in {meeting.here, meeting.there} and token.head != token:
        token = token.head
    while token.pos_ not in _WORDS and token.head != token:
        token = token.head
    return token


def said_to_be(token: Token) -> bool:
    """Whether the token only says who somebody is: "They are X and Y"."""
    return any(child.dep_ == "cop" for child in token.children)
