"""Who else was there: "The talks were attended by X", "Y joined them", "Also present was Z".

What such a sentence adds belongs to the talks of the sentence before, whose evidence then reaches
over both.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.collapse import extent
from ingest.nominals import NOBODY, Found
from ingest.roles import GATHERINGS, stem
from ingest.status import StatusReader
from ingest.told import Told
from ingest.tree import Tree
from ingest.triggers import Triggers

_BACK = 2
"""How many sentences the talks may lie back."""
_CERTAINTY = 0.85
_SAME = frozenset({"meeting", "talk", "discussion", "negotiation", "conversation"})
"""Nouns that with "the" mean talks told before, and no others."""
_MADE_OF = frozenset({"comprise", "include"})
_ONLOOKING = frozenset({"guest", "guests", "observer", "observers", "witness", "witnesses"})
_ANAPHORS = frozenset({"it", "them", "they", "this"})
_THERE = frozenset({"attendees", "attending", "guests", "participants", "present"})
"""Those who are at talks, of whom the clause says who they are."""


def attend(article: Sequence[Told], triggers: Triggers) -> None:
    """Adds to talks those of whom the sentences after them say that they were there.

    ``article`` holds its paragraphs in the order of the text.
    """
    before: list[tuple[Candidate, ...]] = []
    for told in article:
        status = StatusReader(told.tree, triggers.status)
        sentences = list(told.tree.doc.sents)
        for number, sentence in enumerate(sentences):
            here = tuple(c for c in told.candidates if _in(c, sentence) and c.kind in GATHERINGS)
            talks = _talks(before[-_BACK:])
            if talks is not None and not _another(talks, sentence, told.tree):
                again = [c for c in here if _taken_up(c, told.tree, triggers)]
                own = [c for c in here if len(c.everybody()) > 1 and c not in again]
                named = {a for c in own for a in c.everybody()}
                following = sentences[number + 1 :]
                last = _join(talks, sentence, following, told, triggers, status, named)
                if last is not None:
                    told.candidates[:] = [c for c in told.candidates if c not in again]
                    here = tuple(own)
                    span = extent(told.tree.units[last.start : last.end])
                    talks.end = max(talks.end, told.paragraph.span(*span)[1])
                    here = here or (talks,)  # the next sentence may tell of more who were there
            before.append(here)


def _join(
    talks: Candidate,
    sentence: Span,
    following: Sequence[Span],
    told: Told,
    triggers: Triggers,
    status: StatusReader,
    named: set[Actor],
) -> Span | None:
    """Adds whom the sentence names; gives the last sentence that was needed, None for nobody."""
    last = None
    for token in sentence:
        there, found = _attending(token, told.tree, triggers)
        if not there or status.of(token).status is not Status.HAPPENED:
            continue
        where = sentence
        if following and sentence[-1].text == ":":  # "were present at the event: X, Y and Z"
            listed = told.tree.actors(following[0].root)
            found, where = (listed, following[0]) if listed else (found, sentence)
        new = tuple(actor for actor in found.actors if actor not in named)
        if new:
            if stem(token) in triggers.grammar.heading:
                _replace(talks, new)
            talks.add(Role.PARTICIPANT, new, found.certainty * _CERTAINTY)
            if any(t.lower_ in _ONLOOKING and told.tree.case(t) == "as" for t in token.subtree):
                talks.onlookers.update(new)
            last = where
    return last


def _replace(talks: Candidate, heads: Sequence[Actor]) -> None:
    """Takes the states out for whom the heads of their delegations came."""
    for held in talks.roles.values():
        for head in heads:
            held.pop(head.represents or head, None)


def _bare_session(token: Token, tree: Tree) -> bool:
    """Whether the word takes up a session by its noun alone: "the summit"."""
    session = tree.unit(token).session
    bare = session is not None and " " not in session.title
    return bare and not any(c.dep_ in {"nmod", "amod", "compound"} for c in token.children)


def _another(talks: Candidate, sentence: Span, tree: Tree) -> bool:
    """Whether the sentence is on a session, and the talks told before were none."""
    return talks.kind is not EventClass.CONVENING and any(
        _bare_session(token, tree) and token.head.pos_ == "VERB" for token in sentence
    )


def _taken_up(candidate: Candidate, tree: Tree, triggers: Triggers) -> bool:
    """Whether the candidate's trigger is only "the talks" that were attended, or that they were."""
    token = tree.doc[candidate.trigger]
    if stem(token) == "attend" and token.pos_ == "VERB":
        return _attending(token, tree, triggers)[0]
    if _occasion(token, tree, triggers):
        return True
    verb = token if token.pos_ == "VERB" else token.head
    things = [
        c
        for c in tree.children(verb, "nsubj:pass")
        if tree.lemma(c) in _SAME or _bare_session(c, tree)
    ]
    if stem(verb) == "attend" and candidate.kind is EventClass.CONVENING:
        occasions = tree.objects(verb)  # "also attended the ceremony"
        bare = not any(c.dep_ == "nmod" for one in occasions for c in one.children)
        return bare and _talked_of(occasions, tree, triggers)
    if verb.tag_ == "VBG" and verb.dep_ in {"csubj", "nsubj"} and verb != token:
        return _attending(verb, tree, triggers)[0]  # "Joining the talks were X and Y"
    attended = stem(verb) == "attend" and bool(things)
    return attended and _talked_of(things, tree, triggers)


def _occasion(noun: Token, tree: Tree, triggers: Triggers) -> bool:
    """Whether it only says at what somebody was: "present at the meeting", "joined the dinner"."""
    above = noun.head
    if noun.pos_ != "NOUN" or any(c.dep_ in {"nmod", "amod"} for c in noun.children):
        return False
    there = above.lower_ == "present" and any(c.dep_ == "cop" for c in above.children)
    verb = above.head if tree.lemma(above) == "part" else above  # "took part in the talks"
    comes = verb.pos_ == "VERB" and stem(verb) in triggers.grammar.attending
    return (there or comes) and _attending(above if there else verb, tree, triggers)[0]


def _talks(sentences: Sequence[tuple[Candidate, ...]]) -> Candidate | None:
    """The last talks of the sentences that took place."""
    for candidates in reversed(sentences):
        found = [c for c in candidates if c.status is Status.HAPPENED]
        if found:
            return max(found, key=lambda c: len(c.everybody()))
    return None


def _in(candidate: Candidate, sentence: Span) -> bool:
    return sentence.start <= candidate.trigger < sentence.end


def _attending(token: Token, tree: Tree, triggers: Triggers) -> tuple[bool, Found]:
    """Whether the word says that somebody was at talks told before, and who."""
    lemma = stem(token)
    if token.lower_ in _THERE and (found := _listed(token, tree)):
        return True, found
    if token.lower_ == "present" and token.dep_.startswith("nsubj"):
        return True, tree.actors(token.head)  # "Also present were X and Y", parsed the other way
    if token.lower_ in {"attendance", "present"}:  # "X was also in attendance"
        there = token.lower_ == "present" or tree.case(token) == "in"
        there = there and any(c.dep_ == "cop" for c in token.children)
        return there and _about_talks(token, tree, triggers), tree.patient_or_subject(token)
    if token.pos_ == "VERB" and lemma in triggers.grammar.heading:
        return _heading(token, tree, triggers)
    if token.pos_ == "VERB" and lemma in triggers.grammar.presiding:
        return _presiding(token, tree, triggers)
    if token.pos_ != "VERB" or lemma not in triggers.grammar.attending:
        return False, NOBODY
    objects = tree.objects(token)
    for clause in tree.children(token, "ccomp") if token.tag_ == "VBG" else ():
        if any(c.dep_ == "cop" for c in clause.children):  # the same, parsed as "joining that …"
            what = list(tree.children(clause, "nsubj"))
            return _talked_of(what, tree, triggers), tree.actors(clause)
    if token.tag_ == "VBG" and token.dep_ in {"csubj", "nsubj"}:  # "Joining the talks were X, Y"
        linked = any(c.dep_ == "cop" for c in token.head.children)
        there = _about_talks(token, tree, triggers)
        there = there and (not objects or lemma == "take" or _talked_of(objects, tree, triggers))
        return linked and there, tree.actors(token.head) if linked else NOBODY
    if tree.passive(token):
        return _talked_of(objects, tree, triggers), tree.agent(token)
    subject = tree.subject(token)
    if lemma == "take":  # "took part in the talks"
        part = any(one.lower_ == "part" for one in objects)
        return part and _about_talks(token, tree, triggers), subject
    if objects:
        return _talked_of(objects, tree, triggers), subject
    if lemma == "join":
        return False, NOBODY
    for case, one in tree.obliques(token):  # "foreign ministers attended for X and Y"
        if case in {"for", "from"} and (found := tree.actors(one)):
            return lemma == "attend", found
    return _about_talks(token, tree, triggers), subject


def _heading(verb: Token, tree: Tree, triggers: Triggers) -> tuple[bool, Found]:
    """Whether the verb says who headed a delegation to talks told before, and who."""
    made_of = stem(verb) in _MADE_OF
    those = tree.children(verb, "nsubj") if made_of else tree.objects(verb)
    led = [tree.unit(one) for one in those]
    names = {mention.name.lower().split()[-1] for unit in led for mention in unit.mentions}
    sides = [actor for unit in led for actor in unit.actors]
    stands = stem(verb) == "represent" and tree.passive(verb)
    if not (stands or triggers.grammar.delegations & names) or len(sides) != 1:
        return False, NOBODY
    found = tree.agent(verb) if tree.passive(verb) else tree.subject(verb)
    if made_of:  # "the Swiss delegation included X and Y"
        found = next(filter(None, (tree.actors(one) for one in tree.objects(verb))), NOBODY)
    heads = tuple(
        replace(head, represents=sides[0]) if head.represents is None else head
        for head in found.actors
        if head.kind is ActorClass.PERSON
    )
    return _about_talks(verb, tree, triggers), replace(found, actors=heads)


def _presiding(verb: Token, tree: Tree, triggers: Triggers) -> tuple[bool, Found]:
    """Whether the verb says who was in the chair of talks told before, and who."""
    over = [*tree.objects(verb), *tree.behind(verb, "over")]
    who = tree.agent(verb) if tree.passive(verb) else tree.subject(verb)
    if not over:
        return stem(verb) == "preside" and _about_talks(verb, tree, triggers), who
    return _talked_of(over, tree, triggers), who


def _listed(those: Token, tree: Tree) -> Found:
    """Who is said to be among those present: "participants included X", "those present were X"."""
    linked = any(c.dep_ == "cop" for c in those.children)
    if linked and tree.case(those) == "among":
        return tree.patient_or_subject(those)  # "X was among the participants"
    above = those.head
    if not those.dep_.startswith("nsubj") or tree.unit(those).actors:
        return NOBODY
    if any(c.dep_ == "cop" for c in above.children):
        return tree.actors(above)
    named = [tree.actors(one) for one in tree.objects(above) if tree.lemma(above) == "include"]
    return next(filter(None, named), NOBODY)


def _talked_of(tokens: Sequence[Token], tree: Tree, triggers: Triggers) -> bool:
    """Whether one of the words takes up talks: "the meeting", "it", "them"."""
    return any(
        token.lower_ in _ANAPHORS
        or (
            tree.lemma(token) in triggers.grammar.gatherings
            and any(c.lower_ in {"the", "this", "these"} for c in token.children)
            and (tree.unit(token).session is None or _bare_session(token, tree))
        )
        for token in tokens
    )


def _about_talks(token: Token, tree: Tree, triggers: Triggers) -> bool:
    """Whether the clause names no other occasion than talks told before."""
    places = list(tree.behind(token, "at", "in", "during"))
    return not places or _talked_of(places, tree, triggers)
