"""What is demanded or threatened in the same breath: "condemned X's raid and demanded an apology".

At whom it is aimed is said but once, by the first verb.
"""

from collections.abc import Iterator

from graph.model import Actor, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, sided
from ingest.syntax import infinitive
from ingest.takenup import HOSTILE
from ingest.tokens import Token
from ingest.told import Told
from ingest.tree import Tree

PATTERN = "breath"
_HARSH = HOSTILE | {EventClass.REJECTION}
"""What is done to those of whom something is demanded then, or who are threatened."""
_SECOND = frozenset({EventClass.REQUEST, EventClass.THREAT})
_ANSWERS = frozenset(
    {
        "consequence", "countermeasure", "measure", "repercussion", "reprisal", "response",
        "retaliation", "revenge", "sanction",
    }
)  # fmt: skip
"""What one warns of whom one threatens."""
_OF_OTHERS = frozenset(
    {
        "action", "boycott", "embargo", "inquiry", "investigation", "meeting", "pressure", "probe",
        "response", "sanction", "sanctions", "session", "solution", "support", "tribunal", "vote",
    }
)  # fmt: skip
"""What is asked of others than those who are blamed."""
_ASKED = frozenset({"against", "by", "from", "of", "on", "to", "with"})
"""Prepositions before others of whom it may be demanded."""
_UPON = frozenset({"on", "to", "upon", "with"})
_OWN = frozenset({"leave", "quit", "resign", "step", "strike", "withdraw"})
"""What one threatens to do oneself, and to no other."""
_CERTAINTY, _CONFIDENCE = 0.75, 0.8


def _aimed_before(second: Candidate, told: Told, redress: frozenset[str]) -> tuple[Actor, ...]:
    """At whom the verb before it is aimed, where it names nobody itself."""
    tree, mine = told.tree, set(map(side, second.of(Role.SOURCE)))
    verb = tree.doc[second.trigger]
    if second.kind not in _SECOND or not mine or second.status is not Status.HAPPENED:
        return ()
    things = [*tree.objects(verb), *tree.behind(verb, "for")]
    words = {tree.lemma(one) for one in things}
    addressed = bool(things) and any(map(infinitive, tree.children(verb, "xcomp")))
    addressed = addressed or any(tree.behind(verb, *_UPON))
    if words & _OF_OTHERS or (second.kind is EventClass.REQUEST and addressed):
        return ()
    if second.kind is EventClass.THREAT and _idle(verb, tree):
        return ()
    answered = _said_before(second, verb, tree)
    first = set(_before(verb, tree)) or answered
    for deed in told.candidates:
        doing = set(map(side, deed.of(Role.SOURCE)))
        alike = doing == mine
        harsh = deed.kind in _HARSH or (verb.dep_ == "ROOT" and deed.kind in _SECOND)
        done = harsh and deed.status is Status.HAPPENED
        targets = tuple(deed.of(Role.TARGET))
        theirs = set(map(side, targets))
        in_return = first is answered and theirs == mine and len(doing) == 1
        if in_return and deed.trigger in first and done:
            return tuple(deed.of(Role.SOURCE))  # "X demanded that Y leave. Y threatened to …"
        if not (deed.trigger in first and alike and done and len(theirs) == 1):
            continue
        if words & redress or not _names_others(verb, mine | theirs, tree):
            return targets
    return ()


def take_aim(second: Candidate, told: Told, redress: frozenset[str]) -> None:
    """Puts in at whom it is aimed by the verb before it.

    ``redress`` holds nouns for what only those can give who did one wrong.
    """
    targets = _aimed_before(second, told, redress)
    if targets:
        second.add(Role.TARGET, targets, _CERTAINTY)
        second.pattern = PATTERN
        second.confidence *= _CONFIDENCE


def _before(verb: Token, tree: Tree) -> Iterator[int]:
    """The verb to which it belongs, and the nouns by which that tells its event."""
    head = tree.joined_to(verb) or verb.head
    by_envoy = tree.summoning(verb)
    joined = verb.dep_ == "conj" and head.i < verb.i
    gerund = verb.dep_ == "advcl" and verb.tag_ == "VBG" and head.i < verb.i
    gerund = gerund and not any(c.dep_ in {"case", "mark"} for c in verb.children)
    if by_envoy is not None and infinitive(verb):
        head = by_envoy
    elif not (joined or gerund):
        return
    yield head.i
    yield from (one.i for one in tree.objects(head))


def _said_before(second: Candidate, verb: Token, tree: Tree) -> set[int]:
    """The words of the sentence before, by which those were told who are threatened then."""
    start = verb.sent.start
    if second.kind is not EventClass.THREAT or verb.dep_ != "ROOT" or not start:
        return set()
    if any(child.lower_ == "had" for child in verb.children):
        return set()  # "X had threatened to cut aid" beforehand
    return {token.i for token in verb.doc[start - 1].sent}


def _names_others(verb: Token, known: set[str], tree: Tree) -> bool:
    """Whether somebody else is to do it, or to suffer it, by what is demanded or threatened."""
    under = [verb, *tree.objects(verb), *tree.behind(verb, "for")]
    under += [c for one in tuple(under) for c in tree.children(one, "acl", "ccomp", "xcomp")]
    parts = [p for one in under for p in (*tree.objects(one), *tree.children(one, "nsubj"))]
    parts += [c for one in under for c in tree.children(one, "compound")]
    parts += [c for one in under for case, c in tree.obliques(one) if case in _ASKED]
    parts += [c for one in tuple(parts) for case, c in tree.obliques(one) if case in _ASKED]
    found = (a for one in parts if one.i > verb.i for a in tree.owner(one).actors)
    named = (a for one in parts if one.i > verb.i for a in tree.actors(one).actors)
    return any(sided(actor) and side(actor) not in known for actor in (*found, *named))


def _idle(verb: Token, tree: Tree) -> bool:
    """Whether it hits nobody: "threatened to resign", or only warns of what may come."""
    if tree.lemma(verb) == "warn":
        return not any(tree.lemma(one) in _ANSWERS for one in tree.behind(verb, "of"))
    clauses = list(tree.children(verb, "xcomp"))
    threatened = tree.lemma(verb) == "threaten"
    return not threatened or any(tree.lemma(clause) in _OWN for clause in clauses)
