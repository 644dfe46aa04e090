"""Who receives a visitor or holds talks, where the words of the visit or talks do not say it."""

from collections.abc import Iterator, Sequence

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.addressees import apart
from ingest.candidates import Candidate
from ingest.checks import side, side_of, sided
from ingest.roles import SPOKEN, verbal
from ingest.syntax import infinitive
from ingest.tokens import Token
from ingest.told import Told
from ingest.tree import Tree

_TO_DO = frozenset({"acl", "advcl", "xcomp"})
_BESIDE_VISITS = frozenset({"after", "ahead", "before", "during", "following", "on"})
_AWAITED = frozenset({"announce", "await", "confirm", "expect", "postpone", "welcome"})
"""What a host does about a visit."""
_PREPARING = frozenset({"brace", "prepare", "ready"})
"""What a host does for a visit."""
_SAYING = frozenset({"add", "announce", "claim", "confirm", "declare", "note", "say", "state"})
_MORE = frozenset(
    {"additional", "also", "another", "further", "other", "separate", "similar", "too"}
)
"""What says that there were talks besides those that were told."""
_HELD = frozenset(
    {
        "arrange", "expect", "foresee", "hold", "occur", "organise", "organize", "plan",
        "schedule", "take",
    }
)  # fmt: skip
_BEING = frozenset({"follow", "occur"})
_COMPRISING = frozenset({"comprise", "feature", "foresee", "have", "include", "involve"})
_PROGRAMMES = frozenset(
    {
        "agenda", "itinerary", "plan", "program", "programme", "schedule", "stay", "tour", "trip",
        "visit",
    }
)  # fmt: skip
_WHERE = frozenset({"at", "in", "near"})
COMING = SPOKEN | {EventClass.VISIT}
"""What one may do to ask for something, or who holds other talks as well."""


def hosts(visit: Candidate, told: Told) -> tuple[Actor, ...]:
    """The state that a visitor comes to; empty where nothing tells it."""
    found = tuple(_welcomed(visit, told.tree)) or tuple(_met(visit, told))
    return found or _awaited(visit, told.tree) or _at_home(visit, told.tree)


def sole_host(hosts: Sequence[Actor]) -> tuple[Actor, ...]:
    """The one state among the hosts of a visit; nobody where there are several, or none."""
    states = tuple(actor for actor in hosts if actor.kind is ActorClass.COUNTRY)
    return states if len(states) == len(hosts) == 1 else ()


def came_too(visit: Candidate, tree: Tree) -> bool:
    """Whether somebody is only said to come, to where others came: "Minister X came in May"."""
    verb = tree.doc[visit.trigger]
    if verb.pos_ != "VERB" or tree.lemma(verb) != "come" or visit.place is not None:
        return False
    beside = [one for _, one in tree.obliques(verb)]
    return all(tree.unit(one).date is not None for one in beside)


def partner(candidate: Candidate, visits: Sequence[Candidate], tree: Tree) -> tuple[Actor, ...]:
    """With whom a visitor holds talks of which nothing is said: "visited X for talks"."""
    noun = tree.doc[candidate.trigger]
    mine = {side(actor) for actor in candidate.everybody()}
    for visit in visits:
        verb = tree.doc[visit.trigger]
        aim = noun.head == verb and tree.case(noun) == "for" and tree.lemma(verb) != "return"
        alone = (
            not {side(actor) for actor in candidate.beside if sided(actor)}
            - mine
            - {side(actor) for actor in visit.everybody()}
        )
        if aim and alone and mine <= {side(actor) for actor in visit.of(Role.SOURCE)}:
            return tuple(a for a in visit.of(Role.TARGET) if a.kind is ActorClass.COUNTRY)
    return ()


def teller(talks: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """Who says how talks went that were with another: "said that talks with X had failed"."""
    noun = tree.doc[talks.trigger]
    verb = noun.head
    clause = noun.dep_.startswith("nsubj") and verb.dep_ == "ccomp" and not verbal(noun)
    with_whom = any(case == "with" for case, _ in tree.obliques(noun))
    if not (clause and with_whom and tree.lemma(verb.head) in _SAYING):
        return ()
    told = tree.doer(verb.head).actors
    mine = {side(actor) for actor in talks.everybody()}
    return tuple(actor for actor in told if apart(actor, mine)) if len(mine) == 1 else ()


def going_on(
    talks: Candidate, before: Sequence[tuple[Told, Candidate]], told: Told
) -> tuple[Actor, ...]:
    """Who else was there, of talks of which only with whom they were is told.

    The visitor of whom the text told, where the host is met or it says that there was more, or
    else who met somebody before: "arrived in X. Talks will be held with the President of X".
    """
    tree, noun = told.tree, told.tree.doc[talks.trigger]
    mine = {side(actor) for actor in talks.everybody()}
    if verbal(noun) or talks.kind is not EventClass.MEETING or not _arranged(noun, tree):
        return ()
    own = {actor for token in noun.sent for actor in _planner(token, tree)}
    others = [a for t in noun.sent if t != noun for a in _named(t, tree) if side(a) not in mine]
    if others and not set(others) <= own:
        return ()
    more = not _MORE.isdisjoint(token.lower_ for token in noun.sent)
    for text, earlier in reversed(before):
        if text is told and earlier.trigger >= noun.sent.start:
            continue
        actors = (
            earlier.of(Role.SOURCE) if earlier.kind is EventClass.VISIT else earlier.everybody()
        )
        sides = {side(actor) for actor in earlier.everybody()}
        if earlier is talks or len(sides) == 1:
            continue
        if not (more or own or mine & sides):
            continue
        left = tuple(actor for actor in actors if side(actor) not in mine)
        left = tuple(actor for actor in left if side(actor) == side(left[0]))
        if left and own <= set(left):
            return left
    return ()


def _arranged(noun: Token, tree: Tree) -> bool:
    """Whether talks are only said to be held or planned, or to be part of something."""
    verb = noun.head
    lemma = tree.lemma(verb)
    if noun.dep_.startswith("nsubj"):
        place = any(one.lower_ == "place" for one in tree.objects(verb))
        with_whom = any(t.lower_ == "with" and t.head.head == noun for t in noun.sent)
        return (lemma in _HELD and (tree.passive(verb) or place or lemma in _BEING)) or with_whom
    if noun.dep_ == "ROOT":
        return any(child.lemma_ == "be" or child.dep_ == "expl" for child in noun.children)
    return noun.dep_ == "obj" and lemma in _COMPRISING


def _planner(token: Token, tree: Tree) -> tuple[Actor, ...]:
    """Whose programme or visit it is of which talks are a part: "his programme includes"."""
    if tree.lemma(token) not in _PROGRAMMES:
        return ()
    return tuple(a for one in tree.children(token, "nmod:poss") for a in tree.actors(one).actors)


def _named(token: Token, tree: Tree) -> tuple[Actor, ...]:
    """Whom a sentence names, but where something is."""
    return () if tree.case(token) in _WHERE else tree.unit(token).actors


def come_for(request: Candidate, told: Told) -> tuple[Actor, ...]:
    """Those to whom one comes to ask for something: "met X to ask for weapons"."""
    verb = told.tree.doc[request.trigger]
    asking = set(request.of(Role.SOURCE))
    for coming in told.candidates if infinitive(verb) and verb.dep_ in _TO_DO else ():
        if coming.kind in COMING and coming.trigger in {verb.head.i, verb.head.head.i}:
            others = [actor for actor in coming.everybody() if actor not in asking]
            return tuple(others) if len(others) < len(coming.everybody()) else ()
    return ()


def _welcomed(candidate: Candidate, tree: Tree) -> Iterator[Actor]:
    """The state whose people await a visit: "X's minister welcomed a visit from Y"."""
    visit = tree.doc[candidate.trigger]
    verb, case = tree.lemma(visit.head), tree.case(visit)
    awaited = visit.dep_ == "obj" and verb in _AWAITED
    if awaited or (case == "for" and verb in _PREPARING):
        visitors = set(map(side, candidate.of(Role.SOURCE)))
        hosts = (side_of(actor) for actor in tree.subject(visit.head).actors)
        yield from (h for h in hosts if h.kind is ActorClass.COUNTRY and h.key not in visitors)


def _met(candidate: Candidate, told: Told) -> Iterator[Actor]:
    """The state whose leader a visitor meets: "X, on a working visit, met Minister Y"."""
    visit = told.tree.doc[candidate.trigger]
    mine = set(map(side, candidate.of(Role.SOURCE)))
    for talks in told.candidates:
        here = talks.kind is EventClass.MEETING and told.tree.doc[talks.trigger].sent == visit.sent
        sides = {side(actor): side_of(actor) for actor in talks.everybody()}
        on_visit = visit.lower_ == "visit" and told.tree.case(visit) == "on"
        if not (here and on_visit and mine <= set(sides) and len(sides) == len(mine) + 1):
            continue
        host = next(actor for key, actor in sides.items() if key not in mine)
        where = talks.place.country if talks.place is not None else host
        if where == host:
            yield host
        return


def _awaited(visit: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """The one state where something is told beside a visit: "a rally in Lima before X's visit".

    Or where what is visited is: "a visit to a shipyard in Lima".
    """
    noun = tree.doc[visit.trigger]
    beside = not set(tree.cases(noun)).isdisjoint(_BESIDE_VISITS)
    whither = any(case == "to" for case, _ in tree.obliques(noun))
    if verbal(noun) or not (beside or whither):
        return ()
    mine = {side(actor) for actor in visit.of(Role.SOURCE)}
    there: dict[str, Actor] = {}
    others: set[str] = set()
    for token in noun.sent:
        unit = tree.unit(token)
        others.update(side(actor) for actor in unit.actors if apart(actor, mine))
        capital = unit.actors[:1] if unit.actors and tree.case(token) == "in" else ()
        state = unit.state or next(iter(capital), None)
        if state is not None and state.kind is ActorClass.COUNTRY and side(state) not in mine:
            there[side(state)] = state
    return tuple(there.values()) if len(there) == 1 and others <= set(there) else ()


def _at_home(visit: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """The state that does something beside a visit: "Peru freed two men ahead of X's visit".

    Only where the sentence names no other.
    """
    noun = tree.doc[visit.trigger]
    if verbal(noun) or set(tree.cases(noun)).isdisjoint(_BESIDE_VISITS - {"on"}):
        return ()
    mine = {side(actor) for actor in visit.of(Role.SOURCE)}
    doing = {side(actor): side_of(actor) for actor in tree.subject(noun.head).actors}
    named = {side(one) for token in noun.sent for one in tree.unit(token).actors if sided(one)}
    alone = len(doing) == 1 and named - mine == set(doing)
    return tuple(host for host in doing.values() if alone and host.kind is ActorClass.COUNTRY)
