"""The day on which somebody went on speaking: "X said on Monday that … He also accused Y"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from graph.model import Actor, Role, Status
from ingest.circumstances import marked
from ingest.roles import STATEMENTS
from ingest.told import Told
from ingest.tree import Tree

_RELEASED = re.compile(
    r"(?:[^:\n]{2,40}: )?(?:[A-Z][\w’'&-]*\.? ){0,5}?(?i:(?:joint )?(?:press )?"
    r"(?:communiqu[eé]|readout|release|remarks|statement))"
    r"(?= (?:attributable|between|by|following|from|of|on|with)\b| ?[-–—:(]|$)"
)
"""The title of what an office has to say: "Joint Statement on …", "Readout of …"."""
_ON = 2
"""How many sentences behind its day a speech goes on."""


def went_on(article: Sequence[Told]) -> None:
    """Gives what somebody said next the day on which the sentences before say that they spoke."""
    number, said = 0, -_ON - 1
    speakers: frozenset[Actor] = frozenset()
    day = ""
    for told in article:
        for sentence in told.tree.doc.sents:
            number += 1
            dated = [unit for _, unit in marked(told.tree, sentence) if unit.date is not None]
            for candidate in told.candidates if not dated and number - said <= _ON else ():
                verb = told.tree.doc[candidate.trigger]
                words = candidate.kind in STATEMENTS and candidate.status is Status.HAPPENED
                if verb.sent != sentence or not words or not _past(verb, told.tree):
                    continue
                if speakers & set(candidate.of(Role.SOURCE)):
                    candidate.date = candidate.date or day
            for speaking, when in _spoke(sentence, told.tree):
                said, speakers, day = number, frozenset(speaking), when


def released(article: Sequence[Told], title: str, published: str | None) -> None:
    """Gives the words that a statement or a readout tells the day on which it came out."""
    if published is None or _RELEASED.match(title) is None:
        return
    for told in article:
        for candidate in told.candidates:
            verb = told.tree.doc[candidate.trigger]
            words = candidate.kind in STATEMENTS and candidate.status is Status.HAPPENED
            if words and _past(verb, told.tree):
                candidate.date = candidate.date or published


def _spoke(sentence: Span, tree: Tree) -> Iterator[tuple[tuple[Actor, ...], str]]:
    """Who did something on a day that the sentence names, and the day."""
    for token, unit in marked(tree, sentence):
        date, verb = unit.date, token.head
        if date is None or date.value is None or date.precision != "day":
            continue
        if date.bound or date.adjectival or date.dateline or not _past(verb, tree):
            continue
        for subject in tree.children(verb, "nsubj"):
            yield tree.unit(subject).actors, date.value


def _past(verb: Token, tree: Tree) -> bool:
    """Whether a verb tells in the simple past what was done once."""
    return verb.tag_ == "VBD" and not tree.unit(verb).present
