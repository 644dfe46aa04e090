"""Who else was there: "The talks were attended by X", "Y joined them", "Also present was Z".

What such a sentence adds belongs to the talks of the sentence before, whose evidence then reaches
over both.
"""

from collections.abc import Mapping, Sequence

from graph.model import Actor, EventClass, Role, Status
from ingest.alongside import Alongside
from ingest.attending import Attending, bare_session, linked_behind
from ingest.candidates import Candidate
from ingest.checks import dates_agree, side
from ingest.echoes import echoes_in
from ingest.nominals import NOBODY
from ingest.openings import PATTERN
from ingest.roles import GATHERINGS
from ingest.rollcalls import Call, called
from ingest.status import StatusReader
from ingest.syntax import PRESENT
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree
from ingest.triggers import Triggers

_BACK, _FAR = 2, 14
"""How many sentences talks may lie back, and those that are called by their noun again."""
_MANY = 4
_AT = GATHERINGS | {EventClass.SIGNING}
_CERTAINTY = 0.85
_SAME = frozenset({"meeting", "talk", "discussion", "negotiation", "conversation"})
"""Nouns that with "the" mean talks told before, and no others."""
_SESSIONS = frozenset({"event", "gathering", "meeting", "session"})
"""What any session may be called again that was named before."""
_ONLOOKING = frozenset({"guest", "guests", "observer", "observers", "witness", "witnesses"})


def attend(article: Sequence[Told], triggers: Triggers) -> None:
    """Adds to talks those of whom the sentences after them say that they were there.

    ``article`` holds its paragraphs in the order of the text.
    """
    before: list[tuple[Candidate, ...]] = []
    nouns: dict[int, str] = {}
    for told in article:
        status = StatusReader(told.tree, triggers.status)
        sentences = told.tree.sentences
        calls, until = list(called(told.paragraph.text, told.named)), 0
        for number, sentence in enumerate(sentences):
            here = tuple(c for c in told.candidates if _in(c, sentence) and c.kind in _AT)
            nouns.update((id(c), told.tree.lemma(told.tree.doc[c.trigger])) for c in here)
            _at_once(here, sentence, told.tree, triggers)
            talks = _talks(before[-_BACK:]) or _called(sentence, before[-_FAR:], nouns, told.tree)
            if any(token.lower_ == "signatories" for token in sentence):
                talks = _signed(before[-_BACK:])
            before.append(here)
            if talks is None or _another(talks, sentence, told.tree):
                continue
            if same := [c for c in here if _one_with(talks, c, nouns, told.tree)]:
                here = tuple(c for c in here if c not in same)
                before[-1] = here or (talks,)
                _take_in(talks, same, sentence, told)
            if called_there := _called_by_name(calls, sentence, told):
                start, end, there = called_there
                talks.add(Role.PARTICIPANT, there, _CERTAINTY)
                _prove(talks, told.paragraph.span(start, end), near=True)
                until = end
            if told.tree.units[sentence.start].start < until:
                before[-1] = (talks,)  # one who is called
                continue
            words = Attending(told.tree, triggers.grammar, talks.everybody())
            again = [c for c in here if _taken_up(c, told.tree, words, triggers)]
            own = [c for c in here if len(c.everybody()) > 1 and c not in again]
            named = {a for c in own for a in c.everybody()}
            last = _join(talks, sentence, sentences[number + 1 :], told, words, status, named)
            if last is None:
                continue
            told.candidates[:] = [c for c in told.candidates if c not in again]
            span = told.stretch(last.start, last.end)
            _prove(talks, span, near=any(talks in each for each in before[-_BACK - 1 : -1]))
            _place(talks, again)
            own = [c for c in own if not _again(c, told.tree)]
            before[-1] = tuple(own) or (talks,)  # the next sentence may tell of more of them
    for told in article:
        told.candidates[:] = [c for c in told.candidates if c.pattern != PATTERN or _filled(c)]


def _called_by_name(calls: Sequence[Call], sentence: Span, told: Told) -> Call | None:
    """The roll-call that begins in a sentence."""
    units = told.tree.units[sentence.start : sentence.end]
    return next((c for c in calls if units[0].start <= c[0] < units[-1].end), None)


def _one_with(talks: Candidate, other: Candidate, nouns: Mapping[int, str], tree: Tree) -> bool:
    """Whether a candidate is the same session again: "held a summit. The summit brought Y"."""
    if other is talks or other.kind not in GATHERINGS or other.status is not talks.status:
        return False
    if talks.kind is not EventClass.CONVENING or not dates_agree(talks.date, other.date):
        return False
    token = tree.doc[other.trigger]
    things = [token] if token.pos_ == "NOUN" else list(tree.children(token, "nsubj", "nsubj:pass"))
    told = nouns.get(id(talks), "")
    return any(
        tree.lemma(one) in {told, *_SESSIONS}
        and any(c.lower_ == "the" for c in one.children)
        and not any(c.dep_ in {"amod", "compound", "nmod", "acl"} for c in one.children)
        and (tree.unit(one).session is None or bare_session(one, tree))
        for one in things
    )


def _take_in(talks: Candidate, same: Sequence[Candidate], sentence: Span, told: Told) -> None:
    """Makes what a sentence tells of the session once more a part of it."""
    new = {a for one in same for a in one.everybody()} - set(talks.everybody())
    for one in same:
        talks.add(Role.PARTICIPANT, tuple(one.everybody()), one.certainty() * _CERTAINTY)
        talks.title = talks.title or one.title
    told.candidates[:] = [c for c in told.candidates if c not in same]
    _place(talks, same)
    if new:
        _prove(talks, told.stretch(sentence.start, sentence.end), near=True)


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
    return bare and any(c.lower_ == "the" for c in noun.children)


def _at_once(here: Sequence[Candidate], sentence: Span, tree: Tree, triggers: Triggers) -> None:
    """Adds those who by the sentence itself were beside those who met: "with X looking on"."""
    sessions = [c for c in here if c.kind in GATHERINGS]
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


def _signed(sentences: Sequence[tuple[Candidate, ...]]) -> Candidate | None:
    """What was signed last, and by whom is told further on: "The signatories are X and Y"."""
    signings = [c for each in sentences for c in each if c.kind is EventClass.SIGNING]
    return signings[-1] if signings else None


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
        if new and (talks.kind in GATHERINGS or _signatories(talks, new)):
            if talks.kind is EventClass.SIGNING or words.heads(token):
                _replace(talks, new)
            role = Role.SIGNATORY if talks.kind is EventClass.SIGNING else Role.PARTICIPANT
            talks.add(role, new, found.certainty * _CERTAINTY)
            if any(t.lower_ in _ONLOOKING and told.tree.case(t) == "as" for t in token.subtree):
                talks.onlookers.update(new)
            last = where
    for _, others in echoes_in(sentence, told.tree) if last is not None else ():
        talks.add(Role.PARTICIPANT, others, _CERTAINTY)  # "X attended, as did Y"
    return last


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


def _another(talks: Candidate, sentence: Span, tree: Tree) -> bool:
    """Whether the sentence is on a session, and the talks told before were none."""
    return talks.kind is not EventClass.CONVENING and any(
        bare_session(token, tree) and token.head.pos_ == "VERB" for token in sentence
    )


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
        if tree.lemma(c) in _SAME or bare_session(c, tree)
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


def _talks(sentences: Sequence[tuple[Candidate, ...]]) -> Candidate | None:
    """The last talks of the sentences that took place or will; or what was signed last."""
    for kinds in (GATHERINGS, _AT):
        for candidates in reversed(sentences):
            found = [c for c in candidates if c.kind in kinds]
            found = [c for c in found if c.status is Status.HAPPENED] or found
            if found and found[0].status is not Status.CALLED_OFF:
                return max(found, key=lambda c: len(c.everybody()))
    return None


def _called(
    sentence: Span,
    before: Sequence[tuple[Candidate, ...]],
    nouns: Mapping[int, str],
    tree: Tree,
) -> Candidate | None:
    """The last talks that the sentence calls by their noun again: "the talks", "the summit"."""
    for token in sentence:
        noun = tree.lemma(token)
        same = _SAME if noun in _SAME else {noun}
        if token.pos_ not in {"NOUN", "PROPN"} or not any(
            c.lower_ == "the" for c in token.children
        ):
            continue
        for candidates in reversed(before):
            found = [c for c in candidates if c.kind in GATHERINGS and nouns.get(id(c)) in same]
            if found and found[0].status is Status.HAPPENED:
                return found[0]
    return None


def _in(candidate: Candidate, sentence: Span) -> bool:
    return sentence.start <= candidate.trigger < sentence.end
