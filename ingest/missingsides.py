"""The one side that an event lacks, where the words under its trigger or before it name it.

"Syria rejected the findings of an inquiry by the UN": whose the findings are stands two nouns
further on.
"""

from collections.abc import Iterator, Sequence

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.addressees import apart, blameless, charged, said_to_have_hit
from ingest.candidates import Candidate
from ingest.checks import BELLIGERENTS, side, side_of
from ingest.deeds import Deeds
from ingest.nominals import FOES
from ingest.objectnouns import SANCTIONED
from ingest.praise import critical
from ingest.roles import SPOKEN
from ingest.strikes import BORDERS
from ingest.syntax import BESIDE, OBJECTS, adjoining
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar, Triggers

_BELOW = frozenset(
    {
        EventClass.ACCUSATION,
        EventClass.AID,
        EventClass.CALL,
        EventClass.FORCE,
        EventClass.MEETING,
        EventClass.REJECTION,
        EventClass.RELATIONS_DOWNGRADE,
        EventClass.REQUEST,
        EventClass.SANCTION,
        EventClass.SUPPORT,
        EventClass.THREAT,
    }
)
"""What is aimed at whom its words name first, however deep they stand."""
_BEFORE = frozenset(
    {
        EventClass.ACCUSATION,
        EventClass.REJECTION,
        EventClass.REQUEST,
        EventClass.SANCTION,
        EventClass.SUPPORT,
    }
)
"""What the only other side does that the sentence names before it."""
_GUILTY = frozenset({"accountable", "responsible"})
"""What those are "for" something whom sanctions are on."""
_GIFTS = frozenset({"aid", "assistance", "donation", "fund", "funds", "help", "money", "relief"})
"""What somebody else is to give to those who are named."""
_ASKED_BY = frozenset({"on", "to", "upon", "with"})
_ANYBODY = frozenset(
    {"ally", "community", "company", "country", "nation", "partner", "power", "state", "world"}
)
_ANYONE = frozenset({"anybody", "anyone"})
_CIVIL = frozenset(
    {
        "business", "christian", "church", "community", "corporate", "industry", "islamic",
        "jewish", "labor", "labour", "muslim", "religious", "society", "spiritual", "student",
        "tribal", "union",
    }
)  # fmt: skip
"""What those lead who lead no state: "Kenyan | business leaders"."""
_DISCUSSING = frozenset({"discuss", "negotiate"})
"""Verbs whose object is what is spoken of."""
_BETWEEN = frozenset(
    {
        "accord", "agreement", "border", "ceasefire", "conflict", "cooperation", "deal", "dispute",
        "link", "peace", "relation", "relationship", "talk", "tension", "tie", "trade", "treaty",
        "truce", "war",
    }
)  # fmt: skip
"""What there is between one and those with whom it is."""
_ELSEWHERE = frozenset({"at", "in", "near", "through", "via"})
_NOT_AIMED = {
    EventClass.ACCUSATION: frozenset({"alongside", "as", "before", "during", "from", "to", "with"}),
    EventClass.AID: frozenset({"by", "from"}),
    EventClass.FORCE: frozenset({"alongside", "beside", "by", "for", "from", "with"}),
    EventClass.CALL: frozenset({"about", "against", "by", "for", "on", "over"}),
    EventClass.MEETING: frozenset({"about", "against", "by", "for", "on", "over"}),
    EventClass.REQUEST: frozenset({"about", "against", "by", "during", "from", "over"}),
    EventClass.SANCTION: frozenset(
        {"after", "amid", "by", "during", "following", "for", "from", "in", "over", "with"}
    ),
    EventClass.SUPPORT: frozenset({"from"}),
}
"""Prepositions before those at whom nothing is aimed, or with whom nobody meets."""
_MATTERS = frozenset({"about", "concerning", "on", "over", "regarding"})
"""What one only welcomes something about: "welcomed the opinion on the policies of X"."""
_BODILY = frozenset({EventClass.AID, EventClass.FORCE})
"""What is done to those who are named, and not to those of whom more is told."""
_TOLD_OF = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp"})
_KIN = frozenset(
    {
        "attorney", "brother", "child", "cousin", "daughter", "family", "father", "husband",
        "lawyer", "mother", "nephew", "niece", "parent", "relative", "sister", "son", "spouse",
        "widow", "wife",
    }
)  # fmt: skip
_OTHERS = _KIN | FOES
"""Whose they are said to be is not meant: "met the families of French soldiers"."""
_NAMING = frozenset({"appos", "compound", "flat"})
_VOWING = frozenset({"avenge", "promise", "retaliate", "swear", "vow"})
"""Verbs of threats at whom nobody has to be named again: "vowed revenge"."""
_APART = frozenset({"advcl", "conj", "obl:agent", "parataxis"})
"""Relations of clauses that tell something else."""


def side_missing(
    candidate: Candidate, tree: Tree, missing: Role, triggers: Triggers
) -> Iterator[Actor]:
    """The side that is missing; nothing where none stands out."""
    trigger = tree.doc[candidate.trigger]
    mine = {side(actor) for actor in candidate.everybody()}
    words = triggers.grammar
    if missing is Role.SOURCE:
        if tree.passive(trigger) and tree.lemma(trigger) in words.blaming:
            return  # "an attack on Y widely blamed on X"
        # "an envoy accused of spying", "expelled an envoy | accused of spying"
        describing = trigger.dep_ == "xcomp" and tree.passive(trigger)
        describing = describing or trigger.dep_.startswith("acl")
        if candidate.kind in _BEFORE and not describing:
            yield from _only(trigger, tree, mine)
        return
    aimed = _aimed(candidate, tree, words)
    below = _first(candidate, tree, mine, Deeds(tree, triggers)) if aimed else ()
    yield from below
    vowed = candidate.kind is EventClass.THREAT and tree.lemma(trigger) in _VOWING
    if not below and vowed:
        yield from only_other(candidate, tree)
    if not below and candidate.kind is EventClass.FORCE:
        yield from _there(trigger, tree, mine)


def only_other(candidate: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """The only other state of the sentence: "recalled its ambassador in protest at X's raid"."""
    mine = {side(actor) for actor in candidate.everybody()}
    sentence = tree.doc[candidate.trigger].sent
    units = (tree.unit(token) for token in sentence if not _done_by_anybody(token, tree))
    states = {side(a): side_of(a) for unit in units for a in unit.actors if apart(a, mine)}
    one = tuple(states.values()) if len(states) == 1 else ()
    return tuple(a for a in one if a.kind in BELLIGERENTS)


def _done_by_anybody(token: Token, tree: Tree) -> bool:
    """Whether it is what others do to somebody by whom states are told: "all that recognised X"."""
    clause = token.head if token.dep_ not in {"nmod:poss", "amod"} else token.head.head
    anybody = clause.dep_ == "acl:relcl" and tree.lemma(clause.head) in _ANYBODY
    return anybody and not tree.unit(clause.head).actors


def _aimed(candidate: Candidate, tree: Tree, words: Grammar) -> bool:
    """Whether the target may stand in the words behind the trigger.

    Whom a passive harms is its subject; who asks its citizens asks nobody else.
    """
    trigger = tree.doc[candidate.trigger]
    if candidate.kind is EventClass.FORCE and tree.passive(trigger):
        return False
    fallen = any(tree.lemma(one) in words.falls for one in tree.objects(trigger))
    if candidate.kind is EventClass.SUPPORT and fallen:
        return False
    objects = tree.objects(trigger)
    harmed = any(tree.lemma(one) in words.harms or one.lower_ in _ANYONE for one in objects)
    if candidate.kind in {EventClass.ACCUSATION, EventClass.REJECTION} and harmed:
        return False  # "rejected the displacement of Y", "will not let anyone threaten Y"
    asked = [
        *tree.objects(trigger),
        *tree.behind(trigger, *_ASKED_BY),
    ]
    others = candidate.kind in {EventClass.ACCUSATION, EventClass.REQUEST} and any(
        tree.lemma(one) in tree.private or _anybody(one, tree) for one in asked
    )
    if candidate.kind is EventClass.REQUEST and _asks_others(candidate, asked, tree):
        return False
    return candidate.kind in _BELOW and not others


def _asks_others(candidate: Candidate, asked: Sequence[Token], tree: Tree) -> bool:
    """Whether those who are to do it are of one's own or no actors, or it is sought for others.

    "Urged all parties to investigate Y", "appealed for aid to Y".
    """
    trigger = tree.doc[candidate.trigger]
    mine = {side(actor) for actor in candidate.everybody()}
    sought = tree.behind(trigger, "for") if tree.lemma(trigger) == "appeal" else ()
    if any(tree.lemma(one) in _GIFTS for one in sought):
        return True
    wished = any(clause.dep_ in {"ccomp", "xcomp"} for clause in trigger.children)
    parts = (t for one in asked for t in (one, *one.children) if t.dep_ not in _TOLD_OF)
    others = any(apart(actor, mine) for t in parts for actor in tree.unit(t).actors)
    return wished and bool(asked) and not others


def _anybody(token: Token, tree: Tree) -> bool:
    """Whether all the world is asked, or other states: not whom more is told of behind."""
    named = any(tree.unit(t).actors for t in token.subtree)
    return tree.lemma(token) in _ANYBODY and not named


def _first(candidate: Candidate, tree: Tree, mine: set[str], deeds: Deeds) -> tuple[Actor, ...]:
    """Whom the words under the trigger name first, behind it and in no other clause."""
    trigger = tree.doc[candidate.trigger]
    if tree.lemma(trigger) == "deny":
        if any(tree.children(trigger, "xcomp")):
            return _claimed(trigger, tree, mine)
        if hit := said_to_have_hit(trigger, tree, mine):
            return hit
    cases = _ELSEWHERE | _NOT_AIMED.get(candidate.kind, frozenset())
    for child in trigger.children:
        if not _reaches(candidate, child, cases, tree):
            continue
        beyond, away = _beyond(candidate, child, cases, tree)
        for token in sorted(child.subtree, key=lambda token: token.i):
            if token.i in beyond or _not_aimed_at(candidate, token, deeds, tree):
                continue
            own = tree.pronoun(token) and token.head == child  # "expressed his support for X"
            if own or tree.case(token) in away - {"by"}:
                continue
            others = tuple(a for a in tree.unit(token).actors if apart(a, mine))
            if others:
                return others
    return ()


def _claimed(trigger: Token, tree: Tree, mine: set[str]) -> tuple[Actor, ...]:
    """Who says what is denied: "denies arming Y, as X claims"."""
    clauses = (c for clause in tree.children(trigger, "advcl") for c in clause.children)
    said = (actor for c in clauses if c.dep_ == "nsubj" for actor in tree.unit(c).actors)
    return tuple(actor for actor in said if apart(actor, mine))


def _reaches(candidate: Candidate, child: Token, cases: frozenset[str], tree: Tree) -> bool:
    """Whether a word under the trigger may hold those at whom the event is aimed."""
    kind, trigger = candidate.kind, child.head
    clauses = _APART | ({"ccomp"} if kind is EventClass.REJECTION else set())
    around = child.i < trigger.i or child.dep_ in clauses or child.dep_.startswith("nsubj")
    if around or "according" in tree.cases(child) or tree.case(child) in cases:
        return False
    if tree.lemma(child) == "behalf":
        return False  # "protested on behalf of X"
    if kind is EventClass.SANCTION:
        return _hit(child, tree)
    if kind in SPOKEN:
        return child.dep_ in {"obj", "iobj"} or tree.case(child) == "with"
    return kind is not EventClass.ACCUSATION or not charged(child, tree)


def _not_aimed_at(candidate: Candidate, token: Token, deeds: Deeds, tree: Tree) -> bool:
    """Whether those whom a word names are only told of in an event of its class."""
    kind, trigger = candidate.kind, tree.doc[candidate.trigger]
    if _done_by_anybody(token, tree):
        return True
    if kind is EventClass.ACCUSATION:
        return blameless(token, tree, deeds)
    if kind is EventClass.SANCTION:  # "sanctions on those who threaten Y"
        return token.dep_ == "obj" and token.head != trigger
    if kind is EventClass.SUPPORT:
        return critical(token, tree)  # "backed the Venezuelan opposition"
    return kind in SPOKEN and not _partner(token, trigger, tree)


def _beyond(
    candidate: Candidate, child: Token, cases: frozenset[str], tree: Tree
) -> tuple[set[int], frozenset[str]]:
    """The words below one of the trigger's at which nothing is aimed, by their places.

    Beside them the prepositions before such words.
    """
    below = list(child.subtree)
    told = candidate.kind is EventClass.ACCUSATION or candidate.kind in _BODILY
    barred, away = _NOT_AIMED.get(candidate.kind, frozenset()) - {"by"}, cases
    penal = candidate.kind is EventClass.SANCTION
    if penal and any(tree.lemma(one) in SANCTIONED for one in below):
        barred, away = barred - {"in"}, away - {"in"}  # "sanctioned firms based in X"
    if candidate.kind is EventClass.SUPPORT:
        barred |= _MATTERS
    striking = candidate.kind is EventClass.FORCE  # "bombed a camp near the border of X"
    heads = [
        one
        for one in below
        if (told and one.dep_ in _TOLD_OF)
        or adjoining(one)
        or (one.head.lower_ not in _GUILTY and tree.case(one) in barred)
        or (striking and tree.lemma(one) in BORDERS)
        or tree.lemma(one) in _OTHERS
    ]
    return {token.i for one in heads for token in one.subtree}, away


def _hit(child: Token, tree: Tree) -> bool:
    """Whether it is a measure, or whom one hits: "announced a ban | on the export of Y's oil"."""
    return child.dep_ in {"obj", "nsubj:pass"} or tree.case(child) in {"against", "on", "upon"}


def _partner(token: Token, trigger: Token, tree: Tree) -> bool:
    """Whether somebody met those whom the word names: not of whom or with whose firms they spoke.

    "Discussed the Iranian issue with X", "met French business leaders", "discussed ties with Y".
    """
    head = token.head
    words = {tree.lemma(one) for one in (head, *tree.children(head, "amod", "compound"))}
    lay = tree.lemma(head) in tree.private or not words.isdisjoint(_CIVIL)
    private = tree.unit(token).demonym and lay
    if tree.lemma(trigger) not in _DISCUSSING:
        return not private
    people = all(actor.kind is ActorClass.PERSON for actor in tree.unit(token).actors)
    people = people or any(mention.office for mention in tree.unit(token).mentions)
    topic = tree.lemma(token.head) in _BETWEEN and not people
    return tree.case(token) == "with" and not private and not topic


def _only(trigger: Token, tree: Tree, mine: set[str]) -> Iterator[Actor]:
    """The only other side that the sentence names up to the trigger."""
    sides: dict[str, Actor] = {}
    passive = tree.passive(trigger)  # whom its subject names is no doer
    acted_on = {t.i for c in tree.children(trigger, "nsubj") for t in c.subtree if passive}
    for token in trigger.doc[trigger.sent.start : trigger.i + 1]:
        if token.i in acted_on:
            continue
        unit = tree.unit(token)
        there = tree.case(_head(token)) in _ELSEWHERE  # "in X's capital Y"
        owning = unit.demonym or token.dep_ == "nmod:poss" or there
        if owning:
            continue
        for actor in unit.actors:
            if apart(actor, mine):
                sides.setdefault(side(actor), actor)
    if len(sides) == 1:
        yield from sides.values()


def _there(trigger: Token, tree: Tree, mine: set[str]) -> Iterator[Actor]:
    """The state of the first place under the trigger: whose town is hit.

    Towns have namesakes: the state has to be named as well, or the town itself is hit.
    """
    named = _states(trigger, tree)
    if trigger.dep_.startswith("acl") and tree.passive(trigger):
        state = tree.unit(trigger.head).state  # "the island, which was shelled by X"
        if state is not None and side(state) not in mine:
            yield state
        return
    for token in trigger.subtree:
        head = _head(token)
        away = tree.case(head) == "to" and head.head != trigger
        beyond = away or tree.case(head) == "from" or tree.lemma(head) in BORDERS
        if token.lower_ in BESIDE:
            return  # "the town of Y, neighbouring X"
        country = None if beyond else tree.unit(token).state
        if country is None or side(country) in mine:
            continue
        struck = token.head == trigger and token.dep_ in OBJECTS
        if struck or named.count(country) > 1:
            yield country
            return


def _head(token: Token) -> Token:
    """The noun that a name stands with."""
    return token.head if token.dep_ in _NAMING else token


def _states(trigger: Token, tree: Tree) -> list[Actor]:
    """The states that the sentence names, and those of its places; the former count twice."""
    out: list[Actor] = []
    for token in trigger.sent:
        unit = tree.unit(token)
        states = [a for a in unit.actors if a.kind is ActorClass.COUNTRY]
        out.extend([*states, *states])
        if unit.state is not None and not states:
            out.append(unit.state)
    return out
