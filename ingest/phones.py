"""Calls that are told by how somebody was told something: "told X on the telephone that …"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.collapse import extent
from ingest.syntax import PAST, denied
from ingest.told import Told
from ingest.tree import Tree

_PHONES = frozenset({"phone", "telephone"})
_BY = frozenset({"by", "during", "in", "on", "over"})
_TELLING = frozenset(
    {
        "ask", "assure", "brief", "congratulate", "inform", "promise", "reassure", "remind", "tell",
        "thank", "urge", "warn",
    }
)  # fmt: skip
_UP = 4
"""How many words the telephone may hang below the verb."""


def ring(article: Sequence[Told]) -> None:
    """Adds the calls in which somebody tells another something, where no call is read.

    ``article`` holds its paragraphs in the order of the text.
    """
    for told in article:
        for token in told.tree.tokens:
            if token.lower_ in _PHONES and not _read(token, told):
                told.candidates.extend(_call(token, told))


def _read(token: Token, told: Told) -> bool:
    """Whether the sentence tells of a call between two already."""
    here = range(token.sent.start, token.sent.end)
    return any(
        c.trigger in here and c.kind is EventClass.CALL and len(c.everybody()) > 1
        for c in told.candidates
    )


def _call(token: Token, told: Told) -> Iterator[Candidate]:
    """The call of who tells, and whom."""
    tree = told.tree
    verb = _telling(token, tree)
    if verb is None:
        return
    teller = tree.subject(verb)
    listeners = [tree.actors(one) for one in (*tree.objects(verb), *tree.children(verb, "iobj"))]
    listener = next(filter(None, listeners), None)
    if not teller or listener is None:
        return
    if {*map(side, teller.actors)} & {*map(side, listener.actors)}:
        return
    made = Candidate(kind=EventClass.CALL, trigger=verb.i, pattern="phone", confidence=0.8)
    made.add(Role.PARTICIPANT, teller.actors, teller.certainty)
    made.add(Role.PARTICIPANT, listener.actors, listener.certainty)
    made.start, made.end = told.paragraph.span(
        *extent(tree.units[token.sent.start : token.sent.end])
    )
    yield made


def _telling(token: Token, tree: Tree) -> Token | None:
    """The verb of telling by telephone, of what was told; None where there is none."""
    noun = token.head if token.dep_ in {"amod", "compound"} else token
    if tree.case(noun) not in _BY:
        return None
    for _ in range(_UP):
        if any(tree.behind(noun, "with")):
            return None  # "in her conversation by phone with X she asked Y"
        noun = noun.head
        if noun.pos_ == "VERB":
            break
    before = {c.tag_ for c in noun.children if c.dep_ in {"advmod", "aux"} and c.i < noun.i}
    told = "MD" not in before and not denied(noun)
    done = noun.tag_ in PAST and told and not tree.passive(noun)
    return noun if done and tree.lemma(noun) in _TELLING else None
