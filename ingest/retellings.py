"""Who did before what a noun takes up: "confiscated the estates", then "the seizure"."""

from graph.model import Actor
from ingest.syntax import denied, infinitive, tagged_verb
from ingest.tokens import Span
from ingest.tree import Tree

_UNDONE = frozenset(
    {"ask", "call", "demand", "fail", "plan", "prepare", "refuse", "threaten", "urge", "want"}
)
"""Verbs over what has not been done."""


def retold(noun: str, verbs: frozenset[str], sentence: Span, tree: Tree) -> tuple[Actor, ...]:
    """Who does in a sentence what the verbs tell, or whose deed the noun says it is; () if nobody.

    What is denied was not done, and who suffers it is not meant.
    """
    for token in sentence:
        if infinitive(token) and tree.lemma(token.head) in _UNDONE:
            continue  # "threatened to leave"
        if tree.lemma(token) in verbs and tagged_verb(token) and not denied(token):
            found = tree.doer(token)
        elif tree.lemma(token) == noun and token.pos_ == "NOUN":
            found = tree.owner(token, of=False, inside=False)
        else:
            continue
        if found:
            return found.actors
    return ()
