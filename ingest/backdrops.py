"""Where something was that is told beside the talks or the rite before it.

"X and Y signed a treaty in Lima. Z, who had talks with W before the ceremony, looked on", "the
document was signed for Z by …", "X attended the summit in Lima. X also met Z".
"""

from collections.abc import Iterator, Sequence

from graph.model import EventClass, Place, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.circumstances import AFTER, BEFORE, OCCASION, marked
from ingest.newsdays import doers
from ingest.occasions import clause, goes_on, in_history, of_one_time, once
from ingest.recounted import TAKEN_UP
from ingest.roles import STATEMENTS
from ingest.syntax import OBJECTS, SUBJECTS
from ingest.tokens import Token
from ingest.told import Told, numbered
from ingest.tree import Tree
from ingest.whereabouts import SCENES

_KNOWN = frozenset({"the", "this"})
_BEFORE = BEFORE | {"until"}
_OVER = frozenset({"close", "conclude", "end", "finish", "over"})
_LEADING = frozenset({"attend", "broker", "chair", "facilitate", "host", "mediate", "moderate"})
"""What is done to talks by who is at them: "X, who moderated the talks"."""
_PAPERS = frozenset({"accord", "agreement", "document", "pact", "text", "treaty"})
_PLACED = SCENES | STATEMENTS | {EventClass.AGREEMENT, EventClass.MEDIATION}
_RITES = SCENES | {EventClass.RELATIONS_UPGRADE}
_LONG = frozenset({"conference", "summit", "trip", "visit"})
"""What may last for days."""
_BACK = 8
"""How many sentences the talks or the rite may lie back."""
_ALSO = 3
"""How many sentences behind talks somebody still meets others there."""
_STAY = {EventClass.CONVENING: 8}
"""How many behind a session."""


def stand_by(article: Sequence[Told]) -> None:
    """Places what was done at, before or after the talks or the rite told last."""
    _resume(article)
    scenes: list[tuple[int, Candidate]] = []
    for number, told, candidate in numbered(article):
        happened = candidate.status is Status.HAPPENED
        if happened and candidate.place is None and candidate.kind in _PLACED:
            near = [scene for at, scene in scenes if number - at <= _BACK]
            _beside(candidate, told.tree, near)
            if candidate.place is None:
                late = [s for at, s in scenes if number - at <= _STAY.get(s.kind, _ALSO)]
                _also(candidate, told.tree, late)
                _mediated(candidate, near)
        if happened and candidate.kind in _RITES and candidate.place is not None:
            scenes.append((number, candidate))


def _resume(article: Sequence[Told]) -> None:
    """Gives "the conference" the town and the day with which the text named it before.

    "The Geneva Peace Conference in May 1995 was a failure. The Conference was attended by X".
    """
    named: dict[str, tuple[Place, str | None]] = {}
    for told in article:
        bare = {
            candidate.trigger: candidate
            for candidate in told.candidates
            if candidate.kind is EventClass.CONVENING and candidate.place is None
        }
        for at, unit in enumerate(told.tree.units):
            words = unit.session.title.lower().split() if unit.session is not None else []
            if not words:
                continue
            noun = told.tree.doc[at]
            if unit.town is not None:
                named[words[-1]] = unit.town, _day(noun, told.tree)
            elif at in bare and len(words) == 1 and _known(noun, told.tree, inside=False):
                place, day = named.get(words[0], (None, None))
                bare[at].place = place
                bare[at].date = bare[at].date or day


def _day(session: Token, tree: Tree) -> str | None:
    """The date right behind the name of a session: "the Geneva Conference in May 1995"."""
    for at in range(session.i + 1, min(session.i + 3, len(session.doc))):
        date = tree.units[at].date
        if date is not None:
            return date.value if not date.bound else None
    return None


def _beside(candidate: Candidate, tree: Tree, scenes: Sequence[Candidate]) -> None:
    """Gives it the place, and where it is of one day the day, of the occasion it names."""
    for noun, kinds in _occasions(candidate, tree) if scenes else ():
        of_kind = [scene for scene in scenes if scene.kind in kinds] or list(scenes)
        scene = of_kind[-1]
        if not of_one_time(candidate, scene):
            continue
        candidate.place = scene.place
        if tree.lemma(noun) not in _LONG:
            candidate.date = candidate.date or scene.date
        return


def _occasions(candidate: Candidate, tree: Tree) -> Iterator[tuple[Token, Sequence[EventClass]]]:
    """The known talks, rites and papers by which a sentence tells something."""
    trigger = tree.doc[candidate.trigger]
    verb = clause(trigger)
    around = OCCASION if candidate.kind in STATEMENTS else OCCASION | AFTER | _BEFORE
    beside = (*tree.obliques(verb), *(tree.obliques(trigger) if trigger != verb else ()))
    nouns = [noun for case, noun in beside if case in around and noun != trigger]
    if tree.lemma(verb) in _LEADING:
        nouns += tree.children(verb, *OBJECTS)
    for over in verb.children:  # "When the ceremony was over, X met Y"
        if over.dep_ == "advcl" and over.i < verb.i and tree.lemma(over) in _OVER:
            nouns += tree.children(over, *SUBJECTS)
    for noun in nouns:
        kinds = TAKEN_UP.get(tree.lemma(noun), ())
        if kinds and _known(noun, tree):
            yield noun, kinds
    for paper in tree.children(trigger, *OBJECTS) if candidate.kind is EventClass.SIGNING else ():
        if tree.lemma(paper) in _PAPERS and _known(paper, tree):
            yield paper, (EventClass.SIGNING,)


def _known(noun: Token, tree: Tree, *, inside: bool = True) -> bool:
    """Whether a noun takes up what was told: "the talks", not "the talks with X in Lima".

    What stands under it may not count as that: ``inside``.
    """
    definite = any(child.lower_ in _KNOWN for child in noun.children)
    if not inside:
        return definite
    units = [tree.unit(word) for word in noun.subtree]
    return definite and not any(u.place or u.town or u.actors or u.date for u in units)


def _also(candidate: Candidate, tree: Tree, scenes: Sequence[Candidate]) -> None:
    """Places whom somebody met besides at the session or the talks at which they were."""
    if candidate.kind is not EventClass.MEETING or not scenes or not goes_on(candidate, tree):
        return
    trigger = tree.doc[candidate.trigger]
    who = doers(candidate, tree)
    elsewhere = any(unit.place for _, unit in marked(tree, trigger.sent))
    if not who or elsewhere or not once(clause(trigger)) or in_history(trigger.sent, tree):
        return
    there = [scene for scene in scenes if who & set(scene.everybody())]
    if there and of_one_time(candidate, there[-1]):
        candidate.place = there[-1].place


def _mediated(candidate: Candidate, scenes: Sequence[Candidate]) -> None:
    """Places a mediation where those met between whom it was: "X had mediated between them"."""
    parties = {side(actor) for actor in candidate.of(Role.PARTICIPANT, Role.TARGET)}
    if candidate.kind is not EventClass.MEDIATION or len(parties) < 2:
        return
    for talks in reversed(scenes):
        met = {side(actor) for actor in talks.everybody()}
        if parties <= met and of_one_time(candidate, talks):
            candidate.place, candidate.date = talks.place, candidate.date or talks.date
            return
