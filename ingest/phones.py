"""Calls that are told by how somebody was told something: "told X on the telephone that …".

Or by a verb that means much else as well: "called President X to congratulate him".
"""

from collections.abc import Iterator, Sequence

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.mentions import DIPLOMATIC, PEOPLE
from ingest.syntax import PAST, denied
from ingest.tokens import Token
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
_TALKING = frozenset(
    {
        "apologise", "apologize", "assure", "brief", "check", "condole", "congratulate", "convey",
        "discuss", "exchange", "express", "extend", "inform", "offer", "reassure", "reiterate",
        "review", "talk", "tell", "thank", "update", "wish",
    }
)  # fmt: skip
"""What one calls somebody for: to talk, and not to come or to stop."""
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
_MEANT_ELSE = frozenset(
    {EventClass.ACCUSATION, EventClass.MEETING, EventClass.REQUEST, EventClass.SUPPORT}
)
"""As what "called" is read that is a call."""
_UP = 4
"""How many words the telephone may hang below the verb."""


def ring(article: Sequence[Told]) -> None:
    """Adds the calls in which somebody tells another something, where no call is read.

    ``article`` holds its paragraphs in the order of the text.
    """
    for told in article:
        for token in told.tree.doc:
            if token.lower_ in _PHONES and not _read(token, told):
                told.candidates.extend(_call(token, told))
            elif token.lower_ == "called" and _called(token, told.tree) and not _read(token, told):
                for call in _talk(token, told):
                    told.candidates[:] = [c for c in told.candidates if not _meant(c, token)]
                    told.candidates.append(call)


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
    if verb is not None:
        yield from _talk(verb, told)


def _meant(candidate: Candidate, called: Token) -> bool:
    """Whether a candidate takes a call for something else."""
    return candidate.trigger == called.i and candidate.kind in _MEANT_ELSE


def _talk(verb: Token, told: Told) -> Iterator[Candidate]:
    """The call of the subject of a verb with its object."""
    tree = told.tree
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
    made.start, made.end = told.stretch(verb.sent.start, verb.sent.end)
    yield made


def _called(verb: Token, tree: Tree) -> bool:
    """Whether one person called another: "called President X on Monday", "to discuss Y"."""
    objects = tree.objects(verb)
    mention = tree.unit(objects[0]).mention if len(objects) == 1 else None
    person = mention is not None and mention.kind in PEOPLE and not mention.plural
    if not person or verb.tag_ not in PAST or tree.passive(verb) or denied(verb):
        return False
    if any(tree.unit(one).date is None for _, one in tree.obliques(verb)):
        return False  # "called X to the ministry"
    aims = [c for c in verb.children if c.dep_ in {*_COMPLEMENTS, "advcl"}]
    talking = any(tree.lemma(aim) in _TALKING for aim in aims)
    envoy = mention is not None and mention.office_kind in DIPLOMATIC
    return talking or not (envoy or any(aim.dep_ in _COMPLEMENTS for aim in aims))


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
