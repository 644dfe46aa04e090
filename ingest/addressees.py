"""Whom wishes and denials mean that address nobody: "called for elections in X"."""

from graph.model import Actor
from ingest.candidates import Candidate
from ingest.checks import side, sided
from ingest.deeds import Deeds
from ingest.syntax import said
from ingest.tokens import Token
from ingest.tree import Tree

_CALLING = frozenset({"appeal", "ask", "call", "press", "push"})
_AMONG = frozenset({"among", "between", "in", "inside", "with", "within"})
_FIGHTERS = frozenset({"hacker", "insurgent", "militant", "rebel", "separatist", "terrorist"})
"""Who may be blamed for a state though they are not of its army."""


def apart(actor: Actor, mine: set[str]) -> bool:
    """Whether the actor is of another side than those in the event, and of a known one."""
    return sided(actor) and side(actor) not in mine


def called_for(candidate: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """The only other side at home with which something is to be: "called for elections in X".

    Between whom it is to be are all asked: "for a truce between X and Y".
    """
    verb = tree.doc[candidate.trigger]
    mine = {side(actor) for actor in candidate.everybody()}
    for wish in tree.behind(verb, "for") if tree.lemma(verb) in _CALLING else ():
        wished = (wish, *tree.behind(wish, "of", "to"))
        aims = [c for one in wished for case, c in tree.obliques(one) if case in _AMONG]
        sides = [a for c in aims for a in tree.actors(c).actors if apart(a, mine)]
        between = any(tree.case(c) in {"among", "between"} for c in aims)
        if len({side(a) for a in sides}) == 1 or between:
            return tuple(sides)
    return ()


def said_to_have_hit(trigger: Token, tree: Tree, mine: set[str]) -> tuple[Actor, ...]:
    """To whom one denies to have done it: "denied that it sank X's ship"."""
    for clause in filter(said, trigger.children):
        own = tree.subject(clause).actors
        if own and not {side(actor) for actor in own} & mine:
            continue
        for thing in tree.objects(clause):
            found = tree.actors(thing) or tree.owner(thing)
            if others := tuple(a for a in found.actors if apart(a, mine)):
                return others
    return ()


def blameless(token: Token, tree: Tree, deeds: Deeds) -> bool:
    """Whether who is named suffers a deed, or only says of what state a private person is."""
    lemma = tree.lemma(token.head)
    before = tree.unit(token).demonym or token.dep_ in {"amod", "compound"}
    private = before and lemma in tree.private and lemma not in _FIGHTERS
    return private or warranting(token, tree) or deeds.suffers(token)


def warranting(token: Token, tree: Tree) -> bool:
    """Whether it says who gives out a warrant: "sought an Interpol arrest warrant for X"."""
    before = token.dep_ in {"amod", "compound"}
    return before and "warrant" in {tree.lemma(token.head), tree.lemma(token.head.head)}


def charged(part: Token, tree: Tree) -> bool:
    """Whether it says of what somebody is accused: "… of spying for X", "for helping X"."""
    marks = {c.lower_ for c in part.children if c.dep_ in {"case", "mark"}}
    return bool({tree.case(part), *marks} & {"for", "of"})
