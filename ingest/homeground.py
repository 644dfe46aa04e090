"""In which state something must have been: an invasion, an expulsion, aid that arrives."""

from collections.abc import Sequence

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.candidates import ACCREDITED, Candidate
from ingest.circumstances import aside
from ingest.gazetteer import Gazetteer
from ingest.mentions import MentionKind
from ingest.occasions import clause
from ingest.roles import STATEMENTS
from ingest.syntax import OBJECTS
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.whereabouts import SCENES

_ENTERING = frozenset(
    {"invasion", "invade", "occupation", "occupy", "annexation", "annex", "incursion", "enter"}
)
_ENTRY = frozenset({"enter", "entry"})
_SENDING_AWAY = frozenset({"deport", "eject", "expel", "expulsion", "oust"})
_TELLING_OFF = frozenset(
    {"ask", "boot", "declare", "drive", "force", "give", "kick", "order", "tell", "throw"}
)
_CLOSING = frozenset({"close", "shut"})
_LEAVING = frozenset({"depart", "grata", "leave", "out"})
"""What diplomats are told who are sent away: "gave them two days to leave", "threw them out"."""
_BRINGING = frozenset(
    {
        "airlift", "arrive", "bring", "deliver", "deploy", "dispatch", "drop", "evacuate", "fly",
        "ferry", "land", "rush", "send", "ship", "unload",
    }
)  # fmt: skip
"""Verbs of aid that is seen to arrive: what is given or promised may be an entry in a budget."""

_BY_TROOPS = frozenset({EventClass.AID, EventClass.FORCE})
_STRIKING = frozenset({"attack", "bomb", "bombard", "hit", "raid", "shell", "strike"})
_QUITTING = frozenset({"leave", "pull", "withdraw"})


def at_home(candidates: Sequence[Candidate], tree: Tree, gazetteer: Gazetteer) -> None:
    """Places what can only be in one state: an invasion, an expulsion, a session that one hosts."""
    for candidate in candidates:
        lemma = tree.lemma(tree.doc[candidate.trigger])
        state: Actor | None = None
        if _summons(candidate, tree):
            _summoned(candidate, tree, gazetteer)
        if candidate.place is not None:
            continue
        entering = candidate.kind is EventClass.FORCE and lemma in _ENTERING
        coming = candidate.kind is EventClass.VISIT or candidate.pattern == ACCREDITED
        if entering or coming or _arrives(candidate, tree) or _on_the_land(candidate, tree):
            state = only_state(candidate.of(Role.TARGET))
        elif _at_own(candidate, lemma, tree):
            state = only_state(candidate.of(Role.SOURCE))
        elif candidate.kind in SCENES:
            state = only_state([*candidate.roles.get(Role.HOST, ())])
            state = state or _accredited(candidate, tree)
        if state is not None:
            candidate.place = gazetteer.place_of_country(state)
    _protested(candidates, tree)


def _at_own(candidate: Candidate, lemma: str, tree: Tree) -> bool:
    """Whether a state does at home what it does: by police, at its border, with diplomats."""
    sources = candidate.of(Role.SOURCE)
    if candidate.kind is EventClass.FORCE:
        return bool(sources) and all("police" in actor.label.lower() for actor in sources)
    if candidate.kind is EventClass.REJECTION:  # "are barred from entering X"
        return any(tree.lemma(t) in _ENTRY for t in tree.doc[candidate.trigger].subtree)
    if candidate.kind is not EventClass.RELATIONS_DOWNGRADE:
        return False
    trigger = tree.doc[candidate.trigger]
    told = trigger if lemma in _TELLING_OFF else trigger.head
    words = trigger.subtree if tree.lemma(told) in _TELLING_OFF else ()
    if lemma in _SENDING_AWAY or (lemma in _CLOSING and _guests(candidate, trigger, tree)):
        return True
    return any(tree.lemma(word) in _LEAVING and aside(word) == aside(trigger) for word in words)


def _guests(closing: Candidate, trigger: Token, tree: Tree) -> bool:
    """Whether the mission that is closed is of the other side: "closed the embassy of X"."""
    closed = [word for noun in tree.children(trigger, *OBJECTS) for word in noun.subtree]
    owners = {actor for word in closed for actor in tree.unit(word).actors}
    return bool(owners) and owners <= set(closing.of(Role.TARGET))


def _arrives(aid: Candidate, tree: Tree) -> bool:
    """Whether aid is brought to who gets it: "sent troops to X", "were delivered to Y"."""
    verb = clause(tree.doc[aid.trigger])
    return aid.kind is EventClass.AID and tree.lemma(verb) in _BRINGING


def _on_the_land(force: Candidate, tree: Tree) -> bool:
    """Whether a state itself is struck, or left by troops: "bombed X", "pulled out of X"."""
    trigger = tree.doc[force.trigger]
    lemma = tree.lemma(trigger)
    if force.kind not in _BY_TROOPS or lemma not in _STRIKING | _QUITTING:
        return False
    struck = tree.objects(trigger) if lemma in _STRIKING else tree.behind(trigger, "from", "of")
    states = set(force.of(Role.TARGET))
    return any(states & set(tree.unit(token).actors) and _land(token, tree) for token in struck)


def _land(token: Token, tree: Tree) -> bool:
    """Whether a state is named by its name: "Syria", but not "the Syrian army" or "Syrians"."""
    mention = tree.unit(token).mention
    if mention is None or mention.kind is not MentionKind.NAMED:
        return False
    return not (mention.body or mention.force or mention.plural)


def _summons(candidate: Candidate, tree: Tree) -> bool:
    """Whether a diplomat is summoned: "was called to the foreign office", not "called home"."""
    trigger = tree.doc[candidate.trigger]
    called = tree.lemma(trigger) == "call" and any(tree.behind(trigger, "to"))
    summoned = called or tree.lemma(trigger) == "summon"
    return candidate.kind is EventClass.RELATIONS_DOWNGRADE and summoned


def _summoned(summons: Candidate, tree: Tree, gazetteer: Gazetteer) -> None:
    """Places a summons in the state that summons: "over violations in X" says not where.

    Who summons may be named without a state; the envoy is accredited there. Or in the town of the
    ministry to which the envoy has to come.
    """
    seats = (tree.unit(noun).place for noun in tree.behind(tree.doc[summons.trigger], "to"))
    summons.place = summons.place or next((seat for seat in seats if seat is not None), None)
    state = only_state(summons.of(Role.SOURCE)) or only_state(_hosts(summons, tree))
    if state is not None and (summons.place is None or summons.place.country != state):
        summons.place = gazetteer.place_of_country(state)


def _protested(candidates: Sequence[Candidate], tree: Tree) -> None:
    """Places what was said to a diplomat who was summoned: "called in X and protested"."""
    for summons in (c for c in candidates if c.place is not None and _summons(c, tree)):
        for said in candidates:
            spoken = said.kind in STATEMENTS and said.place is None and said.start == summons.start
            same = set(said.of(Role.SOURCE)) & set(summons.of(Role.SOURCE))
            verb = clause(tree.doc[said.trigger])
            behind = verb.i > summons.trigger and verb.dep_ in {"advcl", "conj", "xcomp"}
            if spoken and same and said.status is summons.status and behind:
                said.place = summons.place


def _accredited(candidate: Candidate, tree: Tree) -> Actor | None:
    """The state in which an ambassador met one of its own: "the ambassador to Y met Y's king"."""
    if candidate.kind is not EventClass.MEETING:
        return None
    states = {(a.represents or a).key for a in candidate.everybody()}
    return next((host for host in _hosts(candidate, tree) if host.key in states), None)


def _hosts(candidate: Candidate, tree: Tree) -> list[Actor]:
    """The states to which the envoys of a sentence are accredited."""
    return [
        entry.actor
        for token in tree.doc[candidate.trigger].sent
        for mention in tree.unit(token).mentions
        for entry in mention.host
        if entry.actor.iso3
    ]


def only_state(actors: Sequence[Actor]) -> Actor | None:
    """The one state that the actors are or speak for; None where there are several or none."""
    states = {a.represents or a for a in actors}
    only = next(iter(states)) if len(states) == 1 else None
    return only if only is not None and only.kind is ActorClass.COUNTRY and only.iso3 else None
