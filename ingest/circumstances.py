"""How near the dates and the places of a sentence are to an event in the parse."""

from collections.abc import Iterator

from ingest.narration import TALKS
from ingest.tokens import Span, Token
from ingest.tree import Tree
from ingest.units import Unit

BEFORE = frozenset({"ahead", "before", "prior"})
AFTER = frozenset({"after", "following"})
FAR = 6
"""Steps from an event to the last word that may be about it."""
OCCASION = frozenset({"at", "during", "in", "after", "following"})
EDGES = frozenset({"corridor", "fringe", "margin", "sideline"})
"""Where those at a summit meet besides."""
GROUNDS = frozenset({"for", "over", "about", "against", "of", "since", "after", "despite"})
"""Prepositions before what lies behind an act: its time and place are not those of the act."""
_GROUND = 3
ANSWERS = frozenset(
    {"answer", "protest", "reaction", "reply", "reprisal", "response", "retaliation", "revenge"}
)
"""What an act may be to another, which has its own day: "in response to X's attack on Monday"."""
_ASSEMBLED = frozenset(
    {"address", "assemble", "attend", "convene", "gather", "meet", "participate", "speak", "visit"}
)
"""Verbs of a clause that says where and when the act of the main clause was: "Gathered in X, …"."""
_COMING = frozenset({"arrive", "fly", "host", "receive", "tour", "travel", "welcome"})
_STAYS = frozenset({"audience", "call", "summit", "tour", "trip", "visit"})
"""What one has, holds or pays where one agrees on something."""
_ISSUED = frozenset(
    {
        "air", "broadcast", "carry", "circulate", "deliver", "give", "issue", "post", "publish",
        "read", "release",
    }
)  # fmt: skip
"""Verbs of a clause that says when words came out: "In a statement issued on Monday, X …"."""
_MADE_KNOWN = frozenset(
    {"add", "announce", "declare", "disclose", "explain", "reveal", "say", "state", "tell"}
)
"""Verbs of a clause that says when an act was made known: "X expelled Y, announcing on Monday"."""
_PLEDGING = frozenset(
    {"agree", "decide", "offer", "pledge", "plan", "promise", "propose", "vow", "want"}
)
_TAKING_PLACE = frozenset(
    {
        "arrange", "begin", "conclude", "convene", "end", "happen", "hold", "host", "occur",
        "open", "organise", "organize", "schedule", "stage", "start", "take",
    }
)  # fmt: skip
_BARRIERS = {"advcl": 6, "ccomp": 4, "acl:relcl": 4, "parataxis": 3, "acl": 3}
"""How much further a date in a clause of its own is from the event outside."""


def aside(token: Token) -> Token | None:
    """The clause around a token that tells what came before or after the rest of its sentence."""
    at = token
    while at.head != at:
        leads = {child.lower_ for child in at.children if child.dep_ in {"case", "mark"}}
        if at.dep_ == "advcl" and leads & (BEFORE | AFTER):
            return at
        at = at.head
    return None


def marked(tree: Tree, sentence: Span) -> Iterator[tuple[Token, Unit]]:
    """The dates and places of a sentence, each with its first token."""
    seen: set[int] = set()
    for at in range(sentence.start, sentence.end):
        unit = tree.units[at]
        if (unit.date is not None or unit.place is not None) and id(unit) not in seen:
            seen.add(id(unit))
            yield tree.doc[at], unit


def _meanwhile(tree: Tree, clause: Token, act: Token) -> bool:
    """Whether a clause tells what its subject does at the same time: "Receiving X on Friday, Y".

    Behind the act only one that makes it known does: what others are blamed for has its own day.
    """
    leads = {child.lower_ for child in clause.children if child.dep_ in {"aux", "case", "mark"}}
    if clause.dep_ != "advcl" or clause.tag_ != "VBG" or not leads <= {"while", "when"}:
        return False
    return clause.i < act.i or tree.lemma(clause) in _MADE_KNOWN


def _owned_up_to(tree: Tree, deed: Token, claim: Token) -> bool:
    """Whether somebody says that a deed was theirs: "claimed a bombing that tore through …"."""
    return deed.dep_ == "obj" and deed.head == claim and tree.lemma(claim) == "claim"


def _when(tree: Tree, clause: Token) -> bool:
    """Whether a clause says at what meeting the rest was: "agreed when they held talks in May"."""
    if clause.dep_ != "advcl" or clause.tag_ != "VBD" or tree.unit(clause).present:
        return False
    if not any(child.lower_ == "when" for child in clause.children):
        return False
    held = (child for child in clause.children if child.dep_ == "obj")
    talks = any(tree.lemma(child) in TALKS | _STAYS for child in held)
    return talks or tree.lemma(clause) in _ASSEMBLED | _COMING


def distance(tree: Tree, token: Token, trigger: Token) -> int:
    """Steps in the parse from one token to the other; a date in another clause is far."""
    above = {trigger: 0}
    at, steps = trigger, 0
    while at.head != at and steps < FAR:
        steps += 1 if at.dep_ not in {"advcl", "conj", "ccomp", "acl:relcl", "parataxis"} else 2
        at = at.head
        above[at] = steps
    at, steps, after, past = token, 0, False, False
    while at not in above:
        if at.head == at or steps > FAR:
            return FAR + 1
        held = tree.lemma(at) in _TAKING_PLACE  # "the summit, held in Lima"
        own = at.dep_ == "acl" and (held or at.head == trigger)
        set_for = any(c.dep_ == "xcomp" and tree.lemma(c) in _TAKING_PLACE for c in at.children)
        own = own or (at.dep_ == "acl:relcl" and (held or set_for) and at.head == trigger)
        own = own or (at.dep_ == "acl:relcl" and _owned_up_to(tree, at.head, trigger))
        if at != token and "since" in tree.cases(at):
            return FAR + 1  # "the first time since the election ten days ago"
        cases = set(tree.cases(at)) if at.dep_.startswith("obl") else set()
        grounds = cases & GROUNDS or (at.dep_.startswith("obl") and tree.lemma(at) in ANSWERS)
        if grounds and tree.lemma(at) not in TALKS and at != token:
            steps += _GROUND
        after = after or bool(set(tree.cases(at)) & AFTER)
        past = past or _when(tree, at)
        pledged = at.dep_ == "xcomp" and at.tag_ == "VB" and not (after or past)
        if pledged and tree.lemma(at.head) in _PLEDGING:
            return FAR + 1  # "agreed to meet on Friday": not the day of the agreement
        issued = at.dep_ in {"acl", "advcl"} and tree.lemma(at) in _ISSUED and at.tag_ == "VBN"
        assembled = issued or _when(tree, at)
        assembled = assembled or (at.dep_ == "advcl" and tree.lemma(at) in _ASSEMBLED)
        meanwhile = at == token.head and at.head == trigger and _meanwhile(tree, at, trigger)
        near = own or assembled or meanwhile
        steps += 1 + (1 if near else _BARRIERS.get(at.dep_, 0))
        at = at.head
    if at != trigger and at.dep_ in {"conj"} and trigger.head == at.head:
        steps += 1
    return steps + above[at]
