"""Who else was there: "The talks were attended by X", "Y joined them", "Also present was Z".

What such a sentence adds belongs to the talks of the sentence before, whose evidence then reaches
over both.
"""

from collections.abc import Sequence
from itertools import islice

from graph.model import Actor, EventClass, Role, Status
from ingest.alongside import Alongside
from ingest.attending import Attending, bare_session, linked_behind
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.echoes import echoes_in
from ingest.nominals import NOBODY
from ingest.openings import PATTERN
from ingest.pasttalks import HELD, SAME, PastTalks, definite
from ingest.roles import GATHERINGS
from ingest.rollcalls import called
from ingest.status import StatusReader
from ingest.syntax import PRESENT
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree
from ingest.triggers import Triggers

_JOINED = GATHERINGS | {EventClass.COOPERATION}
"""At what others are by the sentence that tells of it: "held drills, with X taking part"."""
_PART_OF_THE_WORLD = " countries"
"""How organisations end that are only states of a part of the world."""
_MANY = 4
_CERTAINTY = 0.85
_ONLOOKING = frozenset({"guest", "guests", "observer", "observers", "witness", "witnesses"})


def attend(article: Sequence[Told], triggers: Triggers) -> None:
    """Adds to talks those of whom the sentences after them say that they were there.

    ``article`` holds its paragraphs in the order of the text.
    """
    past = PastTalks()
    for told in article:
        present = _Presence(told, past, triggers)
        for number in range(len(told.tree.sentences)):
            present.hear(number)
    for told in article:
        told.candidates[:] = [c for c in told.candidates if c.pattern != PATTERN or _filled(c)]


class _Presence:
    """What the sentences of a paragraph say of who was at talks."""

    def __init__(self, told: Told, past: PastTalks, triggers: Triggers) -> None:
        self._told, self._past, self._triggers = told, past, triggers
        self._status = StatusReader(told.tree, triggers.status)
        self._calls = list(called(told.paragraph.text, told.named))
        self._until = 0
        """Where the roll-call ends that is read."""

    def hear(self, number: int) -> None:
        """Adds those to the talks before whom a sentence names as there."""
        told, past = self._told, self._past
        sentence = told.tree.sentences[number]
        here = tuple(c for c in told.candidates if c.stands_in(sentence))
        _at_once(here, sentence, told.tree, self._triggers)
        here = tuple(c for c in here if c.kind in HELD)
        talks = past.meant(sentence, told.tree)
        past.go_on(here, told.tree)
        if talks is None:
            return
        if same := [c for c in here if past.one_with(talks, c, told.tree)]:
            here = tuple(c for c in here if c not in same)
            past.count_as(here or (talks,))
            _take_in(talks, same, sentence, told)
        self._call_the_roll(talks, sentence)
        if told.tree.units[sentence.start].start < self._until:
            past.count_as((talks,))  # one who is called
        else:
            self._add_those_there(talks, number, here)

    def _call_the_roll(self, talks: Candidate, sentence: Span) -> None:
        """Adds those whom the roll-call names that begins in a sentence."""
        units = self._told.tree.units[sentence.start : sentence.end]
        calls = (c for c in self._calls if units[0].start <= c[0] < units[-1].end)
        for start, end, there in islice(calls, 1):
            talks.add(Role.PARTICIPANT, there, _CERTAINTY)
            _prove(talks, self._told.paragraph.span(start, end), near=True)
            self._until = end

    def _add_those_there(self, talks: Candidate, number: int, here: Sequence[Candidate]) -> None:
        """Adds those of whom a sentence tells that they were at talks."""
        told, tree, triggers = self._told, self._told.tree, self._triggers
        sentence, *following = tree.sentences[number:]
        words = Attending(tree, triggers.grammar, talks.everybody())
        again = [c for c in here if _taken_up(c, tree, words, triggers)]
        own = [c for c in here if len(c.everybody()) > 1 and c not in again]
        named = {a for c in own for a in c.everybody()}
        last = _join(talks, sentence, following, told, words, self._status, named)
        if last is None:
            return
        told.candidates[:] = [c for c in told.candidates if c not in again]
        span = told.stretch(last.start, last.end)
        _prove(talks, span, near=self._past.near(talks))
        _place(talks, again)
        own = [c for c in own if not _again(c, tree)]
        self._past.count_as(tuple(own) or (talks,))  # the next sentence may tell of more of them


def _take_in(talks: Candidate, same: Sequence[Candidate], sentence: Span, told: Told) -> None:
    """Makes what a sentence tells of the session once more a part of it."""
    new = {a for one in same for a in one.everybody()} - set(talks.everybody())
    if new:
        _specify(talks)
    for one in same:
        talks.add(Role.PARTICIPANT, tuple(one.everybody()), one.certainty() * _CERTAINTY)
        talks.title = talks.title or one.title
    told.candidates[:] = [c for c in told.candidates if c not in same]
    _place(talks, same)
    if new:
        _prove(talks, told.stretch(sentence.start, sentence.end), near=True)


def _specify(talks: Candidate) -> None:
    """Takes parts of the world out of talks of which it is told who came: "African leaders"."""
    talks.drop(actor for actor in talks.everybody() if actor.label.endswith(_PART_OF_THE_WORLD))


def _prove(talks: Candidate, span: tuple[int, int], *, near: bool) -> None:
    """Adds what proves that somebody was there to the stretch of evidence that it goes on."""
    if near and talks.besides:
        start, end = talks.besides[-1]
        talks.besides[-1] = start, max(end, span[1])
    elif near:
        talks.end = max(talks.end, span[1])
    else:
        talks.besides.append(span)


def _place(talks: Candidate, again: Sequence[Candidate]) -> None:
    """Gives talks the place and the day that only the sentence on who was there tells."""
    for one in again:
        talks.place = talks.place or one.place
        talks.date = talks.date or one.date


def _again(session: Candidate, tree: Tree) -> bool:
    """Whether it is only the session told before: "X chaired the plenary session"."""
    noun = tree.doc[session.trigger]
    bare = session.pattern == PATTERN and not session.everybody()
    return bare and definite(noun)


def _at_once(here: Sequence[Candidate], sentence: Span, tree: Tree, triggers: Triggers) -> None:
    """Adds those who by the sentence itself were beside those who met: "with X looking on"."""
    sessions = [c for c in here if c.kind in _JOINED]
    met = [c for c in sessions if len(c.everybody()) > 1]
    met = met or sessions
    if len(met) != 1:
        return
    beside, words = Alongside(tree, triggers.grammar), Attending(tree, triggers.grammar)
    nobody = not met[0].everybody()  # "Attending the summit were X and Y"
    for token in sentence:
        there, who = words.who(token) if nobody and met[0].pattern == PATTERN else (False, NOBODY)
        if found := beside.others(token) or (who if there else NOBODY):
            met[0].add(Role.PARTICIPANT, found.actors, found.certainty * _CERTAINTY)


def _filled(session: Candidate) -> bool:
    """Whether parties were found; a session of many is more than a meeting."""
    sides = {side(actor) for actor in session.everybody()}
    if len(sides) >= _MANY:
        session.kind = EventClass.CONVENING
    return len(sides) > 1


def _join(
    talks: Candidate,
    sentence: Span,
    following: Sequence[Span],
    told: Told,
    words: Attending,
    status: StatusReader,
    named: set[Actor],
) -> Span | None:
    """Adds whom the sentence names; gives the last sentence that was needed, None for nobody."""
    last = None
    for token in sentence:
        there, found = words.who(token)
        told_by = token.head if token.dep_ == "csubj" else token
        if not there or not _fits(talks, told_by, told.tree, status):
            continue
        where = sentence
        if following and sentence[-1].text == ":":  # "were present at the event: X, Y and Z"
            listed = told.tree.actors(following[0].root)
            found, where = (listed, following[0]) if listed else (found, sentence)
        new = tuple(actor for actor in found.actors if actor not in named)
        if _of_states(talks, new):
            continue
        if new and (talks.kind in GATHERINGS or _signatories(talks, new)):
            if talks.kind is EventClass.SIGNING or words.heads(token):
                _replace(talks, new)
            role = Role.SIGNATORY if talks.kind is EventClass.SIGNING else Role.PARTICIPANT
            _specify(talks)
            talks.add(role, new, found.certainty * _CERTAINTY)
            if any(t.lower_ in _ONLOOKING and told.tree.case(t) == "as" for t in token.subtree):
                talks.onlookers.update(new)
            last = where
    for _, others in echoes_in(sentence, told.tree) if last is not None else ():
        talks.add(Role.PARTICIPANT, others, _CERTAINTY)  # "X attended, as did Y"
    return last


def _of_states(talks: Candidate, new: Sequence[Actor]) -> bool:
    """Whether those there are states, those of persons who met among them: they did elsewhere.

    "X of Norway met Y of Togo. At the table sit Norway, Togo, Kenya and Peru."
    """
    met = talks.everybody()
    persons = bool(met) and all(actor.represents is not None for actor in met)
    states = {side(actor) for actor in new if actor.represents is None}
    return talks.kind is EventClass.MEETING and persons and states >= set(map(side, met))


def _fits(talks: Candidate, verb: Token, tree: Tree, status: StatusReader) -> bool:
    """Whether who is there has come, or will come, as the talks have been or will be.

    Who "is coming" comes to talks that will be.
    """
    coming = status.of(verb).status
    helping = any(c.dep_.startswith(("aux", "cop")) and c.tag_ in PRESENT for c in verb.children)
    now = tree.unit(verb).present or verb.tag_ in PRESENT or helping
    awaited = talks.status is Status.PLANNED and coming is Status.HAPPENED and now
    return coming is talks.status or awaited


def _signatories(signing: Candidate, new: Sequence[Actor]) -> bool:
    """Whether those at a rite signed: for the states that did, or where nobody is named."""
    if not signing.documents:
        return False
    sides = {side(actor) for actor in signing.everybody()}
    signed = all(actor.represents is None for actor in signing.everybody())
    return not sides or (signed and all(a.represents and side(a) in sides for a in new))


def _replace(talks: Candidate, heads: Sequence[Actor]) -> None:
    """Takes the states out for whom the heads of their delegations came."""
    talks.drop(head.represents or head for head in heads)


def _taken_up(candidate: Candidate, tree: Tree, words: Attending, triggers: Triggers) -> bool:
    """Whether the candidate's trigger is only "the talks" that were attended, or that they were."""
    token = tree.doc[candidate.trigger]
    if tree.stem(token) == "attend" and token.pos_ == "VERB":
        return words.who(token)[0]
    if _occasion(token, tree, words, triggers):
        return True
    verb = token if token.pos_ == "VERB" else token.head
    things = [
        c
        for c in tree.children(verb, "nsubj:pass")
        if tree.lemma(c) in SAME or bare_session(c, tree)
    ]
    if tree.stem(verb) == "attend" and candidate.kind is EventClass.CONVENING:
        occasions = tree.objects(verb)  # "also attended the ceremony"
        bare = not any(c.dep_ == "nmod" for one in occasions for c in one.children)
        return bare and words.talked_of(occasions)
    if verb.tag_ == "VBG" and verb.dep_ in {"csubj", "nsubj"} and verb != token:
        return words.who(verb)[0]  # "Joining the talks were X and Y"
    attended = tree.stem(verb) in triggers.grammar.presiding | {"attend"} and bool(things)
    return attended and words.talked_of(things)


def _occasion(noun: Token, tree: Tree, words: Attending, triggers: Triggers) -> bool:
    """Whether it only says at what somebody was: "present at the meeting", "joined the dinner"."""
    above = noun.head
    if noun.pos_ != "NOUN" or any(c.dep_ in {"nmod", "amod"} for c in noun.children):
        return False
    there = above.lower_ == "present" and any(
        c.dep_ == "cop" or linked_behind(above, c) for c in above.children
    )
    verb = above.head if tree.lemma(above) == "part" else above  # "took part in the talks"
    comes = verb.pos_ == "VERB" and tree.stem(verb) in triggers.grammar.attending
    return (there or comes) and words.who(above if there else verb)[0]
