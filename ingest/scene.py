"""Where events took place, when their own sentence leaves it to the words around it.

Talks, signings and agreements that one sentence tells together share their place; a visit to a
country is placed in the town of it that its paragraph names; a report's dateline places its lead.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.model import EventClass, Place, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.circumstances import aside
from ingest.datelines import Dateline
from ingest.gazetteer import Gazetteer
from ingest.occasions import (
    behind,
    between,
    clause,
    during,
    goes_on,
    in_history,
    of_a_day,
    of_one_time,
    once,
)
from ingest.roles import STATEMENTS, TALKS
from ingest.syntax import tagged_verb
from ingest.told import Told, numbered
from ingest.tree import Tree
from ingest.whereabouts import SCENES

_SHARED = frozenset(
    {
        EventClass.MEETING,
        EventClass.VISIT,
        EventClass.CONVENING,
        EventClass.SIGNING,
        EventClass.AGREEMENT,
        EventClass.MEDIATION,
    }
)
_DAY = len("2024-11-14")
_NEAR = 4
"""Sentences behind talks of a month or a year within which what is said is of that time."""
_SPOKEN = STATEMENTS | {EventClass.AGREEMENT}
_MOVING = frozenset({EventClass.MEETING, EventClass.VISIT})
_SETTLED = frozenset({EventClass.AGREEMENT, EventClass.SIGNING})
_LED = (SCENES | {EventClass.AGREEMENT}) - {EventClass.VISIT}


def filed_at(found: Dateline | None, gazetteer: Gazetteer) -> Place | None:
    """The place of a dateline; None where there is none."""
    if found is None:
        return None
    return gazetteer.find(found.town.title() if found.town.isupper() else found.town)


def share(candidates: Sequence[Candidate], tree: Tree) -> None:
    """Gives events without a place that of the talks in the same sentence."""
    starts = {c.start for c in candidates}
    for start in sorted(starts):
        _share_list([c for c in candidates if c.start == start], tree)
        together = [
            c for c in candidates if c.start == start and (c.kind in _SHARED or _written(c, tree))
        ]
        placed = [c for c in together if c.place is not None and c.kind in SCENES]
        for candidate in together:
            if candidate.place is not None:
                continue
            who = set(candidate.everybody())
            for other in sorted(placed, key=lambda c: -len(who & set(c.everybody()))):
                met = set(other.everybody()) & who
                if _when(other, candidate, tree):
                    candidate.place, candidate.date = other.place, other.date or candidate.date
                    break
                if other.status is candidate.status and met and _at_once(other, candidate, tree):
                    candidate.place = other.place
                    break


def _share_list(candidates: Sequence[Candidate], tree: Tree) -> None:
    """Gives sessions in one list the same day and place: "attend the X, Y and Z summits in Lima".

    So with who mediated at talks: it was on their day.
    """
    sessions = sorted(
        (c for c in candidates if c.kind is EventClass.CONVENING), key=lambda c: c.trigger
    )
    for one, other in (*pairwise(sessions), *pairwise(reversed(sessions))):
        first, last = sorted((one.trigger, other.trigger))
        listed = not any(map(tagged_verb, tree.doc[first + 1 : last]))
        if listed and one.status is other.status:
            other.date, other.place = other.date or one.date, other.place or one.place
    for mediation in (c for c in candidates if c.kind is EventClass.MEDIATION and not c.date):
        parties = {side(actor) for actor in mediation.of(Role.PARTICIPANT, Role.TARGET)}
        for talks in (c for c in candidates if c.kind is EventClass.MEETING and c.date):
            met = {side(actor) for actor in talks.everybody()}
            if talks.status is mediation.status and len(parties & met) > 1:
                mediation.date = mediation.date or talks.date


def _when(talks: Candidate, other: Candidate, tree: Tree) -> bool:
    """Whether a sentence says that talks of the same sides are when it was: "agreed when they met".

    The parse may hang what the verb of the talks governs on it.
    """
    verb, main = clause(tree.doc[talks.trigger]), clause(tree.doc[other.trigger])
    when = any(c.lower_ == "when" for c in verb.children) and verb.dep_ == "advcl"
    who = {side(actor) for actor in talks.everybody()}
    same = len(who) > 1 and who == {side(actor) for actor in other.everybody()}
    return when and same and main in {verb.head, verb.head.head}


def _at_once(one: Candidate, other: Candidate, tree: Tree) -> bool:
    """Whether two events are not told as one after the other: "met X after meeting Y"."""
    scenes = {one.kind, other.kind} <= _MOVING
    return not scenes or aside(tree.doc[one.trigger]) == aside(tree.doc[other.trigger])


def _written(candidate: Candidate, tree: Tree) -> bool:
    """Whether it is done through a document: "signed a communiqué recognising X"."""
    head = tree.doc[candidate.trigger].head
    return candidate.pattern == "content" or tree.unit(head).document is not None


def said_there(article: Sequence[Told]) -> None:
    """Gives what those who talked said to one another the day and the place of their talks.

    What one of them said of others right after the talks was said there as well.
    """
    talks: list[tuple[int, Told, Candidate]] = []
    told_of = sorted(numbered(article), key=lambda each: (each[0], not during(*each[1:])))
    for number, paragraph, candidate in told_of:
        if candidate.status is not Status.HAPPENED:
            continue
        if candidate.kind in TALKS:
            known = candidate.date or candidate.place
            if known and not behind(paragraph.tree.doc[candidate.trigger], paragraph.tree):
                talks.append((number, paragraph, candidate))
        if candidate.date and candidate.place:
            continue
        if candidate.kind in _SPOKEN or goes_on(candidate, paragraph.tree):
            told = once(clause(paragraph.tree.doc[candidate.trigger]))
            for where, besides, scene in _nearest(candidate, talks) if told else ():
                if scene is candidate or (
                    candidate.kind not in _SPOKEN and not of_a_day(scene, besides.tree)
                ):
                    continue
                if between(candidate, scene, number - where):
                    lately = number - where <= _NEAR or len(scene.date or "") == _DAY
                    candidate.date = candidate.date or (scene.date if lately else None)
                    candidate.place = candidate.place or scene.place
                    break


def _nearest(
    said: Candidate, talks: Sequence[tuple[int, Told, Candidate]]
) -> Iterator[tuple[int, Told, Candidate]]:
    """The talks, the latest first; before others those at which all were of whom something is told.

    "X and Y met on Monday. X also called on Y's president. X and Y agreed …" was on Monday.
    """
    who = set(said.everybody())
    same = [each for each in talks if len(who) > 1 and who <= set(each[-1].everybody())]
    yield from reversed(same)
    yield from reversed(talks)


def settle(article: Sequence[Told]) -> None:
    """Places what was signed or agreed at the talks that the article tells of it.

    The talks are those from which its signatories are known, or those of the same parties that are
    told right after it. Relations are established where a paper of the same parties was signed.
    """
    scenes = [
        (number, candidate)
        for number, _, candidate in numbered(article)
        if candidate.kind in SCENES and candidate.status is Status.HAPPENED and candidate.place
    ]
    for number, told, candidate in numbered(article):
        happened = candidate.status is Status.HAPPENED
        tied = candidate.kind is EventClass.RELATIONS_UPGRADE
        if candidate.place or not happened or not (tied or candidate.kind in _SETTLED):
            continue
        news = not in_history(told.tree.doc[candidate.trigger].sent, told.tree)
        who = {side(actor) for actor in candidate.everybody()}
        for where, talks in scenes:
            known = (talks.start, talks.end) in candidate.besides
            there = {side(actor) for actor in talks.everybody()}
            after = news and 0 < where - number <= 2 and len(who) > 1 and who <= there
            if tied:
                signed = talks.kind is EventClass.SIGNING and len(who) > 1 and who == there
                after = (
                    news and signed and abs(where - number) <= 2 and of_one_time(candidate, talks)
                )
            if known or after:
                candidate.place = talks.place
                break


def _elsewhere(candidate: Candidate, place: Place) -> bool:
    """Whether others agreed on something some time: a report of it may be filed anywhere."""
    states = {actor.represents or actor for actor in candidate.everybody()}
    undated = candidate.kind is EventClass.AGREEMENT and candidate.date is None
    return undated and place.country not in states


def lead(
    candidates: Sequence[Candidate], place: Place | None, article: Sequence[Told] = ()
) -> None:
    """Places the talks of a report's lead at its dateline, and what is told of its state.

    Talks that the article places in another town were there: a report may be filed anywhere.
    """
    if place is None:
        return
    everything = [c for told in article for c in told.candidates]
    for candidate in candidates:
        known = candidate.place
        at_large = known is not None and known.latitude is None and known.country == place.country
        led = candidate.kind in SCENES or candidate.kind is EventClass.RELATIONS_DOWNGRADE
        if led and at_large:
            candidate.place = place
        if candidate.place is None and candidate.kind in SCENES:
            candidate.place = _told_of(candidate, everything)
        if (
            candidate.place is None
            and candidate.kind in _LED
            and len(candidate.everybody()) > 1  # a body's own acts are where it sits
            and not _elsewhere(candidate, place)
        ):
            candidate.place = place


def _told_of(talks: Candidate, everything: Sequence[Candidate]) -> Place | None:
    """The town in which another sentence says that the same parties met then."""
    who = {side(actor) for actor in talks.everybody()}
    for other in everything:
        place = other.place
        alike = other.kind is talks.kind and other.status is talks.status is Status.HAPPENED
        town = place is not None and place.latitude is not None
        if other is talks or not (alike and town) or len(who) == 1:
            continue
        then = not (talks.date and other.date) or talks.date == other.date
        if then and {side(actor) for actor in other.everybody()} == who:
            return place
    return None
