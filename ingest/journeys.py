"""Visits: in which town they were, and what the visitors did there."""

import datetime
from collections import Counter
from collections.abc import Collection, Sequence

from graph.model import ActorClass, EventClass, Place, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.gazetteer import Gazetteer
from ingest.homeground import only_state
from ingest.itineraries import stages
from ingest.newsdays import days_named
from ingest.occasions import clause, goes_on, once
from ingest.told import Told, numbered
from ingest.tree import Tree
from ingest.whereabouts import SCENES

_AT = frozenset({"in", "at"})
_TOWNS = frozenset({"capital", "city", "port", "resort", "town", "village"})
_HELD = frozenset(
    {EventClass.MEETING, EventClass.CONVENING, EventClass.SIGNING, EventClass.AGREEMENT}
)
_MONTH = len("2024-11")
_DAY = len("2024-11-14")
_LONG = 10
"""Days that a visit lasts at most."""
_ARRIVED = (Status.HAPPENED, Status.PLANNED)
"""A visitor has come, and the talks are ahead: "arrived in X. He is to meet Y"."""
_NEXT = 3
"""Days behind an arrival on which a visitor is still there, if nothing says otherwise."""
_SOON = 2
_STAY = 30
"""How many sentences behind a visit the visitors are still there."""


def refine(article: Sequence[Told], gazetteer: Gazetteer) -> None:
    """Places a visit in the town of the country that its paragraph names.

    Where the paragraph names none, in the one that the article names more often than the others.
    """
    places = [place for told in article for place in _towns(told.tree, gazetteer)]
    everywhere = [place for place in places if gazetteer.is_town(place)]
    for told in article:
        towns = _towns(told.tree, gazetteer)
        told.candidates[:] = [
            stage
            for c in told.candidates
            for stage in (stages(c, gazetteer) if _in_each(c, towns) else [c])
        ]
        for candidate in told.candidates:
            if candidate.kind is not EventClass.VISIT or _in_town(candidate):
                continue
            hosts = candidate.of(Role.TARGET)
            near = [town for town in towns if town.country in hosts]
            near = [town for town in near if gazetteer.is_town(town)] or near
            far = Counter(town for town in everywhere if town.country in hosts)
            often = [town for town, times in far.items() if 2 * times > far.total()]
            if near or often:
                candidate.place = (near or often)[0]


def _in_each(candidate: Candidate, towns: Sequence[Place]) -> bool:
    """Whether a visit to several states was in a town of each: "in Lima and Quito"."""
    hosts = set(candidate.of(Role.TARGET))
    return len(hosts) > 1 and hosts <= {town.country for town in towns}


def _in_town(candidate: Candidate) -> bool:
    return candidate.place is not None and candidate.place.latitude is not None


def travels(candidates: Sequence[Candidate]) -> None:
    """Places a visit in the town of the country where the visitor is said to have met others.

    A visit without a day of its own is of the day of those talks.
    """
    for candidate in candidates:
        if candidate.kind is not EventClass.VISIT:
            continue
        visitors, hosts = set(candidate.of(Role.SOURCE)), candidate.of(Role.TARGET)
        for other in candidates:
            alike = other.kind in SCENES and other.status is candidate.status
            there = other.place is not None and other.place.country in hosts
            if not (alike and there and visitors & set(other.everybody())):
                continue
            if candidate.status is Status.HAPPENED:
                candidate.date = candidate.date or other.date
            if _in_town(other) and not _in_town(candidate):
                candidate.place = other.place
                break


def received(article: Sequence[Told]) -> None:
    """Gives the talks of visitors with their hosts the place and the day of the visit."""
    visits = [
        (number, candidate)
        for number, told, candidate in numbered(article)
        if candidate.kind is EventClass.VISIT
        and candidate.place is not None
        and not _looked_back(candidate, told.tree)
    ]
    named = list(days_named(article)) if visits else []
    for number, _, talks in numbered(article) if visits else ():
        if talks.kind not in _HELD or talks.place is not None:
            continue
        present = set(talks.everybody())
        for where, visit in visits:
            hosts = {side(actor) for actor in visit.of(Role.TARGET)}
            guests = present & set(visit.of(Role.SOURCE))
            sides = {side(actor) for actor in present - guests}
            met = guests and hosts & sides and (len(hosts) == 1 or _in_one_of(visit, sides))
            if talks.date and visit.date and talks.date[:_MONTH] != visit.date[:_MONTH]:
                continue
            alike = visit.status is talks.status
            soon = (visit.status, talks.status) == _ARRIVED and number - where <= _SOON
            if met and (alike or soon) and 0 <= number - where <= _STAY:
                talks.place = visit.place
                talks.date = talks.date or (_day(visit, named, number) if alike else None)
                break
    _stay(article, visits, named)


def _in_one_of(tour: Candidate, sides: Collection[str]) -> bool:
    """Whether a visit to several states was placed in one of them that is met."""
    state = tour.place.country if tour.place is not None else None
    return state is not None and state.key in sides


def _day(visit: Candidate, named: Sequence[tuple[int, str]], number: int) -> str | None:
    """The day of what a sentence tells of a visit: that which the text named last, if it fits."""
    if visit.date is None or len(visit.date) < _DAY:
        return visit.date
    came = datetime.date.fromisoformat(visit.date)
    told = (datetime.date.fromisoformat(day) for at, day in reversed(named) if at <= number)
    last = next(told, came)
    return last.isoformat() if 0 <= (last - came).days <= _LONG else visit.date


def _stay(
    article: Sequence[Told],
    visits: Sequence[tuple[int, Candidate]],
    named: Sequence[tuple[int, str]],
) -> None:
    """Places and dates the talks of visitors with others as the visit told last before them."""
    for number, told, talks in numbered(article) if visits else ():
        if talks.status is not Status.HAPPENED or talks.place is not None:
            continue
        if talks.kind is EventClass.COOPERATION or not once(clause(told.tree.doc[talks.trigger])):
            continue
        on = goes_on(talks, told.tree)
        guests = {a for a in talks.everybody() if a.kind is ActorClass.PERSON}
        came = [
            (where, visit)
            for where, visit in visits
            if visit.status is Status.HAPPENED
            and guests & set(visit.of(Role.SOURCE))
            and len(visit.of(Role.TARGET)) < 2  # "had been in Peru and Chile": where of the two?
            and 0 <= number - where <= _STAY
        ]
        last = max((where for where, _ in came), default=0)
        visit = next((visit for where, visit in came if where == last), None)
        if visit is not None and (on or _in_days(talks, visit)):
            talks.place = visit.place
            talks.date = talks.date or _day(visit, named, number)


def _in_days(talks: Candidate, visit: Candidate) -> bool:
    """Whether talks have a day of their own that is right behind that of an arrival."""
    if talks.kind not in SCENES or not (talks.date and visit.date):
        return False
    if min(len(talks.date), len(visit.date)) < _DAY:
        return False
    came, met = map(datetime.date.fromisoformat, (visit.date, talks.date))
    return 0 <= (met - came).days <= _NEXT


def _looked_back(visit: Candidate, tree: Tree) -> bool:
    """Whether a visit only says when something was: "talks ended in March, when X saw Lima"."""
    verb = tree.doc[visit.trigger]
    return verb.dep_ == "advcl" and any(child.lower_ == "when" for child in verb.children)


def _towns(tree: Tree, gazetteer: Gazetteer) -> list[Place]:
    """The places that the paragraph has events at or in, whole states left out."""
    out: list[Place] = []
    for at, unit in enumerate(tree.units):
        if unit.place is None and len(unit.mentions) < 2:
            continue
        if len(unit.mentions) > 1 and tree.case(tree.doc[at]) in _AT:  # "in Lima and Quito"
            named = (
                gazetteer.find(m.name, near=[m.of[0].actor]) for m in unit.mentions if m.capital
            )
            out.extend(town for town in named if town is not None)
        place = unit.place if not unit.here else None
        case = tree.case(tree.doc[at])
        inside = case in _AT or (case == "of" and tree.lemma(tree.doc[at].head) in _TOWNS)
        if place is not None and place.latitude is not None and inside:
            out.append(place)
    return out


def abroad(candidates: Sequence[Candidate], gazetteer: Gazetteer) -> None:
    """Places a visit in the state that is visited, where nothing else is known."""
    for candidate in candidates:
        if candidate.kind is EventClass.VISIT and candidate.place is None:
            state = only_state(candidate.of(Role.TARGET)[:1])
            candidate.place = gazetteer.place_of_country(state) if state else None
