"""What the dependents of a trigger say of its event: "did not meet", "proposed talks"."""

from collections.abc import Iterator

from graph.model import Status
from ingest.standing import NO_EVENT, Verdict
from ingest.statuswords import StatusWords
from ingest.syntax import infinitive
from ingest.tokens import Token
from ingest.tree import Tree

_DENYING = frozenset({"advmod", "aux", "cc", "cc:preconj", "det"})
_NOBODY = frozenset({"neither", "none"})
_DAYS = frozenset({"date", "dates", "day", "timetable"})
_FOR = frozenset({"for", "in", "on"})
_DESCRIBING = frozenset({"amod", "compound", "det", "nummod"})
_FINITE_BE = frozenset({"are", "is", "was", "were"})
_BY_ADJECTIVE = (
    ("planned", Verdict(Status.PLANNED)),
    ("unreal", NO_EVENT),
    ("called_off", Verdict(Status.CALLED_OFF)),
)


class OwnStatus:
    """Reads the status of an event off the words that hang on its trigger."""

    def __init__(self, tree: Tree, words: StatusWords) -> None:
        self._tree, self._words = tree, words

    def of(self, token: Token) -> Verdict | None:
        """What the token's own dependents say; None where they say nothing."""
        planned = False
        if self._no_paper(token) or _nobody(token):
            return NO_EVENT
        for child in _dependents(token):
            if self._denies(child):
                return NO_EVENT
            if child.dep_.startswith("aux"):
                to_be = child.lower_ == "should" and self._on_day(token)
                if to_be or child.lower_ in self._words.modals["planned"]:
                    planned = True
                elif child.lower_ in self._words.modals["unreal"] or _had_it(child, token):
                    return NO_EVENT
            described = self._described(child)
            if described is not None:
                return described
        if _was_to_have(token):
            return Verdict(Status.CALLED_OFF, 0.8)
        if planned or _is_to(token) or self._takes_place(token) or self._dated_for(token):
            return Verdict(Status.PLANNED)
        return None

    def _on_day(self, verb: Token) -> bool:
        """Whether it is to be on a day: "should meet X on Thursday"."""
        coming = self._tree.lemma(verb) in self._words.awaited
        return coming and any(self._tree.unit(child).date is not None for child in verb.children)

    def _no_paper(self, token: Token) -> bool:
        """Whether it is said that there was none of what is signed: "signed no agreement"."""
        made = (c for c in token.children if c.dep_ in {"obj", "nsubj:pass"})
        papers = [c for c in made if self._tree.unit(c).document is not None]
        return bool(papers) and all(
            any(c.dep_ == "det" and c.lower_ == "no" for c in paper.children) for paper in papers
        )

    def _denies(self, child: Token) -> bool:
        """Whether it is a negation or a condition: "not", "if"."""
        if child.dep_ == "mark" and child.lower_ in self._words.conditions:
            return True
        negations = self._words.negations
        return child.dep_ in _DENYING and (
            child.lower_ in negations or child.lemma_.lower() in {"not", "never"}
        )

    def _described(self, child: Token) -> Verdict | None:
        """What an adjective says: "upcoming talks", "an alleged attack", "the cancelled visit"."""
        if child.dep_ not in _DESCRIBING:
            return None
        words = {child.lower_, child.lemma_.lower()} if child.dep_ == "amod" else {child.lower_}
        told = (v for name, v in _BY_ADJECTIVE if words & self._words.adjectives[name])
        return next(told, None)

    def _takes_place(self, token: Token) -> bool:
        """Whether a clause says of a noun that it is to come: "the summit which will be held"."""
        if token.pos_ not in {"NOUN", "PROPN"}:
            return False
        clauses = [c for c in token.children if c.dep_.startswith("acl")]
        held = (c for c in clauses if self._tree.lemma(c) in self._words.taking_place)
        planned = self._words.modals["planned"]
        if any(c.lower_ in planned for clause in held for c in clause.children):
            return True
        for party in self._tree.children(token, "nmod"):  # "talks of X and Y | planned for June"
            clauses += self._tree.children(party, "acl")
        return any(map(self._set_for, clauses))

    def _dated_for(self, token: Token) -> bool:
        """Whether a day is sought or set for it: "gave no date for the talks"."""
        if token.pos_ != "NOUN" or self._tree.case(token) != "for":
            return False
        things = (token.head, *self._tree.objects(token.head))
        return any(thing.lower_ in _DAYS for thing in things)

    def _set_for(self, clause: Token) -> bool:
        """Whether a day is told for which something is meant: "talks | planned for Monday"."""
        if clause.tag_ != "VBN" or clause.lower_ not in self._words.adjectives["planned"]:
            return False
        days = (one for case, one in self._tree.obliques(clause) if case in _FOR)
        return any(self._tree.unit(one).date is not None for one in days)


def _dependents(token: Token) -> Iterator[Token]:
    """The words under it, and those under its "be": "there can be an agreement"."""
    yield from token.children
    for child in token.children:
        if child.dep_ == "cop":
            yield from child.children


def _nobody(token: Token) -> bool:
    """Whether nobody of those named does it: "Neither X nor Y signed", "None of them agreed"."""
    return any(
        child.lower_ in _NOBODY or any(c.lower_ == "neither" for c in child.children)
        for child in token.children
        if child.dep_.startswith("nsubj")
    )


def _had_it(helper: Token, verb: Token) -> bool:
    """Whether it is what did not happen: "Had X sent troops, it would have won"."""
    first = helper.i == verb.left_edge.i and helper.lower_ in {"had", "were"}
    subject = any(c.dep_.startswith("nsubj") and c.i > helper.i for c in verb.children)
    return first and subject and verb.sent[-1].text != "?"


def _was_to_have(token: Token) -> bool:
    """Whether it was to be and was not: "was to have met X"."""
    helping = {c.lower_ for c in token.children if c.dep_.startswith("aux")}
    return infinitive(token) and "have" in helping and not helping.isdisjoint({"was", "were"})


def _is_to(token: Token) -> bool:
    """Whether it is an infinitive with "be": "is to host", "are to be reopened"."""
    passive = token.tag_ == "VBN" and any(c.lower_ in _FINITE_BE for c in token.children)
    be = any(
        c.dep_ in {"cop", "aux", "aux:pass"} and c.lemma_ == "be" and c.i < token.i
        for c in token.children
    )
    return be and infinitive(token) and (token.tag_ == "VB" or passive)
