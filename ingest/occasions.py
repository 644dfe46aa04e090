"""What was one occasion with talks told before: what their participants signed or said there."""

from graph.model import ActorClass, EventClass, Place, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.circumstances import AFTER, EDGES, OCCASION, marked
from ingest.roles import TALKS
from ingest.syntax import NOMINAL, PAST, PRESENT, tagged_verb
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree

CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj"})
"""Relations of clauses, without what stands behind a colon."""
_AFTERWARDS = 2
"""How many sentences behind the talks one of their participants still speaks there."""
_BESIDE = 5
"""Words from a session to its date behind it."""
_WHILE = 16
"""How many sentences behind the talks their participants still talk to one another."""
_DAY = len("2024-11-14")
_GATHERINGS = frozenset({"conference", "congress", "forum", "gathering", "summit"})
_KNOWN = frozenset({"the", "this"})
_MEETINGS = _GATHERINGS | {"ceremony", "meeting", "session", "talk", "talks"}
_PAPERS = frozenset(
    {
        "address", "article", "communique", "communiqué", "declaration", "interview", "letter",
        "message", "note", "post", "report", "resolution", "speech", "statement", "telegram",
        "tweet",
    }
)  # fmt: skip
_PARTS_OF_TALKS = frozenset(
    {EventClass.CONVENING, EventClass.COOPERATION, EventClass.MEETING, EventClass.SIGNING}
)
"""What those who talk with one another do as a part of it."""


def goes_on(candidate: Candidate, tree: Tree) -> bool:
    """Whether something may be one more part of talks told before: it has no day of its own."""
    if candidate.kind not in _PARTS_OF_TALKS:
        return False
    verb = clause(tree.doc[candidate.trigger])
    if any(child.lower_ == "had" and child.dep_.startswith("aux") for child in verb.children):
        return False
    sentence = verb.sent
    dates = (unit.date for _, unit in marked(tree, sentence))
    return all(date is None or date.adjectival for date in dates)  # "the May 4 summit"


def at_gathering(trigger: Token, tree: Tree) -> bool:
    """Whether it was at "the" summit that is known: "on the sidelines of the summit, X met Y"."""
    for case, noun in tree.obliques(trigger):
        occasion = [noun] if case in OCCASION - AFTER else []
        if tree.lemma(noun) in EDGES:
            occasion = [inner for of, inner in tree.obliques(noun) if of == "of"]
        for gathering in occasion:
            known = any(child.lower_ in _KNOWN for child in gathering.children)
            unit = tree.unit(gathering)
            if known and tree.lemma(gathering) in _GATHERINGS and not (unit.inner or unit.town):
                return True
    return False


def at_meeting(trigger: Token, tree: Tree) -> bool:
    """Whether it was at the talks that the sentence before tells of: "At the talks X blamed Y"."""
    first = trigger.sent.start
    lead = trigger.doc[first : first + 3]
    return (
        len(lead) == 3
        and lead[0].lower_ in OCCASION - AFTER - {"in"}
        and lead[1].lower_ in _KNOWN
        and tree.lemma(lead[2]) in _MEETINGS
        # "at the talks, held in an old palace, X met Y"
        and (lead[2].head == lead[2] or clause(trigger) in {lead[2].head, lead[2].head.head})
    )


def in_paper(trigger: Token, tree: Tree) -> bool:
    """Whether it stands in a paper of which the sentence before tells: "In the letter X blamed"."""
    lead = trigger.doc[trigger.sent.start : trigger.sent.start + 3]
    return (
        len(lead) == 3
        and lead[0].lower_ == "in"
        and lead[1].lower_ in _KNOWN | {"her", "his", "its", "their"}
        and tree.lemma(lead[2]) in _PAPERS
        and lead[2].head == clause(trigger)
    )


def session_again(trigger: Token, tree: Tree) -> bool:
    """Whether a sentence begins with the session that the one before names: "The summit was …"."""
    at = trigger.sent.start
    begins = trigger.i == at + 1 and trigger.doc[at].lower_ in _KNOWN
    subject = trigger.dep_.startswith("nsubj") and trigger.head == trigger.sent.root
    return begins and subject and tree.lemma(trigger) in _MEETINGS


def session_day(sentence: Span, tree: Tree) -> str | None:
    """The date of the one session that a sentence names with its date: "the summit in May"."""
    found = {
        unit.date.value
        for token, unit in marked(tree, sentence)
        if unit.date is not None and not (unit.date.bound or unit.date.adjectival)
        if _of_session(token, tree)
    }
    return next(iter(found)) if len(found) == 1 else None


def _of_session(token: Token, tree: Tree) -> bool:
    """Whether a date stands with a session: "the summit in May", "a summit in Lima in May"."""
    before = token.doc[max(token.sent.start, token.i - _BESIDE) : token.i]
    at = next((t for t in reversed(before) if tree.lemma(t) in _MEETINGS or tagged_verb(t)), None)
    return token.head != token and (
        tree.lemma(token.head) in _MEETINGS or (at is not None and tree.lemma(at) in _MEETINGS)
    )


def day_and_town(sentence: Span, tree: Tree) -> tuple[str | None, Place | None]:
    """The one day and the one town that a sentence names; None where it names none or several."""
    units = [unit for _, unit in marked(tree, sentence)]
    dates = [unit.date for unit in units if unit.date is not None]
    days = {date.value for date in dates if date.precision == "day" and not date.bound}
    places = (unit.place for unit in units)
    towns = {place for place in places if place is not None and place.latitude is not None}
    return (
        next(iter(days)) if len(days) == 1 else None,
        next(iter(towns)) if len(towns) == 1 else None,
    )


def of_a_day(talks: Candidate, tree: Tree) -> bool:
    """Whether talks are the news and no history: known by their day, or by no date at all.

    What a clause tells besides is history: "it was agreed in March, when X visited Lima".
    """
    aside = tree.doc[talks.trigger].dep_ in {"acl:relcl", "advcl"}
    return talks.date is None or (len(talks.date) == _DAY and not aside)


def clause(trigger: Token) -> Token:
    """The verb of the clause around a trigger that is a noun."""
    at = trigger
    while at.pos_ in NOMINAL and at.head != at and at.dep_.partition(":")[0] not in CLAUSES:
        at = at.head
    return at


def behind(talks: Token, tree: Tree) -> bool:
    """Whether talks only lie behind what is told: "progress made since their meeting in Lima"."""
    return talks.pos_ == "NOUN" and "since" in tree.cases(talks)


def between(said: Candidate, talks: Candidate, later: int) -> bool:
    """Whether words were said at talks that were told some sentences before them."""
    if said.date and talks.date and not said.date.startswith(talks.date):
        return False
    if talks.kind is EventClass.VISIT and later and not _in_person(talks):
        return False
    if said.place and talks.place and said.place != talks.place:
        return False
    sides = {side(actor) for actor in said.everybody()}
    present = {side(actor) for actor in talks.everybody()}
    if sides <= present and len(sides) > 1:
        return 0 <= later <= _WHILE
    spoke = said.of(Role.SOURCE)
    return bool(spoke) and set(spoke) <= set(talks.everybody()) and 0 <= later <= _AFTERWARDS


def _in_person(visit: Candidate) -> bool:
    """Whether those who visit are persons, and no state or body."""
    return all(actor.kind is ActorClass.PERSON for actor in visit.of(Role.SOURCE))


def once(verb: Token) -> bool:
    """Whether a verb tells what was done at one time: "refused", not "has refused"."""
    helping = {c.lemma_.lower() for c in verb.children if c.dep_.startswith("aux")}
    finite = {c.tag_ for c in verb.children if c.dep_.startswith("aux")}
    return verb.tag_ in PAST | PRESENT and not ("have" in helping and finite & PRESENT)


def in_history(sentence: Span, tree: Tree) -> bool:
    """Whether a sentence tells history: it names a year and no day."""
    known = {unit.date.precision for _, unit in marked(tree, sentence) if unit.date is not None}
    return "year" in known and "day" not in known


def of_one_time(one: Candidate, other: Candidate) -> bool:
    """Whether the dates of two events, or the lack of one, do not part them."""
    early, late = one.date or "", other.date or ""
    return early.startswith(late) or late.startswith(early)


def during(told: Told, candidate: Candidate) -> bool:
    """Whether the rest of its sentence was said at it: "accused Y during a visit to Lima"."""
    talks = told.tree.doc[candidate.trigger]
    return candidate.kind in TALKS and "during" in told.tree.cases(talks)
