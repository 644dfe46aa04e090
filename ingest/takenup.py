"""What an answer is about: the nouns by which it takes up something told before.

"Condemned the launch", "expressed concern over the closure", "warned of war if the drills go on".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Actor, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side, sided
from ingest.praise import praised
from ingest.syntax import OBJECTS, SUBJECTS, infinitive, said_clauses, spoken_before
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

ADDRESSED = frozenset({EventClass.ACCUSATION, EventClass.REQUEST, EventClass.THREAT})
"""What can be denied, refused or declined by whom it was addressed to."""
DEEDS = frozenset(
    kind for kind in EventClass if not kind.symmetric and kind is not EventClass.VISIT
)
"""What "this" may take up: what one does to another."""
HOSTILE = frozenset(
    {
        EventClass.ACCUSATION,
        EventClass.FORCE,
        EventClass.RELATIONS_DOWNGRADE,
        EventClass.SANCTION,
        EventClass.THREAT,
    }
)
"""What is answered by whom it was done to."""
_GIVING = frozenset({EventClass.AID, EventClass.RELATIONS_UPGRADE})
_BARELY = {
    EventClass.ACCUSATION: (HOSTILE - {EventClass.ACCUSATION}) | _GIVING,
    EventClass.REJECTION: frozenset({EventClass.ACCUSATION, EventClass.REQUEST}),
    EventClass.SUPPORT: _GIVING,
}
"""By the class of what "it" is answered with, what it may take up: "Y condemned it"."""
_ENDED = frozenset({EventClass.COOPERATION, EventClass.FORCE, EventClass.SANCTION})
"""What one calls on others to end."""
_THIS = frozenset({"this", "that"})
_POINTING = _THIS | {"these", "those"}
_BARE = frozenset({"it", "them"})
_CALLING = frozenset(
    {"brand", "call", "characterise", "characterize", "deem", "describe", "label", "term"}
)
_THESE = frozenset({"the", "this", "that", "these", "those", "such"})
_IRREGULAR = frozenset(
    {"guerrilla", "insurgent", "islamist", "militant", "pirate", "rebel", "suicide", "terrorist"}
)
_ABOUT = frozenset(
    {"about", "against", "at", "by", "for", "of", "on", "over", "regarding", "to", "with"}
)
_COMMANDING = frozenset({"command", "direct", "instruct", "order", "tell"})
"""What one bids one's own people do."""
_ANY = frozenset({"any", "no"})
_FREEING = frozenset({"release"})
_WHOSE = frozenset({"her", "his", "their"})
_CALM = frozenset({"calm", "cease-fire", "ceasefire", "de-escalation", "restraint", "truce"})
"""What is asked of all who fight."""
_ENDING = frozenset({"cessation", "end", "halt"})
_KINDS = frozenset({"kind", "sort", "type"})
"""What something known is one of: "this kind of behaviour"."""
_PROTESTS = frozenset(
    {
        "complaint", "complain", "condemnation", "demarche", "displeasure", "démarche",
        "indignation", "objection", "outrage", "protest",
    }
)  # fmt: skip
_PROMPTING = frozenset({"cause", "force", "lead", "prompt", "provoke", "push"})


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Something told before that an answer takes up."""

    kinds: frozenset[EventClass]
    noun: str = ""
    """The noun that takes it up; nothing where the answer stands alone."""
    named: tuple[Actor, ...] = ()
    """Whom the noun names beside: "the killing of X"."""
    addressed: bool = False
    """Whether only those answer at whom it was aimed."""
    bare: bool = False
    """Whether a pronoun takes up what the sentence right before tells."""
    both: bool = False
    """Whether all who fight are meant, and not only who began."""


def taken_up(candidate: Candidate, tree: Tree, triggers: Triggers) -> Iterator[TakenUp]:
    """What the answer may be to, the likeliest first; nothing where it answers nothing."""
    verb = tree.doc[candidate.trigger]
    judged = _clauses(verb) if candidate.judges else verb.children
    acted_on = {*tree.objects(verb), *(c for one in judged for c in one.children)}
    for thing in _things(candidate, verb, tree, triggers):
        pointing = thing.lower_ in (_POINTING if candidate.judges else _THIS) and thing.tag_ == "DT"
        itself = candidate.judges and thing.lower_ == "it" and denies(verb, tree, triggers)
        if (pointing or itself) and thing in acted_on:
            yield TakenUp(DEEDS)
            return
        if _bare(thing, candidate, verb):
            kinds = DEEDS if candidate.judges else _BARELY.get(candidate.kind, frozenset())
            yield TakenUp(kinds, thing.lower_, bare=True)
            continue
        if not (_definite(thing) or _apposed(thing, verb)):
            continue
        if any(tree.lemma(c) in _IRREGULAR for c in tree.children(thing, "amod", "compound")):
            continue  # "the rebel attack" is no state's
        kinds = triggers.deeds.get(tree.lemma(thing), frozenset())
        if candidate.kind is EventClass.REQUEST:
            kinds &= _ENDED if tree.lemma(verb) not in _COMMANDING else frozenset()
        noun, named = tree.lemma(thing), _beside_it(thing, candidate, tree)
        if candidate.kind is EventClass.REQUEST and noun in _FREEING:
            yield TakenUp(kinds, "arrest", named)  # who holds them
        yield TakenUp(kinds, noun, named)
        if candidate.kind is EventClass.REJECTION and EventClass.ACCUSATION in kinds:
            yield TakenUp(HOSTILE, addressed=True)  # those for which X expelled diplomats
    if (
        candidate.kind is EventClass.ACCUSATION
        and candidate.judges
        and _scoffs(verb, tree, triggers)
    ):
        yield TakenUp(frozenset({EventClass.ACCUSATION}), addressed=True)
    blamed = tree.lemma(verb) in triggers.grammar.blaming and bool(tree.objects(verb))
    if not (candidate.judges or blamed):  # who blames the weather answers nobody
        yield from _alone(candidate, verb, tree, triggers)


def _beside_it(thing: Token, candidate: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """Whom the noun names beside what it takes up; who is to be freed may be one's own."""
    if _apposed(thing, tree.doc[candidate.trigger]):
        return ()
    named = tuple(a for t in thing.subtree for a in tree.unit(t).actors)
    if thing.lower_ not in _FREEING:
        return named
    mine = set(map(side, candidate.of(Role.SOURCE)))
    return tuple(a for a in named if sided(a) and side(a) not in mine)


def _bare(thing: Token, candidate: Candidate, verb: Token) -> bool:
    """Whether a pronoun alone takes something up: "called it a mistake", "turned them down"."""
    if thing.dep_ != "obj" or thing.head != verb or thing.tag_ != "PRP":
        return False
    calling = verb.lemma_ in _CALLING
    judged = candidate.kind is EventClass.ACCUSATION and candidate.judges and calling
    turned = candidate.kind is EventClass.REJECTION and thing.lower_ in _BARE
    plain = candidate.kind in _BARELY and not (turned or candidate.judges)
    # "X fired a missile. Y condemned it"
    return turned or ((judged or plain) and thing.lower_ == "it")


def _definite(thing: Token) -> bool:
    """Whether the noun means something known: "the move", "these remarks", "this kind of move"."""
    head = thing.head if thing.head.lower_ in _KINDS else thing
    before = thing.doc[max(0, thing.i - 1) : thing.i]  # "called the step | unacceptable"
    if thing.lower_ in _FREEING and any(c.lower_ in _WHOSE for c in thing.children):
        return True  # "his release"
    return any(one.lower_ in _THESE for one in (*head.children, *thing.children, *before))


def _apposed(thing: Token, verb: Token) -> bool:
    """Whether the noun sums up its own sentence: "closed it, a move that X condemned"."""
    return verb.dep_.startswith("acl") and thing == verb.head and thing.i < verb.i


def _things(candidate: Candidate, verb: Token, tree: Tree, triggers: Triggers) -> Iterator[Token]:
    """The nouns under the answer that may take something up."""
    objects = tree.objects(verb)
    kinds = [one for one in objects if tree.lemma(one) in _KINDS]
    objects = [*objects, *(c for one in kinds for c in tree.behind(one, "of"))]
    if verb.pos_ == "NOUN":  # "the visit drew criticism from X"
        yield from tree.children(verb.head, "nsubj")
        return
    if candidate.judges:
        good = candidate.kind is EventClass.SUPPORT
        if praised(verb, tree, triggers.status) if good else _bad(verb, tree, triggers):
            yield from objects
            yield from _called(verb, tree)
        if not objects or good:
            yield from _judged(verb, tree, triggers, good=good)
        return
    yield from objects
    if candidate.kind is EventClass.THREAT:
        yield from _conditions(verb, tree)
        return
    if candidate.kind is EventClass.ACCUSATION and not objects:
        yield from _judged(verb, tree, triggers, good=False)
    for head in (verb, *objects):
        for case, child in tree.obliques(head):
            if case in _ABOUT and tree.unit(child).date is None:
                yield child
                if candidate.kind is EventClass.REQUEST:  # "called for an end to the strikes"
                    yield from (c for to, c in tree.obliques(child) if to in {"of", "to"})
    if candidate.kind is EventClass.REQUEST:
        for clause in tree.children(verb, "ccomp", "xcomp", "advcl"):
            yield from tree.children(clause, "nsubj", "nsubj:pass", "obj")


def _called(verb: Token, tree: Tree) -> Iterator[Token]:
    """What is called something, where it was not parsed as the object: "called the plan wrong"."""
    for child in tree.children(verb, "xcomp"):
        if child.pos_ == "NOUN":
            yield child
        yield from tree.children(child, "compound")


def _conditions(verb: Token, tree: Tree) -> Iterator[Token]:
    """What is not to go on: "if the drills go ahead", "unless the ban is lifted"."""
    for token in verb.subtree:
        if token.dep_ == "mark" and token.lower_ in {"if", "unless"}:
            yield from tree.children(token.head, "nsubj", "nsubj:pass", "obj")


def _alone(candidate: Candidate, verb: Token, tree: Tree, triggers: Triggers) -> Iterator[TakenUp]:
    """What an answer is to that names nothing: "demanded an apology", "vowed to retaliate"."""
    objects = tree.objects(verb)
    bare = not objects or all(thing.pos_ == "VERB" for thing in objects)
    mine = set(candidate.everybody())
    alone = not any(set(tree.unit(token).actors) - mine for token in _named(verb, tree))
    kind, lemma = candidate.kind, tree.lemma(verb)
    if kind is EventClass.REJECTION:
        none = any(c.lower_ in _ANY for one in objects for c in one.children)
        denied = lemma == "deny" and (bare or none or alone)  # "denied that it had attacked Y"
        if denied or (bare and alone):
            yield TakenUp(ADDRESSED, addressed=True)
    elif kind is EventClass.RELATIONS_DOWNGRADE and candidate.pattern == "envoy":
        if tree.lemma(verb.head) in _PROMPTING:
            yield TakenUp(DEEDS)
        yield TakenUp(HOSTILE, addressed=True)
    elif kind is EventClass.THREAT and alone:
        yield TakenUp(HOSTILE, addressed=True)
    elif kind is EventClass.REQUEST and alone:
        if any(tree.lemma(one) in triggers.grammar.redress for one in objects):
            yield TakenUp(HOSTILE, addressed=True)
        if _calming(verb, tree, triggers) and not infinitive(verb):  # "spoke to X to ask for"
            yield TakenUp(frozenset({EventClass.FORCE}), both=True)
    elif kind is EventClass.ACCUSATION and alone and _protested(verb, tree):
        yield TakenUp(HOSTILE)


def _calming(verb: Token, tree: Tree, triggers: Triggers) -> bool:
    """Whether peace is asked for: "called for restraint", "urged an end to the fighting"."""
    wished = [*tree.objects(verb), *tree.behind(verb, "for")]
    if any(tree.lemma(one) in _CALM for one in wished):
        return True
    ended = (
        c for one in wished if tree.lemma(one) in _ENDING for c in tree.behind(one, "of", "to")
    )
    return any(tree.lemma(one) in triggers.grammar.fighting for one in ended)


def _protested(verb: Token, tree: Tree) -> bool:
    """Whether somebody protests, at nothing of their own: "lodged a complaint"."""
    objects = {tree.lemma(one) for one in tree.objects(verb)}
    said = objects or {tree.lemma(verb)}
    return verb.pos_ == "VERB" and said <= _PROTESTS


def _judged(verb: Token, tree: Tree, triggers: Triggers, *, good: bool) -> Iterator[Token]:
    """What somebody says something good or bad of: "said that the move was a mistake"."""
    for clause in said_clauses(verb):
        fits = praised(clause, tree, triggers.status) if good else _bad(clause, tree, triggers)
        if fits:
            yield from (c for c in clause.children if c.dep_.startswith("nsubj"))


def _clauses(verb: Token) -> Iterator[Token]:
    """What stands under a verb, and what it is said of behind it: "this is a lie, X said"."""
    yield from verb.children
    if spoken_before(verb):
        yield verb.head


def denies(verb: Token, tree: Tree, triggers: Triggers) -> bool:
    """Whether something is called untrue: "said that this was a lie"."""
    words = triggers.status.untrue
    near = (t for one in (verb, *_clauses(verb)) for t in (one, *tree.children(one, "amod")))
    return any(tree.lemma(t) in words or t.lower_ in words for t in near)


def _scoffs(verb: Token, tree: Tree, triggers: Triggers) -> bool:
    """Whether something is only called untrue, and not said what: "“Complete nonsense,” X said"."""
    words = triggers.status.untrue
    for clause in said_clauses(verb):
        short = not any(c.dep_ in SUBJECTS or c.dep_ in OBJECTS for c in clause.children)
        if short and (tree.lemma(clause) in words or clause.lower_ in words):
            return True
    return False


def _bad(clause: Token, tree: Tree, triggers: Triggers) -> bool:
    """Whether there is a word of judgement in the clause."""
    words = triggers.status.negative
    other = {t.i for c in clause.children if c.dep_ == "conj" for t in c.subtree}
    own = [t for t in clause.subtree if t.i not in other]
    return any(tree.lemma(t) in words or t.lemma_.lower() in words for t in own)


def _named(verb: Token, tree: Tree) -> Iterator[Token]:
    """The actors that the answer itself names beside who gives it."""
    subjects = {t.i for c in verb.children if c.dep_.startswith("nsubj") for t in c.subtree}
    for token in verb.subtree:
        if token.i not in subjects and tree.unit(token).actors:
            yield token
