"""Gives an event the one side that its own words leave open, from the text around it.

What is filled in so is less sure than what the grammar says.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.addressees import called_for
from ingest.breaths import take_aim
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.hosts import (
    COMING,
    came_too,
    come_for,
    going_on,
    hosts,
    partner,
    sole_host,
    teller,
)
from ingest.missingsides import only_other, side_missing
from ingest.roles import SPOKEN
from ingest.strikes import between_others, downed, unnamed_fighters
from ingest.syntax import tagged_verb
from ingest.told import Told
from ingest.tree import Tree
from ingest.triggers import Triggers

_TOLD_BY_NOUNS = {
    EventClass.ACCUSATION: frozenset({"complaint", "condemnation", "criticism", "protest"}),
    EventClass.THREAT: frozenset({"threat", "ultimatum"}),
}
"""What nouns tell of words as well: "its threat to attack X", "in protest over X's raid"."""
_WARNING = frozenset({"caution", "warn", "warning"})
_VAGUE = frozenset(
    {
        "advise", "announce", "argue", "cite", "compare", "defend", "echo", "expect", "insist",
        "instruct", "invite",
        "liken", "order", "plead", "quit", "regret", "seek", "unveil", "vote", "want", "withdraw",
    }
)  # fmt: skip
"""Verbs of which too much may be said that is aimed at nobody."""
_WEAPONLESS = frozenset(
    {
        "accept", "admit", "cause", "clamp", "claim", "crack", "cross", "enter", "exchange",
        "fire", "inflict",
         "launch", "seize", "take", "target", "trade", "use",
    }
)  # fmt: skip
"""Verbs of force that may be about anything: "seized suits made in X", "launched an inquiry"."""
_LEAVING_OFFICE = frozenset({"comment", "quit", "resign", "retire", "step"})
"""What somebody refuses to nobody of another state."""
_PENALTIES = frozenset(
    {"ban", "boycott", "embargo", "freeze", "measure", "sanction", "sanctions", "tariff"}
)
"""Measures that are always aimed at somebody."""
_RECEIVING = frozenset({"call", "greet", "host", "receive", "welcome"})
_RELATIONS = frozenset({"relation", "tie"})
_CERTAINTY = 0.5
_CLEARLY = 2
"""How many times as often as any other a state is named that an article is about."""
_INTO = frozenset({"at", "into", "on"})
_AS_WELL = frozenset({"also", "likewise", "suit", "too", "well"})
_OFFICIALS = frozenset(
    {
        "army", "authorities", "authority", "commander", "government", "governor", "military",
        "minister", "ministry", "officer", "official", "police", "prosecutor", "spokesman",
        "spokesperson",
    }
)  # fmt: skip


def complete(article: Sequence[Told], triggers: Triggers) -> None:
    """Fills in the sources, targets and partners that candidates lack."""
    focus: list[Actor] = []
    host: tuple[Actor, ...] = ()
    broken: tuple[Actor, ...] = ()
    coming: list[tuple[Told, Candidate]] = []
    for told in article:
        held = sorted((c for c in told.candidates if c.kind in COMING), key=lambda c: c.trigger)
        coming += [(told, one) for one in held]
        visits = [c for c in told.candidates if c.kind is EventClass.VISIT]
        for candidate in told.candidates:
            if _missing(candidate) is Role.PARTICIPANT:
                other = partner(candidate, visits, told.tree) or teller(candidate, told.tree)
                other = other or going_on(candidate, coming, told)
                candidate.add(Role.PARTICIPANT, other, _CERTAINTY)
            if _unaddressed(candidate, told.tree):
                aim = only_other(candidate, told.tree) or _left(candidate, broken)
                if not aim and not _by_pronoun(candidate, told.tree):
                    aim = _focus(candidate, focus)
                candidate.add(Role.TARGET, aim, _CERTAINTY)
            if candidate.kind is EventClass.RELATIONS_DOWNGRADE:
                broken = tuple(candidate.of(Role.TARGET)) or broken
            aimed = candidate.of(Role.TARGET)  # who is acted on is what the text is about
            focus.extend(side_of(actor) for actor in (*candidate.everybody(), *aimed))
            if _missing(candidate) is Role.TARGET:
                take_aim(candidate, told, triggers.grammar.redress)
            for role, kind, fill in _FILLED:
                if candidate.kind is kind and _missing(candidate) is role:
                    candidate.add(role, fill(candidate, told), _CERTAINTY)
            if candidate.kind is EventClass.VISIT:
                if _missing(candidate) is Role.TARGET and came_too(candidate, told.tree):
                    candidate.add(Role.TARGET, host, _CERTAINTY)
                host = sole_host(candidate.of(Role.TARGET)) or host
            missing = _missing(candidate)
            if missing is None or not _told(candidate, told.tree, triggers):
                continue
            if missing is Role.TARGET and _blow_told(candidate, told):
                continue
            found = tuple(side_missing(candidate, told.tree, missing, triggers))
            if found:
                candidate.add(missing, found, _CERTAINTY)
                candidate.pattern = "completed"
        coming = [(text, one) for text, one in coming if text is told]


def _blow_told(candidate: Candidate, told: Told) -> bool:
    """Whether the attack that a verb tells of is told with its target: "an attack on X killed"."""
    if candidate.kind is not EventClass.FORCE:
        return False
    blows = {c.i for c in told.tree.children(told.tree.doc[candidate.trigger], "nsubj")}
    return any(
        other.trigger in blows and other.kind is candidate.kind and other.of(Role.TARGET)
        for other in told.candidates
    )


def _unaddressed(candidate: Candidate, tree: Tree) -> bool:
    """Whether an envoy has been recalled, or relations broken off, and nothing says whose."""
    trigger = tree.doc[candidate.trigger]
    broken = any(tree.lemma(one) in _RELATIONS for one in tree.objects(trigger))
    several = len({side(actor) for actor in candidate.of(Role.SOURCE)}) > 1
    as_well = not _AS_WELL.isdisjoint(token.lower_ for token in trigger.subtree)
    if broken and several and not as_well:
        return False  # "both countries severed ties"
    envoy = candidate.pattern == "envoy"
    if candidate.kind is not EventClass.RELATIONS_DOWNGRADE or not (envoy or broken):
        return False
    done = candidate.status is Status.HAPPENED
    return done and bool(candidate.of(Role.SOURCE)) and not candidate.of(Role.TARGET)


def _left(candidate: Candidate, broken: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """With whom others broke before, where these are none of them: "X severed ties as well"."""
    mine = {side(actor) for actor in candidate.everybody()}
    return () if mine & {side(actor) for actor in broken} else broken


def _asked(request: Candidate, told: Told) -> tuple[Actor, ...]:
    """Those of whom something is asked without an object."""
    return called_for(request, told.tree) or come_for(request, told)


def _authorities(charge: Candidate, told: Told) -> tuple[Actor, ...]:
    """The one state told of in a paragraph whose officials blame a band: "police blamed X"."""
    tree = told.tree
    verb = tree.doc[charge.trigger]
    officials = any(tree.lemma(c) in _OFFICIALS for c in verb.children if c.dep_ == "nsubj")
    if not officials or any(a.kind is not ActorClass.ARMED_GROUP for a in charge.of(Role.TARGET)):
        return ()
    units = [tree.unit(token) for token in tree.doc]
    states = {unit.state for unit in units if unit.state is not None}
    states.update(a for unit in units for a in unit.actors if a.kind is ActorClass.COUNTRY)
    return tuple(states) if len(states) == 1 else ()


def _by_pronoun(candidate: Candidate, tree: Tree) -> bool:
    """Whether who does it is only taken up: "they recalled their ambassadors"."""
    subjects = (c for c in tree.doc[candidate.trigger].children if c.dep_.startswith("nsubj"))
    return any(map(tree.pronoun, subjects))


def _focus(candidate: Candidate, told: Sequence[Actor]) -> tuple[Actor, ...]:
    """The state that the events before were about, if one stands out; else nobody."""
    mine = {side(actor) for actor in candidate.everybody()}
    others = Counter(
        actor for actor in told if actor.kind is ActorClass.COUNTRY and side(actor) not in mine
    )
    best = [*others.most_common(2), (None, 0)]
    clear = len(best) > 1 and best[0][1] >= _CLEARLY * max(1, best[1][1])
    return (best[0][0],) if clear and best[0][0] is not None else ()


def _missing(candidate: Candidate) -> Role | None:
    """The role that nobody has; None where none is missing, or all are."""
    if candidate.kind in SPOKEN:
        alone = len({side(actor) for actor in candidate.everybody()}) == 1
        return Role.PARTICIPANT if alone else None
    sources, targets = candidate.of(Role.SOURCE), candidate.of(Role.TARGET)
    if candidate.kind.symmetric or bool(sources) == bool(targets):
        return None
    return Role.TARGET if sources else Role.SOURCE


def _told(candidate: Candidate, tree: Tree, triggers: Triggers) -> bool:
    """Whether the trigger says by itself what was done, so that only a side is open."""
    trigger = tree.doc[candidate.trigger]
    lemma = tree.lemma(trigger)
    if candidate.kind in SPOKEN:
        return lemma not in _RECEIVING
    if candidate.kind is EventClass.FORCE:
        others = unnamed_fighters(trigger, tree, triggers.grammar)
        if others or between_others(trigger, tree) or downed(trigger, tree):
            return False
        alone = trigger.pos_ == "VERB" and not tree.objects(trigger)
        if alone and not any(case in _INTO for case, _ in tree.obliques(trigger)):
            return False  # a ship sinks in a storm
        return lemma not in triggers.grammar.policing | _WEAPONLESS
    if candidate.kind is EventClass.REJECTION and any(
        tree.lemma(one) in _LEAVING_OFFICE for one in tree.children(trigger, "xcomp")
    ):
        return False  # "refused to resign"
    bare = lemma == "call" and not any(
        case in {"on", "upon"} and tree.unit(one).date is None
        for case, one in tree.obliques(trigger)
    )
    vague = bare or lemma in _VAGUE | triggers.grammar.saying
    if candidate.kind is EventClass.THREAT and lemma in _WARNING:
        return False  # of what may come of it: "warned that a war might get in the way"
    if candidate.kind in _TOLD_BY_NOUNS and candidate.pattern in {"noun", "governed"}:
        return lemma in _TOLD_BY_NOUNS[candidate.kind]
    if candidate.kind is EventClass.SANCTION and candidate.of(Role.SOURCE):
        vague = not any(tree.lemma(one) in _PENALTIES for one in tree.objects(trigger))
        vague = vague and lemma not in {"blacklist", "designate", "sanction"}
    return tagged_verb(trigger) and not vague and not candidate.judges


_FILLED: tuple[tuple[Role, EventClass, Callable[[Candidate, Told], tuple[Actor, ...]]], ...] = (
    (Role.TARGET, EventClass.REQUEST, _asked),
    (Role.SOURCE, EventClass.ACCUSATION, _authorities),
    (Role.TARGET, EventClass.VISIT, hosts),
)
"""Which side the text around an event of a class gives first."""
