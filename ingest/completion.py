"""Gives an event the one side that its own words leave open, from the sentence around it.

"Syria rejected the findings of an inquiry by the UN": whose the findings are stands two nouns
further on. What is filled in so is less sure than what the grammar says.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import Actor, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.told import Told
from ingest.tree import Tree
from ingest.triggers import Triggers

_BELOW = frozenset(
    {
        EventClass.AID,
        EventClass.FORCE,
        EventClass.MEETING,
        EventClass.REJECTION,
        EventClass.RELATIONS_DOWNGRADE,
        EventClass.REQUEST,
        EventClass.SUPPORT,
        EventClass.THREAT,
    }
)
"""What is aimed at whom its words name first, however deep they stand."""
_BEFORE = frozenset(
    {
        EventClass.ACCUSATION,
        EventClass.REJECTION,
        EventClass.REQUEST,
        EventClass.SANCTION,
        EventClass.SUPPORT,
    }
)
"""What the only other side does that the sentence names before it."""
_VAGUE = frozenset({"argue", "expect", "insist", "seek", "want"})
"""Verbs of which too much may be said that is aimed at nobody."""
_TAKING = frozenset({"accept", "admit", "claim", "cross", "enter", "seize", "take"})
"""Verbs of force that may be about anything: "seized suits made in X", "crossed the border"."""
_CERTAINTY = 0.5
_ELSEWHERE = frozenset({"at", "in", "near", "through", "via"})
_NOT_AIMED = {
    EventClass.FORCE: frozenset({"alongside", "beside", "by", "for", "from", "with"}),
    EventClass.MEETING: frozenset({"about", "against", "by", "for", "from", "on", "over"}),
}
"""Prepositions before those at whom nothing is aimed, or with whom nobody meets."""
_APART = frozenset({"advcl", "conj", "parataxis"})
"""Relations of clauses that tell something else."""


def complete(article: Sequence[Told], triggers: Triggers) -> None:
    """Fills in the sources, targets and partners that candidates lack."""
    for told in article:
        for candidate in told.candidates:
            missing = _missing(candidate)
            if missing is None or not _told(candidate, told.tree, triggers):
                continue
            found = tuple(_found(candidate, told.tree, missing))
            if found:
                candidate.add(missing, found, _CERTAINTY)
                candidate.pattern = "completed"


def _missing(candidate: Candidate) -> Role | None:
    """The role that nobody has; None where none is missing, or all are."""
    if candidate.kind is EventClass.MEETING:
        alone = len({side(actor) for actor in candidate.everybody()}) == 1
        return Role.PARTICIPANT if alone else None
    sources, targets = candidate.of(Role.SOURCE), candidate.of(Role.TARGET)
    if candidate.kind.symmetric or bool(sources) == bool(targets):
        return None
    return Role.TARGET if sources else Role.SOURCE


def _told(candidate: Candidate, tree: Tree, triggers: Triggers) -> bool:
    """Whether the trigger says by itself what was done, so that only a side is open."""
    if candidate.kind is EventClass.MEETING:
        return True
    trigger = tree.doc[candidate.trigger]
    if candidate.kind is EventClass.FORCE:
        return tree.lemma(trigger) not in triggers.grammar.policing | _TAKING
    verb = trigger.pos_ == "VERB" or trigger.tag_.startswith("VB")
    vague = tree.lemma(trigger) in _VAGUE | triggers.grammar.saying
    return verb and not vague and candidate.pattern != "judgement"


def _found(candidate: Candidate, tree: Tree, missing: Role) -> Iterator[Actor]:
    """The side that is missing; nothing where none stands out."""
    trigger = tree.doc[candidate.trigger]
    mine = {side(actor) for actor in candidate.everybody()}
    if missing is Role.SOURCE:
        if candidate.kind in _BEFORE and not trigger.dep_.startswith("acl"):
            yield from _only(trigger, tree, mine)
        return
    denied = {"ccomp"} if candidate.kind is EventClass.REJECTION else set[str]()
    beside = _NOT_AIMED.get(candidate.kind, frozenset())
    below: tuple[Actor, ...] = ()
    if candidate.kind in _BELOW:
        below = _first(trigger, tree, mine, clauses=_APART | denied, cases=_ELSEWHERE | beside)
    yield from below
    if not below and candidate.kind is EventClass.FORCE:
        yield from _there(trigger, tree, mine)


def _first(
    trigger: Token,
    tree: Tree,
    mine: set[str],
    *,
    clauses: frozenset[str],
    cases: frozenset[str],
) -> tuple[Actor, ...]:
    """Whom the words under the trigger name first, behind it.

    Clauses of the relations ``clauses`` tell something else, and so does what stands behind one of
    the prepositions ``cases``.
    """
    apart = {
        token.i
        for child in trigger.children
        if child.i < trigger.i or child.dep_ in clauses or child.dep_.startswith("nsubj")
        for token in child.subtree
    }
    for token in sorted(trigger.subtree, key=lambda token: token.i):
        if token.i <= trigger.i or token.i in apart or tree.case(token) in cases:
            continue
        others = tuple(a for a in tree.unit(token).actors if side(a) not in mine)
        if others:
            return others
    return ()


def _only(trigger: Token, tree: Tree, mine: set[str]) -> Iterator[Actor]:
    """The only other side that the sentence names up to the trigger."""
    sides: dict[str, Actor] = {}
    for token in trigger.sent:
        unit = tree.unit(token)
        for actor in unit.actors if token.i <= trigger.i and not unit.demonym else ():
            if side(actor) not in mine:
                sides.setdefault(side(actor), actor)
    if len(sides) == 1:
        yield from sides.values()


def _there(trigger: Token, tree: Tree, mine: set[str]) -> Iterator[Actor]:
    """The state of the first place that the sentence names: whose town is hit."""
    for token in trigger.subtree:
        place = tree.unit(token).place if tree.case(token) != "from" else None
        if place is not None and place.country is not None and side(place.country) not in mine:
            yield place.country
            return
