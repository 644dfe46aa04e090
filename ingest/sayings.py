"""Whether a place near an event is that of its telling, or of what it was about."""

from ingest.circumstances import AFTER, GROUNDS, OCCASION
from ingest.syntax import NOMINAL
from ingest.tokens import Token
from ingest.tree import Tree

_SPEAKING = frozenset(
    {"address", "arrive", "come", "fly", "gather", "go", "meet", "speak", "talk", "travel", "visit"}
)
"""Verbs of a clause that says where words were said."""
HEARERS = frozenset(
    {"audience", "correspondent", "delegate", "journalist", "newsman", "press", "reporter"}
)
"""Those who are told something where it is said."""
TELLING = frozenset({"add", "claim", "confirm", "say", "state", "tell"})
NEWS = frozenset(
    {
        "attack", "bombing", "clash", "conflict", "coup", "crisis", "disaster", "earthquake",
        "election", "explosion", "fighting", "flood", "invasion", "killing", "massacre", "protest",
        "shooting", "situation", "strike", "violence", "war",
    }
)  # fmt: skip
"""What states react to where they are."""
_DISCUSSING = frozenset({"address", "consider", "cover", "discuss", "raise", "review"})
_SAYING_WHICH = frozenset({"amod", "det", "nmod:poss"})
_CONTENT = frozenset({"on", "over", "to", "for", "against", "about"})
"""Words behind which a title says what a document is about."""


def of_news(tree: Tree, holder: Token, trigger: Token) -> bool:
    """Whether a place is that of the news behind an act: "spoke after the attack in X"."""
    head = holder.head
    news = holder.doc[max(0, holder.left_edge.i - 1)]
    if news.dep_ == "obj" and news.head in {trigger, head} and tree.lemma(news) in NEWS:
        return True  # "discussed the war in X", parsed as where it was discussed
    behind = bool(set(tree.cases(head)) & (GROUNDS | AFTER | {"amid", "on"}))
    behind = behind or head.dep_ == "obj"  # "discussed the war in", "condemned the coup in"
    return head != trigger and behind and tree.lemma(head) in NEWS


def discussed(tree: Tree, holder: Token) -> bool:
    """Whether a place is that of what was talked about: "discussed the operations in X"."""
    if tree.case(holder) != "in":
        return False
    at = before = holder.doc[max(0, holder.left_edge.i - 1)]
    if holder.head != before.head or not any(c.dep_ in _SAYING_WHICH for c in before.children):
        at = holder.head
        while at.pos_ in NOMINAL and at.dep_ in {"nmod", "conj"} and at.head != at:
            at = at.head
    return at.dep_ == "obj" and tree.lemma(at.head) in _DISCUSSING


def said_there(tree: Tree, holder: Token, trigger: Token) -> bool:
    """Whether words were said at a place, and it is not that of what they are about.

    "In Lima, X blamed Y", "X said in Lima", but not "X blamed Y for the attack in Lima".
    """
    clause = holder.head
    if clause == trigger.head and trigger.dep_ == "advcl":  # "arrived in Lima to urge X"
        return tree.lemma(clause) in _SPEAKING
    saying = {trigger} | ({trigger.head} if trigger.dep_ in {"ccomp", "parataxis"} else set())
    told = clause.head in saying and tree.lemma(clause.head) == "tell"
    if told and tree.lemma(clause) in HEARERS:
        return True  # "told reporters in Lima that …"
    if clause not in saying:
        speaking = clause.dep_ == "advcl" and tree.lemma(clause) in _SPEAKING
        occasion = tree.case(clause) in OCCASION  # "at its summit in Lima"
        return clause.head in saying and (speaking or occasion)
    if clause != trigger:
        return True  # "X said in Lima that …"
    before = trigger.doc[max(0, holder.i - 2)]
    heard = before.head == trigger and bool(tree.unit(before).actors)
    dated = tree.unit(before).date is not None and before.head == trigger
    return holder.i < trigger.i or before == trigger or heard or dated


def only_told_there(tree: Tree, holder: Token, trigger: Token) -> bool:
    """Whether a place is that of words on what was elsewhere: "said in Lima that X met Y"."""
    verb = holder.head.head if tree.lemma(holder.head) in HEARERS else holder.head
    if tree.lemma(verb) not in TELLING:
        return False
    at = trigger
    while at.head not in {at, verb}:
        at = at.head
    return at.head == verb and at.dep_ in {"ccomp", "parataxis"} and at != verb


def of_content(tree: Tree, holder: Token) -> bool:
    """Whether a place is what a document is on: "a resolution to end the war in Yemen"."""
    mention = tree.unit(holder.head).document
    title = mention.title.split() if mention is not None and not mention.proper else []
    return bool(_CONTENT & set(title))
