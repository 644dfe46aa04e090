"""Of which clause of its sentence a date is: of what begins with it, or of the next verb of two."""

from ingest.circumstances import AFTER, BEFORE
from ingest.dates import DateMention
from ingest.syntax import SUBJECTS
from ingest.tenses import HAVING
from ingest.tokens import Token
from ingest.tree import Tree

_OWNING_UP = frozenset({"acknowledge", "admit", "concede", "confess", "own"})
"""Verbs that tell of what was before: "admitted on Monday that it had shot down a plane"."""
_LED = frozenset({"and", "but", ";", ",", "in", "on"})
_LATER = 4
"""How much further the date of the next verb is: "met X in May and left in June"."""


def right_before(token: Token, trigger: Token) -> bool:
    """Whether a day of its own stands right before the subject: "Hearing X, today Y left"."""
    doc, at = token.doc, token.i
    opens = token.i == token.sent.start or doc[at - 1].text == ","
    opens = opens or (doc[at - 1].lower_ == "on" and at > 1 and doc[at - 2].text == ",")
    follows = at + 1 < len(doc) and doc[at + 1].head == trigger
    return opens and follows and doc[at + 1].dep_ in SUBJECTS


def fronted(token: Token, trigger: Token, tree: Tree) -> bool:
    """Whether a date begins a clause before an aside on which the parse hangs it.

    "In May, two weeks after X withdrew, Y recalled its envoy".
    """
    aside, doc = token.head, token.doc
    if aside.dep_ != "advcl" or aside.head not in {trigger, trigger.head} or token.i > aside.i:
        return False
    if trigger != aside.head and trigger.dep_ not in {"ccomp", "xcomp"}:
        return False
    marks = [c for c in aside.children if c.i > token.i and _lies_apart(c, tree)]
    apart = token.i + 1 < len(doc) and doc[token.i + 1].text == ","
    lead = doc[max(token.sent.start, token.left_edge.i - 1)]
    begins = token.left_edge.i == token.sent.start or lead.lower_ in _LED
    return bool(marks) and apart and begins and aside.i < trigger.i


def _lies_apart(token: Token, tree: Tree) -> bool:
    """Whether a word says that a clause was before or after the rest: "after", "a day after"."""
    date = tree.unit(token).date
    return token.lower_ in BEFORE | AFTER or (date is not None and date.value is None)


def of_next(token: Token, trigger: Token) -> int:
    """How much further a date is that stands with the next of two verbs: "called X and left on"."""
    at = token
    while at.head != at and at != trigger:
        if at.dep_ == "conj" and at.head == trigger and at.i > trigger.i:
            return _LATER
        at = at.head
    return 0


def reached(date: DateMention, token: Token, trigger: Token) -> bool:
    """Whether "by" only says when it had come to that: "By March 1994 X threatened war"."""
    begins = token.left_edge.i == token.sent.start and token.head == trigger
    had = any(child.lower_ in HAVING for child in trigger.children)
    return (
        date.bound == "by"
        and date.precision != "day"
        and begins
        and trigger.tag_ == "VBD"
        and not had
    )


def owned_up(token: Token, trigger: Token, tree: Tree) -> bool:
    """Whether a date is that of owning up to what was before: "admitted on Monday that it had"."""
    if tree.lemma(token.head) not in _OWNING_UP or trigger == token.head:
        return False
    at = trigger
    while at.head not in {at, token.head}:
        at = at.head
    had = any(child.lower_ == "had" for child in at.children)
    return at.head == token.head and at.dep_ == "ccomp" and (had or at.tag_ == "VBD")
