"""Gives an event the one side that its own words leave open, from the sentence around it.

"Syria rejected the findings of an inquiry by the UN": whose the findings are stands two nouns
further on. What is filled in so is less sure than what the grammar says.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.addressees import apart, blameless, called_for, charged, said_to_have_hit
from ingest.candidates import Candidate
from ingest.checks import BELLIGERENTS, side, side_of
from ingest.deeds import Deeds
from ingest.hosts import come_for, hosts, partner
from ingest.nominals import FOES
from ingest.objectnouns import SANCTIONED
from ingest.roles import SPOKEN
from ingest.strikes import BORDERS, between_others, unnamed_fighters
from ingest.syntax import BESIDE, OBJECTS, adjoining, tagged_verb
from ingest.tokens import Token
from ingest.told import Told
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
_TOLD_BY_NOUNS = {
    EventClass.ACCUSATION: frozenset({"complaint", "condemnation", "criticism", "protest"}),
    EventClass.THREAT: frozenset({"threat", "ultimatum"}),
}
"""What nouns tell of words as well: "its threat to attack X", "in protest over X's raid"."""
_WARNING = frozenset({"caution", "warn", "warning"})
_VAGUE = frozenset(
    {
        "advise", "announce", "argue", "cite", "compare", "defend", "echo", "expect", "insist",
        "instruct", "invite",
        "liken", "order", "plead", "quit", "regret", "seek", "unveil", "vote", "want", "withdraw",
    }
)  # fmt: skip
"""Verbs of which too much may be said that is aimed at nobody."""
_WEAPONLESS = frozenset(
    {
        "accept", "admit", "cause", "clamp", "claim", "crack", "cross", "enter", "exchange",
        "fire", "inflict",
         "launch", "seize", "take", "target", "trade", "use",
    }
)  # fmt: skip
"""Verbs of force that may be about anything: "seized suits made in X", "launched an inquiry"."""
_PENALTIES = frozenset(
    {"ban", "boycott", "embargo", "freeze", "measure", "sanction", "sanctions", "tariff"}
)
"""Measures that are always aimed at somebody."""
_GUILTY = frozenset({"accountable", "responsible"})
"""What those are "for" something whom sanctions are on."""
_RECEIVING = frozenset({"call", "greet", "host", "receive", "welcome"})
_GIFTS = frozenset({"aid", "assistance", "donation", "fund", "funds", "help", "money", "relief"})
"""What somebody else is to give to those who are named."""
_ASKED_BY = frozenset({"on", "to", "upon", "with"})
_ANYBODY = frozenset(
    {"ally", "community", "company", "country", "nation", "partner", "power", "state", "world"}
)
_ANYONE = frozenset({"anybody", "anyone"})
_RELATIONS = frozenset({"relation", "tie"})
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
_CERTAINTY = 0.5
_CLEARLY = 2
"""How many times as often as any other a state is named that an article is about."""
_INTO = frozenset({"at", "into", "on"})
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
_KIN = frozenset({"family", "parent", "relative", "widow", "wife"})
_OTHERS = _KIN | FOES
"""Whose they are said to be is not meant: "met the families of French soldiers"."""
_NAMING = frozenset({"appos", "compound", "flat"})
_BLAMING = frozenset({EventClass.ACCUSATION, EventClass.RELATIONS_DOWNGRADE, EventClass.THREAT})
_AS_WELL = frozenset({"also", "likewise", "suit", "too", "well"})
_OFFICIALS = frozenset(
    {
        "army", "authorities", "authority", "commander", "government", "governor", "military",
        "minister", "ministry", "officer", "official", "police", "prosecutor", "spokesman",
        "spokesperson",
    }
)  # fmt: skip
_VOWING = frozenset({"avenge", "promise", "retaliate", "swear", "vow"})
"""Verbs of threats at whom nobody has to be named again: "vowed revenge"."""
_APART = frozenset({"advcl", "conj", "obl:agent", "parataxis"})
"""Relations of clauses that tell something else."""


def complete(article: Sequence[Told], triggers: Triggers) -> None:
    """Fills in the sources, targets and partners that candidates lack."""
    focus: list[Actor] = []
    broken: tuple[Actor, ...] = ()
    for told in article:
        visits = [c for c in told.candidates if c.kind is EventClass.VISIT]
        for candidate in told.candidates:
            if _missing(candidate) is Role.PARTICIPANT:
                candidate.add(Role.PARTICIPANT, partner(candidate, visits, told.tree), _CERTAINTY)
            if _unaddressed(candidate, told.tree):
                aim = _alone(candidate, told.tree) or _left(candidate, broken)
                if not aim and not _by_pronoun(candidate, told.tree):
                    aim = _focus(candidate, focus)
                candidate.add(Role.TARGET, aim, _CERTAINTY)
            if candidate.kind is EventClass.RELATIONS_DOWNGRADE:
                broken = tuple(candidate.of(Role.TARGET)) or broken
            aimed = candidate.of(Role.TARGET)  # who is acted on is what the text is about
            focus.extend(side_of(actor) for actor in (*candidate.everybody(), *aimed))
            missing = _missing(candidate)
            if missing is Role.TARGET and candidate.kind is EventClass.REQUEST:
                asked = called_for(candidate, told.tree) or come_for(candidate, told)
                asked = asked or _blamed_before(candidate, told)
                candidate.add(missing, asked, _CERTAINTY)
                missing = _missing(candidate)
            if missing is Role.SOURCE and candidate.kind is EventClass.ACCUSATION:
                candidate.add(missing, _authorities(candidate, told.tree), _CERTAINTY)
                missing = _missing(candidate)
            if missing is Role.TARGET and candidate.kind is EventClass.VISIT:
                candidate.add(missing, hosts(candidate, told), _CERTAINTY)
                missing = _missing(candidate)
            if missing is None or not _told(candidate, told.tree, triggers):
                continue
            found = tuple(_found(candidate, told.tree, missing, triggers))
            if found:
                candidate.add(missing, found, _CERTAINTY)
                candidate.pattern = "completed"


def _unaddressed(candidate: Candidate, tree: Tree) -> bool:
    """Whether an envoy has been recalled, or relations broken off, and nothing says whose."""
    trigger = tree.doc[candidate.trigger]
    broken = any(tree.lemma(one) in _RELATIONS for one in tree.objects(trigger))
    several = len({side(actor) for actor in candidate.of(Role.SOURCE)}) > 1
    as_well = not _AS_WELL.isdisjoint(token.lower_ for token in trigger.subtree)
    if broken and several and not as_well:
        return False  # "both countries severed ties"
    envoy = candidate.pattern == "envoy"
    if candidate.kind is not EventClass.RELATIONS_DOWNGRADE or not (envoy or broken):
        return False
    done = candidate.status is Status.HAPPENED
    return done and bool(candidate.of(Role.SOURCE)) and not candidate.of(Role.TARGET)


def _left(candidate: Candidate, broken: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """With whom others broke before, where these are none of them: "X severed ties as well"."""
    mine = {side(actor) for actor in candidate.everybody()}
    return () if mine & {side(actor) for actor in broken} else broken


def _blamed_before(request: Candidate, told: Told) -> tuple[Actor, ...]:
    """Those whom one blames in the same breath: "condemned X and demanded an apology"."""
    verb = told.tree.doc[request.trigger]
    asked = [one for one in told.tree.objects(verb) if told.tree.owner(one)]
    if verb.dep_ != "conj" or asked:
        return ()
    for deed in told.candidates:
        alike = set(deed.of(Role.SOURCE)) == set(request.of(Role.SOURCE))
        if deed.kind in _BLAMING and deed.trigger == verb.head.i and alike:
            return tuple(deed.of(Role.TARGET))
    return ()


def _authorities(charge: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """The one state told of in a paragraph whose officials blame a band: "police blamed X"."""
    verb = tree.doc[charge.trigger]
    officials = any(tree.lemma(c) in _OFFICIALS for c in verb.children if c.dep_ == "nsubj")
    if not officials or any(a.kind is not ActorClass.ARMED_GROUP for a in charge.of(Role.TARGET)):
        return ()
    units = [tree.unit(token) for token in tree.doc]
    states = {unit.state for unit in units if unit.state is not None}
    states.update(a for unit in units for a in unit.actors if a.kind is ActorClass.COUNTRY)
    return tuple(states) if len(states) == 1 else ()


def _by_pronoun(candidate: Candidate, tree: Tree) -> bool:
    """Whether who does it is only taken up: "they recalled their ambassadors"."""
    subjects = (c for c in tree.doc[candidate.trigger].children if c.dep_.startswith("nsubj"))
    return any(map(tree.pronoun, subjects))


def _alone(candidate: Candidate, tree: Tree) -> tuple[Actor, ...]:
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


def _focus(candidate: Candidate, told: Sequence[Actor]) -> tuple[Actor, ...]:
    """The state that the events before were about, if one stands out; else nobody."""
    mine = {side(actor) for actor in candidate.everybody()}
    others = Counter(
        actor for actor in told if actor.kind is ActorClass.COUNTRY and side(actor) not in mine
    )
    best = [*others.most_common(2), (None, 0)]
    clear = len(best) > 1 and best[0][1] >= _CLEARLY * max(1, best[1][1])
    return (best[0][0],) if clear and best[0][0] is not None else ()


def _missing(candidate: Candidate) -> Role | None:
    """The role that nobody has; None where none is missing, or all are."""
    if candidate.kind in SPOKEN:
        alone = len({side(actor) for actor in candidate.everybody()}) == 1
        return Role.PARTICIPANT if alone else None
    sources, targets = candidate.of(Role.SOURCE), candidate.of(Role.TARGET)
    if candidate.kind.symmetric or bool(sources) == bool(targets):
        return None
    return Role.TARGET if sources else Role.SOURCE


def _told(candidate: Candidate, tree: Tree, triggers: Triggers) -> bool:
    """Whether the trigger says by itself what was done, so that only a side is open."""
    trigger = tree.doc[candidate.trigger]
    lemma = tree.lemma(trigger)
    if candidate.kind in SPOKEN:
        return lemma not in _RECEIVING
    if candidate.kind is EventClass.FORCE:
        others = unnamed_fighters(trigger, tree, triggers.grammar)
        if others or between_others(trigger, tree):
            return False
        alone = trigger.pos_ == "VERB" and not tree.objects(trigger)
        if alone and not any(case in _INTO for case, _ in tree.obliques(trigger)):
            return False  # a ship sinks in a storm
        return lemma not in triggers.grammar.policing | _WEAPONLESS
    bare = lemma == "call" and not any(
        case in {"on", "upon"} and tree.unit(one).date is None
        for case, one in tree.obliques(trigger)
    )
    vague = bare or lemma in _VAGUE | triggers.grammar.saying
    if candidate.kind is EventClass.THREAT and lemma in _WARNING:
        return False  # of what may come of it: "warned that a war might get in the way"
    if candidate.kind in _TOLD_BY_NOUNS and candidate.pattern in {"noun", "governed"}:
        return lemma in _TOLD_BY_NOUNS[candidate.kind]
    if candidate.kind is EventClass.SANCTION and candidate.of(Role.SOURCE):
        vague = not any(tree.lemma(one) in _PENALTIES for one in tree.objects(trigger))
        vague = vague and lemma not in {"blacklist", "designate", "sanction"}
    return tagged_verb(trigger) and not vague and not candidate.judges


def _found(candidate: Candidate, tree: Tree, missing: Role, triggers: Triggers) -> Iterator[Actor]:
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
        yield from _alone(candidate, tree)
    if not below and candidate.kind is EventClass.FORCE:
        yield from _there(trigger, tree, mine)


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
    clauses = _APART | ({"ccomp"} if candidate.kind is EventClass.REJECTION else set())
    if tree.lemma(trigger) == "deny" and any(tree.children(trigger, "xcomp")):
        claimed = (c for clause in tree.children(trigger, "advcl") for c in clause.children)
        said = (a for c in claimed if c.dep_ == "nsubj" for a in tree.unit(c).actors)
        return tuple(a for a in said if apart(a, mine))  # "denies arming Y, as X claims"
    if tree.lemma(trigger) == "deny" and (hit := said_to_have_hit(trigger, tree, mine)):
        return hit
    cases = _ELSEWHERE | _NOT_AIMED.get(candidate.kind, frozenset())
    for child in trigger.children:
        around = child.i < trigger.i or child.dep_ in clauses or child.dep_.startswith("nsubj")
        if around or "according" in tree.cases(child) or tree.case(child) in cases:
            continue
        if tree.lemma(child) == "behalf":
            continue  # "protested on behalf of X"
        if candidate.kind is EventClass.SANCTION and not _hit(child, tree):
            continue
        partner = child.dep_ in {"obj", "iobj"} or tree.case(child) == "with"
        if candidate.kind in SPOKEN and not partner:
            continue
        blaming = candidate.kind is EventClass.ACCUSATION
        if blaming and charged(child, tree):
            continue
        told = blaming or candidate.kind in _BODILY
        clauses_of = (t for t in child.subtree if told and t.dep_ in _TOLD_OF)
        beyond = {t.i for clause in clauses_of for t in clause.subtree}
        beyond |= {t.i for one in filter(adjoining, child.subtree) for t in one.subtree}
        barred, away = _NOT_AIMED.get(candidate.kind, frozenset()) - {"by"}, cases
        penal = candidate.kind is EventClass.SANCTION
        if penal and any(tree.lemma(t) in SANCTIONED for t in child.subtree):
            barred, away = barred - {"in"}, away - {"in"}  # "sanctioned firms based in X"
        if candidate.kind is EventClass.SUPPORT:
            barred |= _MATTERS
        parts = (one for one in child.subtree if one.head.lower_ not in _GUILTY)
        beyond |= {t.i for one in parts if tree.case(one) in barred for t in one.subtree}
        if candidate.kind is EventClass.FORCE:  # "bombed a camp near the border of X"
            edges = (one for one in child.subtree if tree.lemma(one) in BORDERS)
            beyond |= {t.i for one in edges for t in one.subtree}
        kin = {t.i for one in child.subtree if tree.lemma(one) in _OTHERS for t in one.subtree}
        for token in sorted(child.subtree, key=lambda token: token.i):
            if token.i in kin or token.i in beyond:
                continue
            if _done_by_anybody(token, tree) or (blaming and blameless(token, tree, deeds)):
                continue
            own = tree.pronoun(token) and token.head == child  # "expressed his support for X"
            if own or tree.case(token) in away - {"by"}:
                continue
            if penal and token.dep_ == "obj" and token.head != trigger:
                continue  # "sanctions on those who threaten Y"
            meeting = candidate.kind in SPOKEN
            if meeting and not _partner(token, trigger, tree):
                continue
            others = tuple(a for a in tree.unit(token).actors if apart(a, mine))
            if others:
                return others
    return ()


def _hit(child: Token, tree: Tree) -> bool:
    """Whether it is a measure, or whom one hits: "announced a ban | on the export of Y's oil"."""
    return child.dep_ in {"obj", "nsubj:pass"} or tree.case(child) in {"against", "on", "upon"}


def _partner(token: Token, trigger: Token, tree: Tree) -> bool:
    """Whether somebody met those whom the word names: not of whom or with whose firms they spoke.

    "Discussed the Iranian issue with X", "met French businessmen", "discussed ties with Y".
    """
    private = tree.unit(token).demonym and tree.lemma(token.head) in tree.private
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
